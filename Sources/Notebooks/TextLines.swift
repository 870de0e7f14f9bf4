/// Text cut into lines that keep their ends, so that joining them gives back the bytes.
enum TextLines {
  /// The lines of `text`, each with its `\n`; the last may lack one. No `Character` is looked at, so `\r\n` is split after its `\n`.
  static func split(_ text: String) -> [String] {
    var lines: [String] = []
    let bytes = text.utf8
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex(of: 0x0A).map { bytes.index(after: $0) } ?? bytes.endIndex
      lines.append(String(text[start..<end]))
      start = end
    }
    return lines
  }
}

extension String {
  /// The text without its line end.
  var withoutLineEnd: String {
    var bytes = Substring(self).utf8
    if bytes.last == 0x0A { bytes.removeLast() }
    if bytes.last == 0x0D { bytes.removeLast() }
    return String(Substring(bytes))
  }

  /// Whether nothing but spaces, tabs and line ends is in the text.
  var isBlank: Bool { utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D } }

  /// Whether the last byte is a newline.
  var endsInNewline: Bool { utf8.last == 0x0A }

  /// The text without spaces and tabs at either end.
  var trimmed: String {
    var bytes = Substring(self).utf8
    while let last = bytes.last, last == 0x20 || last == 0x09 || last == 0x0A || last == 0x0D { bytes.removeLast() }
    while let first = bytes.first, first == 0x20 || first == 0x09 || first == 0x0A || first == 0x0D { bytes.removeFirst() }
    return String(Substring(bytes))
  }

  /// Whether both texts have the same bytes; `==` would take canonically equivalent texts for equal.
  package func hasSameBytes(as other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}

extension BidirectionalCollection where Element == String {
  /// The lines without their ends, joined by `\n`: a cell's source.
  func joinedSource() -> String { map(\.withoutLineEnd).joined(separator: "\n") }

  /// The lines as they were.
  func joinedText() -> String { joined() }

  /// How many lines at the end are blank.
  var trailingBlankCount: Int { reversed().prefix { $0.isBlank }.count }
}

extension String {
  /// The text without its newline; a carriage return before it stays.
  var withoutNewline: String { endsInNewline ? String(Substring(utf8.dropLast())) : self }
}
