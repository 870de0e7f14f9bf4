/// The text being edited and the cursor in it, as code points: what every editing key works on.
///
/// libedit's buffer holds the same text with the continuation prompt after each newline, because libedit knows no continuation
/// prompts of its own. `init(decorated:…)` takes them out, `decorated` puts them in.
package struct EditorText: Equatable {
  package var scalars: [UInt32]
  package var cursor: Int

  /// Makes the text with the cursor at its end.
  package init(_ text: String) {
    scalars = text.unicodeScalars.map(\.value)
    cursor = scalars.count
  }

  /// Takes the continuation prompts out of a buffer; a cursor inside one goes to the start of its line's text.
  package init(decorated: [UInt32], cursor: Int, decoration: [UInt32]) {
    scalars = []
    self.cursor = 0
    var index = 0
    while index < decorated.count {
      if index == cursor { self.cursor = scalars.count }
      scalars.append(decorated[index])
      index += 1
      guard scalars.last == Self.newline, decorated[index...].starts(with: decoration) else { continue }
      let end = index + decoration.count
      if cursor >= index, cursor < end { self.cursor = scalars.count }
      index = end
    }
    if cursor >= decorated.count { self.cursor = scalars.count }
  }

  /// The buffer that shows this text, and the cursor in it.
  package func decorated(_ decoration: [UInt32]) -> (scalars: [UInt32], cursor: Int) {
    var result: [UInt32] = []
    var place = 0
    for (index, scalar) in scalars.enumerated() {
      if index == cursor { place = result.count }
      result.append(scalar)
      if scalar == Self.newline { result += decoration }
    }
    return (result, cursor == scalars.count ? result.count : place)
  }

  /// Whether a buffer is not what `decorated` would make of its text.
  package static func needsDecoration(_ buffer: [UInt32], cursor: Int, decoration: [UInt32]) -> Bool {
    var index = 0
    while let end = buffer[index...].firstIndex(of: newline) {
      index = end + 1
      guard buffer[index...].starts(with: decoration) else { return true }
      if cursor >= index, cursor < index + decoration.count { return true }
      index += decoration.count
    }
    return false
  }

  package static let newline: UInt32 = 0x0A
  package static let space: UInt32 = 0x20

  /// The text as a string.
  package var string: String { Self.string(scalars[...]) }

  private static func string(_ scalars: ArraySlice<UInt32>) -> String {
    var text = ""
    for scalar in scalars { text.unicodeScalars.append(UnicodeScalar(scalar) ?? "\u{FFFD}") }
    return text
  }

  /// What stands left of the cursor.
  package var head: String { Self.string(scalars[..<cursor]) }

  // MARK: Lines

  /// Where the cursor's line starts.
  package var lineStart: Int { scalars[..<cursor].lastIndex(of: Self.newline).map { $0 + 1 } ?? 0 }

  /// Where the cursor's line ends.
  package var lineEnd: Int { scalars[cursor...].firstIndex(of: Self.newline) ?? scalars.count }

  package var isOnFirstLine: Bool { lineStart == 0 }
  package var isOnLastLine: Bool { lineEnd == scalars.count }
  package var hasSeveralLines: Bool { scalars.contains(Self.newline) }

  /// Whether only spaces stand between the line's start and the cursor.
  package var isInIndentation: Bool { scalars[lineStart..<cursor].allSatisfy { $0 == Self.space } }

  package mutating func moveUp() {
    let column = cursor - lineStart
    guard !isOnFirstLine else { return }
    cursor = lineStart - 1
    cursor = min(lineStart + column, lineEnd)
  }

  package mutating func moveDown() {
    let column = cursor - lineStart
    guard !isOnLastLine else { return }
    cursor = lineEnd + 1
    cursor = min(lineStart + column, lineEnd)
  }

  /// To the first character that is no space; from there to the margin.
  package mutating func moveToLineStart() {
    let start = lineStart
    let text = scalars[start..<lineEnd].firstIndex { $0 != Self.space } ?? start
    cursor = cursor == text ? start : text
  }

  package mutating func moveToLineEnd() { cursor = lineEnd }

  // MARK: Characters and words

  /// The start of the character, with its combining marks, that ends at the cursor.
  package var previousCharacter: Int {
    guard let last = Self.string(scalars[lineStart..<cursor]).last else { return max(0, cursor - 1) }
    return cursor - last.unicodeScalars.count
  }

  /// The end of the character that starts at the cursor.
  package var nextCharacter: Int {
    guard let first = Self.string(scalars[cursor..<lineEnd]).first else { return min(scalars.count, cursor + 1) }
    return cursor + first.unicodeScalars.count
  }

  /// The start of the word left of the cursor.
  package var previousWord: Int {
    var index = cursor
    while index > 0, !Self.isWord(scalars[index - 1]) { index -= 1 }
    while index > 0, Self.isWord(scalars[index - 1]) { index -= 1 }
    return index
  }

  /// The end of the word right of the cursor.
  package var nextWord: Int {
    var index = cursor
    while index < scalars.count, !Self.isWord(scalars[index]) { index += 1 }
    while index < scalars.count, Self.isWord(scalars[index]) { index += 1 }
    return index
  }

  /// The start of what stands between the cursor and the blank left of it.
  package var previousBlank: Int {
    var index = cursor
    while index > lineStart, scalars[index - 1] == Self.space { index -= 1 }
    while index > lineStart, scalars[index - 1] != Self.space { index -= 1 }
    return index == cursor ? max(0, cursor - 1) : index
  }

  private static func isWord(_ scalar: UInt32) -> Bool {
    guard let scalar = UnicodeScalar(scalar) else { return false }
    return scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  // MARK: Changes

  package mutating func insert(_ text: String) {
    let new = text.unicodeScalars.map(\.value)
    scalars.insert(contentsOf: new, at: cursor)
    cursor += new.count
  }

  /// Takes out what stands between the cursor and `place`, and returns it.
  @discardableResult
  package mutating func remove(to place: Int) -> String {
    let range = min(place, cursor)..<max(place, cursor)
    let removed = Self.string(scalars[range])
    scalars.removeSubrange(range)
    cursor = range.lowerBound
    return removed
  }

  /// Backspace: a character, or in the indentation back to the previous stop.
  package mutating func removeBackwards() {
    let column = cursor - lineStart
    if column > 0, isInIndentation {
      remove(to: lineStart + (column - 1) / 4 * 4)
    } else {
      remove(to: previousCharacter)
    }
  }
}
