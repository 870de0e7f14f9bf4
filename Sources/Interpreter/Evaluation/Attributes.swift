/// Attribute access: data descriptors of the class, then the object's own attributes, then other class attributes.
extension Interpreter {
  /// `object.name`; AttributeError when there is none.
  package func attribute(_ object: Value, _ name: String) throws(Raised) -> Value {
    try attribute(object, StrObject.intern(name))
  }

  /// `object.name`; AttributeError when there is none.
  func attribute(_ object: Value, _ name: StrObject) throws(Raised) -> Value {
    if let value = try find(object, name) { return value }
    throw missing(object, name)
  }

  /// `object.name`, nil when there is none.
  package func attributeIfPresent(_ object: Value, _ name: String) throws(Raised) -> Value? {
    do throws(Raised) {
      return try find(object, StrObject.intern(name))
    } catch {
      if error.exception.type.isSubtype(of: .attributeError) { return nil }
      throw error
    }
  }

  func missing(_ object: Value, _ name: StrObject) -> Raised {
    let text: String
    if let type = object.cast(to: TypeObject.self) {
      text = "type object '\(type.name)' has no attribute '\(name.string)'"
    } else if let module = object.cast(to: ModuleObject.self) {
      text = "module '\(module.name)' has no attribute '\(name.string)'"
    } else {
      text = "'\(object.type.name)' object has no attribute '\(name.string)'"
    }
    let error = Raised.attributeError(text)
    error.exception.setOwnAttribute("name", .object(name))
    error.exception.setOwnAttribute("obj", object)
    return error
  }

  /// The attribute by all the rules; nil when nothing has it.
  func find(_ object: Value, _ name: StrObject) throws(Raised) -> Value? {
    let type = object.type
    if let hook = type.slots.getAttribute {
      // `__getattribute__` replaces the lookup; only `__getattr__` comes after its AttributeError.
      do throws(Raised) {
        if let value = try hook(object, name) { return value }
      } catch {
        guard error.exception.type.isSubtype(of: .attributeError), let last = type.slots.missingAttribute else { throw error }
        if let value = try last(object, name) { return value }
        throw error
      }
    }
    if type.slots.missingAttribute == nil { return try generic(object, name) }
    var failure: Raised?
    do throws(Raised) {
      if let value = try generic(object, name) { return value }
    } catch {
      guard error.exception.type.isSubtype(of: .attributeError) else { throw error }
      failure = error
    }
    if let hook = type.slots.missingAttribute, let value = try hook(object, name) { return value }
    if let failure { throw failure }
    return nil
  }

  /// The usual lookup, without hooks.
  func generic(_ object: Value, _ name: StrObject) throws(Raised) -> Value? {
    let type = object.type
    if case .object(let instance) = object {
      if instance.tag & 0x7F == ObjectTag.type.rawValue {
        return try classAttribute(unsafeDowncast(instance, to: TypeObject.self), name)
      }
      if instance.tag & 0x7F == ObjectTag.module.rawValue {
        if let value = try moduleAttribute(unsafeDowncast(instance, to: ModuleObject.self), name) { return value }
      }
      let found = type.lookup(name)
      if case .object(let descriptor)? = found, descriptor.isDataDescriptor {
        return try bound(.object(descriptor), to: object)
      }
      if let own = instance.ownAttribute(name) { return own }
      guard let found else { return special(object, name) }
      return try bound(found, to: object)
    }
    guard let found = type.lookup(name) else { return special(object, name) }
    return try bound(found, to: object)
  }

  /// Attributes that every object has.
  private func special(_ object: Value, _ name: StrObject) -> Value? {
    if name === Names.class_ { return object.type.asValue }
    if name === Names.dict, case .object(let instance) = object, instance.type.hasAttributes || instance.shape.count > 0,
      instance.type.allowedSlots == nil
    {
      return .object(InstanceDict(of: instance))
    }
    return nil
  }

  private func moduleAttribute(_ module: ModuleObject, _ name: StrObject) throws(Raised) -> Value? {
    if let value = module.namespace.get(name) { return value }
    if name === Names.dict { return .object(module.namespace) }
    if let submodule = modules.get(StrObject("\(module.name).\(name.string)")) { return submodule }
    if moduleBuilders["\(module.name).\(name.string)"] != nil { return try importModule("\(module.name).\(name.string)") }
    if let source = module.lazyNames[name.string] {
      let value = try attribute(try importModule(source), name.string)
      module.set(name.string, value)
      return value
    }
    if let hook = module.namespace.get(Names.getattr) { return try call(hook, .object(name)) }
    return nil
  }

