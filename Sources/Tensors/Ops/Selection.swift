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
    var work = SelectWork(out: out, mask: mask, a: try a.converted(type), b: try b.converted(type))
    try type.dispatch(&work)
    let (sa, sb, ta, tb) = (a.shape, b.shape, a.dtype, b.dtype)
    return out.record("WhereBackward0", a, b) { call in
      let zero = try Tensor.zeros([], dtype: call.grad.dtype)
      return [
        call.needs(0) ? try Tensor.select(mask, call.grad, zero).reduced(to: sa, ta) : nil,
        call.needs(1) ? try Tensor.select(mask, zero, call.grad).reduced(to: sb, tb) : nil,
      ]
    }
  }

  private struct SelectWork: ElementWork {
    let out: Tensor
    let mask: Tensor
    let a: Tensor
    let b: Tensor
    mutating func run<T: Element>(_ type: T.Type) {
      zipElements(out, mask, a, b) { (m: Bool, x: T, y: T) -> T in m ? x : y }
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
    let places = try mask.converted(.bool).expand(shape).nonzeroFlat()
    return try expand(shape).reshape([-1]).indexSelect(0, places, node: "MaskedSelectBackward0")
  }

  /// The positions, in row-major order, of the elements that are not zero.
  func nonzeroFlat() throws(TensorError) -> Tensor {
    let flags = try converted(.bool).values(Bool.self)
    var places: [Int] = []
    for (i, flag) in flags.enumerated() where flag { places.append(i) }
    return Tensor(places)
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
    var work = ClampWork(out: out, source: source, low: low, high: high)
    try type.dispatchWide(&work)
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
    if type != type.wide {
      return try converted(type.wide).extreme(other.converted(type.wide), kernel, node).converted(type)
    }
    let out = try Tensor(uninitialised: Shape.broadcast(shape, other.shape), dtype: type)
    var work = ExtremeWork<K>(out: out, a: try converted(type), b: try other.converted(type))
    try type.dispatchWide(&work)
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

  private struct ExtremeWork<K: ExtremeKernel>: ElementWork {
    let out: Tensor
    let a: Tensor
    let b: Tensor
    mutating func run<T: Element>(_ type: T.Type) {
      zipElements(out, a, b) { (x: T, y: T) -> T in
        x.isNotANumber ? x : y.isNotANumber ? y : (K.prefersFirst ? x > y : x < y) ? x : y
      }
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
