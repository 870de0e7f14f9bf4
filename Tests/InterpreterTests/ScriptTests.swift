import Foundation
import Interpreter
import Testing

/// Runs every script of this folder and compares what it prints with the comments it carries; see `ScriptChunk`.
@Suite(.serialized) struct ScriptTests {
  @Test(arguments: ScriptChunk.paths())
  func printsWhatPythonPrints(path: String) throws {
    let url = ScriptChunk.folder.appendingPathComponent(path)
    for (number, chunk) in ScriptChunk.chunks(of: try String(contentsOf: url, encoding: .utf8)).enumerated() {
      let result = chunk.run(name: path)
      #expect(result.output == chunk.expected, "chunk \(number + 1)")
      #expect(result.raised == chunk.raises, "chunk \(number + 1)")
    }
  }
}
