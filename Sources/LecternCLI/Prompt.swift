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
  private let journal: SessionJournal?
  private let isInteractive: Bool

  /// Prepares the loop; a terminal gets an editor, a pipe none.
  init(_ session: Session) {
    self.session = session
    let completer = Completer(session)
    let hooks = LineSourceHooks(
      continuation: { text in
        switch Completeness.of(text) {
        case .complete: .accept
        case .incomplete(let indent): .goOn(indent: indent)
        }
      },
      complete: { head in
        let found = completer.complete(head)
        return Completions(replacedByteCount: found.replacedByteCount, candidates: found.candidates, hint: found.hint)
      })
    isInteractive = Terminal.isInteractive
    history = isInteractive ? History.standardFolder.map { History(folder: $0) } : nil
    journal = isInteractive ? History.standardFolder.flatMap { SessionJournal(folder: $0) } : nil
    if isInteractive, let editor = TerminalLineSource(hooks: hooks, history: history) {
      source = editor
    } else {
      source = PipeLineSource(hooks: hooks)
    }
  }

  /// Runs until the input ends or the person leaves; returns the exit status. `resuming` first offers the last session's cells.
  func run(resuming: Bool = false) -> Int32 {
    Interrupts.install()
    defer { journal?.finish(isEmpty: session.results.isEmpty) }
    if isInteractive {
      TerminalOutput.write("Lectern 0.1 · Ctrl-D or exit leaves\n")
      if let notice = history?.takeNotice() { TerminalOutput.error(notice + "\n") }
    }
    session.onOutput = { stream, text in
      if stream == .standardOutput { TerminalOutput.write(text) } else { TerminalOutput.error(text) }
    }
    session.interpreter.inputLine = { prompt in
      TerminalOutput.write(prompt)
      TerminalOutput.flush()
      return source.programLine()
    }
    if resuming { resume() }
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
        let result = run(text)
        if case .exited(let status) = result.ending { return status }
        if result.ending != .completed { hasFailed = true }
        if let notice = history?.takeNotice() { TerminalOutput.error(notice + "\n") }
      }
    }
  }

  /// Runs a cell, shows what came of it, and puts both on disk.
  private func run(_ text: String) -> CellResult {
    let number = session.nextNumber
    let result = Interrupts.whileRunning(session.interpreter.interrupt) { session.run(text) }
    history?.appendOutcome(seconds: result.seconds, succeeded: result.ending == .completed)
    show(result, number: number)
    if let journal, let cell = session.notebook(ofCells: [number]).cells.first, !journal.append(cell) {
      TerminalOutput.error("The session's journal could not be written.\n")
    }
    return result
  }

  /// Shows the cells of the last session that is not running, and runs them again if that is wanted.
  private func resume() {
    guard let folder = History.standardFolder, let (_, notebook) = SessionJournal.latest(in: folder) else {
      TerminalOutput.error("There is no earlier session to resume.\n")
      return
    }
    if let format = FormatRegistry.format(forNewFile: "x.py") { TerminalOutput.write(format.write(notebook).text) }
    let count = notebook.cells.count
    TerminalOutput.write("Run \(count == 1 ? "this cell" : "these \(count) cells") again? [y/N] ")
    TerminalOutput.flush()
    guard readLine()?.lowercased().hasPrefix("y") == true else { return }
    for cell in notebook.cells where cell.kind == .code {
      let result = run(cell.source)
      if result.ending == .interrupted { return }
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