  /// An attribute of a class: its metaclass's data descriptors, its own chain, then the metaclass.
  private func classAttribute(_ type: TypeObject, _ name: StrObject) throws(Raised) -> Value? {
    let meta = type.type
    let found = meta.lookup(name)
    if case .object(let descriptor)? = found, descriptor.isDataDescriptor {
      // `type`'s own properties (`__name__`, `__doc__`, …) are defined for every class; a class's own entry does not hide them.
      return try bound(.object(descriptor), to: .object(type))
    }
    if let value = type.lookup(name) {
      guard case .object(let descriptor) = value else { return value }
      return try boundToClass(descriptor, type)
    }
    if let found { return try bound(found, to: .object(type)) }
    return name === Names.class_ ? meta.asValue : nil
  }

  /// A class attribute seen through the class itself.
  private func boundToClass(_ descriptor: Object, _ owner: TypeObject) throws(Raised) -> Value {
    switch ObjectTag(rawValue: descriptor.tag & 0x7F) {
    case .function: return .object(descriptor)
    case .native:
      let function = unsafeDowncast(descriptor, to: NativeFunction.self)
      return function.kind == .classMethod
        ? .object(BoundMethodObject(owner.asValue, .object(descriptor))) : .object(descriptor)
    default:
      if let method = descriptor as? StaticMethodObject { return method.function }
      if let method = descriptor as? ClassMethodObject { return .object(BoundMethodObject(owner.asValue, method.function)) }
      if descriptor is PropertyObject || descriptor is NativeProperty { return .object(descriptor) }
      if let get = descriptor.type.slots.descriptorGet { return try get(.object(descriptor), nil, owner) }
      return .object(descriptor)
    }
  }

  /// A class attribute seen through an instance: functions become methods, descriptors are asked.
  func bound(_ attribute: Value, to instance: Value) throws(Raised) -> Value {
    guard case .object(let descriptor) = attribute else { return attribute }
    switch ObjectTag(rawValue: descriptor.tag & 0x7F) {
    case .function: return .object(BoundMethodObject(instance, attribute))
    case .native:
      let function = unsafeDowncast(descriptor, to: NativeFunction.self)
      switch function.kind {
      case .method: return .object(BoundMethodObject(instance, attribute))
      case .classMethod: return .object(BoundMethodObject(instance.type.asValue, attribute))
      case .function: return attribute
      }
    case .instance, .host:
      if let property = descriptor as? PropertyObject {
        if property.getter.isNone { throw .attributeError(unreadable(property, instance)) }
        return try call(property.getter, instance)
      }
      if let property = descriptor as? NativeProperty { return try property.get(instance) }
      if let method = descriptor as? StaticMethodObject { return method.function }
      if let method = descriptor as? ClassMethodObject {
        return .object(BoundMethodObject(instance.type.asValue, method.function))
      }
      if let get = descriptor.type.slots.descriptorGet { return try get(attribute, instance, instance.type) }
      return attribute
    default: return attribute
    }
  }

  private func unreadable(_ property: PropertyObject, _ instance: Value) -> String {
    "property '\(property.name)' of '\(instance.type.name)' object has no getter"
  }

  // MARK: Storing

  /// `object.name = value`.
  package func setAttribute(_ object: Value, _ name: String, _ value: Value) throws(Raised) {
    try setAttribute(object, StrObject.intern(name), value)
  }

  func setAttribute(_ object: Value, _ name: StrObject, _ value: Value) throws(Raised) {
    if let hook = object.type.slots.setAttribute, try hook(object, name, value) { return }
    try setGeneric(object, name, value)
  }

  /// The usual store, without hooks.
  func setGeneric(_ object: Value, _ name: StrObject, _ value: Value) throws(Raised) {
    let type = object.type
    guard case .object(let instance) = object else { throw readOnly(object, name) }
    if let class_ = object.cast(to: TypeObject.self) {
      if case .object(let descriptor)? = class_.type.lookup(name), descriptor.isDataDescriptor {
        try store(descriptor, object, name, value)
        return
      }
      if !class_.isScriptDefined, !class_.acceptsAttributes {
        throw .typeError("cannot set '\(name.string)' attribute of immutable type '\(class_.displayName)'")
      }
      class_.set(name, value)
      class_.installDunder(name.string)
      return
    }
    if let module = object.cast(to: ModuleObject.self) {
      module.namespace.set(name.interned, value)
      return
    }
    if case .object(let descriptor)? = type.lookup(name), descriptor.isDataDescriptor {
      try store(descriptor, object, name, value)
      return
    }
    if name === Names.class_, let new = value.cast(to: TypeObject.self) {
      instance.type = new
      return
    }
    guard type.hasAttributes || instance.tag == ObjectTag.function.rawValue else { throw readOnly(object, name) }
    if name === Names.dict, let dict = value.cast(to: DictObject.self) {
      for (key, _) in instance.ownAttributes { instance.removeOwnAttribute(key) }
      for (key, value) in dict.pairs { if let key = key.stringValue { instance.setOwnAttribute(key, value) } }
      return
    }
    if let allowed = type.allowedSlots, !allowed.contains(name.string) { throw missing(object, name) }
    instance.setOwnAttribute(name, value)
  }

