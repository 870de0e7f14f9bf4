import Foundation
import Testing

/// What a shell sees: output, errors, exit status.
@Suite struct CommandTests {
  static func temporaryFolder() throws -> String {
    let folder = NSTemporaryDirectory() + "lectern-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return folder
  }

  func write(_ text: String, _ name: String, in folder: String) throws {
    try text.write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
  }

  // MARK: -c and pipes

  @Test func codeEchoesItsLastExpression() throws {
    let run = try ProgramRun(["-c", "x = 2; print('a'); x + 1"])
    #expect(run.output == "a\n3\n")
    #expect(run.status == 0)
    #expect(try ProgramRun(["-c", "1;"]).output == "")
    #expect(try ProgramRun(["-c", "import sys; sys.argv", "a", "--b"]).output == "['-c', 'a', '--b']\n")
  }

  @Test func errorsGoToStandardErrorWithStatusOne() throws {
    let run = try ProgramRun(["-c", "print(1)\n1/0"])
    #expect(run.output == "1\n")
    #expect(run.errors.hasPrefix("Traceback (most recent call last):\n"))
    #expect(run.errors.hasSuffix("ZeroDivisionError: division by zero\n"))
    #expect(run.status == 1)
  }

  @Test(arguments: [("exit()", 0), ("exit(3)", 3), ("raise SystemExit(4)", 4), ("import sys; sys.exit('no')", 1)])
  func exitStatusesAreHonoured(code: String, status: Int32) throws {
    #expect(try ProgramRun(["-c", code]).status == status)
  }

  @Test func pipedCellsRunLikeTypedOnes() throws {
    let run = try ProgramRun([], input: "x = 1\nfor i in range(2):\n    print(i)\n\n    print('-')\nx + 1\n1/0\n'on'\n")
    #expect(run.output == "0\n-\n1\n-\n2\n'on'\n")
    #expect(run.errors.contains("ZeroDivisionError"))
    #expect(run.status == 1)
  }

  @Test func aClosedPipeIsNoError() throws {
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments = ["-c", "\(PseudoTerminal.program) -c 'for i in range(100000): print(i)' | head -n 1"]
    let errors = Pipe()
    let output = Pipe()
    shell.standardError = errors
    shell.standardOutput = output
    try shell.run()
    #expect(output.fileHandleForReading.readDataToEndOfFile() == Data("0\n".utf8))
    #expect(errors.fileHandleForReading.readDataToEndOfFile().isEmpty)
  }

  @Test func wrongOptionsAndMissingFilesGiveStatusTwo() throws {
    #expect(try ProgramRun(["--bogus"]).status == 2)
    let run = try ProgramRun(["missing.py"])
    #expect(run.errors == "lectern: missing.py: cannot be read: No such file or directory\n")
    #expect(run.status == 2)
    #expect(try ProgramRun(["notes.txt"], folder: "/tmp").status == 2)
  }

  // MARK: Replay

  @Test func notebooksEchoAndPlainScriptsDoNot() throws {
    let folder = try Self.temporaryFolder()
    try write("# %%\n1 + 1\n# %%\nprint('b')\n", "n.py", in: folder)
    try write("1 + 1\nimport sys\nprint(sys.argv)\n", "s.py", in: folder)
    #expect(try ProgramRun(["n.py"], folder: folder).output == "2\nb\n")
    #expect(try ProgramRun(["replay", "s.py", "--save", "x"], folder: folder).output == "['s.py', '--save', 'x']\n")
  }

  @Test func tracebacksNameTheFilesLines() throws {
    let folder = try Self.temporaryFolder()
    try write("# %%\nx = 1\n\n# %%\nx / 0\n", "n.py", in: folder)
    let run = try ProgramRun(["n.py"], folder: folder)
    #expect(run.errors.contains("File \"n.py\", line 5"))
    #expect(run.status == 1)
  }

  @Test func parametersReplaceTheNotebooksOwn() throws {
    let folder = try Self.temporaryFolder()
    try write("n = 15\nname = 'a'\nprint(n, name, other)\n", "s.py", in: folder)
    let run = try ProgramRun(["--set", "n=2", "--set", "name=b", "--set", "other=3", "s.py"], folder: folder)
    #expect(run.output == "2 b 3\n")
    #expect(run.errors == "lectern: --set other: no cell assigns other\n")
  }

