import Syntax

/// A frame of the script as people look into it: of a program that waits at a safe point, or one that an exception ended.
package final class ScriptFrame {
  /// The text that was running.
  package let source: SourceFile
  /// The line, from 1.
  package let line: Int
  /// The function, `<module>` at top level.
  package let function: String
  /// The names of the module in which the function was defined.
  package let globals: DictObject
  /// The names that the frame sees as its own; at top level those of the module.
  package let locals: DictObject
  /// Its place on the stack while it lives.
  let index: Int?

  /// Whether the frame is at top level, so that its own names are the module's.
  package var isTopLevel: Bool { locals === globals }

  init(_ code: Code, at instruction: Int32, globals: DictObject, locals: DictObject, index: Int?) {
    source = code.source
    line = code.line(at: instruction)
    function = code.name
    self.globals = globals
    self.locals = locals
    self.index = index
  }
}

/// Looking into a program that waits at a safe point, from inside `interruptHandler`.
extension Interpreter {
  /// Where the running script is: source, line and function of the innermost frame; nil when no script runs.
  package var currentPlace: (source: String, line: Int, function: String)? {
    guard frameCount > 0 else { return nil }
    let frame = frames[frameCount - 1]
    let code = frame.code.takeUnretainedValue()
    return (code.source.name, code.line(at: Int32(frame.pc - code.instructions) - 1), code.name)
  }

  /// The frames of the running script, outermost first.
  package var scriptFrames: [ScriptFrame] { (0..<frameCount).map { scriptFrame($0) } }

  func scriptFrame(_ index: Int) -> ScriptFrame {
    let frame = frames[index]
    let code = frame.code.takeUnretainedValue()
    let globals = currentGlobals(frame.base).takeUnretainedValue()
    return ScriptFrame(
      code, at: Int32(frame.pc - code.instructions) - 1, globals: globals,
      locals: locals(of: index).cast(to: DictObject.self) ?? globals, index: index)
  }

  /// Runs a source inside the innermost frame, as if it stood there; the value of the last expression. Assignments to the
  /// function's variables take effect.
  package func evaluateInFrame(_ text: String, name: String) throws(Raised) -> Value? {
    guard frameCount > 0 else { return try execute(text, name: name, mode: .cell) }
    return try evaluate(text, name: name, in: scriptFrame(frameCount - 1))
  }

  /// Runs a source inside a frame, as if it stood there; the value of the last expression. Assignments to the variables of a
  /// function that still runs take effect; new names stay with the frame.
  package func evaluate(_ text: String, name: String, in frame: ScriptFrame) throws(Raised) -> Value? {
    let code = try compile(SourceFile(name: name, text: text), mode: .cell)
    let (top, exception) = (stackTop, handled)
    defer { (stackTop, handled) = (top, exception) }
    if frame.isTopLevel {
      let value = try runCode(code, globals: frame.globals, locals: nil)
      return value.isUnbound ? nil : value
    }
    // One dictionary with the function's names over the module's: comprehensions and lambdas see both.
    let names = DictObject()
    for (key, value) in frame.globals.pairs { try? names.set(key, value) }
    for (key, value) in frame.locals.pairs { try? names.set(key, value) }
    defer { keepChanges(of: names, in: frame) }
    let value = try runCode(code, globals: names, locals: nil)
    return value.isUnbound ? nil : value
  }

  /// Takes what an evaluation assigned over into the frame.
  private func keepChanges(of names: DictObject, in frame: ScriptFrame) {
    for (key, value) in names.pairs {
      guard let name = key.stringValue else { continue }
      let known = frame.locals.get(name) ?? frame.globals.get(name)
      if let known, known.isIdentical(to: value) { continue }
      frame.locals.set(name, value)
    }
    if let index = frame.index, index < frameCount { writeBack(frame.locals, to: frames[index]) }
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
    guard let function = frame.base[0].cast(to: FunctionObject.self) else { return }
    for (k, name) in code.freeNames.enumerated() where k < function.closureCount && name != "__class__" {
      if let value = locals.get(StrObject.intern(name)) { function.closure[k].takeUnretainedValue().content = value }
    }
  }
}
