/// A picture of characters: the upper half of a cell in the letter's colour, the lower half in the background's.
///
/// Letters would not be readable on so few pixels: titles, limits and names follow below as text.
enum HalfBlockPicture {
  /// How many pixels are averaged to one in each direction.
  private static let fineness = 4

  static func text(_ figure: Figure, _ size: TerminalSize) throws(PlotError) -> String {
    let whole = figure.pixelSize()
    guard whole.width > 0, whole.height > 0 else { return figure.summary + "\n" }
    // A cell is about twice as high as wide, so half a cell is a square: as many pixels across as columns.
    let columns = max(16, min(size.columns > 0 ? size.columns : 80, 100))
    let most = max(16, 2 * ((size.rows > 0 ? size.rows : 24) - 4))
    let scale = min(Double(columns) / Double(whole.width), Double(most) / Double(whole.height))
    var options = PictureOptions(.png)
    options.dpi = figure.dpi * scale * Double(fineness)
    // Lines as wide as they are in the figure would all but vanish.
    options.coarseness = max(1, 0.45 / scale)
    let canvas = try figure.canvas(options)
    let (width, height) = (canvas.pictureWidth / fineness, canvas.pictureHeight / fineness)
    let pixels = Pixels(canvas.rgba(), canvas.pictureWidth, width, height)
    var out = ""
    for row in stride(from: 0, to: height, by: 2) {
      var last = ""
      for column in 0..<width {
        let style =
          code(38, pixels.average(column, row), size.hasFullColor)
          + code(48, pixels.average(column, row + 1), size.hasFullColor)
        if style != last { out += style }
        last = style
        out += "\u{2580}"
      }
      out += "\u{1B}[0m\n"
    }
    return out + figure.caption(size)
  }

  private struct Pixels {
    let rgba: [UInt8]
    let stride, width, height: Int

    init(_ rgba: [UInt8], _ stride: Int, _ width: Int, _ height: Int) {
      (self.rgba, self.stride, self.width, self.height) = (rgba, stride, width, height)
    }

    func average(_ column: Int, _ row: Int) -> (Int, Int, Int) {
      guard row < height else { return (255, 255, 255) }
      var sum = (0, 0, 0)
      for y in 0..<fineness {
        for x in 0..<fineness {
          let base = ((row * fineness + y) * stride + column * fineness + x) * 4
          sum.0 += Int(rgba[base])
          sum.1 += Int(rgba[base + 1])
          sum.2 += Int(rgba[base + 2])
        }
      }
      let count = fineness * fineness
      return (sum.0 / count, sum.1 / count, sum.2 / count)
    }
  }

  /// The escape sequence of a colour: 38 for letters, 48 for the background.
  static func code(_ kind: Int, _ color: (Int, Int, Int), _ isFull: Bool) -> String {
    if isFull { return "\u{1B}[\(kind);2;\(color.0);\(color.1);\(color.2)m" }
    // The 256 colours: a cube of six levels a part, and 24 greys.
    let isGrey = max(color.0, color.1, color.2) - min(color.0, color.1, color.2) < 10
    if isGrey {
      let level = (color.0 - 8 + 5) / 10
      return "\u{1B}[\(kind);5;\(color.0 < 4 ? 16 : color.0 > 246 ? 231 : 232 + max(0, min(23, level)))m"
    }
    func step(_ part: Int) -> Int { part < 48 ? 0 : part < 115 ? 1 : (part - 35) / 40 }
    return "\u{1B}[\(kind);5;\(16 + 36 * step(color.0) + 6 * step(color.1) + step(color.2))m"
  }
}

extension Figure {
  /// What the figure's texts say, a line for each of its axes.
  fileprivate func caption(_ size: TerminalSize) -> String {
    var lines: [String] = []
    if !title.text.isEmpty { lines.append(plain(title.text)) }
    for axes in axes.prefix(12) {
      var parts: [String] = []
      if !axes.title.text.isEmpty { parts.append(plain(axes.title.text)) }
      if let bar = axes.colorbar {
        let range = bar.mapping.scale.range
        let label = bar.axis.label.text.isEmpty ? "colours" : plain(bar.axis.label.text)
        parts.append(
          "\(label) \(short(range.low)) \(swatch(bar.mapping.color(range.low), size))…\(swatch(bar.mapping.color(range.high), size)) \(short(range.high))"
        )
      } else if axes.isFrameVisible {
        let (x, y) = (axes.xLimits, axes.yLimits)
        parts.append("\(axes.x.label.text.isEmpty ? "x" : plain(axes.x.label.text)) \(short(x.first))…\(short(x.last))")
        parts.append("\(axes.y.label.text.isEmpty ? "y" : plain(axes.y.label.text)) \(short(y.first))…\(short(y.last))")
      }
      for entry in axes.legend?.entries.prefix(12) ?? [] {
        parts.append("\(swatch(entry.artist.keyColor, size)) \(plain(entry.label))")
      }
      if !parts.isEmpty { lines.append(parts.joined(separator: " · ")) }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// A text without control characters: a title may hold anything, and none of it is meant for the terminal.
  private func plain(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.replacing("\n", with: " ").unicodeScalars.filter { $0.value >= 32 && !(127..<160).contains($0.value) }))
  }

  private func short(_ value: Double) -> String {
    let size = abs(value)
    if size != 0, size < 0.001 || size >= 1e6 { return "\(Float(value))" }
    var text = TickText.fixed(value, 3)
    while text.contains("."), text.hasSuffix("0") || text.hasSuffix(".") { text.removeLast() }
    return text
  }

  private func swatch(_ color: Color, _ size: TerminalSize) -> String {
    let (r, g, b) = color.bytes
    return HalfBlockPicture.code(38, (Int(r), Int(g), Int(b)), size.hasFullColor) + "\u{25A0}\u{1B}[0m"
  }
}

extension Artist {
  /// The colour that stands for it in a list.
  var keyColor: Color {
    switch self {
    case let line as LineArtist: line.isDrawn ? line.stroke.color : line.markerFill ?? line.stroke.color
    case let points as PointsArtist: points.colors.first ?? points.mapping?.map.color(at: 0.5) ?? .black
    case let bars as RectanglesArtist: bars.fills.first ?? .black
    case let area as AreaArtist: area.fill
    case let lines as SegmentsArtist: lines.stroke.color
    default: .black
    }
  }
}
