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

  @Test func badInputLeavesTheSessionUsable() throws {
    let interpreter = Interpreter()
    let nested = String(repeating: "(", count: 100_000)
    let inputs: [(String, String)] = [
      (nested + "1" + String(repeating: ")", count: 100_000), "SyntaxError"), (nested, "SyntaxError"),
      ("x = '" + String(repeating: "a", count: 50_000_000) + "'; 1 / 0", "ZeroDivisionError"),
      ("10 ** 10 ** 10", "MemoryError"), ("'a' * 10 ** 12", "MemoryError"),
      ("','.join(['a' * 10 ** 7] * 10 ** 7)", "MemoryError"),
      ("def f(n): return f(n + 1)\nf(0)", "RecursionError"),
      ("class R:\n def __repr__(self): return repr(self)\nrepr(R())", "RecursionError"),
      ("class E:\n def __eq__(self, o): return self == o\nE() == E()", "RecursionError"),
      ("a = []; a.append(a); b = []; b.append(b); a == b", "RecursionError"),
      ("def g(): yield next(i)\ni = g(); next(i)", "ValueError"),
      ("l = [2, 1]\nl.sort(key=lambda x: l.append(x) or x)", "ValueError"),
      ("d = {1: 1}\nfor k in d: d[k + 1] = 1", "RuntimeError"),
      ("if 1:\n\tx = 1\n        y = 2", "TabError"),
    ]
    for (input, name) in inputs {
      let (raised, after) = interpreter.run { () -> (String?, Int?) in
        var raised: String?
        do throws(Raised) { _ = try interpreter.execute(input, name: "bad", mode: .cell) } catch { raised = error.typeName }
        let after = try? interpreter.execute("sum([1, 2, 3])", name: "after", mode: .cell)
        return (raised, after?.intValue)
      }
      #expect(raised == name && after == 6, "\(input.prefix(60))")
    }
  }
}
