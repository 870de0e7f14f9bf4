import Interpreter
import Plots

/// What scripts hold when they hold axes.
final class AxesObject: Object {
  let axes: Axes

  private init(_ axes: Axes) {
    self.axes = axes
    super.init(AxesObject.typeObject)
    axes.host = self
  }

  /// The script object of axes, made at first use.
  static func of(_ axes: Axes) -> AxesObject { axes.host as? AxesObject ?? AxesObject(axes) }

  /// What matplotlib's axes can do and these cannot.
  static let missing: Set<String> = [
    "boxplot", "violinplot", "quiver", "quiverkey", "streamplot", "barbs", "hexbin", "stackplot", "eventplot", "broken_barh",
    "tricontour", "tricontourf", "tripcolor", "triplot",
    "specgram", "psd", "csd", "cohere", "acorr", "xcorr", "magnitude_spectrum", "angle_spectrum", "phase_spectrum", "spy",
    "table", "inset_axes", "indicate_inset",
    "secondary_xaxis", "secondary_yaxis", "add_collection", "add_line", "add_image", "add_table", "arrow", "plot_surface",
    "plot_wireframe", "plot3D", "scatter3D", "polar",
    "stairs", "ecdf", "grouped_bar", "add_artist", "bxp", "violin", "plot_date", "rgrids", "thetagrids", "autofmt_xdate",
    "locator_params", "triplot", "barb",
  ]

  static let typeObject: TypeObject = TypeObject.native("Axes", module: "matplotlib.axes._axes", of: AxesObject.self) { t in
    t.doc = "A coordinate system on a figure, and what is drawn in it."
    t.hasAttributes = true
    for command in AxesCommand.all {
      t.method(command.methodSignature, command.doc) { object, call throws(Raised) in
        try command.body(object.axes, PlotCall(call: call, shift: 1))
      }
    }
    t.property("figure", "The figure.") { object throws(Raised) in FigureObject.of(object.axes.figure).asValue }
    t.method("get_figure(self, root=False)", "The figure.") { object, _ throws(Raised) in
      FigureObject.of(object.axes.figure).asValue
    }
    t.property("xaxis", "The x axis.") { object throws(Raised) in AxisObject(object.axes, object.axes.x).asValue }
    t.property("yaxis", "The y axis.") { object throws(Raised) in AxisObject(object.axes, object.axes.y).asValue }
    t.property("spines", "The lines around.") { object throws(Raised) in SpinesObject(object.axes).asValue }
    t.property("title", "The text above.") { object throws(Raised) in TextObject.of(object.axes.title, place: "0.5, 1.0") }
    t.property("legend_", "The legend.") { object throws(Raised) in
      object.axes.legend.map { LegendObject.of($0).asValue } ?? .none
    }
    t.property("transAxes", "Fractions of the axes.") { _ throws(Raised) in CoordinateSpace(.axes).asValue }
    t.property("transData", "The data's coordinates.") { _ throws(Raised) in CoordinateSpace(.data).asValue }
    list(t, "lines") { $0 is LineArtist || $0 is SegmentsArtist ? ArtistTypes.line : nil }
    list(t, "images") { $0 is ImageArtist ? ArtistTypes.image : nil }
    list(t, "texts") { _ in nil }
    list(t, "collections") {
      $0 is PointsArtist ? ArtistTypes.points : $0 is AreaArtist ? ArtistTypes.area : $0 is MeshArtist ? ArtistTypes.mesh : nil
    }
    t.property("patches", "The rectangles.") { object throws(Raised) in
      .list(
        object.axes.artists.compactMap { $0 as? RectanglesArtist }.flatMap { artist in
          artist.bars.indices.map { BarObject(artist, $0).asValue }
        })
    }
    t.method("get_lines(self)", "The lines.") { object, _ throws(Raised) in
      .list(object.axes.artists.compactMap { $0 as? LineArtist }.map { ArtistObject.of($0, ArtistTypes.line) })
    }
    t.method("get_position(self, original=False)", "Where it lies on the figure.") { object, _ throws(Raised) in
      let box = object.axes.box(width: 1, height: 1)
      return .tuple([.float(box.x), .float(1 - box.y - box.height), .float(box.width), .float(box.height)])
    }
    t.method("set_position(self, pos, which='both')", "Sets where it lies on the figure.") { object, call throws(Raised) in
      object.axes.place = nil
      object.axes.fixedRect = try FigureObject.rect(call[1])
      return .none
    }
    t.method("remove(self)", "Takes it off the figure.") { object, _ throws(Raised) in
      object.axes.figure.remove(object.axes)
      return .none
    }
    t.method("add_patch(self, p)", "Adds a shape of matplotlib.patches.") { object, call throws(Raised) in
      guard let shape = call[1].cast(to: ArtistObject.self) else {
        throw .typeError("add_patch() takes a shape of matplotlib.patches, not \(call[1].type.name)")
      }
      object.axes.add(shape.artist)
      return call[1]
    }
    t.slots.missingAttribute = { _, name throws(Raised) in
      guard missing.contains(name.string) else { return nil }
      throw .notImplementedError("matplotlib's Axes.\(name.string) is not among what Lectern draws")
    }
    t.slots.str = { value throws(Raised) in
      guard let box = value.cast(to: AxesObject.self)?.axes.box(width: 1, height: 1) else { return "" }
      var parts: [String] = []
      for number in [box.x, 1 - box.y - box.height, box.width, box.height] {
        parts.append(try Interpreter.current.format(.float(number), "g"))
      }
      return "Axes(\(parts[0]),\(parts[1]);\(parts[2])x\(parts[3]))"
    }
    t.slots.repr = { value throws(Raised) in
      guard let axes = value.cast(to: AxesObject.self)?.axes else { return "" }
      var parts: [String] = []
      if let label = value.object?.ownAttribute("_label")?.stringValue { parts.append("label='\(label)'") }
      if !axes.title.text.isEmpty {
        parts.append("title={'center': \(try Interpreter.current.repr(.string(axes.title.text)))}")
      }
      if !axes.x.label.text.isEmpty { parts.append("xlabel=\(try Interpreter.current.repr(.string(axes.x.label.text)))") }
      if !axes.y.label.text.isEmpty { parts.append("ylabel=\(try Interpreter.current.repr(.string(axes.y.label.text)))") }
      return "<Axes: \(parts.joined(separator: ", "))>"
    }
  }

