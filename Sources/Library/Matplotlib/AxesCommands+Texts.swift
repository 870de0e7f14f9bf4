import Interpreter
import Plots

extension AxesCommand {
  /// Texts, titles, labels, the legend and the grid.
  static let textCommands: [AxesCommand] = [
    AxesCommand("text(x, y, s, fontdict=None, **kwargs)", "A text at a place of the data.") { axes, call throws(Raised) in
      let (x, y) = (try place(call[0], axes.governingX), try place(call[1], axes.governingY))
      let artist = TextArtist(
        try call.text(2), at: x, y, style: TextStyle(Font(size: axes.style.fontSize), color: axes.style.ink))
      let options = call.options(4, of: "Text")
      if let space = options.take("transform") { artist.space = space.cast(to: CoordinateSpace.self)?.space ?? .data }
      if call.has(3), let fonts = call[3].cast(to: DictObject.self) {
        try TextOptions.apply(
          PlotOptions(fonts.pairs.map { ($0.key.stringValue ?? "", $0.value) }, of: "Text"), to: artist,
          base: axes.style.fontSize)
      }
      try TextOptions.apply(options, to: artist, base: axes.style.fontSize)
      try options.finish()
      return TextObject.of(axes.add(artist), place: "\(try shown(call[0])), \(try shown(call[1]))")
    },
    AxesCommand(
      "annotate(text, xy, xytext=None, xycoords='data', textcoords=None, arrowprops=None, annotation_clip=None, **kwargs)",
      "A text with an arrow to a place of the data.", annotate),
    AxesCommand(
      "set_title(label, fontdict=None, loc=None, pad=None, *, y=None, **kwargs)", function: "title", "Sets the title above."
    ) {
      axes, call throws(Raised) in
      let side = call.has(2) ? try call.text(2) : "center"
      guard let title = ["center": axes.title, "left": axes.leftTitle, "right": axes.rightTitle][side] else {
        throw .valueError("'\(side)' is not a valid value for loc; supported values are 'center', 'left', 'right'")
      }
      title.text = try call.text(0)
      if call.has(4) { title.y = try call.double(4) }
      try style(title, call, 5, base: axes.style.titleSize ?? axes.style.fontSize)
      return TextObject.of(title, place: "\(side == "center" ? "0.5" : side == "left" ? "0.0" : "1.0"), 1.0")
    },
    AxesCommand(
      "set_xlabel(xlabel, fontdict=None, labelpad=None, *, loc=None, **kwargs)", function: "xlabel",
      "Sets the label under the x axis."
    ) {
      axes, call throws(Raised) in
      try label(axes.colorbar.flatMap { $0.isHorizontal ? $0.axis : nil } ?? axes.x, call, place: "0.5, 0")
    },
    AxesCommand(
      "set_ylabel(ylabel, fontdict=None, labelpad=None, *, loc=None, **kwargs)", function: "ylabel",
      "Sets the label beside the y axis."
    ) {
      axes, call throws(Raised) in
      try label(axes.y, call, place: "0, 0.5")
    },
    AxesCommand("legend(*args, **kwargs)", "Names the series in a box.", legend),
    AxesCommand("grid(visible=None, which='major', axis='both', **kwargs)", "Lines at the ticks.") {
      axes, call throws(Raised) in
      let options = call.options(3, of: "Line2D")
      let which = try call.text(1)
      let side = try call.text(2)
      guard ["x", "y", "both"].contains(side) else {
        throw .valueError("'\(side)' is not a valid value for axis; supported values are 'x', 'y', 'both'")
      }
      guard ["major", "minor", "both"].contains(which) else {
        throw .valueError("'\(which)' is not a valid value for which; supported values are 'major', 'minor', 'both'")
      }
      let model = LineArtist([], [], axes.style.grid)
      let isStyled = !call.call.keywords(3 + call.shift).isEmpty
      try LineOptions.apply(options, to: model)
      try options.finish()
      var stroke = model.stroke
      if let alpha = model.alpha { stroke.color = stroke.color.with(alpha: alpha) }
      for axis in [axes.x, axes.y] where side == "both" || (side == "x") == (axis.direction == .x) {
        let isShown: Bool
        if isStyled || !call.has(0) {
          isShown = call.has(0) ? try call.bool(0) : isStyled || axis.grid == nil
        } else {
          isShown = try call.bool(0)
        }
        axis.grid = isShown ? stroke : nil
        axis.gridHasMinor = isShown && which != "major"
      }
      return .none
    },
    AxesCommand("get_title(loc='center')", function: nil, "The title.") { axes, _ throws(Raised) in .string(axes.title.text) },
    AxesCommand("get_xlabel()", function: nil, "The label under the x axis.") { axes, _ throws(Raised) in
      .string(axes.x.label.text)
    },
    AxesCommand("get_ylabel()", function: nil, "The label beside the y axis.") { axes, _ throws(Raised) in
      .string(axes.y.label.text)
    },
    AxesCommand("get_legend()", function: nil, "The legend, if there is one.") { axes, _ throws(Raised) in
      axes.legend.map { LegendObject.of($0).asValue } ?? .none
    },
    AxesCommand("get_legend_handles_labels()", function: nil, "What a legend would name.") { axes, _ throws(Raised) in
      let named = labelled(axes)
      return .tuple([
        .list(named.map { ArtistObject.of($0.artist, ArtistTypes.artist) }), .list(named.map { .string($0.label) }),
      ])
    },
    AxesCommand("bar_label(container, labels=None, *, fmt='%g', label_type='edge', padding=0, **kwargs)", "Labels on bars.") {
      axes, call throws(Raised) in
      guard let container = call[0].cast(to: ContainerObject.self) else {
        throw .typeError("bar_label() takes what bar() gave")
      }
      let labels = call.has(1) ? try labelTexts(call[1]) : []
      var texts: [Value] = []
      for (index, value) in container.artists.enumerated() {
        guard let bar = value.cast(to: BarObject.self) else { continue }
        let box = bar.artist.bars[bar.index]
        let isUpright = bar.artist.foot != .x
        let length = isUpright ? box.y1 - box.y0 : box.x1 - box.x0
        let format = try call.text(2)
        let text =
          index < labels.count
          ? labels[index] : try call.interpreter.str(try call.interpreter.binary(.modulo, .string(format), .float(length)))
        let isCentered = try call.text(3) == "center"
        let (x, y) =
          isUpright
          ? ((box.x0 + box.x1) / 2, isCentered ? (box.y0 + box.y1) / 2 : box.y1)
          : (isCentered ? (box.x0 + box.x1) / 2 : box.x1, (box.y0 + box.y1) / 2)
        let artist = TextArtist(
          text, at: x, y,
          style: TextStyle(
            Font(size: axes.style.fontSize), horizontal: isUpright || isCentered ? .center : .left,
            vertical: isCentered || !isUpright ? .center : .bottom))
        try TextOptions.apply(call.options(5, of: "Text"), to: artist, base: axes.style.fontSize)
        texts.append(TextObject.of(axes.add(artist), place: "\(PlotData.plain(x)), \(PlotData.plain(y))"))
      }
      return .list(texts)
    },
  ]

