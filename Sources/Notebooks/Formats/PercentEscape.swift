/// How lines that plain Python or the percent format would misread stand in a code cell: as comments.
enum PercentEscape {
  /// The line as the file has it.
  static func encode(_ line: String) -> String { needsComment(line) ? "# " + line : line }

  /// The line as the cell has it.
  static func decode(_ line: String) -> String {
    guard line.hasPrefix("# ") else { return line }
    let inner = String(line.dropFirst(2))
    return needsComment(inner) ? inner : line
  }

  /// A line of prose, to stand behind `# `: one that would then read as a marker gets one more `# `.
  static func encodeProse(_ line: String) -> String { readsAsMarker(line) ? "# " + line : line }

  /// The line of prose that stood behind `# `.
  static func decodeProse(_ line: String) -> String {
    line.hasPrefix("# ") && readsAsMarker(line) ? String(line.dropFirst(2)) : line
  }

  /// Whether a line of prose, behind any number of `# `, reads as a cell marker when one more stands before it.
  private static func readsAsMarker(_ line: String) -> Bool {
    var rest = line[...]
    while rest.hasPrefix("# ") { rest = rest.dropFirst(2) }
    return rest.hasPrefix("%%") && PercentMarker.isMarker("# " + rest)
  }

  /// Whether a line, behind any number of `# `, is a `%` or `!` line or reads as a cell marker.
  private static func needsComment(_ line: String) -> Bool {
    if PercentMarker.isMarker(line) { return true }
    var rest = line[...]
    while rest.hasPrefix("# ") {
      rest = rest.dropFirst(2)
      if PercentMarker.isMarker(String(rest)) { return true }
    }
    var bytes = rest.utf8
    guard let first = bytes.popFirst() else { return false }
    if first == UInt8(ascii: "%"), bytes.first == first { bytes.removeFirst() }
    guard first == UInt8(ascii: "%") || first == UInt8(ascii: "!"), let next = bytes.first else { return false }
    if first == UInt8(ascii: "!") { return next != UInt8(ascii: "=") }
    return next | 0x20 >= UInt8(ascii: "a") && next | 0x20 <= UInt8(ascii: "z")
  }
}
