// What may stand on the left of an assignment, after `for`, `del`, `as`.

extension Parser {
  enum TargetUse {
    case assignment
    case forLoop
    case deletion
  }

  /// How CPython names a kind of expression in messages.
  func describe(_ value: Expression) -> String {
    switch value.kind {
    case .attribute: return "attribute"
    case .subscript: return "subscript"
    case .starred: return "starred"
    case .name: return "name"
    case .list: return "list"
    case .tuple: return "tuple"
    case .lambda: return "lambda"
    case .call: return "function call"
    case .boolean, .binary, .unary: return "expression"
    case .comprehension(.generator, _, _): return "generator expression"
    case .comprehension(.list, _, _): return "list comprehension"
    case .comprehension(.set, _, _): return "set comprehension"
    case .dictComprehension: return "dict comprehension"
    case .yield, .yieldFrom: return "yield expression"
    case .dict: return "dict literal"
    case .set: return "set display"
    case .formatted: return "f-string expression"
    case .constant(.none): return "None"
    case .constant(.bool(let value)): return value ? "True" : "False"
    case .constant(.ellipsis): return "ellipsis"
    case .constant, .slice: return "literal"
    case .compare: return "comparison"
    case .conditional: return "conditional expression"
    case .walrus: return "named expression"
    }
  }

  /// The innermost part that cannot be a target; nil if all can.
  func invalidTarget(_ value: Expression, _ use: TargetUse) -> Expression? {
    switch value.kind {
    case .name, .attribute, .subscript: return nil
    case .tuple(let elements), .list(let elements):
      for element in elements {
        if let bad = invalidTarget(element, use) { return bad }
      }
      return nil
    case .starred(let inner): return use == .deletion ? value : invalidTarget(inner, use)
    case .compare(let first, let rest):
      if use == .forLoop, rest[0].op == .in { return invalidTarget(first, use) }
      return value
    default: return value
    }
  }

  func checkTarget(_ value: Expression, _ use: TargetUse) throws(SyntaxError) {
    if let bad = invalidTarget(value, use) {
      throw error("cannot \(use == .deletion ? "delete" : "assign to") \(describe(bad))", bad.span)
    }
  }

  /// `a, (b, *c)` before `in`.
  func parseForTargets() throws(SyntaxError) -> Expression {
    let start = token
    let first = try parseTarget()
    var target = first
    if kind == .comma {
      var elements = [first]
      while accept(.comma), kind != .kwIn { elements.append(try parseTarget()) }
      target = try node(.tuple(elements), span(from: start))
    }
    try checkTarget(target, .forLoop)
    return target
  }

  private func parseTarget() throws(SyntaxError) -> Expression {
    if kind == .star { return try parseStar() }
    return try parseBinary(0)
  }

  /// The single target after `as`.
  func parseWithTarget() throws(SyntaxError) -> Expression {
    let target = try parseTarget()
    if let bad = invalidTarget(target, .assignment) { throw error("cannot assign to \(describe(bad))", bad.span) }
    return target
  }
}
