import Interpreter
import Plots

/// What scripts hold when they hold a figure.
final class FigureObject: Object {
  let figure: Figure

  private init(_ figure: Figure) {
    self.figure = figure
    super.init(FigureObject.typeObject)
    figure.host = self
  }

  /// The script object of a figure, made at first use.
  static func of(_ figure: Figure) -> FigureObject { figure.host as? FigureObject ?? FigureObject(figure) }

  /// Four numbers as a rectangle.
  static func rect(_ value: Value) throws(Raised) -> Rect {
    let parts = try PlotData.row(value)
    guard parts.count == 4, parts.allSatisfy(\.isFinite) else {
      throw .valueError("all entries in rect must be finite not \(try Interpreter.current.repr(value))")
    }
    return Rect(parts[0], parts[1], parts[2], parts[3])
  }

  /// The cells that `subplot(rows, columns, index)` or `subplot(235)` name.
  static func place(_ arguments: [Value], grid known: SubplotGrid? = nil) throws(Raised) -> (
    rows: Int, columns: Int, first: Int, last: Int
  ) {
    var numbers = arguments
    if arguments.isEmpty { numbers = [1, 1, 1] }
    if arguments.count == 1 {
      let shown = try Interpreter.current.repr(arguments[0])
      guard let code = arguments[0].intValue, code >= 100, code < 1000 else {
        throw .valueError("Single argument to subplot must be a three-digit integer, not \(shown)")
      }
      numbers = [.int(code / 100), .int(code / 10 % 10), .int(code % 10)]
    }
    guard numbers.count == 3 else {
      throw .typeError("subplot() takes 1 or 3 positional arguments but \(numbers.count) were given")
    }
    let (rows, columns) = (numbers[0].intValue ?? 0, numbers[1].intValue ?? 0)
    guard rows > 0, rows <= 1000 else {
      throw .valueError("Number of rows must be a positive integer, not \(try Interpreter.current.repr(numbers[0]))")
    }
    guard columns > 0, columns <= 1000 else {
      throw .valueError("Number of columns must be a positive integer, not \(try Interpreter.current.repr(numbers[1]))")
    }
    let ends = numbers[2].sequence?.compactMap(\.intValue) ?? numbers[2].intValue.map { [$0] } ?? []
    guard let first = ends.first, let last = ends.last, first >= 1, last <= rows * columns, first <= last else {
      throw .valueError(
        "num must be an integer with 1 <= num <= \(rows * columns), not \(try Interpreter.current.repr(numbers[2]))")
    }
    return (rows, columns, first, last)
  }

  /// The place in a grid of the figure that has the same rows and columns, so that later adjustments reach all.
  static func gridPlace(_ figure: Figure, _ cells: (rows: Int, columns: Int, first: Int, last: Int)) -> GridPlace {
    let grid = SubplotGrid(rows: cells.rows, columns: cells.columns)
    let (r0, c0) = ((cells.first - 1) / cells.columns, (cells.first - 1) % cells.columns)
    let (r1, c1) = ((cells.last - 1) / cells.columns, (cells.last - 1) % cells.columns)
    return GridPlace(grid, rows: r0..<(r1 + 1), columns: min(c0, c1)..<(max(c0, c1) + 1))
  }

  /// Refuses axes that are not plain ones.
  static func checkProjection(_ options: PlotOptions) throws(Raised) {
    if let projection = try options.text("projection"), projection != "rectilinear" {
      throw .notImplementedError("axes of projection '\(projection)' are not among what Lectern draws")
    }
    if try options.bool("polar") == true { throw .notImplementedError("polar axes are not among what Lectern draws") }
  }

  /// Settings that `subplot`, `subplots` and `add_subplot` take for each of the axes.
  static func apply(_ options: PlotOptions, to axes: Axes) throws(Raised) {
    try checkProjection(options)
    if let other = options.take("sharex")?.cast(to: AxesObject.self) { axes.sharedX = other.axes.sharedX ?? other.axes }
    if let other = options.take("sharey")?.cast(to: AxesObject.self) { axes.sharedY = other.axes.sharedY ?? other.axes }
    if let color = try options.color("facecolor", "fc") { axes.background = color }
    if let isOn = try options.bool("frameon"), !isOn { for side in axes.spines.keys { axes.spines[side] = .some(nil) } }
    let object = AxesObject.of(axes).asValue
    for name in ["title", "xlabel", "ylabel", "xlim", "ylim", "xticks", "yticks", "xscale", "yscale", "aspect"] {
      guard let value = options.take(name) else { continue }
      _ = try Interpreter.current.call(try Interpreter.current.attribute(object, "set_\(name)"), [value])
    }
    _ = options.take("label")
    try options.finish()
  }

