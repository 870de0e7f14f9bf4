import CKernels

extension Tensor {
  /// `a` where the condition holds, else `b`; all broadcast.
  package static func select(_ condition: Tensor, _ a: Tensor, _ b: Tensor) throws(TensorError) -> Tensor {
    var mask = condition
    if mask.dtype == .uint8 {
      TensorWarning.emit(
        "where received a uint8 condition tensor. This behavior is deprecated and will be removed in a future version of PyTorch. Use a "
          + "boolean condition instead.")
      mask = try mask.converted(.bool)
    }
    guard mask.dtype == .bool else {
      throw .runtime(
        "where expected condition to be a boolean tensor, but got a tensor with dtype \(condition.dtype.scalarName)")
    }
    let type = TypePromotion.of(a, b)
    let shape = try Shape.broadcast(mask.shape, Shape.broadcast(a.shape, b.shape))
    let out = try Tensor(uninitialised: shape, dtype: type)
    selectElements(out, mask, try a.converted(type), try b.converted(type))
    let (sa, sb, ta, tb) = (a.shape, b.shape, a.dtype, b.dtype)
    return out.record("WhereBackward0", a, b) { call in
      let zero = try Tensor.zeros([], dtype: call.grad.dtype)
      return [
        call.needs(0) ? try Tensor.select(mask, call.grad, zero).reduced(to: sa, ta) : nil,
        call.needs(1) ? try Tensor.select(mask, zero, call.grad).reduced(to: sb, tb) : nil,
      ]
    }
  }

  /// out = mask ? a : b for a row-major `out`, the others broadcast; `out` may be one of them.
  static func selectElements(_ out: Tensor, _ mask: Tensor, _ a: Tensor, _ b: Tensor) {
    let size = out.dtype.byteSize
    let (po, pm, pa, pb) = (out.rawPointer, mask.pointer(Bool.self), a.rawPointer, b.rawPointer)
    let shape = out.shape
    let runs = StridedRuns(
      shape, out.strides, mask.strides(broadcastTo: shape), a.strides(broadcastTo: shape), b.strides(broadcastTo: shape))
    let n = Int64(runs.count)
    // The result is row-major, so that runs are side by side in it.
    let (_, sm, sa, sb) = runs.steps
    runs.forEachInParallel { o, m, i, j in
      lk_select(
        Int32(size), pm + m, Int64(sm), pa + i &* size, Int64(sa), pb + j &* size, Int64(sb), po + o &* size, n)
    }
  }

  /// The elements with `value` where the mask holds.
  package func maskedFill(_ mask: Tensor, _ value: Scalar) throws(TensorError) -> Tensor {
    guard mask.dtype == .bool else {
      throw .runtime("masked_fill_ only supports boolean masks, but got mask with dtype \(mask.dtype.cName)")
    }
    guard TypePromotion.of(self, value) == dtype || dtype.isFloatingPoint else {
      throw .runtime("value cannot be converted to type \(dtype.cName) without overflow")
    }
    let flags = try mask.converted(.bool)
    let out = try GradMode.off {
      try Tensor.select(flags, Tensor.scalar(value, dtype: dtype), self)
    }
    let (own, type) = (shape, dtype)
    return out.record("MaskedFillBackward0", self) { call in
      [try call.grad.maskedFill(flags, 0).reduced(to: own, type)]
    }
  }

  /// The elements where the mask holds, in one dimension.
  package func maskedSelect(_ mask: Tensor) throws(TensorError) -> Tensor {
    guard mask.dtype == .bool else {
      throw .runtime("masked_select: expected BoolTensor for mask")
    }
    let shape = try Shape.broadcast(self.shape, mask.shape)
    return try expand(shape).picked(mask.expand(shape), node: "MaskedSelectBackward0")
  }

  /// The elements where a mask of the same shape holds, in one dimension.
  func picked(_ mask: Tensor, node: String) throws(TensorError) -> Tensor {
    let flags = try GradMode.off { try mask.contiguous() }
    let plain = try plainCopy()
    let (p, n) = (flags.pointer(Bool.self), Int64(flags.elementCount))
    let out = try Tensor(uninitialised: [Int(lk_count_flags(p, n))], dtype: dtype)
    lk_pick_flagged(Int32(dtype.byteSize), plain.rawPointer, p, n, out.rawPointer)
    let (own, type) = (shape, dtype)
    return out.record(node, self) { call in
      let whole = try Tensor.zeros([own.elementCount], dtype: type)
      return [try whole.scatter(0, flags.reshape([-1]).nonzeroFlat(), call.grad).view(own)]
    }
  }

  /// The positions, in row-major order, of the elements that are not zero.
  func nonzeroFlat() throws(TensorError) -> Tensor {
    let flags = try GradMode.off { try (dtype == .bool ? self : ne(0)).contiguous() }
    let (p, n) = (flags.pointer(Bool.self), Int64(flags.elementCount))
    let out = try Tensor(uninitialised: [Int(lk_count_flags(p, n))], dtype: .int64)
    lk_flag_places(p, n, out.int64Pointer)
    return out
  }

