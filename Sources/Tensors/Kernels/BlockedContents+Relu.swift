import CKernels

/// ReLU on oneDNN's layouts, so that a network's images keep them from one convolution to the next. Channels that only fill up a
/// block are zero before and after.
extension Tensor {
  /// max(x, 0) in the same layout; nil where the contents are in row-major order.
  func blockedRelu() -> Tensor? { unsettledContents?.rectified()?.tensor() }

  /// This gradient where `result` is positive, else zero, in the result's layout; nil where that is in row-major order.
  func blockedReluGradient(_ result: Tensor) -> Tensor? {
    // A ReLU that is due changes nothing here: max(x, 0) is positive where x is.
    guard dtype == .float32, shape == result.shape, let contents = result.unsettledContents else { return nil }
    if let own = unsettledContents, own.layout == contents.layout, own.zeroWhereNotPositive === contents.origin { return self }
    guard let grad = inLayout(contents.layout), let out = BlockedContents(layout: contents.layout, shape: shape) else {
      return nil
    }
    withExtendedLifetime(grad.owner) {
      lk_relu_gradient_f32(
        grad.data.assumingMemoryBound(to: Float.self), 1, contents.floats, 1, out.floats, out.floatCount)
    }
    return out.tensor()
  }

  /// The numbers of a float32 tensor in a layout of its shape, and what keeps them alive.
  func inLayout(_ layout: Layout) -> (data: UnsafeMutableRawPointer, owner: AnyObject)? {
    if let contents = blockedContents, contents.layout == layout { return (contents.buffer.pointer, contents) }
    if storage.deferred == nil, isContiguous, layout == Layout.plain(shape) { return (rawPointer, storage) }
    guard let plain = try? plainCopy(), let from = Layout.plain(shape), let buffer = Buffer(byteCount: layout.byteCount),
      OneDNN.copy(from, plain.rawPointer, to: layout, buffer.pointer)
    else { return nil }
    return (buffer.pointer, buffer)
  }
}
