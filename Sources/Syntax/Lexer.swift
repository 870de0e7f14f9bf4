/// Turns UTF-8 bytes into tokens, with Python's indentation and implicit line joining.
///
/// The whole text is cut before parsing starts. At the first mistake the lexer stops with an `.error` token and keeps the error:
/// most mistakes are then reported whatever the parser thinks of the text before them, as CPython does; those that
/// `errorWaitsForParser` marks only count if the parser gets that far.
package struct Lexer {
  let source: SourceFile
  let limit: Int
  package private(set) var tokens: [Token] = []
  package internal(set) var error: SyntaxError?
  /// Whether an earlier mistake found by the parser takes precedence over `error`.
  var errorWaitsForParser = false

  var position: Int
  var lineStart: Int
  private var indents: [(columns: Int, alternate: Int)] = [(0, 0)]
  /// Offsets of the brackets that are open.
  var brackets: [Int32] = []
  /// Open brackets that belong to the surroundings of the text (an f-string's expression), not to the text itself.
  private let outerDepth: Int

  /// CPython's limits.
  private static let maximumBrackets = 200
  private static let maximumIndents = 100

  /// Prepares to read a whole source.
  package init(_ source: SourceFile) {
    self.source = source
    position = 0
    lineStart = 0
    limit = source.bytes.count
    outerDepth = 0
    if source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      position = 3
      lineStart = 3
    }
  }

  /// Prepares to read an expression inside a source, as if it stood in parentheses.
  init(_ source: SourceFile, range: Range<Int>) {
    self.source = source
    position = range.lowerBound
    lineStart = range.lowerBound
    limit = range.upperBound
    outerDepth = 1
  }

  var isInBrackets: Bool { outerDepth + brackets.count > 0 }

  func byte(_ offset: Int) -> UInt8 { offset < limit ? source.bytes[offset] : 0 }

  mutating func add(_ kind: Token.Kind, _ start: Int, _ end: Int) {
    let depth = UInt8(truncatingIfNeeded: outerDepth + brackets.count)
    tokens.append(Token(kind: kind, depth: depth, start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end)))
  }

  /// Reads the whole text; `tokens` then ends with `.end` or `.error`.
  package mutating func lexAll() {
    tokens.reserveCapacity(limit / 4 + 8)
    if outerDepth == 0 { readIndentation() }
    while error == nil, position < limit { readToken() }
    if error == nil { finish() }
    if error != nil { add(.error, position, position) }
  }

  /// Ends the text as if a line break stood at its end.
  private mutating func finish() {
    if !isInBrackets {
      if let last = tokens.last, last.kind != .newline, last.kind != .dedent { add(.newline, limit, limit) }
      while indents.count > 1 {
        indents.removeLast()
        add(.dedent, limit, limit)
      }
    }
    add(.end, limit, limit)
  }

  // MARK: Mistakes

  /// Records the first mistake; nothing is read after it.
  mutating func fail(
    _ message: String, _ start: Int, _ end: Int, kind: SyntaxError.Kind = .syntax, incomplete: Bool = false, waits: Bool = false
  ) {
    guard error == nil else { return }
    error = SyntaxError(message, Span(start, end), in: source, kind: kind, isIncomplete: incomplete)
    errorWaitsForParser = waits
  }

  /// A mistake noticed after reading up to an offset: CPython points at the byte before it.
  mutating func fail(_ message: String, before offset: Int) { fail(message, max(offset - 1, 0), offset) }

  // MARK: Lines

  /// At the start of a line: measures blanks, skips empty and comment lines, and opens or closes blocks.
  private mutating func readIndentation() {
    while position < limit {
      lineStart = position
      var columns = 0
      var alternate = 0
      scan: while position < limit {
        switch source.bytes[position] {
        case 32:
          columns += 1
          alternate += 1
        case 9:
          columns = (columns / 8 + 1) * 8
          alternate += 1
        case 12:
          columns = 0
          alternate = 0
        default: break scan
        }
        position += 1
      }
      guard position < limit else { return }
      switch source.bytes[position] {
      case 35:
        skipComment()
        if position < limit { skipLineBreak() }
        continue
      case 10, 13:
        skipLineBreak()
        continue
      case 92 where byte(position + 1) == 10 || byte(position + 1) == 13:
        // A line that holds nothing but a continuation: its blanks count, the next line's do not.
        skipContinuation()
        while position < limit, source.bytes[position] == 32 || source.bytes[position] == 9 { position += 1 }
        if position < limit, source.bytes[position] == 10 || source.bytes[position] == 13 {
          skipLineBreak()
          continue
        }
      default: break
      }
      applyIndentation(columns, alternate)
      return
    }
  }

  private mutating func applyIndentation(_ columns: Int, _ alternate: Int) {
    let current = indents[indents.count - 1]
    if columns == current.columns {
      if alternate != current.alternate { failTabs() }
    } else if columns > current.columns {
      if alternate <= current.alternate { return failTabs() }
      if indents.count >= Lexer.maximumIndents {
        return fail("too many levels of indentation", lineStart, position, kind: .indentation, waits: true)
      }
      indents.append((columns, alternate))
      add(.indent, lineStart, position)
    } else {
      while indents.count > 1, columns < indents[indents.count - 1].columns {
        indents.removeLast()
        add(.dedent, position, position)
      }
      if columns != indents[indents.count - 1].columns {
        let end = lineEnd(from: position)
        // CPython points past the end of the line.
        return fail(
          "unindent does not match any outer indentation level", end, end, kind: .indentation, waits: true)
      }
      if alternate != indents[indents.count - 1].alternate { failTabs() }
    }
  }

  private mutating func failTabs() {
    fail("inconsistent use of tabs and spaces in indentation", lineStart, lineStart + 1, kind: .tab, waits: true)
  }

  func lineEnd(from offset: Int) -> Int {
    var end = offset
    while end < limit, source.bytes[end] != 10, source.bytes[end] != 13 { end += 1 }
    return end
  }

  private mutating func skipComment() {
    while position < limit, source.bytes[position] != 10, source.bytes[position] != 13 { position += 1 }
  }

  mutating func skipLineBreak() {
    if source.bytes[position] == 13, byte(position + 1) == 10 { position += 1 }
    position += 1
    lineStart = position
  }

  private mutating func skipContinuation() {
    let backslash = position
    position += 1
    guard position < limit else {
      return fail("unexpected EOF while parsing", position, position, incomplete: true, waits: true)
    }
    guard source.bytes[position] == 10 || source.bytes[position] == 13 else {
      return fail("unexpected character after line continuation character", position, position + 1, waits: true)
    }
    skipLineBreak()
    if position >= limit { fail("unexpected EOF while parsing", backslash + 1, backslash + 2, incomplete: true, waits: true) }
  }

  // MARK: Tokens

  private mutating func readToken() {
    let start = position
    let first = source.bytes[position]
    switch first {
    case 32, 9, 12: position += 1
    case 35: skipComment()
    case 10, 13:
      skipLineBreak()
      if !isInBrackets {
        if let last = tokens.last, last.kind != .newline { add(.newline, start, position) }
        readIndentation()
      }
    case 92: skipContinuation()
    case 48...57: readNumber()
    case 46:
      if byte(start + 1) >= 48, byte(start + 1) <= 57 { readNumber() } else { readOperator() }
    case 34, 39: readString(prefixLength: 0)
    case 65...90, 97...122, 95, 128...255: readName()
    default: readOperator()
    }
  }

  private mutating func readName() {
    let start = position
    var word: UInt64 = 0
    var isASCII = true
    while position < limit {
      let byte = source.bytes[position]
      switch byte {
      case 48...57, 65...90, 97...122, 95:
        let length = position - start
        if length < 8 { word |= UInt64(byte) << UInt64(length * 8) }
        position += 1
      case 34, 39:
        if isASCII, position - start <= 2, Lexer.isStringPrefix(source.bytes[start..<position]) {
          return readString(prefixLength: position - start)
        }
        return addName(start, word, isASCII)
      case 128...255:
        isASCII = false
        guard readNonASCII(isFirst: position == start) else { return }
      default: return addName(start, word, isASCII)
      }
    }
    addName(start, word, isASCII)
  }

  private mutating func addName(_ start: Int, _ word: UInt64, _ isASCII: Bool) {
    if isASCII, position - start <= 8, let keyword = Token.Kind.keywords[word] {
      add(keyword, start, position)
    } else {
      add(.name, start, position)
    }
  }

  private static func isStringPrefix(_ bytes: ArraySlice<UInt8>) -> Bool {
    switch String(decoding: bytes, as: UTF8.self).lowercased() {
    case "", "r", "u", "b", "f", "br", "rb", "fr", "rf": return true
    default: return false
    }
  }

  /// Steps over one scalar of a name beyond ASCII; false, with an error, if names cannot hold it.
  private mutating func readNonASCII(isFirst: Bool) -> Bool {
    let scalar = decodeScalar(at: position)
    let properties = scalar.properties
    if isFirst ? properties.isXIDStart : properties.isXIDContinue {
      position += UTF8.width(scalar)
      return true
    }
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    let end = position + UTF8.width(scalar)
    if isPrintable(scalar) {
      fail("invalid character '\(scalar)' (\(code))", position, end)
    } else {
      fail("invalid non-printable character \(code)", position, end)
    }
    return false
  }

  /// The scalar at an offset. The parser has checked the text's UTF-8.
  func decodeScalar(at offset: Int) -> Unicode.Scalar {
    let lead = source.bytes[offset]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
    let end = min(offset + length, source.bytes.count)
    return String(decoding: source.bytes[offset..<end], as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
  }

  private mutating func readString(prefixLength: Int) {
    let start = position - prefixLength
    let quote = source.bytes[position]
    if byte(position + 1) == quote, byte(position + 2) == quote {
      position += 3
      while position < limit {
        let byte = source.bytes[position]
        if byte == 92 {
          position += 2
        } else if byte == quote, self.byte(position + 1) == quote, self.byte(position + 2) == quote {
          position += 3
          lineStart = lineStartBefore(position)
          return add(.string, start, position)
        } else {
          position += 1
        }
      }
      position = limit
      let line = source.line(of: Int32(truncatingIfNeeded: lastLineOffset))
      return fail(
        "unterminated triple-quoted string literal (detected at line \(line))", start, start + 1, incomplete: true)
    }
    position += 1
    while position < limit {
      let byte = source.bytes[position]
      if byte == quote {
        position += 1
        return add(.string, start, position)
      }
      if byte == 92 {
        position += 1
        if position < limit, source.bytes[position] == 13, self.byte(position + 1) == 10 { position += 1 }
        position += 1
      } else if byte == 10 || byte == 13 {
        break
      } else {
        position += 1
      }
    }
    position = min(position, limit)
    let endsWithContinuation = position == limit && endsWithBackslashBreak(from: start)
    let line = source.line(of: Int32(truncatingIfNeeded: position == limit ? lastLineOffset : position))
    fail("unterminated string literal (detected at line \(line))", start, start + 1, incomplete: endsWithContinuation)
  }

  /// The last byte that belongs to a line with text: a trailing line break opens no line of its own.
  private var lastLineOffset: Int { max(0, limit - 1) }

  private func endsWithBackslashBreak(from start: Int) -> Bool {
    var end = limit
    guard end > start, source.bytes[end - 1] == 10 || source.bytes[end - 1] == 13 else { return false }
    end -= 1
    if end > start, source.bytes[end] == 10, source.bytes[end - 1] == 13 { end -= 1 }
    return end > start && source.bytes[end - 1] == 92
  }

  private func lineStartBefore(_ offset: Int) -> Int {
    var start = offset
    while start > lineStart, source.bytes[start - 1] != 10, source.bytes[start - 1] != 13 { start -= 1 }
    return start
  }

  // MARK: Operators

  private mutating func readOperator() {
    let start = position
    let (first, second, third) = (byte(start), byte(start + 1), byte(start + 2))
    switch first {
    case 40: return open(.leftParenthesis)
    case 91: return open(.leftBracket)
    case 123: return open(.leftBrace)
    case 41: return close(.rightParenthesis, opener: 40)
    case 93: return close(.rightBracket, opener: 91)
    case 125: return close(.rightBrace, opener: 123)
    default: break
    }
    guard let (kind, length) = Lexer.operatorKind(first, second, third) else {
      position += 1
      let scalar = Unicode.Scalar(first)
      // `!`, `$`, `?` and a backquote are tokens that no rule takes.
      if first >= 33, first < 127 { return add(.exclamation, start, position) }
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return fail(
        "invalid non-printable character U+\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)", start,
        start + 1)
    }
    position += length
    add(kind, start, position)
  }

  private mutating func open(_ kind: Token.Kind) {
    if brackets.count >= Lexer.maximumBrackets {
      return fail("too many nested parentheses", position, position + 1)
    }
    add(kind, position, position + 1)
    brackets.append(Int32(truncatingIfNeeded: position))
    position += 1
  }

  private mutating func close(_ kind: Token.Kind, opener: UInt8) {
    let shown = kind.rawValue
    guard let open = brackets.last else { return fail("unmatched '\(shown)'", position, position + 1) }
    let found = source.bytes[Int(open)]
    if found != opener {
      let openLine = source.line(of: open)
      let spelled = String(Unicode.Scalar(found))
      let place = openLine == source.line(of: Int32(truncatingIfNeeded: position)) ? "" : " on line \(openLine)"
      return fail(
        "closing parenthesis '\(shown)' does not match opening parenthesis '\(spelled)'\(place)", position, position + 1)
    }
    brackets.removeLast()
    add(kind, position, position + 1)
    position += 1
  }

  private static func operatorKind(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> (Token.Kind, Int)? {
    let equal = second == 61
    switch first {
    case 44: return (.comma, 1)
    case 58: return equal ? (.walrus, 2) : (.colon, 1)
    case 59: return (.semicolon, 1)
    case 46: return second == 46 && third == 46 ? (.ellipsis, 3) : (.dot, 1)
    case 64: return equal ? (.atEqual, 2) : (.at, 1)
    case 43: return equal ? (.plusEqual, 2) : (.plus, 1)
    case 45:
      if second == 62 { return (.arrow, 2) }
      return equal ? (.minusEqual, 2) : (.minus, 1)
    case 42:
      if second == 42 { return third == 61 ? (.doubleStarEqual, 3) : (.doubleStar, 2) }
      return equal ? (.starEqual, 2) : (.star, 1)
    case 47:
      if second == 47 { return third == 61 ? (.doubleSlashEqual, 3) : (.doubleSlash, 2) }
      return equal ? (.slashEqual, 2) : (.slash, 1)
    case 37: return equal ? (.percentEqual, 2) : (.percent, 1)
    case 38: return equal ? (.ampersandEqual, 2) : (.ampersand, 1)
    case 124: return equal ? (.barEqual, 2) : (.bar, 1)
    case 94: return equal ? (.caretEqual, 2) : (.caret, 1)
    case 126: return (.tilde, 1)
    case 60:
      if second == 60 { return third == 61 ? (.leftShiftEqual, 3) : (.leftShift, 2) }
      if second == 62 { return (.notEqual, 2) }
      return equal ? (.lessEqual, 2) : (.less, 1)
    case 62:
      if second == 62 { return third == 61 ? (.rightShiftEqual, 3) : (.rightShift, 2) }
      return equal ? (.greaterEqual, 2) : (.greater, 1)
    case 61: return equal ? (.equalEqual, 2) : (.equal, 1)
    case 33: return equal ? (.notEqual, 2) : nil
    default: return nil
    }
  }
}
