extension Tensor {
  /// The largest element of windows that share each spatial dimension evenly among the wanted number of outputs, and its position in
  /// the flattened spatial dimensions.
  ///
  /// **Shape** `[N, C, in…]` (or without N) → `[N, C, outputSize…]`; nil in `outputSize` keeps a size.
  package func adaptiveMaxPool(_ spatial: Int, outputSize: [Int?]) throws(TensorError) -> (values: Tensor, indices: Tensor) {
    let name = "adaptive_max_pool\(spatial)d"
    let output = try adaptiveOutput(spatial, outputSize, name)
    if spatial == 1 {
      let (values, indices) = try unsqueeze(-2).adaptiveMaxPool(2, outputSize: [1] + output)
      return (try values.squeeze([values.dim - 2]), try indices.squeeze([indices.dim - 2]))
    }
    guard dtype.isFloatingPoint else { throw .notImplemented(name, for: dtype) }
    let x = try dim == spatial + 2 ? self : unsqueeze(0)
    let windows = PoolingWindows(input: Array(x.shape.dropFirst(2)), output: output)
    let (values, found) = try PoolingKernel.maximum(x, windows, inPlainOrder: true, withPlaces: true)
    guard let places = found else { preconditionFailure("places were asked for") }
    let inputShape = x.shape
    values.record("AdaptiveMaxPool\(spatial)DBackward0", x) { (call: borrowing BackwardCall) throws(TensorError) -> [Tensor?] in
      [try call.grad.unpooled(places, windows, inputShape: inputShape)]
    }
    let indices = try places.tensor(values.shape)
    return dim == spatial + 2 ? (values, indices) : (try values.squeeze([0]), try indices.squeeze([0]))
  }
}

extension Op {
  static let adaptiveMaxPool1d = adaptiveMaxPool(1, "torch.ones(1, 4)")
  static let adaptiveMaxPool2d = adaptiveMaxPool(2, "torch.ones(1, 4, 4)")
  static let adaptiveMaxPool3d = adaptiveMaxPool(3, "torch.ones(1, 4, 4, 4)")

  private static func adaptiveMaxPool(_ spatial: Int, _ example: String) -> Op {
    Op(
      "adaptive_max_pool\(spatial)d(input: Tensor, output_size: any, return_indices: bool = False)", .functional,
      "Takes the largest element of windows that share the input evenly among the wanted number of outputs.",
      example: "F.adaptive_max_pool\(spatial)d(\(example), 2)"
    ) { (call: borrowing OpCall) throws(TensorError) -> OpValue in
      let (values, indices) = try call.tensor(0).adaptiveMaxPool(spatial, outputSize: call.optionalSizes(1))
      return try call.bool(2) ? .tuple([.tensor(values), .tensor(indices)]) : .tensor(values)
    }
  }
}
