import Interpreter
import Plots

/// What scripts hold for something drawn; its class says what it is.
class ArtistObject: Object {
  let artist: Artist

  init(_ artist: Artist, _ type: TypeObject) {
    self.artist = artist
    super.init(type)
    artist.host = self
  }

  /// The script object of something drawn, made at first use.
  static func of(_ artist: Artist, _ type: @autoclosure () -> TypeObject) -> Value {
    if let known = artist.host as? ArtistObject { return known.asValue }
    return ArtistObject(artist, type()).asValue
  }
}

/// The classes of things drawn.
enum ArtistTypes {
  static let artist = make("Artist", "matplotlib.artist") { t in
    t.method("set_label(self, s)", "Sets the name in the legend.") { object, call throws(Raised) in
      object.artist.label = try call.interpreter.str(call[1])
      return .none
    }
    t.method("get_label(self)", "The name in the legend.") { object, _ throws(Raised) in .string(object.artist.label ?? "") }
    t.method("set_visible(self, b)", "Shows or hides it.") { object, call throws(Raised) in
      object.artist.isVisible = try call.bool(1)
      return .none
    }
    t.method("get_visible(self)", "Whether it is shown.") { object, _ throws(Raised) in .bool(object.artist.isVisible) }
    t.method("set_alpha(self, alpha)", "Sets the opacity.") { object, call throws(Raised) in
      object.artist.alpha = call.has(1) ? try PlotData.double(call[1]) : nil
      return .none
    }
    t.method("set_zorder(self, level)", "Sets the stacking order.") { object, call throws(Raised) in
      object.artist.order = try call.double(1)
      return .none
    }
    t.method("get_zorder(self)", "The stacking order.") { object, _ throws(Raised) in .float(object.artist.order) }
    t.method("remove(self)", "Takes it off its axes.") { object, _ throws(Raised) in
      object.artist.remove()
      return .none
    }
    t.property("axes", "The axes that it is drawn on.") { object throws(Raised) in
      object.artist.axes.map { AxesObject.of($0).asValue } ?? .none
    }
    t.slots.missingAttribute = { value, name throws(Raised) in
      // A setter or getter that matplotlib has for everything drawn.
      guard ["set_", "get_"].contains(where: { name.string.hasPrefix($0) }) else { return nil }
      throw .notImplementedError("matplotlib's \(value.type.name).\(name.string) is not among what Lectern draws")
    }
    t.slots.repr = { value throws(Raised) in "<\(value.type.displayName) at \(Address.text(of: value))>" }
  }

  private static func make(
    _ name: String, _ module: String, bases: [TypeObject] = [.object], _ build: (TypeBuilder<ArtistObject>) -> Void = { _ in }
  )
    -> TypeObject
  {
    TypeObject.native(name, module: module, bases: bases, of: ArtistObject.self) { t in
      t.hasAttributes = true
      build(t)
    }
  }

  static let line = make("Line2D", "matplotlib.lines", bases: [artist]) { t in
    func line(_ object: ArtistObject) throws(Raised) -> LineArtist {
      guard let line = object.artist as? LineArtist else { throw .typeError("this line has no points to set") }
      return line
    }
    for (name, path) in [("xdata", \LineArtist.x), ("ydata", \LineArtist.y)]
      as [(String, ReferenceWritableKeyPath<LineArtist, [Double]>)]
    {
      t.method("get_\(name)(self, orig=True)", "The points.") { object, _ throws(Raised) in
        PlotData.array(try line(object)[keyPath: path])
      }
      t.method("set_\(name)(self, data)", "Sets the points.") { object, call throws(Raised) in
        try line(object)[keyPath: path] = try PlotData.row(call[1])
        return .none
      }
    }
    t.method("set_data(self, x, y)", "Sets the points.") { object, call throws(Raised) in
      let (x, y) = (try PlotData.row(call[1]), try PlotData.row(call[2]))
      (try line(object).x, try line(object).y) = (x, y)
      return .none
    }
    t.method("get_color(self)", "The colour.") { object, _ throws(Raised) in
      let color = (object.artist as? LineArtist)?.stroke.color ?? (object.artist as? SegmentsArtist)?.stroke.color ?? .black
      return .tuple([.float(color.red), .float(color.green), .float(color.blue)])
    }
    t.method("set_color(self, color)", "Sets the colour.") { object, call throws(Raised) in
      let color = try PlotColors.one(call[1])
      (object.artist as? LineArtist)?.stroke.color = color
      (object.artist as? SegmentsArtist)?.stroke.color = color
      return .none
    }
    t.method("set_linewidth(self, w)", "Sets the width.") { object, call throws(Raised) in
      let width = try call.double(1)
      (object.artist as? LineArtist)?.stroke.width = width
      (object.artist as? SegmentsArtist)?.stroke.width = width
      return .none
    }
    t.method("set_linestyle(self, ls)", "Sets the style.") { object, call throws(Raised) in
      let name = try call.string(1)
      let dashes = try plotting { () throws(PlotError) in try LineStyle.dashes(name) }
      (object.artist as? LineArtist)?.isDrawn = dashes != nil
      (object.artist as? LineArtist)?.stroke.dashes = dashes ?? []
      (object.artist as? SegmentsArtist)?.stroke.dashes = dashes ?? []
      return .none
    }
    t.method("set_marker(self, marker)", "Sets the sign at the points.") { object, call throws(Raised) in
      let name = try call.string(1)
      try line(object).marker = try plotting { () throws(PlotError) in try Marker(name) }
      return .none
    }
  }

