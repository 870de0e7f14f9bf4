import Tensors

/// Turns a tensor into an image: `[C, H, W]` or `[H, W]`, floats in 0…1 or bytes, for one, three or four channels.
/// Reference: https://pytorch.org/vision/stable/generated/torchvision.transforms.ToPILImage.html
package final class ToPILImage: Transform {
  static let entry = TransformEntry("ToPILImage(mode=None)") { a throws(TensorError) in
    ToPILImage(mode: a["mode"].isNone ? nil : try a.text("mode"))
  }
  private let mode: String?
  init(mode: String?) { self.mode = mode }

  package var text: String { mode.map { "ToPILImage(mode=\($0))" } ?? "ToPILImage()" }

  package func apply(_ value: OpValue) throws(TensorError) -> OpValue {
    if case .object(let array as any ArrayValue, _) = value {
      let x = try array.elements
      guard x.dim == 2 || x.dim == 3 else { throw .value("pic should be 2/3 dimensional. Got \(x.dim) dimensions.") }
      guard x.dtype == .uint8 else { throw .type("Input type \(x.dtype.name) is not supported") }
      let planes = try (x.dim == 2 ? x.unsqueeze(2) : x).permute([2, 0, 1]).contiguous()
      guard (1...4).contains(planes.shape[0]) else {
        throw .value("pic should not have > 4 channels. Got \(planes.shape[0]) channels.")
      }
      return try Image(planes: planes, mode: mode).value
    }
    guard case .tensor(var x) = value else { throw .type("pic should be Tensor or ndarray. Got <class '\(value.typeName)'>.") }
    x = x.detach()
    guard x.dim == 2 || x.dim == 3 else { throw .value("pic should be 2/3 dimensional. Got \(x.dim) dimensions.") }
    if x.dim == 2 { x = try x.unsqueeze(0) }
    guard (1...4).contains(x.shape[0]) else {
      throw .value("pic should not have > 4 channels. Got \(x.shape[0]) channels.")
    }
    if x.dtype.isFloatingPoint { x = try x.mul(.double(255)).to(.uint8) }
    guard x.dtype == .uint8 else { throw .notImplemented("ToPILImage: tensors of torch.\(x.dtype.name) are not supported") }
    return try Image(planes: x, mode: mode).value
  }
}

extension Image {
  /// The image whose channels are the planes of a `[C, H, W]` tensor of bytes.
  package convenience init(planes: Tensor, mode: String?) throws(TensorError) {
    let channels = planes.shape[0]
    if let mode, Image.channels(of: mode) != channels {
      throw .value("Incorrect mode (\(mode)) supplied for input type \(channels) channels.")
    }
    let bytes: [UInt8] = try planes.permute([1, 2, 0]).contiguous().values(UInt8.self)
    self.init(width: planes.shape[2], height: planes.shape[1], channels: channels, bytes: bytes)
  }
}

/// Turns an image into a tensor of its bytes: `[H, W, C]` → `[C, H, W]`.
package final class PILToTensor: Transform {
  static let entry = TransformEntry("PILToTensor()") { _ in PILToTensor() }

  package var text: String { "PILToTensor()" }
  package func apply(_ value: OpValue) throws(TensorError) -> OpValue {
    let image = try value.image(for: "PILToTensor")
    return .tensor(try image.pixels.permute([2, 0, 1]).contiguous())
  }
}

extension Image {
  /// The bytes as a tensor: `[H, W, C]`.
  package var pixels: Tensor { Tensor(bytes, shape: [height, width, channels]) }
}
