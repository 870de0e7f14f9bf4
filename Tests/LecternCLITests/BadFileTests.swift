import Foundation
import Testing

/// Files that are no good notebooks: each is named with its line, the status is 2, and the others are still processed.
@Suite struct BadFileTests {
  static let broken: [(name: String, text: String, message: String)] = [
    (
      "truncated.ipynb", "{\n \"cells\": [\n  {\"cell_type\": ",
      "truncated.ipynb:3: not valid JSON: the text ends where a value should be"
    ),
    ("invalid.ipynb", "{\n\"cells\": nope}", "invalid.ipynb:2: not valid JSON: a value expected, 'n' found"),
    ("three.ipynb", "{\n \"worksheets\": [],\n \"nbformat\": 3\n}", "three.ipynb:3: notebook format 3 is not read"),
    ("five.ipynb", "{\n \"cells\": [],\n \"nbformat\": 5\n}", "five.ipynb:3: notebook format 5 is not read"),
    ("empty.ipynb", "{\"cells\": [], \"metadata\": {}, \"nbformat\": 4}", "empty.ipynb:1: the notebook has no cells"),
    ("odd.ipynb", "{\"cells\": [\n7], \"nbformat\": 4}", "odd.ipynb:2: cell 1 is not a notebook cell"),
    ("open.md", "a\n```python\nx", "open.md:2: the code block that starts here is not closed"),
    ("text.txt", "1", "text.txt: not a notebook by its name"),
  ]

  func folder(_ files: [String: String]) throws -> String {
    let folder = try CommandTests.temporaryFolder()
    for (name, text) in files { try text.write(toFile: folder + "/" + name, atomically: true, encoding: .utf8) }
    return folder
  }

  @Test(arguments: broken) func brokenFilesAreNamedByTheirLine(name: String, text: String, message: String) throws {
    let folder = try folder([name: text, "good.py": "# %%\n1\n#> 1\n"])
    let check = try ProgramRun(["check", name, "good.py"], folder: folder)
    #expect(check.status == 2)
    #expect(check.output.contains("error    " + message))
    #expect(check.output.contains("ok       good.py"))
    let replay = try ProgramRun(["replay", name], folder: folder)
    #expect(replay.status == 2)
    #expect(replay.errors.contains(message))
  }

  @Test func binaryFilesAreNamedByTheirLine() throws {
    let folder = try folder(["good.py": "# %%\n1\n#> 1\n"])
    try Data([0x31, 0x0A, 0xFF, 0xFE, 0x00]).write(to: URL(fileURLWithPath: folder + "/bin.ipynb"))
    let run = try ProgramRun(["check", folder])
    #expect(run.status == 2)
    #expect(run.output.contains("bin.ipynb:2: the file is not UTF-8 text"))
    #expect(run.output.contains("good.py (1 cells"))
  }

  @Test func aCellThatPrintsForEverIsStopped() throws {
    let folder = try folder([
      "a.py": "# %%\nprint(1)\n#> 1\n# %%\nwhile True: print('x' * 10000)\n#> x\n# %%\n2\n#> 2\n", "b.py": "# %%\n1\n#> 1\n",
    ])
    let run = try ProgramRun(["check", "a.py", "b.py"], folder: folder)
    #expect(run.status == 2)
    #expect(run.output.contains("FAILED   a.py (1 of 3 cells, 3 compared"))
    #expect(run.output.contains("a.py:5: cell 2 printed too much: while True: print('x' * 10000)\n"))
    #expect(run.output.contains("ok       b.py"))
  }

  @Test func aHugeRecordIsNotCompared() throws {
    let text = String(repeating: "#> " + String(repeating: "y", count: 9996) + "\n", count: 1800)
    let run = try ProgramRun(["check", "a.py"], folder: try folder(["a.py": "# %%\nprint(1)\n" + text]))
    #expect(run.status == 2)
    #expect(run.output.contains("The recorded output has 17 MB; more than 16 MB is not compared."))
  }

  @Test func foldersAndPatternsWithoutNotebooksAreNamed() throws {
    let folder = try folder(["plain.py": "1\n", "README.md": "# Hello\n", "n.py": "# %%\n1\n#> 1\n"])
    try FileManager.default.createDirectory(atPath: folder + "/deep/er", withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: folder + "/n.py", toPath: folder + "/deep/er/m.py")
    try FileManager.default.createDirectory(atPath: folder + "/none", withIntermediateDirectories: true)
    let run = try ProgramRun(["check", "none", "z*.py", "missing.py", "*.py", "**/*.py", "de?p"], folder: folder)
    #expect(run.status == 2)
    #expect(
      run.errors == """
        lectern: none: no notebooks in this folder
        lectern: z*.py: no notebook matches this pattern
        lectern: missing.py: No such file or directory

        """)
    let names = run.output.split(separator: "\n").map { $0.split(separator: " ")[1] }
    #expect(names == ["n.py", "deep/er/m.py"])
    #expect(try ProgramRun(["check", "-k", "zzz", "n.py"], folder: folder).status == 2)
  }

  @Test func readOnlyFilesAreNotRewritten() throws {
    let text = "# %%\n1\n#> 2\n"
    let folder = try folder(["n.py": text])
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: folder + "/n.py")
    let run = try ProgramRun(["check", "--update", "n.py"], folder: folder)
    #expect(run.status == 2)
    #expect(run.output.contains("n.py: cannot be written: the file is read-only"))
    #expect(try String(contentsOfFile: folder + "/n.py", encoding: .utf8) == text)
    #expect(try ProgramRun(["--save", "n.py", "-"], folder: folder).status == 2)
  }
}
