import Notebooks
import Sessions

/// Runs a notebook and shows each statement as it begins: `line  function  text`.
enum ExecutionTrace {
  /// Runs the cells until one fails; whether none did.
  static func run(_ notebook: Notebook, file: String) -> Bool {
    var options = Session.Options()
    options.arguments = [file]
    options.skipsForeignDirectives = true
    let session = Session(options)
    session.onOutput = { stream, text in
      if stream == .standardOutput { TerminalOutput.write(text) } else { TerminalOutput.error(text) }
    }
    for cell in notebook.cells where cell.kind == .code {
      let program = Session.program(of: cell.source, atLine: max(1, cell.line))
      let lines = program.split(separator: "\n", omittingEmptySubsequences: false)
      session.interpreter.tracer = { source, line, function in
        guard source == file else { return }
        let text = line >= 1 && line <= lines.count ? lines[line - 1].drop { $0 == " " || $0 == "\t" } : ""
        TerminalOutput.write("\(file):\(line): \(function): \(text)\n")
      }
      var cellOptions = Session.CellOptions()
      cellOptions.name = file
      cellOptions.echoes = false
      cellOptions.firstLine = max(1, cell.line)
      let result = session.run(cell.source, cellOptions)
      if let error = result.error, case .error(_, _, let traceback) = error {
        TerminalOutput.error(traceback.joined(separator: "\n") + "\n")
        return false
      }
    }
    return true
  }
}
