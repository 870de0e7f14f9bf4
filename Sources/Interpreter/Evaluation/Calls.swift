/// Calls: what may stand in the callee's register, and how arguments come to lie in the registers of parameters.
extension Interpreter {
  /// Registers that a call may use above its frame: a receiver, or an instance and its initialiser, may be put in front.
  static let windowSlack = 4

  /// Starts a frame whose arguments are in place.
  @inline(__always) func push(
    _ callee: Unmanaged<Code>, base: Register, destination: Int32, kind: Frame.Kind
  ) throws(Raised) {
    let (entry, registers, locals, parameters) = callee._withUnsafeGuaranteedRef {
      ($0.instructions, $0.registerCount, $0.localCount, $0.parameterCount)
    }
    if frameCount >= recursionLimit || base + (registers &+ Interpreter.windowSlack) > stackLimit { throw recursionError() }
    let first = base + (parameters &+ 1)
    for k in 0..<locals { (first + k).markUnbound() }
    (frames + frameCount).initialize(
      to: Frame(code: callee, pc: entry, base: base, destination: destination, kind: kind, generator: nil))
    frameCount &+= 1
  }

  @inline(never) func recursionError() -> Raised { Raised(.recursionError, "maximum recursion depth exceeded") }

  /// Does a call of a script frame that is not the plain case. True when a frame was started.
  @inline(never) func callSlow(
    _ code: Unmanaged<Code>, _ i: UnsafeMutablePointer<Instruction>, _ window: Register, _ count: Int
  ) throws(Raised) -> Bool {
    if window.isObject {
      let tag = window.objectTag
      if tag == ObjectTag.native.rawValue {
        let function = Unmanaged<NativeFunction>.fromOpaque(window.reference)
        if i.pointee.d < 0 {
          let quick = function._withUnsafeGuaranteedRef { $0.quick }
          if quick != .none, quickCall(quick, window + 1, count, window) {
            (frames[frameCount &- 1].base + Int(i.pointee.a)).takeFrom(window)
            return false
          }
          try callNative(function, i, window, count, nil)
        } else {
          let site = code._withUnsafeGuaranteedRef { $0.callSitePointers }[Int(i.pointee.d)]
          try callNative(function, i, window, count, site._withUnsafeGuaranteedRef { $0.keywords })
        }
        return false
      }
      if tag == ObjectTag.type.rawValue, i.pointee.d < 0 {
        let quick = Unmanaged<TypeObject>.fromOpaque(window.reference)._withUnsafeGuaranteedRef { $0.quick }
        if quick != .none, quickCall(quick, window + 1, count, window) {
          (frames[frameCount &- 1].base + Int(i.pointee.a)).takeFrom(window)
          return false
        }
      }
    }
    let site = i.pointee.d >= 0 ? code._withUnsafeGuaranteedRef { $0.callSites[Int(i.pointee.d)] } : nil
    if window.isUnbound { throw unboundLocal(code, Int(i.pointee.b)) }
    let base = frames[frameCount &- 1].base
    let result: Value?
    do throws(Raised) {
      result = try startCall(window, count, site?.keywordNames, destination: Int32(i.pointee.a), isEntry: false)
    } catch {
      for k in 0..<(count + 3) { (window + k).clear() }
      throw error
    }
    guard let result else { return true }
    (base + Int(i.pointee.a)).pointee = result
    return false
  }

  /// Calls a native function whose arguments lie in a window after its first register, which may hold the function.
  @inline(__always) private func callNative(
    _ function: Unmanaged<NativeFunction>, _ i: UnsafeMutablePointer<Instruction>, _ window: Register, _ count: Int,
    _ keywords: Unmanaged<TupleObject>?
  ) throws(Raised) {
    let base = frames[frameCount &- 1].base
    let arguments = Arguments(unmanaged: self, window + 1, count, keywords: keywords, function: function)
    do throws(Raised) {
      let (slots, body) = function._withUnsafeGuaranteedRef { ($0.directSlots, $0.body) }
      let result: Value
      if keywords == nil && slots == count || slots == NativeFunction.anyCount {
        result = try body(arguments)
      } else {
        result = try function.takeUnretainedValue().call(arguments)
      }
      var k = 0
      while k <= count {
        if (window + k).isObject { (window + k).releaseObject() }
        k &+= 1
      }
      (base + Int(i.pointee.a)).pointee = result
    } catch {
      for k in 0...count { (window + k).clear() }
      throw error
    }
  }

