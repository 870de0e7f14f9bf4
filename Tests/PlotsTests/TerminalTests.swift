import Plots
import Testing

/// Pictures as terminals take them.
@Suite struct TerminalTests {
  func figure() throws -> Figure {
    let figure = try Figure(width: 2, height: 1.5)
    let axes = figure.addAxes(in: Rect(0, 0, 1, 1))
    axes.background = Color(1, 0, 0)
    axes.title.text = "tit\u{1B}[2Jle"
    return figure
  }

  @Test func kittyGetsPiecesOfAtMost4096Letters() throws {
    let figure = try figure()
    let mapping = ColorMapping(
      (0..<40_000).map { Double($0 &* 7919 % 1009) }, map: try Colormap.named("jet"), scale: Normalization())
    figure.axes[0].add(ImageArtist(mapping, rows: 200, columns: 200))
    let text = try figure.terminalText(.kitty, TerminalSize(columns: 80, rows: 24))
    #expect(text.hasPrefix("\u{1B}_Ga=T,f=100,q=2,m=1;"))
    let pieces = text.split(separator: "\u{1B}\\").filter { $0.hasPrefix("\u{1B}_G") }
    #expect(pieces.count > 1)
    for piece in pieces { #expect((piece.split(separator: ";").last?.utf8.count ?? 0) <= 4096) }
    #expect(pieces.last?.hasPrefix("\u{1B}_Gm=0;") == true)
  }

  @Test func inlineFilesTellTheirSize() throws {
    let text = try figure().terminalText(.iterm, TerminalSize(columns: 80, rows: 24))
    #expect(text.hasPrefix("\u{1B}]1337;File=inline=1;size="))
    #expect(text.hasSuffix("\u{07}\n"))
  }

  @Test func sixelsAreStripesOfSixRows() throws {
    let text = try figure().terminalText(.sixel, TerminalSize(columns: 80, rows: 24))
    #expect(text.hasPrefix("\u{1B}P0;1;0q\"1;1;200;150"))
    #expect(text.hasSuffix("\u{1B}\\\n"))
    #expect(text.split(separator: "-", omittingEmptySubsequences: false).count == 150 / 6 + 1)
    #expect(text.contains("2;100;0;0"))
  }

  @Test func halfBlocksFitTheWindow() throws {
    let text = try figure().terminalText(.blocks, TerminalSize(columns: 40, rows: 24))
    let lines = text.split(separator: "\n")
    #expect(lines.count <= 24)
    #expect(lines[2].filter { $0 == "▀" }.count <= 40)
    #expect(lines[2].contains("38;2;255;0;0"))
    // A title is shown, but none of its control characters.
    #expect(lines.last?.hasPrefix("tit[2Jle · ") == true)
    var size = TerminalSize(columns: 40, rows: 24)
    size.hasFullColor = false
    #expect(try figure().terminalText(.blocks, size).contains("38;5;196"))
  }

  @Test func aPipeGetsOneLine() throws {
    #expect(try figure().terminalText(.text, TerminalSize(columns: 80, rows: 24)) == "<Figure size 200x150 with 1 Axes>\n")
  }

  @Test(
    arguments: [
      (["TERM": "xterm-kitty"], TerminalGraphics.kitty), (["TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app"], .iterm),
      (["TERM": "xterm-256color", "TERM_PROGRAM": "vscode"], .iterm), (["TERM": "dumb"], .text),
      (["TERM": "xterm", "NO_COLOR": "1"], .text),
      (["TERM": "tmux-256color", "KITTY_WINDOW_ID": "1"], nil), (["TERM": "xterm-256color"], nil),
      (["TERM": "foot", "LECTERN_GRAPHICS": "sixel"], .sixel),
    ] as [([String: String], TerminalGraphics?)])
  func terminalsAreKnownByTheirVariables(variables: [String: String], graphics: TerminalGraphics?) {
    #expect(TerminalGraphics.known(TerminalGraphics.Surroundings(isTerminal: true) { variables[$0] }) == graphics)
  }

  @Test func theAnswerTellsSixelsAndKeepsKeys() {
    #expect(TerminalGraphics.from(answer: "\u{1B}[?62;4;22c") == .sixel)
    #expect(TerminalGraphics.from(answer: "\u{1B}[?1;2c") == .blocks)
    #expect(TerminalGraphics.from(answer: "") == .blocks)
    #expect(TerminalGraphics.typed(in: "ab\u{1B}[?1;2ccd") == "abcd")
    #expect(!TerminalGraphics.isComplete("\u{1B}[?1;"))
  }

  @Test func noTerminalMeansText() {
    #expect(TerminalGraphics.known(TerminalGraphics.Surroundings(isTerminal: false) { _ in "xterm-kitty" }) == .text)
  }
}
