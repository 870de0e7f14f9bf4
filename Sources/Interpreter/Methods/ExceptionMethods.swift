/// What exceptions do: construction, text, chaining, and the attributes of single classes.
enum ExceptionMethods {
  static func setUp() {
    TypeObject.baseException.extend(of: ExceptionObject.self) { t in
      t.doc = "Common base class for all exceptions"
      t.slots.construct = { (type, call) throws(Raised) -> Value in
        .object(ExceptionObject(type, try positional(type, call, from: 0)))
      }
      addInitialiser(to: t)
      t.slots.str = { (value) throws(Raised) -> String in
        let exception = exception(value)
        switch exception.arguments.count {
        case 0: return ""
        case 1: return try Interpreter.current.str(exception.arguments[0])
        default: return try Interpreter.current.repr(.tuple(exception.arguments))
        }
      }
      t.slots.repr = { (value) throws(Raised) -> String in
        let exception = exception(value)
        return try ReprGuard.repr(exception, inside: "\(exception.type.name)(...)") { () throws(Raised) -> String in
          if exception.arguments.count == 1 {
            return "\(exception.type.name)(\(try Interpreter.current.repr(exception.arguments[0])))"
          }
          return exception.type.name + (try Interpreter.current.repr(.tuple(exception.arguments)))
        }
      }
      addAttributes(to: t)
    }
    setUpMessages()
    setUpFields()
  }

  /// `__init__` without a tuple for its arguments: it runs each time an exception is raised.
  private static func addInitialiser(to t: TypeBuilder<ExceptionObject>) {
    let function = NativeFunction(unbound: "__init__(self, *args, **kwargs)", name: "__init__") {
      (call) throws(Raised) -> Value in
      guard call.count > 0, let exception = call[0].cast(to: ExceptionObject.self) else {
        throw .typeError("descriptor '__init__' of 'BaseException' object needs an argument")
      }
      if call.positionalCount < call.count, exception.type.lookup("__init__")?.object === call.function {
        throw .typeError("\(exception.type.name)() takes no keyword arguments")
      }
      exception.arguments = try positional(exception.type, call, from: 1)
      return .none
    }
    function.kind = .method
    function.owner = t.type
    t.attribute("__init__", function.asValue)
  }

  static func exception(_ value: Value) -> ExceptionObject {
    guard let exception = value.cast(to: ExceptionObject.self) else {
      preconditionFailure("slots of exceptions are asked of exceptions only")
    }
    return exception
  }

  private static func addAttributes(to t: TypeBuilder<ExceptionObject>) {
    t.property("args", "The arguments.") { exception throws(Raised) -> Value in
      .tuple(exception.arguments)
    } set: { exception, value throws(Raised) in
      exception.arguments = try Interpreter.current.elements(of: value)
    }
    t.property("__cause__", "The exception that led to this one.") { exception throws(Raised) -> Value in
      exception.cause.map { .object($0) } ?? .none
    } set: { exception, value throws(Raised) in
      exception.cause = try link(value, "cause")
      exception.suppressesContext = true
    }
    t.property("__context__", "The exception that was handled when this one was raised.") { exception throws(Raised) -> Value in
      exception.context.map { .object($0) } ?? .none
    } set: { exception, value throws(Raised) in
      exception.context = try link(value, "context")
    }
    t.property("__suppress_context__", "Whether the context is not shown.") { exception throws(Raised) -> Value in
      .bool(exception.suppressesContext)
    } set: { exception, value throws(Raised) in
      exception.suppressesContext = try Interpreter.current.isTrue(value)
    }
    t.method("add_note(self, note, /)", "Adds a line that tracebacks show after the message.") {
      exception, call throws(Raised) -> Value in
      guard call[1].stringValue != nil else {
        throw .typeError("note must be a str, not '\(call[1].type.name)'")
      }
      if let notes = exception.ownAttribute("__notes__")?.cast(to: ListObject.self) {
        notes.append(call[1])
      } else {
        exception.setOwnAttribute("__notes__", .list([call[1]]))
      }
      return .none
    }
    TracebackObject.addAttributes(to: t)
  }

