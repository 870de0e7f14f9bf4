import Glibc

/// Points with a size and a colour each: `scatter`.
package final class PointsArtist: Artist {
  package var x, y: [Double]
  /// The areas in square points; repeated where fewer than the points.
  package var areas: [Double]
  /// The colours; repeated where fewer than the points.
  package var colors: [Color]
  /// Numbers that a colour map turns into the points' colours.
  package var mapping: ColorMapping?
  package var marker: Marker
  /// The outlines; nil for outlines of the points' own colours.
  package var edge: Color?
  package var edgeWidth = 1.0

  /// Points of one sign.
  package init(_ x: [Double], _ y: [Double], areas: [Double], colors: [Color], marker: Marker) {
    self.x = x
    self.y = y
    self.areas = areas
    self.colors = colors
    self.marker = marker
    super.init(order: 1)
  }

  override func addSpan(x span: inout DataSpan, y other: inout DataSpan) {
    for (a, b) in zip(x, y) where a.isFinite && b.isFinite {
      span.add(a)
      other.add(b)
    }
  }

  private func color(_ index: Int) -> Color {
    if let mapping, index < mapping.values.count { return mapping.color(mapping.values[index]).with(alpha: alpha) }
    return colors.isEmpty ? .clear : colors[index % colors.count].with(alpha: alpha)
  }

  private func draw(_ index: Int, on canvas: Canvas, at point: Point, area: Double) {
    let fill = color(index)
    guard fill.alpha > 0 else { return }
    let stroke = Stroke(edge ?? fill, width: marker.isOpen ? 1.5 : edgeWidth)
    marker.draw(on: canvas, at: point, size: canvas.pixels(sqrt(max(0, area))), fill: fill, edge: stroke)
  }

  override func draw(on canvas: Canvas, _ frame: AxesFrame) throws(PlotError) {
    for index in 0..<min(x.count, y.count) {
      draw(index, on: canvas, at: frame.point(x[index], y[index]), area: areas.isEmpty ? 36 : areas[index % areas.count])
    }
  }

  override func drawKey(on canvas: Canvas, in rect: Rect) { draw(0, on: canvas, at: rect.center, area: areas.first ?? 36) }

  override func obstacles(_ frame: AxesFrame) -> [Point] { zip(x, y).map { frame.point($0, $1) } }
}

/// Numbers shown as colours.
package final class ColorMapping {
  /// The numbers.
  package let values: [Double]
  package var map: Colormap
  package let scale: Normalization
  /// Told when the map or its ends change.
  package var changed: () -> Void = {}

  /// Numbers as colours of a map; ends that are open are taken from the numbers.
  package init(_ values: [Double], map: Colormap, scale: Normalization) {
    self.values = values
    self.map = map
    self.scale = scale
    scale.follow(values)
  }

  func color(_ value: Double) -> Color { map.color(at: scale.position(of: value)) }
}
