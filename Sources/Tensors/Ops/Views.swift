// Operations that give other sizes and strides to the same elements.

extension Tensor {
  /// The elements under another shape of as many elements; one size may be −1. Fails where only a copy could do it.
  package func view(_ sizes: Shape) throws(TensorError) -> Tensor {
    let target = try inferred(sizes)
    guard let strides = viewStrides(target) else {
      throw .runtime(
        "view size is not compatible with input tensor's size and stride (at least one dimension spans across two contiguous "
          + "subspaces). Use .reshape(...) instead.")
    }
    let own = shape
    return view("ViewBackward0", shape: target, strides: strides) { call in [try call.grad.reshape(own)]
    }
  }

  /// The elements under another shape of as many elements, copied if need be; one size may be −1.
  package func reshape(_ sizes: Shape) throws(TensorError) -> Tensor {
    let target = try inferred(sizes)
    if let strides = viewStrides(target) {
      let own = shape
      return view("ViewBackward0", shape: target, strides: strides) { call in [try call.grad.reshape(own)]
      }
    }
    let own = shape
    let copy = try GradMode.off { try contiguous() }
    return copy.alias(shape: target, strides: target.contiguousStrides, elementOffset: copy.elementOffset)
      .record("UnsafeViewBackward0", self) { call in [try call.grad.reshape(own)]
      }
  }

  /// The shape with its −1 replaced.
  private func inferred(_ sizes: Shape) throws(TensorError) -> Shape {
    var target = sizes
    var unknown = -1
    var known = 1
    var overflow = false
    for i in 0..<sizes.count {
      if sizes[i] == -1 {
        if unknown >= 0 { throw .runtime("only one dimension can be inferred") }
        unknown = i
      } else if sizes[i] < 0 {
        throw .runtime("invalid shape dimension \(sizes[i]) at index \(i) of shape \(sizes)")
      } else {
        let (product, o) = known.multipliedReportingOverflow(by: sizes[i])
        known = product
        overflow = overflow || o
      }
    }
    let count = elementCount
    if unknown >= 0 && !overflow {
      if known == 0 && count == 0 {
        throw .runtime(
          "cannot reshape tensor of 0 elements into shape \(sizes) because the unspecified dimension size -1 can be any value and "
            + "is ambiguous")
      }
      if known != 0, count % known == 0 {
        target[unknown] = count / known
        return target
      }
    } else if !overflow, known == count {
      return target
    }
    throw .runtime("shape '\(sizes)' is invalid for input of size \(count)")
  }

  /// The strides that show these elements under `target`, if there are any.
  private func viewStrides(_ target: Shape) -> Strides? {
    if isContiguous { return target.contiguousStrides }
    if elementCount == 0 { return target == shape ? strides : target.contiguousStrides }
    var result = Strides(repeating: 1, count: target.count)
    var t = target.count - 1
    var i = shape.count - 1
    var chunk = 1
    var base = i >= 0 ? strides[i] : 1
    while i >= 0 {
      chunk *= shape[i]
      // A chunk of own dimensions ends where the next one does not continue it evenly.
      if i == 0 || (shape[i - 1] != 1 && strides[i - 1] != chunk * base) {
        var filled = 1
        while t >= 0, filled < chunk || target[t] == 1 {
          result[t] = filled * base
          filled *= target[t]
          t -= 1
        }
        if filled != chunk { return nil }
        if i > 0 {
          base = strides[i - 1]
          chunk = 1
        }
      }
      i -= 1
    }
    return t < 0 ? result : nil
  }

  /// Two dimensions exchanged.
  package func transpose(_ dim0: Int, _ dim1: Int) throws(TensorError) -> Tensor {
    let a = try normalised(dim0)
    let b = try normalised(dim1)
    guard shape.count > 0, a != b else { return try aliasView() }
    var sizes = shape
    var steps = strides
    sizes.swapAt(a, b)
    steps.swapAt(a, b)
    return view("TransposeBackward0", shape: sizes, strides: steps) { call in [try call.grad.transpose(a, b)]
    }
  }

  /// The same tensor as a view.
  package func aliasView() throws(TensorError) -> Tensor {
    view("AliasBackward0", shape: shape, strides: strides) { call in [call.grad]
    }
  }

