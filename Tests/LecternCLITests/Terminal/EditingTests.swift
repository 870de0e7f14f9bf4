import Foundation
import Testing

/// The editor among shells, init files and pipes; results and completion as a person meets them.
@Suite(.serialized) struct EditingTests {
  @Test func controlZAndFgGoOnWithTheLine() throws {
    guard access("/bin/bash", X_OK) == 0 else { return print("skipped: no /bin/bash") }
    let shell = try PseudoTerminal(["--norc", "--noprofile", "-i"], program: "/bin/bash", width: 80)
    shell.type("PS1='shell> '; \(PseudoTerminal.program)\n")
    try shell.wait(for: "In [1]:")
    shell.type("40 +")
    try shell.wait(for: "In [1]: 40 +")
    shell.type("\u{1A}")
    try shell.wait(for: "Stopped")
    shell.type("echo sane\n")
    try shell.wait(for: "\nsane\n")
    shell.type("fg\n")
    usleep(300_000)
    shell.type(" 2\n")
    try shell.wait(for: "Out[1]: 42")
    shell.type("import time; time.sleep(0.5); 'done'\n")
    usleep(200_000)
    shell.type("\u{1A}")
    try shell.wait(for: "a second stop") { $0.screen.text.components(separatedBy: "Stopped").count == 3 }
    shell.type("fg\n")
    try shell.wait(for: "Out[2]: 'done'")
    try shell.wait(for: "the prompt") { $0.screen.text.hasSuffix("In [3]:") }
    shell.type(Keys.controlD)
    try shell.wait(for: "shell> ") { $0.screen.text.hasSuffix("shell>") }
    shell.type("exit\n")
    #expect(try shell.waitForEnd() == 0)
  }

  @Test func theUsersEditrcWins() throws {
    let file = NSTemporaryDirectory() + "editrc-\(UUID().uuidString)"
    try "lectern:bind ^G lectern-newline\nother:bind ^G ed-unassigned\n".write(toFile: file, atomically: true, encoding: .utf8)
    let terminal = try PseudoTerminal.session(environment: ["EDITRC": file])
    terminal.type("a = 1\u{7}b = 2\n")
    try terminal.wait(for: "   ...: b = 2")
    terminal.type("\na + b\n")
    try terminal.wait(for: ": 3")
  }

  @Test func aTerminalIntoAPipeIsNoEditor() throws {
    let terminal = try PseudoTerminal(["-c", "\(PseudoTerminal.program) | cat"], program: "/bin/sh", width: 80)
    terminal.type("6 * 7\n")
    try terminal.wait(for: "\n42")
    #expect(!String(decoding: terminal.bytes, as: UTF8.self).contains("In [1]:"))
    terminal.type(Keys.controlD)
    #expect(try terminal.waitForEnd() == 0)
  }

  @Test func killingAtAnyMomentLeavesAHistoryThatLoads() throws {
    let state = PseudoTerminal.stateFolder()
    for round in 0..<4 {
      let terminal = try PseudoTerminal.session(state: state)
      for k in 0..<10 { terminal.type("r\(round) = \(k)\n") }
      usleep(useconds_t(20_000 * (round + 1)))
      terminal.signal(SIGKILL)
      _ = try terminal.waitForEnd()
    }
    let terminal = try PseudoTerminal.session(width: 160, state: state)
    #expect(!terminal.screen.text.contains("damaged"))
    terminal.type(Keys.up)
    try terminal.wait(for: "In [1]: r")
  }

  @Test func resultsHaveNames() throws {
    let terminal = try PseudoTerminal.session()
    terminal.type("3\n4\n5\n")
    try terminal.wait(for: "Out[3]: 5")
    terminal.type("_, __, ___, _1, Out[2]\n")
    try terminal.wait(for: "Out[4]: (5, 4, 3, 3, 4)")
    terminal.type("99;\n_ == (5, 4, 3, 3, 4)\n")
    try terminal.wait(for: "Out[6]: ")
    #expect(!terminal.screen.text.contains("Out[5]"))
  }

  @Test func veryLargeResultsAreCutWithACount() throws {
    let terminal = try PseudoTerminal.session()
    terminal.type("list(range(5000))\n")
    try terminal.wait(for: " 999,\n ...]\n(4000 more elements)")
    terminal.type("'x' * 60000\n")
    try terminal.wait(for: "…\n(10002 more characters)")
  }

  @Test func tabCompletesWhateverStandsThere() throws {
    let folder = NSTemporaryDirectory() + "lectern-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder + "/particular", withIntermediateDirectories: true)
    let terminal = try PseudoTerminal.session(width: 140)
    try terminal.run("numbers_of_mine = {'alpha_key': 1}\ndef f(first_one=1): return first_one\n\n", until: 3)
    for (typed, completed) in [
      ("numbers_", "numbers_of_mine"), ("numbers_of_mine['al", "numbers_of_mine['alpha_key"), ("f(fir", "f(first_one="),
      ("torch.manual_s", "torch.manual_seed"), ("import ite", "import itertools"),
      ("from itertools import zip_l", "zip_longest"),
      ("%matpl", "%matplotlib"), ("open('\(folder)/part", "\(folder)/particular/"), ("''.capit", "''."),
    ] {
      terminal.type(typed + Keys.tab)
      try terminal.wait(for: completed)
      terminal.type(Keys.controlC)
      try terminal.wait(for: "a prompt") { $0.screen.text.hasSuffix("In [3]:") }
    }
  }

  @Test func completionRunsNoCode() throws {
    let terminal = try PseudoTerminal.session()
    terminal.type("class C:\n@property\ndef p(self): print('ran'); return 1\n")
    terminal.type("def __getattr__(self, n): print('asked'); return 1\n\n")
    try terminal.wait(for: "In [2]:")
    terminal.type("c = C()\n")
    try terminal.wait(for: "In [3]:")
    terminal.type("c.p.re" + Keys.tab + Keys.tab + "x" + Keys.controlU + "5\n")
    try terminal.wait(for: "Out[3]: 5")
    #expect(!terminal.screen.text.contains("\nran") && !terminal.screen.text.contains("\nasked"))
  }

  @Test func jupyterHelpForms() throws {
    let terminal = try PseudoTerminal.session(width: 120)
    terminal.type("?len\n")
    try terminal.wait(for: "Signature: len(")
    terminal.type("help(len)\ndir()[:1]\n")
    try terminal.wait(for: "len(")
    try terminal.wait(for: "In [4]:")
    terminal.type("%time?\n")
    try terminal.wait(for: "Runs something and tells how long it took.")
  }

  @Test func completionScriptsAreMadeForThreeShells() throws {
    for (shell, mark) in [("bash", "complete "), ("zsh", "#compdef lectern"), ("fish", "complete -c 'lectern'")] {
      let run = try ProgramRun(["--generate-completion-script", shell])
      #expect(run.status == 0)
      #expect(run.output.contains(mark), "\(shell)")
      #expect(run.output.contains("convert"))
    }
  }

  @Test(arguments: ["", "replay", "check", "convert", "inspect"]) func helpHasExamplesAndFitsTheScreen(command: String) throws {
    let run = try ProgramRun(["help", command].filter { !$0.isEmpty })
    #expect(run.status == 0)
    #expect(run.output.contains("EXAMPLES:"))
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 100 || $0.contains("USAGE") })
  }
}
