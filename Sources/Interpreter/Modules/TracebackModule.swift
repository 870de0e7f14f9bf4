/// `traceback`: the text of exceptions.
enum TracebackModule {
  static func build(_ interpreter: Interpreter) throws(Raised) -> Value {
    let module = ModuleObject("traceback", doc: "Extract, format and print information about exceptions.")
    module.function("format_exc(limit=None, chain=True)", "The text of the exception that is being handled.") {
      call throws(Raised) -> Value in
      .string(handledText(call.interpreter))
    }
    module.function("print_exc(limit=None, file=None, chain=True)", "Prints the exception that is being handled.") {
      call throws(Raised) -> Value in
      try write(handledText(call.interpreter), to: call[1], call.interpreter)
      return .none
    }
    module.function(
      "format_exception(exc, value=unset, tb=unset, limit=None, chain=True)", "The text of an exception as a list of lines."
    ) {
      call throws(Raised) -> Value in
      .list(pieces(try text(call)))
    }
    module.function("print_exception(exc, value=unset, tb=unset, limit=None, file=None, chain=True)", "Prints an exception.") {
      call throws(Raised) -> Value in
      try write(try text(call), to: call[4], call.interpreter)
      return .none
    }
    module.function("format_exception_only(exc, value=unset)", "The last lines of an exception's text.") {
      call throws(Raised) -> Value in
      guard let exception = exception(call) else { return .list([.string("NoneType: None\n")]) }
      return .list(pieces(TracebackText.summary(exception, call.interpreter)))
    }
    module.function("format_tb(tb, limit=None)", "The text of a traceback's frames as a list.") {
      call throws(Raised) -> Value in
      .list(try frames(call[0]).map { .string(TracebackText.frameText($0)) })
    }
    module.function("print_tb(tb, limit=None, file=None)", "Prints a traceback's frames.") { call throws(Raised) -> Value in
      try write(try frames(call[0]).map { TracebackText.frameText($0) }.joined(), to: call[2], call.interpreter)
      return .none
    }
    module.function("extract_tb(tb, limit=None)", "The frames of a traceback.") { call throws(Raised) -> Value in
      .list(try frames(call[0]).map { .object(FrameSummaryObject($0)) })
    }
    return module.asValue
  }

  private static func handledText(_ interpreter: Interpreter) -> String {
    guard let exception = interpreter.handled else { return "NoneType: None\n" }
    return TracebackText.text(exception, interpreter)
  }

  /// The exception of a call that gives it alone or as class, value and traceback.
  private static func exception(_ call: Arguments) -> ExceptionObject? {
    call[0].cast(to: ExceptionObject.self) ?? (call.isGiven(1) ? call[1].cast(to: ExceptionObject.self) : nil)
  }

  private static func text(_ call: Arguments) throws(Raised) -> String {
    guard let exception = exception(call) else { return "NoneType: None\n" }
    return TracebackText.text(exception, call.interpreter)
  }

  private static func pieces(_ text: String) -> [Value] {
    var pieces: [Value] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() { pieces.append(.string(line + "\n")) }
    return pieces
  }

  private static func frames(_ value: Value) throws(Raised) -> [TracebackFrame] {
    if value.isNone { return [] }
    guard let traceback = value.cast(to: TracebackObject.self) else {
      throw .typeError("a traceback was expected, not '\(value.type.name)'")
    }
    return Array(traceback.frames[traceback.index...])
  }

  private static func write(_ text: String, to file: Value, _ interpreter: Interpreter) throws(Raised) {
    if file.isNone { interpreter.errorOutput(text) } else { _ = try interpreter.callMethod(file, "write", [.string(text)]) }
  }
}

/// An entry of `extract_tb`.
final class FrameSummaryObject: Object {
  let frame: TracebackFrame

  static let summaryType = TypeObject.native("FrameSummary", module: "traceback", of: FrameSummaryObject.self) { t in
    t.property("filename") { summary throws(Raised) -> Value in .string(summary.frame.source) }
    t.property("lineno") { summary throws(Raised) -> Value in .int(summary.frame.line) }
    t.property("name") { summary throws(Raised) -> Value in .string(summary.frame.function) }
    t.property("line") { summary throws(Raised) -> Value in .string(summary.frame.text) }
    t.slots.repr = { (value) throws(Raised) -> String in
      guard let frame = value.cast(to: FrameSummaryObject.self)?.frame else { return "" }
      return "<FrameSummary file \(frame.source), line \(frame.line) in \(frame.function)>"
    }
  }

  init(_ frame: TracebackFrame) {
    self.frame = frame
    super.init(FrameSummaryObject.summaryType)
  }
}
