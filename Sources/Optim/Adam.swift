import CKernels
import Glibc
import Signatures
import Tensors

/// Adam, and AdamW with its decoupled weight decay.
/// Reference: https://pytorch.org/docs/stable/generated/torch.optim.Adam.html
package final class Adam: Optimizer {
  static let entry = OptimizerEntry(
    signature: Signature(
      "Adam(params, lr=0.001, betas=(0.9, 0.999), eps=1e-08, weight_decay=0, amsgrad=False, *, maximize=False, foreach=None, "
        + "capturable=False, differentiable=False, fused=None, decoupled_weight_decay=False)")
  ) { groups, options throws(TensorError) in
    try check(options)
    return try Adam(groups, name: "Adam", defaults: options.settings)
  }

  static let decoupledEntry = OptimizerEntry(
    signature: Signature(
      "AdamW(params, lr=0.001, betas=(0.9, 0.999), eps=1e-08, weight_decay=0.01, amsgrad=False, *, maximize=False, "
        + "foreach=None, capturable=False, differentiable=False, fused=None)")
  ) { groups, options throws(TensorError) in
    try check(options)
    return try Adam(groups, name: "AdamW", defaults: options.settings + [("decoupled_weight_decay", .bool(true))])
  }

  private static func check(_ options: OptimizerOptions) throws(TensorError) {
    try options.check("lr", as: "learning rate")
    try options.check("eps", as: "epsilon value")
    try options.checkBetas()
    try options.check("weight_decay", as: "weight_decay value")
  }

  private let className: String
  override package var name: String { className }
  override package var slotNames: [String] { ["exp_avg", "exp_avg_sq", "max_exp_avg_sq"] }

  private init(_ groups: [ParameterGroup], name: String, defaults: [(name: String, value: OpValue)]) throws(TensorError) {
    className = name
    try super.init(groups, defaults: defaults)
  }

  override func usedSlots(_ group: ParameterGroup) -> [Bool] { [true, true, group.flag("amsgrad")] }

  override func update(for group: ParameterGroup) -> any ParameterUpdate {
    let betas = group["betas"]?.numbers ?? []
    let decay = group.number("weight_decay")
    let decoupled = group.flag("decoupled_weight_decay")
    let lr = group.number("lr")
    return Update(
      lr: lr, beta1: betas.first ?? 0.9, beta2: betas.last ?? 0.999, eps: group.number("eps"),
      decay: decoupled ? 0 : decay, shrink: decoupled && decay != 0 ? 1 - lr * decay : 1, maximize: group.flag("maximize"))
  }

  private struct Update: ParameterUpdate {
    let lr, beta1, beta2, eps, decay, shrink: Double
    let maximize: Bool

    func apply(_ b: StepBuffers<Float>) {
      guard let m = b.slots[0], let v = b.slots[1] else { return }
      let correction = corrections(b.state.step)
      let step = lk_adam(
        one_minus_beta1: Float(1 - beta1), beta2: Float(beta2), one_minus_beta2: Float(1 - beta2),
        bias2_root: Float(correction.root), epsilon: Float(eps), negative_step: Float(correction.step), decay: Float(decay),
        shrink: Float(shrink), maximize: maximize)
      lk_adam_f32(b.weights, b.gradient, m, v, b.slots[2], Int64(b.count), step)
    }

    func apply(_ b: StepBuffers<Double>) {
      guard let m = b.slots[0], let v = b.slots[1] else { return }
      let correction = corrections(b.state.step)
      for i in 0..<b.count {
        var w = b.weights[i] * shrink
        var g = maximize ? -b.gradient[i] : b.gradient[i]
        if decay != 0 { g = g.addingProduct(w, decay) }
        m[i] = interpolate(m[i], g, 1 - beta1)
        v[i] = (v[i] * beta2).addingProduct((1 - beta2) * g, g)
        var second = v[i]
        if let largest = b.slots[2] {
          largest[i] = max(largest[i], second)
          second = largest[i]
        }
        let denominator = second.squareRoot() / correction.root + eps
        w += (correction.step * m[i]) / denominator
        b.weights[i] = w
      }
    }

    private func corrections(_ step: Int) -> (root: Double, step: Double) {
      let first = 1 - pow(beta1, Double(step))
      let second = 1 - pow(beta2, Double(step))
      return (pow(second, 0.5), -(lr / first))
    }
  }
}

/// `from` moved towards `to`, rounded as `lerp` rounds: the fused form changes sides at the middle.
@inline(__always)
func interpolate<T: BinaryFloatingPoint>(_ from: T, _ to: T, _ weight: T) -> T {
  weight < 0.5 ? from.addingProduct(weight, to - from) : to.addingProduct(to - from, weight - 1)
}
