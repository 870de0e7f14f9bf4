import CKernels

/// One item between the brackets of `x[…]`.
package enum TensorIndex {
  case int(Int)
  case slice(start: Int?, stop: Int?, step: Int?)
  /// `None`.
  case newAxis
  case ellipsis
  /// An index tensor (integers) or a mask (booleans).
  case tensor(Tensor)
  /// True or False by itself.
  case bool(Bool)

  /// The items of a subscript as scripts write it: one index or a tuple of them.
  package static func items(_ value: OpValue) throws(TensorError) -> [TensorIndex] {
    if case .tuple(let items) = value {
      var result: [TensorIndex] = []
      for item in items { result.append(try TensorIndex(item)) }
      return result
    }
    return [try TensorIndex(value)]
  }

  init(_ value: OpValue) throws(TensorError) {
    switch value {
    case .int(let i): self = .int(i)
    case .bool(let b): self = .bool(b)
    case .none: self = .newAxis
    case .ellipsis: self = .ellipsis
    case .slice(let start, let stop, let step): self = .slice(start: start, stop: stop, step: step)
    case .tensor(let t):
      // A zero-dim integer tensor is an integer.
      if t.shape.count == 0, !t.dtype.isFloatingPoint, t.dtype != .bool, t.dtype != .uint8 {
        self = .int(try t.item().intValue)
      } else {
        if t.dtype == .uint8 {
          TensorWarning.emit("indexing with dtype torch.uint8 is now deprecated, please use a dtype torch.bool instead.")
        }
        self = .tensor(t)
      }
    case .list, .tuple, .size, .named:
      self = .tensor(try Tensor.indexTensor(value))
    default:
      throw .index(
        "only integers, slices (`:`), ellipsis (`...`), None and long or byte Variables are valid indices (got \(value.typeName))"
      )
    }
  }
}

extension Tensor {
  /// The mask, where the only index is one over leading dimensions of this tensor.
  private func leadingMask(_ items: [TensorIndex]) -> Tensor? {
    guard items.count == 1, case .tensor(let mask) = items[0], mask.dtype == .bool, mask.shape.count > 0,
      mask.shape.count <= shape.count, mask.shape == Shape(shape.prefix(mask.shape.count))
    else { return nil }
    return mask
  }

  /// x[mask] for a mask over leading dimensions.
  private func masked(_ mask: Tensor) throws(TensorError) -> Tensor {
    if mask.shape.count == shape.count { return try picked(mask, node: "IndexBackward0") }
    let places = try mask.nonzeroFlat()
    let rows = try GradMode.off { try reshape(Shape([mask.elementCount] + shape.dropFirst(mask.shape.count))) }
    let own = shape
    return try rows.indexSelect(0, places).alias().record("IndexBackward0", self) { call in
      [try Tensor.spread(call.grad, 0, places, in: rows.shape, call.grad.dtype).view(own)]
    }
  }

  /// Puts a number where a mask holds, where nothing has to be recorded; false where that does not apply.
  private func fillMasked(_ mask: Tensor, _ value: Tensor) throws(TensorError) -> Bool {
    guard mask.shape == shape, value.elementCount == 1, value.shape.count == 0, isContiguous, !isRecorded, !value.isRecorded
    else { return false }
    try checkInPlace()
    Tensor.selectElements(self, mask, value, self)
    didMutate()
    return true
  }

  /// The tensor that a list between brackets stands for; an empty list is no index at all.
  fileprivate static func indexTensor(_ value: OpValue) throws(TensorError) -> Tensor {
    let tensor = try Tensor.fromNested(value, dtype: nil)
    return tensor.elementCount == 0 ? try tensor.to(.int64) : tensor
  }

  /// A view prepared for index tensors: the plain indices applied, and for each dimension of the view its index tensor, if any.
  fileprivate struct Prepared {
    var view: Tensor
    var tensors: [Tensor?]
    var hasTensors = false
  }

