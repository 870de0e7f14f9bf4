extension Tensor {
  /// The average of each window over `spatial` dimensions.
  ///
  /// **Shape** `[N, C, in…]` (or without N) → `[N, C, out…]`, out = ⌊(in + 2 padding − kernel) / stride⌋ + 1.
  package func averagePool(
    _ spatial: Int, kernelSize: [Int], stride: [Int]? = nil, padding: [Int] = [0], ceilMode: Bool = false,
    countIncludesPadding: Bool = true, divisor: Int? = nil
  ) throws(TensorError) -> Tensor {
    let name = "avg_pool\(spatial)d"
    if spatial == 1 {
      guard dim == 2 || dim == 3 else {
        throw .runtime(
          "Expected 2 to 3 dimensions, but got \(dim)-dimensional tensor for argument #1 'self' (while checking arguments for "
            + "avg_pool1d)")
      }
      let arguments = try PoolingArguments(
        name, spatial: 1, kernel: kernelSize, stride: stride, padding: padding, ceilMode: ceilMode)
      let out = try unsqueeze(-2).averagePool(
        2, kernelSize: [1] + arguments.kernel, stride: [1] + arguments.stride, padding: [0] + arguments.padding,
        ceilMode: ceilMode,
        countIncludesPadding: countIncludesPadding)
      return try out.squeeze([out.dim - 2])
    }
    let arguments = try PoolingArguments(
      name, spatial: spatial, kernel: kernelSize, stride: stride, padding: padding, ceilMode: ceilMode)
    if divisor == 0 { throw .runtime("divisor must be not zero") }
    return try pooledInBatches(spatial, Tensor.poolingInputMessage(spatial)) { (batch: Tensor) throws(TensorError) -> Tensor in
      if batch.dtype == .bool { throw .notImplemented(name, for: .bool) }
      let x = try batch.dtype.isFloatingPoint ? batch : batch.to(.float64)
      let windows = try arguments.windows(x, countIncludesPadding: countIncludesPadding)
      return try x.averaged(windows, divisor: divisor, "AvgPool\(spatial)DBackward0", batch).to(batch.dtype)
    }
  }

  /// The average of windows that share each spatial dimension evenly among the wanted number of outputs.
  ///
  /// **Shape** `[N, C, in…]` (or without N) → `[N, C, outputSize…]`; nil in `outputSize` keeps a size.
  package func adaptiveAveragePool(_ spatial: Int, outputSize: [Int?]) throws(TensorError) -> Tensor {
    let output = try adaptiveOutput(spatial, outputSize, "adaptive_avg_pool\(spatial)d")
    if spatial == 1 {
      let out = try unsqueeze(-2).adaptiveAveragePool(2, outputSize: [1] + output)
      return try out.squeeze([out.dim - 2])
    }
    if output.allSatisfy({ $0 == 1 }), dtype.isFloatingPoint {
      return try mean(Array(dim - spatial..<dim), keepdim: true)
    }
    guard dtype.isFloatingPoint else { throw .notImplemented("adaptive_avg_pool\(spatial)d", for: dtype) }
    return try pooledInBatches(spatial, "") { (x: Tensor) throws(TensorError) -> Tensor in
      let windows = PoolingWindows(input: Array(x.shape.dropFirst(2)), output: output)
      return try x.averaged(windows, divisor: nil, "AdaptiveAvgPool\(spatial)DBackward0", x)
    }
  }

  /// The sizes that an adaptive pooling is to give.
  func adaptiveOutput(_ spatial: Int, _ wanted: [Int?], _ name: String) throws(TensorError) -> [Int] {
    guard dim == spatial + 1 || dim == spatial + 2 else {
      throw .runtime(
        spatial == 1
          ? "Expected 2 to 3 dimensions, but got \(dim)-dimensional tensor for argument #1 'self' (while checking arguments for "
            + "\(name))" : "\(name)(): Expected \(spatial + 1)D or \(spatial + 2)D tensor, but got \(shape)")
    }
    guard wanted.count == spatial || wanted.count == 1 else { throw .runtime("\(name): output_size must be \(spatial)") }
    let output = (0..<spatial).map { d in wanted[wanted.count == 1 ? 0 : d] ?? shape[dim - spatial + d] }
    if output.contains(where: { $0 < 0 }) {
      let list = output.map(String.init).joined(separator: ", ")
      throw .runtime("\(name): elements of output_size must be greater than or equal to 0 but received {\(list)}")
    }
    if output.contains(where: { $0 > 1 << 30 }) || shape.contains(where: { $0 > 1 << 30 }) {
      throw .runtime("\(name): sizes must be less than 1073741824")
    }
    for d in 0..<spatial where shape[dim - spatial + d] == 0 {
      throw .runtime(
        "\(name)(): Expected input to have non-zero size for non-batch dimensions, but input has sizes \(shape) with dimension "
          + "\(dim - spatial + d) being empty")
    }
    return output
  }

  private func averaged(
    _ windows: PoolingWindows, divisor: Int?, _ name: String, _ input: Tensor
  ) throws(TensorError) -> Tensor {
    let out = try PoolingKernel.average(self, windows, divisor: divisor)
    let inputShape = shape
    return out.record(name, input) { (call: borrowing BackwardCall) throws(TensorError) -> [Tensor?] in
      [try call.grad.averageGradient(windows, divisor: divisor, name, inputShape)]
    }
  }

  /// Averaging is linear: its gradient's gradient is averaging again.
  private func averageGradient(
    _ windows: PoolingWindows, divisor: Int?, _ name: String, _ inputShape: Shape
  ) throws(TensorError) -> Tensor {
    let out = try PoolingKernel.averageGradient(self, windows, divisor: divisor, inputShape: inputShape)
    return out.record(name, self) { (call: borrowing BackwardCall) throws(TensorError) -> [Tensor?] in
      [try call.grad.averaged(windows, divisor: divisor, name, call.grad)]
    }
  }
}

