import CKernels

/// Batch normalisation of contiguous [N, C, …] tensors; no autograd. float32 follows PyTorch's order of arithmetic, float64 the formulas.
enum BatchNormKernel {
  /// What the channels were normalised with.
  struct Statistics {
    let mean: Tensor
    /// 1 / √(variance + eps).
    let inverse: Tensor
    /// Sum of squared deviations; nil where the running variance was used.
    let squares: Tensor?
  }

  private static func geometry(_ x: Tensor) -> lk_batch {
    let channels = x.shape[1]
    let size = x.shape.dropFirst(2).reduce(1, *)
    return lk_batch(n: Int64(x.shape[0]), channels: Int64(channels), size: Int64(size), rows: x.dim == 2)
  }

  /// Elements of each channel.
  static func count(_ x: Tensor) -> Int { x.shape[1] == 0 ? 0 : x.elementCount / x.shape[1] }

  static func statistics(_ x: Tensor, eps: Double) throws(TensorError) -> Statistics {
    let channels = x.shape[1]
    let mean = try Tensor(uninitialised: [channels], dtype: x.dtype)
    let inverse = try Tensor(uninitialised: [channels], dtype: x.dtype)
    let squares = try Tensor(uninitialised: [channels], dtype: x.dtype)
    let n = count(x)
    if x.dtype == .float32 {
      let (m, i, s) = (mean.pointer(Float.self), inverse.pointer(Float.self), squares.pointer(Float.self))
      lk_batch_statistics_f32(x.pointer(Float.self), geometry(x), m, s)
      for c in 0..<channels { i[c] = Float(1 / (Double(s[c] / Float(n)) + eps).squareRoot()) }
    } else {
      let (p, b) = (x.pointer(Double.self), geometry(x))
      let (m, i, s) = (mean.pointer(Double.self), inverse.pointer(Double.self), squares.pointer(Double.self))
      for c in 0..<channels {
        m[c] = 0
        s[c] = 0
        forEachElement(b, c) { m[c] += p[$0] }
        m[c] /= Double(n)
        forEachElement(b, c) { s[c] += (p[$0] - m[c]) * (p[$0] - m[c]) }
        i[c] = 1 / (s[c] / Double(n) + eps).squareRoot()
      }
    }
    return Statistics(mean: mean, inverse: inverse, squares: squares)
  }

  static func running(_ mean: Tensor, _ variance: Tensor, eps: Double) throws(TensorError) -> Statistics {
    let inverse = try Tensor(uninitialised: variance.shape, dtype: variance.dtype)
    if variance.dtype == .float32 {
      let (v, i) = (variance.pointer(Float.self), inverse.pointer(Float.self))
      for c in 0..<variance.elementCount { i[c] = 1 / (v[c] + Float(eps)).squareRoot() }
    } else {
      let (v, i) = (variance.pointer(Double.self), inverse.pointer(Double.self))
      for c in 0..<variance.elementCount { i[c] = 1 / (v[c] + eps).squareRoot() }
    }
    return Statistics(mean: mean, inverse: inverse, squares: nil)
  }

  static func apply(_ x: Tensor, _ s: Statistics, _ weight: Tensor?, _ bias: Tensor?) throws(TensorError) -> Tensor {
    let out = try Tensor(uninitialised: x.shape, dtype: x.dtype)
    let channels = x.shape[1]
    if x.dtype == .float32 {
      let (m, i, w, b) = (
        s.mean.pointer(Float.self), s.inverse.pointer(Float.self), weight?.pointer(Float.self), bias?.pointer(Float.self)
      )
      let alpha = (0..<channels).map { i[$0] * (w?[$0] ?? 1) }
      let beta = (0..<channels).map { (b?[$0] ?? 0).addingProduct(-m[$0], alpha[$0]) }
      lk_batch_apply_f32(x.pointer(Float.self), geometry(x), alpha, beta, out.pointer(Float.self))
    } else {
      let (p, to) = (x.pointer(Double.self), out.pointer(Double.self))
      let (m, i, w, b) = (
        s.mean.pointer(Double.self), s.inverse.pointer(Double.self), weight?.pointer(Double.self), bias?.pointer(Double.self)
      )
      for c in 0..<channels {
        let alpha = i[c] * (w?[c] ?? 1)
        let beta = (b?[c] ?? 0) - m[c] * alpha
        forEachElement(geometry(x), c) { to[$0] = p[$0] * alpha + beta }
      }
    }
    return out
  }

  /// Gradients of the input, weight and bias. With running statistics the normalisation is a fixed scale.
  static func gradient(
    _ x: Tensor, _ grad: Tensor, _ s: Statistics, _ weight: Tensor?
  ) throws(TensorError) -> (input: Tensor, weight: Tensor, bias: Tensor) {
    let input = try Tensor(uninitialised: x.shape, dtype: x.dtype)
    let ofWeight = try Tensor.zeros([x.shape[1]], dtype: x.dtype)
    let ofBias = try Tensor.zeros([x.shape[1]], dtype: x.dtype)
    let training = s.squares != nil
    if x.dtype == .float32 {
      let (m, i, w) = (s.mean.pointer(Float.self), s.inverse.pointer(Float.self), weight?.pointer(Float.self))
      lk_batch_gradient_f32(
        x.pointer(Float.self), grad.pointer(Float.self), geometry(x), m, i, w, training ? input.pointer(Float.self) : nil,
        ofWeight.pointer(Float.self), ofBias.pointer(Float.self))
      if !training {
        let scale = (0..<x.shape[1]).map { i[$0] * (w?[$0] ?? 1) }
        let zero = [Float](repeating: -0.0, count: scale.count)
        lk_batch_apply_f32(grad.pointer(Float.self), geometry(x), scale, zero, input.pointer(Float.self))
      }
      return (input, ofWeight, ofBias)
    }
    let (p, g, to) = (x.pointer(Double.self), grad.pointer(Double.self), input.pointer(Double.self))
    let (m, i, w) = (s.mean.pointer(Double.self), s.inverse.pointer(Double.self), weight?.pointer(Double.self))
    let n = Double(count(x))
    for c in 0..<x.shape[1] {
      var (sum, dot) = (0.0, 0.0)
      forEachElement(geometry(x), c) {
        sum += g[$0]
        dot += (p[$0] - m[c]) * g[$0]
      }
      ofWeight.pointer(Double.self)[c] = dot * i[c]
      ofBias.pointer(Double.self)[c] = sum
      let scale = i[c] * (w?[c] ?? 1)
      let (k, share) = training ? (dot * i[c] * i[c] / n, sum / n) : (0, 0)
      forEachElement(geometry(x), c) { to[$0] = (g[$0] - share - (p[$0] - m[c]) * k) * scale }
    }
    return (input, ofWeight, ofBias)
  }

  private static func forEachElement(_ b: lk_batch, _ channel: Int, _ body: (Int) -> Void) {
    let size = Int(b.size)
    for i in 0..<Int(b.n) {
      let start = (i * Int(b.channels) + channel) * size
      for k in start..<start + size { body(k) }
    }
  }
}
