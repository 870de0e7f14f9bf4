import Syntax

/// Uses of literals that are grammar but surely meant otherwise: what CPython's compiler warns of (`SyntaxWarning`).
enum LiteralMisuse {
  /// `x is 1`: two equal numbers or texts need not be one object.
  static func comparison(_ first: Expression, _ rest: [Comparison]) -> String? {
    var lhs = first
    for item in rest {
      if item.op == .is || item.op == .isNot, isComparedByValue(lhs) || isComparedByValue(item.rhs) {
        return item.op == .is
          ? "\"is\" with a literal. Did you mean \"==\"?" : "\"is not\" with a literal. Did you mean \"!=\"?"
      }
      lhs = item.rhs
    }
    return nil
  }

  /// `assert (condition, "message")`.
  static func assertion(_ condition: Expression) -> String? {
    guard case .tuple(let elements) = condition.kind, !elements.isEmpty else { return nil }
    return "assertion is always true, perhaps remove parentheses?"
  }

  /// `[1, 2](3)`: most likely two elements without a comma between them.
  static func call(_ function: Expression) -> String? {
    if case .lambda = function.kind { return nil }
    return typeName(function).map { "'\($0)' object is not callable; perhaps you missed a comma?" }
  }

  /// `1[0]`, `[1, 2]["a"]`.
  static func `subscript`(_ value: Expression, _ index: Expression) -> String? {
    guard let name = typeName(value) else { return nil }
    switch name {
    case "dict": return nil
    case "list", "tuple", "str", "bytes":
      guard let other = typeName(index), other != "int", other != "bool" else { return nil }
      return "\(name) indices must be integers or slices, not \(other); perhaps you missed a comma?"
    default: return "'\(name)' object is not subscriptable; perhaps you missed a comma?"
    }
  }

  private static func isComparedByValue(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .constant(let value):
      switch value {
      case .none, .bool, .ellipsis: return false
      default: return true
      }
    case .unary(let op, let operand):
      if case .constant = operand.kind { return op != .not && isComparedByValue(operand) }
      return false
    case .tuple(let elements): return elements.allSatisfy { isConstant($0) }
    default: return false
    }
  }

  private static func isConstant(_ expression: Expression) -> Bool {
    if case .constant = expression.kind { return true }
    return isComparedByValue(expression)
  }

  /// The class of what an expression of this form yields; nil where the form does not tell.
  private static func typeName(_ expression: Expression) -> String? {
    switch expression.kind {
    case .constant(let value):
      switch value {
      case .none: return "NoneType"
      case .bool: return "bool"
      case .ellipsis: return "ellipsis"
      case .int, .bigInt: return "int"
      case .float: return "float"
      case .imaginary: return "complex"
      case .string: return "str"
      case .bytes: return "bytes"
      }
    case .unary(let op, let operand):
      guard op == .minus || op == .plus, case .constant = operand.kind else { return nil }
      return typeName(operand)
    case .formatted: return "str"
    case .tuple: return "tuple"
    case .list, .comprehension(.list, _, _): return "list"
    case .set, .comprehension(.set, _, _): return "set"
    case .comprehension(.generator, _, _): return "generator"
    case .dict, .dictComprehension: return "dict"
    case .lambda: return "function"
    default: return nil
    }
  }
}
