// Powers, exponentials and chains of matrices, and what `torch.linalg` adds under names of its own.

extension Tensor {
  /// The matrix multiplied by itself n times; its inverse for negative n.
  package func matrixPower(_ exponent: Int) throws(TensorError) -> Tensor {
    try checkSquare("linalg.matrix_power")
    if exponent == 0 {
      let one = try Tensor.identity(shape[dim - 1], dtype: dtype).expand(shape)
      return try one.clone()
    }
    var base = exponent < 0 ? try inverse() : self
    var rest = exponent.magnitude
    var result: Tensor?
    while rest > 0 {
      try Checkpoint.pass()
      if rest & 1 == 1 { result = try result.map { (r: Tensor) throws(TensorError) in try r.matmul(base) } ?? base }
      rest >>= 1
      if rest > 0 { base = try base.matmul(base) }
    }
    guard let result, exponent != 1 else { return try clone() }
    return result
  }

  /// The exponential Σ Aⁿ / n! of square matrices: Taylor's sum of a matrix scaled down by 2ˢ, then squared s times.
  package func matrixExp() throws(TensorError) -> Tensor {
    try checkSquare("linalg.matrix_exp")
    let n = shape[dim - 1]
    if elementCount == 0 { return try clone() }
    let wide = try to(.float64)
    let size = try GradMode.off { () throws(TensorError) in
      try wide.abs().sum([-2]).amax().item().doubleValue
    }
    guard size.isFinite else { return try Tensor.full(shape, .double(.nan), dtype: dtype) }
    var (squarings, scale) = (0, 1.0)
    while size * scale > 0.5 && squarings < 1100 {
      scale /= 2
      squarings += 1
    }
    let x = try wide * .double(scale)
    // With a norm up to a half, the terms are below the last digit after 18.
    var sum = try Tensor.identity(n, dtype: .float64).expand(shape) + x
    var term = x
    for order in 2...18 {
      term = try term.matmul(x) * .double(1 / Double(order))
      sum = try sum + term
    }
    for _ in 0..<squarings { sum = try sum.matmul(sum) }
    return try sum.to(dtype).named("LinalgMatrixExpBackward0", after: self)
  }

  /// The product of a chain of matrices; the first and the last may be vectors.
  package static func multiDot(_ tensors: [Tensor]) throws(TensorError) -> Tensor {
    guard tensors.count >= 2 else { throw .runtime("multi_dot(): expected at least 2 tensors but got \(tensors.count)") }
    for (number, tensor) in tensors.enumerated() {
      let isEnd = number == 0 || number == tensors.count - 1
      guard tensor.dim == 2 || isEnd && tensor.dim == 1 else {
        throw .runtime(
          isEnd
            ? "multi_dot(): the \(number == 0 ? "first" : "last") tensor must be 1D or 2D but got \(tensor.dim)D"
            : "multi_dot(): tensor \(number) must be 2D but got \(tensor.dim)D")
      }
    }
    var result = tensors[0]
    for next in tensors.dropFirst() { result = try result.matmul(next) }
    return result.named("ViewBackward0", after: tensors[0])
  }

  /// Powers of each element: `[…, n]` → `[…, n, count]`.
  package func vandermonde(_ count: Int) throws(TensorError) -> Tensor {
    guard count > 1 else { throw .runtime("N must be greater than 1.") }
    var columns = [try onesLike()]
    while columns.count < count { columns.append(try columns[columns.count - 1] * self) }
    return try Tensor.stack(columns, -1)
  }
}

extension Op {
  private static let square = "torch.tensor([[2., 1.], [1., 3.]])"

