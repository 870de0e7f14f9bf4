/// Iteration over any values.
extension Interpreter {
  /// Whether `iter(value)` would find a way.
  func isIterable(_ value: Value) -> Bool {
    let type = value.type
    if type.slots.iterate != nil { return true }
    return type.slots.getItem != nil && !type.isSubtype(of: .dict)
  }

  /// `iter(value)`.
  package func iterator(of value: Value) throws(Raised) -> Value {
    if let slot = value.type.slots.iterate {
      let result = try slot(value)
      guard result.type.slots.next != nil else {
        throw .typeError("iter() returned non-iterator of type '\(result.type.name)'")
      }
      return result
    }
    guard isIterable(value) else { throw .notIterable(value) }
    return .object(FallbackIterators.sequence(value))
  }

  /// `next(iterator)`, nil at the end.
  package func next(_ iterator: Value) throws(Raised) -> Value? {
    guard case .object(let object) = iterator else {
      throw .typeError("'\(iterator.type.name)' object is not an iterator")
    }
    switch object.tag {
    case ObjectTag.listIterator.rawValue: return unsafeDowncast(object, to: ListIteratorObject.self).next()
    case ObjectTag.rangeIterator.rawValue: return unsafeDowncast(object, to: RangeIteratorObject.self).next()
    case ObjectTag.generator.rawValue: return try resume(unsafeDowncast(object, to: GeneratorObject.self))
    case ObjectTag.iterator.rawValue: return try unsafeDowncast(object, to: IteratorObject.self).next()
    case ObjectTag.dictIterator.rawValue: return try unsafeDowncast(object, to: DictIteratorObject.self).next()
    default: break
    }
    guard let slot = object.type.slots.next else {
      throw .typeError("'\(object.type.name)' object is not an iterator")
    }
    return try slot(iterator)
  }

  /// All elements of an iterable.
  package func elements(of iterable: Value) throws(Raised) -> [Value] {
    if case .object(let object) = iterable {
      switch object.tag {
      case ObjectTag.list.rawValue: return unsafeDowncast(object, to: ListObject.self).elements
      case ObjectTag.tuple.rawValue: return unsafeDowncast(object, to: TupleObject.self).elements
      case ObjectTag.dict.rawValue: return unsafeDowncast(object, to: DictObject.self).keys
      case ObjectTag.range.rawValue:
        try MemoryLimit.checked(unsafeDowncast(object, to: RangeObject.self).count)
      default: break
      }
    }
    var result: [Value] = []
    try forEach(iterable) { (element) throws(Raised) in
      if result.count == result.capacity { try MemoryLimit.checked(result.count, times: 2) }
      result.append(element)
    }
    return result
  }

  /// Runs a body for each element of an iterable.
  package func forEach(_ iterable: Value, _ body: (Value) throws(Raised) -> Void) throws(Raised) {
    let source = try iterator(of: iterable)
    while let element = try next(source) {
      try body(element)
      try safePoint()
    }
  }

  /// `isinstance(value, classes)`: a class, a union or a tuple of these.
  package func isInstance(_ value: Value, _ classes: Value) throws(Raised) -> Bool {
    // The view of an object's attributes is a dict to scripts.
    let type = value.type === TypeObject.instanceDict ? TypeObject.dict : value.type
    return try matches(type, classes, "isinstance() arg 2 must be a type, a tuple of types, or a union") {
      (type) throws(Raised) -> Bool? in
      guard type.type !== TypeObject.type, type.type.lookup("__instancecheck__") != nil else { return nil }
      return try self.isTrue(try self.callMethod(type.asValue, "__instancecheck__", [value]))
    }
  }

  /// `issubclass(type, classes)`.
  func isSubclass(_ type: TypeObject, _ classes: Value) throws(Raised) -> Bool {
    try matches(type, classes, "issubclass() arg 2 must be a class, a tuple of classes, or a union") {
      (other) throws(Raised) -> Bool? in
      guard other.type !== TypeObject.type, other.type.lookup("__subclasscheck__") != nil else { return nil }
      return try self.isTrue(try self.callMethod(other.asValue, "__subclasscheck__", [type.asValue]))
    }
  }

  private func matches(
    _ type: TypeObject, _ classes: Value, _ message: String, _ custom: (TypeObject) throws(Raised) -> Bool?
  ) throws(Raised) -> Bool {
    if let other = classes.cast(to: TypeObject.self) {
      return try custom(other) ?? type.isSubtype(of: other)
    }
    if classes.cast(to: GenericAliasObject.self) != nil {
      throw .typeError("\(message.prefix { $0 != " " }) argument 2 cannot be a parameterized generic")
    }
    guard let alternatives = TupleType.tupleIfAny(classes)?.elements ?? classes.cast(to: UnionObject.self)?.members else {
      throw .typeError(message)
    }
    try enter("in __instancecheck__")
    defer { nesting &-= 1 }
    for alternative in alternatives {
      if classes.cast(to: UnionObject.self) != nil, alternative.isNone {
        if type === TypeObject.noneType { return true }
        continue
      }
      if try matches(type, alternative, message, custom) { return true }
    }
    return false
  }
}

enum Hashing {
  @inline(__always) static func hash(_ value: Value) throws(Raised) -> Int { try Interpreter.current.hash(value) }
}