  @Test func savingWritesTheExecutedNotebook() throws {
    let folder = try Self.temporaryFolder()
    try write("# %%\nprint('a')\n1\n# %%\n1/0\n# %%\n2\n", "n.py", in: folder)
    let run = try ProgramRun(["--save", "out.py", "--allow-errors", "n.py"], folder: folder)
    #expect(run.status == 0)
    let saved = try String(contentsOfFile: folder + "/out.py", encoding: .utf8)
    #expect(
      saved == "# %%\nprint('a')\n1\n#> a\n#>--- echo\n#> 1\n# %%\n1/0\n#! ZeroDivisionError: division by zero\n# %%\n2\n#> 2\n"
    )
  }

  @Test func whatIsSavedIsWhatRan() throws {
    let folder = try Self.temporaryFolder()
    try write("# %% tags=[\"parameters\"]\nn = 15\n\n# %%\nm = n\nn = 1\nprint(m, n, other)\n", "n.py", in: folder)
    let run = try ProgramRun(["--set", "n=2", "--set", "other=3", "--save", "o.py", "n.py"], folder: folder)
    #expect(run.output == "2 1 3\n")
    #expect(run.errors == "")
    let saved = try String(contentsOfFile: folder + "/o.py", encoding: .utf8)
    #expect(
      saved == "# %% tags=[\"parameters\"]\nn = 2\nother = 3\n\n# %%\nm = n\nn = 1\nprint(m, n, other)\n#> 2 1 3\n")
  }

  @Test func foreignMagicsAreNamedInOneWarning() throws {
    let folder = try Self.temporaryFolder()
    try write("# %%\n%sql x\n!pip install y\n1\n# %%\n%sql z\n%time 2\n", "n.py", in: folder)
    let run = try ProgramRun(["--save", "o.ipynb", "n.py"], folder: folder)
    #expect(run.errors == "Warning: not run here: %sql, shell commands (!)\n")
    #expect(try !String(contentsOfFile: folder + "/o.ipynb", encoding: .utf8).contains("Warning"))
  }

  @Test func aTimeLimitKeepsWhatRan() throws {
    let folder = try Self.temporaryFolder()
    let loop =
      "print('began')\nwhile True:\n    try:\n        while True: pass\n    except KeyboardInterrupt: n = n + 1\n    if n > 2: raise KeyboardInterrupt"
    try write("# %%\nn = 0\n# %%\n\(loop)\n# %%\n3\n", "n.py", in: folder)
    let run = try ProgramRun(["--cell-timeout", "0.3", "--allow-errors", "--save", "o.py", "n.py"], folder: folder)
    #expect(run.output == "began\n3\n")
    let saved = try String(contentsOfFile: folder + "/o.py", encoding: .utf8)
    #expect(saved.contains("#> began\n#! KeyboardInterrupt\n# %%\n3\n#> 3\n"))
    let total = try ProgramRun(["--timeout", "0.3", "--save", "p.py", "n.py"], folder: folder)
    #expect(total.status == 1)
    #expect(try String(contentsOfFile: folder + "/p.py", encoding: .utf8).contains("#> began\n#! KeyboardInterrupt\n# %%\n3\n"))
    let check = try ProgramRun(["check", "--cell-timeout", "0.3", "o.py"], folder: folder)
    #expect(check.status == 1)
    #expect(check.output.contains("cell 2 ran out of time"))
  }

  @Test func aPageIsSaved() throws {
    let folder = try Self.temporaryFolder()
    try write("# %% [markdown]\n# # Title\n# %%\n1 + 1\n#> 3\n", "n.py", in: folder)
    #expect(try ProgramRun(["--save", "r.html", "n.py"], folder: folder).status == 0)
    let page = try String(contentsOfFile: folder + "/r.html", encoding: .utf8)
    #expect(page.hasPrefix("<!DOCTYPE html>") && page.contains("<h1>Title</h1>") && page.contains("echo\">2</pre>"))
    #expect(try ProgramRun(["check", "--save", "c.html", "n.py"], folder: folder).status == 1)
    let report = try String(contentsOfFile: folder + "/c.html", encoding: .utf8)
    #expect(report.contains("<span class=\"removed\">-3</span>\n<span class=\"added\">+2</span>"))
    #expect(report.contains("1 of 1 do not agree"))
  }

  @Test func timeLimitsStopARun() throws {
    let run = try ProgramRun(["--timeout", "0.3", "-c", "while True: pass"])
    #expect(run.status == 1)
    #expect(run.errors.hasSuffix("lectern: stopped: the time limit was reached\n"))
  }

  // MARK: Check

  @Test func checkComparesUpdatesAndSettles() throws {
    let folder = try Self.temporaryFolder()
    let text =
      "# %%\nprint('took', 1.25, 's'); print('b')\n#> took [TIME]\n#> c\n# %%\n1/0\n#! ZeroDivisionError: ...\n# %%\n5\n"
    try write(text, "n.py", in: folder)
    let first = try ProgramRun(["check", "n.py"], folder: folder)
    #expect(first.status == 1)
    #expect(first.output.contains("FAILED   n.py (1 of 3 cells, 2 compared"))
    #expect(
      first.output.contains(
        "n.py:2: cell 1 differs: print('took', 1.25, 's'); print('b')\n--- recorded\n+++ found\n took [TIME]\n-c\n+b\n"))
    #expect(try ProgramRun(["check", "--update", "n.py"], folder: folder, environment: ["CI": "true"]).status == 1)
    let update = try ProgramRun(["check", "--update", "n.py"], folder: folder)
    #expect(update.status == 0)
    let updated = try String(contentsOfFile: folder + "/n.py", encoding: .utf8)
    #expect(updated == text.replacingOccurrences(of: "#> c\n", with: "#> b\n"))
    let again = try ProgramRun(["check", "--update", "--junit", "r.xml", folder], folder: folder)
    #expect(again.status == 0)
    #expect(try String(contentsOfFile: folder + "/n.py", encoding: .utf8) == updated)
    #expect(try String(contentsOfFile: folder + "/r.xml", encoding: .utf8).contains("tests=\"3\" failures=\"0\""))
  }

  @Test func anUpdateIsRefusedWhenACellFailed() throws {
    let folder = try Self.temporaryFolder()
    let text = "# %%\n1\n#> 2\n# %%\n1/0\n"
    try write(text, "n.py", in: folder)
    let run = try ProgramRun(["check", "--update", "n.py"], folder: folder)
    #expect(run.status == 1)
    #expect(run.output.contains("not updated: cell 2 raised"))
    #expect(try String(contentsOfFile: folder + "/n.py", encoding: .utf8) == text)
  }

  @Test func aReviewAsksCellByCell() throws {
    let folder = try Self.temporaryFolder()
    try write("# %%\n1\n#> 2\n# %%\n3\n#> 4\n", "n.py", in: folder)
    let run = try ProgramRun(["check", "--update", "--review", "n.py"], input: "y\nn\n", folder: folder)
    #expect(run.status == 1)
    #expect(run.output.contains("1 of 2 cells were updated"))
    #expect(try String(contentsOfFile: folder + "/n.py", encoding: .utf8) == "# %%\n1\n#> 1\n# %%\n3\n#> 4\n")
  }

  @Test func jUnitIsXMLWhateverTheOutputHolds() throws {
    let folder = try Self.temporaryFolder()
    try write("# %%\nprint('<&>\\x1b[31m\\x00\\x08]]>\\ud7ff\\ufffe')\n#> \"'<\n", "n<&\".py", in: folder)
    #expect(try ProgramRun(["check", "--junit", "r.xml", "n<&\".py"], folder: folder).status == 1)
    let python = Process()
    python.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    python.arguments = ["python3", "-c", "import sys, xml.dom.minidom as m; m.parse(sys.argv[1])", folder + "/r.xml"]
    try python.run()
    python.waitUntilExit()
    // 127: there is no Python here to read it with.
    #expect([0, 127].contains(python.terminationStatus))
  }

  @Test(arguments: [
    ("1/0", "raised"), ("print(1)\n#! ValueError: no", "did not raise"), ("print(1.5)\n#> 1.6", "off by 0.1"),
    ("print(1)\n#> 2", "whole numbers must be equal"),
  ]) func checkFailsAndSaysWhy(cell: String, reason: String) throws {
    let folder = try Self.temporaryFolder()
    try write("# %%\n\(cell)\n", "n.py", in: folder)
    let run = try ProgramRun(["check", "n.py"], folder: folder)
    #expect(run.status == 1)
    #expect(run.output.contains(reason))
  }

  @Test func unreadableNotebooksDoNotStopTheOthers() throws {
    let folder = try Self.temporaryFolder()
    try write("{", "bad.ipynb", in: folder)
    try write("# %%\n1\n#> 1\n", "good.py", in: folder)
    let run = try ProgramRun(["check", "bad.ipynb", "good.py", "none.py"], folder: folder)
    #expect(run.status == 2)
    #expect(run.output.contains("error    bad.ipynb:1: not valid JSON"))
    #expect(run.output.contains("ok       good.py (1 cells, 1 compared"))
    #expect(run.errors.contains("none.py: No such file or directory"))
  }

  // MARK: Convert and inspect

  @Test func convertTellsWhatIsLost() throws {
    let folder = try Self.temporaryFolder()
    try write("# %% rtol=\"0.1\"\n1\n#> 1\n", "n.py", in: folder)
    #expect(try ProgramRun(["convert", "n.py", "n.ipynb"], folder: folder).errors == "")
    #expect(try ProgramRun(["convert", "n.py", "n.md"], folder: folder).errors == "")
    #expect(
      try String(contentsOfFile: folder + "/n.md", encoding: .utf8) == "```python rtol=\"0.1\"\n1\n```\n\n```output\n1\n```\n")
    try write("# %% Title\nf()\n#>--- printed\n#> 1\n", "t.py", in: folder)
    #expect(
      try ProgramRun(["convert", "t.py", "t.md"], folder: folder).errors
        == "lectern: t.md does not hold titles of cells\nlectern: t.md does not hold which text was printed and which is an echo\n"
    )
  }

  @Test(arguments: ["tokens", "ast", "code"]) func inspectShowsAStage(stage: String) throws {
    let folder = try Self.temporaryFolder()
    try write("x = 1\n", "s.py", in: folder)
    let run = try ProgramRun(["inspect", stage, "s.py"], folder: folder)
    #expect(run.status == 0)
    #expect(run.output.contains("x"))
  }
}
