/// The Markdown of prose cells as HTML: headings, paragraphs, lists, quotes, tables, code, emphasis, links.
///
/// HTML in the prose is shown as text, and pictures as links: a page loads nothing from elsewhere and runs nothing.
enum ProseRendering {
  /// The prose as HTML blocks.
  static func html(_ source: String) -> String {
    blocks(source.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }, depth: 0)
  }

  private static func blocks(_ lines: [String], depth: Int) -> String {
    var html = ""
    var paragraph: [String] = []
    var index = 0
    func settle() {
      if !paragraph.isEmpty { html += "<p>\(ProseSpans.html(paragraph.joined(separator: "\n")))</p>\n" }
      paragraph = []
    }
    while index < lines.count {
      let line = lines[index]
      let text = line.drop { $0 == " " }
      if text.isEmpty {
        settle()
        index += 1
      } else if let fence = ["```", "~~~"].first(where: { text.hasPrefix($0) }) {
        settle()
        let end = lines[(index + 1)...].firstIndex { $0.drop { $0 == " " }.hasPrefix(fence) } ?? lines.count
        let code = lines[(index + 1)..<end].joined(separator: "\n")
        let isPython = text.dropFirst(3).drop { $0 == "`" || $0 == "~" || $0 == " " }.hasPrefix("py")
        html += "<pre class=\"code\">\(isPython ? CodeHighlighting.html(code) : ReportText.escaped(code))</pre>\n"
        index = end + 1
      } else if let level = headingLevel(text) {
        settle()
        let title = text.dropFirst(level).drop { $0 == " " }.reversed().drop { $0 == "#" || $0 == " " }.reversed()
        html += "<h\(level)>\(ProseSpans.html(String(title)))</h\(level)>\n"
        index += 1
      } else if isRule(text) {
        settle()
        html += "<hr>\n"
        index += 1
      } else if text.first == ">", depth < 8 {
        settle()
        var inner: [String] = []
        while index < lines.count, case let quoted = lines[index].drop(while: { $0 == " " }), quoted.first == ">" {
          inner.append(String(quoted.dropFirst().first == " " ? quoted.dropFirst(2) : quoted.dropFirst()))
          index += 1
        }
        html += "<blockquote>\n\(blocks(inner, depth: depth + 1))</blockquote>\n"
      } else if let item = ListItem(line), depth < 8, paragraph.isEmpty || !item.isOrdered || text.hasPrefix("1") {
        settle()
        html += list(lines, &index, like: item, depth: depth)
      } else if index + 1 < lines.count, line.contains("|"), isTableRule(lines[index + 1]) {
        settle()
        html += table(lines, &index)
      } else {
        paragraph.append(String(text))
        index += 1
      }
    }
    settle()
    return html
  }

  private static func headingLevel(_ text: Substring) -> Int? {
    let level = text.prefix { $0 == "#" }.count
    guard (1...6).contains(level), text.count == level || text.dropFirst(level).first == " " else { return nil }
    return level
  }

  private static func isRule(_ text: Substring) -> Bool {
    let marks = text.filter { $0 != " " }
    guard let first = marks.first, "-*_".contains(first) else { return false }
    return marks.count >= 3 && marks.allSatisfy { $0 == first }
  }

  // MARK: Lists

  private struct ListItem {
    let indent: Int
    let isOrdered: Bool
    let text: String

    init?(_ line: String) {
      indent = line.prefix { $0 == " " }.count
      let rest = line.dropFirst(indent)
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      let after = rest[digits.endIndex...]
      if let mark = rest.first, "-*+".contains(mark), rest.dropFirst().first == " " {
        isOrdered = false
        text = String(rest.dropFirst(2))
      } else if (1...9).contains(digits.count), let mark = after.first, ".)".contains(mark), after.dropFirst().first == " " {
        isOrdered = true
        text = String(after.dropFirst(2))
      } else {
        return nil
      }
    }
  }

  private static func list(_ lines: [String], _ index: inout Int, like first: ListItem, depth: Int) -> String {
    var items: [[String]] = []
    while index < lines.count {
      let line = lines[index]
      if let item = ListItem(line), item.indent <= first.indent + 1 {
        guard item.isOrdered == first.isOrdered, item.indent >= first.indent else { break }
        items.append([item.text])
      } else if line.allSatisfy({ $0 == " " }) {
        guard index + 1 < lines.count, lines[index + 1].hasPrefix(" ") || ListItem(lines[index + 1]) != nil else { break }
        items[items.count - 1].append("")
      } else if line.prefix(while: { $0 == " " }).count > first.indent {
        let most = min(line.prefix { $0 == " " }.count, first.indent + 2)
        items[items.count - 1].append(String(line.dropFirst(most)))
      } else {
        guard items.last?.last?.isEmpty == false else { break }
        items[items.count - 1].append(line)
      }
      index += 1
    }
    let tag = first.isOrdered ? "ol" : "ul"
    let body = items.map { lines -> String in
      let inner = blocks(lines, depth: depth + 1)
      // One paragraph alone needs no distance around it.
      let isSimple = inner.hasPrefix("<p>") && !inner.dropFirst(3).contains("<p>")
      return
        "<li>\(isSimple ? inner.replacing("<p>", with: "", maxReplacements: 1).replacing("</p>", with: "", maxReplacements: 1) : inner)</li>\n"
    }
    return "<\(tag)>\n\(body.joined())</\(tag)>\n"
  }

  // MARK: Tables

  private static func isTableRule(_ line: String) -> Bool {
    line.contains("-") && line.contains("|") && line.allSatisfy { "|-: ".contains($0) }
  }

  private static func table(_ lines: [String], _ index: inout Int) -> String {
    func row(_ line: String, _ tag: String) -> String {
      var text = Substring(line.drop { $0 == " " })
      if text.hasPrefix("|") { text = text.dropFirst() }
      while text.last == " " { text = text.dropLast() }
      if text.hasSuffix("|") { text = text.dropLast() }
      return "<tr>"
        + text.split(separator: "|", omittingEmptySubsequences: false).map { "<\(tag)>\(ProseSpans.html(String($0)))</\(tag)>" }
        .joined()
        + "</tr>\n"
    }
    var html = "<div class=\"wide\"><table>\n" + row(lines[index], "th")
    index += 2
    while index < lines.count, lines[index].contains("|") {
      html += row(lines[index], "td")
      index += 1
    }
    return html + "</table></div>\n"
  }
}
