/// What can go wrong while values are written to files or read back.
package struct SavingError: Error {
  /// What kind of failure it is; scripts see an exception class for each.
  package enum Kind {
    /// The data are no pickle, or one that asks for more than data (`pickle.UnpicklingError`).
    case unpickling
    /// The value is of a kind that files cannot hold (`pickle.PicklingError`).
    case pickling
    /// The archive or header is damaged (`RuntimeError`).
    case damaged
    /// The file ends too early (`EOFError`).
    case endOfFile
    /// A safetensors file is invalid (`SafetensorError`).
    case safetensors
    /// The system refused, with `errno` (`OSError` and its kin).
    case system(Int32, path: String)
  }

  /// What kind of failure it is.
  package let kind: Kind
  /// What happened, naming the file, entry or opcode.
  package let message: String

  /// Makes an error of a kind.
  package init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }

  static func unpickling(_ message: String) -> SavingError { SavingError(.unpickling, message) }
  static func damaged(_ message: String) -> SavingError { SavingError(.damaged, message) }
}
