// Matrices as products of simpler ones: Q R, V diag(λ) Vᵀ, U diag(S) Vᵀ. All matrices stand in the last two dimensions.

extension Tensor {
  /// Refuses what is no batch of matrices of floating-point numbers.
  func checkMatrix(_ op: String) throws(TensorError) {
    guard dim >= 2 else { throw .runtime("\(op): The input tensor A must have at least 2 dimensions.") }
    guard dtype.isFloatingPoint else {
      throw .notImplemented("\(op): Expected a floating point or complex tensor as input. Got \(dtype.scalarName)")
    }
  }

  private var transposedMatrix: Tensor { get throws(TensorError) { try transpose(-2, -1) } }

  /// How much of the factors `qr` makes.
  package enum QRMode: String { case reduced, complete, r }

  /// A = Q R with orthonormal columns in Q and an upper triangular R.
  ///
  /// **Shape** `[…, m, n]` → `[…, m, k]` and `[…, k, n]` with k = min(m, n), or k = m for `complete`. **Gradient** for a Q of m × min(m, n):
  /// (G_Q + Q copyltu(M)) R⁻ᵀ with M = R G_Rᵀ − G_Qᵀ Q, where copyltu mirrors the lower triangle.
  package func qr(_ mode: QRMode = .reduced) throws(TensorError) -> (q: Tensor, r: Tensor) {
    try checkMatrix("linalg.qr")
    let (m, n) = (shape[dim - 2], shape[dim - 1])
    if m < n, isRecorded, mode != .r {
      // The first m columns decide Q; the others are Q times the rest of R.
      let (q, r) = try narrow(-1, 0, m).qr(mode)
      let rest = try q.transposedMatrix.matmul(narrow(-1, m, n - m))
      return (q, try Tensor.cat([r, rest], -1).named("LinalgQrBackward0", after: self))
    }
    let width = mode == .complete ? m : Swift.min(m, n)
    let leading = Array(shape.dropLast(2))
    _ = try Shape(leading + [m, width]).checkedElementCount(byteSize: 8)
    let parts = try GradMode.off { () throws(TensorError) in
      try matrices().map { Reflections($0, columns: mode == .r ? 0 : width, single: dtype == .float32) }
    }
    let q =
      mode == .r
      ? try Tensor.zeros([0], dtype: dtype) : try Tensor.batch(parts.map(\.q), leading, m, width, dtype: dtype)
    let whole = try Tensor.batch(parts.map(\.r), leading, m, n, dtype: dtype)
    let r = try GradMode.off { () throws(TensorError) in try whole.narrow(-2, 0, width).contiguous() }
    let (ownQ, ownR, x) = (q.alias(), r.alias(), SavedTensor(self))
    Tensor.record([q, r], "LinalgQrBackward0", [self]) { call in
      if mode == .r {
        throw TensorError.runtime(
          "The derivative of linalg.qr depends on Q, which is not computed when mode='r'. Please use linalg.qr(A, mode='reduced') if "
            + "you are going to require gradients through linalg.qr.")
      }
      if width > n {
        throw TensorError.runtime(
          "The QR decomposition is not differentiable when mode='complete' and nrows > ncols")
      }
      // For second derivatives the factors have to be functions of the matrix.
      let (savedQ, savedR) = GradMode.isEnabled ? try x.value().qr(mode) : (ownQ, ownR)
      var gradQ = try savedQ.zerosLike()
      if let given = call.grads[0] { gradQ = given }
      var inner = try gradQ.transposedMatrix.matmul(savedQ).neg()
      if let gradR = call.grads[1] { inner = try savedR.matmul(gradR.transposedMatrix) + inner }
      let mirrored = try inner.tril() + inner.tril(-1).transposedMatrix
      let left = try gradQ + savedQ.matmul(mirrored)
      return [try savedR.solve(left.transposedMatrix).transposedMatrix]
    }
    return (q, r)
  }