  private func prepare(_ items: [TensorIndex]) throws(TensorError) -> Prepared {
    var consumed = 0
    var ellipses = 0
    for item in items {
      switch item {
      case .int, .slice: consumed += 1
      case .tensor(let t): consumed += t.dtype == .bool || t.dtype == .uint8 ? t.shape.count : 1
      case .ellipsis: ellipses += 1
      case .newAxis, .bool: break
      }
    }
    if shape.count == 0, consumed > 0, items.count == 1, case .int = items[0] {
      throw .index(
        "invalid index of a 0-dim tensor. Use `tensor.item()` in Python or `tensor.item<T>()` in C++ to convert a 0-dim tensor to a "
          + "number")
    }
    guard consumed <= shape.count else { throw .index("too many indices for tensor of dimension \(shape.count)") }
    guard ellipses <= 1 else { throw .index("an index can only have a single ellipsis ('...')") }

    var result = Prepared(view: self, tensors: [])
    var dim = 0
    var ownDim = 0
    for item in items {
      switch item {
      case .int(let i):
        let n = result.view.shape[dim]
        guard i >= -n && i < n else { throw .index("index \(i) is out of bounds for dimension \(ownDim) with size \(n)") }
        result.view = result.view.selected(dim, i < 0 ? i + n : i)
        ownDim += 1
      case .slice(let start, let stop, let step):
        result.view = try result.view.sliced(dim, start, stop, step)
        result.tensors.append(nil)
        dim += 1
        ownDim += 1
      case .newAxis:
        result.view = try result.view.unsqueeze(dim)
        result.tensors.append(nil)
        dim += 1
      case .ellipsis:
        for _ in 0..<(shape.count - consumed) {
          result.tensors.append(nil)
          dim += 1
          ownDim += 1
        }
      case .bool(let flag):
        result.view = try result.view.unsqueeze(dim)
        result.tensors.append(Tensor(flag ? [0] : []))
        result.hasTensors = true
        dim += 1
      case .tensor(let t):
        let before = dim
        try result.addTensor(t, &dim)
        ownDim += dim - before
      }
    }
    while result.tensors.count < result.view.shape.count { result.tensors.append(nil) }
    return result
  }

  /// Python's slice of a dimension.
  private func sliced(_ dim: Int, _ start: Int?, _ stop: Int?, _ step: Int?) throws(TensorError) -> Tensor {
    let n = shape[dim]
    let by = step ?? 1
    if by == 0 { throw .value("slice step cannot be zero") }
    guard by > 0 else { throw .value("step must be greater than zero") }
    if start == nil && stop == nil && by == 1 && !requiresGrad { return alias(ofSameBase: ()) }
    func clipped(_ value: Int) -> Int { Swift.min(Swift.max(value < 0 ? value &+ n : value, 0), n) }
    let first = start.map(clipped) ?? 0
    let last = stop.map(clipped) ?? n
    let count = last > first ? (last - first - 1) / by + 1 : 0
    return try slice(dim, start: first, count: count, step: by)
  }

  private func alias(ofSameBase: ()) -> Tensor {
    view("AliasBackward0", shape: shape, strides: strides) { call in [call.grad] }
  }

  /// x[i], by far the most frequent index.
  @inline(__always)
  package func row(_ i: Int) throws(TensorError) -> Tensor {
    guard shape.count > 0 else {
      throw .index(
        "invalid index of a 0-dim tensor. Use `tensor.item()` in Python or `tensor.item<T>()` in C++ to convert a 0-dim tensor to a "
          + "number")
    }
    let n = shape[0]
    guard i >= -n && i < n else { throw .index("index \(i) is out of bounds for dimension 0 with size \(n)") }
    return selected(0, i < 0 ? i + n : i)
  }

  /// x[…] for reading: a view where only integers, slices, None and `...` occur, else a new tensor.
  package func index(_ items: [TensorIndex]) throws(TensorError) -> Tensor {
    if items.count == 1, case .int(let i) = items[0] { return try row(i) }
    if let mask = leadingMask(items) { return try masked(mask) }
    let prepared = try prepare(items)
    guard prepared.hasTensors else { return prepared.view === self ? try aliasView() : prepared.view }
    return try prepared.view.indexed(by: prepared.tensors)
  }

  /// x[…] for the items that stand between the brackets in a script.
  package func item(at items: [OpValue]) throws(TensorError) -> Tensor { try index(TensorIndex.items(.tuple(items))) }

  /// x[…] = value for the items that stand between the brackets in a script.
  package func setItem(at items: [OpValue], to value: OpValue) throws(TensorError) {
    if case .tensor(let tensor) = value { return try setIndex(TensorIndex.items(.tuple(items)), .tensor(tensor)) }
    guard let number = value.scalar else {
      throw .type("can't assign a \(value.typeName) to a torch.\(dtype.scalarName)Tensor")
    }
    try setIndex(TensorIndex.items(.tuple(items)), .scalar(number))
  }

