import Testing

import LineEditing

@Suite struct EditorTextTests {
  let prompt = "...: ".unicodeScalars.map(\.value)

  @Test func continuationPromptsGoInAndOut() {
    var text = EditorText("if x:\n    y")
    text.cursor = 6
    let (buffer, cursor) = text.decorated(prompt)
    #expect(buffer == "if x:\n...:     y".unicodeScalars.map(\.value))
    #expect(cursor == 11)
    #expect(EditorText(decorated: buffer, cursor: cursor, decoration: prompt) == text)
    #expect(!EditorText.needsDecoration(buffer, cursor: cursor, decoration: prompt))
    #expect(EditorText.needsDecoration(buffer, cursor: 8, decoration: prompt))
    #expect(EditorText.needsDecoration("a\nb".unicodeScalars.map(\.value), cursor: 0, decoration: prompt))
  }

  @Test func cursorMovesByLine() {
    var text = EditorText("abcdef\nx\nlonger")
    text.moveUp()
    #expect(text.cursor == 8)
    text.moveUp()
    #expect(text.cursor == 1)
    text.moveUp()
    #expect(text.cursor == 1)
    text.moveToLineEnd()
    text.moveDown()
    #expect(text.cursor == 8)
  }

  @Test func backspaceTakesAStepOfIndentationOrAWholeCharacter() {
    var text = EditorText("if x:\n      ")
    text.removeBackwards()
    #expect(text.string == "if x:\n    ")
    text.insert("e\u{301}")
    text.removeBackwards()
    #expect(text.string == "if x:\n    ")
    text.removeBackwards()
    text.removeBackwards()
    #expect(text.string == "if x:")
  }

  @Test func wordsAreFoundOnBothSides() {
    var text = EditorText("foo.bar_2(x)")
    text.cursor = 10
    #expect(text.previousWord == 4)
    text.cursor = 3
    #expect(text.nextWord == 9)
    #expect(text.previousBlank == 0)
  }
}
