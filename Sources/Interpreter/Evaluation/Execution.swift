import Glibc
import Syntax

/// Compiling and running sources.
extension Interpreter {
  /// Compiles and runs a source in the main module; in `.cell` and `.expression` mode the value of the last expression.
  package func execute(_ text: String, name: String, mode: Mode) throws(Raised) -> Value? {
    let code = try compile(SourceFile(name: name, text: text), mode: mode)
    let value = try runCode(code, globals: main.namespace, locals: nil)
    return mode == .file || value.isUnbound ? nil : value
  }

  /// Compiles a source; syntax errors become Python's exceptions.
  func compile(_ source: SourceFile, mode: Mode, hasLocals: Bool = false) throws(Raised) -> Code {
    let code: Code
    let warnings: [Diagnostic]
    do throws(SyntaxError) {
      let parserMode: Parser.Mode = mode == .expression ? .expression : mode == .cell ? .cell : .file
      let tree = try Parser.parse(source, mode: parserMode)
      let table = try Resolver.resolve(tree, root: hasLocals ? .classBody : .module)
      code = try Lowering.lower(tree, mode: mode, table: table, traces: tracer != nil)
      warnings = table.warnings
    } catch {
      throw Interpreter.raised(error)
    }
    for warning in warnings {
      let line = source.line(of: warning.span.start)
      let place = WarningsModule.Place(file: source.name, line: line, text: source.name == "<string>" ? "" : source.text(ofLine: line))
      try WarningsModule.issue(self, .string(warning.message), .syntaxWarning, place)
    }
    return code
  }

  /// A syntax error as an exception object.
  package static func raised(_ error: SyntaxError) -> Raised {
    let type: TypeObject
    switch error.kind {
    case .syntax: type = .syntaxError
    case .indentation: type = .indentationError
    case .tab: type = .tabError
    case .recursion: return Raised(.recursionError, error.message)
    }
    let position = error.position
    let exception = ExceptionObject(
      type,
      [
        .string(error.message),
        .tuple([
          .string(error.source.name), .int(position.line), .int(position.column),
          .string(error.source.text(ofLine: position.line)),
        ]),
      ])
    exception.setOwnAttribute("msg", .string(error.message))
    exception.setOwnAttribute("filename", .string(error.source.name))
    exception.setOwnAttribute("lineno", .int(position.line))
    exception.setOwnAttribute("offset", .int(position.column))
    exception.setOwnAttribute("text", .string(error.source.text(ofLine: position.line)))
    exception.display = error.formatted
    return Raised(exception)
  }

  /// Runs module-level code in a namespace; unbound for a cell without a value.
  func runCode(_ code: Code, globals: DictObject, locals: DictObject?) throws(Raised) -> Value {
    let function = FunctionObject(code, globals: globals, closure: [], defaults: [], keywordDefaults: [])
    let window = stackTop
    if window + (code.registerCount + 16) > stackLimit { throw recursionError() }
    window.pointee = .object(function)
    if let locals { (window + 1).pointee = .object(locals) }
    defer { stackTop = window }
    do throws(Raised) {
      try push(Unmanaged.passUnretained(code), base: window, destination: 0, kind: .entry)
    } catch {
      window.clear()
      (window + 1).clear()
      throw error
    }
    // The code object must outlive its frame, whose register 0 may be the last owner of the function.
    return try withExtendedLifetime(function) { () throws(Raised) -> Value in try run() }
  }

  // MARK: The thread

  /// Runs a body with this interpreter as the current one, on a thread of its own with a large stack, and waits for it.
  ///
  /// Only one interpreter of the process runs at a time. Called from inside a run, the body runs at once where it is.
  package func run<R>(_ body: @escaping () -> R) -> R {
    if Interpreter.runningThread == pthread_self(), Interpreter.isRunning {
      let outer = Interpreter.current
      Interpreter.current = self
      defer { Interpreter.current = outer }
      return body()
    }
    var result: R?
    let job = ThreadJob { [self] in
      pthread_mutex_lock(Interpreter.lock)
      Interpreter.runningThread = pthread_self()
      Interpreter.isRunning = true
      Interpreter.current = self
      var here: UInt8 = 0
      nativeLimit = withUnsafeMutablePointer(to: &here) { UInt(bitPattern: $0) } - UInt(Interpreter.threadStack - (1 << 20))
      result = body()
      Interpreter.isRunning = false
      pthread_mutex_unlock(Interpreter.lock)
    }
    Interpreter.onLargeStack(job)
    guard let result else { preconditionFailure("the interpreter's thread has run its body") }
    return result
  }

  /// Runs a job on a thread with a large stack and waits for it.
  private static func onLargeStack(_ job: ThreadJob) {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setstacksize(&attributes, Interpreter.threadStack)
    var thread = pthread_t()
    let status = pthread_create(
      &thread, &attributes,
      { context in
        Unmanaged<ThreadJob>.fromOpaque(context.unsafelyUnwrapped).takeRetainedValue().body()
        return nil
      }, Unmanaged.passRetained(job).toOpaque())
    pthread_attr_destroy(&attributes)
    precondition(status == 0, "the interpreter's thread can be created")
    pthread_join(thread, nil)
  }

  /// Releases objects, however deeply they are nested, while no interpreter runs on another thread.
  static func release(_ body: @escaping () -> Void) {
    if isRunning, runningThread == pthread_self() { return body() }
    onLargeStack(
      ThreadJob {
        enterExclusively()
        body()
        leaveExclusively()
      })
  }

  /// Waits until no interpreter runs on another thread, and keeps others from running. Calls may nest.
  static func enterExclusively() { pthread_mutex_lock(lock) }
  static func leaveExclusively() { pthread_mutex_unlock(lock) }

  /// The size of the interpreter thread's stack; the system commits only what is used.
  static let threadStack = MemoryLimit.addresses(512 << 20)

  private final class ThreadJob {
    let body: () -> Void
    init(_ body: @escaping () -> Void) { self.body = body }
  }

  nonisolated(unsafe) private static var runningThread = pthread_t()
  nonisolated(unsafe) private static var isRunning = false
  nonisolated(unsafe) private static let lock: UnsafeMutablePointer<pthread_mutex_t> = {
    let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    lock.initialize(to: pthread_mutex_t())
    var kind = pthread_mutexattr_t()
    pthread_mutexattr_init(&kind)
    pthread_mutexattr_settype(&kind, Int32(PTHREAD_MUTEX_RECURSIVE))
    pthread_mutex_init(lock, &kind)
    return lock
  }()

  // MARK: Depth

  /// Whether the native stack is nearly used up.
  @inline(__always) var isStackLow: Bool {
    var here: UInt8 = 0
    return withUnsafeMutablePointer(to: &here) { UInt(bitPattern: $0) } < nativeLimit
  }

  @inline(never) func traceStatement() {
    if let tracer, let place = currentPlace { tracer(place.source, place.line, place.function) }
  }

  @inline(never) func handleInterrupt() throws(Raised) {
    interrupt.clear()
    if memoryShortage.isSet {
      memoryShortage.clear()
      throw .memoryError("")
    }
    try interruptHandler(self)
  }

  /// Has the next safe point raise MemoryError.
  func raiseMemoryErrorSoon() {
    memoryShortage.set()
    interrupt.set()
  }
}
