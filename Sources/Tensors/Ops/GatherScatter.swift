import CKernels

/// Walks an index tensor: for each of its elements the offset in `target` whose position along `dim` is replaced by the index.
private struct IndexWalk {
  let index: Tensor
  let dim: Int

  /// Calls `body` with the offset in a tensor of `strides`, the offset in `other`, for each index element in row-major order.
  @inline(__always)
  func forEach(_ strides: Strides, _ otherStrides: Strides, _ body: (_ offset: Int, _ other: Int) -> Void) {
    let (runs, along, places) = plan(strides, otherStrides)
    let n = runs.count
    let (s, t, u, _) = runs.steps
    runs.forEach { a, b, c, _ in
      for k in 0..<n { body(a &+ k &* s &+ places[c &+ k &* u] &* along, b &+ k &* t) }
    }
  }

  /// The same from several threads, where no element depends on another.
  @inline(__always)
  func forEachInParallel(_ strides: Strides, _ otherStrides: Strides, _ body: (_ offset: Int, _ other: Int) -> Void) {
    let (runs, along, places) = plan(strides, otherStrides)
    let n = runs.count
    let (s, t, u, _) = runs.steps
    runs.forEachInParallel { a, b, c, _ in
      for k in 0..<n { body(a &+ k &* s &+ places[c &+ k &* u] &* along, b &+ k &* t) }
    }
  }

  private func plan(_ strides: Strides, _ otherStrides: Strides) -> (StridedRuns, along: Int, UnsafeMutablePointer<Int>) {
    let shape = index.shape
    var outer = strides
    if shape.count > 0 { outer[dim] = 0 }
    let along = shape.count > 0 ? strides[dim] : 1
    return (StridedRuns(shape, outer, otherStrides, index.strides), along, index.pointer(Int.self))
  }
}

private struct GatherWork: ElementWork {
  let source: Tensor
  let out: Tensor
  let walk: IndexWalk
  mutating func run<T: Element>(_ type: T.Type) {
    let p = source.pointer(T.self)
    let o = out.pointer(T.self)
    walk.forEachInParallel(source.strides, out.strides) { offset, target in o[target] = p[offset] }
  }
}

private struct ScatterWork: ElementWork {
  enum Mode { case replace, add, multiply }
  let out: Tensor
  let source: Tensor
  let walk: IndexWalk
  let mode: Mode
  mutating func run<T: Element>(_ type: T.Type) {
    let p = source.pointer(T.self)
    let o = out.pointer(T.self)
    switch mode {
    case .replace: walk.forEach(out.strides, source.strides) { target, offset in o[target] = p[offset] }
    case .add: walk.forEach(out.strides, source.strides) { target, offset in o[target] = o[target].adding(p[offset]) }
    case .multiply:
      walk.forEach(out.strides, source.strides) { target, offset in o[target] = o[target].multiplying(p[offset]) }
    }
  }
}

extension Tensor {
  /// Checks an index tensor against this one and gives it back as row-major int64.
  private func checkedIndex(_ op: String, _ dim: Int, _ index: Tensor, tensorName: String) throws(TensorError) -> Tensor {
    guard index.dtype == .int64 || index.dtype == .int32 else {
      throw .runtime("\(op)(): Expected dtype int32/int64 for index")
    }
    if index.elementCount == 0 { return try index.converted(.int64) }
    guard Swift.max(index.shape.count, 1) == Swift.max(shape.count, 1) else {
      throw .runtime("Index tensor must have the same number of dimensions as \(tensorName) tensor")
    }
    for i in 0..<index.shape.count where i != dim && shape.count > 0 && index.shape[i] > shape[i] {
      throw .runtime(
        "Size does not match at dimension \(i) expected index \(index.shape) to be no larger than self \(shape) apart from dimension \(dim)"
      )
    }
    let places = try index.converted(.int64).contiguous()
    let size = shape.count == 0 ? 1 : shape[dim]
    let p = places.int64Pointer
    if lk_places_inside(p, Int64(places.elementCount), 0, Int64(size)) { return places }
    for i in 0..<places.elementCount where p[i] < 0 || p[i] >= size {
      throw .runtime("index \(p[i]) is out of bounds for dimension \(dim) with size \(size)")
    }
    return places
  }

