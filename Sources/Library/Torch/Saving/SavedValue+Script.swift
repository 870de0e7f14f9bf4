import Interpreter
import Saving
import Tensors

/// Turns what scripts hold into what files hold. An object met twice becomes one object.
struct SavedValueMaker {
  private var known: [ObjectIdentifier: SavedValue] = [:]
  /// Keeps the objects whose identities are remembered alive.
  private var held: [Object] = []
  private var depth = 0

  /// The value as a file holds it.
  mutating func make(_ value: Value) throws(Raised) -> SavedValue {
    switch value {
    case .none, .unbound: return .none
    case .bool(let flag): return .bool(flag)
    case .int(let number): return .int(number)
    case .float(let number): return .float(number)
    case .object(let object): return try make(object)
    }
  }

  private mutating func make(_ object: Object) throws(Raised) -> SavedValue {
    if let saved = known[ObjectIdentifier(object)] { return saved }
    depth += 1
    defer { depth -= 1 }
    guard depth < Unpickler.depthLimit else {
      throw Raised(.recursionError, "maximum recursion depth exceeded while pickling an object")
    }
    switch object {
    case let object as TensorObject: return keep(object, .tensor(object.tensor))
    case let text as StrObject: return .string(text.string)
    case let bytes as BytesObject: return .bytes(bytes.bytes)
    case let number as FloatObject: return .float(number.value)
    case let number as ComplexObject: return .complex(number.real, number.imaginary)
    case let dtype as DTypeObject: return .dtype(dtype.dtype)
    case let device as DeviceObject: return .device(device.text)
    case let tuple as TupleObject:
      if tuple.type === SizeType.type { return .size(tuple.elements.map { $0.intValue ?? 0 }) }
      guard tuple.type === TypeObject.tuple else { throw refusal(object) }
      let items = try all(tuple.elements)
      return keep(object, .tuple(SavedTuple(items)))
    case let list as ListObject:
      guard list.type === TypeObject.list else { throw refusal(object) }
      let saved = SavedList()
      _ = keep(object, .list(saved))
      saved.items = try all(list.elements)
      return .list(saved)
    case let set as SetObject:
      let saved = SavedList(try all(set.elements))
      return keep(object, .set(saved, isFrozen: set.isFrozen))
    case let dict as DictObject: return try make(dict)
    default:
      if let number = Value.object(object).intValue { return .int(number) }
      if object is IntObject { return .large(try LargeInteger.bytes(.object(object))) }
      throw refusal(object)
    }
  }

  private mutating func make(_ dict: DictObject) throws(Raised) -> SavedValue {
    let kinds: [String: SavedDict.Kind] = ["dict": .plain, "OrderedDict": .ordered, "Counter": .counter]
    guard !dict.type.isScriptDefined, let kind = kinds[dict.type.name] else { throw refusal(dict) }
    let saved = SavedDict(kind)
    _ = keep(dict, .dict(saved))
    for (key, value) in dict.pairs { saved.pairs.append((try make(key), try make(value))) }
    if kind == .ordered, !dict.ownAttributes.isEmpty {
      let attributes = SavedDict(.plain)
      for (name, value) in dict.ownAttributes { attributes.pairs.append((.string(name.string), try make(value))) }
      saved.attributes = attributes
    }
    return .dict(saved)
  }

  private mutating func all(_ values: [Value]) throws(Raised) -> [SavedValue] {
    var items: [SavedValue] = []
    items.reserveCapacity(values.count)
    for value in values { items.append(try make(value)) }
    return items
  }

  private mutating func keep(_ object: Object, _ saved: SavedValue) -> SavedValue {
    known[ObjectIdentifier(object)] = saved
    held.append(object)
    return saved
  }

  private func refusal(_ object: Object) -> Raised {
    if object is ModuleInstance {
      return Raised(
        SavingErrors.pickling,
        "Can't pickle a \(object.type.name) object: Lectern saves tensors, numbers, text and containers of them. Save "
          + "model.state_dict() and load it with model.load_state_dict()")
    }
    return Raised(
      SavingErrors.pickling,
      "Can't pickle <class '\(object.type.displayName)'>: Lectern saves tensors, numbers, text and containers of them")
  }
}

