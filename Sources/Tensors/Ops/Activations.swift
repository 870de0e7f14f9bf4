import CKernels

/// A nonlinearity that networks apply to each element: its value and its derivative as tensor operations.
///
/// The value is computed without recording its parts; the derivative is recorded when it is asked for, so it can be differentiated
/// again. **Gradient** at a kink is PyTorch's: that of the flat side.
struct Activation {
  /// The name of the recorded operation.
  let node: String
  /// The loop that does it in one pass for float32, and the numbers it takes.
  var fused: (kind: lk_activation_kind, numbers: [Float], hasSlope: Bool)?
  let value: (Tensor) throws(TensorError) -> Tensor
  /// The gradient of the input, from the gradient of the result and the input.
  let gradient: (_ grad: Tensor, _ x: Tensor) throws(TensorError) -> Tensor

  func callAsFunction(_ x: Tensor) throws(TensorError) -> Tensor {
    let out: Tensor
    if let fast = try inOnePass(x) { out = fast } else { out = try GradMode.off { () throws(TensorError) in try value(x) } }
    let saved = SavedTensor(x)
    return out.record(node, x) { call in
      let x = try saved.value()
      if let fast = try slopeInOnePass(call.grad, x) { return [fast] }
      return [try gradient(call.grad, x)]
    }
  }

  private func inOnePass(_ x: Tensor) throws(TensorError) -> Tensor? {
    guard let fused, x.dtype == .float32, x.isContiguous else { return nil }
    let out = try Tensor(uninitialised: x.shape, dtype: .float32)
    lk_activation_f32(
      fused.kind, x.pointer(Float.self), fused.numbers, out.pointer(Float.self), Int64(x.elementCount))
    return out
  }

  /// nil where the gradient's own gradient may be wanted.
  private func slopeInOnePass(_ grad: Tensor, _ x: Tensor) throws(TensorError) -> Tensor? {
    guard let fused, fused.hasSlope, x.dtype == .float32, grad.dtype == .float32, x.isContiguous, grad.shape == x.shape,
      !(x.isRecorded || grad.isRecorded)
    else { return nil }
    let plain = try grad.plainCopy()
    let out = try Tensor(uninitialised: x.shape, dtype: .float32)
    lk_activation_gradient_f32(
      fused.kind, plain.pointer(Float.self), x.pointer(Float.self), fused.numbers, out.pointer(Float.self),
      Int64(x.elementCount))
    return out
  }
}

extension Activation {
  /// x above 0, x · slope below.
  static func leakyRelu(_ slope: Double) -> Activation {
    Activation(node: "LeakyReluBackward0", fused: (lk_leaky_relu, [Float(slope), 0, 0, 0], true)) { x throws(TensorError) in
      try Tensor.select(x.gt(0), x, x * .double(slope))
    } gradient: { g, x throws(TensorError) in
      try Tensor.select(x.gt(0), g, g * .double(slope))
    }
  }

  /// x kept between two bounds.
  static func hardtanh(_ low: Double, _ high: Double) -> Activation {
    Activation(node: "HardtanhBackward0", fused: (lk_hardtanh, [Float(low), Float(high), 0, 0], true)) {
      x throws(TensorError) in
      try x.clamp(min: .double(low), max: .double(high))
    } gradient: { g, x throws(TensorError) in
      try Tensor.select(x.gt(.double(low)).logicalAnd(x.lt(.double(high))), g, g.zerosLike())
    }
  }

  /// scale · x above 0, scale · α (e^(rate·x) − 1) below.
  static func elu(_ alpha: Double, scale: Double = 1, rate: Double = 1, node: String = "EluBackward0") -> Activation {
    let below = alpha * scale
    let inner = rate == 1 ? 1 : 1 / Double(Float(alpha))
    let numbers = [Float(scale), Float(below), Float(rate), Float(below)]
    return Activation(node: node, fused: (lk_elu, numbers, rate == 1)) { x throws(TensorError) in
      // The exponential is taken of what is below 0 only, so that it cannot overflow.
      let curve = try (x.clamp(max: 0) * .double(rate)).expm1() * .double(below)
      return try Tensor.select(x.gt(0), x * .double(scale), curve)
    } gradient: { g, x throws(TensorError) in
      // PyTorch divides by alpha in float for CELU's gradient, for doubles as well.
      let slope = try (x.clamp(max: 0) * .double(inner)).exp() * .double(below * inner)
      return try Tensor.select(x.gt(0), g * .double(scale), g * slope)
    }
  }

  static let selu = elu(1.6732632423543772848170429916717, scale: 1.0507009873554804934193349852946)

  /// The approximation of x · Φ(x) by a hyperbolic tangent.
  static let geluTanh = Activation(node: "GeluBackward0") { x throws(TensorError) in
    try x * 0.5 * (geluInner(x).tanh() + 1)
  } gradient: { g, x throws(TensorError) in
    let t = try geluInner(x).tanh()
    let slope = try (x * x * 0.134145 + 1) * 0.79788456080286535588
    let curved = try x * 0.5 * (1 - t * t) * slope
    return try g * ((t + 1) * 0.5 + curved)
  }

