import CCairo

/// A picture that is being drawn: pixels with the origin at the upper left, whatever file comes of it.
package final class Canvas {
  /// What is drawn on.
  package enum Target { case pixels, svg, pdf }

  /// The size in pixels of the figure that is drawn.
  package let width, height: Int
  /// The size in pixels of the picture, which may be a part of the figure.
  package let pictureWidth, pictureHeight: Int
  /// Pixels per inch.
  package let dpi: Double
  /// The most pixels that a picture may have; at four bytes each this is a quarter of a gigabyte.
  static let mostPixels = 64 << 20

  /// How much wider lines are drawn on pictures of few pixels, which then have no letters.
  var coarseness: Double?

  private let cairo: lcr_functions
  private let surface: OpaquePointer
  private let context: OpaquePointer
  private let target: Target
  private let sink = ByteSink()
  private var hasFinished = false

  /// Starts a picture of so many pixels, which may be a part of a figure, from `origin`.
  package init(
    width: Int, height: Int, dpi: Double, target: Target = .pixels, origin: Point = Point(0, 0),
    of figure: (width: Int, height: Int)? = nil
  ) throws(PlotError) {
    let limit = 1 << 23
    guard width < limit, height < limit else {
      throw .value("Image size of \(width)x\(height) pixels is too large. It must be less than 2^23 in each direction.")
    }
    // Cairo's own images end at 32767 pixels in either direction.
    guard target != .pixels || (width < 32768 && height < 32768 && width * height <= Canvas.mostPixels) else {
      throw .value(
        "Image size of \(width)x\(height) pixels is too large: at most 32767 in each direction and 2^26 in all are drawn here.")
    }
    pictureWidth = max(width, 1)
    pictureHeight = max(height, 1)
    self.width = figure?.width ?? pictureWidth
    self.height = figure?.height ?? pictureHeight
    self.dpi = dpi
    self.target = target
    cairo = try CairoLibrary.functions()
    let closure = Unmanaged.passUnretained(sink).toOpaque()
    let made: OpaquePointer?
    // A vector file measures in points, of which 72 are an inch.
    let (points, lines) = (Double(pictureWidth) * 72 / dpi, Double(pictureHeight) * 72 / dpi)
    switch target {
    case .pixels: made = cairo.image_surface_create(CAIRO_FORMAT_ARGB32, Int32(pictureWidth), Int32(pictureHeight))
    case .svg: made = cairo.svg_surface_create_for_stream(ByteSink.write, closure, points, lines)
    case .pdf: made = cairo.pdf_surface_create_for_stream(ByteSink.write, closure, points, lines)
    }
    guard let made, cairo.surface_status(made) == CAIRO_STATUS_SUCCESS, let context = cairo.create(made) else {
      throw PlotError(.os, "no picture of \(width)x\(height) pixels could be made")
    }
    surface = made
    self.context = context
    if target != .pixels { cairo.scale(context, 72 / dpi, 72 / dpi) }
    cairo.translate(context, -origin.x, -origin.y)
    if let options = cairo.font_options_create() {
      // Letters keep their distances at every size and place, so that a picture is the same wherever it is drawn.
      cairo.font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
      cairo.font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
      cairo.font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
      cairo.set_font_options(context, options)
      cairo.font_options_destroy(options)
    }
  }

  deinit {
    cairo.destroy(context)
    cairo.surface_destroy(surface)
  }

  /// The whole picture.
  package var bounds: Rect { Rect(0, 0, Double(width), Double(height)) }

  /// Points (72 an inch) as pixels.
  package func pixels(_ points: Double) -> Double { points * dpi / 72 }

  // MARK: Results

  /// The finished file's bytes: PNG, SVG or PDF.
  package func fileBytes() throws(PlotError) -> [UInt8] {
    if target == .pixels {
      let status = cairo.surface_write_to_png_stream(surface, ByteSink.write, Unmanaged.passUnretained(sink).toOpaque())
      guard status == CAIRO_STATUS_SUCCESS else { throw PlotError(.os, "the picture could not be written") }
    } else if !hasFinished {
      hasFinished = true
      cairo.surface_finish(surface)
    }
    return sink.take()
  }

  /// The pixels drawn so far as red, green, blue, opacity, row by row; opacity not multiplied in.
  package func rgba() -> [UInt8] {
    cairo.surface_flush(surface)
    guard target == .pixels, let data = cairo.image_surface_get_data(surface) else { return [] }
    let stride = Int(cairo.image_surface_get_stride(surface))
    return [UInt8](unsafeUninitializedCapacity: pictureWidth * pictureHeight * 4) { out, count in
      for row in 0..<pictureHeight {
        for column in 0..<pictureWidth {
          let from = data + row * stride + column * 4
          let to = (row * pictureWidth + column) * 4
          let alpha = Int(from[3])
          for part in 0..<3 {
            let value = Int(from[2 - part])
            out[to + part] = alpha == 0 || alpha == 255 ? UInt8(value) : UInt8(min(255, (value * 255 + alpha / 2) / alpha))
          }
          out[to + 3] = UInt8(alpha)
        }
      }
      count = pictureWidth * pictureHeight * 4
    }
  }

  // MARK: Shapes

  /// Draws what `body` draws, inside a rectangle only.
  func clipped(to rect: Rect, _ body: () throws(PlotError) -> Void) throws(PlotError) {
    cairo.save(context)
    defer { cairo.restore(context) }
    cairo.new_path(context)
    cairo.rectangle(context, rect.x, rect.y, rect.width, rect.height)
    cairo.clip(context)
    try body()
  }

  /// A line through points, broken where a coordinate is no number.
  func polyline(_ points: [Point], _ stroke: Stroke) {
    guard stroke.width > 0, stroke.color.alpha > 0 else { return }
    // Cairo's coordinates end at eight million: what lies far outside is cut off before.
    let reach = bounds.grown(by: 10_000)
    cairo.new_path(context)
    var pen: Point?
    for (a, b) in zip(points, points.dropFirst()) {
      guard a.isFinite, b.isFinite, let (from, to) = reach.clip(a, b) else {
        pen = nil
        continue
      }
      if pen != from { cairo.move_to(context, from.x, from.y) }
      cairo.line_to(context, to.x, to.y)
      pen = to == b ? b : nil
    }
    apply(stroke)
    cairo.stroke(context)
  }

  /// Closed outlines, filled as one shape and drawn around.
  func polygons(_ outlines: [[Point]], fill: Color?, stroke: Stroke? = nil, isSmooth: Bool = true) {
    cairo.new_path(context)
    let reach = bounds.grown(by: 100_000)
    for outline in outlines where outline.count > 1 && outline.allSatisfy(\.isFinite) {
      for (index, point) in outline.enumerated() {
        let (x, y) = (max(reach.x, min(reach.right, point.x)), max(reach.y, min(reach.bottom, point.y)))
        if index == 0 { cairo.move_to(context, x, y) } else { cairo.line_to(context, x, y) }
      }
      cairo.close_path(context)
    }
    if !isSmooth { cairo.set_antialias(context, CAIRO_ANTIALIAS_NONE) }
    finish(fill, stroke)
    cairo.set_antialias(context, CAIRO_ANTIALIAS_DEFAULT)
  }

  /// A rectangle, its corners rounded where asked.
  func rectangle(_ rect: Rect, fill: Color?, stroke: Stroke? = nil, cornerRadius r: Double = 0) {
    guard r > 0 else {
      return polygons(
        [[Point(rect.x, rect.y), Point(rect.right, rect.y), Point(rect.right, rect.bottom), Point(rect.x, rect.bottom)]],
        fill: fill, stroke: stroke)
    }
    cairo.new_path(context)
    for (x, y, quarter) in [
      (rect.right - r, rect.y + r, 3.0), (rect.right - r, rect.bottom - r, 0), (rect.x + r, rect.bottom - r, 1),
      (rect.x + r, rect.y + r, 2),
    ] {
      cairo.arc(context, x, y, r, quarter * .pi / 2, (quarter + 1) * .pi / 2)
    }
    cairo.close_path(context)
    finish(fill, stroke)
  }

  /// A circle.
  func circle(_ center: Point, radius: Double, fill: Color?, stroke: Stroke? = nil) {
    guard center.isFinite, bounds.grown(by: 100_000).contains(center) else { return }
    cairo.new_path(context)
    cairo.arc(context, center.x, center.y, min(radius, 100_000), 0, 2 * .pi)
    cairo.close_path(context)
    finish(fill, stroke)
  }

  private func finish(_ fill: Color?, _ stroke: Stroke?) {
    if let fill, fill.alpha > 0 {
      cairo.set_source_rgba(context, fill.red, fill.green, fill.blue, fill.alpha)
      cairo.fill_preserve(context)
    }
    if let stroke, stroke.width > 0, stroke.color.alpha > 0 {
      apply(stroke)
      cairo.stroke(context)
    }
    cairo.new_path(context)
  }

  private func apply(_ stroke: Stroke) {
    let width = pixels(stroke.width * (coarseness ?? 1))
    cairo.set_source_rgba(context, stroke.color.red, stroke.color.green, stroke.color.blue, stroke.color.alpha)
    cairo.set_line_width(context, width)
    cairo.set_line_cap(context, stroke.isSquare ? CAIRO_LINE_CAP_SQUARE : CAIRO_LINE_CAP_BUTT)
    cairo.set_line_join(context, stroke.isSquare ? CAIRO_LINE_JOIN_MITER : CAIRO_LINE_JOIN_ROUND)
    let dashes = stroke.dashes.map { $0 * width }
    cairo.set_dash(context, dashes, Int32(dashes.count), 0)
  }

  /// Pixels (blue, green, red, opacity; opacity multiplied in), placed with their left upper corner at a whole pixel.
  func image(_ pixels: [UInt8], width: Int, height: Int, at x: Int, _ y: Int) {
    guard width > 0, height > 0, pixels.count == width * height * 4 else { return }
    guard let picture = cairo.image_surface_create(CAIRO_FORMAT_ARGB32, Int32(width), Int32(height)) else { return }
    defer { cairo.surface_destroy(picture) }
    guard let data = cairo.image_surface_get_data(picture) else { return }
    let stride = Int(cairo.image_surface_get_stride(picture))
    for row in 0..<height {
      for i in 0..<width * 4 { data[row * stride + i] = pixels[row * width * 4 + i] }
    }
    cairo.surface_mark_dirty(picture)
    cairo.set_source_surface(context, picture, Double(x), Double(y))
    if let pattern = cairo.get_source(context) { cairo.pattern_set_filter(pattern, CAIRO_FILTER_NEAREST) }
    cairo.paint(context)
  }

  // MARK: Letters

  /// How wide a piece of text is, and how far its ink reaches above and below the base line.
  func measure(_ text: String, _ font: Font) -> (width: Double, above: Double, below: Double) {
    select(font)
    var extents = cairo_text_extents_t()
    cairo.text_extents(context, text, &extents)
    return (extents.x_advance, -extents.y_bearing, extents.height + extents.y_bearing)
  }

  /// Draws a piece of text on a base line, turned by an angle (in radians, clockwise) about `pivot`.
  func show(_ text: String, _ font: Font, _ color: Color, at offset: Point, pivot: Point, angle: Double) {
    guard coarseness == nil, pivot.isFinite, bounds.grown(by: 10_000).contains(pivot) else { return }
    cairo.save(context)
    defer { cairo.restore(context) }
    select(font)
    cairo.set_source_rgba(context, color.red, color.green, color.blue, color.alpha)
    cairo.translate(context, pivot.x, pivot.y)
    cairo.rotate(context, angle)
    cairo.move_to(context, offset.x, offset.y)
    cairo.show_text(context, text)
  }

  private func select(_ font: Font) {
    cairo.select_font_face(
      context, font.family, font.isItalic ? CAIRO_FONT_SLANT_ITALIC : CAIRO_FONT_SLANT_NORMAL,
      font.isBold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL)
    cairo.set_font_size(context, pixels(font.size))
  }
}

/// A typeface at a size.
package struct Font: Equatable {
  /// The family; where a machine lacks it, the system's sans serif takes its place.
  package var family = "DejaVu Sans"
  /// The size in points.
  package var size = 10.0
  package var isBold = false
  package var isItalic = false

  /// A typeface at so many points.
  package init(size: Double = 10, isBold: Bool = false, isItalic: Bool = false) {
    self.size = size
    self.isBold = isBold
    self.isItalic = isItalic
  }
}

/// Collects what Cairo writes.
private final class ByteSink {
  private var bytes: [UInt8] = []

  func take() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  static let write: cairo_write_func_t = { closure, data, count in
    guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
    let sink = Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue()
    sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
    return CAIRO_STATUS_SUCCESS
  }
}
