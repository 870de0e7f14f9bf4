import ArgumentParser
import Glibc
import Interpreter
import LineEditing
import Notebooks
import Sessions

/// What `lectern replay` was asked to do.
struct ReplayRun {
  var code: String?
  /// The file and the arguments that the script sees.
  var fileAndArguments: [String] = []
  var save: String?
  var allowErrors = false
  var parameters: [String] = []
  var timeout: Double?
  var cellTimeout: Double?
  var refusesSynthetic = false
  var resume = false

  init() {}

  /// `lectern FILE [ARGUMENTS ...]` and `lectern -c CODE`, understood without the argument parser, which executes a fifth of the
  /// instructions of a short script's run. Nil for any other command line.
  init?(plain arguments: [String]) {
    if arguments.count == 2, arguments[0] == "-c", !arguments[1].hasPrefix("-") {
      code = arguments[1]
      return
    }
    guard let file = arguments.first, !file.hasPrefix("-"), !file.isEmpty, !LecternCommand.commandNames.contains(file) else {
      return nil
    }
    fileAndArguments = arguments
  }

  func run() throws {
    var rest = fileAndArguments
    if rest.first == "--" { rest.removeFirst() }
    if let code { return try runCode(code, arguments: rest) }
    guard let file = rest.first else { return try runPrompt() }
    rest.removeFirst()
    if rest.first == "--" { rest.removeFirst() }
    try replay(file, arguments: rest)
  }

  // MARK: Code and prompt

  private func runPrompt() throws {
    var options = Session.Options()
    options.hasPreludeNames = true
    options.allowsSyntheticData = !refusesSynthetic
    options.isInteractive = Terminal.isInteractive
    let status = Prompt(Session(options)).run(resuming: resume)
    if status != 0 { throw ExitStatus(code: status) }
  }

  private func runCode(_ code: String, arguments: [String]) throws {
    var options = Session.Options()
    options.hasPreludeNames = true
    options.allowsSyntheticData = !refusesSynthetic
    options.arguments = ["-c"] + arguments
    let session = Session(options)
    show(outputsOf: session)
    Interrupts.install()
    var cellOptions = Session.CellOptions()
    cellOptions.name = "<string>"
    cellOptions.secondsLimit = [timeout, cellTimeout].compactMap { $0 }.min()
    let result = Interrupts.whileRunning(session.requests) { session.run(code, cellOptions) }
    if let echo = result.echo { TerminalOutput.write(echo + "\n") }
    CellReport.showError(of: result)
    try finish(result.ending)
  }

  // MARK: Files

  private func replay(_ file: String, arguments: [String]) throws {
    var replayOptions = Replay.Options()
    replayOptions.allowsErrors = allowErrors
    replayOptions.secondsLimit = timeout
    replayOptions.cellSecondsLimit = cellTimeout
    for definition in parameters where !replayOptions.parameters.add(definition) {
      throw ValidationError("--set wants NAME=VALUE, not '\(definition)'.")
    }
    let notebook: Notebook
    do {
      notebook = try NotebookFile.read(file)
      if let save, !ReportPage.isPage(save) { try NotebookFile.checkFormat(ofNewFile: save) }
    } catch {
      TerminalOutput.complain(error.description)
      throw ExitStatus.couldNotRun
    }
    if notebook.cells.isEmpty, !file.hasSuffix(".py") {
      TerminalOutput.complain("\(file):1: the notebook has no cells")
      throw ExitStatus.couldNotRun
    }
    var options = Session.Options()
    options.allowsSyntheticData = !refusesSynthetic
    options.skipsForeignDirectives = true
    options.arguments = [file] + arguments
    options.searchPath = [file.contains("/") ? String(file[..<file.lastIndex(of: "/")!]) : "."]
    let session = Session(options)
    show(outputsOf: session)
    Interrupts.install()
    var saveFailure: NotebookError?
    var losses: [String] = []
    let outcome = Interrupts.whileRunning(session.requests) {
      Replay(notebook, file: file, options: replayOptions).run(in: session) { index, result, outcome in
        if let echo = result.echo { TerminalOutput.write(echo + "\n") }
        CellReport.showError(of: result)
        TerminalOutput.flush()
        // After every cell, so that a killed run leaves what it had.
        if let save, saveFailure == nil {
          do throws(NotebookError) { losses = try write(outcome, of: file, to: save) } catch { saveFailure = error }
        }
      }
    }
    for name in outcome.unusedParameters { TerminalOutput.complain("--set \(name): no cell assigns \(name)") }
    if let saveFailure {
      TerminalOutput.complain(saveFailure.description)
      throw ExitStatus.couldNotRun
    }
    if let save {
      for loss in losses { TerminalOutput.complain("\(save) does not hold \(loss)") }
    }
    if outcome.failures.isEmpty || !allowErrors || outcome.ending == .interrupted {
      try finish(outcome.failures.isEmpty && outcome.ending == .raised ? .completed : outcome.ending)
    }
  }

  /// Saves what ran so far, and returns what the format cannot hold.
  private func write(_ outcome: Replay.Outcome, of file: String, to save: String) throws(NotebookError) -> [String] {
    guard ReportPage.isPage(save) else {
      var notebook = outcome.notebook
      // The cells ran in order: their numbers say nothing that a format without numbers would lose.
      if FormatRegistry.format(forNewFile: save)?.holdsNumbers == false {
        for index in notebook.cells.indices { notebook.cells[index].executionCount = nil }
      }
      return try NotebookFile.write(notebook, to: save)
    }
    try NotebookFile.writeText(ReportPage.page(of: outcome.notebook, file: file, results: outcome.results), to: save)
    return []
  }

  private func show(outputsOf session: Session) {
    session.interpreter.inputLine = { prompt in
      TerminalOutput.write(prompt)
      TerminalOutput.flush()
      return ProgramInput.line()
    }
    session.onOutput = { stream, text in
      if stream == .standardOutput { TerminalOutput.write(text) } else { TerminalOutput.error(text) }
    }
    FigureDisplay.connect(session)
    if TerminalOutput.canShowProgress { session.showProgress = TerminalOutput.showProgress }
  }

  private func finish(_ ending: CellResult.Ending) throws {
    switch ending {
    case .completed: return
    case .raised: throw ExitStatus.failed
    case .exited(let status): if status != 0 { throw ExitStatus(code: status) }
    case .interrupted: throw ExitStatus.interrupted
    case .printedTooMuch: throw ExitStatus.failed
    case .timedOut:
      TerminalOutput.complain("stopped: the time limit was reached")
      throw ExitStatus.failed
    }
  }
}
