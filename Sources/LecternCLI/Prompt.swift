import Glibc
import Interpreter
import LineEditing
import Notebooks
import Sessions

/// The loop behind `lectern` without arguments: cells from a person or a pipe, run one by one.
struct Prompt {
  let session: Session
  let source: any LineSource
  let isInteractive: Bool
  private let history: History?
  private let journal: SessionJournal?

  /// Prepares the loop; a terminal gets an editor, a pipe none.
  init(_ session: Session) {
    self.session = session
    let completer = Completer(session)
    var hooks = LineSourceHooks(
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
    hooks.edit = TextEditor.edit
    isInteractive = Terminal.isInteractive
    history = isInteractive ? History.standardFolder.map { History(folder: $0) } : nil
    journal = isInteractive ? History.standardFolder.flatMap { SessionJournal(folder: $0) } : nil
    if isInteractive, let editor = TerminalLineSource(hooks: hooks, history: history) {
      source = editor
    } else {
      source = PipeLineSource(hooks: hooks)
    }
    connect()
  }

  /// Gives the session its hands and eyes.
  private func connect() {
    session.onOutput = { stream, text in
      if stream == .standardOutput { TerminalOutput.write(text) } else { TerminalOutput.error(text) }
    }
    session.interpreter.inputLine = { [source] prompt in
      TerminalOutput.write(prompt)
      TerminalOutput.flush()
      return source.programLine()
    }
    FigureDisplay.connect(session)
    if TerminalOutput.canShowProgress { session.showProgress = TerminalOutput.showProgress }
    guard isInteractive else { return }
    let inspection = InspectionPrompt(source)
    session.inspect = { inspection.run($0) }
    session.edit = TextEditor.edit
    session.emphasise = { TerminalOutput.coloured($0, "36", on: STDOUT_FILENO) }
    if let history { session.searchHistory = { HistorySearch.lines(in: history, matching: $0) } }
  }

  /// Runs until the input ends or the person leaves; returns the exit status. `resuming` first offers the last session's cells.
  func run(resuming: Bool = false) -> Int32 {
    Interrupts.install()
    defer { journal?.finish() }
    if isInteractive { greet(resuming: resuming) }
    if resuming { resume() }
    var hasFailed = false
    while true {
      if isInteractive { TerminalOutput.write("\n") }
      TerminalOutput.flush()
      switch source.next(nextPrompt()) {
      case .end: return hasFailed && !isInteractive ? 1 : 0
      case .interrupted:
        if !isInteractive { return ExitStatus.interrupted.code }
      case .invalid(let message):
        TerminalOutput.complain(message)
        hasFailed = true
      case .text(let text):
        guard !text.utf8.allSatisfy({ $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }) else { continue }
        if ["exit", "quit"].contains(text.trimmingBlanks) { return 0 }
        let result = run(text)
        if case .exited(let status) = result.ending { return status }
        if result.ending == .interrupted, !isInteractive { return ExitStatus.interrupted.code }
        if result.ending != .completed { hasFailed = true }
        if let notice = history?.takeNotice() { TerminalOutput.error(notice + "\n") }
      }
    }
  }

  private func nextPrompt() -> LinePrompt {
    defer { session.nextInput = nil }
    return LinePrompt("In [\(session.nextNumber)]:", text: session.nextInput ?? "")
  }

  private func greet(resuming: Bool) {
    TerminalOutput.write("Lectern 0.1 · Ctrl-D or exit leaves\n")
    if let notice = history?.takeNotice() { TerminalOutput.error(notice + "\n") }
    guard let folder = History.standardFolder else {
      TerminalOutput.error("History and journal are not kept: there is no home folder.\n")
      return
    }
    if journal == nil { TerminalOutput.error("The session's journal is not kept: \(folder)/sessions cannot be written.\n") }
    if !resuming, SessionJournal.hasLostSession(in: folder) {
      TerminalOutput.write("The last session did not end as it should: 'lectern --resume' shows it.\n")
    }
  }

  /// Runs a cell, shows what came of it, and puts both on disk.
  func run(_ text: String) -> CellResult {
    let number = session.nextNumber
    var isKept = journal?.begin(text) ?? true
    let result = Interrupts.whileRunning(session.requests) { session.run(text) }
    history?.appendOutcome(seconds: result.seconds, succeeded: result.ending == .completed)
    show(result, number: number)
    if let journal, let cell = session.notebook(ofCells: [number]).cells.first { isKept = journal.complete(cell) && isKept }
    if !isKept {
      TerminalOutput.error("The session's journal could not be written (\(String(cString: strerror(errno)))).\n")
    }
    return result
  }

  /// So many characters of a result are shown; the recorded output has all.
  private static let longestEcho = 50_000

  private func show(_ result: CellResult, number: Int) {
    if isInteractive, case .stream(.standardOutput, let text)? = result.outputs.last(where: { $0.isPrintedText }),
      !text.hasSuffix("\n")
    {
      TerminalOutput.write("\n")
    }
    if let echo = result.echo {
      if isInteractive {
        let mark = TerminalOutput.coloured("Out[\(number)]:", "31", on: STDOUT_FILENO)
        let cut = echo.prefix(Self.longestEcho)
        TerminalOutput.write(mark + (cut.contains("\n") ? "\n" : " ") + cut + (cut.endIndex < echo.endIndex ? "…\n" : "\n"))
        var missing: [String] = []
        if cut.endIndex < echo.endIndex { missing.append("\(echo.count - cut.count) more characters") }
        if result.elidedCount > 0 { missing.append("\(result.elidedCount) more elements") }
        if !missing.isEmpty {
          TerminalOutput.write(TerminalOutput.coloured("(\(missing.joined(separator: ", ")))", "2", on: STDOUT_FILENO) + "\n")
        }
      } else {
        TerminalOutput.write(echo + "\n")
      }
    }
    CellReport.showError(of: result)
    // A cell's output is complete where it ends, for a pipe too.
    TerminalOutput.flush()
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
