import LineEditing
import Sessions

/// The prompt inside a paused program, and that of `%debug`.
struct InspectionPrompt {
  private let source: any LineSource

  init(_ source: any LineSource) { self.source = source }

  /// Shows where the program stands and obeys lines until the look ends.
  func run(_ inspector: FrameInspector) -> FrameInspector.Ending {
    let isPause = inspector.purpose == .pause
    if isPause { TerminalOutput.write("\n") }
    for (index, line) in inspector.header.enumerated() {
      TerminalOutput.write((index == 0 ? TerminalOutput.coloured(line, "33", on: 1) : line) + "\n")
    }
    let hint =
      isPause
      ? "Enter goes on, Ctrl-C stops, anything else is evaluated here; ? lists more."
      : "u and d change the frame, q leaves, anything else is evaluated there; ? lists more."
    TerminalOutput.write(TerminalOutput.coloured(hint, "2", on: 1) + "\n")
    while true {
      TerminalOutput.flush()
      switch source.next(LinePrompt(isPause ? "paused:" : "debug:", colour: "33", keepsHistory: false)) {
      case .text(let text):
        if let ending = inspector.answer(text) { return ending }
      case .invalid(let message): TerminalOutput.complain(message)
      case .interrupted, .end: return .abort
      }
    }
  }
}
