import Interpreter
import Plots

extension AxesCommand {
  /// Limits, scales, aspect, visibility.
  static let settingCommands: [AxesCommand] = [
    limits("xlim", isX: true), limits("ylim", isX: false),
    AxesCommand("get_xlim()", function: nil, "The numbers shown across.") { axes, _ throws(Raised) in shown(axes.xLimits) },
    AxesCommand("get_ylim()", function: nil, "The numbers shown upwards.") { axes, _ throws(Raised) in shown(axes.yLimits) },
    AxesCommand("set_xbound(lower=None, upper=None)", function: nil, "Sets the numbers shown across.") {
      axes, call throws(Raised) in
      try setLimits(axes, call[0], call[1], isX: true)
    },
    AxesCommand("set_ybound(lower=None, upper=None)", function: nil, "Sets the numbers shown upwards.") {
      axes, call throws(Raised) in
      try setLimits(axes, call[0], call[1], isX: false)
    },
    scale("xscale", isX: true), scale("yscale", isX: false),
    AxesCommand("get_xscale()", function: nil, "The name of the scale.") { axes, _ throws(Raised) in
      .string(axes.governingX.scale.name)
    },
    AxesCommand("get_yscale()", function: nil, "The name of the scale.") { axes, _ throws(Raised) in
      .string(axes.governingY.scale.name)
    },
    AxesCommand(
      "axis(arg=None, /, *, emit=True, **kwargs)",
      "Gets or sets the limits; `'off'`, `'equal'`, `'tight'`, `'scaled'`, `'image'`, …"
    ) {
      axes, call throws(Raised) in try axis(axes, call)
    },
    AxesCommand("set_axis_off()", function: nil, "Hides spines, ticks and labels.") { axes, _ throws(Raised) in
      axes.isFrameVisible = false
      return .none
    },
    AxesCommand("set_axis_on()", function: nil, "Shows spines, ticks and labels.") { axes, _ throws(Raised) in
      axes.isFrameVisible = true
      return .none
    },
    AxesCommand("set_frame_on(b)", function: nil, "Shows or hides the background and spines.") { axes, call throws(Raised) in
      let isOn = try call.bool(0)
      for side in axes.spines.keys {
        axes.spines[side] = .some(isOn ? Stroke(axes.style.spine, width: 0.8, isSquare: true) : nil)
      }
      return .none
    },
    AxesCommand(
      "set_aspect(aspect, adjustable=None, anchor=None, share=False)", function: nil,
      "How many units up are as long as one across."
    ) {
      axes, call throws(Raised) in
      try setAspect(axes, call[0])
      if call.has(1) { axes.adjustsData = try call.text(1) == "datalim" }
      return .none
    },
    AxesCommand("set_box_aspect(aspect=None)", function: nil, "The height of the axes for their width.") {
      axes, call throws(Raised) in
      axes.boxAspect = call.has(0) ? try call.double(0) : nil
      return .none
    },
    AxesCommand("invert_xaxis()", function: nil, "Turns the x axis round.") { axes, _ throws(Raised) in
      invert(axes.governingX, axes.xLimits)
      return .none
    },
    AxesCommand("invert_yaxis()", function: nil, "Turns the y axis round.") { axes, _ throws(Raised) in
      invert(axes.governingY, axes.yLimits)
      return .none
    },
    AxesCommand("margins(*margins, x=None, y=None, tight=True)", "The room beyond the data.") { axes, call throws(Raised) in
      let rest = call.rest(0)
      if let first = rest.first {
        axes.x.margin = try PlotData.double(first)
        axes.y.margin = try PlotData.double(rest.count > 1 ? rest[1] : first)
      }
      if call.has(1) { axes.x.margin = try call.double(1) }
      if call.has(2) { axes.y.margin = try call.double(2) }
      return rest.isEmpty && !call.has(1) && !call.has(2) ? .tuple([.float(axes.x.margin), .float(axes.y.margin)]) : .none
    },
    AxesCommand("autoscale(enable=True, axis='both', tight=None)", "Lets the limits follow the data again.") {
      axes, call throws(Raised) in
      guard try call.bool(0) else { return .none }
      let side = try call.text(1)
      let isTight = call.has(2) ? try call.bool(2) : false
      for axis in [axes.governingX, axes.governingY] where side == "both" || (side == "x") == (axis.direction == .x) {
        axis.fixedLimits = nil
        if isTight { axis.margin = 0 }
      }
      return .none
    },
    AxesCommand("relim(visible_only=False)", function: nil, "Accepted: limits always follow the data here.") {
      _, _ throws(Raised) in .none
    },
    AxesCommand(
      "autoscale_view(tight=None, scalex=True, scaley=True)", function: nil, "Accepted: limits always follow the data here."
    ) {
      _, _ throws(Raised) in .none
    },
    AxesCommand("set_facecolor(color)", function: nil, "Sets the background.") { axes, call throws(Raised) in
      axes.background = try PlotColors.one(call[0])
      return .none
    },
    AxesCommand("set_visible(b)", function: nil, "Shows or hides the axes.") { axes, call throws(Raised) in
      axes.isVisible = try call.bool(0)
      return .none
    },
    AxesCommand("cla()", "Takes everything off the axes.") { axes, _ throws(Raised) in
      axes.clear()
      return .none
    },
    AxesCommand("clear()", function: nil, "Takes everything off the axes.") { axes, _ throws(Raised) in
      axes.clear()
      return .none
    },
    AxesCommand("twinx()", "Axes over these with a y axis of their own, at the right.") { axes, _ throws(Raised) in
      AxesObject.of(axes.figure.addTwin(of: axes, sharingX: true)).asValue
    },
    AxesCommand("twiny()", "Axes over these with an x axis of their own, at the top.") { axes, _ throws(Raised) in
      AxesObject.of(axes.figure.addTwin(of: axes, sharingX: false)).asValue
    },
    AxesCommand("label_outer(remove_inner_ticks=False)", function: nil, "Keeps labels at the outer axes of a grid only.") {
      axes, _ throws(Raised) in
      labelOuter(axes)
      return .none
    },
    AxesCommand("set(**kwargs)", function: nil, "Several settings at once: `set(xlabel='x', ylim=(0, 1))`.") {
      axes, call throws(Raised) in
      let object = AxesObject.of(axes).asValue
      for (name, value) in call.call.keywords(call.shift) {
        guard let setter = try call.interpreter.attributeIfPresent(object, "set_\(name)") else {
          throw .attributeError("Axes.set() got an unexpected keyword argument '\(name)'")
        }
        let isPair = (name == "xlim" || name == "ylim") && value.sequence?.count == 2
        _ = try call.interpreter.call(setter, isPair ? value.sequence ?? [] : [value])
      }
      return .list([])
    },
  ]

