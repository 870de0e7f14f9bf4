/// Truth, size, hash and elements of any values.
extension Interpreter {
  /// `bool(value)`.
  package func isTrue(_ value: Value) throws(Raised) -> Bool {
    switch value {
    case .bool(let truth): return truth
    case .int(let number): return number != 0
    case .none, .unbound: return false
    case .float(let number): return number != 0
    case .object(let object):
      if let slot = object.type.slots.bool { return try slot(value) }
      if let slot = object.type.slots.length { return try slot(value) != 0 }
      return true
    }
  }

  /// `len(value)`.
  package func length(_ value: Value) throws(Raised) -> Int {
    guard let slot = value.type.slots.length else { throw .noLength(value) }
    return try slot(value)
  }

  /// `hash(value)`.
  package func hash(_ value: Value) throws(Raised) -> Int {
    switch value {
    case .int(let number): return NumberHash.hash(number)
    case .float(let number): return NumberHash.hash(number)
    case .bool(let truth): return truth ? 1 : 0
    case .none, .unbound: return 0xFCA_8642
    case .object(let object):
      if object.tag == ObjectTag.str.rawValue { return unsafeDowncast(object, to: StrObject.self).hashValue }
      if let slot = object.type.slots.hash {
        try enter("while hashing an object")
        defer { nesting &-= 1 }
        return try slot(value)
      }
      return identityHash(object)
    }
  }

  /// The hash of an object that is equal to itself only.
  func identityHash(_ object: Object) -> Int {
    let address = UInt(bitPattern: ObjectIdentifier(object))
    return Int(bitPattern: address >> 4 | address << 60)
  }

  /// `item in container`.
  package func contains(_ container: Value, _ item: Value) throws(Raised) -> Bool {
    if let slot = container.type.slots.contains { return try slot(container, item) }
    guard isIterable(container) else { throw .typeError("argument of type '\(container.type.name)' is not iterable") }
    let source = try iterator(of: container)
    while let element = try next(source) {
      if try equal(element, item) { return true }
      try safePoint()
    }
    return false
  }

  /// `container[index]`.
  package func item(_ container: Value, _ index: Value) throws(Raised) -> Value {
    if let slot = container.type.slots.getItem { return try slot(container, index) }
    if let type = container.cast(to: TypeObject.self) {
      if let method = try attributeIfPresent(container, "__class_getitem__") { return try call(method, [index]) }
      if type === TypeObject.type { return try call(GenericAliases.classGetItem.function, [container, index]) }
      throw .typeError("type '\(type.name)' is not subscriptable")
    }
    throw .notSubscriptable(container)
  }

  /// `container[index] = value`.
  package func setItem(_ container: Value, _ index: Value, _ value: Value) throws(Raised) {
    guard let slot = container.type.slots.setItem else {
      throw .typeError("'\(container.type.name)' object does not support item assignment")
    }
    try slot(container, index, value)
  }

  /// `del container[index]`.
  package func deleteItem(_ container: Value, _ index: Value) throws(Raised) {
    guard let slot = container.type.slots.deleteItem else {
      throw .typeError("'\(container.type.name)' object \(container.type.slots.length == nil ? "does not" : "doesn't") support item deletion")
    }
    try slot(container, index)
  }
}
