import Tensors

/// Schedules one after the other, each from its milestone on.
/// Reference: https://pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.SequentialLR.html
package final class SequentialLR: Scheduler {
  /// The schedules in the order of their turns.
  package let schedulers: [Scheduler]
  /// The epochs at which the next schedule takes over.
  package let milestones: [Int]

  /// Puts schedules of one optimiser in a row; their first steps are undone, but for the first one's.
  package init(_ optimizer: Optimizer, _ schedulers: [(name: String, scheduler: Scheduler)], milestones: [Int])
    throws(TensorError)
  {
    try Scheduler.check(schedulers, of: "SequentialLR", optimizer, action: "")
    for (index, entry) in schedulers.enumerated() where entry.scheduler is ReduceLROnPlateau {
      throw .value(
        "SequentialLR does not support `ReduceLROnPlateau` scheduler as it requires additional kwargs to be specified when calling "
          + "`step`, but got one at index \(index) in the given schedulers sequence.")
    }
    guard schedulers.count == milestones.count + 1 else {
      throw .value(
        "Sequential Schedulers expects number of schedulers provided to be one more than the number of milestone points, but got "
          + "number of schedulers \(schedulers.count) and the number of milestones to be equal to \(milestones.count)")
    }
    self.schedulers = schedulers.map(\.scheduler)
    self.milestones = milestones
    try super.init(optimizer)
    lastEpoch = 0
    for group in optimizer.groups { group["lr"] = group["initial_lr"] ?? .float(0) }
    for scheduler in self.schedulers { scheduler.lastEpoch -= 1 }
    try self.schedulers[0].start()
    rememberRates()
  }

  override package func step() throws(TensorError) {
    lastEpoch += 1
    let turn = milestones.filter { $0 <= lastEpoch }.count
    if turn > 0, milestones[turn - 1] == lastEpoch {
      try schedulers[turn].restart()
    } else {
      try schedulers[turn].step()
    }
    rememberRates()
  }

  override package func jump(to epoch: Int) throws(TensorError) {
    throw .notImplemented("SequentialLR.step() does not take an epoch")
  }
}

/// Schedules that all take each step: their factors multiply.
/// Reference: https://pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.ChainedScheduler.html
package final class ChainedScheduler: Scheduler {
  /// The schedules in the order of their steps.
  package let schedulers: [Scheduler]

  /// Chains schedules of one optimiser.
  package init(_ schedulers: [(name: String, scheduler: Scheduler)], optimizer: Optimizer?) throws(TensorError) {
    guard let first = optimizer ?? schedulers.first?.scheduler.optimizer else {
      throw .value("ChainedScheduler expects at least one scheduler to be chained, but got no scheduler.")
    }
    try Scheduler.check(schedulers, of: "ChainedScheduler", first, action: " to be chained")
    self.schedulers = schedulers.map(\.scheduler)
    try super.init(first)
    rememberRates()
  }

  override package func step() throws(TensorError) {
    for scheduler in schedulers { try scheduler.step() }
    rememberRates()
  }

  override package func jump(to epoch: Int) throws(TensorError) {
    throw .type("ChainedScheduler.step() takes 1 positional argument but 2 were given")
  }
}

extension Scheduler {
  fileprivate static func check(
    _ schedulers: [(name: String, scheduler: Scheduler)], of name: String, _ optimizer: Optimizer, action: String
  ) throws(TensorError) {
    guard !schedulers.isEmpty else { throw .value("\(name) expects at least one scheduler\(action), but got no scheduler.") }
    for (index, entry) in schedulers.enumerated() where entry.scheduler.optimizer !== optimizer {
      throw .value(
        "\(name) expects all schedulers to belong to the same optimizer, but got scheduler \(entry.name) at index \(index) has "
          + "\(entry.scheduler.optimizer.text), which is different from \(optimizer.name).")
    }
  }
}