  static let text = TypeObject.native("Text", module: "matplotlib.text", bases: [artist], of: TextObject.self) { t in
    t.method("get_text(self)", "The text.") { object, _ throws(Raised) in .string(object.textArtist.text) }
    t.method("set_text(self, s)", "Sets the text.") { object, call throws(Raised) in
      object.textArtist.text = try call.interpreter.str(call[1])
      return .none
    }
    t.method("set_color(self, color)", "Sets the colour.") { object, call throws(Raised) in
      object.textArtist.style.color = try PlotColors.one(call[1])
      return .none
    }
    for name in ["set_fontsize", "set_size"] {
      t.method("\(name)(self, fontsize)", "Sets the size.") { object, call throws(Raised) in
        object.textArtist.style.font.size = try TextOptions.size(call[1], 10)
        return .none
      }
    }
    t.method("set_rotation(self, s)", "Turns it.") { object, call throws(Raised) in
      object.textArtist.style.rotation = try TextOptions.rotation(call[1])
      return .none
    }
    t.method("get_position(self)", "Where it stands.") { object, _ throws(Raised) in
      .tuple([.float(object.textArtist.x), .float(object.textArtist.y)])
    }
    t.slots.repr = { value throws(Raised) in
      guard let object = value.cast(to: TextObject.self) else { return "" }
      return "Text(\(object.place), \(try Interpreter.current.repr(.string(object.textArtist.text))))"
    }
  }

  static let annotation = TypeObject.native("Annotation", module: "matplotlib.text", bases: [text], of: TextObject.self) { _ in
  }

  static let image = make("AxesImage", "matplotlib.image", bases: [artist]) { t in
    t.method("set_cmap(self, cmap)", "Sets the colour map.") { object, call throws(Raised) in
      guard let mapping = mapping(of: object.artist) else { return .none }
      mapping.map = try PlotColors.map(call[1], PlotStyle())
      return .none
    }
    t.method("set_clim(self, vmin=None, vmax=None)", "Sets the numbers of the first and last colour.") {
      object, call throws(Raised) in
      guard let mapping = mapping(of: object.artist) else { return .none }
      var (low, high) = (call[1], call[2])
      if let pair = call[1].sequence, pair.count == 2 { (low, high) = (pair[0], pair[1]) }
      if !low.isNone { mapping.scale.low = try PlotData.double(low) }
      if !high.isNone { mapping.scale.high = try PlotData.double(high) }
      return .none
    }
    t.method("get_clim(self)", "The numbers of the first and last colour.") { object, _ throws(Raised) in
      let range = mapping(of: object.artist)?.scale.range ?? (low: 0, high: 1)
      return .tuple([.float(range.low), .float(range.high)])
    }
    t.method("get_array(self)", "The numbers shown.") { object, _ throws(Raised) in
      guard let mapping = mapping(of: object.artist) else { return .none }
      let image = object.artist as? ImageArtist
      return PlotData.array(mapping.values, shape: image.map { [$0.rows, $0.columns] })
    }
    t.method("get_cmap(self)", "The colour map.") { object, _ throws(Raised) in
      mapping(of: object.artist).map { ColormapObject($0.map).asValue } ?? .none
    }
    t.method("get_extent(self)", "Left, right, bottom, top.") { object, _ throws(Raised) in
      guard let image = object.artist as? ImageArtist else { return .none }
      return .list([.float(image.left), .float(image.right), .float(image.bottom), .float(image.top)])
    }
  }

