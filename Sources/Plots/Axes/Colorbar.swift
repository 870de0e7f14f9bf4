/// The strip beside axes that says which colour stands for which number.
package final class Colorbar {
  /// What a script holds for it.
  package weak var host: AnyObject?
  package let mapping: ColorMapping
  /// The levels between separate bands; empty for a continuous strip.
  package var levels: [Double] = []
  /// The colours of the bands, where they are not the map's.
  package var bandColors: [Color] = []
  /// Lines of these levels and colours on the strip.
  package var lines: [(level: Double, color: Color)] = []
  package let isHorizontal: Bool
  /// The axes that hold the strip.
  package let axes: Axes
  package var alpha: Double?

  /// A strip in axes made for it.
  package init(_ mapping: ColorMapping, in axes: Axes, isHorizontal: Bool) {
    self.mapping = mapping
    self.axes = axes
    self.isHorizontal = isHorizontal
    axes.colorbar = self
    axes.background = nil
    axes.governed(isHorizontal).isOpposite = !isHorizontal
    (isHorizontal ? axes.y : axes.x).isVisible = false
    if mapping.scale.kind == .logarithmic { axes.governed(isHorizontal).scale = .logarithmic(base: 10) }
  }

  /// The axis with the numbers.
  package var axis: Axis { axes.governed(isHorizontal) }

  private var limits: Limits {
    if let low = levels.first, let high = levels.last, low < high { return Limits(low, high) }
    let range = mapping.scale.range
    let (low, high) = DataSpan.widened(range.low, range.high)
    return Limits(low, high)
  }

  func draw(on canvas: Canvas, _ outer: AxesFrame, _ axes: Axes) throws(PlotError) -> Rect {
    let box = outer.box
    let limits = axis.fixedLimits ?? limits
    if !levels.isEmpty, axis.fixedTicks == nil { axis.preferredTicks = levels }
    let strip = AxisMap(axis.scale, limits, from: isHorizontal ? box.x : box.bottom, to: isHorizontal ? box.right : box.y)
    let across = AxisMap(.linear, Limits(0, 1), from: isHorizontal ? box.bottom : box.x, to: isHorizontal ? box.y : box.right)
    let frame = AxesFrame(box: box, x: isHorizontal ? strip : across, y: isHorizontal ? across : strip)
    if levels.count > 1 {
      for index in 0..<levels.count - 1 {
        let color = index < bandColors.count ? bandColors[index] : mapping.color((levels[index] + levels[index + 1]) / 2)
        let (a, b) = (strip.pixel(levels[index]).rounded(), strip.pixel(levels[index + 1]).rounded())
        let rect = isHorizontal ? Rect(a, box.y, b - a, box.height) : Rect(box.x, b, box.width, a - b)
        canvas.rectangle(rect, fill: color.with(alpha: alpha))
      }
    } else {
      drawGradient(strip, box, canvas)
    }
    for line in lines {
      let place = strip.pixel(line.level)
      let ends =
        isHorizontal ? [Point(place, box.y), Point(place, box.bottom)] : [Point(box.x, place), Point(box.right, place)]
      canvas.polyline(Snapping.line(ends, canvas.pixels(1.5)), Stroke(line.color, width: 1.5))
    }
    axes.drawSpines(box, canvas)
    let ticks = axis.ticks(limits, points: (isHorizontal ? box.width : box.height) * 72 / canvas.dpi)
    let edge = axes.drawTicks(axis, ticks.ticks, frame, canvas)
    var outline = box.union(isHorizontal ? Rect(box.x, edge, box.width, 0) : Rect(edge, box.y, 0, box.height))
    if !ticks.common.isEmpty {
      var style = axis.tickStyle
      (style.horizontal, style.vertical) = (isHorizontal ? .right : .left, isHorizontal ? .top : .baseline)
      let place = isHorizontal ? Point(box.right, edge + canvas.pixels(3)) : Point(box.x, box.y - canvas.pixels(3))
      outline = outline.union(canvas.text(ticks.common, at: place, style))
    }
    if !axis.label.text.isEmpty {
      var style = axis.label.style
      (style.horizontal, style.vertical) = isHorizontal ? (.center, .top) : (.left, .center)
      let place = isHorizontal ? Point(box.center.x, edge + canvas.pixels(4)) : Point(edge + canvas.pixels(4), box.center.y)
      outline = outline.union(canvas.text(axis.label.text, at: place, style))
    }
    if !axes.title.text.isEmpty {
      outline = outline.union(canvas.text(axes.title.text, at: Point(box.center.x, box.y - canvas.pixels(6)), axes.title.style))
    }
    return outline
  }

  private func drawGradient(_ strip: AxisMap, _ box: Rect, _ canvas: Canvas) {
    let x0 = Int(box.x.rounded())
    let y0 = Int(box.y.rounded())
    let width = Int(box.right.rounded()) - x0
    let height = Int(box.bottom.rounded()) - y0
    guard width > 0, height > 0, width * height <= Canvas.mostPixels else { return }
    var pixels = [UInt8](repeating: 0, count: width * height * 4)
    for row in 0..<height {
      for column in 0..<width {
        let place = isHorizontal ? Double(x0 + column) + 0.5 : Double(y0 + row) + 0.5
        let color = mapping.color(strip.value(place))
        let a = alpha ?? color.alpha
        let base = (row * width + column) * 4
        pixels[base] = Color.byte(color.blue * a)
        pixels[base + 1] = Color.byte(color.green * a)
        pixels[base + 2] = Color.byte(color.red * a)
        pixels[base + 3] = Color.byte(a)
      }
    }
    canvas.image(pixels, width: width, height: height, at: x0, y0)
  }
}

