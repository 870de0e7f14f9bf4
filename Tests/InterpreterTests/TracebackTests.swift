import Foundation
import Interpreter
import Testing

/// Compares the text of uncaught exceptions with what CPython prints; recorded by Tests/Tools/record_tracebacks.py.
@Suite struct TracebackTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Tracebacks")

  static func programs() -> [String] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return all.filter { $0.hasSuffix(".py") }.sorted()
  }

  @Test(arguments: programs()) func readsAsPythons(name: String) throws {
    let url = TracebackTests.folder.appendingPathComponent(name)
    let program = try String(contentsOf: url, encoding: .utf8)
    let expected = try String(contentsOf: url.deletingPathExtension().appendingPathExtension("expected"), encoding: .utf8)
    let interpreter = Interpreter()
    var text = ""
    interpreter.run {
      do throws(Raised) {
        _ = try interpreter.execute(program, name: name, mode: .file)
      } catch {
        text = interpreter.traceback(error)
      }
    }
    #expect(text == expected)
  }
}
