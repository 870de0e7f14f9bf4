/// The ways in which terminals show pictures.
package enum TerminalGraphics: String, CaseIterable {
  /// kitty's graphics protocol: kitty, Ghostty, WezTerm, Konsole.
  case kitty
  /// iTerm2's inline files: iTerm2, WezTerm, VS Code, Warp.
  case iterm
  /// DEC's sixels: foot, xterm -ti vt340, mlterm, Windows Terminal, tmux where built so.
  case sixel
  /// Two pixels a character cell, in 24-bit colour: nearly every terminal.
  case blocks
  /// One line of text.
  case text

  /// What a terminal looks like from outside, before anything is asked of it.
  package struct Surroundings {
    /// The environment.
    package var variables: (String) -> String?
    /// Whether standard output is a terminal.
    package var isTerminal: Bool

    /// An environment and whether there is a terminal.
    package init(isTerminal: Bool, _ variables: @escaping (String) -> String?) {
      self.isTerminal = isTerminal
      self.variables = variables
    }
  }

  /// The way that is known without asking the terminal; nil where only its own answer can tell (whether it knows sixels).
  package static func known(_ around: Surroundings) -> TerminalGraphics? {
    if let forced = around.variables("LECTERN_GRAPHICS").flatMap({ TerminalGraphics(rawValue: $0.lowercased()) }) {
      return forced
    }
    guard around.isTerminal else { return .text }
    let term = around.variables("TERM") ?? ""
    let program = around.variables("TERM_PROGRAM") ?? ""
    if term == "dumb" || term.isEmpty || around.variables("NO_COLOR").map({ !$0.isEmpty }) == true { return .text }
    // A multiplexer passes on what it understands itself, whatever terminal is around it.
    if around.variables("TMUX") != nil || term.hasPrefix("tmux") || term.hasPrefix("screen") { return nil }
    if around.variables("KITTY_WINDOW_ID") != nil || term == "xterm-kitty" || term == "xterm-ghostty" || program == "ghostty" {
      return .kitty
    }
    if program == "WezTerm" || around.variables("KONSOLE_VERSION") != nil { return .kitty }
    if program == "iTerm.app" || program == "vscode" || program == "WarpTerminal" || around.variables("LC_TERMINAL") == "iTerm2"
    {
      return .iterm
    }
    if program == "Apple_Terminal" || term == "linux" { return .blocks }
    return nil
  }

  /// The question that tells whether sixels are understood: the device attributes, which every terminal answers.
  package static let question = "\u{1B}[c"

  /// The way that follows from the answer to `question`; a 4 among the attributes means sixels.
  package static func from(answer: String) -> TerminalGraphics {
    guard let start = answer.range(of: "\u{1B}[?"), let end = answer[start.upperBound...].firstIndex(of: "c") else {
      return .blocks
    }
    let attributes = answer[start.upperBound..<end].split(separator: ";")
    return attributes.contains("4") ? .sixel : .blocks
  }

  /// What stands before and after the answer: keys typed meanwhile.
  package static func typed(in text: String) -> String {
    guard let start = text.range(of: "\u{1B}[?"), let end = text[start.upperBound...].firstIndex(of: "c") else { return text }
    return String(text[..<start.lowerBound] + text[text.index(after: end)...])
  }

  /// Whether an answer to `question` is complete.
  package static func isComplete(_ answer: String) -> Bool {
    guard let start = answer.range(of: "\u{1B}[?") else { return false }
    return answer[start.upperBound...].contains("c")
  }
}

extension StringProtocol {
  /// Where a text stands within this one.
  fileprivate func range(of other: String) -> Range<Index>? { self.firstRange(of: other) }
}

/// How much room a terminal has.
package struct TerminalSize {
  package var columns, rows: Int
  /// The pixels of the whole window; 0 where the terminal does not say.
  package var width, height: Int
  /// Whether it shows 24-bit colours; else one of 256 is chosen.
  package var hasFullColor = true
  /// A window of so many cells.
  package init(columns: Int, rows: Int, width: Int = 0, height: Int = 0) {
    (self.columns, self.rows, self.width, self.height) = (columns, rows, width, height)
  }
}

extension Figure {
  /// The figure as what a terminal is sent, ending with a line break. Whatever happens, something is shown: the one-line text.
  package func terminalText(_ graphics: TerminalGraphics, _ size: TerminalSize) throws(PlotError) -> String {
    switch graphics {
    case .text: return summary + "\n"
    case .kitty: return KittyPicture.text(try canvas(fitted(size)).fileBytes()) + "\n"
    case .iterm: return InlineFilePicture.text(try canvas(fitted(size)).fileBytes()) + "\n"
    case .sixel: return SixelPicture.text(try canvas(fitted(size))) + "\n"
    case .blocks: return try HalfBlockPicture.text(self, size)
    }
  }

  /// Fewer pixels per inch where the figure is wider than the window.
  private func fitted(_ size: TerminalSize) -> PictureOptions {
    var options = PictureOptions(.png)
    let pixels = pixelSize()
    let room = size.width > 0 ? size.width : max(20, size.columns) * 9
    if pixels.width > room, pixels.width > 0 { options.dpi = dpi * Double(room) / Double(pixels.width) }
    return options
  }
}
