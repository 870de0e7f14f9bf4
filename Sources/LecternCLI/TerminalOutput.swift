import Glibc
import LineEditing

/// The one place that writes to the terminal.
enum TerminalOutput {
  /// Writes program output. A terminal gets it line by line, a pipe in large pieces; both have it after a fifth of a second.
  static func write(_ text: String) {
    hideProgress()
    put(text, stdout)
    if let last = text.utf8.last { isAtLineStart = last == 0x0A }
    OutputFlusher.noteOutput()
  }

  /// Writes a message, after what was printed before it.
  static func error(_ text: String) {
    hideProgress()
    flush()
    put(text, stderr)
  }

  /// Writes a message of Lectern's own, in its usual form.
  static func complain(_ message: String) { error("lectern: \(message)\n") }

  /// Sends on what is still held back.
  static func flush() {
    guard fflush(stdout) != 0, errno == EPIPE else { return }
    readerIsGone()
  }

  private static func put(_ text: String, _ stream: UnsafeMutablePointer<FILE>) {
    var text = text
    let isWhole = text.withUTF8 { bytes in fwrite(bytes.baseAddress, 1, bytes.count, stream) == bytes.count }
    if !isWhole, errno == EPIPE { readerIsGone() }
  }

  /// The reader (`head`, a pager) has seen enough: that is no error worth a message.
  static func readerIsGone() -> Never {
    TerminalGuard.restore()
    _exit(141)
  }

  /// Text in a colour, where the stream shows colours.
  static func coloured(_ text: String, _ colour: String, on descriptor: Int32) -> String {
    Terminal.hasColour(descriptor) ? "\u{1B}[\(colour)m\(text)\u{1B}[0m" : text
  }

  // MARK: Progress

  /// Whether a line on the terminal can be taken back.
  static var canShowProgress: Bool { isatty(STDOUT_FILENO) == 1 && !Terminal.isDumb }

  /// Whether what is printed next starts a line. Output comes from one thread at a time.
  nonisolated(unsafe) private static var isAtLineStart = true
  nonisolated(unsafe) private static var showsProgress = false

  /// Shows a line in place of the one shown before; nil takes it away.
  static func showProgress(_ line: String?) {
    guard let line else { return hideProgress() }
    // A line that the program has begun is not to be overwritten.
    guard isAtLineStart else { return }
    put("\r\u{1B}[K" + coloured(Terminal.cut(line, toColumns: Terminal.width - 1), "2", on: STDOUT_FILENO), stdout)
    flush()
    showsProgress = true
  }

  private static func hideProgress() {
    guard showsProgress else { return }
    showsProgress = false
    put("\r\u{1B}[K", stdout)
    flush()
  }
}
