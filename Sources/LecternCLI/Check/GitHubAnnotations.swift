/// Findings in the form that GitHub shows beside the changed lines.
enum GitHubAnnotations {
  /// GitHub drops what is beyond ten of a kind in silence.
  private static let most = 10

  /// The workflow commands to print.
  static func text(_ reports: [NotebookReport]) -> String {
    var lines: [String] = []
    for report in reports {
      if let problem = report.problem { lines.append("::error file=\(property(report.file))::\(message(problem))") }
      for verdict in report.failures {
        let place = verdict.line > 0 ? ",line=\(verdict.line)" : ""
        let title = "cell \(verdict.number) \(verdict.kind.phrase)"
        lines.append("::error file=\(property(report.file))\(place),title=\(property(title))::\(message(verdict.details))")
      }
    }
    guard lines.count > most else { return lines.map { $0 + "\n" }.joined() }
    let rest = lines.count - (most - 1)
    return (lines.prefix(most - 1) + ["::error title=lectern check::\(rest) more findings"]).map { $0 + "\n" }.joined()
  }

  private static func message(_ text: String) -> String {
    text.replacingAll("%", "%25").replacingAll("\r", "%0D").replacingAll("\n", "%0A")
  }

  private static func property(_ text: String) -> String {
    message(text).replacingAll(":", "%3A").replacingAll(",", "%2C")
  }
}

extension String {
  fileprivate func replacingAll(_ part: Unicode.Scalar, _ other: String) -> String {
    var result = ""
    for scalar in unicodeScalars {
      if scalar == part { result += other } else { result.unicodeScalars.append(scalar) }
    }
    return result
  }
}
