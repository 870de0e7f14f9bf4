import Glibc
import Tensors

/// Turns an image by a random angle.
/// Reference: https://pytorch.org/vision/stable/generated/torchvision.transforms.RandomRotation.html
package final class RandomRotation: Transform {
  static let entry = TransformEntry(
    "RandomRotation(degrees, interpolation='nearest', expand: bool = False, center=None, fill=0)"
  ) { a throws(TensorError) in
    var range: [Double] = []
    for item in a["degrees"].items ?? [a["degrees"]] {
      guard let scalar = item.scalar else { throw .type("degrees should be a sequence of length 2.") }
      range.append(scalar.doubleValue)
    }
    if range.count == 1 {
      if range[0] < 0 { throw .value("If degrees is a single number, it must be positive.") }
      range = [-range[0], range[0]]
    }
    guard range.count == 2 else { throw .value("degrees should be a sequence of length 2.") }
    let method = try a["interpolation"].resampling()
    guard method == .nearest || method == .bilinear else {
      throw .notImplemented("RandomRotation: interpolation has to be nearest or bilinear, not \(method.name)")
    }
    let centre = a["center"].items?.compactMap { $0.scalar?.doubleValue }
    return RandomRotation(
      range[0], range[1], a.bool("expand"), centre, method, fill: try Border.colour(a["fill"]),
      shownFill: a["fill"].argumentText)
  }
  private let low: Double
  private let high: Double
  private let expands: Bool
  private let centre: [Double]?
  private let method: Resampling
  private let fill: [Double]
  private let shownFill: String

  init(
    _ low: Double, _ high: Double, _ expands: Bool, _ centre: [Double]?, _ method: Resampling, fill: [Double], shownFill: String
  ) {
    (self.low, self.high, self.expands, self.fill) = (low, high, expands, fill)
    (self.method, self.shownFill) = (method, shownFill)
    self.centre = centre?.count == 2 ? centre : nil
  }

  package var text: String {
    "RandomRotation(degrees=[\(low.pythonText), \(high.pythonText)], interpolation=\(method.name), "
      + "expand=\(expands ? "True" : "False"), fill=\(shownFill))"
  }

  package func apply(_ value: OpValue) throws(TensorError) -> OpValue {
    let picture = try Picture(value)
    let angle = Generator.standard.nextFloat(low, high)
    return try picture.rotated(
      degrees: angle, bilinear: method == .bilinear, expand: expands, centre: centre.map { ($0[0], $0[1]) }, fill: fill
    ).value
  }
}

