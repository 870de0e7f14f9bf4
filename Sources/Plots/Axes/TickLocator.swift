import Glibc

/// Chooses the numbers at which an axis has its ticks.
enum TickLocator {
  /// Round numbers from `low` to `high`: multiples of 1, 2, 2.5 or 5 times a power of ten, in at most `most` steps.
  static func linear(
    _ low: Double, _ high: Double, most: Int, wholeOnly: Bool = false, steps rounds: [Double] = [1, 2, 2.5, 5, 10, 20]
  ) -> [Double] {
    let span = high - low
    guard span > 0, span.isFinite, most > 0 else { return [] }
    // Far from zero the numbers are told apart by what they have over a round one.
    let center = low / 2 + high / 2
    let isFar = abs(center) / span >= 100
    let offset = isFar ? copysign(pow(10, floor(log10(abs(center)))), center) : 0
    let (from, to) = (low - offset, high - offset)
    let raw = span / Double(most)
    let power = pow(10, floor(log10(span / Double(most))))
    var steps = rounds.map { $0 * power }
    if wholeOnly { steps = steps.filter { $0 >= 1 && $0 == $0.rounded() } }
    if steps.isEmpty { steps = [1] }
    let fitting = steps.firstIndex { $0 >= raw * (1 - 1e-10) } ?? steps.count - 1
    // Two ticks at least: a finer step where the first fitting one has but one multiple inside.
    var ticks: [Double] = []
    for step in steps[...fitting].reversed() + [power / 2, power / 5] where !wholeOnly || step >= 1 {
      ticks = multiples(of: step, from, to)
      if ticks.count >= 2 { break }
    }
    return ticks.map { $0 + offset }
  }

  private static func multiples(of step: Double, _ from: Double, _ to: Double) -> [Double] {
    let slack = 1e-10 * (to - from) / step
    let first = (from / step - slack).rounded(.up)
    let last = (to / step + slack).rounded(.down)
    guard last >= first, last - first < 1000, step > 0 else { return [] }
    return stride(from: first, through: last, by: 1).map { $0 * step }
  }

  /// Powers of the base from `low` to `high`, leaving out every so many where they are too many; the smaller ticks are the
  /// multiples between powers.
  static func logarithmic(_ low: Double, _ high: Double, base: Double, most: Int) -> (major: [Double], minor: [Double]) {
    guard low > 0, high > low, high.isFinite else { return ([], []) }
    let (from, to) = (log(low) / log(base), log(high) / log(base))
    let decades = max(1, to - from)
    let every = max(1, Int((decades / Double(max(most, 1))).rounded(.up)))
    var major: [Double] = []
    var minor: [Double] = []
    for exponent in Int(from.rounded(.down))...Int(to.rounded(.up)) {
      let power = pow(base, Double(exponent))
      if exponent % every == 0 { major.append(power) } else if every > 1 { minor.append(power) }
      if every == 1, base >= 3 {
        for factor in 2..<Int(min(base, 1000)) { minor.append(power * Double(factor)) }
      }
    }
    let room = 1e-10 * (to - from)
    func isInside(_ value: Double) -> Bool {
      let place = log(value) / log(base)
      return place >= from - room && place <= to + room
    }
    return (major.filter(isInside), minor.filter(isInside))
  }
}
