import Tensors

/// Subtracts a mean from each channel and divides by a standard deviation.
/// Reference: https://pytorch.org/vision/stable/generated/torchvision.transforms.Normalize.html
package final class Normalize: Transform {
  static let entry = TransformEntry("Normalize(mean, std, inplace=False)") { a throws(TensorError) in
    try Normalize(mean: a["mean"], std: a["std"])
  }

  private let mean: [Float]
  private let std: [Float]
  package let text: String

  init(mean: OpValue, std: OpValue) throws(TensorError) {
    text = "Normalize(mean=\(mean.argumentText), std=\(std.argumentText))"
    self.mean = try Self.channels(mean)
    self.std = try Self.channels(std)
  }

  private static func channels(_ value: OpValue) throws(TensorError) -> [Float] {
    if case .tensor(let tensor) = value { return try tensor.to(.float32).values(Float.self) }
    guard let items = value.items ?? (value.scalar == nil ? nil : [value]) else {
      throw .type("Normalize: mean and std must be sequences of numbers, not \(value.typeName)")
    }
    var channels: [Float] = []
    for item in items {
      guard let scalar = item.scalar else { throw .type("Normalize: mean and std must be numbers, not \(item.typeName)") }
      channels.append(Float(scalar.doubleValue))
    }
    return channels
  }

  package func apply(_ value: OpValue) throws(TensorError) -> OpValue {
    guard case .tensor(let image) = value else {
      throw .type("img should be Tensor Image. Got <class '\(value.typeName)'>")
    }
    guard image.dtype.isFloatingPoint else {
      throw .type("Input tensor should be a float tensor. Got torch.\(image.dtype.name).")
    }
    guard image.dim >= 3 else {
      let size = OpValue.size(image.shape).argumentText
      throw .value("Expected tensor to be a tensor image of size (..., C, H, W). Got tensor.size() = \(size)")
    }
    if std.contains(0) {
      throw .value("std evaluated to zero after conversion to torch.\(image.dtype.name), leading to division by zero.")
    }
    let means = try Tensor(mean, shape: mean.count == 1 ? [1, 1, 1] : [mean.count, 1, 1]).to(image.dtype)
    let stds = try Tensor(std, shape: std.count == 1 ? [1, 1, 1] : [std.count, 1, 1]).to(image.dtype)
    return .tensor(try image.sub(means).div(stds))
  }

  package func table(after table: ByteTable?) -> ByteTable? {
    guard let table, mean.count == 1, std.count == 1, std[0] != 0 else { return nil }
    return ByteTable(values: table.values.map { ($0 - mean[0]) / std[0] })
  }
}
