import Notebooks

/// Replays a notebook and compares each cell's outputs with those recorded.
package struct NotebookCheck {
  private let notebook: Notebook
  private let file: String
  private let options: Replay.Options

  /// Prepares the check of the notebook that was read from `file`.
  package init(_ notebook: Notebook, file: String, options: Replay.Options = Replay.Options()) {
    self.notebook = notebook
    self.file = file
    self.options = options
  }

  /// Runs every cell, going on after failures, and judges each.
  package func run(in session: Session) -> (verdicts: [CellVerdict], outcome: Replay.Outcome) {
    var options = self.options
    options.allowsErrors = true
    options.stopsEndlessOutput = true
    let outcome = Replay(notebook, file: file, options: options).run(in: session)
    var verdicts: [CellVerdict] = []
    for (index, cell) in notebook.cells.enumerated() where cell.kind == .code {
      var verdict = CellVerdict(kind: .passed, number: index + 1, line: cell.line, title: Self.title(of: cell))
      if let result = outcome.results[index] {
        judge(cell, result, fresh: outcome.notebook.cells[index].outputs, &verdict)
      } else {
        verdict.kind = cell.hasTag("skip-execution") ? .skipped : .notRun
        if verdict.kind == .notRun { verdict.details = "The cell was not reached: \(Self.reason(outcome.ending))\n" }
      }
      verdicts.append(verdict)
    }
    return (verdicts, outcome)
  }

  /// The notebook with the outputs of those verdicts that an update settles.
  package func updated(by verdicts: [CellVerdict]) -> Notebook {
    var updated = notebook
    for verdict in verdicts where verdict.kind.canBeUpdated {
      updated.cells[verdict.number - 1].outputs = verdict.updatedOutputs
    }
    return updated
  }

  private func judge(_ cell: Cell, _ result: CellResult, fresh: [Output], _ verdict: inout CellVerdict) {
    verdict.seconds = result.seconds
    let comparison = OutputComparison(tolerance(for: cell))
    let error = fresh.error
    switch result.ending {
    case .timedOut:
      verdict.kind = .timedOut
      verdict.details = "The cell was stopped by the time limit after \(Duration.text(result.seconds)).\n"
      return
    case .printedTooMuch:
      verdict.kind = .printedTooMuch
      verdict.details =
        "The cell was stopped when it had printed \(OutputCapture.longest >> 20) MB; more is not compared.\n"
      return
    case .raised where !cell.expectsError:
      verdict.kind = .raised
      verdict.details = (error?.traceback ?? []).map { $0 + "\n" }.joined()
      return
    case .completed where cell.expectsError, .exited where cell.expectsError:
      verdict.kind = .didNotRaise
      verdict.details = "The cell was to raise \(cell.expectedErrorText), and did not.\n"
      return
    default: break
    }
    if cell.outputs.isEmpty, error == nil {
      verdict.kind = .ran
      return
    }
    let recordedText = cell.outputs.shownText
    guard recordedText.utf8.count <= OutputCapture.longest else {
      verdict.kind = .printedTooMuch
      verdict.details =
        "The recorded output has \(recordedText.utf8.count >> 20) MB; more than \(OutputCapture.longest >> 20) MB is not compared.\n"
      return
    }
    let freshText = fresh.shownText
    // A cell with nothing but an error or a picture recorded may print what it likes.
    let comparesText =
      !recordedText.isEmpty || cell.outputs.error == nil && cell.outputs.figures.isEmpty && !cell.outputs.isEmpty
    if comparesText, !comparison.matches(recorded: recordedText, found: freshText) {
      verdict.details += OutputDifference(recorded: recordedText, found: freshText, comparison).text
    }
    if !cell.outputs.figures.isEmpty {
      verdict.details += FigureComparison.differences(recorded: cell.outputs.figures, found: fresh.figures)
    }
    if let line = error?.errorLine {
      if let class_ = cell.metadata["raises"]?.string, error?.errorName != class_ {
        verdict.kind = .didNotRaise
        verdict.details += "The cell was to raise \(class_), and raised:\n  \(line)\n"
        return
      }
      if let recorded = cell.outputs.error?.errorLine, !comparison.matches(recorded: recorded, found: line) {
        verdict.details += OutputDifference(recorded: recorded + "\n", found: line + "\n", comparison).text
      }
    }
    guard !verdict.details.isEmpty else { return }
    verdict.kind = .differs
    verdict.updatedOutputs = OutputUpdate(comparison, isText: cell.original != nil).outputs(
      recorded: cell.outputs, fresh: fresh)
  }

  /// The cell's tolerance, else the file's, else the usual one.
  private func tolerance(for cell: Cell) -> OutputComparison.Tolerance {
    var tolerance = OutputComparison.Tolerance()
    for metadata in [notebook.metadata, cell.metadata] {
      if let relative = metadata["rtol"]?.double { tolerance.relative = relative }
      if let absolute = metadata["atol"]?.double { tolerance.absolute = absolute }
    }
    return tolerance
  }

  private static func title(of cell: Cell) -> String {
    if let title = cell.title { return title }
    let line = cell.source.split(separator: "\n").first { !$0.allSatisfy { $0 == " " } } ?? ""
    return line.count > 60 ? line.prefix(59) + "…" : String(line)
  }

  private static func reason(_ ending: CellResult.Ending) -> String {
    switch ending {
    case .printedTooMuch: "a cell before it printed too much."
    case .exited: "the notebook ended itself with exit()."
    case .interrupted: "the run was interrupted."
    case .timedOut: "the run reached its time limit."
    case .completed, .raised: "the run ended before it."
    }
  }
}

extension Cell {
  /// The error that the cell must raise, in words.
  fileprivate var expectedErrorText: String {
    outputs.error?.errorLine ?? metadata["raises"]?.string ?? "an exception"
  }
}

extension Output {
  fileprivate var traceback: [String] { if case .error(_, _, let lines) = self { lines } else { [] } }
  fileprivate var errorName: String? { if case .error(let name, _, _) = self { name } else { nil } }
}

extension JSONValue {
  /// The number, written as one or as text.
  fileprivate var double: Double? {
    let text: String
    switch self {
    case .number(let spelling): text = spelling
    case .string(let spelling): text = spelling
    default: return nil
    }
    guard let value = Double(text), value >= 0, value.isFinite else { return nil }
    return value
  }
}
