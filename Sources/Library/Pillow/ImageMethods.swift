import Data
import Interpreter
import Saving
import Tensors

/// Properties and methods of `PIL.Image.Image`.
enum ImageMethods {
  static func add(to t: TypeBuilder<ImageObject>) {
    addProperties(to: t)
    addGeometry(to: t)
    addContents(to: t)
    addFiles(to: t)
  }

  private static func addProperties(to t: TypeBuilder<ImageObject>) {
    t.property("size", "Width and height.") { object throws(Raised) in
      .tuple([.int(object.image.width), .int(object.image.height)])
    }
    t.property("width") { object throws(Raised) in .int(object.image.width) }
    t.property("height") { object throws(Raised) in .int(object.image.height) }
    t.property("mode", "L for grey, RGB for colour; LA and RGBA with alpha.") { object throws(Raised) in
      .string(object.image.mode)
    }
    t.property("format", "The format of the file it was read from.") { object throws(Raised) in
      object.format.map { .string($0.rawValue) } ?? .none
    }
    t.property("filename") { object throws(Raised) in .string(object.filename) }
    t.property("info") { _ throws(Raised) in .object(DictObject()) }
    t.method("getbands(self)", "The names of the channels.") { object, _ throws(Raised) in
      .tuple(object.image.mode.map { .string(String($0)) })
    }
  }

  private static func addGeometry(to t: TypeBuilder<ImageObject>) {
    t.method("resize(self, size, resample=None, box=None, reducing_gap=None)", "The image in another size.") {
      object, call throws(Raised) in
      let (width, height) = try ImageArguments.size(call[1])
      return made(object.image.resized(width: width, height: height, try ImageArguments.method(call[2], .bicubic)))
    }
    t.method("thumbnail(self, size, resample=3, reducing_gap=2.0)", "Shrinks the image in place so that it fits a size.") {
      object, call throws(Raised) in
      let (width, height) = try ImageArguments.size(call[1])
      let image = object.image
      let factor = min(Double(width) / Double(image.width), Double(height) / Double(image.height))
      if factor < 1 {
        let (newWidth, newHeight) = (
          max(1, Int((Double(image.width) * factor).rounded())), max(1, Int((Double(image.height) * factor).rounded()))
        )
        object.become(image.resized(width: newWidth, height: newHeight, try ImageArguments.method(call[2], .bicubic)))
      }
      return .none
    }
    t.method("crop(self, box=None)", "The part between left, top, right and bottom; black where that lies outside.") {
      object, call throws(Raised) in
      guard let items = call[1].sequence else { return made(object.image) }
      guard items.count == 4 else { throw .valueError("box must be a tuple of four numbers") }
      var edges: [Int] = []
      for item in items { edges.append(try ImageArguments.number(item)) }
      if edges[2] < edges[0] { throw .valueError("Coordinate 'right' is less than 'left'") }
      if edges[3] < edges[1] { throw .valueError("Coordinate 'lower' is less than 'upper'") }
      guard (edges[2] - edges[0]) * (edges[3] - edges[1]) < 1 << 28 else { throw .memoryError("") }
      return made(object.image.window(top: edges[1], left: edges[0], height: edges[3] - edges[1], width: edges[2] - edges[0]))
    }
    t.method(
      "rotate(self, angle, resample=0, expand: bool = False, center=None, translate=None, fillcolor=None)",
      "Turned counter-clockwise by degrees."
    ) { object, call throws(Raised) in
      guard try ImageArguments.method(call[2], .nearest) == .nearest, call[5].isNone else {
        throw .notImplementedError("Image.rotate: only resample=NEAREST without translate is supported")
      }
      var centre: (x: Double, y: Double)?
      if let items = call[4].sequence, items.count == 2 {
        centre = (try call.interpreter.double(items[0]), try call.interpreter.double(items[1]))
      }
      let angle = try call.double(1)
      guard angle.isFinite else { throw .valueError("cannot convert float NaN to integer") }
      let fill = call.has(6) ? try ImageArguments.number(call[6].sequence?.first ?? call[6]) : 0
      return made(object.image.rotated(degrees: angle, expand: try call.bool(3), centre: centre, fill: [UInt8(clamping: fill)]))
    }
    t.method("transpose(self, method)", "Mirrored or turned by quarters.") { object, call throws(Raised) in
      let image = object.image
      switch try call.int(1) {
      case 0: return made(image.flipped(horizontally: true))
      case 1: return made(image.flipped(horizontally: false))
      case 2: return made(image.turned(quarters: 1))
      case 3: return made(image.turned(quarters: 2))
      case 4: return made(image.turned(quarters: 3))
      case 5: return made(image.turned(quarters: 1).flipped(horizontally: false))
      case 6: return made(image.turned(quarters: 1).flipped(horizontally: true))
      default: throw .valueError("No such transpose operation")
      }
    }
  }

