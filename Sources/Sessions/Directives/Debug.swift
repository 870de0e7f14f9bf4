import Interpreter

extension Directive {
  /// `%debug`
  static let debug = Directive(
    "debug", usage: "%debug", "Looks into the frames of the last error: names, up, down, any expression."
  ) { call throws(Raised) in
    let session = call.session
    guard let error = session.lastError else {
      call.print("There was no error.")
      return nil
    }
    let frames = Array(error.keptFrames.reversed())
    let text = Raised(error).message
    let title = Raised(error).typeName + (text.isEmpty ? "" : ": " + text)
    guard let innermost = frames.last, session.inspect != nil else {
      call.print(title)
      for frame in error.frames.reversed() { call.print("  \(frame.source), line \(frame.line), in \(frame.function)") }
      return nil
    }
    _ = session.look(
      with: FrameInspector(session, .postMortem, frames: frames, header: [title] + PauseReport.place(of: innermost)))
    return nil
  }
}
