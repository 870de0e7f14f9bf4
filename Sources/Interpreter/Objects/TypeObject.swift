import Signatures

/// A class, native or defined by a script: its place in the hierarchy, its attributes, and what its instances can do.
///
/// The closures are the protocol slots. A native type sets those it supports (see `TypeBuilder`); a script class gets slots that
/// call its dunder methods. Slots that a class does not set are taken from the next class of its method resolution order.
package final class TypeObject: Object {
  /// The name without module.
  package var name: String
  /// The defining module, shown in the repr.
  package var module: String
  /// The qualified name (`Outer.Inner`).
  package var qualifiedName: String
  /// The direct bases.
  package private(set) var bases: [TypeObject]
  /// The method resolution order, this class first.
  package private(set) var mro: [TypeObject] = []
  /// The class attributes, methods included.
  package let attributes = DictObject(ofClass: ())
  /// Whether a `class` statement (or three-argument `type`) made it.
  package let isScriptDefined: Bool
  /// Whether it is a native class derived from a built-in container or text class, whose slots it may replace.
  var changesBuiltin = false
  /// Whether instances carry attributes of their own.
  package var hasAttributes: Bool
  /// Whether a script may derive from it.
  package var isSubclassable = true
  /// The class's own protocol slots, before inheritance.
  package var ownSlots = TypeSlots()
  /// The protocol slots with inherited ones filled in.
  private(set) var slots = TypeSlots()
  /// Changes whenever the class or one of its bases does; never repeats within a process.
  private(set) var version: UInt32 = 0
  private var subclasses: [TypeObject] = []
  /// The classes that name this one as a base.
  var directSubclasses: [TypeObject] { subclasses }
  private var found: [ObjectIdentifier: Value?] = [:]
  /// The class of the class where it is not `type` itself.
  var metatype: TypeObject?
  /// The Swift class of the instances, in short: a script class gets that of its native base.
  var instanceTag: ObjectTag = .host
  /// The signature of a native constructor, for help.
  package var constructSignature: Signature?
  /// The names that the class's own `__slots__` lists.
  var ownAllowedSlots: Set<String>?
  /// Whether scripts may set attributes of this native class.
  package var acceptsAttributes = false
  /// `__init__` as last looked up for the fast path of instance creation.
  var cachedInit: Value?
  var cachedInitVersion: UInt32 = 0
  /// What `Interpreter.instantiate` found out about the class at that version.
  var hasScriptInit = false
  var hasAllocator = false
  var makesFinished = false
  var constructsWholly = false
  /// The `__init__` with which calls of this class start when nothing else is to be done, at the version below.
  var starter: Unmanaged<Object>?
  var starterVersion: UInt32 = 0
  /// The evaluator's short cut for frequent calls of a built-in class.
  var quick = QuickCall.none

  nonisolated(unsafe) private static var nextVersion: UInt32 = 1

  init(
    name: String, module: String, bases: [TypeObject], mro: [TypeObject]?, isScriptDefined: Bool, metatype: TypeObject? = nil,
    isRoot: Bool = false
  ) {
    self.name = name
    self.module = module
    self.qualifiedName = name
    self.bases = bases
    self.isScriptDefined = isScriptDefined
    self.hasAttributes = isScriptDefined || bases.contains { $0.hasAttributes }
    self.metatype = metatype
    super.init(bootstrapping: .type)
    if !isRoot { type = metatype ?? TypeObject.roots.type }
    if let first = bases.first { instanceTag = first.instanceTag }
    for base in bases where base.instanceTag != .host && base.instanceTag != .instance { instanceTag = base.instanceTag }
    self.mro = [self] + (mro ?? bases.first?.mro ?? [])
    for base in bases { base.subclasses.append(self) }
    // Types are never freed: instances and caches point at them without counting references.
    _ = Unmanaged.passRetained(self)
    changed()
  }

  /// `object` and `type`, each of which needs the other.
  private static let roots: (object: TypeObject, type: TypeObject) = {
    let object = TypeObject(name: "object", module: "builtins", bases: [], mro: nil, isScriptDefined: false, isRoot: true)
    let type = TypeObject(name: "type", module: "builtins", bases: [object], mro: nil, isScriptDefined: false, isRoot: true)
    object.type = type
    type.type = type
    return (object, type)
  }()

  /// The root of all classes.
  package static let object: TypeObject = roots.object
  /// The class of classes.
  package static let type: TypeObject = roots.type

  /// Whether this class is another or derives from it.
  package func isSubtype(of other: TypeObject) -> Bool {
    if self === other { return true }
    for type in mro where type === other { return true }
    return false
  }

  /// Looks an attribute up along the method resolution order.
  package func lookup(_ name: StrObject) -> Value? {
    let name = name.interned
    if let known = found[ObjectIdentifier(name)] { return known }
    var result: Value?
    for type in mro {
      if let value = type.attributes.get(name) {
        result = value
        break
      }
    }
    found[ObjectIdentifier(name)] = .some(result)
    return result
  }

  /// Looks an attribute up along the method resolution order.
  package func lookup(_ name: String) -> Value? { lookup(StrObject.intern(name)) }

  /// Sets a class attribute.
  package func set(_ name: StrObject, _ value: Value) {
    keepReplaced(name)
    attributes.set(name.interned, value)
    changed()
  }

  /// Sets a class attribute.
  package func set(_ name: String, _ value: Value) { set(StrObject.intern(name), value) }

  /// Removes a class attribute; false when there was none.
  func remove(_ name: StrObject) -> Bool {
    keepReplaced(name)
    let removed = attributes.remove(name) != nil
    changed()
    return removed
  }

  /// A native method that is replaced may be running, and calls count no reference to it: it is never freed.
  private func keepReplaced(_ name: StrObject) {
    if let native = attributes.get(name)?.cast(to: NativeFunction.self) { _ = Unmanaged.passRetained(native) }
  }

  /// Must be called after every change of `attributes`, `ownSlots` or the bases.
  package func changed() {
    version = TypeObject.nextVersion
    TypeObject.nextVersion &+= 1
    found.removeAll()
    slots = resolvedSlots()
    for type in subclasses { type.changed() }
  }

  /// The name as reprs show it: with its module unless built in.
  package var displayName: String { module == "builtins" ? qualifiedName : "\(module).\(qualifiedName)" }

  func setMRO(_ order: [TypeObject]) {
    mro = order
    changed()
  }
}

