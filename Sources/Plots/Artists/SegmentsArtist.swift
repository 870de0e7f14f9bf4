/// Separate straight lines: `axhline`, `axvline`, `hlines`, `vlines`, the bars of `errorbar`.
package final class SegmentsArtist: Artist {
  /// One line by its ends.
  package struct Segment {
    package var x0, y0, x1, y1: Double
    package init(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) {
      (self.x0, self.y0, self.x1, self.y1) = (x0, y0, x1, y1)
    }
  }

  package var segments: [Segment]
  package var stroke: Stroke
  /// The direction along which coordinates are fractions of the axes, from 0 to 1.
  package var spans: Axis.Direction?
  /// The length in points of a cross line at each end.
  package var capSize = 0.0
  /// Whether the lines go on beyond their ends, to the edges of the axes.
  package var isEndless = false

  /// Lines of a stroke.
  package init(_ segments: [Segment], _ stroke: Stroke, spans: Axis.Direction? = nil) {
    self.segments = segments
    self.stroke = stroke
    self.spans = spans
    super.init(order: 2)
  }

  override func addSpan(x: inout DataSpan, y: inout DataSpan) {
    for segment in segments {
      if spans != .x {
        x.add(segment.x0)
        x.add(segment.x1)
      }
      if spans != .y {
        y.add(segment.y0)
        y.add(segment.y1)
      }
    }
  }

  override func draw(on canvas: Canvas, _ frame: AxesFrame) throws(PlotError) {
    var shown = stroke
    shown.color = stroke.color.with(alpha: alpha)
    let width = canvas.pixels(stroke.width)
    let cap = canvas.pixels(capSize)
    for segment in segments {
      let corner = frame.point(fraction: segment.x0, segment.y0)
      let other = frame.point(fraction: segment.x1, segment.y1)
      var a = frame.point(segment.x0, segment.y0)
      var b = frame.point(segment.x1, segment.y1)
      if spans == .x { (a.x, b.x) = (corner.x, other.x) }
      if spans == .y { (a.y, b.y) = (corner.y, other.y) }
      guard a.isFinite, b.isFinite else { continue }
      let isStraight = a.x == b.x || a.y == b.y
      if isEndless { (a, b) = Self.extended(a, b, frame.box) }
      canvas.polyline(isStraight ? Snapping.line([a, b], width) : [a, b], shown)
      guard cap > 0 else { continue }
      for end in [a, b] {
        let (dx, dy) = a.x == b.x ? (cap, 0.0) : (0.0, cap)
        canvas.polyline(
          Snapping.line([Point(end.x - dx, end.y - dy), Point(end.x + dx, end.y + dy)], canvas.pixels(1)),
          Stroke(shown.color, width: 1))
      }
    }
  }

  private static func extended(_ a: Point, _ b: Point, _ box: Rect) -> (Point, Point) {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let length = max(abs(dx), abs(dy), 1e-9)
    let reach = 2 * (box.width + box.height) / length
    return (Point(a.x - dx * reach, a.y - dy * reach), Point(b.x + dx * reach, b.y + dy * reach))
  }

  override func drawKey(on canvas: Canvas, in rect: Rect) {
    let y = rect.center.y
    canvas.polyline(
      [Point(rect.x, y), Point(rect.right, y)],
      Stroke(stroke.color.with(alpha: alpha), width: stroke.width, dashes: stroke.dashes))
  }
}
