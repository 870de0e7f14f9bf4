import Foundation
import Interpreter
import Testing

/// Tries what the language reference says: its examples, its table of modules, its list of differences.
@Suite struct ReferenceTests {
  static let folder = ScriptChunk.folder.appendingPathComponent("../../Sources/Interpreter/Interpreter.docc")

  static func pages() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".md") }.sorted()
  }

  private func text(_ page: String) throws -> String {
    try String(contentsOf: Self.folder.appendingPathComponent(page), encoding: .utf8)
  }

  @Test(arguments: try pages()) func examplesPrintWhatStandsUnderThem(page: String) throws {
    for part in try text(page).components(separatedBy: "```python\n").dropFirst() {
      let code = part.components(separatedBy: "```")[0]
      for chunk in ScriptChunk.chunks(of: code) {
        let result = chunk.run(name: page)
        #expect(result.output == chunk.expected, "\(chunk.code)")
        #expect(result.raised == chunk.raises, "\(chunk.code)")
      }
    }
  }

  @Test func everyNameOfTheModuleTableExists() throws {
    var count = 0
    for line in try text("Modules.md").components(separatedBy: "\n") where line.hasPrefix("| `") {
      let words = line.components(separatedBy: "`").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
      guard let module = words.first, module != "__future__" else { continue }
      let names = words.dropFirst().map { "M.\($0)" }.joined(separator: ", ")
      let chunk = ScriptChunk(code: "import \(module) as M\n(\(names))\n", expected: "", raises: nil)
      #expect(chunk.run(name: module).raised == nil, "\(module)")
      count += words.count - 1
    }
    #expect(count > 600)
  }

  @Test func everyDifferenceIsListed() throws {
    let list = try text("Differences.md")
    for name in DifferenceTests.names() { #expect(list.contains("Tests/Differences/\(name)"), "\(name)") }
  }
}
