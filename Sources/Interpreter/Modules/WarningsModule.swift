/// The native part of `warnings`: filters, and how a warning reaches the reader. `Interpreter.warn` is the same for hosts.
enum WarningsModule {
  static func build(_ interpreter: Interpreter) throws(Raised) -> Value {
    let module = ModuleObject("_warnings")
    let state = interpreter.warnings
    module.set("filters", .object(state.filters))
    module.function("warn(message, category=None, stacklevel=1, source=None)") { call throws(Raised) -> Value in
      var category = call[1].cast(to: TypeObject.self) ?? .userWarning
      if call.has(1), call[1].cast(to: TypeObject.self)?.isSubtype(of: .warning) != true { throw notACategory(call[1]) }
      if let exception = call[0].cast(to: ExceptionObject.self), exception.type.isSubtype(of: .warning) { category = exception.type }
      let frame = call.interpreter.scriptFrame(above: max(0, try call.int(2) - 1))
      let place = Place(file: frame?.source ?? "sys", line: frame?.line ?? 1, text: frame?.text ?? "")
      try issue(call.interpreter, call[0], category, place)
      return .none
    }
    module.function("warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None)") {
      call throws(Raised) -> Value in
      guard let category = call[1].cast(to: TypeObject.self) else { throw notACategory(call[1]) }
      try issue(call.interpreter, call[0], category, Place(file: try call.string(2), line: try call.int(3), text: ""))
      return .none
    }
    module.function("showwarning(message, category, filename, lineno, file=None, line=None)") { call throws(Raised) -> Value in
      let text = try formatted(call)
      if call.has(4) {
        _ = try call.interpreter.callMethod(call[4], "write", [.string(text)])
      } else {
        call.interpreter.errorOutput(text)
      }
      return .none
    }
    module.function("formatwarning(message, category, filename, lineno, line=None)") { call throws(Raised) -> Value in
      .string(try formatted(call, lineSlot: 4))
    }
    addFilters(to: module, state)
    module.function("start_recording(log)") { call throws(Raised) -> Value in
      state.recorders.append(call[0])
      return .none
    }
    module.function("stop_recording()") { call throws(Raised) -> Value in
      _ = state.recorders.popLast()
      return .none
    }
    return module.asValue
  }

  struct Place {
    var file: String
    var line: Int
    var text: String
  }

  private static func notACategory(_ value: Value) -> Raised {
    .typeError("category must be a Warning subclass, not '\(value.type.name)'")
  }

  private static func formatted(_ call: Arguments, lineSlot: Int = 5) throws(Raised) -> String {
    let category = call[1].cast(to: TypeObject.self)?.name ?? ""
    let text = call.has(lineSlot) ? try call.string(lineSlot) : ""
    let message = try call.interpreter.str(call[0])
    return format(message, category, Place(file: try call.interpreter.str(call[2]), line: try call.int(3), text: text))
  }

  private static func format(_ message: String, _ category: String, _ place: Place) -> String {
    var text = place.text[...]
    while text.first == " " || text.first == "\t" { text.removeFirst() }
    return "\(place.file):\(place.line): \(category): \(message)\n" + (text.isEmpty ? "" : "  \(text)\n")
  }

  private static func addFilters(to module: ModuleObject, _ state: WarningState) {
    func add(_ call: Arguments, _ message: Value, _ category: Value, _ line: Value, append: Bool) throws(Raised) {
      let action = try call.string(0)
      guard ["default", "error", "ignore", "always", "module", "once"].contains(action) else {
        throw Raised(.assertionError, "invalid action: \(TextEscapes.repr(action))")
      }
      let entry = Value.tuple([call[0], message, category, .none, line])
      state.filters.elements = append ? state.filters.elements + [entry] : [entry] + state.filters.elements
      state.shown.removeAll()
    }
    module.function("simplefilter(action, category=Warning, lineno=0, append=False)") { call throws(Raised) -> Value in
      try add(call, .none, call.isGiven(1) ? call[1] : TypeObject.warning.asValue, call[2], append: try call.bool(3))
      return .none
    }
    module.function("filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False)") {
      call throws(Raised) -> Value in
      var pattern = Value.none
      if let text = call[1].stringValue, !text.isEmpty { pattern = .object(try PatternObject.compile(call[1], 2)) }
      try add(call, pattern, call.isGiven(2) ? call[2] : TypeObject.warning.asValue, call[4], append: try call.bool(5))
      return .none
    }
    module.function("resetwarnings()") { call throws(Raised) -> Value in
      state.filters.elements = []
      state.shown.removeAll()
      return .none
    }
  }

