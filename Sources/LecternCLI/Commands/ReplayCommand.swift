import ArgumentParser
import Glibc
import Interpreter
import LineEditing
import Notebooks
import Sessions

/// `lectern replay FILE`, `lectern FILE`, `lectern -c CODE`, `lectern`.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Runs a script or notebook (.py, .ipynb, .md) from its first cell to its last.",
    usage: """
      lectern [replay] [OPTIONS] FILE [ARGUMENTS ...]
      lectern -c CODE [ARGUMENTS ...]
      lectern
      """,
    discussion: """
      Notebooks, which are scripts with '# %%' cells among others, echo each cell's last expression; a plain script does not. \
      Lectern's own options stand before FILE; what follows FILE is the script's sys.argv.

      On a terminal a line shows how far loops over data loaders and ranges have come, after their first second. Ctrl-C ends the \
      run with KeyboardInterrupt and status 130; at the prompt it pauses the cell instead.

      EXAMPLES:
        lectern notebooks/10-2-mnist-cnn.py
        lectern --set training_epochs=3 --save run.ipynb notebooks/10-2-mnist-cnn.py
        lectern --cell-timeout 60 --allow-errors exercise.md
        lectern train.py --lr 0.1                  '--lr 0.1' is for the script
        echo '6 * 7' | lectern                     a prompt without a person
      """)

  @Option(name: .customShort("c"), help: ArgumentHelp("Run this code and echo its last expression.", valueName: "code"))
  var code: String?

  @Option(
    help: ArgumentHelp(
      "Write the executed notebook to this file, in the format of its extension; .html gives a page to read.", valueName: "out")
  )
  var save: String?

  @Flag(help: "Go on after a cell that failed.")
  var allowErrors = false

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp("Give a variable this value in place of the notebook's own.", valueName: "name=value"))
  var parameters: [String] = []

  @Option(help: ArgumentHelp("Stop after this many seconds.", valueName: "seconds"))
  var timeout: Double?

  @Option(help: ArgumentHelp("Stop a cell after this many seconds.", valueName: "seconds"))
  var cellTimeout: Double?

  @Flag(name: .customLong("no-synthetic"), help: "Refuse to use synthetic digits where MNIST is missing.")
  var refusesSynthetic = false

  @Flag(help: "At the prompt: show the last session's cells, and run them again on request.")
  var resume = false

  @Argument(
    parsing: .captureForPassthrough, help: ArgumentHelp("The file, and the arguments that the script sees.", valueName: "file"))
  var fileAndArguments: [String] = []

  func validate() throws {
    for limit in [timeout, cellTimeout] {
      if let limit, !(limit > 0) { throw ValidationError("A time limit must be more than 0 seconds.") }
    }
  }

  func run() throws {
    var rest = fileAndArguments
    // Everything from the first unknown word on is captured, so options that are none arrive here.
    if let first = rest.first, first.hasPrefix("-"), first != "--", code == nil {
      if first == "-h" || first == "--help" { throw CleanExit.helpRequest(self) }
      throw ValidationError("Unknown option '\(first)'.")
    }
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
