/// Measures how deep containers stand in each other; one that contains itself is counted once.
struct SavedDepth {
  private var open: Set<ObjectIdentifier> = []
  private var known: [ObjectIdentifier: Int] = [:]

  /// Whether a value's containers are nested at most so deep. Recursion stops at the limit, so that any nesting can be measured.
  mutating func isWithin(_ limit: Int, _ value: SavedValue) -> Bool { measure(value, limit) != nil }

  /// The depth, or nil beyond what is left.
  private mutating func measure(_ value: SavedValue, _ left: Int) -> Int? {
    switch value {
    case .list(let list), .set(let list, _): return measure(list, list.items, left)
    case .tuple(let tuple): return measure(tuple, tuple.items, left)
    case .dict(let dict):
      var inside: [SavedValue] = []
      for (key, value) in dict.pairs {
        if key.isContainer { inside.append(key) }
        if value.isContainer { inside.append(value) }
      }
      if let attributes = dict.attributes { inside.append(.dict(attributes)) }
      return measure(dict, inside, left)
    default: return 0
    }
  }

  private mutating func measure(_ object: AnyObject, _ items: [SavedValue], _ left: Int) -> Int? {
    let identity = ObjectIdentifier(object)
    if let depth = known[identity] { return depth <= left ? depth : nil }
    guard left > 0 else { return nil }
    guard open.insert(identity).inserted else { return 0 }
    defer { open.remove(identity) }
    var deepest = 0
    for item in items where item.isContainer {
      guard let depth = measure(item, left - 1) else { return nil }
      deepest = max(deepest, depth)
    }
    known[identity] = deepest + 1
    return deepest + 1
  }
}

extension SavedValue {
  var isContainer: Bool {
    switch self {
    case .list, .tuple, .dict, .set: true
    default: false
    }
  }
}
