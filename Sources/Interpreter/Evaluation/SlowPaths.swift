/// The parts of instructions that handle objects. Each is called with the frame's `pc` stored, so that tracebacks know the place.
extension Interpreter {
  typealias Pointer = UnsafeMutablePointer<Instruction>

  // MARK: Unbound names

  @inline(never) func unboundLocal(_ code: Unmanaged<Code>, _ register: Int) -> Raised {
    let names = code.takeUnretainedValue().localNames
    let name = register >= 0 && register < names.count ? names[register] : ""
    return Raised(
      .unboundLocalError, "cannot access local variable '\(name)' where it is not associated with a value")
  }

  @inline(never) func unboundCell(_ code: Unmanaged<Code>, _ register: Int) -> Raised {
    let name = code.takeUnretainedValue().cellNames[Int32(register)] ?? ""
    return Raised(.unboundLocalError, "cannot access local variable '\(name)' where it is not associated with a value")
  }

  @inline(never) func unboundFree(_ code: Unmanaged<Code>, _ index: Int) -> Raised {
    let names = code.takeUnretainedValue().freeNames
    let name = index < names.count ? names[index] : ""
    return .nameError("cannot access free variable '\(name)' where it is not associated with a value in enclosing scope")
  }

  private func check(_ code: Unmanaged<Code>, _ i: Pointer, _ R: Register) throws(Raised) {
    if (R + Int(i.pointee.b)).isUnbound { throw unboundLocal(code, Int(i.pointee.b)) }
  }

  private func checkBoth(_ code: Unmanaged<Code>, _ i: Pointer, _ R: Register) throws(Raised) {
    if (R + Int(i.pointee.b)).isUnbound { throw unboundLocal(code, Int(i.pointee.b)) }
    if (R + Int(i.pointee.c)).isUnbound { throw unboundLocal(code, Int(i.pointee.c)) }
  }

  /// Releases the operands that end with an instruction.
  @inline(__always) private func endOperands(_ i: Pointer, _ R: Register) {
    if i.pointee.flags & 1 != 0 { (R + Int(i.pointee.b)).clear() }
    if i.pointee.flags & 2 != 0 { (R + Int(i.pointee.c)).clear() }
  }

  @inline(__always) func takeValue(_ payload: Int, _ kind: UInt8) -> Value {
    withUnsafeTemporaryAllocation(of: Value.self, capacity: 1) { buffer in
      let register = buffer.baseAddress.unsafelyUnwrapped
      register.raw.storeBytes(of: payload, as: Int.self)
      register.raw.storeBytes(of: kind, toByteOffset: 8, as: UInt8.self)
      return register.move()
    }
  }

  @inline(__always) func releaseRegisters(_ R: Register, _ count: Int) {
    var k = 0
    while k < count {
      if (R + k).isObject { (R + k).releaseObject() }
      k &+= 1
    }
  }

  // MARK: Operators

  @inline(never) func binarySlow(_ op: Operator, _ i: Pointer, _ R: Register, _ y: Register) throws(Raised) {
    let x = R + Int(i.pointee.b)
    if op == .add, x != y, x.holds(.str), y.holds(.str), growText(x, y, i, R) { return }
    let code = frames[frameCount - 1].code
    if x.isUnbound { throw unboundLocal(code, Int(i.pointee.b)) }
    if y.isUnbound { throw unboundLocal(code, Int(i.pointee.c)) }
    let result: Value
    if i.pointee.flags & 4 != 0 {
      result = try inPlace(op, x.pointee, y.pointee)
    } else {
      result = try binary(op, x.pointee, y.pointee)
    }
    endOperands(i, R)
    (R + Int(i.pointee.a)).pointee = result
  }

