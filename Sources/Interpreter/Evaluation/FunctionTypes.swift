/// The classes of functions, methods, properties, generators, modules and exceptions.
enum FunctionTypes {
  static func setUp() {
    setUpFunctions()
    setUpDescriptors()
    setUpSuper()
    setUpGenerators()
    setUpDicts()
  }

  private static func address(_ value: Value) -> String {
    guard case .object(let object) = value else { return "0x0" }
    return "0x" + String(UInt(bitPattern: ObjectIdentifier(object)), radix: 16)
  }

  private static func setUpFunctions() {
    TypeObject.function.extend(of: FunctionObject.self) { t in
      t.hasAttributes = true
      t.slots.repr = { (value) throws(Raised) in
        "<function \(value.cast(to: FunctionObject.self)?.qualifiedName ?? "") at \(address(value))>"
      }
      t.slots.descriptorGet = { (function, instance, _) throws(Raised) in
        instance.map { .object(BoundMethodObject($0, function)) } ?? function
      }
      t.property(
        "__name__", "", { f throws(Raised) in .string(f.name) },
        set: { (f, value) throws(Raised) in f.name = value.stringValue ?? f.name })
      t.property(
        "__qualname__", "", { f throws(Raised) in .string(f.qualifiedName) },
        set: { (f, value) throws(Raised) in
          f.qualifiedName = value.stringValue ?? f.qualifiedName
        })
      t.property("__doc__", "", { f throws(Raised) in f.doc }, set: { (f, value) throws(Raised) in f.doc = value })
      t.property(
        "__module__", "", { f throws(Raised) in f.ownAttribute("__module__") ?? f.globals.get(Names.name) ?? .none },
        set: { (f, value) throws(Raised) in f.setOwnAttribute("__module__", value) })
      t.property("__globals__") { f throws(Raised) in .object(f.globals) }
      t.property("__code__") { f throws(Raised) in .object(f.code) }
      t.property(
        "__defaults__", "", { f throws(Raised) in f.defaults.isEmpty ? .none : .tuple(f.defaults) },
        set: { (f, value) throws(Raised) in
          f.defaults = value.sequence ?? []
        })
      t.property("__kwdefaults__") { f throws(Raised) in
        if f.keywordDefaults.isEmpty { return .none }
        let dict = DictObject()
        for (k, value) in f.keywordDefaults.enumerated() where !value.isUnbound {
          dict.set(f.code.parameters.names[f.code.parameters.positional + k], value)
        }
        return .object(dict)
      }
      t.property("__closure__") { f throws(Raised) in
        if f.closureCount == 0 { return .none }
        return .tuple((0..<f.closureCount).map { .object(f.closure[$0].takeUnretainedValue()) })
      }
      t.property(
        "__annotations__", "",
        { f throws(Raised) in
          if f.annotations == nil { f.annotations = DictObject() }
          return .object(f.annotations ?? DictObject())
        }, set: { (f, value) throws(Raised) in f.annotations = value.cast(to: DictObject.self) })
      t.valueMethod("__get__(self, instance, owner=None, /)") { call throws(Raised) in
        call[1].isNone ? call[0] : .object(BoundMethodObject(call[1], call[0]))
      }
    }
    TypeObject.cell.extend(of: CellObject.self) { t in
      t.property("cell_contents") { cell throws(Raised) in
        if cell.content.isUnbound { throw .valueError("Cell is empty") }
        return cell.content
      }
    }
    TypeObject.code.extend(of: Code.self) { t in
      t.slots.repr = { (value) throws(Raised) in
        let code = value.cast(to: Code.self)
        return
          "<code object \(code?.name ?? "") at \(address(value)), file \"\(code?.source.name ?? "")\", line \(code?.firstLine ?? 0)>"
      }
      t.property("co_name") { code throws(Raised) in .string(code.name) }
      t.property("co_filename") { code throws(Raised) in .string(code.source.name) }
      t.property("co_firstlineno") { code throws(Raised) in .int(code.firstLine) }
      t.property("co_argcount") { code throws(Raised) in .int(code.parameters.positional) }
      t.property("co_posonlyargcount") { code throws(Raised) in .int(code.parameters.positionalOnly) }
      t.property("co_kwonlyargcount") { code throws(Raised) in .int(code.parameters.keywordOnly) }
      t.property("co_varnames") { code throws(Raised) in
        .tuple(code.localNames.dropFirst().filter { !$0.isEmpty }.map { .string($0) })
      }
      t.property("co_freevars") { code throws(Raised) in .tuple(code.freeNames.map { .string($0) }) }
    }
    TypeObject.builtinFunction.extend(of: NativeFunction.self) { t in
      t.slots.repr = { (value) throws(Raised) in
        let function = value.cast(to: NativeFunction.self)
        if let owner = function?.owner, function?.kind == .method {
          return "<method '\(function?.name ?? "")' of '\(owner.name)' objects>"
        }
        return "<built-in function \(function?.name ?? "")>"
      }
      t.property("__name__") { f throws(Raised) in .string(f.name) }
      t.property("__qualname__") { f throws(Raised) in .string(f.owner.map { "\($0.name).\(f.name)" } ?? f.name) }
      t.property("__doc__") { f throws(Raised) in f.doc.isEmpty ? .none : .string(f.doc) }
      t.property("__module__") { f throws(Raised) in .string(f.module) }
      t.property("__text_signature__") { f throws(Raised) in .string(f.signature.text) }
    }
    TypeObject.boundMethod.extend(of: BoundMethodObject.self) { t in
      t.slots.repr = { (value) throws(Raised) in
        guard let method = value.cast(to: BoundMethodObject.self) else { return "" }
        let interpreter = Interpreter.current
        if let native = method.function.cast(to: NativeFunction.self) {
          return "<built-in method \(native.name) of \(method.receiver.type.name) object at \(address(method.receiver))>"
        }
        let name = try interpreter.attributeIfPresent(method.function, "__qualname__")?.stringValue ?? "?"
        return "<bound method \(name) of \(try interpreter.repr(method.receiver))>"
      }
      t.slots.compare = { (op, lhs, rhs) throws(Raised) in
        guard let a = lhs.cast(to: BoundMethodObject.self), let b = rhs.cast(to: BoundMethodObject.self) else { return nil }
        let same = a.function.isIdentical(to: b.function) && a.receiver.isIdentical(to: b.receiver)
        switch op {
        case .equal: return .bool(same)
        case .notEqual: return .bool(!same)
        default: return nil
        }
      }
      t.slots.hash = { (value) throws(Raised) in
        guard let method = value.cast(to: BoundMethodObject.self) else { return 0 }
        return try Interpreter.current.hash(method.function)
      }
      t.slots.missingAttribute = { (value, name) throws(Raised) in
        guard let method = value.cast(to: BoundMethodObject.self) else { return nil }
        return try Interpreter.current.find(method.function, name)
      }
      t.property("__self__") { m throws(Raised) in m.receiver }
      t.property("__func__") { m throws(Raised) in m.function }
      t.property("__doc__") { m throws(Raised) in try Interpreter.current.attributeIfPresent(m.function, "__doc__") ?? .none }
      t.property("__name__") { m throws(Raised) in try Interpreter.current.attributeIfPresent(m.function, "__name__") ?? .none }
    }
    TypeObject.module.extend(of: ModuleObject.self) { t in
      t.slots.repr = { (value) throws(Raised) in
        guard let module = value.cast(to: ModuleObject.self) else { return "" }
        if let file = module.namespace.get(Names.file)?.stringValue { return "<module '\(module.name)' from '\(file)'>" }
        return "<module '\(module.name)' (built-in)>"
      }
    }
  }

