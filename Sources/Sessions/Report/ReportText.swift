/// Text made safe for a page.
enum ReportText {
  /// The text with HTML's own characters replaced, and without what a page cannot show: terminal colours and control characters.
  static func escaped(_ text: some StringProtocol) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    var isInSequence = false
    for scalar in text.unicodeScalars {
      if isInSequence {
        // `ESC [ 3 1 m` ends at its letter.
        isInSequence = !(("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar))
        continue
      }
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\u{1B}": isInSequence = true
      case "\n", "\t": result.unicodeScalars.append(scalar)
      case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// How much of one output a page shows.
  private static let longest = 200_000

  /// Output text, cut when it is too long for a page.
  static func shown(_ text: String) -> String {
    guard text.utf8.count > longest else { return escaped(text) }
    let kept = String(decoding: text.utf8.prefix(longest), as: UTF8.self)
    return escaped(kept) + "\n… \(text.utf8.count - longest) more bytes are left out"
  }
}
