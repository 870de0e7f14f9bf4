// Grammar, in the order of the functions that parse it. `?` optional, `*` repeated, `,*` comma-separated with an optional last comma.
//
//   file          = statement*
//   statement     = simple (";" simple)* ";"? NEWLINE | compound
//   block         = ":" (NEWLINE INDENT statement+ DEDENT | simple (";" simple)* ";"? NEWLINE)
//   compound      = "if" named block ("elif" named block)* ("else" block)? | "while" named block ("else" block)?
//                 | "for" targets "in" starred,* block ("else" block)? | "with" (item,* | "(" item,* ")") block
//                 | "try" block (except+ ("else" block)? ("finally" block)? | "finally" block)
//                 | ("@" named NEWLINE)* ("def" NAME "(" parameters ")" ("->" expression)? block
//                                        | "class" NAME ("(" arguments ")")? block)
//   except        = "except" "*"? (expression ("as" NAME)?)? block
//   item          = expression ("as" target)?
//   simple        = starred,* (("=" (yield | starred,*))* | augmented (yield | starred,*) | ":" expression ("=" …)?) | "pass"
//                 | "break" | "continue" | "return" starred,*? | "raise" (expression ("from" expression)?)? | "del" target,*
//                 | "assert" expression ("," expression)? | ("global" | "nonlocal") NAME,* | import | yield
//   import        = "import" (dotted ("as" NAME)?),* | "from" "."* dotted? "import" ("*" | names | "(" names ")")
//   starred       = "*" binary | expression
//   named         = NAME ":=" expression | expression
//   expression    = "lambda" parameters ":" expression | or ("if" or "else" expression)?
//   or            = and ("or" and)*        and = not ("and" not)*        not = "not" not | comparison
//   comparison    = binary (("==" | "!=" | "<" | "<=" | ">" | ">=" | "in" | "not" "in" | "is" | "is" "not") binary)*
//   binary        = by precedence: "|"  "^"  "&"  "<< >>"  "+ -"  "* / // % @", all to the left, over unary
//   unary         = ("+" | "-" | "~") unary | primary ("**" unary)?
//   primary       = atom ("." NAME | "(" arguments ")" | "[" indices "]")*
//   atom          = NAME | NUMBER | STRING+ | "True" | "False" | "None" | "..." | "(" … ")" | "[" … "]" | "{" … "}"
//   clauses       = ("for" targets "in" or ("if" or)*)+

