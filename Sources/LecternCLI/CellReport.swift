import Glibc
import Notebooks
import Sessions

/// How the end of a cell is told.
enum CellReport {
  /// Shows the traceback of the error that ended a cell, if one did.
  static func showError(of result: CellResult) {
    guard case .error(_, _, let traceback)? = result.error else { return }
    var lines = traceback
    // The last lines name the error: that is what the eye looks for.
    if let last = lines.popLast() { lines.append(TerminalOutput.coloured(last, "31", on: STDERR_FILENO)) }
    TerminalOutput.error(lines.joined(separator: "\n") + "\n")
  }
}