  static func shown(_ limits: Limits) -> Value { .tuple([PlotData.scalar(limits.first), PlotData.scalar(limits.last)]) }

  private static func limits(_ name: String, isX: Bool) -> AxesCommand {
    let (low, high) = isX ? ("left", "right") : ("bottom", "top")
    return AxesCommand(
      "set_\(name)(\(low)=None, \(high)=None, *, emit=True, auto=False, \(isX ? "xmin" : "ymin")=None, \(isX ? "xmax" : "ymax")=None)",
      function: nil,
      "Sets the numbers shown."
    ) { axes, call throws(Raised) in
      try setLimits(axes, call.has(4) ? call[4] : call[0], call.has(5) ? call[5] : call[1], isX: isX)
    }
  }

  static func setLimits(_ axes: Axes, _ low: Value, _ high: Value, isX: Bool) throws(Raised) -> Value {
    var (low, high) = (low, high)
    if let text = low.stringValue, high.isNone || high.isUnbound, text.count != 2 {
      throw .valueError("not enough values to unpack (expected 2, got \(text.count))")
    }
    if let data = low.doubleValue == nil && !low.isNone && !low.isUnbound && low.stringValue == nil ? try PlotData(low) : nil,
      !data.shape.isEmpty
    {
      guard data.values.count == 2 else {
        throw .valueError("not enough values to unpack (expected 2, got \(data.values.count))")
      }
      (low, high) = (.float(data.values[0]), .float(data.values[1]))
    }
    let axis = isX ? axes.governingX : axes.governingY
    var limits = isX ? axes.xLimits : axes.yLimits
    for (value, path) in [(low, \Limits.first), (high, \Limits.last)] as [(Value, WritableKeyPath<Limits, Double>)]
    where !value.isNone && !value.isUnbound {
      let number: Double
      if let name = value.stringValue { number = axis.place(ofCategory: name) } else { number = try PlotData.double(value) }
      guard number.isFinite else { throw .valueError("Axis limits cannot be NaN or Inf") }
      if case .logarithmic = axis.scale, number <= 0 {
        try Interpreter.current.warn(
          "Attempt to set non-positive \(isX ? "x" : "y")lim on a log-scaled axis will be ignored.")
        continue
      }
      limits[keyPath: path] = number
    }
    if limits.first == limits.last {
      let name = isX ? "x" : "y"
      try Interpreter.current.warn(
        "Attempting to set identical low and high \(name)lims makes transformation singular; automatically expanding.")
    }
    axis.fixedLimits = limits
    let kept = isX ? axes.xLimits : axes.yLimits
    return .tuple([.float(kept.first), .float(kept.last)])
  }