  /// x[…] = value.
  package func setIndex(_ items: [TensorIndex], _ value: Operand) throws(TensorError) {
    if let mask = leadingMask(items) {
      let number: Tensor
      switch value {
      case .scalar(let s): number = try Tensor.scalar(s, dtype: dtype)
      case .tensor(let t): number = try t.to(dtype)
      }
      if try fillMasked(mask, number) { return }
    }
    let prepared = try prepare(items)
    guard prepared.hasTensors else {
      switch value {
      case .scalar(let s): try prepared.view.fillInPlace(s)
      case .tensor(let t): try prepared.view.copyInPlace(t.fitted(to: prepared.view.shape))
      }
      return
    }
    try checkInPlace()
    let source: Tensor
    switch value {
    case .scalar(let s): source = try Tensor.scalar(s, dtype: dtype)
    case .tensor(let t): source = try t.to(dtype)
    }
    try prepared.view.indexPutInPlace(prepared.tensors, source)
  }

  /// A value with more leading dimensions of size 1 than its target has, cut down.
  private func fitted(to target: Shape) throws(TensorError) -> Tensor {
    var result = self
    while result.shape.count > target.count, result.shape[0] == 1 { result = try result.squeeze([0]) }
    return result
  }

  // MARK: Index tensors

  /// Positions in this tensor's row-major order for every element of the result, with the result's shape.
  ///
  /// Neighbouring index tensors are broadcast and stand where the first of them stood; separated ones go to the front, as in numpy.
  private func indexPlan(_ tensors: [Tensor?]) throws(TensorError) -> (places: Tensor, shape: Shape) {
    var broadcast = Shape()
    var used: [Int] = []
    for (d, tensor) in tensors.enumerated() {
      guard let tensor else { continue }
      used.append(d)
      do { broadcast = try Shape.broadcast(broadcast, tensor.shape) } catch {
        let shapes = tensors.compactMap { $0?.shape.description }.joined(separator: ", ")
        throw .index("shape mismatch: indexing tensors could not be broadcast together with shapes \(shapes)")
      }
    }
    let adjacent = used.count < 2 || used[used.count - 1] - used[0] == used.count - 1
    let rowMajor = shape.contiguousStrides
    // Offsets along the indexed dimensions…
    var offsets = try Tensor.zeros(broadcast, dtype: .int64)
    for d in used {
      let fixed = try positions(tensors[d]!, in: d)  // `used` lists the dimensions that have one
      offsets = try offsets.add(fixed.mul(.int(rowMajor[d])))
    }
    // …and along the others, arranged around them.
    let front = adjacent ? used.first ?? 0 : 0
    var before: [Int] = []
    var after: [Int] = []
    for d in 0..<shape.count where tensors[d] == nil {
      if adjacent && d < front { before.append(d) } else { after.append(d) }
    }
    var result = Shape()
    for d in before { result.append(shape[d]) }
    for size in broadcast { result.append(size) }
    for d in after { result.append(shape[d]) }
    let rank = result.count
    var whole = try offsets.reshape(Shape(Array(broadcast) + [Int](repeating: 1, count: after.count)))
    for (position, d) in before.enumerated() {
      var sizes = Shape(repeating: 1, count: rank)
      sizes[position] = shape[d]
      whole = try whole.add(Tensor.arange(shape[d]).mul(.int(rowMajor[d])).reshape(sizes))
    }
    for (i, d) in after.enumerated() {
      var sizes = Shape(repeating: 1, count: rank)
      sizes[before.count + broadcast.count + i] = shape[d]
      whole = try whole.add(Tensor.arange(shape[d]).mul(.int(rowMajor[d])).reshape(sizes))
    }
    return (try whole.expand(result).contiguous(), result)
  }

  /// Positions along a dimension, row-major, those from the end counted from the start.
  private func positions(_ index: Tensor, in dim: Int) throws(TensorError) -> Tensor {
    let raw = try index.converted(.int64).contiguous()
    let (n, count, p) = (shape[dim], raw.elementCount, raw.int64Pointer)
    if lk_places_inside(p, Int64(count), 0, Int64(n)) { return raw }
    for i in 0..<count where p[i] < -n || p[i] >= n {
      throw .index("index \(p[i]) is out of bounds for dimension \(dim) with size \(n)")
    }
    return try Tensor.select(raw.lt(0), raw.add(.int(n)), raw)
  }

  /// x[…] with one index tensor: whole slices along its dimension.
  private func slices(_ dim: Int, _ index: Tensor) throws(TensorError) -> Tensor {
    let (places, value) = try GradMode.off {
      let places = try positions(index, in: dim)
      let flat = try places.view([places.elementCount])
      let sizes = Shape(shape.prefix(dim) + Array(index.shape) + shape.dropFirst(dim + 1))
      return (flat, try indexSelect(dim, flat).view(sizes))
    }
    let own = shape
    return value.alias().record("IndexBackward0", self) { call in
      let slices = try call.grad.reshape(Shape(own.prefix(dim) + [places.elementCount] + own.dropFirst(dim + 1)))
      return [try Tensor.spread(slices, dim, places, in: own, slices.dtype)]
    }
  }

