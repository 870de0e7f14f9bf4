import Interpreter

/// Where a program waits, in a few lines: cell, line, loop variables, time.
struct PauseReport {
  /// The lines to show.
  let lines: [String]

  init(_ frames: [ScriptFrame], loops: [LoopUnderWay], seconds: Double, _ interpreter: Interpreter) {
    var lines: [String] = []
    if let frame = frames.last {
      let place = Self.place(of: frame)
      lines.append("Paused after \(Duration.text(seconds)) at \(place[0])")
      lines += place.dropFirst()
    } else {
      lines.append("Paused after \(Duration.text(seconds))")
    }
    var variables: [String] = []
    for (index, frame) in frames.enumerated() {
      variables += LoopVariables.texts(of: frame, loops.filter { $0.frame == index }.map(\.progress), interpreter)
    }
    if !variables.isEmpty { lines.append("  " + variables.joined(separator: ", ")) }
    self.lines = lines
  }

  /// Source, line and function of a frame, then the line's text.
  static func place(of frame: ScriptFrame) -> [String] {
    let function = frame.function == "<module>" ? "" : ", in \(frame.function)"
    let text = frame.source.text(ofLine: frame.line).drop { $0 == " " || $0 == "\t" }
    return ["\(frame.source.name), line \(frame.line)\(function)"] + (text.isEmpty ? [] : ["    " + text])
  }
}
