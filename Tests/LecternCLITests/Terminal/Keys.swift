import Foundation

/// What terminals send for keys, and how a session is started for a test.
enum Keys {
  static let up = "\u{1B}[A", down = "\u{1B}[B", left = "\u{1B}[D", home = "\u{1B}[H"
  static let controlA = "\u{1}", controlC = "\u{3}", controlD = "\u{4}", controlE = "\u{5}", controlR = "\u{12}"
  static let controlU = "\u{15}", controlX = "\u{18}", backspace = "\u{7F}", tab = "\t"
  static let pasteStart = "\u{1B}[200~", pasteEnd = "\u{1B}[201~"
}

extension PseudoTerminal {
  /// A session at its first prompt.
  static func session(
    _ arguments: [String] = [], width: Int = 80, environment: [String: String] = [:], state: String? = nil
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(arguments, width: width, height: 40, environment: environment, state: state)
    try terminal.wait(for: "In [1]:")
    return terminal
  }

  /// A folder for a state of its own.
  static func stateFolder() -> String { NSTemporaryDirectory() + "lectern-state-\(UUID().uuidString)" }

  /// Types lines and waits for the prompt with this number.
  func run(_ text: String, until number: Int) throws {
    type(text)
    try wait(for: "In [\(number)]:") { $0.screen.text.hasSuffix("In [\(number)]:") }
  }

  /// Ends the session and checks that it ended well.
  func leave() throws {
    try wait(for: "a prompt") { $0.screen.text.hasSuffix("]:") }
    type(Keys.controlD)
    guard try waitForEnd() == 0 else { throw Failure(description: "status \(status ?? -1):\n\(screen.text)") }
  }
}