/// Turns what files hold into what scripts hold. An object that a file names twice becomes one object.
struct SavedValueReader {
  private var known: [ObjectIdentifier: Value] = [:]

  /// The value for a script.
  mutating func value(of saved: SavedValue) throws(Raised) -> Value {
    switch saved {
    case .none: return .none
    case .bool(let flag): return .bool(flag)
    case .int(let number): return .int(number)
    case .large(let bytes): return try LargeInteger.value(bytes)
    case .float(let number): return .float(number)
    case .complex(let real, let imaginary): return .object(ComplexObject(real, imaginary))
    case .string(let text): return .string(text)
    case .bytes(let bytes): return .object(BytesObject(bytes))
    case .tensor(let tensor): return tensor.asValue
    case .size(let sizes): return Shape(sizes).asValue
    case .dtype(let dtype): return dtype.asValue
    case .device(let text): return try Interpreter.current.call(DeviceObject.typeObject.asValue, [.string(text)])
    case .list(let list):
      if let value = known[ObjectIdentifier(list)] { return value }
      let object = ListObject()
      known[ObjectIdentifier(list)] = object.asValue
      for item in list.items { object.append(try value(of: item)) }
      return object.asValue
    case .tuple(let tuple):
      if let value = known[ObjectIdentifier(tuple)] { return value }
      var items: [Value] = []
      for item in tuple.items { items.append(try value(of: item)) }
      let made = Value.tuple(items)
      known[ObjectIdentifier(tuple)] = made
      return made
    case .set(let list, let isFrozen):
      if let value = known[ObjectIdentifier(list)] { return value }
      var items: [Value] = []
      for item in list.items { items.append(try value(of: item)) }
      let builtins = Interpreter.current.builtins
      guard let type = builtins.namespace.get(isFrozen ? "frozenset" : "set") else { return .none }
      let made = try Interpreter.current.call(type, [.list(items)])
      known[ObjectIdentifier(list)] = made
      return made
    case .dict(let dict): return try value(of: dict)
    case .array, .global, .storage, .arrayType:
      throw Raised(
        SavingErrors.unpickling, "Weights only load failed. WeightsUnpickler error: a bare class or storage is no value")
    }
  }

  private mutating func value(of dict: SavedDict) throws(Raised) -> Value {
    if let value = known[ObjectIdentifier(dict)] { return value }
    let object: DictObject
    switch dict.kind {
    case .plain: object = DictObject()
    case .ordered: object = try OrderedDictionary.make()
    case .counter:
      let collections = try Interpreter.current.importModule("collections")
      let counter = try Interpreter.current.attribute(collections, "Counter")
      object = try Interpreter.current.call(counter).cast(to: DictObject.self) ?? DictObject()
    }
    known[ObjectIdentifier(dict)] = object.asValue
    for (key, item) in dict.pairs { try object.set(try value(of: key), try value(of: item)) }
    for (key, item) in dict.attributes?.pairs ?? [] {
      guard case .string(let name) = key else { continue }
      object.setOwnAttribute(name, try value(of: item))
    }
    return object.asValue
  }
}

/// Integers beyond 64 bits as little-endian bytes, by way of the language's own conversions.
private enum LargeInteger {
  static func bytes(_ value: Value) throws(Raised) -> [UInt8] {
    let interpreter = Interpreter.current
    let bits = try interpreter.callMethod(value, "bit_length").intValue ?? 64
    let made = try interpreter.call(
      try interpreter.attribute(value, "to_bytes"), [.int(bits / 8 + 1), "little"], keywords: [("signed", true)])
    return made.cast(to: BytesObject.self)?.bytes ?? []
  }

  static func value(_ bytes: [UInt8]) throws(Raised) -> Value {
    let interpreter = Interpreter.current
    return try interpreter.call(
      try interpreter.attribute(TypeObject.int.asValue, "from_bytes"), [.object(BytesObject(bytes)), "little"],
      keywords: [("signed", true)])
  }
}
