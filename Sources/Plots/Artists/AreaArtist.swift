/// Filled outlines in data coordinates: `fill_between`, `fill`, `pie`'s slices.
package final class AreaArtist: Artist {
  /// The outlines.
  package var outlines: [[(x: Double, y: Double)]]
  package var fill: Color
  package var edge: Stroke?

  /// Areas of a colour.
  package init(_ outlines: [[(x: Double, y: Double)]], fill: Color) {
    self.outlines = outlines
    self.fill = fill
    super.init(order: 1)
  }

  override func addSpan(x: inout DataSpan, y: inout DataSpan) {
    for outline in outlines {
      for point in outline {
        x.add(point.x)
        y.add(point.y)
      }
    }
  }

  override func draw(on canvas: Canvas, _ frame: AxesFrame) throws(PlotError) {
    canvas.polygons(
      outlines.map { $0.map { frame.point($0.x, $0.y) } }, fill: fill.with(alpha: alpha ?? (fill.alpha < 1 ? fill.alpha : nil)),
      stroke: edge)
  }

  override func drawKey(on canvas: Canvas, in rect: Rect) {
    canvas.rectangle(rect, fill: fill.with(alpha: alpha ?? fill.alpha), stroke: edge)
  }

  override func obstacles(_ frame: AxesFrame) -> [Point] {
    outlines.flatMap { $0.prefix(500).map { frame.point($0.x, $0.y) } }
  }
}

extension AreaArtist {
  /// The area between two lines, in pieces where it is interrupted.
  package convenience init(
    between x: [Double], _ low: [Double], _ high: [Double], isVertical: Bool, where shown: [Bool]?, fill: Color
  ) {
    var outlines: [[(x: Double, y: Double)]] = []
    var run: [Int] = []
    func finish() {
      if run.count > 1 {
        let outline = run.map { (x[$0], low[$0]) } + run.reversed().map { (x[$0], high[$0]) }
        outlines.append(isVertical ? outline.map { (x: $0.0, y: $0.1) } : outline.map { (x: $0.1, y: $0.0) })
      }
      run = []
    }
    for index in x.indices {
      let isWhole = x[index].isFinite && low[index].isFinite && high[index].isFinite && (shown?[index] ?? true)
      if isWhole { run.append(index) } else { finish() }
    }
    finish()
    self.init(outlines, fill: fill)
  }
}
