import Foundation
import Testing

/// What terminals, pastes and people do to a prompt.
@Suite(.serialized) struct RoughTerminalTests {
  @Test func pastedBinaryLeavesAPrompt() throws {
    let terminal = try PseudoTerminal.session()
    let binary = (0...255).map { UnicodeScalar(UInt8($0)) }.map { String($0) }.joined()
    terminal.type(Keys.pasteStart + binary + Keys.pasteEnd + Keys.controlU)
    usleep(300_000)
    terminal.type(Keys.controlC)
    usleep(300_000)
    terminal.type("20 + 3\n")
    try terminal.wait(for: "23")
    try terminal.leave()
    #expect(terminal.isSane)
  }

  @Test func aHugePasteIsRefusedAndWhatStoodThereStays() throws {
    let terminal = try PseudoTerminal.session()
    terminal.type("x = 40")
    try terminal.wait(for: "x = 40")
    let line = String(repeating: "0123456789", count: 10) + "\n"
    terminal.type(Keys.pasteStart + String(repeating: line, count: 100_000) + Keys.pasteEnd)
    try terminal.wait(for: "The paste of 10100000 characters was not taken", seconds: 60)
    terminal.type(" + 2\nx\n")
    try terminal.wait(for: "Out[2]: 42")
  }

  @Test(arguments: ["TERM", "HOME", "LC_ALL"]) func missingVariablesAreNoObstacle(name: String) throws {
    let terminal = try PseudoTerminal.session(environment: [name: PseudoTerminal.unset])
    terminal.type("'é' * 2\n")
    try terminal.wait(for: "'éé'")
    try terminal.leave()
  }

  @Test func withoutHomeAndStateFolderThePromptSaysSo() throws {
    let terminal = try PseudoTerminal.session(
      environment: ["HOME": PseudoTerminal.unset, "XDG_STATE_HOME": PseudoTerminal.unset])
    #expect(terminal.screen.text.contains("History and journal are not kept: there is no home folder."))
    terminal.type("1 + 1\n")
    try terminal.wait(for: "Out[1]: 2")
  }

  @Test func twoPromptsEndAtTheSameTimeAndBothAreKept() throws {
    let state = PseudoTerminal.stateFolder()
    let first = try PseudoTerminal.session(state: state)
    let second = try PseudoTerminal.session(state: state)
    for number in 1...5 {
      first.type("a = \(number)\n")
      second.type("b = \(number)\n")
    }
    try first.wait(for: "In [6]:")
    try second.wait(for: "In [6]:")
    first.type(Keys.controlD)
    second.type(Keys.controlD)
    #expect(try first.waitForEnd() == 0)
    #expect(try second.waitForEnd() == 0)
    let history = try String(contentsOfFile: state + "/lectern/history", encoding: .utf8)
    for number in 1...5 {
      #expect(history.contains("\ta = \(number)\n"))
      #expect(history.contains("\tb = \(number)\n"))
    }
    #expect(history.hasPrefix("lectern history 1\n"))
    #expect(history.components(separatedBy: "lectern history 1").count == 2)
    #expect(try FileManager.default.contentsOfDirectory(atPath: state + "/lectern/sessions").count == 2)
  }

  @Test func aDamagedHistoryIsMovedAsideAndTold() throws {
    let state = PseudoTerminal.stateFolder()
    try FileManager.default.createDirectory(atPath: state + "/lectern", withIntermediateDirectories: true)
    try Data(Array("lectern history 1\n>\t1\t2\tgood = 1\n>\t1\t2\t".utf8) + [0xFF, 0x0A])
      .write(to: URL(fileURLWithPath: state + "/lectern/history"))
    let terminal = try PseudoTerminal.session(width: 160, state: state)
    #expect(terminal.screen.text.contains("History was damaged: kept as"))
    terminal.type(Keys.up)
    try terminal.wait(for: "In [1]: good = 1")
  }

  @Test func coloursAreOffWhereTheyAreNotWanted() throws {
    let coloured = try PseudoTerminal.session(environment: ["NO_COLOR": PseudoTerminal.unset])
    coloured.type("1/0\n%time?\n")
    try coloured.wait(for: "In [3]:")
    let text = String(decoding: coloured.bytes, as: UTF8.self)
    #expect(text.contains("\u{1B}[32mIn [1]:"))
    #expect(text.contains("\u{1B}[31mZeroDivisionError"))
    #expect(text.contains("\u{1B}[36m%time"))
    for environment in [["NO_COLOR": "1"], ["NO_COLOR": PseudoTerminal.unset, "TERM": "dumb"]] {
      let plain = try PseudoTerminal.session(environment: environment)
      plain.type("1/0\n%time?\n")
      try plain.wait(for: "In [3]:")
      #expect(!String(decoding: plain.bytes, as: UTF8.self).contains("\u{1B}[3"))
    }
    let piped = try ProgramRun(["-c", "1/0"])
    #expect(!piped.errors.contains("\u{1B}"))
  }

  @Test func typeAheadDuringACellIsKept() throws {
    let terminal = try PseudoTerminal.session()
    terminal.type("import time; time.sleep(0.5)\n1 + 1\n")
    try terminal.wait(for: "Out[2]: 2")
  }

  @Test func outputReachesAPipeWhileTheProgramRuns() throws {
    let code = "import time\nprint('first')\ntime.sleep(3)\nprint('second')"
    let process = Process()
    process.executableURL = URL(fileURLWithPath: PseudoTerminal.program)
    process.arguments = ["-c", code]
    let pipe = Pipe()
    process.standardOutput = pipe
    let start = Date()
    try process.run()
    let first = pipe.fileHandleForReading.availableData
    #expect(String(decoding: first, as: UTF8.self) == "first\n")
    #expect(Date().timeIntervalSince(start) < 2.5)
    process.waitUntilExit()
    #expect(String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self) == "second\n")
  }

  @Test func aHistoryThatMayNotBeWrittenIsReadAndTold() throws {
    guard getuid() != 0 else { return }
    let state = PseudoTerminal.stateFolder()
    try FileManager.default.createDirectory(atPath: state + "/lectern", withIntermediateDirectories: true)
    try "lectern history 1\n>\t1\t2\told = 1\n".write(toFile: state + "/lectern/history", atomically: true, encoding: .utf8)
    chmod(state + "/lectern/history", 0o400)
    chmod(state + "/lectern", 0o500)
    let terminal = try PseudoTerminal.session(width: 160, state: state)
    #expect(terminal.screen.text.contains("History is not kept"))
    #expect(terminal.screen.text.contains("journal is not kept"))
    terminal.type(Keys.up)
    try terminal.wait(for: "In [1]: old = 1")
  }

  @Test func theScreenTwentyColumnsWideTakesABlock() throws {
    let terminal = try PseudoTerminal.session(width: 20)
    terminal.type("for number in range(2): print('number', number)\n\n")
    try terminal.wait(for: "number 0\nnumber 1")
  }
}
