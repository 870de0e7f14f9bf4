import Glibc
import Interpreter
import Plots

extension AxesCommand {
  /// Bars, histograms and filled areas.
  static let areaCommands: [AxesCommand] = [
    AxesCommand("bar(x, height, width=0.8, bottom=None, *, align='center', data=None, **kwargs)", "Upright bars.") {
      axes, call throws(Raised) in
      try bars(axes, call, isUpright: true)
    },
    AxesCommand("barh(y, width, height=0.8, left=None, *, align='center', data=None, **kwargs)", "Level bars.") {
      axes, call throws(Raised) in
      try bars(axes, call, isUpright: false)
    },
    AxesCommand(
      "hist(x, bins=None, range=None, density=False, weights=None, cumulative=False, bottom=None, histtype='bar', align='mid', orientation='vertical', "
        + "rwidth=None, log=False, color=None, label=None, stacked=False, *, data=None, **kwargs)",
      "How many numbers fall into each bin.", histogram),
    AxesCommand(
      "fill_between(x, y1, y2=0, where=None, interpolate=False, step=None, *, data=None, **kwargs)",
      "The area between two lines."
    ) {
      axes, call throws(Raised) in try band(axes, call, isVertical: true)
    },
    AxesCommand(
      "fill_betweenx(y, x1, x2=0, where=None, step=None, interpolate=False, *, data=None, **kwargs)",
      "The area between two upright lines."
    ) {
      axes, call throws(Raised) in try band(axes, call, isVertical: false)
    },
    AxesCommand("fill(x, y, color=None, *, data=None, **kwargs)", "A filled outline.") { axes, call throws(Raised) in
      let (x, y) = (try PlotData.row(call[0]), try PlotData.row(call[1]))
      guard x.count == y.count else { throw mismatch([x.count], [y.count]) }
      let options = call.options(4, of: "Polygon")
      let look = try LineOptions.patch(options)
      let given: Color? = call.has(2) ? try PlotColors.one(call[2]) : nil
      let artist = AreaArtist([zip(x, y).map { (x: $0, y: $1) }], fill: look.fill ?? given ?? axes.nextColor())
      artist.edge = look.edge
      if !look.isFilled { artist.fill = .clear }
      try options.applyCommon(to: artist)
      try options.finish()
      return .list([ArtistObject.of(axes.add(artist), ArtistTypes.polygon)])
    },
    AxesCommand("axhspan(ymin, ymax, xmin=0, xmax=1, **kwargs)", "A level band across the axes.") { axes, call throws(Raised) in
      let bar = RectanglesArtist.Bar(try call.double(2), try call.double(0), try call.double(3), try call.double(1))
      return try span(axes, bar, .x, call.options(4, of: "Rectangle"))
    },
    AxesCommand("axvspan(xmin, xmax, ymin=0, ymax=1, **kwargs)", "An upright band across the axes.") {
      axes, call throws(Raised) in
      let bar = RectanglesArtist.Bar(try call.double(0), try call.double(2), try call.double(1), try call.double(3))
      return try span(axes, bar, .y, call.options(4, of: "Rectangle"))
    },
    AxesCommand(
      "pie(x, explode=None, labels=None, colors=None, autopct=None, pctdistance=0.6, shadow=False, labeldistance=1.1, startangle=0, radius=1, counterclock=True, **kwargs)",
      "A circle cut in proportion to numbers.", pie),
  ]

  private static func broadcast(_ values: [Double], _ count: Int, _ name: String, _ other: String) throws(Raised) -> [Double] {
    if values.count == count { return values }
    guard values.count == 1 else {
      throw .valueError(
        "shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between '\(other)' with shape (\(count),) and '\(name)' with shape (\(values.count),)."
      )
    }
    return [Double](repeating: values[0], count: count)
  }

