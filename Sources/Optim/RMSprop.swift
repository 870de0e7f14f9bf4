import CKernels
import Signatures
import Tensors

/// Divides each gradient by a running mean of its magnitude.
/// Reference: https://pytorch.org/docs/stable/generated/torch.optim.RMSprop.html
package final class RMSprop: Optimizer {
  static let entry = OptimizerEntry(
    signature: Signature(
      "RMSprop(params, lr=0.01, alpha=0.99, eps=1e-08, weight_decay=0, momentum=0, centered=False, capturable=False, "
        + "foreach=None, maximize=False, differentiable=False)")
  ) { groups, options throws(TensorError) in
    try options.check("lr", as: "learning rate")
    try options.check("eps", as: "epsilon value")
    try options.check("momentum", as: "momentum value")
    try options.check("weight_decay", as: "weight_decay value")
    try options.check("alpha", as: "alpha value")
    return try RMSprop(groups, defaults: options.settings)
  }

  override package var name: String { "RMSprop" }
  override package var slotNames: [String] { ["square_avg", "momentum_buffer", "grad_avg"] }

  override func usedSlots(_ group: ParameterGroup) -> [Bool] {
    [true, group.number("momentum") > 0, group.flag("centered")]
  }

  override func update(for group: ParameterGroup) -> any ParameterUpdate {
    Update(
      lr: group.number("lr"), alpha: group.number("alpha"), eps: group.number("eps"), decay: group.number("weight_decay"),
      momentum: group.number("momentum"), maximize: group.flag("maximize"))
  }

  private struct Update: ParameterUpdate {
    let lr, alpha, eps, decay, momentum: Double
    let maximize: Bool

    func apply(_ b: StepBuffers<Float>) {
      let step = lk_rmsprop(
        alpha: Float(alpha), one_minus_alpha: Float(1 - alpha), epsilon: Float(eps), lr: Float(lr), momentum: Float(momentum),
        decay: Float(decay), maximize: maximize)
      lk_rmsprop_f32(b.weights, b.gradient, b.slots[0], b.slots[2], b.slots[1], Int64(b.count), step)
    }

    func apply(_ b: StepBuffers<Double>) {
      guard let square = b.slots[0] else { return }
      for i in 0..<b.count {
        var g = maximize ? -b.gradient[i] : b.gradient[i]
        if decay != 0 { g = g.addingProduct(b.weights[i], decay) }
        square[i] = (square[i] * alpha).addingProduct((1 - alpha) * g, g)
        var mean = square[i]
        if let centre = b.slots[2] {
          centre[i] = interpolate(centre[i], g, 1 - alpha)
          mean = mean.addingProduct(-centre[i], centre[i])
        }
        let denominator = mean.squareRoot() + eps
        if let buffer = b.slots[1] {
          buffer[i] = buffer[i] * momentum + g / denominator
          b.weights[i] = b.weights[i].addingProduct(buffer[i], -lr)
        } else {
          b.weights[i] += (-lr * g) / denominator
        }
      }
    }
  }
}
