import Glibc
import Interpreter
import Tensors

/// Operators between numpy scalars, or one of them and a Python number, without the detour over arrays.
enum ScalarArithmetic {
  private struct Number {
    let scalar: Scalar
    /// nil for Python's ints and floats, which adapt.
    let dtype: DType?
  }

  private static func number(_ value: Value) -> Number? {
    if let (scalar, dtype) = ArrayScalar.parts(value) { return Number(scalar: scalar, dtype: dtype) }
    switch value {
    case .bool(let flag): return Number(scalar: .bool(flag), dtype: .bool)
    case .int(let int): return Number(scalar: .int(int), dtype: nil)
    case .float(let double): return Number(scalar: .double(double), dtype: nil)
    default: return nil
    }
  }

  /// Both numbers and their common dtype, when one is a numpy scalar and the other a number.
  private static func operands(_ lhs: Value, _ rhs: Value) throws(Raised) -> (a: Scalar, b: Scalar, dtype: DType)? {
    guard let a = number(lhs), let b = number(rhs) else { return nil }
    let dtype: DType
    switch (a.dtype, b.dtype) {
    case (let x?, let y?): dtype = x.arrayPromoted(with: y)
    case (let x?, nil): dtype = try adapted(b.scalar, x)
    case (nil, let y?): dtype = try adapted(a.scalar, y)
    case (nil, nil): return nil
    }
    return (a.scalar, b.scalar, dtype)
  }

  private static func adapted(_ scalar: Scalar, _ dtype: DType) throws(Raised) -> DType {
    if case .int(let int) = scalar {
      if dtype == .bool { return .int64 }
      try ArrayOperators.checkRange(int, dtype)
      return dtype
    }
    return dtype.isFloatingPoint ? dtype : .float64
  }

  static func binary(_ op: Operator, _ lhs: Value, _ rhs: Value) throws(Raised) -> Value? {
    if op == .multiply, let (list, count) = repetition(lhs, rhs) {
      return try Interpreter.current.binary(.multiply, list, count)
    }
    guard lhs.cast(to: NDArrayObject.self) == nil, rhs.cast(to: NDArrayObject.self) == nil,
      let (a, b, common) = try operands(lhs, rhs), common != .bool
    else { return nil }
    if op == .divmod {
      guard let quotient = try binary(.floorDivide, lhs, rhs), let remainder = try binary(.modulo, lhs, rhs) else { return nil }
      return .tuple([quotient, remainder])
    }
    if op == .divide || common.isFloatingPoint {
      let dtype = common.isFloatingPoint ? common : .float64
      guard let result = try floating(op, value(a, dtype), value(b, dtype), dtype) else { return nil }
      return ArrayScalar.make(.double(result), dtype)
    }
    guard let result = try integer(op, a.intValue, b.intValue, common) else { return nil }
    return ArrayScalar.make(.int(result), common)
  }

  /// `np.int64(2) * [1, 2]` repeats the list, as with Python's own integers.
  private static func repetition(_ lhs: Value, _ rhs: Value) -> (list: Value, count: Value)? {
    for (list, number) in [(lhs, rhs), (rhs, lhs)] where list.sequence != nil {
      if let (scalar, dtype) = ArrayScalar.parts(number), dtype.kind == .int { return (list, .int(scalar.intValue)) }
    }
    return nil
  }

  private static func value(_ scalar: Scalar, _ dtype: DType) -> Double {
    rounded(scalar.doubleValue, dtype)
  }

  private static func rounded(_ value: Double, _ dtype: DType) -> Double {
    switch dtype {
    case .float32: Double(Float(value))
    case .float16: Double(Float16(value))
    default: value
    }
  }

  private static func floating(_ op: Operator, _ a: Double, _ b: Double, _ dtype: DType) throws(Raised) -> Double? {
    var result: Double
    switch op {
    case .add: result = a + b
    case .subtract: result = a - b
    case .multiply: result = a * b
    case .divide: result = a / b
    case .floorDivide: result = NumberMath.divmod(a, b).quotient
    case .modulo: result = NumberMath.divmod(a, b).remainder
    case .power: result = NumberMath.power(a, b)
    default: return nil
    }
    result = rounded(result, dtype)
    if !result.isFinite {
      let name =
        "scalar " + (["add", "subtract", "multiply", "divide", "floor_divide", "remainder", "power"][Int(op.rawValue)])
      if result.isNaN {
        if !a.isNaN && !b.isNaN { try ArrayWarnings.issue(.invalid, name) }
      } else if a.isFinite && b.isFinite {
        let isPole = op == .divide || op == .floorDivide ? b == 0 : op == .power && a == 0
        try ArrayWarnings.issue(isPole ? .divide : .over, name)
      }
    }
    return result
  }

  private static func integer(_ op: Operator, _ a: Int, _ b: Int, _ dtype: DType) throws(Raised) -> Int? {
    let result: Int
    var overflows = false
    switch op {
    case .add: (result, overflows) = a.addingReportingOverflow(b)
    case .subtract: (result, overflows) = a.subtractingReportingOverflow(b)
    case .multiply: (result, overflows) = a.multipliedReportingOverflow(by: b)
    case .floorDivide, .modulo:
      if b == 0 { try ArrayWarnings.issue(.divide, op == .modulo ? "scalar remainder" : "scalar floor_divide") }
      result = op == .modulo ? NumberMath.remainder(a, b) : NumberMath.floorDivide(a, b)
    case .power:
      if b < 0 { throw .valueError("Integers to negative integer powers are not allowed.") }
      result = NumberMath.power(a, b)
    case .leftShift: result = NumberMath.shiftLeft(a, b)
    case .rightShift: result = NumberMath.shiftRight(a, b)
    case .bitAnd: result = a & b
    case .bitOr: result = a | b
    case .bitXor: result = a ^ b
    default: return nil
    }
    let wrapped = wrap(result, dtype)
    if overflows || wrapped != result, [.add, .subtract, .multiply].contains(op) {
      try ArrayWarnings.issue(.over, "scalar " + ["add", "subtract", "multiply"][Int(op.rawValue)])
    }
    return wrapped
  }

  private static func wrap(_ number: Int, _ dtype: DType) -> Int {
    switch dtype {
    case .uint8: Int(UInt8(truncatingIfNeeded: number))
    case .int8: Int(Int8(truncatingIfNeeded: number))
    case .int16: Int(Int16(truncatingIfNeeded: number))
    case .int32: Int(Int32(truncatingIfNeeded: number))
    default: number
    }
  }

  static func compare(_ op: CompareOperator, _ lhs: Value, _ rhs: Value) throws(Raised) -> Value? {
    guard let a = number(lhs), let b = number(rhs), a.dtype != nil || b.dtype != nil else { return nil }
    let result: Bool
    if case .int(let x) = a.scalar, case .int(let y) = b.scalar {
      result = holds(op, x, y)
    } else {
      let isSingle = (a.dtype ?? .float32) == .float32 && (b.dtype ?? .float32) == .float32
      result =
        isSingle
        ? holds(op, Float(a.scalar.doubleValue), Float(b.scalar.doubleValue))
        : holds(op, a.scalar.doubleValue, b.scalar.doubleValue)
    }
    return ArrayScalar.make(.bool(result), .bool)
  }

  private static func holds<T: Comparable>(_ op: CompareOperator, _ a: T, _ b: T) -> Bool {
    switch op {
    case .less: a < b
    case .lessEqual: a <= b
    case .equal: a == b
    case .notEqual: a != b
    case .greater: a > b
    case .greaterEqual: a >= b
    }
  }
}
