extension Tensor {
  /// The largest element of each window over `spatial` dimensions.
  ///
  /// **Shape** `[N, C, in…]` (or without N) → `[N, C, out…]`, out = ⌊(in + 2 padding − dilation (kernel − 1) − 1) / stride⌋ + 1.
  /// **Gradient** goes to the first of equal elements, in row-major order.
  package func maxPool(
    _ spatial: Int, kernelSize: [Int], stride: [Int]? = nil, padding: [Int] = [0], dilation: [Int] = [1], ceilMode: Bool = false
  ) throws(TensorError) -> Tensor {
    try maxPool(spatial, kernelSize, stride, padding, dilation, ceilMode, withIndices: false).values
  }

  /// The largest element of each window, and its position in the flattened spatial dimensions.
  package func maxPoolWithIndices(
    _ spatial: Int, kernelSize: [Int], stride: [Int]? = nil, padding: [Int] = [0], dilation: [Int] = [1], ceilMode: Bool = false
  ) throws(TensorError) -> (values: Tensor, indices: Tensor) {
    let (values, indices) = try maxPool(spatial, kernelSize, stride, padding, dilation, ceilMode, withIndices: true)
    guard let indices else { preconditionFailure("indices were asked for") }
    return (values, indices)
  }

  private func maxPool(
    _ spatial: Int, _ kernel: [Int], _ stride: [Int]?, _ padding: [Int], _ dilation: [Int], _ ceilMode: Bool, withIndices: Bool
  ) throws(TensorError) -> (values: Tensor, indices: Tensor?) {
    if spatial == 1 {
      // As PyTorch does: an image of height one.
      guard dim == 2 || dim == 3 else {
        throw .runtime(
          "max_pool1d: Expected 2D or 3D (batch mode) tensor with optional 0 dim batch size for input, but got:\(shape)")
      }
      let arguments = try PoolingArguments(
        "max_pool1d", spatial: 1, kernel: kernel, stride: stride, padding: padding, dilation: dilation, ceilMode: ceilMode)
      let size = PoolingWindows.outputSize(
        shape[dim - 1], arguments.kernel[0], arguments.stride[0], arguments.padding[0], arguments.dilation[0], ceilMode)
      if size < 1 { throw .runtime("max_pool1d() Invalid computed output size: \(size)") }
      let (values, indices) = try unsqueeze(-2).maxPool(
        2, [1] + arguments.kernel, [1] + arguments.stride, [0] + arguments.padding, [1] + arguments.dilation, ceilMode,
        withIndices: withIndices)
      return (try values.squeeze([values.dim - 2]), try indices?.squeeze([values.dim - 2]))
    }
    let name = "max_pool\(spatial)d"
    let arguments = try PoolingArguments(
      name, spatial: spatial, kernel: kernel, stride: stride, padding: padding, dilation: dilation, ceilMode: ceilMode)
    guard dim == spatial + 1 || dim == spatial + 2, shape[dim - spatial - 1] != 0 || dim == spatial + 1 else {
      throw .runtime(Tensor.poolingInputMessage(spatial))
    }
    if dtype == .bool { throw .notImplemented(name, for: .bool) }
    let batched = try dim == spatial + 2 ? self : unsqueeze(0)
    // Integers are pooled as doubles, which hold all that occur in images.
    let x = try dtype.isFloatingPoint ? batched : batched.to(.float64)
    let windows = try arguments.windows(x)
    let (pooled, places) = try PoolingKernel.maximum(
      x, windows, inPlainOrder: withIndices, withPlaces: withIndices || batched.isRecorded)
    let inputShape = x.shape
    var values = try pooled.to(dtype)
    values.record("MaxPool\(spatial)DWithIndicesBackward0", batched) {
      (call: borrowing BackwardCall) throws(TensorError) -> [Tensor?] in
      guard let places else { preconditionFailure("places are kept where a gradient is recorded") }
      return [try call.grad.unpooled(places, windows, inputShape: inputShape)]
    }
    var indices = withIndices ? try places?.tensor(values.shape) : nil
    if dim == spatial + 1 {
      values = try values.squeeze([0])
      indices = try indices?.squeeze([0])
    }
    return (values, indices)
  }

  /// This gradient of maxima, put where the maxima were found.
  func unpooled(_ places: PoolingKernel.Places, _ windows: PoolingWindows, inputShape: Shape) throws(TensorError) -> Tensor {
    let out = try PoolingKernel.maximumGradient(self, places, windows, inputShape: inputShape)
    let outputShape = shape
    return out.record("MaxPoolBackwardBackward", self) { (call: borrowing BackwardCall) throws(TensorError) -> [Tensor?] in
      [try call.grad.picked(places, windows, outputShape: outputShape)]
    }
  }

  /// These elements at the places where maxima were found: the transpose of `unpooled`.
  private func picked(
    _ places: PoolingKernel.Places, _ windows: PoolingWindows, outputShape: Shape
  ) throws(TensorError) -> Tensor {
    let out = try PoolingKernel.pick(self, places, windows, outputShape: outputShape)
    let inputShape = shape
    return out.record("MaxPoolBackward", self) { (call: borrowing BackwardCall) throws(TensorError) -> [Tensor?] in
      [try call.grad.unpooled(places, windows, inputShape: inputShape)]
    }
  }

  /// Marks a gradient that cannot itself be differentiated: an error arises when somebody tries.
  @discardableResult
  func recordedWithoutDerivative(_ name: String, _ inputs: [Tensor?]) -> Tensor {
    record("NotImplemented", inputs) { (_: borrowing BackwardCall) throws(TensorError) -> [Tensor?] in
      throw .runtime("derivative for aten::\(name) is not implemented")
    }
  }
}

extension Op {
  static let maxPool1d = maxPool(1, "torch.ones(1, 4)")
  static let maxPool2d = maxPool(2, "torch.ones(1, 4, 4)")
  static let maxPool3d = maxPool(3, "torch.ones(1, 4, 4, 4)")

  private static func maxPool(_ spatial: Int, _ example: String) -> Op {
    Op(
      "max_pool\(spatial)d(input: Tensor, kernel_size: ints, stride: ints? = None, padding: ints = 0, dilation: ints = 1, "
        + "ceil_mode: bool = False, return_indices: bool = False)", [.function, .functional],
      "Takes the largest element of each window over \(spatial) spatial dimensions.",
      example: "F.max_pool\(spatial)d(\(example), 2)"
    ) { (call: borrowing OpCall) throws(TensorError) -> OpValue in
      let x = try call.tensor(0)
      let (kernel, stride, padding) = (try call.ints(1), try call.optionalInts(2), try call.ints(3))
      let (dilation, ceilMode) = (try call.ints(4), try call.bool(5))
      if try call.bool(6) {
        let (values, indices) = try x.maxPoolWithIndices(
          spatial, kernelSize: kernel, stride: stride, padding: padding, dilation: dilation, ceilMode: ceilMode)
        return .tuple([.tensor(values), .tensor(indices)])
      }
      return .tensor(
        try x.maxPool(spatial, kernelSize: kernel, stride: stride, padding: padding, dilation: dilation, ceilMode: ceilMode))
    }
  }
}
