/// What every object and every class has: the methods of `object` and `type`.
enum ObjectType {
  static func setUp() {
    setUpObject()
    setUpType()
  }

  static func defaultRepr(_ value: Value) -> String {
    guard case .object(let object) = value else { return "" }
    let address = UInt(bitPattern: ObjectIdentifier(object))
    return "<\(object.type.displayName) object at 0x\(String(address, radix: 16))>"
  }

  private static func setUpObject() {
    TypeObject.object.extend(of: Object.self) { t in
      t.doc = "The base class of the class hierarchy."
      t.slots.repr = { (value) throws(Raised) in defaultRepr(value) }
      t.valueMethod("__init__(self, *args, **kwargs)") { call throws(Raised) in
        if call[1].cast(to: TupleObject.self)?.count ?? 0 > 0, call[0].type.slots.construct == nil {
          throw .typeError("\(call[0].type.name)() takes no arguments")
        }
        return .none
      }
      t.staticMethod("__new__(cls, *args, **kwargs)") { call throws(Raised) in
        guard let type = call[0].cast(to: TypeObject.self) else {
          throw .typeError("object.__new__(X): X is not a type object (\(call[0].type.name))")
        }
        return try make(type, call.rest(1), call.keywords(2), call.interpreter)
      }
      t.valueMethod("__repr__(self, /)") { call throws(Raised) in .string(try call.interpreter.repr(call[0], asBaseOf: nil)) }
      t.valueMethod("__str__(self, /)") { call throws(Raised) in
        if let slot = call[0].type.nativeSlot(\.str) { return .string(try slot(call[0])) }
        return .string(try call.interpreter.repr(call[0]))
      }
      t.valueMethod("__format__(self, format_spec, /)") { call throws(Raised) in
        if let slot = call[0].type.nativeSlot(\.format) { return .string(try slot(call[0], try call.string(1))) }
        if try call.string(1).isEmpty { return .string(try call.interpreter.str(call[0])) }
        throw .typeError("unsupported format string passed to \(call[0].type.name).__format__")
      }
      t.valueMethod("__hash__(self, /)") { call throws(Raised) in
        if let slot = call[0].type.nativeSlot(\.hash) { return .int(try slot(call[0])) }
        guard case .object(let object) = call[0] else { return .int(try call.interpreter.hash(call[0])) }
        return .int(call.interpreter.identityHash(object))
      }
      t.valueMethod("__getattribute__(self, name, /)") { call throws(Raised) in
        let name = StrObject.intern(try call.string(1))
        if let value = try call.interpreter.generic(call[0], name) { return value }
        throw call.interpreter.missing(call[0], name)
      }
      t.valueMethod("__setattr__(self, name, value, /)") { call throws(Raised) in
        let name = StrObject.intern(try call.string(1))
        if let slot = call[0].type.nativeSlot(\.setAttribute), try slot(call[0], name, call[2]) { return .none }
        try call.interpreter.setGeneric(call[0], name, call[2])
        return .none
      }
      t.valueMethod("__delattr__(self, name, /)") { call throws(Raised) in
        let name = StrObject.intern(try call.string(1))
        if let slot = call[0].type.nativeSlot(\.deleteAttribute), try slot(call[0], name) { return .none }
        try call.interpreter.deleteGeneric(call[0], name)
        return .none
      }
      t.valueMethod("__dir__(self, /)") { call throws(Raised) in
        .list(call.interpreter.attributeNames(of: call[0]).map { .string($0) })
      }
      t.classMethod("__init_subclass__(cls, /, **kwargs)") { call throws(Raised) in
        if !call.keywords(1).isEmpty {
          throw .typeError(
            "\(call[0].cast(to: TypeObject.self)?.name ?? "type").__init_subclass__() takes no keyword arguments")
        }
        return .none
      }
      for (k, name) in ["__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__"].enumerated() {
        t.valueMethod("\(name)(self, value, /)") { call throws(Raised) in
          let op = CompareOperator(rawValue: UInt8(k)) ?? .equal
          if let slot = call[0].type.nativeSlot(\.compare) { return try slot(op, call[0], call[1]) ?? .notImplemented }
          switch op {
          case .equal: return call[0].isIdentical(to: call[1]) ? .bool(true) : .notImplemented
          case .notEqual:
            if case .object = call[0], call[0].type.lookup(Names.eq)?.cast(to: FunctionObject.self) != nil {
              return .bool(!(try call.interpreter.equal(call[0], call[1])))
            }
            return call[0].isIdentical(to: call[1]) ? .bool(false) : .notImplemented
          default: return .notImplemented
          }
        }
      }
    }
  }

