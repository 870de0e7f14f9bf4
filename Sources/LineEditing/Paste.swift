import Glibc

extension Editor {
  /// A longer paste is refused: the editor redraws the whole cell at each key.
  static let longestPaste = 200_000

  /// Reads pasted text up to the sequence that ends it; nil, after a message, when it is too long. Line ends become newlines,
  /// tabs stay, other control characters go.
  func readPaste() -> String? {
    var pasted = String.UnicodeScalarView()
    var count = 0
    let end: [UInt32] = "\u{1B}[201~".unicodeScalars.map(\.value)
    var matched = 0
    var previous: UInt32 = 0
    while let key = readKey() {
      if key == end[matched] {
        matched += 1
        if matched == end.count { break }
        continue
      }
      // What looked like the end was not: an escape sequence, whose letters are text.
      for held in end[0..<matched] where held != 0x1B {
        if count < Self.longestPaste { pasted.append(UnicodeScalar(held) ?? " ") }
        count += 1
      }
      matched = key == end[0] ? 1 : 0
      if matched == 1 { continue }
      defer { previous = key }
      guard count < Self.longestPaste else {
        count += 1
        continue
      }
      switch key {
      case 0x0D: pasted.append("\n")
      case 0x0A where previous == 0x0D: continue
      case 0x09, 0x0A, 0x20...0x7E, 0xA0...: pasted.append(UnicodeScalar(key) ?? "\u{FFFD}")
      default: continue
      }
      count += 1
    }
    guard count < Self.longestPaste else {
      fputs(
        "\nThe paste of \(count) characters was not taken: the prompt holds at most \(Self.longestPaste). "
          + "Save the text as a file and %run or %load it.\n", stdout)
      fflush(stdout)
      return nil
    }
    return String(pasted)
  }
}
