import Foundation
import Interpreter

/// One program of a script file. `# ---` on a line of its own starts the next program in a fresh interpreter.
///
/// The trailing comment block `# expect:` holds the output, one `# ` before each line. `# raises: ValueError: …` at the end of a
/// line says that this line ends the program with that exception. Tests/Tools/record_expectations.py writes both from CPython.
struct ScriptChunk {
  var code: String
  var expected: String
  /// Exception and line, as `ValueError: … (line 3)`.
  var raises: String?

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

  /// The scripts of the folder, as paths relative to it. (`TracebackTests` has its own.)
  static func paths() -> [String] {
    let all = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return all.filter { $0.hasSuffix(".py") && !$0.hasPrefix("Tracebacks/") }.sorted()
  }

  static func chunks(of text: String) -> [ScriptChunk] {
    ("\n" + text).components(separatedBy: "\n# ---\n").map { part in
      var lines = part.components(separatedBy: "\n")
      if lines.first == "" { lines.removeFirst() }
      while lines.last == "" { lines.removeLast() }
      var chunk = ScriptChunk(code: "", expected: "", raises: nil)
      if let start = lines.lastIndex(of: "# expect:") {
        chunk.expected = lines[(start + 1)...].map { $0.dropFirst(2) + "\n" }.joined()
        lines.removeSubrange(start...)
      }
      for (number, line) in lines.enumerated() {
        guard let mark = line.range(of: "  # raises: ", options: .backwards) else { continue }
        chunk.raises = "\(line[mark.upperBound...]) (line \(number + 1))"
      }
      chunk.code = lines.joined(separator: "\n") + "\n"
      return chunk
    }
  }

  /// Runs the program; what it printed, and the exception that ended it.
  func run(name: String) -> (output: String, raised: String?) {
    let interpreter = Interpreter()
    var output = ""
    var raised: String?
    interpreter.output = { output += $0 }
    interpreter.run {
      do throws(Raised) {
        _ = try interpreter.execute(code, name: name, mode: .file)
      } catch {
        let line = error.exception.frames.last { $0.source == name }?.line
        // A syntax error of the chunk itself: without the place, which stands in the line.
        let isOwn = line == nil && error.exception.type.isSubtype(of: .syntaxError)
        let text = isOwn ? error.exception.arguments.first?.stringValue ?? "" : error.message
        let message = text.components(separatedBy: "\n")[0]
        raised = (message.isEmpty ? error.typeName : "\(error.typeName): \(message)") + " (line \(line ?? 0))"
      }
    }
    if !output.isEmpty, !output.hasSuffix("\n") { output += "\n" }
    return (output, raised)
  }
}
