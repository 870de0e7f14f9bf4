import Syntax

/// Runs programs: the owner of the value stack, the modules and the connection to the outside.
///
/// One interpreter runs on one thread at a time; `Interpreter.current` is the one that runs.
package final class Interpreter {
  /// How a source is run.
  package enum Mode {
    /// A whole file: no value.
    case file
    /// A cell: the value of a last expression statement is returned, unless a `;` follows it.
    case cell
    /// One expression, as `eval` takes it.
    case expression
  }

  /// The interpreter that is running on this thread.
  nonisolated(unsafe) package private(set) static unowned(unsafe) var current: Interpreter = placeholder
  nonisolated(unsafe) private static let placeholder = Interpreter(isPlaceholder: true)

  /// Receives what `print` and `sys.stdout.write` produce.
  package var output: (String) -> Void = { _ in }
  /// Receives what goes to standard error: warnings, `sys.stderr`.
  package var errorOutput: (String) -> Void = { _ in }
  /// Gives a line for `input()` without its line break; nil at the end of the input.
  package var inputLine: (_ prompt: String) -> String? = { _ in nil }
  /// `sys.argv`.
  package var arguments: [String] = [""]
  /// Folders in which `import` looks for `.py` files, first match wins.
  package var searchPath: [String] = []
  /// Names that every module sees after its own and before the builtins: a prompt's `torch`, `nn`, … Values are made on first use.
  package var preludeNames: [String: () throws(Raised) -> Value] = [:]
  /// Set (from any thread) to have `interruptHandler` called at the next safe point: a loop back-edge, a call, between tensor operations.
  package let interrupt = InterruptFlag()
  /// Called at a safe point after `interrupt` was set. It may return to continue, throw (KeyboardInterrupt), or evaluate in `frame`.
  package var interruptHandler: (Interpreter) throws(Raised) -> Void = { (_) throws(Raised) in
    throw Raised(ExceptionObject(.keyboardInterrupt))
  }
  /// The `__main__` module, in whose names cells run.
  package let main: ModuleObject
  /// The `builtins` module.
  package let builtins: ModuleObject
  /// The imported modules (`sys.modules`).
  package let modules = DictObject()
  private(set) var moduleBuilders: [String: (Interpreter) throws(Raised) -> Value] = [:]

  /// Makes an interpreter with the built-in names and modules.
  package convenience init() { self.init(isPlaceholder: false) }

  private init(isPlaceholder: Bool) {
    main = ModuleObject("__main__")
    builtins = ModuleObject("builtins")
  }

  /// The names of the main module (`globals()` of cells).
  package var globals: DictObject { main.namespace }

  /// Compiles and runs a source in the main module; in `.cell` and `.expression` mode the value of the last expression.
  package func execute(_ text: String, name: String, mode: Mode) throws(Raised) -> Value? { nil }

  /// Runs a body with this interpreter as the current one, on a thread of its own with a large stack, and waits for it.
  package func run<R>(_ body: @escaping () -> R) -> R { body() }

  /// Registers a native module that is built when first imported. Registering `a.b` makes `import a.b` and `a.b` work.
  package func registerModule(_ name: String, _ build: @escaping (Interpreter) throws(Raised) -> Value) {
    moduleBuilders[name] = build
  }

  /// Imports a module by its dotted name and returns it (`a.b`, not `a`).
  package func importModule(_ name: String) throws(Raised) -> Value { .none }

  /// Calls a value.
  package func call(_ function: Value, _ arguments: [Value] = [], keywords: [(String, Value)] = []) throws(Raised) -> Value { .none }

  /// Calls a method by name.
  package func callMethod(_ receiver: Value, _ name: String, _ arguments: [Value] = []) throws(Raised) -> Value { .none }

  /// `repr(value)`.
  package func repr(_ value: Value) throws(Raised) -> String { "" }
  /// `str(value)`.
  package func str(_ value: Value) throws(Raised) -> String { "" }
  /// `format(value, spec)`.
  package func format(_ value: Value, _ spec: String) throws(Raised) -> String { "" }
  /// `bool(value)`.
  package func isTrue(_ value: Value) throws(Raised) -> Bool { true }
  /// `len(value)`.
  package func length(_ value: Value) throws(Raised) -> Int { 0 }
  /// `hash(value)`.
  package func hash(_ value: Value) throws(Raised) -> Int { 0 }
  /// `lhs == rhs` as a truth value, identity first as containers do.
  package func equal(_ lhs: Value, _ rhs: Value) throws(Raised) -> Bool { false }
  /// A rich comparison with any result.
  package func compare(_ op: CompareOperator, _ lhs: Value, _ rhs: Value) throws(Raised) -> Value { .none }
  /// A binary operator.
  package func binary(_ op: Operator, _ lhs: Value, _ rhs: Value) throws(Raised) -> Value { .none }
  /// A unary operator.
  package func prefix(_ op: PrefixOperator, _ value: Value) throws(Raised) -> Value { .none }
  /// `item in container`.
  package func contains(_ container: Value, _ item: Value) throws(Raised) -> Bool { false }
  /// `container[index]`.
  package func item(_ container: Value, _ index: Value) throws(Raised) -> Value { .none }
  /// `container[index] = value`.
  package func setItem(_ container: Value, _ index: Value, _ value: Value) throws(Raised) {}
  /// `object.name`; AttributeError when there is none.
  package func attribute(_ object: Value, _ name: String) throws(Raised) -> Value { .none }
  /// `object.name`, nil when there is none.
  package func attributeIfPresent(_ object: Value, _ name: String) throws(Raised) -> Value? { nil }
  /// `object.name = value`.
  package func setAttribute(_ object: Value, _ name: String, _ value: Value) throws(Raised) {}
  /// An integer from `int`, `bool` or `__index__`; TypeError "… object cannot be interpreted as an integer" otherwise.
  package func index(_ value: Value) throws(Raised) -> Int { 0 }
  /// A slice bound: like `index`, but clipped to 64 bits and with its own message.
  package func sliceIndex(_ value: Value) throws(Raised) -> Int { 0 }
  /// A float from `float`, `int`, `bool`, `__float__` or `__index__`; TypeError otherwise.
  package func double(_ value: Value) throws(Raised) -> Double { 0 }
  /// All elements of an iterable.
  package func elements(of iterable: Value) throws(Raised) -> [Value] { [] }
  /// Runs a body for each element of an iterable.
  package func forEach(_ iterable: Value, _ body: (Value) throws(Raised) -> Void) throws(Raised) {}
  /// `iter(value)`.
  package func iterator(of value: Value) throws(Raised) -> Value { .none }
  /// `next(iterator)`, nil at the end.
  package func next(_ iterator: Value) throws(Raised) -> Value? { nil }
  /// `type(value)(…)`-independent class test with tuples, as `isinstance`.
  package func isInstance(_ value: Value, _ classes: Value) throws(Raised) -> Bool { false }
  /// The text that Python prints for an uncaught exception, causes and contexts included, ending in a line break.
  package func traceback(_ raised: Raised) -> String { "" }
  /// To be called between long native operations: handles a pending interrupt.
  @inline(__always) package func safePoint() throws(Raised) {
    if interrupt.isSet { try handleInterrupt() }
  }
  @inline(never) func handleInterrupt() throws(Raised) {}
  /// Writes a warning as Python does: `file:line: Category: message` on standard error, once per place.
  package func warn(_ message: String, _ category: TypeObject = .userWarning) throws(Raised) {}

  func reserveWindow(above: UnsafeMutablePointer<Value>, count: Int) throws(Raised) -> UnsafeMutablePointer<Value> { above }
  func releaseWindow(_ window: UnsafeMutablePointer<Value>, count: Int) {}
}

