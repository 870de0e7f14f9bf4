/// What a variable, an element or a register holds: small values inline, everything else behind one object reference.
package enum Value {
  case bool(Bool)
  case int(Int)
  case float(Double)
  case object(Object)
  case none
  /// No value at all: an unassigned local, an argument that was not given. Scripts never see it.
  case unbound
}

extension Value {
  /// A string object.
  package static func string(_ text: String) -> Value { .object(StrObject(text)) }
  /// A list object.
  package static func list(_ elements: [Value]) -> Value { .object(ListObject(elements)) }
  /// A tuple object.
  package static func tuple(_ elements: [Value]) -> Value { .object(TupleObject(elements)) }
  /// The `NotImplemented` object.
  package static var notImplemented: Value { .object(SingletonObject.notImplemented) }
  /// The `Ellipsis` object.
  package static var ellipsis: Value { .object(SingletonObject.ellipsis) }

  /// Whether this is `None`.
  @inline(__always) package var isNone: Bool { if case .none = self { return true } else { return false } }
  /// Whether this is no value at all.
  @inline(__always) package var isUnbound: Bool { if case .unbound = self { return true } else { return false } }
  /// Whether this is `Ellipsis`.
  package var isEllipsis: Bool { object === SingletonObject.ellipsis }
  /// Whether this is `NotImplemented`.
  package var isNotImplemented: Bool { object === SingletonObject.notImplemented }

  /// The object reference, when there is one.
  @inline(__always) package var object: Object? { if case .object(let object) = self { return object } else { return nil } }

  /// The object as a Swift class, when it is of that class.
  @inline(__always) package func cast<T: Object>(to type: T.Type) -> T? {
    guard case .object(let object) = self else { return nil }
    // The classes are mostly final: comparing the class is far cheaper than a dynamic cast.
    if Swift.type(of: object) == T.self { return unsafeDowncast(object, to: T.self) }
    return object as? T
  }

  /// The text of a `str` (subclasses included).
  package var stringValue: String? { cast(to: StrObject.self)?.string }

  /// The number of an `int` or `bool` that fits 64 bits (`__index__` is not asked; see `Interpreter.index`).
  package var intValue: Int? {
    switch self {
    case .int(let value): return value
    case .bool(let value): return value ? 1 : 0
    case .object(let object): return (object as? IntObject)?.smallValue
    default: return nil
    }
  }

  /// The number of a `float`, `int` or `bool` as a double (`__float__` is not asked; see `Interpreter.double`).
  package var doubleValue: Double? {
    switch self {
    case .float(let value): return value
    case .int(let value): return Double(value)
    case .bool(let value): return value ? 1 : 0
    case .object(let object):
      if let float = object as? FloatObject { return float.value }
      return (object as? IntObject)?.doubleValue
    default: return nil
    }
  }

  /// The truth value of a `bool`.
  package var boolValue: Bool? { if case .bool(let value) = self { return value } else { return nil } }

  /// The elements of a `list` or `tuple`.
  package var sequence: [Value]? {
    guard case .object(let object) = self else { return nil }
    if let tuple = object as? TupleObject { return tuple.elements }
    if let list = object as? ListObject { return list.elements }
    return nil
  }

  /// The class of the value.
  package var type: TypeObject {
    switch self {
    case .object(let object): return object.type
    case .int: return .int
    case .float: return .float
    case .bool: return .bool
    case .none, .unbound: return .noneType
    }
  }

  /// Whether the value is an instance of a class or of a class derived from it.
  package func isInstance(of type: TypeObject) -> Bool { self.type.isSubtype(of: type) }

  /// Whether two values are the same object (`is`).
  package func isIdentical(to other: Value) -> Bool {
    switch (self, other) {
    case (.object(let a), .object(let b)): return a === b
    case (.int(let a), .int(let b)): return a == b
    case (.float(let a), .float(let b)): return a.bitPattern == b.bitPattern
    case (.bool(let a), .bool(let b)): return a == b
    case (.none, .none), (.unbound, .unbound): return true
    default: return false
    }
  }
}

extension Value: ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral, ExpressibleByFloatLiteral,
  ExpressibleByStringLiteral
{
  package init(integerLiteral value: Int) { self = .int(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(floatLiteral value: Double) { self = .float(value) }
  package init(stringLiteral value: String) { self = .object(StrObject(value)) }
}

/// The binary operators a type may implement.
package enum Operator: UInt8, CaseIterable {
  case add, subtract, multiply, divide, floorDivide, modulo, power, matrixMultiply
  case leftShift, rightShift, bitAnd, bitOr, bitXor
  /// `divmod(a, b)`.
  case divmod

  /// The spelling in source.
  package var symbol: String {
    ["+", "-", "*", "/", "//", "%", "** or pow()", "@", "<<", ">>", "&", "|", "^", "divmod()"][Int(rawValue)]
  }

  static let stems = [
    "add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "matmul", "lshift", "rshift", "and", "or", "xor", "divmod",
  ]
}

/// The unary operators a type may implement.
package enum PrefixOperator: UInt8, CaseIterable {
  case negate, plus, invert, absolute

  package var symbol: String { ["-", "+", "~", "abs()"][Int(rawValue)] }
}

/// The rich comparisons a type may implement.
package enum CompareOperator: UInt8, CaseIterable {
  case less, lessEqual, equal, notEqual, greater, greaterEqual

  /// The spelling in source.
  package var symbol: String { ["<", "<=", "==", "!=", ">", ">="][Int(rawValue)] }

  /// The same comparison with its operands exchanged.
  package var reflected: CompareOperator {
    switch self {
    case .less: return .greater
    case .lessEqual: return .greaterEqual
    case .greater: return .less
    case .greaterEqual: return .lessEqual
    case .equal, .notEqual: return self
    }
  }
}
