import Glibc
import LineEditing

/// The one place that writes to the terminal.
enum TerminalOutput {
  /// Writes program output. A pipe gets it in large pieces, a terminal line by line.
  static func write(_ text: String) { put(text, stdout) }

  /// Writes a message, after what was printed before it.
  static func error(_ text: String) {
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
  private static func readerIsGone() -> Never {
    TerminalGuard.restore()
    _exit(141)
  }

  /// Text in a colour, where the stream shows colours.
  static func coloured(_ text: String, _ colour: String, on descriptor: Int32) -> String {
    Terminal.hasColour(descriptor) ? "\u{1B}[\(colour)m\(text)\u{1B}[0m" : text
  }
}
