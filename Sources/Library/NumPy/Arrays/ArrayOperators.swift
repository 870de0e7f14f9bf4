import Glibc
import Interpreter
import Tensors

/// Operators on arrays and numpy's scalars: operands become tensors of the result's dtype.
enum ArrayOperators {
  /// One side of an operator. Python numbers are weak: they adapt to the other side's dtype within its kind.
  struct Operand {
    var tensor: Tensor
    var weak: Scalar?
  }

  /// The operand that a value is; nil for values that arrays leave to others (tensors among them).
  static func operand(_ value: Value) throws(Raised) -> Operand? {
    if let array = value.cast(to: NDArrayObject.self) { return array.pool == nil ? Operand(tensor: array.tensor) : nil }
    if let (scalar, dtype) = ArrayScalar.parts(value) {
      return Operand(tensor: try converting { () throws(TensorError) in try Tensor.scalar(scalar, dtype: dtype) })
    }
    if value.tensor != nil { return nil }
    if let scalar = value.scalar {
      let dtype: DType = if case .double = scalar { .float64 } else { scalar.dtype }
      let x = try converting { () throws(TensorError) in try Tensor.scalar(scalar, dtype: dtype) }
      if case .bool = scalar { return Operand(tensor: x) }
      return Operand(tensor: x, weak: scalar)
    }
    if value.sequence != nil || value.cast(to: RangeObject.self) != nil {
      let array = try ArrayConversion.array(value)
      return array.pool == nil ? Operand(tensor: array.tensor) : nil
    }
    if value.isInstance(of: .int), value.object is IntObject {
      throw .overflowError("Python integer \(try Interpreter.current.repr(value)) out of bounds for int64")
    }
    return nil
  }

  /// The operand, or an array of whatever the value is.
  static func anyOperand(_ value: Value) throws(Raised) -> Operand {
    if let known = try operand(value) { return known }
    return Operand(tensor: try ArrayConversion.tensor(value))
  }

  static func commonType(_ a: Operand, _ b: Operand) throws(Raised) -> DType {
    switch (a.weak, b.weak) {
    case (nil, let weak?): return try weakType(weak, a.tensor.dtype)
    case (let weak?, nil): return try weakType(weak, b.tensor.dtype)
    default: return a.tensor.dtype.arrayPromoted(with: b.tensor.dtype)
    }
  }

  private static func weakType(_ number: Scalar, _ dtype: DType) throws(Raised) -> DType {
    if case .int(let i) = number {
      if dtype == .bool { return .int64 }
      try checkRange(i, dtype)
      return dtype
    }
    return dtype.isFloatingPoint ? dtype : .float64
  }

  /// OverflowError for a Python integer that a dtype does not hold.
  static func checkRange(_ number: Int, _ dtype: DType) throws(Raised) {
    guard dtype.kind == .int, dtype != .int64 else { return }
    let bits = dtype.byteSize * 8
    let range = dtype == .uint8 ? 0...255 : -(1 << (bits - 1))...(1 << (bits - 1)) - 1
    if !range.contains(number) { throw .overflowError("Python integer \(number) out of bounds for \(dtype.name)") }
  }

  private static let names: [Operator: (op: String, ufunc: String)] = [
    .add: ("add", "add"), .subtract: ("sub", "subtract"), .multiply: ("mul", "multiply"), .divide: ("div", "divide"),
    .floorDivide: ("floor_divide", "floor_divide"), .modulo: ("remainder", "remainder"), .power: ("pow", "power"),
    .leftShift: ("bitwise_left_shift", "left_shift"), .rightShift: ("bitwise_right_shift", "right_shift"),
    .bitAnd: ("bitwise_and", "bitwise_and"), .bitOr: ("bitwise_or", "bitwise_or"), .bitXor: ("bitwise_xor", "bitwise_xor"),
  ]

