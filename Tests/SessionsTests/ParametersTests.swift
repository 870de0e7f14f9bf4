import Sessions
import Testing

@Suite struct ParametersTests {
  func applied(_ definition: String, to source: String) -> String? {
    var parameters = Parameters()
    guard parameters.add(definition) else { return nil }
    var used: Set<String> = []
    return parameters.applied(to: source, used: &used)
  }

  @Test func assignmentsAtTheMarginGetTheNewValue() {
    #expect(applied("n=2", to: "n = 15\nfor n in x:\n  n = 3\nm = n") == "n = 2\nfor n in x:\n  n = 3\nm = n")
    #expect(applied("n=[1, -2]", to: "n = 15; m = 1") == "n = [1, -2]; m = 1")
  }

  @Test func whatIsNoLiteralIsAString() {
    #expect(applied("device=cuda:0", to: "device = f()") == "device = 'cuda:0'")
    #expect(applied("d=it's", to: "d = 1") == "d = 'it\\'s'")
    #expect(applied("d='x'", to: "d = 1") == "d = 'x'")
  }

  @Test func linesKeepTheirNumbers() {
    #expect(applied("n=1", to: "n = f(\n  2)\nx") == "n = (1\n)\nx")
  }

  @Test func otherFormsAreRefused() {
    #expect(applied("n", to: "") == nil)
    #expect(applied("1=2", to: "") == nil)
  }
}