  static let typeObject: TypeObject = TypeObject.native("Figure", module: "matplotlib.figure", of: FigureObject.self) { t in
    t.doc = "A picture with axes on it."
    t.hasAttributes = true
    t.property("axes", "The axes, in the order of their making.") { object throws(Raised) in
      .list(object.figure.axes.map { AxesObject.of($0).asValue })
    }
    t.property("number", "The number under which pyplot knows it.") { object throws(Raised) in .int(object.figure.number) }
    t.property("dpi", "Pixels per inch.") { object throws(Raised) in
      .float(object.figure.dpi)
    } set: { object, value throws(Raised) in
      object.figure.dpi = try checkedDPI(value)
    }
    t.property("canvas", "What is asked to draw; nothing needs to be asked here.") { object throws(Raised) in
      FigureCanvasObject.shared.asValue
    }
    t.property("patch", "The background.") { object throws(Raised) in FigurePatchObject(object.figure).asValue }
    t.property("transFigure", "Fractions of the figure.") { _ throws(Raised) in CoordinateSpace(.figure).asValue }
    t.method("get_axes(self)", "The axes.") { object, _ throws(Raised) in
      .list(object.figure.axes.map { AxesObject.of($0).asValue })
    }
    t.method("gca(self)", "The current axes.") { object, _ throws(Raised) in
      AxesObject.of(object.figure.currentAxes ?? object.figure.addAxes(at: gridPlace(object.figure, (1, 1, 1, 1)))).asValue
    }
    t.method("sca(self, a)", "Makes axes current.") { object, call throws(Raised) in
      object.figure.currentAxes = try call.object(1, AxesObject.self, "axes").axes
      return call[1]
    }
    t.method("add_subplot(self, *args, **kwargs)", "Adds axes in a grid.") { object, call throws(Raised) in
      let arguments = call.rest(1)
      let place: GridPlace
      if let spec = arguments.first?.cast(to: GridPlaceObject.self) {
        place = spec.place
      } else {
        place = gridPlace(object.figure, try FigureObject.place(arguments))
      }
      let axes = object.figure.addAxes(at: place)
      do throws(Raised) { try apply(PlotOptions(call.keywords(2), of: "Axes"), to: axes) } catch {
        object.figure.remove(axes)
        throw error
      }
      return AxesObject.of(axes).asValue
    }
    t.method("add_axes(self, rect, **kwargs)", "Adds axes in a rectangle: left, bottom, width, height as fractions.") {
      object, call throws(Raised) in
      let axes = object.figure.addAxes(in: try rect(call[1]))
      try apply(PlotOptions(call.keywords(2), of: "Axes"), to: axes)
      return AxesObject.of(axes).asValue
    }
    t.method(
      "subplots(self, nrows=1, ncols=1, *, sharex=False, sharey=False, squeeze=True, width_ratios=None, height_ratios=None, subplot_kw=None, gridspec_kw=None)",
      "Adds axes in a grid."
    ) {
      object, call throws(Raised) in
      try Subplots.make(object.figure, call, 1)
    }
    t.method("add_gridspec(self, nrows=1, ncols=1, **kwargs)", "A grid for axes of several cells.") {
      object, call throws(Raised) in
      GridSpecObject(try GridSpecObject.grid(call[1], call[2], PlotOptions(call.keywords(3), of: "GridSpec"))).asValue
    }
    t.method("colorbar(self, mappable, cax=None, ax=None, use_gridspec=True, **kwargs)", "Adds a colour bar.") {
      object, call throws(Raised) in
      try ColorbarObject.add(
        to: object.figure, mappable: call[1], cax: call[2], ax: call[3], PlotOptions(call.keywords(5), of: "Colorbar"))
    }
    t.method("suptitle(self, t, **kwargs)", "Sets the title above all axes.") { object, call throws(Raised) in
      try title(object.figure, call[1], PlotOptions(call.keywords(2), of: "Text"))
    }
    t.method("text(self, x, y, s, fontdict=None, **kwargs)", "A text at fractions of the figure.") {
      object, call throws(Raised) in
      let artist = TextArtist(
        try call.interpreter.str(call[3]), at: try PlotData.double(call[1]), try PlotData.double(call[2]),
        style: TextStyle(Font(size: object.figure.style.fontSize)), space: .figure)
      try TextOptions.apply(PlotOptions(call.keywords(5), of: "Text"), to: artist, base: object.figure.style.fontSize)
      object.figure.texts.append(artist)
      return TextObject.of(artist, place: "\(try call.interpreter.str(call[1])), \(try call.interpreter.str(call[2]))")
    }
    for (name, x, y, angle) in [("supxlabel", 0.5, 0.01, 0.0), ("supylabel", 0.02, 0.5, 90)] {
      t.method("\(name)(self, t, **kwargs)", "A label for all axes.") { object, call throws(Raised) in
        let artist = TextArtist(
          try call.interpreter.str(call[1]), at: x, y,
          style: TextStyle(
            Font(size: object.figure.style.fontSize * 1.2), horizontal: angle == 0 ? .center : .left,
            vertical: angle == 0 ? .bottom : .center, rotation: angle), space: .figure)
        try TextOptions.apply(PlotOptions(call.keywords(2), of: "Text"), to: artist, base: object.figure.style.fontSize)
        object.figure.texts.append(artist)
        return TextObject.of(artist, place: "\(x), \(y)")
      }
    }
    t.method("legend(self, *args, **kwargs)", "A legend for all axes.") { object, call throws(Raised) in
      guard let first = object.figure.axes.first else { return .none }
      let options = PlotOptions(call.keywords(2), of: "Legend")
      let entries = object.figure.axes.flatMap { AxesCommand.labelled($0) }
      let legend = try AxesCommand.makeLegend(entries, try options.text("loc") ?? "upper right", options, first)
      object.figure.legend = legend
      return LegendObject.of(legend).asValue
    }
    t.method(
      "subplots_adjust(self, left=None, bottom=None, right=None, top=None, wspace=None, hspace=None)", "Sets the margins."
    ) {
      object, call throws(Raised) in
      try adjust(object.figure, call, 1)
      return .none
    }
    t.method(
      "tight_layout(self, *, pad=1.08, h_pad=None, w_pad=None, rect=None)", "Makes room for what stands around the axes."
    ) { object, call throws(Raised) in
      object.figure.tightPadding = try call.double(1)
      return .none
    }
    for name in ["set_tight_layout", "set_constrained_layout", "set_layout_engine"] {
      t.method("\(name)(self, layout=True, **kwargs)", "Makes room for what stands around the axes.") {
        object, call throws(Raised) in
        object.figure.tightPadding = call.has(1) && call[1].stringValue != "none" && call[1].boolValue != false ? 1.08 : nil
        return .none
      }
    }
    t.method("savefig(self, fname, **kwargs)", "Saves the figure as PNG, SVG or PDF.") { object, call throws(Raised) in
      try PictureFile.save(object.figure, call[1], PlotOptions(call.keywords(2), of: "FigureCanvas.print"), call.interpreter)
    }
    t.method("show(self, warn=True)", "Shows the figure.") { object, call throws(Raised) in
      Pyplot.stage(of: call.interpreter)?.present(object.figure)
      return .none
    }
    t.method("clf(self, keep_observers=False)", "Takes everything off.") { object, _ throws(Raised) in
      object.figure.clear()
      return .none
    }
    t.method("clear(self, keep_observers=False)", "Takes everything off.") { object, _ throws(Raised) in
      object.figure.clear()
      return .none
    }
    t.method("delaxes(self, ax)", "Takes axes off.") { object, call throws(Raised) in
      object.figure.remove(try call.object(1, AxesObject.self, "axes").axes)
      return .none
    }
    t.method("set_size_inches(self, w, h=None, forward=True)", "Sets the size.") { object, call throws(Raised) in
      let (w, h) =
        call.has(2) ? (try PlotData.double(call[1]), try PlotData.double(call[2])) : try AxesCommand.pair(call[1], "size")
      let checked = try plotting { () throws(PlotError) in try Figure(width: w, height: h) }
      (object.figure.width, object.figure.height) = (checked.width, checked.height)
      return .none
    }
    t.method("get_size_inches(self)", "The size.") { object, _ throws(Raised) in
      PlotData.array([object.figure.width, object.figure.height])
    }
    t.method("set_figwidth(self, val, forward=True)", "Sets the width.") { object, call throws(Raised) in
      object.figure.width = try plotting { [w = try PlotData.double(call[1])] () throws(PlotError) in try Figure(width: w).width
      }
      return .none
    }
    t.method("set_figheight(self, val, forward=True)", "Sets the height.") { object, call throws(Raised) in
      object.figure.height = try plotting { [h = try PlotData.double(call[1])] () throws(PlotError) in
        try Figure(height: h).height
      }
      return .none
    }
    t.method("set_dpi(self, val)", "Sets the pixels per inch.") { object, call throws(Raised) in
      object.figure.dpi = try checkedDPI(call[1])
      return .none
    }
    t.method("get_dpi(self)", "Pixels per inch.") { object, _ throws(Raised) in .float(object.figure.dpi) }
    t.method("set_facecolor(self, color)", "Sets the background.") { object, call throws(Raised) in
      object.figure.background = try PlotColors.one(call[1])
      return .none
    }
    t.method("autofmt_xdate(self, bottom=0.2, rotation=30, ha='right', which='major')", "Slants the labels of the x axes.") {
      object, call throws(Raised) in
      for axes in object.figure.axes { axes.x.tickStyle.rotation = try call.double(2) }
      object.figure.margins.bottom = try call.double(1)
      return .none
    }
    t.slots.missingAttribute = { _, name throws(Raised) in
      guard
        [
          "subfigures", "add_subfigure", "figimage", "align_labels", "align_xlabels", "align_ylabels", "ginput",
          "subplot_mosaic",
        ].contains(name.string)
      else { return nil }
      throw .notImplementedError("matplotlib's Figure.\(name.string) is not among what Lectern draws")
    }
    t.slots.repr = { value throws(Raised) in value.cast(to: FigureObject.self)?.figure.summary ?? "" }
    t.slots.str = { value throws(Raised) in
      guard let size = value.cast(to: FigureObject.self)?.figure.pixelSize() else { return "" }
      return "Figure(\(size.width)x\(size.height))"
    }
  }

