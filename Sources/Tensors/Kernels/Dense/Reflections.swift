/// A matrix as Q R by Householder's reflections I − τ v vᵀ, with LAPACK's signs and, for float32, its roundings as PyTorch has them on Intel
/// processors with AVX-512: the triangular factor in plain steps, the orthogonal one in sixteen lanes with fused steps.
struct Reflections {
  /// The first columns of the orthogonal factor.
  let q: DenseMatrix
  /// The triangular factor, with the rows of the matrix.
  let r: DenseMatrix

  /// Takes a matrix apart; `columns` of the orthogonal factor are made. With `single` every step is rounded to float32.
  init(_ matrix: DenseMatrix, columns: Int, single: Bool) {
    (q, r) =
      single ? HouseholderFactors<Float>(matrix, columns).factors : HouseholderFactors<Double>(matrix, columns).factors
  }
}

/// The working storage of a factorisation: the matrix by columns, each reflection's v below its diagonal, whose first element is 1.
private struct HouseholderFactors<T: BinaryFloatingPoint> {
  private let rows, columns: Int
  private var cells: [[T]]
  private var scales: [T] = []
  private var orthogonal: [[T]]

  init(_ matrix: DenseMatrix, _ width: Int) {
    let (m, n) = (matrix.rows, matrix.columns)
    (rows, columns) = (m, n)
    cells = (0..<n).map { j in (0..<m).map { T(matrix[$0, j]) } }
    orthogonal = []
    for k in 0..<min(m, n) {
      scales.append(reflect(k))
      for j in (k + 1)..<max(n, k + 1) { applyPlainly(k, to: j) }
    }
    if width > 0 { makeOrthogonal(width) }
  }

  var factors: (q: DenseMatrix, r: DenseMatrix) {
    var (q, r) = (DenseMatrix(rows, orthogonal.count), DenseMatrix(rows, columns))
    for (j, column) in orthogonal.enumerated() { for i in 0..<rows { q[i, j] = Double(column[i]) } }
    for (j, column) in cells.enumerated() { for i in 0..<min(rows, j + 1) { r[i, j] = Double(column[i]) } }
    return (q, r)
  }

  /// Turns a column into its reflection's v and the diagonal element that is left; gives τ.
  private mutating func reflect(_ k: Int) -> T {
    let length = norm(cells[k], from: k + 1)
    if length == 0 { return 0 }
    let first = cells[k][k]
    let (large, small) = (max(abs(first), length), min(abs(first), length))
    let quotient = small / large
    let whole = small == 0 ? large : large * (1 + quotient * quotient).squareRoot()
    let diagonal = first.sign == .minus ? whole : -whole
    for i in (k + 1)..<rows { cells[k][i] /= first - diagonal }
    cells[k][k] = diagonal
    return (diagonal - first) / diagonal
  }

  /// The root of the sum of squares, scaled by the largest element so far.
  private func norm(_ column: [T], from start: Int) -> T {
    var (scale, sum): (T, T) = (0, 1)
    for i in start..<max(rows, start) where column[i] != 0 {
      let size = abs(column[i])
      if scale < size {
        let quotient = scale / size
        sum = 1 + (sum * quotient) * quotient
        scale = size
      } else {
        let quotient = size / scale
        sum = sum + quotient * quotient
      }
    }
    return scale * sum.squareRoot()
  }

  private mutating func applyPlainly(_ k: Int, to j: Int) {
    let v = cells[k]
    var product = cells[j][k]
    for i in (k + 1)..<max(rows, k + 1) { product = product + v[i] * cells[j][i] }
    let step = scales[k] * product
    cells[j][k] = cells[j][k] - step
    for i in (k + 1)..<max(rows, k + 1) { cells[j][i] = cells[j][i] - step * v[i] }
  }

  /// The product of all reflections, from the last one on.
  private mutating func makeOrthogonal(_ width: Int) {
    orthogonal = (0..<width).map { j in (0..<rows).map { $0 == j && j >= scales.count ? 1 : 0 } }
    for k in scales.indices.reversed() where k < width {
      let (v, scale) = (cells[k], scales[k])
      for j in (k + 1)..<max(width, k + 1) { applyInLanes(v, scale, from: k, to: j) }
      for i in (k + 1)..<max(rows, k + 1) { orthogonal[k][i] = -scale * v[i] }
      orthogonal[k][k] = 1 - scale
    }
  }

  private mutating func applyInLanes(_ v: [T], _ scale: T, from k: Int, to j: Int) {
    var lanes = [T](repeating: 0, count: 16)
    lanes[0] = orthogonal[j][k]
    for i in (k + 1)..<max(rows, k + 1) { lanes[(i - k) & 15].addProduct(v[i], orthogonal[j][i]) }
    for half in [8, 4, 2, 1] { for lane in 0..<half { lanes[lane] += lanes[lane + half] } }
    let step = -(scale * lanes[0])
    orthogonal[j][k] += step
    for i in (k + 1)..<max(rows, k + 1) { orthogonal[j][i].addProduct(step, v[i]) }
  }
}