  /// Calls the native method that a call site knows for the receiver in the window's second register. True when it was done.
  @inline(never) func callNativeMethod(
    _ function: Unmanaged<Object>, _ i: UnsafeMutablePointer<Instruction>, _ window: Register, _ site: Unmanaged<CallSite>
  ) throws(Raised) {
    let count = Int(i.pointee.c) &+ 1
    let (quick, keywords) = site._withUnsafeGuaranteedRef { ($0.quick, $0.keywords) }
    if quick != .none, quickCall(quick, window + 1, count, frames[frameCount &- 1].base + Int(i.pointee.a)) { return }
    try callNative(Unmanaged<NativeFunction>.fromOpaque(function.toOpaque()), i, window, count, keywords)
  }

  /// Calls what a window holds: the callee, then `count` arguments of which the last ones may be keywords. Nil when a frame was
  /// started, whose result the evaluator will have; with `isEntry` the frame is one to `run`.
  func startCall(
    _ window: Register, _ count: Int, _ keywords: TupleObject?, destination: Int32, isEntry: Bool
  ) throws(Raised) -> Value? {
    guard window.isObject else { throw notCallable(window.pointee) }
    switch ObjectTag(rawValue: window.objectTag & 0x7F) {
    case .function:
      let function = window.with(FunctionObject.self) { $0 }
      try bind(function, window, count, keywords)
      let code = Unmanaged.passUnretained(function.code)
      try push(code, base: window, destination: destination, kind: isEntry ? .entry : .plain)
      return nil
    case .native:
      let function = window.with(NativeFunction.self) { $0 }
      let result = try function.call(Arguments(self, window + 1, count, keywordNames: keywords, function: function))
      for k in 0...count { (window + k).clear() }
      return result
    case .boundMethod:
      let method = window.with(BoundMethodObject.self) { $0 }
      shift(window + 1, count, by: 1)
      window.pointee = method.function
      (window + 1).pointee = method.receiver
      if window.isObject, window.objectTag == ObjectTag.boundMethod.rawValue {
        // A bound method of a bound method: rare, and the window has no room for many receivers.
        let arguments = (1...(count + 1)).map { window[$0] }
        return try callCollected(window.pointee, arguments, keywords)
      }
      return try startCall(window, count + 1, keywords, destination: destination, isEntry: isEntry)
    case .type:
      let type = window.with(TypeObject.self) { $0 }
      if type.metatype == nil {
        return try instantiate(type, window, count, keywords, destination: destination, isEntry: isEntry)
      }
      fallthrough
    default:
      let callee = window.pointee
      guard let call = callee.type.slots.call else { throw notCallable(callee) }
      let result = try call(callee, Arguments(self, window + 1, count, keywordNames: keywords))
      for k in 0...count { (window + k).clear() }
      return result
    }
  }

  func callCollected(_ function: Value, _ arguments: [Value], _ keywords: TupleObject?) throws(Raised) -> Value {
    guard let keywords else { return try call(function, arguments) }
    let positional = arguments.count - keywords.count
    var named: [(String, Value)] = []
    for k in 0..<keywords.count { named.append((keywords.storage[k].stringValue ?? "", arguments[positional + k])) }
    return try call(function, Array(arguments[..<positional]), keywords: named)
  }

  /// Moves arguments up to make room in front of them.
  func shift(_ first: Register, _ count: Int, by distance: Int) {
    var k = count - 1
    while k >= 0 {
      (first + k + distance).takeFrom(first + k)
      k -= 1
    }
  }

