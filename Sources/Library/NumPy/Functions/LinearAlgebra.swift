import Glibc
import Interpreter
import Tensors

/// The dense methods behind `numpy.linalg`: elimination with row exchanges, reflections, rotations. One matrix at a time, in doubles.
enum LinearAlgebra {
  static func add(to module: ModuleObject) {
    module.function("_det(a)", "The determinant.") { call throws(Raised) in
      let a = try Matrix(call[0])
      let factors = Elimination(a)
      // By way of the logarithm, as numpy does it: the last digits are those.
      let logarithm = factors.pivots.reduce(0) { $0 + log(abs($1)) }
      return ArrayScalar.make(.double(factors.pivots.contains(0) ? 0 : factors.determinantSign * exp(logarithm)), .float64)
    }
    module.function("_slogdet(a)", "Sign and logarithm of the determinant's magnitude.") { call throws(Raised) in
      let factors = Elimination(try Matrix(call[0]))
      var (sign, logarithm) = (factors.sign, 0.0)
      for pivot in factors.pivots {
        if pivot == 0 {
          return .tuple([ArrayScalar.make(.double(0), .float64), ArrayScalar.make(.double(-.infinity), .float64)])
        }
        if pivot < 0 { sign = -sign }
        logarithm += log(abs(pivot))
      }
      return .tuple([ArrayScalar.make(.double(sign), .float64), ArrayScalar.make(.double(logarithm), .float64)])
    }
    module.function("_solve(a, b)", "The solution of a system of equations.") { call throws(Raised) in
      let (a, b) = (try Matrix(call[0]), try Matrix(call[1]))
      guard let x = Elimination(a).solve(b) else { throw singular }
      return x.asValue
    }
    module.function("_eigh(a)", "Eigenvalues in ascending order and the vectors of a symmetric matrix.") {
      call throws(Raised) in
      let (values, vectors) = try Rotations.eigen(try Matrix(call[0]))
      return .tuple([NDArrayObject(Tensor(values)).asValue, vectors.asValue])
    }
    module.function("_svd(a)", "Left vectors, singular values and right vectors.") { call throws(Raised) in
      let (u, s, vt) = try Rotations.singular(try Matrix(call[0]))
      return .tuple([u.asValue, NDArrayObject(Tensor(s)).asValue, vt.asValue])
    }
    module.function("_qr(a)", "All of the orthogonal factor, and the triangular one.") { call throws(Raised) in
      let (q, r) = Reflections.factors(try Matrix(call[0]))
      return .tuple([q.asValue, r.asValue])
    }
    module.function("_cholesky(a)", "The lower triangular factor.") { call throws(Raised) in
      let a = try Matrix(call[0])
      let n = a.rows
      var l = Matrix(rows: n, columns: n)
      for j in 0..<n {
        var pivot = a[j, j]
        for k in 0..<j { pivot -= l[j, k] * l[j, k] }
        guard pivot > 0 else { throw Raised(ArrayErrors.linAlgError, "Matrix is not positive definite") }
        l[j, j] = pivot.squareRoot()
        for i in j + 1..<max(n, j + 1) {
          var sum = a[i, j]
          for k in 0..<j { sum -= l[i, k] * l[j, k] }
          l[i, j] = sum / l[j, j]
        }
      }
      return l.asValue
    }
  }

  private static let singular = Raised(ArrayErrors.linAlgError, "Singular matrix")
}

/// A matrix of doubles in row-major order.
struct Matrix {
  let rows: Int
  let columns: Int
  var elements: [Double]

  init(rows: Int, columns: Int) {
    (self.rows, self.columns) = (rows, columns)
    elements = [Double](repeating: 0, count: rows * columns)
  }

  init(_ value: Value) throws(Raised) {
    let x = try ArrayConversion.tensor(value, dtype: .float64)
    guard x.dim == 2 else { throw .valueError("a matrix has two dimensions, not \(x.dim)") }
    (rows, columns) = (x.shape[0], x.shape[1])
    elements = try converting { () throws(TensorError) in try x.values(Double.self) }
  }

