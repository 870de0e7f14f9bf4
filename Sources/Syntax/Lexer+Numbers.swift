extension Lexer {
  /// Reads a number, with the checks that CPython makes on what follows it.
  mutating func readNumber() {
    let start = position
    if byte(position) == 48 {
      switch byte(position + 1) {
      case 120, 88: return readPrefixed(start, radix: 16, name: "hexadecimal")
      case 111, 79: return readPrefixed(start, radix: 8, name: "octal")
      case 98, 66: return readPrefixed(start, radix: 2, name: "binary")
      default: break
      }
    }
    var isInteger = true
    if byte(position) != 46, !readDigits() { return }
    let integerEnd = position
    if byte(position) == 46 {
      isInteger = false
      position += 1
      if Lexer.isDigit(byte(position)), !readDigits() { return }
    }
    if byte(position) | 32 == 101 {
      var next = position + 1
      if byte(next) == 43 || byte(next) == 45 { next += 1 }
      if Lexer.isDigit(byte(next)) {
        isInteger = false
        position = next
        if !readDigits() { return }
      } else if next != position + 1 {
        position = next
        return fail("invalid decimal literal", before: next)
      }
    }
    var isImaginary = false
    if byte(position) | 32 == 106 {
      isImaginary = true
      isInteger = false
      position += 1
    }
    if isInteger, byte(start) == 48, source.bytes[start..<integerEnd].contains(where: { $0 != 48 && $0 != 95 }) {
      return fail(
        "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers", start,
        start + leadingZeros(from: start))
    }
    guard checkEnd(isImaginary ? "imaginary" : "decimal") else { return }
    add(.number, start, position)
  }

  private func leadingZeros(from start: Int) -> Int {
    var end = start
    while byte(end) == 48 || byte(end) == 95 { end += 1 }
    return end - start
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

  private static func value(_ byte: UInt8) -> Int {
    switch byte {
    case 48...57: return Int(byte) - 48
    case 65...70: return Int(byte) - 55
    case 97...102: return Int(byte) - 87
    default: return 99
    }
  }

  private mutating func readDigits() -> Bool {
    while true {
      while Lexer.isDigit(byte(position)) { position += 1 }
      guard byte(position) == 95 else { return true }
      position += 1
      if !Lexer.isDigit(byte(position)) {
        fail("invalid decimal literal", before: position)
        return false
      }
    }
  }

  private mutating func readPrefixed(_ start: Int, radix: Int, name: String) {
    position += 2
    var needsDigit = true
    while true {
      if byte(position) == 95 {
        position += 1
        needsDigit = true
      }
      let before = position
      while Lexer.value(byte(position)) < radix {
        position += 1
        needsDigit = false
      }
      if needsDigit || before == position && byte(position) != 95 { break }
      if byte(position) != 95 { break }
    }
    if radix < 10, Lexer.isDigit(byte(position)) {
      let digit = String(Unicode.Scalar(byte(position)))
      return fail("invalid digit '\(digit)' in \(name) literal", before: position + 1)
    }
    if needsDigit { return fail("invalid \(name) literal", before: position) }
    guard checkEnd(name) else { return }
    add(.number, start, position)
  }

  /// A name may not follow a number directly, except the keywords that could.
  private mutating func checkEnd(_ name: String) -> Bool {
    let next = byte(position)
    let isNameStart = next == 95 || next >= 128 || (next | 32 >= 97 && next | 32 <= 122)
    guard isNameStart else { return true }
    var end = position
    while byte(end) | 32 >= 97, byte(end) | 32 <= 122 { end += 1 }
    let word = String(decoding: source.bytes[position..<end], as: UTF8.self)
    for keyword in ["and", "else", "for", "if", "in", "is", "or", "not"] where word.hasPrefix(keyword) { return true }
    fail("invalid \(name) literal", before: position)
    return false
  }
}
