/// A colour with opacity, all parts from 0 to 1.
package struct Color: Equatable {
  /// The parts.
  package var red, green, blue, alpha: Double

  /// Makes a colour of its parts.
  package init(_ red: Double, _ green: Double, _ blue: Double, _ alpha: Double = 1) {
    self.red = red
    self.green = green
    self.blue = blue
    self.alpha = alpha
  }

  /// Makes a colour of `0xRRGGBB`.
  package init(hex: Int) {
    self.init(Double(hex >> 16 & 255) / 255, Double(hex >> 8 & 255) / 255, Double(hex & 255) / 255)
  }

  /// Black.
  package static let black = Color(0, 0, 0)
  /// White.
  package static let white = Color(1, 1, 1)
  /// Nothing to see.
  package static let clear = Color(0, 0, 0, 0)

  /// The same colour, less opaque.
  package func faded(_ opacity: Double) -> Color { Color(red, green, blue, alpha * opacity) }

  /// The same colour with another opacity, where one is given.
  package func with(alpha: Double?) -> Color { alpha.map { Color(red, green, blue, $0) } ?? self }

  /// How bright it looks, for a text on top of it.
  package var luminance: Double { 0.2126 * red + 0.7152 * green + 0.0722 * blue }

  /// The bytes of the parts, without opacity.
  var bytes: (UInt8, UInt8, UInt8) { (Self.byte(red), Self.byte(green), Self.byte(blue)) }

  static func byte(_ part: Double) -> UInt8 { UInt8(max(0, min(255, (part * 255).rounded()))) }

  /// The colours that successive series get, as `C0`, `C1`, … name them.
  package static let cycle: [Color] = [
    0x1f77b4, 0xff7f0e, 0x2ca02c, 0xd62728, 0x9467bd, 0x8c564b, 0xe377c2, 0x7f7f7f, 0xbcbd22, 0x17becf,
  ].map { Color(hex: $0) }

  /// Reads a colour as matplotlib writes it: a name, a letter, `#rrggbb`, a grey level in quotes, `C0` or `none`.
  package init(_ text: String) throws(PlotError) {
    guard let color = Color.parse(text) else { throw .unknownColor("'\(text)'") }
    self = color
  }

  /// The colour that a text names, if it names one.
  package static func parse(_ text: String) -> Color? {
    let name = text.lowercased()
    if name == "none" { return .clear }
    if let hex = letters[text] { return Color(hex: hex) }
    if let hex = ColorNames.table[name] { return Color(hex: hex) }
    if name.hasPrefix("tab:"), let index = tabNames.firstIndex(of: String(name.dropFirst(4))) { return cycle[index] }
    if text.hasPrefix("C"), text.count > 1, let index = Int(text.dropFirst()), index >= 0 { return cycle[index % cycle.count] }
    if text.hasPrefix("#") { return hexadecimal(Array(text.utf8.dropFirst())) }
    if let level = Double(text), level >= 0, level <= 1 { return Color(level, level, level) }
    return nil
  }

  private static func hexadecimal(_ digits: [UInt8]) -> Color? {
    var parts: [Double] = []
    let width = digits.count <= 4 ? 1 : 2
    guard [3, 4, 6, 8].contains(digits.count) else { return nil }
    for start in stride(from: 0, to: digits.count, by: width) {
      guard let part = UInt8(String(decoding: digits[start..<start + width], as: UTF8.self), radix: 16) else { return nil }
      parts.append(Double(part) / (width == 1 ? 15 : 255))
    }
    return Color(parts[0], parts[1], parts[2], parts.count > 3 ? parts[3] : 1)
  }

  static let letters: [String: Int] = [
    "b": 0x0000ff, "g": 0x008000, "r": 0xff0000, "c": 0x00bfbf, "m": 0xbf00bf, "y": 0xbfbf00, "k": 0x000000, "w": 0xffffff,
  ]

  private static let tabNames = ["blue", "orange", "green", "red", "purple", "brown", "pink", "gray", "olive", "cyan"]
}

extension PlotError {
  /// Something that is no colour; `text` is its repr.
  package static func unknownColor(_ text: String) -> PlotError {
    .value(
      "\(text) is not a valid value for color: supported inputs are (r, g, b) and (r, g, b, a) 0-1 float tuples; '#rrggbb', "
        + "'#rrggbbaa', '#rgb', '#rgba' strings; named color strings; string reprs of 0-1 floats for grayscale values; "
        + "'C0', 'C1', ... strings for colors of the color cycle; and pairs combining one of the above with an alpha value")
  }
}
