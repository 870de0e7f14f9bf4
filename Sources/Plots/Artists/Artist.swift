/// Something that is drawn on axes.
package class Artist {
  /// What a script holds for it.
  package weak var host: AnyObject?
  /// Its name in the legend; names that begin with an underscore do not appear there.
  package var label: String?
  /// What lies higher is drawn later.
  package var order: Double
  /// Its opacity, in place of its colours' own.
  package var alpha: Double?
  /// Whether it is drawn.
  package var isVisible = true
  /// Whether it is cut off at the axes' edges.
  package var isClipped = true
  /// The axes that it is drawn on.
  package weak var axes: Axes?

  init(order: Double) { self.order = order }

  /// Adds what it reaches from and to.
  func addSpan(x: inout DataSpan, y: inout DataSpan) {}

  /// Draws itself.
  func draw(on canvas: Canvas, _ frame: AxesFrame) throws(PlotError) {}

  /// Draws its key in the legend.
  func drawKey(on canvas: Canvas, in rect: Rect) {}

  /// Places that a legend should not cover.
  func obstacles(_ frame: AxesFrame) -> [Point] { [] }

  /// Takes itself off its axes.
  package func remove() { axes?.remove(self) }
}

/// Where axes lie on the picture, and where their numbers lie in it.
struct AxesFrame {
  /// The rectangle between the spines.
  var box: Rect
  var x: AxisMap, y: AxisMap

  /// The place of a pair of numbers.
  func point(_ x: Double, _ y: Double) -> Point { Point(self.x.pixel(x), self.y.pixel(y)) }

  /// The place at fractions of the box, from its left lower corner.
  func point(fraction x: Double, _ y: Double) -> Point { Point(box.x + x * box.width, box.bottom - y * box.height) }
}

/// Where numbers lie along one axis.
struct AxisMap {
  let scale: Scale
  let limits: Limits
  private let start, factor, origin: Double

  init(_ scale: Scale, _ limits: Limits, from first: Double, to last: Double) {
    self.scale = scale
    self.limits = limits
    start = scale.forward(limits.first)
    // Halves, because the span of huge limits may be infinite.
    let half = scale.forward(limits.last) / 2 - start / 2
    factor = half == 0 ? 0 : (last - first) / half / 2
    origin = first
  }

  /// The pixel of a number.
  func pixel(_ value: Double) -> Double { origin + (scale.forward(value) - start) * factor }

  /// The number at a pixel.
  func value(_ pixel: Double) -> Double { factor == 0 ? limits.first : scale.backward(start + (pixel - origin) / factor) }
}
