import CKernels
import COneDNN

/// The numbers of a float32 tensor in one of oneDNN's layouts, turned into row-major order only when somebody looks.
///
/// A ReLU may still be due: it is applied together with what comes next, which for max pooling costs a quarter or less of a pass
/// over the images. Buffers are shared between contents and never written again once they are filled.
final class BlockedContents: DeferredContents {
  let layout: Layout
  private var stored: Buffer?
  /// The convolution whose images these are, as long as nobody has looked at them.
  private let convolution: DeferredConvolution?
  /// The numbers behind a max pooling, yet to be spread over the buffer.
  private(set) var pooledGradient: PooledGradient?
  /// The sizes that the layout is for: [N, C, spatial…].
  let shape: Shape
  /// Whether the numbers in the buffer are yet to be replaced by max(x, 0).
  private(set) var isReluDue = false
  /// For a gradient that is zero already wherever the numbers of this origin are not positive.
  var zeroWhereNotPositive: AnyObject?
  private let plain: Layout
  /// Room for the plain bytes and, behind them, for the images of a convolution.
  let reserve: MemoryReserve
  private var reservedImages: Int { (shape.elementCount * 4 + 63) & ~63 }

  init?(layout: Layout, shape: Shape) {
    guard let buffer = Buffer(byteCount: layout.byteCount), let plain = Layout.plain(shape),
      let reserve = MemoryReserve(byteCount: shape.elementCount * 4)
    else { return nil }
    self.reserve = reserve
    self.layout = layout
    stored = buffer
    convolution = nil
    self.shape = shape
    self.plain = plain
  }

  /// The images of a convolution, to be computed by whoever uses them.
  init?(layout: Layout, shape: Shape, of convolution: DeferredConvolution) {
    guard let plain = Layout.plain(shape),
      let reserve = MemoryReserve(byteCount: shape.elementCount * 4 + 64 + layout.byteCount)
    else { return nil }
    self.reserve = reserve
    self.layout = layout
    self.shape = shape
    self.plain = plain
    self.convolution = convolution
  }

  /// The gradient of a max pooling's input.
  convenience init?(layout: Layout, shape: Shape, pooled gradient: PooledGradient) {
    self.init(layout: layout, shape: shape)
    pooledGradient = gradient
  }

  private init?(reluOf source: BlockedContents) {
    if source.convolution != nil {
      // Either these contents are looked at or the source's, not both: see `DeferredConvolution.isNext`.
      reserve = source.reserve
    } else {
      guard let own = MemoryReserve(byteCount: source.shape.elementCount * 4) else { return nil }
      reserve = own
    }
    (layout, shape, plain, convolution) = (source.layout, source.shape, source.plain, source.convolution)
    stored = convolution == nil ? source.buffer : source.stored
    isReluDue = true
  }

  /// The convolution, if its images are yet to be computed.
  var awaitedConvolution: DeferredConvolution? { stored == nil ? convolution : nil }

  /// What the numbers are known by, whether they have been computed or not.
  var origin: AnyObject { convolution ?? buffer }

  /// The numbers, in this layout.
  var buffer: Buffer {
    guard let stored else { return computed() }
    if let gradient = pooledGradient {
      pooledGradient = nil
      gradient.scatter(into: stored.pointer.assumingMemoryBound(to: Float.self))
    }
    return stored
  }

  private func computed() -> Buffer {
    let fresh =
      Buffer(byteCount: layout.byteCount) ?? Buffer(reserve, byteOffset: reservedImages, byteCount: layout.byteCount)
    let isComputed = convolution?.compute(into: fresh.pointer) ?? false
    precondition(isComputed, "oneDNN computes what it has planned")
    stored = fresh
    return fresh
  }

  /// max(x, 0), to be computed by whoever uses it; nil when there is no memory.
  func rectified() -> BlockedContents? { BlockedContents(reluOf: self) }

  /// Computes a ReLU that is due; nothing happens when there is no memory for its result, and the layout is given up instead.
  func settle() -> Bool {
    guard isReluDue else { return true }
    guard let result = Buffer(byteCount: buffer.byteCount) else { return false }
    lk_relu_f32(floats, result.pointer.assumingMemoryBound(to: Float.self), floatCount)
    stored = result
    isReluDue = false
    return true
  }

  /// The buffer's numbers, those that only fill up a block of channels included.
  var floats: UnsafeMutablePointer<Float> { buffer.pointer.assumingMemoryBound(to: Float.self) }
  var floatCount: Int64 { Int64(buffer.byteCount / 4) }

  func materialise(into bytes: UnsafeMutableRawPointer, byteCount: Int) {
    let copied = OneDNN.copy(layout, buffer.pointer, to: plain, bytes)
    precondition(copied, "oneDNN copies any of its float32 layouts to row-major order")
    if isReluDue {
      let numbers = bytes.assumingMemoryBound(to: Float.self)
      lk_relu_f32(numbers, numbers, Int64(byteCount / 4))
    }
  }

  /// A tensor with these contents.
  func tensor() -> Tensor {
    let storage = Storage(byteCount: shape.elementCount * 4, deferred: self)
    return Tensor(storage: storage, shape: shape, strides: shape.contiguousStrides, elementOffset: 0, dtype: .float32)
  }
}

extension Tensor {
  /// The blocked contents that this tensor shows as a whole, if nobody has asked for plain bytes yet; a ReLU may be due.
  var unsettledContents: BlockedContents? {
    guard let contents = storage.deferred as? BlockedContents, contents.shape == shape, elementOffset == 0, isContiguous else {
      return nil
    }
    return contents
  }

  /// The same with every number final.
  var blockedContents: BlockedContents? {
    guard let contents = unsettledContents, contents.settle() else { return nil }
    return contents
  }

  /// Layout and address for oneDNN. The tensor must be float32 and contiguous, and be kept alive.
  func oneDNNOperand() -> (layout: Layout, data: UnsafeMutableRawPointer)? {
    if let blocked = blockedContents { return (blocked.layout, blocked.buffer.pointer) }
    guard let layout = Layout.plain(shape) else { return nil }
    return (layout, rawPointer)
  }
}
