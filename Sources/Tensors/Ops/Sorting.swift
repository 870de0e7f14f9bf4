import CKernels

extension Tensor {
  private func sorted(_ d: Int, descending: Bool, count: Int, _ node: String) throws(TensorError) -> (
    values: Tensor, indices: Tensor
  ) {
    if dtype != dtype.wide {
      let (values, indices) = try converted(dtype.wide).sorted(d, descending: descending, count: count, node)
      return (try values.converted(dtype), indices)
    }
    let (values, indices) = try GradMode.off { try sortedLines(d, descending: descending, count: count) }
    let own = shape
    values.record(node, self) { call in
      [own.count == 0 ? call.grad : try Tensor.zeros(own, dtype: call.grad.dtype).scatter(d, indices, call.grad)]
    }
    return (values, indices)
  }

  /// The first elements of each line in order and where they stood: the lines are brought side by side for it.
  private func sortedLines(_ d: Int, descending: Bool, count: Int) throws(TensorError) -> (values: Tensor, indices: Tensor) {
    let last = Swift.max(shape.count - 1, 0)
    let source = try d == last ? plainCopy() : transpose(d, last).contiguous()
    var sizes = source.shape
    if shape.count > 0 { sizes[last] = count }
    let values = try Tensor(uninitialised: sizes, dtype: dtype)
    let indices = try Tensor(uninitialised: sizes, dtype: .int64)
    let length = shape.count == 0 ? 1 : shape[d]
    if values.elementCount > 0 {
      guard
        lk_sort(
          lk_type(UInt32(dtype.rawValue)), descending, source.rawPointer, Int64(source.elementCount / length), Int64(length),
          Int64(count), values.rawPointer, indices.int64Pointer)
      else { throw .notEnoughMemory(32 &* length) }
    }
    if d == last { return (values, indices) }
    return (try values.transpose(d, last).contiguous(), try indices.transpose(d, last).contiguous())
  }

  /// The elements in order along a dimension, with the positions they came from. Equal elements keep their order.
  package func sort(_ dim: Int = -1, descending: Bool = false) throws(TensorError) -> (values: Tensor, indices: Tensor) {
    let d = try normalised(dim)
    return try sorted(d, descending: descending, count: shape.count == 0 ? 1 : shape[d], "SortBackward0")
  }

  /// The positions that would sort the elements.
  package func argsort(_ dim: Int = -1, descending: Bool = false) throws(TensorError) -> Tensor {
    try GradMode.off { try sort(dim, descending: descending).indices }
  }

  /// The k largest (or smallest) along a dimension, in order, with their positions.
  package func topk(_ k: Int, _ dim: Int = -1, largest: Bool = true) throws(TensorError) -> (values: Tensor, indices: Tensor) {
    let d = try normalised(dim)
    guard k >= 0 && k <= (shape.count == 0 ? 1 : shape[d]) else { throw .runtime("selected index k out of range") }
    return try sorted(d, descending: largest, count: k, "TopkBackward0")
  }

  /// The k-th smallest along a dimension, counted from 1, with its position.
  package func kthvalue(_ k: Int, _ dim: Int = -1, keepdim: Bool = false) throws(TensorError) -> (
    values: Tensor, indices: Tensor
  ) {
    let d = try normalised(dim)
    let n = shape.count == 0 ? 1 : shape[d]
    guard k >= 1 && k <= n else { throw .runtime("kthvalue(): selected number k out of range for dimension \(d)") }
    let indices = try GradMode.off {
      let all = try sort(d).indices
      return shape.count == 0 ? all : try all.slice(d, start: k - 1, count: 1).contiguous()
    }
    let values = shape.count == 0 ? self : try gather(d, indices)
    if keepdim || shape.count == 0 { return (values.named("KthvalueBackward0", after: self), indices) }
    return (try values.squeeze([d]).named("KthvalueBackward0", after: self), try indices.squeeze([d]))
  }

  /// The lower median along a dimension with its position.
  package func median(_ dim: Int, keepdim: Bool = false) throws(TensorError) -> (values: Tensor, indices: Tensor) {
    let d = try normalised(dim)
    let n = shape.count == 0 ? 1 : shape[d]
    if dtype == .bool { throw .notImplemented("median_cpu", for: .bool) }
    guard n > 0 else { throw .index("median(): Expected reduction dim \(d) to have non-zero size.") }
    let (values, indices) = try kthvalue((n + 1) / 2, d, keepdim: keepdim)
    return (values.named("MedianBackward1", after: self), indices)
  }