  /// out[i][j] = self[index[i][j]][j] for dim 0, and so on.
  package func gather(_ dim: Int, _ index: Tensor) throws(TensorError) -> Tensor {
    let d = try normalised(dim)
    let places = try checkedIndex("gather", d, index, tensorName: "input")
    let out = try Tensor(uninitialised: index.shape, dtype: dtype)
    if out.elementCount > 0 {
      let source = shape.count == index.shape.count ? self : alias(shape: [1], strides: [1], elementOffset: elementOffset)
      var work = GatherWork(source: source, out: out, walk: IndexWalk(index: places, dim: d))
      try dtype.dispatch(&work)
    }
    let (own, type) = (shape, dtype)
    return out.record("GatherBackward0", self) { call in
      [try Tensor.zeros(own, dtype: type).scatterAdd(d, places, call.grad)]
    }
  }

  private func scattered(
    _ dim: Int, _ index: Tensor, _ source: Tensor, _ mode: ScatterWork.Mode, _ op: String
  ) throws(TensorError) -> (Tensor, Tensor, Int) {
    let d = try normalised(dim)
    let places = try checkedIndex(op, d, index, tensorName: "self")
    guard dtype == source.dtype else {
      throw .runtime("\(op)(): Expected self.dtype to be equal to src.dtype")
    }
    let out = try Tensor(uninitialised: shape, dtype: dtype)
    out.copyElements(from: self)
    if places.elementCount > 0 {
      guard source.shape.count == places.shape.count else {
        throw .runtime("Index tensor must have the same number of dimensions as src tensor")
      }
      for i in 0..<places.shape.count where places.shape[i] > source.shape[i] {
        throw .runtime(
          "Expected index \(places.shape) to be no larger than self \(shape) apart from dimension \(d) and to be no larger size than src \(source.shape)"
        )
      }
      let part = source.alias(shape: places.shape, strides: source.strides, elementOffset: source.elementOffset)
      let target = shape.count == places.shape.count ? out : out.alias(shape: [1], strides: [1], elementOffset: 0)
      var work = ScatterWork(out: target, source: part, walk: IndexWalk(index: places, dim: d), mode: mode)
      try dtype.dispatch(&work)
    }
    return (out, places, d)
  }

  /// A copy with `source`'s elements put where `index` says along a dimension.
  package func scatter(_ dim: Int, _ index: Tensor, _ source: Tensor) throws(TensorError) -> Tensor {
    let (out, places, d) = try scattered(dim, index, source, .replace, "scatter")
    let whole = source.shape
    return out.record("ScatterBackward0", self, source) { call in
      [
        call.needs(0) ? try call.grad.scatter(d, places, Tensor.zeros(places.shape, dtype: call.grad.dtype)) : nil,
        call.needs(1) ? try call.grad.gather(d, places).padded(to: whole) : nil,
      ]
    }
  }

  /// A copy with a number put where `index` says along a dimension.
  package func scatter(_ dim: Int, _ index: Tensor, _ value: Scalar) throws(TensorError) -> Tensor {
    try scatter(dim, index, Tensor.full(index.shape, value, dtype: dtype))
  }

  /// A copy with `source`'s elements added where `index` says along a dimension.
  package func scatterAdd(_ dim: Int, _ index: Tensor, _ source: Tensor) throws(TensorError) -> Tensor {
    let (out, places, d) = try scattered(dim, index, source, .add, "scatter_add")
    let whole = source.shape
    return out.record("ScatterAddBackward0", self, source) { call in
      [call.grad, call.needs(1) ? try call.grad.gather(d, places).padded(to: whole) : nil]
    }
  }

