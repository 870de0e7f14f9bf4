/// Eigenvalues and singular values by Jacobi's rotations: slower than reflections to a band for large matrices, but short, and exact to
/// the last digits for small values too.
enum Rotations {
  private static let sweeps = 60

  /// The eigenvalues of a symmetric matrix, of which the lower triangle is read, in ascending order, with their vectors as columns;
  /// nil if they do not converge.
  static func symmetricEigen(_ matrix: DenseMatrix) -> (values: [Double], vectors: DenseMatrix)? {
    guard matrix.isFinite else { return nil }
    let n = matrix.rows
    var a = matrix
    for i in 0..<n { for j in (i + 1)..<max(n, i + 1) { a[i, j] = a[j, i] } }
    var vectors = DenseMatrix.identity(n)
    var isDone = n < 2
    for _ in 0..<sweeps where !isDone {
      isDone = true
      for p in 0..<(n - 1) {
        for q in (p + 1)..<n {
          let off = a[p, q]
          if abs(off) <= 1e-17 * (abs(a[p, p]) * abs(a[q, q])).squareRoot() || abs(off) < 1e-300 { continue }
          isDone = false
          let ratio = (a[q, q] - a[p, p]) / (2 * off)
          let tangent = (ratio < 0 ? -1 : 1) / (abs(ratio) + (ratio * ratio + 1).squareRoot())
          let cosine = 1 / (tangent * tangent + 1).squareRoot()
          let sine = tangent * cosine
          for k in 0..<n {
            let (x, y) = (a[k, p], a[k, q])
            (a[k, p], a[k, q]) = (cosine * x - sine * y, sine * x + cosine * y)
          }
          for k in 0..<n {
            let (x, y) = (a[p, k], a[q, k])
            (a[p, k], a[q, k]) = (cosine * x - sine * y, sine * x + cosine * y)
            let (v, w) = (vectors[k, p], vectors[k, q])
            (vectors[k, p], vectors[k, q]) = (cosine * v - sine * w, sine * v + cosine * w)
          }
          (a[p, q], a[q, p]) = (0, 0)
        }
      }
    }
    guard isDone else { return nil }
    let order = (0..<n).sorted { a[$0, $0] < a[$1, $1] }
    var sorted = DenseMatrix(n, n)
    for (to, from) in order.enumerated() {
      var sign = largestElement(of: vectors, column: from) < 0 ? -1.0 : 1.0
      if n == 2 { sign = signOfPair(matrix, vectors, from, isLarger: abs(a[from, from]) >= abs(a[1 - from, 1 - from])) }
      for k in 0..<n { sorted[k, to] = sign * vectors[k, from] }
    }
    return (order.map { a[$0, $0] }, sorted)
  }

  /// The sign that LAPACK gives a vector of a 2 × 2 matrix: the one of the value of larger magnitude is (c, s), the other (−s, c).
  private static func signOfPair(_ matrix: DenseMatrix, _ vectors: DenseMatrix, _ column: Int, isLarger: Bool) -> Double {
    let (sum, gap, twice) = (matrix[0, 0] + matrix[1, 1], matrix[0, 0] - matrix[1, 1], 2 * matrix[1, 0])
    if twice == 0 { return vectors[0, column] + vectors[1, column] < 0 ? -1 : 1 }
    let root = (gap * gap + twice * twice).squareRoot()
    let shifted = gap >= 0 ? gap + root : gap - root
    var (c, s): (Double, Double)
    if abs(shifted) > abs(twice) {
      let ratio = -twice / shifted
      s = 1 / (1 + ratio * ratio).squareRoot()
      c = ratio * s
    } else {
      let ratio = -shifted / twice
      c = 1 / (1 + ratio * ratio).squareRoot()
      s = ratio * c
    }
    if (sum < 0) == (gap < 0) { (c, s) = (-s, c) }
    let wanted = isLarger ? (c, s) : (-s, c)
    return vectors[0, column] * wanted.0 + vectors[1, column] * wanted.1 < 0 ? -1 : 1
  }

