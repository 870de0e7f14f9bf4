import Interpreter
import Notebooks

extension Directive {
  /// `%run`
  static let run = Directive("run", usage: "%run FILE [ARGUMENTS]", "Runs a script or notebook here; its names stay.") {
    call throws(Raised) in
    guard let file = call.words.first else { throw .valueError("%run wants a file") }
    let notebook: Notebook
    do throws(NotebookError) {
      notebook = try NotebookFile.read(file)
    } catch {
      throw Raised(.osError, error.description)
    }
    let interpreter = call.interpreter
    let outer = interpreter.arguments
    interpreter.arguments = call.words
    defer { interpreter.arguments = outer }
    for cell in notebook.cells where cell.kind == .code {
      let text = CellSource.translate(cell.source, atLine: max(1, cell.line))
      let value = try call.session.evaluate(text, name: file, mode: notebook.echoesLastExpression ? .cell : .file)
      if let value, !value.isNone { call.print(try interpreter.repr(value)) }
    }
    return nil
  }
}
