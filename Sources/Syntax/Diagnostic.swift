/// A message about a place in a source text.
package struct Diagnostic: Sendable {
  package var message: String
  package var span: Span

  /// Makes a diagnostic.
  package init(_ message: String, _ span: Span) {
    self.message = message
    self.span = span
  }
}

/// Why a text is not a program of the language: CPython's wording where it has one.
package struct SyntaxError: Error, Sendable {
  /// The Python exception class that the error becomes.
  package enum Kind: String, Sendable {
    case syntax = "SyntaxError"
    case indentation = "IndentationError"
    case tab = "TabError"
    /// The program nests deeper than the stages behind the parser accept.
    case recursion = "RecursionError"
  }

  package var kind: Kind
  package var message: String
  package var span: Span
  /// Further remarks, for example where an unclosed bracket was opened.
  package var notes: [Diagnostic]
  /// Whether more lines after the end of this text could make it valid, so that a prompt should ask for them.
  package var isIncomplete: Bool
  /// Whether the mistake is a statement with a block that the language lacks: a prompt reads on to the end of the block, so that the
  /// lines inside are not taken for mistakes of their own.
  package var opensBlock = false
  /// The text that the span refers to.
  package var source: SourceFile

  /// Makes an error about a span of a source.
  package init(
    _ message: String, _ span: Span, in source: SourceFile, kind: Kind = .syntax, notes: [Diagnostic] = [],
    isIncomplete: Bool = false
  ) {
    self.kind = kind
    self.message = message
    self.span = span
    self.notes = notes
    self.isIncomplete = isIncomplete
    self.source = source
  }

  /// The exception class as Python spells it.
  package var exceptionName: String { kind.rawValue }

  /// Where the error starts.
  package var position: SourcePosition { source.position(of: span.start) }

  /// The four lines that Python prints for a syntax error: place, text, caret line, message.
  package var formatted: String {
    let start = position
    let end = source.position(of: span.end)
    let text = source.text(ofLine: start.line)
    let bytes = Array(text.utf8)
    let indent = bytes.prefix { $0 == 32 || $0 == 12 }.count
    let shown = String(decoding: bytes.dropFirst(indent), as: UTF8.self)
    let head = "  File \"\(source.name)\", line \(start.line)\n    \(shown)\n"
    let tail = "\(exceptionName): \(message)"
    let first = start.column - 1
    let last = end.line == start.line ? max(end.column - 1, first) : max(bytes.count, first)
    // Inside the indentation there is nothing to point at.
    if first < indent { return head + tail }
    var pad = ""
    for scalar in String(decoding: bytes[indent..<min(first, bytes.count)], as: UTF8.self).unicodeScalars {
      pad += scalar.properties.isWhitespace ? String(scalar) : " "
    }
    pad += String(repeating: " ", count: max(0, first - max(indent, bytes.count)))
    let covered = String(decoding: bytes[min(first, bytes.count)..<min(last, bytes.count)], as: UTF8.self)
    let carets = String(repeating: "^", count: max(1, covered.unicodeScalars.count))
    return head + "    \(pad)\(carets)\n" + tail
  }
}
