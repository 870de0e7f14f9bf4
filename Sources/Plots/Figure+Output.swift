/// The files that a figure can be saved as.
package enum PictureFormat: String, CaseIterable { case png, svg, pdf }

/// How a figure is saved.
package struct PictureOptions {
  package var dpi: Double?
  package var format = PictureFormat.png
  /// Whether the empty border is cut off, but for so many inches.
  package var tightPadding: Double?
  /// Whether there is no background.
  package var isTransparent = false
  package var background: Color?
  /// How much wider lines are drawn, without letters, for pictures of few pixels.
  var coarseness: Double?
  /// Makes the usual options of a format.
  package init(_ format: PictureFormat = .png) { self.format = format }
}

extension Figure {
  /// Draws the figure.
  package func canvas(_ options: PictureOptions = PictureOptions()) throws(PlotError) -> Canvas {
    let dpi = options.dpi ?? self.dpi
    guard dpi.isFinite, dpi > 0, dpi <= 100_000 else { throw .value("dpi must be positive") }
    let size = pixelSize(dpi: dpi)
    try layOut(dpi: dpi)
    let target: Canvas.Target = options.format == .png ? .pixels : options.format == .svg ? .svg : .pdf
    guard let padding = options.tightPadding else {
      let canvas = try Canvas(width: size.width, height: size.height, dpi: dpi, target: target)
      canvas.coarseness = options.coarseness
      try draw(on: canvas, options)
      return canvas
    }
    let trial = try Canvas(width: size.width, height: size.height, dpi: dpi)
    try draw(on: trial, options)
    let ink = trial.inkBounds().grown(by: (padding * dpi).rounded())
    let canvas = try Canvas(
      width: Int(ink.width), height: Int(ink.height), dpi: dpi, target: target, origin: Point(ink.x, ink.y), of: size)
    try draw(on: canvas, options)
    return canvas
  }

  /// The bytes of a picture file.
  package func fileBytes(_ options: PictureOptions = PictureOptions()) throws(PlotError) -> [UInt8] {
    try canvas(options).fileBytes()
  }

  /// The figure as a PNG file.
  package func png() throws(PlotError) -> [UInt8] { try fileBytes(PictureOptions(.png)) }

  /// The figure as an SVG text.
  package func svg() throws(PlotError) -> [UInt8] { try fileBytes(PictureOptions(.svg)) }

  private func draw(on canvas: Canvas, _ options: PictureOptions) throws(PlotError) {
    if !options.isTransparent { canvas.rectangle(canvas.bounds.grown(by: 5000), fill: options.background ?? background) }
    for axes in axes { try axes.draw(on: canvas) }
    let whole = AxesFrame(
      box: canvas.bounds, x: AxisMap(.linear, Limits(0, 1), from: 0, to: Double(canvas.width)),
      y: AxisMap(.linear, Limits(0, 1), from: Double(canvas.height), to: 0))
    for text in texts + [title] where !text.text.isEmpty { try text.draw(on: canvas, whole) }
    if let legend, let first = axes.first { try legend.draw(on: canvas, whole, first) }
  }

  /// Finds the margins that leave room for what stands around the axes.
  private func layOut(dpi: Double) throws(PlotError) {
    guard let tightPadding, !axes.isEmpty else { return }
    let size = pixelSize(dpi: dpi)
    guard size.width > 0, size.height > 0 else { return }
    let (w, h) = (Double(size.width), Double(size.height))
    let room = tightPadding * style.fontSize * dpi / 72
    margins = FigureMargins()
    // Twice, because narrower axes may have other ticks.
    for _ in 0..<2 {
      let canvas = try Canvas(width: size.width, height: size.height, dpi: dpi)
      var left = 0.0
      var right = 0.0
      var top = 0.0
      var bottom = 0.0
      var between = 0.0
      var above = 0.0
      for axes in axes {
        guard let place = axes.place else { continue }
        let outline = try axes.draw(on: canvas)
        let part = place.rect(margins)
        let cell = Rect(part.x * w, (1 - part.y - part.height) * h, part.width * w, part.height * h)
        let root = place.root
        let (l, r) = (max(0, cell.x - outline.x), max(0, outline.right - cell.right))
        let (t, b) = (max(0, cell.y - outline.y), max(0, outline.bottom - cell.bottom))
        if root.columns.lowerBound == 0 { left = max(left, l) } else { between = max(between, l) }
        if root.columns.upperBound == root.grid.columns { right = max(right, r) } else { between = max(between, r) }
        if root.rows.lowerBound == 0 { top = max(top, t) } else { above = max(above, t) }
        if root.rows.upperBound == root.grid.rows { bottom = max(bottom, b) } else { above = max(above, b) }
      }
      guard let grid = axes.compactMap({ $0.place?.root.grid }).max(by: { $0.rows * $0.columns < $1.rows * $1.columns }) else {
        return
      }
      if !title.text.isEmpty { top += canvas.size(of: title.text, title.style).height + room }
      var next = FigureMargins()
      (next.left, next.right) = ((left + room) / w, 1 - (right + room) / w)
      (next.bottom, next.top) = ((bottom + room) / h, 1 - (top + room) / h)
      guard next.right > next.left, next.top > next.bottom else { return }
      let (columns, rows) = (Double(grid.columns), Double(grid.rows))
      let gapX = columns > 1 ? between + room : 0
      let gapY = rows > 1 ? above + room : 0
      let cellX = ((next.right - next.left) * w - gapX * (columns - 1)) / columns
      let cellY = ((next.top - next.bottom) * h - gapY * (rows - 1)) / rows
      guard cellX > 0, cellY > 0 else { return }
      (next.columnGap, next.rowGap) = (gapX / cellX, gapY / cellY)
      margins = next
    }
  }
}

extension GridPlace {
  /// The place in the outermost grid.
  var root: GridPlace { grid.parent?.root ?? self }
}

extension Canvas {
  /// The smallest rectangle around all pixels that differ from the left upper one.
  func inkBounds() -> Rect {
    let pixels = rgba()
    guard pixels.count >= 4 else { return bounds }
    var (left, top, right, bottom) = (pictureWidth, pictureHeight, 0, 0)
    for row in 0..<pictureHeight {
      for column in 0..<pictureWidth {
        let base = (row * pictureWidth + column) * 4
        if pixels[base] != pixels[0] || pixels[base + 1] != pixels[1] || pixels[base + 2] != pixels[2]
          || pixels[base + 3] != pixels[3]
        {
          (left, right) = (min(left, column), max(right, column + 1))
          (top, bottom) = (min(top, row), max(bottom, row + 1))
        }
      }
    }
    return right > left ? Rect(Double(left), Double(top), Double(right - left), Double(bottom - top)) : bounds
  }
}
