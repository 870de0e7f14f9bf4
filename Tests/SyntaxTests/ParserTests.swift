import Foundation
import Syntax
import Testing

private func syntaxError(_ text: String, mode: Parser.Mode = .file) -> SyntaxError? {
  do throws(SyntaxError) {
    _ = try Parser.parse(SourceFile(name: "<string>", text: text), mode: mode)
    return nil
  } catch {
    return error
  }
}

@Suite struct ParserTests {
  @Test(arguments: ["expressions", "statements"])
  func treesEqualPython(name: String) throws {
    let source = SourceFile(name: name, text: try fixture("Trees/\(name).py"))
    let lines = try Parser.parse(source).dump().split(separator: "\n")
    let expected = try fixture("Trees/\(name).tree").split(separator: "\n")
    #expect(lines.count == expected.count)
    for (line, wanted) in zip(lines, expected) where line != wanted {
      #expect(line == wanted)
      break
    }
  }

  /// Positions inside f-strings are those in the file, not in the cut-out expression as in CPython.
  @Test func mistakesAreNamedAsPythonDoes() throws {
    let chunks = try fixture("mistakes.txt").components(separatedBy: "\n# ---\n")
    let expected = try fixture("mistakes.expected").components(separatedBy: "\n").dropFirst()
    #expect(chunks.count <= expected.count)
    for (chunk, wanted) in zip(chunks, expected) {
      let error = syntaxError(chunk)
      let fields = wanted.components(separatedBy: " | ")
      guard let error, fields.count == 5 else {
        #expect(error == nil && wanted == "OK", "\(chunk)")
        continue
      }
      #expect(error.exceptionName == fields[0] && error.message == fields[1], "\(chunk): \(error.message)")
      if error.message.hasPrefix("f-string: invalid syntax") { continue }
      let start = error.position
      #expect("\(start.line) | \(start.column)" == "\(fields[2]) | \(fields[3])", "\(chunk)")
      if fields[4] != "0" { #expect("\(error.source.position(of: error.span.end).column)" == fields[4], "\(chunk)") }
    }
  }

  @Test(arguments: [
    "if x:", "if x:\n", "def f():\n    # comment\n", "(", "f(1,\n", "[1, 2", "{'a': 1,", "'''abc", "x = '''a\nb", "x = 1 + \\\n",
    "class A:\n", "try:\n    x\n", "@d\n", "for x in y:\n    if z:\n", "if x:\n    y\nelse:", "'abc\\\n", "with a as b:",
  ])
  func unfinishedTextIsIncomplete(text: String) {
    #expect(syntaxError(text)?.isIncomplete == true)
  }

  @Test(arguments: [
    "if x", "x = ", "x = )", "(]", "f(a b", "if x:\ny", "'abc", "f'{x'", "x = (1,\ny = 2", "def f(:", "1 +", "  x\n y", "\"", "(1 2",
  ])
  func hopelessTextIsNotIncomplete(text: String) {
    #expect(syntaxError(text)?.isIncomplete == false)
  }

  @Test func promptWaitsForTheEmptyLineAfterABlock() {
    func state(_ text: String) -> String {
      switch Parser.inputState(of: SourceFile(name: "", text: text)) {
      case .complete: return "complete"
      case .incomplete(let indentation): return "more \(indentation.count)"
      case .invalid(let error): return error.message
      }
    }
    #expect(state("x = 1\n") == "complete")
    #expect(state("") == "complete")
    #expect(state("# only a comment\n") == "complete")
    #expect(state("if x:\n") == "more 4")
    #expect(state("if x:\n    y\n") == "more 4")
    #expect(state("if x:\n    y\n\n") == "complete")
    #expect(state("def f():\n    return 1\n") == "more 0")
    #expect(state("f(\n") == "more 4")
    #expect(state("x = )\n") == "unmatched ')'")
  }

  @Test(arguments: [
    String(repeating: "(", count: 100_000), "x = " + String(repeating: "-", count: 100_000) + "1",
    "x = " + String(repeating: "1+", count: 100_000) + "1", "x = " + String(repeating: "not ", count: 100_000) + "1",
    "x = " + String(repeating: "2**", count: 100_000) + "1", "x = " + String(repeating: "lambda: ", count: 100_000) + "1",
    "x = " + String(repeating: "1 if 1 else ", count: 100_000) + "1", "x = a" + String(repeating: ".b", count: 100_000),
    "if a: b\n" + String(repeating: "elif a: b\n", count: 100_000),
    (0..<150).map { String(repeating: " ", count: $0) + "if x:\n" }.joined(),
  ])
  func deepNestingIsRefused(text: String) {
    #expect(syntaxError(text) != nil)
  }

  @Test func deepestAcceptedTreeIsReleased() throws {
    let text = "x = " + String(repeating: "1+", count: 2_800) + "1"
    _ = try Parser.parse(SourceFile(name: "", text: text))
  }

  @Test func unsupportedStatementsAreNamed() {
    #expect(syntaxError("async def f(): pass")?.message == "'async' is not supported")
    #expect(syntaxError("match x:\n    case 1: pass")?.message == "'match' is not supported")
    #expect(syntaxError("x = await y")?.message == "'await' is not supported")
  }

  @Test func invalidEncodingIsNamed() {
    func message(_ bytes: [UInt8]) -> String? {
      do throws(SyntaxError) {
        _ = try Parser.parse(SourceFile(name: "a.py", bytes: bytes))
        return nil
      } catch {
        return error.message
      }
    }
    #expect(message([120, 10, 0xFF])?.hasPrefix("Non-UTF-8 code starting with '\\xff' in file a.py on line 2") == true)
    #expect(message([120, 0]) == "source code cannot contain null bytes")
  }

  @Test func evalTakesOneExpression() throws {
    #expect(syntaxError("  1 + 2\n", mode: .expression) == nil)
    #expect(syntaxError("x = 1", mode: .expression)?.message == "invalid syntax")
    #expect(syntaxError("pass", mode: .expression)?.message == "invalid syntax")
  }

  @Test func caretsStandUnderTheMistake() {
    let expected = "  File \"<string>\", line 1\n    x = 'é' y\n            ^\nSyntaxError: invalid syntax"
    #expect(syntaxError("x = 'é' y")?.formatted == expected)
  }

  @Test func sharedLecturesParse() throws {
    let shared = testFolder.appendingPathComponent("../../../shared/lectures")
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: shared.path) else { return }
    for name in names where name.hasSuffix(".md") {
      let text = try String(contentsOf: shared.appendingPathComponent(name), encoding: .utf8)
      for block in text.components(separatedBy: "```python\n").dropFirst() {
        let code = block.components(separatedBy: "```")[0]
        // Transcripts of a prompt are no source text; reading notebooks takes their prompts away.
        if code.hasPrefix(">>>") { continue }
        #expect(syntaxError(code)?.formatted == nil)
      }
    }
  }
}
