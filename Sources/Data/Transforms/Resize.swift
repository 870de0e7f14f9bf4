import Tensors

/// Changes an image's size by bilinear interpolation, averaging when it shrinks.
///
/// Differs: PIL works in fixed point; results may differ by one grey level.
/// Reference: https://pytorch.org/vision/stable/generated/torchvision.transforms.Resize.html
package final class Resize: Transform {
  static let entry = TransformEntry("Resize(size, interpolation='bilinear', max_size=None, antialias=True)") {
    a throws(TensorError) in
    let size = try a.ints("size")
    guard (1...2).contains(size.count), size.allSatisfy({ $0 > 0 }) else {
      throw .value("If size is a sequence, it should have 1 or 2 values")
    }
    return Resize(size, shown: a["size"].argumentText)
  }
  private let size: [Int]
  private let shown: String

  init(_ size: [Int], shown: String) {
    self.size = size
    self.shown = shown
  }

  package var text: String { "Resize(size=\(shown), interpolation=bilinear, max_size=None, antialias=True)" }

  package func apply(_ value: OpValue) throws(TensorError) -> OpValue {
    let image = try value.image(for: "Resize")
    if image.width == 0 || image.height == 0 { throw .value("height and width must be > 0") }
    var (height, width) = (size[0], size.count > 1 ? size[1] : 0)
    if size.count == 1 {
      // One number is the shorter side's length.
      (height, width) =
        image.width <= image.height
        ? (size[0] * image.height / image.width, size[0]) : (size[0], size[0] * image.width / image.height)
    }
    let rows = Self.weights(from: image.height, to: height)
    let columns = Self.weights(from: image.width, to: width)
    var bytes = [UInt8](repeating: 0, count: height * width * image.channels)
    for channel in 0..<image.channels {
      var narrow = [Double](repeating: 0, count: image.height * width)
      for y in 0..<image.height {
        for (x, column) in columns.enumerated() {
          var sum = 0.0
          for (index, weight) in column {
            sum += weight * Double(image.bytes[(y * image.width + index) * image.channels + channel])
          }
          narrow[y * width + x] = sum.rounded()
        }
      }
      for (y, row) in rows.enumerated() {
        for x in 0..<width {
          var sum = 0.0
          for (index, weight) in row { sum += weight * narrow[index * width + x] }
          bytes[(y * width + x) * image.channels + channel] = UInt8(max(0, min(255, sum.rounded())))
        }
      }
    }
    return Image(width: width, height: height, channels: image.channels, bytes: bytes).value
  }

  /// For each new place the old places that it is mixed from, with a triangle that widens as the image shrinks.
  private static func weights(from old: Int, to new: Int) -> [[(index: Int, weight: Double)]] {
    let scale = Double(old) / Double(new)
    let support = max(scale, 1)
    return (0..<new).map { place in
      let centre = (Double(place) + 0.5) * scale
      let first = max(0, Int(centre - support + 0.5))
      let last = min(old, Int(centre + support + 0.5))
      var row: [(index: Int, weight: Double)] = []
      var total = 0.0
      for index in first..<max(first, last) {
        let weight = max(0, 1 - abs((Double(index) - centre + 0.5) / support))
        row.append((index, weight))
        total += weight
      }
      return row.map { ($0.index, total == 0 ? 0 : $0.weight / total) }
    }
  }
}
