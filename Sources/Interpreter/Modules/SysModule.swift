import Glibc

/// `sys`.
enum SysModule {
  static func build(_ interpreter: Interpreter) throws(Raised) -> Value {
    let module = ModuleObject("sys", doc: "Parameters and functions of the interpreter.")
    module.set("argv", .list(interpreter.arguments.map { .string($0) }))
    module.set("path", .list(interpreter.searchPath.map { .string($0) }))
    module.set("modules", .object(interpreter.modules))
    module.set("builtin_module_names", .tuple([]))
    addConstants(to: module)
    addFunctions(to: module)
    let output = StreamObject("<stdout>") { Interpreter.current.output($0) }
    let errors = StreamObject("<stderr>") { Interpreter.current.errorOutput($0) }
    for (name, stream) in [("stdout", output), ("stderr", errors)] {
      module.set(name, stream.asValue)
      module.set("__\(name)__", stream.asValue)
    }
    module.set("stdin", StreamObject("<stdin>", read: { interpreter.inputLine("") }).asValue)
    return module.asValue
  }

  private static func addConstants(to module: ModuleObject) {
    module.set("version", .string("3.11.0 (lectern)"))
    let fields = ["major", "minor", "micro", "releaselevel", "serial"]
    let info = NamedTuples.type("version_info", "sys", fields, [])
    module.set("version_info", .object(TupleObject([.int(3), .int(11), .int(0), .string("final"), .int(0)], info)))
    module.set("hexversion", .int(0x030B_00F0))
    let implementation = NamedTuples.type("namespace", "sys", ["name", "version"], [])
    module.set(
      "implementation", .object(TupleObject([.string("lectern"), .tuple([.int(3), .int(11), .int(0)])], implementation)))
    module.set("platform", .string("linux"))
    module.set("byteorder", .string("little"))
    module.set("maxsize", .int(Int.max))
    module.set("maxunicode", .int(0x10FFFF))
    module.set("executable", .string("lectern"))
    for name in ["prefix", "exec_prefix", "base_prefix"] { module.set(name, .string("")) }
    module.set("dont_write_bytecode", true)
    let limits: [(String, Value)] = [
      ("max", .float(.greatestFiniteMagnitude)), ("max_exp", .int(1024)), ("max_10_exp", .int(308)),
      ("min", .float(.leastNormalMagnitude)), ("min_exp", .int(-1021)), ("min_10_exp", .int(-307)), ("dig", .int(15)),
      ("mant_dig", .int(53)), ("epsilon", .float(.ulpOfOne)), ("radix", .int(2)), ("rounds", .int(1)),
    ]
    let floatInfo = NamedTuples.type("float_info", "sys", limits.map(\.0), [])
    module.set("float_info", .object(TupleObject(limits.map(\.1), floatInfo)))
  }

  private static func addFunctions(to module: ModuleObject) {
    module.function("exit(status=None, /)") { call throws(Raised) -> Value in
      throw Raised(ExceptionObject(.systemExit, call.has(0) ? [call[0]] : []))
    }
    module.function("getrecursionlimit()") { call throws(Raised) -> Value in .int(call.interpreter.recursionLimit) }
    module.function("setrecursionlimit(limit, /)") { call throws(Raised) -> Value in
      let limit = try call.int(0)
      if limit <= 0 { throw .valueError("recursion limit must be greater or equal than 1") }
      call.interpreter.recursionLimit = limit
      return .none
    }
    module.function("intern(string, /)") { call throws(Raised) -> Value in .object(StrObject.intern(try call.string(0))) }
    module.function("getdefaultencoding()") { call throws(Raised) -> Value in .string("utf-8") }
    module.function("getfilesystemencoding()") { call throws(Raised) -> Value in .string("utf-8") }
    module.function("getsizeof(object, default=None, /)") { call throws(Raised) -> Value in .int(size(call[0])) }
    module.function("getrefcount(object, /)") { call throws(Raised) -> Value in .int(2) }
    module.function("exc_info()") { call throws(Raised) -> Value in
      guard let exception = call.interpreter.handled else { return .tuple([.none, .none, .none]) }
      let traceback = try call.interpreter.attribute(.object(exception), "__traceback__")
      return .tuple([exception.type.asValue, .object(exception), traceback])
    }
  }