  /// A matrix transposed; fewer dimensions stay as they are.
  package func t() throws(TensorError) -> Tensor {
    guard shape.count <= 2 else {
      throw .runtime("t() expects a tensor with <= 2 dimensions, but self is \(shape.count)D")
    }
    guard shape.count == 2 else { return try aliasView() }
    return view("TBackward0", shape: Shape(shape[1], shape[0]), strides: Strides(strides[1], strides[0])) { call in
      [try call.grad.t()]
    }
  }

  /// The dimensions in another order.
  package func permute(_ dims: [Int]) throws(TensorError) -> Tensor {
    guard dims.count == shape.count else {
      throw .runtime(
        "permute(sparse_coo): number of dimensions in the tensor input does not match the length of the desired ordering of "
          + "dimensions i.e. input.dim() = \(shape.count) is not equal to len(dims) = \(dims.count)")
    }
    var sizes = shape
    var steps = strides
    var inverse = [Int](repeating: -1, count: dims.count)
    for (i, d) in dims.enumerated() {
      let source = try normalised(d)
      guard inverse[source] < 0 else { throw .runtime("permute(): duplicate dims are not allowed.") }
      inverse[source] = i
      sizes[i] = shape[source]
      steps[i] = strides[source]
    }
    return view("PermuteBackward0", shape: sizes, strides: steps) { call in [try call.grad.permute(inverse)]
    }
  }

  /// Dimensions of size 1 shown as larger, all their elements being one; −1 keeps a size.
  package func expand(_ sizes: Shape) throws(TensorError) -> Tensor {
    if sizes == shape { return try aliasViewForExpand() }
    guard sizes.count >= shape.count else {
      throw .runtime(
        "expand(torch.\(dtype.scalarName)Tensor{\(shape)}, size=\(sizes)): the number of sizes provided (\(sizes.count)) must be "
          + "greater or equal to the number of dimensions in the tensor (\(shape.count))")
    }
    var target = sizes
    var steps = Strides(repeating: 0, count: sizes.count)
    let lead = sizes.count - shape.count
    for i in 0..<sizes.count {
      if i < lead {
        guard sizes[i] >= 0 else {
          throw .runtime(
            "The expanded size of the tensor (\(sizes[i])) isn't allowed in a leading, non-existing dimension \(i)")
        }
        continue
      }
      let own = shape[i - lead]
      if sizes[i] == -1 { target[i] = own }
      if target[i] == own {
        steps[i] = strides[i - lead]
      } else if own != 1 || target[i] < 0 {
        throw .runtime(
          "The expanded size of the tensor (\(target[i])) must match the existing size (\(own)) at non-singleton dimension "
            + "\(i).  Target sizes: \(sizes).  Tensor sizes: \(shape)")
      }
    }
    let (own, type) = (shape, dtype)
    do { _ = try target.checkedElementCount(byteSize: dtype.byteSize) } catch {
      throw .runtime("numel: integer multiplication overflow")
    }
    return view("ExpandBackward0", shape: target, strides: steps) { call in [try call.grad.reduced(to: own, type)]
    }
  }

  private func aliasViewForExpand() throws(TensorError) -> Tensor {
    view("ExpandBackward0", shape: shape, strides: strides) { call in [call.grad]
    }
  }

  /// A dimension of size 1 put in.
  package func unsqueeze(_ dim: Int) throws(TensorError) -> Tensor {
    let d = try Shape.normalised(dim, rank: shape.count + 1)
    var sizes = shape
    var steps = strides
    sizes.insert(1, at: d)
    steps.insert(d < shape.count ? shape[d] &* strides[d] : 1, at: d)
    return view("UnsqueezeBackward0", shape: sizes, strides: steps) { call in [try call.grad.squeeze([d])]
    }
  }

