import CJPEG
import CPNG
import Glibc
import Saving
import Tensors

/// Pictures as files: PNG and JPEG.
package enum ImageFile {
  /// A format.
  package enum Format: String {
    case png = "PNG"
    case jpeg = "JPEG"

    /// The format that a file name's ending or a format's name asks for.
    package init?(named name: String) {
      switch name.lowercased().split(separator: ".").last.map(String.init) ?? "" {
      case "png": self = .png
      case "jpg", "jpeg", "jpe", "jfif": self = .jpeg
      default: return nil
      }
    }
  }

  /// More pixels than this are refused, as PIL refuses them: a small file can describe a picture that fills the memory.
  private static let pixelLimit = 178_956_970

  /// The picture that bytes describe, and its format. `name` is what messages call it.
  package static func decode(_ bytes: [UInt8], name: String) throws(TensorError) -> (image: Image, format: Format) {
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return (try jpeg(bytes, name), .jpeg) }
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return (try png(bytes, name), .png) }
    throw .unidentified(name)
  }

  /// The picture in a file.
  package static func read(_ path: String) throws(TensorError) -> Image {
    let bytes: [UInt8]
    do { bytes = try FileContents.read(path) } catch {
      if case .system(ENOENT, _) = error.kind {
        throw TensorError(.fileNotFound, "[Errno 2] No such file or directory: '\(path)'")
      }
      throw TensorError(.os, "\(error.message): '\(path)'")
    }
    return try decode(bytes, name: "'\(path)'").image
  }

  /// The picture as a file of a format.
  package static func encode(_ image: Image, _ format: Format, quality: Int = 75) throws(TensorError) -> [UInt8] {
    guard image.width > 0, image.height > 0 else { throw .value("an image without pixels cannot be written") }
    switch format {
    case .png: return try pngFile(image)
    case .jpeg:
      guard image.channels == 1 || image.channels == 3 else {
        throw TensorError(.os, "cannot write mode \(image.mode) as JPEG")
      }
      return try jpegFile(image, quality: max(1, min(quality, 100)))
    }
  }

  // MARK: JPEG

  private static func jpeg(_ bytes: [UInt8], _ name: String) throws(TensorError) -> Image {
    var (width, height, channels) = (Int32(0), Int32(0), Int32(0))
    var message = [CChar](repeating: 0, count: Int(JMSG_LENGTH_MAX) + 1)
    guard let pixels = lectern_jpeg_read(bytes, bytes.count, pixelLimit, &width, &height, &channels, &message) else {
      throw TensorError(.os, "image file \(name) is damaged or truncated: \(String(cString: message))")
    }
    defer { free(pixels) }
    let count = Int(width) * Int(height) * Int(channels)
    return Image(
      width: Int(width), height: Int(height), channels: Int(channels),
      bytes: Array(UnsafeBufferPointer(start: pixels, count: count)))
  }

  private static func jpegFile(_ image: Image, quality: Int) throws(TensorError) -> [UInt8] {
    var count = 0
    var message = [CChar](repeating: 0, count: Int(JMSG_LENGTH_MAX) + 1)
    let made = lectern_jpeg_write(
      image.bytes, Int32(image.width), Int32(image.height), Int32(image.channels), Int32(quality), &count, &message)
    guard let made else { throw TensorError(.os, "the JPEG file cannot be made: \(String(cString: message))") }
    defer { free(made) }
    return Array(UnsafeBufferPointer(start: made, count: count))
  }

  // MARK: PNG

  private static func png(_ bytes: [UInt8], _ name: String) throws(TensorError) -> Image {
    var description = lectern_png_image()
    defer { png_image_free(&description) }
    guard png_image_begin_read_from_memory(&description, bytes, bytes.count) != 0 else { throw .damaged(name, description) }
    let isColour = description.format & UInt32(PNG_FORMAT_FLAG_COLOR | PNG_FORMAT_FLAG_COLORMAP) != 0
    let hasAlpha = description.format & UInt32(PNG_FORMAT_FLAG_ALPHA) != 0
    description.format = (isColour ? UInt32(PNG_FORMAT_FLAG_COLOR) : 0) | (hasAlpha ? UInt32(PNG_FORMAT_FLAG_ALPHA) : 0)
    let channels = (isColour ? 3 : 1) + (hasAlpha ? 1 : 0)
    let (width, height) = (Int(description.width), Int(description.height))
    guard width * height <= pixelLimit else {
      throw TensorError(.os, "image file \(name) has too many pixels (\(width)x\(height))")
    }
    var pixels = [UInt8](repeating: 0, count: width * height * channels)
    guard png_image_finish_read(&description, nil, &pixels, 0, nil) != 0 else { throw .damaged(name, description) }
    return Image(width: width, height: height, channels: channels, bytes: pixels)
  }

  private static func pngFile(_ image: Image) throws(TensorError) -> [UInt8] {
    var description = lectern_png_image()
    defer { png_image_free(&description) }
    description.width = UInt32(image.width)
    description.height = UInt32(image.height)
    description.format =
      (image.channels > 2 ? UInt32(PNG_FORMAT_FLAG_COLOR) : 0) | (image.channels % 2 == 0 ? UInt32(PNG_FORMAT_FLAG_ALPHA) : 0)
    var size = 0
    guard png_image_write_to_memory(&description, nil, &size, 0, image.bytes, 0, nil) != 0 else {
      throw TensorError(.os, "the PNG file cannot be made")
    }
    var bytes = [UInt8](repeating: 0, count: size)
    guard png_image_write_to_memory(&description, &bytes, &size, 0, image.bytes, 0, nil) != 0 else {
      throw TensorError(.os, "the PNG file cannot be made")
    }
    return Array(bytes[..<size])
  }
}

extension TensorError {
  /// Bytes that are no picture. Scripts see it as `PIL.UnidentifiedImageError`, an OSError.
  static func unidentified(_ name: String) -> TensorError { TensorError(.os, "cannot identify image file \(name)") }

  fileprivate static func damaged(_ name: String, _ description: png_image) -> TensorError {
    let message = withUnsafeBytes(of: description.message) { text in String(decoding: text.prefix { $0 != 0 }, as: UTF8.self) }
    return TensorError(.os, "image file \(name) is damaged or truncated: \(message)")
  }
}
