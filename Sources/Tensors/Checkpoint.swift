/// The gaps between the operations of a long computation (a backward pass, a chain of layers), where a host may interrupt it.
package enum Checkpoint {
  /// Whether the host wants to be called; asked at every gap, so it must be cheap.
  nonisolated(unsafe) package static var isRequested: () -> Bool = { false }
  /// Called at a gap after a request: returns to go on, throws to give the computation up.
  nonisolated(unsafe) package static var handle: () throws(TensorError) -> Void = noWork

  /// Lets the host interrupt here.
  @inline(__always) package static func pass() throws(TensorError) {
    if isRequested() { try handle() }
  }

  private static func noWork() throws(TensorError) {}
}
