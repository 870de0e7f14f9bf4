import Glibc

/// Signals turned into bytes on a pipe, which the character reader polls beside the keyboard.
package enum SignalPipe {
  /// Called in the signal handler at each Ctrl-C: may only do what a signal handler may, such as set a flag.
  package typealias InterruptHook = @convention(c) () -> Void

  /// The pipe's ends, then the hook; allocated once because handlers read them at any time.
  private static let ends: UnsafeMutablePointer<Int32> = {
    let ends = UnsafeMutablePointer<Int32>.allocate(capacity: 2)
    ends.initialize(repeating: -1, count: 2)
    if pipe(ends) != 0 { ends.update(repeating: -1, count: 2) }
    for end in 0..<2 where ends[end] >= 0 {
      _ = fcntl(ends[end], F_SETFD, FD_CLOEXEC)
      _ = fcntl(ends[end], F_SETFL, O_NONBLOCK)
    }
    return ends
  }()

  private static let hook: UnsafeMutablePointer<InterruptHook?> = {
    let hook = UnsafeMutablePointer<InterruptHook?>.allocate(capacity: 1)
    hook.initialize(to: nil)
    return hook
  }()

  /// The end to poll; -1 when the system refused a pipe.
  static var readEnd: Int32 { ends[0] }

  /// Catches Ctrl-C: each one calls `interrupted` and wakes the reader.
  package static func catchInterrupts(_ interrupted: InterruptHook?) {
    hook.pointee = interrupted
    guard ends[1] >= 0 || interrupted != nil else { return }
    install(SIGINT)
  }

  /// Catches changes of the window and the return from a stop.
  static func catchTerminalSignals() {
    install(SIGWINCH)
    install(SIGCONT)
  }

  private static func install(_ signal: Int32) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { signal in
      let error = errno
      if signal == SIGINT { SignalPipe.hook.pointee?() }
      var byte = UInt8(truncatingIfNeeded: signal)
      write(SignalPipe.ends[1], &byte, 1)
      errno = error
    }
    // No SA_RESTART: a blocked read must return, or Ctrl-C would do nothing.
    action.sa_flags = 0
    sigaction(signal, &action, nil)
  }

  /// The signals that arrived since the last call.
  static func take() -> [Int32] {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(ends[0], &bytes, bytes.count)
    return count > 0 ? bytes[0..<count].map { Int32($0) } : []
  }
}
