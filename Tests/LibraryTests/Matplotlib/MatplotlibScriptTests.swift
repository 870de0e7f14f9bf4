import Foundation
import Interpreter
import Library
import Testing

/// Runs the scripts beside this file and those of `Teaching`. What they print under matplotlib 3.11.2 stands at their ends: written by
/// Tests/Tools/record_expectations.py, run by a Python that has matplotlib and torch.
@Suite(.serialized) struct MatplotlibScriptTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

  static func paths() -> [String] {
    ["Matplotlib", "Teaching"].flatMap { name in
      let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent(name).path)) ?? []
      return all.filter { $0.hasSuffix(".py") }.sorted().map { "\(name)/\($0)" }
    }
  }

  @Test(arguments: paths())
  func printsWhatIsExpected(path: String) throws {
    let text = try String(contentsOf: Self.folder.appendingPathComponent(path), encoding: .utf8)
    for (number, part) in ("\n" + text).components(separatedBy: "\n# ---\n").enumerated() {
      let pieces = part.components(separatedBy: "\n# expect:\n")
      let expected =
        pieces.count > 1
        ? pieces[1].split(separator: "\n", omittingEmptySubsequences: false).map { String($0.dropFirst(2)) } : []
      #expect(
        Self.output(of: pieces[0]) == expected.joined(separator: "\n").trimmingCharacters(in: .newlines), "chunk \(number + 1)")
    }
  }

  /// What a program prints; the error that ends it is its last line.
  static func output(of code: String) -> String {
    let interpreter = Interpreter()
    var output = ""
    interpreter.output = { output += $0 }
    let stage = Library.install(into: interpreter)
    stage.onShow = { figure in output += "shown: \(figure.summary)\n" }
    interpreter.run {
      do throws(Raised) { _ = try interpreter.execute(code, name: "script", mode: .file) } catch {
        output += "\(error.typeName): \(error.message)\n"
      }
    }
    return output.trimmingCharacters(in: .newlines)
  }
}
