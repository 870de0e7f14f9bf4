import Glibc
import Interpreter
import LineEditing
import Notebooks
import Sessions

/// The loop behind `lectern` without arguments: cells from a person or a pipe, run one by one.
struct Prompt {
  private let session: Session
  private let source: any LineSource
  private let history: History?
  private let isInteractive: Bool

  /// Prepares the loop; a terminal gets an editor, a pipe none.
  init(_ session: Session) {
    self.session = session
    let hooks = LineSourceHooks(continuation: { text in
      switch Completeness.of(text) {
      case .complete: .accept
      case .incomplete(let indent): .goOn(indent: indent)
      }
    })
    isInteractive = Terminal.isInteractive
    history = isInteractive ? History.standardFolder.map { History(folder: $0) } : nil
    if isInteractive, let editor = TerminalLineSource(hooks: hooks, history: history) {
      source = editor
    } else {
      source = PipeLineSource(hooks: hooks)
    }
  }

  /// Runs until the input ends or the person leaves; returns the exit status.
  func run() -> Int32 {
    Interrupts.install()
    if isInteractive {
      TerminalOutput.write("Lectern 0.1 · Ctrl-D or exit leaves\n")
      if let notice = history?.takeNotice() { TerminalOutput.error(notice + "\n") }
    }
    session.onOutput = { stream, text in
      if stream == .standardOutput { TerminalOutput.write(text) } else { TerminalOutput.error(text) }
    }
    var hasFailed = false
    while true {
      if isInteractive { TerminalOutput.write("\n") }
      TerminalOutput.flush()
      switch source.next(number: session.nextNumber) {
      case .end: return hasFailed && !isInteractive ? 1 : 0
      case .interrupted: continue
      case .invalid(let message):
        TerminalOutput.complain(message)
        hasFailed = true
      case .text(let text):
        guard !text.utf8.allSatisfy({ $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }) else { continue }
        if ["exit", "quit"].contains(text.trimmingBlanks) { return 0 }
        let number = session.nextNumber
        let result = Interrupts.whileRunning(session.interpreter.interrupt) { session.run(text) }
        history?.appendOutcome(seconds: result.seconds, succeeded: result.ending == .completed)
        show(result, number: number)
        if case .exited(let status) = result.ending { return status }
        if result.ending != .completed { hasFailed = true }
        if let notice = history?.takeNotice() { TerminalOutput.error(notice + "\n") }
      }
    }
  }

  private func show(_ result: CellResult, number: Int) {
    if isInteractive, case .stream(.standardOutput, let text)? = result.outputs.last(where: { $0.isPrintedText }),
      !text.hasSuffix("\n")
    {
      TerminalOutput.write("\n")
    }
    if let echo = result.echo {
      if isInteractive {
        let mark = TerminalOutput.coloured("Out[\(number)]:", "31", on: STDOUT_FILENO)
        TerminalOutput.write(mark + (echo.contains("\n") ? "\n" : " ") + echo + "\n")
      } else {
        TerminalOutput.write(echo + "\n")
      }
    }
    CellReport.showError(of: result)
  }
}

extension Output {
  /// Whether it is text that the cell printed.
  var isPrintedText: Bool { if case .stream(.standardOutput, _) = self { true } else { false } }
}

extension String {
  /// The text without blanks at either end.
  var trimmingBlanks: String {
    var text = self[...]
    while let first = text.first, first == " " || first == "\n" || first == "\t" { text.removeFirst() }
    while let last = text.last, last == " " || last == "\n" || last == "\t" { text.removeLast() }
    return String(text)
  }
}
