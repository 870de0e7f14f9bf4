import Foundation
import Testing

/// Every construct that lecture code was found to use has a labelled program: `# construct: …` in Constructs here, and in
/// LibraryTests/Torch/constructs.py for those that need tensors.
@Suite struct ConstructTests {
  private static let notes = ScriptChunk.folder.appendingPathComponent("../../../shared/notes/needed-names.md")

  private func labels() throws -> String {
    let folder = ScriptChunk.folder.appendingPathComponent("Constructs")
    var text = ""
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name.hasSuffix(".py") {
      text += try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }
    text += try String(
      contentsOf: ScriptChunk.folder.appendingPathComponent("../LibraryTests/Torch/constructs.py"), encoding: .utf8)
    return text.components(separatedBy: "\n").filter { $0.hasPrefix("# construct: ") }.joined(separator: "\n")
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: notes.path), "needs ../shared/notes/needed-names.md"))
  func everyConstructOfTheCourseHasAProgram() throws {
    let labels = try labels()
    let wanted = [
      "syntax", "subscripting", "operators", "%-format", "str.format specs", "f-string specs", "builtins", "methods of str",
    ]
    var count = 0
    for line in try String(contentsOf: Self.notes, encoding: .utf8).components(separatedBy: "\n") {
      guard line.hasPrefix("**"), wanted.contains(where: { line.hasPrefix("**\($0)") }), let colon = line.range(of: "**: ")
      else { continue }
      for item in line[colon.upperBound...].components(separatedBy: "; ") {
        // `range 70` or `print 85 [kw: end=2]`: the name, and in how many units it occurs.
        var name = item.components(separatedBy: " [kw")[0]
        name = name.hasSuffix(".") ? String(name.dropLast()) : name
        let words = name.components(separatedBy: " ")
        if words.count > 1, Int(words[words.count - 1]) != nil { name = words.dropLast().joined(separator: " ") }
        if name.hasSuffix(" (exception)") { name = String(name.dropLast(12)) }
        if name.hasPrefix("("), name.hasSuffix(")") { name = String(name.dropFirst().dropLast()) }
        if name.contains("other[") || name.hasPrefix("store into other") { continue }
        #expect(labels.contains(name), "\(name)")
        count += 1
      }
    }
    #expect(count > 150)
  }
}
