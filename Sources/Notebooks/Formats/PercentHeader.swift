/// The comment block at the head of a percent script, in the shape that Jupytext writes:
///
///     # ---
///     # rtol: 0.05
///     # ---
///
/// Lines of the form `key: value` become properties of the notebook; everything is kept as it stands.
struct PercentHeader {
  /// The properties that the block states.
  var metadata = JSONObject()
  /// The index of the first line after the block and the blank lines that follow it.
  var end = 0

  /// Reads the block at the start of `lines`, if there is one; leading blank, interpreter and encoding lines belong to it.
  init(_ lines: ArraySlice<String>) {
    var index = lines.startIndex
    while index < lines.endIndex, Self.standsBeforeHeader(lines[index], at: index) { index += 1 }
    let texts = lines.map { $0.withoutLineEnd }
    if index < lines.endIndex, texts[index] == "# ---",
      let close = texts[(index + 1)...].firstIndex(of: "# ---"), texts[index...close].allSatisfy({ $0.hasPrefix("#") })
    {
      for line in texts[(index + 1)..<close] { read(line) }
      index = close + 1
    }
    while index < lines.endIndex, lines[index].isBlank { index += 1 }
    end = index
  }

  private static func standsBeforeHeader(_ line: String, at index: Int) -> Bool {
    line.isBlank || index == 0 && line.hasPrefix("#!") || index < 2 && line.hasPrefix("#") && line.contains("coding")
  }

  private mutating func read(_ line: String) {
    let text = String(line.dropFirst()).trimmed
    guard let colon = text.firstIndex(of: ":") else { return }
    let key = String(text[..<colon])
    let value = String(text[text.index(after: colon)...]).trimmed
    guard !value.isEmpty, key.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }) else { return }
    if let (json, count) = JSONParser.parsePrefix(value), count == value.utf8.count {
      metadata[key] = json
    } else {
      metadata[key] = .string(value)
    }
  }

  /// The block that states `metadata`, or nothing when there is nothing to state; nested values are lost.
  static func text(for metadata: JSONObject, losses: inout Losses) -> String {
    var body = ""
    for (key, value) in metadata.entries {
      switch value {
      case .object, .array: losses.note(["the notebook property '\(key)'"])
      default: body += "# \(key): \(value.text())\n"
      }
    }
    return body.isEmpty ? "" : "# ---\n\(body)# ---\n\n"
  }
}
