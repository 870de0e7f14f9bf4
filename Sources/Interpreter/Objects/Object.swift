/// Anything that is not an inline number: the base of all objects that scripts handle.
///
/// Hosts subclass it to wrap their own data (`final class TensorObject: Object`). An object whose type allows it
/// (`TypeObject.hasAttributes`) carries ordered attributes of its own; they live in a block of slots laid out by a `Shape` that
/// objects with the same attributes share.
open class Object {
  /// The class of the object. Types live as long as the process, so no reference is counted here.
  @inline(__always) package final var type: TypeObject {
    get { storedType }
    set { storedType = newValue }
  }
  /// Internal, so that the compiler sees all accesses and needs no exclusivity checks.
  final unowned(unsafe) var storedType: TypeObject
  /// The names of the attributes and where they are; shapes live as long as the process unless private to one object.
  final unowned(unsafe) var shape: Shape
  final var attributeSlots: UnsafeMutablePointer<Value>?
  /// The Swift class in short, for quick dispatch; the high bit marks instances of classes derived from the one that the Swift class stands for, to which short paths do not apply.
  final let tag: UInt8

  /// Makes an object of a class.
  package init(_ type: TypeObject) {
    self.storedType = type
    self.tag = ObjectTag.host.rawValue
    self.shape = Shape.none
    self.attributeSlots = nil
  }

  /// For the objects that classes themselves consist of: they exist before the first class does.
  init(bootstrapping tag: ObjectTag) {
    self.storedType = unsafeBitCast(Shape.empty, to: TypeObject.self)
    self.tag = tag.rawValue
    self.shape = Shape.empty
    self.attributeSlots = nil
  }

  init(_ type: TypeObject, _ tag: ObjectTag) {
    self.storedType = type
    self.tag = type.isScriptDefined || type.changesBuiltin ? tag.rawValue | 0x80 : tag.rawValue
    self.shape = Shape.none
    self.attributeSlots = nil
  }

  /// Makes an instance of a class that a script defined.
  init(ofScriptClass type: Unmanaged<TypeObject>) {
    self.storedType = type._withUnsafeGuaranteedRef { $0 }
    self.tag = ObjectTag.instance.rawValue | 0x80
    self.shape = Shape.none
    self.attributeSlots = nil
  }

  deinit {
    if attributeSlots != nil { releaseAttributes() }
  }
}

/// The Swift class of an object, where the evaluator has a short path for it.
enum ObjectTag: UInt8 {
  case host, instance, str, int, float, complex, list, tuple, dict, set, frozenset, bytes, bytearray, function, native
  case boundMethod, type, slice, range, rangeIterator, listIterator, generator, module, exception, iterator, cell
  case dictIterator
}

extension Object {
  /// The object as a value.
  package var asValue: Value { .object(self) }

  @inline(never) private final func releaseAttributes() {
    let shape = Unmanaged.passUnretained(self.shape)
    let (count, isPrivate) = shape._withUnsafeGuaranteedRef { ($0.count, $0.isPrivate) }
    if let attributeSlots {
      NestedRelease.values(attributeSlots, count: count, poolCapacity: Shape.capacity(count))
      self.attributeSlots = nil
    }
    if isPrivate { shape.release() }
  }

  /// The attribute stored on the object itself; class attributes are not asked.
  package final func ownAttribute(_ name: StrObject) -> Value? {
    let index = shape.index(of: name)
    return index < 0 ? nil : attributeSlots.unsafelyUnwrapped[index]
  }

  /// The attribute stored on the object itself; class attributes are not asked.
  package final func ownAttribute(_ name: String) -> Value? { ownAttribute(StrObject.intern(name)) }

  /// Stores an attribute on the object itself, past all hooks.
  package final func setOwnAttribute(_ name: StrObject, _ value: Value) {
    let index = shape.index(of: name)
    if index >= 0 {
      attributeSlots.unsafelyUnwrapped[index] = value
    } else {
      appendAttribute(shape.adding(name.interned), value)
    }
  }

  /// Stores an attribute on the object itself, past all hooks.
  package final func setOwnAttribute(_ name: String, _ value: Value) { setOwnAttribute(StrObject.intern(name), value) }

  /// Removes an attribute of the object itself; false when there was none.
  @discardableResult package final func removeOwnAttribute(_ name: StrObject) -> Bool {
    let index = shape.index(of: name)
    guard index >= 0 else { return false }
    var kept = ownAttributes
    kept.remove(at: index)
    releaseAttributes()
    shape = Shape.empty
    for (name, value) in kept { setOwnAttribute(name, value) }
    return true
  }

  /// The attributes stored on the object itself, in the order in which they were first set.
  package final var ownAttributes: [(name: StrObject, value: Value)] {
    let names = shape.names
    var result: [(name: StrObject, value: Value)] = []
    result.reserveCapacity(names.count)
    for i in 0..<names.count { result.append((names[i], attributeSlots.unsafelyUnwrapped[i])) }
    return result
  }