  private static func addContents(to t: TypeBuilder<ImageObject>) {
    t.method("convert(self, mode=None, *args, **kwargs)", "The image in another mode.") { object, call throws(Raised) in
      if call[1].isNone { return made(object.image) }
      let mode = try call.string(1)
      guard let channels = Image.channels(of: mode) else {
        throw .notImplementedError("Image.convert: mode '\(mode)' is not supported (L, LA, RGB and RGBA are)")
      }
      return made(object.image.converted(toChannels: channels))
    }
    t.method("copy(self)", "A copy.") { object, _ throws(Raised) in made(object.image) }
    t.method("load(self)") { _, _ throws(Raised) in .none }
    t.method("close(self)") { _, _ throws(Raised) in .none }
    t.method("__enter__(self)") { object, _ throws(Raised) in object.asValue }
    t.method("__exit__(self, *args)") { _, _ throws(Raised) in .none }
    t.method("getpixel(self, xy)", "The pixel at (x, y).") { object, call throws(Raised) in
      let start = try place(call[1], object.image)
      return pixel(object.image.bytes[start..<(start + object.image.channels)])
    }
    t.method("putpixel(self, xy, value)", "Changes one pixel.") { object, call throws(Raised) in
      let image = object.image
      let start = try place(call[1], image)
      var bytes = image.bytes
      bytes.replaceSubrange(
        start..<(start + image.channels), with: try ImageArguments.colour(call[2], channels: image.channels))
      object.become(Image(width: image.width, height: image.height, channels: image.channels, bytes: bytes))
      return .none
    }
    t.method("getdata(self, band=None)", "The pixels, row by row.") { object, _ throws(Raised) in
      let image = object.image
      return .list(
        (0..<(image.width * image.height)).map { pixel(image.bytes[($0 * image.channels)..<(($0 + 1) * image.channels)]) })
    }
    t.method("getextrema(self)", "The smallest and largest value of each channel.") { object, _ throws(Raised) in
      let image = object.image
      let pairs = (0..<image.channels).map { channel -> Value in
        let values = stride(from: channel, to: image.bytes.count, by: image.channels).map { Int(image.bytes[$0]) }
        return .tuple([.int(values.min() ?? 0), .int(values.max() ?? 0)])
      }
      return pairs.count == 1 ? pairs[0] : .tuple(pairs)
    }
    t.method("split(self)", "The channels as grey images.") { object, _ throws(Raised) in
      let image = object.image
      return .tuple(
        (0..<image.channels).map { channel in
          let bytes = stride(from: channel, to: image.bytes.count, by: image.channels).map { image.bytes[$0] }
          return made(Image(width: image.width, height: image.height, bytes: bytes))
        })
    }
    t.method("__array__(self, dtype=None, copy=None)", "The bytes as a numpy array: [H, W] or [H, W, C].") {
      object, _ throws(Raised) in
      let image = object.image
      let pixels = try converting { () throws(TensorError) in
        image.channels == 1 ? try image.pixels.squeeze([2]) : image.pixels
      }
      return NDArrayObject(pixels).asValue
    }
    t.method("tobytes(self, *args)", "The bytes, row by row.") { object, _ throws(Raised) in
      .object(BytesObject(object.image.bytes))
    }
    t.method("paste(self, im, box=None, mask=None)", "Puts another image, or a colour, at a place of this one.") {
      object, call throws(Raised) in
      guard call[3].isNone else { throw .notImplementedError("Image.paste: masks are not supported") }
      let image = object.image
      let corner = call[2].sequence ?? [0, 0]
      guard corner.count >= 2 else { throw .valueError("cannot determine region size; use 4-item box") }
      let (left, top) = (try ImageArguments.number(corner[0]), try ImageArguments.number(corner[1]))
      guard let source = call[1].cast(to: ImageObject.self)?.image.converted(toChannels: image.channels) else {
        throw .notImplementedError("Image.paste: only images can be pasted")
      }
      var bytes = image.bytes
      for y in max(0, -top)..<max(max(0, -top), min(source.height, image.height - top)) {
        for x in max(0, -left)..<max(max(0, -left), min(source.width, image.width - left)) {
          let (from, to) = ((y * source.width + x) * image.channels, ((y + top) * image.width + x + left) * image.channels)
          for channel in 0..<image.channels { bytes[to + channel] = source.bytes[from + channel] }
        }
      }
      object.become(Image(width: image.width, height: image.height, channels: image.channels, bytes: bytes))
      return .none
    }
  }

  private static func addFiles(to t: TypeBuilder<ImageObject>) {
    t.method("save(self, fp, format=None, **params)", "Writes a PNG or JPEG file.") { object, call throws(Raised) in
      let file = try SavedFile(call[1])
      var name = call.has(2) ? try call.string(2) : ""
      if name.isEmpty, case .path(let path) = file { name = path }
      guard let format = ImageFile.Format(named: name) else {
        throw .valueError(
          "unknown file extension: \(name.split(separator: ".").last.map { ".\($0)" } ?? "") (PNG and JPEG are supported)")
      }
      var quality = 75
      for (name, value) in call.keywords(3) where name == "quality" { quality = try ImageArguments.number(value) }
      let image = object.image
      try file.write(try converting { () throws(TensorError) in try ImageFile.encode(image, format, quality: quality) })
      return .none
    }
    t.method("show(self, title=None)", "Says what image it is.") { object, call throws(Raised) in
      call.interpreter.output("\(try call.interpreter.repr(call[0]))\n")
      return .none
    }
    t.method("_repr_png_(self)", "The image as a PNG file, for notebooks.") { object, _ throws(Raised) in
      let image = object.image
      return .object(BytesObject(try converting { () throws(TensorError) in try ImageFile.encode(image, .png) }))
    }
  }

  private static func made(_ image: Image) -> Value { ImageObject(image).asValue }

  private static func pixel(_ bytes: ArraySlice<UInt8>) -> Value {
    bytes.count == 1 ? .int(Int(bytes[bytes.startIndex])) : .tuple(bytes.map { .int(Int($0)) })
  }

  private static func place(_ value: Value, _ image: Image) throws(Raised) -> Int {
    guard let items = value.sequence, items.count == 2 else { throw .typeError("argument must be sequence of length 2") }
    var (x, y) = (try ImageArguments.number(items[0]), try ImageArguments.number(items[1]))
    if x < 0 { x += image.width }
    if y < 0 { y += image.height }
    guard x >= 0, x < image.width, y >= 0, y < image.height else { throw .indexError("image index out of range") }
    return (y * image.width + x) * image.channels
  }
}
