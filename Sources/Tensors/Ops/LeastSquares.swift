// What singular values decide: ranks, conditions, pseudoinverses and least squares. All matrices stand in the last two dimensions.

extension Tensor {
  private var transposedMatrix: Tensor { get throws(TensorError) { try transpose(-2, -1) } }

  /// Below which singular values count as zero: max(atol, rtol · the largest); by default rtol is max(m, n) · ε.
  private func rankTolerance(_ values: Tensor, atol: Double?, rtol: Double?) throws(TensorError) -> Tensor {
    let epsilon = dtype == .float64 ? Double.ulpOfOne : Double(Float.ulpOfOne)
    let relative = rtol ?? ((atol ?? 0) > 0 ? 0 : Double(Swift.max(shape[dim - 2], shape[dim - 1])) * epsilon)
    guard values.shape[values.dim - 1] > 0 else { return try values.sum([-1], keepdim: true) }
    return try (values.amax([-1], keepdim: true) * .double(relative)).clamp(min: .double(atol ?? 0))
  }

  /// The number of singular values that are not zero: `[…, m, n]` → `[…]`.
  package func matrixRank(atol: Double? = nil, rtol: Double? = nil, hermitian: Bool = false) throws(TensorError) -> Tensor {
    try checkMatrix("linalg.matrix_rank")
    return try GradMode.off { () throws(TensorError) -> Tensor in
      let values = try hermitian ? symmetricEigen().values.abs() : singularValues()
      return try values.gt(rankTolerance(values, atol: atol, rtol: rtol)).sum([-1])
    }
  }

  /// The pseudoinverse: V diag(1/S) Uᵀ, singular values that count as zero left out.
  ///
  /// **Shape** `[…, m, n]` → `[…, n, m]`. **Gradient** of constant rank.
  package func pseudoInverse(atol: Double? = nil, rtol: Double? = nil) throws(TensorError) -> Tensor {
    guard dim >= 2, dtype.isFloatingPoint else {
      throw .runtime(
        "linalg.pinv(\(dtype.scalarName){\(shape)}): expected a tensor with 2 or more dimensions of float, double, cfloat or cdouble "
          + "types")
    }
    let out = try GradMode.off { () throws(TensorError) -> Tensor in
      if elementCount == 0 { return try transposedMatrix.clone() }
      let (u, s, vh) = try singularValueDecomposition(full: false)
      let isZero = try s.le(rankTolerance(s, atol: atol, rtol: rtol))
      let inverses = try s.divided(into: 1).maskedFill(isZero, 0)
      return try (vh.transposedMatrix * inverses.unsqueeze(-2)).matmul(u.transposedMatrix)
    }
    let x = SavedTensor(self)
    return out.record("LinalgPinvBackward0", self, savingResult: true) { call in
      let (a, p, g) = (try x.value(), try call.result, call.grad)
      let (pt, gt) = (try p.transposedMatrix, try g.transposedMatrix)
      let first = try pt.matmul(g).matmul(pt).neg()
      let outer = try gt.matmul(p).matmul(pt)
      let second = try outer - a.matmul(p.matmul(outer))
      let inner = try pt.matmul(p).matmul(gt)
      return [try first + second + (inner - inner.matmul(p).matmul(a))]
    }
  }

  /// The X that makes ‖A X − B‖ least, of several the one of least norm.
  ///
  /// **Shape** `[…, m, n]` and `[…, m, k]` → `[…, n, k]`; a B of shape `[m]` or `[…, m]` is one column a matrix.
  package func leastSquares(_ right: Tensor, rtol: Double? = nil) throws(TensorError) -> Tensor {
    try checkMatrix("torch.linalg.lstsq")
    guard right.dim >= 1 else { throw .runtime("torch.linalg.lstsq: other must have at least 1 dimension.") }
    guard right.dtype == dtype else {
      throw .runtime(
        "torch.linalg.lstsq: Expected input and other to have the same dtype, but got input's dtype "
          + "\(dtype.scalarName) and other's dtype \(right.dtype.scalarName)")
    }
    let isVector = right.dim == 1 || right.dim == dim - 1 && right.shape == Shape(shape.dropLast())
    let b = isVector ? try right.unsqueeze(-1) : right
    guard b.dim >= 2, b.shape[b.dim - 2] == shape[dim - 2] else {
      throw .runtime("torch.linalg.lstsq: input.size(-2) should match other.size(-\(isVector ? 1 : 2))")
    }
    let x = try pseudoInverse(rtol: rtol).matmul(b)
    return try (isVector ? x.squeeze([-1]) : x).named("LinalgLstsqBackward0", after: self, right)
  }

