import Foundation
import Interpreter
import Testing

/// Cases recorded from CPython in JSON (`Reference`), each file judged by a program of the language itself.
@Suite struct RecordedCasesTests {
  @Test(arguments: [("format", 967), ("random", 102), ("errors", 108)])
  func equalPython(name: String, count: Int) throws {
    let folder = ScriptChunk.folder.appendingPathComponent("Reference")
    let judge = try String(contentsOf: folder.appendingPathComponent("\(name)_judge.txt"), encoding: .utf8)
    let interpreter = Interpreter()
    var output = ""
    interpreter.output = { output += $0 }
    interpreter.run {
      let shared = folder.appendingPathComponent("../../Goldens/Reference/\(name).json")
      let path = name == "format" ? shared : folder.appendingPathComponent("\(name).json")
      interpreter.globals.set("path", .string(path.path))
      do throws(Raised) {
        _ = try interpreter.execute(judge, name: name, mode: .file)
      } catch {
        output += interpreter.traceback(error)
      }
    }
    #expect(output == "\(count) equal\n")
  }
}
