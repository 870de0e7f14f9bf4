import Signatures
import Testing

@Suite struct SignatureTests {
  @Test func readsKindsAnnotationsAndDefaults() {
    let s = Signature("f(a, /, b: int, c: Tensor? = None, *args, d=1.5, e='x', g=(1, -2), h=torch.float32, **kw) -> Tensor")
    #expect(s.name == "f")
    #expect(s.parameters.map(\.name) == ["a", "b", "c", "args", "d", "e", "g", "h", "kw"])
    #expect(
      s.parameters.map(\.kind) == [
        .positionalOnly, .standard, .standard, .varPositional, .keywordOnly, .keywordOnly, .keywordOnly, .keywordOnly,
        .varKeyword,
      ])
    #expect(s.parameters[1].annotation == "int")
    #expect(s.parameters[2].annotation == "Tensor?")
    #expect(s.parameters[2].defaultValue == Literal.none)
    #expect(s.parameters[4].defaultValue == .float(1.5))
    #expect(s.parameters[5].defaultValue == .string("x"))
    #expect(s.parameters[6].defaultValue == .tuple([.int(1), .int(-2)]))
    #expect(s.parameters[7].defaultValue == .name("torch.float32"))
  }

  @Test func bindsPositionsKeywordsAndExtras() throws {
    let s = Signature("f(a, b=2, *args, c=3, **kw)")
    #expect(s.bindsDirectly(positionalCount: 1))
    #expect(!s.bindsDirectly(positionalCount: 3))
    let binding = try s.bind(positionalCount: 4, keywords: ["z", "c"])
    #expect(binding.sources == [0, 1, -1, 5, -1])
    #expect(binding.extraPositional == 2..<4)
    #expect(binding.extraKeywords == [4])
  }

  /// Texts recorded from CPython 3.11.
  @Test(arguments: [
    ("f(a, b, x)", 2, [], "f() missing 1 required positional argument: 'x'"),
    ("f(a, b)", 0, [], "f() missing 2 required positional arguments: 'a' and 'b'"),
    ("f(a, b, c)", 0, [], "f() missing 3 required positional arguments: 'a', 'b', and 'c'"),
    ("f(a)", 1, ["y"], "f() got an unexpected keyword argument 'y'"),
    ("f(a)", 1, ["a"], "f() got multiple values for argument 'a'"),
    ("f(a, b)", 3, [], "f() takes 2 positional arguments but 3 were given"),
    ("f()", 1, [], "f() takes 0 positional arguments but 1 was given"),
    ("f(a)", 2, [], "f() takes 1 positional argument but 2 were given"),
    ("f(a, b=1)", 3, [], "f() takes from 1 to 2 positional arguments but 3 were given"),
    ("f(a=1)", 2, [], "f() takes from 0 to 1 positional arguments but 2 were given"),
    (
      "f(a, *, k)", 2, ["k"],
      "f() takes 1 positional argument but 2 positional arguments (and 1 keyword-only argument) were given"
    ),
    ("f(*, k)", 0, [], "f() missing 1 required keyword-only argument: 'k'"),
    ("f(a, /)", 0, ["a"], "f() got some positional-only arguments passed as keyword arguments: 'a'"),
  ] as [(String, Int, [String], String)])
  func refusesWithPythonsWording(_ row: (text: String, positional: Int, keywords: [String], message: String)) {
    #expect(throws: BindingError(message: row.message)) {
      try Signature(row.text).bind(positionalCount: row.positional, keywords: row.keywords)
    }
  }
}