  private static func setUpDescriptors() {
    TypeObject.getSetDescriptor.extend(of: NativeProperty.self) { t in
      t.slots.repr = { (value) throws(Raised) in
        let property = value.cast(to: NativeProperty.self)
        return "<attribute '\(property?.name ?? "")' of '\(property?.owner.name ?? "")' objects>"
      }
      t.property("__doc__") { p throws(Raised) in p.doc.isEmpty ? .none : .string(p.doc) }
      t.property("__name__") { p throws(Raised) in .string(p.name) }
    }
    TypeObject.property.extend(of: PropertyObject.self) { t in
      t.hasAttributes = true
      t.construct("property(fget=None, fset=None, fdel=None, doc=None)", "Property attribute.") { type, call throws(Raised) in
        var doc = call[3]
        if doc.isNone, !call[0].isNone { doc = try call.interpreter.attributeIfPresent(call[0], "__doc__") ?? .none }
        return .object(PropertyObject(call[0], call[1], call[2], doc: doc, type: type))
      }
      func derive(_ p: PropertyObject, _ getter: Value, _ setter: Value, _ deleter: Value) -> Value {
        let copy = PropertyObject(getter, setter, deleter, doc: p.doc, type: p.type)
        copy.name = p.name
        return .object(copy)
      }
      t.method("getter(self, fget, /)") { p, call throws(Raised) in derive(p, call[1], p.setter, p.deleter) }
      t.method("setter(self, fset, /)") { p, call throws(Raised) in derive(p, p.getter, call[1], p.deleter) }
      t.method("deleter(self, fdel, /)") { p, call throws(Raised) in derive(p, p.getter, p.setter, call[1]) }
      t.method("__get__(self, instance, owner=None, /)") { p, call throws(Raised) in
        call[1].isNone ? call[0] : try call.interpreter.call(p.getter, call[1])
      }
      t.property("fget") { p throws(Raised) in p.getter }
      t.property("fset") { p throws(Raised) in p.setter }
      t.property("fdel") { p throws(Raised) in p.deleter }
      t.property("__doc__", "", { p throws(Raised) in p.doc }, set: { (p, value) throws(Raised) in p.doc = value })
    }
    TypeObject.staticMethod.extend(of: StaticMethodObject.self) { t in
      t.hasAttributes = true
      t.construct("staticmethod(function, /)") { type, call throws(Raised) in .object(StaticMethodObject(call[0], type)) }
      t.slots.call = { (value, call) throws(Raised) in
        try call.interpreter.callCollected(
          value.cast(to: StaticMethodObject.self)?.function ?? .none, (0..<call.count).map { call.base[$0] }, call.keywordNames)
      }
      t.property("__func__") { m throws(Raised) in m.function }
      t.property("__wrapped__") { m throws(Raised) in m.function }
      t.slots.missingAttribute = { (value, name) throws(Raised) in
        guard let method = value.cast(to: StaticMethodObject.self) else { return nil }
        return try Interpreter.current.find(method.function, name)
      }
    }
    TypeObject.classMethod.extend(of: ClassMethodObject.self) { t in
      t.hasAttributes = true
      t.construct("classmethod(function, /)") { type, call throws(Raised) in .object(ClassMethodObject(call[0], type)) }
      t.property("__func__") { m throws(Raised) in m.function }
      t.property("__wrapped__") { m throws(Raised) in m.function }
      t.slots.missingAttribute = { (value, name) throws(Raised) in
        guard let method = value.cast(to: ClassMethodObject.self) else { return nil }
        return try Interpreter.current.find(method.function, name)
      }
    }
  }

