import Tensors

/// An optimiser whose steps a script takes: it keeps the groups of parameters and their settings.
package final class ScriptedOptimizer: Optimizer {
  private let className: String

  /// Makes it with the settings of groups that do not state their own.
  package init(_ name: String, _ groups: [ParameterGroup], defaults: [(name: String, value: OpValue)]) throws(TensorError) {
    className = name
    try super.init(groups, defaults: defaults)
  }

  override package var name: String { className }
}
