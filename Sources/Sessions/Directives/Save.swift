import Interpreter
import Notebooks

extension Directive {
  /// `%save`
  static let save = Directive(
    "save", usage: "%save FILE [CELLS]",
    "Writes the cells of this session, with their outputs, as a notebook (.py, .ipynb, .md)."
  ) { call throws(Raised) in
    guard let file = call.words.first else { throw .valueError("%save wants a file") }
    let session = call.session
    let numbers = try CellRange.numbers(Array(call.words.dropFirst()), last: session.inputs.count - 1)
    let notebook = session.notebook(ofCells: numbers)
    do throws(NotebookError) {
      for loss in try NotebookFile.write(notebook, to: file) { call.print("\(file) does not hold \(loss)") }
    } catch {
      throw Raised(.osError, error.description)
    }
    call.print("\(numbers.count) cell\(numbers.count == 1 ? "" : "s") written to \(file)")
    return nil
  }
}
