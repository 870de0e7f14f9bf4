// f-strings. As in CPython 3.11 the text is cut first, without regard to the grammar of the expressions in it; each expression is then
// parsed as if it stood in parentheses. Unlike there, positions are those in the file.

extension Parser {
  func parseFormatted(_ string: StringToken) throws(SyntaxError) -> [FormattedPart] {
    var index = string.content.lowerBound
    return try parseParts(&index, string.content.upperBound, string, level: 0)
  }

  /// Parts up to the end, or inside a format spec up to its closing brace.
  private func parseParts(
    _ index: inout Int, _ end: Int, _ string: StringToken, level: Int
  ) throws(SyntaxError) -> [FormattedPart] {
    var parts: [FormattedPart] = []
    var literalStart = index
    while index < end {
      let byte = source.bytes[index]
      if byte == 92, !string.isRaw, index + 1 < end {
        index += 2
        // `\N{…}` keeps its braces.
        if source.bytes[index - 1] == 78, index < end, source.bytes[index] == 123 {
          while index < end, source.bytes[index] != 125 { index += 1 }
          if index < end { index += 1 }
        }
      } else if byte == 123 {
        if level == 0, index + 1 < end, source.bytes[index + 1] == 123 {
          FormattedPart.append(.literal(try decodeText(literalStart..<(index + 1), string)), to: &parts)
          index += 2
        } else {
          FormattedPart.append(.literal(try decodeText(literalStart..<index, string)), to: &parts)
          try parseReplacement(&index, end, string, level, &parts)
        }
        literalStart = index
      } else if byte == 125 {
        if level > 0 { break }
        guard index + 1 < end, source.bytes[index + 1] == 125 else { throw fail("single '}' is not allowed", string) }
        FormattedPart.append(.literal(try decodeText(literalStart..<(index + 1), string)), to: &parts)
        index += 2
        literalStart = index
      } else {
        index += 1
      }
    }
    index = min(index, end)
    FormattedPart.append(.literal(try decodeText(literalStart..<index, string)), to: &parts)
    return parts
  }

  private func fail(_ message: String, _ string: StringToken) -> SyntaxError {
    error("f-string: " + message, token.span)
  }

  /// More than this no code could hold: each part needs a register.
  private static let maximumParts = 65_536

  /// `{expression=!conversion:spec}`.
  private func parseReplacement(
    _ index: inout Int, _ end: Int, _ string: StringToken, _ level: Int, _ parts: inout [FormattedPart]
  ) throws(SyntaxError) {
    if level >= 2 { throw fail("expressions nested too deeply", string) }
    if parts.count > Parser.maximumParts { throw fail("too many expressions", string) }
    index += 1
    let start = index
    index = try expressionEnd(start, end, string)
    let expressionRange = start..<index
    if index >= end { throw fail("expecting '}'", string) }
    let value = try parseInner(expressionRange, string)
    var selfText: String?
    if source.bytes[index] == 61 {
      index += 1
      while index < end, Parser.isBlank(source.bytes[index]) { index += 1 }
      selfText = String(decoding: source.bytes[start..<index], as: UTF8.self)
      if index >= end { throw fail("expecting '}'", string) }
    }
    var conversion: FormattedPart.Conversion?
    if source.bytes[index] == 33 {
      let letter = index + 1 < end ? source.bytes[index + 1] : 0
      switch letter {
      case 115: conversion = .str
      case 114: conversion = .repr
      case 97: conversion = .ascii
      case 0: throw fail("expecting '}'", string)
      default: throw fail("invalid conversion character: expected 's', 'r', or 'a'", string)
      }
      index += 2
      if index >= end { throw fail("expecting '}'", string) }
    }
    var spec: [FormattedPart] = []
    var hasSpec = false
    if source.bytes[index] == 58 {
      index += 1
      hasSpec = true
      spec = try parseParts(&index, end, string, level: level + 1)
    }
    guard index < end, source.bytes[index] == 125 else { throw fail("expecting '}'", string) }
    index += 1
    if let selfText {
      FormattedPart.append(.literal(selfText), to: &parts)
      if conversion == nil, !hasSpec { conversion = .repr }
    }
    parts.append(.value(value, conversion: conversion ?? .none, spec: spec))
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte >= 9 && byte <= 13 }