  /// `object.__new__` and its inherited forms: an instance without `__init__`.
  static func make(
    _ type: TypeObject, _ arguments: [Value], _ keywords: [(name: String, value: Value)], _ interpreter: Interpreter
  ) throws(Raised) -> Value {
    for base in type.mro where !base.isScriptDefined {
      if let allocate = base.ownSlots.allocate { return try allocate(type) }
      if let construct = base.ownSlots.construct {
        return try interpreter.construct(type, construct, arguments, keywords)
      }
    }
    if type.isAbstract {
      throw .typeError(
        "Can't instantiate abstract class \(type.name) with abstract method\(type.abstractNames.count == 1 ? "" : "s") "
          + type.abstractNames.joined(separator: ", "))
    }
    return .object(Object(type, .instance))
  }

  private static func typeOf(_ value: Value) -> TypeObject { value.cast(to: TypeObject.self) ?? .object }

  private static func setUpType() {
    TypeObject.type.extend(of: TypeObject.self) { t in
      t.slots.repr = { (value) throws(Raised) in "<class '\(typeOf(value).displayName)'>" }
      t.slots.call = { (value, call) throws(Raised) in
        // A class with a metaclass; plain classes are instantiated by the evaluator.
        let type = typeOf(value)
        let interpreter = call.interpreter
        return try interpreter.instantiateFromSwift(
          type, (0..<call.count).map { call.base[$0] }, call.keywordNames)
      }
      t.construct("type(object_or_name, bases=None, dict=None, **kwds)") { meta, call throws(Raised) in
        if !call.has(1) && !call.has(2) {
          // The view of an object's attributes is a dict to scripts.
          return (call[0].type === TypeObject.instanceDict ? .dict : call[0].type).asValue
        }
        guard call.has(1), call.has(2) else { throw .typeError("type() takes 1 or 3 arguments") }
        guard let name = call[0].stringValue else {
          throw .typeError("type.__new__() argument 1 must be str, not \(call[0].type.name)")
        }
        guard let bases = call[1].cast(to: TupleObject.self), let names = call[2].cast(to: DictObject.self) else {
          throw .typeError("type.__new__() argument 2 must be tuple, not \(call[1].type.name)")
        }
        let keywords = call[3].cast(to: DictObject.self) ?? DictObject()
        return .object(
          try call.interpreter.makeType(
            name, bases.elements, names, keywords: keywords, metatype: meta === TypeObject.type ? nil : meta))
      }
      t.valueMethod("__call__(self, *args, **kwargs)") { call throws(Raised) in
        let named = call.keywords(2)
        let names = named.isEmpty ? nil : TupleObject(named.map { .object(StrObject.intern($0.name)) })
        return try call.interpreter.instantiateFromSwift(typeOf(call[0]), call.rest(1) + named.map(\.value), names)
      }
      t.valueMethod("mro(self, /)") { call throws(Raised) in .list(typeOf(call[0]).mro.map(\.asValue)) }
      t.valueMethod("__subclasses__(self, /)") { call throws(Raised) in
        .list(typeOf(call[0]).directSubclasses.map(\.asValue))
      }
      t.valueProperty("__mro__") { value throws(Raised) in .tuple(typeOf(value).mro.map(\.asValue)) }
      t.valueProperty("__bases__") { value throws(Raised) in .tuple(typeOf(value).bases.map(\.asValue)) }
      t.valueProperty("__base__") { value throws(Raised) in typeOf(value).bases.first?.asValue ?? .none }
      t.property(
        "__name__", "", { type throws(Raised) in .string(type.name) },
        set: { (type, value) throws(Raised) in
          type.name = value.stringValue ?? type.name
        })
      t.property(
        "__qualname__", "", { type throws(Raised) in .string(type.qualifiedName) },
        set: { (type, value) throws(Raised) in
          type.qualifiedName = value.stringValue ?? type.qualifiedName
        })
      t.property(
        "__module__", "",
        { type throws(Raised) in
          type.attributes.get(Names.module) ?? .string(type.module)
        },
        set: { (type, value) throws(Raised) in
          type.module = value.stringValue ?? type.module
          type.attributes.set(Names.module, value)
        })
      t.property(
        "__doc__", "", { type throws(Raised) in type.attributes.get(Names.doc) ?? .none },
        set: { (type, value) throws(Raised) in
          type.set(Names.doc, value)
        })
      t.property("__dict__") { type throws(Raised) in .object(ClassNames.dict(of: type)) }
      t.property("__annotations__") { type throws(Raised) in
        if let known = type.attributes.get(Names.annotations) { return known }
        let table: Value = .object(DictObject())
        if type.isScriptDefined { type.attributes.set(Names.annotations, table) }
        return table
      }
    }
  }
}