  /// The eigenvalues of symmetric matrices in ascending order and their vectors as columns; one triangle of the matrices is read.
  ///
  /// **Shape** `[…, n, n]` → `[…, n]` and `[…, n, n]`. **Gradient** V (diag(g) + M) Vᵀ, M the symmetric part of (Vᵀ G) / E with Eᵢⱼ = λⱼ − λᵢ; infinite where
  /// values are equal. **Differs** from PyTorch in the signs of some vectors, which are free to choose.
  package func symmetricEigen(upper: Bool = false, name: String = "linalg.eigh") throws(TensorError) -> (
    values: Tensor, vectors: Tensor
  ) {
    try checkSquare(name)
    let n = shape[dim - 1]
    let leading = Array(shape.dropLast(2))
    let parts = try GradMode.off { () throws(TensorError) in try (upper ? transposedMatrix : self).matrices() }
    var (values, vectors) = ([Double](), [DenseMatrix]())
    for part in parts {
      let found =
        Rotations.symmetricEigen(part)
        ?? ([Double](repeating: .nan, count: n), DenseMatrix(n, n, [Double](repeating: .nan, count: n * n)))
      values += found.values
      vectors.append(found.vectors)
    }
    let l = try Tensor(values, shape: Shape(leading + [n])).converted(dtype)
    let v = try Tensor.batch(vectors, leading, n, n, dtype: dtype)
    let (ownL, ownV, x) = (l.alias(), v.alias(), SavedTensor(self))
    Tensor.record([l, v], "LinalgEighBackward0", [self]) { call in
      // For second derivatives values and vectors have to be functions of the matrix.
      let (savedL, savedV) = GradMode.isEnabled ? try x.value().symmetricEigen(upper: upper) : (ownL, ownV)
      var inner: Tensor?
      if let gradV = call.grads[1] {
        let gaps =
          try savedL.unsqueeze(-2) - savedL.unsqueeze(-1)
          + Tensor.full([n], .double(.infinity), dtype: savedL.dtype).diag()
          .nanToNum(0, .infinity, 0)
        let turned = try savedV.transposedMatrix.matmul(gradV) / gaps
        inner = try (turned + turned.transposedMatrix) * 0.5
      }
      if let gradL = call.grads[0] {
        let diagonal = try gradL.diagonalMatrix()
        if let sum = inner { inner = try sum + diagonal } else { inner = diagonal }
      }
      guard let inner else { return [try savedV.zerosLike()] }
      return [try savedV.matmul(inner).matmul(savedV.transposedMatrix)]
    }
    return (l, v)
  }

