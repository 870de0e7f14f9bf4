import Interpreter
import Plots

extension AxesCommand {
  /// `plot` and what is drawn of lines and points.
  static let lineCommands: [AxesCommand] = [
    AxesCommand(
      "plot(*args, scalex=True, scaley=True, data=None, **kwargs)", "Lines and markers: `plot(y)`, `plot(x, y, 'ro--')`."
    ) {
      axes, call throws(Raised) in .list(try series(axes, call.rest(0), call.call.keywords(4 + call.shift)))
    },
    scaled("semilogx", true, false), scaled("semilogy", false, true), scaled("loglog", true, true),
    AxesCommand("step(x, y, *args, where='pre', data=None, **kwargs)", "A line of steps.") { axes, call throws(Raised) in
      guard let steps = LineArtist.Steps(rawValue: try call.string(3)) else {
        throw .valueError("'\(try call.string(3))' is not a valid value for where; supported values are 'pre', 'post', 'mid'")
      }
      let lines = try series(axes, [call[0], call[1]] + call.rest(2), call.call.keywords(5 + call.shift))
      for line in lines { ((line.cast(to: ArtistObject.self))?.artist as? LineArtist)?.steps = steps }
      return .list(lines)
    },
    AxesCommand(
      "scatter(x, y, s=None, c=None, marker=None, cmap=None, norm=None, vmin=None, vmax=None, alpha=None, linewidths=None, *, edgecolors=None, "
        + "plotnonfinite=False, data=None, **kwargs)", "Points, each with a size and a colour.", scatter),
    AxesCommand(
      "errorbar(x, y, yerr=None, xerr=None, fmt='', ecolor=None, elinewidth=None, capsize=None, barsabove=False, errorevery=1, capthick=None, **kwargs)",
      "A line with bars that show the uncertainty of its points.", errorbar),
    AxesCommand("axhline(y=0, xmin=0, xmax=1, **kwargs)", "A level line across the axes.") { axes, call throws(Raised) in
      let (y, a, b) = (try call.double(0), try call.double(1), try call.double(2))
      return try reference(axes, SegmentsArtist.Segment(a, y, b, y), .x, call.options(3, of: "Line2D"))
    },
    AxesCommand("axvline(x=0, ymin=0, ymax=1, **kwargs)", "An upright line across the axes.") { axes, call throws(Raised) in
      let (x, a, b) = (try call.double(0), try call.double(1), try call.double(2))
      return try reference(axes, SegmentsArtist.Segment(x, a, x, b), .y, call.options(3, of: "Line2D"))
    },
    AxesCommand("axline(xy1, xy2=None, *, slope=None, **kwargs)", "A line without ends through two points.") {
      axes, call throws(Raised) in
      let first = try pair(call[0], "xy1")
      let second: (Double, Double) =
        call.has(1) ? try pair(call[1], "xy2") : (first.0 + 1, first.1 + (call.has(2) ? try call.double(2) : 0))
      let value = try reference(
        axes, SegmentsArtist.Segment(first.0, first.1, second.0, second.1), nil, call.options(3, of: "AxLine"))
      (value.cast(to: ArtistObject.self)?.artist as? SegmentsArtist)?.isEndless = true
      return value
    },
    AxesCommand("hlines(y, xmin, xmax, colors=None, linestyles='solid', label='', **kwargs)", "Level lines.") {
      axes, call throws(Raised) in
      try segments(axes, call, isLevel: true)
    },
    AxesCommand("vlines(x, ymin, ymax, colors=None, linestyles='solid', label='', **kwargs)", "Upright lines.") {
      axes, call throws(Raised) in
      try segments(axes, call, isLevel: false)
    },
    AxesCommand("stem(*args, linefmt=None, markerfmt=None, basefmt=None, bottom=0, label=None)", "Marked points on stalks.") {
      axes, call throws(Raised) in
      let rest = call.rest(0)
      guard let last = rest.last, rest.count <= 2 else {
        throw .typeError("stem expected between 1 or 3 positional arguments, got \(rest.count)")
      }
      let y = try PlotData.row(last)
      let x = rest.count == 2 ? try PlotData.row(rest[0]) : y.indices.map { Double($0) }
      guard x.count == y.count else { throw mismatch([x.count], [y.count]) }
      let color = axes.nextColor()
      let foot = try call.double(4)
      let stalks = axes.add(
        SegmentsArtist(zip(x, y).map { SegmentsArtist.Segment($0, foot, $0, $1) }, Stroke(color, width: 1.5)))
      let heads = axes.add(LineArtist(x, y, Stroke(color, width: 1.5)))
      heads.isDrawn = false
      heads.marker = try plotting { () throws(PlotError) in try Marker("o") }
      if call.has(5) { heads.label = try call.text(5) }
      let base = axes.add(LineArtist([x.min() ?? 0, x.max() ?? 0], [foot, foot], Stroke(Color.cycle[3], width: 1.5)))
      return ContainerObject(
        "StemContainer",
        [
          ArtistObject.of(heads, ArtistTypes.line), ArtistObject.of(stalks, ArtistTypes.lines),
          ArtistObject.of(base, ArtistTypes.line),
        ]
      ).asValue
    },
  ]

