/// Making classes: the `class` statement and `type(name, bases, namespace)`.
extension Interpreter {
  @inline(never) func makeClass(_ code: Unmanaged<Code>, _ i: Pointer, _ R: Register) throws(Raised) {
    let window = R + Int(i.pointee.b)
    let name = code.takeUnretainedValue().names[Int(i.pointee.c)].string
    let body = window.pointee
    var bases = (window + 1).pointee.cast(to: ListObject.self)?.elements ?? []
    let keywords = (window + 2).pointee.cast(to: DictObject.self) ?? DictObject()
    for (index, base) in bases.enumerated().reversed() where base.cast(to: TypeObject.self) == nil {
      // An alias such as `Generic[T]` stands for the classes it names.
      if let entries = try attributeIfPresent(base, "__mro_entries__") {
        bases.replaceSubrange(index...index, with: try elements(of: try call(entries, .tuple(bases))))
      }
    }
    var meta = keywords.remove(StrObject.intern("metaclass"))
    for base in bases {
      if let type = base.cast(to: TypeObject.self), type.type !== TypeObject.type {
        let current = meta?.cast(to: TypeObject.self) ?? .type
        if type.type.isSubtype(of: current) { meta = type.type.asValue }
      }
    }
    var named: [(String, Value)] = []
    for (key, value) in keywords.pairs { named.append((key.stringValue ?? "", value)) }
    var namespace: Value = .object(DictObject())
    if let meta, let prepare = try attributeIfPresent(meta, "__prepare__") {
      namespace = try call(prepare, [.string(name), .tuple(bases)], keywords: named)
    }
    guard let names = namespace.cast(to: DictObject.self) else {
      throw .typeError("\(name).__prepare__() must return a mapping, not \(namespace.type.name)")
    }
    _ = try call(body, namespace)
    let made: Value
    if let meta, meta.cast(to: TypeObject.self) !== TypeObject.type {
      made = try call(meta, [.string(name), .tuple(bases), namespace], keywords: named)
    } else {
      if let odd = bases.first(where: { $0.cast(to: TypeObject.self) == nil }), !odd.type.isScriptDefined {
        // Python takes the class of what is no class for a metaclass.
        _ = try call(odd.type.asValue, [.string(name), .tuple(bases), namespace])
      }
      made = .object(try makeType(name, bases, names, keywords: keywords, metatype: nil))
    }
    window.clear()
    (window + 1).clear()
    (window + 2).clear()
    (R + Int(i.pointee.a)).pointee = made
  }

