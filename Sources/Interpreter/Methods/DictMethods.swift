/// The methods of `dict`.
enum DictMethods {
  static func add(to t: TypeBuilder<DictObject>) {
    t.method("__init__(self, iterable=unset, /, **kwargs)") { dict, call throws(Raised) -> Value in
      if call.isGiven(1) { try update(dict, call[1]) }
      for (name, value) in call.keywords(2) { dict.set(StrObject.intern(name), value) }
      return .none
    }
    t.classMethod("fromkeys(cls, iterable, value=None, /)", "A dict with keys from iterable, all with one value.") {
      call throws(Raised) -> Value in
      let result = try call.interpreter.call(call[0])
      try call.interpreter.forEach(call[1]) { (key) throws(Raised) in try call.interpreter.setItem(result, key, call[2]) }
      return result
    }
    t.method("get(self, key, default=None, /)", "The value for key, else default.") { dict, call throws(Raised) -> Value in
      try dict.get(call[1]) ?? call[2]
    }
    t.method("setdefault(self, key, default=None, /)", "The value for key, set to default if it is not there.") {
      dict, call throws(Raised) -> Value in
      if let value = try dict.get(call[1]) { return value }
      try dict.set(call[1], call[2])
      return call[2]
    }
    t.method("pop(self, key, default=unset, /)", "Remove key and return its value.") { dict, call throws(Raised) -> Value in
      if let value = try dict.remove(call[1]) { return value }
      if call.isGiven(2) { return call[2] }
      throw .keyError(call[1])
    }
    t.method("popitem(self)", "Remove and return the last (key, value) pair.") { dict, call throws(Raised) -> Value in
      var index = dict.entryCount - 1
      while index >= 0, dict.entries[index].key.isUnbound { index -= 1 }
      guard index >= 0 else { throw Raised(ExceptionObject(.keyError, [.string("popitem(): dictionary is empty")])) }
      let (key, value) = dict.removeEntry(index)
      return .tuple([key, value])
    }
    t.method("update(self, iterable=unset, /, **kwargs)", "Set keys from a mapping or from pairs, then from keywords.") {
      dict, call throws(Raised) -> Value in
      if call.isGiven(1) { try update(dict, call[1]) }
      for (name, value) in call.keywords(2) { dict.set(StrObject.intern(name), value) }
      return .none
    }
    t.method("clear(self)", "Remove all items.") { dict, _ throws(Raised) -> Value in
      dict.removeAll()
      return .none
    }
    t.method("copy(self)", "A shallow copy.") { dict, _ throws(Raised) -> Value in
      let result = DictObject()
      try result.update(dict)
      return .object(result)
    }
    t.method("keys(self)", "A view on the keys.") { dict, _ throws(Raised) -> Value in .object(DictViewObject(dict, .keys)) }
    t.method("values(self)", "A view on the values.") { dict, _ throws(Raised) -> Value in
      .object(DictViewObject(dict, .values))
    }
    t.method("items(self)", "A view on the (key, value) pairs.") { dict, _ throws(Raised) -> Value in
      .object(DictViewObject(dict, .items))
    }
    t.method("__reversed__(self)", "A reverse iterator over the keys.") { dict, _ throws(Raised) -> Value in
      .object(ReversedIterators.dict(dict, .keys))
    }
  }

  /// Sets the keys of a mapping (anything with `keys`), else of an iterable of pairs.
  static func update(_ dict: DictObject, _ source: Value) throws(Raised) {
    let interpreter = Interpreter.current
    if let other = DictType.dictIfAny(source), !other.type.isScriptDefined {
      if dict === other { return }
      return try dict.update(other)
    }
    if let keys = try interpreter.attributeIfPresent(source, "keys") {
      try interpreter.forEach(try interpreter.call(keys)) { (key) throws(Raised) in
        try dict.set(key, try interpreter.item(source, key))
      }
      return
    }
    var number = 0
    try interpreter.forEach(source) { (pair) throws(Raised) in
      var elements: [Value]
      if let sequence = pair.sequence {
        elements = sequence
      } else {
        guard pair.type.slots.iterate != nil || pair.type.lookup("__getitem__") != nil else {
          throw .typeError("cannot convert dictionary update sequence element #\(number) to a sequence")
        }
        elements = try interpreter.elements(of: pair)
      }
      guard elements.count == 2 else {
        throw .valueError("dictionary update sequence element #\(number) has length \(elements.count); 2 is required")
      }
      try dict.set(elements[0], elements[1])
      number += 1
    }
  }
}
