/// One entry of a dict; a removed one has an unbound key.
struct DictEntry {
  var hash: Int
  var key: Value
  var value: Value
}

extension UnsafeMutablePointer where Pointee == DictEntry {
  /// Where the key stands: after the hash.
  @inline(__always) var key: Register {
    (UnsafeMutableRawPointer(self) + MemoryLayout<Int>.size).assumingMemoryBound(to: Value.self)
  }
  /// Where the value stands: after the key.
  @inline(__always) var value: Register {
    (UnsafeMutableRawPointer(self) + (MemoryLayout<Int>.size + MemoryLayout<Value>.stride)).assumingMemoryBound(to: Value.self)
  }
}

/// `dict`: entries in insertion order, found through an open-addressing table of entry numbers.
///
/// The methods here that take any key may run script code (`__hash__`, `__eq__`) and throw; those that take a `StrObject` never do.
package final class DictObject: Object {
  final var entries: UnsafeMutablePointer<DictEntry>
  /// Entries in use, removed ones included.
  final var entryCount = 0
  final var entryCapacity: Int
  /// The number of entries that are not removed.
  final var live = 0
  /// Entry number + 1, 0 for free; the count is a power of two and more than the entries.
  final var table: UnsafeMutablePointer<UInt32>
  final var mask: Int
  /// Changes whenever a key is added or removed (not when a value is replaced); never the same for two dicts.
  final var keysVersion = -1

  /// Makes an empty dict.
  package convenience init() { self.init(.dict) }

  /// Makes an empty dict of `dict` or a subclass.
  package override init(_ type: TypeObject) {
    entryCapacity = 0
    entries = DictObject.noEntries
    mask = 0
    table = DictObject.noTable
    super.init(type, .dict)
  }

  /// Makes the attribute table of a class.
  init(ofClass: Void) {
    entryCapacity = 0
    entries = DictObject.noEntries
    mask = 0
    table = DictObject.noTable
    super.init(bootstrapping: .dict)
  }

  /// Makes a dict with string keys.
  package convenience init(_ pairs: [(String, Value)]) {
    self.init()
    for (key, value) in pairs { set(StrObject(key), value) }
  }

  deinit {
    if entryCapacity > 0 {
      table.deallocate()
      NestedRelease.entries(entries, count: entryCount)
    }
  }

  /// What a dict without entries points at: a table with one free place, which is never written.
  private static let noEntries = UnsafeMutablePointer<DictEntry>.allocate(capacity: 1)
  private static let noTable: UnsafeMutablePointer<UInt32> = {
    let table = UnsafeMutablePointer<UInt32>.allocate(capacity: 1)
    table.initialize(to: 0)
    return table
  }()
}

extension DictObject {
  nonisolated(unsafe) private static var lastVersion = 0

  @inline(__always) private static func newVersion() -> Int {
    lastVersion &+= 1
    return lastVersion
  }

  /// The number of entries.
  package final var count: Int { live }

  /// Keys and values in insertion order.
  package final var pairs: [(key: Value, value: Value)] {
    var result: [(key: Value, value: Value)] = []
    result.reserveCapacity(live)
    for i in 0..<entryCount where !entries[i].key.isUnbound { result.append((entries[i].key, entries[i].value)) }
    return result
  }

  /// The keys in insertion order.
  package final var keys: [Value] { pairs.map(\.key) }

  /// The values in insertion order.
  package final var values: [Value] { pairs.map(\.value) }

  /// The value of a string key.
  package final func get(_ key: StrObject) -> Value? {
    let index = find(key)
    return index < 0 ? nil : entries[index].value
  }

  /// The value of a string key.
  package final func get(_ key: String) -> Value? { get(StrObject(key)) }

  /// Sets the value of a string key.
  package final func set(_ key: StrObject, _ value: Value) {
    let index = find(key)
    if index >= 0 { entries[index].value = value } else { append(key.hashValue, .object(key), value) }
  }

  /// Sets the value of a string key.
  package final func set(_ key: String, _ value: Value) { set(StrObject(key), value) }

  /// Removes a string key and returns its value.
  @discardableResult package final func remove(_ key: StrObject) -> Value? {
    let index = find(key)
    return index < 0 ? nil : removeEntry(index).value
  }

  /// The value of any key.
  package final func get(_ key: Value) throws(Raised) -> Value? {
    let index = try find(key, try DictObject.hash(key))
    return index < 0 ? nil : entries[index].value
  }

  /// Sets the value of any key.
  package final func set(_ key: Value, _ value: Value) throws(Raised) {
    let hash = try DictObject.hash(key)
    let index = try find(key, hash)
    if index >= 0 { entries[index].value = value } else { append(hash, key, value) }
  }

  /// Removes any key and returns its value.
  package final func remove(_ key: Value) throws(Raised) -> Value? {
    let index = try find(key, try DictObject.hash(key))
    return index < 0 ? nil : removeEntry(index).value
  }

