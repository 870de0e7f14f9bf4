import Glibc
import Signatures
import Tensors

/// Adam with the largest past gradient in place of the root mean square.
/// Reference: https://pytorch.org/docs/stable/generated/torch.optim.Adamax.html
package final class Adamax: Optimizer {
  static let entry = OptimizerEntry(
    signature: Signature(
      "Adamax(params, lr=0.002, betas=(0.9, 0.999), eps=1e-08, weight_decay=0, foreach=None, *, maximize=False, "
        + "differentiable=False, capturable=False)")
  ) { groups, options throws(TensorError) in
    try options.check("lr", as: "learning rate")
    try options.check("eps", as: "epsilon value")
    try options.checkBetas()
    try options.check("weight_decay", as: "weight_decay value")
    return try Adamax(groups, defaults: options.settings)
  }

  override package var name: String { "Adamax" }
  override package var slotNames: [String] { ["exp_avg", "exp_inf"] }

  override func update(for group: ParameterGroup) -> any ParameterUpdate {
    let betas = group["betas"]?.numbers ?? []
    return Update(
      lr: group.number("lr"), beta1: betas.first ?? 0.9, beta2: betas.last ?? 0.999, eps: group.number("eps"),
      decay: group.number("weight_decay"), maximize: group.flag("maximize"))
  }

  private struct Update: ParameterUpdate {
    let lr, beta1, beta2, eps, decay: Double
    let maximize: Bool

    func apply(_ b: StepBuffers<Float>) { run(b) }
    func apply(_ b: StepBuffers<Double>) { run(b) }

    private func run<T: BinaryFloatingPoint>(_ b: StepBuffers<T>) {
      guard let mean = b.slots[0], let largest = b.slots[1] else { return }
      let rate = T(-(lr / (1 - pow(beta1, Double(b.state.step)))))
      for i in 0..<b.count {
        var g = maximize ? -b.gradient[i] : b.gradient[i]
        if decay != 0 { g = g.addingProduct(b.weights[i], T(decay)) }
        mean[i] = interpolate(mean[i], g, T(1 - beta1))
        largest[i] = max(largest[i] * T(beta2), abs(g) + T(eps))
        b.weights[i] += (rate * mean[i]) / largest[i]
      }
    }
  }
}
