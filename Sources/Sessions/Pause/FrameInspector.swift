import Interpreter

/// Looks into frames: those of a program that waits, or those that the last error ended.
package final class FrameInspector {
  /// What the frames are of.
  package enum Purpose {
    case pause
    case postMortem
  }

  /// How a look ends.
  package enum Ending {
    /// The program goes on.
    case resume
    /// The program is given up.
    case abort
  }

  /// What the frames are of.
  package let purpose: Purpose
  /// What is to be shown first, a line each.
  package let header: [String]
  private let session: Session
  /// Outermost first.
  private let frames: [ScriptFrame]
  private var selected: Int
  private var interpreter: Interpreter { session.interpreter }

  init(_ session: Session, _ purpose: Purpose, frames: [ScriptFrame], header: [String]) {
    self.session = session
    self.purpose = purpose
    self.frames = frames
    self.header = header
    selected = frames.count - 1
    session.inspectedFrame = frames.last
  }

  /// Obeys a line; nil to stay, else how the look ends.
  package func answer(_ text: String) -> Ending? {
    let words = text.split { $0 == " " || $0 == "\n" || $0 == "\t" }.map { String($0) }
    guard let first = words.first else { return purpose == .pause ? .resume : nil }
    if let command = command(of: first, isAlone: words.count == 1) {
      switch command {
      case .goOn: return .resume
      case .abort: return purpose == .pause ? .abort : .resume
      case .up: move(by: -1)
      case .down: move(by: 1)
      case .list: interpreter.output(listing)
      case .locals: interpreter.output(localsListing)
      case .help: interpreter.output(help)
      }
      return nil
    }
    return evaluate(text)
  }

  // MARK: Commands

  private enum Command {
    case goOn, abort, up, down, list, locals, help
  }

  private static let commands: [String: Command] = [
    "continue": .goOn, "c": .goOn, "cont": .goOn, "abort": .abort, "quit": .abort, "q": .abort, "exit": .abort, "up": .up,
    "u": .up, "down": .down, "d": .down, "where": .list, "w": .list, "bt": .list, "locals": .locals, "help": .help, "h": .help,
    "?": .help,
  ]

  /// The command that a line is; a variable of the same name goes first where there is no `%`.
  private func command(of word: String, isAlone: Bool) -> Command? {
    guard isAlone else { return nil }
    if word.hasPrefix("%") { return Self.commands[String(word.dropFirst())] }
    guard let command = Self.commands[word] else { return nil }
    if let frame = session.inspectedFrame, frame.locals.get(word) ?? frame.globals.get(word) != nil { return nil }
    return command
  }

  private var help: String {
    let end =
      purpose == .pause
      ? "Enter, c, %continue   go on where the program stopped\nq, %abort, Ctrl-C     stop it with KeyboardInterrupt\n"
      : "q, Ctrl-D             leave\n"
    return end
      + """
      u, %up                to the frame that called this one
      d, %down              back
      w, %where             the frames
      %locals               the names of this frame
      anything else is evaluated in this frame; assignments take effect

      """
  }

  private func move(by step: Int) {
    guard frames.indices.contains(selected + step) else {
      interpreter.output(step < 0 ? "This is the outermost frame.\n" : "This is the innermost frame.\n")
      return
    }
    selected += step
    session.inspectedFrame = frames[selected]
    interpreter.output(PauseReport.place(of: frames[selected]).joined(separator: "\n") + "\n")
  }

  private var listing: String {
    frames.enumerated().map { index, frame in
      (index == selected ? "> " : "  ") + PauseReport.place(of: frame).joined(separator: "\n  ") + "\n"
    }.joined()
  }

  private var localsListing: String {
    guard let frame = session.inspectedFrame else { return "" }
    var lines = ""
    for (key, value) in frame.locals.pairs {
      guard let name = key.stringValue, !name.hasPrefix("__") else { continue }
      lines += "\(name) = \(ValueSummary.text(of: value, interpreter))\n"
    }
    return lines.isEmpty ? "No names yet.\n" : lines
  }

  // MARK: Evaluation

  private func evaluate(_ text: String) -> Ending? {
    do throws(Raised) {
      let program = CellSource.translate(text, atLine: 1)
      if let value = try session.evaluate(program, name: "<pause>", mode: .cell), !value.isNone {
        interpreter.output(try EchoText(interpreter).text(of: value) + "\n")
      }
    } catch {
      if error.exception.type.isSubtype(of: .systemExit) { return .abort }
      interpreter.errorOutput(interpreter.traceback(error))
    }
    return nil
  }
}
