import Glibc

/// Times in words.
enum Duration {
  /// A time with its unit and three digits, as `%time` shows it.
  static func text(_ seconds: Double) -> String {
    if seconds >= 60 {
      let whole = Int(min(seconds, 1e9).rounded())
      let hours = whole / 3600
      return (hours > 0 ? "\(hours)h " : "") + "\(whole / 60 % 60)min \(whole % 60)s"
    }
    let units: [(name: String, size: Double)] = [("s", 1), ("ms", 1e-3), ("µs", 1e-6), ("ns", 1e-9)]
    let unit = units.first { seconds >= $0.size } ?? units[3]
    return significant(seconds / unit.size) + " " + unit.name
  }

  /// A number with three digits that count.
  static func significant(_ number: Double) -> String {
    var buffer = [CChar](repeating: 0, count: 40)
    withVaList([number]) { _ = vsnprintf(&buffer, buffer.count, "%.3g", $0) }
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
