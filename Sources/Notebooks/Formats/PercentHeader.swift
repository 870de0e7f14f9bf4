/// The comment block at the head of a percent script, in the shape that Jupytext writes:
///
///     # ---
///     # rtol: 0.05
///     # ---
///
/// `FrontMatter` says how its lines are read; everything is kept as it stands.
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
      // Without the `# ` in front.
      metadata = FrontMatter.read(
        texts[(index + 1)..<close].map { String($0.hasPrefix("# ") ? $0.dropFirst(2) : $0.dropFirst()) })
      index = close + 1
    }
    while index < lines.endIndex, lines[index].isBlank { index += 1 }
    end = index
  }

  private static func standsBeforeHeader(_ line: String, at index: Int) -> Bool {
    line.isBlank || index == 0 && line.hasPrefix("#!") || index < 2 && line.hasPrefix("#") && line.contains("coding")
  }

  /// The block that states `metadata`, or nothing when there is nothing to state.
  static func text(for metadata: JSONObject) -> String {
    let lines = FrontMatter.lines(for: metadata)
    return lines.isEmpty ? "" : "# ---\n" + lines.map { "# \($0)\n" }.joined() + "# ---\n\n"
  }
}
