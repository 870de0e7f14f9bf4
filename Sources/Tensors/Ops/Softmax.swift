import CKernels

extension Tensor {
  /// exp(xᵢ) / Σⱼ exp(xⱼ) along a dimension.
  ///
  /// **Shape** any → the same. **Gradient** (g − Σ g·y)·y.
  package func softmax(dim: Int, dtype: DType? = nil) throws(TensorError) -> Tensor {
    let x = try dtype == nil ? self : to(dtype ?? self.dtype)
    let out = try x.normalisedExponentials(dim, .softmax)
    return out.record("SoftmaxBackward0", x, savingResult: true) {
      (call: borrowing BackwardCall) throws(TensorError) -> [Tensor?] in
      let y = try call.result
      let grad = call.grad
      if let fast = try grad.softmaxGradient(y, dim, .softmax) { return [fast] }
      return [try grad.sub(grad.mul(y).sum([dim], keepdim: true)).mul(y)]
    }
  }

  /// xᵢ − log Σⱼ exp(xⱼ) along a dimension.
  ///
  /// **Shape** any → the same. **Gradient** g − exp(y)·Σ g.
  package func logSoftmax(dim: Int, dtype: DType? = nil) throws(TensorError) -> Tensor {
    let x = try dtype == nil ? self : to(dtype ?? self.dtype)
    let out = try x.normalisedExponentials(dim, .logSoftmax)
    return out.record("LogSoftmaxBackward0", x, savingResult: true) {
      (call: borrowing BackwardCall) throws(TensorError) -> [Tensor?] in
      let y = try call.result
      let grad = call.grad
      if let fast = try grad.softmaxGradient(y, dim, .logSoftmax) { return [fast] }
      // The softmax of y is exp(y), because y is normalised already.
      return [try grad.sub(y.softmax(dim: dim).mul(grad.sum([dim], keepdim: true)))]
    }
  }

  private enum Kind: String {
    case softmax
    case logSoftmax = "log_softmax"
  }

  /// The sizes before, along and after a dimension.
  private func split(at dim: Int) -> (outer: Int, count: Int, inner: Int) {
    guard shape.count > 0 else { return (1, 1, 1) }
    return (shape.prefix(dim).reduce(1, *), shape[dim], shape.suffix(from: dim + 1).reduce(1, *))
  }

  private func normalisedExponentials(_ dim: Int, _ kind: Kind) throws(TensorError) -> Tensor {
    let dim = try normalised(dim)
    guard dtype.isFloatingPoint else {
      let isLast = dim == Swift.max(shape.count - 1, 0)
      throw .notImplemented("\(kind.rawValue)_\(isLast ? "lastdim_" : "")kernel_impl", for: dtype)
    }
    let x = try GradMode.off { try contiguous() }
    let out = try Tensor(uninitialised: shape, dtype: dtype)
    if elementCount == 0 { return out }
    let (outer, count, inner) = split(at: dim)
    if dtype == .float64 {
      softmaxRows(x.pointer(Double.self), out.pointer(Double.self), outer, count, inner, kind)
      return out
    }
    let (from, to) = (x.pointer(Float.self), out.pointer(Float.self))
    switch (kind, inner) {
    case (.softmax, 1): lk_softmax_last_f32(from, to, Int64(outer), Int64(count))
    case (.logSoftmax, 1): lk_log_softmax_last_f32(from, to, Int64(outer), Int64(count))
    case (.softmax, _): lk_softmax_inner_f32(from, to, Int64(outer), Int64(count), Int64(inner))
    case (.logSoftmax, _): lk_log_softmax_inner_f32(from, to, Int64(outer), Int64(count), Int64(inner))
    }
    return out
  }