/// Turns source text into a tree.
///
/// A recursive descent over the tokens of the whole text, without backtracking except for `with (`. Where a text cannot be continued, the
/// mistake is named at that place as CPython names it. Depth is bounded twice: brackets by the lexer, everything else by
/// `maximumDepth` while descending and `maximumHeight` of the finished tree.
package final class Parser {
  /// What a text is expected to be.
  package enum Mode {
    /// A whole file: statements.
    case file
    /// A notebook cell or prompt entry: statements; the caller echoes the last expression.
    case cell
    /// One expression, as `eval` takes it: leading blanks are skipped, line breaks around it are allowed.
    case expression
  }

  /// The greatest height of an expression; later stages may recurse this deep.
  package static let maximumHeight: Int32 = 2900
  /// The deepest recursion of the parser itself.
  static let maximumDepth = 1000

  let source: SourceFile
  var tokens: [Token]
  var index = 0
  var depth = 0
  let room: StackRoom
  /// `maximumHeight`, or what the stack allows to be released again.
  let heightLimit: Int32
  /// What the lexer could not read; thrown when the parser arrives there.
  let lexerError: SyntaxError?
  /// Offsets of brackets that nothing closes.
  let unclosed: [Int32]
  /// Put before messages about the inside of an f-string.
  var messagePrefix = ""
  var scope = Scope()
  /// The first mistake that the grammar allows but the language does not; reported if nothing worse follows.
  var scopeError: SyntaxError?
  /// The characters that names in `\N{…}` were found to mean.
  var characterNames: [String: UInt32] = [:]
  var flowError: SyntaxError?

  /// Parses a source text.
  package static func parse(_ source: SourceFile, mode: Mode = .file) throws(SyntaxError) -> Module {
    try checkEncoding(source)
    var lexer: Lexer
    switch mode {
    case .file, .cell: lexer = Lexer(source)
    case .expression:
      let start = source.bytes.firstIndex { $0 != 32 && $0 != 9 } ?? source.bytes.count
      lexer = Lexer(source)
      lexer.position = max(lexer.position, start)
    }
    lexer.lexAll()
    let parser = Parser(source, lexer)
    do throws(SyntaxError) {
      let body = mode == .expression ? [try parser.parseEvalInput()] : try parser.parseFile()
      if let error = parser.scopeError ?? parser.flowError { throw error }
      return Module(source: source, body: body)
    } catch {
      // Characters that make no token are reported whatever else is wrong, unless the text before them starts a block for no reason.
      if let mistake = lexer.error, !lexer.errorWaitsForParser, !error.isAboutStray { throw mistake }
      throw parser.preferringUnclosedBracket(error)
    }
  }

  init(_ source: SourceFile, _ lexer: Lexer, _ room: StackRoom = StackRoom()) {
    self.source = source
    self.room = room
    // Releasing a node takes four frames, in all less than half a kilobyte.
    heightLimit = Int32(min(Int(Parser.maximumHeight), room.bytes / 1024))
    tokens = lexer.tokens
    lexerError = lexer.error
    unclosed = lexer.brackets
  }

  /// The same place, for looking ahead: a few words, because bracket nesting multiplies whatever stands in a frame.
  func copy() -> Parser { Parser(copying: self) }

  private init(copying other: Parser) {
    source = other.source
    tokens = other.tokens
    index = other.index
    depth = other.depth
    room = other.room
    heightLimit = other.heightLimit
    lexerError = other.lexerError
    unclosed = other.unclosed
    messagePrefix = other.messagePrefix
    scope = other.scope
    scopeError = other.scopeError
    flowError = other.flowError
  }

  /// Goes on where a parser that looked ahead stands.
  func adopt(_ other: Parser) {
    index = other.index
    scopeError = other.scopeError
    flowError = other.flowError
  }

  // MARK: Tokens

  var token: Token { tokens[index] }
  var kind: Token.Kind { tokens[index].kind }
  /// The token after the current one.
  var nextKind: Token.Kind { index + 1 < tokens.count ? tokens[index + 1].kind : .end }
  /// Where the last consumed token ends.
  var previousEnd: Int32 { index > 0 ? tokens[index - 1].end : 0 }

  func advance() {
    if index + 1 < tokens.count { index += 1 }
  }

  func accept(_ wanted: Token.Kind) -> Bool {
    guard kind == wanted else { return false }
    advance()
    return true
  }

  func expect(_ wanted: Token.Kind) throws(SyntaxError) {
    guard accept(wanted) else { throw unexpected() }
  }

  func text(_ token: Token) -> String { source.text(of: token.span) }

  /// From a token to the last one consumed.
  func span(from start: Token) -> Span { Span(Int(start.start), Int(previousEnd)) }

  /// From an expression, without parentheses around it, to the last token consumed.
  func span(from start: Expression) -> Span { Span(Int(start.span.start), Int(previousEnd)) }

  func expectName() throws(SyntaxError) -> (String, Span) {
    guard kind == .name else { throw unexpected() }
    let result = (text(token), token.span)
    advance()
    return result
  }

  // MARK: Mistakes

  func error(_ message: String, _ span: Span, kind: SyntaxError.Kind = .syntax, incomplete: Bool = false) -> SyntaxError {
    SyntaxError(messagePrefix + message, span, in: source, kind: kind, isIncomplete: incomplete)
  }

  /// The current token cannot stand here.
  func unexpected() -> SyntaxError {
    switch kind {
    case .error: return lexerError ?? error("invalid syntax", token.span)
    case .indent:
      // CPython points at the last blank.
      return error("unexpected indent", Span(max(Int(token.end) - 1, 0), Int(token.end)), kind: .indentation)
    case .dedent: return error("unexpected unindent", token.span, kind: .indentation)
    case .end:
      if let open = unclosed.last { return neverClosed(open, incomplete: true) }
      return error("invalid syntax", token.span, incomplete: true)
    case .kwAsync, .kwAwait: return refusal(of: token, opensBlock: kind == .kwAsync && startsLine)
    case .kwNot where index > 0 && endsExpression(tokens[index - 1].kind) && nextKind != .error:
      // `not` may follow an expression if `in` follows it.
      return error("invalid syntax", tokens[min(index + 1, tokens.count - 1)].span)
    default: return error("invalid syntax", token.span)
    }
  }

  /// The language lacks the statement that starts here.
  func refusal(of keyword: Token, opensBlock: Bool) -> SyntaxError {
    var refusal = error("'\(text(keyword))' is not supported", keyword.span)
    refusal.opensBlock = opensBlock
    return refusal
  }

  /// Whether a statement starts here.
  private var startsLine: Bool {
    guard index > 0 else { return true }
    switch tokens[index - 1].kind {
    case .newline, .indent, .dedent: return true
    default: return false
    }
  }

  private func endsExpression(_ kind: Token.Kind) -> Bool {
    switch kind {
    case .name, .number, .string, .rightParenthesis, .rightBracket, .rightBrace, .kwNone, .kwTrue, .kwFalse, .ellipsis:
      return true
    default: return false
    }
  }

  private func neverClosed(_ open: Int32, incomplete: Bool) -> SyntaxError {
    let bracket = String(Unicode.Scalar(source.bytes[Int(open)]))
    return error("'\(bracket)' was never closed", Span(Int(open), Int(open) + 1), incomplete: incomplete)
  }

  /// A bracket left open on an earlier line explains a mistake better than the place where the text stopped making sense.
  private func preferringUnclosedBracket(_ error: SyntaxError) -> SyntaxError {
    guard let open = unclosed.last, lexerError == nil, !error.isIncomplete, error.kind != .recursion else { return error }
    guard source.line(of: token.start) > source.line(of: open) else { return error }
    return neverClosed(open, incomplete: false)
  }

  func enter() throws(SyntaxError) {
    depth += 1
    if depth > Parser.maximumDepth || room.isNearlyUsed { throw tooDeep(token.span) }
  }

  func tooDeep(_ span: Span) -> SyntaxError {
    error("maximum recursion depth exceeded during compilation", span, kind: .recursion)
  }

  private static func checkEncoding(_ source: SourceFile) throws(SyntaxError) {
    if source.bytes.count >= Int(Int32.max) { throw SyntaxError("source is too large", Span(0, 0), in: source) }
    if let zero = source.bytes.firstIndex(of: 0) {
      throw SyntaxError("source code cannot contain null bytes", Span(zero, zero + 1), in: source)
    }
    if let offset = firstInvalidUTF8(source.bytes) {
      let line = source.line(of: Int32(truncatingIfNeeded: offset))
      let digits = String(source.bytes[offset], radix: 16)
      throw SyntaxError(
        "Non-UTF-8 code starting with '\\x\(digits)' in file \(source.name) on line \(line), but no encoding declared; "
          + "see https://peps.python.org/pep-0263/ for details", Span(offset, offset + 1), in: source)
    }
  }

  private static func firstInvalidUTF8(_ bytes: [UInt8]) -> Int? {
    if !bytes.contains(where: { $0 >= 128 }) { return nil }
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput: return nil
      case .error: return offset
      }
    }
  }
}