  /// `text += part` where nothing else holds the text: it grows in place, so that building a long text takes linear time.
  private func growText(_ x: Register, _ y: Register, _ i: Pointer, _ R: Register) -> Bool {
    let target = R + Int(i.pointee.a)
    guard target == x || i.pointee.flags & 1 != 0 else { return false }
    let isOnlyReference = x.raw.withMemoryRebound(to: Object.self, capacity: 1) { isKnownUniquelyReferenced(&$0.pointee) }
    guard isOnlyReference else { return false }
    x.with(StrObject.self) { text in y.with(StrObject.self) { text.grow(by: $0) } }
    if target != x { target.takeFrom(x) }
    if i.pointee.flags & 2 != 0 { y.clear() }
    return true
  }

  @inline(never) func compareSlow(_ op: CompareOperator, _ i: Pointer, _ R: Register) throws(Raised) {
    try checkBoth(frames[frameCount - 1].code, i, R)
    let result = try compare(op, R[Int(i.pointee.b)], R[Int(i.pointee.c)])
    endOperands(i, R)
    (R + Int(i.pointee.a)).pointee = result
  }

  @inline(never) func compareJump(_ op: CompareOperator, _ i: Pointer, _ R: Register, _ y: Register) throws(Raised) -> Bool {
    let x = R + Int(i.pointee.b)
    let code = frames[frameCount - 1].code
    if x.isUnbound { throw unboundLocal(code, Int(i.pointee.b)) }
    if y.isUnbound { throw unboundLocal(code, Int(i.pointee.c)) }
    let truth: Bool
    if x.isObject, y.isObject, x.objectTag == ObjectTag.str.rawValue, y.objectTag == ObjectTag.str.rawValue,
      op == .equal || op == .notEqual
    {
      let same = x.with(StrObject.self) { a in y.with(StrObject.self) { b in a.equals(b) } }
      truth = same == (op == .equal)
    } else {
      truth = try isTrue(try compare(op, x.pointee, y.pointee))
    }
    endOperands(i, R)
    return truth
  }

  @inline(never) func identitySlow(_ code: Unmanaged<Code>, _ i: Pointer, _ R: Register) throws(Raised) {
    try checkBoth(code, i, R)
    let same = R[Int(i.pointee.b)].isIdentical(to: R[Int(i.pointee.c)])
    endOperands(i, R)
    (R + Int(i.pointee.a)).setBool(same == (i.pointee.d == 0))
  }

  @inline(never) func containsSlow(_ code: Unmanaged<Code>, _ i: Pointer, _ R: Register) throws(Raised) {
    try checkBoth(code, i, R)
    let found = try contains(R[Int(i.pointee.c)], R[Int(i.pointee.b)])
    endOperands(i, R)
    (R + Int(i.pointee.a)).setBool(found == (i.pointee.d == 0))
  }

  @inline(never) func isTrueSlow(_ code: Unmanaged<Code>, _ R: Register, _ register: Int) throws(Raised) -> Bool {
    let x = R + register
    if x.isUnbound { throw unboundLocal(code, register) }
    switch x.tag {
    case ValueTag.int: return x.bits != 0
    case ValueTag.bool: return x.bits & 1 != 0
    case ValueTag.float: return x.double != 0
    case ValueTag.object: return try isTrue(x.pointee)
    default: return false
    }
  }

  // MARK: Iteration

  @inline(never) func getIterator(_ code: Unmanaged<Code>, _ i: Pointer, _ R: Register) throws(Raised) {
    try check(code, i, R)
    (R + Int(i.pointee.a)).pointee = try iterator(of: R[Int(i.pointee.b)])
  }

  @inline(never) func iterateSlow(_ i: Pointer, _ R: Register) throws(Raised) -> Bool {
    let iterator = R + Int(i.pointee.b)
    let next: Value?
    // The register keeps the iterator alive.
    if iterator.objectTag == ObjectTag.iterator.rawValue {
      next = try Unmanaged<IteratorObject>.fromOpaque(iterator.reference).takeUnretainedValue().next()
    } else if iterator.objectTag == ObjectTag.dictIterator.rawValue {
      next = try Unmanaged<DictIteratorObject>.fromOpaque(iterator.reference).takeUnretainedValue().next()
    } else {
      next = try self.next(iterator.pointee)
    }
    guard let value = next else { return false }
    (R + Int(i.pointee.a)).pointee = value
    return true
  }

