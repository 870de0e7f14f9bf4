/// Reads the pieces of a signature's text.
///
///     signature  = dotted ["(" [item ("," item)*] ")"] ["->" rest]
///     item       = "/" | "*" | "*" name | "**" name | name [":" annotation] ["=" literal]
///     literal    = number | string | "(" literals ")" | "[" literals "]" | dotted
struct SignatureScanner {
  private let bytes: [UInt8]
  private var position = 0

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// Whether everything has been read.
  var isFinished: Bool { position >= bytes.count }

  mutating func dottedName() -> String {
    skipSpaces()
    let start = position
    while position < bytes.count, isNameByte(bytes[position]) || bytes[position] == UInt8(ascii: ".") { position += 1 }
    return text(from: start)
  }

  mutating func parameterList() -> [Parameter] {
    var result: [Parameter] = []
    var keywordOnly = false
    guard take("(") else {
      skipReturnAnnotation()
      return result
    }
    while !take(")"), position < bytes.count {
      if take("*") {
        if take("*") {
          result.append(Parameter(name: dottedName(), kind: .varKeyword, annotation: annotation(), defaultValue: nil))
        } else if peek() == UInt8(ascii: ",") {
          keywordOnly = true
        } else {
          result.append(Parameter(name: dottedName(), kind: .varPositional, annotation: annotation(), defaultValue: nil))
          keywordOnly = true
        }
      } else if take("/") {
        result = result.map {
          Parameter(name: $0.name, kind: .positionalOnly, annotation: $0.annotation, defaultValue: $0.defaultValue)
        }
      } else {
        let name = dottedName()
        let note = annotation()
        let value = take("=") ? literal() : nil
        result.append(
          Parameter(name: name, kind: keywordOnly ? .keywordOnly : .standard, annotation: note, defaultValue: value))
      }
      if !take(",") {
        precondition(peek() == UInt8(ascii: ")"), "malformed signature: \(String(decoding: bytes, as: UTF8.self))")
      }
    }
    skipReturnAnnotation()
    return result
  }

  private mutating func skipReturnAnnotation() {
    skipSpaces()
    if position + 1 < bytes.count, bytes[position] == UInt8(ascii: "-"), bytes[position + 1] == UInt8(ascii: ">") {
      position = bytes.count
    }
  }

  /// The annotation after a colon: everything up to `=`, `,` or `)` outside brackets.
  private mutating func annotation() -> String? {
    guard take(":") else { return nil }
    skipSpaces()
    let start = position
    var depth = 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "(") { depth += 1 }
      if depth == 0, byte == UInt8(ascii: ",") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "=") { break }
      if byte == UInt8(ascii: "]") || byte == UInt8(ascii: ")") { depth -= 1 }
      position += 1
    }
    var end = position
    while end > start, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  private mutating func literal() -> Literal {
    skipSpaces()
    if take("(") { return .tuple(literals(until: ")")) }
    if take("[") { return .list(literals(until: "]")) }
    guard let byte = peek() else { return .none }
    if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") { return string(quote: byte) }
    let start = position
    while position < bytes.count, isNameByte(bytes[position]) || ".+-".utf8.contains(bytes[position]) { position += 1 }
    let word = text(from: start)
    switch word {
    case "None": return .none
    case "True": return .bool(true)
    case "False": return .bool(false)
    default: break
    }
    if let value = Int(word) { return .int(value) }
    if let first = word.utf8.first, first < UInt8(ascii: "A"), let value = Double(word) { return .float(value) }
    return .name(word)
  }

  private mutating func literals(until close: Character) -> [Literal] {
    var result: [Literal] = []
    while !take(close), position < bytes.count {
      result.append(literal())
      _ = take(",")
    }
    return result
  }

  private mutating func string(quote: UInt8) -> Literal {
    position += 1
    let start = position
    while position < bytes.count, bytes[position] != quote { position += 1 }
    let value = text(from: start)
    position += 1
    return .string(value)
  }

  private mutating func take(_ character: Character) -> Bool {
    guard peek() == character.asciiValue else { return false }
    position += 1
    return true
  }

  /// The next byte that is not a space.
  private mutating func peek() -> UInt8? {
    skipSpaces()
    return position < bytes.count ? bytes[position] : nil
  }

  private mutating func skipSpaces() {
    while position < bytes.count, bytes[position] == UInt8(ascii: " ") || bytes[position] == UInt8(ascii: "\n") {
      position += 1
    }
  }

  private func text(from start: Int) -> String {
    String(decoding: bytes[start..<min(position, bytes.count)], as: UTF8.self)
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || (byte >= 48 && byte < 58) || (byte >= 65 && byte < 91) || (byte >= 97 && byte < 123)
      || byte >= 128
  }
}
