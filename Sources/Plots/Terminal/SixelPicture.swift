/// Sixels: stripes of six pixel rows, a colour at a time (VT330/VT340 Programmer Reference Manual, chapter 14).
enum SixelPicture {
  static func text(_ canvas: Canvas) -> String {
    let (width, height) = (canvas.pictureWidth, canvas.pictureHeight)
    let (palette, indices) = Palette.reduce(canvas.rgba())
    var out = Array("\u{1B}P0;1;0q\"1;1;\(width);\(height)".utf8)
    for (index, color) in palette.enumerated() {
      func percent(_ part: UInt8) -> Int { (Int(part) * 100 + 127) / 255 }
      out += "#\(index);2;\(percent(color.0));\(percent(color.1));\(percent(color.2))".utf8
    }
    for top in stride(from: 0, to: height, by: 6) {
      var used = [Bool](repeating: false, count: palette.count)
      for row in top..<min(top + 6, height) { for column in 0..<width { used[Int(indices[row * width + column])] = true } }
      for color in palette.indices where used[color] {
        out += "#\(color)".utf8
        var column = 0
        while column < width {
          let bits = Self.bits(indices, color, column, top, width, height)
          var end = column + 1
          while end < width, Self.bits(indices, color, end, top, width, height) == bits { end += 1 }
          let count = end - column
          let letter = UInt8(63 + bits)
          if count > 3 { out += "!\(count)".utf8 + [letter] } else { out += [UInt8](repeating: letter, count: count) }
          column = end
        }
        out.append(UInt8(ascii: "$"))
      }
      out.append(UInt8(ascii: "-"))
    }
    out += "\u{1B}\\".utf8
    return String(decoding: out, as: UTF8.self)
  }

  private static func bits(_ indices: [UInt8], _ color: Int, _ column: Int, _ top: Int, _ width: Int, _ height: Int) -> Int {
    var bits = 0
    for row in 0..<min(6, height - top) where Int(indices[(top + row) * width + column]) == color { bits |= 1 << row }
    return bits
  }
}

/// A picture's colours reduced to at most 256.
enum Palette {
  /// The colours, and which of them each pixel has. Boxes of the most used colours are halved until there are enough (P. Heckbert,
  /// "Color image quantization for frame buffer display", 1982), on colours of five bits a part.
  static func reduce(_ rgba: [UInt8]) -> (colors: [(UInt8, UInt8, UInt8)], indices: [UInt8]) {
    let count = rgba.count / 4
    var frequency = [Int](repeating: 0, count: 1 << 15)
    var cells = [UInt16](repeating: 0, count: count)
    for pixel in 0..<count {
      let cell = Int(rgba[pixel * 4] >> 3) << 10 | Int(rgba[pixel * 4 + 1] >> 3) << 5 | Int(rgba[pixel * 4 + 2] >> 3)
      cells[pixel] = UInt16(cell)
      frequency[cell] += 1
    }
    var boxes = [frequency.indices.filter { frequency[$0] > 0 }]
    func part(_ cell: Int, _ axis: Int) -> Int { cell >> (10 - 5 * axis) & 31 }
    func spread(_ box: [Int]) -> (axis: Int, size: Int) {
      (0..<3).map { axis in
        let parts = box.map { part($0, axis) }
        return (axis, (parts.max() ?? 0) - (parts.min() ?? 0))
      }.max { $0.size < $1.size } ?? (0, 0)
    }
    var spreads = boxes.map(spread)
    while boxes.count < 256, let widest = spreads.indices.max(by: { spreads[$0].size < spreads[$1].size }),
      spreads[widest].size > 0
    {
      let axis = spreads[widest].axis
      let sorted = boxes[widest].sorted { part($0, axis) < part($1, axis) }
      // Halved where as many pixels lie on either side, but never into nothing.
      let total = sorted.reduce(0) { $0 + frequency[$1] }
      var (split, sum) = (0, 0)
      while split < sorted.count - 1, sum + frequency[sorted[split]] <= total / 2 {
        sum += frequency[sorted[split]]
        split += 1
      }
      split = max(1, split)
      boxes[widest] = Array(sorted[..<split])
      boxes.append(Array(sorted[split...]))
      spreads[widest] = spread(boxes[widest])
      spreads.append(spread(boxes[boxes.count - 1]))
    }
    var owner = [UInt8](repeating: 0, count: 1 << 15)
    for (index, box) in boxes.enumerated() { for cell in box { owner[cell] = UInt8(index) } }
    var sums = [(Int, Int, Int, Int)](repeating: (0, 0, 0, 0), count: boxes.count)
    let indices = cells.enumerated().map { pixel, cell in
      let index = owner[Int(cell)]
      let base = pixel * 4
      sums[Int(index)].0 += Int(rgba[base])
      sums[Int(index)].1 += Int(rgba[base + 1])
      sums[Int(index)].2 += Int(rgba[base + 2])
      sums[Int(index)].3 += 1
      return index
    }
    let colors = sums.map { sum in
      let n = max(1, sum.3)
      return (UInt8(sum.0 / n), UInt8(sum.1 / n), UInt8(sum.2 / n))
    }
    return (colors, indices)
  }
}
