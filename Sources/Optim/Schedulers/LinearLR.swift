import Tensors

/// Changes the learning rate's factor evenly from `start_factor` to `end_factor`.
package final class LinearLR: Scheduler {
  static let entry = SchedulerEntry(
    "LinearLR(optimizer, start_factor=0.3333333333333333, end_factor=1.0, total_iters=5, last_epoch=-1)"
  ) { optimizer, a throws(TensorError) in
    let (start, end) = (try a.number("start_factor"), try a.number("end_factor"))
    if start > 1 || start <= 0 {
      throw .value("Starting multiplicative factor expected to be greater than 0 and less or equal to 1.")
    }
    if end > 1 || end < 0 { throw .value("Ending multiplicative factor expected to be between 0 and 1.") }
    return try LinearLR(
      optimizer, from: start, to: end, count: Double(try a.int("total_iters")), lastEpoch: try a.int("last_epoch"))
  }

  private let from: Double
  private let to: Double
  private let total: Double

  init(_ optimizer: Optimizer, from: Double, to: Double, count: Double, lastEpoch: Int) throws(TensorError) {
    self.from = from
    self.to = to
    total = count
    try super.init(optimizer, lastEpoch: lastEpoch)
    try start()
  }

  override func rates(isInitial: Bool) throws(TensorError) -> [Double] {
    if isInitial { return currentRates.map { $0 * from } }
    let epoch = Double(lastEpoch)
    if epoch > total { return currentRates }
    let below = total * from + (epoch - 1) * (to - from)
    return currentRates.map { $0 * (1 + (to - from) / below) }
  }
}
