/// What dicts do.
enum DictType {
  static func setUp() {
    TypeObject.dict.extend(of: DictObject.self) { t in
      t.doc = "Built-in mapping, ordered by insertion."
      t.slots.repr = repr
      t.slots.bool = { (value) throws(Raised) -> Bool in dict(value).live != 0 }
      t.slots.length = { (value) throws(Raised) -> Int in dict(value).live }
      t.slots.hash = { (value) throws(Raised) -> Int in throw .unhashable(value) }
      t.slots.binary = binary
      t.slots.inPlace = { (op, lhs, rhs) throws(Raised) -> Value? in
        guard op == .bitOr else { return nil }
        try DictMethods.update(dict(lhs), rhs)
        return lhs
      }
      t.slots.compare = compare
      t.slots.getItem = getItem
      t.slots.setItem = { (container, key, value) throws(Raised) in try dict(container).set(key, value) }
      t.slots.deleteItem = { (container, key) throws(Raised) in
        if try dict(container).remove(key) == nil { throw .keyError(key) }
      }
      t.slots.contains = { (container, key) throws(Raised) -> Bool in try dict(container).contains(key) }
      t.slots.iterate = { (value) throws(Raised) -> Value in .object(DictIteratorObject(dict(value), .keys)) }
      t.slots.allocate = { (type) throws(Raised) -> Value in .object(DictObject(type)) }
      t.attribute("__hash__", .none)
      t.attribute("__class_getitem__", .object(GenericAliases.classGetItem))
      DictMethods.add(to: t)
    }
  }

  @inline(__always) static func dict(_ value: Value) -> DictObject {
    guard case .object(let object) = value, object.tag & 0x7F == ObjectTag.dict.rawValue else {
      preconditionFailure("slots of dict are asked of dicts only")
    }
    return unsafeDowncast(object, to: DictObject.self)
  }

  @inline(__always) static func dictIfAny(_ value: Value) -> DictObject? {
    guard case .object(let object) = value, object.tag & 0x7F == ObjectTag.dict.rawValue else { return nil }
    return unsafeDowncast(object, to: DictObject.self)
  }

  private static func repr(_ value: Value) throws(Raised) -> String {
    let dict = dict(value)
    return try ReprGuard.repr(dict, inside: "{...}") { () throws(Raised) -> String in
      var text = "{"
      var isFirst = true
      for (key, value) in dict.pairs {
        if !isFirst { text += ", " }
        isFirst = false
        text += try Interpreter.current.repr(key)
        text += ": "
        text += try Interpreter.current.repr(value)
      }
      return text + "}"
    }
  }

  private static func getItem(_ container: Value, _ key: Value) throws(Raised) -> Value {
    let dict = dict(container)
    if let value = try dict.get(key) { return value }
    if dict.type !== TypeObject.dict, dict.type.lookup("__missing__") != nil {
      return try Interpreter.current.callMethod(container, "__missing__", [key])
    }
    throw .keyError(key)
  }

  private static func binary(_ op: Operator, _ lhs: Value, _ rhs: Value) throws(Raised) -> Value? {
    guard op == .bitOr, let a = dictIfAny(lhs), let b = dictIfAny(rhs) else { return nil }
    let result = DictObject()
    try result.update(a)
    try result.update(b)
    return .object(result)
  }

  private static func compare(_ op: CompareOperator, _ lhs: Value, _ rhs: Value) throws(Raised) -> Value? {
    guard op == .equal || op == .notEqual, let a = dictIfAny(lhs), let b = dictIfAny(rhs) else { return nil }
    return .bool(try isEqual(a, b) == (op == .equal))
  }

  private static func isEqual(_ a: DictObject, _ b: DictObject) throws(Raised) -> Bool {
    if a.live != b.live { return false }
    for (key, value) in a.pairs {
      guard let other = try b.get(key), try Interpreter.current.equal(value, other) else { return false }
    }
    return true
  }
}
