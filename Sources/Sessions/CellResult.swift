import Notebooks

/// What came of running a cell.
package struct CellResult {
  /// What the cell printed and echoed, and the error that ended it, in order.
  package var outputs: [Output] = []
  /// How it ended.
  package var ending: Ending = .completed
  /// How many elements the echo leaves out.
  package var elidedCount = 0
  /// How long it ran.
  package var seconds: Double = 0

  /// How a cell ends.
  package enum Ending: Equatable {
    case completed
    /// An exception was raised; the last of the outputs tells which.
    case raised
    /// `exit()`, or any SystemExit, with the status it asks for.
    case exited(status: Int32)
    /// Ctrl-C.
    case interrupted
    /// The time limit of the cell or the run was reached.
    case timedOut
    /// More was printed than is recorded, where that ends a cell.
    case printedTooMuch
  }

  /// The echo of the last expression.
  package var echo: String? {
    for case .result(let text) in outputs { return text }
    return nil
  }

  /// The error that ended the cell.
  package var error: Output? { outputs.error }
}