  /// A = U diag(S) Vᵀ with the singular values in descending order; square U and V if `full`.
  ///
  /// **Shape** `[…, m, n]` → `[…, m, k]`, `[…, k]`, `[…, k, n]` with k = min(m, n). **Gradient** as long as the singular values differ; the
  /// columns that `full` adds have none. **Differs** from PyTorch in the signs of some vectors, which are free to choose.
  package func singularValueDecomposition(
    full: Bool, name: String = "linalg.svd"
  ) throws(TensorError) -> (u: Tensor, s: Tensor, vh: Tensor) {
    try checkMatrix(name)
    let (m, n) = (shape[dim - 2], shape[dim - 1])
    let k = Swift.min(m, n)
    let leading = Array(shape.dropLast(2))
    if full {
      _ = try Shape(leading + [m, m]).checkedElementCount(byteSize: 8)
      _ = try Shape(leading + [n, n]).checkedElementCount(byteSize: 8)
    }
    var (left, values, right) = ([DenseMatrix](), [Double](), [DenseMatrix]())
    for part in try GradMode.off({ () throws(TensorError) in try matrices() }) {
      guard let found = Rotations.singularValues(part) else {
        throw TensorError(
          .linAlg, "\(name): The algorithm failed to converge because the input matrix contained non-finite values.")
      }
      left.append(found.u)
      values += found.s
      right.append(found.v)
    }
    let u = try Tensor.batch(left, leading, m, k, dtype: dtype)
    let s = try Tensor(values, shape: Shape(leading + [k])).converted(dtype)
    let vh = try Tensor.batch(right.map(\.transposed), leading, k, n, dtype: dtype)
    let (ownU, ownS, ownV, x) = (u.alias(), s.alias(), vh.alias(), SavedTensor(self))
    Tensor.record([u, s, vh], "LinalgSvdBackward0", [self]) { call in
      // For second derivatives the factors have to be functions of the matrix.
      let (savedU, savedS, savedV) =
        GradMode.isEnabled ? try x.value().singularValueDecomposition(full: false) : (ownU, ownS, ownV)
      return [try Tensor.svdGradient(savedU, savedS, savedV, call.grads[0], call.grads[1], call.grads[2])]
    }
    if !full || m == n { return (u, s, vh) }
    func completed(_ parts: [DenseMatrix], _ size: Int) throws(TensorError) -> Tensor {
      try Tensor.batch(parts.map { Rotations.completed($0) }, leading, size, size, dtype: dtype).narrow(-1, k, size - k)
    }
    if m > n { return (try Tensor.cat([u, completed(left, m)], -1).named("LinalgSvdBackward0", after: self), s, vh) }
    return (u, s, try Tensor.cat([vh, completed(right, n).transposedMatrix], -2).named("LinalgSvdBackward0", after: self))
  }

  private static func svdGradient(
    _ u: Tensor, _ s: Tensor, _ vh: Tensor, _ gradU: Tensor?, _ gradS: Tensor?, _ gradV: Tensor?
  ) throws(TensorError) -> Tensor {
    let (m, k, n) = (u.shape[u.dim - 2], s.shape[s.dim - 1], vh.shape[vh.dim - 1])
    let diagonal = try gradS == nil ? s.zerosLike() : gradS
    var inner = try (diagonal ?? s).diagonalMatrix()
    if gradU == nil && gradV == nil { return try u.matmul(inner).matmul(vh) }
    let squares = try s * s
    // Ones on the diagonal, where the numerators are zero.
    let gaps = try squares.unsqueeze(-2) - squares.unsqueeze(-1) + Tensor.identity(k, dtype: s.dtype)
    func skew(_ x: Tensor) throws(TensorError) -> Tensor { try (x - x.transposedMatrix) / gaps }
    if let gradU { inner = try inner + skew(u.transposedMatrix.matmul(gradU)) * s.unsqueeze(-2) }
    if let gradV { inner = try inner + s.unsqueeze(-1) * skew(vh.matmul(gradV.transposedMatrix)) }
    var result = try u.matmul(inner).matmul(vh)
    if let gradU, m > k {
      let scaled = try gradU / s.unsqueeze(-2)
      result = try result + (scaled - u.matmul(u.transposedMatrix.matmul(scaled))).matmul(vh)
    }
    if let gradV, n > k {
      let scaled = try gradV / s.unsqueeze(-1)
      result = try result + u.matmul(scaled - scaled.matmul(vh.transposedMatrix).matmul(vh))
    }
    return result
  }

  /// The singular values alone.
  package func singularValues(_ name: String = "linalg.svd") throws(TensorError) -> Tensor {
    try singularValueDecomposition(full: false, name: name).s
  }
}

extension ReturnType {
  static let qr = ReturnType("torch.return_types.linalg_qr", ["Q", "R"])
  static let eigh = ReturnType("torch.return_types.linalg_eigh", ["eigenvalues", "eigenvectors"])
  static let linalgSVD = ReturnType("torch.return_types.linalg_svd", ["U", "S", "Vh"])
  static let svd = ReturnType("torch.return_types.svd", ["U", "S", "V"])
}

extension Op {
  private static let tall = "torch.tensor([[2., 1.], [1., 3.], [0.5, -1.]])"
  private static let symmetric = "torch.tensor([[2., 1.], [1., 4.]])"