  /// Where an expression ends: at `!`, `:`, `=` or `}` outside of brackets and quotes.
  private func expressionEnd(_ start: Int, _ end: Int, _ string: StringToken) throws(SyntaxError) -> Int {
    var index = start
    var quote: UInt8 = 0
    var isTriple = false
    var open: [UInt8] = []
    while index < end {
      let byte = source.bytes[index]
      let next: UInt8 = index + 1 < end ? source.bytes[index + 1] : 0
      if byte == 92 { throw error("f-string expression part cannot include a backslash", token.span) }
      if quote != 0 {
        if byte == quote {
          if !isTriple {
            quote = 0
          } else if next == quote, index + 2 < end, source.bytes[index + 2] == quote {
            index += 2
            quote = 0
          }
        }
        index += 1
        continue
      }
      switch byte {
      case 34, 39:
        quote = byte
        isTriple = next == byte && index + 2 < end && source.bytes[index + 2] == byte
        if isTriple { index += 2 }
      case 91, 123, 40:
        if open.count >= 200 { throw fail("too many nested parenthesis", string) }
        open.append(byte)
      case 35: throw error("f-string expression part cannot include '#'", token.span)
      case 33 where open.isEmpty, 58 where open.isEmpty, 125 where open.isEmpty, 61 where open.isEmpty,
        60 where open.isEmpty, 62 where open.isEmpty:
        if byte == 33 || byte == 61 || byte == 60 || byte == 62, next == 61 {
          index += 2
          continue
        }
        if byte == 60 || byte == 62 { break }
        return index
      case 93, 125, 41:
        let shown = String(Unicode.Scalar(byte))
        guard let opener = open.popLast() else { throw fail("unmatched '\(shown)'", string) }
        if !(opener == 40 && byte == 41 || opener == 91 && byte == 93 || opener == 123 && byte == 125) {
          let spelled = String(Unicode.Scalar(opener))
          throw fail("closing parenthesis '\(shown)' does not match opening parenthesis '\(spelled)'", string)
        }
      default: break
      }
      index += 1
    }
    if quote != 0 { throw fail("unterminated string", string) }
    if let opener = open.last { throw fail("unmatched '\(String(Unicode.Scalar(opener)))'", string) }
    return index
  }

  /// The node of a range that holds nothing but a short ASCII name, as most do: those need no lexer.
  private func plainName(_ range: Range<Int>) -> Expression? {
    guard range.count <= 24 else { return nil }
    for index in range {
      let byte = source.bytes[index]
      let isLetter = byte | 32 >= 97 && byte | 32 <= 122 || byte == 95
      guard isLetter || byte >= 48 && byte <= 57 && index > range.lowerBound else { return nil }
    }
    if range.count <= 8, Token.Kind.keywords[Token.Kind.packed(source.bytes[range])] != nil { return nil }
    let text = String(decoding: source.bytes[range], as: UTF8.self)
    return Expression(.name(text), Span(range.lowerBound, range.upperBound), height: 1)
  }

  /// Parses the expression in a range of the source.
  private func parseInner(_ range: Range<Int>, _ string: StringToken) throws(SyntaxError) -> Expression {
    if source.bytes[range].allSatisfy(Parser.isBlank) { throw fail("empty expression not allowed", string) }
    if let name = plainName(range) { return name }
    try enter()
    defer { depth -= 1 }
    var lexer = Lexer(source, range: range)
    lexer.lexAll()
    if let error = lexer.error {
      var prefixed = error
      prefixed.message = "f-string: " + error.message
      prefixed.isIncomplete = false
      throw prefixed
    }
    let inner = Parser(source, lexer, room)
    inner.messagePrefix = "f-string: "
    inner.scope = scope
    inner.depth = depth
    let start = inner.token
    let value: Expression
    do {
      value = try inner.parseReplacementValue(start)
    } catch {
      var complete = error
      complete.isIncomplete = false
      throw complete
    }
    if flowError == nil { flowError = inner.flowError }
    if scopeError == nil { scopeError = inner.scopeError }
    return value
  }

  private func parseReplacementValue(_ start: Token) throws(SyntaxError) -> Expression {
    if kind == .kwYield {
      let value = try parseYield()
      guard kind == .end else { throw unexpected() }
      return value
    }
    let first = try parseStarredNamed()
    var value = first
    if case .starred = first.kind, kind == .end { throw error("cannot use starred expression here", first.span) }
    if kind == .comma {
      var elements = [first]
      while accept(.comma), kind != .end { elements.append(try parseStarredNamed()) }
      value = try node(.tuple(elements), span(from: start))
    } else if kind == .kwFor {
      let clauses = try parseClauses()
      value = try node(.comprehension(.generator, first, clauses), span(from: start))
    }
    guard kind == .end else { throw unexpectedAfterExpression(from: first) }
    return value
  }
}
