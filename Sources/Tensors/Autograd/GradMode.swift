import CKernels

extension Autograd {
  /// Whether backward passes stop at gradients that are not numbers.
  nonisolated(unsafe) package static var detectsAnomalies = false
}

/// Whether operations are recorded for autograd, for the calling thread.
package enum GradMode {
  /// The current mode.
  @inline(__always)
  package static var isEnabled: Bool {
    get { lk_grad_enabled() }
    set { lk_set_grad_enabled(newValue) }
  }

  /// Runs `body` with the mode set, and restores it afterwards.
  @inline(__always)
  package static func with<R>(_ enabled: Bool, _ body: () throws -> R) throws(TensorError) -> R {
    let before = isEnabled
    isEnabled = enabled
    defer { isEnabled = before }
    do { return try body() } catch { throw .from(error) }
  }

  /// Runs `body` without recording.
  @inline(__always)
  package static func off<R>(_ body: () throws -> R) throws(TensorError) -> R {
    try with(false, body)
  }
}
