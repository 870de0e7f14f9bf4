/// How a convolution treats the border.
package enum ConvolutionPadding: Equatable {
  /// Zeros on both sides of each dimension; one number stands for all dimensions.
  case zeros([Int])
  /// As many zeros as keep the size, one more behind than in front where the number is odd.
  case same
  /// No zeros.
  case valid
}

extension Tensor {
  /// The cross-correlation of images with filters over `spatial` dimensions.
  ///
  /// **Shape** `[N, C, spatial…]` (or without N) with weights `[O, C / groups, kernel…]` → `[N, O, out…]`, where
  /// out = ⌊(in + 2 padding − dilation (kernel − 1) − 1) / stride⌋ + 1.
  package func convolution(
    _ spatial: Int, _ weight: Tensor, _ bias: Tensor? = nil, stride: [Int] = [1], padding: ConvolutionPadding = .zeros([0]),
    dilation: [Int] = [1], groups: Int = 1
  ) throws(TensorError) -> Tensor {
    let isBatched = dim == spatial + 2
    guard isBatched || dim == spatial + 1 else { throw .convolutionInput(spatial, shape) }
    try checkConvolutionTypes(weight, bias)
    guard weight.dim == spatial + 2 else {
      throw .runtime(
        "Expected \(weight.dim)-dimensional input for \(weight.dim)-dimensional weight \(weight.shape), but got "
          + "\(dim)-dimensional input of size \(shape) instead")
    }
    if !dtype.isFloatingPoint {
      // Integers are computed as doubles, which hold all sums that occur.
      return try to(.float64).convolution(
        spatial, weight.to(.float64), bias?.to(.float64), stride: stride, padding: padding, dilation: dilation, groups: groups
      ).to(dtype)
    }
    let x = try isBatched ? self : unsqueeze(0)
    let geometry = try x.convolutionGeometry(spatial, weight, bias, stride, padding, dilation, groups)
    let out = try x.convolution(weight, bias, geometry)
    return try isBatched ? out : out.squeeze([0])
  }

  func checkConvolutionTypes(_ weight: Tensor, _ bias: Tensor?) throws(TensorError) {
    if let bias, bias.dtype != dtype {
      throw .runtime("Input type (\(dtype.cName)) and bias type (\(bias.dtype.cName)) should be the same")
    }
    if weight.dtype != dtype {
      throw .runtime("Input type (\(dtype.cName)) and weight type (\(weight.dtype.cName)) should be the same")
    }
    if dtype == .bool { throw .notImplemented("slow_conv2d_cpu", for: dtype) }
  }

