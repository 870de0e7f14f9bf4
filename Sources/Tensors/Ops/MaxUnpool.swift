extension Tensor {
  /// The reverse of a maximum pooling: each element at its recorded position, zero elsewhere.
  ///
  /// **Shape** `[N, C, in…]` (or without N) → `[N, C, out…]`, out = (in − 1) stride − 2 padding + kernel unless given.
  package func maxUnpool(
    _ spatial: Int, _ indices: Tensor, kernelSize: [Int], stride: [Int]? = nil, padding: [Int] = [0], outputSize: [Int]? = nil
  ) throws(TensorError) -> Tensor {
    let name = "max_unpool\(spatial)d"
    let a = try PoolingArguments(
      name, spatial: spatial, kernel: kernelSize, stride: stride, padding: padding, ceilMode: false)
    guard indices.dtype == .int64 else {
      throw .runtime("elements in indices should be type int64 but got: \(indices.dtype.scalarName)")
    }
    guard dim == spatial + 1 || dim == spatial + 2 else {
      throw .runtime(
        "Input to \(name) should be a \(spatial + 1)d or \(spatial + 2)d Tensor, but got a tensor with \(dim) dimensions")
    }
    guard indices.shape == shape else {
      throw .runtime(
        "Expected shape of indices to be same as that of the input tensor (\(shape)) but got indices tensor with shape: "
          + "\(indices.shape)")
    }
    let outer = Shape(shape.dropLast(spatial))
    var sizes: [Int] = []
    for d in 0..<spatial {
      let input = shape[dim - spatial + d]
      let (span, overflow) = (input - 1).multipliedReportingOverflow(by: a.stride[d])
      guard !overflow else { throw .runtime("\(name): the output's size overflows") }
      sizes.append(span &- 2 * a.padding[d] &+ a.kernel[d])
    }
    if let outputSize, !outputSize.isEmpty {
      guard outputSize.count == spatial || outputSize.count == spatial + 2 else {
        throw .value(
          "output_size should be a sequence containing \(spatial) or \(spatial + 2) elements, but it has a length of "
            + "'\(outputSize.count)'")
      }
      sizes = Array(outputSize.suffix(spatial))
    }
    guard sizes.allSatisfy({ $0 > 0 }) else { throw .runtime("\(name): Output size \(Shape(sizes)) is too small") }
    let whole = Shape(Array(outer) + sizes)
    let count = try whole.checkedElementCount(byteSize: dtype.byteSize)
    let perImage = sizes.reduce(1, &*)
    let places = try indices.values(Int.self)
    if let wrong = places.first(where: { $0 < 0 || $0 >= perImage }) {
      throw .runtime("Found an invalid max index: \(wrong) (output volumes are of size \(Shape(sizes).joinedByX))")
    }
    let own = shape
    if count == 0 || elementCount == 0 { return try Tensor.zeros(whole, dtype: dtype) }
    let flat = try GradMode.off { try indices.reshape([outer.elementCount, -1]) }
    let out = try GradMode.off {
      let lines = try reshape([outer.elementCount, -1])
      return try Tensor.zeros([outer.elementCount, perImage], dtype: dtype).scatter(1, flat, lines).view(whole)
    }
    return out.alias().record("MaxUnpool\(spatial)DBackward0", self) { call in
      [try call.grad.reshape([outer.elementCount, perImage]).gather(1, flat).reshape(own)]
    }
  }

  /// r² groups of channels spread over images r times as large. **Shape** `[…, C r², H, W] → […, C, H r, W r]`.
  package func pixelShuffle(_ factor: Int) throws(TensorError) -> Tensor {
    guard dim >= 3 else {
      throw .runtime("pixel_shuffle expects input to have at least 3 dimensions, but got input with \(dim) dimension(s)")
    }
    guard factor > 0, factor < 1 << 20 else {
      throw .runtime("pixel_shuffle expects a positive upscale_factor, but got \(factor)")
    }
    let (channels, height, width) = (shape[dim - 3], shape[dim - 2], shape[dim - 1])
    guard channels % (factor * factor) == 0 else {
      throw .runtime(
        "pixel_shuffle expects its input's 'channel' dimension to be divisible by the square of upscale_factor, but "
          + "input.size(-3)=\(channels) is not divisible by \(factor * factor)")
    }
    let lead = Array(shape.dropLast(3))
    let c = channels / (factor * factor)
    let out = try GradMode.off {
      let split = try reshape(Shape(lead + [c, factor, factor, height, width]))
      let order = Array(0..<lead.count) + [0, 3, 1, 4, 2].map { $0 + lead.count }
      return try split.permute(order).contiguous().view(Shape(lead + [c, height * factor, width * factor]))
    }
    return out.alias().record("PixelShuffleBackward0", self) { call in [try call.grad.pixelUnshuffle(factor)] }
  }

  /// The reverse of `pixelShuffle`. **Shape** `[…, C, H r, W r] → […, C r², H, W]`.
  package func pixelUnshuffle(_ factor: Int) throws(TensorError) -> Tensor {
    guard dim >= 3 else {
      throw .runtime("pixel_unshuffle expects input to have at least 3 dimensions, but got input with \(dim) dimension(s)")
    }
    guard factor > 0, factor < 1 << 20 else {
      throw .runtime("pixel_unshuffle expects a positive downscale_factor, but got \(factor)")
    }
    let (channels, height, width) = (shape[dim - 3], shape[dim - 2], shape[dim - 1])
    for (word, number, size) in [("height", -2, height), ("width", -1, width)] where size % factor != 0 {
      throw .runtime(
        "pixel_unshuffle expects \(word) to be divisible by downscale_factor, but input.size(\(number))=\(size) is not divisible by "
          + "\(factor)")
    }
    let lead = Array(shape.dropLast(3))
    let (h, w) = (height / factor, width / factor)
    let out = try GradMode.off {
      let split = try reshape(Shape(lead + [channels, h, factor, w, factor]))
      let order = Array(0..<lead.count) + [0, 2, 4, 1, 3].map { $0 + lead.count }
      return try split.permute(order).contiguous().view(Shape(lead + [channels * factor * factor, h, w]))
    }
    return out.alias().record("PixelUnshuffleBackward0", self) { call in [try call.grad.pixelShuffle(factor)] }
  }
}

