import Notebooks

/// Turns what a cell showed into what is recorded.
package enum Recording {
  /// The outputs with carriage returns and backspaces applied, as a terminal would have left the text.
  package static func recorded(_ outputs: [Output]) -> [Output] {
    outputs.map { output in
      guard case .stream(let stream, let text) = output else { return output }
      return .stream(stream, settled(text))
    }
  }

  /// The text that remains when `\r` has gone back to the line's start and `\b` one character.
  package static func settled(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x0D || $0 == 0x08 }) else { return text }
    var result = ""
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if index > 0 { result += "\n" }
      var cells: [UnicodeScalar] = []
      var column = 0
      for scalar in line.unicodeScalars {
        switch scalar {
        case "\r": column = 0
        case "\u{8}": column = max(0, column - 1)
        default:
          if column < cells.count { cells[column] = scalar } else { cells.append(scalar) }
          column += 1
        }
      }
      for scalar in cells { result.unicodeScalars.append(scalar) }
    }
    return result
  }
}
