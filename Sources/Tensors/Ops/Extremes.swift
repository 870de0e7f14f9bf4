import CKernels

/// Whether the largest or the smallest is wanted.
enum Extreme {
  case largest, smallest

  @inline(__always)
  func beats<T: Element>(_ a: T, _ b: T) -> Bool {
    if b.isNotANumber { return false }
    if a.isNotANumber { return true }
    return self == .largest ? a > b : a < b
  }
}

extension Tensor {
  /// The extreme along a dimension and its first position, without autograd.
  private func extremes(_ dim: Int, _ kind: Extreme, keepdim: Bool, values wanted: Bool) throws(TensorError) -> (
    Tensor?, Tensor
  ) {
    if dtype != dtype.wide {
      let (values, indices) = try converted(dtype.wide).extremes(dim, kind, keepdim: keepdim, values: wanted)
      return (try values?.converted(dtype), indices)
    }
    let sizes = Lines(self, dim).shape(keepdim: keepdim)
    let indices = try Tensor(uninitialised: sizes, dtype: .int64)
    let values = wanted ? try Tensor(uninitialised: sizes, dtype: dtype) : nil
    if indices.elementCount > 0 {
      let plain = try plainCopy()
      let (outer, inner) = (shape.prefix(dim).reduce(1, *), shape.suffix(from: Swift.min(dim + 1, shape.count)).reduce(1, *))
      lk_extremes(
        lk_type(UInt32(dtype.rawValue)), kind == .smallest, plain.rawPointer, Int64(outer), Int64(elementCount / outer / inner),
        Int64(inner), values?.rawPointer, indices.int64Pointer)
    }
    return (values, indices)
  }

  /// The extremes of the last dimension without their positions.
  private func extremeValues(_ kind: Extreme) throws(TensorError) -> Tensor {
    let last = shape.count - 1
    if dtype != dtype.wide || shape[last] == 0 { return try extremes(last, kind, keepdim: false, values: true).0! }  // asked for
    let n = shape[last]
    let values = try Tensor(uninitialised: Shape(shape.dropLast()), dtype: dtype)
    if elementCount > 0 {
      let plain = try plainCopy()
      withExtendedLifetime(plain) {
        lk_extremes(
          lk_type(UInt32(dtype.rawValue)), kind == .smallest, plain.rawPointer, Int64(elementCount / n), Int64(n), 1,
          values.rawPointer, nil)
      }
    }
    return values
  }

  private func requireElements(_ op: String, _ dim: Int) throws(TensorError) {
    if shape.count > 0 && shape[dim] == 0 {
      throw .index("\(op)(): Expected reduction dim \(dim) to have non-zero size.")
    }
  }

  /// The largest (or smallest) along a dimension with its first position. **Gradient** goes to that position.
  func extreme(_ dim: Int, _ kind: Extreme, keepdim: Bool) throws(TensorError) -> (values: Tensor, indices: Tensor) {
    let d = try normalised(dim)
    try requireElements(kind == .largest ? "max" : "min", d)
    let (found, indices) = try extremes(d, kind, keepdim: keepdim, values: true)
    let values = found!  // asked for
    let own = shape
    values.record(kind == .largest ? "MaxBackward0" : "MinBackward0", self) { call in
      [try call.grad.placed(at: indices, in: own, d, keepdim: keepdim)]
    }
    return (values, indices)
  }

  /// A gradient of one element a line, put at the positions found in the line.
  func placed(at indices: Tensor, in whole: Shape, _ dim: Int, keepdim: Bool) throws(TensorError) -> Tensor {
    if whole.count == 0 { return self }
    let grad = keepdim ? self : try unsqueeze(dim)
    let places = keepdim ? indices : try indices.unsqueeze(dim)
    return try Tensor.zeros(whole, dtype: dtype).scatter(dim, places, grad)
  }

  /// The largest along a dimension and its first position.
  package func max(_ dim: Int, keepdim: Bool = false) throws(TensorError) -> (values: Tensor, indices: Tensor) {
    try extreme(dim, .largest, keepdim: keepdim)
  }