  // MARK: Items

  @inline(never) func getItemSlow(_ code: Unmanaged<Code>, _ i: Pointer, _ R: Register) throws(Raised) {
    let container = R + Int(i.pointee.b)
    let key = R + Int(i.pointee.c)
    if container.holds(.dict) {
      let found = container.with(DictObject.self) { dict -> Register? in
        let index = dict.lookUp(key)
        return index >= 0 ? (dict.entries + index).value : nil
      }
      if let found {
        let payload = found.bits
        let kind = found.tag
        if kind == ValueTag.object { _ = Unmanaged<Object>.fromOpaque(found.reference).retain() }
        endOperands(i, R)
        (R + Int(i.pointee.a)).overwrite(payload, kind)
        return
      }
    }
    if container.holds(.str), let part = textPart(container, key) {
      endOperands(i, R)
      (R + Int(i.pointee.a)).pointee = part
      return
    }
    try checkBoth(code, i, R)
    let result: Value
    if container.holds(.dict), case .object(let object) = container.pointee {
      let dict = unsafeDowncast(object, to: DictObject.self)
      guard let value = try dict.get(R[Int(i.pointee.c)]) else { throw .keyError(R[Int(i.pointee.c)]) }
      result = value
    } else {
      result = try item(container.pointee, R[Int(i.pointee.c)])
    }
    endOperands(i, R)
    (R + Int(i.pointee.a)).pointee = result
  }

  /// `text[i]` and `text[i:j]` of ASCII text; nil where the general way is needed.
  private func textPart(_ container: Register, _ key: Register) -> Value? {
    container.with(StrObject.self) { text -> Value? in
      guard text.storedIsASCII else { return nil }
      let count = text.count
      if key.tag == ValueTag.int {
        let index = key.bits < 0 ? key.bits &+ count : key.bits
        guard index >= 0, index < count else { return nil }
        return StrIterators.character(text.scalar(at: index))
      }
      guard key.holds(.slice) else { return nil }
      return key.with(SliceObject.self) { slice -> Value? in
        guard slice.step.isNone, let start = clipped(slice.start, 0, count), let stop = clipped(slice.stop, count, count) else {
          return nil
        }
        return start >= stop ? .object(StrIterators.empty) : .object(text.asciiPart(start, stop))
      }
    }
  }

  /// A slice's bound as a position; nil when it is no integer.
  @inline(__always) private func clipped(_ bound: Value, _ fallback: Int, _ count: Int) -> Int? {
    switch bound {
    case .none: return fallback
    case .int(let index): return Swift.min(Swift.max(index < 0 ? index &+ count : index, 0), count)
    default: return nil
    }
  }

  @inline(never) func setItemSlow(_ code: Unmanaged<Code>, _ i: Pointer, _ R: Register, _ value: Register) throws(Raised) {
    let container = R + Int(i.pointee.b)
    if container.holds(.dict), !value.isUnbound, try store(value, R + Int(i.pointee.c), container) {
      endOperands(i, R)
      return
    }
    try checkBoth(code, i, R)
    if value.isUnbound { throw unboundLocal(code, Int(i.pointee.a)) }
    if container.holds(.dict), case .object(let object) = container.pointee {
      try unsafeDowncast(object, to: DictObject.self).set(R[Int(i.pointee.c)], value.pointee)
    } else {
      try setItem(container.pointee, R[Int(i.pointee.c)], value.pointee)
    }
    endOperands(i, R)
  }

  /// Sets a key of a dict; false where the general way is needed.
  @inline(__always) private func store(_ value: Register, _ key: Register, _ container: Register) throws(Raised) -> Bool {
    let (dict, index) = container.with(DictObject.self) { (Unmanaged.passUnretained($0), $0.lookUp(key)) }
    if index >= 0 {
      (dict._withUnsafeGuaranteedRef { $0.entries } + index).value.replace(with: value)
      return true
    }
    if index == DictObject.undecided { return false }
    try dict.takeUnretainedValue().append(key, value)
    return true
  }