/// What instances of a class can do; nil where they cannot.
///
/// Binary operators and comparisons get their operands in source order and are asked of both operands' types, so one closure
/// serves `tensor + 1` and `1 + tensor`; nil means NotImplemented.
package struct TypeSlots {
  package typealias Unary = (Value) throws(Raised) -> Value
  /// Makes an uninitialised instance of a class; `__init__` then gets the arguments.
  package var allocate: ((TypeObject) throws(Raised) -> Value)?
  /// Makes a finished instance from the call's arguments (`__new__`); `__init__` is called after it when there is one.
  package var construct: ((TypeObject, Arguments) throws(Raised) -> Value)?
  package var repr: ((Value) throws(Raised) -> String)?
  package var str: ((Value) throws(Raised) -> String)?
  package var format: ((Value, String) throws(Raised) -> String)?
  package var hash: ((Value) throws(Raised) -> Int)?
  package var bool: ((Value) throws(Raised) -> Bool)?
  package var length: ((Value) throws(Raised) -> Int)?
  package var call: ((Value, Arguments) throws(Raised) -> Value)?
  package var binary: ((Operator, Value, Value) throws(Raised) -> Value?)?
  /// `a += b`: the new value of `a`; nil falls back to the plain operator.
  package var inPlace: ((Operator, Value, Value) throws(Raised) -> Value?)?
  package var prefix: ((PrefixOperator, Value) throws(Raised) -> Value?)?
  package var compare: ((CompareOperator, Value, Value) throws(Raised) -> Value?)?
  package var getItem: ((Value, Value) throws(Raised) -> Value)?
  package var setItem: ((Value, Value, Value) throws(Raised) -> Void)?
  package var deleteItem: ((Value, Value) throws(Raised) -> Void)?
  package var contains: ((Value, Value) throws(Raised) -> Bool)?
  package var iterate: ((Value) throws(Raised) -> Value)?
  /// The next element of an iterator; nil at its end.
  package var next: ((Value) throws(Raised) -> Value?)?
  /// Asked before anything else; nil continues with the usual lookup.
  package var getAttribute: ((Value, StrObject) throws(Raised) -> Value?)?
  /// Asked when the usual lookup found nothing (like `__getattr__`); nil ends in AttributeError.
  package var missingAttribute: ((Value, StrObject) throws(Raised) -> Value?)?
  /// Asked before an attribute is stored; true when it did all there was to do.
  package var setAttribute: ((Value, StrObject, Value) throws(Raised) -> Bool)?
  /// Asked before an attribute is removed; true when it did all there was to do.
  package var deleteAttribute: ((Value, StrObject) throws(Raised) -> Bool)?
  /// Further names for `dir`.
  package var attributeNames: ((Value) -> [String])?
  /// Descriptor protocol: `object.attribute` where the class attribute is of this type.
  package var descriptorGet: ((_ descriptor: Value, _ instance: Value?, _ owner: TypeObject) throws(Raised) -> Value)?
  package var descriptorSet: ((_ descriptor: Value, _ instance: Value, _ value: Value) throws(Raised) -> Void)?
  package var descriptorDelete: ((_ descriptor: Value, _ instance: Value) throws(Raised) -> Void)?
  /// `__index__`: the value as an integer.
  package var index: ((Value) throws(Raised) -> Value)?
  /// `__float__`.
  package var float: ((Value) throws(Raised) -> Double)?
  /// `__int__`.
  package var int: ((Value) throws(Raised) -> Value)?

  package init() {}
}
