/// Exceptions in flight: where they were raised, which handler takes them, what frames they end.
extension Interpreter {
  /// Finds the handler of an exception and makes its frame the one to continue; throws it when Swift code called the last frame.
  @inline(never) func unwind(_ error: Raised, at index: Int32) throws(Raised) {
    var error = error
    var index = index
    while true {
      let frame = frames + (frameCount - 1)
      let code = frame.pointee.code.takeUnretainedValue()
      let exception = error.exception
      let op = index >= 0 && Int(index) < code.instructionCount ? code.instructions[Int(index)].op : .nothing
      let isUnmarked = op == .reraise && code.instructions[Int(index)].flags & 1 != 0
      if op != .reraise && op != .reraiseCurrent || exception.passed.isEmpty && !isUnmarked {
        let isCallee = exception.isAttributeOfCall
        exception.isAttributeOfCall = false
        exception.passed.append((code, isCallee ? ~index : index))
        if exception.passed.count == 1 { attachContext(exception) }
      }
      if let handler = code.handlers.first(where: { $0.start <= index && index < $0.end }) {
        let base = frame.pointee.base
        for k in Int(handler.keep)..<max(code.registerCount, Int(handler.keep)) { (base + k).clear() }
        (base + Int(handler.register)).pointee = .object(exception)
        frame.pointee.pc = code.instructions + Int(handler.target)
        return
      }
      let ended = frame.pointee
      if keepsFramesOfErrors { exception.keptFrames.append(keptFrame(index)) }
      releaseRegisters(ended.base, code.registerCount)
      frameCount -= 1
      if let generator = ended.generator?.takeUnretainedValue() {
        generator.finish()
        if exception.type.isSubtype(of: .stopIteration) {
          let wrapped = Raised.runtimeError("generator raised StopIteration")
          wrapped.exception.cause = exception
          wrapped.exception.context = exception
          wrapped.exception.suppressesContext = true
          error = wrapped
        }
      }
      switch ended.kind {
      case .entry, .generatorEntry:
        restoreStackTop()
        throw error
      case .initialiser: (ended.base - 1).clear()
      case .plain, .generatorLoop: break
      }
      let below = frames + (frameCount - 1)
      index = Int32(below.pointee.pc - below.pointee.code._withUnsafeGuaranteedRef { $0.instructions }) - 1
    }
  }

  /// The top frame with its names as they are when an exception ends it.
  private func keptFrame(_ index: Int32) -> ScriptFrame {
    let frame = frames[frameCount - 1]
    let globals = currentGlobals(frame.base).takeUnretainedValue()
    let locals = locals(of: frameCount - 1).cast(to: DictObject.self) ?? globals
    return ScriptFrame(frame.code.takeUnretainedValue(), at: index, globals: globals, locals: locals, index: nil)
  }

  /// Makes the exception that is being handled the context of a new one.
  func attachContext(_ exception: ExceptionObject) {
    guard exception.context == nil, let current = handled, current !== exception else { return }
    // A chain that would lead back is cut.
    var link: ExceptionObject? = current
    var steps = 0
    while let next = link {
      if next.context === exception { next.context = nil }
      link = next.context
      steps += 1
      if steps > 1000 { return }
    }
    exception.context = current
  }

  /// After a frame ends that Swift code called: the registers above the frame below are free.
  func restoreStackTop() {
    if frameCount == 0 {
      stackTop = stackBase
    } else {
      let frame = frames + (frameCount - 1)
      stackTop = frame.pointee.base + frame.pointee.code._withUnsafeGuaranteedRef { $0.registerCount } + Interpreter.windowSlack
    }
  }

  // MARK: Instructions

  @inline(never) func raise(_ code: Unmanaged<Code>, _ i: Pointer, _ R: Register) throws(Raised) {
    if (R + Int(i.pointee.b)).isUnbound { throw unboundLocal(code, Int(i.pointee.b)) }
    let exception = try self.exception(from: R[Int(i.pointee.b)], "exceptions must derive from BaseException")
    if i.pointee.c >= 0 {
      let cause = R[Int(i.pointee.c)]
      exception.cause = cause.isNone ? nil : try self.exception(from: cause, "exception causes must derive from BaseException")
      exception.suppressesContext = true
    }
    attachContext(exception)
    throw Raised(exception)
  }

