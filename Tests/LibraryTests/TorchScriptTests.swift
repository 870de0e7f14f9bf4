import Foundation
import Interpreter
import Library
import Testing

/// Runs every script of the folder `Torch` and compares what it prints with the comments it carries. A line `# ---` starts the next
/// program; its trailing block `# expect:` is what PyTorch 2.15 prints (Tests/Tools/record_expectations.py, run with a Python that has
/// PyTorch, writes it), but in files that begin with `# differs:`.
@Suite(.serialized) struct TorchScriptTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Torch")

  static func scripts() -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { $0.hasSuffix(".py") }.sorted()
  }

  @Test(arguments: scripts())
  func printsWhatPyTorchPrints(name: String) throws {
    let text = try String(contentsOf: TorchScriptTests.folder.appendingPathComponent(name), encoding: .utf8)
    for (number, part) in ("\n" + text).components(separatedBy: "\n# ---\n").enumerated() {
      let halves = part.components(separatedBy: "\n# expect:\n")
      let expected = halves.count > 1 ? halves[1].split(separator: "\n").map { String($0.dropFirst(2)) } : []
      let printed = TorchScriptTests.run(halves[0] + "\n", name).split(separator: "\n").map(String.init)
      #expect(printed.filter { !$0.isEmpty } == expected.filter { !$0.isEmpty }, "program \(number + 1)")
    }
  }

  private static func run(_ code: String, _ name: String) -> String {
    let interpreter = Interpreter()
    Library.install(into: interpreter, prelude: false)
    var output = ""
    interpreter.output = { output += $0 }
    interpreter.run {
      do throws(Raised) {
        _ = try interpreter.execute(code, name: name, mode: .file)
      } catch { output += interpreter.traceback(error) }
    }
    return output
  }
}
