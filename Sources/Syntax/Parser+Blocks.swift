// Statements with blocks.

extension Parser {
  /// CPython's limit on loops, `try` and `with` around one place.
  private static let maximumNestedBlocks = 20

  func parseCompound() throws(SyntaxError) -> Statement {
    switch kind {
    case .kwIf: return try parseIf()
    case .kwWhile: return try parseWhile()
    case .kwFor: return try parseFor()
    case .kwTry: return try parseTry()
    case .kwWith: return try parseWith()
    default: return try parseDefinition()
    }
  }

  /// `:` and what it opens. `what` and `start` name the statement in messages.
  func parseBlock(_ what: String, _ start: Token) throws(SyntaxError) -> [Statement] {
    guard accept(.colon) else { throw missingColon(what) }
    var body: [Statement] = []
    guard accept(.newline) else {
      switch kind {
      case .kwIf, .kwWhile, .kwFor, .kwTry, .kwWith, .kwDef, .kwClass, .at: throw unexpected()
      case .end: throw error("invalid syntax", token.span, incomplete: true)
      default: try parseSimpleLine(into: &body)
      }
      return body
    }
    guard kind == .indent else {
      if kind == .error { throw unexpected() }
      let line = source.line(of: start.start)
      let place = "expected an indented block after \(what) on line \(line)"
      throw error(place, token.span, kind: .indentation, incomplete: kind == .end || isOnlyDedents)
    }
    advance()
    while kind != .dedent {
      if kind == .end { break }
      if accept(.newline) { continue }
      try parseStatement(into: &body)
    }
    _ = accept(.dedent)
    return body
  }

  /// Whether nothing but closing blocks is left of the text.
  private var isOnlyDedents: Bool {
    var ahead = index
    while tokens[ahead].kind == .dedent { ahead += 1 }
    return tokens[ahead].kind == .end
  }

  private func missingColon(_ what: String) -> SyntaxError {
    let isForced = what == "'else' statement" || what == "'try' statement" || what == "'finally' statement"
    if kind == .newline || isForced && kind != .error && kind != .end { return error("expected ':'", token.span) }
    return unexpected()
  }

  private func parseNested(_ what: String, _ start: Token, isLoop: Bool = false) throws(SyntaxError) -> [Statement] {
    let outer = scope
    scope.blocks += 1
    if isLoop { scope.loops += 1 }
    defer { scope = outer }
    if scope.blocks > Parser.maximumNestedBlocks, flowError == nil {
      flowError = error("too many statically nested blocks", start.span)
    }
    return try parseBlock(what, start)
  }

  private func parseElse() throws(SyntaxError) -> [Statement] {
    let start = token
    guard accept(.kwElse) else { return [] }
    return try parseBlock("'else' statement", start)
  }

  private func parseIf() throws(SyntaxError) -> Statement {
    let start = token
    var branches: [IfBranch] = []
    while kind == .kwIf && branches.isEmpty || kind == .kwElif && !branches.isEmpty {
      let first = token
      advance()
      let condition = try parseNamed()
      let body = try parseBlock("'\(first.kind.rawValue)' statement", first)
      if branches.count >= Int(Parser.maximumHeight) { throw tooDeep(first.span) }
      branches.append(IfBranch(condition: condition, body: body, span: span(from: first, body)))
    }
    let otherwise = try parseElse()
    return Statement(
      .if(branches, otherwise: otherwise), span(from: start, otherwise.isEmpty ? branches.last?.body ?? [] : otherwise))
  }

  /// From a token to the end of a block's last statement.
  private func span(from start: Token, _ body: [Statement]) -> Span {
    Span(Int(start.start), Int(body.last?.span.end ?? previousEnd))
  }

  private func parseWhile() throws(SyntaxError) -> Statement {
    let start = token
    advance()
    let condition = try parseNamed()
    let body = try parseNested("'while' statement", start, isLoop: true)
    let otherwise = try parseElse()
    return Statement(
      .while(condition, body: body, otherwise: otherwise), span(from: start, otherwise.isEmpty ? body : otherwise))
  }

  private func parseFor() throws(SyntaxError) -> Statement {
    let start = token
    advance()
    let target = try parseForTargets()
    guard accept(.kwIn) else { throw unexpected() }
    let iterable = try parseStarredExpressions()
    noteStarred(iterable)
    let body = try parseNested("'for' statement", start, isLoop: true)
    let otherwise = try parseElse()
    return Statement(
      .for(target: target, iterable: iterable, body: body, otherwise: otherwise),
      span(from: start, otherwise.isEmpty ? body : otherwise))
  }

  private func parseWith() throws(SyntaxError) -> Statement {
    let start = token
    advance()
    let items = try parseWithItems()
    let body = try parseNested("'with' statement", start)
    return Statement(.with(items, body: body), span(from: start, body))
  }