/// A class's names as a dict.
enum ClassNames {
  static func dict(of type: TypeObject) -> DictObject {
    let copy = DictObject()
    for (key, value) in type.attributes.pairs { if let key = key.cast(to: StrObject.self) { copy.set(key, value) } }
    return copy
  }
}

extension TypeObject {
  /// The nearest slot that a native class of the chain has.
  func nativeSlot<T>(_ path: KeyPath<TypeSlots, T?>) -> T? {
    for type in mro where !type.isScriptDefined && type !== TypeObject.object {
      if let slot = type.ownSlots[keyPath: path] { return slot }
    }
    return nil
  }
}

extension Interpreter {
  /// The repr that the native part of a value's class gives.
  func repr(_ value: Value, asBaseOf: TypeObject?) throws(Raised) -> String {
    try value.type.nativeSlot(\.repr)?(value) ?? ObjectType.defaultRepr(value)
  }

  /// Makes an instance as calling the class does.
  func instantiateFromSwift(_ type: TypeObject, _ arguments: [Value], _ keywords: TupleObject?) throws(Raised) -> Value {
    let window = stackTop
    if window + (arguments.count + 16) > stackLimit { throw recursionError() }
    window.pointee = .object(type)
    for (k, argument) in arguments.enumerated() { window[k + 1] = argument }
    stackTop = window + arguments.count + 1 + Interpreter.windowSlack
    defer { stackTop = window }
    do throws(Raised) {
      return try instantiate(type, window, arguments.count, keywords, destination: 0, isEntry: true) ?? .none
    } catch {
      for k in 0..<(arguments.count + 3) { (window + k).clear() }
      throw error
    }
  }

  /// Calls a native constructor with given arguments.
  func construct(
    _ type: TypeObject, _ body: (TypeObject, Arguments) throws(Raised) -> Value, _ arguments: [Value],
    _ keywords: [(name: String, value: Value)]
  ) throws(Raised) -> Value {
    let window = stackTop
    let count = arguments.count + keywords.count
    if window + (count + 16) > stackLimit { throw recursionError() }
    for (k, argument) in arguments.enumerated() { window[k] = argument }
    for (k, argument) in keywords.enumerated() { window[arguments.count + k] = argument.value }
    stackTop = window + count + Interpreter.windowSlack
    defer {
      for k in 0..<count { (window + k).clear() }
      stackTop = window
    }
    let names = keywords.isEmpty ? nil : TupleObject(keywords.map { .object(StrObject.intern($0.name)) })
    return try body(type, Arguments(self, window, count, keywordNames: names))
  }

  /// The names that `dir` lists.
  package func attributeNames(of value: Value) -> [String] {
    var names: Set<String> = []
    if let module = value.cast(to: ModuleObject.self) { return module.namespace.keys.compactMap(\.stringValue).sorted() }
    let chain = value.cast(to: TypeObject.self)?.mro ?? value.type.mro
    for type in chain { for key in type.attributes.keys { if let key = key.stringValue { names.insert(key) } } }
    if case .object(let object) = value, object.hasPlainAttributes {
      for (name, _) in object.ownAttributes { names.insert(name.string) }
    }
    for name in value.type.slots.attributeNames?(value) ?? [] { names.insert(name) }
    names.insert("__class__")
    return names.sorted()
  }
}
