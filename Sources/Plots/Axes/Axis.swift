import Glibc

/// One of the two axes: its scale, its limits, its ticks and its label.
package final class Axis {
  /// Which way an axis runs.
  package enum Direction { case x, y }

  /// A tick of an axis.
  struct Tick {
    var value: Double
    /// Nil for a small tick without a label.
    var label: String?
  }

  /// Which way it runs.
  package let direction: Direction
  /// How it spreads its numbers.
  package var scale = Scale.linear { didSet { if scale != oldValue { fixedTicks = nil } } }
  /// The limits that were set; nil while they follow the data.
  package var fixedLimits: Limits?
  /// How much room stays beyond the data, as a fraction of their span.
  package var margin = 0.05
  /// Whether the greater numbers stand on the other side.
  package var isInverted = false
  /// The ticks that were set, in place of chosen ones.
  package var fixedTicks: [Double]?
  /// The labels that were set for them.
  package var fixedLabels: [String]?
  /// Smaller ticks that were set.
  package var fixedMinorTicks: [Double] = []
  /// Gives each tick's label, where a script does.
  package var formatter: ((Double) -> String)?
  /// The names that stand at 0, 1, 2, … when the data are texts.
  package private(set) var categories: [String] = []
  /// The text beside the axis.
  package let label: TextArtist
  /// How the tick labels look.
  package var tickStyle = TextStyle()
  /// Whether ticks and their labels are drawn.
  package var showsTicks = true, showsLabels = true
  /// Whether the whole axis is drawn.
  package var isVisible = true
  /// On the right or at the top.
  package var isOpposite = false
  /// Lines across the axes at the ticks.
  package var grid: Stroke?
  /// Lines at the small ticks as well.
  package var gridHasMinor = false
  /// How long ticks stick out, in points; negative for inwards.
  package var tickLength = 3.5
  /// Ticks that a colour bar of separate bands has; chosen ones otherwise.
  var preferredTicks: [Double]?

  init(_ direction: Direction) {
    self.direction = direction
    label = TextArtist("", style: TextStyle(horizontal: .center))
  }

  /// The place of a name on an axis of names; new names are added at its end.
  package func place(ofCategory name: String) -> Double {
    if let known = categoryPlaces[name] { return Double(known) }
    categoryPlaces[name] = categories.count
    categories.append(name)
    return Double(categories.count - 1)
  }
  private var categoryPlaces: [String: Int] = [:]

  /// The limits shown, for data of that span.
  package func limits(for span: DataSpan) -> Limits {
    var limits = fixedLimits ?? span.limits(scale, margin: margin)
    if case .logarithmic = scale {
      // A limit that a logarithm does not have gives way to the data's own.
      let own = span.limits(scale, margin: margin)
      if limits.first <= 0 { limits.first = own.first < limits.last ? own.first : limits.last / 1000 }
      if limits.last <= 0 { limits.last = own.last > limits.first ? own.last : limits.first * 1000 }
    }
    if isInverted, fixedLimits == nil { limits = Limits(limits.last, limits.first) }
    if limits.first == limits.last { (limits.first, limits.last) = DataSpan.widened(limits.first, limits.last) }
    return limits
  }

  /// The ticks between limits on an axis of so many points, and what their labels share.
  func ticks(_ limits: Limits, points: Double) -> (ticks: [Tick], common: String) {
    let inside: (Double) -> Bool = { [scale] value in
      let (a, b, x) = (scale.forward(limits.low), scale.forward(limits.high), scale.forward(value))
      let slack = (b - a) * 1e-9
      return x >= a - slack && x <= b + slack
    }
    let minor = fixedMinorTicks.filter(inside).map { Tick(value: $0, label: nil) }
    if let fixedTicks {
      var (labels, common) = fixedLabels.map { ($0, "") } ?? texts(of: fixedTicks, limits)
      labels += Array(repeating: "", count: max(0, fixedTicks.count - labels.count))
      let all = zip(fixedTicks, labels).map { Tick(value: $0, label: $1) }
      return (all.filter { inside($0.value) } + minor, common)
    }
    if !categories.isEmpty {
      return (categories.indices.map { Tick(value: Double($0), label: categories[$0]) }.filter { inside($0.value) }, "")
    }
    let most = max(1, min(9, Int(points / (tickStyle.font.size * (direction == .x ? 3 : 2)))))
    switch scale {
    case .linear:
      let values = (preferredTicks ?? TickLocator.linear(limits.low, limits.high, most: most)).filter(inside)
      let (labels, common) = texts(of: values, limits)
      return (zip(values, labels).map { Tick(value: $0, label: $1) } + minor, common)
    case .logarithmic(let base):
      let (major, small) = TickLocator.logarithmic(limits.low, limits.high, base: base, most: most)
      // Where a decade has too few powers inside, the multiples between them are labelled as well.
      if major.count < 2 {
        let values = major + small
        let labelled = log10(limits.high / limits.low) > 0.4 ? small.filter { isOneOf($0, [2, 3, 4, 6]) } : small
        return (
          values.sorted().map { value in
            Tick(
              value: value,
              label: major.contains(value)
                ? TickText.power(of: value, base: base) : labelled.contains(value) ? multiple(value) : nil)
          }, ""
        )
      }
      return (
        major.map { Tick(value: $0, label: formatter?($0) ?? TickText.power(of: $0, base: base)) }
          + small.map { Tick(value: $0, label: nil) }, ""
      )
    case .symmetricLogarithmic(let base, let linear):
      let reach = max(abs(limits.low), abs(limits.high))
      let powers = TickLocator.logarithmic(linear, max(reach, linear * base), base: base, most: most).major
      let values = (powers.map { -$0 }.reversed() + [0] + powers).filter(inside)
      return (values.map { Tick(value: $0, label: TickText.power(of: $0, base: base)) }, "")
    }
  }

  private func isOneOf(_ value: Double, _ leading: [Int]) -> Bool {
    leading.contains(Int((value / pow(10, floor(log10(value) + 1e-9))).rounded()))
  }

  private func multiple(_ value: Double) -> String {
    let exponent = floor(log10(value) + 1e-9)
    return "$\\mathrm{\(Int((value / pow(10, exponent)).rounded()))×10}^{\(Int(exponent))}$"
  }

  private func texts(of values: [Double], _ limits: Limits) -> (labels: [String], common: String) {
    if let formatter { return (values.map(formatter), "") }
    if !categories.isEmpty {
      return (
        values.map { value in
          value == value.rounded() && value >= 0 && value < Double(categories.count) ? categories[Int(value)] : ""
        }, ""
      )
    }
    return TickText.linear(values, limits)
  }
}

extension Axis {
  /// The places and labels of the ticks between limits, on an axis as long as one usually is.
  package func ticks(shownBetween limits: Limits) -> [(value: Double, label: String)] {
    let points = direction == .x ? 357.0 : 266.0
    return ticks(limits, points: points).ticks.compactMap { tick in tick.label.map { (tick.value, $0) } }
  }
}
