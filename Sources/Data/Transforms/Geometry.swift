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
    try Picture(value).middle(height: size[0], width: size[1]).value
  }
}

extension Picture {
  /// The part in the middle, with zeros around where it is larger than the picture.
  package func middle(height newHeight: Int, width newWidth: Int) throws(TensorError) -> Picture {
    func start(_ size: Int, _ wanted: Int) -> Int {
      wanted > size ? -((wanted &- size) / 2) : Int((Double(size &- wanted) / 2).rounded(.toNearestOrEven))
    }
    return try window(top: start(height, newHeight), left: start(width, newWidth), height: newHeight, width: newWidth)
  }
}

/// A border as scripts give it: one size, (left/right, top/bottom) or (left, top, right, bottom), a colour and a mode.
struct Border {
  let sizes: [Int]
  let fill: [Double]
  let mode: BorderMode
  let shownFill: String

  init(_ a: BoundArguments) throws(TensorError) {
    let given = a["padding"].isNone ? [0] : try a.ints("padding")
    switch given.count {
    case 1: sizes = [given[0], given[0], given[0], given[0]]
    case 2: sizes = [given[0], given[1], given[0], given[1]]
    case 4: sizes = given
    default: throw .value("Padding must be an int or a 1, 2, or 4 element tuple, not a \(given.count) element tuple")
    }
    fill = try Border.colour(a["fill"])
    shownFill = a["fill"].argumentText
    guard let mode = BorderMode(rawValue: try a.text("padding_mode")) else {
      throw .value("Padding mode should be either constant, edge, reflect or symmetric")
    }
    self.mode = mode
  }

  /// A colour: one number, or one a channel.
  static func colour(_ value: OpValue) throws(TensorError) -> [Double] {
    var colour: [Double] = []
    for item in value.items ?? [value] {
      guard let scalar = item.scalar else { throw .type("Got inappropriate fill arg") }
      colour.append(scalar.doubleValue)
    }
    return colour
  }
}

/// Cuts out a window at a random place.
package final class RandomCrop: Transform {
  static let entry = TransformEntry("RandomCrop(size, padding=None, pad_if_needed=False, fill=0, padding_mode='constant')") {
    a throws(TensorError) in
    RandomCrop(
      try a.sizes("size", count: 2), try Border(a), padsIfNeeded: a.bool("pad_if_needed"),
      shownPadding: a["padding"].argumentText)
  }
  private let size: [Int]
  private let border: Border
  private let padsIfNeeded: Bool
  private let shownPadding: String

  init(_ size: [Int], _ border: Border, padsIfNeeded: Bool, shownPadding: String) {
    self.size = size
    self.border = border
    self.padsIfNeeded = padsIfNeeded
    self.shownPadding = shownPadding
  }

  package var text: String { "RandomCrop(size=(\(size[0]), \(size[1])), padding=\(shownPadding))" }
  package func apply(_ value: OpValue) throws(TensorError) -> OpValue {
    var picture = try Picture(value).padded(border.sizes, border.mode, fill: border.fill)
    if padsIfNeeded {
      let (width, height) = (max(0, size[1] &- picture.width), max(0, size[0] &- picture.height))
      if width > 0 { picture = try picture.padded([width, 0, width, 0], border.mode, fill: border.fill) }
      if height > 0 { picture = try picture.padded([0, height, 0, height], border.mode, fill: border.fill) }
    }
    guard picture.height >= size[0], picture.width >= size[1] else {
      throw .value(
        "Required crop size (\(size[0]), \(size[1])) is larger than input image size (\(picture.height), \(picture.width))")
    }
    if picture.height == size[0] && picture.width == size[1] { return picture.value }
    let top = Int(Generator.standard.nextInteger(low: 0, high: Int64(picture.height - size[0] + 1)))
    let left = Int(Generator.standard.nextInteger(low: 0, high: Int64(picture.width - size[1] + 1)))
    return try picture.window(top: top, left: left, height: size[0], width: size[1]).value
  }
}

/// Adds a border.
package final class Pad: Transform {
  static let entry = TransformEntry("Pad(padding, fill=0, padding_mode='constant')") { a throws(TensorError) in
    Pad(try Border(a), shown: a["padding"].argumentText)
  }
  private let border: Border
  private let shown: String

  init(_ border: Border, shown: String) { (self.border, self.shown) = (border, shown) }

  package var text: String {
    "Pad(padding=\(shown), fill=\(border.shownFill), padding_mode=\(border.mode.rawValue))"
  }
  package func apply(_ value: OpValue) throws(TensorError) -> OpValue {
    try Picture(value).padded(border.sizes, border.mode, fill: border.fill).value
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
    let picture = try Picture(value)
    // One float32 uniform is drawn whether the image is flipped or not.
    let draw = Double(Float(Generator.standard.next32() & 0xFF_FFFF) * 0x1p-24)
    if draw >= probability { return value }
    return try picture.flipped(horizontally: isHorizontal).value
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
    try Picture(value).grey(channels: channels).value
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
