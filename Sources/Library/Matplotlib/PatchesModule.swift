import Glibc
import Interpreter
import Plots

/// `matplotlib.patches`: shapes that `ax.add_patch` adds.
enum PatchesModule {
  static func build() -> Value {
    let module = ModuleObject("matplotlib.patches", doc: "Shapes for ax.add_patch.")
    module.function("Rectangle(xy, width, height, *, angle=0.0, **kwargs)", "A rectangle from its left lower corner.") {
      call throws(Raised) in
      let (x, y) = try AxesCommand.pair(call[0], "xy")
      let (w, h, angle) = (try PlotData.double(call[1]), try PlotData.double(call[2]), try call.double(3) * .pi / 180)
      let corners = [(0, 0), (w, 0), (w, h), (0, h)].map { dx, dy in
        (x: x + dx * cos(angle) - dy * sin(angle), y: y + dx * sin(angle) + dy * cos(angle))
      }
      return try shape(corners, call.keywords(4), "Rectangle")
    }
    module.function("Circle(xy, radius=5, **kwargs)", "A circle.") { call throws(Raised) in
      let r = try call.double(1)
      return try ellipse(call[0], r, r, 0, call.keywords(2), "Circle")
    }
    module.function("Ellipse(xy, width, height, *, angle=0, **kwargs)", "An ellipse.") { call throws(Raised) in
      try ellipse(
        call[0], try call.double(1) / 2, try call.double(2) / 2, try call.double(3) * .pi / 180, call.keywords(4), "Ellipse")
    }
    module.function("Polygon(xy, *, closed=True, **kwargs)", "An outline through points.") { call throws(Raised) in
      let data = try PlotData(call[0])
      guard data.shape.count == 2, data.shape[1] == 2 else {
        throw .valueError("'vertices' must be 2D with shape (N, 2). Your input has shape \(PlotData.text(data.shape)).")
      }
      return try shape(
        (0..<data.shape[0]).map { (x: data.values[2 * $0], y: data.values[2 * $0 + 1]) }, call.keywords(2), "Polygon")
    }
    module.function("Patch(**kwargs)", "A key for a legend.") { call throws(Raised) in try shape([], call.keywords(0), "Patch")
    }
    return module.asValue
  }

  private static func ellipse(
    _ center: Value, _ a: Double, _ b: Double, _ angle: Double, _ keywords: [(name: String, value: Value)], _ name: String
  ) throws(Raised) -> Value {
    let (x, y) = try AxesCommand.pair(center, "xy")
    let rim = (0..<120).map { step -> (x: Double, y: Double) in
      let t = 2 * Double.pi * Double(step) / 120
      let (u, v) = (a * cos(t), b * sin(t))
      return (x + u * cos(angle) - v * sin(angle), y + u * sin(angle) + v * cos(angle))
    }
    return try shape(rim, keywords, name)
  }

  private static func shape(_ outline: [(x: Double, y: Double)], _ keywords: [(name: String, value: Value)], _ name: String)
    throws(Raised) -> Value
  {
    let options = PlotOptions(keywords, of: name)
    let look = try LineOptions.patch(options)
    let isPlain = look.fill == nil && look.isFilled
    let artist = AreaArtist([outline], fill: look.isFilled ? look.fill ?? Color.cycle[0] : .clear)
    artist.edge = look.edge ?? (isPlain ? nil : Stroke(look.fill ?? .black, width: 1))
    try options.applyCommon(to: artist)
    try options.finish()
    return ArtistObject(artist, ArtistTypes.polygon).asValue
  }
}
