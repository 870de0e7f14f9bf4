import Tensors

extension Initialisers {
  /// A matrix with orthonormal rows or columns, whichever are fewer: the Q of a QR decomposition of normal values.
  package static func orthogonal(
    _ tensor: Tensor, gain: Double = 1, generator: Generator = .standard
  ) throws(TensorError) {
    guard tensor.dim >= 2 else { throw .value("Only tensors with 2 or more dimensions are supported") }
    if tensor.elementCount == 0 { return }
    let rows = tensor.shape[0]
    let columns = tensor.elementCount / rows
    let drawn = try Tensor.zeros([rows, columns], dtype: tensor.dtype)
    try normal(drawn, generator: generator)
    let isTall = rows >= columns
    let (q, r) = try (isTall ? drawn : drawn.transpose(0, 1)).qr()
    // The triangular factor is to have a positive diagonal.
    let factor = try q * r.diagonal(0, 0, 1).sign()
    let source = try (isTall ? factor : factor.transpose(0, 1)).reshape(tensor.shape) * .double(gain)
    try GradMode.off { _ = try tensor.copyInPlace(source) }
  }
}
