/// Rectangles in data coordinates: `bar`, `barh`, `hist`, and spans across the axes.
package final class RectanglesArtist: Artist {
  /// One rectangle by two opposite corners.
  package struct Bar {
    package var x0, y0, x1, y1: Double
    package init(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) {
      (self.x0, self.y0, self.x1, self.y1) = (x0, y0, x1, y1)
    }
  }

  package var bars: [Bar]
  /// The colours; repeated where fewer than the bars.
  package var fills: [Color]
  package var edge: Stroke?
  /// Whether the foot of the bars (`x0` or `y0`) is an edge at which the axis ends.
  package var foot: Axis.Direction?
  /// The direction in which the rectangles cross the whole axes, whatever their coordinates (then fractions from 0 to 1).
  package var spans: Axis.Direction?
  /// Drawn when only the outline is wanted.
  package var isFilled = true

  /// Bars of colours.
  package init(_ bars: [Bar], fills: [Color], foot: Axis.Direction? = nil) {
    self.bars = bars
    self.fills = fills
    self.foot = foot
    super.init(order: 1)
  }

  override func addSpan(x: inout DataSpan, y: inout DataSpan) {
    for bar in bars where bar.x0.isFinite && bar.x1.isFinite && bar.y0.isFinite && bar.y1.isFinite {
      if spans != .x {
        if foot == .x { x.add(edge: bar.x0) } else { x.add(bar.x0) }
        x.add(bar.x1)
      }
      if spans != .y {
        if foot == .y { y.add(edge: bar.y0) } else { y.add(bar.y0) }
        y.add(bar.y1)
      }
    }
  }

  private func rect(_ bar: Bar, _ frame: AxesFrame) -> Rect {
    func across(_ low: Double, _ high: Double, _ start: Double, _ length: Double) -> (Double, Double) {
      (start + low * length, start + high * length)
    }
    var (left, right) =
      spans == .x ? across(bar.x0, bar.x1, frame.box.x, frame.box.width) : (frame.x.pixel(bar.x0), frame.x.pixel(bar.x1))
    var (top, bottom) =
      spans == .y
      ? across(1 - bar.y1, 1 - bar.y0, frame.box.y, frame.box.height) : (frame.y.pixel(bar.y0), frame.y.pixel(bar.y1))
    // The foot of a bar at zero lies below every logarithmic axis.
    if left.isNaN { left = frame.box.x }
    if top.isNaN { top = frame.box.bottom }
    if right.isNaN { right = frame.box.x }
    if bottom.isNaN { bottom = frame.box.bottom }
    let (x0, x1, y0, y1) = (min(left, right), max(left, right), min(top, bottom), max(top, bottom))
    let reach = frame.box.grown(by: 5000)
    func snap(_ place: Double, _ low: Double, _ high: Double) -> Double { max(low, min(high, place)).rounded() }
    let (a, b) = (snap(x0, reach.x, reach.right), snap(x1, reach.x, reach.right))
    let (c, d) = (snap(y0, reach.y, reach.bottom), snap(y1, reach.y, reach.bottom))
    return Rect(a, c, b - a, d - c)
  }

  private func fill(_ index: Int) -> Color? {
    isFilled && !fills.isEmpty ? fills[index % fills.count].with(alpha: alpha) : nil
  }

  override func draw(on canvas: Canvas, _ frame: AxesFrame) throws(PlotError) {
    for (index, bar) in bars.enumerated() {
      guard !(bar.x0 + bar.x1).isNaN, !(bar.y0 + bar.y1).isNaN else { continue }
      canvas.rectangle(rect(bar, frame), fill: fill(index), stroke: edge)
    }
  }

  override func drawKey(on canvas: Canvas, in rect: Rect) { canvas.rectangle(rect, fill: fill(0), stroke: edge) }

  override func obstacles(_ frame: AxesFrame) -> [Point] {
    guard spans == nil else { return [] }
    return bars.prefix(2000).flatMap { bar in
      let r = rect(bar, frame)
      return [Point(r.x, r.y), Point(r.right, r.y), r.center, Point(r.x, r.bottom), Point(r.right, r.bottom)]
    }
  }
}