  /// Whether a key is present.
  package final func contains(_ key: Value) throws(Raised) -> Bool { try find(key, try DictObject.hash(key)) >= 0 }

  /// The hash of a key; numbers and strings without going through their types.
  @inline(__always) private static func hash(_ key: Value) throws(Raised) -> Int {
    switch key {
    case .int(let number): return NumberHash.hash(number)
    case .object(let object):
      if object.tag == ObjectTag.str.rawValue { return unsafeDowncast(object, to: StrObject.self).hashValue }
    default: break
    }
    return try Hashing.hash(key)
  }

  /// Removes all entries.
  package final func removeAll() {
    if entryCapacity == 0 { return }
    let old = entries
    let oldCount = entryCount
    let oldTable = table
    entryCapacity = 0
    entries = DictObject.noEntries
    entryCount = 0
    live = 0
    keysVersion = DictObject.newVersion()
    mask = 0
    table = DictObject.noTable
    oldTable.deallocate()
    NestedRelease.entries(old, count: oldCount)
  }

  /// Adds all entries of another dict.
  package final func update(_ other: DictObject) throws(Raised) {
    for (key, value) in other.pairs { try set(key, value) }
  }

  @inline(__always) static func spread(_ hash: Int) -> Int {
    // Consecutive integers stay apart from each other and from multiples of the table's size.
    Int(truncatingIfNeeded: UInt(bitPattern: hash) &* 0x9E37_79B9_7F4A_7C15 >> 20)
  }

  /// The entry of a string key, or −1. An interned key is mostly found by reference.
  @inline(__always) final func find(_ key: StrObject) -> Int {
    let hash = key.hashValue
    let address = UnsafeRawPointer(Unmanaged.passUnretained(key).toOpaque())
    var slot = DictObject.spread(hash) & mask
    while true {
      let number = table[slot]
      if number == 0 { return -1 }
      let entry = entries + Int(number &- 1)
      if entry.pointee.hash == hash {
        let other = entry.key
        if other.isObject {
          if other.reference == address { return Int(number &- 1) }
          if other.objectTag & 0x7F == ObjectTag.str.rawValue, other.with(StrObject.self, { $0.equals(key) }) {
            return Int(number &- 1)
          }
        }
      }
      slot = (slot &+ 1) & mask
    }
  }

  /// What `lookUp` says of a key that only the general search can find.
  static let undecided = -2

  /// The entry of the key in a register; −1 when it is not there, `undecided` when that is for the general search to say. No code of
  /// a script runs.
  @inline(__always) final func lookUp(_ key: Register) -> Int {
    if key.tag == ValueTag.int {
      let wanted = key.bits
      let hash = NumberHash.hash(wanted)
      var slot = DictObject.spread(hash) & mask
      while true {
        let number = table[slot]
        if number == 0 { return -1 }
        let entry = entries + Int(number &- 1)
        if entry.pointee.hash == hash {
          let other = entry.key
          if other.tag != ValueTag.int { return DictObject.undecided }
          if other.bits == wanted { return Int(number &- 1) }
        }
        slot = (slot &+ 1) & mask
      }
    }
    guard key.isObject, key.objectTag == ObjectTag.str.rawValue else { return DictObject.undecided }
    return lookUpText(key)
  }

  @inline(never) private final func lookUpText(_ key: Register) -> Int {
    let hash = key.with(StrObject.self) { $0.hashValue }
    let address = key.reference
    var slot = DictObject.spread(hash) & mask
    while true {
      let number = table[slot]
      if number == 0 { return -1 }
      let entry = entries + Int(number &- 1)
      if entry.pointee.hash == hash {
        let other = entry.key
        guard other.isObject, other.objectTag == ObjectTag.str.rawValue else { return DictObject.undecided }
        if other.reference == address { return Int(number &- 1) }
        if other.with(StrObject.self, { text in key.with(StrObject.self) { text.equals($0) } }) { return Int(number &- 1) }
      }
      slot = (slot &+ 1) & mask
    }
  }

  /// Sets a key in a register that `lookUp` did not find.
  @inline(never) final func append(_ key: Register, _ value: Register) throws(Raised) {
    append(try DictObject.hash(key.pointee), key.pointee, value.pointee)
  }

  /// The entry of any key, or −1.
  final func find(_ key: Value, _ hash: Int) throws(Raised) -> Int {
    switch key {
    case .int(let wanted):
      var slot = DictObject.spread(hash) & mask
      while true {
        let number = table[slot]
        if number == 0 { return -1 }
        let entry = entries + Int(number &- 1)
        if entry.pointee.hash == hash {
          if entry.key.tag != ValueTag.int { return try findSlow(key, hash) }
          if entry.key.bits == wanted { return Int(number &- 1) }
        }
        slot = (slot &+ 1) & mask
      }
    case .object(let object):
      if object.tag == ObjectTag.str.rawValue {
        let wanted = unsafeDowncast(object, to: StrObject.self)
        let index = find(wanted)
        return index >= 0 ? index : try findSlow(key, hash)
      }
      return try findSlow(key, hash)
    default:
      return try findSlow(key, hash)
    }
  }

