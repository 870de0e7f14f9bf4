import Glibc

/// The labels of ticks.
enum TickText {
  /// Labels of numbers on a linear axis, all with the same number of decimals, and what is taken out of them all
  /// (`1e6`, `+1e3`), shown once at the axis's end.
  static func linear(_ values: [Double], _ limits: Limits) -> (labels: [String], common: String) {
    let shown = values.filter { $0 >= limits.low && $0 <= limits.high }
    guard let low = shown.min() ?? values.min(), let high = shown.max() ?? values.max() else { return ([], "") }
    let offset = commonOffset(shown, limits)
    let range = high > low ? high - low : max(abs(limits.high - limits.low), 1e-300)
    let largest = offset != 0 ? range : max(abs(low), abs(high))
    let exponent = largest > 0 ? Int(floor(log10(largest) + 1e-12)) : 0
    let isScientific = exponent <= -5 || exponent >= 6
    let factor = isScientific ? pow(10, Double(exponent)) : 1
    // Enough decimals to tell each label from the truth by less than a thousandth of the range.
    let reduced = values.map { ($0 - offset) / factor }
    let width = range / factor
    var decimals = width > 0 ? max(0, 3 - Int(floor(log10(width)))) : 3
    decimals = min(decimals, 14)
    let accuracy = 1e-3 * pow(10, floor(log10(max(width, 1e-300))))
    while decimals > 0, reduced.allSatisfy({ abs($0 - round($0, decimals - 1)) < accuracy }) { decimals -= 1 }
    var common = ""
    if isScientific { common = "1e\(exponent)" }
    if offset != 0 { common = (common.isEmpty ? "" : "1e\(exponent)") + (offset > 0 ? "+" : "") + scientific(offset) }
    return (reduced.map { fixed($0, decimals) }, minus(common))
  }

  /// What all labels share when they differ only after their fourth digit.
  private static func commonOffset(_ values: [Double], _ limits: Limits) -> Double {
    guard values.count > 1, let low = values.min(), let high = values.max(), low * high > 0 else { return 0 }
    let (near, far) = (min(abs(low), abs(high)), max(abs(low), abs(high)))
    let top = Int(ceil(log10(far)))
    var exponent = top
    while exponent > -300, floor(near / pow(10, Double(exponent))) == floor(far / pow(10, Double(exponent))) { exponent -= 1 }
    exponent += 1
    var shared = floor(far / pow(10, Double(exponent)))
    // The middle of the range may sit just above a round number: then that one is shared.
    if (far - near) / pow(10, Double(exponent)) <= 0.01 {
      exponent = top
      while exponent > -300, floor(far / pow(10, Double(exponent))) - floor(near / pow(10, Double(exponent))) <= 1 {
        exponent -= 1
      }
      exponent += 1
      shared = floor(far / pow(10, Double(exponent)))
    }
    guard shared >= 1000 else { return 0 }
    return (low < 0 ? -1 : 1) * shared * pow(10, Double(exponent))
  }

  private static func scientific(_ value: Double) -> String {
    let exponent = Int(floor(log10(abs(value)) + 1e-12))
    let mantissa = value / pow(10, Double(exponent))
    var text = fixed(mantissa, 10, usesMinus: false)
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return "\(text)e\(exponent)"
  }

  /// A power on a logarithmic axis, in the notation of `TextRuns`.
  static func power(of value: Double, base: Double) -> String {
    if value == 0 { return "0" }
    let exponent = (log(abs(value)) / log(base)).rounded()
    let baseText = base == base.rounded() && base < 1e6 ? "\(Int(base))" : base == 2.718281828459045 ? "e" : fixed(base, 2)
    return "$\\mathrm{\(value < 0 ? "\u{2212}" : "")\(baseText)}^{\(Int(exponent))}$"
  }

  /// The shortest usual text of a number, as matplotlib's `%1.4g` and the like give it.
  static func short(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e15 { return minus("\(Int(value))") }
    return minus("\(value)")
  }

  /// A number with so many decimals.
  static func fixed(_ value: Double, _ decimals: Int, usesMinus: Bool = true) -> String {
    guard value.isFinite else { return value.isNaN ? "nan" : value < 0 ? "\u{2212}inf" : "inf" }
    guard abs(value) < 1e18 else { return minus("\(value)") }
    let places = max(0, min(decimals, 15))
    // Exact in halves: the digits come from the decimal expansion that printf would give.
    var buffer = [CChar](repeating: 0, count: 64)
    let written = withVaList([value]) { vsnprintf(&buffer, 64, "%.\(places)f", $0) }
    var text = String(decoding: buffer.prefix(Int(max(0, min(written, 63)))).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    if text.hasPrefix("-"), text.dropFirst().allSatisfy({ $0 == "0" || $0 == "." }) { text.removeFirst() }
    return usesMinus ? minus(text) : text
  }

  private static func round(_ value: Double, _ decimals: Int) -> Double {
    let factor = pow(10, Double(decimals))
    return (value * factor).rounded() / factor
  }

  static func minus(_ text: String) -> String { text.replacing("-", with: "\u{2212}") }
}