  static func binary(_ op: Operator, _ lhs: Value, _ rhs: Value) throws(Raised) -> Value? {
    if let result = try ScalarArithmetic.binary(op, lhs, rhs) { return result }
    if op == .matrixMultiply, lhs.scalar != nil || rhs.scalar != nil {
      let place = rhs.scalar != nil ? 1 : 0
      throw .valueError(
        "matmul: Input operand \(place) does not have enough dimensions (has 0, gufunc core with signature (n?,k),(k,m?)->(n?,m?) "
          + "requires 1)")
    }
    guard let a = try operand(lhs), let b = try operand(rhs) else { return try PooledArrays.binary(op, lhs, rhs) }
    if op == .matrixMultiply { return NDArrayType.wrap(try ArrayProducts.matmul(a.tensor, b.tensor)) }
    if op == .divmod {
      return .tuple([NDArrayType.wrap(try apply(.floorDivide, a, b)), NDArrayType.wrap(try apply(.modulo, a, b))])
    }
    return NDArrayType.wrap(try apply(op, a, b))
  }

  static func apply(_ op: Operator, _ a: Operand, _ b: Operand) throws(Raised) -> Tensor {
    guard let (name, ufunc) = names[op] else { throw .notImplementedError("'\(op.symbol)' is not implemented for arrays") }
    var dtype = try commonType(a, b)
    if op == .divide, !dtype.isFloatingPoint { dtype = .float64 }
    if dtype == .bool {
      if op == .subtract {
        throw .typeError(
          "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or the logical_xor "
            + "function instead.")
      }
      if [.floorDivide, .modulo, .power, .leftShift, .rightShift].contains(op) { dtype = .int8 }
    }
    let type = dtype
    if op.isBitwise, type.isFloatingPoint { throw notSupported(ufunc) }
    let (x, y) = try converting { () throws(TensorError) in (try a.tensor.to(type), try b.tensor.to(type)) }
    let result: Tensor
    switch (op, type.isFloatingPoint) {
    case (.floorDivide, true): result = try ElementwiseLoops.map(x, y) { NumberMath.divmod($0, $1).quotient }
    case (.modulo, true): result = try ElementwiseLoops.map(x, y) { NumberMath.divmod($0, $1).remainder }
    case (.power, true): result = try ElementwiseLoops.map(x, y) { NumberMath.power($0, $1) }
    case (.floorDivide, false), (.modulo, false):
      if try containsZero(y) { try ArrayWarnings.issue(.divide, ufunc) }
      result = try ElementwiseLoops.mapIntegers(x, y, op == .modulo ? NumberMath.remainder : NumberMath.floorDivide)
    case (.power, false):
      if try containsNegative(y) { throw .valueError("Integers to negative integer powers are not allowed.") }
      result = try ElementwiseLoops.mapIntegers(x, y) { NumberMath.power($0, $1) }
    case (.leftShift, false): result = try ElementwiseLoops.mapIntegers(x, y, NumberMath.shiftLeft)
    case (.rightShift, false): result = try ElementwiseLoops.mapIntegers(x, y, NumberMath.shiftRight)
    default: result = try call(name, x, y, type)
    }
    try ArrayWarnings.check(ufunc, result, x, y)
    return result
  }

  private static func containsZero(_ x: Tensor) throws(Raised) -> Bool {
    try converting { () throws(TensorError) in try x.to(.int64).values(Int.self).contains(0) }
  }

  private static func containsNegative(_ x: Tensor) throws(Raised) -> Bool {
    try converting { () throws(TensorError) in try x.to(.int64).values(Int.self).contains { $0 < 0 } }
  }

  static func notSupported(_ ufunc: String) -> Raised {
    .typeError(
      "ufunc '\(ufunc)' not supported for the input types, and the inputs could not be safely coerced to any supported types according "
        + "to the casting rule ''safe''")
  }

  /// Calls an op on two tensors as ones of a dtype, after checking that they can be broadcast.
  static func call(_ name: String, _ a: Tensor, _ b: Tensor, _ dtype: DType) throws(Raised) -> Tensor {
    _ = try broadcastShape(a, b)
    return try converting { () throws(TensorError) in
      let result = try Ops.call(name, [.tensor(a.to(dtype)), .tensor(b.to(dtype))])
      guard case .tensor(let tensor) = result else { throw .notImplemented("'\(name)' gives no array") }
      return tensor
    }
  }

  static func broadcastShape(_ a: Tensor, _ b: Tensor) throws(Raised) -> Shape {
    if let shape = try? Shape.broadcast(a.shape, b.shape) { return shape }
    throw .valueError(
      "operands could not be broadcast together with shapes \(ArrayText.tuple(a.shape).spaceless) "
        + "\(ArrayText.tuple(b.shape).spaceless) ")
  }