  /// Stores a copy of a register as the last name of a shape that extends the present one by that name.
  @inline(__always) final func appendAttribute(_ next: Shape, from register: UnsafeMutablePointer<Value>) {
    let old = next.count &- 1
    if old > 0, old < 4, let slots = attributeSlots {
      (slots + old).initializeCopy(of: register)
      shape = next
    } else if old == 0, attributeSlots == nil {
      let slots = SlotPool.allocate(capacity: 4)
      slots.initializeCopy(of: register)
      attributeSlots = slots
      shape = next
    } else {
      appendAttribute(next, register.pointee)
    }
  }

  /// Stores the value of the last name of a shape that extends the present one by that name.
  @inline(never) final func appendAttribute(_ next: Shape, _ value: Value) {
    // Not the present shape's count: a private shape has the name already.
    let old = next.count - 1
    let capacity = Shape.capacity(old)
    if attributeSlots == nil {
      attributeSlots = SlotPool.allocate(capacity: Shape.capacity(1))
    } else if next.count > capacity {
      let larger = SlotPool.allocate(capacity: Shape.capacity(next.count))
      larger.moveInitialize(from: attributeSlots.unsafelyUnwrapped, count: old)
      SlotPool.release(attributeSlots.unsafelyUnwrapped, capacity: capacity)
      attributeSlots = larger
    }
    (attributeSlots.unsafelyUnwrapped + old).initialize(to: value)
    shape = next
  }
}

/// The layout of an object's attributes: their names in order. Objects that got the same attributes in the same order share one.
final class Shape {
  /// Up to this many attributes shapes are shared; an object with more owns its shape.
  static let sharedLimit = 64

  nonisolated(unsafe) static let empty = Shape(names: [], isPrivate: false)
  /// The same, past the check of first use that each access to a constant of a class makes.
  @inline(__always) static var none: Shape { known ?? makeKnown() }
  nonisolated(unsafe) private static unowned(unsafe) var known: Shape?
  @inline(never) private static func makeKnown() -> Shape {
    known = empty
    return empty
  }

  private(set) var names: [StrObject]
  private(set) var count: Int
  let isPrivate: Bool
  private var transitions: [ObjectIdentifier: Shape] = [:]
  private var lookup: [String: Int]?

  init(names: [StrObject], isPrivate: Bool) {
    self.names = names
    self.count = names.count
    self.isPrivate = isPrivate
  }

  static func capacity(_ count: Int) -> Int {
    if count <= 4 { return 4 }
    var capacity = 8
    while capacity < count { capacity *= 2 }
    return capacity
  }

  /// The place of a name, or −1.
  func index(of name: StrObject) -> Int {
    for i in 0..<min(count, 8) where names[i] === name { return i }
    if count > 8 {
      if lookup == nil {
        var table: [String: Int] = [:]
        for i in 0..<count { table[names[i].string] = i }
        lookup = table
      }
      return lookup.unsafelyUnwrapped[name.string] ?? -1
    }
    if name.isInterned { return -1 }
    for i in 0..<count where names[i].equals(name) { return i }
    return -1
  }

  /// The shape with one more name, which must be interned.
  func adding(_ name: StrObject) -> Shape {
    if isPrivate {
      names.append(name)
      lookup?[name.string] = count
      count += 1
      return self
    }
    if count >= Shape.sharedLimit {
      let own = Shape(names: names + [name], isPrivate: true)
      _ = Unmanaged.passRetained(own)
      return own
    }
    if let next = transitions[ObjectIdentifier(name)] { return next }
    let next = Shape(names: names + [name], isPrivate: false)
    transitions[ObjectIdentifier(name)] = next
    return next
  }
}

/// Recycles the blocks of small objects' attributes, because an allocation costs more than the attributes' own handling.
enum SlotPool {
  nonisolated(unsafe) private static var free: UnsafeMutableRawPointer?
  nonisolated(unsafe) private static var freeCount = 0

  @inline(__always) static func allocate(capacity: Int) -> UnsafeMutablePointer<Value> {
    if capacity == 4, let block = free {
      free = block.load(as: UnsafeMutableRawPointer?.self)
      freeCount &-= 1
      return block.assumingMemoryBound(to: Value.self)
    }
    return UnsafeMutablePointer<Value>.allocate(capacity: capacity)
  }

  @inline(__always) static func release(_ block: UnsafeMutablePointer<Value>, capacity: Int) {
    if capacity == 4, freeCount < 4096 {
      UnsafeMutableRawPointer(block).storeBytes(of: free, as: UnsafeMutableRawPointer?.self)
      free = UnsafeMutableRawPointer(block)
      freeCount &+= 1
    } else {
      block.deallocate()
    }
  }
}
