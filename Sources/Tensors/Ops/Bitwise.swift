/// An operation on the bits of integers.
enum BitOperation: String {
  case and, or, xor
  case leftShift = "lshift"
  case rightShift = "rshift"

  @inline(__always)
  func apply(_ a: Int, _ b: Int) -> Int {
    switch self {
    case .and: a & b
    case .or: a | b
    case .xor: a ^ b
    case .leftShift: b < 0 || b >= Int.bitWidth ? 0 : a &<< b
    case .rightShift: b < 0 || b >= Int.bitWidth ? (a < 0 ? -1 : 0) : a &>> b
    }
  }
}

extension Tensor {
  /// A bitwise operation; on booleans the logical one.
  package static func bitwise(_ a: Operand, _ b: Operand, _ operation: String) throws(TensorError) -> Tensor {
    guard let kind = BitOperation(rawValue: operation) else { throw .runtime("unknown bitwise operation \(operation)") }
    let (x, y): (Tensor, Tensor)
    let type: DType
    switch (a, b) {
    case (.tensor(let p), .tensor(let q)): (x, y, type) = (p, q, TypePromotion.of(p, q))
    case (.tensor(let p), .scalar(let s)):
      type = TypePromotion.of(p, s)
      (x, y) = (p, try Tensor.scalar(s, dtype: type))
    case (.scalar(let s), .tensor(let q)):
      type = TypePromotion.of(q, s)
      (x, y) = (try Tensor.scalar(s, dtype: type), q)
    case (.scalar(let s), .scalar(let t)):
      type = .int64
      (x, y) = (try Tensor.scalar(s, dtype: .int64), try Tensor.scalar(t, dtype: .int64))
    }
    let kernel = kind == .leftShift || kind == .rightShift ? "\(operation)_cpu" : "bitwise_\(operation)_cpu"
    if type == .bool {
      switch kind {
      case .and: return try x.logicalAnd(y)
      case .or: return try x.logicalOr(y)
      case .xor: return try x.logicalXor(y)
      default: throw .notImplemented(kernel, for: .bool)
      }
    }
    guard !type.isFloatingPoint else { throw .notImplemented(kernel, for: type) }
    let out = try Tensor(uninitialised: Shape.broadcast(x.shape, y.shape), dtype: .int64)
    zipElements(out, try x.converted(.int64), try y.converted(.int64)) { (x: Int, y: Int) -> Int in kind.apply(x, y) }
    return try out.converted(type)
  }

  /// All bits inverted; on booleans the negation.
  package func bitwiseNot() throws(TensorError) -> Tensor {
    if dtype == .bool { return try logicalNot() }
    guard !dtype.isFloatingPoint else {
      throw .type("~ (operator.invert) is only implemented on integer and Boolean-type tensors")
    }
    let wide = try converted(.int64)
    let out = try wide.emptyLike()
    mapElements(out, wide) { (x: Int) -> Int in ~x }
    return try out.converted(dtype)
  }
}

extension Op {
  private static func bitwise(_ name: String, _ operation: String, _ summary: String) -> Op {
    Op(
      "\(name)(input: Operand, other: Operand)", .both, summary,
      example: "torch.\(name)(torch.tensor([6, 3]), torch.tensor([3, 1]))", inPlace: true
    ) { call in .tensor(try Tensor.bitwise(call.operand(0), call.operand(1), operation)) }
  }

  static let bitwise: [Op] = [
    bitwise("bitwise_and", "and", "Bits that both have."),
    bitwise("bitwise_or", "or", "Bits that either has."),
    bitwise("bitwise_xor", "xor", "Bits that just one has."),
    bitwise("bitwise_left_shift", "lshift", "Bits moved up."),
    bitwise("bitwise_right_shift", "rshift", "Bits moved down."),
    Op(
      "bitwise_not(input: Tensor)", .both, "All bits inverted.", example: "torch.bitwise_not(torch.tensor([1, 2]))",
      inPlace: true
    ) { call in .tensor(try call.tensor(0).bitwiseNot()) },
  ]
}
