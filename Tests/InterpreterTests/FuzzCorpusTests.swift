import Foundation
import Interpreter
import Syntax
import Testing

/// Programs and scraps that the fuzzer (Tests/Tools/fuzz) kept because each reached new places: none may end the process, and the same
/// interpreter goes on after each.
@Suite(.serialized) struct FuzzCorpusTests {
  @Test func everyScrapEndsAndTheSessionGoesOn() throws {
    let url = ScriptChunk.folder.appendingPathComponent("BadInput/corpus.txt")
    let scraps = try String(contentsOf: url, encoding: .utf8).components(separatedBy: "\n# ---\n")
    #expect(scraps.count > 100)
    for scrap in scraps {
      let source = SourceFile(name: "scrap", text: scrap)
      _ = try? source.tokenDump()
      _ = Parser.inputState(of: source)
      _ = try? Parser.parse(source, mode: .expression)
      let interpreter = Interpreter()
      let stopper = DispatchWorkItem { interpreter.interrupt.set() }
      DispatchQueue.global().asyncAfter(deadline: .now() + 1, execute: stopper)
      let after = interpreter.run { () -> Int? in
        do throws(Raised) {
          if let value = try interpreter.execute(scrap, name: "scrap", mode: .cell) { _ = try interpreter.repr(value) }
        } catch {
          _ = interpreter.traceback(error)
        }
        stopper.cancel()
        interpreter.interrupt.clear()
        // A scrap may have given names of its own to the builtins that it uses.
        let value = try? interpreter.execute("1 + 2 + 3", name: "after", mode: .cell)
        return value?.intValue
      }
      #expect(after == 6, "\(scrap)")
    }
  }
}
