import Glibc
import Signatures
import Tensors

/// Adam that waits with its adaptive part until the running means can be trusted.
/// Reference: https://pytorch.org/docs/stable/generated/torch.optim.RAdam.html
package final class RAdam: Optimizer {
  static let entry = OptimizerEntry(
    signature: Signature(
      "RAdam(params, lr=0.001, betas=(0.9, 0.999), eps=1e-08, weight_decay=0, decoupled_weight_decay=False, *, foreach=None, "
        + "maximize=False, capturable=False, differentiable=False)")
  ) { groups, options throws(TensorError) in
    try options.check("lr", as: "learning rate")
    try options.check("eps", as: "epsilon value")
    try options.checkBetas()
    try options.check("weight_decay", as: "weight_decay value")
    return try RAdam(groups, defaults: options.settings)
  }

  override package var name: String { "RAdam" }
  override package var slotNames: [String] { ["exp_avg", "exp_avg_sq"] }

  override func update(for group: ParameterGroup) -> any ParameterUpdate {
    let betas = group["betas"]?.numbers ?? []
    return Update(
      lr: group.number("lr"), beta1: betas.first ?? 0.9, beta2: betas.last ?? 0.999, eps: group.number("eps"),
      decay: group.number("weight_decay"), decoupled: group.flag("decoupled_weight_decay"), maximize: group.flag("maximize"))
  }

  private struct Update: ParameterUpdate {
    let lr, beta1, beta2, eps, decay: Double
    let decoupled, maximize: Bool

    func apply(_ b: StepBuffers<Float>) { run(b) }
    func apply(_ b: StepBuffers<Double>) { run(b) }

    private func run<T: StepElement>(_ b: StepBuffers<T>) {
      guard let mean = b.slots[0], let square = b.slots[1] else { return }
      let step = Double(b.state.step)
      let first = 1 - pow(beta1, step)
      let power = pow(beta2, step)
      let second = 1 - power
      let limit = 2 / (1 - beta2) - 1
      let length = limit - 2 * step * power / second
      let adapts = length > 5
      let above: Double = (length - 4) * (length - 2) * limit
      let below: Double = (limit - 4) * (limit - 2) * length
      let rectification = adapts ? T(pow(above / below, 0.5)) : 1
      let root = T(pow(second, 0.5))
      for i in 0..<b.count {
        var w = b.weights[i]
        var g = maximize ? -b.gradient[i] : b.gradient[i]
        if decay != 0 { if decoupled { w *= T(1 - lr * decay) } else { g = g.addingProduct(w, T(decay)) } }
        mean[i] = interpolate(mean[i], g, T(1 - beta1))
        square[i] = (square[i] * T(beta2)).addingProduct(T(1 - beta2) * g, g)
        var change = (mean[i] / T(first)) * T(lr)
        if adapts { change = change * ((1 / (square[i].root + T(eps))) * root) * rectification }
        b.weights[i] = w - change
      }
    }
  }
}
