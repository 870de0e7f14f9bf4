import CKernels

/// Pooling of [N, C, spatial…] tensors in row-major order or, for float32, in oneDNN's blocks of channels; no autograd.
enum PoolingKernel {
  /// Where each maximum was found, in the order of the result's layout.
  final class Places {
    fileprivate let buffer: Buffer
    fileprivate let count: Int
    /// The layout of the result and its places; nil for row-major order.
    fileprivate let layout: Layout?
    /// After a ReLU that was due: the pooled numbers, and the origin of the numbers that they were pooled from.
    fileprivate var relu: (pooled: Buffer, source: AnyObject)?

    fileprivate init(count: Int, layout: Layout?) throws(TensorError) {
      guard let buffer = Buffer(byteCount: max(count, 1) * 4) else { throw .notEnoughMemory(count * 4) }
      self.buffer = buffer
      self.count = count
      self.layout = layout
    }

    fileprivate var pointer: UnsafeMutablePointer<Int32> { buffer.pointer.assumingMemoryBound(to: Int32.self) }

    /// The places as a tensor of the result's shape; only for row-major results.
    func tensor(_ shape: Shape) throws(TensorError) -> Tensor {
      let out = try Tensor(uninitialised: shape, dtype: .int64)
      let target = out.pointer(Int.self)
      for i in 0..<count { target[i] = Int(pointer[i]) }
      return out
    }
  }

  private static func outputShape(_ x: Tensor, _ windows: PoolingWindows) -> Shape {
    Shape([x.shape[0], x.shape[1]] + windows.spatialOutput)
  }

  /// Places are nil where nobody asks for them.
  static func maximum(
    _ x: Tensor, _ windows: PoolingWindows, inPlainOrder: Bool, withPlaces: Bool
  ) throws(TensorError) -> (Tensor, Places?) {
    let shape = outputShape(x, windows)
    if !inPlainOrder, let contents = x.unsettledContents, let lanes = usable(contents.layout.channelBlock),
      let layout = Layout.blocked(shape, block: lanes), let result = BlockedContents(layout: layout, shape: shape)
    {
      let blocks = (x.shape[1] + lanes - 1) / lanes
      let places = withPlaces ? try Places(count: x.shape[0] * blocks * windows.outputPixels * lanes, layout: layout) : nil
      let target = result.floats
      let pool = { (first: Int, count: Int, images: UnsafeMutablePointer<Float>) in
        let offset = first * blocks * windows.outputPixels * lanes
        let pooled = target + offset
        windows.with(planes: count * blocks, lanes: lanes) {
          lk_max_pool_f32(images, pooled, places.map { $0.pointer + offset }, $0)
        }
        // The largest of max(x, 0) is max(the largest x, 0); where that is zero no gradient flows, whichever place won.
        if contents.isReluDue { lk_relu_f32(pooled, pooled, Int64(count * blocks * windows.outputPixels * lanes)) }
      }
      if !(contents.awaitedConvolution?.forEachPiece(pool) ?? false) { pool(0, x.shape[0], contents.floats) }
      if contents.isReluDue { places?.relu = (result.buffer, contents.origin) }
      return (result.tensor(), places)
    }
    let x = try x.contiguous()
    let out = try Tensor(uninitialised: shape, dtype: x.dtype)
    let places = withPlaces ? try Places(count: shape.elementCount, layout: nil) : nil
    if shape.elementCount == 0 { return (out, places) }
    windows.with(planes: x.shape[0] * x.shape[1], lanes: 1) {
      if x.dtype == .float64 {
        lk_max_pool_f64(x.pointer(Double.self), out.pointer(Double.self), places?.pointer, $0)
      } else {
        lk_max_pool_f32(x.pointer(Float.self), out.pointer(Float.self), places?.pointer, $0)
      }
    }
    return (out, places)
  }

