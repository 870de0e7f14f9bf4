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

  func check(_ code: Unmanaged<Code>, _ i: Pointer, _ R: Register) throws(Raised) {
    if (R + Int(i.pointee.b)).isUnbound { throw unboundLocal(code, Int(i.pointee.b)) }
  }

  func checkBoth(_ code: Unmanaged<Code>, _ i: Pointer, _ R: Register) throws(Raised) {
    if (R + Int(i.pointee.b)).isUnbound { throw unboundLocal(code, Int(i.pointee.b)) }
    if (R + Int(i.pointee.c)).isUnbound { throw unboundLocal(code, Int(i.pointee.c)) }
  }

  /// Releases the operands that end with an instruction.
  @inline(__always) func endOperands(_ i: Pointer, _ R: Register) {
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
  @inline(__always) func store(_ value: Register, _ key: Register, _ container: Register) throws(Raised) -> Bool {
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
