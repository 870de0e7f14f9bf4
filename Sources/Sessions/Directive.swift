import Interpreter

/// A `%` line: what people type to talk to the session instead of the program.
package struct Directive {
  /// The word after the `%`.
  package let name: String
  /// How it is written, for help and errors.
  package let usage: String
  /// What it does, in one sentence.
  package let summary: String
  /// Runs it; a value is echoed like that of an expression.
  let run: (DirectiveCall) throws(Raised) -> Value?

  init(_ name: String, usage: String, _ summary: String, run: @escaping (DirectiveCall) throws(Raised) -> Value?) {
    self.name = name
    self.usage = usage
    self.summary = summary
    self.run = run
  }
}

/// What a directive was given.
struct DirectiveCall {
  let session: Session
  /// The rest of the line.
  let arguments: String
  /// The lines below a `%%` line.
  let body: String?

  var interpreter: Interpreter { session.interpreter }

  /// The arguments between blanks.
  var words: [String] { arguments.split(separator: " ").map { String($0) } }

  /// Runs a piece of program in the session's names.
  func evaluate(_ text: String) throws(Raised) -> Value? {
    try session.evaluate(text, name: "Cell [\(session.inputs.count)]", mode: .cell)
  }

  /// Prints a line as the program would.
  func print(_ line: String) { interpreter.output(line + "\n") }

  /// Prints a line that starts with a label, which stands out where text is shown.
  func print(label: String, _ line: String) {
    // Somebody else takes the text: `%%capture`, a pause.
    guard !session.isRedirected else { return print(label + line) }
    session.write(.standardOutput, label + line + "\n", shown: session.emphasise(label) + line + "\n")
  }
}

/// All directives, in the order in which help lists them.
package enum DirectiveRegistry {
  /// One line a file of `Directives/`.
  package static let all: [Directive] =
    [
      .capture, .cd, .debug, .edit, .env, .help, .history, .load, .matplotlib, .pause, .pwd, .reset, .run, .save, .shell, .time,
      .timeit, .who, .whos,
    ] + Directive.whilePaused + Directive.ignored

  /// The directive of a name; an error that names the known ones when there is none.
  static func directive(named name: String) throws(Raised) -> Directive {
    guard let found = all.first(where: { $0.name == name }) else { throw unknown(name) }
    return found
  }

  /// Whether a name is for Jupyter or a shell only.
  static func isForeign(_ name: String) -> Bool { name == "!" || !all.contains { $0.name == name } }

  private static func unknown(_ name: String) -> Raised {
    .nameError("there is no directive %\(name); known: " + all.map { "%" + $0.name }.joined(separator: ", "))
  }
}
