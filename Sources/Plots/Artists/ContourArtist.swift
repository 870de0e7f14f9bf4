import Glibc

/// Lines of equal height, or the areas between them: `contour`, `contourf`.
package final class ContourArtist: Artist {
  /// The places of the grid's columns and rows.
  package let x, y: [Double]
  /// The heights, row by row.
  package let heights: [Double]
  /// The heights of the lines, upwards.
  package let levels: [Double]
  package let isFilled: Bool
  /// The colours of the levels: their numbers through a map.
  package let mapping: ColorMapping
  /// Colours given one by one, in place of the map's.
  package var colors: [Color]?
  package var width = 1.5
  /// The dashes of every line; nil for the usual ones (lines below zero are dashed where all have one colour).
  package var dashes: [Double]?
  /// Whether areas beyond the first and last level are filled as well.
  package var extends: (below: Bool, above: Bool) = (false, false)
  /// Labels on the lines.
  package var labels: (format: (Double) -> String, size: Double)?

  /// Contours of a grid; `levels` rise.
  package init(
    _ x: [Double], _ y: [Double], _ heights: [Double], levels: [Double], isFilled: Bool, map: Colormap, scale: Normalization
  ) {
    self.x = x
    self.y = y
    self.heights = heights
    self.levels = levels
    self.isFilled = isFilled
    // The first and last colours belong to the outermost bands, so the map's ends are those bands' middles.
    let shown = isFilled ? zip(levels, levels.dropFirst()).map { ($0 + $1) / 2 } : levels
    if isFilled {
      if scale.low == nil { scale.low = levels.first }
      if scale.high == nil { scale.high = levels.last }
    }
    mapping = ColorMapping(shown, map: map, scale: scale)
    super.init(order: isFilled ? 1 : 2)
  }

  override func addSpan(x span: inout DataSpan, y other: inout DataSpan) {
    for value in [x.min(), x.max()].compactMap({ $0 }) { span.add(edge: value) }
    for value in [y.min(), y.max()].compactMap({ $0 }) { other.add(edge: value) }
  }

  /// Heights at which lines are usually drawn: about so many round numbers.
  package static func levels(_ heights: [Double], about count: Int, isFilled: Bool) -> [Double] {
    let finite = heights.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max(), low < high else { return [] }
    let step = TickLocator.linear(low, high, most: max(1, count) + 1, steps: [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10, 15])
    guard step.count > 1 else { return step }
    let width = step[1] - step[0]
    var all = step
    if let first = all.first, first > low { all.insert(first - width, at: 0) }
    if let last = all.last, last < high { all.append(last + width) }
    // Lines outside the data would not be seen; bands need the level below and the one above.
    return isFilled ? all : all.filter { $0 > low - width && $0 < high + width }
  }

  func color(_ index: Int) -> Color {
    if let colors, !colors.isEmpty { return colors[index % colors.count].with(alpha: alpha) }
    guard index < mapping.values.count else { return .clear }
    return mapping.color(mapping.values[index]).with(alpha: alpha)
  }

  /// A corner of a triangle: its place and height.
  private typealias Corner = (x: Double, y: Double, height: Double)

  /// Each cell as four triangles around its middle, so that lines neither cross nor depend on a choice of diagonal.
  private func forEachTriangle(_ body: (Corner, Corner, Corner) -> Void) {
    let columns = x.count
    for row in 0..<max(0, y.count - 1) {
      for column in 0..<max(0, columns - 1) {
        func corner(_ r: Int, _ c: Int) -> Corner { (x[c], y[r], heights[r * columns + c]) }
        let ring = [corner(row, column), corner(row, column + 1), corner(row + 1, column + 1), corner(row + 1, column)]
        guard ring.allSatisfy({ $0.height.isFinite }) else { continue }
        let low = ring.map(\.height).min() ?? 0
        let high = ring.map(\.height).max() ?? 0
        if let first = levels.first, let last = levels.last, !isFilled, high < first || low > last { continue }
        let middle: Corner = (
          (ring[0].x + ring[1].x) / 2, (ring[0].y + ring[3].y) / 2, ring.reduce(0) { $0 + $1.height / 4 }
        )
        for side in 0..<4 { body(ring[side], ring[(side + 1) % 4], middle) }
      }
    }
  }

  override func draw(on canvas: Canvas, _ frame: AxesFrame) throws(PlotError) {
    if isFilled { drawBands(on: canvas, frame) } else { drawLines(on: canvas, frame) }
  }

  private func drawBands(on canvas: Canvas, _ frame: AxesFrame) {
    var bands = zip(levels, levels.dropFirst()).enumerated().map { (low: $1.0, high: $1.1, color: color($0)) }
    if extends.below, let first = levels.first { bands.insert((-.infinity, first, mapping.map.color(at: 0)), at: 0) }
    if extends.above, let last = levels.last { bands.append((last, .infinity, mapping.map.color(at: 1))) }
    var outlines = [[[Point]]](repeating: [], count: bands.count)
    forEachTriangle { a, b, c in
      let low = min(a.height, b.height, c.height)
      let high = max(a.height, b.height, c.height)
      for (index, band) in bands.enumerated() where band.high >= low && band.low <= high {
        let piece = Self.cut(Self.cut([a, b, c], at: band.low, keepsAbove: true), at: band.high, keepsAbove: false)
        if piece.count > 2 { outlines[index].append(piece.map { frame.point($0.x, $0.y) }) }
      }
    }
    for (index, band) in bands.enumerated() { canvas.polygons(outlines[index], fill: band.color, isSmooth: false) }
  }

  /// The part of an outline above or below a height (Sutherland and Hodgman, 1974).
  private static func cut(_ outline: [Corner], at level: Double, keepsAbove: Bool) -> [Corner] {
    guard level.isFinite else { return outline }
    var result: [Corner] = []
    for (index, b) in outline.enumerated() {
      let a = outline[(index + outline.count - 1) % outline.count]
      let isIn = keepsAbove ? b.height >= level : b.height <= level
      let wasIn = keepsAbove ? a.height >= level : a.height <= level
      if isIn != wasIn { result.append(between(a, b, level)) }
      if isIn { result.append(b) }
    }
    return result
  }

  private static func between(_ a: Corner, _ b: Corner, _ level: Double) -> Corner {
    let t = (level - a.height) / (b.height - a.height)
    return (a.x + t * (b.x - a.x), a.y + t * (b.y - a.y), level)
  }

  private func drawLines(on canvas: Canvas, _ frame: AxesFrame) {
    for (index, level) in levels.enumerated() {
      var pieces: [(Point, Point)] = []
      forEachTriangle { a, b, c in
        var ends: [Point] = []
        for (p, q) in [(a, b), (b, c), (c, a)] where (p.height < level) != (q.height < level) {
          let crossing = Self.between(p, q, level)
          ends.append(frame.point(crossing.x, crossing.y))
        }
        if ends.count == 2 { pieces.append((ends[0], ends[1])) }
      }
      let isDashed = dashes == nil && colors != nil && colors?.count == 1 && level < 0
      let stroke = Stroke(color(index), width: width, dashes: dashes ?? (isDashed ? [3.7, 1.6] : []))
      let lines = Self.joined(pieces)
      for line in lines { canvas.polyline(line, stroke) }
      if let labels { drawLabel(labels.format(level), labels.size, color(index), on: canvas, lines, frame) }
    }
  }

  private func drawLabel(
    _ text: String, _ size: Double, _ color: Color, on canvas: Canvas, _ lines: [[Point]], _ frame: AxesFrame
  ) {
    let style = TextStyle(Font(size: size), color: color, horizontal: .center, vertical: .center)
    let needed = canvas.size(of: text, style)
    guard let line = lines.max(by: { $0.count < $1.count }), line.count > 4 else { return }
    let middle = line[line.count / 2]
    guard frame.box.contains(middle) else { return }
    canvas.rectangle(
      Rect(middle.x - needed.width / 2 - 2, middle.y - needed.height / 2, needed.width + 4, needed.height), fill: .white)
    canvas.text(text, at: middle, style)
  }

  /// Pieces with common ends as long lines.
  private static func joined(_ pieces: [(Point, Point)]) -> [[Point]] {
    struct Key: Hashable { var x, y: Int64 }
    func key(_ point: Point) -> Key {
      func whole(_ v: Double) -> Int64 { Int64(max(-1e9, min(1e9, v * 1000)).rounded()) }
      return Key(x: whole(point.x), y: whole(point.y))
    }
    var ends: [Key: [Int]] = [:]
    for (index, piece) in pieces.enumerated() where piece.0.isFinite && piece.1.isFinite {
      ends[key(piece.0), default: []].append(index)
      ends[key(piece.1), default: []].append(index)
    }
    var used = [Bool](repeating: false, count: pieces.count)
    func follow(from start: Point) -> [Point] {
      var line: [Point] = []
      var place = start
      while let next = ends[key(place)]?.first(where: { !used[$0] }) {
        used[next] = true
        place = key(pieces[next].0) == key(place) ? pieces[next].1 : pieces[next].0
        line.append(place)
      }
      return line
    }
    var lines: [[Point]] = []
    for (index, piece) in pieces.enumerated() where !used[index] && piece.0.isFinite && piece.1.isFinite {
      used[index] = true
      let back = follow(from: piece.0)
      lines.append(back.reversed() + [piece.0, piece.1] + follow(from: piece.1))
    }
    return lines
  }

  override func drawKey(on canvas: Canvas, in rect: Rect) {
    if isFilled {
      canvas.rectangle(rect, fill: color(0))
    } else {
      canvas.polyline([Point(rect.x, rect.center.y), Point(rect.right, rect.center.y)], Stroke(color(0), width: width))
    }
  }
}

extension ContourArtist {
  /// The levels and their lines' colours, for a colour bar.
  package var levelColors: [(level: Double, color: Color)] { levels.enumerated().map { (level: $1, color: color($0)) } }
}
