/// The sizes of a convolution of one to three spatial dimensions.
struct ConvolutionGeometry: Hashable {
  let batch: Int
  let inChannels: Int
  let outChannels: Int
  let groups: Int
  let input: [Int]
  let kernel: [Int]
  let stride: [Int]
  let dilation: [Int]
  /// Zeros in front of each dimension.
  let paddingLow: [Int]
  /// Zeros behind each dimension; one more than in front for an even kernel with padding "same".
  let paddingHigh: [Int]
  let output: [Int]

  init(
    batch: Int, inChannels: Int, outChannels: Int, groups: Int, input: [Int], kernel: [Int], stride: [Int], dilation: [Int],
    paddingLow: [Int], paddingHigh: [Int], output: [Int]? = nil
  ) {
    self.batch = batch
    self.inChannels = inChannels
    self.outChannels = outChannels
    self.groups = groups
    self.input = input
    self.kernel = kernel
    self.stride = stride
    self.dilation = dilation
    self.paddingLow = paddingLow
    self.paddingHigh = paddingHigh
    self.output =
      output
      ?? input.indices.map { d in
        let room = input[d] + paddingLow[d] + paddingHigh[d] - dilation[d] * (kernel[d] - 1) - 1
        return room < 0 ? 0 : room / stride[d] + 1
      }
  }

  var inputShape: Shape { Shape([batch, inChannels] + input) }
  var outputShape: Shape { Shape([batch, outChannels] + output) }
  var weightShape: Shape { Shape([outChannels, inChannels / groups] + kernel) }

  /// The same for another number of images.
  func withBatch(_ count: Int) -> ConvolutionGeometry {
    ConvolutionGeometry(
      batch: count, inChannels: inChannels, outChannels: outChannels, groups: groups, input: input, kernel: kernel,
      stride: stride, dilation: dilation, paddingLow: paddingLow, paddingHigh: paddingHigh, output: output)
  }

  /// Whether any tensor involved has no elements.
  var isEmpty: Bool {
    batch == 0 || inChannels == 0 || outChannels == 0 || input.contains(0) || kernel.contains(0) || output.contains(0)
  }

  /// PyTorch leaves small single images to a product with the matrix of patches, whose sums run in another order.
  var prefersPatches: Bool {
    let spread = stride.contains { $0 != 1 } || dilation.contains { $0 != 1 } || batch >= 16 || kernel.contains { $0 != 1 }
    let pixels = input.reduce(1, *)
    let large =
      groups > 1 || kernel.count > 1 && kernel.suffix(2).allSatisfy { $0 > 3 } || batch > 1
      || batch * inChannels * pixels > 20480
    return !(spread && large)
  }
}
