/// Where the text of cells comes from: a person at a terminal, or a pipe.
package protocol LineSource: AnyObject {
  /// The next cell's text without a final newline, or why there is none. `number` is the cell's number, for the prompt.
  func next(number: Int) -> LineEvent
  /// The next line for a program that asks for one; nil at the end of the input.
  func programLine() -> String?
}

extension LineSource {
  /// A line typed at the terminal, or the next of standard input.
  package func programLine() -> String? { readLine() }
}

/// What a line source has to say.
package enum LineEvent: Equatable {
  /// A cell's text.
  case text(String)
  /// The end of the input.
  case end
  /// The person gave up the text typed so far (Ctrl-C).
  case interrupted
  /// The input is not text: what is wrong, and where.
  case invalid(String)
}

/// What Enter does with the text typed so far.
package enum Continuation: Equatable {
  /// The text is a whole cell.
  case accept
  /// The text goes on with a line that starts with this many spaces.
  case goOn(indent: Int)
}

/// What the line source asks of the language.
package struct LineSourceHooks {
  /// Whether the text is a whole cell.
  package var continuation: (String) -> Continuation
  /// What could stand at the end of the text left of the cursor, for Tab.
  package var complete: (_ head: String) -> Completions

  /// Makes hooks; without a completion function Tab only indents.
  package init(
    continuation: @escaping (String) -> Continuation,
    complete: @escaping (_ head: String) -> Completions = { _ in Completions() }
  ) {
    self.continuation = continuation
    self.complete = complete
  }
}

/// What could stand at the cursor.
package struct Completions {
  /// How many UTF-8 bytes left of the cursor the candidates replace.
  package var replacedByteCount: Int
  /// The candidates, in the order in which they are listed.
  package var candidates: [String]

  /// A line to show when there is nothing to choose from: the signature of the function being called.
  package var hint: String?

  /// Makes a list of candidates.
  package init(replacedByteCount: Int = 0, candidates: [String] = [], hint: String? = nil) {
    self.hint = hint
    self.replacedByteCount = replacedByteCount
    self.candidates = candidates
  }
}
