import CLibedit
import Glibc

/// What the terminal can do, and escape sequences sent to it.
package enum Terminal {
  /// Whether a person sits at both ends.
  package static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

  /// Whether text on `descriptor` may be coloured: a terminal that is not dumb, and no `NO_COLOR`.
  package static func hasColour(_ descriptor: Int32) -> Bool {
    guard isatty(descriptor) == 1, !isDumb else { return false }
    guard let off = getenv("NO_COLOR") else { return true }
    return off.pointee == 0
  }

  /// Whether the terminal obeys no escape sequences.
  package static var isDumb: Bool {
    guard let name = getenv("TERM").map({ String(cString: $0) }) else { return true }
    return name.isEmpty || name == "dumb"
  }

  /// The width of the terminal in columns.
  package static var width: Int {
    var size = winsize()
    return ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
  }

  /// A text cut so that it takes at most so many columns.
  package static func cut(_ text: String, toColumns columns: Int) -> String {
    var left = columns
    var result = ""
    for scalar in text.unicodeScalars {
      left -= max(0, Int(lectern_column_count(wchar_t(bitPattern: scalar.value))))
      if left < 0 { break }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  /// Has pastes marked by escape sequences, or not.
  static func setBracketedPaste(_ isOn: Bool) {
    guard !isDumb else { return }
    fputs(isOn ? "\u{1B}[?2004h" : "\u{1B}[?2004l", stdout)
    fflush(stdout)
  }

  /// Text in colour for a prompt: libedit wants a byte 1 around each escape.
  static func promptText(_ text: String, colour: String?) -> String {
    guard let colour, hasColour(STDOUT_FILENO) else { return text + " " }
    // Not at the very end: the run would be attached to the character typed next.
    return "\u{1}\u{1B}[\(colour)m\u{1}\(text)\u{1}\u{1B}[0m\u{1} "
  }
}
