import Glibc
import LineEditing

/// The answer of `%history -g`: cells of all runs with their time, duration and outcome.
enum HistorySearch {
  /// The entries that contain `pattern`, in which `*` and `?` stand for other text, a line or more each.
  static func lines(in history: History, matching pattern: String) -> [String] {
    let glob = "*\(pattern)*"
    let hasWildcard = pattern.contains { "*?[".contains($0) }
    return history.records { text in
      pattern.isEmpty || (hasWildcard ? fnmatch(glob, text, 0) == 0 : text.contains(pattern))
    }.map { record in
      var outcome = "          "
      if let seconds = record.seconds {
        outcome = Self.padded(Self.duration(seconds), to: 8) + (record.succeeded == true ? "  " : " !")
      }
      let indent = "\n" + String(repeating: " ", count: 30)
      return "\(date(record.time)) \(outcome)  "
        + record.text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: indent)
    }
  }

  private static func date(_ seconds: Int) -> String {
    var moment = time_t(seconds)
    var parts = tm()
    localtime_r(&moment, &parts)
    var text = [CChar](repeating: 0, count: 40)
    let count = strftime(&text, text.count, "%Y-%m-%d %H:%M", &parts)
    return String(decoding: text.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static func duration(_ seconds: Double) -> String {
    if seconds >= 60 { return "\(Int(min(seconds, 1e9)) / 60)m\(Int(min(seconds, 1e9)) % 60)s" }
    return seconds >= 1 ? "\(Int(seconds * 10) / 10).\(Int(seconds * 10) % 10)s" : "\(Int((seconds * 1000).rounded()))ms"
  }

  private static func padded(_ text: String, to width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
