import Glibc

/// What the keyboard gives the editor: code points, and signals between them.
struct KeyReader {
  /// One thing that happened.
  enum Event: Equatable {
    case scalar(UInt32)
    case end
    case signal(Int32)
  }

  private var bytes: [UInt8] = []
  private var position = 0

  /// Waits for the next code point or signal. Bytes that are not UTF-8, and NUL, which the editor cannot hold, are passed over.
  mutating func next() -> Event {
    while true {
      if let scalar = decode() {
        if scalar != 0 { return .scalar(scalar) }
        continue
      }
      var polled = [
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
        pollfd(fd: SignalPipe.readEnd, events: Int16(POLLIN), revents: 0),
      ]
      let ready = poll(&polled, 2, -1)
      if let signal = SignalPipe.take().first { return .signal(signal) }
      if ready < 0 && errno == EINTR { continue }
      guard ready > 0, polled[0].revents != 0 else {
        if ready < 0 { return .end }
        continue
      }
      var piece = [UInt8](repeating: 0, count: 1 << 16)
      let count = read(STDIN_FILENO, &piece, piece.count)
      if count < 0 && (errno == EINTR || errno == EAGAIN) { continue }
      guard count > 0 else { return .end }
      bytes.removeFirst(position)
      position = 0
      bytes.append(contentsOf: piece[0..<count])
    }
  }

  /// The first line of what was typed ahead, if a whole line was.
  mutating func takeLine() -> String? {
    guard let end = bytes[position...].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return nil }
    defer { position = end + 1 }
    return String(decoding: bytes[position..<end], as: UTF8.self)
  }

  /// Forgets what was typed ahead.
  mutating func discard() {
    bytes.removeAll()
    position = 0
  }

  /// The next whole code point of the bytes at hand; nil when more are needed.
  private mutating func decode() -> UInt32? {
    while position < bytes.count {
      let first = bytes[position]
      if first < 0x80 {
        position += 1
        return UInt32(first)
      }
      let length: Int
      switch first {
      case 0xC2..<0xE0: length = 2
      case 0xE0..<0xF0: length = 3
      case 0xF0..<0xF5: length = 4
      default:
        position += 1
        continue
      }
      let available = bytes[position..<min(position + length, bytes.count)]
      if available.dropFirst().contains(where: { $0 & 0xC0 != 0x80 }) {
        position += 1
        continue
      }
      guard available.count == length else { return nil }
      position += length
      guard let scalar = String(validating: available, as: UTF8.self)?.unicodeScalars.first else { continue }
      return scalar.value
    }
    return nil
  }
}