extension Op {
  static let maxUnpool1d = maxUnpool(1, "torch.ones(1, 1, 2), torch.tensor([[[0, 2]]])")
  static let maxUnpool2d = maxUnpool(2, "torch.ones(1, 1, 1, 2), torch.tensor([[[[0, 2]]]])")
  static let maxUnpool3d = maxUnpool(3, "torch.ones(1, 1, 1, 1, 2), torch.tensor([[[[[0, 2]]]]])")

  private static func maxUnpool(_ spatial: Int, _ example: String) -> Op {
    Op(
      "max_unpool\(spatial)d(input: Tensor, indices: Tensor, kernel_size: ints, stride: ints? = None, padding: ints = 0, "
        + "output_size: ints? = None)", .functional,
      "Puts the maxima of a pooling back to their places.", example: "F.max_unpool\(spatial)d(\(example), 2)"
    ) { (call: borrowing OpCall) throws(TensorError) -> OpValue in
      .tensor(
        try call.tensor(0).maxUnpool(
          spatial, call.tensor(1), kernelSize: call.ints(2), stride: call.optionalInts(3), padding: call.ints(4),
          outputSize: call.optionalInts(5)))
    }
  }

  static let pixelShuffle = Op(
    "pixel_shuffle(input: Tensor, upscale_factor: int)", [.function, .functional], "Turns channels into larger images.",
    example: "F.pixel_shuffle(torch.ones(1, 4, 2, 2), 2)"
  ) { call in .tensor(try call.tensor(0).pixelShuffle(call.int(1))) }

  static let pixelUnshuffle = Op(
    "pixel_unshuffle(input: Tensor, downscale_factor: int)", [.function, .functional], "Turns images into more channels.",
    example: "F.pixel_unshuffle(torch.ones(1, 1, 4, 4), 2)"
  ) { call in .tensor(try call.tensor(0).pixelUnshuffle(call.int(1))) }
}
