import Foundation
import Interpreter
import Testing

/// Input that asks for too much or makes no sense: each ends in the exception of CPython, or in the MemoryError of a limit that the
/// language reference states, and the same session goes on.
@Suite(.serialized) struct BadInputTests {
  private static let session = Interpreter()

  /// The exception's name, its message, and what the session says afterwards.
  private func run(_ input: String) -> (raised: String?, message: String, after: Int?) {
    let interpreter = Self.session
    interpreter.output = { _ in }
    return interpreter.run {
      var raised: String?
      var message = ""
      do throws(Raised) {
        _ = try interpreter.execute(input, name: "bad", mode: .cell)
      } catch {
        raised = error.typeName
        message = error.exception.arguments.first?.stringValue ?? ""
        _ = interpreter.traceback(error)
      }
      let after = try? interpreter.execute("sum([1, 2, 3])", name: "after", mode: .cell)
      return (raised, message, after?.intValue)
    }
  }

  static let nested = String(repeating: "(", count: 100_000)

  /// What a test is named by: the inputs themselves are too long to show.
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let input: @Sendable () -> String
    let exception: String
    let message: String

    init(_ name: String, _ input: @autoclosure @escaping @Sendable () -> String, _ exception: String, _ message: String) {
      testDescription = name
      self.input = input
      self.exception = exception
      self.message = message
    }
  }

  /// 50 MB, in a build that is fast enough.
  #if DEBUG
    static let large = 1_000_000
  #else
    static let large = 50_000_000
  #endif

  static let cases: [Case] = [
    Case(
      "nested brackets", nested + "1" + String(repeating: ")", count: 100_000), "SyntaxError", "too many nested parentheses"),
    Case("open brackets", nested, "SyntaxError", "too many nested parentheses"),
    Case(
      "lists in lists", String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000), "SyntaxError",
      "too many"
    ),
    Case("brackets of an f-string", "f'{" + String(repeating: "(", count: 100_000) + "}'", "SyntaxError", "too many nested"),
    Case("a high tree", String(repeating: "-", count: 100_000) + "1", "RecursionError", "maximum recursion depth exceeded"),
    Case(
      "a long chain", "(1)" + String(repeating: ".real", count: 100_000), "RecursionError", "maximum recursion depth exceeded"),
    Case(
      "nested lambdas", String(repeating: "lambda: ", count: 100_000) + "1", "RecursionError",
      "maximum recursion depth exceeded"
    ),
    Case(
      "a line of 50 MB", "x = '" + String(repeating: "a", count: large) + "'; 1 / 0", "ZeroDivisionError",
      "division by zero"
    ),
    Case(
      "50 MB of digits", "x = " + String(repeating: "1", count: large), "SyntaxError", "Exceeds the limit (4300 digits)"),
    Case(
      "16 million fields", "x = 1; f'" + String(repeating: "{x}", count: large / 3) + "'", "SyntaxError",
      "f-string: too many expressions"
    ),
    Case("a tower of powers", "10 ** 10 ** 10", "MemoryError", ""),
    Case("a far shift", "1 << 10 ** 12", "MemoryError", ""),
    Case("a long text", "'a' * 10 ** 12", "MemoryError", ""),
    Case("a longer text", "'a' * 10 ** 20", "OverflowError", "cannot fit 'int' into an index-sized integer"),
    Case("a long list", "[0] * 10 ** 13", "MemoryError", ""),
    Case("a long join", "','.join(['a' * 10 ** 7] * 10 ** 7)", "MemoryError", ""),
    Case("a wide format", "format(1, '1000000000000')", "MemoryError", ""),
    Case("a wide percent", "'%1000000000000d' % 1", "MemoryError", ""),
    Case("a long replacement", "('a' * 10 ** 6).replace('a', 'b' * 10 ** 7)", "MemoryError", ""),
    Case("a function", "def f(n): return f(n + 1)\nf(0)", "RecursionError", "maximum recursion depth exceeded"),
    Case("two functions", "def f(): g()\ndef g(): f()\nf()", "RecursionError", "maximum recursion depth exceeded"),
    Case("a constructor", "class C:\n def __init__(self): C()\nC()", "RecursionError", "maximum recursion depth exceeded"),
    Case("a repr", "class R:\n def __repr__(self): return repr(self)\nrepr(R())", "RecursionError", "maximum recursion depth"),
    Case(
      "an equality", "class E:\n def __eq__(self, o): return self == o\nE() == E()", "RecursionError", "maximum recursion depth"
    ),
    Case("a hash", "class H:\n def __hash__(self): return hash(self)\nhash(H())", "RecursionError", "maximum recursion depth"),
    Case(
      "an attribute", "class A:\n def __getattr__(self, n): return self.other\nA().x", "RecursionError",
      "maximum recursion depth"
    ),
    Case(
      "an iterator", "class I:\n def __iter__(self): return iter(self)\nlist(I())", "RecursionError", "maximum recursion depth"),
    Case(
      "a generator in a generator", "def g(n): yield from g(n + 1)\nlist(g(0))", "RecursionError", "maximum recursion depth"),
    Case("lists that hold themselves", "a = []; a.append(a); b = []; b.append(b); a == b", "RecursionError", "in comparison"),
    Case("dicts that hold themselves", "a = {}; a[1] = a; b = {}; b[1] = b; a == b", "RecursionError", "in comparison"),
    Case("an order of such lists", "a = []; a.append(a); b = []; b.append(b); a < b", "RecursionError", "in comparison"),
    Case("JSON of such a list", "import json; a = []; a.append(a); json.dumps(a)", "ValueError", "Circular reference detected"),
    Case(
      "a copy of a deep list", "import copy; a = []\nfor _ in range(10 ** 5): a = [a]\ncopy.deepcopy(a)", "RecursionError",
      "maximum"
    ),
    Case(
      "the repr of a deep list", "a = []\nfor _ in range(10 ** 5): a = [a]\nrepr(a)", "RecursionError",
      "maximum recursion depth"
    ),
    Case(
      "a generator that resumes itself", "def g(): yield next(i)\ni = g(); next(i)", "ValueError", "generator already executing"
    ),
    Case(
      "a list changed while sorted", "l = [2, 1]\nl.sort(key=lambda x: l.append(x) or x)", "ValueError",
      "list modified during sort"
    ),
    Case(
      "a dict grown while iterated", "d = {1: 1}\nfor k in d: d[k + 1] = 1", "RuntimeError",
      "dictionary changed size during iteration"
    ),
    Case(
      "a dict changed while iterated", "d = {1: 1}\nfor k in d: d[2] = d.pop(1)", "RuntimeError",
      "dictionary keys changed during iteration"
    ),
    Case(
      "a set grown while iterated", "s = {1}\nfor k in s: s.add(k + 1)", "RuntimeError", "Set changed size during iteration"),
    Case(
      "a deque changed while iterated", "from collections import deque; d = deque([1])\nfor k in d: d.append(1)",
      "RuntimeError", "deque mutated"
    ),
    Case("bytes that are not UTF-8", "b'\\xff'.decode()", "UnicodeDecodeError", ""),
    Case(
      "source that is not UTF-8", "exec(b'x = \\xff')", "SyntaxError", "(unicode error) 'utf-8' codec can't decode byte 0xff"),
    Case("a null byte", "exec('x = 1\\0')", "SyntaxError", "cannot contain null bytes"),
    Case("tabs and spaces", "if 1:\n\tx = 1\n        y = 2", "TabError", "inconsistent use of tabs and spaces in indentation"),
    Case("spaces and tabs", "if 1:\n        x = 1\n\ty = 2", "TabError", "inconsistent use of tabs and spaces in indentation"),
    Case(
      "100 nested blocks",
      (0..<101).map { String(repeating: " ", count: $0) + "if 1:\n" }.joined() + String(repeating: " ", count: 101)
        + "x", "IndentationError", "too many levels of indentation"
    ),
    Case("a deep pattern", "import re; re.compile('(' * 10 ** 5)", "error", ""),
    Case("an endless list", "import itertools; [0] * len(range(10 ** 18))", "MemoryError", ""),
    Case("an integer of many digits", "int('9' * 5000)", "ValueError", "Exceeds the limit (4300 digits)"),
    Case("a class of many bases", "class A: pass\nclass B(*[A] * 1000): pass", "TypeError", "duplicate base class A"),
  ]

  @Test(arguments: cases) func endsInItsExceptionAndTheSessionGoesOn(bad: Case) {
    let result = run(bad.input())
    #expect(result.raised == bad.exception)
    #expect(bad.message.isEmpty || result.message.contains(bad.message), "\(result.message.prefix(200))")
    #expect(result.after == 6)
  }
}
