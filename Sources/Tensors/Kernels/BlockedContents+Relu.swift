import CKernels

/// Element-wise work on oneDNN's layouts, so that a network's images keep them from one convolution to the next. Channels that only
/// fill up a block are zero before and after.
extension Tensor {
  /// max(x, 0) in the same layout; nil where the contents are in row-major order.
  func blockedRelu() -> Tensor? {
    guard let contents = blockedContents, let result = BlockedContents(layout: contents.layout, shape: shape) else { return nil }
    lk_relu_f32(
      contents.buffer.pointer.assumingMemoryBound(to: Float.self), result.buffer.pointer.assumingMemoryBound(to: Float.self),
      Int64(contents.layout.byteCount / 4))
    return result.tensor()
  }

  /// This gradient where `result` is positive, else zero, in the result's layout; nil where that is in row-major order.
  func blockedReluGradient(_ result: Tensor) -> Tensor? {
    guard dtype == .float32, shape == result.shape, let contents = result.blockedContents,
      let grad = inLayout(contents.layout), let out = BlockedContents(layout: contents.layout, shape: shape)
    else { return nil }
    withExtendedLifetime(grad.owner) {
      lk_relu_gradient_f32(
        grad.data.assumingMemoryBound(to: Float.self), 1, contents.buffer.pointer.assumingMemoryBound(to: Float.self), 1,
        out.buffer.pointer.assumingMemoryBound(to: Float.self), Int64(contents.layout.byteCount / 4))
    }
    return out.tensor()
  }

  /// The numbers of a float32 tensor in a layout of its shape, and what keeps them alive.
  func inLayout(_ layout: Layout) -> (data: UnsafeMutableRawPointer, owner: AnyObject)? {
    if let contents = blockedContents, contents.layout == layout { return (contents.buffer.pointer, contents) }
    guard let plain = try? GradMode.off({ () throws(TensorError) in try contiguous() }), let from = Layout.plain(shape),
      let buffer = Buffer(byteCount: layout.byteCount), OneDNN.copy(from, plain.rawPointer, to: layout, buffer.pointer)
    else { return nil }
    return (buffer.pointer, buffer)
  }
}
