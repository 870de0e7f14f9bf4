import Interpreter
import Plots

extension AxesCommand {
  /// Ticks and their labels.
  static let axisCommands: [AxesCommand] =
    [true, false].flatMap { isX -> [AxesCommand] in
      let name = isX ? "x" : "y"
      func axis(_ axes: Axes) -> Axis { axes.colorbar.map { $0.axis } ?? (isX ? axes.x : axes.y) }
      return [
        AxesCommand("set_\(name)ticks(ticks, labels=None, *, minor=False, **kwargs)", function: nil, "Sets the ticks.") {
          axes, call throws(Raised) in
          try setTicks(axis(axes), axes, call[0], call[1], call.options(3, of: "Text"), isMinor: call.bool(2))
          return .list([])
        },
        AxesCommand(
          "set_\(name)ticklabels(labels, *, minor=False, fontdict=None, **kwargs)", function: nil,
          "Sets the labels of the ticks."
        ) {
          axes, call throws(Raised) in
          let axis = axis(axes)
          let texts = try labelTexts(call[0])
          if axis.fixedTicks == nil {
            let limits = isX ? axes.xLimits : axes.yLimits
            axis.fixedTicks = ticks(axis, limits)
          }
          guard texts.isEmpty || texts.count == axis.fixedTicks?.count else {
            throw wrongCount(axis.fixedTicks?.count ?? 0, texts.count)
          }
          axis.fixedLabels = texts
          try styleLabels(axis, call.options(3, of: "Text"))
          return .list(texts.enumerated().map { tickText(axis.fixedTicks?[$0] ?? 0, $1, isX) })
        },
        AxesCommand("get_\(name)ticks(*, minor=False)", function: nil, "The places of the ticks.") { axes, _ throws(Raised) in
          PlotData.array(ticks(axis(axes), isX ? axes.xLimits : axes.yLimits))
        },
        AxesCommand("get_\(name)ticklabels(minor=False, which=None)", function: nil, "The labels of the ticks.") {
          axes, _ throws(Raised) in
          .list(labels(axis(axes), isX ? axes.xLimits : axes.yLimits, isX))
        },
        AxesCommand("get_\(name)axis()", function: nil, "The \(name) axis.") { axes, _ throws(Raised) in
          AxisObject(axes, isX ? axes.x : axes.y).asValue
        },
      ]
    } + [
      AxesCommand("tick_params(axis='both', **kwargs)", "How ticks and their labels look.") { axes, call throws(Raised) in
        let side = try call.text(0)
        guard ["x", "y", "both"].contains(side) else {
          throw .valueError("'\(side)' is not a valid value for axis; supported values are 'x', 'y', 'both'")
        }
        for axis in [axes.x, axes.y] where side == "both" || (side == "x") == (axis.direction == .x) {
          try tickParameters(axis, call.options(1, of: "Tick"))
        }
        return .none
      },
      AxesCommand("minorticks_on()", "Small ticks between the others.") { axes, _ throws(Raised) in
        for (axis, limits) in [(axes.x, axes.xLimits), (axes.y, axes.yLimits)] {
          let major = ticks(axis, limits)
          guard axis.scale == .linear, major.count > 1 else { continue }
          let step = (major[1] - major[0]) / 5
          axis.fixedMinorTicks = (-5..<(major.count * 5)).map { major[0] + Double($0) * step }
        }
        return .none
      },
      AxesCommand("minorticks_off()", "No small ticks.") { axes, _ throws(Raised) in
        for axis in [axes.x, axes.y] { axis.fixedMinorTicks = [] }
        return .none
      },
      AxesCommand(
        "ticklabel_format(*, axis='both', style=None, scilimits=None, useOffset=None, useLocale=None, useMathText=None)",
        "How the labels are written."
      ) {
        axes, call throws(Raised) in
        guard call.has(1), try call.text(1) == "plain" else { return .none }
        let side = try call.text(0)
        let interpreter = call.interpreter
        for axis in [axes.x, axes.y] where side == "both" || (side == "x") == (axis.direction == .x) {
          axis.formatter = { (try? interpreter.format(.float($0), ".10g")) ?? "" }
        }
        return .none
      },
    ]

