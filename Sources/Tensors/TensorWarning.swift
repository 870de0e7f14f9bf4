/// Warnings that operations give while they go on working, such as about shapes that broadcast by accident.
package enum TensorWarning {
  /// What receives the text of each warning; set once by whoever shows them.
  package static var handler: ((String) -> Void)?

  /// Gives a warning.
  package static func emit(_ message: String) { handler?(message) }
}
