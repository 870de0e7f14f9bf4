/// A lexical unit: what it is and which bytes it covers.
package struct Token {
  package var kind: Kind
  /// How many brackets are open at its start.
  package var depth: UInt8
  package var start: Int32
  package var end: Int32

  package var span: Span { Span(Int(start), Int(end)) }

  /// The kinds of tokens; keywords and operators have one each, whose raw value is their spelling.
  package enum Kind: String, CaseIterable {
    case name = "NAME"
    case number = "NUMBER"
    case string = "STRING"
    case newline = "NEWLINE"
    case indent = "INDENT"
    case dedent = "DEDENT"
    case end = "ENDMARKER"
    /// Where the lexer gave up.
    case error = "ERRORTOKEN"

    case kwFalse = "False"
    case kwNone = "None"
    case kwTrue = "True"
    case kwAnd = "and"
    case kwAs = "as"
    case kwAssert = "assert"
    case kwAsync = "async"
    case kwAwait = "await"
    case kwBreak = "break"
    case kwClass = "class"
    case kwContinue = "continue"
    case kwDef = "def"
    case kwDel = "del"
    case kwElif = "elif"
    case kwElse = "else"
    case kwExcept = "except"
    case kwFinally = "finally"
    case kwFor = "for"
    case kwFrom = "from"
    case kwGlobal = "global"
    case kwIf = "if"
    case kwImport = "import"
    case kwIn = "in"
    case kwIs = "is"
    case kwLambda = "lambda"
    case kwNonlocal = "nonlocal"
    case kwNot = "not"
    case kwOr = "or"
    case kwPass = "pass"
    case kwRaise = "raise"
    case kwReturn = "return"
    case kwTry = "try"
    case kwWhile = "while"
    case kwWith = "with"
    case kwYield = "yield"

    case leftParenthesis = "("
    case rightParenthesis = ")"
    case leftBracket = "["
    case rightBracket = "]"
    case leftBrace = "{"
    case rightBrace = "}"
    case comma = ","
    case colon = ":"
    case semicolon = ";"
    case dot = "."
    case ellipsis = "..."
    case arrow = "->"
    case walrus = ":="
    case at = "@"
    case plus = "+"
    case minus = "-"
    case star = "*"
    case slash = "/"
    case doubleSlash = "//"
    case percent = "%"
    case doubleStar = "**"
    case leftShift = "<<"
    case rightShift = ">>"
    case ampersand = "&"
    case bar = "|"
    case caret = "^"
    case tilde = "~"
    case less = "<"
    case greater = ">"
    case lessEqual = "<="
    case greaterEqual = ">="
    case equalEqual = "=="
    case notEqual = "!="
    case exclamation = "!"
    case equal = "="
    case plusEqual = "+="
    case minusEqual = "-="
    case starEqual = "*="
    case slashEqual = "/="
    case doubleSlashEqual = "//="
    case percentEqual = "%="
    case atEqual = "@="
    case ampersandEqual = "&="
    case barEqual = "|="
    case caretEqual = "^="
    case rightShiftEqual = ">>="
    case leftShiftEqual = "<<="
    case doubleStarEqual = "**="

    /// Whether it is one of the reserved words.
    package var isKeyword: Bool {
      switch self {
      case .kwFalse, .kwNone, .kwTrue, .kwAnd, .kwAs, .kwAssert, .kwAsync, .kwAwait, .kwBreak, .kwClass, .kwContinue, .kwDef,
        .kwDel, .kwElif, .kwElse, .kwExcept, .kwFinally, .kwFor, .kwFrom, .kwGlobal, .kwIf, .kwImport, .kwIn, .kwIs,
        .kwLambda, .kwNonlocal, .kwNot, .kwOr, .kwPass, .kwRaise, .kwReturn, .kwTry, .kwWhile, .kwWith, .kwYield:
        return true
      default: return false
      }
    }

    /// The reserved words by their bytes packed into an integer, first byte lowest; none is longer than eight.
    static let keywords: [UInt64: Kind] = {
      var table: [UInt64: Kind] = [:]
      for kind in allCases where kind.isKeyword { table[packed(kind.rawValue.utf8)] = kind }
      return table
    }()

    static func packed(_ bytes: some Sequence<UInt8>) -> UInt64 {
      var word: UInt64 = 0
      var shift: UInt64 = 0
      for byte in bytes {
        word |= UInt64(byte) << shift
        shift += 8
      }
      return word
    }
  }
}

extension SourceFile {
  /// One line a token: position, kind, text; the form that `lectern inspect tokens` shows.
  package func tokenDump() throws(SyntaxError) -> String {
    var lexer = Lexer(self)
    lexer.lexAll()
    if let error = lexer.error { throw error }
    var lines: [String] = []
    for token in lexer.tokens {
      let start = position(of: token.start)
      let end = position(of: token.end)
      let place = "\(start.line):\(start.column)-\(end.line):\(end.column)"
      let kind: String
      switch token.kind {
      case .name, .number, .string, .newline, .indent, .dedent, .end, .error: kind = token.kind.rawValue
      default: kind = token.kind.isKeyword ? "KEYWORD" : "OP"
      }
      let padded = place + String(repeating: " ", count: max(1, 16 - place.count))
      let named = kind + String(repeating: " ", count: max(1, 11 - kind.count))
      let hasText = token.kind != .newline && token.kind != .dedent && token.kind != .end
      lines.append(hasText ? padded + named + quoted(text(of: token.span)) : padded + kind)
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
