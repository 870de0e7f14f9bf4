import Interpreter
import Notebooks

extension Directive {
  /// `%load`
  static let load = Directive(
    "load", usage: "%load FILE", "Shows the code of a script or notebook, cell by cell, without running it."
  ) {
    call throws(Raised) in
    guard let file = call.words.first else { throw .valueError("%load wants a file") }
    do throws(NotebookError) {
      for cell in try NotebookFile.read(file).cells where cell.kind == .code { call.print(cell.source + "\n") }
    } catch {
      throw Raised(.osError, error.description)
    }
    return nil
  }
}
