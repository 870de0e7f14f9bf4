import ArgumentParser
import Notebooks
import Sessions

/// `lectern inspect tokens|ast|code|trace FILE`.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect", abstract: "Shows how a script is read (its tokens, its tree, its code) or, by trace, run.",
    discussion: """
      Cells of a notebook are shown one after the other. trace runs the file and shows each statement as it begins, between what the \
      file prints; without it nothing is traced and nothing runs slower.

      EXAMPLES:
        lectern inspect ast script.py
        lectern inspect code notebooks/conv2d.py
        lectern inspect trace script.py
      """)

  /// What can be shown.
  enum Stage: String, ExpressibleByArgument, CaseIterable {
    case tokens, ast, code, trace
  }

  @Argument(help: "tokens, ast, code or trace.")
  var stage: Stage

  @Argument(help: "The script or notebook.")
  var file: String

  func run() throws {
    let notebook: Notebook
    do {
      notebook = try NotebookFile.read(file)
    } catch {
      TerminalOutput.complain(error.description)
      throw ExitStatus.couldNotRun
    }
    if stage == .trace {
      if !ExecutionTrace.run(notebook, file: file) { throw ExitStatus.failed }
      return
    }
    var failed = false
    for cell in notebook.cells where cell.kind == .code {
      let shown = Inspection(of: cell, file: file, stage: stage)
      if shown.isMistake { TerminalOutput.error(shown.text) } else { TerminalOutput.write(shown.text) }
      failed = failed || shown.isMistake
    }
    if failed { throw ExitStatus.failed }
  }
}
