import Foundation
import Goldens
import Interpreter
import Library
import Tensors
import Testing

/// The course's MNIST post, all 15 epochs: minutes, so only when asked for.
///
///     LECTERN_POST=1 swift test -c release --filter MNISTPost
///
/// At one thread on a processor with AVX-512 the log equals PyTorch's to the character; otherwise each epoch's cost is within 5 %.
@Suite(.serialized, .enabled(if: ProcessInfo.processInfo.environment["LECTERN_POST"] == "1" && ConformanceRun.digits != nil))
struct MNISTPostTests {
  private static let recorded: [String] = {
    let golden = Golden.folder.deletingLastPathComponent().appendingPathComponent("mnist_post.txt")
    let text = (try? String(contentsOf: golden, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
  }()

  @Test(arguments: [1, 2]) func logIsPyTorchs(threads: Int) throws {
    let before = ThreadPool.threadCount
    ThreadPool.setThreadCount(threads)
    defer { ThreadPool.setThreadCount(before) }
    let lines = try withDefaultGenerator { try log() }
    if threads == 1 && ConformanceRun.isExact {
      #expect(lines == Self.recorded)
      return
    }
    try #require(lines.count == Self.recorded.count)
    for (line, want) in zip(lines, Self.recorded) {
      let (found, expected) = (try number(line), try number(want))
      if line.hasPrefix("Accuracy") {
        #expect(0.982...0.992 ~= found, "\(line)")
      } else {
        #expect(abs(found - expected) <= 0.05 * expected, "\(line) instead of \(want)")
      }
    }
  }

  private func number(_ line: String) throws -> Double {
    try #require(line.split(separator: " ").last.flatMap { Double($0) })
  }

  private func log() throws -> [String] {
    let program = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("mnist_post.py")
    let code = try String(contentsOf: program, encoding: .utf8)
    let interpreter = Interpreter()
    Library.install(into: interpreter, prelude: false)
    var output = ""
    interpreter.output = { output += $0 }
    let problem: String? = interpreter.run {
      interpreter.globals.set("root", .string(ConformanceRun.digits ?? ""))
      do throws(Raised) {
        _ = try interpreter.execute(code, name: "mnist_post", mode: .file)
        return nil
      } catch {
        return interpreter.traceback(error)
      }
    }
    #expect(problem == nil)
    return output.split(separator: "\n").map(String.init)
  }
}
