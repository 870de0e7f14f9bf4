/// `collections`: OrderedDict and defaultdict here; Counter, deque and namedtuple in files of their own.
enum CollectionsModule {
  static func build(_ interpreter: Interpreter) throws(Raised) -> Value {
    let module = ModuleObject("collections", doc: "High-performance container datatypes.")
    for type in [orderedDict, defaultDict, CounterType.type, DequeType.type] {
      module.set(type.name, type.asValue)
    }
    module.function("namedtuple(typename, field_names, *, rename=False, defaults=None, module=None)", "", NamedTuples.make)
    module.lazily(["ChainMap", "UserDict", "UserList", "UserString"], from: "_collections_user")
    return module.asValue
  }

  // MARK: OrderedDict

  static let orderedDict: TypeObject = TypeObject.native(
    "OrderedDict", module: "collections", bases: [.dict], of: DictObject.self
  ) {
    t in
    t.doc = "Dictionary that remembers insertion order"
    t.hasAttributes = true
    t.slots.repr = { value throws(Raised) in
      let dict = DictType.dict(value)
      if dict.count == 0 { return "\(value.type.name)()" }
      return try ReprGuard.repr(dict, inside: "...") { () throws(Raised) -> String in
        "\(value.type.name)([\(try pairsText(dict, "(", ", ", ")"))])"
      }
    }
    t.slots.compare = { op, lhs, rhs throws(Raised) -> Value? in
      guard op == .equal || op == .notEqual, let a = DictType.dictIfAny(lhs), let b = DictType.dictIfAny(rhs) else {
        return nil
      }
      guard a.type.isSubtype(of: orderedDict), b.type.isSubtype(of: orderedDict) else {
        return try TypeObject.dict.slots.compare?(op, lhs, rhs)
      }
      return .bool(try isEqualInOrder(a, b) == (op == .equal))
    }
    t.method("move_to_end(self, key, last=True)", "Move an existing element to the end, or to the beginning.") {
      dict, call throws(Raised) in
      guard let value = try dict.get(call[1]) else { throw .keyError(call[1]) }
      let pairs = dict.pairs
      let isLast = try call.bool(2)
      _ = try dict.remove(call[1])
      if isLast {
        try dict.set(call[1], value)
      } else {
        dict.removeAll()
        try dict.set(call[1], value)
        for (key, value) in pairs where !(try call.interpreter.equal(key, call[1])) { try dict.set(key, value) }
      }
      return .none
    }
    t.method("popitem(self, last=True)", "Remove and return a (key, value) pair, the last or the first.") {
      dict, call throws(Raised) in
      let pairs = dict.pairs
      guard let pair = try call.bool(1) ? pairs.last : pairs.first else { throw .keyError(.string("dictionary is empty")) }
      _ = try dict.remove(pair.key)
      return .tuple([pair.key, pair.value])
    }
    t.method("copy(self)", "A shallow copy.") { dict, call throws(Raised) in
      let copy = DictObject(dict.type)
      try copy.update(dict)
      return .object(copy)
    }
  }

  private static func isEqualInOrder(_ a: DictObject, _ b: DictObject) throws(Raised) -> Bool {
    if a.count != b.count { return false }
    for (first, second) in zip(a.pairs, b.pairs) {
      guard try Interpreter.current.equal(first.key, second.key), try Interpreter.current.equal(first.value, second.value)
      else {
        return false
      }
    }
    return true
  }

  /// The items of a dict, each in a given form, with commas between them.
  static func pairsText(_ dict: DictObject, _ open: String, _ between: String, _ close: String) throws(Raised) -> String {
    var parts: [String] = []
    for (key, value) in dict.pairs {
      parts.append(open + (try Interpreter.current.repr(key)) + between + (try Interpreter.current.repr(value)) + close)
    }
    return parts.joined(separator: ", ")
  }

  // MARK: defaultdict

  static let defaultDict: TypeObject = TypeObject.native(
    "defaultdict", module: "collections", bases: [.dict], of: DictObject.self
  ) {
    t in
    t.doc = "A dict that makes missing values by calling a factory."
    t.hasAttributes = true
    t.method("__init__(self, default_factory=None, /, *args, **kwargs)") { dict, call throws(Raised) in
      let interpreter = call.interpreter
      if call.has(1), !interpreter.isCallable(call[1]) { throw .typeError("first argument must be callable or None") }
      dict.setOwnAttribute("default_factory", call[1])
      let rest = call.rest(2)
      if rest.count > 1 { throw .typeError("dict expected at most 1 argument, got \(rest.count)") }
      if let source = rest.first { try DictMethods.update(dict, source) }
      for (name, value) in call.keywords(3) { dict.set(name, value) }
      return .none
    }
    t.method("__missing__(self, key)") { dict, call throws(Raised) in
      guard let factory = dict.ownAttribute("default_factory"), !factory.isNone else { throw .keyError(call[1]) }
      let value = try call.interpreter.call(factory)
      try dict.set(call[1], value)
      return value
    }
    t.method("copy(self)", "A shallow copy.") { dict, call throws(Raised) in
      let copy = DictObject(dict.type)
      copy.setOwnAttribute("default_factory", dict.ownAttribute("default_factory") ?? .none)
      try copy.update(dict)
      return .object(copy)
    }
    t.slots.binary = { op, lhs, rhs throws(Raised) -> Value? in
      guard op == .bitOr, let a = DictType.dictIfAny(lhs), let b = DictType.dictIfAny(rhs) else { return nil }
      let keeper = a.type.isSubtype(of: defaultDict) ? a : b
      let union = DictObject(keeper.type)
      union.setOwnAttribute("default_factory", keeper.ownAttribute("default_factory") ?? .none)
      try union.update(a)
      try union.update(b)
      return .object(union)
    }
    t.slots.repr = { value throws(Raised) in
      let dict = DictType.dict(value)
      let factory = try Interpreter.current.repr(dict.ownAttribute("default_factory") ?? .none)
      return try ReprGuard.repr(dict, inside: "\(value.type.name)(...)") { () throws(Raised) -> String in
        "\(value.type.name)(\(factory), {\(try pairsText(dict, "", ": ", ""))})"
      }
    }
  }
}