  private static func scaled(_ name: String, _ x: Bool, _ y: Bool) -> AxesCommand {
    AxesCommand("\(name)(*args, base=10, **kwargs)", "`plot` on logarithmic axes.") { axes, call throws(Raised) in
      let base = try call.double(1)
      let scale = try plotting { () throws(PlotError) in try Scale(named: "log", base: base) }
      if x { axes.governingX.scale = scale }
      if y { axes.governingY.scale = scale }
      return .list(try series(axes, call.rest(0), call.call.keywords(2 + call.shift)))
    }
  }

  static func mismatch(_ x: [Int], _ y: [Int]) -> Raised {
    .valueError("x and y must have same first dimension, but have shapes \(PlotData.text(x)) and \(PlotData.text(y))")
  }

  static func pair(_ value: Value, _ name: String) throws(Raised) -> (Double, Double) {
    let items = try PlotData(value)
    guard items.values.count == 2, items.shape.count == 1 else { throw .valueError("\(name) must be a pair of numbers") }
    return (items.values[0], items.values[1])
  }

  /// The groups `[x], y, [format]` of `plot`'s arguments, each a line, or a line for each column.
  static func series(_ axes: Axes, _ arguments: [Value], _ keywords: [(name: String, value: Value)]) throws(Raised) -> [Value] {
    var rest = arguments[...]
    var lines: [Value] = []
    while let first = rest.popFirst() {
      var x: Value? = nil
      var y = first
      var format: String?
      if let next = rest.first, next.stringValue == nil {
        (x, y) = (first, next)
        rest.removeFirst()
      }
      if let text = rest.first?.stringValue {
        format = text
        rest.removeFirst()
      }
      lines += try group(axes, x, y, format, keywords)
    }
    return lines
  }

  private static func group(
    _ axes: Axes, _ x: Value?, _ y: Value, _ format: String?, _ keywords: [(name: String, value: Value)]
  ) throws(Raised) -> [Value] {
    var across = try x.map { value throws(Raised) in try PlotData(value, on: axes.governingX) }
    var upwards = try PlotData(y, on: axes.governingY)
    if upwards.shape.isEmpty { upwards.shape = [1] }
    if across?.shape.isEmpty == true { across?.shape = [1] }
    let count = upwards.shape[0]
    let xShape = across?.shape ?? [count]
    guard xShape[0] == count else { throw mismatch(xShape, upwards.shape) }
    guard upwards.shape.count <= 2, xShape.count <= 2 else {
      throw .valueError(
        "x and y can be no greater than 2D, but have shapes \(PlotData.text(xShape)) and \(PlotData.text(upwards.shape))")
    }
    let columns = upwards.shape.count == 2 ? upwards.shape[1] : 1
    let xColumns = xShape.count == 2 ? xShape[1] : 1
    guard columns == xColumns || columns == 1 || xColumns == 1 else {
      throw .valueError("x has \(xColumns) columns and y has \(columns) columns, but they must be equal or one of them 1")
    }
    let look = try format.map { text throws(Raised) in try plotting { () throws(PlotError) in try FormatString(text) } }
    var lines: [Value] = []
    for column in 0..<max(columns, xColumns) {
      let ys = (0..<count).map { upwards.values[$0 * columns + min(column, columns - 1)] }
      let xs =
        across.map { data in (0..<count).map { data.values[$0 * xColumns + min(column, xColumns - 1)] } }
        ?? (0..<count).map { Double($0) }
      var entries = keywords
      // A label for each column of several.
      if let index = entries.firstIndex(where: { $0.name == "label" }), let labels = entries[index].value.sequence,
        max(columns, xColumns) > 1
      {
        entries[index].value = column < labels.count ? labels[column] : .none
      }
      let options = PlotOptions(entries, of: "Line2D")
      let hasColor = look?.color != nil || entries.contains { ($0.name == "color" || $0.name == "c") && !$0.value.isNone }
      let line = LineArtist(xs, ys, Stroke(look?.color ?? (hasColor ? .black : axes.nextColor()), width: axes.style.lineWidth))
      line.markerSize = axes.style.markerSize
      if let look {
        if let marker = look.marker { line.marker = try plotting { () throws(PlotError) in try Marker(marker) } }
        // A marker without a line style means no line.
        if let style = look.line {
          let dashes = try plotting { () throws(PlotError) in try LineStyle.dashes(style) }
          line.isDrawn = dashes != nil
          line.stroke.dashes = dashes ?? []
        } else if look.marker != nil {
          line.isDrawn = false
        }
      }
      try LineOptions.apply(options, to: line)
      try options.finish()
      axes.add(line)
      lines.append(ArtistObject.of(line, ArtistTypes.line))
    }
    return lines
  }

