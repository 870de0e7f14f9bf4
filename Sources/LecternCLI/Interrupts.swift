import Interpreter
import LineEditing

/// Ctrl-C: while a cell runs it asks the program to stop, at the prompt the editor sees it.
enum Interrupts {
  /// The flag of the program that is running. Allocated once, because the signal handler reads it at any time.
  private static let running: UnsafeMutablePointer<Unmanaged<InterruptFlag>?> = {
    let pointer = UnsafeMutablePointer<Unmanaged<InterruptFlag>?>.allocate(capacity: 1)
    pointer.initialize(to: nil)
    return pointer
  }()

  /// Starts catching Ctrl-C.
  static func install() {
    _ = running
    SignalPipe.catchInterrupts { Interrupts.running.pointee?._withUnsafeGuaranteedRef { $0.set() } }
  }

  /// Runs a body during which Ctrl-C stops the program of `flag`.
  static func whileRunning<R>(_ flag: InterruptFlag, _ body: () throws -> R) rethrows -> R {
    running.pointee = Unmanaged.passUnretained(flag)
    defer { running.pointee = nil }
    return try body()
  }
}