  /// A copy with elements multiplied by `source`'s where `index` says; not differentiable.
  package func scatterMultiply(_ dim: Int, _ index: Tensor, _ source: Tensor) throws(TensorError) -> Tensor {
    try scattered(dim, index, source, .multiply, "scatter").0
  }

  /// The elements in the leading corner of a larger tensor of zeros.
  private func padded(to whole: Shape) throws(TensorError) -> Tensor {
    if shape == whole { return self }
    var result = self
    for d in 0..<whole.count where result.shape[d] != whole[d] {
      var sizes = result.shape
      sizes[d] = whole[d]
      result = try result.placed(in: sizes, dim: d, start: 0, step: 1)
    }
    return result
  }

  /// The elements at positions counted in row-major order.
  package func take(_ index: Tensor) throws(TensorError) -> Tensor {
    let n = elementCount
    let places = try index.positions("take")
    let fixed = try GradMode.off {
      if lk_places_inside(places.int64Pointer, Int64(places.elementCount), 0, Int64(n)) { return try places.reshape([-1]) }
      return try Tensor.select(places.lt(0), places.add(.int(n)), places).reshape([-1])
    }
    return try reshape([-1]).indexSelect(0, fixed).view(index.shape).named("TakeBackward0", after: self)
  }
}

extension Op {
  private static func scatterBody(_ call: borrowing OpCall) throws -> OpValue {
    let x = try call.tensor(0)
    let (dim, index) = (try call.int(1), try call.tensor(2))
    let source: Tensor
    var node = "ScatterBackward0"
    switch try call.operand(3) {
    case .tensor(let t): source = t
    case .scalar(let s):
      source = try Tensor.full(index.shape, s, dtype: x.dtype)
      node = "ScatterBackward1"
    }
    if call.isNone(4) { return .tensor(try x.scatter(dim, index, source).named(node, after: x)) }
    switch try call.string(4) {
    case "add": return .tensor(try x.scatterAdd(dim, index, source))
    case "multiply": return .tensor(try x.scatterMultiply(dim, index, source))
    case let other:
      throw TensorError.runtime("reduce argument must be either add or multiply, got \(other).")
    }
  }