  /// The lower median of all elements.
  package func median() throws(TensorError) -> Tensor {
    guard elementCount > 0 else { return try Tensor.full([], .double(.nan), dtype: dtype) }
    if dtype == .float32, !isRecorded {
      let (x, n) = (try plainCopy(), Int64(elementCount))
      var value: Float = 0
      let isFound = withExtendedLifetime(x) { lk_kth_f32(x.pointer(Float.self), n, (n - 1) / 2, &value) }
      if isFound { return Tensor([value], shape: []) }
    }
    if dtype.isFloatingPoint {
      let odd = try GradMode.off { try isnan().reshape([-1]).to(.int64) }
      let place = try odd.argmax().item().intValue
      if try odd.select(0, place).item().boolValue {
        return try reshape([-1]).select(0, place).named("MedianBackward0", after: self)
      }
    }
    return try reshape([-1]).median(0).values.named("MedianBackward0", after: self)
  }

  /// The most frequent element along a dimension (the smallest of several) with its last position.
  package func mode(_ dim: Int = -1, keepdim: Bool = false) throws(TensorError) -> (values: Tensor, indices: Tensor) {
    let d = try normalised(dim)
    let sortedLines = try GradMode.off { try sort(d) }
    let lines = Lines(try sortedLines.values.contiguous(), d)
    guard lines.length > 0 else { throw .index("mode(): Expected reduction dim \(d) to have non-zero size.") }
    let indices = try Tensor(uninitialised: lines.shape(keepdim: true), dtype: .int64)
    let wide = try lines.source.converted(.float64)
    let places = try sortedLines.indices.contiguous()
    let (p, q, o) = (wide.pointer(Double.self), places.pointer(Int.self), indices.pointer(Int.self))
    let (n, step) = (lines.length, lines.step)
    lines.forEach { offset, number in
      var best = 0
      var longest = 0
      var start = 0
      for i in 0..<n where i == n - 1 || p[offset &+ (i + 1) &* step] != p[offset &+ i &* step] {
        if i + 1 - start > longest {
          longest = i + 1 - start
          best = i
        }
        start = i + 1
      }
      o[number] = q[offset &+ best &* step]
    }
    let values = shape.count == 0 ? self : try gather(d, indices)
    if keepdim || shape.count == 0 { return (values.named("ModeBackward0", after: self), indices) }
    return (try values.squeeze([d]).named("ModeBackward0", after: self), try indices.squeeze([d]))
  }

  /// The different slices along a dimension in rising order, for each slice its position among them, and how often each occurs.
  package func unique(_ dim: Int) throws(TensorError) -> (values: Tensor, inverse: Tensor, counts: Tensor) {
    try GradMode.off {
      let d = try normalised(dim)
      let count = shape.count > 0 ? shape[d] : 1
      let rows = try (shape.count > 0 ? transpose(0, d) : self).reshape([count, -1]).values(Double.self)
      let width = count == 0 ? 0 : rows.count / count
      func comesBefore(_ a: Int, _ b: Int) -> Bool {
        for k in 0..<width where rows[a * width + k] != rows[b * width + k] { return rows[a * width + k] < rows[b * width + k] }
        return false
      }
      var (firsts, counts): ([Int], [Int]) = ([], [])
      var inverse = [Int](repeating: 0, count: count)
      for row in (0..<count).sorted(by: { comesBefore($0, $1) || !comesBefore($1, $0) && $0 < $1 }) {
        if let last = firsts.last, !comesBefore(last, row) {
          counts[counts.count - 1] += 1
        } else {
          firsts.append(row)
          counts.append(1)
        }
        inverse[row] = firsts.count - 1
      }
      return (try indexSelect(d, Tensor(firsts)), Tensor(inverse), Tensor(counts))
    }
  }

