/// Check reports as JUnit XML: a suite a notebook, a case a cell.
enum JUnitReport {
  /// The document; valid XML whatever the outputs hold.
  static func text(_ reports: [NotebookReport]) -> String {
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"
    for report in reports {
      let failures = report.failures.count
      let skipped = report.verdicts.filter { $0.kind == .skipped }.count
      text +=
        "  <testsuite name=\"\(attribute(report.file))\" tests=\"\(report.verdicts.count + (report.problem == nil ? 0 : 1))\" "
        + "failures=\"\(failures)\" errors=\"\(report.problem == nil ? 0 : 1)\" skipped=\"\(skipped)\" time=\"\(report.seconds)\">\n"
      if let problem = report.problem {
        text +=
          "    <testcase classname=\"\(attribute(report.file))\" name=\"read\">\n      <error message=\"\(attribute(problem))\"/>\n    </testcase>\n"
      }
      for verdict in report.verdicts {
        text +=
          "    <testcase classname=\"\(attribute(report.file))\" name=\"cell \(verdict.number): \(attribute(verdict.title))\" "
          + "time=\"\(verdict.seconds)\""
        switch verdict.kind {
        case .passed, .ran: text += "/>\n"
        case .skipped: text += ">\n      <skipped/>\n    </testcase>\n"
        default:
          let message = attribute(verdict.kind.phrase)
          text += ">\n      <failure message=\"\(message)\">\(content(verdict.details))</failure>\n    </testcase>\n"
        }
      }
      text += "  </testsuite>\n"
    }
    return text + "</testsuites>\n"
  }

  /// Longer texts are cut: readers of these files give up on megabytes.
  private static let longest = 20_000

  private static func attribute(_ text: String) -> String { escaped(text, isAttribute: true) }

  private static func content(_ text: String) -> String { escaped(text, isAttribute: false) }

  /// The text with what XML cannot hold replaced, colours taken out.
  private static func escaped(_ text: String, isAttribute: Bool) -> String {
    var result = ""
    var isInEscape = false
    for scalar in text.unicodeScalars.prefix(longest) {
      if isInEscape {
        // A colour sequence ends at its letter.
        isInEscape = !(scalar.properties.isAlphabetic || scalar == "~")
        continue
      }
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\u{1B}": isInEscape = true
      case "\n", "\t", "\r": result += isAttribute ? "&#\(scalar.value);" : String(Character(scalar))
      case "\0"..."\u{1F}", "\u{7F}"..."\u{84}", "\u{86}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + (text.unicodeScalars.count > longest ? " … (cut)" : "")
  }
}
