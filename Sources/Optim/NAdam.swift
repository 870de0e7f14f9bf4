import Glibc
import Signatures
import Tensors

/// Adam with Nesterov momentum.
/// Reference: https://pytorch.org/docs/stable/generated/torch.optim.NAdam.html
package final class NAdam: Optimizer {
  static let entry = OptimizerEntry(
    signature: Signature(
      "NAdam(params, lr=0.002, betas=(0.9, 0.999), eps=1e-08, weight_decay=0, momentum_decay=0.004, "
        + "decoupled_weight_decay=False, *, foreach=None, maximize=False, capturable=False, differentiable=False)")
  ) { groups, options throws(TensorError) in
    try options.check("lr", as: "learning rate")
    try options.check("eps", as: "epsilon value")
    try options.checkBetas()
    try options.check("weight_decay", as: "weight_decay value")
    try options.check("momentum_decay", as: "momentum_decay value")
    return try NAdam(groups, defaults: options.settings)
  }

  override package var name: String { "NAdam" }
  override package var slotNames: [String] { ["exp_avg", "exp_avg_sq"] }
  override package var numberNames: [String] { ["mu_product"] }

  override func update(for group: ParameterGroup) -> any ParameterUpdate {
    let betas = group["betas"]?.numbers ?? []
    return Update(
      lr: group.number("lr"), beta1: betas.first ?? 0.9, beta2: betas.last ?? 0.999, eps: group.number("eps"),
      decay: group.number("weight_decay"), momentumDecay: group.number("momentum_decay"),
      decoupled: group.flag("decoupled_weight_decay"), maximize: group.flag("maximize"))
  }

  private struct Update: ParameterUpdate {
    let lr, beta1, beta2, eps, decay, momentumDecay: Double
    let decoupled, maximize: Bool

    func apply(_ b: StepBuffers<Float>) { run(b) }
    func apply(_ b: StepBuffers<Double>) { run(b) }

    private func run<T: StepElement>(_ b: StepBuffers<T>) {
      guard let mean = b.slots[0], let square = b.slots[1] else { return }
      let step = Double(b.state.step)
      let mu = beta1 * (1 - 0.5 * pow(0.96, step * momentumDecay))
      let muNext = beta1 * (1 - 0.5 * pow(0.96, (step + 1) * momentumDecay))
      // The running product is a float32 tensor in PyTorch and is rounded like one.
      let product = Double(Float(b.state.numbers.first ?? 1) * Float(mu))
      b.state.numbers = [product]
      let gradientRate = T(-lr * (1 - mu) / (1 - product))
      let meanRate = T((-lr * muNext) / (1 - product * muNext))
      let correction = T(1 - pow(beta2, step))
      for i in 0..<b.count {
        var w = b.weights[i]
        var g = maximize ? -b.gradient[i] : b.gradient[i]
        if decay != 0 { if decoupled { w *= T(1 - lr * decay) } else { g = g.addingProduct(w, T(decay)) } }
        mean[i] = interpolate(mean[i], g, T(1 - beta1))
        square[i] = (square[i] * T(beta2)).addingProduct(T(1 - beta2) * g, g)
        let denominator = (square[i] / correction).root + T(eps)
        w += (gradientRate * g) / denominator
        b.weights[i] = w + (meanRate * mean[i]) / denominator
      }
    }
  }
}