  static let matrixFunctions: [Op] = [
    Op(
      "matrix_power(input: Tensor, n: int)", [.function, .method, .linalg], "A matrix multiplied by itself.",
      example: "torch.matrix_power(\(square), 3)"
    ) { call in .tensor(try call.tensor(0).matrixPower(call.int(1))) },
    Op(
      "matrix_exp(input: Tensor)", [.function, .method, .linalg], "The exponential of a matrix.",
      example: "torch.matrix_exp(\(square))"
    ) { call in .tensor(try call.tensor(0).matrixExp()) },
    Op(
      "multi_dot(tensors: Tensors)", .linalg, "The product of a chain of matrices.",
      example: "torch.linalg.multi_dot([\(square), torch.ones(2, 3), torch.ones(3)])"
    ) { call in .tensor(try Tensor.multiDot(call.tensors(0))) },
    Op(
      "chain_matmul(*matrices)", .function, "The product of a chain of matrices.",
      example: "torch.chain_matmul(\(square), torch.ones(2, 3))"
    ) { call in .tensor(try Tensor.multiDot(call.tensors(0))) },
    Op(
      "matmul(input: Tensor, other: Tensor)", .linalg, "The matrix product.",
      example: "torch.linalg.matmul(\(square), \(square))"
    ) {
      call in .tensor(try call.tensor(0).matmul(call.tensor(1)))
    },
    Op(
      "vecdot(x: Tensor, y: Tensor, *, dim: int = -1)", .linalg, "The dot products along a dimension.",
      example: "torch.linalg.vecdot(\(square), torch.tensor([1., 2.]))"
    ) { call in .tensor(try (call.tensor(0) * call.tensor(1)).sum([call.int(2)])) },
    Op(
      "cross(input: Tensor, other: Tensor, *, dim: int = -1)", .linalg, "The vector product.",
      example: "torch.linalg.cross(torch.tensor([1., 2., 3.]), torch.tensor([3., 0., 1.]))"
    ) { call in .tensor(try call.tensor(0).cross(call.tensor(1), call.int(2))) },
    Op(
      "diagonal(A: Tensor, *, offset: int = 0, dim1: int = -2, dim2: int = -1)", .linalg, "The diagonal as a view.",
      example: "torch.linalg.diagonal(\(square))"
    ) { call in .tensor(try call.tensor(0).diagonal(call.int(1), call.int(2), call.int(3))) },
    Op(
      "vander(x: Tensor, *, N: int? = None)", .linalg, "Powers of each element.",
      example: "torch.linalg.vander(torch.tensor([1., 2.]))"
    ) { call in
      let x = try call.tensor(0)
      return .tensor(try x.vandermonde(call.optionalInt(1) ?? x.shape.last ?? 0))
    },
    Op(
      "tensorinv(A: Tensor, ind: int = 2)", .linalg, "The inverse for tensordot.",
      example: "torch.linalg.tensorinv(torch.eye(4).view(2, 2, 2, 2), ind=2)"
    ) { call in
      let (a, count) = (try call.tensor(0), try call.int(1))
      guard count > 0, count <= a.dim else { throw TensorError.runtime("Expected a strictly positive integer for 'ind'") }
      let (rows, columns) = (Array(a.shape.prefix(count)), Array(a.shape.dropFirst(count)))
      let size = rows.reduce(1, *)
      guard size == columns.reduce(1, *) else {
        throw TensorError.runtime(
          "Expected self to satisfy the requirement prod(self.shape[ind:]) == prod(self.shape[:ind]), but got "
            + "\(columns.reduce(1, *)) != \(size)")
      }
      return .tensor(try a.reshape([size, size]).inverse().reshape(Shape(columns + rows)))
    },
    Op(
      "dist(input: Tensor, other: Tensor, p: float = 2)", .both, "The p-norm of the difference.",
      example: "torch.dist(torch.tensor([1., 2.]), torch.tensor([3., 5.]))"
    ) { call in
      let (a, b) = (try call.tensor(0), try call.tensor(1))
      return .tensor(try a.sub(b).norm(call.double(2)).named("DistBackward0", after: a, b))
    },
    Op(
      "tensorsolve(A: Tensor, B: Tensor, dims: any = None)", .linalg, "X with tensordot(A, X) = B.",
      example: "torch.linalg.tensorsolve(\(square), torch.tensor([1., 2.]))"
    ) { call in
      let (a, b) = (try call.tensor(0), try call.tensor(1))
      let count = b.elementCount
      guard a.elementCount == count * count, a.dim >= b.dim, call.isNone(2) else {
        throw TensorError.runtime(
          "Expected self to satisfy the requirement prod(self.shape[other.ndim:]) == prod(self.shape[:other.ndim]), but got "
            + "\(a.elementCount / Swift.max(count, 1)) != \(count)")
      }
      return .tensor(try a.reshape([count, count]).solve(b.reshape([count])).reshape(Shape(a.shape.dropFirst(b.dim))))
    },
  ]
}
