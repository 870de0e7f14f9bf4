// Expressions from the loosest binding down to operators; what stands between brackets is in Parser+Atoms.swift.

extension Parser {
  /// The whole text as one expression.
  func parseEvalInput() throws(SyntaxError) -> Statement {
    let value = try parseStarredExpressions()
    while kind == .newline { advance() }
    guard kind == .end else { throw unexpectedAfterExpression(from: value) }
    return Statement(.expression(value), value.span)
  }

  /// `a, *b, c`: one expression, or a tuple when there is a comma.
  func parseStarredExpressions() throws(SyntaxError) -> Expression {
    let start = token
    let first = try parseStarredExpression()
    guard kind == .comma else { return first }
    var elements = [first]
    while accept(.comma), startsExpression(kind) || kind == .star { elements.append(try parseStarredExpression()) }
    return try node(.tuple(elements), span(from: start))
  }

  func parseStarredExpression() throws(SyntaxError) -> Expression {
    if kind == .star { return try parseStar() }
    return try parseExpression()
  }

  func parseStar() throws(SyntaxError) -> Expression {
    let start = token
    advance()
    let value = try parseBinary(0)
    return try node(.starred(value), span(from: start))
  }

  /// `*value`, `name := value` or an expression.
  func parseStarredNamed() throws(SyntaxError) -> Expression {
    if kind == .star { return try parseStar() }
    return try parseNamed()
  }

  /// `name := value` or an expression.
  func parseNamed() throws(SyntaxError) -> Expression {
    let start = token
    if start.kind == .name, nextKind == .walrus {
      let name = text(start)
      advance()
      advance()
      let value = try parseExpression()
      return try node(.walrus(name, value), span(from: start))
    }
    let value = try parseExpression()
    if kind == .walrus { throw error("cannot use assignment expressions with \(describe(value))", value.span) }
    if kind == .equal, let mistake = assignmentMistake(value, start) { throw mistake }
    return value
  }

  /// What is wrong with `value = …` where a condition or element is expected.
  func assignmentMistake(_ value: Expression, _ start: Token) -> SyntaxError? {
    let isParenthesised = start.start < value.span.start
    switch value.kind {
    case .compare, .boolean, .unary(.not, _), .conditional, .lambda, .walrus, .yield, .yieldFrom:
      if !isParenthesised { return nil }
    case .list, .tuple, .comprehension(.generator, _, _), .constant(.bool), .constant(.none): return nil
    default: break
    }
    let ahead = copy()
    ahead.advance()
    guard let rhs = try? ahead.parseBinary(0), ahead.kind != .equal, ahead.kind != .walrus else { return nil }
    if case .name = value.kind {
      let range = Span(from: value.span, to: rhs.span)
      return error("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", range)
    }
    return error("cannot assign to \(describe(value)) here. Maybe you meant '==' instead of '='?", value.span)
  }

  /// `lambda`, conditional or anything that binds tighter.
  func parseExpression(checksComma: Bool = true) throws(SyntaxError) -> Expression {
    try enter()
    defer { depth -= 1 }
    if kind == .kwLambda { return try parseLambda() }
    let start = index
    let value = try parseOr()
    if kind == .kwIf {
      advance()
      let condition = try parseOr()
      guard kind == .kwElse else {
        if kind == .colon { throw unexpected() }
        throw error("expected 'else' after 'if' expression", span(from: tokens[start]))
      }
      advance()
      let otherwise = try parseExpression()
      return try node(.conditional(condition: condition, then: value, otherwise: otherwise), span(from: tokens[start]))
    }
    if checksComma, startsExpression(kind), token.depth > 0, let mistake = missingComma(value, start) { throw mistake }
    return value
  }

  func missingComma(_ value: Expression, _ start: Int) -> SyntaxError? {
    if tokens[start].kind == .name {
      if tokens[start + 1].kind == .string { return nil }
      switch text(tokens[start]) {
      case "match", "case", "_": return nil
      default: break
      }
    }
    let ahead = copy()
    do {
      let second = try ahead.parseExpression()
      if case .name(let name) = value.kind, name == "print" || name == "exec" { return nil }
      return error(
        "invalid syntax. Perhaps you forgot a comma?",
        Span(Int(tokens[start].start), Int(max(ahead.previousEnd, second.span.end))))
    } catch {
      // A named mistake inside the second expression wins over this one.
      return error.message.hasSuffix("invalid syntax") ? nil : error
    }
  }

  /// The current token cannot follow a complete expression.
  func unexpectedAfterExpression(from value: Expression) -> SyntaxError {
    if case .name(let name) = value.kind, name == "print" || name == "exec", startsExpression(kind) || kind == .star {
      let ahead = copy()
      if let arguments = try? ahead.parseStarredExpressions() {
        return error(
          "Missing parentheses in call to '\(name)'. Did you mean \(name)(...)?", Span(from: value.span, to: arguments.span))
      }
    }
    return unexpected()
  }

  /// Whether a token can begin an expression and cannot continue one.
  func startsExpression(_ kind: Token.Kind) -> Bool {
    switch kind {
    case .name, .number, .string, .kwNone, .kwTrue, .kwFalse, .kwLambda, .kwNot, .leftParenthesis, .leftBracket, .leftBrace,
      .ellipsis, .minus, .plus, .tilde, .kwAwait:
      return true
    default: return false
    }
  }