  /// The different elements in rising order, for each element its position among them, and how often each occurs.
  package func unique() throws(TensorError) -> (values: Tensor, inverse: Tensor, counts: Tensor) {
    try GradMode.off {
      let flat = try reshape([-1])
      let order = try flat.sort(0)
      let inverse = try Tensor(uninitialised: [flat.elementCount], dtype: .int64)
      var firsts: [Int] = []
      var counts: [Int] = []
      let n = flat.elementCount
      if n > 0 {
        let later = n > 1 ? try order.values.slice(0, start: 1, count: n - 1) : order.values
        let differs = try later.ne(order.values.slice(0, start: 0, count: later.elementCount))
        let differ = differs.pointer(Bool.self)
        let places = order.indices.pointer(Int.self)
        let target = inverse.pointer(Int.self)
        for i in 0..<n {
          if i == 0 || differ[i - 1] {
            firsts.append(i)
            counts.append(0)
          }
          counts[counts.count - 1] += 1
          target[places[i]] = firsts.count - 1
        }
        withExtendedLifetime(differs) {}
      }
      return (try order.values.indexSelect(0, Tensor(firsts)), try inverse.view(shape), Tensor(counts))
    }
  }
}

extension Op {
  private static func pair(_ name: String, _ result: (values: Tensor, indices: Tensor)) -> OpValue {
    .named(.valuesAndIndices(name), [.tensor(result.values), .tensor(result.indices)])
  }

  static let sorting: [Op] = [
    Op(
      "sort(input: Tensor, dim: int = -1, descending: bool = False, stable: bool = False)", .both,
      "The elements in order, with their positions.", example: "torch.sort(torch.tensor([3., 1., 2.]))"
    ) { call in pair("sort", try call.tensor(0).sort(call.int(1), descending: call.bool(2))) },
    Op(
      "argsort(input: Tensor, dim: int = -1, descending: bool = False, stable: bool = False)", .both,
      "The positions that sort.", example: "torch.argsort(torch.tensor([3., 1., 2.]))"
    ) { call in .tensor(try call.tensor(0).argsort(call.int(1), descending: call.bool(2))) },
    Op(
      "topk(input: Tensor, k: int, dim: int = -1, largest: bool = True, sorted: bool = True)", .both, "The k largest.",
      example: "torch.topk(torch.tensor([3., 1., 2.]), 2)"
    ) { call in pair("topk", try call.tensor(0).topk(call.int(1), call.int(2), largest: call.bool(3))) },
    Op(
      "kthvalue(input: Tensor, k: int, dim: int = -1, keepdim: bool = False)", .both, "The k-th smallest.",
      example: "torch.kthvalue(torch.tensor([3., 1., 2.]), 2)"
    ) { call in pair("kthvalue", try call.tensor(0).kthvalue(call.int(1), call.int(2), keepdim: call.bool(3))) },
    Op("median(input: Tensor)", .both, "The lower median.", example: "torch.median(torch.tensor([3., 1., 2.]))") { call in
      .tensor(try call.tensor(0).median())
    }.or("median(input: Tensor, dim: int, keepdim: bool = False)") { call in
      pair("median", try call.tensor(0).median(call.int(1), keepdim: call.bool(2)))
    },
    Op(
      "mode(input: Tensor, dim: int = -1, keepdim: bool = False)", .both, "The most frequent element.",
      example: "torch.mode(torch.tensor([1., 2., 2.]))"
    ) { call in pair("mode", try call.tensor(0).mode(call.int(1), keepdim: call.bool(2))) },
    Op(
      "unique(input: Tensor, sorted: bool = True, return_inverse: bool = False, return_counts: bool = False, dim: int? = None)",
      .both,
      "The different elements.", example: "torch.unique(torch.tensor([2, 1, 2]))"
    ) { call in
      let x = try call.tensor(0)
      let dim = try call.optionalInt(4)
      let (values, inverse, counts) = try dim.map { dim in try x.unique(dim) } ?? x.unique()
      if values !== x { values.recordedWithoutDerivative(dim == nil ? "_unique2" : "unique_dim", [x]) }
      var results: [OpValue] = [.tensor(values)]
      if try call.bool(2) { results.append(.tensor(inverse)) }
      if try call.bool(3) { results.append(.tensor(counts)) }
      return results.count == 1 ? results[0] : .tuple(results)
    },
  ]
}
