import Interpreter
import Saving

/// The exception classes of saving, and the conversion to them.
enum SavingErrors {
  static let pickling: TypeObject = TypeObject.native(
    "PicklingError", module: "_pickle", bases: [pickleError], of: ExceptionObject.self
  ) { _ in }
  static let unpickling: TypeObject = TypeObject.native(
    "UnpicklingError", module: "_pickle", bases: [pickleError], of: ExceptionObject.self
  ) { _ in }
  static let safetensors: TypeObject = TypeObject.native(
    "SafetensorError", module: "safetensors_rust", bases: [.exception], of: ExceptionObject.self
  ) { _ in }
  private static let pickleError: TypeObject = TypeObject.native(
    "PickleError", module: "_pickle", bases: [.exception], of: ExceptionObject.self
  ) { _ in }
}

extension Raised {
  /// The script exception for a failure to save or load.
  init(_ error: SavingError) {
    switch error.kind {
    case .unpickling: self.init(SavingErrors.unpickling, error.message)
    case .pickling: self.init(SavingErrors.pickling, error.message)
    case .damaged: self.init(.runtimeError, error.message)
    case .endOfFile: self.init(.eofError, error.message)
    case .safetensors: self.init(SavingErrors.safetensors, error.message)
    case .system(let number, let path): self = OSErrors.error(number, path: path)
    }
  }
}

/// Runs saving code for a script.
func saving<R>(_ body: () throws(SavingError) -> R) throws(Raised) -> R {
  do { return try body() } catch { throw Raised(error) }
}
