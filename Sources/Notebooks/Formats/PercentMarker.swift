/// What a `# %%` line says about the cell it opens.
struct PercentMarker {
  var kind: Cell.Kind = .code
  var title: String?
  var metadata = JSONObject()

  /// The marker of a cell about which nothing is said.
  init() {}

  /// The marker that a cell needs.
  init(_ cell: Cell) {
    kind = cell.kind
    title = cell.title
    metadata = cell.metadata
  }

  /// Whether a line opens a cell: `# %%` or `#%%`, then nothing, a space or more percent signs; `# %%time` is a magic.
  static func isMarker(_ line: String) -> Bool {
    let bytes = Array(line.utf8.prefix(5))
    guard bytes.first == UInt8(ascii: "#") else { return false }
    let percent = bytes.count > 1 && bytes[1] == UInt8(ascii: " ") ? 2 : 1
    guard bytes.count >= percent + 2, bytes[percent] == UInt8(ascii: "%"), bytes[percent + 1] == UInt8(ascii: "%") else {
      return false
    }
    guard bytes.count > percent + 2 else { return true }
    return [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "%"), 0x0A, 0x0D].contains(bytes[percent + 2])
  }

  /// Reads a marker line. Whatever does not read as type or properties belongs to the title.
  init(_ line: String) {
    var rest = line.trimmed.drop { $0 == "#" || $0 == " " || $0 == "%" }
    var words: [Substring] = []
    while true {
      rest = rest.drop { $0 == " " || $0 == "\t" }
      guard !rest.isEmpty else { break }
      if let (kind, after) = Self.bracketed(rest) {
        self.kind = kind
        rest = after
      } else if let (key, value, after) = Self.property(rest) {
        metadata[key] = value
        rest = after
      } else {
        let word = rest.prefix { $0 != " " && $0 != "\t" }
        words.append(word)
        rest = rest[word.endIndex...]
      }
    }
    title = words.isEmpty ? nil : words.joined(separator: " ")
  }

  private static func bracketed(_ text: Substring) -> (Cell.Kind, Substring)? {
    let kinds: [(String, Cell.Kind)] = [
      ("[markdown]", .markdown), ("[md]", .markdown), ("[raw]", .raw), ("[code]", .code),
    ]
    for (spelling, kind) in kinds where text.hasPrefix(spelling) { return (kind, text.dropFirst(spelling.count)) }
    return nil
  }

  /// `key=value` with a JSON value, or a bare word that is none of JSON's.
  private static func property(_ text: Substring) -> (String, JSONValue, Substring)? {
    let key: String
    var rest: Substring
    if text.first == "\"" {
      guard let (value, byteCount) = JSONParser.parsePrefix(String(text)), let name = value.string else { return nil }
      key = name
      rest = Substring(text.utf8.dropFirst(byteCount))
    } else {
      let word = text.prefix { isKeyCharacter($0) || $0 == "+" }
      key = String(word)
      rest = text[word.endIndex...]
    }
    guard !key.isEmpty, rest.popFirst() == "=" else { return nil }
    guard let (value, byteCount) = JSONParser.parsePrefix(String(rest)) else { return nil }
    let after = rest.utf8.dropFirst(byteCount)
    guard after.first == nil || after.first == UInt8(ascii: " ") || after.first == UInt8(ascii: "\t") else { return nil }
    return (key, value, Substring(after))
  }

  private static func isKeyCharacter(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_" || character == "-" || character == "."
  }

  /// The line that says all this, with its end.
  var line: String {
    var line = "# %%"
    if let title { line += " \(title)" }
    if kind != .code { line += " [\(kind.rawValue)]" }
    for (key, value) in metadata.entries {
      let isWord = !key.isEmpty && key.drop { $0 == "+" }.allSatisfy(Self.isKeyCharacter)
      line += " \(isWord ? key : JSONValue.string(key).text())=\(value.text())"
    }
    return line + "\n"
  }
}
