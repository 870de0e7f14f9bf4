/// `str.format` and `str.format_map`: replacement fields in braces.
struct TemplateFormat {
  let interpreter: Interpreter
  let arguments: [Value]
  /// Looks a named argument up; KeyError when there is none.
  let named: (String) throws(Raised) -> Value
  /// Whether positions are allowed (not in `format_map`).
  var allowsPositions = true
  private var nextIndex = 0
  private var numbering: Numbering = .undecided

  private enum Numbering {
    case undecided
    case automatic
    case manual
  }

  init(_ interpreter: Interpreter, _ arguments: [Value], named: @escaping (String) throws(Raised) -> Value) {
    self.interpreter = interpreter
    self.arguments = arguments
    self.named = named
  }

  /// The text with its fields replaced.
  mutating func render(_ template: String) throws(Raised) -> String {
    try render(Array(template.utf8)[...], depth: 2)
  }

  private mutating func render(_ text: ArraySlice<UInt8>, depth: Int) throws(Raised) -> String {
    if depth < 0 { throw .valueError("Max string recursion exceeded") }
    var result = ""
    var index = text.startIndex
    var start = index
    while index < text.endIndex {
      let byte = text[index]
      guard byte == 123 || byte == 125 else {
        index += 1
        continue
      }
      result += String(decoding: text[start..<index], as: UTF8.self)
      let next: UInt8? = index + 1 < text.endIndex ? text[index + 1] : nil
      if next == byte {
        result += byte == 123 ? "{" : "}"
        index += 2
      } else if byte == 125 {
        throw .valueError("Single '}' encountered in format string")
      } else {
        if next == nil { throw .valueError("Single '{' encountered in format string") }
        result += try renderField(text, &index, depth)
      }
      start = index
    }
    return result + String(decoding: text[start...], as: UTF8.self)
  }

  private mutating func renderField(_ text: ArraySlice<UInt8>, _ index: inout Int, _ depth: Int) throws(Raised) -> String {
    index += 1
    let nameStart = index
    var brackets = 0
    while index < text.endIndex {
      let byte = text[index]
      if byte == 91 { brackets += 1 }
      if byte == 93, brackets > 0 { brackets -= 1 }
      if brackets == 0, byte == 33 || byte == 58 || byte == 125 || byte == 123 { break }
      index += 1
    }
    guard index < text.endIndex else { throw .valueError("expected '}' before end of string") }
    if text[index] == 123 { throw .valueError("unexpected '{' in field name") }
    let value = try lookUp(String(decoding: text[nameStart..<index], as: UTF8.self))
    var conversion: UInt8?
    if text[index] == 33 {
      guard index + 1 < text.endIndex else { throw .valueError("end of string while looking for conversion specifier") }
      if text[index + 1] == 125 { throw .valueError("unmatched '{' in format spec") }
      conversion = text[index + 1]
      index += 2
      guard index < text.endIndex else { throw .valueError("unmatched '{' in format spec") }
      if text[index] != 58, text[index] != 125 { throw .valueError("expected ':' after conversion specifier") }
    }
    var spec = ""
    if text[index] == 58 {
      index += 1
      let specStart = index
      var open = 1
      while index < text.endIndex {
        if text[index] == 123 { open += 1 }
        if text[index] == 125 { open -= 1 }
        if open == 0 { break }
        index += 1
      }
      guard index < text.endIndex else {
        if open > 1 || specStart <= text.endIndex { throw .valueError("unmatched '{' in format spec") }
        throw .valueError("expected '}' before end of string")
      }
      let specBytes = text[specStart..<index]
      spec = specBytes.contains(123) ? try render(specBytes, depth: depth - 1) : String(decoding: specBytes, as: UTF8.self)
    }
    index += 1
    return try interpreter.format(try converted(value, conversion), spec)
  }

  private func converted(_ value: Value, _ conversion: UInt8?) throws(Raised) -> Value {
    switch conversion {
    case nil: return value
    case 114: return .string(try interpreter.repr(value))
    case 115: return .string(try interpreter.str(value))
    case 97: return .string(TextEscapes.ascii(try interpreter.repr(value)))
    case .some(let byte): throw .valueError("Unknown conversion specifier \(Unicode.Scalar(byte))")
    }
  }

  /// `0`, `name`, `0.attribute[key]`.
  private mutating func lookUp(_ field: String) throws(Raised) -> Value {
    let bytes = Array(field.utf8)
    var index = bytes.firstIndex { $0 == 46 || $0 == 91 } ?? bytes.count
    let first = String(decoding: bytes[..<index], as: UTF8.self)
    var value = try argument(first)
    while index < bytes.count {
      if bytes[index] == 46 {
        let end = bytes[(index + 1)...].firstIndex { $0 == 46 || $0 == 91 } ?? bytes.count
        if end == index + 1 { throw .valueError("Empty attribute in format string") }
        value = try interpreter.attribute(value, String(decoding: bytes[(index + 1)..<end], as: UTF8.self))
        index = end
      } else if bytes[index] == 91 {
        guard let end = bytes[(index + 1)...].firstIndex(of: 93) else { throw .valueError("Missing ']' in format string") }
        if end == index + 1 { throw .valueError("Empty attribute in format string") }
        let key = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
        let isNumber = bytes[(index + 1)..<end].allSatisfy { $0 >= 48 && $0 <= 57 }
        if isNumber, Int(key) == nil { throw .valueError("Too many decimal digits in format string") }
        value = try interpreter.item(value, isNumber ? .int(Int(key) ?? 0) : .string(key))
        index = end + 1
      } else {
        throw .valueError("Only '.' or '[' may follow ']' in format field specifier")
      }
    }
    return value
  }

  private mutating func argument(_ name: String) throws(Raised) -> Value {
    let isNumber = !name.isEmpty && name.utf8.allSatisfy { $0 >= 48 && $0 <= 57 }
    guard name.isEmpty || isNumber else { return try named(name) }
    if !allowsPositions { throw .valueError("Format string contains positional fields") }
    let wanted: Numbering = name.isEmpty ? .automatic : .manual
    if numbering == .undecided { numbering = wanted }
    if numbering != wanted {
      throw .valueError(
        wanted == .automatic
          ? "cannot switch from manual field specification to automatic field numbering"
          : "cannot switch from automatic field numbering to manual field specification")
    }
    var index = nextIndex
    if isNumber {
      guard let given = Int(name) else { throw .valueError("Too many decimal digits in format string") }
      index = given
    } else {
      nextIndex += 1
    }
    guard index < arguments.count else {
      throw .indexError("Replacement index \(index) out of range for positional args tuple")
    }
    return arguments[index]
  }
}