  /// Dimensions of size 1 taken out: all of them, or those named.
  package func squeeze(_ dims: [Int]? = nil) throws(TensorError) -> Tensor {
    var wanted = [Bool](repeating: dims == nil, count: Swift.max(shape.count, 1))
    for dim in dims ?? [] { wanted[try normalised(dim)] = true }
    var sizes = Shape()
    var steps = Strides()
    for i in 0..<shape.count where !(wanted[i] && shape[i] == 1) {
      sizes.append(shape[i])
      steps.append(strides[i])
    }
    let own = shape
    let name = dims == nil ? "SqueezeBackward0" : dims!.count == 1 ? "SqueezeBackward1" : "SqueezeBackward2"
    return view(name, shape: sizes, strides: steps) { call in [try call.grad.reshape(own)]
    }
  }

  /// The elements at `start`, `start + step`, … along a dimension.
  package func slice(_ dim: Int, start: Int, count: Int, step: Int = 1) throws(TensorError) -> Tensor {
    var sizes = shape
    var steps = strides
    sizes[dim] = count
    steps[dim] = strides[dim] &* step
    let own = shape
    let offset = elementOffset &+ (count > 0 ? start &* strides[dim] : 0)
    return view("SliceBackward0", shape: sizes, strides: steps, elementOffset: offset) { call in
      [try call.grad.placed(in: own, dim: dim, start: start, step: step)]
    }
  }

  /// The gradient of a slice: zero outside it.
  func placed(in whole: Shape, dim: Int, start: Int, step: Int) throws(TensorError) -> Tensor {
    let out = try Tensor.zeros(whole, dtype: dtype)
    let count = shape[dim]
    var sizes = whole
    sizes[dim] = count
    var steps = out.strides
    steps[dim] = steps[dim] &* step
    out.alias(shape: sizes, strides: steps, elementOffset: count > 0 ? start &* out.strides[dim] : 0).copyElements(from: self)
    return out.record("SliceBackward0", self) { call in
      [try call.grad.slice(dim, start: start, count: count, step: step)]
    }
  }

  /// The elements `start ..< start + length` along a dimension.
  package func narrow(_ dim: Int, _ start: Int, _ length: Int) throws(TensorError) -> Tensor {
    guard shape.count > 0 else { throw .runtime("narrow() cannot be applied to a 0-dim tensor.") }
    guard length >= 0 else { throw .runtime("narrow(): length must be non-negative.") }
    let d = try normalised(dim)
    let size = shape[d]
    guard start >= -size && start <= size else {
      throw .index("Dimension out of range (expected to be in range of [\(-size), \(size)], but got \(start))")
    }
    let first = start < 0 ? start + size : start
    guard length <= size - first else {
      throw .runtime("start (\(first)) + length (\(length)) exceeds dimension size (\(size)).")
    }
    return try slice(d, start: first, count: length)
  }

  /// One position along a dimension, which disappears.
  package func select(_ dim: Int, _ index: Int) throws(TensorError) -> Tensor {
    guard shape.count > 0 else { throw .index("select() cannot be applied to a 0-dim tensor.") }
    let d = try normalised(dim)
    guard index >= -shape[d] && index < shape[d] else {
      throw .index("select(): index \(index) out of range for tensor of size \(shape) at dimension \(d)")
    }
    return selected(d, index < 0 ? index + shape[d] : index)
  }

  /// `select` with arguments known to be in range.
  func selected(_ d: Int, _ position: Int) -> Tensor {
    var sizes = shape
    var steps = strides
    sizes.remove(at: d)
    steps.remove(at: d)
    let own = shape
    return view("SelectBackward0", shape: sizes, strides: steps, elementOffset: elementOffset &+ position &* strides[d]) {
      call in
      [try call.grad.unsqueeze(d).placed(in: own, dim: d, start: position, step: 1)]
    }
  }

  /// Neighbouring dimensions merged into one.
  package func flatten(_ startDim: Int = 0, _ endDim: Int = -1) throws(TensorError) -> Tensor {
    let first = try normalised(startDim)
    let last = try normalised(endDim)
    guard first <= last else { throw .runtime("flatten() has invalid args: start_dim cannot come after end_dim") }
    if shape.count == 0 { return try reshape([1]) }
    if first == last { return self }
    var sizes = Shape()
    for i in 0..<first { sizes.append(shape[i]) }
    var merged = 1
    for i in first...last { merged *= shape[i] }
    sizes.append(merged)
    for i in (last + 1)..<Swift.max(shape.count, last + 1) { sizes.append(shape[i]) }
    return try reshape(sizes)
  }
}
