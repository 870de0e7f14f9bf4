import Interpreter
import Notebooks
import Sessions
import Syntax

/// The printed form of a cell at one stage of its way into the interpreter.
struct Inspection {
  /// The print, or the error that stands in its way.
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
      case .code:
        // What the parser has to say is said by it.
        _ = try Parser.parse(source, mode: .cell)
        (text, isMistake) = Self.code(program, file: file)
      case .trace: break
      }
    } catch {
      text = error.formatted + "\n"
      isMistake = true
    }
  }

  private static func code(_ program: String, file: String) -> (String, Bool) {
    let interpreter = Interpreter()
    return interpreter.run {
      do throws(Raised) {
        return (try interpreter.codeDump(program, name: file, mode: .cell), false)
      } catch {
        return (interpreter.traceback(error), true)
      }
    }
  }
}