  private func softmaxRows(
    _ x: UnsafePointer<Double>, _ out: UnsafeMutablePointer<Double>, _ outer: Int, _ count: Int, _ inner: Int, _ kind: Kind
  ) {
    for row in 0..<outer {
      for column in 0..<inner {
        let base = row * count * inner + column
        var largest = -Double.infinity
        for i in 0..<count {
          let value = x[base + i * inner]
          if value > largest || value.isNaN { largest = value }
          if value.isNaN { break }
        }
        var sum = 0.0
        for i in 0..<count {
          let e = Double.exponential(x[base + i * inner] - largest)
          out[base + i * inner] = e
          sum += e
        }
        let logarithm = Double.logarithm(sum)
        for i in 0..<count {
          let at = base + i * inner
          out[at] = kind == .softmax ? out[at] / sum : x[at] - largest - logarithm
        }
      }
    }
  }

  /// One pass over the rows where nothing has to be recorded and the dimension is the last; nil otherwise.
  private func softmaxGradient(_ y: Tensor, _ dim: Int, _ kind: Kind) throws(TensorError) -> Tensor? {
    let dim = try y.normalised(dim)
    guard dtype == .float32, !GradMode.isEnabled, y.isContiguous, y.split(at: dim).inner == 1, elementCount > 0 else {
      return nil
    }
    let grad = try contiguous()
    let out = try Tensor(uninitialised: shape, dtype: dtype)
    let (rows, count, _) = y.split(at: dim)
    let (g, result, to) = (grad.pointer(Float.self), y.pointer(Float.self), out.pointer(Float.self))
    switch kind {
    case .softmax: lk_softmax_gradient_last_f32(g, result, to, Int64(rows), Int64(count))
    case .logSoftmax: lk_log_softmax_gradient_last_f32(g, result, to, Int64(rows), Int64(count))
    }
    return out
  }
}

extension Op {
  static let softmax = Op(
    "softmax(input: Tensor, dim: int, dtype: dtype? = None)", [.function, .method],
    "Exponentials divided by their sum along a dimension.",
    example: "torch.softmax(torch.tensor([[1., 2.]]), 1)"
  ) { (call: borrowing OpCall) throws(TensorError) -> OpValue in
    .tensor(try call.tensor(0).softmax(dim: call.int(1), dtype: call.dtype(2)))
  }

  static let logSoftmax = Op(
    "log_softmax(input: Tensor, dim: int, dtype: dtype? = None)", [.function, .method], "The logarithm of softmax.",
    example: "torch.log_softmax(torch.tensor([[1., 2.]]), 1)"
  ) { (call: borrowing OpCall) throws(TensorError) -> OpValue in
    .tensor(try call.tensor(0).logSoftmax(dim: call.int(1), dtype: call.dtype(2)))
  }

  static let functionalSoftmax = functional("softmax", "Exponentials divided by their sum along a dimension.") {
    (x: Tensor, dim: Int, type: DType?) throws(TensorError) -> Tensor in try x.softmax(dim: dim, dtype: type)
  }
  static let functionalLogSoftmax = functional("log_softmax", "The logarithm of softmax.") {
    (x: Tensor, dim: Int, type: DType?) throws(TensorError) -> Tensor in try x.logSoftmax(dim: dim, dtype: type)
  }
  static let softmin = functional("softmin", "The softmax of the negated elements.") {
    (x: Tensor, dim: Int, type: DType?) throws(TensorError) -> Tensor in try x.neg().softmax(dim: dim, dtype: type)
  }

  /// The forms in `nn.functional`, where `dim` may be left out: 0 for 0, 1 or 3 dimensions, else 1.
  private static func functional(
    _ name: String, _ summary: String, _ body: @escaping (Tensor, Int, DType?) throws(TensorError) -> Tensor
  ) -> Op {
    Op(
      "\(name)(input: Tensor, dim: int? = None, _stacklevel: int = 3, dtype: dtype? = None)", .functional, summary,
      example: "F.\(name)(torch.tensor([[1., 2.]]), 1)"
    ) { (call: borrowing OpCall) throws(TensorError) -> OpValue in
      let x = try call.tensor(0)
      if call.isNone(1) {
        TensorWarning.emit(
          "Implicit dimension choice for \(name) has been deprecated. Change the call to include dim=X as an argument.")
      }
      let implicit = x.dim == 0 || x.dim == 1 || x.dim == 3 ? 0 : 1
      return .tensor(try body(x, call.optionalInt(1) ?? implicit, call.dtype(3)))
    }
  }
}
