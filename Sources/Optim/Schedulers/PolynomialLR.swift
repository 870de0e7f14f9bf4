import Glibc
import Tensors

/// Lets the learning rate fall to zero along a power function.
package final class PolynomialLR: Scheduler {
  static let entry = SchedulerEntry("PolynomialLR(optimizer, total_iters=5, power=1.0, last_epoch=-1)") {
    optimizer, a throws(TensorError) in
    try PolynomialLR(
      optimizer, count: Double(try a.int("total_iters")), power: try a.number("power"), lastEpoch: try a.int("last_epoch"))
  }

  private let total: Double
  private let power: Double

  init(_ optimizer: Optimizer, count: Double, power: Double, lastEpoch: Int) throws(TensorError) {
    total = count
    self.power = power
    try super.init(optimizer, lastEpoch: lastEpoch)
    try start()
  }

  override func rates(isInitial: Bool) throws(TensorError) -> [Double] {
    let epoch = Double(lastEpoch)
    if isInitial || epoch > total { return currentRates }
    let factor = pow((1 - epoch / total) / (1 - (epoch - 1) / total), power)
    return currentRates.map { $0 * factor }
  }
}
