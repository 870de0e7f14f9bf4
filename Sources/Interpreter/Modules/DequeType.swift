/// `collections.deque`: a ring buffer.
final class DequeObject: Object {
  private var ring: [Value] = [Value](repeating: .none, count: 8)
  private var head = 0
  private(set) var count = 0
  var limit: Int?
  /// Changes with every change of length, so that iterators notice.
  private(set) var version = 0

  subscript(index: Int) -> Value {
    get { ring[(head + index) & (ring.count - 1)] }
    set { ring[(head + index) & (ring.count - 1)] = newValue }
  }

  var elements: [Value] {
    get { (0..<count).map { self[$0] } }
    set {
      removeAll()
      for element in newValue { append(element) }
    }
  }

  private func makeRoom() {
    version &+= 1
    guard count == ring.count else { return }
    let all = elements
    ring = all + [Value](repeating: .none, count: ring.count)
    head = 0
  }

  func append(_ value: Value) {
    if limit == 0 { return }
    if let limit, count >= limit { _ = popFirst() }
    makeRoom()
    count += 1
    self[count - 1] = value
  }

  func appendLeft(_ value: Value) {
    if limit == 0 { return }
    if let limit, count >= limit { _ = popLast() }
    makeRoom()
    head = (head - 1) & (ring.count - 1)
    count += 1
    ring[head] = value
  }

  func popFirst() -> Value? {
    guard count > 0 else { return nil }
    version &+= 1
    let value = ring[head]
    ring[head] = .none
    head = (head + 1) & (ring.count - 1)
    count -= 1
    return value
  }

  func popLast() -> Value? {
    guard count > 0 else { return nil }
    version &+= 1
    let value = self[count - 1]
    self[count - 1] = .none
    count -= 1
    return value
  }

  func removeAll() {
    version &+= 1
    ring = [Value](repeating: .none, count: 8)
    head = 0
    count = 0
  }
}

/// The methods and slots of `deque`.
enum DequeType {
  static let type: TypeObject = TypeObject.native("deque", module: "collections", of: DequeObject.self) { t in
    t.doc = "A list-like sequence with fast appends and pops at both ends."
    t.hasAttributes = true
    t.allocate { type throws(Raised) in DequeObject(type) }
    t.attribute("__hash__", .none)
    t.method("__init__(self, iterable=unset, maxlen=None)") { deque, call throws(Raised) in
      deque.removeAll()
      if call.has(2) {
        let limit = try call.int(2)
        if limit < 0 { throw .valueError("maxlen must be non-negative") }
        deque.limit = limit
      }
      if call.isGiven(1) {
        try call.interpreter.forEach(call[1]) { (element) throws(Raised) in deque.append(element) }
      }
      return .none
    }
    t.property("maxlen") { deque throws(Raised) in deque.limit.map { .int($0) } ?? .none }
    addSlots(t)
    addEnds(t)
    addSearch(t)
  }

  private static func deque(_ value: Value) -> DequeObject {
    guard let deque = value.cast(to: DequeObject.self) else { preconditionFailure("slots of deque are asked of deques only") }
    return deque
  }

  private static func addSlots(_ t: TypeBuilder<DequeObject>) {
    t.slots.length = { value throws(Raised) in deque(value).count }
    t.slots.bool = { value throws(Raised) in deque(value).count > 0 }
    t.slots.hash = { value throws(Raised) in throw .unhashable(value) }
    t.slots.repr = { value throws(Raised) in
      let deque = deque(value)
      return try ReprGuard.repr(deque, inside: "[...]") { () throws(Raised) -> String in
        var parts: [String] = []
        for element in deque.elements { parts.append(try Interpreter.current.repr(element)) }
        let limit = deque.limit.map { ", maxlen=\($0)" } ?? ""
        return "\(value.type.name)([\(parts.joined(separator: ", "))]\(limit))"
      }
    }
    t.slots.getItem = { value, index throws(Raised) in
      let deque = deque(value)
      guard let position = try Interpreter.current.position(index, in: deque.count, "deque index out of range") else {
        throw .typeError("sequence index must be integer, not '\(index.type.name)'")
      }
      return deque[position]
    }
    t.slots.setItem = { value, index, new throws(Raised) in
      let deque = deque(value)
      guard let position = try Interpreter.current.position(index, in: deque.count, "deque index out of range") else {
        throw .typeError("sequence index must be integer, not '\(index.type.name)'")
      }
      deque[position] = new
    }
    t.slots.deleteItem = { value, index throws(Raised) in
      let deque = deque(value)
      var elements = deque.elements
      if let position = try Interpreter.current.position(index, in: elements.count, "deque index out of range") {
        elements.remove(at: position)
        deque.elements = elements
      }
    }
    t.slots.contains = { value, item throws(Raised) in
      for element in deque(value).elements where try Interpreter.current.equal(element, item) { return true }
      return false
    }
    t.slots.iterate = { value throws(Raised) in
      let deque = deque(value)
      let version = deque.version
      var index = 0
      return .object(
        IteratorObject { () throws(Raised) -> Value? in
          if deque.version != version { throw .runtimeError("deque mutated during iteration") }
          guard index < deque.count else { return nil }
          index += 1
          return deque[index - 1]
        })
    }
    t.slots.compare = { op, lhs, rhs throws(Raised) -> Value? in
      guard let a = lhs.cast(to: DequeObject.self), let b = rhs.cast(to: DequeObject.self) else { return nil }
      return try Interpreter.current.compare(op, .list(a.elements), .list(b.elements))
    }
    t.slots.binary = { op, lhs, rhs throws(Raised) -> Value? in
      guard let a = lhs.cast(to: DequeObject.self) else { return nil }
      let result = DequeObject(type)
      result.limit = a.limit
      switch op {
      case .add:
        guard let b = rhs.cast(to: DequeObject.self) else {
          throw .typeError("can only concatenate deque (not \"\(rhs.type.name)\") to deque")
        }
        result.elements = a.elements + b.elements
      case .multiply:
        guard let count = try Interpreter.current.repetition(rhs) else { return nil }
        try MemoryLimit.checked(a.count, times: count)
        let elements = a.elements
        for _ in 0..<count { for element in elements { result.append(element) } }
      default: return nil
      }
      return .object(result)
    }
    t.slots.inPlace = { op, lhs, rhs throws(Raised) -> Value? in
      guard op == .add, let deque = lhs.cast(to: DequeObject.self) else { return nil }
      for element in try Interpreter.current.elements(of: rhs) { deque.append(element) }
      return lhs
    }
  }

