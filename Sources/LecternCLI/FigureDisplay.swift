import Glibc
import LineEditing
import Plots
import Sessions

/// Shows figures on the terminal in the best way that it knows, in a pipe as one line of text.
final class FigureDisplay {
  private var graphics: TerminalGraphics?
  /// Takes what was typed while the terminal was being asked, so that no key is lost.
  private let typedAhead: (String) -> Void

  init(typedAhead: @escaping (String) -> Void = { _ in }) { self.typedAhead = typedAhead }

  /// Has the figures of a session shown.
  static func connect(_ session: Session) {
    let display = FigureDisplay { [unowned session] text in session.nextInput = (session.nextInput ?? "") + text }
    session.onFigure = { display.show($0) }
  }

  private func show(_ figure: Figure) {
    TerminalOutput.flush()
    let way = graphics ?? detect()
    graphics = way
    var text = figure.summary + "\n"
    do throws(PlotError) { text = try figure.terminalText(way, size) } catch { TerminalOutput.complain(error.message) }
    TerminalOutput.write(text)
    TerminalOutput.flush()
  }

  private var size: TerminalSize {
    var window = winsize()
    let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0 && window.ws_col > 0
    var size = TerminalSize(columns: isKnown ? Int(window.ws_col) : 80, rows: isKnown ? Int(window.ws_row) : 24)
    if isKnown { (size.width, size.height) = (Int(window.ws_xpixel), Int(window.ws_ypixel)) }
    let depth = variable("COLORTERM") ?? ""
    size.hasFullColor = depth == "truecolor" || depth == "24bit" || variable("TMUX") != nil
    return size
  }

  private func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  private func detect() -> TerminalGraphics {
    let around = TerminalGraphics.Surroundings(isTerminal: isatty(STDOUT_FILENO) == 1) { name in
      getenv(name).map { String(cString: $0) }
    }
    if let known = TerminalGraphics.known(around) { return known }
    guard isatty(STDIN_FILENO) == 1, let answer = ask() else { return .blocks }
    return TerminalGraphics.from(answer: answer)
  }

  /// Asks the terminal for its attributes and waits a quarter of a second for the answer; nil when it cannot be asked now.
  private func ask() -> String? {
    var waiting: Int32 = 0
    // Keys that wait already would be mixed with the answer.
    guard ioctl(STDIN_FILENO, UInt(FIONREAD), &waiting) == 0, waiting == 0 else { return nil }
    var old = termios()
    guard tcgetattr(STDIN_FILENO, &old) == 0 else { return nil }
    var raw = old
    raw.c_lflag &= ~tcflag_t(ICANON | ECHO)
    guard tcsetattr(STDIN_FILENO, TCSANOW, &raw) == 0 else { return nil }
    defer { tcsetattr(STDIN_FILENO, TCSANOW, &old) }
    TerminalOutput.write(TerminalGraphics.question)
    TerminalOutput.flush()
    var answer: [UInt8] = []
    var left: Int32 = 250
    while left > 0, answer.count < 1024 {
      var event = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      let start = milliseconds()
      guard poll(&event, 1, left) > 0 else { break }
      left -= max(1, Int32(truncatingIfNeeded: milliseconds() - start))
      var byte: UInt8 = 0
      guard read(STDIN_FILENO, &byte, 1) == 1 else { break }
      answer.append(byte)
      if TerminalGraphics.isComplete(String(decoding: answer, as: UTF8.self)) { break }
    }
    let text = String(decoding: answer, as: UTF8.self)
    let typed = TerminalGraphics.typed(in: text)
    if !typed.isEmpty { typedAhead(typed) }
    return text
  }

  private func milliseconds() -> Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
  }
}
