/// A piece of output text: a number, a word, or one other character.
enum OutputToken: Equatable {
  /// A number with a point or an exponent, and its spelling.
  case decimal(Double, String)
  /// A number without; compared as it is spelled.
  case whole(String)
  /// Anything else; words and runs of blanks are whole.
  case text(String)

  /// The spelling.
  var spelling: String {
    switch self {
    case .decimal(_, let text), .whole(let text), .text(let text): text
    }
  }

  /// Cuts text into tokens. Digits inside a word (`Conv2d`, `x1`) are part of it. Newlines at the end are left out.
  static func tokens(of text: String) -> [OutputToken] {
    var bytes = Array(text.utf8)
    while bytes.last == 0x0A { bytes.removeLast() }
    var tokens: [OutputToken] = []
    var index = 0
    while index < bytes.count {
      let start = index
      if let end = endOfNumber(bytes, from: index), isFree(bytes, before: start) {
        let spelling = String(decoding: bytes[start..<end], as: UTF8.self)
        let isDecimal = spelling.utf8.contains { $0 == UInt8(ascii: ".") || $0 | 0x20 == UInt8(ascii: "e") }
        tokens.append(isDecimal ? .decimal(Double(padded(spelling)) ?? .nan, spelling) : .whole(spelling))
        index = end
        continue
      }
      if isWord(bytes[index]) {
        while index < bytes.count, isWord(bytes[index]) { index += 1 }
      } else if bytes[index] == 0x20 {
        while index < bytes.count, bytes[index] == 0x20 { index += 1 }
      } else {
        index += 1
      }
      tokens.append(.text(String(decoding: bytes[start..<index], as: UTF8.self)))
    }
    return tokens
  }

  /// `1.` and `.5` as Swift reads them.
  private static func padded(_ spelling: String) -> String {
    var text = spelling.replacingFirst(".e", with: ".0e").replacingFirst(".E", with: ".0e")
    if text.hasSuffix(".") { text += "0" }
    if text.hasPrefix(".") { text = "0" + text }
    if text.hasPrefix("-.") { text = "-0" + text.dropFirst() }
    return text
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func isWord(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte >= 0x80 || byte == UInt8(ascii: "_")
      || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
  }

  /// Whether a number may start here: not inside a word or another number.
  private static func isFree(_ bytes: [UInt8], before index: Int) -> Bool {
    guard index > 0 else { return true }
    let previous = bytes[index - 1]
    if bytes[index] == UInt8(ascii: "-") { return !isWord(previous) && previous != UInt8(ascii: ")") }
    return !isWord(previous) && !(previous == UInt8(ascii: ".") && index > 1 && isWord(bytes[index - 2]))
  }

  private static func endOfNumber(_ bytes: [UInt8], from start: Int) -> Int? {
    func digits(_ index: inout Int) -> Bool {
      let first = index
      while index < bytes.count, isDigit(bytes[index]) { index += 1 }
      return index > first
    }
    var index = start
    if bytes[index] == UInt8(ascii: "-") { index += 1 }
    let hasWhole = digits(&index)
    var hasFraction = false
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      var end = index + 1
      hasFraction = digits(&end)
      // `1.` ends a number as torch prints it, unless a word or another point follows (`1...`).
      let next = end < bytes.count ? bytes[end] : 0x20
      if hasFraction || (hasWhole && next != UInt8(ascii: ".") && !isWord(next))
        || (hasWhole && next | 0x20 == UInt8(ascii: "e"))
      {
        index = end
      }
    }
    guard hasWhole || hasFraction else { return nil }
    if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
      var end = index + 1
      if end < bytes.count, bytes[end] == UInt8(ascii: "+") || bytes[end] == UInt8(ascii: "-") { end += 1 }
      if digits(&end) { index = end }
    }
    // A word that starts with digits (`2x3`, `10th`) is a word; a complex number's `j` may follow.
    if index < bytes.count, isWord(bytes[index]), bytes[index] != UInt8(ascii: "j") { return nil }
    return index
  }

  // MARK: Masks

  /// Where a clock time, a date or a duration that starts at `place` may end.
  static func endsOfTime(_ tokens: [OutputToken], from place: Int) -> [Int] {
    let units: Set<String> = ["s", "ms", "us", "µs", "ns", "min", "h", "sec", "seconds", "second", "minutes", "hours", "it"]
    var ends: [Int] = []
    var index = place
    var hasNumber = false
    loop: while index < tokens.count {
      switch tokens[index] {
      case .decimal, .whole: hasNumber = true
      case .text(let text):
        if text.utf8.allSatisfy({ $0 == 0x20 }) || [":", "-", "/", "±", "+", ",", "T", "Z"].contains(text)
          || units.contains(text)
        {
          break
        }
        // `3s`, `250ms`, `12h`: digits and a unit in one word.
        let unit = text.drop { $0.isNumber }
        guard unit.count < text.count, unit.isEmpty || units.contains(String(unit)) else { break loop }
        hasNumber = true
      }
      index += 1
      if hasNumber { ends.append(index) }
    }
    return ends
  }

  /// Where an address that starts at `place` ends: `0x` and hexadecimal digits.
  static func endOfAddress(_ tokens: [OutputToken], from place: Int) -> Int? {
    guard place < tokens.count, tokens[place].spelling.hasPrefix("0x"),
      tokens[place].spelling.dropFirst(2).allSatisfy(\.isHexDigit)
    else { return nil }
    return place + 1
  }
}

extension String {
  fileprivate func replacingFirst(_ part: String, with other: String) -> String {
    guard let range = firstRange(of: part) else { return self }
    return replacingCharacters(range, with: other)
  }

  private func replacingCharacters(_ range: Range<String.Index>, with other: String) -> String {
    self[..<range.lowerBound] + other + self[range.upperBound...]
  }
}
