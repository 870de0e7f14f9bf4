import CCairo

/// A picture of bytes, row by row: red, green, blue and opacity of each pixel.
package struct Picture: Equatable {
  package let width, height: Int
  package let rgba: [UInt8]
}

/// Reads PNG files.
package enum PictureReader {
  /// The pixels of a PNG file; its size is checked before any memory is taken for it.
  package static func picture(png: [UInt8]) throws(PlotError) -> Picture {
    let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    guard png.count >= 29, png.starts(with: signature) else { throw .value("the file is no PNG picture") }
    func number(_ at: Int) -> Int { png[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
    guard number(16) > 0, number(20) > 0, number(16) <= 32767, number(20) <= 32767, number(16) * number(20) <= Canvas.mostPixels
    else {
      throw .value("the picture of \(number(16))x\(number(20)) pixels is too large")
    }
    let cairo = try CairoLibrary.functions()
    let source = ByteSource(png)
    let made = cairo.image_surface_create_from_png_stream(ByteSource.read, Unmanaged.passUnretained(source).toOpaque())
    guard let surface = made else { throw .value("the PNG picture is damaged") }
    defer { cairo.surface_destroy(surface) }
    guard cairo.surface_status(surface) == CAIRO_STATUS_SUCCESS, let data = cairo.image_surface_get_data(surface) else {
      throw .value("the PNG picture is damaged")
    }
    let width = Int(cairo.image_surface_get_width(surface))
    let height = Int(cairo.image_surface_get_height(surface))
    let stride = Int(cairo.image_surface_get_stride(surface))
    let hasOpacity = png[25] == 4 || png[25] == 6
    var rgba = [UInt8](repeating: 255, count: width * height * 4)
    for row in 0..<height {
      for column in 0..<width {
        let from = data + row * stride + column * 4
        let to = (row * width + column) * 4
        let alpha = hasOpacity ? Int(from[3]) : 255
        for part in 0..<3 {
          let value = Int(from[2 - part])
          rgba[to + part] = alpha == 0 || alpha == 255 ? UInt8(value) : UInt8(min(255, (value * 255 + alpha / 2) / alpha))
        }
        rgba[to + 3] = UInt8(alpha)
      }
    }
    return Picture(width: width, height: height, rgba: rgba)
  }
}

/// Gives Cairo the bytes of a file.
private final class ByteSource {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  static let read: cairo_read_func_t = { closure, data, count in
    guard let closure, let data else { return CAIRO_STATUS_READ_ERROR }
    let source = Unmanaged<ByteSource>.fromOpaque(closure).takeUnretainedValue()
    let wanted = Int(count)
    guard source.position + wanted <= source.bytes.count else { return CAIRO_STATUS_READ_ERROR }
    for i in 0..<wanted { data[i] = source.bytes[source.position + i] }
    source.position += wanted
    return CAIRO_STATUS_SUCCESS
  }
}
