import Foundation
import Interpreter
import Testing

/// Runs the files of `Tests/Differences`: each states a deliberate departure from Python, why it is made and what to do instead.
@Suite struct DifferenceTests {
  static let folder = ScriptChunk.folder.deletingLastPathComponent().appendingPathComponent("Differences")

  static func names() -> [String] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return all.filter { $0.hasSuffix(".py") }.sorted()
  }

  @Test(arguments: names()) func holdsAsStated(name: String) throws {
    let text = try String(contentsOf: DifferenceTests.folder.appendingPathComponent(name), encoding: .utf8)
    #expect(text.hasPrefix("# differs: "))
    for chunk in ScriptChunk.chunks(of: text) {
      // Some differences concern PyTorch: they are run with the library's own tests.
      if chunk.code.contains("import torch") { continue }
      let result = chunk.run(name: name)
      #expect(result.output == chunk.expected)
      #expect(result.raised == chunk.raises)
    }
  }
}
