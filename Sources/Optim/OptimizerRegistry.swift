import Signatures
import Tensors

/// One optimiser as scripts see it: how it is called and how it is made.
package struct OptimizerEntry {
  package let signature: Signature
  let make: ([ParameterGroup], OptimizerOptions) throws(TensorError) -> Optimizer

  /// The name of the class.
  package var name: String { signature.name }

  /// Makes the optimiser; settings that are not given keep the signature's defaults.
  package func make(
    _ groups: [ParameterGroup], options given: [(name: String, value: OpValue)] = []
  ) throws(TensorError) -> Optimizer {
    var settings: [(name: String, value: OpValue)] = []
    for parameter in signature.parameters {
      guard parameter.name != "params", let literal = parameter.defaultValue else { continue }
      let value = given.first { $0.name == parameter.name }?.value ?? OpValue(literal)
      settings.append((parameter.name, value))
    }
    return try make(groups, OptimizerOptions(settings: settings))
  }
}

/// All settings of a new optimiser, checked as they are taken.
struct OptimizerOptions {
  var settings: [(name: String, value: OpValue)]

  subscript(name: String) -> OpValue { settings.first { $0.name == name }?.value ?? .none }

  /// Complains unless `isValid` holds for the number.
  func check(_ name: String, as what: String, _ isValid: (Double) -> Bool = { $0 >= 0 }) throws(TensorError) {
    if case .tensor = self[name] {
    } else if self[name].scalar == nil {
      throw .type("'<=' not supported between instances of 'float' and '\(self[name].typeName)'")
    }
    if !isValid(self[name].number) { throw .value("Invalid \(what): \(self[name].argumentText)") }
  }

  /// Complains unless both betas lie in [0, 1).
  func checkBetas() throws(TensorError) {
    guard let betas = self["betas"].items else { throw .type("'\(self["betas"].typeName)' object is not subscriptable") }
    if betas.count != 2 { throw .value("betas must be a pair of numbers, got \(self["betas"].argumentText)") }
    for (index, beta) in betas.enumerated() where !(beta.number >= 0 && beta.number < 1) {
      throw .value("Invalid beta parameter at index \(index): \(beta.argumentText)")
    }
  }
}

/// Every optimiser there is.
package enum OptimizerRegistry {
  package static let entries: [OptimizerEntry] = [
    SGD.entry, Adam.entry, Adam.decoupledEntry, RMSprop.entry, Adagrad.entry, Adadelta.entry, Adamax.entry, NAdam.entry,
    RAdam.entry, ASGD.entry, Rprop.entry,
  ]

  /// The optimiser of this name.
  package static func entry(_ name: String) -> OptimizerEntry? { entries.first { $0.name == name } }
}
