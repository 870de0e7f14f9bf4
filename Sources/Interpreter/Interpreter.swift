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
  /// How deeply native operations (reprs, comparisons, hashes) are nested at present.
  var nesting = 0
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

  /// `object.name`; AttributeError when there is none.
  package func attribute(_ object: Value, _ name: String) throws(Raised) -> Value { .none }
  /// `object.name`, nil when there is none.
  package func attributeIfPresent(_ object: Value, _ name: String) throws(Raised) -> Value? { nil }
  /// `object.name = value`.
  package func setAttribute(_ object: Value, _ name: String, _ value: Value) throws(Raised) {}
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