  static func maximumGradient(
    _ grad: Tensor, _ places: Places, _ windows: PoolingWindows, inputShape: Shape
  ) throws(TensorError) -> Tensor {
    if let layout = places.layout, let lanes = usable(layout.channelBlock) {
      guard let inputLayout = Layout.blocked(inputShape, block: lanes), let gradient = grad.inLayout(layout) else {
        throw .notEnoughMemory(inputShape.elementCount * 4)
      }
      var numbers = gradient.data.assumingMemoryBound(to: Float.self)
      var masked: Buffer?
      if let relu = places.relu, let mask = Buffer(byteCount: layout.byteCount) {
        // What the ReLU's own gradient will ask for is done here, on the smaller side.
        let target = mask.pointer.assumingMemoryBound(to: Float.self)
        lk_relu_gradient_f32(
          numbers, 1, relu.pooled.pointer.assumingMemoryBound(to: Float.self), 1, target, Int64(layout.byteCount / 4))
        (numbers, masked) = (target, mask)
      }
      if let masked, lanes == 16, windows.isSparse {
        let pooled = PooledGradient(masked, places.pointer, owners: [places], windows, shape: inputShape)
        guard let result = BlockedContents(layout: inputLayout, shape: inputShape, pooled: pooled) else {
          throw .notEnoughMemory(inputShape.elementCount * 4)
        }
        result.zeroWhereNotPositive = places.relu?.source
        return result.tensor()
      }
      guard let result = BlockedContents(layout: inputLayout, shape: inputShape) else {
        throw .notEnoughMemory(inputShape.elementCount * 4)
      }
      if masked != nil { result.zeroWhereNotPositive = places.relu?.source }
      let planes = inputShape[0] * ((inputShape[1] + lanes - 1) / lanes)
      withExtendedLifetime((gradient.owner, masked)) {
        windows.with(planes: planes, lanes: lanes) {
          lk_max_pool_gradient_f32(numbers, places.pointer, result.floats, $0)
        }
      }
      return result.tensor()
    }
    let grad = try grad.contiguous()
    let out = try Tensor(uninitialised: inputShape, dtype: grad.dtype)
    if out.elementCount == 0 { return out }
    if grad.elementCount == 0 { return try out.zeroInPlace() }
    windows.with(planes: inputShape[0] * inputShape[1], lanes: 1) {
      if grad.dtype == .float64 {
        lk_max_pool_gradient_f64(grad.pointer(Double.self), places.pointer, out.pointer(Double.self), $0)
      } else {
        lk_max_pool_gradient_f32(grad.pointer(Float.self), places.pointer, out.pointer(Float.self), $0)
      }
    }
    return out
  }

  /// The elements of `x`, shaped as the input was, at the places of the maxima.
  static func pick(
    _ x: Tensor, _ places: Places, _ windows: PoolingWindows, outputShape: Shape
  ) throws(TensorError) -> Tensor {
    let x = try GradMode.off { try x.contiguous() }
    let out = try Tensor(uninitialised: outputShape, dtype: x.dtype)
    if out.elementCount == 0 { return out }
    var work = Pick(x: x, out: out, places: places, lanes: places.layout?.channelBlock ?? 1)
    try x.dtype.dispatch(&work, "max_pool")
    return out
  }

  private struct Pick: FloatWork {
    let x: Tensor
    let out: Tensor
    let places: Places
    /// Channels that stand side by side in the places; 1 in row-major order.
    let lanes: Int

    mutating func run<T: FloatElement>(_ type: T.Type) {
      let (from, to, place) = (x.pointer(T.self), out.pointer(T.self), places.pointer)
      let (images, channels) = (x.shape[0], x.shape[1])
      let (inputs, outputs) = (x.elementCount / (images * channels), out.elementCount / (images * channels))
      let blocks = (channels + lanes - 1) / lanes
      for n in 0..<images {
        for c in 0..<channels {
          let plane = n * channels + c
          let first = ((n * blocks + c / lanes) * outputs) * lanes + c % lanes
          for i in 0..<outputs { to[plane * outputs + i] = from[plane * inputs + Int(place[first + i * lanes])] }
        }
      }
    }
  }

  static func average(_ x: Tensor, _ windows: PoolingWindows, divisor: Int?) throws(TensorError) -> Tensor {
    let x = try x.contiguous()
    let out = try Tensor(uninitialised: outputShape(x, windows), dtype: x.dtype)
    if out.elementCount == 0 { return out }
    windows.with(planes: x.shape[0] * x.shape[1], lanes: 1) {
      if x.dtype == .float64 {
        lk_average_pool_f64(x.pointer(Double.self), out.pointer(Double.self), windows.counts.map { Double(divisor ?? $0) }, $0)
      } else {
        lk_average_pool_f32(x.pointer(Float.self), out.pointer(Float.self), windows.counts.map { Float(divisor ?? $0) }, $0)
      }
    }
    return out
  }

  static func averageGradient(
    _ grad: Tensor, _ windows: PoolingWindows, divisor: Int?, inputShape: Shape
  ) throws(TensorError) -> Tensor {
    let grad = try grad.contiguous()
    let out = try Tensor(uninitialised: inputShape, dtype: grad.dtype)
    if out.elementCount == 0 { return out }
    if grad.elementCount == 0 { return try out.zeroInPlace() }
    windows.with(planes: inputShape[0] * inputShape[1], lanes: 1) {
      if grad.dtype == .float64 {
        lk_average_pool_gradient_f64(
          grad.pointer(Double.self), out.pointer(Double.self), windows.counts.map { Double(divisor ?? $0) }, $0)
      } else {
        lk_average_pool_gradient_f32(
          grad.pointer(Float.self), out.pointer(Float.self), windows.counts.map { Float(divisor ?? $0) }, $0)
      }
    }
    return out
  }

  private static func usable(_ lanes: Int) -> Int? { lanes == 8 || lanes == 16 ? lanes : nil }
}