  /// The exception that a raised value means: itself, or an instance of the class.
  func exception(from value: Value, _ message: String) throws(Raised) -> ExceptionObject {
    if let exception = value.cast(to: ExceptionObject.self) { return exception }
    if let type = value.cast(to: TypeObject.self), type.isSubtype(of: .baseException) {
      let made = try call(value)
      guard let exception = made.cast(to: ExceptionObject.self) else {
        throw .typeError(
          "calling \(try repr(value)) should have returned an instance of BaseException, not \(try repr(made.type.asValue))")
      }
      return exception
    }
    throw .typeError(message)
  }

  @inline(never) func matchException(_ code: Unmanaged<Code>, _ i: Pointer, _ R: Register) throws(Raised) {
    let exception = R[Int(i.pointee.b)]
    (R + Int(i.pointee.a)).setBool(try matches(exception.type, R[Int(i.pointee.c)]))
  }

  private func matches(_ type: TypeObject, _ classes: Value) throws(Raised) -> Bool {
    if let class_ = classes.cast(to: TypeObject.self), class_.isSubtype(of: .baseException) {
      return type.isSubtype(of: class_)
    }
    if let tuple = classes.cast(to: TupleObject.self) {
      for element in tuple.elements {
        guard let class_ = element.cast(to: TypeObject.self), class_.isSubtype(of: .baseException) else {
          throw .typeError("catching classes that do not inherit from BaseException is not allowed")
        }
        if type.isSubtype(of: class_) { return true }
      }
      return false
    }
    throw .typeError("catching classes that do not inherit from BaseException is not allowed")
  }

  @inline(never) func takeGroup(_ i: Pointer, _ R: Register) throws(Raised) {
    let parts = try ExceptionGroups.take(R[Int(i.pointee.b)], R[Int(i.pointee.c)], self)
    (R + Int(i.pointee.a)).pointee = parts.match
    (R + Int(i.pointee.b)).pointee = parts.rest
  }

  @inline(never) func endGroup(_ i: Pointer, _ R: Register) throws(Raised) {
    guard let original = R[Int(i.pointee.b)].cast(to: ExceptionObject.self) else { return }
    let raised = R[Int(i.pointee.c)].cast(to: ListObject.self)?.elements.compactMap { $0.cast(to: ExceptionObject.self) }
    (R + Int(i.pointee.a)).pointee = ExceptionGroups.value(try ExceptionGroups.remaining(original, raised ?? []))
  }

  private func traceback(of exception: Value) -> Value {
    guard let exception = exception.cast(to: ExceptionObject.self) else { return .none }
    return .object(TracebackObject(exception.frames.reversed()))
  }

  // MARK: Context managers

  @inline(never) func enterWith(_ code: Unmanaged<Code>, _ i: Pointer, _ R: Register) throws(Raised) {
    let manager = R[Int(i.pointee.b)]
    let type = manager.type
    guard let enter = type.lookup(Names.enter) else {
      throw .typeError("'\(type.name)' object does not support the context manager protocol")
    }
    guard let exit = type.lookup(Names.exit) else {
      throw .typeError("'\(type.name)' object does not support the context manager protocol (missed __exit__ method)")
    }
    (R + Int(i.pointee.a)).pointee = try bound(exit, to: manager)
    (R + Int(i.pointee.c)).pointee = try call(try bound(enter, to: manager))
  }

  @inline(never) func exitWith(_ i: Pointer, _ R: Register) throws(Raised) {
    let exit = R[Int(i.pointee.b)]
    guard i.pointee.c >= 0 else {
      (R + Int(i.pointee.a)).pointee = try call(exit, [.none, .none, .none])
      return
    }
    let exception = R[Int(i.pointee.c)]
    let result = try call(exit, [exception.type.asValue, exception, traceback(of: exception)])
    (R + Int(i.pointee.a)).setBool(try isTrue(result))
  }
}
