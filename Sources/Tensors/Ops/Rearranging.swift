import Glibc

extension Tensor {
  /// The elements in reverse order along dimensions.
  package func flip(_ dims: [Int]) throws(TensorError) -> Tensor {
    let plan = try ReductionPlan(self, dims, emptyMeansAll: false)
    if shape.count == 0 { return try clone() }
    // Read backwards: the copy starts at the last element of each such dimension and steps down.
    var (steps, start) = (strides, elementOffset)
    for d in 0..<shape.count where plan.reduced[d] && shape[d] > 1 {
      start &+= (shape[d] - 1) &* steps[d]
      steps[d] = 0 &- steps[d]
    }
    let out = try Tensor(uninitialised: shape, dtype: dtype)
    out.copyElements(from: alias(shape: shape, strides: steps, elementOffset: start))
    return out.record("FlipBackward0", self) { call in [try call.grad.flip(dims)] }
  }

  /// The elements moved round along dimensions; without dimensions, in row-major order.
  package func roll(_ shifts: [Int], _ dims: [Int] = []) throws(TensorError) -> Tensor {
    guard !shifts.isEmpty else { throw .runtime("`shifts` required") }
    if dims.isEmpty {
      guard shifts.count == 1 else {
        throw .runtime("shifts and dimensions must align. shifts: \(shifts.count), dims:0")
      }
      let value = try GradMode.off { try reshape([-1]).roll(shifts, [0]).view(shape) }
      return value.alias().record("RollBackward0", self) { call in [try call.grad.roll([0 &- shifts[0]])] }
    }
    guard shifts.count == dims.count else {
      throw .runtime("shifts and dimensions must align. shifts: \(shifts.count), dims:\(dims.count)")
    }
    if elementCount == 0 { return try clone() }
    let value = try GradMode.off {
      var value = self
      for (shift, dim) in zip(shifts, dims) {
        let d = try normalised(dim)
        guard shape.count > 0 else { continue }
        let n = shape[d]
        let s = ((shift % n) + n) % n
        value = try Tensor.cat([value.slice(d, start: n - s, count: s), value.slice(d, start: 0, count: n - s)], d)
      }
      return value
    }
    let back = shifts.map { 0 &- $0 }
    return value.alias().record("RollBackward0", self) { call in [try call.grad.roll(back, dims)] }
  }

  /// The tensor laid out several times along each dimension.
  package func `repeat`(_ counts: [Int]) throws(TensorError) -> Tensor {
    guard counts.count >= shape.count else {
      throw .runtime("Number of dimensions of repeat dims can not be smaller than number of dimensions of tensor")
    }
    for count in counts where count < 0 {
      throw .runtime("Trying to create tensor with negative dimension \(count): \(Shape(counts))")
    }
    // [a, b] repeated (r, s) is [r, a, s, b] expanded and merged.
    let lead = counts.count - shape.count
    var spread = Shape()
    var expanded = Shape()
    var merged = Shape()
    for (i, count) in counts.enumerated() {
      let own = i < lead ? 1 : shape[i - lead]
      spread.append(1)
      spread.append(own)
      expanded.append(count)
      expanded.append(own)
      let (size, overflow) = count.multipliedReportingOverflow(by: own)
      guard !overflow else { throw .runtime("Storage size calculation overflowed with sizes=\(Shape(counts))") }
      merged.append(size)
    }
    _ = try merged.checkedElementCount(byteSize: dtype.byteSize)
    let value = try GradMode.off { try contiguous().view(spread).expand(expanded).clone().contiguous().view(merged) }
    let own = shape
    return value.alias().record("RepeatBackward0", self) { call in
      let summed = try call.grad.reshape(expanded).sum(Array(stride(from: 0, to: expanded.count, by: 2)))
      return [try summed.reshape(own)]
    }
  }

  /// Each element (or slice along a dimension) several times in a row.
  package func repeatInterleave(_ counts: Tensor, _ dim: Int? = nil) throws(TensorError) -> Tensor {
    guard let dim else { return try reshape([-1]).repeatInterleave(counts, 0) }
    let d = try normalised(dim)
    let n = shape.count == 0 ? 1 : shape[d]
    let all = try counts.positions("repeat_interleave").values(Int.self)
    guard counts.shape.count <= 1 else { throw .runtime("repeats must be 0-dim or 1-dim tensor") }
    guard all.count == 1 || all.count == n else {
      throw .runtime(
        "repeats must have the same size as input along dim, but got repeats.size(0) = \(all.count) and input.size(\(d)) = \(n)"
      )
    }
    var places: [Int] = []
    for i in 0..<n {
      let count = all.count == 1 ? all[0] : all[i]
      guard count >= 0 else { throw .runtime("repeats can not be negative") }
      guard count < 1 << 40 else { throw .notEnoughMemory(count) }
      places.append(contentsOf: repeatElement(i, count: count))
    }
    return try indexSelect(d, Tensor(places))
  }