  func parseOr() throws(SyntaxError) -> Expression {
    let start = token
    let first = try parseAnd()
    guard kind == .kwOr else { return first }
    var operands = [first]
    while accept(.kwOr) { operands.append(try parseAnd()) }
    return try node(.boolean(.or, operands), span(from: start))
  }

  private func parseAnd() throws(SyntaxError) -> Expression {
    let start = token
    let first = try parseNot()
    guard kind == .kwAnd else { return first }
    var operands = [first]
    while accept(.kwAnd) { operands.append(try parseNot()) }
    return try node(.boolean(.and, operands), span(from: start))
  }

  private func parseNot() throws(SyntaxError) -> Expression {
    guard kind == .kwNot else { return try parseComparison() }
    let first = index
    while accept(.kwNot) {}
    let last = index
    var value = try parseComparison()
    for start in (first..<last).reversed() { value = try node(.unary(.not, value), span(from: tokens[start])) }
    return value
  }

  private func parseComparison() throws(SyntaxError) -> Expression {
    let start = token
    let first = try parseBinary(0)
    var rest: [Comparison] = []
    while let op = acceptComparison() { rest.append(Comparison(op: op, rhs: try parseBinary(0))) }
    if rest.isEmpty { return first }
    return try node(.compare(first, rest), span(from: start))
  }

  private func acceptComparison() -> ComparisonOperator? {
    let op: ComparisonOperator
    switch kind {
    case .equalEqual: op = .equal
    case .notEqual:
      // `<>` lexes as this token too, and is no operator any more.
      if source.bytes[Int(token.start)] == 60 { return nil }
      op = .notEqual
    case .less: op = .less
    case .lessEqual: op = .lessEqual
    case .greater: op = .greater
    case .greaterEqual: op = .greaterEqual
    case .kwIn: op = .in
    case .kwIs:
      advance()
      return accept(.kwNot) ? .isNot : .is
    case .kwNot:
      guard nextKind == .kwIn else { return nil }
      advance()
      op = .notIn
    default: return nil
    }
    advance()
    return op
  }

  private static func binaryOperator(_ kind: Token.Kind) -> (op: BinaryOperator, level: Int)? {
    switch kind {
    case .bar: return (.bitOr, 1)
    case .caret: return (.bitXor, 2)
    case .ampersand: return (.bitAnd, 3)
    case .leftShift: return (.leftShift, 4)
    case .rightShift: return (.rightShift, 4)
    case .plus: return (.add, 5)
    case .minus: return (.subtract, 5)
    case .star: return (.multiply, 6)
    case .slash: return (.divide, 6)
    case .doubleSlash: return (.floorDivide, 6)
    case .percent: return (.modulo, 6)
    case .at: return (.matrixMultiply, 6)
    default: return nil
    }
  }

  /// Operators that bind tighter than a level.
  func parseBinary(_ level: Int) throws(SyntaxError) -> Expression {
    let start = token
    var lhs = try parseUnary()
    while let (op, opLevel) = Parser.binaryOperator(kind), opLevel > level {
      advance()
      let rhs = try parseBinary(opLevel)
      lhs = try node(.binary(op, lhs, rhs), span(from: start))
    }
    return lhs
  }

  private func parseUnary() throws(SyntaxError) -> Expression {
    let first = index
    while kind == .minus || kind == .plus || kind == .tilde { advance() }
    let last = index
    var value = try parsePower()
    for start in (first..<last).reversed() {
      let op: UnaryOperator
      switch tokens[start].kind {
      case .minus: op = .minus
      case .plus: op = .plus
      default: op = .invert
      }
      value = try node(.unary(op, value), span(from: tokens[start]))
    }
    return value
  }

  private func parsePower() throws(SyntaxError) -> Expression {
    let start = token
    let base = try parsePrimary()
    guard kind == .doubleStar else { return base }
    try enter()
    defer { depth -= 1 }
    advance()
    let exponent = try parseUnary()
    return try node(.binary(.power, base, exponent), span(from: start))
  }

  private func parseLambda() throws(SyntaxError) -> Expression {
    let start = token
    advance()
    let parameters = try parseParameters(isLambda: true)
    guard accept(.colon) else { throw unexpected() }
    let outer = scope
    scope = Scope()
    scope.isFunction = true
    let body = try parseExpression()
    scope = outer
    return try node(.lambda(parameters, body), span(from: start))
  }

  /// `yield`, `yield a, b`, `yield from a`.
  func parseYield() throws(SyntaxError) -> Expression {
    let start = token
    advance()
    let value: Expression
    if accept(.kwFrom) {
      let operand = try parseExpression()
      value = try node(.yieldFrom(operand), span(from: start))
    } else if startsExpression(kind) || kind == .star {
      let operand = try parseStarredExpressions()
      noteStarred(operand)
      value = try node(.yield(operand), span(from: start))
    } else {
      value = try node(.yield(nil), span(from: start))
    }
    if !scope.isFunction, flowError == nil { flowError = error("'yield' outside function", value.span) }
    return value
  }
}
