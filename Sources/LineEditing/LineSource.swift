/// Where the text of cells comes from: a person at a terminal, or a pipe.
package protocol LineSource: AnyObject {
  /// The next cell's text without a final newline, or why there is none.
  func next(_ prompt: LinePrompt) -> LineEvent
  /// The next line for a program that asks for one; nil at the end of the input.
  func programLine() -> String?
}

/// What a person sees where they type.
package struct LinePrompt {
  /// The words in front of the text.
  package var title: String
  /// The colour of the title, as the number of an escape sequence.
  package var colour: String
  /// What stands there already, to be edited.
  package var text: String
  /// Whether the history keeps what is typed.
  package var keepsHistory: Bool

  /// Makes a prompt.
  package init(_ title: String, colour: String = "32", text: String = "", keepsHistory: Bool = true) {
    self.title = title
    self.colour = colour
    self.text = text
    self.keepsHistory = keepsHistory
  }
}

extension LineSource {
  /// The next cell, behind its number.
  package func next(number: Int) -> LineEvent { next(LinePrompt("In [\(number)]:")) }

  /// A line typed at the terminal, or the next of standard input.
  package func programLine() -> String? { ProgramInput.line() }
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
  /// Has the person edit a text elsewhere, for Ctrl-X Ctrl-E; nil when nothing came of it.
  package var edit: (_ text: String) -> String? = { _ in nil }

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