  static let points = make("PathCollection", "matplotlib.collections", bases: [image])
  static let area = make("FillBetweenPolyCollection", "matplotlib.collections", bases: [artist])
  static let polygon = make("Polygon", "matplotlib.patches", bases: [artist])
  static let rectangle = make("Rectangle", "matplotlib.patches", bases: [artist])
  static let mesh = make("QuadMesh", "matplotlib.collections", bases: [image])
  static let lines = make("LineCollection", "matplotlib.collections", bases: [artist])
  static let contours = make("QuadContourSet", "matplotlib.contour", bases: [image]) { t in
    t.property("levels", "The heights of the lines.") { object throws(Raised) in
      PlotData.array((object.artist as? ContourArtist)?.levels ?? [])
    }
  }

  /// The numbers and colour map of something drawn, if it has one.
  static func mapping(of artist: Artist) -> ColorMapping? {
    (artist as? ImageArtist)?.mapping ?? (artist as? PointsArtist)?.mapping ?? (artist as? MeshArtist)?.mapping
      ?? (artist as? ContourArtist)?.mapping
  }
}

/// A text as scripts see it.
final class TextObject: ArtistObject {
  let textArtist: TextArtist
  /// Its place as the repr shows it.
  let place: String

  init(_ artist: TextArtist, place: String, _ type: TypeObject = ArtistTypes.text) {
    textArtist = artist
    self.place = place
    super.init(artist, type)
  }

  static func of(_ artist: TextArtist, place: String, _ type: @autoclosure () -> TypeObject = ArtistTypes.text) -> Value {
    if let known = artist.host as? TextObject { return known.asValue }
    return TextObject(artist, place: place, type()).asValue
  }
}

/// Several things drawn by one call: `bar`, `errorbar`, `stem`.
final class ContainerObject: Object {
  let name: String
  let artists: [Value]

  init(_ name: String, _ artists: [Value]) {
    self.name = name
    self.artists = artists
    super.init(ContainerObject.typeObject)
  }

  static let typeObject: TypeObject = TypeObject.native("Container", module: "matplotlib.container", of: ContainerObject.self) {
    t in
    t.hasAttributes = true
    t.property("patches", "The rectangles.") { object throws(Raised) in .list(object.artists) }
    t.slots.repr = { value throws(Raised) in
      guard let object = value.cast(to: ContainerObject.self) else { return "" }
      return "<\(object.name) object of \(object.artists.count) artists>"
    }
    t.slots.length = { value throws(Raised) in value.cast(to: ContainerObject.self)?.artists.count ?? 0 }
    t.slots.iterate = { value throws(Raised) in
      try Interpreter.current.iterator(of: .list(value.cast(to: ContainerObject.self)?.artists ?? []))
    }
    t.slots.getItem = { value, index throws(Raised) in
      try Interpreter.current.item(.tuple(value.cast(to: ContainerObject.self)?.artists ?? []), index)
    }
  }
}

/// One bar of several that are drawn together.
final class BarObject: Object {
  let artist: RectanglesArtist
  let index: Int

  init(_ artist: RectanglesArtist, _ index: Int) {
    self.artist = artist
    self.index = index
    super.init(BarObject.typeObject)
  }

  static let typeObject: TypeObject = TypeObject.native("Rectangle", module: "matplotlib.patches", of: BarObject.self) { t in
    t.hasAttributes = true
    func number(_ name: String, _ get: @escaping (RectanglesArtist.Bar) -> Double) {
      t.method("\(name)(self)", "A measure of the bar.") { object, _ throws(Raised) in
        .float(get(object.artist.bars[object.index]))
      }
    }
    number("get_x") { min($0.x0, $0.x1) }
    number("get_y") { $0.y0 }
    number("get_width") { $0.x1 - $0.x0 }
    number("get_height") { $0.y1 - $0.y0 }
    for name in ["set_color", "set_facecolor"] {
      t.method("\(name)(self, color)", "Sets the colour.") { object, call throws(Raised) in
        let color = try PlotColors.one(call[1])
        let fills = object.artist.fills
        object.artist.fills = object.artist.bars.indices.map { fills.isEmpty ? .clear : fills[$0 % fills.count] }
        object.artist.fills[object.index] = color
        return .none
      }
    }
    t.slots.repr = { value throws(Raised) in
      guard let object = value.cast(to: BarObject.self) else { return "" }
      let bar = object.artist.bars[object.index]
      func short(_ x: Double) -> String { (try? Interpreter.current.format(.float(x), "g")) ?? "\(x)" }
      return
        "<matplotlib.patches.Rectangle xy=(\(short(bar.x0)), \(short(bar.y0))), width=\(short(bar.x1 - bar.x0)), height=\(short(bar.y1 - bar.y0)), angle=0>"
    }
  }
}

/// Where an object lies in memory, as reprs write it.
enum Address {
  static func text(of value: Value) -> String {
    guard let object = value.object else { return "0x0" }
    let digits = String(UInt(bitPattern: ObjectIdentifier(object)), radix: 16)
    return "0x" + digits
  }
}
