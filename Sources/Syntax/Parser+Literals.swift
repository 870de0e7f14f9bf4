// Numbers, strings and bytes; f-strings are in Parser+FStrings.swift.

extension Parser {
  /// CPython's limit on decimal integer literals.
  private static let maximumDigits = 4300

  func numberValue(_ token: Token) throws(SyntaxError) -> Constant {
    var digits: [UInt8] = []
    digits.reserveCapacity(Int(token.end - token.start))
    for byte in source.bytes[Int(token.start)..<Int(token.end)] where byte != 95 { digits.append(byte | 32) }
    var radix = 10
    if digits.count > 1, digits[0] == 48 {
      switch digits[1] {
      case 120: radix = 16
      case 111: radix = 8
      case 98: radix = 2
      default: break
      }
    }
    if radix != 10 { return integerValue(digits[2...], radix) }
    if digits.last == 106 {
      digits.removeLast()
      return .imaginary(Double(String(decoding: digits, as: UTF8.self)) ?? 0)
    }
    // The `| 32` above turns "." (46) into itself and digits into themselves.
    if digits.contains(where: { $0 == 46 || $0 == 101 }) {
      return .float(Parser.floatValue(digits))
    }
    if digits.count > Parser.maximumDigits {
      throw error(
        "Exceeds the limit (\(Parser.maximumDigits) digits) for integer string conversion: value has \(digits.count) digits; "
          + "use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals "
          + "to avoid decimal conversion limits.", token.span)
    }
    return integerValue(digits[...], 10)
  }

  private static func floatValue(_ digits: [UInt8]) -> Double {
    var text = String(decoding: digits, as: UTF8.self)
    if let value = Double(text) { return value }
    // Swift wants digits on both sides of the point.
    if text.hasPrefix(".") { text = "0" + text }
    if let point = text.firstIndex(of: ".") {
      let next = text.index(after: point)
      if next == text.endIndex || text[next] == "e" { text.insert("0", at: next) }
    }
    return Double(text) ?? .infinity
  }

  private func integerValue(_ digits: ArraySlice<UInt8>, _ radix: Int) -> Constant {
    let text = String(decoding: digits, as: UTF8.self)
    if let value = Int(text, radix: radix) { return .int(value) }
    return .bigInt(digits: text, radix: radix)
  }

  /// The parts of a string token.
  struct StringToken {
    var isBytes = false
    var isRaw = false
    var isFormatted = false
    var isTriple = false
    /// The bytes between the quotes.
    var content: Range<Int> = 0..<0
    var token: Token
  }

  func stringParts(_ token: Token) -> StringToken {
    var parts = StringToken(token: token)
    var start = Int(token.start)
    prefix: while true {
      switch source.bytes[start] | 32 {
      case 98: parts.isBytes = true
      case 114: parts.isRaw = true
      case 102: parts.isFormatted = true
      case 117: break
      default: break prefix
      }
      start += 1
    }
    let quote = source.bytes[start]
    let end = Int(token.end)
    parts.isTriple = end - start >= 6 && source.bytes[start + 1] == quote && source.bytes[start + 2] == quote
    let width = parts.isTriple ? 3 : 1
    parts.content = (start + width)..<(end - width)
    return parts
  }

  /// One or more adjacent string tokens.
  func parseStrings() throws(SyntaxError) -> Expression {
    let start = token
    if nextKind != .string {
      let parts = stringParts(start)
      if !parts.isFormatted {
        advance()
        if parts.isBytes { return try node(.constant(.bytes(try bytesValue(parts))), start.span) }
        return try node(.constant(.string(try decodeText(parts.content, parts))), start.span)
      }
    }
    var pieces: [StringToken] = []
    while kind == .string {
      pieces.append(stringParts(token))
      advance()
    }
    let whole = span(from: start)
    if pieces.contains(where: { $0.isBytes != pieces[0].isBytes }) {
      throw error("cannot mix bytes and nonbytes literals", token.span)
    }
    if pieces[0].isBytes {
      var bytes: [UInt8] = []
      for piece in pieces { bytes += try bytesValue(piece) }
      return try node(.constant(.bytes(bytes)), whole)
    }
    var parts: [FormattedPart] = []
    for piece in pieces {
      let new = piece.isFormatted ? try parseFormatted(piece) : [.literal(try decodeText(piece.content, piece))]
      for part in new { FormattedPart.append(part, to: &parts) }
    }
    if !pieces.contains(where: { $0.isFormatted }) {
      guard case .literal(let text)? = parts.first else { return try node(.constant(.string("")), whole) }
      return try node(.constant(.string(text)), whole)
    }
    return try node(.formatted(parts), whole)
  }

