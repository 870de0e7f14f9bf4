/// `collections.Counter`.
enum CounterType {
  static let type: TypeObject = TypeObject.native("Counter", module: "collections", bases: [.dict], of: DictObject.self) { t in
    t.doc = "Dict subclass for counting hashable items."
    t.hasAttributes = true
    t.method("__init__(self, iterable=None, /, **kwds)") { counter, call throws(Raised) in
      try count(call, into: counter, sign: 1)
      return .none
    }
    t.method("update(self, iterable=None, /, **kwds)", "Add counts.") { counter, call throws(Raised) in
      try count(call, into: counter, sign: 1)
      return .none
    }
    t.method("subtract(self, iterable=None, /, **kwds)", "Subtract counts.") { counter, call throws(Raised) in
      try count(call, into: counter, sign: -1)
      return .none
    }
    t.method("__missing__(self, key)") { counter, call throws(Raised) in .int(0) }
    t.method("most_common(self, n=None)", "The elements and counts, most common first.") { counter, call throws(Raised) in
      let sorted = try mostCommon(counter)
      let count = call.has(1) ? max(0, try call.int(1)) : sorted.count
      return .list(sorted.prefix(count).map { .tuple([$0.key, $0.value]) })
    }
    t.method("elements(self)", "Each element as often as its count says.") { counter, call throws(Raised) in
      var elements: [Value] = []
      for (key, value) in counter.pairs {
        let count = max(0, try call.interpreter.index(value))
        try MemoryLimit.checked(elements.count &+ count)
        elements += [Value](repeating: key, count: count)
      }
      return try call.interpreter.iterator(of: .list(elements))
    }
    t.method("total(self)", "The sum of the counts.") { counter, call throws(Raised) in
      var sum: Value = .int(0)
      for value in counter.values { sum = try call.interpreter.binary(.add, sum, value) }
      return sum
    }
    t.method("copy(self)", "A shallow copy.") { counter, call throws(Raised) in
      let copy = DictObject(counter.type)
      try copy.update(counter)
      return .object(copy)
    }
    t.slots.compare = { op, lhs, rhs throws(Raised) -> Value? in
      guard let a = DictType.dictIfAny(lhs), let b = DictType.dictIfAny(rhs), a.type.isSubtype(of: type),
        b.type.isSubtype(of: type)
      else { return nil }
      switch op {
      case .equal, .notEqual: return .bool(try isEqual(a, b) == (op == .equal))
      case .lessEqual: return .bool(try isIncluded(a, in: b))
      case .less:
        if try isEqual(a, b) { return .bool(false) }
        return .bool(try isIncluded(a, in: b))
      case .greaterEqual: return .bool(try isIncluded(b, in: a))
      case .greater:
        if try isEqual(a, b) { return .bool(false) }
        return .bool(try isIncluded(b, in: a))
      }
    }
    t.classMethod("fromkeys(cls, iterable, v=None)") { _ throws(Raised) in
      throw .notImplementedError("Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")
    }
    t.slots.deleteItem = { value, key throws(Raised) in _ = try DictType.dict(value).remove(key) }
    t.slots.repr = { value throws(Raised) in
      let counter = DictType.dict(value)
      if counter.count == 0 { return "\(value.type.name)()" }
      let ordered = DictObject()
      for (key, count) in try mostCommon(counter) { try ordered.set(key, count) }
      return "\(value.type.name)({\(try CollectionsModule.pairsText(ordered, "", ": ", ""))})"
    }
    t.slots.binary = { op, lhs, rhs throws(Raised) -> Value? in
      guard let a = DictType.dictIfAny(lhs), let b = DictType.dictIfAny(rhs), a.type.isSubtype(of: type),
        b.type.isSubtype(of: type)
      else { return nil }
      return try combine(op, a, b)
    }
    t.slots.inPlace = { op, lhs, rhs throws(Raised) -> Value? in
      guard let a = DictType.dictIfAny(lhs), let b = DictType.dictIfAny(rhs), b.type.isSubtype(of: type),
        let result = try combine(op, a, b)?.cast(to: DictObject.self)
      else { return nil }
      a.removeAll()
      try a.update(result)
      return lhs
    }
    t.slots.prefix = { op, value throws(Raised) -> Value? in
      let empty = DictObject(type)
      switch op {
      case .plus: return try combine(.add, DictType.dict(value), empty)
      case .negate: return try combine(.subtract, empty, DictType.dict(value))
      default: return nil
      }
    }
  }