  private static func list(_ t: TypeBuilder<AxesObject>, _ name: String, _ type: @escaping (Artist) -> TypeObject?) {
    t.property(name, "What of this kind is drawn.") { object throws(Raised) in
      .list(
        object.axes.artists.compactMap { artist in
          if name == "texts", let text = artist as? TextArtist {
            return TextObject.of(text, place: "\(PlotData.plain(text.x)), \(PlotData.plain(text.y))")
          }
          return type(artist).map { ArtistObject.of(artist, $0) }
        })
    }
  }
}

/// What scripts hold when they hold one axis.
final class AxisObject: Object {
  let axes: Axes
  let axis: Axis

  init(_ axes: Axes, _ axis: Axis) {
    self.axes = axes
    self.axis = axis
    super.init(axis.direction == .x ? AxisObject.xType : AxisObject.yType)
  }

  static let xType = make("XAxis"), yType = make("YAxis")

  private static func make(_ name: String) -> TypeObject {
    TypeObject.native(name, module: "matplotlib.axis", of: AxisObject.self) { t in
      t.hasAttributes = true
      t.method("set_visible(self, b)", "Shows or hides ticks and labels.") { object, call throws(Raised) in
        object.axis.isVisible = try call.bool(1)
        return .none
      }
      t.method("set_ticks(self, ticks, labels=None, *, minor=False, **kwargs)", "Sets the ticks.") {
        object, call throws(Raised) in
        try AxesCommand.setTicks(
          object.axis, object.axes, call[1], call[2], PlotOptions(call.keywords(4), of: "Text"), isMinor: call.bool(3))
        return .list([])
      }
      t.method("set_ticklabels(self, labels, *, minor=False, fontdict=None, **kwargs)", "Sets the labels of the ticks.") {
        object, call throws(Raised) in
        let texts = try AxesCommand.labelTexts(call[1])
        if object.axis.fixedTicks == nil {
          object.axis.fixedTicks = AxesCommand.ticks(
            object.axis, object.axis.direction == .x ? object.axes.xLimits : object.axes.yLimits)
        }
        guard texts.isEmpty || texts.count == object.axis.fixedTicks?.count else {
          throw AxesCommand.wrongCount(object.axis.fixedTicks?.count ?? 0, texts.count)
        }
        object.axis.fixedLabels = texts
        return .list([])
      }
      t.method("set_label_text(self, label, fontdict=None, **kwargs)", "Sets the label.") { object, call throws(Raised) in
        object.axis.label.text = try call.interpreter.str(call[1])
        return TextObject.of(object.axis.label, place: object.axis.direction == .x ? "0.5, 0" : "0, 0.5")
      }
      t.property("label", "The label.") { object throws(Raised) in
        TextObject.of(object.axis.label, place: object.axis.direction == .x ? "0.5, 0" : "0, 0.5")
      }
      for (word, isOpposite) in [("top", true), ("bottom", false), ("right", true), ("left", false)] {
        t.method("tick_\(word)(self)", "Puts ticks and labels on that side.") { object, _ throws(Raised) in
          object.axis.isOpposite = isOpposite
          return .none
        }
      }
      for name in ["set_ticks_position", "set_label_position"] {
        t.method("\(name)(self, position)", "Puts ticks or labels on a side.") { object, call throws(Raised) in
          let side = try call.string(1)
          if side == "none" {
            object.axis.showsTicks = false
          } else {
            object.axis.isOpposite = side == "top" || side == "right"
          }
          return .none
        }
      }
      t.method("grid(self, visible=None, which='major', **kwargs)", "Lines at the ticks.") { object, call throws(Raised) in
        let isOn = call.has(1) ? try call.bool(1) : object.axis.grid == nil
        object.axis.grid = isOn ? object.axes.style.grid : nil
        return .none
      }
      t.method(
        "set_major_formatter(self, formatter)", "Sets how labels are written: a format such as '{x:.1f}', or a function."
      ) { object, call throws(Raised) in
        let value = call[1]
        let interpreter = call.interpreter
        if let text = value.stringValue {
          object.axis.formatter = { x in
            guard let method = try? interpreter.attribute(.string(text), "format") else { return "" }
            return (try? interpreter.call(method, [], keywords: [("x", .float(x)), ("pos", .none)]))?.stringValue ?? ""
          }
        } else {
          object.axis.formatter = { x in
            (try? interpreter.call(value, [.float(x), .none])).flatMap { try? interpreter.str($0) } ?? ""
          }
        }
        return .none
      }
      t.slots.missingAttribute = { value, name throws(Raised) in
        guard name.string.hasPrefix("set_") || name.string.hasPrefix("get_") else { return nil }
        throw .notImplementedError("matplotlib's \(value.type.name).\(name.string) is not among what Lectern draws")
      }
      t.slots.repr = { value throws(Raised) in "<matplotlib.axis.\(value.type.name) at \(Address.text(of: value))>" }
    }
  }
}