  /// `with (a as b, c as d):` first; if that fails the parenthesis belongs to an expression. The attempt that got further names the mistake.
  private func parseWithItems() throws(SyntaxError) -> [WithItem] {
    let grouped = copy()
    var mistake: SyntaxError?
    if kind == .leftParenthesis {
      do throws(SyntaxError) {
        let items = try grouped.parseParenthesisedItems()
        if grouped.kind == .colon {
          adopt(grouped)
          return items
        }
        mistake = grouped.unexpected()
      } catch {
        mistake = error
      }
    }
    do throws(SyntaxError) {
      var items: [WithItem] = []
      repeat { items.append(try parseWithItem()) } while accept(.comma)
      if let mistake, kind != .colon, grouped.index > index { throw mistake }
      return items
    } catch {
      if let mistake, grouped.index > index || mistake.message != "invalid syntax" { throw mistake }
      throw error
    }
  }

  private func parseParenthesisedItems() throws(SyntaxError) -> [WithItem] {
    advance()
    var items: [WithItem] = []
    repeat {
      if kind == .rightParenthesis { break }
      items.append(try parseWithItem())
    } while accept(.comma)
    try expect(.rightParenthesis)
    return items
  }

  private func parseWithItem() throws(SyntaxError) -> WithItem {
    let context = try parseExpression()
    guard accept(.kwAs) else { return WithItem(context: context, target: nil) }
    return WithItem(context: context, target: try parseWithTarget())
  }

  private func parseTry() throws(SyntaxError) -> Statement {
    let start = token
    advance()
    let body = try parseNested("'try' statement", start)
    var handlers: [ExceptHandler] = []
    var isStar = false
    while kind == .kwExcept {
      let handler = try parseHandler(isStar: &isStar, isFirst: handlers.isEmpty)
      if let last = handlers.last, last.type == nil, flowError == nil {
        flowError = error("default 'except:' must be last", last.span)
      }
      handlers.append(handler)
    }
    var otherwise: [Statement] = []
    if !handlers.isEmpty { otherwise = try parseElse() }
    var final: [Statement] = []
    let finallyStart = token
    if accept(.kwFinally) { final = try parseNested("'finally' statement", finallyStart) }
    if handlers.isEmpty, final.isEmpty {
      if kind == .error { throw unexpected() }
      throw error("expected 'except' or 'finally' block", token.span, incomplete: kind == .end || isOnlyDedents)
    }
    let last = [final, otherwise, handlers.last?.body ?? []].first { !$0.isEmpty } ?? []
    return Statement(
      .try(body: body, handlers: handlers, otherwise: otherwise, finally: final, isStar: isStar), span(from: start, last))
  }

  private func parseHandler(isStar: inout Bool, isFirst: Bool) throws(SyntaxError) -> ExceptHandler {
    let start = token
    advance()
    let star = accept(.star)
    if !isFirst, star != isStar { throw error("cannot have both 'except' and 'except*' on the same 'try'", span(from: start)) }
    isStar = star
    var type: Expression?
    var name: String?
    if kind == .colon {
      if star { throw error("expected one or more exception types", token.span) }
    } else if kind == .newline {
      if star { throw error("expected one or more exception types", token.span) }
      throw error("expected ':'", token.span)
    } else {
      let value = try parseExpression()
      type = value
      if kind == .comma {
        let ahead = copy()
        var isList = false
        while ahead.accept(.comma), (try? ahead.parseExpression()) != nil { isList = true }
        if isList { throw error("multiple exception types must be parenthesized", ahead.span(from: value)) }
      }
      if accept(.kwAs) { name = try expectName().0 }
    }
    let body = try parseNested(star ? "'except*' statement" : "'except' statement", start)
    return ExceptHandler(type: type, name: name, body: body, span: span(from: start, body))
  }

  // MARK: Definitions

  private func parseDefinition() throws(SyntaxError) -> Statement {
    var decorators: [Expression] = []
    while accept(.at) {
      decorators.append(try parseNamed())
      guard accept(.newline) else { throw unexpected() }
    }
    switch kind {
    case .kwDef: return try parseFunction(decorators)
    case .kwClass: return try parseClass(decorators)
    default: throw unexpected()
    }
  }

  private func parseFunction(_ decorators: [Expression]) throws(SyntaxError) -> Statement {
    let start = token
    advance()
    let (name, nameSpan) = try expectName()
    guard kind == .leftParenthesis else { throw error("expected '('", token.span) }
    advance()
    let parameters = try parseParameters(isLambda: false)
    try expect(.rightParenthesis)
    var returns: Expression?
    if kind == .arrow {
      let arrow = token
      advance()
      if kind == .colon { throw error("expected ':'", arrow.span) }
      returns = try parseExpression()
    }
    guard kind == .colon else { throw kind == .error || kind == .end ? unexpected() : error("expected ':'", token.span) }
    let outer = scope
    scope = Scope()
    scope.isFunction = true
    defer { scope = outer }
    let body = try parseBlock("function definition", start)
    return Statement(
      .function(
        FunctionDefinition(
          name: name, nameSpan: nameSpan, parameters: parameters, returns: returns, decorators: decorators, body: body)),
      span(from: start, body))
  }

