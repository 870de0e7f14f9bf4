/// The short form of a series' look: `ro--` is red circles on a dashed line.
package struct FormatString: Equatable {
  package var color: Color?
  package var marker: String?
  package var line: String?

  /// Reads a format, in whatever order its parts stand.
  package init(_ text: String) throws(PlotError) {
    func invalid(_ reason: String) -> PlotError { .value("'\(text)' is not a valid format string (\(reason))") }
    // A word may be a colour by its whole name.
    if text.count > 1, let named = Color.parse(text), !text.allSatisfy({ "0123456789.".contains($0) }) {
      color = named
      return
    }
    var rest = Substring(text)
    while let first = rest.first {
      if let style = ["--", "-.", "-", ":", " "].first(where: { rest.hasPrefix($0) }) {
        if line != nil { throw invalid("two linestyle symbols") }
        line = style
        rest.removeFirst(style.count)
      } else if Marker.symbols.contains(String(first)) {
        if marker != nil { throw invalid("two marker symbols") }
        marker = String(first)
        rest.removeFirst()
      } else if let hex = Color.letters[String(first)] {
        if color != nil { throw invalid("two color symbols") }
        color = Color(hex: hex)
        rest.removeFirst()
      } else if first == "C", let digit = rest.dropFirst().first, digit.isNumber {
        let digits = rest.dropFirst().prefix { $0.isNumber }
        if color != nil { throw invalid("two color symbols") }
        color = Color.cycle[(Int(digits) ?? 0) % Color.cycle.count]
        rest.removeFirst(1 + digits.count)
      } else {
        throw invalid("unrecognized character '\(first)'")
      }
    }
  }
}