  /// ‖A‖ ‖A⁻¹‖, by default the largest singular value over the smallest; infinite for singular matrices.
  package func condition(_ order: OpValue) throws(TensorError) -> Tensor {
    try checkMatrix("linalg.cond")
    let number = order.scalar?.doubleValue
    if order.isNone || number?.magnitude == 2 {
      let values = try singularValues()
      let (largest, smallest) = (try values.narrow(-1, 0, 1), try values.narrow(-1, values.shape[values.dim - 1] - 1, 1))
      return try (number == -2 ? smallest / largest : largest / smallest).squeeze([-1])
    }
    try checkSquare("linalg.cond")
    let inverse: Tensor
    do {
      inverse = try self.inverse()
    } catch {
      guard error.kind == .linAlg, dim == 2 else { throw error }
      return try Tensor.full([], .double(.infinity), dtype: dtype)
    }
    let product = try matrixNorm(order) * inverse.matrixNorm(order)
    if case .string("nuc") = order { return product }
    return product.named("NanToNumBackward0", after: self)
  }

  /// The norm of matrices: `fro`, `nuc`, ±1, ±2 or ±∞.
  package func matrixNorm(_ order: OpValue, _ dims: [Int] = [-2, -1], keepdim: Bool = false) throws(TensorError) -> Tensor {
    try checkMatrix("linalg.matrix_norm")
    guard dims.count == 2 else {
      throw .runtime("linalg.matrix_norm: dim must be a 2-tuple. Got \(dims.map(String.init).joined(separator: " "))")
    }
    let (rows, columns) = (try normalised(dims[0]), try normalised(dims[1]))
    guard rows != columns else {
      throw .runtime("linalg.matrix_norm: dims must be different. Got (\(dims[0]), \(dims[1]))")
    }
    let name: String = if case .string(let text) = order { text } else { "" }
    if name == "fro" { return try norm(2, [rows, columns], keepdim: keepdim) }
    guard name == "nuc" || name.isEmpty, let p = name == "nuc" ? 2 : order.scalar?.doubleValue,
      [1, 2, .infinity].contains(p.magnitude)
    else { throw .runtime("linalg.matrix_norm: Order \(name.isEmpty ? order.argumentText : name) not supported.") }
    if p.magnitude == 2 {
      let others = (0..<dim).filter { $0 != rows && $0 != columns }
      let values = try permute(others + [rows, columns]).singularValues("linalg.matrix_norm")
      let result = try name == "nuc" ? values.sum([-1]) : p > 0 ? values.amax([-1]) : values.amin([-1])
      if !keepdim { return result }
      return try result.unsqueeze(Swift.min(rows, columns)).unsqueeze(Swift.max(rows, columns))
    }
    let (summed, other) = p.magnitude == 1 ? (rows, columns) : (columns, rows)
    let sums = try abs().sum([summed], keepdim: true)
    let largest = try p > 0 ? sums.amax([other], keepdim: true) : sums.amin([other], keepdim: true)
    return keepdim
      ? largest : try largest.squeeze([rows, columns]).named(p > 0 ? "AmaxBackward0" : "AminBackward0", after: self)
  }
}

extension ReturnType {
  static let leastSquares = ReturnType(
    "torch.return_types.linalg_lstsq", ["solution", "residuals", "rank", "singular_values"])
}

extension Op {
  private static let tall = "torch.tensor([[2., 1.], [1., 3.], [0.5, -1.]])"
  private static let square = "torch.tensor([[2., 1.], [1., 3.]])"

  private static func leastSquares(_ call: borrowing OpCall) throws -> OpValue {
    let (a, b) = (try call.tensor(0), try call.tensor(1))
    let driver = call.isNone(3) ? "gelsy" : try call.string(3)
    guard ["gels", "gelsy", "gelsd", "gelss"].contains(driver) else {
      throw TensorError.runtime("torch.linalg.lstsq: parameter `driver` should be one of (gels, gelsy, gelsd, gelss)")
    }
    let x = try a.leastSquares(b, rtol: call.optionalDouble(2))
    let empty = try Tensor.zeros([0], dtype: a.dtype)
    let rank = driver == "gels" ? try Tensor.zeros([0], dtype: .int64) : try a.matrixRank(rtol: call.optionalDouble(2))
    let (m, n) = (a.shape[a.dim - 2], a.shape[a.dim - 1])
    var residuals = try x.reshape([-1]).narrow(0, 0, 0).named("LinalgLstsqBackward0", after: a, b)
    // Residuals are given by the drivers that find them, for tall matrices of full rank.
    if driver != "gelsy", m > n, try driver == "gels" || rank.eq(.int(n)).all().item().boolValue, b.dim >= 2 {
      let rest = try a.matmul(x).sub(b)
      residuals = try (rest * rest).sum([-2])
    }
    let values = driver == "gelsd" || driver == "gelss" ? try a.detach().singularValues() : empty
    return .named(.leastSquares, [.tensor(x), .tensor(residuals), .tensor(rank), .tensor(values)])
  }

