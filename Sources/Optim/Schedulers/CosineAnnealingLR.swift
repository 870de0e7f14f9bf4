import Glibc
import Tensors

/// Lets the learning rate fall, and rise again, along a cosine.
package final class CosineAnnealingLR: Scheduler {
  static let entry = SchedulerEntry("CosineAnnealingLR(optimizer, T_max, eta_min=0.0, last_epoch=-1)") {
    optimizer, a throws(TensorError) in
    let period = try a.number("T_max")
    if period == 0 { throw TensorError(.zeroDivision, "float division by zero") }
    return try CosineAnnealingLR(
      optimizer, period: period, floor: try a.number("eta_min"), lastEpoch: try a.int("last_epoch"))
  }

  private let period: Double
  private let floor: Double

  init(_ optimizer: Optimizer, period: Double, floor: Double, lastEpoch: Int) throws(TensorError) {
    self.period = period
    self.floor = floor
    try super.init(optimizer, lastEpoch: lastEpoch)
    try start()
  }

  override func rates(isInitial: Bool) throws(TensorError) -> [Double] {
    if isInitial { return currentRates }
    let epoch = Double(lastEpoch)
    if (epoch - 1 - period).truncatingRemainder(dividingBy: 2 * period) == 0 {
      return zip(currentRates, baseRates).map { current, base in
        current + (base - floor) * (1 - cos(Double.pi / period)) / 2
      }
    }
    let ratio = (1 + cos(Double.pi * epoch / period)) / (1 + cos(Double.pi * (epoch - 1) / period))
    return currentRates.map { ratio * ($0 - floor) + floor }
  }
}
