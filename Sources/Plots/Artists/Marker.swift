import Glibc

/// The sign at a point of a series, by matplotlib's letters.
package struct Marker: Equatable {
  /// The letter.
  package let symbol: String

  /// The marker of that letter; nil for none.
  package init?(_ symbol: String) throws(PlotError) {
    if ["", " ", "None", "none"].contains(symbol) { return nil }
    guard Marker.symbols.contains(symbol) else { throw .value("Unrecognized marker style '\(symbol)'") }
    self.symbol = symbol
  }

  /// The letters of all markers.
  package static let symbols: Set<String> = [
    ".", ",", "o", "v", "^", "<", ">", "1", "2", "3", "4", "8", "s", "p", "P", "*", "h", "H", "+", "x", "X", "D", "d", "|", "_",
  ]

  /// Whether it consists of lines only, drawn in the colour of the edge.
  package var isOpen: Bool { "1234+x|_".contains(symbol) }

  /// Draws it around a point, `size` pixels wide.
  func draw(on canvas: Canvas, at center: Point, size: Double, fill: Color, edge: Stroke?) {
    guard center.isFinite, canvas.bounds.grown(by: 1000).contains(center) else { return }
    let r = size / 2
    switch symbol {
    case "o": canvas.circle(center, radius: r, fill: fill, stroke: edge)
    case ".": canvas.circle(center, radius: r / 2, fill: fill, stroke: edge)
    case ",": canvas.rectangle(Rect(center.x.rounded(.down), center.y.rounded(.down), 1, 1), fill: fill)
    case "+", "x", "|", "_", "1", "2", "3", "4":
      for (from, to) in Self.strokes[symbol] ?? [] {
        canvas.polyline(
          [Point(center.x + from.x * r, center.y + from.y * r), Point(center.x + to.x * r, center.y + to.y * r)],
          edge ?? Stroke(fill, width: 1))
      }
    default:
      var corners = outline.map { Point(center.x + $0.x * r, center.y + $0.y * r) }
      if symbol == "s" {
        // On whole pixels, as all that has upright edges.
        let (left, top) = ((center.x - r).rounded(), (center.y - r).rounded())
        let side = (2 * r).rounded()
        corners = [Point(left, top), Point(left + side, top), Point(left + side, top + side), Point(left, top + side)]
      }
      canvas.polygons([corners], fill: fill, stroke: edge)
    }
  }

  private static let strokes: [String: [(Point, Point)]] = [
    "+": [(Point(-1, 0), Point(1, 0)), (Point(0, -1), Point(0, 1))],
    "x": [(Point(-1, -1), Point(1, 1)), (Point(-1, 1), Point(1, -1))],
    "|": [(Point(0, -1), Point(0, 1))], "_": [(Point(-1, 0), Point(1, 0))],
    "1": [(Point(0, 0), Point(0, 1)), (Point(0, 0), Point(0.8, -0.5)), (Point(0, 0), Point(-0.8, -0.5))],
    "2": [(Point(0, 0), Point(0, -1)), (Point(0, 0), Point(0.8, 0.5)), (Point(0, 0), Point(-0.8, 0.5))],
    "3": [(Point(0, 0), Point(-1, 0)), (Point(0, 0), Point(0.5, 0.8)), (Point(0, 0), Point(0.5, -0.8))],
    "4": [(Point(0, 0), Point(1, 0)), (Point(0, 0), Point(-0.5, 0.8)), (Point(0, 0), Point(-0.5, -0.8))],
  ]

  /// The corners around the origin, at distance 1.
  private var outline: [Point] {
    switch symbol {
    case "v": return [Point(-1, -1), Point(1, -1), Point(0, 1)]
    case "^": return [Point(0, -1), Point(1, 1), Point(-1, 1)]
    case "<": return [Point(-1, 0), Point(1, -1), Point(1, 1)]
    case ">": return [Point(1, 0), Point(-1, -1), Point(-1, 1)]
    case "D": return Self.ring(4, turned: 0, radius: 1.4142)
    case "d": return Self.ring(4, turned: 0, radius: 1.4142).map { Point($0.x * 0.6, $0.y) }
    case "p": return Self.ring(5, turned: 0)
    case "h": return Self.ring(6, turned: 0)
    case "H": return Self.ring(6, turned: .pi / 6)
    case "8": return Self.ring(8, turned: .pi / 8)
    case "*":
      let (tips, notches) = (Self.ring(5, turned: 0), Self.ring(5, turned: .pi / 5, radius: 0.382))
      return zip(tips, notches).flatMap { [$0, $1] }
    case "P":
      let t = 1.0 / 3
      return [
        (-t, -1), (t, -1), (t, -t), (1, -t), (1, t), (t, t), (t, 1), (-t, 1), (-t, t), (-1, t), (-1, -t), (-t, -t),
      ].map { Point($0, $1) }
    case "X":
      return [
        (-0.5, -1), (0, -0.5), (0.5, -1), (1, -0.5), (0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5), (-0.5, 1), (-1, 0.5), (-0.5, 0),
        (-1, -0.5),
      ].map { Point($0, $1) }
    default: return [Point(-1, -1), Point(1, -1), Point(1, 1), Point(-1, 1)]
    }
  }

  /// The corners of a regular polygon, the first one on top.
  private static func ring(_ count: Int, turned: Double, radius: Double = 1) -> [Point] {
    (0..<count).map { index in
      let angle = turned + 2 * .pi * Double(index) / Double(count)
      return Point(radius * sin(angle), -radius * cos(angle))
    }
  }
}
