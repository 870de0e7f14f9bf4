import Tensors

/// A schedule whose rates a script's `get_lr` computes.
package final class ScriptedScheduler: Scheduler {
  private let rule: () throws(TensorError) -> [Double]

  /// Makes a schedule that has not taken its first step; `begin` takes it, when the script's object is ready to be asked.
  package init(
    _ optimizer: Optimizer, lastEpoch: Int, _ rule: @escaping () throws(TensorError) -> [Double]
  ) throws(TensorError) {
    self.rule = rule
    try super.init(optimizer, lastEpoch: lastEpoch)
  }

  /// Takes the first step.
  package func begin() throws(TensorError) { try start() }

  override func rates(isInitial: Bool) throws(TensorError) -> [Double] { try rule() }

  override package func jump(to epoch: Int) throws(TensorError) { try setEpoch(epoch) }
}
