// Atoms, brackets, calls, subscripts and comprehensions.

extension Parser {
  func parsePrimary() throws(SyntaxError) -> Expression {
    let start = token
    var value = try parseAtom()
    while true {
      switch kind {
      case .dot:
        advance()
        let (name, _) = try expectName()
        value = try node(.attribute(value, name), span(from: start))
      case .leftParenthesis:
        let arguments = try parseArguments()
        value = try node(.call(value, arguments), span(from: start))
      case .leftBracket:
        advance()
        let index = try parseIndex()
        guard accept(.rightBracket) else { throw unexpected() }
        value = try node(.subscript(value, index), span(from: start))
      default: return value
      }
    }
  }

  private func parseAtom() throws(SyntaxError) -> Expression {
    let start = token
    switch start.kind {
    case .name:
      advance()
      return try node(.name(text(start)), start.span)
    case .number:
      advance()
      return try node(.constant(try numberValue(start)), start.span)
    case .string: return try parseStrings()
    case .kwNone:
      advance()
      return try node(.constant(.none), start.span)
    case .kwTrue:
      advance()
      return try node(.constant(.bool(true)), start.span)
    case .kwFalse:
      advance()
      return try node(.constant(.bool(false)), start.span)
    case .ellipsis:
      advance()
      return try node(.constant(.ellipsis), start.span)
    case .leftParenthesis: return try parseParenthesised()
    case .leftBracket: return try parseListDisplay()
    case .leftBrace: return try parseBraces()
    default: throw unexpected()
    }
  }

  private func parseParenthesised() throws(SyntaxError) -> Expression {
    let start = token
    advance()
    if accept(.rightParenthesis) { return try node(.tuple([]), span(from: start)) }
    if kind == .kwYield {
      let value = try parseYield()
      try expect(.rightParenthesis)
      return try node(value.kind, value.span)
    }
    if kind == .doubleStar {
      let ahead = copy()
      ahead.advance()
      let operator_ = token.span
      if (try? ahead.parseExpression()) != nil, ahead.kind == .rightParenthesis {
        throw error("cannot use double starred expression here", operator_)
      }
      throw unexpected()
    }
    let first = try parseStarredNamed()
    if kind == .kwFor {
      try refuseUnpacking(first)
      let clauses = try parseClauses()
      try expect(.rightParenthesis)
      return try node(.comprehension(.generator, first, clauses), span(from: start))
    }
    if kind == .comma {
      var elements = [first]
      while accept(.comma), kind != .rightParenthesis { elements.append(try parseStarredNamed()) }
      guard accept(.rightParenthesis) else { throw unexpectedAfterElements(elements, start) }
      return try node(.tuple(elements), span(from: start))
    }
    guard accept(.rightParenthesis) else { throw unexpectedAfterExpression(from: first) }
    if case .starred = first.kind { throw error("cannot use starred expression here", first.span) }
    return first
  }

  private func unexpectedAfterElements(_ elements: [Expression], _ start: Token) -> SyntaxError {
    if kind == .kwFor, start.kind != .leftParenthesis {
      let inner = Span(Int(elements[0].span.start), Int(elements[elements.count - 1].span.end))
      return error("did you forget parentheses around the comprehension target?", inner)
    }
    return unexpected()
  }

  private func refuseUnpacking(_ element: Expression) throws(SyntaxError) {
    if case .starred = element.kind { throw error("iterable unpacking cannot be used in comprehension", element.span) }
  }

  private func parseListDisplay() throws(SyntaxError) -> Expression {
    let start = token
    advance()
    if accept(.rightBracket) { return try node(.list([]), span(from: start)) }
    let first = try parseStarredNamed()
    if kind == .kwFor {
      try refuseUnpacking(first)
      let clauses = try parseClauses()
      try expect(.rightBracket)
      return try node(.comprehension(.list, first, clauses), span(from: start))
    }
    var elements = [first]
    while accept(.comma), kind != .rightBracket { elements.append(try parseStarredNamed()) }
    guard accept(.rightBracket) else { throw unexpectedAfterElements(elements, start) }
    return try node(.list(elements), span(from: start))
  }

