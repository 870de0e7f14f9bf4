import Glibc

/// `str`: text as code points. Stored as UTF-8; the code points are unpacked when a script first asks for one by position.
package final class StrObject: Object {
  /// The text.
  package var string: String { storedString }
  /// Whether all characters are below 128, so that byte positions are character positions.
  package var isASCII: Bool { storedIsASCII }
  // Internal, so that the compiler sees all changes and needs no exclusivity checks.
  final var storedString: String
  final var storedIsASCII: Bool
  /// Whether this is the one object that `intern` returns for its text.
  final var isInterned = false
  private var hash: Int = 0
  private var unpacked: [Unicode.Scalar]?
  /// The fields of the text as a template of `format`, once it was used as one.
  final var template: FormatTemplate?

  /// Makes a string.
  package convenience init(_ string: String) { self.init(string, .str) }

  /// Makes a string of `str` or a subclass.
  package init(_ string: String, _ type: TypeObject) {
    var text = string
    text.makeContiguousUTF8()
    self.storedString = text
    self.storedIsASCII = text.utf8.withContiguousStorageIfAvailable { StrObject.isASCII($0) } ?? false
    super.init(type, .str)
  }

  /// Makes a string of bytes that are known to be ASCII.
  package init(ascii bytes: UnsafeBufferPointer<UInt8>) {
    storedString = String(decoding: bytes, as: UTF8.self)
    storedIsASCII = true
    super.init(.str, .str)
  }

  /// Makes the decimal digits of a number.
  convenience init(number: Int) {
    var buffer: (UInt64, UInt64, UInt64) = (0, 0, 0)
    self.init(
      ascii: withUnsafeMutableBytes(of: &buffer) { bytes in
        var start = bytes.count
        var magnitude = number.magnitude
        repeat {
          start &-= 1
          bytes[start] = UInt8(truncatingIfNeeded: 48 &+ magnitude % 10)
          magnitude /= 10
        } while magnitude > 0
        if number < 0 {
          start &-= 1
          bytes[start] = 45
        }
        return String(decoding: UnsafeRawBufferPointer(rebasing: bytes[start...]), as: UTF8.self)
      })
  }

  /// Makes a string of a text that is known to be ASCII.
  init(ascii text: String) {
    storedString = text
    storedIsASCII = true
    super.init(.str, .str)
  }

  /// Makes a string from code points.
  package convenience init(scalars: some Sequence<Unicode.Scalar>) {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    self.init(String(text))
  }

  private static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    let raw = UnsafeRawBufferPointer(bytes)
    while index &+ 8 <= raw.count {
      if raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 != 0 { return false }
      index &+= 8
    }
    while index < bytes.count {
      if bytes[index] >= 128 { return false }
      index &+= 1
    }
    return true
  }
}

extension StrObject {
  /// Appends text to a string that nothing but one register knows.
  final func grow(by other: StrObject) {
    var text = storedString
    storedString = ""
    text.append(other.storedString)
    storedString = text
    storedIsASCII = storedIsASCII && other.storedIsASCII
    hash = 0
    unpacked = nil
    template = nil
  }

  /// The number of code points (`len`).
  package var count: Int { isASCII ? string.utf8.count : scalars.count }

  /// The code points.
  package var scalars: [Unicode.Scalar] {
    if let unpacked { return unpacked }
    let all = Array(string.unicodeScalars)
    unpacked = all
    return all
  }

  /// The code point at a position below `count`.
  package func scalar(at index: Int) -> Unicode.Scalar {
    if isASCII {
      return string.utf8.withContiguousStorageIfAvailable { Unicode.Scalar($0[index]) } ?? scalars[index]
    }
    return scalars[index]
  }

  /// The part between two positions, `0 ≤ start ≤ end ≤ count`.
  package func substring(_ start: Int, _ end: Int) -> String {
    if isASCII {
      return string.utf8.withContiguousStorageIfAvailable {
        String(decoding: UnsafeBufferPointer(rebasing: $0[start..<end]), as: UTF8.self)
      } ?? String(String.UnicodeScalarView(scalars[start..<end]))
    }
    return String(String.UnicodeScalarView(scalars[start..<end]))
  }

  /// The part between two positions of an ASCII text.
  func asciiPart(_ start: Int, _ end: Int) -> StrObject {
    withUTF8 { StrObject(ascii: UnsafeBufferPointer(rebasing: $0[start..<end])) }
  }

  /// Runs a body over the UTF-8 bytes.
  @inline(__always) package func withUTF8<R>(_ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    // A string made contiguous at creation always has this storage.
    string.utf8.withContiguousStorageIfAvailable(body).unsafelyUnwrapped
  }

  /// Whether two strings have the same code points (Swift's `==` would also accept canonically equivalent ones).
  @inline(__always) package func equals(_ other: StrObject) -> Bool {
    if self === other || hasSameBits(as: other) { return true }
    return withUTF8 { a in other.withUTF8 { b in a.count == b.count && StrObject.order(a, b) == 0 } }
  }

  /// Whether the Swift strings are the same 16 bytes, as equal short strings mostly are.
  @inline(__always) private func hasSameBits(as other: StrObject) -> Bool {
    let (a, b) = (unsafeBitCast(string, to: (UInt64, UInt64).self), unsafeBitCast(other.string, to: (UInt64, UInt64).self))
    return a.0 == b.0 && a.1 == b.1
  }

  /// Orders by code points: negative, zero or positive.
  package func compare(_ other: StrObject) -> Int {
    withUTF8 { a in
      other.withUTF8 { b in
        let result = StrObject.order(a, b)
        return result != 0 ? result : a.count - b.count
      }
    }
  }

  @inline(__always) private static func order(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Int {
    guard let first = a.baseAddress, let second = b.baseAddress else { return 0 }
    return Int(memcmp(first, second, min(a.count, b.count)))
  }

  /// The hash, computed once.
  @inline(__always) package var hashValue: Int {
    if hash != 0 { return hash }
    return computeHash()
  }

  @inline(never) private func computeHash() -> Int {
    let result = withUTF8 { StrObject.hash(bytes: $0) }
    hash = result
    return result
  }

  /// A hash of bytes that is never 0: eight bytes at a time, multiplied and folded.
  package static func hash(bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: bytes.count)
    let raw = UnsafeRawBufferPointer(bytes)
    var index = 0
    func mix(_ word: UInt64) {
      let product = (state ^ word).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
      state = product.high ^ product.low &+ 0x2545_F491_4F6C_DD1D
    }
    while index &+ 8 <= raw.count {
      mix(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index &+= 8
    }
    var tail: UInt64 = 0
    while index < raw.count {
      tail = tail << 8 | UInt64(raw[index])
      index &+= 1
    }
    mix(tail)
    let hash = Int(truncatingIfNeeded: state ^ state >> 29)
    return hash == 0 || hash == -1 ? 1 : hash
  }

  nonisolated(unsafe) private static var internTable: [String: StrObject] = [:]

  /// The one object for a name; equal names intern to the same object, so that tables can compare references.
  package static func intern(_ text: String) -> StrObject {
    if let known = internTable[text], known.string.utf8.elementsEqual(text.utf8) { return known }
    let object = StrObject(text)
    object.isInterned = true
    _ = object.hashValue
    internTable[text] = object
    return object
  }

  /// The one object for this text.
  package var interned: StrObject { isInterned ? self : StrObject.intern(string) }
}
