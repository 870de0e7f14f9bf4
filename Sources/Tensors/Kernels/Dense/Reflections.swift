/// A matrix as Q R by Householder's reflections. Each one maps its column to minus its first element's sign, as LAPACK's do, so that
/// signs agree.
struct Reflections {
  /// The first columns of the orthogonal factor.
  let q: DenseMatrix
  /// The triangular factor, with the rows of the matrix.
  let r: DenseMatrix

  /// Takes a matrix apart; `columns` of the orthogonal factor are made.
  init(_ matrix: DenseMatrix, columns: Int) {
    let (m, n) = (matrix.rows, matrix.columns)
    var r = matrix
    var reflections: [(v: [Double], scale: Double)] = []
    for k in 0..<min(m, n) {
      let below = ((k + 1)..<max(m, k + 1)).reduce(0.0) { $0 + r[$1, k] * r[$1, k] }
      if below == 0 {
        reflections.append(([], 0))
        continue
      }
      let first = r[k, k]
      let length = (first * first + below).squareRoot()
      let target = first < 0 || first.sign == .minus ? length : -length
      var v = (k..<m).map { r[$0, k] }
      v[0] = first - target
      let scale = 2 / v.reduce(0) { $0 + $1 * $1 }
      Reflections.apply(v, scale, to: &r, from: k)
      r[k, k] = target
      for i in (k + 1)..<max(m, k + 1) { r[i, k] = 0 }
      reflections.append((v, scale))
    }
    var q = DenseMatrix(m, columns)
    for i in 0..<min(m, columns) { q[i, i] = 1 }
    for k in reflections.indices.reversed() where !reflections[k].v.isEmpty {
      Reflections.apply(reflections[k].v, reflections[k].scale, to: &q, from: k)
    }
    (self.q, self.r) = (q, r)
  }

  /// Subtracts `scale` v vᵀ M from the rows of M below `start`.
  private static func apply(_ v: [Double], _ scale: Double, to matrix: inout DenseMatrix, from start: Int) {
    for j in 0..<matrix.columns {
      var sum = 0.0
      for i in v.indices { sum += v[i] * matrix[start + i, j] }
      sum *= scale
      if sum != 0 { for i in v.indices { matrix[start + i, j] -= sum * v[i] } }
    }
  }
}
