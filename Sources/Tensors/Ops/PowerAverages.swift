// Poolings and norms made of powers and averages.

extension Tensor {
  /// The p-norm of each window: (Σ xᵖ)^(1/p) over `spatial` dimensions.
  package func lpPool(
    _ spatial: Int, norm: Double, kernelSize: [Int], stride: [Int]? = nil, ceilMode: Bool = false
  ) throws(TensorError) -> Tensor {
    let kernel = try expandedSizes(kernelSize, spatial, "kernel_size")
    let average = try pow(.double(norm)).averagePool(spatial, kernelSize: kernel, stride: stride, ceilMode: ceilMode)
    let elements = Double(kernel.reduce(1) { $0 &* $1 })
    return try average.sign().mul(average.abs().relu()).mul(.double(elements)).pow(.double(1 / norm))
  }

  /// x / (k + α · mean of x² over `size` neighbouring channels)^β.
  ///
  /// **Shape** `[N, C, d…]` → the same.
  package func localResponseNorm(
    _ size: Int, alpha: Double = 1e-4, beta: Double = 0.75, k: Double = 1
  ) throws(TensorError) -> Tensor {
    guard dim >= 3 else {
      throw .value("Expected 3D or higher dimensionality                          input (got \(dim) dimensions)")
    }
    guard size > 0, size < 1 << 30 else { throw .runtime("local_response_norm: size must be greater than zero") }
    if elementCount == 0 { return self }
    // Channels become the height of an image with one channel, so that an average pooling runs along them.
    let squares = try mul(self).reshape([shape[0], 1, shape[1], -1]).padded([0, 0, size / 2, (size - 1) / 2])
    let average = try squares.averagePool(2, kernelSize: [size, 1], stride: [1, 1]).reshape(shape)
    return try div(average.mul(.double(alpha)).add(.double(k)).pow(.double(beta)))
  }
}

extension Op {
  static let lpPool1d = lpPool(1, "torch.ones(1, 4)")
  static let lpPool2d = lpPool(2, "torch.ones(1, 4, 4)")

  private static func lpPool(_ spatial: Int, _ example: String) -> Op {
    Op(
      "lp_pool\(spatial)d(input: Tensor, norm_type: float, kernel_size: ints, stride: ints? = None, ceil_mode: bool = False)",
      .functional,
      "Takes a power norm of each window.", example: "F.lp_pool\(spatial)d(\(example), 2, 2)"
    ) { (call: borrowing OpCall) throws(TensorError) -> OpValue in
      .tensor(
        try call.tensor(0).lpPool(
          spatial, norm: call.double(1), kernelSize: call.ints(2), stride: call.optionalInts(3), ceilMode: call.bool(4)))
    }
  }

  static let localResponseNorm = Op(
    "local_response_norm(input: Tensor, size: int, alpha: float = 0.0001, beta: float = 0.75, k: float = 1.0)", .functional,
    "Divides by a power of the squares of neighbouring channels.", example: "F.local_response_norm(torch.ones(1, 3, 2), 2)"
  ) { (call: borrowing OpCall) throws(TensorError) -> OpValue in
    .tensor(
      try call.tensor(0).localResponseNorm(call.int(1), alpha: call.double(2), beta: call.double(3), k: call.double(4)))
  }
}
