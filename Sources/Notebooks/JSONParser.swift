/// Reads JSON text into a `JSONValue`, naming the line of a mistake.
package struct JSONParser {
  private let bytes: [UInt8]
  private var position = 0
  private var line: Int
  private let file: String
  /// The lines on which the elements of the arrays inside the outermost object start, by the arrays' names.
  private var elementLines: [String: [Int]] = [:]
  private var outerKey = ""
  /// Deeper nesting is refused, so that a hostile file cannot exhaust the stack.
  private static let deepest = 200

  private init(_ text: String, file: String, line: Int) {
    bytes = Array(text.utf8)
    self.file = file
    self.line = line
  }

  /// The value that `text` holds; anything after it is an error. `line` is where the text starts in `file`.
  package static func parse(_ text: String, file: String, line: Int = 1) throws(NotebookError) -> JSONValue {
    var parser = JSONParser(text, file: file, line: line)
    let value = try parser.value(depth: 0)
    parser.skipSpace()
    guard parser.position == parser.bytes.count else { throw parser.mistake("text after the end of the JSON value") }
    return value
  }

  /// The value that `text` holds, and the lines on which the elements of `array` inside it start.
  package static func parse(_ text: String, file: String, linesOf array: String) throws(NotebookError) -> (JSONValue, [Int]) {
    var parser = JSONParser(text, file: file, line: 1)
    let value = try parser.value(depth: 0)
    parser.skipSpace()
    guard parser.position == parser.bytes.count else { throw parser.mistake("text after the end of the JSON value") }
    return (value, parser.elementLines[array] ?? [])
  }

  /// The value at the start of `text` and the number of bytes it takes, or nil when there is none.
  package static func parsePrefix(_ text: String) -> (value: JSONValue, byteCount: Int)? {
    var parser = JSONParser(text, file: "", line: 1)
    guard let value = try? parser.value(depth: 0) else { return nil }
    return (value, parser.position)
  }

  private func mistake(_ message: String) -> NotebookError {
    NotebookError(file: file, line: line, message: "not valid JSON: \(message)")
  }

  private func unexpected(_ wanted: String) -> NotebookError {
    guard position < bytes.count else { return mistake("the text ends where \(wanted) should be") }
    let found = bytes[position]
    let shown = found > 0x20 && found < 0x7F ? "'\(Character(UnicodeScalar(found)))'" : "byte \(found)"
    return mistake("\(wanted) expected, \(shown) found")
  }

  private mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x0A: line += 1
      case 0x20, 0x09, 0x0D: break
      default: return
      }
      position += 1
    }
  }

  private mutating func take(_ byte: Character) -> Bool {
    guard position < bytes.count, bytes[position] == byte.asciiValue else { return false }
    position += 1
    return true
  }

  private mutating func value(depth: Int) throws(NotebookError) -> JSONValue {
    guard depth < Self.deepest else { throw mistake("nested more than \(Self.deepest) levels deep") }
    skipSpace()
    guard position < bytes.count else { throw unexpected("a value") }
    switch bytes[position] {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "N"): return try word("NaN", .number("NaN"))
    case UInt8(ascii: "I"): return try word("Infinity", .number("Infinity"))
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: throw unexpected("a value")
    }
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(NotebookError) -> JSONValue {
    guard bytes[position...].starts(with: word.utf8) else { throw unexpected("a value") }
    position += word.utf8.count
    return value
  }

  private mutating func number() throws(NotebookError) -> JSONValue {
    let start = position
    if take("-"), position < bytes.count, bytes[position] == UInt8(ascii: "I") {
      _ = try word("Infinity", .null)
      return .number("-Infinity")
    }
    func isDigit(_ at: Int) -> Bool { at < bytes.count && bytes[at] >= 0x30 && bytes[at] <= 0x39 }
    guard isDigit(position) else { throw unexpected("a digit") }
    // A number begins with 0 only when that is all before the point.
    if !take("0") {
      while isDigit(position) { position += 1 }
    }
    if take(".") {
      guard isDigit(position) else { throw unexpected("a digit") }
      while isDigit(position) { position += 1 }
    }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      guard isDigit(position) else { throw unexpected("a digit") }
      while isDigit(position) { position += 1 }
    }
    return .number(String(decoding: bytes[start..<position], as: UTF8.self))
  }

  private mutating func array(depth: Int) throws(NotebookError) -> JSONValue {
    position += 1
    var values: [JSONValue] = []
    skipSpace()
    if take("]") { return .array(values) }
    while true {
      skipSpace()
      if depth == 1 { elementLines[outerKey, default: []].append(line) }
      values.append(try value(depth: depth + 1))
      skipSpace()
      if take("]") { return .array(values) }
      guard take(",") else { throw unexpected("',' or ']'") }
    }
  }

  private mutating func object(depth: Int) throws(NotebookError) -> JSONValue {
    position += 1
    var object = JSONObject()
    skipSpace()
    if take("}") { return .object(object) }
    while true {
      skipSpace()
      guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { throw unexpected("a name in quotes") }
      let key = try string()
      skipSpace()
      guard take(":") else { throw unexpected("':'") }
      if depth == 0 { outerKey = key }
      object[key] = try value(depth: depth + 1)
      skipSpace()
      if take("}") { return .object(object) }
      guard take(",") else { throw unexpected("',' or '}'") }
    }
  }

  private mutating func string() throws(NotebookError) -> String {
    position += 1
    var text: [UInt8] = []
    while true {
      let start = position
      while position < bytes.count, bytes[position] >= 0x20, bytes[position] != UInt8(ascii: "\""),
        bytes[position] != UInt8(ascii: "\\")
      {
        position += 1
      }
      text += bytes[start..<position]
      guard position < bytes.count else { throw mistake("a string does not end") }
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape(into: &text)
      default: throw mistake("a control character inside a string")
      }
    }
  }

  private mutating func escape(into text: inout [UInt8]) throws(NotebookError) {
    guard position < bytes.count else { throw mistake("a string does not end") }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "u"):
      var code = try hexDigits()
      if code >= 0xD800, code < 0xDC00, bytes[position...].starts(with: [0x5C, 0x75]) {
        position += 2
        let low = try hexDigits()
        // A pair that is none cannot be held by a Swift string; the replacement character stands for it.
        code = low >= 0xDC00 && low < 0xE000 ? 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00) : 0xFFFD
      }
      let scalar = UnicodeScalar(code) ?? "\u{FFFD}"
      text.append(contentsOf: String(Character(scalar)).utf8)
    default: throw mistake("an unknown escape in a string")
    }
  }

  private mutating func hexDigits() throws(NotebookError) -> UInt32 {
    guard position + 4 <= bytes.count,
      let code = UInt32(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16)
    else { throw mistake("four hexadecimal digits expected after \\u") }
    position += 4
    return code
  }
}
