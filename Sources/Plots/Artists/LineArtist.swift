/// A series of points joined by a line, marked, or both: `plot`.
package final class LineArtist: Artist {
  /// The points.
  package var x, y: [Double]
  /// The line; a width of 0 or no dashes entry (`isDrawn` false) leaves it out.
  package var stroke: Stroke
  /// Whether the points are joined.
  package var isDrawn = true
  /// The sign at each point.
  package var marker: Marker?
  /// The width of the sign in points.
  package var markerSize = 6.0
  /// The colours of the signs, where they differ from the line's.
  package var markerFill: Color?, markerEdge: Color?
  package var markerEdgeWidth = 1.0
  /// How the line goes from point to point: straight, or in steps before, after or between them.
  package var steps: Steps?
  /// Every how manyth point has a sign.
  package var markEvery = 1

  /// Where a step line rises.
  package enum Steps: String {
    case before = "pre"
    case after = "post"
    case between = "mid"
  }

  /// A line through points.
  package init(_ x: [Double], _ y: [Double], _ stroke: Stroke) {
    self.x = x
    self.y = y
    self.stroke = stroke
    super.init(order: 2)
  }

  override func addSpan(x span: inout DataSpan, y other: inout DataSpan) {
    for (a, b) in zip(x, y) where a.isFinite && b.isFinite {
      span.add(a)
      other.add(b)
    }
  }

  override func draw(on canvas: Canvas, _ frame: AxesFrame) throws(PlotError) {
    let points = zip(x, y).map { frame.point($0, $1) }
    if isDrawn {
      var shown = stroke
      shown.color = shown.color.with(alpha: alpha)
      shown.isSquare = stroke.dashes.isEmpty
      if points.count == 2, points[0].x == points[1].x || points[0].y == points[1].y {
        canvas.polyline(Snapping.line(points, canvas.pixels(stroke.width)), shown)
      } else {
        canvas.polyline(thinned(stepped(points)), rounded(shown))
      }
    }
    guard marker != nil else { return }
    for (index, point) in points.enumerated() where index % max(1, markEvery) == 0 { drawMarker(on: canvas, at: point) }
  }

  private func rounded(_ stroke: Stroke) -> Stroke {
    var stroke = stroke
    stroke.isSquare = false
    return stroke
  }

  private func drawMarker(on canvas: Canvas, at point: Point) {
    let edge = Stroke((markerEdge ?? stroke.color).with(alpha: alpha), width: markerEdgeWidth)
    marker?.draw(
      on: canvas, at: point, size: canvas.pixels(markerSize), fill: (markerFill ?? stroke.color).with(alpha: alpha), edge: edge)
  }

  private func stepped(_ points: [Point]) -> [Point] {
    guard let steps else { return points }
    var result = Array(points.prefix(1))
    for (a, b) in zip(points, points.dropFirst()) {
      switch steps {
      case .before: result += [Point(a.x, b.y), b]
      case .after: result += [Point(b.x, a.y), b]
      case .between: result += [Point((a.x + b.x) / 2, a.y), Point((a.x + b.x) / 2, b.y), b]
      }
    }
    return result
  }

  /// A long series without the points that change nothing visible: of those in one pixel column the first, least, greatest and
  /// last.
  private func thinned(_ points: [Point]) -> [Point] {
    guard points.count > 20_000 else { return points }
    var result: [Point] = []
    var start = 0
    while start < points.count {
      var end = start
      var least = start
      var most = start
      let column = points[start].x.rounded(.down)
      while end < points.count, points[end].isFinite, points[end].x.rounded(.down) == column {
        if points[end].y < points[least].y { least = end }
        if points[end].y > points[most].y { most = end }
        end += 1
      }
      if end == start {
        result.append(points[start])
        start += 1
        continue
      }
      var last = -1
      for index in [start, min(least, most), max(least, most), end - 1] where index != last {
        result.append(points[index])
        last = index
      }
      start = end
    }
    return result
  }

  override func drawKey(on canvas: Canvas, in rect: Rect) {
    let y = rect.center.y
    if isDrawn {
      canvas.polyline(
        [Point(rect.x, y), Point(rect.right, y)],
        Stroke(stroke.color.with(alpha: alpha), width: stroke.width, dashes: stroke.dashes, isSquare: stroke.dashes.isEmpty))
    }
    drawMarker(on: canvas, at: rect.center)
  }

  override func obstacles(_ frame: AxesFrame) -> [Point] {
    let points = zip(x, y).map { frame.point($0, $1) }
    guard isDrawn, points.count > 1 else { return points }
    // Places along the line count too, or a legend would lie on a long straight piece.
    let pieces = max(1, 200 / points.count)
    var places: [Point] = []
    for (a, b) in zip(points, points.dropFirst()) {
      for piece in 0..<pieces {
        let t = Double(piece) / Double(pieces)
        places.append(Point(a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)))
      }
    }
    return places
  }
}

/// Moves upright and level lines to where a pixel row is filled evenly.
enum Snapping {
  static func line(_ points: [Point], _ width: Double) -> [Point] {
    let isOdd = Int(width.rounded(.up)) % 2 == 1
    func snap(_ place: Double) -> Double { isOdd ? (place - 0.5).rounded() + 0.5 : place.rounded() }
    return points.map { Point(snap($0.x), snap($0.y)) }
  }
}