  func notCallable(_ value: Value) -> Raised { .typeError("'\(value.type.name)' object is not callable") }

  // MARK: From Swift

  /// Calls a value.
  package func call(_ function: Value, _ arguments: [Value] = [], keywords: [(String, Value)] = []) throws(Raised) -> Value {
    let window = stackTop
    let count = arguments.count + keywords.count
    if window + (count + 16) > stackLimit { throw recursionError() }
    window.pointee = function
    for (k, argument) in arguments.enumerated() { window[k + 1] = argument }
    for (k, argument) in keywords.enumerated() { window[arguments.count + k + 1] = argument.1 }
    let names = keywords.isEmpty ? nil : TupleObject(keywords.map { .object(StrObject.intern($0.0)) })
    return try callWindow(window, count, names)
  }

  /// Calls a value with one argument.
  func call(_ function: Value, _ argument: Value) throws(Raised) -> Value {
    let window = stackTop
    if window + 16 > stackLimit { throw recursionError() }
    window.pointee = function
    (window + 1).pointee = argument
    return try callWindow(window, 1, nil)
  }

  /// Calls a value with two arguments.
  func call(_ function: Value, _ first: Value, _ second: Value) throws(Raised) -> Value {
    let window = stackTop
    if window + 16 > stackLimit { throw recursionError() }
    window.pointee = function
    (window + 1).pointee = first
    (window + 2).pointee = second
    return try callWindow(window, 2, nil)
  }

  private func callWindow(_ window: Register, _ count: Int, _ keywords: TupleObject?) throws(Raised) -> Value {
    stackTop = window + count + 1 + Interpreter.windowSlack
    defer { stackTop = window }
    do throws(Raised) {
      if let result = try startCall(window, count, keywords, destination: 0, isEntry: true) { return result }
    } catch {
      for k in 0..<(count + 3) { (window + k).clear() }
      throw error
    }
    return try run()
  }

  /// Calls a method by name.
  package func callMethod(_ receiver: Value, _ name: String, _ arguments: [Value] = []) throws(Raised) -> Value {
    try call(try attribute(receiver, name), arguments)
  }

  // MARK: Methods

  /// A method call that is not the cached case: finds the method, remembers it where that is sound, and calls.
  @inline(never) func callMethodSlow(
    _ code: Unmanaged<Code>, _ i: UnsafeMutablePointer<Instruction>, _ window: Register, _ site: Unmanaged<CallSite>
  ) throws(Raised) -> Bool {
    let site = site.takeUnretainedValue()
    let receiver = window + 1
    if receiver.isUnbound { throw unboundLocal(code, Int(i.pointee.b) + 1) }
    guard let name = site.method else { return false }
    let value = receiver.pointee
    let type = value.type
    if type.slots.getAttribute == nil, !type.overridesAttributeAccess, let found = type.lookup(name),
      case .object(let function) = found, function.isPlainMethod
    {
      var isHidden = false
      if case .object(let object) = value {
        // Classes and modules have attributes that go before those of their own class.
        isHidden = !object.hasPlainAttributes || object.ownAttribute(name) != nil
        if !isHidden {
          site.cachedVersion = type.version
          site.cachedShape = Unmanaged.passUnretained(object.shape).toOpaque()
          site.cachedFunction = Unmanaged.passUnretained(function)
          let native = found.cast(to: NativeFunction.self)
          site.isNative = native != nil
          site.quick = site.keywordNames == nil ? native?.quick ?? .none : .none
        }
      }
      if !isHidden {
        window.pointee = found
        return try callSlow(code, i, window, Int(i.pointee.c) + 1)
      }
    }
    let attribute: Value
    do throws(Raised) {
      attribute = try self.attribute(value, name)
    } catch {
      for k in 0...(Int(i.pointee.c) + 1) { (window + k).clear() }
      error.exception.isAttributeOfCall = true
      throw error
    }
    window.clear()
    receiver.pointee = attribute
    return try callSlow(code, i, receiver, Int(i.pointee.c))
  }
}
