import Glibc

/// A square matrix taken apart by Gauss's elimination with row exchanges.
struct Elimination {
  /// The first diagonal element that is zero, counted from 1; nil if the matrix has an inverse.
  private(set) var zeroPivot: Int?
  private var factors: DenseMatrix
  private var order: [Int]
  private var sign = 1.0

  init(_ matrix: DenseMatrix) {
    factors = matrix
    let n = matrix.rows
    order = Array(0..<n)
    for column in 0..<n {
      var best = column
      for row in column..<n where abs(factors[row, column]) > abs(factors[best, column]) { best = row }
      if best != column {
        for k in 0..<n { factors.cells.swapAt(column * n + k, best * n + k) }
        order.swapAt(column, best)
        sign = -sign
      }
      let pivot = factors[column, column]
      if pivot == 0 {
        if zeroPivot == nil { zeroPivot = column + 1 }
        continue
      }
      for row in (column + 1)..<max(n, column + 1) {
        let factor = factors[row, column] / pivot
        factors[row, column] = factor
        for k in (column + 1)..<max(n, column + 1) { factors[row, k] -= factor * factors[column, k] }
      }
    }
  }

  private var pivots: [Double] { (0..<factors.rows).map { factors[$0, $0] } }

  /// The determinant.
  var determinant: Double { pivots.reduce(sign, *) }

  /// The determinant's sign and the logarithm of its magnitude.
  var signAndLogarithm: (sign: Double, logarithm: Double) {
    let total = pivots.reduce(sign) { $1 == 0 ? 0 : $1 < 0 ? -$0 : $1.isNaN ? .nan : $0 }
    return (total, total == 0 ? -.infinity : pivots.reduce(0) { $0 + log(abs($1)) })
  }

  /// X with A X = B; meaningless where `zeroPivot` is set.
  func solve(_ right: DenseMatrix) -> DenseMatrix {
    let n = factors.rows
    var result = DenseMatrix(n, right.columns)
    for j in 0..<right.columns {
      for i in 0..<n {
        var sum = right[order[i], j]
        for k in 0..<i { sum -= factors[i, k] * result[k, j] }
        result[i, j] = sum
      }
      for i in (0..<n).reversed() {
        var sum = result[i, j]
        for k in (i + 1)..<max(n, i + 1) { sum -= factors[i, k] * result[k, j] }
        result[i, j] = sum / factors[i, i]
      }
    }
    return result
  }

  /// The inverse; meaningless where there is none.
  var inverse: DenseMatrix { solve(.identity(factors.rows)) }
}

/// Cholesky's factor of a symmetric matrix, of which the lower triangle is read.
struct CholeskyFactor {
  private(set) var lower: DenseMatrix
  /// The order of the first leading minor that is not positive; nil if the matrix is positive-definite.
  private(set) var failedOrder: Int?

  init(_ matrix: DenseMatrix) {
    let n = matrix.rows
    lower = DenseMatrix(n, n)
    for j in 0..<n {
      var pivot = matrix[j, j]
      for k in 0..<j { pivot -= lower[j, k] * lower[j, k] }
      guard pivot > 0 else {
        failedOrder = j + 1
        return
      }
      lower[j, j] = pivot.squareRoot()
      for i in (j + 1)..<max(n, j + 1) {
        var sum = matrix[i, j]
        for k in 0..<j { sum -= lower[i, k] * lower[j, k] }
        lower[i, j] = sum / lower[j, j]
      }
    }
  }
}
