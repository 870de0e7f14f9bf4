/// Reads a JSON text.
struct JSONReader {
  private let interpreter: Interpreter
  private let text: String
  private let bytes: [UInt8]
  private var index = 0
  private var depth = 0
  var objectHook: Value?
  var pairsHook: Value?
  var floatHook: Value?
  var intHook: Value?

  /// Nesting beyond this raises RecursionError.
  private static let maximumDepth = 990

  init(_ interpreter: Interpreter, _ text: String) {
    self.interpreter = interpreter
    self.text = text
    bytes = Array(text.utf8)
  }

  mutating func readDocument() throws(Raised) -> Value {
    if text.unicodeScalars.first == "\u{FEFF}" { throw error("Unexpected UTF-8 BOM (decode using utf-8-sig)", 0) }
    skipBlanks()
    let value = try readValue()
    skipBlanks()
    if index < bytes.count { throw error("Extra data", index) }
    return value
  }

  private func error(_ message: String, _ offset: Int) -> Raised {
    let before = String(decoding: bytes[..<min(offset, bytes.count)], as: UTF8.self).unicodeScalars
    let line = before.reduce(1) { $0 + ($1 == "\n" ? 1 : 0) }
    let column =
      before.count - (before.lastIndex(of: "\n").map { before.distance(from: before.startIndex, to: $0) + 1 } ?? 0) + 1
    let full = "\(message): line \(line) column \(column) (char \(before.count))"
    let exception = ExceptionObject(JSONModule.decodeError, [.string(full)])
    for (name, value) in [("msg", Value.string(message)), ("doc", .string(text))] { exception.setOwnAttribute(name, value) }
    for (name, value) in [("pos", before.count), ("lineno", line), ("colno", column)] {
      exception.setOwnAttribute(name, .int(value))
    }
    return Raised(exception)
  }

  private var byte: UInt8 { index < bytes.count ? bytes[index] : 0 }

  private mutating func skipBlanks() {
    while index < bytes.count, bytes[index] == 32 || bytes[index] == 10 || bytes[index] == 13 || bytes[index] == 9 {
      index += 1
    }
  }

  private mutating func accept(_ word: String) -> Bool {
    guard bytes[index...].starts(with: word.utf8) else { return false }
    index += word.utf8.count
    return true
  }

  private mutating func readValue() throws(Raised) -> Value {
    let start = index
    switch byte {
    case 34 where index < bytes.count:
      index += 1
      return .string(try readString(start))
    case 123: return try nested { (reader) throws(Raised) in try reader.readObject() }
    case 91: return try nested { (reader) throws(Raised) in try reader.readArray() }
    case 45, 48...57:
      if accept("-Infinity") { return .float(-.infinity) }
      return try readNumber()
    default:
      guard index < bytes.count else { throw error("Expecting value", start) }
      if accept("null") { return .none }
      if accept("true") { return true }
      if accept("false") { return false }
      if accept("NaN") { return .float(.nan) }
      if accept("Infinity") { return .float(.infinity) }
      throw error("Expecting value", start)
    }
  }

  private mutating func nested(_ body: (inout JSONReader) throws(Raised) -> Value) throws(Raised) -> Value {
    depth += 1
    defer { depth -= 1 }
    if depth > JSONReader.maximumDepth {
      throw Raised(.recursionError, "maximum recursion depth exceeded while decoding a JSON document")
    }
    return try body(&self)
  }

  private mutating func readArray() throws(Raised) -> Value {
    index += 1
    var elements: [Value] = []
    skipBlanks()
    if byte == 93 {
      index += 1
      return .list([])
    }
    while true {
      elements.append(try readValue())
      skipBlanks()
      if byte == 93 {
        index += 1
        return .list(elements)
      }
      guard byte == 44 else { throw error("Expecting ',' delimiter", index) }
      index += 1
      skipBlanks()
    }
  }

