/// What is wrong with a notebook file, and where: the one error type of this module.
package struct NotebookError: Error, Equatable, CustomStringConvertible {
  /// The file as the user named it.
  package let file: String
  /// The 1-based line, where one is to blame.
  package let line: Int?
  /// What was expected and what was found.
  package let message: String

  /// Makes an error about `file`, at `line` where one is to blame.
  package init(file: String, line: Int? = nil, message: String) {
    self.file = file
    self.line = line
    self.message = message
  }

  /// `file:line: message`, the form that editors can jump to.
  package var description: String {
    guard let line else { return "\(file): \(message)" }
    return "\(file):\(line): \(message)"
  }
}
