import Syntax

/// Looking into a program that waits at a safe point, from inside `interruptHandler`.
extension Interpreter {
  /// Where the running script is: source, line and function of the innermost frame; nil when no script runs.
  package var currentPlace: (source: String, line: Int, function: String)? {
    guard frameCount > 0 else { return nil }
    let frame = frames[frameCount - 1]
    let code = frame.code.takeUnretainedValue()
    return (code.source.name, code.line(at: Int32(frame.pc - code.instructions) - 1), code.name)
  }

  /// The names that the innermost frame sees as its own: locals of a function, else those of the module.
  package var currentLocals: DictObject { callerLocals.cast(to: DictObject.self) ?? main.namespace }

  /// Runs a source inside the innermost frame, as if it stood there; the value of the last expression. Assignments to the
  /// function's variables take effect.
  package func evaluateInFrame(_ text: String, name: String) throws(Raised) -> Value? {
    guard frameCount > 0, callerIsFunction else { return try execute(text, name: name, mode: .cell) }
    let index = frameCount - 1
    let locals = currentLocals
    let code = try compile(SourceFile(name: name, text: text), mode: .cell, hasLocals: true)
    let top = stackTop
    defer { stackTop = top }
    let value = try runCode(code, globals: callerGlobals, locals: locals)
    writeBack(locals, to: frames[index])
    return value.isUnbound ? nil : value
  }

  private func writeBack(_ locals: DictObject, to frame: Frame) {
    let code = frame.code.takeUnretainedValue()
    if code.usesNamespace { return }
    for (register, name) in code.localNames.enumerated() where !name.isEmpty && register < code.registerCount {
      guard let value = locals.get(StrObject.intern(name)) else { continue }
      if let cell = frame.base[register].cast(to: CellObject.self) {
        cell.content = value
      } else if register <= code.parameterCount + code.localCount {
        frame.base[register] = value
      }
    }
  }
}