  /// The elements on and below (or on and above) a diagonal, zero elsewhere.
  private func triangle(_ diagonal: Int, lower: Bool) throws(TensorError) -> Tensor {
    let name = lower ? "tril" : "triu"
    guard shape.count >= 2 else { throw .runtime("\(name): input tensor must have at least 2 dimensions") }
    let rank = shape.count
    let (height, width) = (shape[rank - 2], shape[rank - 1])
    let source = try plainCopy()
    let value = try Tensor(uninitialised: shape, dtype: dtype)
    let size = dtype.byteSize
    let (from, to) = (source.rawPointer, value.rawPointer)
    // Of each row one end is kept, up to and with the diagonal, and the other cleared.
    ParallelLoop.run(height == 0 ? 0 : elementCount / Swift.max(width, 1), grain: 1 + ParallelLoop.grain / (width + 1)) {
      first, last in
      for row in first..<last {
        let (edge, overflow) = (row % height).addingReportingOverflow(diagonal)
        let middle = overflow ? (diagonal > 0 ? width : 0) : Swift.min(Swift.max(lower ? edge &+ 1 : edge, 0), width)
        let (start, left, right) = (row &* width &* size, middle &* size, (width - middle) &* size)
        if lower {
          memcpy(to + start, from + start, left)
          memset(to + start + left, 0, right)
        } else {
          memset(to + start, 0, left)
          memcpy(to + start + left, from + start + left, right)
        }
      }
    }
    return value.record(lower ? "TrilBackward0" : "TriuBackward0", self) { call in
      [try call.grad.triangle(diagonal, lower: lower)]
    }
  }

  /// The lower triangle.
  package func tril(_ diagonal: Int = 0) throws(TensorError) -> Tensor { try triangle(diagonal, lower: true) }
  /// The upper triangle.
  package func triu(_ diagonal: Int = 0) throws(TensorError) -> Tensor { try triangle(diagonal, lower: false) }

  /// A diagonal of two dimensions, as a view whose last dimension runs along it.
  package func diagonal(_ offset: Int = 0, _ dim1: Int = 0, _ dim2: Int = 1) throws(TensorError) -> Tensor {
    let (a, b) = (try normalised(dim1), try normalised(dim2))
    guard shape.count >= 2, a != b else {
      throw .runtime("diagonal dimensions cannot be identical \(dim1), \(dim2)")
    }
    let length =
      offset >= 0
      ? Swift.min(shape[a], shape[b] - Swift.min(offset, shape[b]))
      : Swift.min(shape[a] - Swift.min(0 &- offset, shape[a]), shape[b])
    let n = Swift.max(length, 0)
    let start = n == 0 ? 0 : offset >= 0 ? offset &* strides[b] : (0 &- offset) &* strides[a]
    var sizes = Shape()
    var steps = Strides()
    for i in 0..<shape.count where i != a && i != b {
      sizes.append(shape[i])
      steps.append(strides[i])
    }
    sizes.append(n)
    steps.append(strides[a] &+ strides[b])
    return try asStrided(sizes, steps, elementOffset &+ start, node: "DiagonalBackward0")
  }

  /// A matrix with this vector on a diagonal; or the diagonal of a matrix, copied.
  package func diag(_ offset: Int = 0) throws(TensorError) -> Tensor {
    switch shape.count {
    case 1:
      let n = shape[0] + Int(clamping: offset.magnitude)
      let result = try Tensor.zeros([n, n], dtype: dtype)
      try GradMode.off { _ = try result.diagonal(offset).copyInPlace(self) }
      return result.record("DiagEmbedBackward0", self) { call in [try call.grad.diagonal(offset).clone()] }
    case 2:
      let (rows, columns) = (shape[0], shape[1])
      let copy = try GradMode.off { try diagonal(offset).clone() }
      return copy.record("DiagonalBackward0_copy", self) { call in
        let whole = try Tensor.zeros([rows, columns], dtype: call.grad.dtype)
        try whole.diagonal(offset).copyInPlace(call.grad)
        return [whole]
      }
    default: throw .runtime("diag(): Supports 1D or 2D tensors. Got \(shape.count)D")
    }
  }

