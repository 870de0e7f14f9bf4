/// One matrix in double precision, row by row: what the factorisations work on.
struct DenseMatrix {
  let rows: Int
  let columns: Int
  var cells: [Double]

  init(_ rows: Int, _ columns: Int, _ cells: [Double]) { (self.rows, self.columns, self.cells) = (rows, columns, cells) }

  init(_ rows: Int, _ columns: Int) { self.init(rows, columns, [Double](repeating: 0, count: rows * columns)) }

  static func identity(_ size: Int) -> DenseMatrix {
    var result = DenseMatrix(size, size)
    for i in 0..<size { result[i, i] = 1 }
    return result
  }

  subscript(row: Int, column: Int) -> Double {
    get { cells[row &* columns &+ column] }
    set { cells[row &* columns &+ column] = newValue }
  }

  var transposed: DenseMatrix {
    var result = DenseMatrix(columns, rows)
    for i in 0..<rows { for j in 0..<columns { result[j, i] = self[i, j] } }
    return result
  }

  /// The first columns.
  func columns(_ count: Int) -> DenseMatrix {
    var result = DenseMatrix(rows, count)
    for i in 0..<rows { for j in 0..<count { result[i, j] = self[i, j] } }
    return result
  }

  var isFinite: Bool { cells.allSatisfy(\.isFinite) }
}

extension Tensor {
  /// The matrices of a batch, each in double precision.
  func matrices() throws(TensorError) -> [DenseMatrix] {
    let (rows, columns) = (shape[dim - 2], shape[dim - 1])
    let cells: [Double] = try values(Double.self)
    let size = rows * columns
    let count = Shape(shape.dropLast(2)).elementCount
    return (0..<count).map { DenseMatrix(rows, columns, Array(cells[($0 * size)..<(($0 + 1) * size)])) }
  }

  /// Matrices as a batch with these leading sizes.
  static func batch(
    _ matrices: [DenseMatrix], _ leading: [Int], _ rows: Int, _ columns: Int, dtype: DType
  ) throws(TensorError) -> Tensor {
    try Tensor(matrices.flatMap(\.cells), shape: Shape(leading + [rows, columns])).converted(dtype)
  }
}
