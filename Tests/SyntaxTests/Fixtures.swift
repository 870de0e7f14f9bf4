import Foundation

/// The folder of these tests, where recorded expectations lie.
let testFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

func fixture(_ name: String) throws -> String {
  try String(contentsOf: testFolder.appendingPathComponent(name), encoding: .utf8)
}
