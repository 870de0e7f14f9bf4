/// Making instances of classes.
extension Interpreter {
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
  func isPlainException(_ type: TypeObject) -> Bool {
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

  func abstractError(_ type: TypeObject) -> Raised {
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
}
