import Sessions
import Testing

@Suite struct CompletenessTests {
  @Test(arguments: [
    "", "x = 1", "for i in x: print(i)", "for i in x:\n    print(i)\n    ", "def f(x): return x", "f(1,\n  2)", "x = )",
    "%time f()",
    "%%time\nf()\n", "if x:\n    a\nelse:\n    b\n", "name?", "print('''a\nb''')",
  ]) func whole(text: String) { #expect(Completeness.of(text) == .complete) }

  @Test(arguments: [
    ("for i in x:", 4), ("for i in x:\n    print(i)", 4), ("f(1,", 4), ("if x:\n    pass", 0), ("x = '''a", 0),
    ("x = 1 + \\", 0),
    ("class A:\n    def f(self):", 8), ("%%time", 0), ("if x:\n    %time f()", 4),
  ]) func goesOn(text: String, indent: Int) { #expect(Completeness.of(text) == .incomplete(indent: indent)) }

  @Test func aDecoratorWaitsForItsDefinition() {
    #expect(Completeness.of("@torch.no_grad()") == .incomplete(indent: 0))
    #expect(Completeness.of("class C:\n    @property") == .incomplete(indent: 4))
    #expect(Completeness.of("x = (a\n@ b)") == .complete)
  }
}