/// `ax.spines`: the lines around axes by side.
final class SpinesObject: Object {
  let axes: Axes
  /// The chosen sides.
  let sides: [String]

  init(_ axes: Axes, _ sides: [String] = ["left", "right", "bottom", "top"]) {
    self.axes = axes
    self.sides = sides
    super.init(SpinesObject.typeObject)
  }

  private func change(_ body: (Stroke?) throws(Raised) -> Stroke?) throws(Raised) {
    for side in sides { axes.spines[side] = .some(try body(axes.spines[side] ?? nil)) }
  }

  private static func chosen(_ object: SpinesObject, _ index: Value) throws(Raised) -> Value {
    if index.cast(to: SliceObject.self) != nil { return SpinesObject(object.axes).asValue }
    var sides: [String] = []
    for item in index.sequence ?? [index] {
      guard let side = item.stringValue, object.axes.spines[side] != nil else { throw .keyError(item) }
      sides.append(side)
    }
    return SpinesObject(object.axes, sides).asValue
  }

  static let typeObject: TypeObject = TypeObject.native("Spines", module: "matplotlib.spines", of: SpinesObject.self) { t in
    t.method("set_visible(self, b)", "Shows or hides the lines.") { object, call throws(Raised) in
      let isVisible = try call.bool(1)
      let usual = Stroke(object.axes.style.spine, width: 0.8, isSquare: true)
      try object.change { stroke throws(Raised) in isVisible ? stroke ?? usual : nil }
      return .none
    }
    for name in ["set_color", "set_edgecolor"] {
      t.method("\(name)(self, c)", "Sets the colour.") { object, call throws(Raised) in
        let color: Color = call[1].stringValue == "none" ? .clear : try PlotColors.one(call[1])
        try object.change { stroke throws(Raised) in
          stroke.map { Stroke(color, width: $0.width, dashes: $0.dashes, isSquare: true) }
        }
        return .none
      }
    }
    t.method("set_linewidth(self, w)", "Sets the width.") { object, call throws(Raised) in
      let width = try call.double(1)
      try object.change { stroke throws(Raised) in
        stroke.map { Stroke($0.color, width: width, dashes: $0.dashes, isSquare: true) }
      }
      return .none
    }
    t.method("values(self)", "The four lines.") { object, _ throws(Raised) in
      .list(object.sides.map { SpinesObject(object.axes, [$0]).asValue })
    }
    t.method("items(self)", "Sides and lines.") { object, _ throws(Raised) in
      .list(object.sides.map { .tuple([.string($0), SpinesObject(object.axes, [$0]).asValue]) })
    }
    t.slots.getItem = { value, index throws(Raised) in
      guard let object = value.cast(to: SpinesObject.self) else { return .none }
      return try chosen(object, index)
    }
    t.slots.iterate = { value throws(Raised) in
      try Interpreter.current.iterator(of: .list(value.cast(to: SpinesObject.self)?.sides.map { .string($0) } ?? []))
    }
    t.slots.missingAttribute = { value, name throws(Raised) in
      guard let object = value.cast(to: SpinesObject.self) else { return nil }
      if object.axes.spines[name.string] != nil { return SpinesObject(object.axes, [name.string]).asValue }
      guard name.string.hasPrefix("set_") else { return nil }
      throw .notImplementedError("matplotlib's Spine.\(name.string) is not among what Lectern draws")
    }
  }
}
