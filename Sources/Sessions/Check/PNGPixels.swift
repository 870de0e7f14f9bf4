import CZlib

/// The pixels of a PNG picture with eight bits a channel, not interlaced: what plotting programs write.
struct PNGPixels {
  let width: Int
  let height: Int
  /// Red, green, blue and opacity of each pixel, row by row.
  let values: [UInt8]
  /// Larger pictures are not unpacked.
  private static let mostPixels = 64 << 20

  /// Unpacks a PNG file; nil when it is broken or of a kind not read here.
  init?(_ png: [UInt8]) {
    var header: ArraySlice<UInt8> = []
    var palette: [UInt8] = []
    var opacities: [UInt8] = []
    var packed: [UInt8] = []
    var position = 8
    func number(_ at: Int) -> Int { png[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
    while position + 12 <= png.count {
      let length = number(position)
      guard length <= png.count - position - 12 else { return nil }
      let body = png[(position + 8)..<(position + 8 + length)]
      switch String(decoding: png[(position + 4)..<(position + 8)], as: UTF8.self) {
      case "IHDR": header = body
      case "PLTE": palette = Array(body)
      case "tRNS": opacities = Array(body)
      case "IDAT": packed += body
      default: break
      }
      position += 12 + length
    }
    guard header.count == 13, png.count >= 24 else { return nil }
    let width = number(16)
    let height = number(20)
    let rest = Array(header.suffix(5))
    let channels = [0: 1, 2: 3, 3: 1, 4: 2, 6: 4][Int(rest[1])]
    guard rest[0] == 8, let channels, rest[4] == 0, width > 0, height > 0, width <= Self.mostPixels / height else { return nil }
    guard var rows = Self.inflated(packed, to: (width * channels + 1) * height) else { return nil }
    guard Self.unfilter(&rows, rowLength: width * channels, height: height, channels: channels) else { return nil }
    self.width = width
    self.height = height
    var values: [UInt8] = []
    values.reserveCapacity(width * height * 4)
    for row in 0..<height {
      for column in 0..<width {
        let at = row * (width * channels + 1) + 1 + column * channels
        switch rest[1] {
        case 0: values += [rows[at], rows[at], rows[at], 255]
        case 2: values += [rows[at], rows[at + 1], rows[at + 2], 255]
        case 4: values += [rows[at], rows[at], rows[at], rows[at + 1]]
        case 6: values += rows[at..<at + 4]
        default:
          let entry = Int(rows[at])
          guard entry * 3 + 2 < palette.count else { return nil }
          values += palette[(entry * 3)..<(entry * 3 + 3)]
          values.append(entry < opacities.count ? opacities[entry] : 255)
        }
      }
    }
    self.values = values
  }

  private static func inflated(_ packed: [UInt8], to count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var length = uLongf(count)
    return uncompress(&bytes, &length, packed, uLong(packed.count)) == Z_OK && Int(length) == count ? bytes : nil
  }

  /// Undoes the prediction of each row from its left, upper and upper left neighbours.
  private static func unfilter(_ rows: inout [UInt8], rowLength: Int, height: Int, channels: Int) -> Bool {
    for row in 0..<height {
      let start = row * (rowLength + 1)
      let kind = rows[start]
      guard kind <= 4 else { return false }
      for offset in 0..<rowLength where kind > 0 {
        let at = start + 1 + offset
        let left = offset >= channels ? Int(rows[at - channels]) : 0
        let up = row > 0 ? Int(rows[at - rowLength - 1]) : 0
        let corner = row > 0 && offset >= channels ? Int(rows[at - rowLength - 1 - channels]) : 0
        let predicted: Int
        switch kind {
        case 1: predicted = left
        case 2: predicted = up
        case 3: predicted = (left + up) / 2
        default:
          let sum = left + up - corner
          let distances = (abs(sum - left), abs(sum - up), abs(sum - corner))
          predicted = distances.0 <= distances.1 && distances.0 <= distances.2 ? left : distances.1 <= distances.2 ? up : corner
        }
        rows[at] = rows[at] &+ UInt8(predicted)
      }
    }
    return true
  }
}