  private func store(_ descriptor: Object, _ object: Value, _ name: StrObject, _ value: Value) throws(Raised) {
    if let property = descriptor as? PropertyObject {
      if property.setter.isNone {
        throw .attributeError("property '\(property.name)' of '\(object.type.name)' object has no setter")
      }
      _ = try call(property.setter, object, value)
    } else if let property = descriptor as? NativeProperty {
      guard let set = property.set else {
        throw .attributeError("attribute '\(name.string)' of '\(property.owner.displayName)' objects is not writable")
      }
      try set(object, value)
    } else if let set = descriptor.type.slots.descriptorSet {
      try set(.object(descriptor), object, value)
    } else {
      throw .attributeError("\(name.string)")
    }
  }

  private func readOnly(_ object: Value, _ name: StrObject) -> Raised {
    if let found = object.type.lookup(name) {
      if let property = found.cast(to: NativeProperty.self) {
        return .attributeError("attribute '\(name.string)' of '\(property.owner.displayName)' objects is not writable")
      }
      return .attributeError("'\(object.type.name)' object attribute '\(name.string)' is read-only")
    }
    return missing(object, name)
  }

  /// `del object.name`.
  func deleteAttribute(_ object: Value, _ name: StrObject) throws(Raised) {
    if let hook = object.type.slots.deleteAttribute, try hook(object, name) { return }
    try deleteGeneric(object, name)
  }

  /// The usual removal, without hooks.
  func deleteGeneric(_ object: Value, _ name: StrObject) throws(Raised) {
    guard case .object(let instance) = object else { throw readOnly(object, name) }
    if let class_ = object.cast(to: TypeObject.self) {
      if !class_.isScriptDefined || !class_.remove(name) { throw missing(object, name) }
      return
    }
    if let module = object.cast(to: ModuleObject.self) {
      if module.namespace.remove(name) == nil { throw missing(object, name) }
      return
    }
    if case .object(let descriptor)? = object.type.lookup(name), descriptor.isDataDescriptor {
      if let property = descriptor as? PropertyObject {
        if property.deleter.isNone {
          throw .attributeError("property '\(property.name)' of '\(object.type.name)' object has no deleter")
        }
        _ = try call(property.deleter, object)
        return
      }
      if let delete = descriptor.type.slots.descriptorDelete {
        try delete(.object(descriptor), object)
        return
      }
      throw .attributeError("__delete__")
    }
    if !instance.removeOwnAttribute(name) { throw missing(object, name) }
  }

  // MARK: Instructions

  /// True when the getter of a property was started as a frame.
  @inline(never) func getAttributeSlow(_ code: Unmanaged<Code>, _ i: Pointer, _ R: Register) throws(Raised) -> Bool {
    let x = R + Int(i.pointee.b)
    if x.isUnbound { throw unboundLocal(code, Int(i.pointee.b)) }
    if x.isObject, try startGetter(code, i, x) { return true }
    let name = code.takeUnretainedValue().names[Int(i.pointee.c)]
    let object = x.pointee
    let value = try attribute(object, name)
    if case .object(let instance) = object, instance.hasPlainAttributes, instance.type.slots.getAttribute == nil {
      let index = instance.shape.index(of: name)
      if index >= 0, !instance.shape.isPrivate, !instance.type.hidesOwnAttribute(name) {
        let cache = code.takeUnretainedValue().attributeCaches + Int(i.pointee.d)
        cache.pointee = AttributeCache(
          version: instance.type.version, slot: Int32(index), shape: Unmanaged.passUnretained(instance.shape))
      }
    }
    if case .object(let instance) = object { rememberGetter(of: instance, name, code, i) }
    if i.pointee.flags & 1 != 0 { x.clear() }
    (R + Int(i.pointee.a)).pointee = value
    return false
  }

  /// The slot of a cache that knows the getter of a property.
  private static let getterSlot: Int32 = -2

  /// Remembers a property whose getter is a plain script function.
  private func rememberGetter(of instance: Object, _ name: StrObject, _ code: Unmanaged<Code>, _ i: Pointer) {
    let type = instance.type
    guard instance.hasPlainAttributes, type.isScriptDefined, type.slots.getAttribute == nil, !type.overridesAttributeAccess,
      let property = type.lookup(name)?.cast(to: PropertyObject.self), case .object(let getter) = property.getter,
      getter.tag == ObjectTag.function.rawValue, unsafeDowncast(getter, to: FunctionObject.self).isSimple,
      unsafeDowncast(getter, to: FunctionObject.self).code.parameterCount == 1
    else { return }
    let cache = code.takeUnretainedValue().attributeCaches + Int(i.pointee.d)
    cache.pointee = AttributeCache(
      version: type.version, slot: Interpreter.getterSlot, value: Unmanaged.passUnretained(getter))
  }