  static let gathering: [Op] = [
    Op(
      "gather(input: Tensor, dim: int, index: Tensor, *, sparse_grad: bool = False)", .both,
      "Elements picked along a dimension.",
      example: "torch.gather(torch.tensor([[1., 2.], [3., 4.]]), 1, torch.tensor([[0, 0], [1, 0]]))"
    ) { call in .tensor(try call.tensor(0).gather(call.int(1), call.tensor(2))) },
    Op(
      "scatter(input: Tensor, dim: int, index: Tensor, src: Operand, *, reduce: str? = None)", .both,
      "Elements put along a dimension.",
      example: "torch.scatter(torch.zeros(2, 2), 1, torch.tensor([[0], [1]]), torch.ones(2, 1))", inPlace: true
    ) { call in try scatterBody(call) }
    .or("scatter(input: Tensor, dim: int, index: Tensor, value: Operand, *, reduce: str? = None)") { call in
      try scatterBody(call)
    },
    Op(
      "scatter_add(input: Tensor, dim: int, index: Tensor, src: Tensor)", .both, "Elements added along a dimension.",
      example: "torch.scatter_add(torch.zeros(2, 2), 1, torch.tensor([[0], [1]]), torch.ones(2, 1))", inPlace: true
    ) { call in .tensor(try call.tensor(0).scatterAdd(call.int(1), call.tensor(2), call.tensor(3))) },
    Op(
      "index_select(input: Tensor, dim: int, index: Tensor)", .both, "Slices picked along a dimension.",
      example: "torch.index_select(torch.tensor([[1., 2.], [3., 4.]]), 0, torch.tensor([1, 0]))"
    ) { call in .tensor(try call.tensor(0).indexSelect(call.int(1), call.tensor(2))) },
    Op(
      "index_add(input: Tensor, dim: int, index: Tensor, source: Tensor, *, alpha: Number = 1)", .both,
      "Slices added along a dimension.",
      example: "torch.index_add(torch.zeros(2), 0, torch.tensor([1, 1]), torch.tensor([1., 2.]))",
      inPlace: true
    ) { call in .tensor(try call.tensor(0).indexAdd(call.int(1), call.tensor(2), call.tensor(3), alpha: call.scalar(4))) },
    Op(
      "index_copy(input: Tensor, dim: int, index: Tensor, source: Tensor)", .both, "Slices put along a dimension.",
      example: "torch.index_copy(torch.zeros(3), 0, torch.tensor([1, 2]), torch.tensor([1., 2.]))", inPlace: true
    ) { call in .tensor(try call.tensor(0).indexCopy(call.int(1), call.tensor(2), call.tensor(3))) },
    Op(
      "index_fill(input: Tensor, dim: int, index: Tensor, value: Operand)", .both, "A number put along a dimension.",
      example: "torch.index_fill(torch.zeros(3), 0, torch.tensor([1]), 5.)", inPlace: true
    ) { call in
      if case .tensor(let value) = try call.operand(3), value.dtype.isFloatingPoint, value.shape.count == 0 {
        let x = try call.tensor(0)
        var sizes = x.shape
        if sizes.count > 0 { sizes[try x.normalised(call.int(1))] = try call.tensor(2).elementCount }
        return .tensor(
          try x.indexCopy(call.int(1), call.tensor(2), value.to(x.dtype).expand(sizes)).named("IndexFillBackward1", after: x))
      }
      return .tensor(
        try call.tensor(0).indexFill(call.int(1), call.tensor(2), call.scalar(3)).named(
          "IndexFillBackward0", after: call.tensor(0)))
    },
    Op(
      "take(input: Tensor, index: Tensor)", .both, "Elements at positions in row-major order.",
      example: "torch.take(torch.tensor([[1., 2.], [3., 4.]]), torch.tensor([0, 3]))"
    ) { call in .tensor(try call.tensor(0).take(call.tensor(1))) },
    Op(
      "masked_fill(input: Tensor, mask: Tensor, value: Operand)", .both, "A number where a mask holds.",
      example: "torch.masked_fill(torch.tensor([1., 2.]), torch.tensor([True, False]), 0.)", inPlace: true
    ) { call in
      switch try call.operand(2) {
      case .scalar(let s): return .tensor(try call.tensor(0).maskedFill(call.tensor(1), s))
      case .tensor(let t):
        guard t.shape.count == 0 else {
          throw TensorError.runtime(
            "masked_fill_ only supports a 0-dimensional value tensor, but got tensor with \(t.shape.count) dimension(s).")
        }
        return .tensor(try Tensor.select(call.tensor(1), t.to(call.tensor(0).dtype), call.tensor(0)))
      }
    },
    Op(
      "masked_select(input: Tensor, mask: Tensor)", .both, "The elements where a mask holds.",
      example: "torch.masked_select(torch.tensor([1., 2.]), torch.tensor([True, False]))"
    ) { call in .tensor(try call.tensor(0).maskedSelect(call.tensor(1))) },
    Op(
      "clamp(input: Tensor, min: Operand? = None, max: Operand? = None)", .both, "The elements limited to a range.",
      example: "torch.clamp(torch.tensor([-1., 0.5, 2.]), 0, 1)", aliases: ["clip"], inPlace: true
    ) { call in
      let x = try call.tensor(0)
      var low: Operand?
      var high: Operand?
      if !call.isNone(1) { low = try call.operand(1) }
      if !call.isNone(2) { high = try call.operand(2) }
      return .tensor(try x.clamp(low, high))
    },
    Op(
      "clamp_min(input: Tensor, min: Number)", .both, "The elements, at least a number.",
      example: "torch.clamp_min(torch.tensor([-1., 2.]), 0)", inPlace: true
    ) { call in .tensor(try call.tensor(0).clamp(min: call.scalar(1))) },
    Op(
      "clamp_max(input: Tensor, max: Number)", .both, "The elements, at most a number.",
      example: "torch.clamp_max(torch.tensor([-1., 2.]), 0)", inPlace: true
    ) { call in .tensor(try call.tensor(0).clamp(max: call.scalar(1))) },
    Op(
      "where(condition: Tensor, input: Operand, other: Operand)", .function, "One or the other, element by element.",
      example: "torch.where(torch.tensor([True, False]), torch.tensor([1., 2.]), torch.tensor([3., 4.]))"
    ) { call in .tensor(try Tensor.select(call.tensor(0), call.operand(1), call.operand(2))) }
    .or("where(condition: Tensor)") { call in .tuple(try call.tensor(0).nonzero().unbind(dim: 1).map { .tensor($0) }) },
    Op("where(input: Tensor, condition: Tensor, other: Operand)", .method, "One or the other, element by element.", example: "")
    { call in
      .tensor(try Tensor.select(call.tensor(1), .tensor(call.tensor(0)), call.operand(2)))
    },
    Op(
      "nonzero(input: Tensor, *, as_tuple: bool = False)", .both, "The positions of the elements that are not zero.",
      example: "torch.nonzero(torch.tensor([0., 2.]))", aliases: ["argwhere"]
    ) { call in
      let places = try call.tensor(0).nonzero()
      return try call.bool(1) ? .tuple(places.unbind(dim: 1).map { .tensor($0) }) : .tensor(places)
    },
  ]
}

