import Glibc

/// How new pixels are mixed from old ones when an image changes its size.
package enum Resampling: Int {
  case nearest = 0
  case lanczos, bilinear, bicubic, box, hamming

  /// The name as torchvision shows it.
  package var name: String { ["nearest", "lanczos", "bilinear", "bicubic", "box", "hamming"][rawValue] }

  /// The method of that name.
  package init?(named name: String) {
    guard let index = ["nearest", "lanczos", "bilinear", "bicubic", "box", "hamming"].firstIndex(of: name) else { return nil }
    self.init(rawValue: index)
  }

  /// How far the filter reaches, in pixels.
  fileprivate var support: Double {
    switch self {
    case .nearest, .box: 0.5
    case .bilinear, .hamming: 1
    case .bicubic: 2
    case .lanczos: 3
    }
  }

  fileprivate func weight(_ distance: Double) -> Double {
    let x = abs(distance)
    switch self {
    case .nearest, .box: return distance > -0.5 && distance <= 0.5 ? 1 : 0
    case .bilinear: return x < 1 ? 1 - x : 0
    case .hamming:
      if x == 0 { return 1 }
      return x >= 1 ? 0 : sin(x * .pi) / (x * .pi) * (0.54 + 0.46 * cos(x * .pi))
    case .bicubic:
      // Keys' cubic with a = −1/2.
      if x < 1 { return (1.5 * x - 2.5) * x * x + 1 }
      return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0
    case .lanczos: return x < 3 ? Resampling.sinc(x) * Resampling.sinc(x / 3) : 0
    }
  }

  private static func sinc(_ x: Double) -> Double { x == 0 ? 1 : sin(x * .pi) / (x * .pi) }
}

extension Image {
  /// The image in another size. When it shrinks, each new pixel is an average over all that it covers.
  ///
  /// Weights are 22-bit fixed point and rounding happens after each of the two passes, as in PIL, so that every byte is PIL's.
  package func resized(width newWidth: Int, height newHeight: Int, _ method: Resampling = .bilinear) -> Image {
    if newWidth == width && newHeight == height { return self }
    if method == .nearest {
      let (stepX, stepY) = (Double(width) / Double(newWidth), Double(height) / Double(newHeight))
      let columns = (0..<newWidth).map { min(width - 1, Int((Double($0) + 0.5) * stepX)) }
      let rows = (0..<newHeight).map { min(height - 1, Int((Double($0) + 0.5) * stepY)) }
      return mapped(height: newHeight, width: newWidth) { y, x in (rows[y], columns[x]) }
    }
    var result = self
    if newWidth != width { result = result.mixed(along: true, ResamplingWeights(from: width, to: newWidth, method)) }
    if newHeight != height { result = result.mixed(along: false, ResamplingWeights(from: height, to: newHeight, method)) }
    return result
  }

  /// One pass, along the rows or down the columns.
  private func mixed(along isHorizontal: Bool, _ weights: ResamplingWeights) -> Image {
    let newWidth = isHorizontal ? weights.starts.count : width
    let newHeight = isHorizontal ? height : weights.starts.count
    let step = isHorizontal ? channels : width * channels
    let row = width * channels
    let target = [UInt8](unsafeUninitializedCapacity: newWidth * newHeight * channels) { target, initialized in
      bytes.withUnsafeBufferPointer { source in
        for y in 0..<newHeight {
          for x in 0..<newWidth {
            let place = isHorizontal ? x : y
            let (start, count) = (weights.starts[place], weights.counts[place])
            let first = isHorizontal ? y * row + start * channels : start * row + x * channels
            for channel in 0..<channels {
              var sum = 1 << (ResamplingWeights.bits - 1)
              for k in 0..<count { sum += Int(source[first + k * step + channel]) * weights.values[place * weights.width + k] }
              target[(y * newWidth + x) * channels + channel] = UInt8(clamping: sum >> ResamplingWeights.bits)
            }
          }
        }
      }
      initialized = newWidth * newHeight * channels
    }
    return Image(width: newWidth, height: newHeight, channels: channels, bytes: target)
  }
}

/// For each new place, which old places it is mixed from and in what proportions.
private struct ResamplingWeights {
  static let bits = 22
  var starts: [Int] = []
  var counts: [Int] = []
  var values: [Int] = []
  let width: Int

  init(from old: Int, to new: Int, _ method: Resampling) {
    let scale = Double(old) / Double(new)
    let stretch = max(scale, 1)
    let support = method.support * stretch
    width = Int(ceil(support)) * 2 + 1
    for place in 0..<new {
      let centre = (Double(place) + 0.5) * scale
      let first = max(0, Int(centre - support + 0.5))
      let count = max(0, min(old, Int(centre + support + 0.5)) - first)
      let weights = (0..<count).map { method.weight((Double($0 + first) - centre + 0.5) / stretch) }
      let total = weights.reduce(0, +)
      starts.append(first)
      counts.append(count)
      for weight in weights {
        let share = (total == 0 ? weight : weight / total) * Double(1 << ResamplingWeights.bits)
        values.append(Int(share < 0 ? share - 0.5 : share + 0.5))
      }
      values += [Int](repeating: 0, count: width - count)
    }
  }
}
