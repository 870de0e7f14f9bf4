import Notebooks
import Sessions

/// What a check found in one notebook; travels from the process that ran it as JSON.
struct NotebookReport {
  let file: String
  var verdicts: [CellVerdict] = []
  var seconds = 0.0
  /// Why the notebook could not be run at all.
  var problem: String?
  /// The notebook's part of a report page, if one was asked for.
  var section: String?
  /// Whether the file was rewritten, or why it was not.
  var update: Update = .none

  enum Update: Equatable {
    case none
    case written(cells: Int)
    case refused(String)
  }

  init(file: String, problem: String? = nil) {
    self.file = file
    self.problem = problem
  }

  var failures: [CellVerdict] { verdicts.filter(\.kind.isFailure) }

  /// 0 all agrees, 1 something differs, 2 could not run.
  var status: Int32 {
    if problem != nil || verdicts.contains(where: { $0.kind == .printedTooMuch }) { return 2 }
    if case .written = update { return verdicts.contains { $0.kind.isFailure && !$0.kind.canBeUpdated } ? 1 : 0 }
    return failures.isEmpty ? 0 : 1
  }

  // MARK: JSON

  var json: JSONValue {
    var fields: [(String, JSONValue)] = [("file", .string(file)), ("seconds", number(seconds))]
    if let problem { fields.append(("problem", .string(problem))) }
    if let section { fields.append(("section", .string(section))) }
    switch update {
    case .none: break
    case .written(let cells): fields.append(("updated_cells", .number(String(cells))))
    case .refused(let reason): fields.append(("update_refused", .string(reason)))
    }
    let cells: [JSONValue] = verdicts.map { verdict in
      .object(
        JSONObject([
          ("cell", .number(String(verdict.number))), ("line", .number(String(verdict.line))), ("title", .string(verdict.title)),
          ("verdict", .string(verdict.kind.rawValue)), ("seconds", number(verdict.seconds)),
          ("details", .string(verdict.details)),
        ]))
    }
    fields.append(("cells", .array(cells)))
    return .object(JSONObject(fields))
  }

  /// Reads what `json` wrote; nil for anything else.
  init?(_ value: JSONValue) {
    guard case .object(let fields) = value, let file = fields["file"]?.string, case .array(let cells)? = fields["cells"] else {
      return nil
    }
    self.file = file
    problem = fields["problem"]?.string
    section = fields["section"]?.string
    seconds = Self.double(fields["seconds"])
    if let count = fields["updated_cells"]?.int { update = .written(cells: count) }
    if let reason = fields["update_refused"]?.string { update = .refused(reason) }
    for case .object(let cell) in cells {
      guard let number = cell["cell"]?.int, let kind = cell["verdict"]?.string.flatMap(CellVerdict.Kind.init) else {
        return nil
      }
      verdicts.append(
        CellVerdict(
          kind: kind, number: number, line: cell["line"]?.int ?? 0, title: cell["title"]?.string ?? "",
          details: cell["details"]?.string ?? "", seconds: Self.double(cell["seconds"])))
    }
  }

  private func number(_ seconds: Double) -> JSONValue { .number(String((seconds * 1e6).rounded() / 1e6)) }

  private static func double(_ value: JSONValue?) -> Double {
    if case .number(let text)? = value { return Double(text) ?? 0 }
    return 0
  }
}
