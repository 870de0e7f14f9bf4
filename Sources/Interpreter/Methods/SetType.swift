/// What sets and frozensets do.
enum SetType {
  static func setUp() {
    for type in [TypeObject.set, .frozenset] {
      type.extend(of: SetObject.self) { t in
        t.slots.repr = repr
        t.slots.bool = { (value) throws(Raised) -> Bool in set(value).count != 0 }
        t.slots.length = { (value) throws(Raised) -> Int in set(value).count }
        t.slots.binary = binary
        t.slots.compare = { (op, lhs, rhs) throws(Raised) -> Value? in
          guard let a = lhs.cast(to: SetObject.self), let b = rhs.cast(to: SetObject.self) else { return nil }
          return .bool(try holds(op, a, b))
        }
        t.slots.contains = { (container, item) throws(Raised) -> Bool in
          try set(container).contains(try SetMethods.element(item))
        }
        t.slots.iterate = { (value) throws(Raised) -> Value in .object(SetIterators.forward(set(value))) }
        t.attribute("__class_getitem__", .object(GenericAliases.classGetItem))
        SetMethods.addCommon(to: t)
      }
    }
    TypeObject.set.extend(of: SetObject.self) { t in
      t.doc = "Build an unordered collection of unique elements."
      t.slots.hash = { (value) throws(Raised) -> Int in throw .unhashable(value) }
      t.slots.inPlace = inPlace
      t.slots.allocate = { (type) throws(Raised) -> Value in .object(try SetObject([], type)) }
      t.attribute("__hash__", .none)
      SetMethods.addMutating(to: t)
    }
    TypeObject.frozenset.extend(of: SetObject.self) { t in
      t.doc = "Build an immutable unordered collection of unique elements."
      t.slots.hash = hash
      t.construct("frozenset(iterable=(), /)", "A frozenset of the iterable's elements.") {
        type, call throws(Raised) -> Value in
        if type === TypeObject.frozenset, call[0].type === TypeObject.frozenset { return call[0] }
        return .object(try SetObject(copying: call[0], type))
      }
    }
  }

  @inline(__always) static func set(_ value: Value) -> SetObject {
    guard let set = value.cast(to: SetObject.self) else { preconditionFailure("slots of sets are asked of sets only") }
    return set
  }

  private static func repr(_ value: Value) throws(Raised) -> String {
    let set = set(value)
    let name = set.type.name
    if set.count == 0 { return "\(name)()" }
    return try ReprGuard.repr(set, inside: "\(name)(...)") { () throws(Raised) -> String in
      var texts: [String] = []
      for element in set.elements { texts.append(try Interpreter.current.repr(element)) }
      let inner = "{" + texts.joined(separator: ", ") + "}"
      return set.type === TypeObject.set ? inner : "\(name)(\(inner))"
    }
  }

  /// A hash that does not depend on the order of the elements.
  private static func hash(_ value: Value) throws(Raised) -> Int {
    let set = set(value)
    var state: UInt = 0
    for element in set.elements {
      let hash = UInt(bitPattern: try Interpreter.current.hash(element))
      state ^= (hash ^ 89_869_747 ^ hash << 16) &* 3_644_798_167
    }
    state ^= UInt(set.count &+ 1) &* 1_927_868_237
    state ^= state >> 11 ^ state >> 25
    state = state &* 69069 &+ 907_133_923
    return state == UInt.max ? 590_923_713 : Int(bitPattern: state)
  }

  private static func binary(_ op: Operator, _ lhs: Value, _ rhs: Value) throws(Raised) -> Value? {
    guard let a = lhs.cast(to: SetObject.self), let b = rhs.cast(to: SetObject.self) else { return nil }
    return try combine(op, a, b, type: a.isFrozen ? .frozenset : .set)
  }

  /// Union, intersection, difference or symmetric difference as a new set.
  static func combine(_ op: Operator, _ a: SetObject, _ b: SetObject, type: TypeObject) throws(Raised) -> Value? {
    let result = op == .bitOr ? try SetObject(copying: a.asValue, type) : try SetObject([], type)
    switch op {
    case .bitOr:
      for element in b.elements { try result.insert(element) }
    case .bitAnd:
      // Elements come from the smaller operand, in its order, as in Python.
      let (small, large) = b.count > a.count ? (a, b) : (b, a)
      for element in small.elements where try large.contains(element) { try result.insert(element) }
    case .subtract:
      for element in a.elements where try !b.contains(element) { try result.insert(element) }
    case .bitXor:
      for element in a.elements where try !b.contains(element) { try result.insert(element) }
      for element in b.elements where try !a.contains(element) { try result.insert(element) }
    default: return nil
    }
    return .object(result)
  }

  private static func inPlace(_ op: Operator, _ lhs: Value, _ rhs: Value) throws(Raised) -> Value? {
    guard let b = rhs.cast(to: SetObject.self) else { return nil }
    let a = set(lhs)
    if op == .bitOr {
      for element in b.elements { try a.insert(element) }
      return lhs
    }
    guard let result = try combine(op, a, b, type: .set)?.cast(to: SetObject.self) else { return nil }
    // The order of the left operand stays.
    let kept = op == .bitAnd ? try SetObject(try a.elements(in: result)) : result
    try SetMethods.replace(a, with: kept)
    return lhs
  }

  /// The subset and equality comparisons.
  static func holds(_ op: CompareOperator, _ a: SetObject, _ b: SetObject) throws(Raised) -> Bool {
    switch op {
    case .equal: return a.count == b.count ? try isSubset(a, b) : false
    case .notEqual: return a.count == b.count ? try !isSubset(a, b) : true
    case .lessEqual: return try isSubset(a, b)
    case .less: return a.count < b.count ? try isSubset(a, b) : false
    case .greaterEqual: return try isSubset(b, a)
    case .greater: return b.count < a.count ? try isSubset(b, a) : false
    }
  }

  static func isSubset(_ a: SetObject, _ b: SetObject) throws(Raised) -> Bool {
    if a.count > b.count { return false }
    for element in a.elements where try !b.contains(element) { return false }
    return true
  }
}

extension SetObject {
  /// A set with the elements of any iterable; another set or a dict is taken over at once.
  convenience init(copying source: Value, _ type: TypeObject) throws(Raised) {
    let elements = try Interpreter.current.elements(of: source)
    try self.init(elements, type)
    if source.cast(to: SetObject.self) != nil || source.type === TypeObject.dict {
      tableSize = SetOrder.tableSize(forCopyOf: elements.count)
    }
  }

  /// The elements that another set has too, in this set's order.
  func elements(in other: SetObject) throws(Raised) -> [Value] {
    var result: [Value] = []
    for element in elements where try other.contains(element) { result.append(element) }
    return result
  }
}
