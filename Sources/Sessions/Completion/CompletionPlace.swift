import Syntax

/// What stands left of the cursor: which kind of name is being typed.
struct CompletionPlace {
  /// The kinds of places.
  enum Kind: Equatable {
    /// A name of its own.
    case name
    /// A name after a dot; the names before it.
    case attribute([String])
    /// A directive's name after `%` or `%%`.
    case directive
    /// A module's name in an import.
    case module
    /// A name imported from a module.
    case imported(String)
    /// Text inside quotes: a path, or a key when it stands in the brackets of these names.
    case text(container: [String])
    /// Nothing that can be completed.
    case none
  }

  var kind: Kind = .none
  /// What has been typed of the name.
  var typed = ""
  /// The names of the function in whose parentheses the cursor stands.
  var callee: [String]?
  /// Whether nothing has been typed in those parentheses.
  var isAtOpenParenthesis = false

  /// Looks at the text left of the cursor.
  init(_ head: String) {
    let line = head.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
    let bare = line.drop { $0 == " " }
    if bare.hasPrefix("%"), !bare.contains(" ") {
      kind = .directive
      typed = String(bare.drop { $0 == "%" })
      return
    }
    if bare.hasPrefix("%cd ") || bare.hasPrefix("%run ") || bare.hasPrefix("%save ") {
      kind = .text(container: [])
      typed = String(line.split(separator: " ", omittingEmptySubsequences: false).last ?? "")
      return
    }
    if let quote = Self.openString(line) {
      kind = .text(container: Self.container(String(line[..<quote])))
      typed = String(line[line.index(after: quote)...])
      return
    }
    let source = SourceFile(name: "", text: head)
    var lexer = Lexer(source)
    lexer.lexAll()
    var tokens = lexer.tokens.filter { ![.newline, .indent, .dedent, .end, .error].contains($0.kind) }
    callee = Self.callee(tokens, source)
    isAtOpenParenthesis = tokens.last?.kind == .leftParenthesis && head.utf8.last == UInt8(ascii: "(")
    let words = bare.split(separator: " ", omittingEmptySubsequences: false)
    if let last = tokens.last, last.kind == .name || last.kind.isKeyword, Int(last.end) == head.utf8.count {
      typed = source.text(of: last.span)
      tokens.removeLast()
    } else if let last = head.utf8.last, last != UInt8(ascii: "."), tokens.isEmpty == false, callee == nil,
      last != UInt8(ascii: " "), tokens.last?.kind == .number
    {
      return
    }
    if words.first == "import" {
      kind = .module
      typed = String(words.last ?? "")
    } else if words.first == "from", words.count == 2 {
      kind = .module
      typed = String(words[1])
    } else if words.first == "from", words.count > 3, words[2] == "import" {
      kind = .imported(String(words[1]))
    } else if tokens.last?.kind == .dot {
      let names = Self.names(before: tokens.count, in: tokens, source)
      kind = names.isEmpty ? .none : .attribute(names)
    } else {
      kind = .name
    }
  }

  /// The chain of names that ends before `end` and the dot there; empty when something else than names is part of it.
  private static func names(before end: Int, in tokens: [Token], _ source: SourceFile) -> [String] {
    var names: [String] = []
    var index = end - 1
    while index >= 0, tokens[index].kind == .dot {
      guard index > 0, tokens[index - 1].kind == .name else { return [] }
      names.insert(source.text(of: tokens[index - 1].span), at: 0)
      index -= 2
    }
    // `f(x).name`: what the call gives is not known without running it.
    return names
  }

  /// The function whose parentheses are open at the end.
  private static func callee(_ tokens: [Token], _ source: SourceFile) -> [String]? {
    var depth = 0
    for index in tokens.indices.reversed() {
      switch tokens[index].kind {
      case .rightParenthesis, .rightBracket, .rightBrace: depth += 1
      case .leftBracket, .leftBrace:
        if depth == 0 { return nil }
        depth -= 1
      case .leftParenthesis:
        if depth > 0 {
          depth -= 1
          continue
        }
        guard index > 0, tokens[index - 1].kind == .name else { return nil }
        let name = source.text(of: tokens[index - 1].span)
        return names(before: index - 1, in: tokens, source) + [name]
      default: continue
      }
    }
    return nil
  }

  /// Where the string that is open at the line's end starts.
  private static func openString(_ line: Substring) -> String.Index? {
    var open: String.Index?
    var index = line.startIndex
    while index < line.endIndex {
      let character = line[index]
      if let start = open {
        if character == "\\" { index = line.index(after: index) } else if character == line[start] { open = nil }
        if index == line.endIndex { break }
      } else if character == "\"" || character == "'" {
        open = index
      } else if character == "#" {
        return nil
      }
      index = line.index(after: index)
    }
    return open
  }

  /// The names before a `[` at the end: `d[` or `a.d[`.
  private static func container(_ text: String) -> [String] {
    guard text.last == "[" else { return [] }
    let name = text.dropLast().reversed().prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
    return String(name.reversed()).split(separator: ".").map { String($0) }
  }
}