  subscript(row: Int, column: Int) -> Double {
    get { elements[row &* columns &+ column] }
    set { elements[row &* columns &+ column] = newValue }
  }

  static func identity(_ n: Int) -> Matrix {
    var result = Matrix(rows: n, columns: n)
    for i in 0..<n { result[i, i] = 1 }
    return result
  }

  var transposed: Matrix {
    var result = Matrix(rows: columns, columns: rows)
    for i in 0..<rows { for j in 0..<columns { result[j, i] = self[i, j] } }
    return result
  }

  var asValue: Value { NDArrayObject(Tensor(elements, shape: [rows, columns])).asValue }
}

/// Gauss's elimination: the factors of a matrix with its rows exchanged.
private struct Elimination {
  private var factors: Matrix
  private var order: [Int]
  private(set) var sign = 1.0

  init(_ a: Matrix) {
    factors = a
    let n = a.rows
    order = Array(0..<n)
    for k in 0..<n {
      var best = k
      for i in k..<n where abs(factors[i, k]) > abs(factors[best, k]) { best = i }
      if best != k {
        for j in 0..<n { factors.elements.swapAt(k * n + j, best * n + j) }
        order.swapAt(k, best)
        sign = -sign
      }
      let pivot = factors[k, k]
      if pivot == 0 { continue }
      for i in k + 1..<max(n, k + 1) {
        let ratio = factors[i, k] / pivot
        factors[i, k] = ratio
        if ratio != 0 { for j in k + 1..<n { factors[i, j] -= ratio * factors[k, j] } }
      }
    }
  }

  var pivots: [Double] { (0..<factors.rows).map { factors[$0, $0] } }

  var determinantSign: Double { pivots.reduce(sign) { $1 < 0 ? -$0 : $0 } }

  /// The solution for each column; nil where the matrix is singular.
  func solve(_ b: Matrix) -> Matrix? {
    let n = factors.rows
    if pivots.contains(0) { return nil }
    var x = Matrix(rows: n, columns: b.columns)
    for j in 0..<b.columns {
      for i in 0..<n {
        var sum = b[order[i], j]
        for k in 0..<i { sum -= factors[i, k] * x[k, j] }
        x[i, j] = sum
      }
      for i in (0..<n).reversed() {
        var sum = x[i, j]
        for k in i + 1..<max(n, i + 1) { sum -= factors[i, k] * x[k, j] }
        x[i, j] = sum / factors[i, i]
      }
    }
    return x
  }
}

/// Householder's reflections.
private enum Reflections {
  static func factors(_ a: Matrix) -> (q: Matrix, r: Matrix) {
    var r = a
    var q = Matrix.identity(a.rows)
    for k in 0..<min(a.rows, a.columns) {
      var norm = 0.0
      for i in k + 1..<max(a.rows, k + 1) { norm += r[i, k] * r[i, k] }
      if norm == 0 { continue }
      let head = r[k, k]
      let length = (norm + head * head).squareRoot()
      let beta = head >= 0 ? -length : length
      var v = [Double](repeating: 0, count: a.rows)
      v[k] = head - beta
      for i in k + 1..<a.rows { v[i] = r[i, k] }
      let square = norm + v[k] * v[k]
      for j in 0..<a.columns {
        var sum = 0.0
        for i in k..<a.rows { sum += v[i] * r[i, j] }
        let factor = 2 * sum / square
        for i in k..<a.rows { r[i, j] -= factor * v[i] }
      }
      for i in 0..<a.rows {
        var sum = 0.0
        for j in k..<a.rows { sum += q[i, j] * v[j] }
        let factor = 2 * sum / square
        for j in k..<a.rows { q[i, j] -= factor * v[j] }
      }
      for i in k + 1..<a.rows { r[i, k] = 0 }
    }
    return (q, r)
  }
}

/// Jacobi's rotations: slow for large matrices, exact for all.
private enum Rotations {
  private static let notConverged = Raised(ArrayErrors.linAlgError, "Eigenvalues did not converge")