  /// The elements limited to a range; nil leaves an end open. **Gradient** is 1 at the limits themselves.
  package func clamp(min low: Scalar? = nil, max high: Scalar? = nil) throws(TensorError) -> Tensor {
    guard low != nil || high != nil else { throw .runtime("torch.clamp: At least one of 'min' or 'max' must not be None") }
    var type = dtype
    for limit in [low, high] { if let limit, limit.dtype.kind > type.kind { type = limit.dtype } }
    if type == .bool { throw .notImplemented("clamp_scalar_cpu", for: .bool) }
    if type != type.wide { return try converted(type.wide).clamp(min: low, max: high).converted(type) }
    let source = try converted(type)
    let out = try source.emptyLike()
    source.clampElements(into: out, low, high)
    let x = SavedTensor(self)
    let own = dtype
    return out.record("ClampBackward1", self) { call in
      var inside: Tensor
      let value = try x.value()
      switch (low, high) {
      case (let low?, let high?): inside = try value.ge(low).logicalAnd(value.le(high))
      case (let low?, nil): inside = try value.ge(low)
      case (nil, let high?): inside = try value.le(high)
      case (nil, nil): inside = try Tensor.full(value.shape, true, dtype: .bool)
      }
      return [try Tensor.select(inside, call.grad, Tensor.zeros([], dtype: call.grad.dtype)).to(own)]
    }
  }

  private func clampElements(into out: Tensor, _ low: Scalar?, _ high: Scalar?) {
    if isContiguous && out.isContiguous {
      let n = Int64(elementCount)
      switch dtype {
      case .float32:
        return lk_clamp_f32(
          pointer(Float.self), low.map { Float(scalar: $0) } ?? -.infinity, high.map { Float(scalar: $0) } ?? .infinity,
          out.pointer(Float.self), n)
      case .float64:
        return lk_clamp_f64(
          pointer(Double.self), low?.doubleValue ?? -.infinity, high?.doubleValue ?? .infinity, out.pointer(Double.self), n)
      default:
        return lk_clamp_i64(
          int64Pointer, low.map { Int64(Int(scalar: $0)) } ?? .min, high.map { Int64(Int(scalar: $0)) } ?? .max,
          out.int64Pointer, n)
      }
    }
    var work = ClampWork(out: out, source: self, low: low, high: high)
    try? dtype.dispatchWide(&work)  // clamping does not fail
  }

  private struct ClampWork: ElementWork {
    let out: Tensor
    let source: Tensor
    let low: Scalar?
    let high: Scalar?
    mutating func run<T: Element>(_ type: T.Type) {
      let a = low.map { T(scalar: $0) }
      let b = high.map { T(scalar: $0) }
      mapElements(out, source) { (x: T) -> T in
        var y = x
        if let a, y < a { y = a }
        if let b, y > b { y = b }
        return y
      }
    }
  }

  /// The larger of two elements; not-a-number wins. **Gradient** of equal elements is shared.
  package func maximum(_ other: Tensor) throws(TensorError) -> Tensor {
    try extreme(other, MaximumKernel.self, "MaximumBackward0")
  }

  /// The smaller of two elements; not-a-number wins. **Gradient** of equal elements is shared.
  package func minimum(_ other: Tensor) throws(TensorError) -> Tensor {
    try extreme(other, MinimumKernel.self, "MinimumBackward0")
  }

  private func extreme<K: ExtremeKernel>(_ other: Tensor, _ kernel: K.Type, _ node: String) throws(TensorError) -> Tensor {
    let type = TypePromotion.of(self, other)
    if type == .float16 {
      return try converted(type.wide).extreme(other.converted(type.wide), kernel, node).converted(type)
    }
    let out = try Tensor(uninitialised: Shape.broadcast(shape, other.shape), dtype: type)
    zipElements(K.prefersFirst ? lk_op_max : lk_op_min, out, try converted(type), try other.converted(type))
    let (sa, sb, ta, tb) = (shape, other.shape, dtype, other.dtype)
    let a = SavedTensor(self)
    let b = SavedTensor(other)
    return out.record(node, self, other) { call in
      let (x, y) = (try a.value(), try b.value())
      let zero = try Tensor.zeros([], dtype: call.grad.dtype)
      let half = try Tensor.select(x.eq(y), call.grad.div(2), call.grad)
      let firstLoses = try K.prefersFirst ? x.lt(y) : x.gt(y)
      let secondLoses = try K.prefersFirst ? x.gt(y) : x.lt(y)
      return [
        call.needs(0) ? try Tensor.select(firstLoses, zero, half).reduced(to: sa, ta) : nil,
        call.needs(1) ? try Tensor.select(secondLoses, zero, half).reduced(to: sb, tb) : nil,
      ]
    }
  }
}

private protocol ExtremeKernel {
  static var prefersFirst: Bool { get }
}
private enum MaximumKernel: ExtremeKernel {
  static var prefersFirst: Bool { true }
}
private enum MinimumKernel: ExtremeKernel {
  static var prefersFirst: Bool { false }
}
