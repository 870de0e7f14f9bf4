/// `print` and `input`.
enum PrintFunction {
  static func install(in module: ModuleObject) {
    module.function(
      "print(*args, sep=' ', end='\n', file=None, flush=False)",
      "Prints the values to a stream, or to sys.stdout by default.", printValues)
    module.function("input(prompt='', /)", "Reads a line; EOFError at the end of the input.") { call throws(Raised) -> Value in
      let prompt = try call.interpreter.str(call[0])
      if let line = call.interpreter.inputLine(prompt) { return .string(line) }
      // Ctrl-C ends the waiting for a line as well; who goes on after it waits again.
      while call.interpreter.interrupt.isSet {
        try call.interpreter.safePoint()
        if let line = call.interpreter.inputLine(prompt) { return .string(line) }
      }
      throw Raised(.eofError, "EOF when reading a line")
    }
  }

  private static func printValues(_ call: Arguments) throws(Raised) -> Value {
    let interpreter = call.interpreter
    let separator = try text(call, 1, "sep", " ")
    var line = ""
    if let values = TupleType.tupleIfAny(call[0]) {
      for i in 0..<values.count {
        if i > 0 { line += separator }
        line += try interpreter.str(values.storage[i])
      }
    }
    line += try text(call, 2, "end", "\n")
    if let stream = interpreter.redirectedOutput(call[3]) {
      _ = try interpreter.callMethod(stream, "write", [.string(line)])
      if try call.bool(4) { _ = try interpreter.callMethod(stream, "flush") }
    } else {
      interpreter.output(line)
    }
    return .none
  }

  private static func text(_ call: Arguments, _ index: Int, _ name: String, _ fallback: String) throws(Raised) -> String {
    if call[index].isNone { return fallback }
    guard let text = call[index].stringValue else {
      throw .typeError("\(name) must be None or a string, not \(call[index].type.name)")
    }
    return text
  }
}

extension Interpreter {
  /// Where `print` writes: the given file, else `sys.stdout` where a script replaced it; nil for the interpreter's own output.
  func redirectedOutput(_ file: Value) -> Value? {
    if !file.isNone { return file }
    guard let system = modules.get("sys")?.cast(to: ModuleObject.self) else { return nil }
    guard let stdout = system.namespace.get("stdout"), let original = system.namespace.get("__stdout__") else { return nil }
    return stdout.isIdentical(to: original) ? nil : stdout
  }
}
