// Inverses, determinants and products that are more than `matmul`.

extension Tensor {
  /// Refuses what is no batch of square matrices of floating-point numbers.
  func checkSquare(_ op: String) throws(TensorError) {
    guard dim >= 2 else { throw .runtime("\(op): The input tensor A must have at least 2 dimensions.") }
    let (rows, columns) = (shape[dim - 2], shape[dim - 1])
    guard rows == columns else {
      throw .runtime("\(op): A must be batches of square matrices, but they are \(rows) by \(columns) matrices")
    }
    guard dtype.isFloatingPoint else {
      throw .notImplemented("\(op): Expected a floating point or complex tensor as input. Got \(dtype.scalarName)")
    }
  }

  /// The matrices of a batch, each taken apart.
  func eliminations() throws(TensorError) -> [Elimination] { try matrices().map { Elimination($0) } }

  /// The inverse of a square matrix, or of each of a batch.
  package func inverse() throws(TensorError) -> Tensor {
    try checkSquare("linalg.inv")
    let parts = try eliminations()
    for (number, part) in parts.enumerated() {
      guard let pivot = part.zeroPivot else { continue }
      let place = dim > 2 ? "(Batch element \(number)): " : ""
      throw TensorError(
        .linAlg,
        "linalg.inv: \(place)The diagonal element \(pivot) is zero, the inversion could not be completed because the input matrix is "
          + "singular.")
    }
    let out = try Tensor(parts.flatMap(\.inverse.cells), shape: shape).converted(dtype)
    return out.record("LinalgInvExBackward0", self, savingResult: true) { call in
      let transposed = try call.result.transpose(-2, -1)
      return [try transposed.matmul(call.grad).matmul(transposed).neg()]
    }
  }

  /// The determinant of a square matrix, or of each of a batch.
  package func determinant() throws(TensorError) -> Tensor {
    try checkSquare("linalg.det")
    let parts = try eliminations()
    let out = try Tensor(parts.map(\.determinant), shape: Shape(shape.dropLast(2))).converted(dtype)
    let x = SavedTensor(self)
    let isSingular = parts.contains { $0.zeroPivot != nil }
    return out.record("LinalgDetBackward0", self, savingResult: true) { call in
      let value = try x.value()
      if isSingular { return [try call.grad.unsqueeze(-1).unsqueeze(-1).mul(value.cofactors())] }
      let scale = try call.grad.mul(call.result).unsqueeze(-1).unsqueeze(-1)
      return [try value.inverse().transpose(-2, -1).mul(scale)]
    }
  }

  /// The derivatives of the determinant: each element's minor with its sign. For singular matrices, which have no inverse.
  private func cofactors() throws(TensorError) -> Tensor {
    let n = shape[dim - 1]
    let cells = try values(Double.self)
    var result = [Double](repeating: 0, count: cells.count)
    for start in stride(from: 0, to: cells.count, by: n * n) {
      for i in 0..<n {
        for j in 0..<n {
          var minor: [Double] = []
          for r in 0..<n where r != i { for c in 0..<n where c != j { minor.append(cells[start + r * n + c]) } }
          result[start + i * n + j] = Elimination(DenseMatrix(n - 1, n - 1, minor)).determinant * ((i + j) % 2 == 0 ? 1 : -1)
        }
      }
    }
    return try Tensor(result, shape: shape).converted(dtype)
  }

  /// β · self + α · batch1 · batch2, for batches of matrices.
  package func baddbmm(_ a: Tensor, _ b: Tensor, beta: Scalar = 1, alpha: Scalar = 1) throws(TensorError) -> Tensor {
    var product = try a.bmm(b)
    if alpha != .int(1) { product = try product.mul(alpha) }
    let own = try expand(product.shape)
    return try (beta == .int(1) ? own : own.mul(beta)).add(product).named("BaddbmmBackward0", after: self, a, b)
  }

  /// β · self + α · matrix · vector.
  package func addmv(_ matrix: Tensor, _ vector: Tensor, beta: Scalar = 1, alpha: Scalar = 1) throws(TensorError) -> Tensor {
    var product = try matrix.mv(vector)
    if alpha != .int(1) { product = try product.mul(alpha) }
    let own = try expand(product.shape)
    return try (beta == .int(1) ? own : own.mul(beta)).add(product).named("AddmvBackward0", after: self, matrix, vector)
  }

