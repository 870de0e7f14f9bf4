/// The text of a `str.format` template taken apart, kept with the string so that a template in a loop is read once.
///
/// Only templates whose fields are empty, numbers or names, with conversions and plain specifications, are kept; `TemplateFormat`
/// renders all others, and reports mistakes.
final class FormatTemplate {
  /// Text, and the field that follows it.
  struct Piece {
    var text: String
    var field: Field?
  }

  struct Field {
    /// The argument's position; −1 for a named one.
    var position: Int
    var name: String
    /// 0, or the letter after `!`.
    var conversion: UInt8
    var spec: String
  }

  let pieces: [Piece]

  init?(_ template: StrObject) {
    var pieces: [Piece] = []
    var text: [UInt8] = []
    var next = 0
    var isNumbered = false
    let bytes = Array(template.storedString.utf8)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte != 123, byte != 125 {
        text.append(byte)
        index += 1
        continue
      }
      if index + 1 < bytes.count, bytes[index + 1] == byte {
        text.append(byte)
        index += 2
        continue
      }
      guard byte == 123, let end = bytes[index...].firstIndex(of: 125) else { return nil }
      guard var field = FormatTemplate.field(bytes[(index + 1)..<end]) else { return nil }
      if field.name.isEmpty {
        if field.position < 0 {
          field.position = next
          next += 1
        } else {
          isNumbered = true
        }
      }
      pieces.append(Piece(text: String(decoding: text, as: UTF8.self), field: field))
      text = []
      index = end + 1
    }
    if isNumbered && next > 0 { return nil }
    if !text.isEmpty { pieces.append(Piece(text: String(decoding: text, as: UTF8.self), field: nil)) }
    self.pieces = pieces
  }

  /// What stands between the braces; nil where it is not of the plain kind.
  private static func field(_ bytes: ArraySlice<UInt8>) -> Field? {
    if bytes.contains(where: { $0 == 123 || $0 == 91 }) { return nil }
    var head = bytes
    var spec = ""
    if let colon = bytes.firstIndex(of: 58) {
      head = bytes[..<colon]
      spec = String(decoding: bytes[(colon + 1)...], as: UTF8.self)
    }
    var conversion: UInt8 = 0
    if let mark = head.firstIndex(of: 33) {
      guard head.endIndex == mark + 2, head[mark + 1] == 114 || head[mark + 1] == 115 else { return nil }
      conversion = head[mark + 1]
      head = head[..<mark]
    }
    if head.isEmpty { return Field(position: -1, name: "", conversion: conversion, spec: spec) }
    if head.allSatisfy({ $0 >= 48 && $0 <= 57 }) {
      guard head.count < 6 else { return nil }
      let position = head.reduce(0) { $0 * 10 + Int($1) - 48 }
      return Field(position: position, name: "", conversion: conversion, spec: spec)
    }
    guard head.allSatisfy({ $0 == 95 || $0 | 32 >= 97 && $0 | 32 <= 122 || $0 >= 48 && $0 <= 57 }) else { return nil }
    return Field(position: -1, name: String(decoding: head, as: UTF8.self), conversion: conversion, spec: spec)
  }
}

extension FormatTemplate {
  /// The template of a string, where it is of the plain kind.
  static func of(_ text: StrObject) -> FormatTemplate? {
    if let known = text.template { return known }
    guard let made = FormatTemplate(text) else { return nil }
    text.template = made
    return made
  }

  /// The text with its fields replaced; nil where an argument is missing.
  func render(_ call: Arguments) throws(Raised) -> String? {
    let interpreter = call.interpreter
    let positional = call.positionalCount
    var result = ""
    for piece in pieces {
      result += piece.text
      guard let field = piece.field else { continue }
      let value: Value
      if field.position >= 0 {
        guard field.position + 1 < positional else { return nil }
        value = call.base[field.position + 1]
      } else {
        var found = -1
        for k in positional..<call.count where call.keywordName(k) == field.name { found = k }
        if found < 0 { return nil }
        value = call.base[found]
      }
      switch field.conversion {
      case 0: result += try interpreter.format(value, field.spec)
      case 114: result += try interpreter.format(.string(try interpreter.repr(value)), field.spec)
      default: result += try interpreter.format(.string(try interpreter.str(value)), field.spec)
      }
    }
    return result
  }
}
