import Interpreter

extension Session {
  /// Decides at a safe point what an interrupt means: a look at progress, a pause, or the end of the cell.
  func meetInterrupt() throws(Raised) {
    let count = requests.take()
    if count == 0, !stop.isTimeOut, let ticker, ticker.takeTick() {
      if !isInspecting { showProgressOfLoops() }
      return
    }
    guard count == 1, inspect != nil, !isInspecting, !stop.isTimeOut else {
      showProgress?(nil)
      throw Raised(ExceptionObject(.keyboardInterrupt))
    }
    try pause()
  }

  /// Stops the program where it is and lets the person look; returns to go on.
  func pause() throws(Raised) {
    let frames = interpreter.scriptFrames
    let report = PauseReport(frames, loops: interpreter.loopsUnderWay, seconds: secondsInCell, interpreter)
    let inspector = FrameInspector(self, .pause, frames: frames, header: report.lines)
    let start = Clock.seconds
    let ending = look(with: inspector)
    pausedSeconds += Clock.seconds - start
    requests.clear()
    if ending == .abort { throw Raised(ExceptionObject(.keyboardInterrupt)) }
  }

  /// Has the person look into frames. What is shown meanwhile is no output of the cell.
  func look(with inspector: FrameInspector) -> FrameInspector.Ending {
    guard let inspect, !isInspecting else { return .resume }
    showProgress?(nil)
    isInspecting = true
    let (output, errorOutput) = (interpreter.output, interpreter.errorOutput)
    interpreter.output = { [unowned self] text in onOutput(.standardOutput, text) }
    interpreter.errorOutput = { [unowned self] text in onOutput(.standardError, text) }
    defer {
      (interpreter.output, interpreter.errorOutput) = (output, errorOutput)
      inspectedFrame = nil
      isInspecting = false
    }
    return inspect(inspector)
  }

  /// How long the cell has run, without pauses.
  var secondsInCell: Double { Clock.seconds - cellStart - pausedSeconds }

  private func showProgressOfLoops() {
    guard let showProgress else { return }
    showProgress(meter.line(of: interpreter, seconds: secondsInCell))
  }
}
