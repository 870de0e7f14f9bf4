import Foundation
import Testing

/// `kill -9` at any moment leaves every file whole: as it was, or as it was to be.
@Suite struct KillTests {
  /// A notebook whose file takes a while to write.
  static let notebook: String = {
    let cells = (0..<12).map { "# %%\nprint(\($0), 'y' * 100_000)\n#> old \($0)\n" }
    return cells.joined()
  }()

  /// Starts the program and kills it after each of a range of delays; `inspect` looks at the folder afterwards.
  func killing(_ arguments: [String], _ inspect: (_ folder: String) throws -> Void) throws {
    for round in 0..<8 {
      let folder = try CommandTests.temporaryFolder()
      defer { try? FileManager.default.removeItem(atPath: folder) }
      try Self.notebook.write(toFile: folder + "/n.py", atomically: true, encoding: .utf8)
      let process = Process()
      process.executableURL = URL(fileURLWithPath: PseudoTerminal.program)
      process.arguments = arguments
      process.currentDirectoryURL = URL(fileURLWithPath: folder)
      process.environment = ProcessInfo.processInfo.environment.filter { $0.key != "CI" }
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      usleep(UInt32(20_000 + round * 35_000))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      try inspect(folder)
    }
  }

  /// The number of cells with fresh outputs; nil when the file is not whole.
  func freshCells(_ path: String) throws -> Int? {
    let run = try ProgramRun(["convert", path, path + ".ipynb"])
    guard run.status == 0, let data = FileManager.default.contents(atPath: path + ".ipynb"),
      let root = try JSONSerialization.jsonObject(with: data) as? [String: Any], let cells = root["cells"] as? [[String: Any]],
      cells.count == 12
    else { return nil }
    var fresh = 0
    for (index, cell) in cells.enumerated() {
      guard let outputs = cell["outputs"] as? [[String: Any]], let text = (outputs.first?["text"] as? [String])?.joined() else {
        continue
      }
      if text == "old \(index)\n" { continue }
      guard text.hasPrefix("\(index) yyy"), text.utf8.count > 100_000 else { return nil }
      fresh += 1
    }
    return fresh
  }

  @Test func savingIsAllOrNothing() throws {
    try killing(["replay", "--save", "out.py", "n.py"]) { (folder: String) throws in
      #expect(try String(contentsOfFile: folder + "/n.py", encoding: .utf8) == Self.notebook)
      guard FileManager.default.fileExists(atPath: folder + "/out.py") else { return }
      #expect(try freshCells(folder + "/out.py") != nil)
    }
  }

  @Test func updatingIsAllOrNothing() throws {
    try killing(["check", "--update", "n.py"]) { (folder: String) throws in
      // The worker outlives its parent by what it was doing.
      let fresh = try freshCells(folder + "/n.py")
      #expect(fresh == 0 || fresh == 12)
    }
  }

  @Test func checkingTouchesNothing() throws {
    try killing(["check", "--save", "page.html", "--junit", "report.xml", "n.py"]) { (folder: String) throws in
      #expect(try String(contentsOfFile: folder + "/n.py", encoding: .utf8) == Self.notebook)
      for (file, end) in [("page.html", "</html>\n"), ("report.xml", "</testsuites>\n")] {
        guard let text = try? String(contentsOfFile: folder + "/" + file, encoding: .utf8) else { continue }
        #expect(text.hasSuffix(end))
      }
    }
  }
}
