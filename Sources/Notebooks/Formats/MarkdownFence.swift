/// The opening line of a fenced block.
struct MarkdownFence {
  /// The fence itself: three or more backquotes or tildes.
  let mark: String
  /// The words after it.
  let words: [Substring]
  /// What stands behind the first of them, if it is of the form `name="value"`.
  let properties: JSONObject

  /// Reads a line as an opening fence; nil when it is none.
  init?(opening line: String) {
    let text = line.withoutLineEnd
    let body = text.drop { $0 == " " }
    guard text.count - body.count <= 3, let first = body.first, first == "`" || first == "~" else { return nil }
    let mark = body.prefix { $0 == first }
    let info = body[mark.endIndex...]
    guard mark.count >= 3, first != "`" || !info.contains("`") else { return nil }
    self.mark = String(mark)
    words = info.split(separator: " ")
    let rest = info.drop { $0 == " " }.drop { $0 != " " }
    properties = rest.contains("=") ? PercentMarker("# %%\(rest)").metadata : JSONObject()
  }

  /// Whether the block is a code cell.
  var isCode: Bool {
    guard let word = words.first?.drop(while: { $0 == "{" }).prefix(while: { $0.isLetter || $0.isNumber }) else { return false }
    return ["python", "py", "python3", "pycon", "ipython"].contains(word.lowercased())
  }

  /// Whether the block holds a cell's outputs.
  var isOutput: Bool { words.first == "output" }

  /// Whether `line` closes the block.
  func isClosed(by line: String) -> Bool {
    let text = line.trimmed
    guard text.count >= mark.count, let first = mark.first else { return false }
    return text.allSatisfy { $0 == first }
  }

  /// A fence longer than any in `text`.
  static func fence(around text: String) -> String {
    var longest = 2
    for line in TextLines.split(text) {
      longest = max(longest, line.drop { $0 == " " }.prefix { $0 == "`" }.count)
    }
    return String(repeating: "`", count: longest + 1)
  }
}