  /// The Kronecker product: each element of this tensor times the whole of the other.
  package func kron(_ other: Tensor) throws(TensorError) -> Tensor {
    let rank = Swift.max(dim, other.dim)
    var (left, right, sizes) = (Shape(), Shape(), Shape())
    for d in 0..<rank {
      let own = d < rank - dim ? 1 : shape[d - (rank - dim)]
      let others = d < rank - other.dim ? 1 : other.shape[d - (rank - other.dim)]
      left.append(own)
      left.append(1)
      right.append(1)
      right.append(others)
      let (size, overflow) = own.multipliedReportingOverflow(by: others)
      guard !overflow else { throw .runtime("kron: the result's size overflows") }
      sizes.append(size)
    }
    _ = try sizes.checkedElementCount(byteSize: dtype.byteSize)
    return try reshape(left).mul(other.reshape(right)).reshape(sizes).named("UnsafeViewBackward0", after: self, other)
  }

  /// The p-distances between all rows of two matrices, or of each pair in a batch.
  package func cdist(_ other: Tensor, p: Double = 2) throws(TensorError) -> Tensor {
    guard dim >= 2 else { throw .runtime("cdist only supports at least 2D tensors, X1 got: \(dim)D") }
    guard other.dim >= 2 else { throw .runtime("cdist only supports at least 2D tensors, X2 got: \(other.dim)D") }
    let (columns, others) = (shape[dim - 1], other.shape[other.dim - 1])
    guard columns == others else {
      throw .runtime("X1 and X2 must have the same number of columns. X1: \(columns) X2: \(others)")
    }
    guard p >= 0 else { throw .runtime("cdist only supports non-negative p values") }
    let distances = try unsqueeze(-2).sub(other.unsqueeze(-3)).norm(p, [-1])
    return distances.named("CdistBackward0", after: self, other)
  }

  /// x / max(‖x‖, ε) along a dimension.
  package func normalize(p: Double = 2, dim: Int = 1, eps: Double = 1e-12) throws(TensorError) -> Tensor {
    try div(norm(p, [dim], keepdim: true).clamp(min: .double(eps)).expand(shape))
  }
}

extension Op {
  static let normalize = Op(
    "normalize(input: Tensor, p: float = 2.0, dim: int = 1, eps: float = 1e-12, out: Tensor? = None)", .functional,
    "Divides by the norm along a dimension.", example: "F.normalize(torch.tensor([[3., 4.]]))"
  ) { call in .tensor(try call.tensor(0).normalize(p: call.double(1), dim: call.int(2), eps: call.double(3))) }

  static let linearAlgebra: [Op] = [
    Op(
      "inverse(input: Tensor)", .both, "The inverse of a square matrix.",
      example: "torch.inverse(torch.tensor([[2., 1.], [1., 3.]]))"
    ) { call in .tensor(try call.tensor(0).inverse()) },
    Op(
      "inv(A: Tensor)", .linalg, "The inverse of a square matrix.",
      example: "torch.linalg.inv(torch.tensor([[2., 1.], [1., 3.]]))"
    ) { call in .tensor(try call.tensor(0).inverse()) },
    Op(
      "det(input: Tensor)", [.function, .method, .linalg], "The determinant of a square matrix.",
      example: "torch.det(torch.tensor([[2., 1.], [1., 3.]]))"
    ) { call in .tensor(try call.tensor(0).determinant()) },
    Op(
      "baddbmm(input: Tensor, batch1: Tensor, batch2: Tensor, *, beta: Number = 1, alpha: Number = 1)", .both,
      "beta · input + alpha · batch1 · batch2.",
      example: "torch.baddbmm(torch.ones(2), torch.ones(1, 2, 3), torch.ones(1, 3, 2))"
    ) { call in
      .tensor(try call.tensor(0).baddbmm(call.tensor(1), call.tensor(2), beta: call.scalar(3), alpha: call.scalar(4)))
    },
    Op(
      "addmv(input: Tensor, mat: Tensor, vec: Tensor, *, beta: Number = 1, alpha: Number = 1)", .both,
      "beta · input + alpha · mat · vec.", example: "torch.addmv(torch.ones(2), torch.ones(2, 3), torch.ones(3))"
    ) { call in
      .tensor(try call.tensor(0).addmv(call.tensor(1), call.tensor(2), beta: call.scalar(3), alpha: call.scalar(4)))
    },
    Op(
      "kron(input: Tensor, other: Tensor)", .both, "The Kronecker product.",
      example: "torch.kron(torch.ones(2), torch.ones(2, 3))"
    ) { call in .tensor(try call.tensor(0).kron(call.tensor(1))) },
    Op(
      "cdist(x1: Tensor, x2: Tensor, p: float = 2.0, compute_mode: any = None)", .function, "The distances between all rows.",
      example: "torch.cdist(torch.tensor([[1., 2.]]), torch.tensor([[3., 5.], [0., 1.]]))"
    ) { call in .tensor(try call.tensor(0).cdist(call.tensor(1), p: call.double(2))) },
  ]
}
