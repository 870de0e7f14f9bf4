import Interpreter
import Notebooks
import Sessions
import Syntax

/// The printed form of a cell at one stage of its way into the interpreter.
struct Inspection {
  /// The print, or the syntax error that stands in its way.
  private(set) var text = ""
  /// Whether it is an error.
  private(set) var isMistake = false

  init(of cell: Cell, file: String, stage: InspectCommand.Stage) {
    let program = Session.program(of: cell.source, atLine: max(1, cell.line))
    let source = SourceFile(name: file, text: program)
    do throws(SyntaxError) {
      switch stage {
      case .tokens: text = try source.tokenDump()
      case .ast: text = try Parser.parse(source, mode: .cell).dump()
      case .code: text = "inspect code: not built yet\n"
      }
    } catch {
      text = error.formatted + "\n"
      isMistake = true
    }
  }
}
