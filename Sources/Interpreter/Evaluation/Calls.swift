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

  // MARK: Parameters

  /// Brings the arguments in a window into the registers of a function's parameters.
  @inline(never) func bind(
    _ function: FunctionObject, _ window: Register, _ count: Int, _ keywords: TupleObject?
  ) throws(Raised) {
    let layout = function.code.parameters
    let keywordCount = keywords?.count ?? 0
    let positional = count - keywordCount
    if keywordCount == 0, layout.isSimple {
      if positional == layout.positional { return }
      let missing = layout.positional - positional
      if missing > 0, missing <= function.defaults.count {
        let first = function.defaults.count - missing
        for k in 0..<missing { (window + positional + 1 + k).pointee = function.defaults[first + k] }
        return
      }
    }
    if let keywords, bindKeywords(function, window, positional, keywords) { return }
    // Keywords, surplus and missing arguments: collected aside, then laid out.
    let total = layout.total
    if window + (Swift.max(total, count) + 8) > stackLimit { throw recursionError() }
    var slots = [Value](repeating: .unbound, count: total)
    var extra: [Value] = []
    for k in 0..<positional {
      let value = (window + 1 + k).takeOut()
      if k < layout.positional { slots[k] = value } else { extra.append(value) }
    }
    var extraKeywords: DictObject?
    if layout.hasVarKeyword { extraKeywords = DictObject() }
    var misplaced: [String] = []
    if let keywords {
      for k in 0..<keywordCount {
        let value = (window + 1 + positional + k).takeOut()
        guard let name = keywords.storage[k].cast(to: StrObject.self) else { continue }
        var slot = -1
        for p in 0..<(layout.positional + layout.keywordOnly) where layout.names[p] === name || layout.names[p].equals(name) {
          slot = p
        }
        if slot >= layout.positionalOnly {
          if !slots[slot].isUnbound {
            throw .typeError("\(function.qualifiedName)() got multiple values for argument '\(name.string)'")
          }
          slots[slot] = value
        } else if let extraKeywords {
          extraKeywords.set(name, value)
        } else if slot >= 0 {
          misplaced.append(name.string)
        } else {
          throw .typeError("\(function.qualifiedName)() got an unexpected keyword argument '\(name.string)'")
        }
      }
    }
    if !misplaced.isEmpty {
      let list = misplaced.joined(separator: ", ")
      throw .typeError(
        "\(function.qualifiedName)() got some positional-only arguments passed as keyword arguments: '\(list)'")
    }
    if !extra.isEmpty, !layout.hasVarPositional { throw tooMany(function, positional, slots) }
    try fillDefaults(function, &slots)
    if layout.hasVarPositional { slots[layout.positional + layout.keywordOnly] = .tuple(extra) }
    if let extraKeywords { slots[total - 1] = .object(extraKeywords) }
    for k in 0..<total { (window + 1 + k).pointee = slots[k] }
  }

  /// Moves known keywords to their parameters and fills in defaults, for functions without `*args` and `**kw`. False, and nothing
  /// done, where the general way is needed.
  private func bindKeywords(_ function: FunctionObject, _ window: Register, _ positional: Int, _ keywords: TupleObject) -> Bool
  {
    let code = function.code
    let count = keywords.count
    let total = code.parameterCount
    guard code.bindsInPlace, positional <= code.positionalCount, positional + count <= total, total <= 24,
      window + (2 * total + 8) < stackLimit
    else { return false }
    let first = window + 1
    // The keywords wait above the parameters until all are known to be right.
    let waiting = first + total
    var filled: UInt32 = 0
    var places: (UInt64, UInt64, UInt64) = (0, 0, 0)
    let isRight = withUnsafeMutableBytes(of: &places) { places -> Bool in
      for k in 0..<count {
        guard (keywords.storage + k).isObject else { return false }
        let slot = code.parameterSlot(named: (keywords.storage + k).reference)
        if slot < positional || filled & (1 << UInt32(slot)) != 0 { return false }
        filled |= 1 << UInt32(slot)
        places[k] = UInt8(truncatingIfNeeded: slot)
      }
      for slot in positional..<Swift.max(total, positional) where filled & (1 << UInt32(slot)) == 0 {
        if function.defaultValue(slot) == nil { return false }
      }
      for k in 0..<count { (waiting + k).takeFrom(first + (positional + k)) }
      for k in 0..<count { (first + Int(places[k])).takeFrom(waiting + k) }
      return true
    }
    if !isRight { return false }
    for slot in positional..<Swift.max(total, positional) where filled & (1 << UInt32(slot)) == 0 {
      if let value = function.defaultValue(slot) { (first + slot).pointee = value }
    }
    return true
  }

  private func fillDefaults(_ function: FunctionObject, _ slots: inout [Value]) throws(Raised) {
    let layout = function.code.parameters
    var missing: [String] = []
    let firstDefault = layout.positional - function.defaults.count
    for p in 0..<layout.positional where slots[p].isUnbound {
      if p >= firstDefault { slots[p] = function.defaults[p - firstDefault] } else { missing.append(layout.names[p].string) }
    }
    if !missing.isEmpty { throw missingArguments(function, missing, "positional") }
    for p in 0..<layout.keywordOnly where slots[layout.positional + p].isUnbound {
      let value: Value = p < function.keywordDefaults.count ? function.keywordDefaults[p] : .unbound
      if value.isUnbound { missing.append(layout.names[layout.positional + p].string) }
      slots[layout.positional + p] = value
    }
    if !missing.isEmpty { throw missingArguments(function, missing, "keyword-only") }
  }

  private func missingArguments(_ function: FunctionObject, _ names: [String], _ kind: String) -> Raised {
    let quoted = names.map { "'\($0)'" }
    let list: String
    switch quoted.count {
    case 1: list = quoted[0]
    case 2: list = "\(quoted[0]) and \(quoted[1])"
    default: list = quoted.dropLast().joined(separator: ", ") + ", and " + quoted[quoted.count - 1]
    }
    return .typeError(
      "\(function.qualifiedName)() missing \(names.count) required \(kind) argument\(names.count == 1 ? "" : "s"): \(list)")
  }

  private func tooMany(_ function: FunctionObject, _ given: Int, _ slots: [Value]) -> Raised {
    let layout = function.code.parameters
    let least = layout.positional - function.defaults.count
    let takes = function.defaults.isEmpty ? "\(layout.positional)" : "from \(least) to \(layout.positional)"
    let plural = layout.positional == 1 && function.defaults.isEmpty ? "" : "s"
    let keywordOnly = slots[layout.positional..<(layout.positional + layout.keywordOnly)].filter { !$0.isUnbound }.count
    var were = "\(given)"
    if keywordOnly > 0 {
      were +=
        " positional argument\(given == 1 ? "" : "s") (and \(keywordOnly) keyword-only argument\(keywordOnly == 1 ? "" : "s"))"
    }
    return .typeError(
      "\(function.qualifiedName)() takes \(takes) positional argument\(plural) but \(were) "
        + "\(given == 1 && keywordOnly == 0 ? "was" : "were") given")
  }

  // MARK: Instances

  /// Makes an instance of a class from the arguments in a window whose register 0 holds the class.
  func instantiate(
    _ type: TypeObject, _ window: Register, _ count: Int, _ keywords: TupleObject?, destination: Int32, isEntry: Bool
  ) throws(Raised) -> Value? {
    if type.cachedInitVersion != type.version {
      type.cachedInit = type.lookup(Names.initialise)
      if let native = type.cachedInit?.cast(to: NativeFunction.self), native.owner === TypeObject.object {
        type.cachedInit = nil
      }
      type.cachedInitVersion = type.version
      type.hasScriptInit = type.cachedInit?.cast(to: FunctionObject.self) != nil
      type.hasAllocator = type.slots.allocate != nil
      type.constructsWholly = isPlainException(type)
      type.makesFinished = type.slots.construct != nil && !(type.hasScriptInit && type.hasAllocator && !type.hasScriptNew)
    }
    let instance: Value
    let initialiser = type.cachedInit
    if type.makesFinished {
      guard let construct = type.slots.construct else { return nil }
      instance = try construct(type, Arguments(self, window + 1, count, keywordNames: keywords))
      if type === TypeObject.type || initialiser == nil || keywords == nil && type.constructsWholly
        || !instance.type.isSubtype(of: type)
      {
        for k in 0...count { (window + k).clear() }
        return instance
      }
    } else if type.hasAllocator, let allocate = type.slots.allocate {
      instance = try allocate(type)
    } else {
      if type.metatype != nil, type.isAbstract { throw abstractError(type) }
      instance = .object(Object(type, .instance))
    }
    guard case .object(let function)? = initialiser else {
      if count > 0 { throw .typeError("\(type.name)() takes no arguments") }
      window.clear()
      return instance
    }
    if type.hasScriptInit {
      // The instance waits below the window of its initialiser.
      shift(window + 1, count, by: 2)
      window.pointee = instance
      (window + 1).pointee = .object(function)
      (window + 2).pointee = instance
      let script = unsafeDowncast(function, to: FunctionObject.self)
      try bind(script, window + 1, count + 1, keywords)
      let code = Unmanaged.passUnretained(script.code)
      if !isEntry {
        try push(code, base: window + 1, destination: destination, kind: .initialiser)
        return nil
      }
      try push(code, base: window + 1, destination: 0, kind: .entry)
      let top = stackTop
      let result = try run()
      stackTop = top
      window.clear()
      if !result.isNone { throw .typeError("__init__() should return None, not '\(result.type.name)'") }
      return instance
    }
    var arguments = [instance]
    for k in 0..<count { arguments.append(window[1 + k]) }
    _ = try callCollected(.object(function), arguments, keywords)
    for k in 0...count { (window + k).clear() }
    return instance
  }

  /// Whether instances of an exception class are made by `BaseException` alone, whose `__init__` would only do again what was done.
  private func isPlainException(_ type: TypeObject) -> Bool {
    guard let native = type.cachedInit?.cast(to: NativeFunction.self), native.owner === TypeObject.baseException else {
      return false
    }
    for base in type.mro {
      if base === TypeObject.baseException { return true }
      if base.ownSlots.construct != nil { return false }
    }
    return false
  }

  /// Starts `__init__` of a plain script class with exactly its positional parameters; false when the call is of another kind.
  @inline(never) func startInstance(_ window: Register, _ count: Int, _ destination: Int32) throws(Raised) -> Bool {
    let type = Unmanaged<TypeObject>.fromOpaque(window.reference)
    let (version, known, function) = type._withUnsafeGuaranteedRef { ($0.version, $0.starterVersion, $0.starter) }
    guard known == version, let function else {
      return known != version && findStarter(type) ? try startInstance(window, count, destination) : false
    }
    let (isSimple, code) = Unmanaged<FunctionObject>.fromOpaque(function.toOpaque())._withUnsafeGuaranteedRef {
      ($0.isSimple, Unmanaged.passUnretained($0.code))
    }
    guard isSimple, code._withUnsafeGuaranteedRef({ $0.parameterCount }) == count &+ 1 else { return false }
    let instance = Unmanaged.passRetained(Object(ofScriptClass: type))
    // The instance waits below the window of its initialiser.
    var k = count
    while k > 0 {
      (window + (k &+ 2)).takeFrom(window + k)
      k &-= 1
    }
    window.overwrite(Int(bitPattern: instance.toOpaque()), ValueTag.object)
    (window + 1).setReference(function)
    (window + 2).setReference(instance)
    do throws(Raised) {
      try push(code, base: window + 1, destination: destination, kind: .initialiser)
    } catch {
      for k in 0..<(count + 3) { (window + k).clear() }
      throw error
    }
    return true
  }

  /// Remembers with which function instances of a class start; false where more is to be done or `instantiate` has not looked yet.
  @inline(never) private func findStarter(_ type: Unmanaged<TypeObject>) -> Bool {
    let type = type.takeUnretainedValue()
    guard type.cachedInitVersion == type.version else { return false }
    type.starter = nil
    type.starterVersion = type.version
    guard type.hasScriptInit, !type.makesFinished, !type.hasAllocator,
      type.metatype == nil, type.isScriptDefined, case .object(let function)? = type.cachedInit
    else { return false }
    type.starter = Unmanaged.passUnretained(function)
    return true
  }

  private func abstractError(_ type: TypeObject) -> Raised {
    let names = type.abstractNames
    return .typeError(
      "Can't instantiate abstract class \(type.name) with abstract method\(names.count == 1 ? "" : "s") "
        + names.joined(separator: ", "))
  }

  /// `f(*list, **dict)`.
  @inline(never) func callSpread(_ i: UnsafeMutablePointer<Instruction>, _ R: Register) throws(Raised) -> Bool {
    let window = R + Int(i.pointee.b)
    let function = window.takeOut()
    let arguments = (window + 1).takeOut().cast(to: ListObject.self)?.elements ?? []
    let keywords = (window + 2).takeOut().cast(to: DictObject.self)?.pairs ?? []
    var named: [(String, Value)] = []
    for (key, value) in keywords {
      guard let name = key.stringValue else { throw .typeError("keywords must be strings") }
      named.append((name, value))
    }
    let result = try call(function, arguments, keywords: named)
    (frames[frameCount - 1].base + Int(i.pointee.a)).pointee = result
    return false
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
