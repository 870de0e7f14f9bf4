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
    let values: [Double] = try drawn.to(.float64).values(Double.self)
    let isTall = rows >= columns
    let (height, width) = isTall ? (rows, columns) : (columns, rows)
    var matrix = [[Double]](repeating: [], count: width)  // by columns
    for column in 0..<width {
      matrix[column] = (0..<height).map { isTall ? values[$0 * columns + column] : values[column * columns + $0] }
    }
    orthonormalise(&matrix)
    var result = [Double](repeating: 0, count: rows * columns)
    for column in 0..<width {
      for row in 0..<height { result[isTall ? row * columns + column : column * columns + row] = matrix[column][row] * gain }
    }
    let source = try Tensor(result).to(tensor.dtype).reshape(tensor.shape)
    try GradMode.off { _ = try tensor.copyInPlace(source) }
  }

  /// Gram-Schmidt, twice for accuracy. It leaves the diagonal of R positive, which is the sign convention asked for.
  private static func orthonormalise(_ columns: inout [[Double]]) {
    for current in columns.indices {
      for _ in 0..<2 {
        for earlier in 0..<current {
          var product = 0.0
          for row in columns[current].indices { product += columns[current][row] * columns[earlier][row] }
          for row in columns[current].indices { columns[current][row] -= product * columns[earlier][row] }
        }
      }
      let length = columns[current].reduce(0) { $0 + $1 * $1 }.squareRoot()
      if length > 0 { for row in columns[current].indices { columns[current][row] /= length } }
    }
  }
}
