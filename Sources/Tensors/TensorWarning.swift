/// Warnings that operations give while they go on working, such as about shapes that broadcast by accident.
package enum TensorWarning {
  /// What receives the text of each warning; set once by whoever shows them.
  package static var handler: ((String) -> Void)? {
    didSet { given = [] }
  }

  /// Gives a warning.
  package static func emit(_ message: String) { handler?(message) }

  /// Gives a warning the first time only, as PyTorch does with some.
  package static func emitOnce(_ message: String) { if given.insert(message).inserted { emit(message) } }

  private static var given: Set<String> = []
}
