import LineEditing
import Sessions

/// Ctrl-C: while a cell runs it asks the program to stop, at the prompt the editor sees it.
enum Interrupts {
  /// Where the program that is running takes requests. Allocated once, because the signal handler reads it at any time.
  private static let running: UnsafeMutablePointer<Unmanaged<InterruptRequests>?> = {
    let pointer = UnsafeMutablePointer<Unmanaged<InterruptRequests>?>.allocate(capacity: 1)
    pointer.initialize(to: nil)
    return pointer
  }()

  /// Starts catching Ctrl-C.
  static func install() {
    _ = running
    SignalPipe.catchInterrupts { Interrupts.running.pointee?._withUnsafeGuaranteedRef { $0.add() } }
  }

  /// Runs a body during which Ctrl-C reaches the program that takes `requests`.
  static func whileRunning<R>(_ requests: InterruptRequests, _ body: () throws -> R) rethrows -> R {
    running.pointee = Unmanaged.passUnretained(requests)
    defer { running.pointee = nil }
    return try body()
  }
}