  static func checkedDPI(_ value: Value) throws(Raised) -> Double {
    let dpi = try PlotData.double(value)
    return try plotting { () throws(PlotError) in try Figure(dpi: dpi).dpi }
  }

  static func title(_ figure: Figure, _ text: Value, _ options: PlotOptions) throws(Raised) -> Value {
    figure.title.text = try Interpreter.current.str(text)
    if let x = try options.double("x") { figure.title.x = x }
    if let y = try options.double("y") { figure.title.y = y }
    try TextOptions.apply(options, to: figure.title, base: figure.style.fontSize)
    try options.finish()
    return TextObject.of(figure.title, place: "0.5, 0.98")
  }

  static func adjust(_ figure: Figure, _ call: Arguments, _ first: Int) throws(Raised) {
    var margins = figure.margins
    let paths: [WritableKeyPath<FigureMargins, Double>] = [\.left, \.bottom, \.right, \.top, \.columnGap, \.rowGap]
    for (offset, path) in paths.enumerated() where call.has(first + offset) {
      let value = try PlotData.double(call[first + offset])
      guard value.isFinite else { throw .valueError("the margins of subplots must be finite") }
      margins[keyPath: path] = value
    }
    guard margins.left < margins.right else { throw .valueError("left cannot be >= right") }
    guard margins.bottom < margins.top else { throw .valueError("bottom cannot be >= top") }
    figure.margins = margins
    figure.tightPadding = nil
  }
}