  private static func link(_ value: Value, _ name: String) throws(Raised) -> ExceptionObject? {
    if value.isNone { return nil }
    guard let exception = value.cast(to: ExceptionObject.self) else {
      throw .typeError("exception \(name) must be None or derive from BaseException")
    }
    return exception
  }

  /// The positional arguments of a construction.
  private static func positional(_ type: TypeObject, _ call: Arguments, from start: Int) throws(Raised) -> [Value] {
    var arguments: [Value] = []
    for i in start..<Swift.max(call.positionalCount, start) { arguments.append(call[i]) }
    return arguments
  }

  /// Classes whose text is not just their arguments.
  private static func setUpMessages() {
    TypeObject.keyError.extend(of: ExceptionObject.self) { t in
      t.slots.str = { (value) throws(Raised) -> String in
        let exception = exception(value)
        switch exception.arguments.count {
        case 0: return ""
        case 1: return try Interpreter.current.repr(exception.arguments[0])
        default: return try Interpreter.current.repr(.tuple(exception.arguments))
        }
      }
    }
    TypeObject.stopIteration.extend(of: ExceptionObject.self) { t in
      t.property("value", "What the generator returned.") { exception throws(Raised) -> Value in
        exception.arguments.first ?? .none
      }
    }
    TypeObject.systemExit.extend(of: ExceptionObject.self) { t in
      t.property("code", "The exit status.") { exception throws(Raised) -> Value in
        switch exception.arguments.count {
        case 0: return .none
        case 1: return exception.arguments[0]
        default: return .tuple(exception.arguments)
        }
      }
    }
    ExceptionGroups.setUp()
    OSErrors.setUp()
    UnicodeErrors.setUp()
  }

  /// Classes with attributes that are given by keyword or set by the interpreter.
  private static func setUpFields() {
    for (type, names) in [
      (TypeObject.nameError, ["name"]), (.attributeError, ["name", "obj"]), (.importError, ["name", "path"]),
    ] {
      type.extend(of: ExceptionObject.self) { t in
        for name in names { t.attribute(name, .none) }
        t.method("__init__(self, *args, **kwargs)") { exception, call throws(Raised) -> Value in
          exception.arguments = call.rest(1)
          for (key, value) in call.keywords(2) {
            guard names.contains(key) else {
              throw .typeError("'\(key)' is an invalid keyword argument for \(type.name)()")
            }
            exception.setOwnAttribute(key, value)
          }
          return .none
        }
      }
    }
    TypeObject.importError.extend(of: ExceptionObject.self) { t in
      t.property("msg", "The message.") { exception throws(Raised) -> Value in
        exception.arguments.count == 1 ? exception.arguments[0] : .none
      }
    }
    let syntaxFields = ["filename", "lineno", "offset", "text", "end_lineno", "end_offset"]
    TypeObject.syntaxError.extend(of: ExceptionObject.self) { t in
      for name in syntaxFields + ["print_file_and_line"] { t.attribute(name, .none) }
      t.property("msg", "The message.") { exception throws(Raised) -> Value in exception.arguments.first ?? .none }
      t.method("__init__(self, *args)") { exception, call throws(Raised) -> Value in
        exception.arguments = call.rest(1)
        if exception.arguments.count == 2 {
          let details = try call.interpreter.elements(of: exception.arguments[1])
          for (name, value) in Swift.zip(syntaxFields, details) { exception.setOwnAttribute(name, value) }
        }
        return .none
      }
      t.slots.str = { (value) throws(Raised) -> String in
        let exception = exception(value)
        let interpreter = Interpreter.current
        let message = try interpreter.str(exception.arguments.first ?? .none)
        let file = exception.ownAttribute("filename")?.stringValue
        let line = exception.ownAttribute("lineno")?.intValue
        let base = file.map { String($0[($0.lastIndex(of: "/").map { $0 } ?? $0.startIndex)...].drop { $0 == "/" }) }
        switch (base, line) {
        case (let base?, let line?): return "\(message) (\(base), line \(line))"
        case (let base?, nil): return "\(message) (\(base))"
        case (nil, let line?): return "\(message) (line \(line))"
        default: return message
        }
      }
    }
  }
}
