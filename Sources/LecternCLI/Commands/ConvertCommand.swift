import ArgumentParser
import Notebooks

/// `lectern convert IN OUT`.
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert", abstract: "Converts a notebook to another format; runs nothing.",
    discussion: """
      The formats follow from the file names: .py, .ipynb, .md. What the new format cannot hold is told.

      EXAMPLES:
        lectern convert lecture.ipynb lecture.py
        lectern convert notebooks/conv2d.py conv2d.md
      """)

  @Argument(help: ArgumentHelp("The notebook to read.", valueName: "in"))
  var input: String

  @Argument(help: ArgumentHelp("The notebook to write.", valueName: "out"))
  var output: String

  func run() throws {
    do {
      let notebook = try NotebookFile.read(input)
      for loss in try NotebookFile.write(notebook, to: output) {
        TerminalOutput.complain("\(output) does not hold \(loss)")
      }
    } catch let error as NotebookError {
      TerminalOutput.complain(error.description)
      throw ExitStatus.couldNotRun
    }
  }
}