  private static func bars(_ axes: Axes, _ call: PlotCall, isUpright: Bool) throws(Raised) -> Value {
    let (along, across) = isUpright ? (axes.governingX, axes.governingY) : (axes.governingY, axes.governingX)
    var places = try PlotData.row(call[0], on: along)
    let (name, length) = isUpright ? ("x", "height") : ("y", "width")
    let heights = try PlotData.row(call[1], on: across)
    if places.count == 1, heights.count > 1 { places = [Double](repeating: places[0], count: heights.count) }
    let count = places.count
    let sizes = try broadcast(heights, count, length, name)
    let widths = try broadcast(try PlotData.row(call[2]), count, isUpright ? "width" : "height", name)
    let feet = try broadcast(call.has(3) ? try PlotData.row(call[3]) : [0], count, isUpright ? "bottom" : "left", name)
    let align = try call.text(4)
    guard align == "center" || align == "edge" else {
      throw .valueError("'\(align)' is not a valid value for align; supported values are 'center', 'edge'")
    }
    let options = call.options(6, of: "Rectangle")
    var fills: [Color] = []
    if let color = options.take("color", "facecolor", "fc") { fills = try PlotColors.several(color) }
    let ticks = options.take("tick_label")
    let (xError, yError) = (options.take("xerr"), options.take("yerr"))
    let cap = try options.double("capsize")
    let errorColor = try options.color("ecolor") ?? .black
    if try options.bool("log") == true { across.scale = .logarithmic(base: 10) }
    let labels = options.take("label")
    let look = try LineOptions.patch(options)
    if fills.isEmpty { fills = [axes.nextPatchColor()] }
    let artist = RectanglesArtist(
      places.indices.map { i in
        let start = align == "center" ? places[i] - widths[i] / 2 : places[i]
        return isUpright
          ? RectanglesArtist.Bar(start, feet[i], start + widths[i], feet[i] + sizes[i])
          : RectanglesArtist.Bar(feet[i], start, feet[i] + sizes[i], start + widths[i])
      }, fills: fills, foot: isUpright ? .y : .x)
    artist.edge = look.edge
    artist.isFilled = look.isFilled
    if let labels, labels.sequence == nil { artist.label = try call.interpreter.str(labels) }
    try options.applyCommon(to: artist)
    try options.finish()
    axes.add(artist)
    if let ticks {
      along.fixedTicks = places
      along.fixedLabels = try labelTexts(ticks)
    }
    for (errors, isY) in [(xError, false), (yError, true)] {
      guard let errors else { continue }
      let data = try PlotData.row(errors)
      let amounts = try broadcast(data, count, isY ? "yerr" : "xerr", name)
      let ends = places.indices.map { i in
        (isUpright ? places[i] : feet[i] + sizes[i], isUpright ? feet[i] + sizes[i] : places[i])
      }
      let marks = SegmentsArtist(
        ends.indices.map { i in
          let (x, y) = ends[i]
          let e = amounts[i]
          return isY ? SegmentsArtist.Segment(x, y - e, x, y + e) : SegmentsArtist.Segment(x - e, y, x + e, y)
        }, Stroke(errorColor, width: axes.style.lineWidth))
      marks.capSize = cap ?? 0
      axes.add(marks)
    }
    return ContainerObject("BarContainer", artist.bars.indices.map { BarObject(artist, $0).asValue }).asValue
  }

  static func labelTexts(_ value: Value) throws(Raised) -> [String] {
    var texts: [String] = []
    for item in try Interpreter.current.elements(of: value) {
      if let known = item.cast(to: TextObject.self) {
        texts.append(known.textArtist.text)
      } else {
        texts.append(try Interpreter.current.str(item))
      }
    }
    return texts
  }