  private static func invert(_ axis: Axis, _ limits: Limits) {
    if axis.fixedLimits != nil { axis.fixedLimits = Limits(limits.last, limits.first) }
    axis.isInverted.toggle()
  }

  private static func scale(_ name: String, isX: Bool) -> AxesCommand {
    AxesCommand("set_\(name)(value, **kwargs)", function: name, "Sets the scale: linear, log or symlog.") {
      axes, call throws(Raised) in
      let options = call.options(1, of: "Scale")
      let base = try options.double("base") ?? 10
      let linear = try options.double("linthresh") ?? 2
      for ignored in ["subs", "nonpositive", "linscale"] { _ = options.take(ignored) }
      try options.finish()
      let word = try call.text(0)
      if word == "logit" {
        throw .notImplementedError("the scale 'logit' is not drawn by Lectern; 'linear', 'log' and 'symlog' are")
      }
      let scale = try plotting { () throws(PlotError) in try Scale(named: word, base: base, linear: linear) }
      (isX ? axes.governingX : axes.governingY).scale = scale
      return .none
    }
  }

  private static func axis(_ axes: Axes, _ call: PlotCall) throws(Raised) -> Value {
    let keywords = call.call.keywords(2 + call.shift)
    if let word = call[0].stringValue {
      switch word {
      case "off": axes.isFrameVisible = false
      case "on": axes.isFrameVisible = true
      case "equal": (axes.aspect, axes.adjustsData) = (1, true)
      case "scaled": (axes.aspect, axes.adjustsData) = (1, false)
      case "image":
        (axes.aspect, axes.adjustsData) = (1, false)
        (axes.x.margin, axes.y.margin) = (0, 0)
      case "tight": (axes.x.margin, axes.y.margin) = (0, 0)
      case "auto": axes.aspect = nil
      case "square":
        let (x, y) = (axes.xLimits, axes.yLimits)
        let edge = max(abs(x.last - x.first), abs(y.last - y.first))
        axes.x.fixedLimits = Limits(x.first, x.first + edge)
        axes.y.fixedLimits = Limits(y.first, y.first + edge)
        axes.aspect = 1
      default: throw .valueError("Unrecognized string '\(word)' to axis; try 'on' or 'off'")
      }
    } else if let flag = call[0].boolValue {
      axes.isFrameVisible = flag
    } else if call.has(0) {
      let data = try PlotData(call[0])
      guard data.values.count == 4, data.shape.count == 1 else {
        throw .typeError("The first argument to axis() must be an iterable of the form [xmin, xmax, ymin, ymax]")
      }
      _ = try setLimits(axes, .float(data.values[0]), .float(data.values[1]), isX: true)
      _ = try setLimits(axes, .float(data.values[2]), .float(data.values[3]), isX: false)
    }
    for (name, value) in keywords {
      guard ["xmin", "xmax", "ymin", "ymax"].contains(name) else {
        throw .typeError("axis() got an unexpected keyword argument '\(name)'")
      }
      let isX = name.hasPrefix("x")
      let isLow = name.hasSuffix("min")
      _ = try setLimits(axes, isLow ? value : .none, isLow ? .none : value, isX: isX)
    }
    let (x, y) = (axes.xLimits, axes.yLimits)
    return .tuple([x.first, x.last, y.first, y.last].map { PlotData.scalar($0) })
  }

  static func labelOuter(_ axes: Axes) {
    guard let place = axes.place else { return }
    if place.rows.upperBound < place.grid.rows {
      axes.x.showsLabels = false
      axes.x.label.text = ""
    }
    if place.columns.lowerBound > 0 {
      axes.y.showsLabels = false
      axes.y.label.text = ""
    }
  }
}
