/// A grid of numbers or colours as a picture: `imshow`.
package final class ImageArtist: Artist {
  /// What the picture is made of, row by row.
  package enum Content {
    /// Numbers that a colour map turns into colours.
    case numbers
    /// Red, green, blue and opacity of each element, from 0 to 1.
    case colors([Float])
  }

  /// How elements are spread over pixels.
  package enum Interpolation { case nearest, smooth }

  package let rows, columns: Int
  package let content: Content
  /// The numbers and their colour map; without numbers, the map only.
  package var mapping: ColorMapping
  package var interpolation = Interpolation.nearest
  /// Where it lies: left, right, bottom, top.
  package var left, right, bottom, top: Double

  /// Numbers as colours.
  package init(_ mapping: ColorMapping, rows: Int, columns: Int) {
    self.mapping = mapping
    self.rows = rows
    self.columns = columns
    content = .numbers
    (left, right, bottom, top) = (-0.5, Double(columns) - 0.5, Double(rows) - 0.5, -0.5)
    super.init(order: 0)
  }

  /// A picture of colours.
  package init(colors: [Float], rows: Int, columns: Int, map: Colormap) {
    self.rows = rows
    self.columns = columns
    content = .colors(colors)
    mapping = ColorMapping([], map: map, scale: Normalization(low: 0, high: 1))
    (left, right, bottom, top) = (-0.5, Double(columns) - 0.5, Double(rows) - 0.5, -0.5)
    super.init(order: 0)
  }

  override func addSpan(x: inout DataSpan, y: inout DataSpan) {
    x.add(edge: left)
    x.add(edge: right)
    y.add(edge: bottom)
    y.add(edge: top)
  }

  override func draw(on canvas: Canvas, _ frame: AxesFrame) throws(PlotError) {
    guard rows > 0, columns > 0 else { return }
    let (x0, x1) = (frame.x.pixel(left), frame.x.pixel(right))
    let (y0, y1) = (frame.y.pixel(top), frame.y.pixel(bottom))
    guard [x0, x1, y0, y1].allSatisfy(\.isFinite) else { return }
    let reach = (isClipped ? frame.box.intersection(canvas.bounds) : canvas.bounds).grown(by: 1)
    let minX = Int(max(reach.x, min(x0, x1)).rounded())
    let maxX = Int(min(reach.right, max(x0, x1)).rounded())
    let minY = Int(max(reach.y, min(y0, y1)).rounded())
    let maxY = Int(min(reach.bottom, max(y0, y1)).rounded())
    guard maxX > minX, maxY > minY else { return }
    let across = Self.sources(minX, maxX, from: x0, to: x1, count: columns, interpolation)
    let down = Self.sources(minY, maxY, from: y0, to: y1, count: rows, interpolation)
    let width = maxX - minX
    let height = maxY - minY
    let opacity = alpha ?? 1
    let pixels = [UInt8](unsafeUninitializedCapacity: width * height * 4) { out, count in
      for row in 0..<height {
        for column in 0..<width {
          let color = self.color(down[row], across[column])
          let a = max(0, min(1, color.alpha * opacity))
          let base = (row * width + column) * 4
          out[base] = Color.byte(color.blue * a)
          out[base + 1] = Color.byte(color.green * a)
          out[base + 2] = Color.byte(color.red * a)
          out[base + 3] = Color.byte(a)
        }
      }
      count = width * height * 4
    }
    canvas.image(pixels, width: width, height: height, at: minX, minY)
  }

  /// The elements that a pixel shows: a range that is averaged, or two with the second one's share.
  private struct Source {
    var first: Int
    var last: Int
    var share: Double
  }

  private static func sources(
    _ start: Int, _ end: Int, from: Double, to: Double, count: Int, _ interpolation: Interpolation
  ) -> [Source] {
    let scale = Double(count) / (to - from)
    return (start..<end).map { pixel in
      let place = (Double(pixel) + 0.5 - from) * scale
      let last = Double(count - 1)
      func index(_ place: Double) -> Int { Int(max(0, min(last, place.rounded(.down)))) }
      if abs(scale) > 1 {
        // Several elements a pixel; at most nine of them are looked at.
        let half = abs(scale) / 2
        return Source(first: index(place - half), last: max(index(place - half), index(place + half - 1e-9)), share: 0)
      }
      guard interpolation == .smooth else { return Source(first: index(place), last: index(place), share: 0) }
      let lower = max(0, min(last, place - 0.5))
      return Source(first: Int(lower), last: min(Int(lower) + 1, count - 1), share: lower - lower.rounded(.down))
    }
  }

  private func color(_ row: Source, _ column: Source) -> Color {
    switch content {
    case .numbers:
      return mapping.color(blend(row, column) { mapping.values[$0] })
    case .colors(let parts):
      if row.first == row.last, column.first == column.last {
        let base = (row.first * columns + column.first) * 4
        return Color(Double(parts[base]), Double(parts[base + 1]), Double(parts[base + 2]), Double(parts[base + 3]))
      }
      let mixed = (0..<4).map { part in blend(row, column) { Double(parts[$0 * 4 + part]) } }
      return Color(mixed[0], mixed[1], mixed[2], mixed[3])
    }
  }

  private func blend(_ row: Source, _ column: Source, _ element: (Int) -> Double) -> Double {
    if row.first == row.last, column.first == column.last { return element(row.first * columns + column.first) }
    if interpolation == .smooth, row.last - row.first <= 1, column.last - column.first <= 1, row.share > 0 || column.share > 0 {
      func along(_ r: Int) -> Double {
        let base = r * columns
        return element(base + column.first) * (1 - column.share) + element(base + column.last) * column.share
      }
      return along(row.first) * (1 - row.share) + along(row.last) * row.share
    }
    var sum = 0.0
    var count = 0.0
    for r in stride(from: row.first, through: row.last, by: max(1, (row.last - row.first) / 2)) {
      for c in stride(from: column.first, through: column.last, by: max(1, (column.last - column.first) / 2)) {
        sum += element(r * columns + c)
        count += 1
      }
    }
    return sum / count
  }
}

extension ImageArtist {
  /// The element at a place on the axes, where the picture is.
  package func element(atX x: Double, y: Double) -> Int? {
    let column = ((x - left) / (right - left) * Double(columns)).rounded(.down)
    let row = ((y - top) / (bottom - top) * Double(rows)).rounded(.down)
    guard column >= 0, row >= 0, column < Double(columns), row < Double(rows) else { return nil }
    return Int(row) * columns + Int(column)
  }
}