  private static func histogram(_ axes: Axes, _ call: PlotCall) throws(Raised) -> Value {
    var groups: [[Double]] = []
    if let items = call[0].sequence, let first = items.first, first.doubleValue == nil,
      (try? PlotData(first))?.shape.isEmpty == false
    {
      for item in items { groups.append(try PlotData.row(item)) }
    } else {
      let data = try PlotData(call[0], on: axes.governingX)
      if data.shape.count > 2 { throw .valueError("x must be 1D or 2D") }
      let columns = data.shape.count == 2 ? data.shape[1] : 1
      groups = (0..<max(1, columns)).map { column in
        stride(from: column, to: data.values.count, by: max(1, columns)).map { data.values[$0] }
      }
    }
    let all = groups.flatMap { $0 }
    var range: (Double, Double)?
    if call.has(2) { range = try pair(call[2], "range") }
    let edges = try binEdges(call[1], all, range)
    var counts = groups.map { Histogram($0.filter { !$0.isNaN }, edges: edges).counts }
    if call.has(4) {
      let weights = try PlotData.row(call[4])
      guard groups.count == 1, weights.count == groups[0].count else {
        throw .valueError("weights should have the same shape as x")
      }
      counts = [Histogram(groups[0], edges: edges, weights: weights).counts]
    }
    if try call.bool(3) {
      counts = counts.map { row in
        let total = row.reduce(0, +)
        return row.enumerated().map { total > 0 ? $1 / total / (edges[$0 + 1] - edges[$0]) : $1 }
      }
    }
    if try call.bool(5) {
      let isDensity = try call.bool(3)
      counts = counts.map { row in
        var sum = 0.0
        return row.enumerated().map { index, value in
          sum += isDensity ? value * (edges[index + 1] - edges[index]) : value
          return sum
        }
      }
    }
    let style = try call.text(7)
    let isLevel = try call.text(9) == "horizontal"
    guard ["bar", "barstacked", "step", "stepfilled"].contains(style) else {
      throw .valueError(
        "'\(style)' is not a valid value for histtype; supported values are 'bar', 'barstacked', 'step', 'stepfilled'")
    }
    let isStacked = try call.bool(14) || style == "barstacked"
    let colors: [Color] = call.has(12) ? try PlotColors.several(call[12]) : groups.map { _ in axes.nextPatchColor() }
    let labels: [String?] = call.has(13) ? (call[13].sequence == nil ? [try call.text(13)] : try labelTexts(call[13])) : []
    if try call.bool(11) { (isLevel ? axes.governingX : axes.governingY).scale = .logarithmic(base: 10) }
    let part: Double = call.has(10) ? try call.double(10) : groups.count > 1 && !isStacked ? 0.8 : 1
    var feet = [Double](repeating: call.has(6) ? try call.double(6) : 0, count: max(0, edges.count - 1))
    var containers: [Value] = []
    for (index, row) in counts.enumerated() {
      let options = call.options(16, of: "Rectangle")
      let look = try LineOptions.patch(options)
      let color = look.fill ?? colors[index % max(1, colors.count)]
      let artist: Artist
      if style.hasPrefix("step") {
        var outline: [(x: Double, y: Double)] = [(edges[0], feet.first ?? 0)]
        for (i, count) in row.enumerated() { outline += [(edges[i], feet[i] + count), (edges[i + 1], feet[i] + count)] }
        outline.append((edges[edges.count - 1], feet.last ?? 0))
        let area = AreaArtist([isLevel ? outline.map { (x: $0.y, y: $0.x) } : outline], fill: style == "step" ? .clear : color)
        area.edge = look.edge ?? (style == "step" ? Stroke(color, width: 1) : nil)
        artist = area
      } else {
        let bars = row.indices.map { i -> RectanglesArtist.Bar in
          let bin = edges[i + 1] - edges[i]
          let width = bin * part / (isStacked ? 1 : Double(groups.count))
          let start = edges[i] + bin * (1 - part) / 2 + (isStacked ? 0 : width * Double(index))
          return isLevel
            ? RectanglesArtist.Bar(feet[i], start, feet[i] + row[i], start + width)
            : RectanglesArtist.Bar(start, feet[i], start + width, feet[i] + row[i])
        }
        let rectangles = RectanglesArtist(bars, fills: [color], foot: isLevel ? .x : .y)
        rectangles.edge = look.edge
        rectangles.isFilled = look.isFilled
        artist = rectangles
      }
      if index < labels.count { artist.label = labels[index] }
      try options.applyCommon(to: artist)
      try options.finish()
      axes.add(artist)
      if let rectangles = artist as? RectanglesArtist {
        containers.append(
          ContainerObject("BarContainer", rectangles.bars.indices.map { BarObject(rectangles, $0).asValue }).asValue)
      } else {
        containers.append(.list([ArtistObject.of(artist, ArtistTypes.polygon)]))
      }
      if isStacked { for i in row.indices { feet[i] += row[i] } }
    }
    let numbers =
      groups.count == 1
      ? PlotData.array(counts[0]) : PlotData.array(counts.flatMap { $0 }, shape: [counts.count, max(0, edges.count - 1)])
    return .tuple([numbers, PlotData.array(edges), groups.count == 1 ? containers[0] : .list(containers)])
  }

  private static func binEdges(_ bins: Value, _ values: [Double], _ range: (Double, Double)?) throws(Raised) -> [Double] {
    var count = 10
    if let rule = bins.stringValue {
      count = try plotting { () throws(PlotError) in try Histogram.count(values, rule: rule) }
    } else if let number = bins.intValue {
      count = number
    } else if !bins.isNone, !bins.isUnbound {
      let edges = try PlotData.row(bins)
      guard edges.count > 1 else { throw .valueError("`bins` must be 1d, when an array") }
      guard zip(edges, edges.dropFirst()).allSatisfy({ $0 <= $1 }) else {
        throw .valueError("`bins` must increase monotonically, when an array")
      }
      return edges
    }
    let finite = values.filter { !$0.isNaN }
    return try plotting { () throws(PlotError) in
      try Histogram.edges(finite.isEmpty ? values : finite, count: count, range: range)
    }
  }

