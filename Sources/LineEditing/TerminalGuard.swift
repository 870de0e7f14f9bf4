import Glibc

/// Puts the terminal back as it was found, whichever way the process ends.
///
/// libedit leaves the terminal raw when the process exits or crashes inside it; only what a signal handler may call is used here.
package enum TerminalGuard {
  /// The state at the start. Allocated once and never freed, because handlers read it at any time.
  private static let saved: UnsafeMutablePointer<termios>? = {
    let state = UnsafeMutablePointer<termios>.allocate(capacity: 1)
    guard tcgetattr(STDIN_FILENO, state) == 0 else {
      state.deallocate()
      return nil
    }
    return state
  }()

  /// What switches the terminal's bracketed paste off.
  private static let pasteOff: UnsafeMutablePointer<CChar>? = strdup("\u{1B}[?2004l")

  private static let fatalSignals = [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGTERM, SIGHUP, SIGQUIT]

  /// Remembers the terminal's state now, and restores it when the process exits or a fatal signal arrives.
  package static func install() {
    guard saved != nil, pasteOff != nil else { return }
    atexit { TerminalGuard.restore() }
    for signal in fatalSignals {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { signal in
        TerminalGuard.restore()
        // The default action was set back on entry: the process dies of the same signal.
        raise(signal)
      }
      action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND)) | SA_NODEFER | SA_ONSTACK
      sigaction(signal, &action, nil)
    }
  }

  /// Puts the terminal back now.
  package static func restore() {
    guard let saved, let pasteOff else { return }
    // A process in the background may not touch the terminal.
    guard tcgetpgrp(STDIN_FILENO) == getpgrp() else { return }
    tcsetattr(STDIN_FILENO, TCSANOW, saved)
    write(STDOUT_FILENO, pasteOff, strlen(pasteOff))
  }
}