extension Tensor {
  /// `a` where the condition holds, else `b`; either may be a number.
  package static func select(_ condition: Tensor, _ a: Operand, _ b: Operand) throws(TensorError) -> Tensor {
    switch (a, b) {
    case (.tensor(let x), .tensor(let y)): return try select(condition, x, y)
    case (.tensor(let x), .scalar(let s)): return try select(condition, x, Tensor.scalar(s, dtype: TypePromotion.of(x, s)))
    case (.scalar(let s), .tensor(let y)): return try select(condition, Tensor.scalar(s, dtype: TypePromotion.of(y, s)), y)
    case (.scalar(let s), .scalar(let t)):
      let type = s.dtype.promoted(with: t.dtype)
      return try select(condition, Tensor.scalar(s, dtype: type), Tensor.scalar(t, dtype: type))
    }
  }

  /// The elements limited to a range whose ends may be tensors.
  package func clamp(_ low: Operand?, _ high: Operand?) throws(TensorError) -> Tensor {
    var a: Scalar?
    var b: Scalar?
    var result = self
    if case .scalar(let s)? = low { a = s }
    if case .scalar(let s)? = high { b = s }
    if a != nil || b != nil || (low == nil && high == nil) { result = try result.clamp(min: a, max: b) }
    if case .tensor(let t)? = low { result = try result.maximum(t) }
    if case .tensor(let t)? = high { result = try result.minimum(t) }
    return result
  }

  /// The positions of the elements that are not zero, one row each.
  package func nonzero() throws(TensorError) -> Tensor {
    try GradMode.off {
      let flat = try contiguous().nonzeroFlat()
      let (count, rank) = (flat.elementCount, shape.count)
      let rows = try Tensor(uninitialised: [count, rank], dtype: .int64)
      let (places, out) = (flat.pointer(Int.self), rows.pointer(Int.self))
      let sizes = shape
      ParallelLoop.run(count) { from, to in
        for i in from..<to {
          var rest = places[i]
          var d = rank - 1
          while d > 0 {
            let whole = rest / sizes[d]
            out[i &* rank &+ d] = rest &- whole &* sizes[d]
            rest = whole
            d -= 1
          }
          if rank > 0 { out[i &* rank] = rest }
        }
      }
      return rows
    }
  }
}
