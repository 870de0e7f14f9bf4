import Glibc
import LineEditing
import Testing

@Suite struct PipeLineSourceTests {
  /// All that comes out of a pipe that holds `bytes`; a text that ends in `:` or an indented line goes on.
  func events(_ bytes: [UInt8]) -> [LineEvent] {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    #expect(write(ends[1], bytes, bytes.count) == bytes.count)
    close(ends[1])
    defer { close(ends[0]) }
    let hooks = LineSourceHooks(continuation: { text in
      let last = text.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
      return last.hasSuffix(":") || last.hasPrefix(" ") ? .goOn(indent: 0) : .accept
    })
    let source = PipeLineSource(descriptor: ends[0], hooks: hooks)
    var events: [LineEvent] = []
    while events.last != .end { events.append(source.next(number: events.count + 1)) }
    return events
  }

  @Test func linesAreCellsAndBlocksEndAtTheMargin() {
    let text = "x = 1\r\nfor i in x:\n  a\n\n  b\ny\nif x:\n  a\nelse:\n  b\nz"
    #expect(
      events(Array(text.utf8)) == [
        .text("x = 1"), .text("for i in x:\n  a\n\n  b"), .text("y"), .text("if x:\n  a\nelse:\n  b"), .text("z"), .end,
      ])
  }

  @Test func badUTF8IsNamedByLineAndColumn() {
    let bytes: [UInt8] = Array("é\na".utf8) + [0xC3, 0xA9, 0xFF] + Array("\nb".utf8)
    #expect(events(bytes) == [.text("é"), .invalid("standard input, line 2, column 4: not UTF-8 text"), .text("b"), .end])
  }

  @Test func nothingIsTheEnd() { #expect(events([]) == [.end]) }
}
