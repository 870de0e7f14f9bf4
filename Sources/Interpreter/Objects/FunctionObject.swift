/// A function defined by a script: code with the module's names, defaults and the cells it shares with functions around it.
package final class FunctionObject: Object {
  let code: Code
  /// The names of the module in which the function was defined.
  let globals: DictObject
  let closure: UnsafeMutablePointer<Unmanaged<CellObject>>
  let closureCount: Int
  /// Defaults of the last positional parameters.
  var defaults: [Value]
  /// Defaults of keyword-only parameters in their order, unbound where there is none.
  var keywordDefaults: [Value]
  package var name: String
  package var qualifiedName: String
  package var doc: Value
  package var annotations: DictObject?
  /// Whether every call with exactly the positional parameters can start at once.
  let isSimple: Bool

  init(_ code: Code, globals: DictObject, closure cells: [CellObject], defaults: [Value], keywordDefaults: [Value]) {
    self.code = code
    self.globals = globals
    closureCount = cells.count
    closure = UnsafeMutablePointer<Unmanaged<CellObject>>.allocate(capacity: max(cells.count, 1))
    for (i, cell) in cells.enumerated() { (closure + i).initialize(to: Unmanaged.passRetained(cell)) }
    self.defaults = defaults
    self.keywordDefaults = keywordDefaults
    name = code.name
    qualifiedName = code.qualifiedName
    doc = code.doc.map { .string($0) } ?? .none
    isSimple = code.parameters.isSimple
    super.init(.function, .function)
  }

  deinit {
    for i in 0..<closureCount { closure[i].release() }
    closure.deallocate()
  }

  /// The default of a parameter, nil where it has none.
  func defaultValue(_ slot: Int) -> Value? {
    let positional = code.positionalCount
    if slot < positional {
      let index = slot - (positional - defaults.count)
      return index >= 0 ? defaults[index] : nil
    }
    let index = slot - positional
    guard index < keywordDefaults.count else { return nil }
    let value = keywordDefaults[index]
    return value.isUnbound ? nil : value
  }

  /// The parameter names in order, for help and completion, with stars where they have them.
  package var parameterNames: [String] {
    let layout = code.parameters
    return layout.names.enumerated().map { index, name in
      if layout.hasVarKeyword, index == layout.total - 1 { return "**" + name.string }
      if layout.hasVarPositional, index == layout.positional + layout.keywordOnly { return "*" + name.string }
      return name.string
    }
  }
}

/// A generator: the registers of a function that waits between two values.
package final class GeneratorObject: Object {
  enum State { case created, suspended, running, finished }

  let code: Code
  let name: String
  let qualifiedName: String
  let registers: Register
  /// What changes with every step, behind a pointer because of the exclusivity checks of class properties.
  private let step: UnsafeMutablePointer<Step>
  @inline(__always) var pc: UnsafeMutablePointer<Instruction> {
    get { step.pointee.pc }
    set { step.pointee.pc = newValue }
  }
  @inline(__always) var state: State {
    get { step.pointee.state }
    set { step.pointee.state = newValue }
  }
  /// What the generator returned, for StopIteration and `yield from`.
  var returned: Value = .none

  init(_ code: Code, _ function: Value, moving source: Register, pc: UnsafeMutablePointer<Instruction>) {
    self.code = code
    let function = function.cast(to: FunctionObject.self)
    name = function?.name ?? code.name
    qualifiedName = function?.qualifiedName ?? code.qualifiedName
    registers = Register.allocate(capacity: code.registerCount)
    registers.moveInitialize(from: source, count: code.registerCount)
    for i in 0..<code.registerCount { (source + i).markUnbound() }
    step = UnsafeMutablePointer<Step>.allocate(capacity: 1)
    step.initialize(to: Step(pc: pc, state: .created))
    super.init(.generator, .generator)
  }

  deinit {
    if state == .suspended, !code.handlers.isEmpty { Interpreter.current.abandon(self) }
    if state != .finished { registers.deinitialize(count: code.registerCount) }
    registers.deallocate()
    step.deallocate()
  }

  private struct Step {
    var pc: UnsafeMutablePointer<Instruction>
    var state: State
  }

  /// Releases the registers of a generator that has ended.
  func finish() {
    state = .finished
  }
}