  private func parseBraces() throws(SyntaxError) -> Expression {
    let start = token
    advance()
    if accept(.rightBrace) { return try node(.dict([]), span(from: start)) }
    if kind == .doubleStar { return try parseDictRest([], start) }
    let first = try parseStarredNamed()
    if kind == .colon {
      if case .starred = first.kind { throw unexpected() }
      advance()
      let value = try parseDictValue()
      if kind == .kwFor {
        let clauses = try parseClauses()
        try expect(.rightBrace)
        return try node(.dictComprehension(key: first, value: value, clauses), span(from: start))
      }
      return try parseDictRest([DictItem(key: first, value: value)], start)
    }
    if kind == .kwFor {
      try refuseUnpacking(first)
      let clauses = try parseClauses()
      try expect(.rightBrace)
      return try node(.comprehension(.set, first, clauses), span(from: start))
    }
    var elements = [first]
    while accept(.comma), kind != .rightBrace { elements.append(try parseStarredNamed()) }
    guard accept(.rightBrace) else { throw unexpectedAfterElements(elements, start) }
    return try node(.set(elements), span(from: start))
  }

  private func parseDictValue() throws(SyntaxError) -> Expression {
    switch kind {
    case .rightBrace, .comma: throw error("expression expected after dictionary key and ':'", tokens[index - 1].span)
    case .star:
      let starred = try parseStar()
      throw error("cannot use a starred expression in a dictionary value", starred.span)
    default: return try parseExpression()
    }
  }

  /// The items of a dict display after the first, or all of them when it starts with `**`.
  private func parseDictRest(_ first: [DictItem], _ start: Token) throws(SyntaxError) -> Expression {
    var items = first
    while items.isEmpty || kind == .comma {
      if !items.isEmpty { advance() }
      if kind == .rightBrace { break }
      if kind == .doubleStar {
        let stars = token
        advance()
        let value = try parseBinary(0)
        if kind == .kwFor { throw error("dict unpacking cannot be used in dict comprehension", stars.span) }
        items.append(DictItem(key: nil, value: value))
        continue
      }
      let key = try parseExpression(checksComma: false)
      guard kind == .colon else {
        if kind == .error || kind == .end { throw unexpected() }
        throw error("':' expected after dictionary key", Span(Int(previousEnd) - 1, Int(previousEnd)))
      }
      advance()
      items.append(DictItem(key: key, value: try parseDictValue()))
    }
    guard accept(.rightBrace) else { throw unexpected() }
    return try node(.dict(items), span(from: start))
  }

  /// `for … in … if …`, at least once.
  func parseClauses() throws(SyntaxError) -> [ComprehensionClause] {
    var clauses: [ComprehensionClause] = []
    while kind == .kwFor {
      advance()
      let start = index
      let target = try parseForTargets()
      guard accept(.kwIn) else {
        if startsExpression(kind), token.depth > 0, let mistake = missingComma(target, start) { throw mistake }
        throw unexpected()
      }
      let iterable = try parseOrWithCommaCheck()
      var conditions: [Expression] = []
      while accept(.kwIf) { conditions.append(try parseOrWithCommaCheck()) }
      clauses.append(ComprehensionClause(target: target, iterable: iterable, conditions: conditions))
    }
    if kind == .kwAsync { throw unexpected() }
    return clauses
  }

  private func parseOrWithCommaCheck() throws(SyntaxError) -> Expression {
    if kind == .kwLambda { throw unexpected() }
    if kind == .name, nextKind == .walrus { throw unexpectedWalrus() }
    return try parseOr()
  }

  private func unexpectedWalrus() -> SyntaxError {
    advance()
    return unexpected()
  }

  // MARK: Subscripts

  private func parseIndex() throws(SyntaxError) -> Expression {
    let start = token
    let first = try parseSlice()
    guard kind == .comma else {
      if case .starred = first.kind { return try node(.tuple([first]), first.span) }
      return first
    }
    var elements = [first]
    while accept(.comma), kind != .rightBracket { elements.append(try parseSlice()) }
    return try node(.tuple(elements), span(from: start))
  }

  private func parseSlice() throws(SyntaxError) -> Expression {
    let start = token
    var lower: Expression?
    if kind != .colon {
      if kind == .star { return try parseStar() }
      let value = try parseNamed()
      guard kind == .colon else { return value }
      lower = value
    }
    try expect(.colon)
    var upper: Expression?
    var step: Expression?
    if kind != .colon, kind != .comma, kind != .rightBracket { upper = try parseExpression() }
    if accept(.colon), kind != .comma, kind != .rightBracket { step = try parseExpression() }
    return try node(.slice(lower, upper, step), span(from: start))
  }

