/// Whether text recorded without a name is a cell's echo, judged by the cell's source alone.
enum EchoGuess {
  private static let statements: Set<Substring> = [
    "import", "from", "def", "class", "for", "while", "if", "elif", "else", "try", "except", "finally", "with", "async",
    "return", "raise", "assert", "del", "pass", "global", "nonlocal", "break", "continue", "print",
  ]

  /// Whether the source nowhere prints and its last statement is an expression. A guess: a named group of lines overrules it.
  static func endsInExpression(_ source: String) -> Bool {
    guard source.firstRange(of: "print(") == nil, let start = lastStatement(source) else { return false }
    let word = start.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    if statements.contains(word) { return false }
    guard let first = start.first, !"@#%!".contains(first) else { return false }
    return !assigns(start)
  }

  /// The text from the last line on that starts at the margin and opens a statement.
  private static func lastStatement(_ source: String) -> Substring? {
    var lines = source.split(separator: "\n", omittingEmptySubsequences: true)
    while let last = lines.last, last.allSatisfy({ $0 == " " || $0 == "\t" }) || last.first == "#" { lines.removeLast() }
    guard let last = lines.last else { return nil }
    if last.last == ";" || last.last == "\\" { return nil }
    guard let start = lines.last(where: { line in line.first.map { !" \t)]}#".contains($0) } ?? false }) else { return nil }
    return source[start.startIndex..<last.endIndex]
  }

  /// Whether a `=` outside brackets and strings makes the statement an assignment.
  private static func assigns(_ statement: Substring) -> Bool {
    var depth = 0
    var quote: UInt8?
    var previous: UInt8 = 0
    let bytes = Array(statement.utf8)
    for (index, byte) in bytes.enumerated() {
      defer { previous = byte }
      if let open = quote {
        if byte == open && previous != UInt8(ascii: "\\") { quote = nil }
        continue
      }
      switch byte {
      case UInt8(ascii: "'"), UInt8(ascii: "\""): quote = byte
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "=") where depth == 0:
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0
        let isComparison =
          next == UInt8(ascii: "=")
          || [UInt8(ascii: "="), UInt8(ascii: "!"), UInt8(ascii: "<"), UInt8(ascii: ">")].contains(previous)
        if !isComparison { return true }
      default: break
      }
    }
    return false
  }
}