  @inline(never) private final func findSlow(_ key: Value, _ hash: Int) throws(Raised) -> Int {
    var slot = DictObject.spread(hash) & mask
    var probes = 0
    while true {
      let number = table[slot]
      if number == 0 { return -1 }
      let index = Int(number &- 1)
      if entries[index].hash == hash {
        let other = entries[index].key
        if other.isIdentical(to: key) { return index }
        if !other.isUnbound {
          let version = keysVersion
          if try Interpreter.current.equal(other, key) {
            if version == keysVersion { return index }
          }
          // Script code changed the dict meanwhile: look again.
          if version != keysVersion {
            probes += 1
            if probes > 1000 { return -1 }
            slot = DictObject.spread(hash) & mask
            continue
          }
        }
      }
      slot = (slot &+ 1) & mask
    }
  }

  /// Adds an entry whose key is not present.
  final func append(_ hash: Int, _ key: Value, _ value: Value) {
    if entryCount == entryCapacity { makeRoom() }
    (entries + entryCount).initialize(to: DictEntry(hash: hash, key: key, value: value))
    entryCount &+= 1
    live &+= 1
    keysVersion = DictObject.newVersion()
    var slot = DictObject.spread(hash) & mask
    while table[slot] != 0 { slot = (slot &+ 1) & mask }
    table[slot] = UInt32(truncatingIfNeeded: entryCount)
  }

  @inline(never) private final func makeRoom() {
    // Removed entries are squeezed out; the capacity doubles only where live entries need it.
    var capacity = entryCapacity == 0 ? 5 : live * 4 >= entryCapacity * 3 ? entryCapacity * 2 : entryCapacity
    if capacity > entryCapacity {
      capacity = MemoryLimit.grown(capacity, atLeast: live + 1, stride: MemoryLayout<DictEntry>.stride + 8)
    }
    var count = 0
    for i in 0..<entryCount {
      if entries[i].key.isUnbound {
        (entries + i).deinitialize(count: 1)
      } else {
        if count < i { (entries + count).moveInitialize(from: entries + i, count: 1) }
        count += 1
      }
    }
    if entryCapacity == 0 {
      entries = UnsafeMutablePointer<DictEntry>.allocate(capacity: capacity)
    } else {
      table.deallocate()
      if capacity != entryCapacity { entries = MemoryLimit.resized(entries, capacity: capacity) }
    }
    entryCount = count
    entryCapacity = capacity
    var size = 8
    while size * 5 < capacity * 8 { size *= 2 }
    table = UnsafeMutablePointer<UInt32>.allocate(capacity: size)
    table.initialize(repeating: 0, count: size)
    mask = size - 1
    for i in 0..<count {
      var slot = DictObject.spread(entries[i].hash) & mask
      while table[slot] != 0 { slot = (slot &+ 1) & mask }
      table[slot] = UInt32(truncatingIfNeeded: i + 1)
    }
  }

  /// Removes an entry. Its place in the table stays taken until the next growth, so that searches still pass over it.
  @discardableResult final func removeEntry(_ index: Int) -> (key: Value, value: Value) {
    let removed = (entries[index].key, entries[index].value)
    entries[index] = DictEntry(hash: -1, key: .unbound, value: .unbound)
    live -= 1
    keysVersion = DictObject.newVersion()
    return removed
  }

  /// The first entry at or after a position that is not removed; nil at the end.
  @inline(__always) final func liveEntry(from start: Int) -> Int? {
    var index = start
    while index < entryCount {
      if !entries[index].key.isUnbound { return index }
      index &+= 1
    }
    return nil
  }
}

/// `set` and `frozenset`: the keys of a dict, iterated in the order that `SetOrder` describes.
package final class SetObject: Object {
  final let storage = DictObject()
  /// The size of the table with which CPython would have started; see `SetOrder`.
  final var tableSize = 8

  /// Makes a set.
  package convenience init(_ elements: [Value] = []) throws(Raised) { try self.init(elements, .set) }

  /// Makes a set of `set`, `frozenset` or a subclass.
  package init(_ elements: [Value], _ type: TypeObject) throws(Raised) {
    super.init(type, type.isSubtype(of: .frozenset) ? .frozenset : .set)
    for element in elements { try storage.set(element, .none) }
  }

  /// Whether this is a frozenset.
  package final var isFrozen: Bool { tag & 0x7F == ObjectTag.frozenset.rawValue }
  /// The number of elements.
  package final var count: Int { storage.live }
  /// The elements in the order in which they are shown; see `SetOrder`.
  package final var elements: [Value] {
    guard let positions = SetOrder.positions(self) else { return storage.keys }
    return positions.map { storage.entries[$0].key }
  }
  /// Whether an element is present.
  package final func contains(_ value: Value) throws(Raised) -> Bool { try storage.contains(value) }
  /// Adds an element.
  package final func insert(_ value: Value) throws(Raised) { try storage.set(value, .none) }
}
