import Foundation
import Interpreter
import Library
import Testing

/// Runs every script of the folder `NumPy` and compares what it prints with the comments it carries. A line `# ---` starts the next
/// program; its trailing block `# expect:` is what CPython prints with numpy 2.4 (Tests/Tools/record_expectations.py writes it).
@Suite(.serialized) struct NumPyTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("NumPy")

  static func scripts() -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { $0.hasSuffix(".py") }.sorted()
  }

  @Test(arguments: scripts())
  func printsWhatNumPyPrints(name: String) throws {
    let text = try String(contentsOf: NumPyTests.folder.appendingPathComponent(name), encoding: .utf8)
    for (number, chunk) in LibraryScript.chunks(of: text).enumerated() {
      let output = chunk.run(name: name, in: NumPyTests.folder)
      #expect(output == chunk.expected, "chunk \(number + 1)")
    }
  }
}

/// One program of a script file and the output it should have.
struct LibraryScript {
  var code: String
  var expected: [String]

  static func chunks(of text: String) -> [LibraryScript] {
    ("\n" + text).components(separatedBy: "\n# ---\n").map { part in
      var lines = part.components(separatedBy: "\n")
      while lines.first == "" { lines.removeFirst() }
      while lines.last == "" { lines.removeLast() }
      guard let start = lines.lastIndex(of: "# expect:") else {
        return LibraryScript(code: lines.joined(separator: "\n") + "\n", expected: [])
      }
      var expected = lines[(start + 1)...].map { String($0.dropFirst(2)) }
      while expected.last == "" { expected.removeLast() }
      return LibraryScript(code: lines[..<start].joined(separator: "\n") + "\n", expected: expected)
    }
  }

  /// Runs the program; the lines that it printed and the exception that ended it.
  func run(name: String, in folder: URL) -> [String] {
    let interpreter = Interpreter()
    Library.install(into: interpreter, prelude: false)
    interpreter.searchPath = [folder.path]
    var output = ""
    interpreter.output = { output += $0 }
    interpreter.run {
      do throws(Raised) {
        _ = try interpreter.execute(code, name: name, mode: .file)
      } catch { output += "\(error.typeName): \(error.message)\n" }
    }
    var lines = output.components(separatedBy: "\n")
    while lines.last == "" { lines.removeLast() }
    return lines
  }
}