  private static func place(_ value: Value, _ axis: Axis) throws(Raised) -> Double {
    if let name = value.stringValue { return axis.place(ofCategory: name) }
    return try PlotData.double(value)
  }

  private static func shown(_ value: Value) throws(Raised) -> String { try Interpreter.current.str(value) }

  private static func style(_ text: TextArtist, _ call: PlotCall, _ slot: Int, base: Double) throws(Raised) {
    if call.has(1), let fonts = call[1].cast(to: DictObject.self) {
      try TextOptions.apply(
        PlotOptions(fonts.pairs.map { ($0.key.stringValue ?? "", $0.value) }, of: "Text"), to: text, base: base)
    }
    let options = call.options(slot, of: "Text")
    try TextOptions.apply(options, to: text, base: base)
    _ = options.take("x")
    try options.finish()
  }

  private static func label(_ axis: Axis, _ call: PlotCall, place: String) throws(Raised) -> Value {
    axis.label.text = try call.text(0)
    try style(axis.label, call, 4, base: axis.label.style.font.size)
    return TextObject.of(axis.label, place: place)
  }

  private static func annotate(_ axes: Axes, _ call: PlotCall) throws(Raised) -> Value {
    func point(_ value: Value, _ name: String) throws(Raised) -> (Double, Double) {
      guard let items = value.sequence, items.count == 2 else { return try pair(value, name) }
      return (try place(items[0], axes.governingX), try place(items[1], axes.governingY))
    }
    func space(_ name: String) throws(Raised) -> TextArtist.Space {
      switch name {
      case "data": return .data
      case "axes fraction": return .axes
      case "figure fraction": return .figure
      case "offset points", "offset pixels", "points": return .points
      default: throw .valueError("\(try Interpreter.current.repr(.string(name))) is not a valid coordinate")
      }
    }
    let options = call.options(7, of: "Annotation")
    let target = try point(call[1], "xy")
    let at = call.has(2) ? try point(call[2], "xytext") : target
    let artist = TextArtist(
      try call.text(0), at: at.0, at.1, style: TextStyle(Font(size: axes.style.fontSize), color: axes.style.ink))
    artist.target = (target.0, target.1)
    artist.targetSpace = try space(call.text(3))
    artist.space = call.has(4) ? try space(call.text(4)) : artist.targetSpace
    if call.has(5), let look = call[5].cast(to: DictObject.self) {
      let inner = PlotOptions(look.pairs.map { ($0.key.stringValue ?? "", $0.value) }, of: "FancyArrowPatch")
      var arrow = TextArtist.Arrow()
      if let style = try inner.text("arrowstyle") {
        let name = style.split(separator: ",").first.map { String($0) } ?? style
        guard
          ["-", "->", "<-", "<->", "-|>", "<|-", "<|-|>", "fancy", "simple", "wedge", "|-|", "]-[", "-[", "]-"].contains(name)
        else {
          throw .valueError("Unknown style: \(try Interpreter.current.repr(.string(style)))")
        }
        arrow.hasHead = name.hasSuffix(">") || name == "fancy" || name == "simple"
        arrow.hasTail = name.hasPrefix("<")
      } else {
        arrow.isSolid = true
        arrow.width = try inner.double("width") ?? 4
        let shrink = try inner.double("shrink") ?? 0
        arrow.gap = shrink > 0 ? 4 : 0
        for name in ["headwidth", "headlength", "frac"] { _ = inner.take(name) }
        arrow.color = Color.cycle[0]
      }
      if let color = try inner.color("color") { arrow.color = color }
      if let color = try inner.color("facecolor", "fc") { arrow.color = color }
      if let color = try inner.color("edgecolor", "ec"), !arrow.isSolid { arrow.color = color }
      if let width = try inner.double("lw", "linewidth") { arrow.width = width }
      if let bend = try inner.text("connectionstyle"), bend.hasPrefix("arc3") {
        arrow.bend = bend.split(separator: "=").last.flatMap { Double($0) } ?? 0
      }
      for name in ["shrinkA", "shrinkB", "ls", "linestyle", "alpha", "relpos", "patchA", "patchB", "mutation_scale"] {
        _ = inner.take(name)
      }
      try inner.finish()
      artist.arrow = arrow
    }
    try TextOptions.apply(options, to: artist, base: axes.style.fontSize)
    try options.finish()
    let shownAt = call.has(2) ? call[2] : call[1]
    let parts = shownAt.sequence ?? []
    return TextObject.of(
      axes.add(artist), place: parts.count == 2 ? "\(try shown(parts[0])), \(try shown(parts[1]))" : "\(at.0), \(at.1)",
      ArtistTypes.annotation)
  }

