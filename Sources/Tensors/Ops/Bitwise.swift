/// An operation on the bits of integers.
enum BitOperation: String {
  case and, or, xor, leftShift = "lshift", rightShift = "rshift"

  @inline(__always)
  func apply<T: IntegerElement>(_ a: T, _ b: T) -> T {
    switch self {
    case .and: a & b
    case .or: a | b
    case .xor: a ^ b
    case .leftShift: b < T.zero || b.int >= T.bitWidth ? T.zero : a &<< b
    case .rightShift: b < T.zero || b.int >= T.bitWidth ? (a < T.zero ? T(int: -1) : T.zero) : a &>> b
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
    let out = try Tensor(uninitialised: Shape.broadcast(x.shape, y.shape), dtype: type)
    var work = BitWork(out: out, a: try x.converted(type), b: try y.converted(type), kind: kind)
    try type.dispatch(&work, kernel)
    return out
  }

  private struct BitWork: IntegerWork {
    let out: Tensor
    let a: Tensor
    let b: Tensor
    let kind: BitOperation
    mutating func run<T: IntegerElement>(_ type: T.Type) -> Void {
      let kind = self.kind
      zipElements(out, a, b) { (x: T, y: T) -> T in kind.apply(x, y) }
    }
  }

  private struct InvertWork: IntegerWork {
    let out: Tensor
    let source: Tensor
    mutating func run<T: IntegerElement>(_ type: T.Type) -> Void { mapElements(out, source) { (x: T) -> T in ~x } }
  }

  /// All bits inverted; on booleans the negation.
  package func bitwiseNot() throws(TensorError) -> Tensor {
    if dtype == .bool { return try logicalNot() }
    guard !dtype.isFloatingPoint else {
      throw .type("~ (operator.invert) is only implemented on integer and Boolean-type tensors")
    }
    let out = try emptyLike()
    var work = InvertWork(out: out, source: self)
    try dtype.dispatch(&work, "bitwise_not_cpu")
    return out
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
      "bitwise_not(input: Tensor)", .both, "All bits inverted.", example: "torch.bitwise_not(torch.tensor([1, 2]))", inPlace: true
    ) { call in .tensor(try call.tensor(0).bitwiseNot()) },
  ]
}
