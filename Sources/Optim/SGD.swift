import CKernels
import Signatures
import Tensors

/// Stochastic gradient descent, with momentum if asked for.
/// Reference: https://pytorch.org/docs/stable/generated/torch.optim.SGD.html
package final class SGD: Optimizer {
  static let entry = OptimizerEntry(
    signature: Signature(
      "SGD(params, lr=0.001, momentum=0, dampening=0, weight_decay=0, nesterov=False, *, maximize=False, foreach=None, "
        + "differentiable=False, fused=None)")
  ) { groups, options throws(TensorError) in
    try options.check("lr", as: "learning rate")
    try options.check("momentum", as: "momentum value")
    try options.check("weight_decay", as: "weight_decay value")
    if options["nesterov"].isTrue && (options["momentum"].number <= 0 || options["dampening"].number != 0) {
      throw .value("Nesterov momentum requires a momentum and zero dampening")
    }
    return try SGD(groups, defaults: options.settings)
  }

  override package var name: String { "SGD" }
  override package var slotNames: [String] { ["momentum_buffer"] }

  override func usedSlots(_ group: ParameterGroup) -> [Bool] { [group.number("momentum") != 0] }

  override func update(for group: ParameterGroup) -> any ParameterUpdate {
    Update(
      lr: group.number("lr"), momentum: group.number("momentum"), dampening: group.number("dampening"),
      decay: group.number("weight_decay"), nesterov: group.flag("nesterov"), maximize: group.flag("maximize"))
  }

  private struct Update: ParameterUpdate {
    let lr, momentum, dampening, decay: Double
    let nesterov, maximize: Bool

    func apply(_ b: StepBuffers<Float>) {
      lk_sgd_f32(
        b.weights, b.gradient, b.slots[0], Int64(b.count), Float(lr), Float(momentum), Float(1 - dampening), Float(decay),
        nesterov, isFirst(b.state), maximize)
    }

    func apply(_ b: StepBuffers<Double>) {
      let first = isFirst(b.state)
      for i in 0..<b.count {
        var g = maximize ? -b.gradient[i] : b.gradient[i]
        if decay != 0 { g = g.addingProduct(b.weights[i], decay) }
        if let buffer = b.slots[0] {
          buffer[i] = first ? g : (buffer[i] * momentum).addingProduct(g, 1 - dampening)
          g = nesterov ? g.addingProduct(buffer[i], momentum) : buffer[i]
        }
        b.weights[i] = b.weights[i].addingProduct(g, -lr)
      }
    }

    /// The buffer starts as a copy of the first gradient it sees, which need not be the first step.
    private func isFirst(_ state: ParameterState) -> Bool {
      defer { state.numbers = [1] }
      return state.numbers.isEmpty
    }
  }
}
