import Signatures
import Tensors

/// Steps by the gradient's sign only, with a step size for each element.
/// Reference: https://pytorch.org/docs/stable/generated/torch.optim.Rprop.html
package final class Rprop: Optimizer {
  static let entry = OptimizerEntry(
    signature: Signature(
      "Rprop(params, lr=0.01, etas=(0.5, 1.2), step_sizes=(1e-06, 50), *, capturable=False, foreach=None, maximize=False, "
        + "differentiable=False)")
  ) { groups, options throws(TensorError) in
    try options.check("lr", as: "learning rate")
    let etas = options["etas"].numbers
    if etas.count != 2 || !(0 < etas[0] && etas[0] < 1 && 1 < etas[1]) {
      throw .value("Invalid eta values: \((options["etas"].items ?? []).map(\.argumentText).joined(separator: ", "))")
    }
    return try Rprop(groups, defaults: options.settings)
  }

  override package var name: String { "Rprop" }
  override package var slotNames: [String] { ["prev", "step_size"] }

  override func initialValue(slot: Int, of parameter: Tensor, group: ParameterGroup) throws(TensorError) -> Tensor {
    try Tensor.full(parameter.shape, .double(slot == 0 ? 0 : group.number("lr")), dtype: parameter.dtype)
  }

  override func update(for group: ParameterGroup) -> any ParameterUpdate {
    let etas = group["etas"]?.numbers ?? []
    let sizes = group["step_sizes"]?.numbers ?? []
    return Update(
      minus: etas.first ?? 0.5, plus: etas.last ?? 1.2, smallest: sizes.first ?? 1e-6, largest: sizes.last ?? 50,
      maximize: group.flag("maximize"))
  }

  private struct Update: ParameterUpdate {
    let minus, plus, smallest, largest: Double
    let maximize: Bool

    func apply(_ b: StepBuffers<Float>) { run(b) }
    func apply(_ b: StepBuffers<Double>) { run(b) }

    private func run<T: BinaryFloatingPoint>(_ b: StepBuffers<T>) {
      guard let previous = b.slots[0], let size = b.slots[1] else { return }
      for i in 0..<b.count {
        var g = maximize ? -b.gradient[i] : b.gradient[i]
        let agreement = g * previous[i]
        let factor: T = agreement > 0 ? T(plus) : agreement < 0 ? T(minus) : 1
        size[i] = min(max(size[i] * factor, T(smallest)), T(largest))
        if agreement < 0 { g = 0 }
        let sign: T = g > 0 ? 1 : g < 0 ? -1 : 0
        b.weights[i] -= sign * size[i]
        previous[i] = g
      }
    }
  }
}