  @inline(never) func deleteItemSlow(_ code: Unmanaged<Code>, _ i: Pointer, _ R: Register) throws(Raised) {
    try checkBoth(code, i, R)
    try deleteItem(R[Int(i.pointee.b)], R[Int(i.pointee.c)])
    endOperands(i, R)
  }

  // MARK: Names

  @inline(__always) func currentGlobals(_ R: Register) -> Unmanaged<DictObject> {
    R.with(FunctionObject.self) { Unmanaged.passUnretained($0.globals) }
  }

  @inline(never) func loadGlobalSlow(_ code: Unmanaged<Code>, _ i: Pointer, _ R: Register) throws(Raised) {
    let name = code.takeUnretainedValue().names[Int(i.pointee.b)]
    let globals = currentGlobals(R).takeUnretainedValue()
    (R + Int(i.pointee.a)).pointee = try lookUpGlobal(name, globals, i)
  }

  /// A name of the module, the prelude or the builtins; `i` is given where its hints may be set.
  func lookUpGlobal(_ name: StrObject, _ globals: DictObject, _ i: Pointer?) throws(Raised) -> Value {
    let index = globals.find(name)
    if index >= 0 {
      i?.pointee.d = Int32(truncatingIfNeeded: index)
      return globals.entries[index].value
    }
    let builtin = builtins.namespace.find(name)
    if preludeNames.isEmpty || preludeNames[name.string] == nil {
      if builtin >= 0 {
        i?.pointee.d = Int32(truncatingIfNeeded: -builtin - 1)
        i?.pointee.c = Int32(truncatingIfNeeded: globals.keysVersion)
        return builtins.namespace.entries[builtin].value
      }
    } else if let build = preludeNames[name.string] {
      let value = try build(self)
      return value
    }
    throw undefined(name)
  }

  func undefined(_ name: StrObject) -> Raised {
    let error = Raised.nameError("name '\(name.string)' is not defined")
    error.exception.setOwnAttribute("name", .object(name))
    // The names are those of the moment: the nearest local, else global, else builtin one, else one that the prompt offers.
    var scopes: [[String]] = []
    for scope in [callerLocals, .object(callerGlobals), .object(builtins.namespace)] {
      scopes.append(scope.cast(to: DictObject.self)?.keys.compactMap(\.stringValue) ?? [])
    }
    scopes.append(preludeNames.keys.sorted())
    for names in scopes {
      if let found = Suggestions.closest(to: name.string, among: names) {
        error.exception.suggestion = "Did you mean: '\(found)'?"
        break
      }
    }
    return error
  }

  @inline(never) func storeGlobalSlow(_ code: Unmanaged<Code>, _ i: Pointer, _ R: Register) {
    let name = code.takeUnretainedValue().names[Int(i.pointee.b)]
    let globals = currentGlobals(R).takeUnretainedValue()
    globals.set(name, R[Int(i.pointee.a)])
    i.pointee.d = Int32(truncatingIfNeeded: globals.find(name))
  }

  @inline(never) func deleteGlobal(_ code: Unmanaged<Code>, _ i: Pointer, _ R: Register) throws(Raised) {
    let name = code.takeUnretainedValue().names[Int(i.pointee.b)]
    if currentGlobals(R).takeUnretainedValue().remove(name) == nil { throw undefined(name) }
  }

  private func namespace(_ R: Register, _ register: Int) -> DictObject { (R + register).with(DictObject.self) { $0 } }

  @inline(never) func loadNameSlow(_ code: Unmanaged<Code>, _ i: Pointer, _ R: Register) throws(Raised) {
    let name = code.takeUnretainedValue().names[Int(i.pointee.b)]
    let target = R + Int(i.pointee.a)
    if let value = namespace(R, Int(i.pointee.c)).get(name) {
      target.pointee = value
      return
    }
    if i.pointee.d >= 0 {
      let content = R.with(FunctionObject.self) { $0.closure[Int(i.pointee.d)] }._withUnsafeGuaranteedRef { $0.content }
      if !content.isUnbound {
        target.pointee = content
        return
      }
    }
    target.pointee = try lookUpGlobal(name, currentGlobals(R).takeUnretainedValue(), nil)
  }