  /// A size in the order of what Python reports; the objects here are laid out differently.
  private static func size(_ value: Value) -> Int {
    switch value {
    case .int, .bool: return 28
    case .float: return 24
    case .none, .unbound: return 16
    case .object(let object):
      if let text = object as? StrObject { return 49 + text.string.utf8.count }
      if let list = object as? ListObject { return 56 + 8 * list.count }
      if let tuple = object as? TupleObject { return 40 + 8 * tuple.count }
      if let bytes = object as? BytesObject { return 33 + bytes.bytes.count }
      if let number = object as? IntObject { return 24 + (number.value.magnitude.bitWidth + 29) / 30 * 4 }
      if let dict = object as? DictObject { return 64 + 24 * dict.count }
      return 48
    }
  }
}

/// `sys.stdout`, `sys.stderr`, `sys.stdin`.
final class StreamObject: Object {
  let name: String
  let write: ((String) -> Void)?
  let read: (() -> String?)?

  init(_ name: String, _ write: ((String) -> Void)? = nil, read: (() -> String?)? = nil) {
    self.name = name
    self.write = write
    self.read = read
    super.init(StreamObject.streamType)
  }

  private static let streamType: TypeObject = TypeObject.native("TextIOWrapper", module: "_io", of: StreamObject.self) { t in
    t.property("name") { stream throws(Raised) in .string(stream.name) }
    t.property("encoding") { stream throws(Raised) in .string("utf-8") }
    t.property("closed") { stream throws(Raised) in false }
    t.method("write(self, text, /)") { stream, call throws(Raised) in
      guard let write = stream.write else { throw Raised(.osError, "not writable") }
      guard let text = call[1].cast(to: StrObject.self) else {
        throw .typeError("write() argument must be str, not \(call[1].type.name)")
      }
      write(text.string)
      return .int(text.count)
    }
    t.method("writelines(self, lines, /)") { stream, call throws(Raised) in
      guard let write = stream.write else { throw Raised(.osError, "not writable") }
      try call.interpreter.forEach(call[1]) { (line) throws(Raised) in
        guard let text = line.stringValue else { throw .typeError("write() argument must be str, not \(line.type.name)") }
        write(text)
      }
      return .none
    }
    t.method("flush(self)") { stream, call throws(Raised) in .none }
    t.method("isatty(self)") { stream, call throws(Raised) in false }
    t.method("readable(self)") { stream, call throws(Raised) in .bool(stream.read != nil) }
    t.method("writable(self)") { stream, call throws(Raised) in .bool(stream.write != nil) }
    t.method("fileno(self)") { stream, call throws(Raised) in
      .int(stream.name == "<stdin>" ? 0 : stream.name == "<stdout>" ? 1 : 2)
    }
    t.method("readline(self, size=-1, /)") { stream, call throws(Raised) in .string(stream.read?().map { $0 + "\n" } ?? "") }
    t.method("read(self, size=-1, /)") { stream, call throws(Raised) in
      var text = ""
      while let line = stream.read?() { text += line + "\n" }
      return .string(text)
    }
    t.slots.iterate = { value throws(Raised) in
      let stream = value.cast(to: StreamObject.self)
      return .object(IteratorObject { () throws(Raised) -> Value? in stream?.read?().map { .string($0 + "\n") } })
    }
    t.slots.repr = { value throws(Raised) in
      let stream = value.cast(to: StreamObject.self)
      return "<_io.TextIOWrapper name='\(stream?.name ?? "")' mode='\(stream?.read == nil ? "w" : "r")' encoding='utf-8'>"
    }
  }
}
