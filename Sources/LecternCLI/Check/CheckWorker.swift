import Glibc
import Notebooks
import Sessions

/// Checks one notebook. Each has a process of its own: random state, imported modules and crashes stay there.
struct CheckWorker {
  /// What the check of each notebook is told.
  struct Options {
    var replay = Replay.Options()
    var updates = false
    var reviews = false
    var allowsSyntheticData = true
    var makesSection = false
  }

  let file: String
  let options: Options

  /// Runs the check and, if asked to, the update.
  func run() -> NotebookReport {
    var report = NotebookReport(file: file)
    let notebook: Notebook
    do throws(NotebookError) {
      notebook = try NotebookFile.read(file)
    } catch {
      report.problem = error.description
      return report
    }
    var sessionOptions = Session.Options()
    sessionOptions.allowsSyntheticData = options.allowsSyntheticData
    sessionOptions.skipsForeignDirectives = true
    sessionOptions.arguments = [file]
    sessionOptions.searchPath = [file.lastIndex(of: "/").map { String(file[..<$0]) } ?? "."]
    let session = Session(sessionOptions)
    Interrupts.install()
    let check = NotebookCheck(notebook, file: file, options: options.replay)
    guard !notebook.cells.isEmpty else {
      report.problem = "\(file):1: the notebook has no cells"
      return report
    }
    let found = Interrupts.whileRunning(session.requests) { check.run(in: session) }
    report.verdicts = found.verdicts
    if options.makesSection {
      report.section = ReportPage.section(
        of: found.outcome.notebook, file: file, results: found.outcome.results, verdicts: found.verdicts, heading: file)
    }
    report.seconds = report.verdicts.reduce(0) { $0 + $1.seconds }
    if options.updates { update(check, &report) }
    return report
  }

  private func update(_ check: NotebookCheck, _ report: inout NotebookReport) {
    if let obstacle = report.verdicts.first(where: { $0.kind.isFailure && !$0.kind.canBeUpdated }) {
      report.update = .refused("cell \(obstacle.number) \(obstacle.kind.phrase)")
      return
    }
    let chosen = report.verdicts.filter { verdict in
      verdict.kind.canBeUpdated && (!options.reviews || review(verdict, report.file))
    }
    guard !chosen.isEmpty else { return }
    do throws(NotebookError) {
      try NotebookFile.rewrite(file, with: check.updated(by: chosen))
      if chosen.count == report.failures.count {
        report.update = .written(cells: chosen.count)
      } else {
        report.update = .refused("\(chosen.count) of \(report.failures.count) cells were updated")
      }
    } catch {
      report.problem = error.description
    }
  }

  /// Asks whether a cell's new outputs are right.
  private func review(_ verdict: CellVerdict, _ file: String) -> Bool {
    TerminalOutput.write(CheckText.heading(verdict, file: file) + verdict.details + "Record the new output? [y/N] ")
    TerminalOutput.flush()
    return readLine()?.lowercased().hasPrefix("y") ?? false
  }
}