  private static func geluInner(_ x: Tensor) throws(TensorError) -> Tensor {
    try (x + x * x * x * 0.044715) * 0.79788456080286535588
  }

  /// x · sigmoid(x).
  static let silu = Activation(node: "SiluBackward0") { x throws(TensorError) in
    guard x.dtype == .float32 else { return try x / ((-x).exp() + 1) }
    let source = try x.plainCopy()
    let out = try Tensor(uninitialised: x.shape, dtype: .float32)
    lk_silu_f32(source.pointer(Float.self), out.pointer(Float.self), Int64(x.elementCount))
    return out
  } gradient: { g, x throws(TensorError) in
    let s = try x.sigmoid()
    return try g * s * (x * (1 - s) + 1)
  }

  /// x · tanh(softplus(x)).
  static let mish = Activation(node: "MishBackward0", fused: (lk_mish, [0, 0, 0, 0], false)) { x throws(TensorError) in
    try x * softplus(1, 20).value(x).tanh()
  } gradient: { g, x throws(TensorError) in
    let t = try softplus(1, 20)(x).tanh()
    return try g * (t + x * (1 - t * t) * x.sigmoid())
  }

  /// log(1 + e^(βx)) / β, and x itself where βx is above the threshold.
  static func softplus(_ beta: Double, _ threshold: Double) -> Activation {
    Activation(node: "SoftplusBackward0", fused: (lk_softplus, [Float(beta), Float(threshold), 0, 0], false)) {
      x throws(TensorError) in
      let scaled = try x * .double(beta)
      let curve = try scaled.clamp(max: .double(threshold)).exp().log1p() / .double(beta)
      return try Tensor.select(scaled.gt(.double(threshold)), x, curve)
    } gradient: { g, x throws(TensorError) in
      let scaled = try x * .double(beta)
      return try Tensor.select(scaled.gt(.double(threshold)), g, g * scaled.sigmoid())
    }
  }

  /// log(sigmoid(x)).
  static let logsigmoid = Activation(node: "LogSigmoidBackward0", fused: (lk_log_sigmoid, [0, 0, 0, 0], false)) {
    x throws(TensorError) in
    try x.clamp(max: 0) - (-x.abs()).exp().log1p()
  } gradient: { g, x throws(TensorError) in
    try g * (-x).sigmoid()
  }

  /// x moved towards 0 by λ, 0 where it is nearer.
  static func softshrink(_ lambda: Double) -> Activation {
    Activation(node: "SoftshrinkBackward0") { x throws(TensorError) in
      let inner = try Tensor.select(x.lt(.double(-lambda)), x + .double(lambda), x.zerosLike())
      return try Tensor.select(x.gt(.double(lambda)), x - .double(lambda), inner)
    } gradient: { g, x throws(TensorError) in
      try Tensor.select(x.abs().gt(.double(lambda)), g, g.zerosLike())
    }
  }

  /// x, and 0 where it is nearer to 0 than λ.
  static func hardshrink(_ lambda: Double) -> Activation {
    Activation(node: "HardshrinkBackward0") { x throws(TensorError) in
      try Tensor.select(x.abs().gt(.double(lambda)), x, x.zerosLike())
    } gradient: { g, x throws(TensorError) in
      try Tensor.select(x.abs().gt(.double(lambda)), g, g.zerosLike())
    }
  }

  /// (x + 3) / 6 kept between 0 and 1.
  static let hardsigmoid = Activation(node: "HardsigmoidBackward0") { x throws(TensorError) in
    try (x + 3).clamp(min: 0, max: 6) / 6
  } gradient: { g, x throws(TensorError) in
    // PyTorch's sixth is the float one, for doubles as well.
    try Tensor.select(x.abs().lt(3), g * .double(Double(Float(1) / 6)), g.zerosLike())
  }

  /// x · hardsigmoid(x).
  static let hardswish = Activation(node: "HardswishBackward0") { x throws(TensorError) in
    try x * (x + 3).clamp(min: 0, max: 6) / 6
  } gradient: { g, x throws(TensorError) in
    let inner = try Tensor.select(x.gt(-3), g * (x / 3 + 0.5), g.zerosLike())
    return try Tensor.select(x.lt(3), inner, g)
  }

  /// x above the threshold, else a fixed value.
  static func threshold(_ threshold: Double, _ value: Double) -> Activation {
    Activation(node: "ThresholdBackward0") { x throws(TensorError) in
      try Tensor.select(x.gt(.double(threshold)), x, Tensor.full(x.shape, .double(value), dtype: x.dtype))
    } gradient: { g, x throws(TensorError) in
      try Tensor.select(x.gt(.double(threshold)), g, g.zerosLike())
    }
  }
}
