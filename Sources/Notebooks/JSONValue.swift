/// A JSON value that keeps the order of keys and the spelling of numbers.
package enum JSONValue: Equatable {
  case null
  case bool(Bool)
  /// A number as the file spells it.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)

  /// The text, if the value is one.
  package var string: String? { if case .string(let text) = self { text } else { nil } }

  /// The whole number, if the value is one that fits.
  package var int: Int? { if case .number(let text) = self { Int(text) } else { nil } }

  /// The text of nbformat's multi-line strings, which are a string or a list of strings.
  package var joinedText: String? {
    switch self {
    case .string(let text): return text
    case .array(let pieces):
      var text = ""
      for piece in pieces {
        guard case .string(let line) = piece else { return nil }
        text += line
      }
      return text
    default: return nil
    }
  }
}

/// A JSON object: named values in the order of the file.
package struct JSONObject: Equatable {
  /// The entries, in order, names unique.
  package private(set) var entries: [(key: String, value: JSONValue)] = []

  /// Makes an empty object.
  package init() {}

  /// Makes an object of `entries`; a repeated name keeps its first place and its last value.
  package init(_ entries: [(String, JSONValue)]) {
    for (key, value) in entries { self[key] = value }
  }

  /// Whether there are no entries.
  package var isEmpty: Bool { entries.isEmpty }

  /// The value of `key`; assigning nil removes it, assigning to a new name appends it.
  package subscript(key: String) -> JSONValue? {
    get { entries.first { $0.key == key }?.value }
    set {
      let index = entries.firstIndex { $0.key == key }
      switch (index, newValue) {
      case (let index?, let value?): entries[index].value = value
      case (let index?, nil): entries.remove(at: index)
      case (nil, let value?): entries.append((key, value))
      case (nil, nil): break
      }
    }
  }

  /// The entries without those named.
  package func removing(_ keys: [String]) -> JSONObject {
    var rest = JSONObject()
    rest.entries = entries.filter { !keys.contains($0.key) }
    return rest
  }

  /// The same entries in alphabetical order of their names.
  package var sorted: JSONObject {
    var sorted = self
    sorted.entries.sort { $0.key < $1.key }
    return sorted
  }

  /// Whether both objects have the same entries in the same order.
  package static func == (lhs: JSONObject, rhs: JSONObject) -> Bool {
    lhs.entries.elementsEqual(rhs.entries) { $0.key == $1.key && $0.value == $1.value }
  }
}

extension JSONValue {
  /// The value as text on one line (`indent` nil), or laid out as nbformat does with `indent` spaces a level.
  package func text(indent: Int? = nil) -> String {
    var text = ""
    write(to: &text, indent: indent, level: 0)
    return text
  }

  private func write(to text: inout String, indent: Int?, level: Int) {
    func newLine(_ level: Int) {
      guard let indent else { return }
      text += "\n" + String(repeating: " ", count: indent * level)
    }
    let comma = indent == nil ? ", " : ","
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .number(let spelling): text += spelling
    case .string(let value): JSONValue.writeString(value, to: &text)
    case .array(let values):
      guard !values.isEmpty else {
        text += "[]"
        return
      }
      text += "["
      for (position, value) in values.enumerated() {
        if position > 0 { text += comma }
        newLine(level + 1)
        value.write(to: &text, indent: indent, level: level + 1)
      }
      newLine(level)
      text += "]"
    case .object(let object):
      guard !object.isEmpty else {
        text += "{}"
        return
      }
      text += "{"
      for (position, entry) in object.entries.enumerated() {
        if position > 0 { text += comma }
        newLine(level + 1)
        JSONValue.writeString(entry.key, to: &text)
        text += ": "
        entry.value.write(to: &text, indent: indent, level: level + 1)
      }
      newLine(level)
      text += "}"
    }
  }

  private static func writeString(_ value: String, to text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{8}": text += "\\b"
      case "\u{C}": text += "\\f"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