  /// Two values as tensors of their common dtype.
  static func common(_ lhs: Value, _ rhs: Value, floating: Bool = false) throws(Raised) -> (Tensor, Tensor) {
    let a = try anyOperand(lhs)
    let b = try anyOperand(rhs)
    var dtype = try commonType(a, b)
    if floating, !dtype.isFloatingPoint { dtype = .float64 }
    let type = dtype
    return try converting { () throws(TensorError) in (try a.tensor.to(type), try b.tensor.to(type)) }
  }

  /// `a += b`, which changes the array itself.
  static func inPlace(_ op: Operator, _ lhs: Value, _ rhs: Value) throws(Raised) -> Value? {
    guard let array = lhs.cast(to: NDArrayObject.self), array.pool == nil, let b = try operand(rhs) else { return nil }
    if op == .matrixMultiply {
      let result = NDArrayObject(try ArrayProducts.matmul(array.tensor, b.tensor))
      try ArrayIndexing.assign(result.asValue, to: array.view, of: array)
      return lhs
    }
    guard let (_, ufunc) = names[op] else { return nil }
    let result = try apply(op, Operand(tensor: array.tensor), b)
    try checkCast(result.dtype, array.view.dtype, ufunc)
    guard result.shape == array.view.shape else {
      throw .valueError(
        "non-broadcastable output operand with shape \(ArrayText.tuple(array.view.shape).spaceless) doesn't match the broadcast shape "
          + ArrayText.tuple(result.shape).spaceless)
    }
    try ArrayIndexing.assign(NDArrayObject(result).asValue, to: array.view, of: array)
    return lhs
  }

  /// Results may not change their kind on the way into an array.
  static func checkCast(_ from: DType, _ to: DType, _ ufunc: String) throws(Raised) {
    if from.kind > to.kind {
      throw Raised(
        ArrayErrors.ufuncTypeError,
        "Cannot cast ufunc '\(ufunc)' output from dtype('\(from.name)') to dtype('\(to.name)') with casting rule 'same_kind'")
    }
  }

  static func prefix(_ op: PrefixOperator, _ value: Value) throws(Raised) -> Value? {
    guard let x = try operand(value)?.tensor else { return nil }
    let name: String
    switch op {
    case .plus:
      if x.dtype == .bool {
        throw Raised(
          ArrayErrors.ufuncTypeError,
          "ufunc 'positive' did not contain a loop with signature matching types <class 'numpy.dtypes.BoolDType'> -> None")
      }
      return NDArrayType.wrap(try StridedElements.copy(of: x))
    case .negate:
      if x.dtype == .bool {
        throw .typeError(
          "The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the logical_not function instead."
        )
      }
      name = "neg"
    case .invert:
      if x.dtype.isFloatingPoint { throw notSupported("invert") }
      name = "bitwise_not"
    case .absolute:
      if x.dtype == .bool { return NDArrayType.wrap(x) }
      name = "abs"
    }
    return NDArrayType.wrap(try ArrayShapes.op(name, .tensor(x)))
  }

  private static let comparisons = ["lt", "le", "eq", "ne", "gt", "ge"]

  static func compare(_ op: CompareOperator, _ lhs: Value, _ rhs: Value) throws(Raised) -> Value? {
    if let result = try ScalarArithmetic.compare(op, lhs, rhs) { return result }
    guard let a = try operand(lhs), let b = try operand(rhs) else { return try PooledArrays.compare(op, lhs, rhs) }
    var dtype = a.tensor.dtype.arrayPromoted(with: b.tensor.dtype)
    // A float adapts to float32; an integer of any size compares by its value.
    if a.weak != nil, b.tensor.dtype == .float32 { dtype = .float32 }
    if b.weak != nil, a.tensor.dtype == .float32 { dtype = .float32 }
    return NDArrayType.wrap(try call(comparisons[Int(op.rawValue)], a.tensor, b.tensor, dtype))
  }
}

extension Operator {
  /// Whether it is for integers only.
  fileprivate var isBitwise: Bool {
    switch self {
    case .leftShift, .rightShift, .bitAnd, .bitOr, .bitXor: true
    default: false
    }
  }
}