  static func ticks(_ axis: Axis, _ limits: Limits) -> [Double] { axis.ticks(shownBetween: limits).map(\.value) }

  static func labels(_ axis: Axis, _ limits: Limits, _ isX: Bool) -> [Value] {
    axis.ticks(shownBetween: limits).map { tickText($0.value, $0.label, isX) }
  }

  private static func tickText(_ value: Double, _ label: String, _ isX: Bool) -> Value {
    let number = (try? Interpreter.current.repr(.float(value))) ?? "\(value)"
    let place = value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : number
    return TextObject(TextArtist(label, at: isX ? value : 0, isX ? 0 : value), place: isX ? "\(place), 0" : "0, \(place)")
      .asValue
  }

  static func wrongCount(_ ticks: Int, _ labels: Int) -> Raised {
    .valueError(
      "The number of FixedLocator locations (\(ticks)), usually from a call to set_ticks, does not match the number of labels (\(labels))."
    )
  }

  static func setTicks(
    _ axis: Axis, _ axes: Axes, _ places: Value, _ labels: Value, _ options: PlotOptions, isMinor: Bool
  ) throws(Raised) {
    let values = try PlotData.row(places, on: axis)
    if isMinor {
      axis.fixedMinorTicks = values
      return
    }
    let texts = labels.isNone || labels.isUnbound ? nil : try labelTexts(labels)
    if let texts, texts.count != values.count { throw wrongCount(values.count, texts.count) }
    axis.fixedTicks = values
    axis.fixedLabels = texts
    // Limits grow so that every tick is seen.
    let limits = axis.direction == .x ? axes.xLimits : axes.yLimits
    let (low, high) = (values.filter(\.isFinite).min(), values.filter(\.isFinite).max())
    if let low, let high, low < min(limits.first, limits.last) || high > max(limits.first, limits.last), axes.colorbar == nil {
      let (from, to) = (min(limits.first, limits.last, low), max(limits.first, limits.last, high))
      axis.fixedLimits = limits.first <= limits.last ? Limits(from, to) : Limits(to, from)
    }
    try styleLabels(axis, options)
  }

  static func styleLabels(_ axis: Axis, _ options: PlotOptions) throws(Raised) {
    let model = TextArtist("", style: axis.tickStyle)
    model.style.horizontal = .center
    try TextOptions.apply(options, to: model, base: axis.tickStyle.font.size)
    try options.finish()
    axis.tickStyle = model.style
  }

  private static func tickParameters(_ axis: Axis, _ options: PlotOptions) throws(Raised) {
    if let size = options.take("labelsize") { axis.tickStyle.font.size = try TextOptions.size(size, axis.tickStyle.font.size) }
    if let angle = options.take("labelrotation", "rotation") { axis.tickStyle.rotation = try TextOptions.rotation(angle) }
    if let color = try options.color("colors", "labelcolor", "color") { axis.tickStyle.color = color }
    if let length = try options.double("length", "size") { axis.tickLength = length }
    if let direction = try options.text("direction") {
      guard ["in", "out", "inout"].contains(direction) else {
        throw .valueError("'\(direction)' is not a valid value for direction; supported values are 'in', 'out', 'inout'")
      }
      axis.tickLength = direction == "in" ? -abs(axis.tickLength) : abs(axis.tickLength)
    }
    let (near, far) = axis.direction == .x ? ("bottom", "top") : ("left", "right")
    if let shows = try options.bool(near) { axis.showsTicks = shows }
    if let shows = try options.bool("label\(near)") { axis.showsLabels = shows }
    for name in [
      far, "label\(far)", "which", "width", "pad", "reset", "zorder", "grid_color", "grid_alpha", "grid_linewidth",
      "grid_linestyle", "left", "right", "top", "bottom", "labelleft", "labelright", "labeltop", "labelbottom",
      "labelfontfamily",
    ] {
      _ = options.take(name)
    }
    try options.finish()
  }
}
