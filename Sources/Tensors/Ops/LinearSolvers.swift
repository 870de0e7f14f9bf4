// Systems of equations, logarithms of determinants and Cholesky's factor. All matrices stand in the last two dimensions.

extension Tensor {
  /// The matrices of both operands with equal leading sizes.
  private static func broadcastBatches(_ a: Tensor, _ b: Tensor) throws(TensorError) -> (Tensor, Tensor, [Int]) {
    let leading = Array(try Shape.broadcast(Shape(a.shape.dropLast(2)), Shape(b.shape.dropLast(2))))
    return (
      try a.expand(Shape(leading + a.shape.suffix(2))), try b.expand(Shape(leading + b.shape.suffix(2))), leading
    )
  }

  /// X with A X = B, or X A = B if not `left`.
  ///
  /// **Shape** `[…, n, n]` and `[…, n, k]` → `[…, n, k]`; a B of shape `[n]` or `[…, n]` is one column a system.
  /// **Gradient** of B: A⁻ᵀ G; of A: −(that) Xᵀ.
  package func solve(_ right: Tensor, left: Bool = true, name: String = "linalg.solve") throws(TensorError) -> Tensor {
    try checkSquare(name)
    guard right.dtype == dtype else {
      throw .runtime(
        "\(name): Expected A and B to have the same dtype, but found A of type \(dtype.scalarName) and B of type "
          + "\(right.dtype.scalarName) instead")
    }
    let isVector = right.dim == 1 || right.dim == dim - 1 && right.shape == Shape(shape.dropLast())
    if isVector && !left {
      throw .runtime("\(name): Vector broadcasting of the left hand side is not supported for left=False")
    }
    let b = isVector ? try right.unsqueeze(-1) : right
    guard b.dim >= 2, b.shape[b.dim - (left ? 2 : 1)] == shape[dim - 1] else {
      throw .runtime(
        "\(name): Incompatible shapes of A and B for the equation \(left ? "AX = B" : "XA = B") "
          + "(\(shape[dim - 2])x\(shape[dim - 1]) and \(b.shape[Swift.max(b.dim - 2, 0)])x\(b.shape[b.dim - 1]))")
    }
    if !left {
      return try transpose(-2, -1).solve(b.transpose(-2, -1), name: name).transpose(-2, -1).named(
        "LinalgSolveExBackward0", after: right)
    }
    let (a, wide, leading) = try Tensor.broadcastBatches(self, b)
    let x = try a.solvedColumns(wide, leading)
    return isVector ? try x.squeeze([-1]).named("LinalgSolveExBackward0", after: right) : x
  }

  private func solvedColumns(_ b: Tensor, _ leading: [Int]) throws(TensorError) -> Tensor {
    let parts = try GradMode.off { () throws(TensorError) in try eliminations() }
    for (number, part) in parts.enumerated() where part.zeroPivot != nil {
      let place = leading.isEmpty ? "" : "(Batch element \(number)): "
      throw TensorError(.linAlg, "torch.linalg.solve: \(place)The solver failed because the input matrix is singular.")
    }
    let columns = try b.matrices()
    let solved = zip(parts, columns).map { $0.solve($1) }
    let out = try Tensor.batch(solved, leading, b.shape[b.dim - 2], b.shape[b.dim - 1], dtype: dtype)
    let saved = SavedTensor(self)
    return out.record("LinalgSolveExBackward0", self, b, savingResult: true) { call in
      let gradient = try saved.value().transpose(-2, -1).solve(call.grad)
      let own = call.needs(0) ? try gradient.matmul(call.result.transpose(-2, -1)).neg() : nil
      return [own, call.needs(1) ? gradient : nil]
    }
  }

  /// X with A X = B for a triangular A, of which only that triangle is read.
  package func solveTriangular(
    _ right: Tensor, upper: Bool, left: Bool = true, unitriangular: Bool = false
  ) throws(TensorError) -> Tensor {
    try checkSquare("linalg.solve_triangular")
    guard right.dim >= 2 else {
      throw .runtime("linalg.solve_triangular: The input tensor B must have at least 2 dimensions.")
    }
    var triangle = upper ? try triu(unitriangular ? 1 : 0) : try tril(unitriangular ? -1 : 0)
    if unitriangular { triangle = try triangle + Tensor.identity(shape[dim - 1], dtype: dtype) }
    let x = try triangle.solve(right, left: left, name: "linalg.solve_triangular")
    return x.named("LinalgSolveTriangularBackward0", after: self, right)
  }

  /// The identity matrix.
  static func identity(_ size: Int, dtype: DType) throws(TensorError) -> Tensor {
    try Tensor.ones([size], dtype: dtype).diag()
  }

