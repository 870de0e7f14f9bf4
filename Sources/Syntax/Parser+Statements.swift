// Simple statements; those with blocks are in Parser+Blocks.swift.

extension Parser {
  func parseFile() throws(SyntaxError) -> [Statement] {
    var body: [Statement] = []
    while kind != .end {
      if accept(.newline) { continue }
      try parseStatement(into: &body)
    }
    return body
  }

  func parseStatement(into body: inout [Statement]) throws(SyntaxError) {
    switch kind {
    case .kwIf, .kwWhile, .kwFor, .kwTry, .kwWith, .kwDef, .kwClass, .at: body.append(try parseCompound())
    default: try parseSimpleLine(into: &body)
    }
  }

  /// `a; b; c` to the end of the line.
  func parseSimpleLine(into body: inout [Statement]) throws(SyntaxError) {
    try refuseMatch()
    while true {
      let statement = try parseSimple()
      body.append(statement)
      if accept(.newline) { return }
      guard kind == .semicolon else {
        if case .expression(let value) = statement.kind { throw unexpectedAfterExpression(from: value) }
        // `x = print 1`
        if tokens[index - 1].kind == .name, let name = try? node(.name(text(tokens[index - 1])), tokens[index - 1].span) {
          throw unexpectedAfterExpression(from: name)
        }
        throw unexpected()
      }
      advance()
      if accept(.newline) { return }
    }
  }

  /// `match` is an ordinary name unless a value and a colon follow it: nothing else starts and ends a line so.
  private func refuseMatch() throws(SyntaxError) {
    guard kind == .name, token.end - token.start == 5, text(token) == "match" else { return }
    var end = index
    while tokens[end].kind != .newline, tokens[end].kind != .end, tokens[end].kind != .error { end += 1 }
    guard end > index + 2, tokens[end].kind != .error, tokens[end - 1].kind == .colon else { return }
    if startsExpression(nextKind) || nextKind == .star { throw refusal(of: token, opensBlock: true) }
  }

  private func parseSimple() throws(SyntaxError) -> Statement {
    let start = token
    switch start.kind {
    case .kwPass:
      advance()
      return Statement(.pass, start.span)
    case .kwBreak:
      advance()
      if scope.loops == 0, flowError == nil { flowError = error("'break' outside loop", start.span) }
      return Statement(.break, start.span)
    case .kwContinue:
      advance()
      if scope.loops == 0, flowError == nil { flowError = error("'continue' not properly in loop", start.span) }
      return Statement(.continue, start.span)
    case .kwReturn: return try parseReturn()
    case .kwRaise: return try parseRaise()
    case .kwAssert: return try parseAssert()
    case .kwDel: return try parseDelete()
    case .kwGlobal, .kwNonlocal: return try parseDeclaration()
    case .kwImport: return try parseImport()
    case .kwFrom: return try parseImportFrom()
    default: return try parseExpressionStatement()
    }
  }

  private func parseReturn() throws(SyntaxError) -> Statement {
    let start = token
    advance()
    var value: Expression?
    if startsExpression(kind) || kind == .star { value = try parseStarredExpressions() }
    let whole = span(from: start)
    noteStarred(value)
    if !scope.isFunction, flowError == nil { flowError = error("'return' outside function", whole) }
    return Statement(.return(value), whole)
  }

  /// A lone `*value` is grammar, but no value.
  func noteStarred(_ value: Expression?) {
    guard let value, case .starred = value.kind, flowError == nil else { return }
    flowError = error("can't use starred expression here", value.span)
  }

  private func parseRaise() throws(SyntaxError) -> Statement {
    let start = token
    advance()
    guard startsExpression(kind) else { return Statement(.raise(nil, cause: nil), span(from: start)) }
    let value = try parseExpression()
    var cause: Expression?
    if accept(.kwFrom) { cause = try parseExpression() }
    return Statement(.raise(value, cause: cause), span(from: start))
  }

  private func parseAssert() throws(SyntaxError) -> Statement {
    let start = token
    advance()
    let test = try parseExpression()
    var message: Expression?
    if accept(.comma) { message = try parseExpression() }
    return Statement(.assert(test, message: message), span(from: start))
  }

  private func parseDelete() throws(SyntaxError) -> Statement {
    let start = token
    advance()
    let first = try parseStarredExpressions()
    try checkTarget(first, .deletion)
    guard kind == .newline || kind == .semicolon else { throw unexpected() }
    var targets = [first]
    if case .tuple(let elements) = first.kind, !isParenthesised(first) { targets = elements }
    return Statement(.delete(targets), span(from: start))
  }

  /// Whether a tuple was written with its own parentheses.
  func isParenthesised(_ tuple: Expression) -> Bool {
    guard case .tuple(let elements) = tuple.kind else { return false }
    guard let first = elements.first, let last = elements.last else { return true }
    // `(a), b` starts with a parenthesis too, but does not end with one.
    return first.span.start > tuple.span.start && last.span.end < tuple.span.end
  }

  private func parseDeclaration() throws(SyntaxError) -> Statement {
    let start = token
    advance()
    var names = [try expectName().0]
    while accept(.comma) { names.append(try expectName().0) }
    let whole = span(from: start)
    return Statement(start.kind == .kwGlobal ? .global(names) : .nonlocal(names), whole)
  }

  // MARK: Imports

  private func parseDottedName() throws(SyntaxError) -> String {
    var name = try expectName().0
    while accept(.dot) { name += "." + (try expectName().0) }
    return name
  }