  /// The smallest along a dimension and its first position.
  package func min(_ dim: Int, keepdim: Bool = false) throws(TensorError) -> (values: Tensor, indices: Tensor) {
    try extreme(dim, .smallest, keepdim: keepdim)
  }

  /// The largest element.
  package func max() throws(TensorError) -> Tensor { try extremeOfAll(.largest) }
  /// The smallest element.
  package func min() throws(TensorError) -> Tensor { try extremeOfAll(.smallest) }

  /// **Gradient** is shared equally by all elements that are extreme.
  private func extremeOfAll(_ kind: Extreme) throws(TensorError) -> Tensor {
    let name = kind == .largest ? "max" : "min"
    if elementCount == 0 {
      throw .runtime(
        "\(name)(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with the 'dim' argument."
      )
    }
    let out = try GradMode.off { try reshape([-1]).extremeValues(kind) }
    let x = SavedTensor(self)
    return out.record(kind == .largest ? "MaxBackward1" : "MinBackward1", self, savingResult: true) { call in
      let mask = try x.value().eq(call.result)
      let count = try mask.sum().to(call.grad.dtype)
      return [try call.grad.div(count).mul(mask.to(call.grad.dtype))]
    }
  }

  /// The largest over dimensions. **Gradient** is shared equally by all elements that are extreme.
  package func amax(_ dims: [Int]? = nil, keepdim: Bool = false) throws(TensorError) -> Tensor {
    try extremeOver(dims, .largest, keepdim: keepdim)
  }

  /// The smallest over dimensions. **Gradient** is shared equally by all elements that are extreme.
  package func amin(_ dims: [Int]? = nil, keepdim: Bool = false) throws(TensorError) -> Tensor {
    try extremeOver(dims, .smallest, keepdim: keepdim)
  }

  private func extremeOver(_ dims: [Int]?, _ kind: Extreme, keepdim: Bool) throws(TensorError) -> Tensor {
    let name = kind == .largest ? "amax" : "amin"
    let (lines, plan) = try GradMode.off { try gathered(dims) }
    if plan.reducedCount == 0 {
      throw .index(
        "\(name)(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with the 'dim' argument."
      )
    }
    let out = try GradMode.off {
      try lines.extremeValues(kind).view(plan.shape(keepdim: keepdim))
    }.alias()
    let x = SavedTensor(self)
    let own = shape
    return out.record(kind == .largest ? "AmaxBackward0" : "AminBackward0", self, savingResult: true) { call in
      let result = try call.result.expandedBack(to: own, plan.reduced, keepdim: keepdim)
      let mask = try x.value().eq(result).to(call.grad.dtype)
      let count = try mask.sum(dims, keepdim: true)
      return [try call.grad.expandedBack(to: own, plan.reduced, keepdim: keepdim).mul(mask).div(count)]
    }
  }

  /// The first position of the largest element along a dimension, or in row-major order.
  package func argmax(_ dim: Int? = nil, keepdim: Bool = false) throws(TensorError) -> Tensor {
    try argExtreme(dim, .largest, "argmax", keepdim: keepdim)
  }

  /// The first position of the smallest element along a dimension, or in row-major order.
  package func argmin(_ dim: Int? = nil, keepdim: Bool = false) throws(TensorError) -> Tensor {
    try argExtreme(dim, .smallest, "argmin", keepdim: keepdim)
  }

  private func argExtreme(_ dim: Int?, _ kind: Extreme, _ op: String, keepdim: Bool) throws(TensorError) -> Tensor {
    if dtype == .bool { throw .notImplemented("\(op)(): does not support bool input") }
    return try GradMode.off {
      guard let dim else {
        guard elementCount > 0 else {
          throw TensorError.index("\(op)(): Expected reduction dim to be specified for input.numel() == 0.")
        }
        let place = try reshape([-1]).extremes(0, kind, keepdim: false, values: false).1
        return keepdim ? try place.view(Shape(repeating: 1, count: shape.count)) : place
      }
      let d = try normalised(dim)
      try requireElements(op, d)
      return try extremes(d, kind, keepdim: keepdim, values: false).1
    }
  }
}

