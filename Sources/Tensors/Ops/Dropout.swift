extension Tensor {
  /// Sets elements to zero with probability `p` and divides the others by 1 − p, so that the mean stays.
  ///
  /// **Shape** any → the same. The mask's numbers are drawn in the order of memory; none is drawn for p = 0 or 1 or outside training.
  package func dropout(_ p: Double = 0.5, training: Bool = true, generator: Generator = .standard) throws(TensorError) -> Tensor
  {
    try Tensor.checkDropout(p)
    if p == 0 || !training || elementCount == 0 { return self }
    if p == 1 { return try mul(Tensor.zeros([], dtype: dtype)) }
    guard dtype.isFloatingPoint else { throw .cannotCast(.float32, to: dtype) }
    return try mul(dropoutMask(shape, p, generator, withStrides: true))
  }

  /// Sets whole channels to zero: one draw for each sample and channel.
  ///
  /// **Shape** `[N, C, d…]` → the same.
  package func channelDropout(
    _ p: Double = 0.5, training: Bool = true, generator: Generator = .standard
  ) throws(TensorError) -> Tensor {
    try Tensor.checkDropout(p)
    if p == 0 || !training || elementCount == 0 { return self }
    if p == 1 { return try mul(Tensor.zeros([], dtype: dtype)) }
    guard dtype.isFloatingPoint else { throw .cannotCast(.float32, to: dtype) }
    guard dim >= 2 else { throw .runtime("Feature dropout requires at least 2 dimensions in the input") }
    let sizes = Shape([shape[0], shape[1]] + [Int](repeating: 1, count: dim - 2))
    return try mul(dropoutMask(sizes, p, generator, withStrides: false))
  }

  /// Sets random elements to the negative limit of SELU and shifts and scales, so that mean 0 and variance 1 stay.
  /// With `byChannel` whole channels are set: one draw for each sample and channel.
  package func alphaDropout(
    _ p: Double = 0.5, training: Bool = true, byChannel: Bool = false, generator: Generator = .standard
  ) throws(TensorError) -> Tensor {
    try Tensor.checkDropout(p)
    if p == 0 || !training || elementCount == 0 { return self }
    if p == 1 { return try mul(Tensor.zeros([], dtype: dtype)) }
    guard dtype.isFloatingPoint else { throw .cannotCast(.float32, to: dtype) }
    let alpha = 1.7580993408473766
    if byChannel && dim < 2 { throw .runtime("Feature dropout requires at least 2 dimensions in the input") }
    let channels = byChannel ? Shape([shape[0], shape[1]] + [Int](repeating: 1, count: dim - 2)) : shape
    let mask = try byChannel ? Tensor(uninitialised: channels, dtype: dtype) : emptyLike()
    if dtype == .float64 {
      generator.fillBernoulli(
        UnsafeMutableBufferPointer(start: mask.pointer(Double.self), count: mask.elementCount), probability: 1 - p)
    } else {
      generator.fillBernoulli(
        UnsafeMutableBufferPointer(start: mask.pointer(Float.self), count: mask.elementCount), probability: 1 - p)
    }
    let scale = 1 / ((alpha * alpha * p + 1) * (1 - p)).squareRoot()
    let shift = try mask.sub(1).mul(.double(alpha * scale)).add(.double(alpha * scale * p))
    return try mul(mask.mul(.double(scale))).add(shift)
  }

  private static func checkDropout(_ p: Double) throws(TensorError) {
    if !(p >= 0 && p <= 1) { throw .value("dropout probability has to be between 0 and 1, but got \(pythonText(p))") }
  }

  private func dropoutMask(
    _ sizes: Shape, _ p: Double, _ generator: Generator, withStrides: Bool
  ) throws(TensorError) -> Tensor {
    // A dense permuted tensor gets a mask with the same strides, filled as it lies in memory.
    let mask = try withStrides ? emptyLike() : Tensor(uninitialised: sizes, dtype: dtype)
    let keep = 1 - p
    if dtype == .float64 {
      generator.fillBernoulli(
        UnsafeMutableBufferPointer(start: mask.pointer(Double.self), count: mask.elementCount), probability: keep)
      return try mask.div(.double(keep))
    }
    generator.fillDropoutMask(UnsafeMutableBufferPointer(start: mask.pointer(Float.self), count: mask.elementCount), keep: keep)
    return mask
  }
}

/// A number as Python prints it, for messages.
func pythonText(_ value: Double) -> String {
  value == value.rounded() && abs(value) < 1e16 ? "\(Int(value)).0" : "\(value)"
}