  private static func addEnds(_ t: TypeBuilder<DequeObject>) {
    t.method("append(self, x, /)") { deque, call throws(Raised) in
      deque.append(call[1])
      return .none
    }
    t.method("appendleft(self, x, /)") { deque, call throws(Raised) in
      deque.appendLeft(call[1])
      return .none
    }
    t.method("extend(self, iterable, /)") { deque, call throws(Raised) in
      for element in try call.interpreter.elements(of: call[1]) { deque.append(element) }
      return .none
    }
    t.method("extendleft(self, iterable, /)") { deque, call throws(Raised) in
      for element in try call.interpreter.elements(of: call[1]) { deque.appendLeft(element) }
      return .none
    }
    t.method("pop(self)") { deque, call throws(Raised) in
      guard let value = deque.popLast() else { throw .indexError("pop from an empty deque") }
      return value
    }
    t.method("popleft(self)") { deque, call throws(Raised) in
      guard let value = deque.popFirst() else { throw .indexError("pop from an empty deque") }
      return value
    }
    t.method("rotate(self, n=1, /)") { deque, call throws(Raised) in
      let elements = deque.elements
      if elements.isEmpty { return .none }
      let shift = ((try call.int(1)) % elements.count + elements.count) % elements.count
      deque.elements = Array(elements.suffix(shift) + elements.dropLast(shift))
      return .none
    }
    t.method("clear(self)") { deque, call throws(Raised) in
      deque.removeAll()
      return .none
    }
    t.method("copy(self)") { deque, call throws(Raised) in
      let copy = DequeObject(deque.type)
      copy.limit = deque.limit
      copy.elements = deque.elements
      return .object(copy)
    }
    t.method("reverse(self)") { deque, call throws(Raised) in
      deque.elements = deque.elements.reversed()
      return .none
    }
    t.method("__reversed__(self)") { deque, call throws(Raised) in
      try call.interpreter.iterator(of: .list(deque.elements.reversed()))
    }
  }

  private static func addSearch(_ t: TypeBuilder<DequeObject>) {
    t.method("count(self, x, /)") { deque, call throws(Raised) in
      var count = 0
      for element in deque.elements where try call.interpreter.equal(element, call[1]) { count += 1 }
      return .int(count)
    }
    t.method("index(self, x, start=0, stop=None, /)") { deque, call throws(Raised) in
      let elements = deque.elements
      func clipped(_ position: Int) -> Int { min(max(position < 0 ? position + elements.count : position, 0), elements.count) }
      let start = clipped(try call.int(2))
      let stop = call.has(3) ? clipped(try call.int(3)) : elements.count
      for index in start..<max(start, stop) where try call.interpreter.equal(elements[index], call[1]) { return .int(index) }
      throw .valueError("\(try call.interpreter.repr(call[1])) is not in deque")
    }
    t.method("remove(self, value, /)") { deque, call throws(Raised) in
      var elements = deque.elements
      for index in elements.indices where try call.interpreter.equal(elements[index], call[1]) {
        elements.remove(at: index)
        deque.elements = elements
        return .none
      }
      throw .valueError("\(try call.interpreter.repr(call[1])) is not in deque")
    }
    t.method("insert(self, index, x, /)") { deque, call throws(Raised) in
      if let limit = deque.limit, deque.count >= limit { throw .indexError("deque already at its maximum size") }
      var elements = deque.elements
      let given = try call.interpreter.clippedIndex(call[1])
      let position = min(max(given < 0 ? given &+ elements.count : given, 0), elements.count)
      elements.insert(call[2], at: position)
      deque.elements = elements
      return .none
    }
  }
}
