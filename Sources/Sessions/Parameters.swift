import Syntax

/// Values given from outside (`--set NAME=VALUE`) in place of those that the notebook assigns.
package struct Parameters {
  /// The names with the program text of their values, in the order given.
  package private(set) var values: [(name: String, text: String)] = []

  /// Makes an empty set.
  package init() {}

  /// Adds `NAME=VALUE`; false when it is not of this form. A value that is no literal is taken for a string.
  package mutating func add(_ definition: String) -> Bool {
    guard let equals = definition.firstIndex(of: "=") else { return false }
    let name = String(definition[..<equals])
    guard case .name(name)? = Self.expression(name)?.kind else { return false }
    let text = String(definition[definition.index(after: equals)...])
    values.append((name, Self.isLiteral(text) ? text : Self.quoted(text)))
    return true
  }

  /// The source with each top-level `NAME = …` given its new value; lines keep their numbers. `used` collects the names met.
  package func applied(to source: String, used: inout Set<String>) -> String {
    guard !values.isEmpty, let module = try? Parser.parse(SourceFile(name: "", text: source), mode: .cell) else {
      return source
    }
    var bytes = Array(source.utf8)
    for statement in module.body.reversed() {
      guard case .assign(let targets, let value) = statement.kind, targets.count == 1, case .name(let name) = targets[0].kind,
        let new = values.last(where: { $0.name == name })
      else { continue }
      used.insert(name)
      let range = Int(value.span.start)..<Int(value.span.end)
      let lineBreaks = bytes[range].filter { $0 == 0x0A }.count
      // A value of several lines leaves its line breaks behind, inside brackets, where they mean nothing.
      let text = lineBreaks == 0 ? new.text : "(" + new.text + String(repeating: "\n", count: lineBreaks) + ")"
      bytes.replaceSubrange(range, with: Array(text.utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Assignments of all the values.
  package var assignments: String { values.map { "\($0.name) = \($0.text)" }.joined(separator: "\n") }

  private static func expression(_ text: String) -> Expression? {
    guard let module = try? Parser.parse(SourceFile(name: "", text: text), mode: .expression),
      case .expression(let expression)? = module.body.first?.kind
    else { return nil }
    return expression
  }

  private static func isLiteral(_ text: String) -> Bool { expression(text).map { isLiteral($0) } ?? false }

  private static func isLiteral(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .constant: return true
    case .unary(_, let operand): return isLiteral(operand)
    case .tuple(let items), .list(let items), .set(let items): return items.allSatisfy { isLiteral($0) }
    case .dict(let items): return items.allSatisfy { $0.key.map { isLiteral($0) } == true && isLiteral($0.value) }
    default: return false
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "'"
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "'": result += "\\'"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "'"
  }
}
