/// Sizes of a pooling as a script gives them, checked as PyTorch does.
struct PoolingArguments {
  let kernel: [Int]
  let stride: [Int]
  let padding: [Int]
  let dilation: [Int]
  let ceilMode: Bool

  private static let words = ["", "one int", "two ints", "three ints"]

  init(
    _ name: String, spatial: Int, kernel: [Int], stride: [Int]?, padding: [Int], dilation: [Int] = [1], ceilMode: Bool
  ) throws(TensorError) {
    func all(_ values: [Int], _ what: String, _ rule: String = "either be") throws(TensorError) -> [Int] {
      if values.count == spatial { return values }
      if values.count == 1 { return [Int](repeating: values[0], count: spatial) }
      throw .runtime("\(name): \(what) must \(rule) a single int, or a tuple of \(PoolingArguments.words[spatial])")
    }
    self.kernel = try all(kernel, "kernel_size")
    let steps = stride.flatMap { $0.isEmpty ? nil : $0 }
    self.stride = try steps == nil ? self.kernel : all(steps ?? [], "stride", "either be omitted,")
    self.padding = try all(padding, "padding")
    self.dilation = try all(dilation, "dilation")
    self.ceilMode = ceilMode
    if self.stride.contains(0) { throw .runtime("stride should not be zero") }
    if self.dilation.contains(where: { $0 <= 0 }) {
      throw .runtime(
        "dilation should be greater than zero, but got dilationH: \(self.dilation.first ?? 0) dilationW: \(self.dilation.last ?? 0)"
      )
    }
    // Also keeps the sums and products below from overflowing.
    if (self.kernel + self.stride + self.padding + self.dilation).contains(where: { $0.magnitude > UInt(Int32.max) }) {
      throw .runtime("value cannot be converted to type int without overflow")
    }
    for d in 0..<spatial {
      if self.padding[d] < 0 { throw .runtime("pad must be non-negative, but got pad: \(self.padding[d])") }
      if self.padding[d] > ((self.kernel[d] - 1) * self.dilation[d] + 1) / 2 {
        throw .runtime(
          "pad should be at most half of effective kernel size, but got pad=\(self.padding[d]), kernel_size=\(self.kernel[d]) and "
            + "dilation=\(self.dilation[d])")
      }
    }
    if self.kernel.contains(where: { $0 <= 0 }) || self.stride.contains(where: { $0 < 0 }) {
      throw .runtime(
        "kernel size should be greater than zero, but got kH: \(self.kernel.first ?? 0) kW: \(self.kernel.last ?? 0)")
    }
  }

  /// The windows over the spatial dimensions of a batched input.
  func windows(_ x: Tensor, countIncludesPadding: Bool = true) throws(TensorError) -> PoolingWindows {
    let input = Array(x.shape.dropFirst(2))
    let output = input.indices.map {
      PoolingWindows.outputSize(input[$0], kernel[$0], stride[$0], padding[$0], dilation[$0], ceilMode)
    }
    if output.contains(where: { $0 < 1 }) {
      let channels = x.shape[1]
      throw .runtime(
        "Given input size: (\(Shape([channels] + input).joinedByX)). Calculated output size: "
          + "(\(Shape([channels] + output.map { max($0, 0) }).joinedByX)). Output size is too small")
    }
    if input.contains(where: { $0 > 1 << 30 }) || input.reduce(1, { $0 &* $1 }) > Int(Int32.max) {
      throw .runtime("pooling of images of more than 2147483647 pixels is not supported")
    }
    return PoolingWindows(
      input: input, kernel: kernel, stride: stride, padding: padding, dilation: dilation, ceilMode: ceilMode,
      countIncludesPadding: countIncludesPadding)
  }
}

extension Tensor {
  /// Runs a pooling on a batch of one for an input without batch dimension.
  func pooledInBatches(
    _ spatial: Int, _ message: @autoclosure () -> String, _ pool: (Tensor) throws(TensorError) -> Tensor
  ) throws(TensorError) -> Tensor {
    guard dim == spatial + 1 || dim == spatial + 2 else { throw .runtime(message()) }
    return try dim == spatial + 2 ? pool(self) : pool(unsqueeze(0)).squeeze([0])
  }

  static func poolingInputMessage(_ spatial: Int) -> String {
    "non-empty \(spatial + 1)D or \(spatial + 2)D (batch mode) tensor expected for input"
  }
}
