import Foundation
import Testing

/// Sessions that end badly lose nothing.
@Suite(.serialized) struct ResumeTests {
  func journals(_ state: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: state + "/lectern/sessions").sorted()
  }

  /// A session killed while its third cell runs.
  func killed() throws -> String {
    let state = PseudoTerminal.stateFolder()
    let terminal = try PseudoTerminal.session(state: state)
    try terminal.run("x = 20\nx + 1\n", until: 3)
    terminal.type("print('begun', flush=True)\nwhile True: pass\n")
    try terminal.wait(for: "begun")
    usleep(300_000)
    terminal.signal(SIGKILL)
    #expect(try terminal.waitForEnd() == 128 + SIGKILL)
    return state
  }

  @Test func everyCellIsOnDiskBeforeTheNextPromptAndEvenTheOneThatRuns() throws {
    let state = try killed()
    let name = try #require(try journals(state).first)
    let text = try String(contentsOfFile: state + "/lectern/sessions/" + name, encoding: .utf8)
    #expect(
      text == "# %%\nx = 20\n\n# %%\nx + 1\n#> 21\n\n# %%\nprint('begun', flush=True)\n#> begun\n\n# %%\nwhile True: pass\n")
  }

  @Test func theNextSessionSaysSoAndResumeRunsTheCellsAgain() throws {
    let state = try killed()
    let next = try PseudoTerminal.session(state: state)
    #expect(next.screen.text.contains("did not end as it should: 'lectern --resume' shows it."))
    try next.leave()
    let terminal = try PseudoTerminal(["--resume"], width: 80, height: 50, state: state)
    try terminal.wait(for: "Run these 4 cells again? [y/N]")
    #expect(terminal.screen.text.contains("x + 1\n#> 21"))
    terminal.type("y\n")
    try terminal.wait(for: "In [2]: x + 1\nOut[2]: 21")
    try terminal.wait(for: "In [4]: while True: pass")
    usleep(300_000)
    terminal.type(Keys.controlC)
    try terminal.wait(for: "paused:")
    terminal.type("q\n")
    try terminal.wait(for: "In [5]:")
    terminal.type("x * 2\n")
    try terminal.wait(for: "Out[5]: 40")
    try terminal.leave()
    // It has been shown: no more word of it.
    let last = try PseudoTerminal.session(state: state)
    #expect(!last.screen.text.contains("--resume"))
  }

  @Test func noIsAnAnswer() throws {
    let state = try killed()
    let terminal = try PseudoTerminal(["--resume"], width: 80, height: 50, state: state)
    try terminal.wait(for: "again? [y/N]")
    terminal.type("\n")
    try terminal.wait(for: "In [1]:") { $0.screen.text.hasSuffix("In [1]:") }
    terminal.type("'x' in globals()\n")
    try terminal.wait(for: "Out[1]: False")
  }

  @Test func withoutAnEarlierSessionResumeSaysSo() throws {
    let terminal = try PseudoTerminal(["--resume"])
    try terminal.wait(for: "There is no earlier session to resume.")
    try terminal.wait(for: "In [1]:")
  }

  @Test func aSessionThatRunsIsNotResumed() throws {
    let state = PseudoTerminal.stateFolder()
    let running = try PseudoTerminal.session(state: state)
    try running.run("secret = 1\n", until: 2)
    let terminal = try PseudoTerminal(["--resume"], state: state)
    try terminal.wait(for: "There is no earlier session to resume.")
    try running.leave()
  }

  @Test func sessionsThatEndWellLeaveNoWord() throws {
    let state = PseudoTerminal.stateFolder()
    let first = try PseudoTerminal.session(state: state)
    try first.run("y = 3\n", until: 2)
    try first.leave()
    let empty = try PseudoTerminal.session(state: state)
    #expect(!empty.screen.text.contains("--resume"))
    try empty.leave()
    #expect(try journals(state).count == 1)
    #expect(try !journals(state)[0].contains("open"))
  }

  @Test func hangingUpKeepsWhatRan() throws {
    let state = PseudoTerminal.stateFolder()
    let terminal = try PseudoTerminal.session(state: state)
    try terminal.run("z = 5\n", until: 2)
    terminal.type("while True: pass\n")
    usleep(300_000)
    terminal.hangUp()
    let end = Date().addingTimeInterval(5)
    while try !isOver(state), Date() < end { usleep(50_000) }
    #expect(try isOver(state))
    let name = try #require(try journals(state).first)
    let text = try String(contentsOfFile: state + "/lectern/sessions/" + name, encoding: .utf8)
    #expect(text.hasPrefix("# %%\nz = 5\n"))
    #expect(text.contains("while True: pass"))
    let history = try String(contentsOfFile: state + "/lectern/history", encoding: .utf8)
    #expect(history.contains("while True: pass"))
  }

  /// Whether no session holds its journal any more.
  private func isOver(_ state: String) throws -> Bool {
    for name in try journals(state) {
      let descriptor = open(state + "/lectern/sessions/" + name, O_RDONLY)
      defer { close(descriptor) }
      if flock(descriptor, LOCK_SH | LOCK_NB) != 0 { return false }
    }
    return true
  }

  @Test(arguments: ["py", "ipynb", "md"]) func saveWritesChosenCellsWithTheirOutputs(format: String) throws {
    let file = NSTemporaryDirectory() + "lectern-\(UUID().uuidString).\(format)"
    let terminal = try PseudoTerminal.session(width: 160)
    try terminal.run("a = 6\na * 7\nprint('no')\nprint('yes')\n1/0\n", until: 6)
    terminal.type("%save \(file) 1-2 4-\n")
    try terminal.wait(for: "4 cells written to")
    let saved = try String(contentsOfFile: file, encoding: .utf8)
    #expect(saved.contains("a * 7") && saved.contains("42"))
    #expect(saved.contains("yes") && !saved.contains("'no'"))
    #expect(saved.contains("ZeroDivisionError"))
    let check = try ProgramRun(["check", file])
    #expect(check.status == 0, "\(check.output)\(check.errors)")
  }

  @Test func savingSaysWhatIsWrong() throws {
    let terminal = try PseudoTerminal.session(width: 160)
    try terminal.run("a = 6\n", until: 2)
    terminal.type("%save /proc/x.py\n%save x.unknown\n%save x.py 7\n%save\n")
    try terminal.wait(for: "In [6]:")
    let text = terminal.screen.text
    #expect(text.contains("OSError: /proc/x.py"))
    #expect(text.contains("x.unknown"))
    #expect(text.contains("ValueError: '7' names no cells of this session (1-3)"))
    #expect(text.contains("ValueError: %save wants a file"))
  }

  @Test func fullDisksAndClosedFoldersAreToldAndTheSessionGoesOn() throws {
    let state = PseudoTerminal.stateFolder()
    try FileManager.default.createDirectory(atPath: state + "/lectern", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: state + "/lectern/history", withDestinationPath: "/dev/full")
    let terminal = try PseudoTerminal.session(width: 200, state: state)
    terminal.type("1 + 1\n")
    try terminal.wait(for: "Out[1]: 2")
    try terminal.wait(for: "History is not kept: \(state)/lectern/history cannot be written (No space left on device).")
    terminal.type("2 + 2\n")
    try terminal.wait(for: "Out[2]: 4")
    // Files that may not grow: a journal of one block.
    let small = try PseudoTerminal(
      ["-c", "ulimit -f 1; exec \(PseudoTerminal.program)"], program: "/bin/sh", width: 120, state: PseudoTerminal.stateFolder()
    )
    try small.wait(for: "In [1]:")
    small.type("print('x' * 3000)\n")
    try small.wait(for: "The session's journal could not be written")
    try small.wait(for: "In [2]:")
    small.type("3 + 3\n")
    try small.wait(for: "Out[2]: 6")
  }
}