  /// The determinant's sign and the logarithm of its magnitude. **Gradient** of the logarithm: A⁻ᵀ.
  package func signAndLogOfDeterminant(_ name: String) throws(TensorError) -> (sign: Tensor, logarithm: Tensor) {
    try checkSquare(name)
    let parts = try GradMode.off { () throws(TensorError) in try eliminations().map(\.signAndLogarithm) }
    let leading = Shape(shape.dropLast(2))
    let sign = try Tensor(parts.map(\.sign), shape: leading).converted(dtype)
    let logarithm = try Tensor(parts.map(\.logarithm), shape: leading).converted(dtype)
    let x = SavedTensor(self)
    Tensor.record([sign, logarithm], "LinalgSlogdetBackward0", [self]) { call in
      guard let grad = call.grads[1] else { return [try x.value().zerosLike()] }
      return [try x.value().inverse().transpose(-2, -1).mul(grad.unsqueeze(-1).unsqueeze(-1))]
    }
    return (sign, logarithm)
  }

  /// The logarithm of the determinant; not a number where that is negative.
  package func logOfDeterminant() throws(TensorError) -> Tensor {
    let (sign, logarithm) = try signAndLogOfDeterminant("logdet")
    let missing = try Tensor.full([], .double(.nan), dtype: dtype)
    return try Tensor.select(sign.eq(-1), missing, logarithm).named("WhereBackward0", after: self)
  }

  /// The lower triangular L with L Lᵀ = A, for a symmetric positive-definite A, of which the lower triangle is read.
  ///
  /// **Gradient** symmetric: half of S + Sᵀ with S = L⁻ᵀ Φ(Lᵀ G) L⁻¹, where Φ takes the lower triangle with half its diagonal.
  package func cholesky(upper: Bool = false, checks: Bool = true) throws(TensorError) -> (factor: Tensor, info: Tensor) {
    try checkSquare("linalg.cholesky")
    let source = upper ? try transpose(-2, -1) : self
    let parts = try GradMode.off { () throws(TensorError) in try source.matrices().map { CholeskyFactor($0) } }
    let leading = Array(shape.dropLast(2))
    for (number, part) in parts.enumerated() where checks {
      guard let order = part.failedOrder else { continue }
      let place = leading.isEmpty ? "" : "(Batch element \(number)): "
      throw TensorError(
        .linAlg,
        "linalg.cholesky: \(place)The factorization could not be completed because the input is not positive-definite (the leading "
          + "minor of order \(order) is not positive-definite).")
    }
    let n = shape[dim - 1]
    let info = try Tensor(parts.map { $0.failedOrder ?? 0 }, shape: Shape(leading)).to(.int32)
    let out = try Tensor.batch(parts.map(\.lower), leading, n, n, dtype: dtype)
    out.record("LinalgCholeskyExBackward0", source, savingResult: true) { call in
      let lower = try call.result
      let transposed = try lower.transpose(-2, -1)
      let inner = try transposed.matmul(call.grad).tril()
      let halved = try inner - inner.diagonal(0, -2, -1).diagonalMatrix() * 0.5
      let right = try transposed.solve(halved)
      let symmetric = try transposed.solve(right.transpose(-2, -1))
      return [try (symmetric + symmetric.transpose(-2, -1)) * 0.5]
    }
    return (upper ? try out.transpose(-2, -1).named("LinalgCholeskyExBackward0", after: self) : out, info)
  }

  /// Matrices with these diagonals: `[…, n]` → `[…, n, n]`.
  func diagonalMatrix() throws(TensorError) -> Tensor {
    try unsqueeze(-1) * Tensor.identity(shape[dim - 1], dtype: dtype)
  }
}

extension ReturnType {
  static let slogdet = ReturnType("torch.return_types.slogdet", ["sign", "logabsdet"])
  static let linalgSlogdet = ReturnType("torch.return_types.linalg_slogdet", ["sign", "logabsdet"])
  static let choleskyInfo = ReturnType("torch.return_types.linalg_cholesky_ex", ["L", "info"])
  static let solveInfo = ReturnType("torch.return_types.linalg_solve_ex", ["result", "info"])
  static let inverseInfo = ReturnType("torch.return_types.linalg_inv_ex", ["inverse", "info"])
}

extension Op {
  private static let square = "torch.tensor([[2., 1.], [1., 3.]])"

  private static func slogdet(_ call: borrowing OpCall, _ type: ReturnType) throws -> OpValue {
    let (sign, logarithm) = try call.tensor(0).signAndLogOfDeterminant("linalg.slogdet")
    return .named(type, [.tensor(sign), .tensor(logarithm)])
  }

