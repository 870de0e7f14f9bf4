import Glibc

/// How an axis spreads its numbers.
package enum Scale: Equatable {
  case linear
  /// Equal factors take equal room.
  case logarithmic(base: Double)
  /// Logarithmic on both sides of a linear stretch around zero.
  case symmetricLogarithmic(base: Double, linear: Double)

  /// The scale that matplotlib calls by that name.
  package init(named name: String, base: Double = 10, linear: Double = 2) throws(PlotError) {
    guard base > 0, base != 1, base.isFinite else { throw .value("The log base cannot be <= 0 or == 1") }
    switch name {
    case "linear": self = .linear
    case "log": self = .logarithmic(base: base)
    case "symlog": self = .symmetricLogarithmic(base: base, linear: linear > 0 ? linear : 2)
    default: throw .value("'\(name)' is not a valid value for scale; supported values are 'linear', 'log', 'symlog'")
    }
  }

  /// The name.
  package var name: String {
    switch self {
    case .linear: "linear"
    case .logarithmic: "log"
    case .symmetricLogarithmic: "symlog"
    }
  }

  /// A number's place before limits are applied; numbers that have none are NaN.
  func forward(_ value: Double) -> Double {
    switch self {
    case .linear: value
    case .logarithmic: value > 0 ? log10(value) : .nan
    case .symmetricLogarithmic(let base, let linear):
      abs(value) <= linear
        ? value / linear : (value < 0 ? -1 : 1) * (1 + log(abs(value) / linear) / log(base))
    }
  }

  /// The number at a place.
  func backward(_ place: Double) -> Double {
    switch self {
    case .linear: place
    case .logarithmic: pow(10, place)
    case .symmetricLogarithmic(let base, let linear):
      abs(place) <= 1 ? place * linear : (place < 0 ? -1 : 1) * linear * pow(base, abs(place) - 1)
    }
  }
}

/// The span that an axis shows, first number to last; the first may be the greater one.
package struct Limits: Equatable {
  package var first, last: Double
  package init(_ first: Double, _ last: Double) {
    self.first = first
    self.last = last
  }
  var low: Double { min(first, last) }
  var high: Double { max(first, last) }
}

/// What the things on the axes reach from and to along one axis.
package struct DataSpan {
  /// The least and greatest number; nothing yet when `low > high`.
  package private(set) var low = Double.infinity, high = -Double.infinity
  /// The least number above zero, for logarithmic axes.
  package private(set) var leastPositive = Double.infinity
  /// Numbers at which the axis ends without a margin (the feet of bars, the edges of images).
  package private(set) var edges: [Double] = []

  /// Nothing.
  package init() {}

  /// Whether it has no number yet.
  package var isEmpty: Bool { low > high }

  /// Takes in a number; NaN and infinities are passed over.
  package mutating func add(_ value: Double) {
    guard value.isFinite else { return }
    low = min(low, value)
    high = max(high, value)
    if value > 0 { leastPositive = min(leastPositive, value) }
  }

  /// Takes in numbers.
  package mutating func add(_ values: [Double]) { for value in values { add(value) } }

  /// Takes in a number at which the axis may end.
  package mutating func add(edge value: Double) {
    add(value)
    if edges.count < 1000 { edges.append(value) }
  }

  /// Takes in all that another span has.
  mutating func formUnion(_ other: DataSpan) {
    low = min(low, other.low)
    high = max(high, other.high)
    leastPositive = min(leastPositive, other.leastPositive)
    if edges.count < 1000 { edges += other.edges }
  }

  /// The limits that show everything, with a margin (a fraction of the span) where no edge is.
  func limits(_ scale: Scale, margin: Double) -> Limits {
    guard low <= high else {
      if case .logarithmic = scale { return Limits(1, 10) }
      return Limits(0, 1)
    }
    var (low, high) = (self.low, self.high)
    if case .logarithmic = scale {
      guard leastPositive.isFinite else { return Limits(1, 10) }
      low = max(low, leastPositive)
      if low == high { (low, high) = (low / 10, high * 10) }
    } else {
      (low, high) = Self.widened(low, high)
    }
    let (from, to) = (scale.forward(low), scale.forward(high))
    let pad = (to / 2 - from / 2) * 2 * margin
    let tolerance = (high / 2 - low / 2) * 1e-10
    let stopsBelow = edges.contains { abs($0 - low) <= tolerance }
    let stopsAbove = edges.contains { abs($0 - high) <= tolerance }
    let first = stopsBelow || !pad.isFinite ? low : scale.backward(from - pad)
    let last = stopsAbove || !pad.isFinite ? high : scale.backward(to + pad)
    return first.isFinite && last.isFinite ? Limits(first, last) : Limits(low, high)
  }

  /// Two numbers that are far enough apart to draw an axis between.
  static func widened(_ low: Double, _ high: Double) -> (Double, Double) {
    let size = max(abs(low), abs(high))
    guard high - low <= size * 1e-13 || size < 1e-300 else { return (low, high) }
    let room = size < 1e-300 ? 0.05 : size * 0.05
    return (low - room, high + room)
  }
}
