/// Recorded text with its wildcards and masks.
struct RecordedPattern {
  enum Element: Equatable {
    case token(OutputToken)
    /// `...`
    case anything
    /// `[TIME]`
    case time
    /// `[ADDR]`
    case address
  }

  private(set) var elements: [Element] = []

  /// Whether the text asks for more than itself.
  var hasWildcards: Bool { elements.contains { if case .token = $0 { false } else { true } } }

  /// Reads recorded text.
  init(_ text: String) {
    var rest = text[...]
    while rest.utf8.last == 0x0A { rest = Substring(rest.utf8.dropLast()) }
    let marks: [(String, Element)] = [("...", .anything), ("[TIME]", .time), ("[ADDR]", .address)]
    while !rest.isEmpty {
      let found = marks.compactMap { mark in rest.firstRange(of: mark.0).map { (range: $0, element: mark.1) } }
        .min { $0.range.lowerBound < $1.range.lowerBound }
      guard let found else { break }
      add(rest[..<found.range.lowerBound])
      elements.append(found.element)
      rest = rest[found.range.upperBound...]
    }
    add(rest)
  }

  private mutating func add(_ text: Substring) {
    guard !text.isEmpty else { return }
    // Newlines at the end of a piece are text here; only those of the whole do not count.
    let kept = text.reversed().prefix { $0 == "\n" }.count
    elements += OutputToken.tokens(of: String(text)).map { .token($0) }
    for _ in 0..<kept { elements.append(.token(.text("\n"))) }
  }
}