  private func convolutionGeometry(
    _ spatial: Int, _ weight: Tensor, _ bias: Tensor?, _ stride: [Int], _ padding: ConvolutionPadding, _ dilation: [Int],
    _ groups: Int
  ) throws(TensorError) -> ConvolutionGeometry {
    let stride = try expandedSizes(stride, spatial, "stride")
    let dilation = try expandedSizes(dilation, spatial, "dilation")
    let kernel = Array(weight.shape.dropFirst(2))
    var low = [Int](repeating: 0, count: spatial)
    var high = low
    switch padding {
    case .valid: break
    case .zeros(let sizes):
      low = try expandedSizes(sizes, spatial, "padding")
      high = low
    case .same:
      guard stride.allSatisfy({ $0 == 1 }) else { throw .runtime("padding='same' is not supported for strided convolutions") }
      for d in 0..<spatial {
        let total = dilation[d] &* (kernel[d] - 1)
        low[d] = Swift.max(0, total / 2)
        high[d] = Swift.max(0, total - total / 2)
      }
    }
    if low.contains(where: { $0 < 0 }) { throw .runtime("negative padding is not supported") }
    if stride.contains(where: { $0 <= 0 }) { throw .runtime("non-positive stride is not supported") }
    if dilation.contains(where: { $0 <= 0 }) {
      throw .runtime("dilation should be greater than zero, but got \(Shape(dilation))")
    }
    if groups <= 0 { throw .runtime("non-positive groups is not supported") }
    // Beyond any tensor; keeps the sums below from overflowing.
    if (low + high + stride + dilation).contains(where: { $0 > 1 << 40 }) {
      throw .runtime("stride, padding and dilation must be at most 1099511627776")
    }
    if kernel.contains(where: { $0 <= 0 }) {
      let names = spatial == 3 ? ["depth", "height", "width"] : ["height", "width"]
      let sizes = zip(names, spatial == 1 ? [1] + kernel : kernel).map { "kernel_\($0): \($1)" }
      throw .runtime("kernel size should be greater than zero, but got \(sizes.joined(separator: " "))")
    }
    let channels = weight.shape[0]
    if channels < groups {
      throw .runtime(
        "Given groups=\(groups), expected weight to be at least \(groups) at dimension 0, but got weight of size "
          + "\(weight.shape) instead")
    }
    if channels % groups != 0 {
      throw .runtime(
        "Given groups=\(groups), expected weight to be divisible by \(groups) at dimension 0, but got weight of size "
          + "\(weight.shape) instead")
    }
    let wanted = weight.shape[1] &* groups
    if shape[1] != wanted {
      throw .runtime(
        "Given groups=\(groups), weight of size \(weight.shape), expected input\(shape) to have \(wanted) channels, but got "
          + "\(shape[1]) channels instead")
    }
    if let bias, bias.dim != 1 || bias.shape[0] != channels {
      throw .runtime(
        "Given weight of size \(weight.shape), expected bias to be 1-dimensional with \(channels) elements, but got bias of "
          + "size \(bias.shape) instead")
    }
    let input = Array(shape.dropFirst(2))
    let padded = input.indices.map { input[$0] + low[$0] + high[$0] }
    let reach = kernel.indices.map { dilation[$0] &* (kernel[$0] - 1) &+ 1 }
    if !kernel.contains(0), padded.indices.contains(where: { padded[$0] < reach[$0] }) {
      throw .runtime(
        "Calculated padded input size per channel: (\(Shape(padded).joinedBySpacedX)). Kernel size: "
          + "(\(Shape(reach).joinedBySpacedX)). Kernel size can't be greater than actual input size")
    }
    return ConvolutionGeometry(
      batch: shape[0], inChannels: shape[1], outChannels: channels, groups: groups, input: input, kernel: kernel,
      stride: stride,
      dilation: dilation, paddingLow: low, paddingHigh: high)
  }

  func expandedSizes(_ values: [Int], _ count: Int, _ name: String) throws(TensorError) -> [Int] {
    if values.count == count { return values }
    if values.count == 1 { return [Int](repeating: values[0], count: count) }
    throw .runtime(
      "expected \(name) to be a single integer value or a list of \(count) values to match the convolution dimensions, but got "
        + "\(name)=\(Shape(values))")
  }

  // The three functions below are each other's gradients, which is all that second derivatives need.

  private func convolution(_ weight: Tensor, _ bias: Tensor?, _ geometry: ConvolutionGeometry) throws(TensorError) -> Tensor {
    let x = try readyForConvolution()
    let w = try weight.contiguous()
    let out = try ConvolutionKernel.forward(x, w, bias?.contiguous(), geometry)
    let saved = (x: SavedTensor(self), weight: SavedTensor(weight))
    return out.record("ConvolutionBackward0", [self, weight, bias]) {
      (call: borrowing BackwardCall) throws(TensorError) -> [Tensor?] in
      let grad = call.grad
      let input = call.needs(0) ? try grad.convolutionInputGradient(saved.weight.value(), geometry) : nil
      var (ofWeight, ofBias): (Tensor?, Tensor?) = (nil, nil)
      if call.needs(1) {
        (ofWeight, ofBias) = try saved.x.value().convolutionWeightGradient(grad, withBias: call.needs(2), geometry)
      }
      if call.needs(2), ofBias == nil { ofBias = try grad.sum([0] + Array(2..<grad.dim)) }
      return [input, ofWeight, ofBias]
    }
  }

