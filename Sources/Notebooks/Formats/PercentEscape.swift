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
    return next >= UInt8(ascii: "a") && next <= UInt8(ascii: "z")
  }
}
