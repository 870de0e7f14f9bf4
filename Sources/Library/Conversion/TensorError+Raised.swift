import Interpreter
import Tensors

extension Raised {
  /// The script exception for an error of the runtime. An exception that only passed through comes out as it went in.
  init(_ error: TensorError) {
    if let raised = error.underlying as? Raised {
      self = raised
    } else {
      self.init(error.kind.exceptionType, error.message)
    }
  }
}

extension TensorError {
  /// An exception of a script on its way through the runtime.
  init(_ raised: Raised) { self = .foreign(raised) }
}

extension TensorError.Kind {
  var exceptionType: TypeObject {
    switch self {
    case .runtime, .foreign: .runtimeError
    case .value: .valueError
    case .type: .typeError
    case .index: .indexError
    case .key: .keyError
    case .attribute: .attributeError
    case .notImplemented: .notImplementedError
    case .assertion: .assertionError
    case .overflow: .overflowError
    case .zeroDivision: .zeroDivisionError
    case .memory: .memoryError
    case .os: .osError
    case .fileNotFound: .fileNotFoundError
    case .stopIteration: .stopIteration
    case .linAlg: LinAlgError.type
    }
  }
}

/// `torch._C._LinAlgError`, a RuntimeError.
enum LinAlgError {
  static let type: TypeObject = TypeObject.native("_LinAlgError", module: "torch._C", bases: [.runtimeError]) { _ in }
}

/// Runs code of the runtime for a script.
@inline(__always)
func converting<R>(_ body: () throws(TensorError) -> R) throws(Raised) -> R {
  do { return try body() } catch { throw Raised(error) }
}

/// Runs code of a script for the runtime.
@inline(__always)
func foreign<R>(_ body: () throws(Raised) -> R) throws(TensorError) -> R {
  do { return try body() } catch { throw TensorError(error) }
}
