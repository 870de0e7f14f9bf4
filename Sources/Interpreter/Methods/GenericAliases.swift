/// `list[int]` and the like: a class with the parameters that annotations give it.
final class GenericAliasObject: Object {
  let origin: Value
  let parameters: [Value]

  init(_ origin: Value, _ parameters: [Value]) {
    self.origin = origin
    self.parameters = parameters
    super.init(.genericAlias)
  }
}

/// Subscripted classes.
enum GenericAliases {
  /// `__class_getitem__` of the built-in containers.
  static let classGetItem: ClassMethodObject = {
    let function = NativeFunction("__class_getitem__(cls, item, /)", doc: "The class with parameters, for annotations.") {
      (call) throws(Raised) -> Value in
      .object(GenericAliasObject(call[0], TupleType.tupleIfAny(call[1])?.elements ?? [call[1]]))
    }
    return ClassMethodObject(function.asValue)
  }()

  static func setUp() {
    TypeObject.genericAlias.extend(of: GenericAliasObject.self) { t in
      t.slots.repr = { (value) throws(Raised) -> String in
        guard let alias = value.cast(to: GenericAliasObject.self) else { return "" }
        var texts: [String] = []
        for parameter in alias.parameters { texts.append(try name(parameter)) }
        return "\(try name(alias.origin))[\(texts.isEmpty ? "()" : texts.joined(separator: ", "))]"
      }
      t.slots.call = { (value, call) throws(Raised) -> Value in
        guard let alias = value.cast(to: GenericAliasObject.self) else { return .none }
        var positional: [Value] = []
        for i in 0..<call.positionalCount { positional.append(call[i]) }
        var keywords: [(String, Value)] = []
        for i in call.positionalCount..<call.count { keywords.append((call.keywordName(i), call[i])) }
        return try call.interpreter.call(alias.origin, positional, keywords: keywords)
      }
      t.slots.compare = { (op, lhs, rhs) throws(Raised) -> Value? in
        guard op == .equal || op == .notEqual else { return nil }
        guard let a = lhs.cast(to: GenericAliasObject.self), let b = rhs.cast(to: GenericAliasObject.self) else { return nil }
        let interpreter = Interpreter.current
        let isEqual =
          a.origin.isIdentical(to: b.origin)
          ? try interpreter.equal(.tuple(a.parameters), .tuple(b.parameters)) : false
        return .bool(isEqual == (op == .equal))
      }
      t.slots.hash = { (value) throws(Raised) -> Int in
        guard let alias = value.cast(to: GenericAliasObject.self) else { return 0 }
        return try Interpreter.current.hash(.tuple([alias.origin] + alias.parameters))
      }
      t.property("__origin__") { alias throws(Raised) -> Value in alias.origin }
      t.property("__args__") { alias throws(Raised) -> Value in .tuple(alias.parameters) }
    }
  }

  static func name(_ value: Value) throws(Raised) -> String {
    if let type = value.cast(to: TypeObject.self) { return type.displayName }
    if value.isEllipsis { return "..." }
    if value.isNone { return "None" }
    return try Interpreter.current.repr(value)
  }
}
