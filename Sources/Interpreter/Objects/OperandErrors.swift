/// What Python says about operands that do not fit.
extension Raised {
  /// A value that cannot be a key.
  static func unhashable(_ value: Value) -> Raised { .typeError("unhashable type: '\(value.type.name)'") }

  /// No operand supports a binary operator; sequences have wordings of their own for `+` and `*`.
  static func unsupportedOperands(_ op: Operator, _ lhs: Value, _ rhs: Value, isInPlace: Bool = false) -> Raised {
    if op == .add {
      switch lhs.type.instanceTag {
      case .list, .tuple, .str:
        let name = lhs.type.name
        if lhs.type.isSubtype(of: .list) || lhs.type.isSubtype(of: .tuple) || lhs.type.isSubtype(of: .str) {
          return .typeError("can only concatenate \(baseName(lhs)) (not \"\(rhs.type.name)\") to \(baseName(lhs))")
        }
        _ = name
      case .bytes, .bytearray: return .typeError("can't concat \(rhs.type.name) to \(lhs.type.name)")
      default: break
      }
    }
    if op == .multiply {
      if isSequence(lhs) { return .typeError("can't multiply sequence by non-int of type '\(rhs.type.name)'") }
      if isSequence(rhs) { return .typeError("can't multiply sequence by non-int of type '\(lhs.type.name)'") }
    }
    let symbol = isInPlace ? inPlaceSymbol(op) : op.symbol
    return .typeError("unsupported operand type(s) for \(symbol): '\(lhs.type.name)' and '\(rhs.type.name)'")
  }

  private static func baseName(_ value: Value) -> String {
    value.isInstance(of: .list) ? "list" : value.isInstance(of: .tuple) ? "tuple" : "str"
  }

  private static func inPlaceSymbol(_ op: Operator) -> String { op == .power ? "**=" : op.symbol + "=" }

  private static func isSequence(_ value: Value) -> Bool {
    switch value.type.instanceTag {
    case .list, .tuple, .str, .bytes, .bytearray: return true
    default: return false
    }
  }

  /// A unary operator that the operand does not support.
  static func badOperand(_ op: PrefixOperator, _ value: Value) -> Raised {
    .typeError("bad operand type for \(op == .absolute ? "abs()" : "unary \(op.symbol)"): '\(value.type.name)'")
  }

  /// An ordering that neither operand supports.
  static func unorderable(_ op: CompareOperator, _ lhs: Value, _ rhs: Value) -> Raised {
    .typeError("'\(op.symbol)' not supported between instances of '\(lhs.type.name)' and '\(rhs.type.name)'")
  }

  static func notIterable(_ value: Value) -> Raised { .typeError("'\(value.type.name)' object is not iterable") }
  static func notCallable(_ value: Value) -> Raised { .typeError("'\(value.type.name)' object is not callable") }
  static func notSubscriptable(_ value: Value) -> Raised { .typeError("'\(value.type.name)' object is not subscriptable") }
  static func noLength(_ value: Value) -> Raised { .typeError("object of type '\(value.type.name)' has no len()") }
  static func notAnIndex(_ value: Value) -> Raised {
    .typeError("'\(value.type.name)' object cannot be interpreted as an integer")
  }

  /// An unpacking of too few or too many values.
  static func notEnoughToUnpack(expected: Int, got: Int, atLeast: Bool = false) -> Raised {
    .valueError("not enough values to unpack (expected \(atLeast ? "at least " : "")\(expected), got \(got))")
  }
  static func tooManyToUnpack(expected: Int) -> Raised { .valueError("too many values to unpack (expected \(expected))") }
}
