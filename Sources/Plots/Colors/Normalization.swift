import Glibc

/// How data become positions on a colour map.
package final class Normalization {
  /// The kinds of scale between the ends.
  package enum Kind: Equatable {
    case linear, logarithmic
    case power(Double)
  }

  /// The numbers that get the first and the last colour; nil until set or taken from data.
  package var low, high: Double?
  /// How numbers between them are spread.
  package let kind: Kind

  /// Makes a normalisation whose open ends follow the data.
  package init(low: Double? = nil, high: Double? = nil, kind: Kind = .linear) {
    self.low = low
    self.high = high
    self.kind = kind
  }

  /// Takes ends that are still open from the data.
  package func follow(_ data: [Double]) {
    var least = Double.infinity
    var most = -Double.infinity
    for value in data where value.isFinite && (kind != .logarithmic || value > 0) {
      least = min(least, value)
      most = max(most, value)
    }
    if least > most { (least, most) = (kind == .logarithmic ? 1 : 0, kind == .logarithmic ? 10 : 1) }
    if low == nil { low = least }
    if high == nil { high = most }
  }

  /// The ends, for data that had none.
  package var range: (low: Double, high: Double) { (low ?? 0, high ?? 1) }

  /// Where on the colour map a number lies.
  package func position(of value: Double) -> Double {
    let (low, high) = range
    guard value == value else { return .nan }
    if low == high { return 0 }
    switch kind {
    case .linear:
      // The difference of huge ends may be infinite.
      let width = high - low
      return width.isFinite ? (value - low) / width : (value / 2 - low / 2) / (high / 2 - low / 2)
    case .logarithmic: return value > 0 ? log(value / low) / log(high / low) : .nan
    case .power(let exponent): return pow(max(0, (value - low) / (high - low)), exponent)
    }
  }
}
