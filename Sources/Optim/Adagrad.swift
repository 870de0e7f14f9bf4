import Signatures
import Tensors

/// Divides each gradient by the root of the sum of its squares so far.
/// Reference: https://pytorch.org/docs/stable/generated/torch.optim.Adagrad.html
package final class Adagrad: Optimizer {
  static let entry = OptimizerEntry(
    signature: Signature(
      "Adagrad(params, lr=0.01, lr_decay=0, weight_decay=0, initial_accumulator_value=0, eps=1e-10, foreach=None, *, "
        + "maximize=False, differentiable=False, fused=None)")
  ) { groups, options throws(TensorError) in
    try options.check("lr", as: "learning rate")
    try options.check("lr_decay", as: "lr_decay value")
    try options.check("weight_decay", as: "weight_decay value")
    try options.check("initial_accumulator_value", as: "initial_accumulator_value value")
    try options.check("eps", as: "epsilon value")
    return try Adagrad(groups, defaults: options.settings)
  }

  override package var name: String { "Adagrad" }
  override package var slotNames: [String] { ["sum"] }

  override func initialValue(slot: Int, of parameter: Tensor, group: ParameterGroup) throws(TensorError) -> Tensor {
    try Tensor.full(parameter.shape, .double(group.number("initial_accumulator_value")), dtype: parameter.dtype)
  }

  override func update(for group: ParameterGroup) -> any ParameterUpdate {
    Update(
      lr: group.number("lr"), lrDecay: group.number("lr_decay"), decay: group.number("weight_decay"),
      eps: group.number("eps"), maximize: group.flag("maximize"))
  }

  private struct Update: ParameterUpdate {
    let lr, lrDecay, decay, eps: Double
    let maximize: Bool

    func apply(_ b: StepBuffers<Float>) { run(b) }
    func apply(_ b: StepBuffers<Double>) { run(b) }

    private func run<T: StepElement>(_ b: StepBuffers<T>) {
      guard let sum = b.slots[0] else { return }
      let rate = T(-(lr / (1 + Double(b.state.step - 1) * lrDecay)))
      for i in 0..<b.count {
        var g = maximize ? -b.gradient[i] : b.gradient[i]
        if decay != 0 { g = g.addingProduct(b.weights[i], T(decay)) }
        sum[i] = sum[i].addingProduct(g, g)
        b.weights[i] += (rate * g) / (sum[i].root + T(eps))
      }
    }
  }
}