  private static func tolerance(_ call: borrowing OpCall, _ slot: Int) throws(TensorError) -> Double? {
    try call.optionalDouble(slot)
  }

  static let leastSquares: [Op] = [
    Op(
      "lstsq(A: Tensor, B: Tensor, rcond: float? = None, *, driver: str? = None)", .linalg, "The X that makes ‖A X − B‖ least.",
      example: "torch.linalg.lstsq(\(tall), torch.tensor([[1.], [2.], [3.]]))"
    ) { call in try leastSquares(call) },
    Op(
      "pinv(A: Tensor, rcond: float? = None, hermitian: bool = False, *, atol: float? = None, rtol: float? = None)", .linalg,
      "The pseudoinverse.", example: "torch.linalg.pinv(\(tall))"
    ) { call in
      .tensor(try call.tensor(0).pseudoInverse(atol: tolerance(call, 3), rtol: tolerance(call, 4) ?? tolerance(call, 1)))
    },
    Op("pinverse(input: Tensor, rcond: float = 1e-15)", .both, "The pseudoinverse.", example: "torch.pinverse(\(tall))") {
      call in
      .tensor(try call.tensor(0).pseudoInverse(rtol: call.double(1)))
    },
    Op(
      "matrix_rank(A: Tensor, tol: float? = None, hermitian: bool = False, *, atol: float? = None, rtol: float? = None)",
      .linalg,
      "The rank.", example: "torch.linalg.matrix_rank(\(tall))"
    ) { call in
      .tensor(
        try call.tensor(0).matrixRank(
          atol: tolerance(call, 3) ?? tolerance(call, 1), rtol: tolerance(call, 4) ?? (call.isNone(1) ? nil : 0),
          hermitian: call.bool(2)))
    },
    Op(
      "cond(A: Tensor, p: any = None)", .linalg, "How sensitive a system of equations is.",
      example: "torch.linalg.cond(\(square))"
    ) {
      call in .tensor(try call.tensor(0).condition(call[1]))
    },
    Op(
      "matrix_norm(A: Tensor, ord: any = 'fro', dim: ints = (-2, -1), keepdim: bool = False, *, dtype: dtype? = None)", .linalg,
      "The norm of matrices.", example: "torch.linalg.matrix_norm(\(tall))"
    ) { call in
      let x = try call.dtype(4).map { try call.tensor(0).to($0) } ?? call.tensor(0)
      return .tensor(try x.matrixNorm(call[1], call.ints(2), keepdim: call.bool(3)))
    },
    Op(
      "norm(A: Tensor, ord: any = None, dim: ints? = None, keepdim: bool = False, *, dtype: dtype? = None)", .linalg,
      "The norm of a vector or matrix.", example: "torch.linalg.norm(torch.tensor([3., 4.]))"
    ) { call in
      let x = try call.dtype(4).map { try call.tensor(0).to($0) } ?? call.tensor(0)
      let dims = try call.optionalInts(2)
      if !call.isNone(1), dims == nil, x.dim != 1, x.dim != 2 {
        throw TensorError.runtime("linalg.norm: If dim is not specified but ord is, the input must be 1D or 2D. Got \(x.dim)D.")
      }
      var isMatrix = dims?.count == 2 || dims == nil && x.dim == 2
      if case .string(let text) = call[1], text != "inf" { isMatrix = true }
      if call.isNone(1) || !isMatrix {
        return .tensor(try x.norm(call.normOrder(1), dims, keepdim: call.bool(3)).named("LinalgVectorNormBackward0", after: x))
      }
      return .tensor(try x.matrixNorm(call[1], dims ?? [-2, -1], keepdim: call.bool(3)))
    },
    Op(
      "nuclear_norm(input: Tensor, keepdim: bool = False)", .function, "The sum of the singular values.",
      example: "torch.nuclear_norm(\(tall))"
    ) {
      call in .tensor(try call.tensor(0).matrixNorm(.string("nuc"), keepdim: call.bool(1)))
    },
  ]
}