  /// x[…] = value for one index tensor on the first dimension, where nothing has to be recorded; false where that does not apply.
  private func placeRows(_ tensors: [Tensor?], _ source: Tensor) throws(TensorError) -> Bool {
    guard let index = tensors.first ?? nil, !tensors.dropFirst().contains(where: { $0 != nil }), isContiguous, !isRecorded,
      !source.isRecorded, source.storage !== storage
    else { return false }
    let places = try GradMode.off { try positions(index, in: 0) }
    let rowShape = Shape(shape.dropFirst())
    let rows: Tensor
    do {
      rows = try source.fitted(to: Shape(Array(index.shape) + rowShape)).expand(Shape(Array(index.shape) + rowShape))
    } catch { return false }  // the general form says what is wrong
    try checkInPlace()
    let isNumber = source.elementCount == 1 && rowShape.elementCount == 1
    let plain = try isNumber ? source : rows.plainCopy()
    lk_place_blocks(
      plain.rawPointer, isNumber, places.int64Pointer, Int64(places.elementCount),
      Int64(rowShape.elementCount &* dtype.byteSize), rawPointer)
    didMutate()
    return true
  }

  private func indexed(by tensors: [Tensor?]) throws(TensorError) -> Tensor {
    let used = tensors.indices.filter { tensors[$0] != nil }
    if used.count == 1, let index = tensors[used[0]] { return try slices(used[0], index) }
    let (places, sizes) = try GradMode.off { try indexPlan(tensors) }
    let own = shape
    let value = try GradMode.off { try contiguous().view([elementCount]).indexSelect(0, places.view([-1])).view(sizes) }
    return value.alias().record("IndexBackward0", self) { call in
      [
        try Tensor.zeros([own.elementCount], dtype: call.grad.dtype)
          .indexAdd(0, places.view([-1]), call.grad.reshape([-1])).view(own)
      ]
    }
  }

  /// Puts the elements of `source`, broadcast, at the places that index tensors name.
  private func indexPutInPlace(_ tensors: [Tensor?], _ source: Tensor) throws(TensorError) {
    if try placeRows(tensors, source) { return }
    let (places, sizes) = try GradMode.off { try indexPlan(tensors) }
    let value: Tensor
    do { value = try source.fitted(to: sizes).expand(sizes) } catch {
      throw .runtime(
        "shape mismatch: value tensor of shape \(source.shape) cannot be broadcast to indexing result of shape \(sizes)")
    }
    let flatPlaces = try places.view([places.elementCount])
    try updated { old in
      try old.reshape([old.elementCount]).scatterRecorded(flatPlaces, value.reshape([-1])).view(old.shape)
    }
  }

  private func scatterRecorded(_ places: Tensor, _ values: Tensor) throws(TensorError) -> Tensor {
    let out = try GradMode.off { try scatter(0, places, values) }
    return out.record("IndexPutBackward0", self, values) { call in
      [
        call.needs(0) ? try call.grad.scatter(0, places, Tensor.zeros(places.shape, dtype: call.grad.dtype)) : nil,
        call.needs(1) ? try call.grad.indexSelect(0, places) : nil,
      ]
    }
  }
}

extension Tensor.Prepared {
  /// Adds an index tensor for dimension `dim`, or a mask over as many dimensions as it has.
  fileprivate mutating func addTensor(_ tensor: Tensor, _ dim: inout Int) throws(TensorError) {
    hasTensors = true
    guard tensor.dtype == .bool || tensor.dtype == .uint8 else {
      guard !tensor.dtype.isFloatingPoint else {
        throw .index("tensors used as indices must be long, int, byte or bool tensors")
      }
      tensors.append(tensor)
      dim += 1
      return
    }
    if tensor.shape.count == 0 {
      view = try view.unsqueeze(dim)
      tensors.append(Tensor(try tensor.item().boolValue ? [0] : []))
      dim += 1
      return
    }
    for i in 0..<tensor.shape.count where tensor.shape[i] != view.shape[dim + i] {
      throw .index(
        "The shape of the mask \(tensor.shape) at index \(i) does not match the shape of the indexed tensor \(view.shape) at index "
          + "\(dim + i)")
    }
    for column in try tensor.nonzero().unbind(dim: 1) {
      tensors.append(column)
      dim += 1
    }
  }
}
