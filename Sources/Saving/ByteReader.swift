/// Reads little-endian numbers from a stretch of bytes, never beyond its end.
struct ByteReader {
  private let bytes: ArraySlice<UInt8>
  /// The next byte's index.
  private(set) var position: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// How many bytes are left.
  var remaining: Int { bytes.endIndex - position }

  /// The next bytes, or nil where fewer are left.
  mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
    guard count >= 0, count <= remaining else { return nil }
    defer { position += count }
    return bytes[position..<(position + count)]
  }

  /// The next unsigned number of up to eight bytes, or nil at the end.
  mutating func unsigned(_ count: Int) -> UInt64? {
    guard let taken = take(count) else { return nil }
    var number: UInt64 = 0
    for byte in taken.reversed() { number = number << 8 | UInt64(byte) }
    return number
  }

  /// The next unsigned number as an index, or nil at the end or beyond what an index can be.
  mutating func count(_ width: Int) -> Int? { unsigned(width).flatMap { Int(exactly: $0) } }

  /// The bytes up to a line feed, which is passed over; nil where there is none.
  mutating func line() -> ArraySlice<UInt8>? {
    guard let end = bytes[position...].firstIndex(of: 10) else { return nil }
    defer { position = end + 1 }
    return bytes[position..<end]
  }
}

extension [UInt8] {
  /// Appends the low bytes of a number, lowest first.
  mutating func append(_ number: some FixedWidthInteger, width: Int) {
    var rest = UInt64(truncatingIfNeeded: number)
    for _ in 0..<width {
      append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }
}