  @inline(never) func storeNameSlow(_ code: Unmanaged<Code>, _ i: Pointer, _ R: Register) throws(Raised) {
    if (R + Int(i.pointee.a)).isUnbound { throw unboundLocal(code, Int(i.pointee.a)) }
    let names = namespace(R, Int(i.pointee.c))
    let name = code.takeUnretainedValue().names[Int(i.pointee.b)]
    if names.type.isScriptDefined {
      // What a metaclass's `__prepare__` returned may watch the names being set.
      try setItem(.object(names), .object(name), R[Int(i.pointee.a)])
    } else {
      names.set(name, R[Int(i.pointee.a)])
    }
  }

  @inline(never) func deleteNameSlow(_ code: Unmanaged<Code>, _ i: Pointer, _ R: Register) throws(Raised) {
    let name = code.takeUnretainedValue().names[Int(i.pointee.b)]
    if namespace(R, Int(i.pointee.c)).remove(name) == nil { throw undefined(name) }
  }

  @inline(never) func annotate(_ code: Unmanaged<Code>, _ i: Pointer, _ R: Register) throws(Raised) {
    let holder = i.pointee.d == 1 ? namespace(R, 1) : currentGlobals(R).takeUnretainedValue()
    let table: DictObject
    if let known = holder.get(Names.annotations)?.cast(to: DictObject.self) {
      table = known
    } else {
      table = DictObject()
      holder.set(Names.annotations, .object(table))
    }
    table.set(code.takeUnretainedValue().names[Int(i.pointee.c)], R[Int(i.pointee.b)])
  }

  // MARK: Functions

  @inline(never) func makeFunction(_ code: Unmanaged<Code>, _ i: Pointer, _ R: Register) {
    let inner = code.takeUnretainedValue().children[Int(i.pointee.b)]
    let window = R + Int(i.pointee.c)
    var cells: [CellObject] = []
    for k in 0..<inner.freeNames.count {
      if let cell = (window + 3 + k).takeOut().cast(to: CellObject.self) { cells.append(cell) }
    }
    let defaults = i.pointee.flags & 1 != 0 ? window.takeOut().cast(to: TupleObject.self)?.elements ?? [] : []
    var keywordDefaults: [Value] = []
    if i.pointee.flags & 2 != 0, let given = (window + 1).takeOut().cast(to: DictObject.self) {
      let layout = inner.parameters
      for k in 0..<layout.keywordOnly { keywordDefaults.append(given.get(layout.names[layout.positional + k]) ?? .unbound) }
    }
    let function = FunctionObject(
      inner, globals: currentGlobals(R).takeUnretainedValue(), closure: cells, defaults: defaults,
      keywordDefaults: keywordDefaults)
    if i.pointee.flags & 4 != 0 { function.annotations = (window + 2).takeOut().cast(to: DictObject.self) }
    (R + Int(i.pointee.a)).pointee = .object(function)
  }

  // MARK: Containers

  @inline(never) func buildSet(_ i: Pointer, _ R: Register) throws(Raised) {
    let set = try SetObject()
    for k in 0..<Int(i.pointee.c) { try set.insert((R + Int(i.pointee.b) + k).takeOut()) }
    (R + Int(i.pointee.a)).pointee = .object(set)
  }

  @inline(never) func buildDict(_ i: Pointer, _ R: Register) throws(Raised) {
    let dict = DictObject()
    for k in 0..<Int(i.pointee.c) {
      let key = R + Int(i.pointee.b) + 2 * k
      try dict.set(key.pointee, (key + 1).pointee)
      key.clear()
      (key + 1).clear()
    }
    (R + Int(i.pointee.a)).pointee = .object(dict)
  }

