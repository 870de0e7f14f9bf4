import Glibc

/// Lines that a program asks for, from standard input, while Ctrl-C may come.
package enum ProgramInput {
  nonisolated(unsafe) private static var bytes: [UInt8] = []
  nonisolated(unsafe) private static var position = 0

  /// The next line without its end; nil at the end of the input, or when Ctrl-C came first.
  package static func line() -> String? {
    while true {
      if let end = bytes[position...].firstIndex(of: 0x0A) {
        defer { position = end + 1 }
        return text(bytes[position..<end])
      }
      bytes.removeFirst(position)
      position = 0
      guard let count = fill() else { return nil }
      if count == 0 {
        guard !bytes.isEmpty else { return nil }
        defer { bytes = [] }
        return text(bytes[...])
      }
    }
  }

  private static func text(_ line: ArraySlice<UInt8>) -> String {
    String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
  }

  /// Reads a piece and says how much that was, 0 at the end; nil when Ctrl-C came first.
  private static func fill() -> Int? {
    _ = SignalPipe.take()
    var polled = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: SignalPipe.readEnd, events: Int16(POLLIN), revents: 0),
    ]
    while true {
      let ready = poll(&polled, 2, -1)
      if SignalPipe.take().contains(SIGINT) { return nil }
      if ready > 0, polled[0].revents != 0 { break }
      if ready < 0, errno != EINTR { return 0 }
    }
    var piece = [UInt8](repeating: 0, count: 1 << 14)
    let count = read(STDIN_FILENO, &piece, piece.count)
    if count > 0 { bytes += piece[0..<count] }
    return max(0, count)
  }
}
