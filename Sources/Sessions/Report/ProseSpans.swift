/// The marks inside a line of Markdown: code, emphasis, links.
enum ProseSpans {
  /// The text of a paragraph as HTML.
  static func html(_ text: String) -> String { html(text[...], depth: 0) }

  private static func html(_ text: Substring, depth: Int) -> String {
    var html = ""
    var rest = text
    var plain = ""
    func settle() {
      html += ReportText.escaped(plain)
      plain = ""
    }
    while let first = rest.first {
      if let (piece, after) = depth < 8 ? span(rest, depth) : nil {
        settle()
        html += piece
        rest = after
        continue
      }
      if first == "\\", let next = rest.dropFirst().first, "\\`*_{}[]()#+-.!|$<>".contains(next) {
        plain.append(next)
        rest = rest.dropFirst(2)
        continue
      }
      // Two spaces before a line's end break it.
      if first == " ", rest.hasPrefix("  \n") {
        settle()
        html += "<br>\n"
        rest = rest.drop { $0 == " " }.dropFirst()
        continue
      }
      plain.append(first)
      rest = rest.dropFirst()
      // Inside a word an underscore is a letter.
      if first.isLetter || first.isNumber {
        let marks = rest.prefix { $0 == "_" }
        plain += marks
        rest = rest[marks.endIndex...]
      }
    }
    settle()
    return html
  }

  /// The marked piece at the start of `text`, and what follows it.
  private static func span(_ text: Substring, _ depth: Int) -> (String, Substring)? {
    switch text.first {
    case "`":
      let mark = text.prefix { $0 == "`" }
      let body = text[mark.endIndex...]
      guard let end = body.firstRange(of: mark) else { return nil }
      return ("<code>\(ReportText.escaped(body[..<end.lowerBound]))</code>", body[end.upperBound...])
    case "*", "_":
      for (mark, tag) in [("**", "strong"), ("__", "strong"), ("*", "em"), ("_", "em")] where text.hasPrefix(mark) {
        let body = text.dropFirst(mark.count)
        guard let first = body.first, !first.isWhitespace, let end = body.firstRange(of: mark), end.lowerBound > body.startIndex
        else { continue }
        return ("<\(tag)>\(html(body[..<end.lowerBound], depth: depth + 1))</\(tag)>", body[end.upperBound...])
      }
      return nil
    case "$":
      let mark = text.hasPrefix("$$") ? "$$" : "$"
      let body = text.dropFirst(mark.count)
      guard let end = body.firstRange(of: mark), end.lowerBound > body.startIndex,
        mark == "$$" || !body[..<end.lowerBound].contains("\n")
      else { return nil }
      return ("<span class=\"math\">\(ReportText.escaped(text[..<end.upperBound]))</span>", body[end.upperBound...])
    case "!":
      guard let (label, target, after) = link(text.dropFirst()) else { return nil }
      let name = label.isEmpty ? target[...] : label
      return (anchor(target, "🖼 " + ReportText.escaped(name)), after)
    case "[":
      guard let (label, target, after) = link(text) else { return nil }
      return (anchor(target, html(label, depth: depth + 1)), after)
    case "<":
      let body = text.dropFirst()
      guard body.hasPrefix("http://") || body.hasPrefix("https://"), let end = body.firstIndex(of: ">") else { return nil }
      let target = String(body[..<end])
      return (anchor(target, ReportText.escaped(target)), body[body.index(after: end)...])
    default: return nil
    }
  }

  /// `[label](target)` at the start of `text`.
  private static func link(_ text: Substring) -> (label: Substring, target: String, rest: Substring)? {
    guard text.first == "[", let close = text.firstRange(of: "](") else { return nil }
    let label = text[text.index(after: text.startIndex)..<close.lowerBound]
    guard !label.contains("["), let end = text[close.upperBound...].firstIndex(of: ")") else { return nil }
    let target = text[close.upperBound..<end].split(separator: " ").first ?? ""
    return (label, String(target), text[text.index(after: end)...])
  }

  /// A link where the target is an address of the web or a place near the page; else the words alone.
  private static func anchor(_ target: String, _ html: String) -> String {
    let scheme = target.prefix { $0 != ":" && $0 != "/" && $0 != "#" && $0 != "?" }
    let isLocal = scheme.endIndex == target.endIndex || target[scheme.endIndex] != ":"
    guard isLocal || ["http", "https", "mailto"].contains(scheme.lowercased()) else { return html }
    return "<a href=\"\(ReportText.escaped(target))\" rel=\"noopener noreferrer\">\(html)</a>"
  }
}
