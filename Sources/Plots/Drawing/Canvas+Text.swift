import Glibc

/// Where a text stands in relation to its point.
package enum HorizontalAlignment: String { case left, center, right }
/// Where a text stands in relation to its point.
package enum VerticalAlignment: String {
  case top, center, bottom, baseline
  case centerBaseline = "center_baseline"
}

/// How a text looks and stands.
package struct TextStyle {
  package var font: Font
  package var color: Color
  package var horizontal: HorizontalAlignment
  package var vertical: VerticalAlignment
  /// Counter-clockwise, in degrees.
  package var rotation: Double

  /// A style; by default black, above and to the right of its point.
  package init(
    _ font: Font = Font(), color: Color = .black, horizontal: HorizontalAlignment = .left,
    vertical: VerticalAlignment = .baseline,
    rotation: Double = 0
  ) {
    self.font = font
    self.color = color
    self.horizontal = horizontal
    self.vertical = vertical
    self.rotation = rotation
  }
}

/// A text's lines with their sizes, before it is turned.
struct TextBlock {
  var lines: [(runs: [TextRuns.Run], width: Double, baseline: Double)] = []
  var width = 0.0
  var height = 0.0
}

extension Canvas {
  /// Lays a text out in lines.
  func layOut(_ text: String, _ font: Font) -> TextBlock {
    // Every line is at least as high as one with an ascender and a descender, so that neighbours align.
    let usual = measure("lp", font)
    let step = (usual.above + usual.below) * 1.2
    var block = TextBlock()
    // A page of text is more than a figure shows.
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).prefix(200) {
      let runs = TextRuns(String(line.prefix(2000))).runs
      var (width, above, below) = (0.0, usual.above, usual.below)
      for run in runs {
        let size = measure(run.text, font.styled(run))
        let rise = run.rise * pixels(font.size)
        width += size.width
        above = max(above, size.above + rise)
        below = max(below, size.below - rise)
      }
      let baseline = block.lines.last.map { max($0.baseline + step, block.height + above) } ?? above
      block.lines.append((runs, width, baseline))
      block.width = max(block.width, width)
      block.height = baseline + below
    }
    return block
  }

  /// The size that a text takes when turned as its style says.
  func size(of text: String, _ style: TextStyle) -> (width: Double, height: Double) {
    let block = layOut(text, style.font)
    let angle = style.rotation * .pi / 180
    let (c, s) = (abs(cos(angle)), abs(sin(angle)))
    return (block.width * c + block.height * s, block.width * s + block.height * c)
  }

  /// Draws a text whose turned outline is aligned with a point; returns that outline.
  @discardableResult
  func text(_ text: String, at point: Point, _ style: TextStyle) -> Rect {
    let block = layOut(text, style.font)
    guard let last = block.lines.last, point.isFinite else { return Rect(point.x, point.y, 0, 0) }
    let angle = -style.rotation * .pi / 180
    let (c, s) = (cos(angle), sin(angle))
    let corners = [(0, 0), (block.width, 0), (0, block.height), (block.width, block.height)].map { x, y in
      Point(x * c - y * s, x * s + y * c)
    }
    let left = corners.map(\.x).min() ?? 0
    let right = corners.map(\.x).max() ?? 0
    let top = corners.map(\.y).min() ?? 0
    let bottom = corners.map(\.y).max() ?? 0
    let anchorX = style.horizontal == .left ? left : style.horizontal == .right ? right : (left + right) / 2
    var anchorY: Double
    switch style.vertical {
    case .top: anchorY = top
    case .bottom: anchorY = bottom
    case .center: anchorY = (top + bottom) / 2
    case .baseline: anchorY = bottom - (block.height - last.baseline) * abs(c)
    case .centerBaseline: anchorY = (top + bottom - (block.height - last.baseline) * abs(c)) / 2
    }
    if anchorY.isNaN { anchorY = bottom }
    let origin = Point(point.x - anchorX, point.y - anchorY)
    for line in block.lines {
      var x =
        style.horizontal == .left ? 0 : style.horizontal == .right ? block.width - line.width : (block.width - line.width) / 2
      for run in line.runs {
        let font = style.font.styled(run)
        let place = Point(x, line.baseline - run.rise * pixels(style.font.size))
        show(run.text, font, style.color, at: place, pivot: origin, angle: angle)
        x += measure(run.text, font).width
      }
    }
    return Rect(origin.x + left, origin.y + top, right - left, bottom - top)
  }
}

extension Font {
  /// The typeface of a piece of a line.
  func styled(_ run: TextRuns.Run) -> Font {
    var font = self
    font.size *= run.scale
    font.isItalic = isItalic || run.isItalic
    return font
  }
}
