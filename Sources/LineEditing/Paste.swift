extension Editor {
  /// A paste longer than this is cut: the editor redraws the whole cell at each key.
  private static let longestPaste = 1_000_000

  /// Reads pasted text up to the sequence that ends it. Line ends become newlines, tabs stay, other control characters go.
  func readPaste() -> String {
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
      for held in end[0..<matched] where held != 0x1B && count < Self.longestPaste {
        pasted.append(UnicodeScalar(held) ?? " ")
        count += 1
      }
      matched = key == end[0] ? 1 : 0
      if matched == 1 { continue }
      defer { previous = key }
      guard count < Self.longestPaste else { continue }
      switch key {
      case 0x0D: pasted.append("\n")
      case 0x0A where previous == 0x0D: continue
      case 0x09, 0x0A, 0x20...0x7E, 0xA0...: pasted.append(UnicodeScalar(key) ?? "\u{FFFD}")
      default: continue
      }
      count += 1
    }
    return String(pasted)
  }
}
