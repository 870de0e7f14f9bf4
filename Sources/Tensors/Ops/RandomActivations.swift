// Nonlinearities that draw random numbers.

extension Tensor {
  /// x above 0; below, x times a slope that is drawn from [lower, upper) for each element in training, and the mean of the two else.
  package func rrelu(
    _ lower: Double, _ upper: Double, training: Bool, generator: Generator = .standard
  ) throws(TensorError) -> Tensor {
    guard lower <= upper else { throw .runtime("Lower bound should be less than or equal to the upper bound") }
    guard dtype.isFloatingPoint else { throw .notImplemented("rrelu_with_noise_out_cpu", for: dtype) }
    if !training { return try Activation.leakyRelu((lower + upper) / 2)(self) }
    // One number of 53 bits for each element that is not above 0, in order.
    let slopes = try values(Double.self).map { $0 > 0 ? 1 : generator.nextUniform() * (upper - lower) + lower }
    return try mul(Tensor(slopes, shape: shape).to(dtype)).named("RreluWithNoiseBackward0", after: self)
  }

  /// A draw from the classes that the logits give, made differentiable: softmax((logits + Gumbel noise) / tau).
  ///
  /// With `hard` the result is one-hot and the gradient is that of the soft one.
  package func gumbelSoftmax(
    tau: Double = 1, hard: Bool = false, dim: Int = -1, generator: Generator = .standard
  ) throws(TensorError) -> Tensor {
    let noise = try emptyLike()
    try noise.fillOneByOne { .double(generator.nextExponential(rate: 1)) }
    let soft = try add(noise.log().neg()).div(.double(tau)).softmax(dim: dim)
    guard hard else { return soft }
    let index = try soft.max(dim, keepdim: true).indices
    return try soft.zerosLike().scatter(dim, index, .double(1)).sub(soft.detach()).add(soft)
  }
}

extension Op {
  static let rrelu = Op(
    "rrelu(input: Tensor, lower: float = 0.125, upper: float = 0.3333333333333333, training: bool = False, inplace: bool = False)",
    [.function, .functional], "x above 0, x · a random slope below.", example: "F.rrelu(torch.tensor([-1., 2.]))"
  ) { (call: borrowing OpCall) throws(TensorError) -> OpValue in
    let x = try call.tensor(0)
    let out = try (call.bool(4) ? x.clone() : x).rrelu(call.double(1), call.double(2), training: call.bool(3))
    guard try call.bool(4) else { return .tensor(out) }
    try x.assignInPlace(out)
    return .tensor(x)
  }

  static let gumbelSoftmax = Op(
    "gumbel_softmax(logits: Tensor, tau: float = 1, hard: bool = False, eps: float = 1e-10, dim: int = -1)", .functional,
    "A differentiable draw from classes.", example: "F.gumbel_softmax(torch.zeros(1, 3))"
  ) { call in
    .tensor(try call.tensor(0).gumbelSoftmax(tau: call.double(1), hard: call.bool(2), dim: call.int(4)))
  }
}
