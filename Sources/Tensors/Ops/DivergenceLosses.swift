// Losses on distributions, composed of other operations.

extension Tensor {
  /// The Kullback-Leibler divergence t (log t − x), where x is a logarithm of probabilities and t probabilities, or their logarithm.
  ///
  /// **Shape** two that broadcast → `[]`, or the broadcast shape for `.none`. **Gradient** with t = 0 the term is 0.
  package func klDivergence(
    _ target: Tensor, logTarget: Bool = false, reduction: Reduction = .mean, averageOverBatch: Bool = false
  ) throws(TensorError) -> Tensor {
    let terms: Tensor
    if logTarget {
      terms = try target.exp().mul(target.sub(self))
    } else {
      let entropy = try Tensor.select(target.eq(0), target.zerosLike(), target.mul(target.clamp(min: .double(1e-45)).log()))
      terms = try entropy.sub(target.mul(self))
    }
    if averageOverBatch {
      return try terms.sum().div(.double(Double(shape.first ?? 1)))
    }
    return try reduction(terms)
  }

  /// The negative log-likelihood of counts under a Poisson distribution, up to a constant unless `full`.
  package func poissonNLLLoss(
    _ target: Tensor, logInput: Bool = true, full: Bool = false, eps: Double = 1e-8, reduction: Reduction = .mean
  ) throws(TensorError) -> Tensor {
    var terms = try logInput ? exp().sub(target.mul(self)) : sub(target.mul(add(.double(eps)).log()))
    if full {
      // Stirling's approximation of log t!, for t > 1.
      let stirling = try target.mul(target.log()).sub(target).add(target.mul(.double(2 * Double.pi)).log().mul(0.5))
      terms = try terms.add(stirling.maskedFill(target.le(1), .double(0)))
    }
    return try reduction(terms)
  }

  /// The negative log-likelihood under normal distributions of given means (the receiver) and variances.
  package func gaussianNLLLoss(
    _ target: Tensor, variance: Tensor, full: Bool = false, eps: Double = 1e-6, reduction: Reduction = .mean
  ) throws(TensorError) -> Tensor {
    var spread = variance
    if spread.shape != shape {
      if Array(spread.shape) == Array(shape.dropLast()) {
        spread = try spread.unsqueeze(-1)
      } else if !(spread.dim == dim && spread.shape.last == 1 && Array(spread.shape.dropLast()) == Array(shape.dropLast())) {
        throw .value("var is of incorrect size")
      }
    }
    if try spread.lt(0).any().item().boolValue { throw .value("var has negative entry/entries") }
    // The floor must not take part in the gradient.
    let floor = try spread.detach().clamp(min: .double(eps)).sub(spread.detach())
    spread = try spread.add(floor)
    var terms = try spread.log().add(sub(target).pow(2).div(spread)).mul(0.5)
    if full { terms = try terms.add(.double(0.5 * Double.logarithm(2 * Double.pi))) }
    return try reduction(terms)
  }
}

extension Op {
  static let klDivergence = Op(
    "kl_div(input: Tensor, target: Tensor, size_average: bool? = None, reduce: bool? = None, reduction: str = 'mean', "
      + "log_target: bool = False)", .functional, "The Kullback-Leibler divergence of log-probabilities from probabilities.",
    example: "F.kl_div(torch.tensor([-1., -0.5]), torch.tensor([0.4, 0.6]), reduction='sum')"
  ) { (call: borrowing OpCall) throws(TensorError) -> OpValue in
    let name = try call.string(4)
    let batch = name == "batchmean"
    let reduction = try batch ? Reduction.sum : call.reduction(sizeAverage: 2, reduce: 3, reduction: 4)
    if name == "mean" {
      TensorWarning.emit(
        "reduction: 'mean' divides the total loss by both the batch size and the support size.'batchmean' divides only by the batch "
          + "size, and aligns with the KL div math definition.'mean' will be changed to behave the same as 'batchmean' in the next "
          + "major release.")
    }
    return .tensor(
      try call.tensor(0).klDivergence(call.tensor(1), logTarget: call.bool(5), reduction: reduction, averageOverBatch: batch))
  }

  static let poissonNLLLoss = Op(
    "poisson_nll_loss(input: Tensor, target: Tensor, log_input: bool = True, full: bool = False, size_average: bool? = None, "
      + "eps: float = 1e-08, reduce: bool? = None, reduction: str = 'mean')", .functional,
    "The negative log-likelihood of counts under a Poisson distribution.",
    example: "F.poisson_nll_loss(torch.tensor([0.5]), torch.tensor([2.]))"
  ) { (call: borrowing OpCall) throws(TensorError) -> OpValue in
    .tensor(
      try call.tensor(0).poissonNLLLoss(
        call.tensor(1), logInput: call.bool(2), full: call.bool(3), eps: call.double(5),
        reduction: call.reduction(sizeAverage: 4, reduce: 6, reduction: 7)))
  }

  static let gaussianNLLLoss = Op(
    "gaussian_nll_loss(input: Tensor, target: Tensor, var: Tensor, full: bool = False, eps: float = 1e-06, reduction: str = 'mean')",
    .functional, "The negative log-likelihood under normal distributions.",
    example: "F.gaussian_nll_loss(torch.tensor([0.5]), torch.tensor([1.]), torch.tensor([0.3]))"
  ) { (call: borrowing OpCall) throws(TensorError) -> OpValue in
    .tensor(
      try call.tensor(0).gaussianNLLLoss(
        call.tensor(1), variance: call.tensor(2), full: call.bool(3), eps: call.double(4),
        reduction: Reduction(named: call.string(5))))
  }
}
