/// Generators: resuming, ending, delegating.
extension Interpreter {
  /// Puts a generator's registers on the stack as the top frame. The registers are moved; the generator keeps none meanwhile.
  private func pushGenerator(_ generator: GeneratorObject, _ kind: Frame.Kind, destination: Int32) throws(Raised) {
    if generator.state == .running { throw .valueError("generator already executing") }
    let count = generator.code.registerCount
    let base = stackTop
    if frameCount >= recursionLimit || base + (count + Interpreter.windowSlack) > stackLimit { throw recursionError() }
    base.raw.copyMemory(from: generator.registers.raw, byteCount: count * MemoryLayout<Value>.stride)
    (frames + frameCount).initialize(
      to: Frame(
        code: Unmanaged.passUnretained(generator.code), pc: generator.pc, base: base, destination: destination, kind: kind,
        generator: Unmanaged.passUnretained(generator)))
    frameCount += 1
    generator.state = .running
  }

  /// Resumes a generator that a `for` loop asks for its next value; false when it has ended before.
  @inline(never) func resumeInLoop(_ register: Register, destination: Int32) throws(Raised) -> Bool {
    let generator = register.with(GeneratorObject.self) { $0 }
    if generator.state == .finished { return false }
    let wasSuspended = generator.state == .suspended
    try pushGenerator(generator, .generatorLoop, destination: destination)
    if wasSuspended { receive(.none) }
    return true
  }

  /// Gives the value that is sent to the `yield` at which the top frame waits.
  private func receive(_ value: Value) {
    let frame = frames + (frameCount - 1)
    (frame.pointee.base + Int((frame.pointee.pc - 1).pointee.a)).pointee = value
  }

  /// Runs a generator to its next value; nil when it ends (`returned` then holds its result).
  func resume(_ generator: GeneratorObject, sending value: Value = .none) throws(Raised) -> Value? {
    if generator.state == .finished { return nil }
    if generator.state == .created, !value.isNone {
      throw .typeError("can't send non-None value to a just-started generator")
    }
    let wasSuspended = generator.state == .suspended
    let saved = stackTop
    try pushGenerator(generator, .generatorEntry, destination: 0)
    if wasSuspended { receive(value) }
    defer { stackTop = saved }
    let result = try run()
    return result.isUnbound ? nil : result
  }

  /// Raises an exception at the place where a generator waits.
  func throwInto(_ generator: GeneratorObject, _ error: Raised) throws(Raised) -> Value? {
    if generator.state == .finished { throw error }
    if generator.state == .created {
      generator.finish()
      generator.registers.deinitialize(count: generator.code.registerCount)
      throw error
    }
    var failing: Raised? = error
    // A `yield from` passes it on to the iterator that it delegates to.
    if generator.state == .suspended, (generator.pc - 1).pointee.op == .yield, (generator.pc - 1).pointee.c > 0 {
      let delegate = generator.registers[Int((generator.pc - 1).pointee.c)]
      generator.state = .running
      defer { if generator.state == .running { generator.state = .suspended } }
      do throws(Raised) {
        var yielded: Value?
        var result: Value = .none
        if let inner = delegate.cast(to: GeneratorObject.self) {
          if error.exception.type.isSubtype(of: .generatorExit) {
            try close(inner)
            throw error
          }
          yielded = try throwInto(inner, error)
          result = inner.returned
        } else if let method = try attributeIfPresent(delegate, "throw") {
          yielded = try call(method, error.exception.asValue)
        } else {
          throw error
        }
        if let yielded { return yielded }
        finishDelegation(generator, result)
        failing = nil
      } catch {
        if error.exception.type.isSubtype(of: .stopIteration) {
          finishDelegation(generator, error.exception.arguments.first ?? .none)
          failing = nil
        } else {
          failing = error
        }
      }
      generator.state = .suspended
    }
    let saved = stackTop
    try pushGenerator(generator, .generatorEntry, destination: 0)
    defer { stackTop = saved }
    let result = try run(failing: failing)
    return result.isUnbound ? nil : result
  }

  /// Moves a generator from its `yield from` to what follows, with the delegate's result.
  private func finishDelegation(_ generator: GeneratorObject, _ result: Value) {
    let step = generator.pc - 2
    generator.registers[Int(step.pointee.a)] = result
    generator.pc = generator.code.instructions + Int(step.pointee.d)
  }

  /// `generator.close()`.
  func close(_ generator: GeneratorObject) throws(Raised) {
    switch generator.state {
    case .finished: return
    case .running: throw .valueError("generator already executing")
    case .created:
      generator.finish()
      generator.registers.deinitialize(count: generator.code.registerCount)
    case .suspended:
      let value: Value?
      do throws(Raised) {
        value = try throwInto(generator, Raised(ExceptionObject(.generatorExit)))
      } catch {
        let type = error.exception.type
        if type.isSubtype(of: .generatorExit) || type.isSubtype(of: .stopIteration) { return }
        throw error
      }
      if value != nil { throw .runtimeError("generator ignored GeneratorExit") }
    }
  }

  /// Runs the `finally` blocks of a generator that nobody will resume.
  func abandon(_ generator: GeneratorObject) {
    if frameCount + 10 >= recursionLimit { return }
    do throws(Raised) { try close(generator) } catch {
      errorOutput("Exception ignored in: <generator object \(generator.qualifiedName)>\n" + traceback(error))
    }
  }

  /// One step of `yield from`. True when the delegate has ended.
  @inline(never) func yieldFromStep(_ i: Pointer, _ R: Register) throws(Raised) -> Bool {
    let iterator = R[Int(i.pointee.b)]
    let sent = (R + Int(i.pointee.c)).takeOut()
    let target = R + Int(i.pointee.a)
    if let generator = iterator.cast(to: GeneratorObject.self) {
      if let value = try resume(generator, sending: sent) {
        target.pointee = value
        return false
      }
      target.pointee = generator.returned
      return true
    }
    do throws(Raised) {
      if sent.isNone {
        if let value = try next(iterator) {
          target.pointee = value
          return false
        }
        target.pointee = .none
        return true
      }
      target.pointee = try call(try attribute(iterator, "send"), sent)
      return false
    } catch {
      guard error.exception.type.isSubtype(of: .stopIteration) else { throw error }
      target.pointee = error.exception.arguments.first ?? .none
      return true
    }
  }
}