  /// Bytes with escapes resolved.
  private func bytesValue(_ string: StringToken) throws(SyntaxError) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(string.content.count)
    var index = string.content.lowerBound
    let end = string.content.upperBound
    while index < end {
      let byte = source.bytes[index]
      if byte >= 128 { throw error("bytes can only contain ASCII literal characters", string.token.span) }
      index += 1
      if byte == 13 {
        if index < end, source.bytes[index] == 10 { index += 1 }
        result.append(10)
        continue
      }
      guard byte == 92, !string.isRaw, index < end else {
        result.append(byte)
        continue
      }
      let escape = source.bytes[index]
      index += 1
      switch escape {
      case 10: break
      case 13: if index < end, source.bytes[index] == 10 { index += 1 }
      case 120:
        guard let value = hexadecimal(index, 2, end) else {
          let position = index - 2 - string.content.lowerBound
          throw error("(value error) invalid \\x escape at position \(position)", token.span)
        }
        result.append(UInt8(truncatingIfNeeded: value))
        index += 2
      case 48...55:
        index -= 1
        result.append(UInt8(truncatingIfNeeded: octal(&index, end)))
      default:
        if let plain = Parser.simpleEscape(escape) {
          result.append(plain)
        } else {
          result.append(92)
          index -= 1
        }
      }
    }
    return result
  }

  private static func simpleEscape(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 92, 39, 34: return byte
    case 97: return 7
    case 98: return 8
    case 102: return 12
    case 110: return 10
    case 114: return 13
    case 116: return 9
    case 118: return 11
    default: return nil
    }
  }

  private func octal(_ index: inout Int, _ end: Int) -> UInt32 {
    var value: UInt32 = 0
    var digits = 0
    while digits < 3, index < end, source.bytes[index] >= 48, source.bytes[index] <= 55 {
      value = value * 8 + UInt32(source.bytes[index] - 48)
      index += 1
      digits += 1
    }
    return value
  }

  private func hexadecimal(_ start: Int, _ count: Int, _ end: Int) -> UInt32? {
    guard start + count <= end else { return nil }
    var value: UInt32 = 0
    for byte in source.bytes[start..<(start + count)] {
      switch byte {
      case 48...57: value = value &* 16 &+ UInt32(byte - 48)
      case 65...70: value = value &* 16 &+ UInt32(byte - 55)
      case 97...102: value = value &* 16 &+ UInt32(byte - 87)
      default: return nil
      }
    }
    return value
  }

  /// Text with escapes resolved and line endings normalised.
  func decodeText(_ range: Range<Int>, _ string: StringToken) throws(SyntaxError) -> String {
    let bytes = source.bytes[range]
    if !bytes.contains(where: { $0 == 13 || ($0 == 92 && !string.isRaw) }) { return String(decoding: bytes, as: UTF8.self) }
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    var index = range.lowerBound
    let end = range.upperBound
    while index < end {
      let byte = source.bytes[index]
      index += 1
      if byte == 13 {
        if index < end, source.bytes[index] == 10 { index += 1 }
        result.append(10)
      } else if byte == 92, !string.isRaw, index < end {
        try decodeEscape(&index, end, range, string, &result)
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private func decodeEscape(
    _ index: inout Int, _ end: Int, _ range: Range<Int>, _ string: StringToken, _ result: inout [UInt8]
  ) throws(SyntaxError) {
    let escape = source.bytes[index]
    let start = index - 1
    index += 1
    switch escape {
    case 10: return
    case 13:
      if index < end, source.bytes[index] == 10 { index += 1 }
    case 48...55:
      index -= 1
      try append(octal(&index, end), start, index, range, string, &result)
    case 120, 117, 85:
      let count = escape == 120 ? 2 : escape == 117 ? 4 : 8
      guard let value = hexadecimal(index, count, end) else {
        var last = index
        while last < end, last < index + count, hexadecimal(last, 1, end) != nil { last += 1 }
        let shape = escape == 120 ? "\\xXX" : escape == 117 ? "\\uXXXX" : "\\UXXXXXXXX"
        throw unicodeError("truncated \(shape) escape", start, last, range, string)
      }
      index += count
      try append(value, start, index, range, string, &result)
    case 78: try decodeNamed(&index, end, range, string, &result)
    default:
      if let plain = Parser.simpleEscape(escape) {
        result.append(plain)
      } else {
        result.append(92)
        index -= 1
      }
    }
  }

  private func append(
    _ value: UInt32, _ start: Int, _ end: Int, _ range: Range<Int>, _ string: StringToken, _ result: inout [UInt8]
  ) throws(SyntaxError) {
    guard let scalar = Unicode.Scalar(value) else {
      let message = value > 0x10FFFF ? "illegal Unicode character" : "surrogate escapes are not supported"
      throw unicodeError(message, start, end, range, string)
    }
    result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.EncodedScalar())
  }

  private func decodeNamed(
    _ index: inout Int, _ end: Int, _ range: Range<Int>, _ string: StringToken, _ result: inout [UInt8]
  ) throws(SyntaxError) {
    let start = index - 2
    guard index < end, source.bytes[index] == 123,
      let close = source.bytes[index..<end].firstIndex(of: 125), close > index + 1
    else { throw unicodeError("malformed \\N character escape", start, min(index + 1, end), range, string) }
    let name = String(decoding: source.bytes[(index + 1)..<close], as: UTF8.self).uppercased()
    index = close + 1
    if let known = characterNames[name] { return try append(known, start, index, range, string, &result) }
    // The search takes long: it is for texts that can be names, the longest of which has 88 characters.
    let isPossible =
      name.utf8.count < 100 && name.utf8.allSatisfy { $0 == 32 || $0 == 45 || $0 >= 48 && $0 <= 57 || $0 >= 65 && $0 <= 90 }
    for value in UInt32(0)...(isPossible ? 0x10FFFF : 0) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let properties = scalar.properties
      if properties.name == name || properties.nameAlias == name {
        characterNames[name] = value
        return try append(value, start, index, range, string, &result)
      }
    }
    throw unicodeError("unknown Unicode character name", start, index, range, string)
  }

  private func unicodeError(
    _ message: String, _ start: Int, _ end: Int, _ range: Range<Int>, _ string: StringToken
  ) -> SyntaxError {
    let first = start - range.lowerBound
    let last = max(end - 1 - range.lowerBound, first)
    return error(
      "(unicode error) 'unicodeescape' codec can't decode bytes in position \(first)-\(last): \(message)", token.span)
  }
}

extension FormattedPart {
  /// Appends a part, joining neighbouring text.
  static func append(_ part: FormattedPart, to parts: inout [FormattedPart]) {
    if case .literal(let text) = part {
      if text.isEmpty { return }
      if case .literal(let before)? = parts.last {
        parts[parts.count - 1] = .literal(before + text)
        return
      }
    }
    parts.append(part)
  }
}
