import Sessions

/// The words in which a check is told.
enum CheckText {
  /// The line above a cell's details.
  static func heading(_ verdict: CellVerdict, file: String) -> String {
    let place = verdict.line > 0 ? "\(file):\(verdict.line)" : file
    return "\n\(place): cell \(verdict.number) \(verdict.kind.phrase): \(verdict.title)\n"
  }

  /// The line of a notebook.
  static func summary(_ report: NotebookReport) -> String {
    if let problem = report.problem { return "error    \(problem)" }
    let failures = report.failures.count
    let compared = report.verdicts.filter { $0.kind != .ran && $0.kind != .skipped }.count
    let time = String(Int((report.seconds * 1000).rounded())) + " ms"
    let cells = "\(report.verdicts.count) cells, \(compared) compared, \(time)"
    switch report.update {
    case .written(let count): return "updated  \(report.file) (\(count) cell\(count == 1 ? "" : "s"))"
    case .refused(let reason): return "FAILED   \(report.file) (\(failures) of \(cells)); not updated: \(reason)"
    case .none:
      return failures == 0 ? "ok       \(report.file) (\(cells))" : "FAILED   \(report.file) (\(failures) of \(cells))"
    }
  }
}
