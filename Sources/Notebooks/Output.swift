/// One recorded output of a cell.
package enum Output: Equatable {
  /// Which of a program's two text streams.
  package enum Stream: String, Equatable {
    case standardOutput = "stdout"
    case standardError = "stderr"
  }

  /// Printed text.
  case stream(Stream, String)
  /// The echo of the last expression.
  case result(String)
  /// A picture.
  case figure(RecordedFigure)
  /// The exception that ended the cell.
  case error(name: String, message: String, traceback: [String])
  /// Anything else a notebook file holds (a table, a widget), kept as found.
  case raw(JSONValue)

  /// Whether both outputs are the same, byte for byte.
  package static func == (lhs: Output, rhs: Output) -> Bool {
    switch (lhs, rhs) {
    case (.stream(let a, let s), .stream(let b, let t)): a == b && s.hasSameBytes(as: t)
    case (.result(let s), .result(let t)): s.hasSameBytes(as: t)
    case (.error(let a, let m, let x), .error(let b, let n, let y)):
      a.hasSameBytes(as: b) && m.hasSameBytes(as: n) && x.elementsEqual(y) { $0.hasSameBytes(as: $1) }
    case (.figure(let a), .figure(let b)): a == b
    case (.raw(let a), .raw(let b)): a == b
    default: false
    }
  }

  /// `Name: message`, or `Name` alone, as the last line of a traceback has it; nil for other outputs.
  package var errorLine: String? {
    guard case .error(let name, let message, _) = self else { return nil }
    return message.isEmpty ? name : "\(name): \(message)"
  }
}

extension Array where Element == Output {
  /// What the cell showed on standard output, echo included, in order; ends with a newline unless empty. Pictures are left out.
  package var shownText: String { text { _ in nil } }

  /// The shown text with a line for each picture.
  var shownTextAndFigures: String { text { $0.line } }

  private func text(_ figureText: (RecordedFigure) -> String?) -> String {
    var text = ""
    for output in self {
      let piece: String?
      switch output {
      case .stream(.standardOutput, let printed):
        text += printed
        continue
      case .result(let echo): piece = echo
      case .raw(let value): piece = value.plainText
      case .figure(let figure): piece = figureText(figure)
      case .stream(.standardError, _), .error: piece = nil
      }
      guard let piece else { continue }
      if !text.isEmpty && !text.endsInNewline { text += "\n" }
      text += piece.endsInNewline ? piece : piece + "\n"
    }
    if !text.isEmpty && !text.endsInNewline { text += "\n" }
    return text
  }

  /// The pictures, in order.
  package var figures: [RecordedFigure] {
    compactMap { if case .figure(let figure) = $0 { figure } else { nil } }
  }

  /// The error that ended the cell, if one did.
  package var error: Output? {
    first { if case .error = $0 { true } else { false } }
  }
}

extension JSONValue {
  /// The `text/plain` form of a notebook's mime bundle.
  var plainText: String? {
    guard case .object(let output) = self, case .object(let data)? = output["data"] else { return nil }
    return data["text/plain"]?.joinedText
  }
}
