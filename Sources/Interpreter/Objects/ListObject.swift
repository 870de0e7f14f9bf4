/// `list`.
package final class ListObject: Object {
  final var storage: UnsafeMutablePointer<Value>
  final var used: Int
  final var capacity: Int
  /// Counts up while a sort runs, so that changes during it are noticed.
  final var isBeingSorted = false

  /// Makes a list.
  package convenience init(_ elements: [Value] = []) { self.init(elements, .list) }

  /// Makes a list of `list` or a subclass.
  package init(_ elements: [Value], _ type: TypeObject) {
    used = elements.count
    capacity = elements.count
    let block = UnsafeMutablePointer<Value>.allocate(capacity: Swift.max(elements.count, 1))
    elements.withUnsafeBufferPointer { buffer in
      if let base = buffer.baseAddress { block.initialize(from: base, count: buffer.count) }
    }
    storage = block
    super.init(type, .list)
  }

  /// Makes an empty list with room for elements.
  init(capacity: Int) {
    used = 0
    self.capacity = Swift.max(capacity, 4)
    storage = UnsafeMutablePointer<Value>.allocate(capacity: self.capacity)
    super.init(.list, .list)
  }

  deinit {
    NestedRelease.values(storage, count: used)
  }
}

extension ListObject {
  /// The number of elements.
  package final var count: Int { used }

  /// The elements as an array; setting replaces all.
  package final var elements: [Value] {
    get { Array(UnsafeBufferPointer(start: storage, count: used)) }
    set { replace(with: newValue) }
  }

  /// The element at a position, which must be in range.
  package final subscript(index: Int) -> Value {
    get {
      precondition(index >= 0 && index < used, "list position in range")
      return storage[index]
    }
    set {
      precondition(index >= 0 && index < used, "list position in range")
      storage[index] = newValue
    }
  }

  /// Appends an element.
  @inline(__always) package final func append(_ value: Value) {
    if used == capacity { grow(to: used &+ 1) }
    (storage + used).initialize(to: value)
    used &+= 1
  }

  /// Appends what a register holds, which is left unbound.
  @inline(__always) final func append(taking register: Register) {
    if used == capacity { grow(to: used &+ 1) }
    let place = storage + used
    place.raw.storeBytes(of: register.bits, as: Int.self)
    place.raw.storeBytes(of: register.tag, toByteOffset: 8, as: UInt8.self)
    register.markUnbound()
    used &+= 1
  }

  /// Appends elements.
  package final func append(contentsOf values: [Value]) {
    reserve(used + values.count)
    for value in values { append(value) }
  }

  /// Makes room for so many elements.
  package final func reserve(_ count: Int) { if count > capacity { grow(to: count) } }

  @inline(never) private final func grow(to needed: Int) {
    capacity = MemoryLimit.grown(
      Swift.max(needed, capacity + capacity >> 1 + 4), atLeast: needed, stride: MemoryLayout<Value>.stride)
    storage = MemoryLimit.resized(storage, capacity: capacity)
  }

  /// Replaces all elements.
  package final func replace(with values: [Value]) {
    // The old elements are released last: releasing may run code that looks at this list.
    let old = storage
    let oldCount = used
    storage = UnsafeMutablePointer<Value>.allocate(capacity: Swift.max(values.count, 1))
    capacity = Swift.max(values.count, 1)
    used = values.count
    values.withUnsafeBufferPointer { if let base = $0.baseAddress { storage.initialize(from: base, count: $0.count) } }
    NestedRelease.values(old, count: oldCount)
  }

  /// Inserts before a position, `0 ≤ index ≤ count`.
  package final func insert(_ value: Value, at index: Int) {
    append(value)
    var i = used - 1
    while i > index {
      swap(&storage[i], &storage[i - 1])
      i -= 1
    }
  }

  /// Removes and returns the element at a position in range.
  @discardableResult package final func remove(at index: Int) -> Value {
    precondition(index >= 0 && index < used, "list position in range")
    let removed = (storage + index).move()
    (storage + index).moveInitialize(from: storage + index + 1, count: used - index - 1)
    used -= 1
    return removed
  }
}

/// `tuple`.
package final class TupleObject: Object {
  final let storage: UnsafeMutablePointer<Value>
  /// The number of elements.
  package final let count: Int

  /// Makes a tuple.
  package convenience init(_ elements: [Value] = []) { self.init(elements, .tuple) }

  /// Makes a tuple of `tuple` or a subclass.
  package init(_ elements: [Value], _ type: TypeObject) {
    count = elements.count
    let block = TupleObject.block(elements.count)
    elements.withUnsafeBufferPointer { buffer in
      if let base = buffer.baseAddress { block.initialize(from: base, count: buffer.count) }
    }
    storage = block
    super.init(type, .tuple)
  }

  /// Makes a tuple of copies of values.
  init(copying source: UnsafeMutablePointer<Value>, count: Int) {
    self.count = count
    storage = TupleObject.block(count)
    storage.initialize(from: source, count: count)
    super.init(.tuple, .tuple)
  }

  /// Makes a pair.
  init(_ first: Value, _ second: Value) {
    count = 2
    storage = TupleObject.block(2)
    storage.initialize(to: first)
    (storage + 1).initialize(to: second)
    super.init(.tuple, .tuple)
  }

  /// Makes a tuple of values that are moved out of where they are.
  init(moving source: UnsafeMutablePointer<Value>, count: Int) {
    self.count = count
    storage = TupleObject.block(count)
    storage.moveInitialize(from: source, count: count)
    super.init(.tuple, .tuple)
  }

  private static func block(_ count: Int) -> UnsafeMutablePointer<Value> { SlotPool.allocate(capacity: Swift.max(count, 4)) }

  deinit {
    NestedRelease.values(storage, count: count, poolCapacity: Swift.max(count, 4))
  }

  /// The elements as an array.
  package final var elements: [Value] { Array(UnsafeBufferPointer(start: storage, count: count)) }

  /// The element at a position, which must be in range.
  package final subscript(index: Int) -> Value {
    precondition(index >= 0 && index < count, "tuple position in range")
    return storage[index]
  }

  nonisolated(unsafe) static let empty = TupleObject([])
}