  private static func isUpper(_ call: borrowing OpCall) throws(TensorError) -> Bool {
    let text = try call.string(1)
    guard ["L", "U", "l", "u"].contains(text) else {
      throw .runtime("Expected UPLO argument to be 'L' or 'U', but got \(text)")
    }
    return text == "U" || text == "u"
  }

  static let decompositions: [Op] = [
    Op("qr(A: Tensor, mode: str = 'reduced')", .linalg, "A as Q R.", example: "torch.linalg.qr(\(tall))") { call in
      let name = try call.string(1)
      guard let mode = Tensor.QRMode(rawValue: name) else {
        throw TensorError.runtime(
          "qr received unrecognized mode '\(name)' but expected one of 'reduced' (default), 'r', or 'complete'")
      }
      let (q, r) = try call.tensor(0).qr(mode)
      return .named(.qr, [.tensor(q), .tensor(r)])
    },
    Op(
      "eigh(A: Tensor, UPLO: str = 'L')", .linalg, "The eigenvalues and vectors of a symmetric matrix.",
      example: "torch.linalg.eigh(\(symmetric))"
    ) { call in
      let (values, vectors) = try call.tensor(0).symmetricEigen(upper: isUpper(call))
      return .named(.eigh, [.tensor(values), .tensor(vectors)])
    },
    Op(
      "eigvalsh(A: Tensor, UPLO: str = 'L')", .linalg, "The eigenvalues of a symmetric matrix.",
      example: "torch.linalg.eigvalsh(\(symmetric))"
    ) { call in .tensor(try call.tensor(0).symmetricEigen(upper: isUpper(call), name: "linalg.eigvalsh").values) },
    Op(
      "eig(A: Tensor)", .linalg, "Eigenvalues of any matrix: complex numbers, which Lectern does not have.", example: ""
    ) { _ in throw TensorError.notImplemented("linalg.eig: its results are complex numbers, which are not supported; use eigh")
    },
    Op(
      "eigvals(A: Tensor)", .linalg, "Eigenvalues of any matrix: complex numbers, which Lectern does not have.", example: ""
    ) { _ in
      throw TensorError.notImplemented("linalg.eigvals: its results are complex numbers, which are not supported; use eigvalsh")
    },
    Op(
      "svd(A: Tensor, full_matrices: bool = True, *, driver: str? = None)", .linalg, "A as U diag(S) Vh.",
      example: "torch.linalg.svd(\(tall), full_matrices=False)"
    ) { call in
      let (u, s, vh) = try call.tensor(0).singularValueDecomposition(full: call.bool(1))
      return .named(.linalgSVD, [.tensor(u), .tensor(s), .tensor(vh)])
    },
    Op(
      "svd(input: Tensor, some: bool = True, compute_uv: bool = True)", .both,
      "A as U diag(S) Vᵀ, with V and not Vᵀ as result.",
      example: "torch.svd(\(tall))"
    ) { call in
      let x = try call.tensor(0)
      let (u, s, vh) = try x.singularValueDecomposition(full: !call.bool(1))
      if try !call.bool(2) {
        let (m, n) = (x.shape[x.dim - 2], x.shape[x.dim - 1])
        let leading = Array(x.shape.dropLast(2))
        return .named(
          .svd,
          [
            .tensor(try Tensor.zeros(Shape(leading + [m, m]), dtype: x.dtype)), .tensor(s),
            .tensor(try Tensor.zeros(Shape(leading + [n, n]), dtype: x.dtype)),
          ])
      }
      return .named(.svd, [.tensor(u), .tensor(s), .tensor(try vh.transpose(-2, -1))])
    },
    Op(
      "svdvals(A: Tensor, *, driver: str? = None)", .linalg, "The singular values.", example: "torch.linalg.svdvals(\(tall))"
    ) { call in .tensor(try call.tensor(0).singularValues()) },
  ]
}
