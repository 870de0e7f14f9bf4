extension Tensor {
  /// The transpose of a convolution over `spatial` dimensions: every input element spreads over a window of the output.
  ///
  /// **Shape** `[N, C, in…]` (or without N) with weights `[C, O / groups, kernel…]` → `[N, O, out…]`, where
  /// out = (in − 1) stride − 2 padding + dilation (kernel − 1) + output padding + 1.
  package func transposedConvolution(
    _ spatial: Int, _ weight: Tensor, _ bias: Tensor? = nil, stride: [Int] = [1], padding: [Int] = [0],
    outputPadding: [Int] = [0],
    groups: Int = 1, dilation: [Int] = [1]
  ) throws(TensorError) -> Tensor {
    guard dim == spatial + 1 || dim == spatial + 2 else { throw .transposedConvolutionInput(spatial, shape) }
    try checkConvolutionTypes(weight, bias)
    guard weight.dim == spatial + 2 else {
      throw .runtime(
        "Expected \(weight.dim)-dimensional input for \(weight.dim)-dimensional weight \(weight.shape), but got "
          + "\(dim)-dimensional input of size \(shape) instead")
    }
    if !dtype.isFloatingPoint {
      return try to(.float64).transposedConvolution(
        spatial, weight.to(.float64), bias?.to(.float64), stride: stride, padding: padding, outputPadding: outputPadding,
        groups: groups,
        dilation: dilation
      ).to(dtype)
    }
    let x = try dim == spatial + 2 ? self : unsqueeze(0)
    let geometry = try x.transposedGeometry(spatial, weight, bias, stride, padding, outputPadding, groups, dilation)
    // The input gradient of the forward convolution is the transposed one.
    var out = try x.convolutionInputGradient(weight, geometry)
    if let bias {
      out = try out.add(bias.view(Shape([1, geometry.inChannels] + [Int](repeating: 1, count: spatial))))
    }
    return try dim == spatial + 2 ? out : out.squeeze([0])
  }

  private func transposedGeometry(
    _ spatial: Int, _ weight: Tensor, _ bias: Tensor?, _ stride: [Int], _ padding: [Int], _ outputPadding: [Int], _ groups: Int,
    _ dilation: [Int]
  ) throws(TensorError) -> ConvolutionGeometry {
    let stride = try expandedSizes(stride, spatial, "stride")
    let padding = try expandedSizes(padding, spatial, "padding")
    let extra = try expandedSizes(outputPadding, spatial, "output_padding")
    let dilation = try expandedSizes(dilation, spatial, "dilation")
    if padding.contains(where: { $0 < 0 }) { throw .runtime("negative padding is not supported") }
    if extra.contains(where: { $0 < 0 }) { throw .runtime("negative output_padding is not supported") }
    if stride.contains(where: { $0 <= 0 }) { throw .runtime("non-positive stride is not supported") }
    if dilation.contains(where: { $0 <= 0 }) {
      throw .runtime("dilation should be greater than zero, but got \(Shape(dilation))")
    }
    if groups <= 0 { throw .runtime("non-positive groups is not supported") }
    if (stride + padding + dilation).contains(where: { $0 > 1 << 31 }) {
      throw .runtime("stride, padding and dilation must be less than 2147483648")
    }
    if shape[1] != weight.shape[0] {
      throw .runtime(
        "Given transposed=1, weight of size \(weight.shape), expected input\(shape) to have \(weight.shape[0]) channels, but got "
          + "\(shape[1]) channels instead")
    }
    if weight.shape[0] % groups != 0 {
      throw .runtime(
        "Given groups=\(groups), expected weight to be divisible by \(groups) at dimension 0, but got weight of size "
          + "[\(weight.shape)] instead")
    }
    let channels = weight.shape[1] &* groups
    if let bias, bias.dim != 1 || bias.shape[0] != channels {
      throw .runtime(
        "Given transposed=1, weight of size \(weight.shape), expected bias to be 1-dimensional with \(channels) elements, but got "
          + "bias of size \(bias.shape) instead")
    }
    let kernel = Array(weight.shape.dropFirst(2))
    var output: [Int] = []
    for d in 0..<spatial {
      if extra[d] >= stride[d] && extra[d] >= dilation[d] {
        func words(_ values: [Int], _ name: String) -> String {
          let names = ["depth", "height", "width"].suffix(spatial == 3 ? 3 : 2)
          let all = spatial == 1 ? [0] + values : values
          return zip(names, all).map { "\(name)_\($0): \($1)" }.joined(separator: " ")
        }
        throw .runtime(
          "output padding must be smaller than either stride or dilation, but got \(words(extra, "output_padding")) "
            + "\(words(stride, "stride")) \(words(dilation, "dilation"))")
      }
      let size = (shape[d + 2] - 1) &* stride[d] &- 2 * padding[d] &+ dilation[d] &* (kernel[d] - 1) &+ extra[d] &+ 1
      if size < 0 || size > 1 << 40 {
        throw .runtime(
          "Given input size per channel: (\(Shape(shape.dropFirst(2)).joinedBySpacedX)). Calculated output size per channel: "
            + "(\(size)). Output size is too small")
      }
      output.append(size)
    }
    _ = try Shape([shape[0], channels] + output).checkedElementCount(byteSize: dtype.byteSize)
    // Output padding lies beyond the last window: the forward convolution does not reach it.
    return ConvolutionGeometry(
      batch: shape[0], inChannels: channels, outChannels: shape[1], groups: groups, input: output, kernel: kernel,
      stride: stride,
      dilation: dilation, paddingLow: padding, paddingHigh: padding, output: Array(shape.dropFirst(2)))
  }
}

extension TensorError {
  static func transposedConvolutionInput(_ spatial: Int, _ shape: Shape) -> TensorError {
    .runtime(
      "Expected \(spatial + 1)D (unbatched) or \(spatial + 2)D (batched) input to conv_transpose\(spatial)d, but got input of size: "
        + "\(shape)")
  }
}

extension Op {
  static let convTranspose1d = transposedConvolution(1, "torch.ones(1, 1, 5)", "torch.ones(1, 1, 3)")
  static let convTranspose2d = transposedConvolution(2, "torch.ones(1, 1, 5, 5)", "torch.ones(1, 1, 3, 3)")
  static let convTranspose3d = transposedConvolution(3, "torch.ones(1, 1, 4, 4, 4)", "torch.ones(1, 1, 2, 2, 2)")

  private static func transposedConvolution(_ spatial: Int, _ input: String, _ weight: String) -> Op {
    Op(
      "conv_transpose\(spatial)d(input: Tensor, weight: Tensor, bias: Tensor? = None, stride: ints = 1, padding: ints = 0, "
        + "output_padding: ints = 0, groups: int = 1, dilation: ints = 1)", [.function, .functional],
      "Applies a transposed convolution over \(spatial) spatial dimensions.",
      example: "F.conv_transpose\(spatial)d(\(input), \(weight))"
    ) { (call: borrowing OpCall) throws(TensorError) -> OpValue in
      .tensor(
        try call.tensor(0).transposedConvolution(
          spatial, call.tensor(1), call.optionalTensor(2), stride: call.ints(3), padding: call.ints(4),
          outputPadding: call.ints(5),
          groups: call.int(6), dilation: call.ints(7)))
    }
  }
}
