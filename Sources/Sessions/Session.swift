import Glibc
import Interpreter
import Library
import Notebooks
import Plots

/// A running program, fed cell by cell: the prompt, a replay, a check.
///
/// Nothing here knows a terminal. Everything that touches values runs inside `perform`.
package final class Session {
  /// The program that the cells share.
  package let interpreter = Interpreter()
  /// Receives each piece of output as it comes, besides its being recorded.
  package var onOutput: (Output.Stream, String) -> Void = { _, _ in }
  /// Receives each figure as it is shown, besides its being recorded.
  package var onFigure: (Figure) -> Void = { _ in }
  /// The program's figures.
  var figures: FigureStage?
  /// Whether figures that are open at the end of any cell are shown: `%matplotlib inline`.
  var showsOpenFigures = false
  /// The cells that ran, in order: `In`.
  package private(set) var inputs: [String] = []
  /// The results of the cells that ran, in order.
  package private(set) var results: [CellResult] = []
  /// Whether a person types the cells.
  let isInteractive: Bool
  private let skipsForeignDirectives: Bool
  private var warnedDirectives: Set<String> = []
  /// Whether the time limit interrupted the program, asked at the next safe point.
  let stop = StopReason()
  /// Ctrl-C, told from other interrupts at the next safe point.
  package private(set) lazy var requests = InterruptRequests(interpreter.interrupt)

  /// Lets the person look into a program that waits, or into the last error's frames, and says how that ended. Without it Ctrl-C
  /// ends the cell.
  package var inspect: ((FrameInspector) -> FrameInspector.Ending)?
  /// Shows a line of progress in place of the one before, nil for none. Without it there is no progress.
  package var showProgress: ((String?) -> Void)?
  /// Has a person edit a text; nil when they cannot or do not want to.
  package var edit: ((String) -> String?)?
  /// Lists what a person typed in any session and that matches a pattern, a line each.
  package var searchHistory: ((String) -> [String])?
  /// Marks a word for the eye where text is shown; what is recorded stays plain.
  package var emphasise: (String) -> String = { $0 }
  /// A text for the next prompt, to be looked over and run: what `%load` and `%edit` leave there.
  package var nextInput: String?

  var ticker: Ticker?
  var meter = ProgressMeter()
  /// When the cell started, and how long the person has looked around since.
  var cellStart = 0.0
  var pausedSeconds = 0.0
  /// Whether a person is looking into frames.
  var isInspecting = false
  /// Whether somebody else than the cell's outputs takes what is printed.
  var isRedirected: Bool { isInspecting || captureDepth > 0 }
  /// How many `%%capture` cells are at work.
  var captureDepth = 0
  /// The frame that they look into.
  var inspectedFrame: ScriptFrame?
  /// The exception that ended a cell last.
  private(set) var lastError: ExceptionObject?

  private var capture = OutputCapture()
  private var stopsEndlessOutput = false
  private var echoes = Echoes()
  private var elidedCount = 0
  /// The line of its file on which the cell starts.
  private var firstLine = 1

  /// What a session is for.
  package struct Options {
    /// Whether `torch`, `nn`, `Conv2d`, … need no import: at the prompt and with `-c`.
    package var hasPreludeNames = false
    /// Whether a person types the cells, so that shell commands are theirs.
    package var isInteractive = false
    /// Whether directives that Lectern does not know, and shell commands, are passed over with a warning: notebooks made for
    /// Jupyter contain them.
    package var skipsForeignDirectives = false
    /// Whether synthetic digits may stand in for MNIST.
    package var allowsSyntheticData = true
    /// `sys.argv`.
    package var arguments: [String] = [""]
    /// Where `import` looks for the person's own modules.
    package var searchPath: [String] = ["."]

    /// Makes the options of a notebook's replay.
    package init() {}
  }

  /// Starts a session; nothing is built before a cell asks for it.
  package init(_ options: Options = Options()) {
    isInteractive = options.isInteractive
    skipsForeignDirectives = options.skipsForeignDirectives
    interpreter.arguments = options.arguments
    interpreter.searchPath = options.searchPath
    interpreter.output = { [weak self] text in self?.write(.standardOutput, text) }
    interpreter.errorOutput = { [weak self] text in self?.write(.standardError, text) }
    interpreter.interruptHandler = { [weak self] _ throws(Raised) in try self?.meetInterrupt() }
    interpreter.keepsFramesOfErrors = options.isInteractive
    installLibrary(options)
    TqdmModule.register(in: interpreter)
    interpreter.builtins.set(
      CellSource.directiveFunction,
      .object(
        NativeFunction("directive(name, arguments, body=None)") { [unowned self] call throws(Raised) in
          let name = try call.string(0)
          if skipsForeignDirectives, DirectiveRegistry.isForeign(name) {
            warnOnce(ofDirective: name)
            return .none
          }
          let directive = try DirectiveRegistry.directive(named: name)
          let body = call.has(2) ? try call.string(2) : nil
          return try directive.run(DirectiveCall(session: self, arguments: try call.string(1), body: body)) ?? .none
        }))
    interpreter.builtins.set(
      "breakpoint",
      .object(
        NativeFunction("breakpoint(*args, **kwargs)", doc: "Stops here and lets you look around, as %pause does.") {
          [unowned self] _ throws(Raised) in
          try pauseHere()
          return .none
        }))
    for name in ["exit", "quit"] where interpreter.builtins.namespace.get(name) == nil {
      interpreter.builtins.set(
        name,
        .object(
          NativeFunction("\(name)(code=None)", doc: "Ends the session.") { call throws(Raised) in
            throw Raised(ExceptionObject(.systemExit, call.has(0) ? [call[0]] : []))
          }))
    }
  }

  /// Says at once which directives of the cells will be passed over; this is no output of any cell.
  func warnOfForeignDirectives(in sources: [String]) {
    guard skipsForeignDirectives else { return }
    var found: [String] = []
    for source in sources {
      for name in CellSource.directiveNames(in: source) where DirectiveRegistry.isForeign(name) {
        if warnedDirectives.insert(name).inserted { found.append(name == "!" ? "shell commands (!)" : "%" + name) }
      }
    }
    guard !found.isEmpty else { return }
    onOutput(.standardError, "Warning: not run here: \(found.joined(separator: ", "))\n")
  }

  /// Says that a directive is passed over, once a session for each.
  private func warnOnce(ofDirective name: String) {
    guard warnedDirectives.insert(name).inserted else { return }
    let what = name == "!" ? "shell commands (!) are" : "%\(name) is"
    write(.standardError, "Warning: \(what) not run here\n")
  }

  func write(_ stream: Output.Stream, _ text: String) { write(stream, text, shown: text) }

  /// Records a text and shows it, perhaps with colours that are not recorded.
  func write(_ stream: Output.Stream, _ text: String, shown: String) {
    capture.write(stream, text)
    if stopsEndlessOutput, capture.isFull { interpreter.interrupt.set() }
    onOutput(stream, shown)
  }

  /// Stops where the program calls for it: `%pause`, `breakpoint()`. Where nobody can look it goes on with a warning.
  func pauseHere() throws(Raised) {
    guard inspect != nil else { return warnOnce(ofDirective: "pause") }
    if !isInspecting { try pause() }
  }

  /// Adds an output that is no printed text.
  func record(_ output: Output) { capture.append(output) }

  /// Takes back what the cell has shown so far; if `waits`, when the next output comes.
  func clearOutputs(waits: Bool) { capture.clear(waits: waits) }

  /// The number the next cell gets.
  package var nextNumber: Int { inputs.count + 1 }

  /// Runs a body on the interpreter's thread.
  package func perform<R>(_ body: @escaping () -> R) -> R { interpreter.run(body) }

  // MARK: Running

  /// How a cell is run.
  package struct CellOptions {
    /// What tracebacks call the cell; nil for `Cell [n]`.
    package var name: String?
    /// Whether the value of a last expression is an output.
    package var echoes = true
    /// The line of the file on which the cell starts, so that tracebacks name the file's lines.
    package var firstLine = 1
    /// After how many seconds the cell is stopped.
    package var secondsLimit: Double?
    /// Whether the cell is stopped when it has printed more than is recorded.
    package var stopsEndlessOutput = false
    /// Whether figures that are open at the end of the cell are shown, as notebooks do.
    package var showsOpenFigures = false

    /// Makes the options of a cell typed at a prompt.
    package init() {}
  }

  /// Runs a cell to its end; whatever happens inside is in the result.
  package func run(_ source: String, _ options: CellOptions = CellOptions()) -> CellResult {
    let number = nextNumber
    inputs.append(source)
    capture = OutputCapture()
    cellStart = Clock.seconds
    firstLine = options.firstLine
    pausedSeconds = 0
    elidedCount = 0
    var result = CellResult()
    let name = options.name ?? "Cell [\(number)]"
    // A second Ctrl-C that came too late for the cell before is not meant for this one.
    requests.clear()
    stop.clear()
    stopsEndlessOutput = options.stopsEndlessOutput
    if showProgress != nil {
      if ticker == nil { ticker = Ticker(interpreter.interrupt) }
      meter.reset()
      ticker?.start()
    }
    let alarm = options.secondsLimit.map { Alarm(seconds: $0, stop, interpreter.interrupt) }
    result.ending = perform { [self] in
      defer { if options.showsOpenFigures || showsOpenFigures { showOpenFigures() } }
      do throws(Raised) {
        let text = CellSource.translate(source, atLine: options.firstLine)
        let value = try interpreter.execute(text, name: name, mode: options.echoes ? .cell : .file)
        if let value, options.echoes, !value.isNone { try echo(value, number: number) }
        return .completed
      } catch {
        return end(with: error)
      }
    }
    alarm?.cancel()
    ticker?.stop()
    showProgress?(nil)
    result.outputs = capture.outputs
    result.elidedCount = elidedCount
    result.seconds = secondsInCell
    results.append(result)
    return result
  }

  private func echo(_ value: Value, number: Int) throws(Raised) {
    // What knows how to show itself does so instead of being echoed.
    if value.type.lookup("_ipython_display_") != nil {
      _ = try interpreter.callMethod(value, "_ipython_display_")
      return echoes.add(value, number: number, to: interpreter)
    }
    let echo = EchoText(interpreter)
    let text = try echo.text(of: value)
    elidedCount = echo.elidedCount(of: value)
    capture.append(.result(text))
    echoes.add(value, number: number, to: interpreter)
  }

  /// Records the exception that ended a cell.
  private func end(with raised: Raised) -> CellResult.Ending {
    let type = raised.exception.type
    if type.isSubtype(of: .systemExit) { return .exited(status: exitStatus(of: raised.exception)) }
    lastError = raised.exception
    let traceback = interpreter.traceback(raised)
    var lines = traceback.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    if lines.last == "" { lines.removeLast() }
    lines = CellSource.withDirectivesAsWritten(lines, source: inputs.last ?? "", firstLine: firstLine)
    // A syntax error's arguments tell its place as well; the traceback has shown that.
    let message = type.isSubtype(of: .syntaxError) ? raised.exception.ownAttribute("msg")?.stringValue : nil
    capture.append(.error(name: raised.typeName, message: message ?? raised.message, traceback: lines))
    if type.isSubtype(of: .keyboardInterrupt) {
      return stop.isTimeOut ? .timedOut : stopsEndlessOutput && capture.isFull ? .printedTooMuch : .interrupted
    }
    return .raised
  }

  private func exitStatus(of exception: ExceptionObject) -> Int32 {
    guard let argument = exception.arguments.first, !argument.isNone else { return 0 }
    if let status = argument.intValue { return Int32(truncatingIfNeeded: status & 0xFF) }
    let text = (try? interpreter.str(argument)) ?? ""
    write(.standardError, text + "\n")
    return 1
  }

  /// Forgets the script's names; what was imported stays loaded.
  package func reset() {
    for key in interpreter.globals.keys {
      guard let name = key.stringValue, !name.hasPrefix("__") else { continue }
      interpreter.globals.remove(StrObject(name))
    }
  }

  /// Gives names their values before any cell runs.
  package func define(_ parameters: Parameters) {
    perform { [self] in _ = try? interpreter.execute(parameters.assignments, name: "--set", mode: .file) }
  }

  /// Runs a piece of program for a directive.
  func evaluate(_ text: String, name: String, mode: Interpreter.Mode) throws(Raised) -> Value? {
    if let inspectedFrame { return try interpreter.evaluate(text, name: name, in: inspectedFrame) }
    return try interpreter.execute(text, name: name, mode: mode)
  }
}

extension Session {
  /// The program text of a cell, directives translated; lines keep the numbers they have in the file.
  package static func program(of source: String, atLine line: Int) -> String { CellSource.translate(source, atLine: line) }
}
