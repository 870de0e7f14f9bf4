/// Python's operators on tensors and numbers, for whoever evaluates scripts.
package enum BinaryOperator {
  case add, sub, mul, div, floorDiv, mod, pow, matmul
  case and, or, xor, leftShift, rightShift
  case eq, ne, lt, le, gt, ge

  /// The result for two operands, at least one of them a tensor.
  package func apply(_ a: Operand, _ b: Operand) throws(TensorError) -> Tensor {
    if a.isHalf || b.isHalf { return try applyInSinglePrecision(a, b) }
    switch self {
    case .add:
      switch (a, b) {
      case (.tensor(let x), .tensor(let y)): return try x.add(y)
      case (.tensor(let x), .scalar(let y)): return try x.add(y)
      case (.scalar(let x), .tensor(let y)): return try y.add(x)
      default: return try lifted(a, b)
      }
    case .sub:
      switch (a, b) {
      case (.tensor(let x), .tensor(let y)): return try x.sub(y)
      case (.tensor(let x), .scalar(let y)): return try x.sub(y)
      case (.scalar(let x), .tensor(let y)): return try y.subtracted(from: x)
      default: return try lifted(a, b)
      }
    case .mul:
      switch (a, b) {
      case (.tensor(let x), .tensor(let y)): return try x.mul(y)
      case (.tensor(let x), .scalar(let y)): return try x.mul(y)
      case (.scalar(let x), .tensor(let y)): return try y.mul(x)
      default: return try lifted(a, b)
      }
    case .div: return try Tensor.divide(a, b, roundingMode: nil)
    case .floorDiv: return try Tensor.floorDivide(a, b)
    case .mod: return try Tensor.remainder(a, b)
    case .pow:
      switch (a, b) {
      case (.tensor(let x), .tensor(let y)): return try x.pow(y)
      case (.tensor(let x), .scalar(let y)): return try x.pow(y)
      case (.scalar(let x), .tensor(let y)): return try y.powered(of: x)
      default: return try lifted(a, b)
      }
    case .matmul:
      guard case .tensor(let x) = a, case .tensor(let y) = b else { return try lifted(a, b) }
      return try x.matmul(y)
    case .and: return try Tensor.bitwise(a, b, "and")
    case .or: return try Tensor.bitwise(a, b, "or")
    case .xor: return try Tensor.bitwise(a, b, "xor")
    case .leftShift: return try Tensor.bitwise(a, b, "lshift")
    case .rightShift: return try Tensor.bitwise(a, b, "rshift")
    case .eq, .ne, .lt, .le, .gt, .ge: return try compare(a, b)
    }
  }

  private func compare(_ a: Operand, _ b: Operand) throws(TensorError) -> Tensor {
    switch (a, b) {
    case (.tensor(let x), .tensor(let y)):
      switch self {
      case .eq: return try x.eq(y)
      case .ne: return try x.ne(y)
      case .lt: return try x.lt(y)
      case .le: return try x.le(y)
      case .gt: return try x.gt(y)
      default: return try x.ge(y)
      }
    case (.tensor(let x), .scalar(let y)):
      switch self {
      case .eq: return try x.eq(y)
      case .ne: return try x.ne(y)
      case .lt: return try x.lt(y)
      case .le: return try x.le(y)
      case .gt: return try x.gt(y)
      default: return try x.ge(y)
      }
    case (.scalar(let x), .tensor(let y)):
      switch self {
      case .eq: return try y.eq(x)
      case .ne: return try y.ne(x)
      case .lt: return try y.gt(x)
      case .le: return try y.ge(x)
      case .gt: return try y.lt(x)
      default: return try y.le(x)
      }
    default: return try lifted(a, b)
    }
  }

  /// Two numbers: the first becomes a tensor.
  private func lifted(_ a: Operand, _ b: Operand) throws(TensorError) -> Tensor {
    guard case .scalar(let x) = a else { throw .type("both arguments to matmul need to be tensors") }
    return try apply(.tensor(Tensor.scalar(x)), b)
  }

  /// The operators whose methods may change their receiver without a copy.
  static let ofMethod: [String: BinaryOperator] = ["add": .add, "sub": .sub, "mul": .mul, "div": .div]

  /// The in-place form: `a += b`. Gives back `a`.
  package func applyInPlace(_ a: Tensor, _ b: Operand) throws(TensorError) -> Tensor {
    if a.dtype != .float16, case .tensor(let y) = b, y.dtype != .float16 {
      switch self {
      case .add: return try a.addInPlace(y)
      case .sub: return try a.subInPlace(y)
      case .mul: return try a.mulInPlace(y)
      default: break
      }
    }
    if case .scalar(let y) = b, try a.update(self, y) { return a }
    return try a.updated { try apply(.tensor($0), b) }
  }
}