extension Op {
  private static func extreme(_ name: String, _ kind: Extreme, _ word: String) -> Op {
    let type = ReturnType.valuesAndIndices(name)
    return Op(
      "\(name)(input: Tensor)", .both, "The \(word) element; or along a dimension with positions; or of two tensors.",
      example: "torch.\(name)(torch.tensor([[1., 3.], [4., 2.]]))"
    ) { call in .tensor(kind == .largest ? try call.tensor(0).max() : try call.tensor(0).min()) }
    .or("\(name)(input: Tensor, dim: int, keepdim: bool = False)") { call in
      let (values, indices) = try call.tensor(0).extreme(call.int(1), kind, keepdim: call.bool(2))
      return .named(type, [.tensor(values), .tensor(indices)])
    }
    .or("\(name)(input: Tensor, other: Tensor)") { call in
      .tensor(
        kind == .largest ? try call.tensor(0).maximum(call.tensor(1)) : try call.tensor(0).minimum(call.tensor(1)))
    }
  }

  static let extremes: [Op] = [
    extreme("max", .largest, "largest"),
    extreme("min", .smallest, "smallest"),
    Op(
      "amax(input: Tensor, dim: ints = (), keepdim: bool = False)", .both, "The largest over dimensions.",
      example: "torch.amax(torch.tensor([[1., 3.], [4., 2.]]), 1)"
    ) { call in .tensor(try call.tensor(0).amax(call.ints(1), keepdim: call.bool(2))) },
    Op(
      "amin(input: Tensor, dim: ints = (), keepdim: bool = False)", .both, "The smallest over dimensions.",
      example: "torch.amin(torch.tensor([[1., 3.], [4., 2.]]), 1)"
    ) { call in .tensor(try call.tensor(0).amin(call.ints(1), keepdim: call.bool(2))) },
    Op(
      "aminmax(input: Tensor, *, dim: int? = None, keepdim: bool = False)", .both, "The smallest and the largest.",
      example: "torch.aminmax(torch.tensor([1., 3., 2.]))"
    ) { call in
      let x = try call.tensor(0)
      let dims = try call.optionalInt(1).map { [$0] }
      let type = ReturnType("torch.return_types.aminmax", ["min", "max"])
      return .named(
        type,
        [
          .tensor(try x.amin(dims, keepdim: call.bool(2)).named("AminmaxBackward0", after: x)),
          .tensor(try x.amax(dims, keepdim: call.bool(2)).named("AminmaxBackward0", after: x)),
        ])
    },
    Op(
      "argmax(input: Tensor, dim: int? = None, keepdim: bool = False)", .both, "The position of the largest element.",
      example: "torch.argmax(torch.tensor([[1., 3.], [4., 2.]]), 1)"
    ) { call in .tensor(try call.tensor(0).argmax(call.optionalInt(1), keepdim: call.bool(2))) },
    Op(
      "argmin(input: Tensor, dim: int? = None, keepdim: bool = False)", .both, "The position of the smallest element.",
      example: "torch.argmin(torch.tensor([[1., 3.], [4., 2.]]), 1)"
    ) { call in .tensor(try call.tensor(0).argmin(call.optionalInt(1), keepdim: call.bool(2))) },
    Op(
      "maximum(input: Tensor, other: Tensor)", .both, "The larger of two elements.",
      example: "torch.maximum(torch.tensor([1., 4.]), torch.tensor([3., 2.]))", aliases: ["fmax"]
    ) { call in .tensor(try call.tensor(0).maximum(call.tensor(1))) },
    Op(
      "minimum(input: Tensor, other: Tensor)", .both, "The smaller of two elements.",
      example: "torch.minimum(torch.tensor([1., 4.]), torch.tensor([3., 2.]))", aliases: ["fmin"]
    ) { call in .tensor(try call.tensor(0).minimum(call.tensor(1))) },
  ]
}
