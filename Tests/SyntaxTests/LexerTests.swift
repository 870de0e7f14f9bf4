import Syntax
import Testing

@Suite struct LexerTests {
  @Test func tokensCarryPositions() throws {
    let text = "if x:\n\ty = 'é'  # note\nz\n"
    let expected = """
      1:1-1:3         KEYWORD    'if'
      1:4-1:5         NAME       'x'
      1:5-1:6         OP         ':'
      1:6-2:1         NEWLINE
      2:1-2:2         INDENT     '\\t'
      2:2-2:3         NAME       'y'
      2:4-2:5         OP         '='
      2:6-2:10        STRING     '\\'é\\''
      2:18-3:1        NEWLINE
      3:1-3:1         DEDENT
      3:1-3:2         NAME       'z'
      3:2-4:1         NEWLINE
      4:1-4:1         ENDMARKER

      """
    #expect(try SourceFile(name: "", text: text).tokenDump() == expected)
  }

  @Test func linesEndInThreeWays() {
    let source = SourceFile(name: "", text: "a\r\nb\rc\nd")
    #expect((1...4).map { source.text(ofLine: $0) } == ["a", "b", "c", "d"])
    #expect(source.position(of: 7).line == 4)
    #expect(source.position(of: 7).column == 1)
  }

  @Test func bracketsJoinLines() throws {
    let dump = try SourceFile(name: "", text: "(a,\n  b)\n").tokenDump()
    #expect(!dump.contains("INDENT"))
  }
}
