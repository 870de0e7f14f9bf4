import Glibc
import Tensors

/// Multiplies the learning rate by `gamma` at the given epochs.
package final class MultiStepLR: Scheduler {
  static let entry = SchedulerEntry("MultiStepLR(optimizer, milestones, gamma=0.1, last_epoch=-1)") {
    optimizer, a throws(TensorError) in
    guard let items = a["milestones"].items else {
      throw .type("'\(a["milestones"].typeName)' object is not iterable")
    }
    let milestones = items.map { Int(exactly: $0.number) ?? -1 }
    return try MultiStepLR(optimizer, milestones, gamma: try a.number("gamma"), lastEpoch: try a.int("last_epoch"))
  }

  private let milestones: [Int]
  private let gamma: Double

  init(_ optimizer: Optimizer, _ milestones: [Int], gamma: Double, lastEpoch: Int) throws(TensorError) {
    self.milestones = milestones
    self.gamma = gamma
    try super.init(optimizer, lastEpoch: lastEpoch)
    try start()
  }

  override func rates(isInitial: Bool) throws(TensorError) -> [Double] {
    let hits = milestones.filter { $0 == lastEpoch }.count
    return hits == 0 ? currentRates : currentRates.map { $0 * pow(gamma, Double(hits)) }
  }
}