  /// Starts the getter that a cache knows for the object in a register.
  private func startGetter(_ code: Unmanaged<Code>, _ i: Pointer, _ x: Register) throws(Raised) -> Bool {
    let cache = code._withUnsafeGuaranteedRef { $0.attributeCaches } + Int(i.pointee.d)
    guard cache.pointee.slot == Interpreter.getterSlot, let getter = cache.pointee.value,
      x.with(Object.self, { $0.storedType.version }) == cache.pointee.version
    else { return false }
    let window = stackTop
    if window + 8 > stackLimit { throw recursionError() }
    window.setReference(getter)
    if i.pointee.flags & 1 != 0 { (window + 1).takeFrom(x) } else { (window + 1).copyFrom(x) }
    let callee = Unmanaged<FunctionObject>.fromOpaque(getter.toOpaque())._withUnsafeGuaranteedRef {
      Unmanaged.passUnretained($0.code)
    }
    do throws(Raised) {
      try push(callee, base: window, destination: Int32(i.pointee.a), kind: .plain)
    } catch {
      window.clear()
      (window + 1).clear()
      throw error
    }
    return true
  }

  @inline(never) func setAttributeSlow(_ code: Unmanaged<Code>, _ i: Pointer, _ R: Register) throws(Raised) {
    let x = R + Int(i.pointee.b)
    if x.isUnbound { throw unboundLocal(code, Int(i.pointee.b)) }
    let value = R + Int(i.pointee.a)
    if value.isUnbound { throw unboundLocal(code, Int(i.pointee.a)) }
    let name = code.takeUnretainedValue().names[Int(i.pointee.c)]
    let object = x.pointee
    guard case .object(let instance) = object, instance.hasPlainAttributes, instance.type.hasAttributes,
      instance.type.slots.setAttribute == nil, instance.type.allowedSlots == nil, !instance.type.hidesOwnAttribute(name)
    else {
      try setAttribute(object, name, value.pointee)
      if i.pointee.flags & 1 != 0 { x.clear() }
      return
    }
    let before = instance.shape
    let index = before.index(of: name)
    try setAttribute(object, name, value.pointee)
    let after = instance.shape
    let cache = code.takeUnretainedValue().attributeCaches + Int(i.pointee.d)
    if index >= 0, !before.isPrivate {
      cache.pointee = AttributeCache(
        version: instance.type.version, slot: Int32(index), shape: Unmanaged.passUnretained(before))
    } else if index < 0, !after.isPrivate, after !== before, after.count == before.count + 1 {
      cache.pointee = AttributeCache(
        version: instance.type.version, slot: Int32(before.count), shape: Unmanaged.passUnretained(before),
        nextShape: Unmanaged.passUnretained(after))
    }
    if i.pointee.flags & 1 != 0 { x.clear() }
  }
}

extension Object {
  /// Whether the object keeps attributes in its slots by the usual rules.
  var hasPlainAttributes: Bool {
    let kind = tag & 0x7F
    return kind != ObjectTag.type.rawValue && kind != ObjectTag.module.rawValue
  }

  /// Whether this class attribute takes part in stores and goes before an object's own attributes.
  var isDataDescriptor: Bool {
    switch ObjectTag(rawValue: tag & 0x7F) {
    case .function, .native, .str, .int, .list, .tuple, .dict, .type: return false
    case .host:
      return self is PropertyObject || self is NativeProperty || type.slots.descriptorSet != nil
        || type.slots.descriptorDelete != nil
    default: return type.slots.descriptorSet != nil || type.slots.descriptorDelete != nil
    }
  }

  /// Whether a call through an instance passes the instance first and nothing else happens.
  var isPlainMethod: Bool {
    if tag == ObjectTag.function.rawValue { return true }
    return tag == ObjectTag.native.rawValue && unsafeDowncast(self, to: NativeFunction.self).kind == .method
  }
}

extension TypeObject {
  /// Whether a data descriptor of the class goes before an object's own attribute.
  func hidesOwnAttribute(_ name: StrObject) -> Bool {
    if case .object(let descriptor)? = lookup(name) { return descriptor.isDataDescriptor }
    return false
  }
}

/// `object.__dict__`: a mapping view of an object's own attributes that writes through.
final class InstanceDict: Object {
  let instance: Object

  init(of instance: Object) {
    self.instance = instance
    super.init(.instanceDict)
  }

  /// The attributes as a dict of their own.
  var copy: DictObject {
    let dict = DictObject()
    for (name, value) in instance.ownAttributes { dict.set(name, value) }
    return dict
  }
}
