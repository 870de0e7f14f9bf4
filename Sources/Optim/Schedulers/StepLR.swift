import Tensors

/// Multiplies the learning rate by `gamma` every `step_size` epochs.
package final class StepLR: Scheduler {
  static let entry = SchedulerEntry("StepLR(optimizer, step_size, gamma=0.1, last_epoch=-1)") {
    optimizer, a throws(TensorError) in
    let size = try a.positive("step_size")
    return try StepLR(optimizer, stepSize: size, gamma: try a.number("gamma"), lastEpoch: try a.int("last_epoch"))
  }

  private let stepSize: Int
  private let gamma: Double

  package init(_ optimizer: Optimizer, stepSize: Int, gamma: Double = 0.1, lastEpoch: Int = -1) throws(TensorError) {
    self.stepSize = stepSize
    self.gamma = gamma
    try super.init(optimizer, lastEpoch: lastEpoch)
    try start()
  }

  override func rates(isInitial: Bool) throws(TensorError) -> [Double] {
    if lastEpoch == 0 || lastEpoch % stepSize != 0 { return currentRates }
    return currentRates.map { $0 * gamma }
  }
}