extension Axes {
  fileprivate func governed(_ isHorizontal: Bool) -> Axis { isHorizontal ? x : y }

  /// Makes room beside these axes and puts a strip there.
  package func addColorbar(
    _ mapping: ColorMapping, isHorizontal: Bool = false, fraction: Double = 0.15, gap: Double? = nil, shrink: Double = 1,
    aspect: Double = 20
  ) -> Colorbar {
    let bar = Axes(on: figure)
    let gap = gap ?? (isHorizontal ? 0.15 : 0.05)
    if let place {
      let grid = SubplotGrid(
        rows: isHorizontal ? 2 : 1, columns: isHorizontal ? 1 : 2, widths: isHorizontal ? nil : [1 - fraction - gap, fraction],
        heights: isHorizontal ? [1 - fraction - gap, fraction] : nil, within: place)
      let room = 2 * gap / (1 - gap)
      if isHorizontal { grid.rowGap = room } else { grid.columnGap = room }
      self.place = GridPlace(grid, rows: 0..<1, columns: 0..<1)
      var strip = GridPlace(grid, rows: isHorizontal ? 1..<2 : 0..<1, columns: isHorizontal ? 0..<1 : 1..<2)
      if shrink < 1, shrink > 0 {
        let side = (1 - shrink) / 2
        let inner = SubplotGrid(
          rows: isHorizontal ? 1 : 3, columns: isHorizontal ? 3 : 1, widths: isHorizontal ? [side, shrink, side] : nil,
          heights: isHorizontal ? nil : [side, shrink, side], within: strip)
        (inner.rowGap, inner.columnGap) = (0, 0)
        strip = GridPlace(inner, rows: isHorizontal ? 0..<1 : 1..<2, columns: isHorizontal ? 1..<2 : 0..<1)
      }
      bar.place = strip
    } else {
      let own = fixedRect ?? Rect(0.125, 0.11, 0.775, 0.77)
      if isHorizontal {
        bar.fixedRect = Rect(own.x, own.y, own.width, own.height * fraction)
        fixedRect = Rect(own.x, own.y + own.height * (fraction + gap), own.width, own.height * (1 - fraction - gap))
      } else {
        fixedRect = Rect(own.x, own.y, own.width * (1 - fraction - gap), own.height)
        bar.fixedRect = Rect(own.x + own.width * (1 - fraction), own.y, own.width * fraction, own.height)
      }
    }
    anchor = isHorizontal ? (0.5, 1) : (1, 0.5)
    bar.anchor = isHorizontal ? (0.5, 1) : (0, 0.5)
    bar.boxAspect = isHorizontal ? 1 / aspect : aspect
    figure.add(bar)
    return Colorbar(mapping, in: bar, isHorizontal: isHorizontal)
  }
}
