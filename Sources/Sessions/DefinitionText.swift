import Interpreter
import Syntax

/// The text that defines a function or class of a script.
struct DefinitionText {
  let file: String
  let line: Int
  let text: String

  /// Finds the definition; nil for what the script did not define.
  static func of(_ value: Value, _ interpreter: Interpreter) -> DefinitionText? {
    guard case .object(let object) = value else { return nil }
    if let method = object as? BoundMethodObject { return of(method.function, interpreter) }
    if let function = object as? FunctionObject {
      let (source, line) = function.definition
      return find(source, line, name: nil)
    }
    let type = object as? TypeObject ?? value.type
    guard type.isScriptDefined else { return nil }
    // A class has no line of its own: its methods know where they stand.
    for (_, member) in type.attributes.pairs {
      guard let function = member.cast(to: FunctionObject.self) else { continue }
      let (source, line) = function.definition
      if let found = find(source, line, name: type.name) { return found }
    }
    return nil
  }

  /// The innermost definition around a line; with a name, the class of that name.
  private static func find(_ source: SourceFile, _ line: Int, name: String?) -> DefinitionText? {
    guard let tree = (try? Parser.parse(source, mode: .cell)) ?? (try? Parser.parse(source, mode: .file)) else { return nil }
    var found: Span?
    search(tree.body, source, line, name, &found)
    guard let found else { return nil }
    let first = source.line(of: found.start)
    let lines = (first...max(first, source.line(of: found.end))).map { source.text(ofLine: $0) }
    let text = lines.joined(separator: "\n")
    return DefinitionText(file: source.name, line: first, text: text)
  }

  private static func search(
    _ statements: [Statement], _ source: SourceFile, _ line: Int, _ name: String?, _ found: inout Span?
  ) {
    for statement in statements {
      var span = statement.span
      var body: [[Statement]] = []
      switch statement.kind {
      case .function(let definition):
        if let first = definition.decorators.first { span = Span(from: first.span, to: span) }
        if contains(span, source, line) {
          if name == nil { found = span }
          body = [definition.body]
        }
      case .class(let definition):
        if let first = definition.decorators.first { span = Span(from: first.span, to: span) }
        if contains(span, source, line) {
          if name == definition.name { found = span }
          body = [definition.body]
        }
      case .if(let branches, let otherwise): body = branches.map(\.body) + [otherwise]
      case .for(_, _, let inner, let otherwise), .while(_, let inner, let otherwise): body = [inner, otherwise]
      case .with(_, let inner): body = [inner]
      case .try(let inner, let handlers, let otherwise, let finally, _):
        body = [inner, otherwise, finally] + handlers.map(\.body)
      default: break
      }
      for part in body { search(part, source, line, name, &found) }
    }
  }

  private static func contains(_ span: Span, _ source: SourceFile, _ line: Int) -> Bool {
    source.line(of: span.start) <= line && line <= source.line(of: span.end)
  }
}