  /// Makes a class of a script.
  func makeType(
    _ name: String, _ bases: [Value], _ namespace: DictObject, keywords: DictObject, metatype: TypeObject?
  ) throws(Raised) -> TypeObject {
    var types: [TypeObject] = []
    for base in bases {
      guard let type = base.cast(to: TypeObject.self) else {
        throw .typeError(
          "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases"
        )
      }
      if !type.isSubclassable || type === TypeObject.noneType || type === TypeObject.function {
        throw .typeError("type '\(type.name)' is not an acceptable base type")
      }
      if types.contains(where: { $0 === type }) { throw .typeError("duplicate base class \(type.name)") }
      types.append(type)
    }
    if types.isEmpty { types = [.object] }
    // A layout that another one extends asks for nothing more.
    let layouts = types.compactMap(\.nativeLayout)
    if layouts.contains(where: { a in layouts.contains { b in !a.isSubtype(of: b) && !b.isSubtype(of: a) } }) {
      throw .typeError("multiple bases have instance lay-out conflict")
    }
    let type = TypeObject(
      name: name, module: namespace.get(Names.module)?.stringValue ?? "__main__", bases: types, mro: nil, isScriptDefined: true,
      metatype: metatype)
    guard let order = type.linearised() else {
      let list = types.map(\.name).joined(separator: ", ")
      throw .typeError("Cannot create a consistent method resolution\norder (MRO) for bases \(list)")
    }
    type.qualifiedName = namespace.get(Names.qualname)?.stringValue ?? name
    for (key, value) in namespace.pairs {
      guard let key = key.cast(to: StrObject.self), key.string != "__qualname__" else { continue }
      type.attributes.set(key.interned, value)
    }
    if namespace.get(Names.eq) != nil, namespace.get(Names.hash) == nil { type.attributes.set(Names.hash, .none) }
    // These are class methods without being declared so.
    for special in [Names.initSubclass, Names.classGetitem] {
      if let function = type.attributes.get(special), function.cast(to: FunctionObject.self) != nil {
        type.attributes.set(special, .object(ClassMethodObject(function)))
      }
    }
    if let slots = namespace.get(Names.slots) { type.ownAllowedSlots = try slotNames(slots) }
    type.attributes.remove(Names.classCell)
    if let cell = namespace.get(Names.classCell)?.cast(to: CellObject.self) { cell.content = .object(type) }
    type.installDunders()
    type.setMRO(order)
    for (key, value) in namespace.pairs {
      if case .object(let object) = value, object.tag != ObjectTag.function.rawValue, object.type.lookup(Names.setName) != nil,
        let hook = object.type.lookup(Names.setName)
      {
        _ = try call(try bound(hook, to: value), type.asValue, key)
      } else if let property = value.cast(to: PropertyObject.self), let key = key.stringValue {
        property.name = key
      }
    }
    if let hook = type.mro.dropFirst().lazy.compactMap({ $0.attributes.get(Names.initSubclass) }).first {
      var named: [(String, Value)] = []
      for (key, value) in keywords.pairs { named.append((key.stringValue ?? "", value)) }
      let function = hook.cast(to: ClassMethodObject.self)?.function ?? hook
      _ = try call(function, [type.asValue], keywords: named)
    } else if let (key, _) = keywords.pairs.first {
      _ = key
      throw .typeError("\(name).__init_subclass__() takes no keyword arguments")
    }
    return type
  }

  private func slotNames(_ slots: Value) throws(Raised) -> Set<String> {
    if let single = slots.stringValue { return [single] }
    return Set(try elements(of: slots).compactMap(\.stringValue))
  }
}

extension TypeObject {
  /// The native class that decides what instances are made of; nil for plain objects.
  var nativeLayout: TypeObject? {
    mro.first {
      !$0.isScriptDefined && ($0.ownSlots.allocate != nil || $0.ownSlots.construct != nil) && $0 !== TypeObject.object
    }
  }

  /// The attribute names that `__slots__` allows, when every class of the chain restricts them.
  var allowedSlots: Set<String>? {
    guard ownAllowedSlots != nil else { return nil }
    var all: Set<String> = []
    for type in mro where type !== TypeObject.object {
      guard let own = type.ownAllowedSlots else { return nil }
      all.formUnion(own)
    }
    return all
  }

  /// Whether a script class in the chain defines `__new__`.
  var hasScriptNew: Bool { mro.contains { $0.isScriptDefined && $0.attributes.get(Names.new) != nil } }

  /// Whether attribute access goes through script code.
  var overridesAttributeAccess: Bool { slots.getAttribute != nil }

  private static let abstractMark = StrObject.intern("__isabstractmethod__")

  /// The abstract methods that no class of the chain implements.
  var abstractNames: [String] {
    var names: [String] = []
    var seen: Set<String> = []
    for type in mro where type.isScriptDefined {
      for (key, value) in type.attributes.pairs {
        guard let name = key.stringValue, seen.insert(name).inserted, case .object(let object) = value else { continue }
        if object.ownAttribute(TypeObject.abstractMark) != nil { names.append(name) }
        if let property = object as? PropertyObject, property.getter.object?.ownAttribute(TypeObject.abstractMark) != nil {
          names.append(name)
        }
      }
    }
    return names.sorted()
  }

  /// Whether instances are refused because of abstract methods; only classes with the metaclass of `abc` have them.
  var isAbstract: Bool { metatype != nil && !abstractNames.isEmpty }
}