  /// The named series of axes: lines first, then points and areas, as matplotlib orders them.
  static func labelled(_ axes: Axes) -> [(artist: Artist, label: String)] {
    axes.artists.compactMap { artist in artist.label.flatMap { $0.isEmpty || $0.hasPrefix("_") ? nil : (artist, $0) } }
  }

  private static func legend(_ axes: Axes, _ call: PlotCall) throws(Raised) -> Value {
    let rest = call.rest(0)
    let options = call.options(1, of: "Legend")
    var entries: [(artist: Artist, label: String)]
    let handles = rest.count == 2 ? rest[0] : options.take("handles")
    let labels = rest.count == 2 ? rest[1] : rest.first ?? options.take("labels")
    func artist(_ value: Value) throws(Raised) -> Artist {
      if let object = value.cast(to: ArtistObject.self) { return object.artist }
      if let container = value.cast(to: ContainerObject.self), let first = container.artists.first { return try artist(first) }
      if let bar = value.cast(to: BarObject.self) { return bar.artist }
      if let first = value.sequence?.first { return try artist(first) }
      throw .typeError("a legend names what was drawn, not \(value.type.name)")
    }
    if let handles, let items = handles.sequence {
      var chosen: [Artist] = []
      for item in items { chosen.append(try artist(item)) }
      let texts: [String]
      if let labels { texts = try labelTexts(labels) } else { texts = chosen.map { $0.label ?? "" } }
      entries = zip(chosen, texts).map { (artist: $0, label: $1) }
    } else if let labels {
      if labels.stringValue != nil {
        throw .typeError("When passing handles and labels, they must both be passed positionally or both as keywords.")
      }
      let drawn = axes.artists.filter { !($0 is TextArtist) && !($0 is ImageArtist) }
      entries = zip(drawn, try labelTexts(labels)).map { (artist: $0, label: $1) }
    } else {
      entries = labelled(axes)
      if entries.isEmpty {
        try call.interpreter.warn(
          "No artists with labels found to put in legend.  Note that artists whose label start with an underscore are ignored when legend() is called with no argument."
        )
      }
    }
    var place = "best"
    var corner: (Double, Double)?
    if let loc = options.take("loc") {
      if let number = loc.intValue {
        guard Legend.places.indices.contains(number) else { throw .valueError("\(number) is not a valid value for loc") }
        place = Legend.places[number]
      } else if loc.sequence != nil {
        corner = try pair(loc, "loc")
        place = "lower left"
      } else {
        place = try Interpreter.current.str(loc)
      }
    }
    let made = try makeLegend(entries, place, options, axes)
    if let corner { made.anchor = (corner.0, corner.1) }
    axes.legend = made
    return LegendObject.of(made).asValue
  }

