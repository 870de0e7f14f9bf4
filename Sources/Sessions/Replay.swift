import Notebooks

/// Runs a notebook's cells in order.
package struct Replay {
  /// How a replay goes.
  package struct Options {
    /// Whether it goes on after a cell that failed.
    package var allowsErrors = false
    /// Values in place of the notebook's own.
    package var parameters = Parameters()
    /// After how many seconds a cell is stopped.
    package var cellSecondsLimit: Double?
    /// Whether a cell that prints more than is recorded is stopped.
    package var stopsEndlessOutput = false
    /// After how many seconds the whole run is stopped.
    package var secondsLimit: Double?

    /// Makes the options of an ordinary run.
    package init() {}
  }

  /// What came of it.
  package struct Outcome {
    /// The notebook with the outputs of this run; cells that did not run have none.
    package var notebook: Notebook
    /// The results by the cell's place in the notebook.
    package var results: [Int: CellResult] = [:]
    /// The places of the cells that failed without being expected to.
    package var failures: [Int] = []
    /// How the last cell that ran ended.
    package var ending: CellResult.Ending = .completed
    /// `--set` names that no cell assigns; they were defined before the first.
    package var unusedParameters: [String] = []
  }

  private let notebook: Notebook
  private let file: String
  private let options: Options

  /// Prepares a replay of the notebook that was read from `file`.
  package init(_ notebook: Notebook, file: String, options: Options = Options()) {
    self.notebook = notebook
    self.file = file
    self.options = options
  }

  /// Runs all cells in `session`; `finished` is called after each with its place.
  package func run(in session: Session, finished: (Int, CellResult, Outcome) -> Void = { _, _, _ in }) -> Outcome {
    var outcome = Outcome(notebook: notebook)
    for index in outcome.notebook.cells.indices where notebook.cells[index].kind == .code {
      outcome.notebook.cells[index].outputs = []
    }
    let sources = parameterisedSources(session, &outcome)
    session.warnOfForeignDirectives(in: notebook.cells.filter { $0.kind == .code }.map(\.source))
    let start = Clock.seconds
    for (index, cell) in notebook.cells.enumerated() {
      guard let source = sources[index], !cell.hasTag("skip-execution") else { continue }
      var limit = options.cellSecondsLimit
      if let total = options.secondsLimit { limit = min(limit ?? .infinity, total - (Clock.seconds - start)) }
      var cellOptions = Session.CellOptions()
      cellOptions.echoes = notebook.echoesLastExpression
      cellOptions.showsOpenFigures = notebook.echoesLastExpression
      cellOptions.secondsLimit = limit
      cellOptions.stopsEndlessOutput = options.stopsEndlessOutput
      // A notebook file's lines are not the source's.
      if cell.line > 0, cell.original != nil {
        cellOptions.name = file
        cellOptions.firstLine = cell.line
      }
      let number = session.nextNumber
      let result = session.run(source, cellOptions)
      outcome.results[index] = result
      outcome.notebook.cells[index].outputs = Recording.recorded(result.outputs)
      outcome.notebook.cells[index].executionCount = number
      outcome.ending = result.ending
      let isExpected = result.ending == .raised && cell.expectsError
      if [.raised, .timedOut, .printedTooMuch].contains(result.ending), !isExpected { outcome.failures.append(index) }
      finished(index, result, outcome)
      switch result.ending {
      case .completed: continue
      case .raised where isExpected || options.allowsErrors: continue
      case .printedTooMuch where options.allowsErrors: continue
      case .timedOut where options.allowsErrors && (options.secondsLimit ?? .infinity) > Clock.seconds - start: continue
      case .raised, .exited, .interrupted, .timedOut, .printedTooMuch: return outcome
      }
    }
    return outcome
  }

  /// The code cells' sources with the parameters in place, by the cells' places.
  private func parameterisedSources(_ session: Session, _ outcome: inout Outcome) -> [Int: String] {
    var sources: [Int: String] = [:]
    var used: Set<String> = []
    let tagged =
      options.parameters.values.isEmpty
      ? nil : notebook.cells.firstIndex { $0.kind == .code && $0.hasTag("parameters") }
    for (index, cell) in notebook.cells.enumerated() where cell.kind == .code {
      // Papermill's way: where a cell is tagged, the values belong there, and what other cells assign is theirs.
      if let tagged, index != tagged {
        sources[index] = cell.source
      } else {
        sources[index] = options.parameters.applied(to: cell.source, used: &used)
      }
    }
    let unused = options.parameters.values.filter { !used.contains($0.name) }
    if let tagged {
      for parameter in unused { sources[tagged, default: ""] += "\n\(parameter.name) = \(parameter.text)" }
    } else if !unused.isEmpty {
      outcome.unusedParameters = unused.map(\.name)
      session.define(options.parameters)
    }
    // What is saved is what ran.
    for (index, source) in sources { outcome.notebook.cells[index].source = source }
    return sources
  }
}

extension Cell {
  /// Whether an exception is what the cell is meant to show.
  package var expectsError: Bool {
    metadata["raises"] != nil || outputs.error != nil || hasTag("raises-exception")
  }

  /// Whether the cell bears a tag, in Jupyter's list or a percent script's text.
  package func hasTag(_ tag: String) -> Bool {
    switch metadata["tags"] {
    case .array(let tags): return tags.contains(.string(tag))
    case .string(let text): return text.split { $0 == " " || $0 == "," }.contains { $0 == tag }
    default: return false
    }
  }
}
