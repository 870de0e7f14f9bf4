extension Tensor {
  /// A tensor of equal elements.
  package static func full(_ shape: Shape, _ value: Scalar, dtype: DType? = nil) throws(TensorError) -> Tensor {
    let result = try Tensor(uninitialised: shape, dtype: dtype ?? value.dtype)
    try value.checkFits(result.dtype, named: result.dtype.filledName)
    result.fillElements(value)
    return result
  }

  /// A tensor of zeros.
  package static func zeros(_ shape: Shape, dtype: DType = .float32) throws(TensorError) -> Tensor {
    try full(shape, 0, dtype: dtype)
  }

  /// A tensor of ones.
  package static func ones(_ shape: Shape, dtype: DType = .float32) throws(TensorError) -> Tensor {
    try full(shape, 1, dtype: dtype)
  }

  /// A zero-dim tensor.
  package static func scalar(_ value: Scalar, dtype: DType? = nil) throws(TensorError) -> Tensor {
    try full([], value, dtype: dtype)
  }

  /// The numbers from `start`, `step` apart, below `end`.
  package static func arange(
    _ start: Scalar, _ end: Scalar, step: Scalar = 1, dtype: DType? = nil
  ) throws(TensorError) -> Tensor {
    if dtype == .bool { throw .notImplemented("arange_cpu", for: .bool) }
    var type = DType.int64
    for value in [start, end, step] { if case .double = value { type = .float32 } }
    let (first, last, distance) = (start.doubleValue, end.doubleValue, step.doubleValue)
    guard distance != 0 else { throw .runtime("step must be nonzero") }
    guard (first - last).isFinite else { throw .runtime("unsupported range: \(shortText(first)) -> \(shortText(last))") }
    guard (distance > 0) == (last >= first) || last == first else {
      throw .runtime("upper bound and lower bound inconsistent with step sign")
    }
    let count = ((last - first) / distance).rounded(.up)
    guard count < 1e15 else { throw .notEnoughMemory(count < 1e18 ? Int(count) &* 8 : Int.max) }
    let result = try Tensor(uninitialised: [Int(count)], dtype: dtype ?? type)
    var work = SequenceWork(out: result, start: start, step: step)
    try result.dtype.dispatch(&work)
    return result
  }

  /// The numbers 0 ..< count as int64.
  package static func arange(_ count: Int) throws(TensorError) -> Tensor { try arange(0, .int(count)) }

  private struct SequenceWork: ElementWork {
    let out: Tensor
    let start: Scalar
    let step: Scalar
    mutating func run<T: Element>(_ type: T.Type) {
      let p = out.pointer(T.self)
      let n = out.elementCount
      if case .double = start {
      } else if case .double = step {
      } else {
        for i in 0..<n { p[i] = T(int: start.intValue &+ i &* step.intValue) }
        return
      }
      let (first, distance) = (start.doubleValue, step.doubleValue)
      for i in 0..<n { p[i] = T(double: first + distance * Double(i)) }
    }
  }

  /// Zeros of this tensor's shape and dtype.
  package func zerosLike() throws(TensorError) -> Tensor { try Tensor.zeros(shape, dtype: dtype) }
  /// Ones of this tensor's shape and dtype.
  package func onesLike() throws(TensorError) -> Tensor { try Tensor.ones(shape, dtype: dtype) }
}