extension Op {
  static let arithmetic: [Op] = [
    Op(
      "add(input: Tensor, other: Operand, *, alpha: Number = 1)", .both, "input + alpha · other.",
      example: "torch.add(torch.tensor([1., 2.]), torch.tensor([3., 4.]))", inPlace: true
    ) { call in
      switch try call.operand(1) {
      case .tensor(let y): .tensor(try call.tensor(0).add(y, alpha: call.scalar(2)))
      case .scalar(let y): .tensor(try call.tensor(0).add(y.multiplied(by: call.scalar(2))))
      }
    }.or("add(input: Number, other: Tensor, *, alpha: Number = 1)") { call in
      .tensor(try Tensor.scalar(call.scalar(0)).add(call.tensor(1), alpha: call.scalar(2)))
    },
    Op(
      "sub(input: Tensor, other: Operand, *, alpha: Number = 1)", .both, "input − alpha · other.",
      example: "torch.sub(torch.tensor([1., 2.]), torch.tensor([3., 5.]))", aliases: ["subtract"], inPlace: true
    ) { call in
      switch try call.operand(1) {
      case .tensor(let y): .tensor(try call.tensor(0).sub(y, alpha: call.scalar(2)))
      case .scalar(let y): .tensor(try call.tensor(0).sub(y.multiplied(by: call.scalar(2))))
      }
    },
    Op(
      "mul(input: Tensor, other: Operand)", .both, "The product, element by element.",
      example: "torch.mul(torch.tensor([1., 2.]), torch.tensor([3., 4.]))", aliases: ["multiply"], inPlace: true
    ) { call in
      switch try call.operand(1) {
      case .tensor(let y): .tensor(try call.tensor(0).mul(y))
      case .scalar(let y): .tensor(try call.tensor(0).mul(y))
      }
    }.or("mul(input: Number, other: Tensor)") { call in .tensor(try call.tensor(1).mul(call.scalar(0))) },
    Op(
      "rsub(input: Tensor, other: Operand, *, alpha: Number = 1)", .function, "other − alpha · input.",
      example: "torch.rsub(torch.tensor([1., 2.]), 3)"
    ) { call in
      let factor = try call.scalar(2)
      let x = try factor.doubleValue == 1 ? call.tensor(0) : call.tensor(0).mul(factor)
      return .tensor(try BinaryOperator.sub.apply(call.operand(1), .tensor(x)))
    },
    Op(
      "addcmul(input: Tensor, tensor1: Tensor, tensor2: Tensor, *, value: Number = 1)", .both,
      "input + value · tensor1 · tensor2.",
      example: "torch.addcmul(torch.tensor([1., 2.]), torch.tensor([3., 4.]), torch.tensor([5., 6.]))", inPlace: true
    ) { call in .tensor(try call.tensor(0).addcmul(call.tensor(1), call.tensor(2), value: call.scalar(3))) },
    Op(
      "addcdiv(input: Tensor, tensor1: Tensor, tensor2: Tensor, *, value: Number = 1)", .both,
      "input + value · tensor1 / tensor2.",
      example: "torch.addcdiv(torch.tensor([1., 2.]), torch.tensor([3., 4.]), torch.tensor([5., 6.]))", inPlace: true
    ) { call in .tensor(try call.tensor(0).addcdiv(call.tensor(1), call.tensor(2), value: call.scalar(3))) },
    Op(
      "lerp(input: Tensor, end: Tensor, weight: Operand)", .both, "input + weight · (end − input).",
      example: "torch.lerp(torch.tensor([1., 2.]), torch.tensor([3., 4.]), 0.25)", inPlace: true
    ) { call in
      switch try call.operand(2) {
      case .scalar(let w): .tensor(try call.tensor(0).lerp(call.tensor(1), w.doubleValue))
      case .tensor(let w): .tensor(try call.tensor(0).add(call.tensor(1).sub(call.tensor(0)).mul(w)))
      }
    },
  ]
}

extension Scalar {
  /// The product of two numbers, kept whole where both are.
  func multiplied(by other: Scalar) -> Scalar {
    if case .int(1) = other { return self }
    if case .double = self { return .double(doubleValue * other.doubleValue) }
    if case .double = other { return .double(doubleValue * other.doubleValue) }
    return .int(intValue &* other.intValue)
  }
}
