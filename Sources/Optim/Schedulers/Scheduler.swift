import Tensors

/// Changes an optimiser's learning rates from step to step. Each schedule is a subclass in a file of its own.
/// Reference: https://pytorch.org/docs/stable/optim.html#how-to-adjust-learning-rate
package class Scheduler {
  package final let optimizer: Optimizer
  /// The learning rates that the schedule starts from.
  package final var baseRates: [Double]
  /// How many steps were taken; -1 before the first, which the initialiser takes.
  package final var lastEpoch: Int
  /// The learning rates that were set last.
  package final private(set) var lastRates: [Double] = []

  init(_ optimizer: Optimizer, lastEpoch: Int = -1) throws(TensorError) {
    self.optimizer = optimizer
    self.lastEpoch = lastEpoch
    baseRates = []
    for (index, group) in optimizer.groups.enumerated() {
      if lastEpoch == -1 {
        // Another schedule may have set it, and changed the rate since.
        if group["initial_lr"] == nil { group["initial_lr"] = group["lr"] ?? .float(0) }
      } else if group["initial_lr"] == nil {
        let place = "in param_groups[\(index)] when resuming scheduler with last_epoch >= 0"
        throw TensorError(.key, "param 'initial_lr' is not specified \(place)")
      }
      baseRates.append(group.number("initial_lr"))
    }
  }

  /// The first step, which sets the rates for epoch 0.
  final func start() throws(TensorError) { try advance(isInitial: true) }

  /// The learning rates for `lastEpoch`. Rates are computed from the previous ones, so that a script may change them in between.
  func rates(isInitial: Bool) throws(TensorError) -> [Double] { currentRates }

  /// Goes on by one epoch.
  package func step() throws(TensorError) { try advance(isInitial: false) }

  /// Goes to an epoch from the start: as many steps from the first rates.
  package func jump(to epoch: Int) throws(TensorError) {
    guard epoch >= 0, epoch <= 1_000_000 else { throw .value("epoch has to be between 0 and 1000000, but got \(epoch)") }
    for (group, rate) in zip(optimizer.groups, baseRates) { group["lr"] = .float(rate) }
    lastEpoch = -1
    try advance(isInitial: true)
    for _ in 0..<epoch { try advance(isInitial: false) }
  }

  /// Goes to the first epoch in the middle of a training.
  func restart() throws(TensorError) { try jump(to: 0) }

  /// Goes to an epoch and computes its rates from the ones in force.
  final func setEpoch(_ epoch: Int) throws(TensorError) {
    lastEpoch = epoch
    set(try rates(isInitial: false))
  }

  private func advance(isInitial: Bool) throws(TensorError) {
    lastEpoch += 1
    set(try rates(isInitial: isInitial))
  }

  final func set(_ rates: [Double]) {
    for (group, rate) in zip(optimizer.groups, rates) where group.number("lr") != rate { group["lr"] = .float(rate) }
    lastRates = currentRates
  }

  /// Takes saved progress over; the optimiser's rates are its own to restore.
  package final func restore(lastEpoch: Int, baseRates: [Double], lastRates: [Double]) {
    self.lastEpoch = lastEpoch
    if baseRates.count == self.baseRates.count { self.baseRates = baseRates }
    self.lastRates = lastRates
  }

  final func rememberRates() { lastRates = currentRates }

  /// The learning rates in force.
  package final var currentRates: [Double] { optimizer.groups.map { $0.number("lr") } }
}