  @inline(never) func setAdd(_ code: Unmanaged<Code>, _ i: Pointer, _ R: Register) throws(Raised) {
    try check(code, i, R)
    guard let set = R[Int(i.pointee.a)].cast(to: SetObject.self) else { return }
    try set.insert(R[Int(i.pointee.b)])
    if i.pointee.flags & 1 != 0 { (R + Int(i.pointee.b)).clear() }
  }

  @inline(never) func dictSet(_ code: Unmanaged<Code>, _ i: Pointer, _ R: Register) throws(Raised) {
    let value = R + Int(i.pointee.c)
    if i.pointee.d != 1, !value.isUnbound, try store(value, R + Int(i.pointee.b), R + Int(i.pointee.a)) {
      endOperands(i, R)
      return
    }
    try checkBoth(code, i, R)
    guard case .object(let object) = R[Int(i.pointee.a)] else { return }
    let dict = unsafeDowncast(object, to: DictObject.self)
    if i.pointee.d == 1, let key = R[Int(i.pointee.b)].cast(to: StrObject.self), dict.get(key) != nil {
      throw .typeError("\(calleeName(R + Int(i.pointee.a) - 2))got multiple values for keyword argument '\(key.string)'")
    }
    try dict.set(R[Int(i.pointee.b)], R[Int(i.pointee.c)])
    endOperands(i, R)
  }

  private func calleeName(_ window: Register) -> String {
    guard window.isObject else { return "" }
    if let function = window.pointee.cast(to: FunctionObject.self) { return "__main__.\(function.qualifiedName)() " }
    if let function = window.pointee.cast(to: NativeFunction.self) { return "\(function.name)() " }
    if let type = window.pointee.cast(to: TypeObject.self) { return "\(type.displayName)() " }
    return "function() "
  }

  @inline(never) func listExtend(_ i: Pointer, _ R: Register) throws(Raised) {
    guard let list = R[Int(i.pointee.a)].cast(to: ListObject.self) else { return }
    let source = R[Int(i.pointee.b)]
    if !isIterable(source) {
      if i.pointee.d == 1 {
        throw .typeError("\(calleeName(R + Int(i.pointee.a) - 1))argument after * must be an iterable, not \(source.type.name)")
      }
      throw .typeError("Value after * must be an iterable, not \(source.type.name)")
    }
    try forEach(source) { (value) throws(Raised) in list.append(value) }
  }

  @inline(never) func setUpdate(_ i: Pointer, _ R: Register) throws(Raised) {
    guard let set = R[Int(i.pointee.a)].cast(to: SetObject.self) else { return }
    try forEach(R[Int(i.pointee.b)]) { (value) throws(Raised) in try set.insert(value) }
  }

  @inline(never) func dictUpdate(_ i: Pointer, _ R: Register) throws(Raised) {
    guard let dict = R[Int(i.pointee.a)].cast(to: DictObject.self) else { return }
    let source = R[Int(i.pointee.b)]
    let asKeywords = i.pointee.d == 1
    var pairs: [(key: Value, value: Value)] = []
    if let mapping = source.cast(to: DictObject.self) {
      pairs = mapping.pairs
    } else if let keys = try attributeIfPresent(source, "keys") {
      for key in try elements(of: try call(keys)) { pairs.append((key, try item(source, key))) }
    } else if asKeywords {
      throw .typeError("\(calleeName(R + Int(i.pointee.c)))argument after ** must be a mapping, not \(source.type.name)")
    } else {
      throw .typeError("'\(source.type.name)' object is not a mapping")
    }
    for (key, value) in pairs {
      if asKeywords {
        guard let name = key.stringValue else { throw .typeError("keywords must be strings") }
        if try dict.contains(key) {
          throw .typeError("\(calleeName(R + Int(i.pointee.c)))got multiple values for keyword argument '\(name)'")
        }
      }
      try dict.set(key, value)
    }
  }

  // MARK: Unpacking

