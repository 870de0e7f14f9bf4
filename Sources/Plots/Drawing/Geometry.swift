/// A place on a picture in pixels; y grows downwards.
package struct Point: Equatable {
  package var x, y: Double
  package init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
  /// Whether both coordinates are numbers.
  var isFinite: Bool { x.isFinite && y.isFinite }
}

/// A rectangle by its left upper corner (in pixels) or its left lower one (in fractions of a figure).
package struct Rect: Equatable {
  package var x, y, width, height: Double
  package init(_ x: Double, _ y: Double, _ width: Double, _ height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }
  var right: Double { x + width }
  var bottom: Double { y + height }
  var center: Point { Point(x + width / 2, y + height / 2) }

  func contains(_ point: Point) -> Bool { point.x >= x && point.x <= right && point.y >= y && point.y <= bottom }

  /// Grown by so much on each side.
  func grown(by margin: Double) -> Rect { Rect(x - margin, y - margin, width + 2 * margin, height + 2 * margin) }

  /// What both have in common; empty where they have nothing.
  func intersection(_ other: Rect) -> Rect {
    let (left, top) = (max(x, other.x), max(y, other.y))
    return Rect(left, top, max(0, min(right, other.right) - left), max(0, min(bottom, other.bottom) - top))
  }

  /// The part of a segment inside, if any (Liang and Barsky, 1984).
  func clip(_ a: Point, _ b: Point) -> (Point, Point)? {
    var (start, end) = (0.0, 1.0)
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    for (p, q) in [(-dx, a.x - x), (dx, right - a.x), (-dy, a.y - y), (dy, bottom - a.y)] {
      if p == 0 {
        if q < 0 { return nil }
      } else if p < 0 {
        start = max(start, q / p)
      } else {
        end = min(end, q / p)
      }
    }
    guard start <= end else { return nil }
    let from = start == 0 ? a : Point(a.x + start * dx, a.y + start * dy)
    let to = end == 1 ? b : Point(a.x + end * dx, a.y + end * dy)
    return (from, to)
  }
}

/// How a line is drawn.
package struct Stroke: Equatable {
  /// Its colour.
  package var color: Color
  /// Its width in points.
  package var width: Double
  /// On and off lengths in line widths; empty for a solid line.
  package var dashes: [Double] = []
  /// Whether the ends stick out by half the width, and corners are pointed.
  package var isSquare = false

  /// A stroke of a colour and a width.
  package init(_ color: Color, width: Double, dashes: [Double] = [], isSquare: Bool = false) {
    self.color = color
    self.width = width
    self.dashes = dashes
    self.isSquare = isSquare
  }
}

/// The styles of lines that matplotlib names.
package enum LineStyle {
  /// The dashes of `-`, `--`, `-.`, `:` or their names; nil for a line that is not drawn at all.
  package static func dashes(_ name: String) throws(PlotError) -> [Double]? {
    switch name {
    case "-", "solid": return []
    case "--", "dashed": return [3.7, 1.6]
    case "-.", "dashdot": return [6.4, 1.6, 1, 1.6]
    case ":", "dotted": return [1, 1.65]
    case "none", "None", " ", "": return nil
    default:
      throw .value(
        "'\(name)' is not a valid value for ls; supported values are '-', '--', '-.', ':', 'None', ' ', '', 'solid', 'dashed', 'dashdot', 'dotted'"
      )
    }
  }
}
