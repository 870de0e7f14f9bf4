import Glibc
import Signatures
import Tensors

/// Averaged stochastic gradient descent.
/// Reference: https://pytorch.org/docs/stable/generated/torch.optim.ASGD.html
package final class ASGD: Optimizer {
  static let entry = OptimizerEntry(
    signature: Signature(
      "ASGD(params, lr=0.01, lambd=0.0001, alpha=0.75, t0=1000000.0, weight_decay=0, foreach=None, maximize=False, "
        + "differentiable=False, capturable=False)")
  ) { groups, options throws(TensorError) in
    try options.check("lr", as: "learning rate")
    try options.check("lambd", as: "lambd value")
    try options.check("alpha", as: "alpha value")
    try options.check("weight_decay", as: "weight_decay value")
    return try ASGD(groups, defaults: options.settings)
  }

  override package var name: String { "ASGD" }
  override package var slotNames: [String] { ["ax"] }
  override package var numberNames: [String] { ["eta", "mu"] }

  override func update(for group: ParameterGroup) -> any ParameterUpdate {
    Update(
      lr: group.number("lr"), lambda: group.number("lambd"), alpha: group.number("alpha"), start: group.number("t0"),
      decay: group.number("weight_decay"), maximize: group.flag("maximize"))
  }

  private struct Update: ParameterUpdate {
    let lr, lambda, alpha, start, decay: Double
    let maximize: Bool

    func apply(_ b: StepBuffers<Float>) { run(b) }
    func apply(_ b: StepBuffers<Double>) { run(b) }

    private func run<T: BinaryFloatingPoint>(_ b: StepBuffers<T>) {
      guard let average = b.slots[0] else { return }
      // Step size and averaging weight are float32 tensors in PyTorch and are rounded like them.
      let eta = b.state.numbers.first ?? Double(Float(lr))
      let mu = b.state.numbers.last ?? 1
      for i in 0..<b.count {
        var g = maximize ? -b.gradient[i] : b.gradient[i]
        if decay != 0 { g = g.addingProduct(b.weights[i], T(decay)) }
        let shrunk = b.weights[i] * T(1 - lambda * eta)
        b.weights[i] = shrunk.addingProduct(g, T(-eta))
        average[i] = mu == 1 ? b.weights[i] : average[i] + (b.weights[i] - average[i]) * T(mu)
      }
      let step = Double(b.state.step)
      let nextEta = lr / pow(1 + lambda * lr * step, alpha)
      b.state.numbers = [Double(Float(nextEta)), Double(Float(1 / max(1, step - start)))]
    }
  }
}