  /// Shows a warning, raises it, or drops it, as the first filter that fits says.
  static func issue(_ interpreter: Interpreter, _ message: Value, _ category: TypeObject, _ place: Place) throws(Raised) {
    let state = interpreter.warnings
    let text = try interpreter.str(message)
    let exception: Value
    if message.isInstance(of: .warning) {
      exception = message
    } else {
      exception = try interpreter.call(category.asValue, [message])
    }
    var key = "\(place.file)\n\(place.line)\n\(category.name)\n\(text)"
    switch try action(interpreter, state, text, category, place.line) {
    case "ignore": return
    case "error":
      guard let raised = exception.cast(to: ExceptionObject.self) else { return }
      throw Raised(raised)
    case "always": break
    case "module", "once":
      key = "\(category.name)\n\(text)"
      if !state.shown.insert(key).inserted { return }
    default: if !state.shown.insert(key).inserted { return }
    }
    if let recorder = state.recorders.last {
      _ = try interpreter.call(recorder, [exception, category.asValue, .string(place.file), .int(place.line)])
      return
    }
    if let module = interpreter.modules.get("warnings"), let show = try interpreter.attributeIfPresent(module, "showwarning"),
      show.cast(to: NativeFunction.self) == nil
    {
      _ = try interpreter.call(show, [exception, category.asValue, .string(place.file), .int(place.line)])
      return
    }
    interpreter.errorOutput(format(text, category.name, place))
  }

  private static func action(
    _ interpreter: Interpreter, _ state: WarningState, _ text: String, _ category: TypeObject, _ line: Int
  ) throws(Raised) -> String {
    for entry in state.filters.elements {
      guard let parts = entry.sequence, parts.count == 5, let action = parts[0].stringValue else { continue }
      if let wanted = parts[2].cast(to: TypeObject.self), !category.isSubtype(of: wanted) { continue }
      if let number = parts[4].intValue, number != 0, number != line { continue }
      if !parts[1].isNone, try interpreter.callMethod(parts[1], "match", [.string(text)]).isNone { continue }
      return action
    }
    return "default"
  }
}

/// An interpreter's warning filters, and which warnings it has shown.
final class WarningState {
  /// `warnings.filters`: (action, message pattern, category, module, line), first match wins.
  let filters = ListObject(
    [TypeObject.pendingDeprecationWarning, .importWarning, .resourceWarning].map { category in
      .tuple([.string("ignore"), .none, category.asValue, .none, .int(0)])
    })
  var shown: Set<String> = []
  /// Functions of `catch_warnings(record=True)`, innermost last.
  var recorders: [Value] = []
}

extension Interpreter {
  /// Issues a warning about the line that is running: `file:line: Category: message` on standard error, once per place, unless
  /// a filter says otherwise.
  package func warn(_ message: String, _ category: TypeObject = .userWarning) throws(Raised) {
    let frame = scriptFrame(above: 0)
    let place = WarningsModule.Place(file: frame?.source ?? "sys", line: frame?.line ?? 1, text: frame?.text ?? "")
    try WarningsModule.issue(self, .string(message), category, place)
  }

  /// Where a running frame stands: the innermost, or one so many calls above it; nil beyond the outermost.
  func scriptFrame(above level: Int) -> TracebackFrame? {
    let index = frameCount - 1 - level
    guard index >= 0, index < frameCount else { return nil }
    let frame = frames[index]
    let code = frame.code.takeUnretainedValue()
    return code.tracebackFrames(at: Int32(frame.pc - code.instructions) - 1).first
  }
}