  // MARK: Calls

  /// `( arguments )`, with the rules on their order.
  func parseArguments() throws(SyntaxError) -> [Argument] {
    let open = token
    try expect(.leftParenthesis)
    var arguments: [Argument] = []
    var hasKeyword = false
    var hasDoubleStar = false
    while kind != .rightParenthesis {
      let start = token
      switch kind {
      case .star:
        advance()
        let value = try parseExpression()
        if hasDoubleStar {
          throw error("iterable argument unpacking follows keyword argument unpacking", start.span)
        }
        arguments.append(Argument(kind: .starred, value: value, span: span(from: start)))
      case .doubleStar:
        advance()
        let value = try parseExpression()
        hasDoubleStar = true
        arguments.append(Argument(kind: .doubleStarred, value: value, span: span(from: start)))
      default:
        if let argument = try parseKeywordArgument() {
          hasKeyword = true
          arguments.append(argument)
        } else {
          let value = try parseNamedArgument()
          if kind == .kwFor {
            let argument = try parseGeneratorArgument(value, open, isFirst: arguments.isEmpty)
            arguments.append(argument)
            continue
          }
          if hasDoubleStar {
            throw error("positional argument follows keyword argument unpacking", orderSpan(value, arguments))
          }
          if hasKeyword { throw error("positional argument follows keyword argument", orderSpan(value, arguments)) }
          arguments.append(Argument(kind: .positional, value: value, span: value.span))
        }
      }
      if !accept(.comma) { break }
    }
    guard accept(.rightParenthesis) else {
      if let last = arguments.last { throw unexpectedAfterExpression(from: last.value) }
      throw unexpected()
    }
    return arguments
  }

  /// CPython points at the end of the arguments.
  private func orderSpan(_ value: Expression, _ arguments: [Argument]) -> Span {
    let ahead = copy()
    var last = tokens[index - 1]
    while ahead.kind == .comma {
      ahead.advance()
      if ahead.kind == .rightParenthesis { break }
      let start = ahead.index
      if let argument = try? ahead.parseKeywordArgument() {
        _ = argument
      } else if (try? ahead.parseStarredNamed()) == nil {
        break
      }
      if ahead.index == start { break }
      last = ahead.tokens[ahead.index - 1]
    }
    return ahead.kind == .rightParenthesis ? ahead.token.span : last.span
  }

  private func parseKeywordArgument() throws(SyntaxError) -> Argument? {
    guard nextKind == .equal else { return nil }
    let start = token
    switch kind {
    case .kwTrue, .kwFalse, .kwNone:
      throw error("cannot assign to \(kind.rawValue)", Span(Int(start.start), Int(tokens[index + 1].end)))
    case .name: break
    default: return nil
    }
    advance()
    let equal = token
    advance()
    let value = try parseExpression()
    if kind == .kwFor {
      throw error("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", Span(Int(start.start), Int(equal.end)))
    }
    return Argument(kind: .keyword(text(start)), value: value, span: span(from: start))
  }

  private func parseNamedArgument() throws(SyntaxError) -> Expression {
    if kind == .name, nextKind == .walrus { return try parseNamed() }
    let value = try parseExpression()
    if kind == .equal {
      throw error(
        "expression cannot contain assignment, perhaps you meant \"==\"?", Span(Int(value.span.start), Int(token.end)))
    }
    return value
  }

  /// `f(x for x in y)`: the only argument, or else in parentheses of its own.
  private func parseGeneratorArgument(
    _ element: Expression, _ open: Token, isFirst: Bool
  ) throws(SyntaxError) -> Argument {
    let clauses = try parseClauses()
    let whole = span(from: element)
    let alone = isFirst && kind == .rightParenthesis
    if !alone {
      let ahead = copy()
      let hasMore = ahead.accept(.comma)
      let trailing = hasMore && ahead.kind == .rightParenthesis
      if kind == .comma || kind == .rightParenthesis {
        if !(isFirst && trailing) || isFirst { throw error("Generator expression must be parenthesized", whole) }
      } else {
        throw unexpected()
      }
    }
    let generator = try node(
      .comprehension(.generator, element, clauses), Span(Int(open.start), Int(token.end)))
    return Argument(kind: .positional, value: generator, span: whole)
  }
}
