import Foundation
import Sessions
import Testing

@Suite struct DirectiveRegistryTests {
  /// The folder's files, without those that hold no directive of their own name.
  static var files: [String] {
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
      .appendingPathComponent("Sources/Sessions/Directives")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: sources.path)) ?? []
    return names.map { $0.replacingOccurrences(of: ".swift", with: "").lowercased() }.sorted()
  }

  @Test func everyFileIsRegisteredAndEveryDirectiveHasAFile() {
    let ignored = Set((Directive.ignored + Directive.whilePaused).map(\.name))
    let names = DirectiveRegistry.all.map(\.name).filter { !ignored.contains($0) }.map { $0 == "!" ? "shell" : $0 }
    #expect((names + ["ignored", "whilepaused"]).sorted() == Self.files)
  }

  @Test func namesAreUnique() {
    let names = DirectiveRegistry.all.map(\.name)
    #expect(Set(names).count == names.count)
  }

  @Test func everyDirectiveSaysHowItIsWritten() {
    for directive in DirectiveRegistry.all where directive.name != "help" {
      let sign = directive.name == "!" ? "!" : directive.usage.hasPrefix("%%") ? "%%\(directive.name)" : "%\(directive.name)"
      #expect(directive.usage.hasPrefix(sign))
      #expect(directive.summary.hasSuffix("."))
    }
  }
}