  private func parseImport() throws(SyntaxError) -> Statement {
    let start = token
    advance()
    var names: [ImportAlias] = []
    repeat {
      let first = token
      let name = try parseDottedName()
      var alias: String?
      if accept(.kwAs) { alias = try expectName().0 }
      names.append(ImportAlias(name: name, alias: alias, span: span(from: first)))
    } while accept(.comma)
    return Statement(.import(names), span(from: start))
  }

  private func parseImportFrom() throws(SyntaxError) -> Statement {
    let start = token
    advance()
    var level = 0
    while kind == .dot || kind == .ellipsis {
      level += kind == .dot ? 1 : 3
      advance()
    }
    var module: String?
    if kind == .name || level == 0 { module = try parseDottedName() }
    try expect(.kwImport)
    var names: [ImportAlias] = []
    if kind == .star {
      names.append(ImportAlias(name: "*", alias: nil, span: token.span))
      advance()
      if scope.isFunction || scope.isClass, scopeError == nil {
        scopeError = error("import * only allowed at module level", tokens[index - 1].span)
      }
      return Statement(.importFrom(module: module, level: level, names: names), span(from: start))
    }
    let isParenthesised = accept(.leftParenthesis)
    while true {
      let first = token
      if kind == .newline, !isParenthesised, !names.isEmpty {
        throw error("trailing comma not allowed without surrounding parentheses", token.span)
      }
      let name = try expectName().0
      var alias: String?
      if accept(.kwAs) { alias = try expectName().0 }
      names.append(ImportAlias(name: name, alias: alias, span: span(from: first)))
      guard accept(.comma) else { break }
      if isParenthesised, kind == .rightParenthesis { break }
    }
    if isParenthesised { try expect(.rightParenthesis) }
    return Statement(.importFrom(module: module, level: level, names: names), span(from: start))
  }

  // MARK: Expressions and assignments

  private static func augmentedOperator(_ kind: Token.Kind) -> BinaryOperator? {
    switch kind {
    case .plusEqual: return .add
    case .minusEqual: return .subtract
    case .starEqual: return .multiply
    case .slashEqual: return .divide
    case .doubleSlashEqual: return .floorDivide
    case .percentEqual: return .modulo
    case .doubleStarEqual: return .power
    case .atEqual: return .matrixMultiply
    case .leftShiftEqual: return .leftShift
    case .rightShiftEqual: return .rightShift
    case .ampersandEqual: return .bitAnd
    case .barEqual: return .bitOr
    case .caretEqual: return .bitXor
    default: return nil
    }
  }

  private func parseAssignedValue() throws(SyntaxError) -> Expression {
    kind == .kwYield ? try parseYield() : try parseStarredExpressions()
  }

  private func parseExpressionStatement() throws(SyntaxError) -> Statement {
    let start = token
    let first = try parseAssignedValue()
    if kind == .equal { return try parseAssignment(first, start) }
    if let op = Parser.augmentedOperator(kind) {
      switch first.kind {
      case .name, .attribute, .subscript: break
      default: throw error("'\(describe(first))' is an illegal expression for augmented assignment", first.span)
      }
      advance()
      let value = try parseAssignedValue()
      noteStarred(value)
      return Statement(.augmentedAssign(first, op, value), span(from: start))
    }
    if kind == .colon { return try parseAnnotated(first, start) }
    if case .starred = first.kind {
      guard kind == .newline || kind == .semicolon else { throw unexpected() }
      noteStarred(first)
    }
    if kind == .walrus, case .name = first.kind { throw unexpected() }
    return Statement(.expression(first), span(from: start))
  }

  private func parseAssignment(_ first: Expression, _ start: Token) throws(SyntaxError) -> Statement {
    var targets: [Expression] = []
    var value = first
    while kind == .equal {
      if let bad = invalidTarget(value, .assignment) { throw invalidAssignment(value, bad, targets.isEmpty ? start : nil) }
      if case .starred = value.kind, flowError == nil {
        flowError = error("starred assignment target must be in a list or tuple", value.span)
      }
      targets.append(value)
      advance()
      value = try parseAssignedValue()
    }
    noteStarred(value)
    return Statement(.assign(targets, value), span(from: start))
  }

  /// `first` is the first token of the statement while its first target is looked at.
  private func invalidAssignment(_ target: Expression, _ bad: Expression, _ first: Token?) -> SyntaxError {
    if let first {
      if bad === target, let mistake = assignmentMistake(target, first) { return mistake }
      if case .tuple(let elements) = target.kind, !isParenthesised(target), bad === elements.last,
        let mistake = assignmentMistake(bad, tokens[index - 1])
      {
        return mistake
      }
    }
    if case .yield = target.kind { return error("assignment to yield expression not possible", target.span) }
    return error("cannot assign to \(describe(bad))", bad.span)
  }

  private func parseAnnotated(_ target: Expression, _ start: Token) throws(SyntaxError) -> Statement {
    switch target.kind {
    case .name, .attribute, .subscript: break
    case .tuple(let elements) where !isParenthesised(target):
      throw error("only single target (not tuple) can be annotated", elements[0].span)
    case .list, .tuple: throw error("only single target (not \(describe(target))) can be annotated", target.span)
    default:
      let ahead = copy()
      ahead.advance()
      if (try? ahead.parseExpression()) == nil { throw unexpected() }
      throw error("illegal target for annotation", target.span)
    }
    advance()
    let annotation = try parseExpression()
    var value: Expression?
    if accept(.equal) { value = try parseAssignedValue() }
    var isSimple = false
    if case .name = target.kind { isSimple = start.kind == .name }
    return Statement(
      .annotatedAssign(target, annotation: annotation, value: value, isSimple: isSimple), span(from: start))
  }
}