  private static func band(_ axes: Axes, _ call: PlotCall, isVertical: Bool) throws(Raised) -> Value {
    let (along, across) = isVertical ? ("x", "y") : ("y", "x")
    let x = try PlotData.row(call[0], on: isVertical ? axes.governingX : axes.governingY)
    func side(_ slot: Int) throws(Raised) -> [Double] {
      let values = try PlotData.row(call[slot])
      if values.count == 1 { return [Double](repeating: values[0], count: x.count) }
      guard values.count == x.count else {
        throw .valueError("'\(along)' has size \(x.count), but '\(across)\(slot)' has an unequal size of \(values.count)")
      }
      return values
    }
    let low = try side(1)
    let high = try side(2)
    var shown: [Bool]?
    if call.has(3) {
      shown = try PlotData.row(call[3]).map { $0 != 0 }
      guard shown?.count == x.count else {
        throw .valueError("where size (\(shown?.count ?? 0)) does not match '\(along)' size (\(x.count))")
      }
    }
    let options = call.options(7, of: "FillBetweenPolyCollection")
    let look = try LineOptions.patch(options)
    let artist = AreaArtist(
      between: x, low, high, isVertical: isVertical, where: shown, fill: look.fill ?? axes.nextPatchColor())
    artist.edge = look.edge
    try options.applyCommon(to: artist)
    try options.finish()
    return ArtistObject.of(axes.add(artist), ArtistTypes.area)
  }

  private static func span(_ axes: Axes, _ bar: RectanglesArtist.Bar, _ direction: Axis.Direction, _ options: PlotOptions)
    throws(Raised) -> Value
  {
    let look = try LineOptions.patch(options)
    let artist = RectanglesArtist([bar], fills: [look.fill ?? axes.nextPatchColor()])
    artist.spans = direction
    artist.edge = look.edge
    artist.isFilled = look.isFilled
    try options.applyCommon(to: artist)
    try options.finish()
    return ArtistObject.of(axes.add(artist), ArtistTypes.rectangle)
  }

  private static func pie(_ axes: Axes, _ call: PlotCall) throws(Raised) -> Value {
    let values = try PlotData.row(call[0])
    guard values.allSatisfy({ $0 >= 0 }) else { throw .valueError("Wedge sizes 'x' must be non negative values") }
    let total = values.reduce(0, +)
    guard total > 0, total.isFinite else { throw .valueError("All wedge sizes are zero") }
    let labels = call.has(2) ? try labelTexts(call[2]) : []
    if call.has(2), labels.count != values.count { throw .valueError("'labels' must be of length 'x', not \(labels.count)") }
    let explode: [Double] = call.has(1) ? try PlotData.row(call[1]) : []
    if call.has(1), explode.count != values.count { throw .valueError("'explode' must be of length 'x', not \(explode.count)") }
    let colors: [Color] = call.has(3) ? try PlotColors.several(call[3]) : axes.style.cycle
    let (radius, sign) = (try call.double(9), try call.bool(10) ? 1.0 : -1.0)
    var angle = try call.double(8) * .pi / 180
    var wedges: [Value] = []
    for (index, value) in values.enumerated() {
      let next = angle + sign * 2 * .pi * value / total
      let middle = (angle + next) / 2
      let aside = index < explode.count ? explode[index] : 0
      let center = (x: aside * cos(middle), y: aside * sin(middle))
      let steps = max(2, Int(abs(next - angle) * 60))
      let rim = (0...steps).map { step -> (x: Double, y: Double) in
        let a = angle + (next - angle) * Double(step) / Double(steps)
        return (center.x + radius * cos(a), center.y + radius * sin(a))
      }
      let wedge = axes.add(AreaArtist([[center] + rim], fill: colors[index % max(1, colors.count)]))
      if index < labels.count { wedge.label = labels[index] }
      wedges.append(ArtistObject.of(wedge, ArtistTypes.polygon))
      func place(_ text: String, _ distance: Double, _ side: HorizontalAlignment) {
        let x = center.x + distance * radius * cos(middle)
        let y = center.y + distance * radius * sin(middle)
        axes.add(
          TextArtist(text, at: x, y, style: TextStyle(Font(size: axes.style.fontSize), horizontal: side, vertical: .center)))
      }
      if index < labels.count { place(labels[index], try call.double(7), cos(middle) >= 0 ? .left : .right) }
      if let format = call[4].stringValue {
        place(
          try call.interpreter.str(try call.interpreter.binary(.modulo, .string(format), .float(100 * value / total))),
          try call.double(5), .center)
      } else if call.has(4) {
        place(
          try call.interpreter.str(try call.interpreter.call(call[4], [.float(100 * value / total)])), try call.double(5),
          .center)
      }
      angle = next
    }
    axes.aspect = 1
    axes.isFrameVisible = false
    (axes.x.fixedLimits, axes.y.fixedLimits) = (Limits(-1.25, 1.25), Limits(-1.25, 1.25))
    return .tuple([.list(wedges), .list([])])
  }
}
