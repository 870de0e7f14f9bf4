import LineEditing
import Notebooks
import Sessions

extension Prompt {
  /// Shows the cells of the last session that is not running, and runs them again if that is wanted.
  func resume() {
    guard let folder = History.standardFolder, let earlier = SessionJournal.latest(in: folder) else {
      TerminalOutput.error("There is no earlier session to resume.\n")
      return
    }
    let cells = earlier.notebook.cells.filter { $0.kind == .code }
    if let format = FormatRegistry.format(forNewFile: "x.py") { TerminalOutput.write(format.write(earlier.notebook).text) }
    TerminalOutput.write("\nKept as \(earlier.path)\n")
    TerminalOutput.write("Run \(cells.count == 1 ? "this cell" : "these \(cells.count) cells") again? [y/N] ")
    TerminalOutput.flush()
    let answer = source.programLine()
    SessionJournal.close(earlier.path)
    guard answer?.lowercased().hasPrefix("y") == true else { return }
    for cell in cells {
      if isInteractive {
        let lines = cell.source.split(separator: "\n", omittingEmptySubsequences: false)
        let mark = TerminalOutput.coloured("In [\(session.nextNumber)]:", "32", on: 1)
        TerminalOutput.write("\n" + mark + " " + lines.joined(separator: "\n   ...: ") + "\n")
      }
      let result = run(cell.source)
      if result.ending == .interrupted { return TerminalOutput.write("The cells after this one were not run.\n") }
    }
  }
}
