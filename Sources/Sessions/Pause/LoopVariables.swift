import Interpreter
import Syntax

/// The variables of the `for` loops around a line.
enum LoopVariables {
  /// The targets of the loops around the frame's line, outermost first, with the names in each.
  static func names(of frame: ScriptFrame) -> [[String]] {
    guard let tree = (try? Parser.parse(frame.source, mode: .cell)) ?? (try? Parser.parse(frame.source, mode: .file)) else {
      return []
    }
    var found: [[String]] = []
    search(tree.body, frame, &found)
    return found
  }

  /// Each loop's variables with their values and how far the loop has come: `epoch = 1 (2 of 15)`.
  static func texts(of frame: ScriptFrame, _ progress: [LoopProgress], _ interpreter: Interpreter) -> [String] {
    let loops = names(of: frame)
    // Loops of comprehensions or over things of unknown length would make the two lists disagree.
    let matches = loops.count == progress.count
    return loops.enumerated().compactMap { index, names in
      let values = names.compactMap { name -> String? in
        guard let value = frame.locals.get(name) ?? frame.globals.get(name) else { return nil }
        return "\(name) = \(ValueSummary.text(of: value, interpreter))"
      }
      guard !values.isEmpty else { return nil }
      let text = values.joined(separator: ", ")
      guard matches, let total = progress[index].total else { return text }
      let unit = progress[index].unit.isEmpty ? "" : " " + progress[index].unit
      return text + " (\(progress[index].done) of \(total)\(unit))"
    }
  }

  private static func search(_ statements: [Statement], _ frame: ScriptFrame, _ found: inout [[String]]) {
    for statement in statements {
      let lines = frame.source.line(of: statement.span.start)...frame.source.line(of: statement.span.end)
      guard lines.contains(frame.line) else { continue }
      switch statement.kind {
      case .for(let target, _, let body, let otherwise):
        if !contains(otherwise, frame) { found.append(names(in: target)) }
        search(body, frame, &found)
        search(otherwise, frame, &found)
      case .while(_, let body, let otherwise):
        search(body, frame, &found)
        search(otherwise, frame, &found)
      case .if(let branches, let otherwise):
        for branch in branches { search(branch.body, frame, &found) }
        search(otherwise, frame, &found)
      case .with(_, let body): search(body, frame, &found)
      case .try(let body, let handlers, let otherwise, let finally, _):
        search(body, frame, &found)
        for handler in handlers { search(handler.body, frame, &found) }
        search(otherwise, frame, &found)
        search(finally, frame, &found)
      case .function(let definition):
        // What stands around a definition does not run with it.
        found = []
        search(definition.body, frame, &found)
      case .class(let definition): search(definition.body, frame, &found)
      default: break
      }
    }
  }

  private static func contains(_ statements: [Statement], _ frame: ScriptFrame) -> Bool {
    guard let first = statements.first, let last = statements.last else { return false }
    return frame.source.line(of: first.span.start) <= frame.line && frame.line <= frame.source.line(of: last.span.end)
  }

  private static func names(in target: Expression) -> [String] {
    switch target.kind {
    case .name(let name): [name]
    case .tuple(let parts), .list(let parts): parts.flatMap { names(in: $0) }
    case .starred(let inner): names(in: inner)
    default: []
    }
  }
}