extension Op {
  static let averagePool1d = Op(
    "avg_pool1d(input: Tensor, kernel_size: ints, stride: ints? = None, padding: ints = 0, ceil_mode: bool = False, "
      + "count_include_pad: bool = True)", [.function, .functional], "Averages each window over one spatial dimension.",
    example: "F.avg_pool1d(torch.ones(1, 4), 2)"
  ) { (call: borrowing OpCall) throws(TensorError) -> OpValue in
    .tensor(
      try call.tensor(0).averagePool(
        1, kernelSize: call.ints(1), stride: call.optionalInts(2), padding: call.ints(3), ceilMode: call.bool(4),
        countIncludesPadding: call.bool(5)))
  }
  static let averagePool2d = averagePool(2, "torch.ones(1, 4, 4)")
  static let averagePool3d = averagePool(3, "torch.ones(1, 4, 4, 4)")

  private static func averagePool(_ spatial: Int, _ example: String) -> Op {
    Op(
      "avg_pool\(spatial)d(input: Tensor, kernel_size: ints, stride: ints? = None, padding: ints = 0, ceil_mode: bool = False, "
        + "count_include_pad: bool = True, divisor_override: int? = None)", .functional,
      "Averages each window over \(spatial) spatial dimensions.", example: "F.avg_pool\(spatial)d(\(example), 2)"
    ) { (call: borrowing OpCall) throws(TensorError) -> OpValue in
      .tensor(
        try call.tensor(0).averagePool(
          spatial, kernelSize: call.ints(1), stride: call.optionalInts(2), padding: call.ints(3), ceilMode: call.bool(4),
          countIncludesPadding: call.bool(5), divisor: call.optionalInt(6)))
    }
  }

  static let adaptiveAveragePool1d = adaptiveAveragePool(1, "torch.ones(1, 4)", [.function, .functional])
  static let adaptiveAveragePool2d = adaptiveAveragePool(2, "torch.ones(1, 4, 4)", .functional)
  static let adaptiveAveragePool3d = adaptiveAveragePool(3, "torch.ones(1, 4, 4, 4)", .functional)

  private static func adaptiveAveragePool(_ spatial: Int, _ example: String, _ homes: Home) -> Op {
    Op(
      "adaptive_avg_pool\(spatial)d(input: Tensor, output_size: any)", homes,
      "Averages windows that share the input evenly among the wanted number of outputs.",
      example: "F.adaptive_avg_pool\(spatial)d(\(example), 2)"
    ) { (call: borrowing OpCall) throws(TensorError) -> OpValue in
      .tensor(try call.tensor(0).adaptiveAveragePool(spatial, outputSize: call.optionalSizes(1)))
    }
  }
}

extension OpCall {
  /// Sizes of which each may be None; a single integer counts as a list of one.
  func optionalSizes(_ slot: Int) throws(TensorError) -> [Int?] {
    guard let items = self[slot].items else { return isNone(slot) ? [nil] : [try int(slot)] }
    var sizes: [Int?] = []
    for item in items {
      if case .none = item {
        sizes.append(nil)
      } else if let size = OpValue.asInt(item) {
        sizes.append(size)
      } else {
        throw wrong(slot, "tuple of ints")
      }
    }
    return sizes
  }
}
