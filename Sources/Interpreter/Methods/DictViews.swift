/// What `keys()`, `values()` and `items()` return: a live view on a dict.
final class DictViewObject: Object {
  enum Kind { case keys, values, items }

  let dict: DictObject
  let kind: Kind

  init(_ dict: DictObject, _ kind: Kind) {
    self.dict = dict
    self.kind = kind
    super.init(kind == .keys ? .dictKeys : kind == .values ? .dictValues : .dictItems)
  }

  /// What the view shows at present.
  var elements: [Value] {
    switch kind {
    case .keys: return dict.keys
    case .values: return dict.values
    case .items: return dict.pairs.map { .tuple([$0.key, $0.value]) }
    }
  }

  func contains(_ value: Value) throws(Raised) -> Bool {
    switch kind {
    case .keys: return try dict.contains(value)
    case .values:
      for element in dict.values where try Interpreter.current.equal(element, value) { return true }
      return false
    case .items:
      guard let pair = TupleType.tupleIfAny(value), pair.count == 2, let found = try dict.get(pair[0]) else { return false }
      return try Interpreter.current.equal(found, pair[1])
    }
  }
}

/// The classes of the dict views.
enum DictViews {
  static func setUp() {
    for type in [TypeObject.dictKeys, .dictValues, .dictItems] {
      type.isSubclassable = false
      type.extend(of: DictViewObject.self) { t in
        t.slots.repr = { (value) throws(Raised) -> String in
          let view = view(value)
          return try ReprGuard.repr(view.dict, inside: "...") { () throws(Raised) -> String in
            "\(view.type.name)(\(try Interpreter.current.repr(.list(view.elements))))"
          }
        }
        t.slots.length = { (value) throws(Raised) -> Int in view(value).dict.live }
        t.slots.contains = { (container, item) throws(Raised) -> Bool in try view(container).contains(item) }
        t.slots.iterate = { (value) throws(Raised) -> Value in
          .object(DictIteratorObject(view(value).dict, view(value).kind))
        }
        t.method("__reversed__(self)", "A reverse iterator over the view.") { view, _ throws(Raised) -> Value in
          .object(ReversedIterators.dict(view.dict, view.kind))
        }
        t.property("mapping", "The dict that the view is on.") { view throws(Raised) -> Value in .object(view.dict) }
      }
    }
    for type in [TypeObject.dictKeys, .dictItems] {
      type.extend(of: DictViewObject.self) { t in
        t.slots.hash = { (value) throws(Raised) -> Int in throw .unhashable(value) }
        t.slots.binary = binary
        t.slots.compare = compare
        t.method("isdisjoint(self, other, /)", "Whether view and iterable have no element in common.") {
          view, call throws(Raised) -> Value in
          for element in try call.interpreter.elements(of: call[1]) where try view.contains(element) { return .bool(false) }
          return .bool(true)
        }
      }
    }
  }

  private static func view(_ value: Value) -> DictViewObject {
    guard let view = value.cast(to: DictViewObject.self) else {
      preconditionFailure("slots of dict views are asked of dict views only")
    }
    return view
  }

  private static func binary(_ op: Operator, _ lhs: Value, _ rhs: Value) throws(Raised) -> Value? {
    guard op == .bitAnd || op == .bitOr || op == .bitXor || op == .subtract else { return nil }
    let a = try SetObject(try Interpreter.current.elements(of: lhs))
    let b = try SetObject(try Interpreter.current.elements(of: rhs))
    return try SetType.combine(op, a, b, type: .set)
  }

  private static func compare(_ op: CompareOperator, _ lhs: Value, _ rhs: Value) throws(Raised) -> Value? {
    guard let a = set(lhs), let b = set(rhs) else { return nil }
    return .bool(try SetType.holds(op, try SetObject(a), try SetObject(b)))
  }

  private static func set(_ value: Value) -> [Value]? {
    if let view = value.cast(to: DictViewObject.self), view.kind != .values { return view.elements }
    return value.cast(to: SetObject.self)?.elements
  }
}