  static func makeLegend(
    _ entries: [(artist: Artist, label: String)], _ place: String, _ options: PlotOptions, _ axes: Axes
  ) throws(Raised) -> Legend {
    var size = axes.style.fontSize
    if let given = options.take("fontsize") { size = try TextOptions.size(given, axes.style.fontSize) }
    if let fonts = options.take("prop")?.cast(to: DictObject.self), let given = fonts.get(StrObject("size")) {
      size = try TextOptions.size(given, size)
    }
    let chosen = size
    let made = try plotting { () throws(PlotError) in try Legend(entries, place: place, fontSize: chosen) }
    if let columns = options.take("ncol", "ncols") { made.columns = max(1, columns.intValue ?? 1) }
    made.title = try options.text("title")
    if let frame = try options.bool("frameon") { made.hasFrame = frame }
    if let alpha = try options.double("framealpha") { made.opacity = alpha }
    if let anchor = options.take("bbox_to_anchor") {
      let parts = try PlotData.row(anchor)
      guard parts.count == 2 || parts.count == 4 else { throw .valueError("bbox_to_anchor must have 2 or 4 numbers") }
      made.anchor = (parts[0], parts[1])
    }
    made.ink = axes.style.ink
    made.background = axes.style.background
    for name in [
      "shadow", "fancybox", "numpoints", "scatterpoints", "markerscale", "borderpad", "labelspacing", "handlelength",
      "handletextpad", "borderaxespad", "columnspacing",
      "title_fontsize", "mode", "facecolor", "edgecolor", "labelcolor", "markerfirst", "handleheight", "alignment", "draggable",
      "reverse",
    ] { _ = options.take(name) }
    try options.finish()
    return made
  }
}

/// What scripts hold when they hold a legend.
final class LegendObject: Object {
  let legend: Legend

  private init(_ legend: Legend) {
    self.legend = legend
    super.init(LegendObject.typeObject)
    legend.host = self
  }

  static func of(_ legend: Legend) -> LegendObject { legend.host as? LegendObject ?? LegendObject(legend) }

  static let typeObject: TypeObject = TypeObject.native("Legend", module: "matplotlib.legend", of: LegendObject.self) { t in
    t.hasAttributes = true
    t.method("set_title(self, title, prop=None)", "Sets the title.") { object, call throws(Raised) in
      object.legend.title = try call.interpreter.str(call[1])
      return .none
    }
    t.slots.repr = { value throws(Raised) in "<matplotlib.legend.Legend at \(Address.text(of: value))>" }
  }
}

/// What `ax.transAxes` and its like stand for: the space in which a text's coordinates are meant.
final class CoordinateSpace: Object {
  let space: TextArtist.Space

  init(_ space: TextArtist.Space) {
    self.space = space
    super.init(CoordinateSpace.typeObject)
  }

  static let typeObject: TypeObject = TypeObject.native("Transform", module: "matplotlib.transforms", of: CoordinateSpace.self)
  { _ in }
}
