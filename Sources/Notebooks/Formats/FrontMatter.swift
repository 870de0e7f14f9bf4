/// The block at the head of a text notebook that states properties of the whole, in the small part of YAML that such blocks need:
///
///     ---
///     rtol: 0.05
///     jupyter:
///       kernelspec: {"display_name": "Python 3", "name": "python3"}
///     ---
///
/// A value is JSON, or text as it stands; deeper lines belong to the name above them. What stands under `jupyter` is what
/// Jupyter's own files state of the notebook (Jupytext writes it so).
enum FrontMatter {
  /// The properties that the lines between the fences state; what does not read as `name: value` is passed over.
  static func read(_ lines: [String]) -> JSONObject {
    var rest = lines[...]
    var properties = object(&rest, deeperThan: -1)
    if case .object(let jupyter)? = properties["jupyter"] {
      properties["jupyter"] = nil
      for (key, value) in jupyter.entries { properties[key] = value }
    }
    return properties
  }

  /// The entries whose lines stand further right than `indent`.
  private static func object(_ lines: inout ArraySlice<String>, deeperThan indent: Int) -> JSONObject {
    var object = JSONObject()
    var level: Int?
    while let line = lines.first {
      let here = line.prefix { $0 == " " }.count
      if line.isBlank {
        lines.removeFirst()
        continue
      }
      guard here > indent else { return object }
      lines.removeFirst()
      guard here == level ?? here, let (key, text) = entry(line.trimmed) else { continue }
      level = here
      object[key] = text.isEmpty ? .object(Self.object(&lines, deeperThan: here)) : value(text)
    }
    return object
  }

  private static func entry(_ line: String) -> (key: String, value: String)? {
    if line.hasPrefix("\""), let (name, byteCount) = JSONParser.parsePrefix(line), let key = name.string {
      let rest = Substring(line.utf8.dropFirst(byteCount))
      return rest.first == ":" ? (key, String(rest.dropFirst()).trimmed) : nil
    }
    guard let colon = line.firstIndex(of: ":") else { return nil }
    let key = String(line[..<colon])
    guard !key.isEmpty, key.allSatisfy(isKeyCharacter) else { return nil }
    return (key, String(line[line.index(after: colon)...]).trimmed)
  }

  private static func value(_ text: String) -> JSONValue {
    if let (json, count) = JSONParser.parsePrefix(text), count == text.utf8.count { return json }
    if text.utf8.count >= 2, text.hasPrefix("'"), text.hasSuffix("'") { return .string(String(text.dropFirst().dropLast())) }
    return .string(text)
  }

  private static func isKeyCharacter(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_" || character == "-" || character == "."
  }

  /// The lines that state `properties`, without the fences.
  static func lines(for properties: JSONObject) -> [String] {
    var lines: [String] = []
    var nested: [String] = []
    for (key, value) in properties.entries {
      let name = !key.isEmpty && key.allSatisfy(isKeyCharacter) ? key : JSONValue.string(key).text()
      switch value {
      case .object, .array: nested.append("  \(name): \(value.text())")
      default: lines.append("\(name): \(value.text())")
      }
    }
    return nested.isEmpty ? lines : lines + ["jupyter:"] + nested
  }
}
