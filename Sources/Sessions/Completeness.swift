import Syntax

/// Whether the text typed so far is a whole cell.
package enum Completeness: Equatable {
  /// It can run; whether it is right shows then.
  case complete
  /// It goes on with a line that most likely starts with this many spaces.
  case incomplete(indent: Int)

  /// Judges a text without a final newline. A block ends at a blank line, except that a single line that can run does.
  package static func of(_ text: String) -> Completeness {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let endsBlank = lines.last?.allSatisfy { $0 == " " || $0 == "\t" } ?? true
    if lines.first?.hasPrefix("%%") == true { return lines.count > 1 && endsBlank ? .complete : .incomplete(indent: 0) }
    // A decorator waits for its definition, at the depth where it stands.
    if let last = lines.last, !endsBlank, last.drop(while: { $0 == " " || $0 == "\t" }).hasPrefix("@") {
      let blanks = last.prefix { $0 == " " || $0 == "\t" }
      let whole = SourceFile(name: "", text: CellSource.translate(text, atLine: 1) + "\n\(blanks)def f(): pass\n")
      let alone = SourceFile(name: "", text: CellSource.translate(text, atLine: 1) + "\n")
      if (try? Parser.parse(alone, mode: .cell)) == nil, (try? Parser.parse(whole, mode: .cell)) != nil {
        return .incomplete(indent: blanks.utf8.count)
      }
    }
    let source = SourceFile(name: "", text: CellSource.translate(text, atLine: 1) + "\n")
    guard case .incomplete(let indentation) = Parser.inputState(of: source) else { return .complete }
    if lines.count == 1, (try? Parser.parse(source, mode: .cell)) != nil { return .complete }
    return .incomplete(indent: indentation.utf8.count)
  }
}