  /// The gradient of a convolution's input, given that of its output.
  func convolutionInputGradient(_ weight: Tensor, _ geometry: ConvolutionGeometry) throws(TensorError) -> Tensor {
    let out = try ConvolutionKernel.inputGradient(readyForConvolution(), weight.contiguous(), geometry)
    let saved = (grad: SavedTensor(self), weight: SavedTensor(weight))
    return out.record("ConvolutionBackward0", self, weight) {
      (call: borrowing BackwardCall) throws(TensorError) -> [Tensor?] in
      [
        call.needs(0) ? try call.grad.convolution(saved.weight.value(), nil, geometry) : nil,
        call.needs(1) ? try call.grad.convolutionWeightGradient(saved.grad.value(), withBias: false, geometry).0 : nil,
      ]
    }
  }

  private func convolutionWeightGradient(
    _ grad: Tensor, withBias: Bool, _ geometry: ConvolutionGeometry
  ) throws(TensorError) -> (Tensor, Tensor?) {
    let (weight, bias) = try ConvolutionKernel.weightGradient(
      readyForConvolution(), grad.readyForConvolution(), hasBias: withBias, geometry)
    let saved = (x: SavedTensor(self), grad: SavedTensor(grad))
    weight.record("ConvolutionBackward0", self, grad) { (call: borrowing BackwardCall) throws(TensorError) -> [Tensor?] in
      [
        call.needs(0) ? try saved.grad.value().convolutionInputGradient(call.grad, geometry) : nil,
        call.needs(1) ? try saved.x.value().convolution(call.grad, nil, geometry) : nil,
      ]
    }
    // The bias that oneDNN computes alongside is not recorded: recorded gradients take the sum instead.
    return (weight, GradMode.isEnabled ? nil : bias)
  }

  /// Itself where oneDNN can read it as it lies, else a contiguous copy.
  private func readyForConvolution() throws(TensorError) -> Tensor {
    blockedContents != nil ? self : try contiguous()
  }
}

extension Shape {
  /// The sizes as in convolution messages: `3 x 3`.
  var joinedBySpacedX: String { map(String.init).joined(separator: " x ") }
}

extension TensorError {
  static func convolutionInput(_ spatial: Int, _ shape: Shape) -> TensorError {
    .runtime(
      "Expected \(spatial + 1)D (unbatched) or \(spatial + 2)D (batched) input to conv\(spatial)d, but got input of size: \(shape)"
    )
  }
}

extension Op {
  static let conv1d = convolution(1, "torch.ones(1, 1, 5)", "torch.ones(1, 1, 3)")
  static let conv2d = convolution(2, "torch.ones(1, 1, 5, 5)", "torch.ones(1, 1, 3, 3)")
  static let conv3d = convolution(3, "torch.ones(1, 1, 4, 4, 4)", "torch.ones(1, 1, 2, 2, 2)")

  private static func convolution(_ spatial: Int, _ input: String, _ weight: String) -> Op {
    Op(
      "conv\(spatial)d(input: Tensor, weight: Tensor, bias: Tensor? = None, stride: ints = 1, padding: any = 0, "
        + "dilation: ints = 1, groups: int = 1)", [.function, .functional],
      "Applies a convolution (cross-correlation) over an input of several channels and \(spatial) spatial dimensions.",
      example: "F.conv\(spatial)d(\(input), \(weight))"
    ) { (call: borrowing OpCall) throws(TensorError) -> OpValue in
      let padding: ConvolutionPadding
      if case .string(let mode) = call[4] {
        switch mode {
        case "same": padding = .same
        case "valid": padding = .valid
        default: throw .runtime("Invalid padding string: '\(mode)'")
        }
      } else {
        padding = .zeros(try call.ints(4))
      }
      return .tensor(
        try call.tensor(0).convolution(
          spatial, call.tensor(1), call.optionalTensor(2), stride: call.ints(3), padding: padding, dilation: call.ints(5),
          groups: call.int(6)))
    }
  }
}
