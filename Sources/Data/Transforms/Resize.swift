import Tensors

/// Changes an image's size: to `[height, width]`, or with one number so that the shorter side has that length.
/// Reference: https://pytorch.org/vision/stable/generated/torchvision.transforms.Resize.html
package final class Resize: Transform {
  static let entry = TransformEntry("Resize(size, interpolation='bilinear', max_size=None, antialias=True)") {
    a throws(TensorError) in
    let size = try a.ints("size")
    guard (1...2).contains(size.count), size.allSatisfy({ $0 > 0 }) else {
      throw .value("If size is a sequence, it should have 1 or 2 values")
    }
    return Resize(
      size, try a["interpolation"].resampling(), longest: a["max_size"].isNone ? nil : try a.int("max_size"),
      shown: a["size"].argumentText,
      antialias: a["antialias"].argumentText)
  }
  private let size: [Int]
  private let method: Resampling
  private let longest: Int?
  private let shown: String
  private let antialias: String

  init(_ size: [Int], _ method: Resampling, longest: Int?, shown: String, antialias: String) {
    self.size = size
    self.method = method
    self.longest = longest
    self.shown = shown
    self.antialias = antialias
  }

  package var text: String {
    "Resize(size=\(shown), interpolation=\(method.name), max_size=\(longest.map(String.init) ?? "None"), antialias=\(antialias))"
  }

  package func apply(_ value: OpValue) throws(TensorError) -> OpValue {
    let picture = try Picture(value)
    if picture.width == 0 || picture.height == 0 { throw .value("height and width must be > 0") }
    let (height, width) = try target(picture)
    return try picture.resized(width: width, height: height, method, antialias: antialias == "True").value
  }

  private func target(_ image: Picture) throws(TensorError) -> (height: Int, width: Int) {
    if size.count == 2 { return (size[0], size[1]) }
    let (short, long) = (min(image.width, image.height), max(image.width, image.height))
    var (newShort, newLong) = (size[0], Resize.scaled(size[0], long, short))
    if let longest {
      guard longest > size[0] else {
        throw .value(
          "max_size = \(longest) must be strictly greater than the requested size for the smaller edge size = \(shown)")
      }
      if newLong > longest { (newShort, newLong) = (Resize.scaled(longest, newShort, newLong), longest) }
    }
    return image.width <= image.height ? (newLong, newShort) : (newShort, newLong)
  }

  /// size · a / b, at most what any picture may measure.
  private static func scaled(_ size: Int, _ a: Int, _ b: Int) -> Int {
    let scaled = Double(size) * Double(a) / Double(max(b, 1))
    return Int(min(scaled, 1_073_741_824.0))
  }
}

extension OpValue {
  /// The resampling method that an argument names: a word, a number of PIL's, or `InterpolationMode.BILINEAR`.
  func resampling() throws(TensorError) -> Resampling {
    if case .int(let number) = self, let method = Resampling(rawValue: number) { return method }
    if case .string(let name) = self, let method = Resampling(named: name) { return method }
    throw .type("Argument interpolation should be a InterpolationMode or a corresponding Pillow integer constant")
  }
}
