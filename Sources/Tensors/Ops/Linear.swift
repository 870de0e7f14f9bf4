extension Tensor {
  /// x Wᵀ + b.
  ///
  /// **Shape** `[…, in]` with weights `[out, in]` (or `[in]`) → `[…, out]`.
  package func linear(_ weight: Tensor, _ bias: Tensor? = nil) throws(TensorError) -> Tensor {
    guard dim > 0, weight.dim > 0 else {
      throw .runtime("both arguments to linear need to be at least 1D, but they are \(dim)D and \(weight.dim)D")
    }
    guard weight.dim == 2, let bias else {
      let product = try matmul(weight.dim == 2 ? weight.t() : weight)
      guard let bias else { return product }
      return try product.add(bias)
    }
    if dim == 2 { return try linearOfRows(weight, bias) }
    let rows = try reshape([shape.dropLast().reduce(1, *), shape[dim - 1]])
    return try rows.linearOfRows(weight, bias).unsafeView(Shape(Array(shape.dropLast()) + [weight.shape[0]]))
  }

  /// The same shape change as `view`, under the name that products of several dimensions have in graphs.
  private func unsafeView(_ sizes: Shape) throws(TensorError) -> Tensor {
    let out = alias(shape: sizes, strides: sizes.contiguousStrides, elementOffset: elementOffset)
    let own = shape
    return out.record("UnsafeViewBackward0", self) { (call: borrowing BackwardCall) throws(TensorError) -> [Tensor?] in
      [try call.grad.reshape(own)]
    }
  }

  private func linearOfRows(_ weight: Tensor, _ bias: Tensor) throws(TensorError) -> Tensor {
    let transposed = try weight.t()
    return try Tensor.addmm(bias, self, transposed)
  }
}

extension Op {
  static let linear = Op(
    "linear(input: Tensor, weight: Tensor, bias: Tensor? = None)", .functional,
    "Multiplies by the transposed weights and adds the bias.",
    example: "F.linear(torch.ones(2, 3), torch.ones(4, 3), torch.ones(4))"
  ) { (call: borrowing OpCall) throws(TensorError) -> OpValue in
    .tensor(try call.tensor(0).linear(call.tensor(1), call.optionalTensor(2)))
  }
}
