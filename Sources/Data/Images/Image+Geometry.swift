import Glibc

extension Image {
  /// The image whose pixel (y, x) is this one's pixel `place(y, x)`, of one value where that lies outside.
  package func mapped(height: Int, width: Int, fill: UInt8 = 0, _ place: (Int, Int) -> (Int, Int)) -> Image {
    var target = [UInt8](repeating: fill, count: height * width * channels)
    for y in 0..<height {
      for x in 0..<width {
        let (fromY, fromX) = place(y, x)
        guard fromY >= 0, fromY < self.height, fromX >= 0, fromX < self.width else { continue }
        for channel in 0..<channels {
          target[(y * width + x) * channels + channel] = bytes[(fromY * self.width + fromX) * channels + channel]
        }
      }
    }
    return Image(width: width, height: height, channels: channels, bytes: target)
  }

  /// A part of the image, black where it reaches beyond.
  package func window(top: Int, left: Int, height: Int, width: Int) -> Image {
    mapped(height: max(0, height), width: max(0, width)) { y, x in (y &+ top, x &+ left) }
  }

  /// The image on a larger or smaller ground of one colour, its corner at (top, left).
  func padded(top: Int, left: Int, height: Int, width: Int, fill: [Double]) -> Image {
    let image = mapped(height: height, width: width) { y, x in (y - top, x - left) }
    let colour = (0..<channels).map { fill.isEmpty ? 0 : Image.byte(fill[min($0, fill.count - 1)]) }
    return colour.allSatisfy { $0 == 0 }
      ? image : image.filled(colour) { y, x in y < top || y >= top + self.height || x < left || x >= left + self.width }
  }

  /// A number as a byte, 0 if it is none.
  static func byte(_ number: Double) -> UInt8 { number.isNaN ? 0 : UInt8(clamping: Int(max(-1, min(256, number)))) }

  /// The image with pixels of one colour where `isOutside(y, x)`.
  private func filled(_ colour: [UInt8], _ isOutside: (Int, Int) -> Bool) -> Image {
    var target = bytes
    for y in 0..<height {
      for x in 0..<width where isOutside(y, x) {
        for channel in 0..<channels { target[(y * width + x) * channels + channel] = colour[channel] }
      }
    }
    return Image(width: width, height: height, channels: channels, bytes: target)
  }

  /// The mirror image, left for right or top for bottom.
  package func flipped(horizontally: Bool) -> Image {
    mapped(height: height, width: width) { y, x in horizontally ? (y, width - 1 - x) : (height - 1 - y, x) }
  }

  /// Turned counter-clockwise by quarters of a circle.
  package func turned(quarters: Int) -> Image {
    switch (quarters % 4 + 4) % 4 {
    case 1: mapped(height: width, width: height) { y, x in (x, width - 1 - y) }
    case 2: mapped(height: height, width: width) { y, x in (height - 1 - y, width - 1 - x) }
    case 3: mapped(height: width, width: height) { y, x in (height - 1 - x, y) }
    default: self
    }
  }

  /// Turned counter-clockwise by degrees, each pixel the nearest one of this image; corners are cut off unless the image expands.
  ///
  /// Places are reckoned in 16-bit fixed point as PIL does, because rounding decides which pixel is nearest.
  package func rotated(degrees: Double, expand: Bool = false, centre: (x: Double, y: Double)? = nil, fill: [UInt8] = [0])
    -> Image
  {
    let angle = degrees.truncatingRemainder(dividingBy: 360)
    let turn = angle < 0 ? angle + 360 : angle
    if centre == nil {
      if turn == 0 { return self }
      if turn == 180 { return turned(quarters: 2) }
      if turn == 90 || turn == 270, expand || width == height { return turned(quarters: turn == 90 ? 1 : 3) }
    }
    let radians = -turn * .pi / 180
    func rounded(_ number: Double) -> Double { (number * 1e15).rounded() / 1e15 }
    let (cosine, sine) = (rounded(cos(radians)), rounded(sin(radians)))
    let middle = centre ?? (Double(width) / 2, Double(height) / 2)
    var (shiftX, shiftY) = (
      cosine * -middle.x + sine * -middle.y + middle.x, -sine * -middle.x + cosine * -middle.y + middle.y
    )
    var (newWidth, newHeight) = (width, height)
    if expand {
      let corners = [(0.0, 0.0), (Double(width), 0.0), (Double(width), Double(height)), (0.0, Double(height))].map { x, y in
        (cosine * x + sine * y + shiftX, -sine * x + cosine * y + shiftY)
      }
      let (xs, ys) = (corners.map(\.0), corners.map(\.1))
      newWidth = Int(ceil(xs.max() ?? 0) - floor(xs.min() ?? 0))
      newHeight = Int(ceil(ys.max() ?? 0) - floor(ys.min() ?? 0))
      let (moveX, moveY) = (-Double(newWidth - width) / 2, -Double(newHeight - height) / 2)
      (shiftX, shiftY) = (cosine * moveX + sine * moveY + shiftX, -sine * moveX + cosine * moveY + shiftY)
    }
    func fixed(_ number: Double) -> Int { Int(floor(number * 65536 + 0.5)) }
    let (stepX, stepY) = (fixed(cosine), fixed(sine))
    let startX = fixed(shiftX + cosine * 0.5 + sine * 0.5)
    let startY = fixed(shiftY - sine * 0.5 + cosine * 0.5)
    func place(_ y: Int, _ x: Int) -> (Int, Int) {
      ((startY + y * stepX - x * stepY) >> 16, (startX + y * stepY + x * stepX) >> 16)
    }
    let image = mapped(height: newHeight, width: newWidth, place)
    let colour = (0..<channels).map { fill.isEmpty ? 0 : fill[min($0, fill.count - 1)] }
    if colour.allSatisfy({ $0 == 0 }) { return image }
    return image.filled(colour) { y, x in
      let (fromY, fromX) = place(y, x)
      return fromY < 0 || fromY >= height || fromX < 0 || fromX >= width
    }
  }

  /// The image in another mode: grey by the weights of ITU-R 601-2, alpha added as opaque or dropped.
  package func converted(toChannels wanted: Int) -> Image {
    if wanted == channels { return self }
    var target: [UInt8] = []
    target.reserveCapacity(width * height * wanted)
    for pixel in 0..<(width * height) {
      let start = pixel * channels
      let isGrey = channels < 3
      let alpha = channels % 2 == 0 ? bytes[start + channels - 1] : 255
      if wanted < 3 {
        if isGrey {
          target.append(bytes[start])
        } else {
          let (red, green, blue) = (Int(bytes[start]), Int(bytes[start + 1]), Int(bytes[start + 2]))
          let sum: Int = red * 19595 + green * 38470 + blue * 7471 + 0x8000
          target.append(UInt8(sum >> 16))
        }
      } else {
        for channel in 0..<3 { target.append(bytes[start + (isGrey ? 0 : channel)]) }
      }
      if wanted % 2 == 0 { target.append(alpha) }
    }
    return Image(width: width, height: height, channels: wanted, bytes: target)
  }
}
