import Interpreter

/// The modules `tqdm`, `tqdm.auto`, `tqdm.notebook`: their bars are the session's own progress line.
enum TqdmModule {
  /// Makes the modules importable.
  static func register(in interpreter: Interpreter) {
    for name in ["tqdm", "tqdm.auto", "tqdm.notebook", "tqdm.std"] {
      interpreter.registerModule(name) { _ throws(Raised) in build(name) }
    }
  }

  private static func build(_ name: String) -> Value {
    let module = ModuleObject(name, doc: "Progress of loops, on the session's own progress line.")
    module.set("tqdm", type.asValue)
    if name == "tqdm" { module.set("tqdm_notebook", type.asValue) }
    module.function("trange(*args, **kwargs)", "tqdm(range(*args), **kwargs).") { call throws(Raised) in
      let numbers = try call.interpreter.call(TypeObject.range.asValue, call.rest(0))
      return try call.interpreter.call(type.asValue, [numbers], keywords: call.keywords(1))
    }
    return module.asValue
  }

  static let type: TypeObject = TypeObject.native("tqdm", module: "tqdm.std", of: TqdmObject.self) { t in
    t.doc = "Goes through an iterable and shows how far it has come; or counts what `update` is told."
    t.construct(
      "tqdm(iterable=None, desc=None, total=None, leave=True, file=None, ncols=None, mininterval=0.1, maxinterval=10.0, "
        + "miniters=None, ascii=None, disable=False, unit='it', unit_scale=False, dynamic_ncols=False, smoothing=0.3, "
        + "bar_format=None, initial=0, position=None, postfix=None, unit_divisor=1000, write_bytes=False, lock_args=None, "
        + "nrows=None, colour=None, delay=0.0, gui=False, **kwargs)", "Goes through an iterable and shows how far it has come.",
      construct)
    t.slots.iterate = { value throws(Raised) in
      guard let bar = value.cast(to: TqdmObject.self) else { throw .typeError("tqdm expected") }
      return try bar.iterator(Interpreter.current)
    }
    t.slots.length = { value throws(Raised) in
      guard let bar = value.cast(to: TqdmObject.self), let total = bar.total else {
        throw .typeError("object of type 'tqdm' has no len()")
      }
      return total
    }
    t.slots.bool = { _ throws(Raised) in true }
    addCounting(to: t)
    addTexts(to: t)
  }

  private static func construct(_ type: TypeObject, _ call: Arguments) throws(Raised) -> Value {
    let bar = TqdmObject(type)
    bar.iterable = call[0]
    bar.description = try text(call, 1)
    if call.has(2) {
      bar.total = try total(call[2], call)
    } else if call.has(0) {
      bar.total = try? call.interpreter.length(call[0])
    }
    bar.isDisabled = try call.has(10) ? call.bool(10) : false
    let unit = try text(call, 11)
    bar.unit = unit == "it" ? "" : unit
    bar.count = try call.int(16)
    if let given = call[18].cast(to: DictObject.self) { bar.note = try note(given.pairs.map { ($0.key, $0.value) }, call) }
    return .object(bar)
  }

  private static func addCounting(to t: TypeBuilder<TqdmObject>) {
    t.method("update(self, n=1)", "Counts so many more.") { bar, call throws(Raised) in
      bar.count = bar.count &+ (call[1].intValue ?? Int(max(-1e15, min(1e15, call[1].doubleValue ?? 0))))
      return .none
    }
    t.method("reset(self, total=None)", "Counts from 0 again.") { bar, call throws(Raised) in
      bar.count = 0
      if call.has(1) { bar.total = try total(call[1], call) }
      return .none
    }
    t.method("close(self)", "Shows the bar no more.") { bar, _ throws(Raised) in
      bar.close()
      return .none
    }
    t.method("__enter__(self)") { bar, _ throws(Raised) in bar.asValue }
    t.method("__exit__(self, kind, value, traceback)") { bar, _ throws(Raised) in
      bar.close()
      return false
    }
    for name in ["refresh", "clear", "display", "unpause"] {
      t.method("\(name)(self, *args, **kwargs)", "The line is drawn by itself.") { _, _ throws(Raised) in .none }
    }
    t.property("n", "What has been counted.") { bar throws(Raised) in
      .int(bar.count)
    } set: { bar, value throws(Raised) in
      bar.count = value.intValue ?? bar.count
    }
    t.property("total", "What will have been counted at the end.") { bar throws(Raised) in
      bar.total.map { .int($0) } ?? .none
    } set: { bar, value throws(Raised) in
      bar.total = value.intValue
    }
    t.property("disable", "Whether nothing is shown.") { bar throws(Raised) in .bool(bar.isDisabled) }
  }

  private static func addTexts(to t: TypeBuilder<TqdmObject>) {
    for name in ["set_description", "set_description_str"] {
      t.method("\(name)(self, desc=None, refresh=True)", "Names the bar.") { bar, call throws(Raised) in
        bar.description = try text(call, 1)
        return .none
      }
    }
    t.method("set_postfix(self, ordered_dict=None, refresh=True, **kwargs)", "Shows values behind the bar.") {
      bar, call throws(Raised) in
      let given = call[1].cast(to: DictObject.self)?.pairs.map { ($0.key, $0.value) } ?? []
      bar.note = try note(given + call.keywords(3).map { (.string($0.name), $0.value) }, call)
      return .none
    }
    t.method("set_postfix_str(self, s='', refresh=True)", "Shows a text behind the bar.") { bar, call throws(Raised) in
      bar.note = try text(call, 1)
      return .none
    }
    t.staticMethod("write(s, file=None, end='\n', nolock=False)", "Prints without disturbing the bar.") {
      call throws(Raised) in
      call.interpreter.output(try call.interpreter.str(call[0]) + call.string(2))
      return .none
    }
    t.property("desc", "The bar's name.") { bar throws(Raised) in .string(bar.description) }
    t.property("postfix", "What is shown behind the bar.") { bar throws(Raised) in .string(bar.note) }
  }

  /// A text in one line; empty for None.
  private static func text(_ call: Arguments, _ index: Int) throws(Raised) -> String {
    guard call.has(index) else { return "" }
    return String(try call.interpreter.str(call[index]).map { $0.isNewline ? " " : $0 })
  }

  private static func total(_ value: Value, _ call: Arguments) throws(Raised) -> Int? {
    if let number = value.intValue { return number }
    guard let number = value.doubleValue else { throw .typeError("tqdm: total must be a number, not \(value.type.name)") }
    return number.magnitude < 1e15 ? Int(number) : nil
  }

  private static func note(_ pairs: [(Value, Value)], _ call: Arguments) throws(Raised) -> String {
    var parts: [String] = []
    for (key, value) in pairs {
      var text = try call.interpreter.str(value)
      if case .float(let number) = value { text = Duration.significant(number) }
      parts.append("\(try call.interpreter.str(key))=\(text.split(separator: "\n").first ?? "")")
    }
    return parts.joined(separator: ", ")
  }
}