  private static func setUpSuper() {
    TypeObject.superType.extend(of: SuperObject.self) { t in
      t.construct("super(type=unset, object_or_type=unset, /)", "The next class's view of an object.") {
        type, call throws(Raised) in
        guard call.isGiven(0) else { throw .runtimeError("super(): no arguments") }
        guard let start = call[0].cast(to: TypeObject.self) else {
          throw .typeError("super() argument 1 must be a type, not \(call[0].type.name)")
        }
        guard call.isGiven(1), !call[1].isNone else { return .object(SuperObject(start, .none, nil)) }
        return try SuperObject(start, .none, nil).bound(to: call[1])
      }
      t.slots.repr = { (value) throws(Raised) in
        guard let view = value.cast(to: SuperObject.self) else { return "" }
        return "<super: <class '\(view.start.name)'>, \(view.owner.map { "<\($0.name) object>" } ?? "NULL")>"
      }
      t.slots.getAttribute = { (value, name) throws(Raised) in
        guard let view = value.cast(to: SuperObject.self), let owner = view.owner, name !== Names.class_ else { return nil }
        guard let position = owner.mro.firstIndex(where: { $0 === view.start }) else { return nil }
        for type in owner.mro[(position + 1)...] {
          guard let found = type.attributes.get(name) else { continue }
          return try view.bind(found)
        }
        if name === Names.initialise {
          return .object(NativeFunction("__init__(*args, **kwargs)") { _ throws(Raised) in .none })
        }
        let error = Raised.attributeError("'super' object has no attribute '\(name.string)'")
        error.exception.setOwnAttribute("name", .object(name))
        error.exception.setOwnAttribute("obj", value)
        throw error
      }
      // Kept in a class, a view without an object finds the object that it is read from.
      t.slots.descriptorGet = { (value, instance, owner) throws(Raised) in
        guard let view = value.cast(to: SuperObject.self), view.owner == nil, let instance, !instance.isNone else { return value }
        return try view.bound(to: instance)
      }
      t.method("__get__(self, instance, owner=None, /)") { view, call throws(Raised) in
        view.owner != nil || call[1].isNone ? call[0] : try view.bound(to: call[1])
      }
      t.property("__thisclass__") { view throws(Raised) in view.start.asValue }
      t.property("__self__") { view throws(Raised) in view.object }
      t.property("__self_class__") { view throws(Raised) in view.owner?.asValue ?? .none }
      t.slots.setAttribute = { (value, name, new) throws(Raised) in
        throw .attributeError("'super' object has no attribute '\(name.string)'")
      }
    }
  }

