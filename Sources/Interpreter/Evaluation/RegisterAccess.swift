/// What the evaluator asks of objects in registers, without counting references. Each is a function of its own because closures
/// inside the evaluator's loop were neither inlined nor free: they kept its state in memory (every instruction took a third longer).
extension UnsafeMutablePointer where Pointee == Value {
  /// The slot of the attribute that a cache knows for the register's object; nil when the cache is about another class or layout.
  @inline(__always) func attributeSlot(_ cache: UnsafeMutablePointer<AttributeCache>) -> Register? {
    let slot = Int(cache.pointee.slot)
    let version = cache.pointee.version
    let shape = cache.pointee.shape?.toOpaque()
    return Unmanaged<Object>.fromOpaque(reference)._withUnsafeGuaranteedRef { object -> Register? in
      if slot >= 0, object.storedType.version == version, Unmanaged.passUnretained(object.shape).toOpaque() == shape {
        return object.attributeSlots.unsafelyUnwrapped + slot
      }
      return nil
    }
  }

  /// Stores an attribute of the register's object where a cache knows the place; false when it does not.
  @inline(__always) func storeAttribute(_ cache: UnsafeMutablePointer<AttributeCache>, _ value: Register) -> Bool {
    let slot = Int(cache.pointee.slot)
    let version = cache.pointee.version
    let shape = cache.pointee.shape?.toOpaque()
    let next = cache.pointee.nextShape
    if slot < 0 || value.isUnbound { return false }
    return Unmanaged<Object>.fromOpaque(reference)._withUnsafeGuaranteedRef { object -> Bool in
      if object.storedType.version != version || Unmanaged.passUnretained(object.shape).toOpaque() != shape { return false }
      if let next {
        next._withUnsafeGuaranteedRef { object.appendAttribute($0, from: value) }
      } else {
        (object.attributeSlots.unsafelyUnwrapped + slot).copyFrom(value)
      }
      return true
    }
  }

  /// The method that a call site knows for the register's object.
  @inline(__always) func cachedMethod(_ site: Unmanaged<CallSite>) -> Unmanaged<Object>? {
    let (version, shape, function) = site._withUnsafeGuaranteedRef { ($0.cachedVersion, $0.cachedShape, $0.cachedFunction) }
    guard let function else { return nil }
    let isKnown = Unmanaged<Object>.fromOpaque(reference)._withUnsafeGuaranteedRef { object -> Bool in
      object.storedType.version == version && Unmanaged.passUnretained(object.shape).toOpaque() == shape
    }
    return isKnown ? function : nil
  }

  /// The code of the register's function when a call with so many positional arguments can start at once.
  @inline(__always) func simpleCallee(_ count: Int) -> Unmanaged<Code>? {
    let (isSimple, code) = Unmanaged<FunctionObject>.fromOpaque(reference)._withUnsafeGuaranteedRef {
      ($0.isSimple, Unmanaged.passUnretained($0.code))
    }
    return isSimple && code._withUnsafeGuaranteedRef { $0.parameterCount } == count ? code : nil
  }

  /// The element of the register's list at a position that may be negative; nil outside.
  @inline(__always) func listElement(_ position: Int) -> Register? {
    let (storage, used) = Unmanaged<ListObject>.fromOpaque(reference)._withUnsafeGuaranteedRef { ($0.storage, $0.used) }
    let index = position < 0 ? position &+ used : position
    return index >= 0 && index < used ? storage + index : nil
  }

  /// The element of the register's tuple at a position that may be negative; nil outside.
  @inline(__always) func tupleElement(_ position: Int) -> Register? {
    let (storage, used) = Unmanaged<TupleObject>.fromOpaque(reference)._withUnsafeGuaranteedRef { ($0.storage, $0.count) }
    let index = position < 0 ? position &+ used : position
    return index >= 0 && index < used ? storage + index : nil
  }
}

extension Unmanaged where Instance == DictObject {
  /// The value of an entry when it has the key with this address; a wrong hint gives nil.
  @inline(__always) func valueSlot(_ index: Int, named name: UnsafeRawPointer) -> UnsafeMutablePointer<Value>? {
    _withUnsafeGuaranteedRef { $0.valueSlot(index, named: name) }
  }
}

extension Unmanaged where Instance == GeneratorObject {
  /// Moves the registers of a generator's frame back into the generator, which waits for its next value.
  @inline(__always) func suspend(from base: Register, count: Int, at pc: UnsafeMutablePointer<Instruction>) {
    _withUnsafeGuaranteedRef { generator in
      generator.registers.raw.copyMemory(from: base.raw, byteCount: count &* MemoryLayout<Value>.stride)
      generator.pc = pc
      generator.state = .suspended
    }
  }
}

extension Interpreter {
  /// Makes room above a frame that was just started; its constants and first instruction.
  @inline(__always) func enter(
    _ code: Unmanaged<Code>, _ base: Register
  ) -> (UnsafeMutablePointer<Value>, UnsafeMutablePointer<Instruction>) {
    let (constants, start, count) = code._withUnsafeGuaranteedRef { ($0.constants, $0.instructions, $0.registerCount) }
    stackTop = base + (count &+ Interpreter.windowSlack)
    return (constants, start)
  }

  /// The state of the frame on top, for the evaluator's loop: code, registers, next instruction, constants, first instruction.
  @inline(__always) func topFrame() -> (
    Unmanaged<Code>, Register, UnsafeMutablePointer<Instruction>, UnsafeMutablePointer<Value>, UnsafeMutablePointer<Instruction>
  ) {
    let top = frames + (frameCount &- 1)
    let code = top.pointee.code
    let base = top.pointee.base
    let (constants, start, count) = code._withUnsafeGuaranteedRef { ($0.constants, $0.instructions, $0.registerCount) }
    stackTop = base + (count &+ Interpreter.windowSlack)
    return (code, base, top.pointee.pc, constants, start)
  }
}
