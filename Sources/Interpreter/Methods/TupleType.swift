/// What tuples do.
enum TupleType {
  static func setUp() {
    TypeObject.tuple.extend(of: TupleObject.self) { t in
      t.doc = "Built-in immutable sequence."
      t.slots.repr = repr
      t.slots.bool = { (value) throws(Raised) -> Bool in tuple(value).count != 0 }
      t.slots.length = { (value) throws(Raised) -> Int in tuple(value).count }
      t.slots.hash = hash
      t.slots.binary = binary
      t.slots.compare = compare
      t.slots.getItem = getItem
      t.slots.contains = { (container, item) throws(Raised) -> Bool in
        let tuple = tuple(container)
        for i in 0..<tuple.count where try Interpreter.current.equal(tuple.storage[i], item) { return true }
        return false
      }
      t.slots.iterate = { (value) throws(Raised) -> Value in .object(TupleIterators.forward(tuple(value))) }
      t.construct("tuple(iterable=(), /)", "The elements of an iterable as a tuple.") { type, call throws(Raised) -> Value in
        if type === TypeObject.tuple, call[0].type === TypeObject.tuple { return call[0] }
        let elements = try call.interpreter.elements(of: call[0])
        return .object(TupleObject(elements, type))
      }
      t.attribute("__class_getitem__", .object(GenericAliases.classGetItem))
      t.method("count(self, value, /)", "Return number of occurrences of value.") { tuple, call throws(Raised) -> Value in
        var count = 0
        for i in 0..<tuple.count where try call.interpreter.equal(tuple.storage[i], call[1]) { count += 1 }
        return .int(count)
      }
      t.method("index(self, value, start=0, stop=9223372036854775807, /)", "Return first index of value.") {
        tuple, call throws(Raised) -> Value in
        guard let index = try ListMethods.position(of: call[1], from: call[2], to: call[3], in: tuple.elements) else {
          throw .valueError("tuple.index(x): x not in tuple")
        }
        return .int(index)
      }
      t.valueMethod("__getnewargs__(self)") { call throws(Raised) -> Value in .tuple([.tuple(tuple(call[0]).elements)]) }
    }
  }

  @inline(__always) static func tuple(_ value: Value) -> TupleObject {
    guard case .object(let object) = value, object.tag & 0x7F == ObjectTag.tuple.rawValue else {
      preconditionFailure("slots of tuple are asked of tuples only")
    }
    return unsafeDowncast(object, to: TupleObject.self)
  }

  @inline(__always) static func tupleIfAny(_ value: Value) -> TupleObject? {
    guard case .object(let object) = value, object.tag & 0x7F == ObjectTag.tuple.rawValue else { return nil }
    return unsafeDowncast(object, to: TupleObject.self)
  }

  private static func repr(_ value: Value) throws(Raised) -> String {
    let tuple = tuple(value)
    return try ReprGuard.repr(tuple, inside: "(...)") { () throws(Raised) -> String in
      var text = "("
      for i in 0..<tuple.count {
        if i > 0 { text += ", " }
        text += try Interpreter.current.repr(tuple.storage[i])
      }
      return text + (tuple.count == 1 ? ",)" : ")")
    }
  }

  /// The combination of the elements' hashes that CPython uses.
  private static func hash(_ value: Value) throws(Raised) -> Int {
    let tuple = tuple(value)
    let prime1: UInt = 11_400_714_785_074_694_791
    let prime2: UInt = 14_029_467_366_897_019_727
    let prime5: UInt = 2_870_177_450_012_600_261
    var state = prime5
    for i in 0..<tuple.count {
      let lane = UInt(bitPattern: try Interpreter.current.hash(tuple.storage[i]))
      state = state &+ lane &* prime2
      state = state << 31 | state >> 33
      state = state &* prime1
    }
    state = state &+ (UInt(tuple.count) ^ (prime5 ^ 3_527_539))
    return state == UInt.max ? 1_546_275_796 : Int(bitPattern: state)
  }

  private static func binary(_ op: Operator, _ lhs: Value, _ rhs: Value) throws(Raised) -> Value? {
    switch op {
    case .add:
      guard let a = tupleIfAny(lhs), let b = tupleIfAny(rhs) else { return nil }
      try MemoryLimit.checked(a.count + b.count, times: 2)
      return .tuple(a.elements + b.elements)
    case .multiply:
      let (source, times) = tupleIfAny(lhs).map { ($0, rhs) } ?? (tuple(rhs), lhs)
      guard let count = try Interpreter.current.repetition(times) else { return nil }
      let total = try MemoryLimit.checked(source.count, times: count)
      var elements: [Value] = []
      elements.reserveCapacity(total)
      let once = source.elements
      for _ in 0..<(once.isEmpty ? 0 : count) { elements.append(contentsOf: once) }
      return .tuple(elements)
    default: return nil
    }
  }

  private static func compare(_ op: CompareOperator, _ lhs: Value, _ rhs: Value) throws(Raised) -> Value? {
    guard let a = tupleIfAny(lhs), let b = tupleIfAny(rhs) else { return nil }
    let interpreter = Interpreter.current
    for i in 0..<Swift.min(a.count, b.count) {
      let x = a.storage[i]
      let y = b.storage[i]
      if !(try interpreter.equal(x, y)) {
        if op == .equal || op == .notEqual { return .bool(op == .notEqual) }
        return try interpreter.compare(op, x, y)
      }
    }
    return .bool(op.holds(a.count - b.count))
  }

  private static func getItem(_ container: Value, _ index: Value) throws(Raised) -> Value {
    let tuple = tuple(container)
    if let position = try Interpreter.current.position(index, in: tuple.count, "tuple index out of range") {
      return tuple.storage[position]
    }
    guard let slice = index.cast(to: SliceObject.self) else {
      throw .typeError("tuple indices must be integers or slices, not \(index.type.name)")
    }
    let (start, step, count) = try slice.resolved(length: tuple.count)
    var elements: [Value] = []
    elements.reserveCapacity(count)
    for i in 0..<count { elements.append(tuple.storage[start + i * step]) }
    return .tuple(elements)
  }
}
