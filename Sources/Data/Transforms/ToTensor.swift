import Tensors

/// An array of another library as a value: `[H, W]` or `[H, W, C]`, where pictures are expected.
package protocol ArrayValue: AnyObject {
  /// The elements.
  var elements: Tensor { get throws(TensorError) }
}

/// Turns an image of bytes into a float tensor: `[H, W, C]` bytes → `[C, H, W]` in 0…1.
/// Reference: https://pytorch.org/vision/stable/generated/torchvision.transforms.ToTensor.html
package final class ToTensor: Transform {
  static let entry = TransformEntry("ToTensor()") { _ in ToTensor() }

  package init() {}

  package var text: String { "ToTensor()" }

  package func apply(_ value: OpValue) throws(TensorError) -> OpValue {
    if case .object(let array as any ArrayValue, _) = value {
      let x = try array.elements
      guard x.dim == 2 || x.dim == 3 else { throw .value("pic should be 2/3 dimensional. Got \(x.dim) dimensions.") }
      let planes = try (x.dim == 2 ? x.unsqueeze(2) : x).permute([2, 0, 1]).contiguous()
      return .tensor(planes.dtype == .uint8 ? try planes.to(.float32).div(.double(255)) : planes)
    }
    guard case .object(let image as Image, _) = value else {
      throw .type("pic should be PIL Image or ndarray. Got <class '\(value.longTypeName)'>")
    }
    let (channels, area) = (image.channels, image.width * image.height)
    let values = [Float](unsafeUninitializedCapacity: channels * area) { values, initialized in
      for channel in 0..<channels {
        for pixel in 0..<area { values[channel * area + pixel] = Float(image.bytes[pixel * channels + channel]) / 255 }
      }
      initialized = channels * area
    }
    return .tensor(Tensor(values, shape: [channels, image.height, image.width]))
  }

  package func table(after table: ByteTable?) -> ByteTable? {
    table == nil ? ByteTable(values: (0..<256).map { Float($0) / 255 }) : nil
  }
}

extension OpValue {
  /// The type's name with its module.
  fileprivate var longTypeName: String { if case .tensor = self { "torch.Tensor" } else { typeName } }
}