  private static func reference(
    _ axes: Axes, _ segment: SegmentsArtist.Segment, _ spans: Axis.Direction?, _ options: PlotOptions
  ) throws(Raised) -> Value {
    // Read as a line's options, to take the same keywords.
    let model = LineArtist([], [], Stroke(Color.cycle[0], width: axes.style.lineWidth))
    model.stroke.color = axes.style.cycle[0]
    try LineOptions.apply(options, to: model)
    try options.finish()
    let artist = SegmentsArtist([segment], model.stroke, spans: spans)
    (artist.label, artist.alpha, artist.order, artist.isVisible) = (
      model.label, model.alpha, model.order, model.isVisible && model.isDrawn
    )
    return ArtistObject.of(axes.add(artist), ArtistTypes.line)
  }

  private static func segments(_ axes: Axes, _ call: PlotCall, isLevel: Bool) throws(Raised) -> Value {
    let places = try PlotData.row(call[0], on: isLevel ? axes.governingY : axes.governingX)
    let (from, to) = (try PlotData.row(call[1]), try PlotData.row(call[2]))
    for ends in [from, to] where ends.count != 1 && ends.count != places.count {
      throw .valueError(
        "shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg 0 with shape (\(places.count),) and arg 1 with shape (\(ends.count),)."
      )
    }
    let options = call.options(6, of: "LineCollection")
    let color: Color =
      call.has(3)
      ? try PlotColors.several(call[3]).first ?? .black : try options.color("color", "colors") ?? axes.style.cycle[0]
    var stroke = Stroke(color, width: try options.double("linewidth", "lw", "linewidths") ?? axes.style.lineWidth)
    let style = options.take("linestyle", "ls") ?? call[4]
    stroke.dashes = try LineOptions.dashes(style) ?? []
    let artist = SegmentsArtist(
      places.enumerated().map { index, place in
        let (a, b) = (from[from.count == 1 ? 0 : index], to[to.count == 1 ? 0 : index])
        return isLevel ? SegmentsArtist.Segment(a, place, b, place) : SegmentsArtist.Segment(place, a, place, b)
      }, stroke)
    let label = try call.text(5)
    if !label.isEmpty { artist.label = label }
    try options.applyCommon(to: artist)
    try options.finish()
    return ArtistObject.of(axes.add(artist), ArtistTypes.lines)
  }

  private static func scatter(_ axes: Axes, _ call: PlotCall) throws(Raised) -> Value {
    let (x, y) = (try PlotData.row(call[0], on: axes.governingX), try PlotData.row(call[1], on: axes.governingY))
    guard x.count == y.count else { throw .valueError("x and y must be the same size") }
    let options = call.options(14, of: "PathCollection")
    let areas: [Double] = call.has(2) ? try PlotData.row(call[2]) : [axes.style.markerSize * axes.style.markerSize]
    guard areas.count == 1 || areas.count == x.count else {
      throw .valueError("s must be a scalar, or float array-like with the same size as x and y")
    }
    let symbol = call.has(4) ? try call.text(4) : "o"
    guard let marker = try plotting({ () throws(PlotError) in try Marker(symbol) }) else { return .none }
    let artist = PointsArtist(x, y, areas: areas, colors: [], marker: marker)
    if let color = options.take("color", "facecolors", "facecolor") {
      artist.colors = color.stringValue == "none" ? [.clear] : try PlotColors.several(color)
    } else if call.has(3) {
      try color(artist, call, axes)
    } else {
      artist.colors = [axes.nextPatchColor()]
    }
    if call.has(9) {
      let alpha = try call.double(9)
      guard alpha >= 0, alpha <= 1 else { throw .valueError("alpha (\(PlotData.plain(alpha))) is outside 0-1 range") }
      artist.alpha = alpha
    }
    if let width = try options.double("linewidth", "lw") { artist.edgeWidth = width }
    if call.has(10) { artist.edgeWidth = try call.double(10) }
    let edges = options.take("edgecolor") ?? (call.has(11) ? call[11] : nil)
    if let edges, edges.stringValue != "face" { artist.edge = try PlotColors.several(edges).first }
    try options.applyCommon(to: artist)
    try options.finish()
    axes.add(artist)
    if let mapping = artist.mapping { axes.figure.lastMapped = (mapping, axes, artist) }
    return ArtistObject.of(artist, ArtistTypes.points)
  }

