import Syntax

/// Turns a cell as people write it into a program: `%` lines, `%%` cells, `!` lines and `name?` become calls of directives.
enum CellSource {
  /// The builtin that runs a directive.
  static let directiveFunction = "__lectern_directive__"

  /// The program of a cell that starts at `line` of its file; lines keep their numbers.
  static func translate(_ source: String, atLine line: Int) -> String {
    let padding = String(repeating: "\n", count: max(0, line - 1))
    let marks: Set<UInt8> = [UInt8(ascii: "%"), UInt8(ascii: "!"), UInt8(ascii: "?")]
    guard source.utf8.contains(where: { marks.contains($0) }) else { return padding + source }
    var lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    if let first = lines.firstIndex(where: { !isBlank($0) }), lines[first].hasPrefix("%%") {
      let (name, arguments) = nameAndArguments(lines[first].dropFirst(2))
      let bodyPadding = String(repeating: "\n", count: max(0, line + first))
      let body = bodyPadding + lines[(first + 1)...].joined(separator: "\n")
      let head = String(repeating: "\n", count: first)
      return padding + head + "\(directiveFunction)(\(literal(name)), \(literal(arguments)), \(literal(body)))"
    }
    for (index, text) in lines.enumerated() {
      guard let call = call(for: text), !isInside(lines[..<index].joined(separator: "\n")) else { continue }
      lines[index] = Substring(call)
    }
    return padding + lines.joined(separator: "\n")
  }

  /// The names of the directives that the lines of a cell seem to call.
  static func directiveNames(in source: String) -> [String] {
    guard source.utf8.contains(UInt8(ascii: "%")) || source.utf8.contains(UInt8(ascii: "!")) else { return [] }
    return source.split(separator: "\n").compactMap { line in
      let text = line.drop { $0 == " " || $0 == "\t" }
      if text.first == "!" { return text.hasPrefix("!=") ? nil : "!" }
      guard text.first == "%" else { return nil }
      let name = nameAndArguments(text.drop { $0 == "%" }).0
      return name.first?.isLetter == true ? name : nil
    }
  }

  /// A traceback in which the lines of directives stand as the person wrote them. Calls inside it without a line of the cell go.
  static func withDirectivesAsWritten(_ traceback: [String], source: String, firstLine: Int) -> [String] {
    guard traceback.contains(where: { $0.contains(directiveFunction) }) else { return traceback }
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    var result: [String] = []
    var index = 0
    while index < traceback.count {
      let line = traceback[index]
      index += 1
      guard line.contains(directiveFunction + "("), let place = result.last?.split(separator: ",").dropFirst().first,
        let number = Int(place.drop { !$0.isNumber }), lines.indices.contains(number - firstLine)
      else {
        result.append(line)
        continue
      }
      result.append(String(line.prefix { $0 == " " }) + lines[number - firstLine].drop { $0 == " " || $0 == "\t" })
      // The marks below belonged to the call.
      if index < traceback.count, traceback[index].contains("^"), traceback[index].allSatisfy({ " ~^".contains($0) }) {
        index += 1
      }
    }
    return result
  }

  /// The call that a directive line stands for; nil for a line of Python.
  private static func call(for line: Substring) -> String? {
    let indent = line.prefix { $0 == " " || $0 == "\t" }
    let text = line[indent.endIndex...]
    switch text.first {
    case "%" where text.hasSuffix("?") && help(text) != nil:
      return help(text).map { "\(indent)\(directiveFunction)(\"help\", \(literal($0)))" }
    case "%":
      let (name, arguments) = nameAndArguments(text.dropFirst())
      guard name.first?.isLetter == true else { return nil }
      return "\(indent)\(directiveFunction)(\(literal(name)), \(literal(arguments)))"
    case "!":
      return "\(indent)\(directiveFunction)(\"!\", \(literal(text.dropFirst())))"
    default:
      return help(text).map { "\(indent)\(directiveFunction)(\"help\", \(literal($0)))" }
    }
  }

  /// The name in `name?`, `name??` or `?name`, question marks kept at its end.
  private static func help(_ text: Substring) -> String? {
    var name = text
    while let last = name.last, last == " " || last == "\t" { name.removeLast() }
    let marks = name.reversed().prefix { $0 == "?" }.count + name.prefix { $0 == "?" }.count
    let bare = name.drop { $0 == "?" }.prefix { $0 != "?" }
    guard (1...2).contains(marks), name.count == bare.count + marks, !bare.isEmpty, !bare.first!.isNumber,
      bare.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." || $0 == "%" })
    else { return nil }
    return bare + String(repeating: "?", count: marks)
  }

  /// Whether what follows `text` on the next line is inside a bracket, a string or a continued line.
  private static func isInside(_ text: String) -> Bool {
    guard !text.isEmpty else { return false }
    if text.last == "\\" { return true }
    var lexer = Lexer(SourceFile(name: "", text: text + "\n"))
    lexer.lexAll()
    if let error = lexer.error { return error.isIncomplete }
    return (lexer.tokens.last?.depth ?? 0) > 0
  }

  private static func nameAndArguments(_ text: Substring) -> (String, String) {
    let name = text.prefix { $0 != " " && $0 != "\t" }
    let rest = text[name.endIndex...].drop { $0 == " " || $0 == "\t" }
    return (String(name), String(rest))
  }

  private static func isBlank(_ text: Substring) -> Bool { text.allSatisfy { $0 == " " || $0 == "\t" } }

  private static func literal(_ text: some StringProtocol) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\"": result += "\\\""
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
