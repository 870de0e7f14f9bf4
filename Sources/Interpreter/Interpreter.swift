import Glibc
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
  @inline(__always) package internal(set) static var current: Interpreter {
    get { running ?? placeholder }
    set { running = newValue }
  }
  nonisolated(unsafe) private static unowned(unsafe) var running: Interpreter?
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
  package private(set) var preludeNames: [String: (Interpreter) throws(Raised) -> Value] = [:]
  /// Set (from any thread) to have `interruptHandler` called at the next safe point: a loop back-edge, a call, between tensor operations.
  package let interrupt = InterruptFlag()
  /// Called at a safe point after `interrupt` was set. It may return to continue, throw (KeyboardInterrupt), or look into the frames.
  package var interruptHandler: (Interpreter) throws(Raised) -> Void = { (_) throws(Raised) in
    throw Raised(ExceptionObject(.keyboardInterrupt))
  }
  /// Whether exceptions keep the frames that they end, names included, for a look at them afterwards.
  package var keepsFramesOfErrors = false
  /// Told of each statement that begins (source, line, function), in code that is compiled while it is set; other code is not slower.
  package var tracer: ((String, Int, String) -> Void)?
  /// The `__main__` module, in whose names cells run.
  package let main: ModuleObject
  /// The `builtins` module.
  package let builtins: ModuleObject
  /// The imported modules (`sys.modules`).
  package let modules = DictObject()
  /// The native modules that are being built.
  var modulesUnderWay: Set<String> = []
  private(set) var moduleBuilders: [String: (Interpreter) throws(Raised) -> Value] = [:]

  // The evaluator's own state.
  let stackBase: Register
  let stackLimit: Register
  let frames: UnsafeMutablePointer<Frame>
  /// What changes with every call, behind a pointer: the exclusivity checks of class properties cost a fifth of a generator's step.
  private let state: UnsafeMutablePointer<EvaluatorState>
  /// The first free register.
  @inline(__always) var stackTop: Register {
    get { state.pointee.stackTop }
    set { state.pointee.stackTop = newValue }
  }
  /// The number of script frames.
  @inline(__always) var frameCount: Int {
    get { state.pointee.frameCount }
    set { state.pointee.frameCount = newValue }
  }
  /// How deeply native operations (reprs, comparisons, hashes, runs of the evaluator) are nested at present.
  @inline(__always) var nesting: Int {
    get { state.pointee.nesting }
    set { state.pointee.nesting = newValue }
  }
  /// Where the thread's own stack ends, with some room.
  @inline(__always) var nativeLimit: UInt {
    get { state.pointee.nativeLimit }
    set { state.pointee.nativeLimit = newValue }
  }
  /// `sys.setrecursionlimit`.
  package var recursionLimit: Int {
    get { state.pointee.recursionLimit }
    set { state.pointee.recursionLimit = newValue }
  }
  /// Whether the next safe point is to raise MemoryError.
  let memoryShortage = InterruptFlag()
  /// The filters of `warnings`.
  let warnings = WarningState()
  /// The exception that is being handled.
  var handled: ExceptionObject?
  /// The containers whose repr is being made; see `ReprGuard`.
  var reprsUnderWay: [ObjectIdentifier] = []
  private let memory: UnsafeMutableRawPointer
  private static let stackBytes = MemoryLimit.addresses(256 << 20)
  private static let frameBytes = 64 << 20

  /// Makes an interpreter with the built-in names and modules.
  package convenience init() { self.init(isPlaceholder: false) }

  private init(isPlaceholder: Bool) {
    // Names and classes are shared by all interpreters of the process.
    Interpreter.enterExclusively()
    defer { Interpreter.leaveExclusively() }
    // Reserved address space; the system commits only what is used.
    let bytes = isPlaceholder ? 4096 : Interpreter.stackBytes + Interpreter.frameBytes
    let memory = mmap(nil, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
    guard let memory, memory != MAP_FAILED else { preconditionFailure("address space for the value stack can be reserved") }
    self.memory = memory
    stackBase = memory.assumingMemoryBound(to: Value.self)
    stackLimit = (memory + (isPlaceholder ? 0 : Interpreter.stackBytes)).assumingMemoryBound(to: Value.self)
    state = UnsafeMutablePointer<EvaluatorState>.allocate(capacity: 1)
    state.initialize(to: EvaluatorState(stackTop: stackBase))
    frames = (memory + (isPlaceholder ? 0 : Interpreter.stackBytes)).assumingMemoryBound(to: Frame.self)
    main = ModuleObject("__main__")
    builtins = ModuleObject("builtins")
    if isPlaceholder { return }
    Builtins.install(in: builtins)
    ScopeFunctions.install(in: builtins)
    QuickCall.mark(builtins)
    main.set("__builtins__", .object(builtins))
    modules.set("builtins", .object(builtins))
    modules.set("__main__", .object(main))
    StandardModules.register(in: self)
    MemoryWatch.start(for: self)
  }

  deinit {
    // Releasing uses the pools that all interpreters of the process share.
    Interpreter.release { [main, builtins, modules] in
      main.namespace.removeAll()
      modules.removeAll()
      builtins.namespace.removeAll()
    }
    // Hosts that go on with tensors ask the current interpreter whether it wants to interrupt them.
    if Interpreter.running === self { Interpreter.running = nil }
    state.deallocate()
    munmap(memory, memory == UnsafeMutableRawPointer(frames) ? 4096 : Interpreter.stackBytes + Interpreter.frameBytes)
  }

  /// The names of the main module (`globals()` of cells).
  package var globals: DictObject { main.namespace }

  /// The names of the modules that are registered or imported, for completion.
  package var importableModuleNames: [String] { Array(moduleBuilders.keys) + modules.keys.compactMap(\.stringValue) }

  /// Makes a name known without import; its value is found when it is first used.
  package func registerPreludeName(_ name: String, _ find: @escaping (Interpreter) throws(Raised) -> Value) {
    preludeNames[name] = find
  }

  /// Registers a native module that is built when first imported. Registering `a.b` makes `import a.b` and `a.b` work.
  package func registerModule(_ name: String, _ build: @escaping (Interpreter) throws(Raised) -> Value) {
    moduleBuilders[name] = build
  }

  /// To be called between long native operations: handles a pending interrupt.
  @inline(__always) package func safePoint() throws(Raised) {
    if interrupt.isSet { try handleInterrupt() }
  }

  /// Registers for bound arguments above those of a call that is not bound yet.
  func reserveWindow(above: Register, count: Int) throws(Raised) -> Register {
    let window = above > stackTop ? above : stackTop
    if window + (count + 16) > stackLimit { throw recursionError() }
    stackTop = window + (count + Interpreter.windowSlack)
    return window
  }

  func releaseWindow(_ window: Register, count: Int) {
    for k in 0..<count { (window + k).clear() }
    stackTop = window
  }
}

/// The evaluator's integers and pointers.
struct EvaluatorState {
  var stackTop: Register
  var frameCount = 0
  var nesting = 0
  var nativeLimit: UInt = 0
  var recursionLimit = 1000
}

/// A flag that another thread or a signal handler sets.
package final class InterruptFlag: @unchecked Sendable {
  let storage = UnsafeMutablePointer<UInt32>.allocate(capacity: 1)
  init() { storage.initialize(to: 0) }
  /// Asks for the interrupt handler; safe in a signal handler.
  package func set() { storage.pointee = 1 }
  /// Forgets a request that nobody has met.
  package func clear() { storage.pointee = 0 }
  @inline(__always) var isSet: Bool { storage.pointee != 0 }
  /// Whether a request waits for the next safe point.
  package var isRequested: Bool { storage.pointee != 0 }
  deinit { storage.deallocate() }
}
