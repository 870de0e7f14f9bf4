import Interpreter
import Tensors

/// `+`, `==`, `[…]` and their like on tensors: each operator is the op of the same meaning.
enum TensorOperators {
  static func binary(_ op: Operator, _ lhs: Value, _ rhs: Value) throws(Raised) -> Value? {
    try Interpreter.current.safePoint()
    if let a = lhs.tensor {
      if let b = rhs.tensor { return try converting { () throws(TensorError) in try tensors(op, a, b) } }
      if let b = rhs.scalar { return try converting { () throws(TensorError) in try withNumber(op, a, b) } }
      guard let b = operand(rhs) else { return nil }
      return try converting { () throws(TensorError) in try tensors(op, a, b) }
    }
    guard let b = rhs.tensor else { return nil }
    if let a = lhs.scalar { return try converting { () throws(TensorError) in try number(a, op, b) } }
    guard let a = operand(lhs) else { return nil }
    return try converting { () throws(TensorError) in try tensors(op, a, b) }
  }

  /// Numpy arrays take part in arithmetic with tensors.
  private static func operand(_ value: Value) -> Tensor? {
    value.tensor ?? value.array
  }

  private static func tensors(_ op: Operator, _ a: Tensor, _ b: Tensor) throws(TensorError) -> Value? {
    switch op {
    case .add: return try a.add(b).asValue
    case .subtract: return try a.sub(b).asValue
    case .multiply: return try a.mul(b).asValue
    case .divide: return try a.div(b).asValue
    case .matrixMultiply: return try a.matmul(b).asValue
    case .divmod: return .tuple([try call(.floorDivide, .tensor(a), .tensor(b)), try call(.modulo, .tensor(a), .tensor(b))])
    default: return try call(op, .tensor(a), .tensor(b))
    }
  }

  private static func withNumber(_ op: Operator, _ a: Tensor, _ b: Scalar) throws(TensorError) -> Value? {
    switch op {
    case .add: return try a.add(b).asValue
    case .subtract: return try a.sub(b).asValue
    case .multiply: return try a.mul(b).asValue
    case .divide: return try a.div(b).asValue
    case .matrixMultiply: return nil
    case .divmod: return .tuple([try call(.floorDivide, .tensor(a), OpValue(b)), try call(.modulo, .tensor(a), OpValue(b))])
    default: return try call(op, .tensor(a), OpValue(b))
    }
  }

  private static func number(_ a: Scalar, _ op: Operator, _ b: Tensor) throws(TensorError) -> Value? {
    switch op {
    case .add: return try b.add(a).asValue
    case .subtract: return try b.subtracted(from: a).asValue
    case .multiply: return try b.mul(a).asValue
    case .divide: return try b.divided(into: a).asValue
    case .matrixMultiply, .divmod: return nil
    default: return try call(op, OpValue(a), .tensor(b))
    }
  }

  private static let names: [Operator: String] = [
    .floorDivide: "floor_divide", .modulo: "remainder", .power: "pow", .leftShift: "bitwise_left_shift",
    .rightShift: "bitwise_right_shift", .bitAnd: "bitwise_and", .bitOr: "bitwise_or", .bitXor: "bitwise_xor",
    .matrixMultiply: "matmul", .add: "add", .subtract: "sub", .multiply: "mul", .divide: "div",
  ]
  private static let ops: [Op?] = Operator.allCases.map { op in names[op].flatMap { Ops.named($0) } }
  private static let inPlaceOps: [Op?] = Operator.allCases.map { op in names[op].flatMap { Ops.named($0 + "_") } }

  private static func call(_ op: Operator, _ a: OpValue, _ b: OpValue) throws(TensorError) -> Value {
    guard let found = ops[Int(op.rawValue)] else { throw .notImplemented("'\(op.symbol)' is not implemented for tensors") }
    return Value(try found([a, b]))
  }

  /// `a += b`, which changes a tensor itself.
  static func inPlace(_ op: Operator, _ lhs: Value, _ rhs: Value) throws(Raised) -> Value? {
    guard let a = lhs.tensor else { return nil }
    let other: OpValue
    if let b = rhs.tensor {
      switch op {
      case .add: return try converting { () throws(TensorError) in try a.addInPlace(b).asValue }
      case .subtract: return try converting { () throws(TensorError) in try a.subInPlace(b).asValue }
      case .multiply: return try converting { () throws(TensorError) in try a.mulInPlace(b).asValue }
      default: other = .tensor(b)
      }
    } else if let b = rhs.scalar {
      if let change = elementUpdate(op), a.update(change, b) { return lhs }
      other = OpValue(b)
    } else if let b = operand(rhs) {
      other = .tensor(b)
    } else {
      return nil
    }
    guard let found = inPlaceOps[Int(op.rawValue)] else { return nil }
    return try converting { () throws(TensorError) in Value(try found([.tensor(a), other])) }
  }

  private static func elementUpdate(_ op: Operator) -> Tensor.ElementUpdate? {
    switch op {
    case .add: .add
    case .subtract: .subtract
    case .multiply: .multiply
    default: nil
    }
  }

  static func prefix(_ op: PrefixOperator, _ value: Value) throws(Raised) -> Value? {
    guard let x = value.tensor else { return nil }
    return try converting { () throws(TensorError) in
      switch op {
      case .negate: return try x.neg().asValue
      case .plus:
        if x.dtype == .bool { throw .runtime("\"positive\" is not implemented for bool tensors.") }
        return value
      case .invert: return try invert(x)
      case .absolute: return try absolute(x)
      }
    }
  }

  private static let absOp = Ops.named("abs")
  private static let notOp = Ops.named("bitwise_not")

  private static func invert(_ x: Tensor) throws(TensorError) -> Value {
    guard let notOp else { throw .notImplemented("'~' is not implemented for tensors") }
    return Value(try notOp([.tensor(x)]))
  }

  private static func absolute(_ x: Tensor) throws(TensorError) -> Value {
    guard let absOp else { throw .notImplemented("'abs()' is not implemented for tensors") }
    return Value(try absOp([.tensor(x)]))
  }

  private static let comparisons: [Op?] = ["lt", "le", "eq", "ne", "gt", "ge"].map { Ops.named($0) }

  static func compare(_ op: CompareOperator, _ lhs: Value, _ rhs: Value) throws(Raised) -> Value? {
    if lhs.tensor == nil { return try compare(op.reflected, rhs, lhs) }
    guard let a = lhs.tensor, let found = comparisons[Int(op.rawValue)] else { return nil }
    let b: OpValue
    if let tensor = operand(rhs) {
      b = .tensor(tensor)
    } else if let scalar = rhs.scalar {
      b = OpValue(scalar)
    } else {
      if op == .equal || op == .notEqual { return nil }
      throw .typeError(
        "'\(op.symbol)' not supported between instances of '\(lhs.type.name)' and '\(rhs.type.name)'")
    }
    return try converting { () throws(TensorError) in Value(try found([.tensor(a), b])) }
  }
}