/// A flag that another thread or a signal handler sets.
package final class InterruptFlag: @unchecked Sendable {
  private let storage = UnsafeMutablePointer<UInt32>.allocate(capacity: 1)
  init() { storage.initialize(to: 0) }
  /// Asks for the interrupt handler; safe in a signal handler.
  package func set() { storage.pointee = 1 }
  func clear() { storage.pointee = 0 }
  @inline(__always) var isSet: Bool { storage.pointee != 0 }
  deinit { storage.deallocate() }
}

enum Hashing {
  static func hash(_ value: Value) throws(Raised) -> Int { try Interpreter.current.hash(value) }
}

extension TypeObject {
  /// C3 linearisation of the bases, without this class; nil when they conflict.
  func linearised() -> [TypeObject]? {
    var sequences: [[TypeObject]] = bases.map(\.mro) + [bases]
    var order: [TypeObject] = [self]
    while true {
      sequences.removeAll { $0.isEmpty }
      if sequences.isEmpty { return order }
      guard let next = sequences.lazy.map({ $0[0] }).first(where: { head in
        !sequences.contains { $0.dropFirst().contains { $0 === head } }
      }) else { return nil }
      order.append(next)
      for i in 0..<sequences.count where sequences[i].first === next { sequences[i].removeFirst() }
    }
  }

  /// The slots of the class with those of its bases filled in where it has none.
  func resolvedSlots() -> TypeSlots { ownSlots }
}
