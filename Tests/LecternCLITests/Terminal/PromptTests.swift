import Foundation
import Testing

/// Real keys at a real terminal.
@Suite(.serialized) struct PromptTests {
  static let up = "\u{1B}[A", down = "\u{1B}[B", left = "\u{1B}[D", home = "\u{1B}[H"
  static let controlA = "\u{1}", controlC = "\u{3}", controlD = "\u{4}", controlR = "\u{12}", controlU = "\u{15}"
  static let pasteStart = "\u{1B}[200~", pasteEnd = "\u{1B}[201~"

  func start(_ width: Int = 60, environment: [String: String] = [:], state: String? = nil) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(width: width, environment: environment, state: state)
    try terminal.wait(for: "In [1]:")
    return terminal
  }

  @Test func expressionsAreEchoedBehindTheirNumber() throws {
    let terminal = try start()
    terminal.type("1 + 2\n")
    try terminal.wait(for: "Out[1]: 3")
    try terminal.wait(for: "In [2]:")
    terminal.type("_ * 2; x = 5\n")
    try terminal.wait(for: "In [3]:")
    terminal.type("_\n")
    try terminal.wait(for: "Out[3]: 3")
  }

  @Test func blocksGetContinuationPromptsAndRunAtABlankLine() throws {
    let terminal = try start()
    terminal.type("for i in range(2):\nprint('turn', i)\n\n")
    try terminal.wait(for: "turn 1")
    #expect(terminal.screen.text.contains("In [1]: for i in range(2):\n   ...:     print('turn', i)\n   ...:\nturn 0\nturn 1"))
  }

  @Test func wholeBlocksComeBackFromHistory() throws {
    let state = NSTemporaryDirectory() + "lectern-state-\(UUID().uuidString)"
    var terminal = try start(state: state)
    terminal.type("def f(x):\nreturn x + 1\n\n")
    try terminal.wait(for: "In [2]:")
    terminal.type(Self.controlD)
    #expect(try terminal.waitForEnd() == 0)
    terminal = try start(state: state)
    terminal.type(Self.up)
    try terminal.wait(for: "In [1]: def f(x):\n   ...:     return x + 1")
    terminal.type("0\u{1B}\n")
    try terminal.wait(for: "In [2]:")
    terminal.type("f(1)\n")
    try terminal.wait(for: "Out[2]: 11")
  }

  @Test func arrowsMoveByLineInsideABlock() throws {
    let terminal = try start()
    terminal.type("if True:\na = 1\nb = 2")
    try terminal.wait(for: "b = 2")
    terminal.type(Self.up + Self.home + "z" + Self.down + "\u{1B}\n")
    try terminal.wait(for: "In [2]:")
    terminal.type("za + b\n")
    try terminal.wait(for: "Out[2]: 3")
  }

  @Test func controlCGivesUpTheTextAndKeepsTheSession() throws {
    let terminal = try start()
    terminal.type("x = 1\n")
    try terminal.wait(for: "In [2]:")
    terminal.type("if x:\nabandoned")
    try terminal.wait(for: "abandoned")
    terminal.type(Self.controlC)
    try terminal.wait(for: "a fresh prompt") { $0.screen.text.hasSuffix("In [2]:") }
    terminal.type(Self.controlC)
    terminal.type("x\n")
    try terminal.wait(for: "Out[2]: 1")
  }

  @Test func errorsAreToldAndTheSessionGoesOn() throws {
    let terminal = try start()
    terminal.type("x = 7\n1/0\nx\n")
    try terminal.wait(for: "ZeroDivisionError: division by zero")
    try terminal.wait(for: "Out[3]: 7")
  }

  @Test(arguments: ["exit\n", "quit()\n", "exit()\n", "\u{4}"]) func theSessionEnds(keys: String) throws {
    let terminal = try start()
    terminal.type(keys)
    #expect(try terminal.waitForEnd() == 0)
    #expect(terminal.isSane)
  }

  @Test func pastesOfAThousandLinesAreOneCell() throws {
    let terminal = try start()
    let lines = (0..<1000).map { "\t\($0),\n" }.joined()
    terminal.type(Self.pasteStart + "x = [\n" + lines + "]" + Self.pasteEnd)
    try terminal.wait(for: "]")
    terminal.type("\n")
    try terminal.wait(for: "In [2]:")
    terminal.type("len(x), sum(x)\n")
    try terminal.wait(for: "Out[2]: (1000, 499500)")
  }

  @Test func controlCDuringAPasteLeavesAPrompt() throws {
    let terminal = try start()
    terminal.type(Self.pasteStart + "x = 1\ny = ")
    usleep(200_000)
    terminal.type(Self.controlC)
    try terminal.wait(for: "a fresh prompt") { $0.screen.text.hasSuffix("In [1]:") }
    terminal.type("2 + 2\n")
    try terminal.wait(for: "Out[1]: 4")
  }

  @Test func wideCharactersWrapAtTheEdge() throws {
    let terminal = try start(20)
    terminal.type("'합성곱합성곱합성곱'")
    try terminal.wait(for: "곱합성곱'")
    terminal.type("\u{7F}\u{7F}.'\n")
    try terminal.wait(for: "Out[1]:")
    try terminal.wait(for: "합성.'")
  }

  @Test func resizingKeepsTheText() throws {
    let terminal = try start()
    terminal.type("'abc")
    try terminal.wait(for: "'abc")
    terminal.resize(width: 30, height: 24)
    usleep(100_000)
    terminal.type("def'\n")
    try terminal.wait(for: "Out[1]: 'abcdef'")
  }

  @Test func searchFindsAnEarlierCell() throws {
    let terminal = try start()
    terminal.type("needle = 41\nother = 1\n")
    try terminal.wait(for: "In [3]:")
    terminal.type(Self.controlR + "need")
    try terminal.wait(for: "bck:need")
    terminal.type("\n")
    try terminal.wait(for: "In [3]: needle = 41")
  }

  @Test func tabIndentsWhereNothingStands() throws {
    let terminal = try start()
    terminal.type("if True:\n\u{8}\tx = 3\n\n")
    try terminal.wait(for: "In [2]:")
    terminal.type("x\n")
    try terminal.wait(for: "Out[2]: 3")
  }

  @Test func stopAndContinueDrawTheLineAgain() throws {
    let terminal = try start()
    terminal.type("40 +")
    try terminal.wait(for: "40 +")
    // There is no shell here that would stop the job: the program is stopped and continued from outside.
    terminal.signal(SIGSTOP)
    usleep(100_000)
    terminal.signal(SIGCONT)
    usleep(100_000)
    terminal.type(" 2\n")
    try terminal.wait(for: "Out[1]: 42")
  }

  @Test(arguments: [SIGTERM, SIGSEGV, SIGHUP]) func aDeadlySignalLeavesTheTerminalSane(signal: Int32) throws {
    let terminal = try start()
    terminal.type("half a li")
    try terminal.wait(for: "half a li")
    #expect(!terminal.isSane)
    terminal.signal(signal)
    #expect(try terminal.waitForEnd() == 128 + signal)
    #expect(terminal.isSane)
  }

  @Test(arguments: [["TERM": "dumb"], ["TERM": ""], ["LC_ALL": "C"]]) func poorTerminalsWork(environment: [String: String])
    throws
  {
    let terminal = try start(environment: environment)
    terminal.type("'é' * 2\n")
    try terminal.wait(for: "'éé'")
  }

  @Test func aFolderForHistoryThatCannotBeMadeIsToldOnce() throws {
    let terminal = try start(environment: ["XDG_STATE_HOME": "/proc/none"])
    #expect(terminal.screen.text.contains("History is not kept"))
    terminal.type("1 + 1\n")
    try terminal.wait(for: "Out[1]: 2")
  }
}
