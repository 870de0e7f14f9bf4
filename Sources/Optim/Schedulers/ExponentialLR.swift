import Tensors

/// Multiplies the learning rate by `gamma` every epoch.
package final class ExponentialLR: Scheduler {
  static let entry = SchedulerEntry("ExponentialLR(optimizer, gamma, last_epoch=-1)") { optimizer, a throws(TensorError) in
    try ExponentialLR(optimizer, gamma: try a.number("gamma"), lastEpoch: try a.int("last_epoch"))
  }

  private let gamma: Double

  init(_ optimizer: Optimizer, gamma: Double, lastEpoch: Int) throws(TensorError) {
    self.gamma = gamma
    try super.init(optimizer, lastEpoch: lastEpoch)
    try start()
  }

  override func rates(isInitial: Bool) throws(TensorError) -> [Double] {
    isInitial ? currentRates : currentRates.map { $0 * gamma }
  }
}
