import Signatures
import Tensors

/// The arguments of a new schedule in the order of its signature, the optimiser left out.
package struct SchedulerArguments {
  let signature: Signature
  let values: [OpValue?]

  subscript(name: String) -> OpValue {
    guard let slot = signature.slot(of: name) else { return .none }
    if let value = values[slot] { return value }
    return signature.parameters[slot].defaultValue.map { OpValue($0) } ?? .none
  }

  func number(_ name: String) throws(TensorError) -> Double {
    guard let scalar = self[name].scalar else { throw .type("\(name) must be a number, not \(self[name].typeName)") }
    return scalar.doubleValue
  }

  func int(_ name: String) throws(TensorError) -> Int {
    guard case .int(let value) = self[name] else { throw .type("\(name) must be an integer, not \(self[name].typeName)") }
    return value
  }

  func positive(_ name: String) throws(TensorError) -> Int {
    let value = try int(name)
    if value <= 0 { throw TensorError(.zeroDivision, "integer modulo by zero") }
    return value
  }

  /// One number for each group: the argument repeated, or its items.
  func numbers(_ name: String, count: Int) throws(TensorError) -> [Double] {
    guard let items = self[name].items else { return [Double](repeating: try number(name), count: count) }
    if items.count != count { throw .value("expected \(count) values for \(name), got \(items.count)") }
    return items.map(\.number)
  }

  func text(_ name: String) -> String { if case .string(let text) = self[name] { text } else { "" } }
}

/// One schedule as scripts see it.
package struct SchedulerEntry {
  package let signature: Signature
  private let body: (Optimizer, SchedulerArguments) throws(TensorError) -> Scheduler

  init(_ signature: String, _ body: @escaping (Optimizer, SchedulerArguments) throws(TensorError) -> Scheduler) {
    self.signature = Signature(signature)
    self.body = body
  }

  /// The name of the class.
  package var name: String { signature.name }

  /// Makes the schedule and takes its first step. `values` are the arguments by slot, nil where the default holds; the first
  /// slot is the optimiser's and is not looked at.
  package func make(_ optimizer: Optimizer, _ values: [OpValue?]) throws(TensorError) -> Scheduler {
    try body(optimizer, SchedulerArguments(signature: signature, values: values))
  }
}

/// Every schedule there is.
package enum SchedulerRegistry {
  package static let entries: [SchedulerEntry] = [
    StepLR.entry, MultiStepLR.entry, ExponentialLR.entry, LambdaLR.entry, LambdaLR.multiplicativeEntry, CosineAnnealingLR.entry,
    CosineAnnealingWarmRestarts.entry, LinearLR.entry, ConstantLR.entry, PolynomialLR.entry, ReduceLROnPlateau.entry,
    CyclicLR.entry, OneCycleLR.entry,
  ]

  /// The schedule of this name.
  package static func entry(_ name: String) -> SchedulerEntry? { entries.first { $0.name == name } }
}

extension TensorError {
  /// The complaint about a schedule for something that is no optimiser.
  package static func notAnOptimizer(_ typeName: String) -> TensorError { .type("\(typeName) is not an Optimizer") }
}
