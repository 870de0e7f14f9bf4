/// Text to bytes and back.
package enum TextEncoding {
  private enum Encoding: String {
    case utf8 = "utf-8"
    case ascii = "ascii"
    case latin1 = "latin-1"
    case utf16 = "utf-16"
    case utf16LittleEndian = "utf-16-le"
    case utf16BigEndian = "utf-16-be"

    init(named name: String) throws(Raised) {
      switch name.lowercased().filter({ $0 != "-" && $0 != "_" && $0 != " " }) {
      case "utf8", "u8", "utf8sig": self = .utf8
      case "ascii", "usascii", "646": self = .ascii
      case "latin1", "iso88591", "l1", "latin": self = .latin1
      case "utf16", "u16": self = .utf16
      case "utf16le": self = .utf16LittleEndian
      case "utf16be": self = .utf16BigEndian
      default: throw Raised(.lookupError, "unknown encoding: \(name)")
      }
    }
  }

  /// Encodes text; `errors` is `strict`, `ignore`, `replace`, `backslashreplace` or `xmlcharrefreplace`.
  package static func encode(_ text: String, _ encodingName: String, errors: String = "strict") throws(Raised) -> [UInt8] {
    let encoding = try Encoding(named: encodingName)
    switch encoding {
    case .utf8: return Array(text.utf8)
    case .utf16: return [0xFF, 0xFE] + utf16(text, isBigEndian: false)
    case .utf16LittleEndian, .utf16BigEndian: return utf16(text, isBigEndian: encoding == .utf16BigEndian)
    case .ascii, .latin1: break
    }
    let limit: UInt32 = encoding == .ascii ? 128 : 256
    var result: [UInt8] = []
    for (index, scalar) in text.unicodeScalars.enumerated() {
      if scalar.value < limit {
        result.append(UInt8(scalar.value))
        continue
      }
      switch errors {
      case "ignore": break
      case "replace": result.append(63)
      case "backslashreplace": result += Array(TextEscapes.escape(scalar).utf8)
      case "xmlcharrefreplace": result += Array("&#\(scalar.value);".utf8)
      case "namereplace":
        let name = scalar.properties.name ?? scalar.properties.nameAlias
        result += Array((name.map { "\\N{\($0)}" } ?? TextEscapes.escape(scalar)).utf8)
      case "strict":
        throw Raised(
          ExceptionObject(
            .unicodeEncodeError,
            [
              .string(encoding.rawValue), .string(text), .int(index), .int(index + 1),
              .string("ordinal not in range(\(limit))"),
            ]))
      default: throw Raised(.lookupError, "unknown error handler name '\(errors)'")
      }
    }
    return result
  }

  /// Decodes bytes; `errors` is `strict`, `ignore` or `replace`.
  package static func decode(_ bytes: [UInt8], _ encodingName: String, errors: String = "strict") throws(Raised) -> String {
    let encoding = try Encoding(named: encodingName)
    if encoding == .latin1 { return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) })) }
    if encoding == .ascii { return try decodeASCII(bytes, errors) }
    if encoding != .utf8 { return try decodeUTF16(bytes, encoding, errors) }
    var iterator = bytes[...].makeIterator()
    var decoder = UTF8()
    var result = String.UnicodeScalarView()
    var offset = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar):
        result.append(scalar)
        offset += UTF8.width(scalar)
      case .emptyInput: return String(result)
      case .error:
        let (length, reason) = mistake(bytes, offset)
        switch errors {
        case "ignore": break
        case "replace": result.append("\u{FFFD}")
        case "strict": throw decodeError("utf-8", bytes, offset, length, reason)
        default: throw Raised(.lookupError, "unknown error handler name '\(errors)'")
        }
        offset += length
        decoder = UTF8()
        iterator = bytes[min(offset, bytes.count)...].makeIterator()
      }
    }
  }

  private static func utf16(_ text: String, isBigEndian: Bool) -> [UInt8] {
    var bytes: [UInt8] = []
    for unit in text.utf16 {
      let low = UInt8(truncatingIfNeeded: unit), high = UInt8(unit >> 8)
      bytes += isBigEndian ? [high, low] : [low, high]
    }
    return bytes
  }

  private static func decodeUTF16(_ bytes: [UInt8], _ encoding: Encoding, _ errors: String) throws(Raised) -> String {
    var bytes = bytes[...]
    var isBigEndian = encoding == .utf16BigEndian
    if encoding == .utf16, bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      isBigEndian = bytes.first == 0xFE
      bytes = bytes.dropFirst(2)
    }
    if bytes.count % 2 == 1, errors == "strict" {
      throw decodeError(encoding.rawValue, Array(bytes), bytes.count - 1, 1, "truncated data")
    }
    var units: [UInt16] = []
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let first = UInt16(bytes[index]), second = UInt16(bytes[index + 1])
      units.append(isBigEndian ? first << 8 | second : second << 8 | first)
      index += 2
    }
    return String(decoding: units, as: UTF16.self)
  }

  private static func decodeASCII(_ bytes: [UInt8], _ errors: String) throws(Raised) -> String {
    var result = String.UnicodeScalarView()
    for (offset, byte) in bytes.enumerated() {
      if byte < 128 {
        result.append(Unicode.Scalar(byte))
      } else if errors == "replace" {
        result.append("\u{FFFD}")
      } else if errors != "ignore" {
        throw decodeError("ascii", bytes, offset, 1, "ordinal not in range(128)")
      }
    }
    return String(result)
  }

  private static func decodeError(
    _ encoding: String, _ bytes: [UInt8], _ offset: Int, _ length: Int, _ reason: String
  ) -> Raised {
    Raised(
      ExceptionObject(
        .unicodeDecodeError,
        [.string(encoding), .object(BytesObject(bytes)), .int(offset), .int(offset + length), .string(reason)]))
  }

  /// How many bytes at an offset belong to a broken sequence, and what is wrong with it.
  private static func mistake(_ bytes: [UInt8], _ offset: Int) -> (length: Int, reason: String) {
    let lead = bytes[offset]
    let needed = lead >= 0xF0 && lead <= 0xF4 ? 4 : lead >= 0xE0 && lead < 0xF0 ? 3 : lead >= 0xC2 && lead < 0xE0 ? 2 : 0
    if needed == 0 { return (1, "invalid start byte") }
    var length = 1
    while length < needed, offset + length < bytes.count {
      let next = bytes[offset + length]
      var low: UInt8 = 0x80
      var high: UInt8 = 0xBF
      if length == 1 {
        if lead == 0xE0 { low = 0xA0 }
        if lead == 0xED { high = 0x9F }
        if lead == 0xF0 { low = 0x90 }
        if lead == 0xF4 { high = 0x8F }
      }
      if next < low || next > high { return (length, "invalid continuation byte") }
      length += 1
    }
    return (length, "unexpected end of data")
  }
}
