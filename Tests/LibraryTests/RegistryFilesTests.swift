import Foundation
import Testing

/// Compares the registries with the files of their folders: whatever a file declares must stand in its registry.
@Suite struct RegistryFilesTests {
  private static let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Sources")

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: sources.appendingPathComponent(path), encoding: .utf8)
  }

  private static func files(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: sources.appendingPathComponent(folder).path)
      .filter { $0.hasSuffix(".swift") }.map { "\(folder)/\($0)" }
  }

  /// The names in `declared` that `registry` lacks.
  private static func missing(_ declared: [String], in registry: String) -> [String] {
    declared.filter {
      !registry.contains("\($0),") && !registry.contains("\($0) ") && !registry.contains("\($0)\n")
        && !registry.contains("\($0)]")
    }
  }

  @Test func everyOpIsRegistered() throws {
    var registry = ""
    var declared: [String] = []
    for file in try RegistryFilesTests.files("Tensors/Ops") {
      let text = try RegistryFilesTests.text(file)
      if file.contains("OpRegistry") { registry += text }
      for match in text.matches(of: #/\n  static let (\w+)(?:: \[Op\] =| = Op\()/#) {
        let before = text[..<match.range.lowerBound]
        // Only what stands in an extension of Op; tables of other types have the same form.
        guard let last = before.matches(of: #/\n(?:extension|enum|struct|private enum|package enum) (\w+)/#).last,
          last.output.1 == "Op"
        else {
          continue
        }
        declared.append(".\(match.output.1)")
      }
    }
    #expect(declared.count > 40)
    #expect(RegistryFilesTests.missing(declared, in: registry).isEmpty)
  }

  @Test func everyLayerFileIsRegistered() throws {
    let registry = try RegistryFilesTests.text("NN/LayerRegistry.swift")
    var declared: [String] = []
    for file in try RegistryFilesTests.files("NN/Layers") + RegistryFilesTests.files("NN/Losses") {
      let text = try RegistryFilesTests.text(file)
      for match in text.matches(of: #/static let entries: \[LayerEntry\]/#) {
        guard let owner = text[..<match.range.lowerBound].matches(of: #/\n(?:package )?enum (\w+)/#).last else { continue }
        declared.append("\(owner.output.1).entries")
      }
    }
    #expect(declared.count > 8)
    #expect(RegistryFilesTests.missing(declared, in: registry).isEmpty)
  }

  @Test func everyTransformIsRegistered() throws {
    let registry = try RegistryFilesTests.text("Data/Transforms/TransformRegistry.swift")
    var declared: [String] = []
    for file in try RegistryFilesTests.files("Data/Transforms") {
      let text = try RegistryFilesTests.text(file)
      for match in text.matches(of: #/static let (\w*[eE]ntry) = TransformEntry/#) {
        guard let owner = text[..<match.range.lowerBound].matches(of: #/\npackage final class (\w+)/#).last else { continue }
        declared.append("\(owner.output.1).\(match.output.1)")
      }
    }
    #expect(declared.count > 15)
    #expect(RegistryFilesTests.missing(declared, in: registry).isEmpty)
  }
}