  /// The colours of points: one, one each, or numbers for a colour map.
  private static func color(_ artist: PointsArtist, _ call: PlotCall, _ axes: Axes) throws(Raised) {
    let value = call[3]
    let count = artist.x.count
    if value.stringValue == nil, let data = try? PlotData(value) {
      if data.values.count == count, !data.shape.isEmpty {
        let (map, scale) = try LineOptions.mapping(call[5], call[6], call[7], call[8], axes.style)
        artist.mapping = ColorMapping(data.values, map: map, scale: scale)
        return
      }
      // Three or four numbers from 0 to 1 may be one colour; any other row of numbers has the wrong length.
      let isColor = (3...4).contains(data.values.count) && data.values.allSatisfy { $0 >= 0 && $0 <= 1 }
      if data.shape.count < 2, !isColor {
        throw .valueError(
          "'c' argument has \(data.values.count) elements, which is inconsistent with 'x' and 'y' with size \(count).")
      }
    }
    do throws(Raised) { artist.colors = try PlotColors.several(value) } catch {
      throw .valueError(
        "'c' argument must be a color, a sequence of colors, or a sequence of numbers, not \(try Interpreter.current.repr(value))"
      )
    }
    guard artist.colors.count == 1 || artist.colors.count == count else {
      throw .valueError(
        "'c' argument has \(artist.colors.count) elements, which is inconsistent with 'x' and 'y' with size \(count).")
    }
  }

  private static func errorbar(_ axes: Axes, _ call: PlotCall) throws(Raised) -> Value {
    let (x, y) = (try PlotData.row(call[0], on: axes.governingX), try PlotData.row(call[1], on: axes.governingY))
    guard x.count == y.count else { throw .valueError("'x' and 'y' must have the same size") }
    let format = try call.text(4)
    var artists: [Value] = []
    var color: Color
    var keywords = call.call.keywords(11 + call.shift)
    let label = keywords.first { $0.name == "label" }?.value
    keywords.removeAll { $0.name == "label" }
    if format.lowercased() == "none" {
      color = axes.nextColor()
    } else {
      let lines = try series(
        axes, [.list(x.map { .float($0) }), .list(y.map { .float($0) })] + (format.isEmpty ? [] : [.string(format)]), keywords)
      color = ((lines.first?.cast(to: ArtistObject.self))?.artist as? LineArtist)?.stroke.color ?? .black
      artists += lines
      if let label, !label.isNone {
        lines.first?.cast(to: ArtistObject.self)?.artist.label = try Interpreter.current.str(label)
      }
    }
    if call.has(5) { color = try PlotColors.one(call[5]) }
    let width: Double = call.has(6) ? try call.double(6) : axes.style.lineWidth
    for (slot, name) in [(3, "x"), (2, "y")] where call.has(slot) {
      let places = name == "x" ? x : y
      let (low, high) = try errors(call[slot], places.count, name)
      let bars = SegmentsArtist(
        places.indices.map { i in
          name == "y"
            ? SegmentsArtist.Segment(x[i], y[i] - low[i], x[i], y[i] + high[i])
            : SegmentsArtist.Segment(x[i] - low[i], y[i], x[i] + high[i], y[i])
        }, Stroke(color, width: width))
      if call.has(7) { bars.capSize = try call.double(7) }
      artists.append(ArtistObject.of(axes.add(bars), ArtistTypes.lines))
    }
    return ContainerObject("ErrorbarContainer", artists).asValue
  }

  private static func errors(_ value: Value, _ count: Int, _ name: String) throws(Raised) -> ([Double], [Double]) {
    let data = try PlotData(value)
    guard data.values.allSatisfy({ !($0 < 0) }) else { throw .valueError("'\(name)err' must not contain negative values") }
    if data.values.count == 1, data.shape.count < 2 {
      let all = [Double](repeating: data.values[0], count: count)
      return (all, all)
    }
    if data.shape == [count] { return (data.values, data.values) }
    if data.shape == [2, count] { return (Array(data.values.prefix(count)), Array(data.values.suffix(count))) }
    if data.shape == [2, 1] {
      return ([Double](repeating: data.values[0], count: count), [Double](repeating: data.values[1], count: count))
    }
    throw .valueError(
      "'\(name)err' (shape: \(PlotData.text(data.shape))) must be a scalar or a 1D or (2, n) array-like whose shape matches '\(name)' (shape: (\(count),))"
    )
  }
}
