import Signatures
import Tensors

/// Scales each gradient by the ratio of the running means of past steps and past gradients.
/// Reference: https://pytorch.org/docs/stable/generated/torch.optim.Adadelta.html
package final class Adadelta: Optimizer {
  static let entry = OptimizerEntry(
    signature: Signature(
      "Adadelta(params, lr=1.0, rho=0.9, eps=1e-06, weight_decay=0, foreach=None, *, capturable=False, maximize=False, "
        + "differentiable=False)")
  ) { groups, options throws(TensorError) in
    try options.check("lr", as: "learning rate")
    try options.check("rho", as: "rho value") { $0 >= 0 && $0 <= 1 }
    try options.check("eps", as: "epsilon value")
    try options.check("weight_decay", as: "weight_decay value")
    return try Adadelta(groups, defaults: options.settings)
  }

  override package var name: String { "Adadelta" }
  override package var slotNames: [String] { ["square_avg", "acc_delta"] }

  override func update(for group: ParameterGroup) -> any ParameterUpdate {
    Update(
      lr: group.number("lr"), rho: group.number("rho"), eps: group.number("eps"), decay: group.number("weight_decay"),
      maximize: group.flag("maximize"))
  }

  private struct Update: ParameterUpdate {
    let lr, rho, eps, decay: Double
    let maximize: Bool

    func apply(_ b: StepBuffers<Float>) { run(b) }
    func apply(_ b: StepBuffers<Double>) { run(b) }

    private func run<T: StepElement>(_ b: StepBuffers<T>) {
      guard let square = b.slots[0], let accumulated = b.slots[1] else { return }
      let (rho, rest, eps, lr) = (T(rho), T(1 - rho), T(eps), T(-lr))
      for i in 0..<b.count {
        var g = maximize ? -b.gradient[i] : b.gradient[i]
        if decay != 0 { g = g.addingProduct(b.weights[i], T(decay)) }
        square[i] = (square[i] * rho).addingProduct(rest * g, g)
        let delta = (accumulated[i] + eps).root / (square[i] + eps).root * g
        accumulated[i] = (accumulated[i] * rho).addingProduct(rest * delta, delta)
        b.weights[i] = b.weights[i].addingProduct(delta, lr)
      }
    }
  }
}
