import Signatures

/// Sets up a native class; `T` is the Swift class of its instances.
///
///     let type = TypeObject.native("Point", module: "geometry", of: PointObject.self) { t in
///       t.doc = "A point of the plane."
///       t.construct("Point(x: float, y: float)") { type, call throws(Raised) in
///         .object(PointObject(type, try call.double(0), try call.double(1)))
///       }
///       t.method("scaled(self, by: float, *, inverse: bool = False)", "The point moved from the origin.") {
///         point, call throws(Raised) in .object(point.scaled(try call.double(1)))    // slot 0 is self
///       }
///       t.property("x", "First coordinate.") { point throws(Raised) in .float(point.x) }
///       t.slots.binary = { op, lhs, rhs throws(Raised) in op == .add ? … : nil }     // asked for both operand types
///     }
package struct TypeBuilder<T: Object> {
  package let type: TypeObject

  /// The protocol slots, as `TypeSlots` describes them.
  package var slots: TypeSlots {
    get { type.ownSlots }
    nonmutating set { type.ownSlots = newValue }
  }

  /// The docstring.
  package var doc: String {
    get { type.attributes.get(StrObject.intern("__doc__"))?.stringValue ?? "" }
    nonmutating set { type.attributes.set(StrObject.intern("__doc__"), .string(newValue)) }
  }

  /// Whether instances carry attributes of their own.
  package var hasAttributes: Bool {
    get { type.hasAttributes }
    nonmutating set { type.hasAttributes = newValue }
  }

  /// A method; slot 0 of the arguments is the instance, which is also given as its Swift class.
  package func method(
    _ signature: String, _ doc: String = "", _ body: @escaping (T, Arguments) throws(Raised) -> Value
  ) {
    let function = NativeFunction(signature, doc: doc) { (call) throws(Raised) -> Value in
      guard let instance = call[0].cast(to: T.self) else { throw .wrongReceiver(call) }
      return try body(instance, call)
    }
    add(function, kind: .method)
  }

  /// A method of a type whose instances are inline values; slot 0 of the arguments is the instance.
  package func valueMethod(_ signature: String, _ doc: String = "", _ body: @escaping (Arguments) throws(Raised) -> Value) {
    add(NativeFunction(signature, doc: doc, body), kind: .method)
  }

  /// A class method; slot 0 of the arguments is the class.
  package func classMethod(_ signature: String, _ doc: String = "", _ body: @escaping (Arguments) throws(Raised) -> Value) {
    add(NativeFunction(signature, doc: doc, body), kind: .classMethod)
  }

  /// A static method.
  package func staticMethod(_ signature: String, _ doc: String = "", _ body: @escaping (Arguments) throws(Raised) -> Value) {
    add(NativeFunction(signature, doc: doc, body), kind: .function)
  }

  private func add(_ function: NativeFunction, kind: NativeFunction.Kind) {
    function.kind = kind
    function.owner = type
    let value: Value = kind == .function ? .object(StaticMethodObject(function.asValue)) : function.asValue
    type.attributes.set(StrObject.intern(function.name), value)
  }

  /// A computed attribute.
  package func property(_ name: String, _ doc: String = "", _ get: @escaping (T) throws(Raised) -> Value) {
    property(name, doc, get, set: nil)
  }

  /// A computed attribute that can be set.
  package func property(
    _ name: String, _ doc: String = "", _ get: @escaping (T) throws(Raised) -> Value,
    set: ((T, Value) throws(Raised) -> Void)?
  ) {
    let owner = type
    let getter: (Value) throws(Raised) -> Value = { (value) throws(Raised) -> Value in
      guard let instance = value.cast(to: T.self) else { throw .wrongDescriptorReceiver(name, owner, value) }
      return try get(instance)
    }
    var setter: ((Value, Value) throws(Raised) -> Void)?
    if let set {
      setter = { (value, new) throws(Raised) -> Void in
        guard let instance = value.cast(to: T.self) else { throw .wrongDescriptorReceiver(name, owner, value) }
        try set(instance, new)
      }
    }
    type.attributes.set(
      StrObject.intern(name), .object(NativeProperty(name: name, owner: type, doc: doc, get: getter, set: setter)))
  }

  /// A computed attribute of a type whose instances are inline values.
  package func valueProperty(_ name: String, _ doc: String = "", _ get: @escaping (Value) throws(Raised) -> Value) {
    type.attributes.set(
      StrObject.intern(name), .object(NativeProperty(name: name, owner: type, doc: doc, get: get, set: nil)))
  }

  /// A class attribute.
  package func attribute(_ name: String, _ value: Value) { type.attributes.set(StrObject.intern(name), value) }

  /// How the class makes a finished instance from the arguments of a call (`__new__`): the body gets the class to make, which may
  /// be a script class derived from this one, and the arguments in the signature's slots.
  package func construct(
    _ signature: String, _ doc: String = "", _ body: @escaping (TypeObject, Arguments) throws(Raised) -> Value
  ) {
    let binder = NativeBinder(signature, name: nil)
    binder.isBuiltinClass = NativeBinder.nativeModules.contains(type.module)
    type.constructSignature = binder.signature
    type.ownSlots.construct = { (type, call) throws(Raised) -> Value in
      try binder.bind(call) { (bound) throws(Raised) -> Value in try body(type, bound) }
    }
  }

  /// How the class makes an uninitialised instance, for classes with `method("__init__(self, …)")`. The body gets the class to
  /// make, which may be a script class derived from this one.
  package func allocate(_ body: @escaping (TypeObject) throws(Raised) -> T) {
    type.ownSlots.allocate = { (type) throws(Raised) -> Value in .object(try body(type)) }
  }
}

extension TypeObject {
  /// Makes a native class; `T` is the Swift class of its instances.
  package static func native<T: Object>(
    _ name: String, module: String = "builtins", bases: [TypeObject] = [.object], of: T.Type,
    _ build: (TypeBuilder<T>) -> Void
  ) -> TypeObject {
    let type = TypeObject(name: name, module: module, bases: bases, mro: nil, isScriptDefined: false)
    if bases.count > 1, let order = type.linearised() { type.setMRO(order) }
    switch type.instanceTag {
    case .str, .list, .tuple, .dict, .set, .frozenset, .bytes, .bytearray: type.changesBuiltin = true
    default: break
    }
    build(TypeBuilder(type: type))
    type.installContainerMethods()
    type.changed()
    return type
  }

  /// Makes a native class whose instances are plain objects with attributes.
  package static func native(
    _ name: String, module: String = "builtins", bases: [TypeObject] = [.object], _ build: (TypeBuilder<Object>) -> Void
  ) -> TypeObject {
    native(name, module: module, bases: bases, of: Object.self, build)
  }

  /// Adds to a native class after it was made (methods from another file).
  package func extend<T: Object>(of: T.Type, _ build: (TypeBuilder<T>) -> Void) {
    build(TypeBuilder(type: self))
    changed()
  }
}