extension Op {
  static let dropout = Op(
    "dropout(input: Tensor, p: float = 0.5, training: bool = True, inplace: bool = False)", .functional,
    "Sets random elements to zero and scales the others up.", example: "F.dropout(torch.ones(3), 0.5, False)"
  ) { (call: borrowing OpCall) throws(TensorError) -> OpValue in
    let x = try call.tensor(0)
    let out = try x.dropout(call.double(1), training: call.bool(2))
    if try call.bool(3), out !== x {
      try x.assignInPlace(out)
      return .tensor(x)
    }
    return .tensor(out)
  }
  static let torchDropout = Op(
    "dropout(input: Tensor, p: float, train: bool)", .function, "Sets random elements to zero and scales the others up.",
    example: "torch.dropout(torch.ones(3), 0.5, False)"
  ) { (call: borrowing OpCall) throws(TensorError) -> OpValue in
    let p = try call.double(1)
    guard p >= 0 && p <= 1 else { throw .runtime("dropout probability has to be between 0 and 1, but got \(shortText(p))") }
    return .tensor(try call.tensor(0).dropout(p, training: call.bool(2)))
  }
  static let alphaDropout = Op(
    "alpha_dropout(input: Tensor, p: float = 0.5, training: bool = False, inplace: bool = False)", [.function, .functional],
    "Dropout that keeps mean and variance of self-normalising networks.", example: "F.alpha_dropout(torch.ones(3), 0.5, False)"
  ) { (call: borrowing OpCall) throws(TensorError) -> OpValue in
    .tensor(try call.tensor(0).alphaDropout(call.double(1), training: call.bool(2)))
  }
  static let featureAlphaDropout = Op(
    "feature_alpha_dropout(input: Tensor, p: float = 0.5, training: bool = False, inplace: bool = False)", .functional,
    "Alpha dropout of whole channels.", example: "F.feature_alpha_dropout(torch.ones(1, 2, 3), 0.5, False)"
  ) { (call: borrowing OpCall) throws(TensorError) -> OpValue in
    let x = try call.tensor(0)
    let out = try x.alphaDropout(call.double(1), training: call.bool(2), byChannel: true)
    if try call.bool(3), out !== x {
      try x.assignInPlace(out)
      return .tensor(x)
    }
    return .tensor(out)
  }
  /// Which ranks a channel-wise dropout is meant for: others are an error for one spatial dimension, a warning for more.
  private static func checkRank(_ x: Tensor, _ spatial: Int) throws(TensorError) {
    let name = "dropout\(spatial)d"
    if spatial == 2 && x.dim == 3 {
      TensorWarning.emit(
        "dropout2d: Received a 3D input to dropout2d and assuming that channel-wise 1D dropout behavior is desired - input is "
          + "interpreted as shape (N, C, L), where C is the channel dim. This behavior will change in a future release to interpret the "
          + "input as one without a batch dimension, i.e. shape (C, H, W). To maintain the 1D channel-wise dropout behavior, please "
          + "switch to using dropout1d instead.")
    }
    if x.dim == spatial + 1 || x.dim == spatial + 2 { return }
    let purpose =
      "Note that \(name) exists to provide channel-wise dropout on inputs with \(spatial) spatial dimension\(spatial == 1 ? "" : "s"), "
      + "a channel dimension, and an optional batch dimension (i.e. \(spatial + 1)D or \(spatial + 2)D inputs)."
    if spatial == 1 { throw .runtime("\(name): Expected 2D or 3D input, but received a \(x.dim)D input. \(purpose)") }
    TensorWarning.emit(
      "\(name): Received a \(x.dim)-D input to \(name), which is deprecated and will result in an error in a future release. To retain "
        + "the behavior and silence this warning, please use dropout instead. \(purpose)")
  }

  static let dropout1d = channelDropout(1)
  static let dropout2d = channelDropout(2)
  static let dropout3d = channelDropout(3)

  private static func channelDropout(_ spatial: Int) -> Op {
    let sizes = [Int](repeating: 2, count: spatial + 2).map(String.init).joined(separator: ", ")
    return Op(
      "dropout\(spatial)d(input: Tensor, p: float = 0.5, training: bool = True, inplace: bool = False)", .functional,
      "Sets whole random channels to zero and scales the others up.",
      example: "F.dropout\(spatial)d(torch.ones(\(sizes)), 0.5, False)"
    ) { (call: borrowing OpCall) throws(TensorError) -> OpValue in
      let x = try call.tensor(0)
      try checkRank(x, spatial)
      // Without a batch dimension the first dimension holds the channels; dropout2d keeps an old exception for three dimensions.
      let unbatched = spatial == 3 ? x.dim != 5 : x.dim == spatial + 1 && spatial != 2
      let batch = try unbatched ? x.unsqueeze(0) : x
      let out = try batch.channelDropout(call.double(1), training: call.bool(2))
      return .tensor(try unbatched ? out.squeeze([0]) : out)
    }
  }
}
