import Tensors

/// Sets the learning rate to its first value times a function of the epoch, or multiplies it by such a function.
package final class LambdaLR: Scheduler {
  static let entry = SchedulerEntry("LambdaLR(optimizer, lr_lambda, last_epoch=-1)") { optimizer, a throws(TensorError) in
    try LambdaLR(optimizer, try functions(a, optimizer), multiplies: false, lastEpoch: try a.int("last_epoch"))
  }
  static let multiplicativeEntry = SchedulerEntry("MultiplicativeLR(optimizer, lr_lambda, last_epoch=-1)") {
    optimizer, a throws(TensorError) in
    try LambdaLR(optimizer, try functions(a, optimizer), multiplies: true, lastEpoch: try a.int("last_epoch"))
  }

  private static func functions(_ a: SchedulerArguments, _ optimizer: Optimizer) throws(TensorError) -> [HostFunction] {
    let count = optimizer.groups.count
    let given = a["lr_lambda"].items ?? [OpValue](repeating: a["lr_lambda"], count: count)
    if given.count != count { throw .value("Expected \(count) lr_lambdas, but got \(given.count)") }
    var functions: [HostFunction] = []
    for value in given {
      guard case .object(let function as HostFunction, _) = value else {
        throw .type("'\(value.typeName)' object is not callable")
      }
      functions.append(function)
    }
    return functions
  }

  private let functions: [HostFunction]
  private let multiplies: Bool

  init(_ optimizer: Optimizer, _ functions: [HostFunction], multiplies: Bool, lastEpoch: Int) throws(TensorError) {
    self.functions = functions
    self.multiplies = multiplies
    try super.init(optimizer, lastEpoch: lastEpoch)
    try start()
  }

  override func restart() throws(TensorError) {
    // The factor of epoch 0 counts once more, as in PyTorch.
    if multiplies { try setEpoch(0) } else { try jump(to: 0) }
  }

  override func rates(isInitial: Bool) throws(TensorError) -> [Double] {
    if multiplies && isInitial { return currentRates }
    var rates: [Double] = []
    for (base, function) in zip(multiplies ? currentRates : baseRates, functions) {
      rates.append(base * (try function([.int(lastEpoch)]).number))
    }
    return rates
  }
}
