import Syntax

/// `eval`, `exec`, `compile`, `globals`, `locals`, `vars`, `dir`, `delattr`, `__import__`.
enum ScopeFunctions {
  static func install(in module: ModuleObject) {
    module.function("eval(source, globals=None, locals=None, /)", "The value of an expression.") { call throws(Raised) in
      try run(call, mode: .expression)
    }
    module.function("exec(source, globals=None, locals=None, /)", "Runs statements.") { call throws(Raised) in
      _ = try run(call, mode: .file)
      return .none
    }
    module.function("compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1)", "Code of a source.") {
      call throws(Raised) in
      guard let text = try sourceText(call[0]) else {
        throw .typeError("compile() arg 1 must be a string, bytes or AST object")
      }
      let mode: Interpreter.Mode
      switch try call.string(2) {
      case "exec": mode = .file
      case "eval": mode = .expression
      case "single": mode = .cell
      default: throw .valueError("compile() mode must be 'exec', 'eval' or 'single'")
      }
      return .object(
        try call.interpreter.compile(SourceFile(name: try call.string(1), text: text), mode: mode, hasLocals: true))
    }
    module.function("globals()", "The names of the module.") { call throws(Raised) in .object(call.interpreter.callerGlobals) }
    module.function("locals()", "The names of the function.") { call throws(Raised) in call.interpreter.callerLocals }
    module.function("vars(object=unset, /)", "The attributes of an object, or locals().") { call throws(Raised) in
      guard call.isGiven(0) else { return call.interpreter.callerLocals }
      guard let dict = try call.interpreter.attributeIfPresent(call[0], "__dict__") else {
        throw .typeError("vars() argument must have __dict__ attribute")
      }
      return dict
    }
    module.function("dir(object=unset, /)", "The attribute names of an object, or the names of the scope.") {
      call throws(Raised) in
      guard call.isGiven(0) else {
        let names = call.interpreter.callerLocals.cast(to: DictObject.self)?.keys.compactMap(\.stringValue) ?? []
        return .list(names.sorted().map { .string($0) })
      }
      if call[0].type.isScriptDefined, let method = call[0].type.lookup("__dir__"), method.cast(to: NativeFunction.self) == nil
      {
        let names = try call.interpreter.elements(of: try call.interpreter.callMethod(call[0], "__dir__"))
        return .list(names.compactMap(\.stringValue).sorted().map { .string($0) })
      }
      return .list(call.interpreter.attributeNames(of: call[0]).map { .string($0) })
    }
    module.function("delattr(object, name, /)", "Removes the named attribute.") { call throws(Raised) in
      try call.interpreter.deleteAttribute(call[0], StrObject.intern(try call.string(1)))
      return .none
    }
    module.function("__import__(name, globals=None, locals=None, fromlist=(), level=0)", "Imports a module.") {
      call throws(Raised) in
      let name = try call.string(0)
      let module = try call.interpreter.importModule(name)
      if let list = call[3].sequence, !list.isEmpty { return module }
      return try call.interpreter.importModule(String(name.prefix { $0 != "." }))
    }
  }

  private static func run(_ call: Arguments, mode: Interpreter.Mode) throws(Raised) -> Value {
    let interpreter = call.interpreter
    let globals: DictObject
    if call.has(1) {
      guard let given = call[1].cast(to: DictObject.self) else {
        throw .typeError(mode == .file ? "exec() globals must be a dict, not \(call[1].type.name)" : "globals must be a dict")
      }
      globals = given
      if globals.get("__builtins__") == nil { globals.set("__builtins__", .object(interpreter.builtins)) }
    } else {
      globals = interpreter.callerGlobals
    }
    var locals: DictObject?
    if call.has(2) {
      locals = call[2].cast(to: DictObject.self)
      if locals == nil {
        throw .typeError(mode == .file ? "locals must be a mapping or None, not \(call[2].type.name)" : "locals must be a mapping")
      }
    } else if !call.has(1), interpreter.callerIsFunction {
      locals = interpreter.callerLocals.cast(to: DictObject.self)
    }
    if let code = call[0].cast(to: Code.self) {
      return try interpreter.runCode(code, globals: globals, locals: code.usesNamespace ? locals ?? globals : locals)
    }
    guard let text = try sourceText(call[0]) else {
      throw .typeError("\(mode == .file ? "exec" : "eval")() arg 1 must be a string, bytes or code object")
    }
    let code = try interpreter.compile(SourceFile(name: "<string>", text: text), mode: mode, hasLocals: locals != nil)
    return try interpreter.runCode(code, globals: globals, locals: locals)
  }

  /// The source that a string or bytes hold; nil for anything else.
  private static func sourceText(_ value: Value) throws(Raised) -> String? {
    if let text = value.stringValue { return text }
    guard let bytes = value.cast(to: BytesObject.self) else { return nil }
    do throws(Raised) {
      return try TextEncoding.decode(bytes.bytes, "utf-8")
    } catch {
      let exception = ExceptionObject(.syntaxError, [.string("(unicode error) \(error.message)")])
      exception.setOwnAttribute("filename", "<string>")
      exception.setOwnAttribute("lineno", 1)
      throw Raised(exception)
    }
  }
}

extension Interpreter {
  /// The module names of the script frame that runs.
  var callerGlobals: DictObject {
    if frameCount == 0 { return main.namespace }
    return currentGlobals(frames[frameCount - 1].base).takeUnretainedValue()
  }

  var callerIsFunction: Bool {
    guard frameCount > 0 else { return false }
    let code = frames[frameCount - 1].code.takeUnretainedValue()
    return code.name != "<module>" || code.usesNamespace
  }

  /// The names of the script frame that runs; for functions a copy.
  var callerLocals: Value {
    guard frameCount > 0 else { return .object(main.namespace) }
    return locals(of: frameCount - 1)
  }

  func locals(of index: Int) -> Value {
    let frame = frames[index]
    let code = frame.code.takeUnretainedValue()
    if code.usesNamespace { return frame.base[1] }
    if code.name == "<module>" { return .object(currentGlobals(frame.base).takeUnretainedValue()) }
    let dict = DictObject()
    for (register, name) in code.localNames.enumerated() where !name.isEmpty && register < code.registerCount {
      var value = frame.base[register]
      if let cell = value.cast(to: CellObject.self) { value = cell.content }
      if !value.isUnbound, !name.hasPrefix(".") { dict.set(StrObject.intern(name), value) }
    }
    if let function = frame.base[0].cast(to: FunctionObject.self) {
      for (k, name) in code.freeNames.enumerated() where k < function.closureCount && name != "__class__" {
        let value = function.closure[k].takeUnretainedValue().content
        if !value.isUnbound { dict.set(StrObject.intern(name), value) }
      }
    }
    return .object(dict)
  }
}