  private static func setUpGenerators() {
    TypeObject.generator.extend(of: GeneratorObject.self) { t in
      t.type.isSubclassable = false
      t.slots.repr = { (value) throws(Raised) in
        "<generator object \(value.cast(to: GeneratorObject.self)?.qualifiedName ?? "") at \(address(value))>"
      }
      t.slots.iterate = { (value) throws(Raised) in value }
      t.slots.next = { (value) throws(Raised) in
        guard let generator = value.cast(to: GeneratorObject.self) else { return nil }
        return try Interpreter.current.resume(generator)
      }
      t.method("__next__(self, /)") { g, call throws(Raised) in
        guard let value = try call.interpreter.resume(g) else { throw .stopIteration(g.returned) }
        return value
      }
      t.method("__iter__(self, /)") { _, call throws(Raised) in call[0] }
      t.method("send(self, value, /)") { g, call throws(Raised) in
        guard let value = try call.interpreter.resume(g, sending: call[1]) else { throw .stopIteration(g.takeReturned()) }
        return value
      }
      t.method("throw(self, typ, val=None, tb=None, /)") { g, call throws(Raised) in
        var exception = try call.interpreter.exception(
          from: call[1], "exceptions must be classes or instances deriving from BaseException, not \(call[1].type.name)")
        if call.has(2), call[1].cast(to: TypeObject.self) != nil {
          var made = call[2]
          if made.cast(to: ExceptionObject.self) == nil { made = try call.interpreter.call(call[1], call[2]) }
          exception = made.cast(to: ExceptionObject.self) ?? exception
        }
        guard let value = try call.interpreter.throwInto(g, Raised(exception)) else { throw .stopIteration(g.takeReturned()) }
        return value
      }
      t.method("close(self, /)") { g, call throws(Raised) in
        try call.interpreter.close(g)
        return .none
      }
      t.property("__name__") { g throws(Raised) in .string(g.name) }
      t.property("__qualname__") { g throws(Raised) in .string(g.qualifiedName) }
      t.property("gi_running") { g throws(Raised) in .bool(g.state == .running) }
    }
  }

