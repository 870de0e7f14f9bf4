/// Operators and comparisons on any values. The right operand's class is asked first where it derives from the left one's.
extension Interpreter {
  /// A binary operator.
  package func binary(_ op: Operator, _ lhs: Value, _ rhs: Value) throws(Raised) -> Value {
    if let result = try binaryIfSupported(op, lhs, rhs) { return result }
    throw .unsupportedOperands(op, lhs, rhs)
  }

  /// `lhs op= rhs`: the new value of the left side.
  package func inPlace(_ op: Operator, _ lhs: Value, _ rhs: Value) throws(Raised) -> Value {
    if case .object(let object) = lhs, let slot = object.type.slots.inPlace, let result = try slot(op, lhs, rhs) {
      return result
    }
    if let result = try binaryIfSupported(op, lhs, rhs) { return result }
    throw .unsupportedOperands(op, lhs, rhs, isInPlace: true)
  }

  func binaryIfSupported(_ op: Operator, _ lhs: Value, _ rhs: Value) throws(Raised) -> Value? {
    switch (lhs, rhs) {
    case (.int(let a), .int(let b)): return try IntArithmetic.small(op, a, b)
    case (.float, .float), (.float, .int), (.int, .float): return try FloatArithmetic.binary(op, lhs, rhs)
    default: break
    }
    let left = lhs.type
    let right = rhs.type
    if left !== right, let slot = right.slots.binary, right.isSubtype(of: left) {
      if let result = try slot(op, lhs, rhs) { return result }
      return try left.slots.binary?(op, lhs, rhs)
    }
    if let slot = left.slots.binary, let result = try slot(op, lhs, rhs) { return result }
    if left !== right, let slot = right.slots.binary { return try slot(op, lhs, rhs) }
    return nil
  }

  /// A unary operator.
  package func prefix(_ op: PrefixOperator, _ value: Value) throws(Raised) -> Value {
    if let slot = value.type.slots.prefix, let result = try slot(op, value) { return result }
    throw .badOperand(op, value)
  }

  /// A rich comparison with any result.
  package func compare(_ op: CompareOperator, _ lhs: Value, _ rhs: Value) throws(Raised) -> Value {
    switch (lhs, rhs) {
    case (.int(let a), .int(let b)): return .bool(op.holds(a < b ? -1 : a > b ? 1 : 0))
    case (.float(let a), .float(let b)): return .bool(FloatArithmetic.holds(op, a, b))
    default: break
    }
    if let result = try compareIfSupported(op, lhs, rhs) { return result }
    switch op {
    case .equal: return .bool(lhs.isIdentical(to: rhs))
    case .notEqual: return .bool(!lhs.isIdentical(to: rhs))
    default: throw .unorderable(op, lhs, rhs)
    }
  }

  private func compareIfSupported(_ op: CompareOperator, _ lhs: Value, _ rhs: Value) throws(Raised) -> Value? {
    let left = lhs.type
    let right = rhs.type
    try enter("in comparison")
    defer { nesting &-= 1 }
    if left !== right, let slot = right.slots.compare, right.isSubtype(of: left) {
      if let result = try slot(op, lhs, rhs) { return result }
      return try left.slots.compare?(op, lhs, rhs)
    }
    if let slot = left.slots.compare, let result = try slot(op, lhs, rhs) { return result }
    if left !== right, let slot = right.slots.compare { return try slot(op, lhs, rhs) }
    return nil
  }

  /// `lhs == rhs` as a truth value, identity first as containers do.
  package func equal(_ lhs: Value, _ rhs: Value) throws(Raised) -> Bool {
    switch (lhs, rhs) {
    case (.int(let a), .int(let b)): return a == b
    case (.object(let a), .object(let b)):
      if a === b { return true }
      if a.tag == ObjectTag.str.rawValue, b.tag == ObjectTag.str.rawValue {
        return unsafeDowncast(a, to: StrObject.self).equals(unsafeDowncast(b, to: StrObject.self))
      }
    case (.float(let a), .float(let b)): return a == b || a.bitPattern == b.bitPattern
    case (.none, .none): return true
    default: break
    }
    return try isTrue(try compare(.equal, lhs, rhs))
  }

  /// Counts a nested native operation in; RecursionError when there are too many. Leave by decreasing `nesting`.
  @inline(__always) func enter(_ place: String) throws(Raised) {
    if nesting >= Interpreter.nestingLimit { throw Raised(.recursionError, "maximum recursion depth exceeded \(place)") }
    nesting &+= 1
  }

  /// How deeply native operations may be nested: elements within elements, reprs that call reprs.
  static let nestingLimit = 1000
}