  /// Adds or subtracts what the arguments of `__init__`, `update` or `subtract` say.
  private static func count(_ call: Arguments, into counter: DictObject, sign: Int) throws(Raised) {
    let interpreter = call.interpreter
    func add(_ key: Value, _ amount: Value) throws(Raised) {
      let before = try counter.get(key) ?? .int(0)
      if case .int(let a) = before, case .int(let b) = amount {
        let (sum, overflow) = sign > 0 ? a.addingReportingOverflow(b) : a.subtractingReportingOverflow(b)
        if !overflow { return try counter.set(key, .int(sum)) }
      }
      try counter.set(key, try interpreter.binary(sign > 0 ? .add : .subtract, before, amount))
    }
    if call.has(1) {
      if let other = call[1].cast(to: DictObject.self) {
        for (key, value) in other.pairs { try add(key, value) }
      } else {
        try interpreter.forEach(call[1]) { (element) throws(Raised) in try add(element, .int(1)) }
      }
    }
    for (name, value) in call.keywords(2) { try add(.string(name), value) }
  }

  /// Whether the counts agree; what is missing counts as zero.
  private static func isEqual(_ a: DictObject, _ b: DictObject) throws(Raised) -> Bool {
    for (one, other) in [(a, b), (b, a)] {
      for (key, count) in one.pairs where !(try Interpreter.current.equal(count, try other.get(key) ?? .int(0))) {
        return false
      }
    }
    return true
  }

  /// Whether no count of one exceeds that of the other.
  private static func isIncluded(_ a: DictObject, in b: DictObject) throws(Raised) -> Bool {
    let interpreter = Interpreter.current
    for (one, isFirst) in [(a, true), (b, false)] {
      for (key, count) in one.pairs {
        let other = try (isFirst ? b : a).get(key) ?? .int(0)
        let (low, high) = isFirst ? (count, other) : (other, count)
        if !(try interpreter.isTrue(try interpreter.compare(.lessEqual, low, high))) { return false }
      }
    }
    return true
  }

  /// The items by falling count; equal counts in order of insertion.
  private static func mostCommon(_ counter: DictObject) throws(Raised) -> [(key: Value, value: Value)] {
    let pairs = counter.pairs
    if pairs.allSatisfy({ $0.value.intValue != nil }) {
      let order = pairs.indices.sorted { a, b in
        let (x, y) = (pairs[a].value.intValue ?? 0, pairs[b].value.intValue ?? 0)
        return x != y ? x > y : a < b
      }
      return order.map { pairs[$0] }
    }
    // Counts of any kind: insertion keeps the order of equal ones, and may raise from a comparison.
    var sorted: [(key: Value, value: Value)] = []
    for pair in pairs {
      var place = sorted.count
      while place > 0,
        try Interpreter.current.isTrue(try Interpreter.current.compare(.less, sorted[place - 1].value, pair.value))
      {
        place -= 1
      }
      sorted.insert(pair, at: place)
    }
    return sorted
  }

  /// `+`, `-`, `|`, `&`: results keep positive counts only.
  private static func combine(_ op: Operator, _ a: DictObject, _ b: DictObject) throws(Raised) -> Value? {
    let interpreter = Interpreter.current
    let result = DictObject(type)
    func keep(_ key: Value, _ value: Value) throws(Raised) {
      if try interpreter.isTrue(try interpreter.compare(.greater, value, .int(0))) { try result.set(key, value) }
    }
    func isLess(_ x: Value, _ y: Value) throws(Raised) -> Bool { try interpreter.isTrue(try interpreter.compare(.less, x, y)) }
    for (key, x) in a.pairs {
      let y = try b.get(key) ?? .int(0)
      switch op {
      case .add, .subtract: try keep(key, try interpreter.binary(op, x, y))
      case .bitOr: try keep(key, try isLess(x, y) ? y : x)
      case .bitAnd: try keep(key, try isLess(x, y) ? x : y)
      default: return nil
      }
    }
    if op == .bitAnd { return .object(result) }
    for (key, y) in b.pairs where !(try a.contains(key)) {
      try keep(key, op == .subtract ? try interpreter.prefix(.negate, y) : y)
    }
    return .object(result)
  }
}
