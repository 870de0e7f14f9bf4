import Tensors

/// Multiplies the learning rate by a factor for the first epochs.
package final class ConstantLR: Scheduler {
  static let entry = SchedulerEntry("ConstantLR(optimizer, factor=0.3333333333333333, total_iters=5, last_epoch=-1)") {
    optimizer, a throws(TensorError) in
    let factor = try a.number("factor")
    if factor > 1 || factor < 0 { throw .value("Constant multiplicative factor expected to be between 0 and 1.") }
    return try ConstantLR(
      optimizer, factor: factor, count: try a.int("total_iters"), lastEpoch: try a.int("last_epoch"))
  }

  private let factor: Double
  private let total: Int

  init(_ optimizer: Optimizer, factor: Double, count: Int, lastEpoch: Int) throws(TensorError) {
    self.factor = factor
    total = count
    try super.init(optimizer, lastEpoch: lastEpoch)
    try start()
  }

  override func rates(isInitial: Bool) throws(TensorError) -> [Double] {
    if isInitial { return currentRates.map { $0 * factor } }
    return lastEpoch == total ? currentRates.map { $0 * (1 / factor) } : currentRates
  }
}
