extension Op {
  /// **Gradient** 0 where `eps` limits the number.
  static let logit = Op(
    "logit(input: Tensor, eps: float? = None)", .both, "log(x / (1 − x)), with x kept between eps and 1 − eps.",
    example: "torch.logit(torch.tensor([0.25, 0.5]))", inPlace: true
  ) { call in
    let x = try call.tensor(0)
    guard let eps = try call.optionalDouble(1) else { return .tensor(try x.apply(.logit)) }
    return .tensor(try x.clamp(min: .double(eps), max: .double(1 - eps)).apply(.logit).named("LogitBackward0", after: x))
  }
}
