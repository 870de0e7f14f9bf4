import Glibc

/// A text on axes or on a figure, with a box around it and an arrow where asked: `text`, `annotate`, titles and labels.
package final class TextArtist: Artist {
  /// What a text's coordinates mean.
  package enum Space { case data, axes, figure, points }

  /// How the arrow of an annotation looks.
  package struct Arrow {
    package var color = Color.black
    package var width = 1.0
    /// Whether there is a head, at the far end, at the near end.
    package var hasHead = true, hasTail = false
    /// Whether head and shaft are one filled outline.
    package var isSolid = false
    /// Points left free at the far end.
    package var gap = 2.0
    /// How far the shaft bends aside, as a part of its length.
    package var bend = 0.0
    package init() {}
  }

  package var text: String
  package var style: TextStyle
  package var x: Double, y: Double
  package var space = Space.data
  /// What the arrow points at.
  package var target: (x: Double, y: Double)?
  package var targetSpace = Space.data
  package var arrow: Arrow?
  /// The fill and outline of a box around it.
  package var box: (fill: Color?, edge: Stroke?, isRound: Bool, padding: Double)?

  /// A text at a place.
  package init(_ text: String, at x: Double = 0, _ y: Double = 0, style: TextStyle = TextStyle(), space: Space = .data) {
    self.text = text
    self.x = x
    self.y = y
    self.style = style
    self.space = space
    super.init(order: 3)
    isClipped = false
  }

  private func place(_ x: Double, _ y: Double, _ space: Space, _ canvas: Canvas, _ frame: AxesFrame) -> Point {
    switch space {
    case .data: return frame.point(x, y)
    case .axes: return frame.point(fraction: x, y)
    case .figure: return Point(x * Double(canvas.width), (1 - y) * Double(canvas.height))
    case .points:
      guard let target else { return Point(canvas.pixels(x), Double(canvas.height) - canvas.pixels(y)) }
      let origin = place(target.x, target.y, targetSpace, canvas, frame)
      return Point(origin.x + canvas.pixels(x), origin.y - canvas.pixels(y))
    }
  }

  override func draw(on canvas: Canvas, _ frame: AxesFrame) throws(PlotError) {
    let point = place(x, y, space, canvas, frame)
    guard point.isFinite else { return }
    var style = style
    style.color = style.color.with(alpha: alpha)
    if let target, let arrow {
      let tip = place(target.x, target.y, targetSpace, canvas, frame)
      drawArrow(arrow, on: canvas, to: tip, from: point, style)
    }
    if let box {
      let size = canvas.size(of: text, style)
      var rect = Rect(point.x, point.y - size.height, size.width, size.height)
      if style.horizontal == .center { rect.x -= size.width / 2 }
      if style.horizontal == .right { rect.x -= size.width }
      if style.vertical == .top { rect.y += size.height }
      if style.vertical == .center || style.vertical == .centerBaseline { rect.y += size.height / 2 }
      if style.vertical == .baseline { rect.y += canvas.measure("p", style.font).below }
      let padding = canvas.pixels(style.font.size) * box.padding
      canvas.rectangle(rect.grown(by: padding), fill: box.fill, stroke: box.edge, cornerRadius: box.isRound ? padding : 0)
    }
    canvas.text(text, at: point, style)
  }

  private func drawArrow(_ arrow: Arrow, on canvas: Canvas, to tip: Point, from point: Point, _ style: TextStyle) {
    guard tip.isFinite else { return }
    // The shaft starts at the middle of the text and shows from its edge on.
    let size = canvas.size(of: text, style)
    var start = point
    if style.horizontal == .left { start.x += size.width / 2 }
    if style.horizontal == .right { start.x -= size.width / 2 }
    if style.vertical == .baseline || style.vertical == .bottom { start.y -= size.height / 2 }
    if style.vertical == .top { start.y += size.height / 2 }
    let border = Rect(start.x - size.width / 2, start.y - size.height / 2, size.width, size.height).grown(by: canvas.pixels(3))
    if !text.isEmpty, let (_, edge) = border.clip(start, tip), !border.contains(tip) { start = edge }
    let length = hypot(tip.x - start.x, tip.y - start.y)
    guard length > 1 else { return }
    let (ux, uy) = ((tip.x - start.x) / length, (tip.y - start.y) / length)
    let gap = min(canvas.pixels(arrow.gap), length / 2)
    let end = Point(tip.x - ux * gap, tip.y - uy * gap)
    let head = canvas.pixels(arrow.isSolid ? max(8, arrow.width * 2.5) : 4 + arrow.width)
    func corners(at end: Point, _ ux: Double, _ uy: Double, spread: Double) -> [Point] {
      [
        Point(end.x - ux * head - uy * head * spread, end.y - uy * head + ux * head * spread), end,
        Point(end.x - ux * head + uy * head * spread, end.y - uy * head - ux * head * spread),
      ]
    }
    let stroke = Stroke(arrow.color, width: arrow.width)
    if arrow.isSolid {
      let half = canvas.pixels(arrow.width) / 2
      let neck = Point(end.x - ux * head, end.y - uy * head)
      let wings = corners(at: end, ux, uy, spread: 0.5)
      canvas.polygons(
        [
          [
            Point(start.x - uy * half, start.y + ux * half), Point(neck.x - uy * half, neck.y + ux * half), wings[0], wings[1],
            wings[2],
            Point(neck.x + uy * half, neck.y - ux * half), Point(start.x + uy * half, start.y - ux * half),
          ]
        ], fill: arrow.color, stroke: Stroke(.black, width: 1))
      return
    }
    let middle = Point((start.x + end.x) / 2 + uy * length * arrow.bend, (start.y + end.y) / 2 - ux * length * arrow.bend)
    let shaft = (0...20).map { step in
      let t = Double(step) / 20
      let (a, b, c) = ((1 - t) * (1 - t), 2 * t * (1 - t), t * t)
      return Point(a * start.x + b * middle.x + c * end.x, a * start.y + b * middle.y + c * end.y)
    }
    canvas.polyline(arrow.bend == 0 ? [start, end] : shaft, stroke)
    if arrow.hasHead {
      let before = arrow.bend == 0 ? start : middle
      let d = max(hypot(end.x - before.x, end.y - before.y), 1e-9)
      canvas.polyline(corners(at: end, (end.x - before.x) / d, (end.y - before.y) / d, spread: 0.5), stroke)
    }
    if arrow.hasTail { canvas.polyline(corners(at: start, -ux, -uy, spread: 0.5), stroke) }
  }
}
