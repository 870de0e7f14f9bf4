extension Op {
  /// `torch.nn.functional`'s nonlinearities.
  static let activations: [Op] = [
    activation("relu(input: Tensor, inplace: bool = False)", "max(x, 0).", inplace: 1) { x, _ throws(TensorError) in
      try x.relu()
    },
    activation("sigmoid(input: Tensor)", "1 / (1 + e^-x).") { x, _ throws(TensorError) in try x.sigmoid() },
    activation("tanh(input: Tensor)", "The hyperbolic tangent.") { x, _ throws(TensorError) in try x.tanh() },
    activation("relu6(input: Tensor, inplace: bool = False)", "x kept between 0 and 6.", inplace: 1) {
      x, _ throws(TensorError) in
      try Activation.hardtanh(0, 6)(x)
    },
    activation(
      "leaky_relu(input: Tensor, negative_slope: float = 0.01, inplace: bool = False)", "x above 0, x · negative_slope below.",
      inplace: 2
    ) { x, call throws(TensorError) in try Activation.leakyRelu(call.double(1))(x) },
    activation(
      "hardtanh(input: Tensor, min_val: float = -1.0, max_val: float = 1.0, inplace: bool = False)",
      "x kept between two bounds.",
      inplace: 3
    ) { x, call throws(TensorError) in
      let (low, high) = (try call.double(1), try call.double(2))
      if low > high { throw .value("min_val cannot be greater than max_val") }
      return try Activation.hardtanh(low, high)(x)
    },
    activation(
      "elu(input: Tensor, alpha: float = 1.0, inplace: bool = False)", "x above 0, α (eˣ − 1) below.", inplace: 2
    ) { x, call throws(TensorError) in try Activation.elu(call.double(1))(x) },
    activation("selu(input: Tensor, inplace: bool = False)", "ELU with fixed scales that keep mean and variance.", inplace: 1) {
      x, _ throws(TensorError) in try Activation.selu(x)
    },
    activation(
      "celu(input: Tensor, alpha: float = 1.0, inplace: bool = False)", "x above 0, α (e^(x/α) − 1) below.", inplace: 2
    ) { x, call throws(TensorError) in
      let alpha = try call.double(1)
      if alpha == 0 { throw TensorError(.zeroDivision, "ZeroDivisionError") }
      return try Activation.elu(alpha, rate: 1 / alpha, node: "CeluBackward0")(x)
    },
    activation("gelu(input: Tensor, *, approximate: str = 'none')", "x · Φ(x), Φ the normal distribution.") {
      x, call throws(TensorError) in
      switch try call.string(1) {
      case "none": return try Activation.gelu(x)
      case "tanh": return try Activation.geluTanh(x)
      default: throw .runtime("approximate argument must be either none or tanh.")
      }
    },
    activation("silu(input: Tensor, inplace: bool = False)", "x · sigmoid(x).", inplace: 1) { x, _ throws(TensorError) in
      try Activation.silu(x)
    },
    activation("mish(input: Tensor, inplace: bool = False)", "x · tanh(softplus(x)).", inplace: 1) { x, _ throws(TensorError) in
      try Activation.mish(x)
    },
    activation("softplus(input: Tensor, beta: float = 1.0, threshold: float = 20.0)", "log(1 + e^(βx)) / β.") {
      x, call throws(TensorError) in try Activation.softplus(call.double(1), call.double(2))(x)
    },
    activation("logsigmoid(input: Tensor)", "log(sigmoid(x)).") { x, _ throws(TensorError) in try Activation.logsigmoid(x) },
    activation("softsign(input: Tensor)", "x / (1 + |x|).") { x, _ throws(TensorError) in try x / (x.abs() + 1) },
    activation("tanhshrink(input: Tensor)", "x − tanh(x).") { x, _ throws(TensorError) in try x - x.tanh() },
    activation("softshrink(input: Tensor, lambd: float = 0.5)", "x moved towards 0 by λ.") { x, call throws(TensorError) in
      let lambda = try call.double(1)
      if lambda < 0 { throw .runtime("lambda must be greater or equal to 0, but found to be \(lambda).") }
      return try Activation.softshrink(lambda)(x)
    },
    activation("hardshrink(input: Tensor, lambd: float = 0.5)", "x, and 0 where it is nearer to 0 than λ.") {
      x, call throws(TensorError) in try Activation.hardshrink(call.double(1))(x)
    },
    activation("hardsigmoid(input: Tensor, inplace: bool = False)", "(x + 3) / 6 kept between 0 and 1.", inplace: 1) {
      x, _ throws(TensorError) in try Activation.hardsigmoid(x)
    },
    activation("hardswish(input: Tensor, inplace: bool = False)", "x · hardsigmoid(x).", inplace: 1) {
      x, _ throws(TensorError) in
      try Activation.hardswish(x)
    },
    activation(
      "threshold(input: Tensor, threshold: float, value: float, inplace: bool = False)",
      "x above the threshold, else a fixed value.",
      example: "F.threshold(torch.tensor([-1., 2.]), 0.5, 0.)", inplace: 3
    ) { x, call throws(TensorError) in try Activation.threshold(call.double(1), call.double(2))(x) },
    activation("glu(input: Tensor, dim: int = -1)", "The first half times the sigmoid of the second.") {
      x, call throws(TensorError) in
      if x.dim == 0 { throw .runtime("glu does not support 0-dimensional tensors") }
      let dim = try x.normalised(call.int(1))
      if x.shape[dim] % 2 != 0 {
        throw .runtime("Halving dimension must be even, but dimension \(dim) is size \(x.shape[dim])")
      }
      let half = x.shape[dim] / 2
      return try (x.narrow(dim, 0, half) * x.narrow(dim, half, half).sigmoid()).named("GluBackward0", after: x)
    },
    Op(
      "prelu(input: Tensor, weight: Tensor)", [.function, .functional],
      "x above 0, x · weight below, a weight for each channel.",
      example: "F.prelu(torch.tensor([-1., 2.]), torch.tensor([0.25]))"
    ) { call in
      .tensor(try call.tensor(0).prelu(call.tensor(1)).named("PreluKernelBackward0", after: call.tensor(0), call.tensor(1)))
    },
  ]

  private static func activation(
    _ signature: String, _ summary: String, example: String? = nil, inplace: Int? = nil,
    _ body: @escaping (Tensor, borrowing OpCall) throws(TensorError) -> Tensor
  ) -> Op {
    let name = signature.prefix { $0 != "(" }
    return Op(signature, .functional, summary, example: example ?? "F.\(name)(torch.tensor([-1., 2.]))") {
      (call: borrowing OpCall) throws(TensorError) -> OpValue in
      let x = try call.tensor(0)
      guard let inplace, try call.bool(inplace) else { return .tensor(try body(x, call)) }
      // A copy goes in: what the gradient needs of the input must outlive the change.
      try x.assignInPlace(try body(try x.clone(), call))
      return .tensor(x)
    }
  }
}

extension Tensor {
  /// x above 0, x · weight below. **Shape**: a weight for each of dimension 1, or one for all.
  package func prelu(_ weight: Tensor) throws(TensorError) -> Tensor {
    let channels = dim > 1 ? shape[1] : 1
    guard weight.elementCount == 1 || weight.elementCount == channels else {
      let found = "\(weight.elementCount) and channel size = \(channels)"
      throw .runtime("Mismatch of parameter numbers and input channel size. Found parameter numbers = \(found).")
    }
    var sizes = [Int](repeating: 1, count: Swift.max(dim, 1))
    if weight.elementCount > 1 { sizes[1] = channels }
    let slopes = try dim == 0 ? weight.reshape([]) : weight.reshape(Shape(sizes))
    return try Tensor.select(gt(0), self, slopes * self)
  }
}