/// Cuts out a window of random size and shape and brings it to one size.
/// Reference: https://pytorch.org/vision/stable/generated/torchvision.transforms.RandomResizedCrop.html
package final class RandomResizedCrop: Transform {
  static let entry = TransformEntry(
    "RandomResizedCrop(size, scale=(0.08, 1.0), ratio=(0.75, 1.3333333333333333), interpolation='bilinear', antialias=True)"
  ) { a throws(TensorError) in
    func pair(_ name: String) throws(TensorError) -> [Double] {
      let numbers = (a[name].items ?? []).compactMap { $0.scalar?.doubleValue }
      guard numbers.count == 2 else { throw .type("\(name.prefix(1).uppercased() + name.dropFirst()) should be a sequence") }
      return numbers
    }
    let size = try a.sizes("size", count: 2)
    guard size.allSatisfy({ $0 > 0 && $0 < 1 << 15 }) else { throw .value("height and width must be > 0") }
    return RandomResizedCrop(
      size, try pair("scale"), try pair("ratio"), try a["interpolation"].resampling(), antialias: a["antialias"].argumentText)
  }
  private let size: [Int]
  private let scale: [Double]
  private let ratio: [Double]
  private let method: Resampling
  private let antialias: String

  init(_ size: [Int], _ scale: [Double], _ ratio: [Double], _ method: Resampling, antialias: String) {
    self.antialias = antialias
    (self.size, self.scale, self.ratio, self.method) = (size, scale, ratio, method)
  }

  package var text: String {
    let ratios = ratio.map { (($0 * 10000).rounded() / 10000).pythonText }
    let scales = scale.map { (($0 * 10000).rounded() / 10000).pythonText }
    return "RandomResizedCrop(size=(\(size[0]), \(size[1])), scale=(\(scales[0]), \(scales[1])), "
      + "ratio=(\(ratios[0]), \(ratios[1])), interpolation=\(method.name), antialias=\(antialias))"
  }

  package func apply(_ value: OpValue) throws(TensorError) -> OpValue {
    let picture = try Picture(value)
    let (top, left, height, width) = place(in: picture)
    return try picture.window(top: top, left: left, height: height, width: width)
      .resized(width: size[1], height: size[0], method, antialias: antialias == "True").value
  }

  private func place(in image: Picture) -> (Int, Int, Int, Int) {
    let area = Double(image.height * image.width)
    let generator = Generator.standard
    // float32, as the tensors are that hold these numbers in torchvision.
    let logs = ratio.map { Double(logf(Float($0))) }
    for _ in 0..<10 {
      let wanted = area * generator.nextFloat(scale[0], scale[1])
      let aspect = Double(expf(Float(generator.nextFloat(logs[0], logs[1]))))
      let width = Int((wanted * aspect).squareRoot().rounded(.toNearestOrEven))
      let height = Int((wanted / aspect).squareRoot().rounded(.toNearestOrEven))
      if width > 0, width <= image.width, height > 0, height <= image.height {
        let top = Int(generator.nextInteger(low: 0, high: Int64(image.height - height + 1)))
        let left = Int(generator.nextInteger(low: 0, high: Int64(image.width - width + 1)))
        return (top, left, height, width)
      }
    }
    // No window fitted: the middle, within the range of shapes.
    let shape = Double(image.width) / Double(image.height)
    var (width, height) = (image.width, image.height)
    if shape < ratio[0] {
      height = min(height, Int((Double(width) / ratio[0]).rounded(.toNearestOrEven)))
    } else if shape > ratio[1] {
      width = min(width, Int((Double(height) * ratio[1]).rounded(.toNearestOrEven)))
    }
    return ((image.height - height) / 2, (image.width - width) / 2, height, width)
  }
}

/// Makes an image grey with probability `p`; the number of channels stays.
package final class RandomGrayscale: Transform {
  static let entry = TransformEntry("RandomGrayscale(p=0.1)") { a throws(TensorError) in
    RandomGrayscale(try a.number("p"), shown: a["p"].argumentText)
  }
  private let probability: Double
  private let shown: String
  init(_ probability: Double, shown: String) { (self.probability, self.shown) = (probability, shown) }

  package var text: String { "RandomGrayscale(p=\(shown))" }
  package func apply(_ value: OpValue) throws(TensorError) -> OpValue {
    let picture = try Picture(value)
    if Generator.standard.nextFloat(0, 1) >= probability { return value }
    return try picture.grey(channels: picture.channels).value
  }
}

/// Applies transforms, all or none of them.
package final class RandomApply: Transform {
  static let entry = TransformEntry("RandomApply(transforms, p=0.5)") { a throws(TensorError) in
    var transforms: [any Transform] = []
    for item in a["transforms"].items ?? [] { if let transform = try item.transform() { transforms.append(transform) } }
    return RandomApply(transforms, try a.number("p"), shown: a["p"].argumentText)
  }
  private let transforms: [any Transform]
  private let probability: Double
  private let shown: String
  init(_ transforms: [any Transform], _ probability: Double, shown: String) {
    (self.transforms, self.probability, self.shown) = (transforms, probability, shown)
  }

  package var text: String { "RandomApply(\n    p=\(shown)" + transforms.map { "\n    " + $0.text }.joined() + "\n)" }
  package func apply(_ value: OpValue) throws(TensorError) -> OpValue {
    if probability < Generator.standard.nextFloat(0, 1) { return value }
    return try Compose(transforms).apply(value)
  }
}

extension Generator {
  /// One float32 uniform, as `torch.empty(1).uniform_(low, high)` draws it.
  fileprivate func nextFloat(_ low: Double, _ high: Double) -> Double {
    var one: Float = 0
    withUnsafeMutablePointer(to: &one) { fillUniform(UnsafeMutableBufferPointer(start: $0, count: 1), low: low, high: high) }
    return Double(one)
  }
}

extension Double {
  /// The number as Python writes it, for the ordinary sizes that settings have.
  fileprivate var pythonText: String { "\(self)" }
}
