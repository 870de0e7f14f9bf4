import Glibc
import Tensors

/// Cosine annealing that starts again from the top after every period.
package final class CosineAnnealingWarmRestarts: Scheduler {
  static let entry = SchedulerEntry("CosineAnnealingWarmRestarts(optimizer, T_0, T_mult=1, eta_min=0.0, last_epoch=-1)") {
    optimizer, a throws(TensorError) in
    guard case .int(let first) = a["T_0"], first > 0 else {
      throw .value("Expected positive integer T_0, but got \(a["T_0"].argumentText)")
    }
    guard case .int(let factor) = a["T_mult"], factor >= 1 else {
      throw .value("Expected integer T_mult >= 1, but got \(a["T_mult"].argumentText)")
    }
    return try CosineAnnealingWarmRestarts(
      optimizer, period: first, factor: factor, floor: try a.number("eta_min"), lastEpoch: try a.int("last_epoch"))
  }

  private let firstPeriod: Int
  private var period: Int
  private let factor: Int
  private let floor: Double
  private var position: Int

  init(_ optimizer: Optimizer, period: Int, factor: Int, floor: Double, lastEpoch: Int) throws(TensorError) {
    firstPeriod = period
    self.period = period
    self.factor = factor
    self.floor = floor
    position = lastEpoch
    try super.init(optimizer, lastEpoch: lastEpoch)
    try start()
  }

  override package func jump(to epoch: Int) throws(TensorError) {
    (period, position) = (firstPeriod, -1)
    try super.jump(to: epoch)
  }

  override func rates(isInitial: Bool) throws(TensorError) -> [Double] {
    position += 1
    if position >= period {
      position %= period
      period = period.multipliedReportingOverflow(by: factor).overflow ? Int.max : period * factor
    }
    let wave = 1 + cos(Double.pi * Double(position) / Double(period))
    return baseRates.map { floor + ($0 - floor) * wave / 2 }
  }
}
