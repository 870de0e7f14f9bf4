import Syntax

/// Python code as HTML, its tokens marked for colouring.
enum CodeHighlighting {
  /// The code; lines that are no Python (`%time`, `!ls`) are marked as a whole.
  static func html(_ source: String) -> String {
    var html = ""
    var python: [Substring] = []
    func settle(endsLine: Bool) {
      guard !python.isEmpty else { return }
      html += self.python(python.joined(separator: "\n")) + (endsLine ? "\n" : "")
      python = []
    }
    for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.first == "%" || line.first == "!" else {
        python.append(line)
        continue
      }
      settle(endsLine: true)
      html += span("directive", line) + "\n"
    }
    settle(endsLine: false)
    return html
  }

  private static func python(_ text: String) -> String {
    var lexer = Lexer(SourceFile(name: "", text: text))
    lexer.lexAll()
    let bytes = Array(text.utf8)
    var html = ""
    var position = 0
    var previous: Token.Kind?
    func piece(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    /// What stands between tokens is blank or a comment.
    func gap(to end: Int) {
      guard end > position else { return }
      let lines = piece(position..<end).split(separator: "\n", omittingEmptySubsequences: false)
      html += lines.map { line in
        guard let hash = line.firstIndex(of: "#") else { return ReportText.escaped(line) }
        return ReportText.escaped(line[..<hash]) + span("comment", line[hash...])
      }.joined(separator: "\n")
      position = end
    }
    for token in lexer.tokens {
      let start = Int(token.start)
      let end = Int(token.end)
      guard token.kind != .error else { break }
      guard start >= position, end > start, end <= bytes.count else { continue }
      gap(to: start)
      let word = piece(start..<end)
      html += `class`(of: token.kind, word, after: previous).map { span($0, word[...]) } ?? ReportText.escaped(word)
      previous = token.kind
      position = end
    }
    if lexer.error == nil { gap(to: bytes.count) } else { html += ReportText.escaped(piece(position..<bytes.count)) }
    return html
  }

  private static func `class`(of kind: Token.Kind, _ word: String, after previous: Token.Kind?) -> String? {
    switch kind {
    case .string: return "string"
    case .number: return "number"
    case .kwTrue, .kwFalse, .kwNone: return "number"
    case .name: return previous == .kwDef || previous == .kwClass ? "definition" : nil
    case .newline, .indent, .dedent, .end, .error: return nil
    default: return word.first?.isLetter == true ? "keyword" : nil
    }
  }

  private static func span(_ name: String, _ text: Substring) -> String {
    "<span class=\"\(name)\">\(ReportText.escaped(text))</span>"
  }
}