  /// Any sizes and strides over the same storage, as far as it reaches.
  package func asStrided(
    _ sizes: Shape, _ steps: Strides, _ offset: Int? = nil, node: String = "AsStridedBackward0"
  ) throws(TensorError) -> Tensor {
    guard sizes.count == steps.count else {
      throw .runtime("mismatch in length of strides and shape")
    }
    _ = try sizes.checkedElementCount(byteSize: dtype.byteSize)
    let start = offset ?? elementOffset
    guard start >= 0 else { throw .runtime("Tensor: invalid storage offset \(start)") }
    var last = start
    var isEmpty = false
    for i in 0..<sizes.count {
      guard steps[i] >= 0 else {
        throw .runtime("as_strided: Negative strides are not supported at the moment, got strides: \(steps)")
      }
      if sizes[i] == 0 { isEmpty = true }
      let (reach, o) = steps[i].multipliedReportingOverflow(by: Swift.max(sizes[i] - 1, 0))
      let (sum, p) = last.addingReportingOverflow(reach)
      if o || p { throw .runtime("setStorage: sizes \(sizes), strides \(steps), storage offset \(start) are out of bounds") }
      last = sum
    }
    guard isEmpty || last < storage.byteCount / dtype.byteSize else {
      throw .runtime(
        "setStorage: sizes \(sizes), strides \(steps), storage offset \(start), and itemsize \(dtype.byteSize) requiring a storage "
          + "size of \((last &+ 1) &* dtype.byteSize) are out of bounds for storage of size \(storage.byteCount)")
    }
    let shown = alias(shape: sizes, strides: steps, elementOffset: isEmpty ? elementOffset : start)
    let geometry = ViewGeometry(of: shown, in: self)
    let own = shape
    return view(node, shape: sizes, strides: steps, elementOffset: isEmpty ? elementOffset : start) { call in
      [try call.grad.scattered(geometry, into: own)]
    }
  }

  /// Overlapping windows along a dimension, as a view with one more dimension.
  package func unfold(_ dim: Int, _ size: Int, _ step: Int) throws(TensorError) -> Tensor {
    let d = try normalised(dim)
    let n = shape.count == 0 ? 1 : shape[d]
    guard size >= 0 else { throw .runtime("size is \(size) but must be >= 0") }
    guard size <= n else {
      throw .runtime("maximum size for tensor at dimension \(d) is \(n) but size is \(size)")
    }
    guard step > 0 else { throw .runtime("step is \(step) but must be > 0") }
    var sizes = shape
    var steps = strides
    if shape.count == 0 {
      return try asStrided([size], [1], node: "UnfoldBackward0")
    }
    sizes[d] = (n - size) / step + 1
    steps[d] = strides[d] &* Swift.min(step, Swift.max(n, 1))
    sizes.append(size)
    steps.append(strides[d])
    return try asStrided(sizes, steps, elementOffset, node: "UnfoldBackward0")
  }

  /// Dimensions moved to other places, the rest keeping their order.
  package func movedim(_ sources: [Int], _ destinations: [Int]) throws(TensorError) -> Tensor {
    guard sources.count == destinations.count else {
      throw .runtime(
        "movedim: Invalid source or destination dims: source (\(Shape(sources)) dims) should contain the same number of dims as "
          + "destination (\(Shape(destinations)) dims)")
    }
    var order = [Int](repeating: -1, count: shape.count)
    var moved = [Bool](repeating: false, count: shape.count)
    for (s, t) in zip(sources, destinations) {
      let (from, to) = (try normalised(s), try normalised(t))
      guard shape.count > 0 else { return self }
      guard order[to] < 0, !moved[from] else { throw .runtime("movedim: repeated dim in `source` or `destination`") }
      order[to] = from
      moved[from] = true
    }
    var next = 0
    for i in 0..<order.count where order[i] < 0 {
      while moved[next] { next += 1 }
      order[i] = next
      next += 1
    }
    return try permute(order)
  }

  /// A dimension cut into several.
  package func unflatten(_ dim: Int, _ sizes: [Int]) throws(TensorError) -> Tensor {
    let d = try normalised(dim)
    guard !sizes.isEmpty else { throw .runtime("unflatten: sizes must be non-empty") }
    let n = shape.count == 0 ? 1 : shape[d]
    var target = Shape()
    for i in 0..<d { target.append(shape[i]) }
    var known = 1
    var holes = 0
    for size in sizes {
      if size == -1 { holes += 1 } else { known = known.multipliedReportingOverflow(by: size).partialValue }
    }
    guard holes <= 1, holes == 0 ? known == n : known > 0 && n % known == 0 else {
      throw .runtime(
        "unflatten: Provided sizes \(Shape(sizes)) don't multiply up to the size of dim \(d) (\(n)) in the input tensor")
    }
    for size in sizes { target.append(size == -1 ? n / known : size) }
    for i in (d + 1)..<Swift.max(shape.count, d + 1) { target.append(shape[i]) }
    return try view(target)
  }

  /// The same bytes as another dtype of the same size.
  package func viewed(as type: DType) throws(TensorError) -> Tensor {
    if type == dtype { return detach() }
    guard type.byteSize == dtype.byteSize, type != .bool else {
      throw .runtime("viewing \(dtype.name) as \(type.name), whose elements have another size, is not supported")
    }
    return Tensor(storage: storage, shape: shape, strides: strides, elementOffset: elementOffset, dtype: type)
  }
}
