/// Turns source text into a tree.
package struct Parser {
  /// What a text is expected to be.
  package enum Mode {
    /// A whole file: statements.
    case file
    /// A notebook cell or prompt entry: statements; the caller echoes the last expression.
    case cell
    /// One expression, as `eval` takes it: leading blanks are skipped, line breaks around it are allowed.
    case expression
  }

  /// Parses a source text.
  package static func parse(_ source: SourceFile, mode: Mode = .file) throws(SyntaxError) -> Module {
    throw SyntaxError("not parsed yet", Span(0, 0), in: source)
  }
}
