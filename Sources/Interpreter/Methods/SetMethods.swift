/// The methods of `set` and `frozenset`.
enum SetMethods {
  static func addCommon(to t: TypeBuilder<SetObject>) {
    t.method("copy(self)", "A shallow copy.") { set, _ throws(Raised) -> Value in
      if set.type === TypeObject.frozenset { return set.asValue }
      return .object(try SetObject(copying: set.asValue, plain(set)))
    }
    t.method("union(self, *others)", "The union of sets as a new set.") { set, call throws(Raised) -> Value in
      let result = try SetObject(copying: set.asValue, plain(set))
      for other in call.rest(1) { for element in try call.interpreter.elements(of: other) { try result.insert(element) } }
      return .object(result)
    }
    t.method("intersection(self, *others)", "The intersection of sets as a new set.") { set, call throws(Raised) -> Value in
      .object(try SetObject(try intersection(set, call.rest(1)), plain(set)))
    }
    t.method("difference(self, *others)", "The difference of sets as a new set.") { set, call throws(Raised) -> Value in
      .object(try SetObject(try difference(set, call.rest(1)), plain(set)))
    }
    t.method("symmetric_difference(self, other, /)", "The elements that are in one set only.") {
      set, call throws(Raised) -> Value in
      let other = try SetObject(try call.interpreter.elements(of: call[1]))
      return try SetType.combine(.bitXor, set, other, type: plain(set)) ?? .none
    }
    t.method("isdisjoint(self, other, /)", "Whether two sets have no element in common.") { set, call throws(Raised) -> Value in
      for element in try call.interpreter.elements(of: call[1]) where try set.contains(element) { return .bool(false) }
      return .bool(true)
    }
    t.method("issubset(self, other, /)", "Whether another set contains this one.") { set, call throws(Raised) -> Value in
      .bool(try SetType.isSubset(set, try asSet(call[1])))
    }
    t.method("issuperset(self, other, /)", "Whether this set contains another one.") { set, call throws(Raised) -> Value in
      .bool(try SetType.isSubset(try asSet(call[1]), set))
    }
  }

  static func addMutating(to t: TypeBuilder<SetObject>) {
    t.method("__init__(self, iterable=(), /)") { set, call throws(Raised) -> Value in
      try replace(set, with: try SetObject(copying: call[1], .set))
      return .none
    }
    t.method("add(self, element, /)", "Add an element to a set.") { set, call throws(Raised) -> Value in
      try set.insert(call[1])
      return .none
    }
    t.method("remove(self, element, /)", "Remove an element, which must be a member.") { set, call throws(Raised) -> Value in
      if try set.storage.remove(try element(call[1])) == nil { throw .keyError(call[1]) }
      return .none
    }
    t.method("discard(self, element, /)", "Remove an element if it is a member.") { set, call throws(Raised) -> Value in
      _ = try set.storage.remove(try element(call[1]))
      return .none
    }
    t.method("pop(self)", "Remove and return an element.") { set, _ throws(Raised) -> Value in
      guard let index = SetOrder.positions(set)?.first ?? set.storage.liveEntry(from: 0) else {
        throw Raised(ExceptionObject(.keyError, [.string("pop from an empty set")]))
      }
      return set.storage.removeEntry(index).key
    }
    t.method("clear(self)", "Remove all elements.") { set, _ throws(Raised) -> Value in
      set.storage.removeAll()
      return .none
    }
    t.method("update(self, *others)", "Add the elements of all others.") { set, call throws(Raised) -> Value in
      for other in call.rest(1) { for element in try call.interpreter.elements(of: other) { try set.insert(element) } }
      return .none
    }
    t.method("intersection_update(self, *others)", "Keep the elements found in all others.") {
      set, call throws(Raised) -> Value in
      try replace(set, with: try SetObject(try intersection(set, call.rest(1))))
      return .none
    }
    t.method("difference_update(self, *others)", "Remove all elements of the others.") { set, call throws(Raised) -> Value in
      try replace(set, with: try SetObject(try difference(set, call.rest(1))))
      return .none
    }
    t.method("symmetric_difference_update(self, other, /)", "Keep the elements that are in one set only.") {
      set, call throws(Raised) -> Value in
      let other = try SetObject(try call.interpreter.elements(of: call[1]))
      if let result = try SetType.combine(.bitXor, set, other, type: .set)?.cast(to: SetObject.self) {
        try replace(set, with: result)
      }
      return .none
    }
  }

  private static func plain(_ set: SetObject) -> TypeObject { set.isFrozen ? .frozenset : .set }

  private static func asSet(_ value: Value) throws(Raised) -> SetObject {
    if let set = value.cast(to: SetObject.self) { return set }
    return try SetObject(try Interpreter.current.elements(of: value))
  }

  private static func intersection(_ set: SetObject, _ others: [Value]) throws(Raised) -> [Value] {
    var kept = set.elements
    for other in others {
      let other = try asSet(other)
      var next: [Value] = []
      for element in kept where try other.contains(element) { next.append(element) }
      kept = next
    }
    return kept
  }

  private static func difference(_ set: SetObject, _ others: [Value]) throws(Raised) -> [Value] {
    let rest = try SetObject(set.elements)
    for other in others {
      for element in try Interpreter.current.elements(of: other) { _ = try rest.storage.remove(element) }
    }
    return rest.elements
  }

  /// Gives a set the elements of another.
  static func replace(_ set: SetObject, with other: SetObject) throws(Raised) {
    set.storage.removeAll()
    set.tableSize = other.tableSize
    try set.storage.update(other.storage)
  }

  /// What to look up: a set, which is unhashable, stands for the frozenset with its elements.
  static func element(_ value: Value) throws(Raised) -> Value {
    if let set = value.cast(to: SetObject.self), !set.isFrozen { return .object(try SetObject(set.elements, .frozenset)) }
    return value
  }
}