extension SyntaxError {
  /// Whether it is about blanks at the start of a line that open or close no block.
  fileprivate var isAboutStray: Bool { message == "unexpected indent" || message == "unexpected unindent" }
}

extension Parser {
  /// What surrounds the statement being parsed, for the rules that the grammar does not express.
  struct Scope {
    var isFunction = false
    var isClass = false
    var loops = 0
    /// Loops, `try` and `with` around this place, in this function.
    var blocks = 0
  }

  /// Makes an expression node, unless the tree becomes too high.
  func node(_ kind: Expression.Kind, _ span: Span) throws(SyntaxError) -> Expression {
    let height = kind.childHeight + 1
    if height > heightLimit { throw tooDeep(span) }
    return Expression(kind, span, height: height)
  }
}

extension Expression.Kind {
  /// The height of the highest child.
  var childHeight: Int32 {
    switch self {
    case .constant, .name: return 0
    case .formatted(let parts): return Self.height(parts)
    case .tuple(let elements), .list(let elements), .set(let elements), .boolean(_, let elements):
      return elements.reduce(0) { max($0, $1.height) }
    case .dict(let items): return items.reduce(0) { max($0, $1.key?.height ?? 0, $1.value.height) }
    case .unary(_, let operand), .starred(let operand), .walrus(_, let operand), .attribute(let operand, _),
      .yieldFrom(let operand):
      return operand.height
    case .binary(_, let lhs, let rhs), .subscript(let lhs, let rhs): return max(lhs.height, rhs.height)
    case .compare(let first, let rest): return rest.reduce(first.height) { max($0, $1.rhs.height) }
    case .call(let callee, let arguments): return arguments.reduce(callee.height) { max($0, $1.value.height) }
    case .slice(let lower, let upper, let step):
      return max(lower?.height ?? 0, upper?.height ?? 0, step?.height ?? 0)
    case .conditional(let condition, let then, let otherwise): return max(condition.height, then.height, otherwise.height)
    case .lambda(let parameters, let body): return parameters.reduce(body.height) { max($0, $1.defaultValue?.height ?? 0) }
    case .comprehension(_, let element, let clauses): return max(element.height, Self.height(clauses))
    case .dictComprehension(let key, let value, let clauses): return max(key.height, value.height, Self.height(clauses))
    case .yield(let value): return value?.height ?? 0
    }
  }

  private static func height(_ parts: [FormattedPart]) -> Int32 {
    var result: Int32 = 0
    for part in parts {
      if case .value(let value, _, let spec) = part { result = max(result, value.height, height(spec)) }
    }
    return result
  }

  private static func height(_ clauses: [ComprehensionClause]) -> Int32 {
    var result: Int32 = 0
    for clause in clauses {
      result = max(result, clause.target.height, clause.iterable.height)
      for condition in clause.conditions { result = max(result, condition.height) }
    }
    return result
  }
}