  private func parseClass(_ decorators: [Expression]) throws(SyntaxError) -> Statement {
    let start = token
    advance()
    let (name, nameSpan) = try expectName()
    var arguments: [Argument] = []
    if kind == .leftParenthesis { arguments = try parseArguments() }
    guard kind == .colon else { throw missingColon("class definition") }
    let outer = scope
    scope = Scope()
    scope.isClass = true
    defer { scope = outer }
    let body = try parseBlock("class definition", start)
    return Statement(
      .class(ClassDefinition(name: name, nameSpan: nameSpan, arguments: arguments, decorators: decorators, body: body)),
      span(from: start, body))
  }

  // MARK: Parameters

  /// Parameters up to, and without, the closing `)` of a definition or `:` of a lambda.
  func parseParameters(isLambda: Bool) throws(SyntaxError) -> [Parameter] {
    let end: Token.Kind = isLambda ? .colon : .rightParenthesis
    var parameters: [Parameter] = []
    var hasSlash = false
    var hasStar = false
    var hasDefault = false
    while kind != end {
      let start = token
      switch kind {
      case .slash:
        if hasSlash { throw error("/ may appear only once", start.span) }
        if hasStar { throw error("/ must be ahead of *", start.span) }
        if parameters.isEmpty { throw unexpected() }
        hasSlash = true
        advance()
        for index in parameters.indices { parameters[index].kind = .positionalOnly }
      case .star:
        if hasStar { throw error("* argument may appear only once", start.span) }
        hasStar = true
        advance()
        if kind == .name {
          parameters.append(try parseParameter(.varPositional, start, isLambda))
          if kind == .equal { throw error("var-positional argument cannot have default value", token.span) }
        } else {
          try checkBareStar(isLambda ? token : start, end)
        }
      case .doubleStar:
        advance()
        parameters.append(try parseParameter(.varKeyword, start, isLambda))
        if kind == .equal { throw error("var-keyword argument cannot have default value", token.span) }
        if accept(.comma), kind != end {
          if kind == .name || kind == .star || kind == .doubleStar || kind == .slash {
            throw error("arguments cannot follow var-keyword argument", token.span)
          }
          throw unexpected()
        }
        guard kind == end else { throw unexpected() }
        continue
      default:
        var parameter = try parseParameter(hasStar ? .keywordOnly : .standard, start, isLambda)
        if accept(.equal) {
          if kind == end || kind == .comma { throw error("expected default value expression", tokens[index - 1].span) }
          parameter.defaultValue = try parseExpression()
          parameter.span = span(from: start)
          hasDefault = hasDefault || !hasStar
        } else if hasDefault, !hasStar {
          throw error("non-default argument follows default argument", parameter.span)
        }
        parameters.append(parameter)
      }
      if !accept(.comma) { break }
    }
    guard kind == end else { throw unexpected() }
    checkDuplicates(parameters)
    return parameters
  }

  /// `*` alone must be followed by a parameter.
  private func checkBareStar(_ star: Token, _ end: Token.Kind) throws(SyntaxError) {
    let endsHere = kind == end
    let commaThenEnd = kind == .comma && (nextKind == end || nextKind == .doubleStar)
    if endsHere || commaThenEnd { throw error("named arguments must follow bare *", star.span) }
    if kind != .comma { throw unexpected() }
  }

  private func parseParameter(
    _ parameterKind: Parameter.Kind, _ start: Token, _ isLambda: Bool
  ) throws(SyntaxError) -> Parameter {
    if kind == .leftParenthesis {
      let ahead = copy()
      ahead.advance()
      while ahead.kind == .name {
        ahead.advance()
        if !ahead.accept(.comma) { break }
      }
      if ahead.accept(.rightParenthesis), tokens[index + 1].kind == .name {
        throw error(
          isLambda ? "Lambda expression parameters cannot be parenthesized" : "Function parameters cannot be parenthesized",
          Span(Int(token.start), Int(ahead.previousEnd)))
      }
    }
    let (name, _) = try expectName()
    var annotation: Expression?
    if !isLambda, accept(.colon) {
      annotation = kind == .star && parameterKind == .varPositional ? try parseStar() : try parseExpression()
    }
    return Parameter(kind: parameterKind, name: name, annotation: annotation, defaultValue: nil, span: span(from: start))
  }

  private func checkDuplicates(_ parameters: [Parameter]) {
    guard parameters.count > 1, scopeError == nil else { return }
    var seen: Set<String> = []
    for parameter in parameters where !seen.insert(parameter.name).inserted {
      scopeError = error("duplicate argument '\(parameter.name)' in function definition", parameter.span)
      return
    }
  }
}
