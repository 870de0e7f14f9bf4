import Data
import Interpreter
import Saving
import Tensors

/// `PIL`: the part of it that data sets and transforms need.
enum PillowModule {
  /// `PIL.UnidentifiedImageError`, an OSError.
  static let unidentified: TypeObject = TypeObject.native(
    "UnidentifiedImageError", module: "PIL", bases: [.osError], of: ExceptionObject.self
  ) { _ in }

  static func register(in interpreter: Interpreter) {
    interpreter.registerModule("PIL") { _ throws(Raised) in
      let module = ModuleObject("PIL", doc: "Pictures: reading, writing, sizes and modes.")
      module.set("UnidentifiedImageError", unidentified.asValue)
      return module.asValue
    }
    interpreter.registerModule("PIL.Image", build)
  }

  private static func build(_ interpreter: Interpreter) throws(Raised) -> Value {
    let module = ModuleObject("PIL.Image")
    module.set("Image", ImageObject.typeObject.asValue)
    let methods = ["NEAREST", "LANCZOS", "BILINEAR", "BICUBIC", "BOX", "HAMMING"]
    let turns = ["FLIP_LEFT_RIGHT", "FLIP_TOP_BOTTOM", "ROTATE_90", "ROTATE_180", "ROTATE_270", "TRANSPOSE", "TRANSVERSE"]
    let resampling = ModuleObject("PIL.Image.Resampling")
    let transpose = ModuleObject("PIL.Image.Transpose")
    for (names, group) in [(methods, resampling), (turns, transpose)] {
      for (number, name) in names.enumerated() {
        module.set(name, .int(number))
        group.set(name, .int(number))
      }
    }
    module.set("ANTIALIAS", .int(1))
    module.set("Resampling", resampling.asValue)
    module.set("Transpose", transpose.asValue)
    module.set("UnidentifiedImageError", unidentified.asValue)
    module.function("open(fp, mode='r', formats=None)", "Reads a PNG or JPEG file.") { call throws(Raised) in try open(call[0])
    }
    module.function("new(mode, size, color=0)", "An image of one colour.") { call throws(Raised) in
      let mode = try call.string(0)
      guard let channels = Image.channels(of: mode) else { throw .valueError("unrecognized image mode") }
      let (width, height) = try ImageArguments.size(call[1])
      let colour = try ImageArguments.colour(call[2], channels: channels)
      var bytes: [UInt8] = []
      bytes.reserveCapacity(width * height * channels)
      for _ in 0..<(width * height) { bytes += colour }
      return ImageObject(Image(width: width, height: height, channels: channels, bytes: bytes)).asValue
    }
    module.function("fromarray(obj, mode=None)", "An image of an array of bytes: [H, W] or [H, W, C].") { call throws(Raised) in
      guard let x = call[0].array ?? call[0].tensor else {
        throw .attributeError("'\(call[0].type.name)' object has no attribute '__array_interface__'")
      }
      guard x.dtype == .uint8, x.dim == 2 || x.dim == 3, x.dim == 2 || (1...4).contains(x.shape[2]) else {
        throw .typeError("Cannot handle this data type: \(x.shape), \(x.dtype.name)")
      }
      let bytes = try converting { () throws(TensorError) -> [UInt8] in try x.contiguous().values(UInt8.self) }
      return ImageObject(Image(width: x.shape[1], height: x.shape[0], channels: x.dim == 2 ? 1 : x.shape[2], bytes: bytes))
        .asValue
    }
    module.function("merge(mode, bands)", "One image of several grey ones.") { call throws(Raised) in
      let bands = (call[1].sequence ?? []).compactMap { $0.cast(to: ImageObject.self)?.image }
      guard let first = bands.first, Image.channels(of: try call.string(0)) == bands.count,
        bands.allSatisfy({ $0.channels == 1 })
      else {
        throw .valueError("wrong number of bands")
      }
      guard bands.allSatisfy({ $0.width == first.width && $0.height == first.height }) else {
        throw .valueError("size mismatch")
      }
      var bytes: [UInt8] = []
      for pixel in first.bytes.indices { for band in bands { bytes.append(band.bytes[pixel]) } }
      return ImageObject(Image(width: first.width, height: first.height, channels: bands.count, bytes: bytes)).asValue
    }
    return module.asValue
  }

  private static func open(_ value: Value) throws(Raised) -> Value {
    let file = try SavedFile(value)
    var name = ""
    if case .path(let path) = file { name = path }
    let bytes = try file.read()
    let shown = name.isEmpty ? try Interpreter.current.repr(value) : "'\(name)'"
    do throws(TensorError) {
      let (image, format) = try ImageFile.decode(bytes, name: shown)
      return ImageObject(image, format: format, filename: name).asValue
    } catch {
      if error.message.hasPrefix("cannot identify") { throw Raised(unidentified, error.message) }
      throw Raised(error)
    }
  }
}
