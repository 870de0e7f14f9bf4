import Tensors

/// Cuts out the middle of an image.
package final class CenterCrop: Transform {
  static let entry = TransformEntry("CenterCrop(size)") { a throws(TensorError) in
    CenterCrop(try a.sizes("size", count: 2))
  }
  private let size: [Int]
  init(_ size: [Int]) { self.size = size }

  package var text: String { "CenterCrop(size=(\(size[0]), \(size[1])))" }
  package func apply(_ value: OpValue) throws(TensorError) -> OpValue {
    let image = try value.image(for: "CenterCrop")
    let top = Int((Double(image.height - size[0]) / 2).rounded(.toNearestOrEven))
    let left = Int((Double(image.width - size[1]) / 2).rounded(.toNearestOrEven))
    return image.window(top: top, left: left, height: size[0], width: size[1]).value
  }
}

/// Cuts out a window at a random place.
package final class RandomCrop: Transform {
  static let entry = TransformEntry("RandomCrop(size, padding=None, pad_if_needed=False, fill=0, padding_mode='constant')") {
    a throws(TensorError) in
    let padding = a["padding"].isNone ? [0] : try a.ints("padding")
    return RandomCrop(try a.sizes("size", count: 2), padding: padding, shownPadding: a["padding"].argumentText)
  }
  private let size: [Int]
  private let padding: [Int]
  private let shownPadding: String

  init(_ size: [Int], padding: [Int], shownPadding: String) {
    self.size = size
    self.padding = padding
    self.shownPadding = shownPadding
  }

  package var text: String { "RandomCrop(size=(\(size[0]), \(size[1])), padding=\(shownPadding))" }
  package func apply(_ value: OpValue) throws(TensorError) -> OpValue {
    let image = try value.image(for: "RandomCrop").padded(padding)
    guard image.height >= size[0], image.width >= size[1] else {
      throw .value(
        "Required crop size (\(size[0]), \(size[1])) is larger than input image size (\(image.height), \(image.width))")
    }
    if image.height == size[0] && image.width == size[1] { return image.value }
    let top = Int(Generator.standard.nextInteger(low: 0, high: Int64(image.height - size[0] + 1)))
    let left = Int(Generator.standard.nextInteger(low: 0, high: Int64(image.width - size[1] + 1)))
    return image.window(top: top, left: left, height: size[0], width: size[1]).value
  }
}

/// Adds a black border.
package final class Pad: Transform {
  static let entry = TransformEntry("Pad(padding, fill=0, padding_mode='constant')") { a throws(TensorError) in
    if try a.text("padding_mode") != "constant" { throw .notImplemented("Pad: only padding_mode='constant' is supported") }
    return Pad(try a.ints("padding"), fill: try a.int("fill"), shown: a["padding"].argumentText)
  }
  private let padding: [Int]
  private let fill: Int
  private let shown: String

  init(_ padding: [Int], fill: Int, shown: String) {
    self.padding = padding
    self.fill = fill
    self.shown = shown
  }

  package var text: String { "Pad(padding=\(shown), fill=\(fill), padding_mode=constant)" }
  package func apply(_ value: OpValue) throws(TensorError) -> OpValue {
    try value.image(for: "Pad").padded(padding, fill: UInt8(clamping: fill)).value
  }
}

/// Mirrors an image with probability `p`.
package final class RandomFlip: Transform {
  static let horizontalEntry = TransformEntry("RandomHorizontalFlip(p=0.5)") { a throws(TensorError) in
    RandomFlip(isHorizontal: true, probability: try a.number("p"), shown: a["p"].argumentText)
  }
  static let verticalEntry = TransformEntry("RandomVerticalFlip(p=0.5)") { a throws(TensorError) in
    RandomFlip(isHorizontal: false, probability: try a.number("p"), shown: a["p"].argumentText)
  }
  private let isHorizontal: Bool
  private let probability: Double
  private let shown: String

  init(isHorizontal: Bool, probability: Double, shown: String) {
    self.isHorizontal = isHorizontal
    self.probability = probability
    self.shown = shown
  }

  package var text: String { "Random\(isHorizontal ? "Horizontal" : "Vertical")Flip(p=\(shown))" }
  package func apply(_ value: OpValue) throws(TensorError) -> OpValue {
    let image = try value.image(for: "RandomFlip")
    // One float32 uniform is drawn whether the image is flipped or not.
    let draw = Double(Float(Generator.standard.next32() & 0xFF_FFFF) * 0x1p-24)
    if draw >= probability { return image.value }
    return image.flipped(horizontally: isHorizontal).value
  }
}

/// Makes an image grey, with one channel or three equal ones.
package final class Grayscale: Transform {
  static let entry = TransformEntry("Grayscale(num_output_channels=1)") { a throws(TensorError) in
    let channels = try a.int("num_output_channels")
    if channels != 1 && channels != 3 { throw .value("num_output_channels should be either 1 or 3") }
    return Grayscale(channels)
  }
  private let channels: Int
  init(_ channels: Int) { self.channels = channels }

  package var text: String { "Grayscale(num_output_channels=\(channels))" }
  package func apply(_ value: OpValue) throws(TensorError) -> OpValue {
    let image = try value.image(for: "Grayscale")
    let grey = image.converted(toChannels: 1)
    return (channels == 1 ? grey : grey.converted(toChannels: 3)).value
  }
}

extension OpValue {
  /// The image that a value is; the transform is named in the message otherwise.
  func image(for transform: String) throws(TensorError) -> Image {
    guard case .object(let image as Image, _) = self else {
      throw .type("\(transform): img should be PIL Image. Got <class '\(typeName)'>")
    }
    return image
  }
}