  private static func setUpDicts() {
    TypeObject.instanceDict.extend(of: InstanceDict.self) { t in
      t.type.isSubclassable = false
      func dict(_ value: Value) -> DictObject { value.cast(to: InstanceDict.self)?.copy ?? DictObject() }
      func key(_ value: Value) throws(Raised) -> StrObject {
        guard let key = value.cast(to: StrObject.self) else { throw .typeError("attribute names must be strings") }
        return key
      }
      t.slots.repr = { (value) throws(Raised) in try Interpreter.current.repr(.object(dict(value))) }
      t.slots.length = { (value) throws(Raised) in dict(value).count }
      t.slots.contains = { (value, item) throws(Raised) in try dict(value).contains(item) }
      t.slots.iterate = { (value) throws(Raised) in try Interpreter.current.iterator(of: .object(dict(value))) }
      t.slots.getItem = { (value, index) throws(Raised) in
        guard let found = try dict(value).get(index) else { throw .keyError(index) }
        return found
      }
      t.slots.setItem = { (value, index, new) throws(Raised) in
        value.cast(to: InstanceDict.self)?.instance.setOwnAttribute(try key(index), new)
      }
      t.slots.deleteItem = { (value, index) throws(Raised) in
        if value.cast(to: InstanceDict.self)?.instance.removeOwnAttribute(try key(index)) != true { throw .keyError(index) }
      }
      t.slots.compare = { (op, lhs, rhs) throws(Raised) in
        try Interpreter.current.compare(
          op, lhs.cast(to: InstanceDict.self).map { .object($0.copy) } ?? lhs,
          rhs.cast(to: InstanceDict.self).map { .object($0.copy) } ?? rhs)
      }
      t.method("update(self, other=(), /, **kwargs)") { view, call throws(Raised) in
        let given = DictObject()
        _ = try call.interpreter.callMethod(.object(given), "update", [call[1]])
        for (name, value) in given.pairs { view.instance.setOwnAttribute(try key(name), value) }
        for (name, value) in call.keywords(2) { view.instance.setOwnAttribute(name, value) }
        return .none
      }
      t.method("pop(self, key, default=unset, /)") { view, call throws(Raised) in
        let name = try key(call[1])
        guard let value = view.instance.ownAttribute(name) else {
          if call.isGiven(2) { return call[2] }
          throw .keyError(call[1])
        }
        view.instance.removeOwnAttribute(name)
        return value
      }
      t.method("setdefault(self, key, default=None, /)") { view, call throws(Raised) in
        let name = try key(call[1])
        if let value = view.instance.ownAttribute(name) { return value }
        view.instance.setOwnAttribute(name, call[2])
        return call[2]
      }
      t.method("clear(self, /)") { view, _ throws(Raised) in
        for (name, _) in view.instance.ownAttributes { view.instance.removeOwnAttribute(name) }
        return .none
      }
      t.slots.missingAttribute = { (value, name) throws(Raised) in
        try Interpreter.current.find(.object(dict(value)), name)
      }
    }
  }
}

extension GeneratorObject {
  /// The result, handed out once: a generator that has ended gives None afterwards.
  func takeReturned() -> Value {
    let value = returned
    returned = .none
    return value
  }
}

/// `super()`: an object seen as an instance of the classes after one of its own.
final class SuperObject: Object {
  let start: TypeObject
  let object: Value
  /// The class whose order of classes is followed; nil for a view without an object.
  let owner: TypeObject?

  init(_ start: TypeObject, _ object: Value, _ owner: TypeObject?) {
    self.start = start
    self.object = object
    self.owner = owner
    super.init(.superType)
  }

  /// The view of an object or a class.
  func bound(to object: Value) throws(Raised) -> Value {
    if object.type.isSubtype(of: start) { return .object(SuperObject(start, object, object.type)) }
    if let class_ = object.cast(to: TypeObject.self), class_.isSubtype(of: start) {
      return .object(SuperObject(start, object, class_))
    }
    throw .typeError("super(type, obj): obj must be an instance or subtype of type")
  }

  /// A class attribute as the object would have it.
  func bind(_ attribute: Value) throws(Raised) -> Value {
    let isClass = object.cast(to: TypeObject.self) === owner
    if let method = attribute.cast(to: ClassMethodObject.self) {
      return .object(BoundMethodObject((owner ?? start).asValue, method.function))
    }
    if let native = attribute.cast(to: NativeFunction.self), native.kind == .classMethod {
      return .object(BoundMethodObject((owner ?? start).asValue, attribute))
    }
    if isClass {
      if let method = attribute.cast(to: StaticMethodObject.self) { return method.function }
      if object.type.isSubtype(of: start) { return try Interpreter.current.bound(attribute, to: object) }
      return attribute
    }
    return try Interpreter.current.bound(attribute, to: object)
  }
}