  private mutating func readObject() throws(Raised) -> Value {
    index += 1
    let dict = DictObject()
    var pairs: [Value] = []
    skipBlanks()
    if byte == 125 {
      index += 1
      return try finished(dict, pairs)
    }
    while true {
      guard byte == 34 else { throw error("Expecting property name enclosed in double quotes", index) }
      index += 1
      let key = Value.string(try readString(index - 1))
      skipBlanks()
      guard byte == 58 else { throw error("Expecting ':' delimiter", index) }
      index += 1
      skipBlanks()
      let value = try readValue()
      if pairsHook == nil { try dict.set(key, value) } else { pairs.append(.tuple([key, value])) }
      skipBlanks()
      if byte == 125 {
        index += 1
        return try finished(dict, pairs)
      }
      guard byte == 44 else { throw error("Expecting ',' delimiter", index) }
      index += 1
      skipBlanks()
    }
  }

  private func finished(_ dict: DictObject, _ pairs: [Value]) throws(Raised) -> Value {
    if let pairsHook { return try interpreter.call(pairsHook, [.list(pairs)]) }
    if let objectHook { return try interpreter.call(objectHook, [.object(dict)]) }
    return .object(dict)
  }

  private mutating func readNumber() throws(Raised) -> Value {
    let start = index
    if byte == 45 { index += 1 }
    guard byte >= 48, byte <= 57 else { throw error("Expecting value", start) }
    if byte == 48 { index += 1 } else { skipDigits() }
    var isFloat = false
    if byte == 46, index + 1 < bytes.count, bytes[index + 1] >= 48, bytes[index + 1] <= 57 {
      isFloat = true
      index += 1
      skipDigits()
    }
    if byte | 32 == 101 {
      var next = index + 1
      if next < bytes.count, bytes[next] == 43 || bytes[next] == 45 { next += 1 }
      if next < bytes.count, bytes[next] >= 48, bytes[next] <= 57 {
        isFloat = true
        index = next
        skipDigits()
      }
    }
    let digits = String(decoding: bytes[start..<index], as: UTF8.self)
    if isFloat {
      if let floatHook { return try interpreter.call(floatHook, [.string(digits)]) }
      return .float(Double(digits) ?? 0)
    }
    if let intHook { return try interpreter.call(intHook, [.string(digits)]) }
    if let small = Int(digits) { return .int(small) }
    return .integer(BigInt(digits) ?? 0)
  }

  private mutating func skipDigits() { while byte >= 48, byte <= 57 { index += 1 } }

  /// The rest of a string whose opening quote stands at an offset.
  private mutating func readString(_ open: Int) throws(Raised) -> String {
    var result: [UInt8] = []
    var start = index
    while true {
      guard index < bytes.count else { throw error("Unterminated string starting at", open) }
      let next = bytes[index]
      if next == 34 {
        result += bytes[start..<index]
        index += 1
        return String(decoding: result, as: UTF8.self)
      }
      if next < 32 { throw error("Invalid control character at", index) }
      guard next == 92 else {
        index += 1
        continue
      }
      result += bytes[start..<index]
      index += 1
      guard index < bytes.count else { throw error("Unterminated string starting at", open) }
      try readEscape(&result)
      start = index
    }
  }

  private mutating func readEscape(_ result: inout [UInt8]) throws(Raised) {
    let escape = bytes[index]
    index += 1
    switch escape {
    case 34, 92, 47: result.append(escape)
    case 98: result.append(8)
    case 102: result.append(12)
    case 110: result.append(10)
    case 114: result.append(13)
    case 116: result.append(9)
    case 117:
      var code = try readHexadecimal()
      if code >= 0xD800, code < 0xDC00, bytes[index...].starts(with: [92, 117]) {
        let back = index
        index += 2
        let low = try readHexadecimal()
        if low >= 0xDC00, low < 0xE000 { code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00) } else { index = back }
      }
      // A lone half of a pair has no place in a text of scalars.
      let scalar = Unicode.Scalar(code) ?? "\u{FFFD}"
      result += Array(String(scalar).utf8)
    default: throw error("Invalid \\escape", index - 2)
    }
  }

  private mutating func readHexadecimal() throws(Raised) -> UInt32 {
    guard index + 4 <= bytes.count, bytes[index..<(index + 4)].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let code = UInt32(String(decoding: bytes[index..<(index + 4)], as: UTF8.self), radix: 16)
    else { throw error("Invalid \\uXXXX escape", index - 1) }
    index += 4
    return code
  }
}
