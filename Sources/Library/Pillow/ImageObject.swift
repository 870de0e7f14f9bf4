import Data
import Interpreter
import Saving
import Tensors

/// An image as scripts see it: `PIL.Image.Image`.
final class ImageObject: Object {
  private(set) var image: Image
  /// The format of the file it was read from.
  let format: ImageFile.Format?
  /// The file it was read from.
  let filename: String

  init(_ image: Image, format: ImageFile.Format? = nil, filename: String = "") {
    self.image = image
    self.format = format
    self.filename = filename
    super.init(ImageObject.typeObject)
  }

  /// Changes what is shown, for the few methods that change an image in place.
  func become(_ image: Image) { self.image = image }

  static let typeObject: TypeObject = TypeObject.native("Image", module: "PIL.Image", of: ImageObject.self) { t in
    t.doc = "A picture: modes L, LA, RGB and RGBA."
    t.hasAttributes = true
    ImageMethods.add(to: t)
    t.slots.repr = { value throws(Raised) in
      guard let object = value.cast(to: ImageObject.self) else { return "" }
      let image = object.image
      let name =
        object.format.map { $0 == .png ? "PngImagePlugin.PngImageFile" : "JpegImagePlugin.JpegImageFile" } ?? "Image.Image"
      let address = String(UInt(bitPattern: Unmanaged.passUnretained(object).toOpaque()), radix: 16, uppercase: true)
      return "<PIL.\(name) image mode=\(image.mode) size=\(image.width)x\(image.height) at 0x\(address)>"
    }
    t.slots.compare = { op, lhs, rhs throws(Raised) in
      guard op == .equal || op == .notEqual, let a = lhs.cast(to: ImageObject.self)?.image,
        let b = rhs.cast(to: ImageObject.self)?.image
      else { return nil }
      let same = a.channels == b.channels && a.width == b.width && a.bytes == b.bytes
      return .bool(same == (op == .equal))
    }
  }
}

/// Arguments of images.
enum ImageArguments {
  /// (width, height), both positive and not absurd.
  static func size(_ value: Value) throws(Raised) -> (width: Int, height: Int) {
    guard let items = value.sequence, items.count == 2 else { throw .valueError("size must be a pair of numbers") }
    let width = try number(items[0])
    let height = try number(items[1])
    guard width > 0, height > 0 else { throw .valueError("height and width must be > 0") }
    guard width < 1 << 20, height < 1 << 20, width * height < 1 << 28 else { throw .memoryError("") }
    return (width, height)
  }

  /// A whole number; fractions are cut off.
  static func number(_ value: Value) throws(Raised) -> Int {
    let number = try Interpreter.current.double(value)
    guard number.magnitude < 1e9 else { throw .valueError("\(number) is too large for an image") }
    return Int(number)
  }

  /// A resampling method by its number.
  static func method(_ value: Value, _ standard: Resampling) throws(Raised) -> Resampling {
    if value.isNone || value.isUnbound { return standard }
    guard let method = Resampling(rawValue: value.intValue ?? -1) else {
      throw .valueError("Unknown resampling filter (\(try Interpreter.current.repr(value)))")
    }
    return method
  }

  /// A colour: a number or a tuple of them, as bytes for each channel.
  static func colour(_ value: Value, channels: Int) throws(Raised) -> [UInt8] {
    if let name = value.stringValue {
      let names: [String: [UInt8]] = [
        "black": [0, 0, 0], "white": [255, 255, 255], "red": [255, 0, 0], "green": [0, 128, 0], "blue": [0, 0, 255],
        "yellow": [255, 255, 0], "gray": [128, 128, 128], "grey": [128, 128, 128],
      ]
      guard let colour = names[name.lowercased()] else { throw .valueError("unknown color specifier: '\(name)'") }
      let image = Image(width: 1, height: 1, channels: 3, bytes: colour)
      return image.converted(toChannels: channels).bytes
    }
    var numbers: [UInt8] = []
    for item in value.sequence ?? [value] { numbers.append(UInt8(clamping: try number(item))) }
    if numbers.count == 1, value.sequence == nil {
      numbers = (0..<channels).map { $0 == 0 || channels < 3 ? numbers[0] : 0 }
    }
    if numbers.count == 3, channels == 4 { numbers.append(255) }
    guard numbers.count == channels else { throw .typeError("color must be int or tuple") }
    return numbers
  }
}
