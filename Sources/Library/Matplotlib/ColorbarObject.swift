import Interpreter
import Plots

/// What scripts hold when they hold a colour bar.
final class ColorbarObject: Object {
  let colorbar: Colorbar

  private init(_ colorbar: Colorbar) {
    self.colorbar = colorbar
    super.init(ColorbarObject.typeObject)
    colorbar.host = self
  }

  static func of(_ colorbar: Colorbar) -> ColorbarObject { colorbar.host as? ColorbarObject ?? ColorbarObject(colorbar) }

  /// Adds a bar for the numbers of something drawn.
  static func add(to figure: Figure, mappable: Value, cax: Value, ax: Value, _ options: PlotOptions) throws(Raised) -> Value {
    guard let artist = mappable.cast(to: ArtistObject.self)?.artist, let mapping = ArtistTypes.mapping(of: artist) else {
      throw .attributeError(
        "'\(mappable.type.name)' object has no attribute 'cmap': a colour bar belongs to an image, to points coloured by numbers or to contours"
      )
    }
    let place = try options.text("location")
    let orientation = try options.text("orientation")
    let side = place ?? (orientation == "horizontal" ? "bottom" : "right")
    guard ["right", "bottom", "left", "top"].contains(side) else {
      throw .valueError("'\(side)' is not a valid value for location; supported values are 'left', 'right', 'top', 'bottom'")
    }
    if side == "left" || side == "top" {
      throw .notImplementedError("a colour bar at the \(side) is not among what Lectern draws; 'right' and 'bottom' are")
    }
    let isHorizontal = side == "bottom"
    let chosen =
      ax.cast(to: AxesObject.self)
      ?? (ax.sequence ?? (ax.cast(to: AxesArrayObject.self)?.elements ?? [])).last?.cast(to: AxesObject.self)
    guard let host = chosen?.axes ?? artist.axes ?? figure.currentAxes else {
      throw .valueError("Unable to determine Axes to steal space for Colorbar.")
    }
    let fraction = try options.double("fraction") ?? 0.15
    let gap = try options.double("pad")
    let shrink = try options.double("shrink") ?? 1
    let aspect = try options.double("aspect") ?? 20
    guard fraction > 0, fraction < 1, (gap ?? 0) >= 0, fraction + (gap ?? 0.05) < 1, aspect > 0, shrink > 0 else {
      throw .valueError("fraction, pad, shrink and aspect of a colour bar must leave room for the axes")
    }
    let bar: Colorbar
    let current = host.figure.currentAxes
    if let own = cax.cast(to: AxesObject.self) {
      bar = Colorbar(mapping, in: own.axes, isHorizontal: isHorizontal)
    } else {
      bar = host.addColorbar(
        mapping, isHorizontal: isHorizontal, fraction: fraction, gap: gap, shrink: min(shrink, 1),
        aspect: aspect * min(shrink, 1))
    }
    host.figure.currentAxes = current
    bar.alpha = artist.alpha
    if let contour = artist as? ContourArtist {
      if contour.isFilled {
        bar.levels = contour.levels
        bar.bandColors = contour.colors ?? []
      } else {
        bar.lines = contour.levelColors
      }
    }
    if let label = try options.text("label") { bar.axis.label.text = label }
    if let ticks = options.take("ticks") { bar.axis.fixedTicks = try PlotData.row(ticks) }
    if let format = try options.text("format") { bar.axis.formatter = formatter(format) }
    for name in ["extend", "extendfrac", "drawedges", "spacing", "anchor", "panchor", "extendrect"] { _ = options.take(name) }
    try options.finish()
    return ColorbarObject.of(bar).asValue
  }

  /// `%.2f` or `{x:.2f}` as a function.
  private static func formatter(_ format: String) -> (Double) -> String {
    let interpreter = Interpreter.current
    return { value in
      if format.contains("{"), let method = try? interpreter.attribute(.string(format), "format") {
        return (try? interpreter.call(method, [], keywords: [("x", .float(value))]))?.stringValue ?? ""
      }
      return (try? interpreter.binary(.modulo, .string(format), .float(value)))?.stringValue ?? ""
    }
  }

  static let typeObject: TypeObject = TypeObject.native("Colorbar", module: "matplotlib.colorbar", of: ColorbarObject.self) {
    t in
    t.hasAttributes = true
    t.property("ax", "The axes of the strip.") { object throws(Raised) in AxesObject.of(object.colorbar.axes).asValue }
    t.method("set_label(self, label, *, loc=None, **kwargs)", "Sets the label.") { object, call throws(Raised) in
      object.colorbar.axis.label.text = try call.interpreter.str(call[1])
      try TextOptions.apply(PlotOptions(call.keywords(3), of: "Text"), to: object.colorbar.axis.label, base: 10)
      return .none
    }
    t.method("set_ticks(self, ticks, *, labels=None, minor=False, **kwargs)", "Sets the ticks.") {
      object, call throws(Raised) in
      object.colorbar.axis.fixedTicks = try PlotData.row(call[1])
      if call.has(2) {
        let texts = try AxesCommand.labelTexts(call[2])
        guard texts.count == object.colorbar.axis.fixedTicks?.count else {
          throw AxesCommand.wrongCount(object.colorbar.axis.fixedTicks?.count ?? 0, texts.count)
        }
        object.colorbar.axis.fixedLabels = texts
      }
      return .none
    }
    for name in ["set_ticklabels"] {
      t.method("\(name)(self, ticklabels, **kwargs)", "Sets the labels of the ticks.") { object, call throws(Raised) in
        object.colorbar.axis.fixedLabels = try AxesCommand.labelTexts(call[1])
        return .none
      }
    }
    t.method("remove(self)", "Takes the bar off.") { object, _ throws(Raised) in
      object.colorbar.axes.figure.remove(object.colorbar.axes)
      return .none
    }
    t.slots.repr = { value throws(Raised) in "<matplotlib.colorbar.Colorbar at \(Address.text(of: value))>" }
  }
}