  /// A = U diag(S) Vᵀ with the singular values in descending order and min(m, n) columns in U and V; nil if they do not converge.
  static func singularValues(_ matrix: DenseMatrix) -> (u: DenseMatrix, s: [Double], v: DenseMatrix)? {
    guard matrix.isFinite else { return nil }
    if matrix.rows < matrix.columns {
      guard let (u, s, v) = singularValues(matrix.transposed) else { return nil }
      return (v, s, u)
    }
    let (m, n) = (matrix.rows, matrix.columns)
    // One-sided: rotates pairs of columns until all are orthogonal. Columns are kept as rows, so that they lie together.
    var columns = matrix.transposed
    var v = DenseMatrix.identity(n)
    var isDone = n < 2
    for _ in 0..<sweeps where !isDone {
      isDone = true
      for p in 0..<(n - 1) {
        for q in (p + 1)..<n {
          var (pp, qq, pq) = (0.0, 0.0, 0.0)
          for k in 0..<m {
            let (x, y) = (columns[p, k], columns[q, k])
            pp += x * x
            qq += y * y
            pq += x * y
          }
          if abs(pq) <= 1e-15 * (pp * qq).squareRoot() || abs(pq) < 1e-300 { continue }
          isDone = false
          let ratio = (qq - pp) / (2 * pq)
          let tangent = (ratio < 0 ? -1 : 1) / (abs(ratio) + (ratio * ratio + 1).squareRoot())
          let cosine = 1 / (tangent * tangent + 1).squareRoot()
          let sine = tangent * cosine
          for k in 0..<m {
            let (x, y) = (columns[p, k], columns[q, k])
            (columns[p, k], columns[q, k]) = (cosine * x - sine * y, sine * x + cosine * y)
          }
          for k in 0..<n {
            let (x, y) = (v[k, p], v[k, q])
            (v[k, p], v[k, q]) = (cosine * x - sine * y, sine * x + cosine * y)
          }
        }
      }
    }
    guard isDone else { return nil }
    let lengths = (0..<n).map { p in (0..<m).reduce(0.0) { $0 + columns[p, $1] * columns[p, $1] }.squareRoot() }
    let order = (0..<n).sorted { lengths[$0] > lengths[$1] }
    let floor = (lengths.max() ?? 0) * Double(max(m, n)) * 2.3e-16
    var (u, sorted) = (DenseMatrix(m, n), DenseMatrix(n, n))
    var missing: [Int] = []
    for (to, from) in order.enumerated() {
      if lengths[from] > floor {
        for k in 0..<m { u[k, to] = columns[from, k] / lengths[from] }
      } else {
        missing.append(to)
      }
      for k in 0..<n { sorted[k, to] = v[k, from] }
    }
    if !missing.isEmpty { complete(&u, missing) }
    for column in 0..<n where largestElement(of: u, column: column) > 0 {
      for k in 0..<m { u[k, column].negate() }
      for k in 0..<n { sorted[k, column].negate() }
    }
    return (u, order.map { lengths[$0] }, sorted)
  }

  /// As many orthonormal columns as rows, the given ones first.
  static func completed(_ u: DenseMatrix) -> DenseMatrix {
    var whole = DenseMatrix(u.rows, u.rows)
    for i in 0..<u.rows { for j in 0..<u.columns { whole[i, j] = u[i, j] } }
    complete(&whole, Array(u.columns..<u.rows))
    return whole
  }

  /// Fills columns with unit vectors made orthogonal to all columns that stand.
  private static func complete(_ u: inout DenseMatrix, _ missing: [Int]) {
    var present = Set(0..<u.columns).subtracting(missing)
    for column in missing {
      var best: (length: Double, vector: [Double]) = (0, [])
      for axis in 0..<u.rows {
        var vector = [Double](repeating: 0, count: u.rows)
        vector[axis] = 1
        // Twice: once leaves what rounding adds.
        for _ in 0..<2 {
          for other in present {
            let share = (0..<u.rows).reduce(0.0) { $0 + vector[$1] * u[$1, other] }
            for k in 0..<u.rows { vector[k] -= share * u[k, other] }
          }
        }
        let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
        if length > best.length { best = (length, vector) }
        if length > 0.5 { break }
      }
      for k in best.vector.indices { u[k, column] = best.vector[k] / best.length }
      present.insert(column)
    }
  }

  private static func largestElement(of matrix: DenseMatrix, column: Int) -> Double {
    var largest = 0.0
    for k in 0..<matrix.rows where abs(matrix[k, column]) > abs(largest) * (1 + 1e-9) { largest = matrix[k, column] }
    return largest
  }
}
