/// What can go wrong in the tensor runtime: a Python exception class and its message.
package struct TensorError: Error {
  /// The Python exception class that an error becomes.
  package enum Kind: String {
    case runtime = "RuntimeError"
    case value = "ValueError"
    case type = "TypeError"
    case index = "IndexError"
    case key = "KeyError"
    case attribute = "AttributeError"
    case notImplemented = "NotImplementedError"
    case assertion = "AssertionError"
    case overflow = "OverflowError"
    case zeroDivision = "ZeroDivisionError"
    case memory = "MemoryError"
    case os = "OSError"
    case fileNotFound = "FileNotFoundError"
    case stopIteration = "StopIteration"
    case linAlg = "_LinAlgError"
    /// An error of another layer on its way through this one; see `underlying`.
    case foreign
  }

  /// The exception class.
  package let kind: Kind
  /// The message, in PyTorch's wording where PyTorch has one.
  package let message: String
  /// The error that a `foreign` one carries, such as an exception raised by a script's `forward`.
  package let underlying: (any Error)?

  /// Makes an error of a kind.
  package init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
    underlying = nil
  }

  private init(carrying error: any Error) {
    kind = .foreign
    message = ""
    underlying = error
  }

  /// An error of another layer, to be handed on unchanged.
  package static func foreign(_ error: any Error) -> TensorError { TensorError(carrying: error) }
  /// A TensorError as it is, any other error as a foreign one.
  package static func from(_ error: any Error) -> TensorError { error as? TensorError ?? .foreign(error) }
  /// A RuntimeError.
  package static func runtime(_ message: String) -> TensorError { TensorError(.runtime, message) }
  /// A ValueError.
  package static func value(_ message: String) -> TensorError { TensorError(.value, message) }
  /// A TypeError.
  package static func type(_ message: String) -> TensorError { TensorError(.type, message) }
  /// An IndexError.
  package static func index(_ message: String) -> TensorError { TensorError(.index, message) }
  /// A NotImplementedError.
  package static func notImplemented(_ message: String) -> TensorError { TensorError(.notImplemented, message) }
}

extension TensorError: CustomStringConvertible {
  package var description: String { underlying.map { "\($0)" } ?? "\(kind.rawValue): \(message)" }
}

// Messages that several operations share.
extension TensorError {
  /// Two shapes that do not broadcast.
  package static func broadcast(_ a: Int, _ b: Int, dim: Int) -> TensorError {
    .runtime("The size of tensor a (\(a)) must match the size of tensor b (\(b)) at non-singleton dimension \(dim)")
  }

  /// A dimension outside `-rank ..< rank`.
  package static func dimOutOfRange(_ dim: Int, rank: Int) -> TensorError {
    let low = -max(rank, 1)
    let high = max(rank, 1) - 1
    return .index("Dimension out of range (expected to be in range of [\(low), \(high)], but got \(dim))")
  }

  /// An operation without an implementation for a dtype.
  package static func notImplemented(_ kernel: String, for dtype: DType) -> TensorError {
    .notImplemented("\"\(kernel)\" not implemented for '\(dtype.scalarName)'")
  }

  /// More memory than there is.
  package static func notEnoughMemory(_ byteCount: Int) -> TensorError {
    .runtime(
      "[enforce fail at alloc_cpu.cpp:127] err == 0. DefaultCPUAllocator: can't allocate memory: you tried to allocate "
        + "\(byteCount) bytes. Error code 12 (Cannot allocate memory)")
  }

  /// Whether this is `notEnoughMemory`.
  package var isNotEnoughMemory: Bool { kind == .runtime && message.hasPrefix("[enforce fail at alloc_cpu") }

  /// A result dtype that does not fit the tensor it has to go into.
  package static func cannotCast(_ from: DType, to: DType) -> TensorError {
    .runtime("result type \(from.scalarName) can't be cast to the desired output type \(to.scalarName)")
  }
}