  static func eigen(_ a: Matrix) throws(Raised) -> (values: [Double], vectors: Matrix) {
    let n = a.rows
    // The lower triangle counts, as in numpy.
    var m = a
    for i in 0..<n { for j in 0..<i { m[j, i] = m[i, j] } }
    if m.elements.contains(where: { !$0.isFinite }) { throw notConverged }
    var v = Matrix.identity(n)
    for _ in 0..<100 {
      var rest = 0.0
      for i in 0..<n { for j in 0..<i { rest += m[i, j] * m[i, j] } }
      if rest == 0 { break }
      for p in 0..<n {
        for q in p + 1..<max(n, p + 1) where m[p, q] != 0 {
          let theta = (m[q, q] - m[p, p]) / (2 * m[p, q])
          let t = (theta >= 0 ? 1.0 : -1.0) / (abs(theta) + (theta * theta + 1).squareRoot())
          let c = 1 / (t * t + 1).squareRoot()
          let s = t * c
          for k in 0..<n { (m[k, p], m[k, q]) = (c * m[k, p] - s * m[k, q], s * m[k, p] + c * m[k, q]) }
          for k in 0..<n { (m[p, k], m[q, k]) = (c * m[p, k] - s * m[q, k], s * m[p, k] + c * m[q, k]) }
          for k in 0..<n { (v[k, p], v[k, q]) = (c * v[k, p] - s * v[k, q], s * v[k, p] + c * v[k, q]) }
        }
      }
      try Interpreter.current.safePoint()
    }
    let order = (0..<n).sorted { m[$0, $0] < m[$1, $1] }
    var vectors = Matrix(rows: n, columns: n)
    for (j, from) in order.enumerated() { for i in 0..<n { vectors[i, j] = v[i, from] } }
    return (order.map { m[$0, $0] }, vectors)
  }

  /// One-sided rotations make the columns orthogonal; their lengths are the singular values.
  static func singular(_ a: Matrix) throws(Raised) -> (u: Matrix, s: [Double], vt: Matrix) {
    if a.rows < a.columns {
      let (u, s, vt) = try singular(a.transposed)
      return (vt.transposed, s, u.transposed)
    }
    if a.elements.contains(where: { !$0.isFinite }) { throw Raised(ArrayErrors.linAlgError, "SVD did not converge") }
    let (m, n) = (a.rows, a.columns)
    var u = a
    var v = Matrix.identity(n)
    for _ in 0..<100 {
      var isDone = true
      for p in 0..<n {
        for q in p + 1..<max(n, p + 1) {
          var (x, y, z) = (0.0, 0.0, 0.0)
          for i in 0..<m {
            x += u[i, p] * u[i, p]
            y += u[i, q] * u[i, q]
            z += u[i, p] * u[i, q]
          }
          if abs(z) <= 1e-16 * (x * y).squareRoot() { continue }
          isDone = false
          let theta = (y - x) / (2 * z)
          let t = (theta >= 0 ? 1.0 : -1.0) / (abs(theta) + (theta * theta + 1).squareRoot())
          let c = 1 / (t * t + 1).squareRoot()
          let s = t * c
          for i in 0..<m { (u[i, p], u[i, q]) = (c * u[i, p] - s * u[i, q], s * u[i, p] + c * u[i, q]) }
          for i in 0..<n { (v[i, p], v[i, q]) = (c * v[i, p] - s * v[i, q], s * v[i, p] + c * v[i, q]) }
        }
      }
      try Interpreter.current.safePoint()
      if isDone { break }
    }
    let lengths = (0..<n).map { j in (0..<m).reduce(0.0) { $0 + u[$1, j] * u[$1, j] }.squareRoot() }
    let order = (0..<n).sorted { lengths[$0] > lengths[$1] }
    var left = Matrix(rows: m, columns: n)
    var right = Matrix(rows: n, columns: n)
    for (j, from) in order.enumerated() {
      for i in 0..<m { left[i, j] = lengths[from] > 0 ? u[i, from] / lengths[from] : 0 }
      for i in 0..<n { right[j, i] = v[i, from] }
    }
    return (left, order.map { lengths[$0] }, right)
  }
}