  @inline(never) func unpack(_ code: Unmanaged<Code>, _ i: Pointer, _ R: Register) throws(Raised) {
    try check(code, i, R)
    let source = R[Int(i.pointee.b)]
    let wanted = Int(i.pointee.c)
    let target = R + Int(i.pointee.a)
    if source.type === TypeObject.list || source.type === TypeObject.tuple, let elements = source.sequence {
      if elements.count != wanted { throw wrongCount(elements.count, wanted) }
      for k in 0..<wanted { (target + k).pointee = elements[k] }
      return
    }
    guard isIterable(source) else { throw .typeError("cannot unpack non-iterable \(source.type.name) object") }
    let iterator = try self.iterator(of: source)
    for k in 0..<wanted {
      guard let value = try next(iterator) else {
        throw .valueError("not enough values to unpack (expected \(wanted), got \(k))")
      }
      (target + k).pointee = value
    }
    if try next(iterator) != nil { throw .valueError("too many values to unpack (expected \(wanted))") }
  }

  private func wrongCount(_ count: Int, _ wanted: Int) -> Raised {
    count < wanted
      ? .valueError("not enough values to unpack (expected \(wanted), got \(count))")
      : .valueError("too many values to unpack (expected \(wanted))")
  }

  @inline(never) func unpackStarred(_ code: Unmanaged<Code>, _ i: Pointer, _ R: Register) throws(Raised) {
    try check(code, i, R)
    let source = R[Int(i.pointee.b)]
    guard isIterable(source) else { throw .typeError("cannot unpack non-iterable \(source.type.name) object") }
    let values = try elements(of: source)
    let before = Int(i.pointee.c)
    let after = Int(i.pointee.d)
    if values.count < before + after {
      throw .valueError("not enough values to unpack (expected at least \(before + after), got \(values.count))")
    }
    let target = R + Int(i.pointee.a)
    for k in 0..<before { (target + k).pointee = values[k] }
    (target + before).pointee = .list(Array(values[before..<(values.count - after)]))
    for k in 0..<after { (target + before + 1 + k).pointee = values[values.count - after + k] }
  }

  // MARK: Text

  @inline(never) func formatValue(_ code: Unmanaged<Code>, _ i: Pointer, _ R: Register) throws(Raised) {
    try check(code, i, R)
    let source = R + Int(i.pointee.b)
    let target = R + Int(i.pointee.a)
    if i.pointee.c < 0, i.pointee.d == 0, source.tag == ValueTag.int {
      target.setObject(StrObject(number: source.bits))
      return
    }
    var value = source.pointee
    switch i.pointee.d {
    case 1: value = .string(try str(value))
    case 2: value = .string(try repr(value))
    case 3: value = try call(builtins.namespace.get("ascii") ?? .none, value)
    default: break
    }
    let spec = i.pointee.c >= 0 ? R[Int(i.pointee.c)].stringValue ?? "" : ""
    if spec.isEmpty, case .object(let object) = value, object.tag == ObjectTag.str.rawValue {
      target.pointee = value
    } else {
      target.pointee = .string(try format(value, spec))
    }
  }

  @inline(never) func buildString(_ i: Pointer, _ R: Register) {
    let window = R + Int(i.pointee.b)
    let count = Int(i.pointee.c)
    let target = R + Int(i.pointee.a)
    if count == 1 {
      target.takeFrom(window)
      return
    }
    var size = 0
    var isASCII = true
    for k in 0..<count where (window + k).isObject {
      (window + k).with(StrObject.self) { part in
        size &+= part.storedString.utf8.count
        isASCII = isASCII && part.storedIsASCII
      }
    }
    var text = ""
    text.reserveCapacity(size)
    for k in 0..<count {
      if (window + k).isObject { (window + k).with(StrObject.self) { text.append($0.storedString) } }
      (window + k).clear()
    }
    target.setObject(isASCII ? StrObject(ascii: text) : StrObject(text))
  }
}

extension DictObject {
  /// The value of an entry when it has the key with this address; a wrong hint gives nil.
  @inline(__always) final func valueSlot(_ index: Int, named name: UnsafeRawPointer) -> UnsafeMutablePointer<Value>? {
    if index >= entryCount { return nil }
    let entry = entries + index
    return entry.key.tag == ValueTag.object && entry.key.reference == name ? entry.value : nil
  }
}