  private static func choleskySolve(_ call: borrowing OpCall) throws -> OpValue {
    let (right, factor, isUpper) = (try call.tensor(0), try call.tensor(1), try call.bool(2))
    let inner = try factor.transposed(if: isUpper).solveTriangular(right, upper: false)
    let x = try factor.transposed(if: !isUpper).solveTriangular(inner, upper: true)
    return .tensor(x.named("CholeskySolveBackward0", after: right, factor))
  }

  static let linearSolvers: [Op] = [
    Op(
      "solve(A: Tensor, B: Tensor, *, left: bool = True)", .linalg, "X with A X = B.",
      example: "torch.linalg.solve(\(square), torch.tensor([1., 2.]))"
    ) { call in .tensor(try call.tensor(0).solve(call.tensor(1), left: call.bool(2))) },
    Op(
      "solve_ex(A: Tensor, B: Tensor, *, left: bool = True, check_errors: bool = False)", .linalg, "X with A X = B, and 0.",
      example: "torch.linalg.solve_ex(\(square), torch.tensor([1., 2.]))"
    ) { call in
      let a = try call.tensor(0)
      return .named(
        .solveInfo,
        [
          .tensor(try a.solve(call.tensor(1), left: call.bool(2))),
          .tensor(try Tensor.zeros(Shape(a.shape.dropLast(2)), dtype: .int32)),
        ])
    },
    Op(
      "solve_triangular(A: Tensor, B: Tensor, *, upper: bool, left: bool = True, unitriangular: bool = False)", .linalg,
      "X with A X = B for a triangular A.",
      example: "torch.linalg.solve_triangular(\(square), torch.tensor([[1.], [2.]]), upper=True)"
    ) { call in
      .tensor(
        try call.tensor(0).solveTriangular(call.tensor(1), upper: call.bool(2), left: call.bool(3), unitriangular: call.bool(4))
      )
    },
    Op(
      "inv_ex(A: Tensor, *, check_errors: bool = False)", .linalg, "The inverse of a square matrix and 0.",
      example: "torch.linalg.inv_ex(\(square))"
    ) { call in
      let x = try call.tensor(0)
      return .named(
        .inverseInfo, [.tensor(try x.inverse()), .tensor(try Tensor.zeros(Shape(x.shape.dropLast(2)), dtype: .int32))])
    },
    Op(
      "slogdet(A: Tensor)", .linalg, "The determinant's sign and the logarithm of its magnitude.",
      example: "torch.linalg.slogdet(\(square))"
    ) { call in try slogdet(call, .linalgSlogdet) },
    Op(
      "slogdet(input: Tensor)", .both, "The determinant's sign and the logarithm of its magnitude.",
      example: "torch.slogdet(\(square))"
    ) { call in try slogdet(call, .slogdet) },
    Op("logdet(input: Tensor)", .both, "The logarithm of the determinant.", example: "torch.logdet(\(square))") { call in
      .tensor(try call.tensor(0).logOfDeterminant())
    },
    Op(
      "cholesky(A: Tensor, *, upper: bool = False)", .linalg, "The triangular factor of a symmetric positive-definite matrix.",
      example: "torch.linalg.cholesky(\(square))"
    ) { call in .tensor(try call.tensor(0).cholesky(upper: call.bool(1)).factor) },
    Op(
      "cholesky_ex(A: Tensor, *, upper: bool = False, check_errors: bool = False)", .linalg,
      "The triangular factor and the order of the first minor that is not positive, or 0.",
      example: "torch.linalg.cholesky_ex(\(square))"
    ) { call in
      let (factor, info) = try call.tensor(0).cholesky(upper: call.bool(1), checks: call.bool(2))
      return .named(.choleskyInfo, [.tensor(factor), .tensor(info)])
    },
    Op(
      "cholesky_solve(B: Tensor, L: Tensor, upper: bool = False)", .both, "X with L Lᵀ X = B.",
      example: "torch.cholesky_solve(torch.tensor([[1.], [2.]]), torch.tensor([[2., 0.], [1., 3.]]))"
    ) { call in try choleskySolve(call) },
    Op(
      "cholesky_inverse(L: Tensor, upper: bool = False)", .both, "The inverse of L Lᵀ.",
      example: "torch.cholesky_inverse(torch.tensor([[2., 0.], [1., 3.]]))"
    ) { call in
      let factor = try call.tensor(0).checkedSquare("cholesky_inverse")
      let lower = try call.bool(1) ? factor.triu().transpose(-2, -1) : factor.tril()
      let inverse = try lower.inverse()
      return .tensor(try inverse.transpose(-2, -1).matmul(inverse).named("CholeskyInverseBackward0", after: factor))
    },
  ]
}

extension Tensor {
  fileprivate func transposed(if condition: Bool) throws(TensorError) -> Tensor { condition ? try transpose(-2, -1) : self }

  fileprivate func checkedSquare(_ op: String) throws(TensorError) -> Tensor {
    try checkSquare(op)
    return self
  }
}
