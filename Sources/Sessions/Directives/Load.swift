import Interpreter
import Notebooks

extension Directive {
  /// `%load`
  static let load = Directive(
    "load", usage: "%load FILE",
    "Puts the code of a script or notebook at the next prompt, to be looked over and run; prints it where there is none."
  ) {
    call throws(Raised) in
    guard let file = call.words.first else { throw .valueError("%load wants a file") }
    do throws(NotebookError) {
      let cells = try NotebookFile.read(file).cells.filter { $0.kind == .code }.map(\.source)
      if call.session.isInteractive {
        call.session.nextInput = cells.joined(separator: "\n\n")
      } else {
        for cell in cells { call.print(cell + "\n") }
      }
    } catch {
      throw Raised(.osError, error.description)
    }
    return nil
  }
}
