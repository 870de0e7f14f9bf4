/// A colour map: numbers from 0 to 1 as colours, in 256 steps (a step a colour where the colours are separate ones).
package final class Colormap {
  /// The name, `_r` included where the map runs backwards.
  package let name: String
  /// The colours, from lowest to highest.
  package let colors: [Color]

  init(_ name: String, _ colors: [Color]) {
    self.name = name
    self.colors = colors
  }

  /// The colour of a number from 0 to 1; numbers beyond get the colour at that end, NaN none.
  package func color(at position: Double) -> Color {
    guard !position.isNaN else { return .clear }
    let index = (position * Double(colors.count)).rounded(.down)
    return colors[Int(max(0, min(Double(colors.count - 1), index)))]
  }

  /// The map of that name; `name_r` is `name` backwards.
  package static func named(_ name: String) throws(PlotError) -> Colormap {
    if let known = made[name] { return known }
    let isReversed = name.hasSuffix("_r")
    guard let colors = colors(of: isReversed ? String(name.dropLast(2)) : name) else { throw .unknownColormap(name) }
    let map = Colormap(name, isReversed ? colors.reversed() : colors)
    made[name] = map
    return map
  }

  /// The names of all maps that do not run backwards.
  package static var names: [String] {
    Array(ColormapAnchors.even.keys) + ColormapAnchors.brewer.keys + ColormapAnchors.qualitative.keys + ColormapCurves.names
  }

  nonisolated(unsafe) private static var made: [String: Colormap] = [:]

  private static func colors(of name: String) -> [Color]? {
    if let anchors = ColormapAnchors.qualitative[name] { return anchors.map { Color(hex: $0) } }
    if let anchors = ColormapAnchors.even[name] ?? ColormapAnchors.brewer[name] {
      let ends = anchors.map { Color(hex: $0) }
      return steps { x in
        let place = x * Double(ends.count - 1)
        let index = min(Int(place), ends.count - 2)
        let (a, b, t) = (ends[index], ends[index + 1], place - Double(index))
        return (a.red + (b.red - a.red) * t, a.green + (b.green - a.green) * t, a.blue + (b.blue - a.blue) * t)
      }
    }
    return ColormapCurves.curve(name).map { steps($0) }
  }

  private static func steps(_ curve: (Double) -> (Double, Double, Double)) -> [Color] {
    (0..<256).map { step in
      let (red, green, blue) = curve(Double(step) / 255)
      return Color(max(0, min(1, red)), max(0, min(1, green)), max(0, min(1, blue)))
    }
  }
}

extension PlotError {
  static func unknownColormap(_ name: String) -> PlotError {
    let close = Spelling.nearest(to: name, among: Colormap.names).map { ". Did you mean: '\($0)'?" } ?? "."
    return .value("'\(name)' is not a valid value for cmap\(close)")
  }
}
