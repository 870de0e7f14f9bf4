import Foundation
import Testing

/// Runs every script of the folder `Pandas` and compares what it prints with what pandas 3.1 prints; see `NumPyTests`.
@Suite(.serialized) struct PandasTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Pandas")

  static func scripts() -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { $0.hasSuffix(".py") }.sorted()
  }

  @Test(arguments: scripts())
  func printsWhatPandasPrints(name: String) throws {
    let text = try String(contentsOf: PandasTests.folder.appendingPathComponent(name), encoding: .utf8)
    for (number, chunk) in LibraryScript.chunks(of: text).enumerated() {
      let output = chunk.run(name: name, in: PandasTests.folder)
      #expect(output == chunk.expected, "chunk \(number + 1)")
    }
  }
}
