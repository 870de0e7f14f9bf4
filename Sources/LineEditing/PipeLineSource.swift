import Glibc

/// Cells read from a pipe or file: lines are gathered until they make a whole cell, as at the prompt.
package final class PipeLineSource: LineSource {
  private let descriptor: Int32
  private let continuation: (String) -> Continuation
  private var buffer: [UInt8] = []
  private var position = 0
  private var isAtEnd = false
  private var lineNumber = 0
  /// A line that was read to see whether the block before it goes on.
  private var heldLine: String?

  /// Reads from `descriptor`; `hooks` say where a cell ends.
  package init(descriptor: Int32 = STDIN_FILENO, hooks: LineSourceHooks) {
    self.descriptor = descriptor
    continuation = hooks.continuation
  }

  /// The next cell: lines up to where it is whole.
  package func next(_ prompt: LinePrompt) -> LineEvent {
    var text = ""
    while true {
      let line: String
      switch nextLine() {
      case .text(let found): line = found
      case .end: return text.isEmpty ? .end : .text(text)
      case let other: return other
      }
      let isBlank = line.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 }
      // A block ends where the next statement starts at the margin; blank lines inside it are part of it.
      if !text.isEmpty, !isBlank, Self.startsAtMargin(line), !Self.goesOn(line), continuation(text + "\n") == .accept {
        heldLine = line
        return .text(text)
      }
      text = text.isEmpty ? line : text + "\n" + line
      if continuation(text) == .accept, !(isBlank && text.utf8.contains(0x0A)) { return .text(text) }
    }
  }

  /// The next line, for `input()`: the program shares the pipe with its own text.
  package func programLine() -> String? {
    if case .text(let line) = nextLine() { return line }
    return nil
  }

  private static func startsAtMargin(_ line: String) -> Bool {
    guard let first = line.utf8.first else { return false }
    return first != UInt8(ascii: " ") && first != UInt8(ascii: "\t") && first != UInt8(ascii: "#")
  }

  /// Whether a line at the margin continues the statement above it.
  private static func goesOn(_ line: String) -> Bool {
    let word = line.prefix { $0.isLetter }
    return ["else", "elif", "except", "finally", "case"].contains(String(word))
  }

  /// The next line without its end, which may be `\n` or `\r\n`.
  private func nextLine() -> LineEvent {
    if let line = heldLine {
      heldLine = nil
      return .text(line)
    }
    while true {
      if let end = buffer[position...].firstIndex(of: 0x0A) {
        defer { position = end + 1 }
        return decode(buffer[position..<end])
      }
      if isAtEnd {
        guard position < buffer.count else { return .end }
        defer { position = buffer.count }
        return decode(buffer[position...])
      }
      buffer.removeFirst(position)
      position = 0
      if !fill() { return .interrupted }
    }
  }

  /// Reads a piece; false when Ctrl-C came first.
  private func fill() -> Bool {
    var polled = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: SignalPipe.readEnd, events: Int16(POLLIN), revents: 0),
    ]
    while true {
      let ready = poll(&polled, 2, -1)
      if SignalPipe.take().contains(SIGINT) { return false }
      if ready > 0, polled[0].revents != 0 { break }
      if ready < 0, errno != EINTR { break }
    }
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(descriptor, &piece, piece.count)
    if count > 0 { buffer.append(contentsOf: piece[0..<count]) } else if count == 0 || errno != EINTR { isAtEnd = true }
    return true
  }

  private func decode(_ bytes: ArraySlice<UInt8>) -> LineEvent {
    lineNumber += 1
    let line = bytes.last == 0x0D ? bytes.dropLast() : bytes
    if let text = String(validating: line, as: UTF8.self), !line.contains(0) { return .text(text) }
    var column = 1
    for byte in line {
      let prefix = line.prefix(column)
      if byte == 0 || (String(validating: prefix, as: UTF8.self) == nil && !Self.isUnfinished(prefix)) { break }
      column += 1
    }
    return .invalid("standard input, line \(lineNumber), column \(column): not UTF-8 text")
  }

  /// Whether the bytes could be the start of valid text.
  private static func isUnfinished(_ bytes: ArraySlice<UInt8>) -> Bool {
    for missing in [[0x80], [0x80, 0x80], [0x80, 0x80, 0x80], [0xA0], [0xA0, 0x80], [0x90, 0x80, 0x80]] as [[UInt8]]
    where String(validating: bytes + missing, as: UTF8.self) != nil { return true }
    return false
  }
}
