/// `int | str`: alternatives of classes.
final class UnionObject: Object {
  let members: [Value]

  init(_ members: [Value]) {
    self.members = members
    super.init(.unionType)
  }
}

/// Unions of classes.
enum UnionTypes {
  static func setUp() {
    let unite: (Operator, Value, Value) throws(Raised) -> Value? = { (op, lhs, rhs) throws(Raised) -> Value? in
      guard op == .bitOr, let a = members(lhs), let b = members(rhs) else { return nil }
      var all: [Value] = []
      for member in a + b where !all.contains(where: { $0.isIdentical(to: member) }) { all.append(member) }
      return all.count == 1 ? all[0] : .object(UnionObject(all))
    }
    TypeObject.type.extend(of: TypeObject.self) { t in t.slots.binary = unite }
    TypeObject.genericAlias.extend(of: GenericAliasObject.self) { t in t.slots.binary = unite }
    TypeObject.unionType.extend(of: UnionObject.self) { t in
      t.slots.binary = unite
      t.slots.repr = { (value) throws(Raised) -> String in
        var texts: [String] = []
        for member in members(value) ?? [] { texts.append(try GenericAliases.name(member)) }
        return texts.joined(separator: " | ")
      }
      t.slots.compare = { (op, lhs, rhs) throws(Raised) -> Value? in
        guard op == .equal || op == .notEqual else { return nil }
        guard let a = lhs.cast(to: UnionObject.self)?.members, let b = rhs.cast(to: UnionObject.self)?.members else {
          return nil
        }
        let isEqual = a.count == b.count && a.allSatisfy { x in b.contains { $0.isIdentical(to: x) } }
        return .bool(isEqual == (op == .equal))
      }
      t.slots.hash = { (value) throws(Raised) -> Int in
        var hash = 0
        for member in members(value) ?? [] { hash ^= try Interpreter.current.hash(member) }
        return hash
      }
      t.property("__args__") { union throws(Raised) -> Value in
        .tuple(union.members.map { $0.isNone ? TypeObject.noneType.asValue : $0 })
      }
    }
  }

  /// What a side of `|` stands for: `None`, a class, an alias or another union.
  private static func members(_ value: Value) -> [Value]? {
    if value.isNone { return [.none] }
    if let union = value.cast(to: UnionObject.self) { return union.members }
    return value.cast(to: TypeObject.self) != nil || value.cast(to: GenericAliasObject.self) != nil ? [value] : nil
  }
}
