import Glibc
import Interpreter
import Library
import Notebooks

/// A running program, fed cell by cell: the prompt, a replay, a check.
///
/// Nothing here knows a terminal. Everything that touches values runs inside `perform`.
package final class Session {
  /// The program that the cells share.
  package let interpreter = Interpreter()
  /// Receives each piece of output as it comes, besides its being recorded.
  package var onOutput: (Output.Stream, String) -> Void = { _, _ in }
  /// Receives each picture as it is shown, besides its being recorded.
  package var onFigure: (RecordedFigure) -> Void = { _ in }
  /// The cells that ran, in order: `In`.
  package private(set) var inputs: [String] = []
  /// The results of the cells that ran, in order.
  package private(set) var results: [CellResult] = []
  /// Whether a person types the cells.
  let isInteractive: Bool
  private let skipsForeignDirectives: Bool
  private var warnedDirectives: Set<String> = []
  /// Why the program was interrupted, told apart at the next safe point.
  private let stop = StopReason()

  private var capture = OutputCapture()
  private var echoes = Echoes()

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
    interpreter.output = { [unowned self] text in write(.standardOutput, text) }
    interpreter.errorOutput = { [unowned self] text in write(.standardError, text) }
    installLibrary(options)
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
    for name in ["exit", "quit"] where interpreter.builtins.namespace.get(name) == nil {
      interpreter.builtins.set(
        name,
        .object(
          NativeFunction("\(name)(code=None)", doc: "Ends the session.") { call throws(Raised) in
            throw Raised(ExceptionObject(.systemExit, call.has(0) ? [call[0]] : []))
          }))
    }
  }

  /// Says that a directive is passed over, once a session for each.
  private func warnOnce(ofDirective name: String) {
    guard warnedDirectives.insert(name).inserted else { return }
    let what = name == "!" ? "shell commands (!) are" : "%\(name) is"
    write(.standardError, "Warning: \(what) not run here\n")
  }

  private func write(_ stream: Output.Stream, _ text: String) {
    capture.write(stream, text)
    onOutput(stream, text)
  }

  /// Records a picture that the program shows.
  package func show(_ figure: RecordedFigure) {
    capture.append(.figure(figure))
    onFigure(figure)
  }

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

    /// Makes the options of a cell typed at a prompt.
    package init() {}
  }

  /// Runs a cell to its end; whatever happens inside is in the result.
  package func run(_ source: String, _ options: CellOptions = CellOptions()) -> CellResult {
    let number = nextNumber
    inputs.append(source)
    capture = OutputCapture()
    let start = Clock.seconds
    var result = CellResult()
    let name = options.name ?? "Cell [\(number)]"
    // A second Ctrl-C that came too late for the cell before is not meant for this one.
    interpreter.interrupt.clear()
    stop.clear()
    let alarm = options.secondsLimit.map { Alarm(seconds: $0, stop, interpreter.interrupt) }
    result.ending = perform { [self] in
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
    result.outputs = capture.outputs
    result.seconds = Clock.seconds - start
    results.append(result)
    return result
  }

  private func echo(_ value: Value, number: Int) throws(Raised) {
    let text = try EchoText(interpreter).text(of: value)
    capture.append(.result(text))
    echoes.add(value, number: number, to: interpreter)
  }

  /// Records the exception that ended a cell.
  private func end(with raised: Raised) -> CellResult.Ending {
    let type = raised.exception.type
    if type.isSubtype(of: .systemExit) { return .exited(status: exitStatus(of: raised.exception)) }
    let traceback = interpreter.traceback(raised)
    var lines = traceback.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    if lines.last == "" { lines.removeLast() }
    // A syntax error's arguments tell its place as well; the traceback has shown that.
    let message = type.isSubtype(of: .syntaxError) ? raised.exception.ownAttribute("msg")?.stringValue : nil
    capture.append(.error(name: raised.typeName, message: message ?? raised.message, traceback: lines))
    if type.isSubtype(of: .keyboardInterrupt) { return stop.isTimeOut ? .timedOut : .interrupted }
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
    try interpreter.execute(text, name: name, mode: mode)
  }
}

extension Session {
  /// The program text of a cell, directives translated; lines keep the numbers they have in the file.
  package static func program(of source: String, atLine line: Int) -> String { CellSource.translate(source, atLine: line) }
}
