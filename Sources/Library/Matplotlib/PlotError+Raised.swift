import Interpreter
import Plots

extension Raised {
  /// The script exception for an error of a picture.
  init(_ error: PlotError) {
    let type: TypeObject
    switch error.kind {
    case .value: type = .valueError
    case .type: type = .typeError
    case .runtime: type = .runtimeError
    case .attribute: type = .attributeError
    case .os: type = .osError
    case .fileNotFound: type = .fileNotFoundError
    case .key: type = .keyError
    case .notImplemented: type = .notImplementedError
    }
    self.init(type, error.message)
  }
}

/// Runs code of the pictures for a script.
@inline(__always)
func plotting<R>(_ body: () throws(PlotError) -> R) throws(Raised) -> R {
  do { return try body() } catch { throw Raised(error) }
}
