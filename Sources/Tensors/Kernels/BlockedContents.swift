import COneDNN

/// The numbers of a float32 tensor in one of oneDNN's layouts, turned into row-major order only when somebody looks.
final class BlockedContents: DeferredContents {
  let layout: Layout
  let buffer: Buffer
  /// The sizes that the layout is for: [N, C, spatial…].
  let shape: Shape
  private let plain: Layout

  init?(layout: Layout, shape: Shape) {
    guard let buffer = Buffer(byteCount: layout.byteCount), let plain = Layout.plain(shape) else { return nil }
    self.layout = layout
    self.buffer = buffer
    self.shape = shape
    self.plain = plain
  }

  func materialise(into bytes: UnsafeMutableRawPointer, byteCount: Int) {
    let copied = OneDNN.copy(layout, buffer.pointer, to: plain, bytes)
    precondition(copied, "oneDNN copies any of its float32 layouts to row-major order")
  }

  /// A tensor with these contents.
  func tensor() -> Tensor {
    let storage = Storage(byteCount: shape.elementCount * 4, deferred: self)
    return Tensor(storage: storage, shape: shape, strides: shape.contiguousStrides, elementOffset: 0, dtype: .float32)
  }
}

extension Tensor {
  /// The blocked contents that this tensor shows as a whole, if nobody has asked for plain bytes yet.
  var blockedContents: BlockedContents? {
    guard let contents = storage.deferred as? BlockedContents, contents.shape == shape, elementOffset == 0, isContiguous else {
      return nil
    }
    return contents
  }

  /// Layout and address for oneDNN. The tensor must be float32 and contiguous, and be kept alive.
  func oneDNNOperand() -> (layout: Layout, data: UnsafeMutableRawPointer)? {
    if let blocked = blockedContents { return (blocked.layout, blocked.buffer.pointer) }
    guard let layout = Layout.plain(shape) else { return nil }
    return (layout, rawPointer)
  }
}