/// `fig.canvas`: drawing happens when a picture is asked for, so there is nothing to do.
final class FigureCanvasObject: Object {
  nonisolated(unsafe) static let shared = FigureCanvasObject(typeObject)
  static let typeObject: TypeObject = TypeObject.native(
    "FigureCanvas", module: "matplotlib.backends", of: FigureCanvasObject.self
  ) { t in
    for name in ["draw", "draw_idle", "flush_events", "set_window_title"] {
      t.method("\(name)(self, *args)", "Accepted without effect.") { _, _ throws(Raised) in .none }
    }
  }
}

/// `fig.patch`: the background.
final class FigurePatchObject: Object {
  let figure: Figure
  init(_ figure: Figure) {
    self.figure = figure
    super.init(FigurePatchObject.typeObject)
  }
  static let typeObject: TypeObject = TypeObject.native("Rectangle", module: "matplotlib.patches", of: FigurePatchObject.self) {
    t in
    for name in ["set_facecolor", "set_color"] {
      t.method("\(name)(self, color)", "Sets the background.") { object, call throws(Raised) in
        object.figure.background = try PlotColors.one(call[1])
        return .none
      }
    }
    t.method("set_alpha(self, alpha)", "Sets the background's opacity.") { object, call throws(Raised) in
      object.figure.background.alpha = max(0, min(1, try call.double(1)))
      return .none
    }
  }
}
