import Glibc

/// How many of some numbers fall between each two of a row of edges.
package struct Histogram {
  /// The edges, one more than counts.
  package let edges: [Double]
  /// The counts, or what was asked in their place.
  package var counts: [Double]

  /// Counts numbers, each with its weight, between edges; the last bin holds its upper edge as well.
  package init(_ values: [Double], edges: [Double], weights: [Double]? = nil) {
    self.edges = edges
    counts = [Double](repeating: 0, count: max(0, edges.count - 1))
    guard let first = edges.first, let last = edges.last, edges.count > 1 else { return }
    for (index, value) in values.enumerated() where value >= first && value <= last {
      var (low, high) = (0, edges.count - 1)
      while high - low > 1 {
        let middle = (low + high) / 2
        if edges[middle] <= value { low = middle } else { high = middle }
      }
      counts[low] += weights?[index] ?? 1
    }
  }

  /// As many equal bins from the least to the greatest number, or over a range.
  package static func edges(_ values: [Double], count: Int, range: (Double, Double)? = nil) throws(PlotError) -> [Double] {
    guard count > 0 else { throw .value("`bins` must be positive, when an integer") }
    guard count <= 10_000_000 else { throw .value("Too many bins for data range. Cannot create \(count) finite-sized bins.") }
    var low = range?.0 ?? values.min() ?? 0
    var high = range?.1 ?? values.max() ?? 1
    guard low.isFinite, high.isFinite else {
      throw .value(
        range == nil
          ? "autodetected range of [\(TickText.numpy(low)), \(TickText.numpy(high))] is not finite"
          : "supplied range of [\(low), \(high)] is not finite")
    }
    if low > high { throw .value("max must be larger than min in range parameter.") }
    if low == high { (low, high) = (low - 0.5, high + 0.5) }
    return (0...count).map { $0 == count ? high : low + (high - low) * (Double($0) / Double(count)) }
  }

  /// How many bins a named rule asks for.
  package static func count(_ values: [Double], rule: String) throws(PlotError) -> Int {
    let n = Double(max(values.count, 1))
    let sorted = values.sorted()
    guard ["auto", "sturges", "sqrt", "rice", "scott", "fd"].contains(rule) else {
      throw .value("'\(rule)' is not a valid estimator for `bins`")
    }
    let span = (sorted.last ?? 1) - (sorted.first ?? 0)
    guard span > 0, span.isFinite else { return 1 }
    func quantile(_ q: Double) -> Double {
      let place = q * (n - 1)
      let low = Int(place)
      return sorted[low] + (place - Double(low)) * (sorted[min(low + 1, sorted.count - 1)] - sorted[low])
    }
    let mean = values.reduce(0, +) / n
    let deviation = sqrt(values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / n)
    let sturges = span / (log2(n) + 1)
    let freedman = 2 * (quantile(0.75) - quantile(0.25)) / pow(n, 1.0 / 3)
    var width: Double
    switch rule {
    case "sqrt": width = span / sqrt(n)
    case "rice": width = span / (2 * pow(n, 1.0 / 3))
    case "scott": width = pow(24 * sqrt(Double.pi) / n, 1.0 / 3) * deviation
    case "fd": width = freedman
    case "auto": width = freedman > 0 ? min(sturges, freedman) : sturges
    default: width = sturges
    }
    if !(width > 0) { width = span }
    return max(1, Int(min(1e6, (span / width).rounded(.up))))
  }
}

extension TickText {
  static func numpy(_ value: Double) -> String {
    value.isNaN ? "nan" : value.isInfinite ? (value < 0 ? "-inf" : "inf") : "\(value)"
  }
}
