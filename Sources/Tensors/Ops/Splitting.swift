// Cutting tensors at places or into nearly equal parts, and joining tensors after giving them more dimensions.

extension Tensor {
  /// Parts whose lengths differ by one at most, the longer first.
  package func tensorSplit(sections: Int, _ dim: Int = 0) throws(TensorError) -> [Tensor] {
    guard shape.count > 0 else {
      throw .runtime("tensor_split expected at least a 1-dimensional tensor, but got a tensor with 0 dims")
    }
    let axis = try normalised(dim)
    guard sections > 0 else { throw .runtime("number of sections must be larger than 0, got \(sections)") }
    guard sections < 1 << 24 else { throw .notEnoughMemory(sections < 1 << 58 ? sections * 8 : Int.max) }
    let size = shape[axis]
    var parts: [Tensor] = []
    var start = 0
    for part in 0..<sections {
      let length = size / sections + (part < size % sections ? 1 : 0)
      parts.append(try narrow(axis, start, length))
      start += length
    }
    return parts
  }

  /// Parts between the places.
  package func tensorSplit(at places: [Int], _ dim: Int = 0) throws(TensorError) -> [Tensor] {
    guard shape.count > 0 else {
      throw .runtime("tensor_split expected at least a 1-dimensional tensor, but got a tensor with 0 dims")
    }
    let axis = try normalised(dim)
    let size = shape[axis]
    var parts: [Tensor] = []
    var start = 0
    for place in places.map({ Swift.max(0, Swift.min($0 < 0 ? $0 + size : $0, size)) }) + [size] {
      parts.append(try narrow(axis, start, Swift.max(0, place - start)))
      start = place
    }
    return parts
  }

  /// The tensor with leading dimensions of size 1, as far as it has fewer than `count`; three get one behind as well.
  package func atLeast(_ count: Int) throws(TensorError) -> Tensor {
    switch (count, dim) {
    case (1, 0): try reshape([1])
    case (2, 0): try reshape([1, 1])
    case (2, 1): try unsqueeze(0)
    case (3, 0): try reshape([1, 1, 1])
    case (3, 1): try unsqueeze(0).unsqueeze(-1)
    case (3, 2): try unsqueeze(-1)
    default: self
    }
  }

  /// Matrices with these diagonals in two new dimensions.
  package func diagonalEmbedding(_ offset: Int = 0, _ dim1: Int = -2, _ dim2: Int = -1) throws(TensorError) -> Tensor {
    let rank = dim + 1
    let (first, second) = (try Shape.normalised(dim1, rank: rank), try Shape.normalised(dim2, rank: rank))
    guard first != second else { throw .runtime("diagonal dimensions cannot be identical \(dim1), \(dim2)") }
    guard dim > 0 else { throw .dimOutOfRange(-1, rank: 0) }
    guard offset.magnitude < 1 << 31 else { throw .runtime("diag_embed: offset \(offset) is too large") }
    let size = shape[dim - 1] + Int(offset.magnitude)
    // Row r, column r + offset holds element r, or r + offset where that is negative.
    let places = (0..<size * size).filter { place in
      let (row, column) = (place / size, place % size)
      return column - row == offset
    }
    let flat = Shape(Array(shape.dropLast()) + [size * size])
    _ = try flat.checkedElementCount(byteSize: dtype.byteSize)
    let matrix = try Tensor.zeros(flat, dtype: dtype).indexAdd(dim - 1, Tensor(places), self)
      .reshape(Shape(Array(shape.dropLast()) + [size, size]))
    return try matrix.movedim([-2, -1], [first, second]).named("DiagonalBackward0_copy", after: self)
  }

  /// Matrices along a diagonal, zeros beside them.
  package static func blockDiagonal(_ blocks: [Tensor]) throws(TensorError) -> Tensor {
    var (rows, columns) = (0, 0)
    var matrices: [Tensor] = []
    for (number, block) in blocks.enumerated() {
      guard block.dim <= 2 else {
        throw .runtime(
          "torch.block_diag: Input tensors must have 2 or fewer dimensions. Input \(number) has \(block.dim) dimensions")
      }
      let matrix = try block.atLeast(2)
      matrices.append(matrix)
      rows += matrix.shape[0]
      columns += matrix.shape[1]
    }
    guard !matrices.isEmpty else { return try Tensor.zeros([1, 0], dtype: .float32) }
    var strips: [Tensor] = []
    var before = 0
    for matrix in matrices {
      strips.append(try matrix.padded([before, columns - before - matrix.shape[1]]))
      before += matrix.shape[1]
    }
    return try Tensor.cat(strips, 0)
  }

  /// Elements along a dimension at the places that an index of the same rank names; both broadcast.
  package func takeAlong(_ index: Tensor, _ dim: Int?) throws(TensorError) -> Tensor {
    guard index.dtype == .int64 else {
      throw .runtime("torch.take_along_dim(): dtype of indices should be Long but got \(index.dtype.scalarName)")
    }
    guard let dim else { return try reshape([elementCount]).gather(0, index.reshape([index.elementCount])) }
    guard index.dim == self.dim else {
      throw .runtime(
        "torch.take_along_dim(): input and indices should have the same number of dimensions, but got \(self.dim) dimensions for input, "
          + "and \(index.dim) dimensions for indices")
    }
    let axis = try normalised(dim)
    var (own, other) = (Array(shape), Array(index.shape))
    let (length, count) = (own[axis], other[axis])
    (own[axis], other[axis]) = (1, 1)
    var common = Array(try Shape.broadcast(Shape(own), Shape(other)))
    common[axis] = length
    let wide = try expand(Shape(common))
    common[axis] = count
    let places = try index.expand(Shape(common))
    return try wide.gather(axis, Tensor.select(places.lt(0), places.add(.int(length)), places))
  }

  /// ∫ y dx by trapezia.
  package func trapezoid(_ x: Tensor?, spacing: Scalar, _ dim: Int, cumulative: Bool = false) throws(TensorError) -> Tensor {
    guard shape.count > 0 else { throw .index("Dimension specified as \(dim) but tensor has no dimensions") }
    let axis = try normalised(dim)
    let size = shape[axis]
    let (left, right) = (
      try narrow(axis, 0, Swift.max(size - 1, 0)), try narrow(axis, Swift.min(1, size), Swift.max(size - 1, 0))
    )
    var area = try left.add(right)
    if let x {
      var widths = try x.diff(1, x.dim == 1 ? 0 : dim)
      if x.dim == 1 {
        var sizes = [Int](repeating: 1, count: self.dim)
        sizes[axis] = widths.elementCount
        widths = try widths.reshape(Shape(sizes))
      }
      area = try area.mul(widths).div(.double(2))
    } else {
      area = try area.mul(spacing).div(.double(2))
    }
    return cumulative ? try area.cumsum(axis) : try area.sum([axis])
  }
}

extension Op {
  private static func split(_ call: borrowing OpCall, _ dim: Int) throws -> OpValue {
    let x = try call.tensor(0)
    if let sections = OpValue.asInt(call[1]) {
      return .tuple(try x.tensorSplit(sections: sections, dim).map { .tensor($0) })
    }
    let places: [Int]
    if case .tensor(let given) = call[1] { places = try given.values(Int.self) } else { places = try call.ints(1) }
    return .tuple(try x.tensorSplit(at: places, dim).map { .tensor($0) })
  }

  private static func split(_ name: String, least: Int, _ dim: @escaping (Tensor) -> Int, _ direction: String) -> Op {
    Op(
      "\(name)(input: Tensor, indices_or_sections: any)", .both, "Cuts a tensor into parts \(direction).",
      example: "torch.\(name)(torch.ones(2, 2, 2), 2)"
    ) { call in
      let x = try call.tensor(0)
      guard x.dim >= least else {
        throw TensorError.runtime(
          "torch.\(name) requires a tensor with at least \(least) dimension\(least == 1 ? "" : "s"), but got a tensor with \(x.dim) "
            + "dimensions!")
      }
      let axis = dim(x)
      if let sections = OpValue.asInt(call[1]), sections == 0 || x.shape[axis] % sections != 0 {
        throw TensorError.runtime(
          "torch.\(name) attempted to split along dimension \(axis), but the size of the dimension \(x.shape[axis]) is not divisible by "
            + "the split_size \(sections)!")
      }
      return try split(call, axis)
    }
  }

  private static func atLeast(_ count: Int) -> Op {
    Op(
      "atleast_\(count)d(*tensors: any)", .function, "Tensors with \(count) dimensions or more.",
      example: "torch.atleast_\(count)d(torch.tensor(1.))"
    ) { call in
      let given = call[0].items ?? []
      if given.count == 1, case .tensor(let x) = given[0] { return .tensor(try x.atLeast(count)) }
      return .tuple(try call.tensors(0).map { .tensor(try $0.atLeast(count)) })
    }
  }

  private static func trapezoid(_ name: String, cumulative: Bool = false) -> Op {
    Op(
      "\(name)(y: Tensor, x: Tensor, *, dim: int = -1)", .function, "The area under y by trapezia.",
      example: "torch.\(name)(torch.tensor([1., 2., 4.]))"
    ) { call in
      .tensor(try call.tensor(0).trapezoid(call.tensor(1), spacing: 1, call.int(2), cumulative: cumulative))
    }.or("\(name)(y: Tensor, *, dx: Number = 1, dim: int = -1)") { call in
      .tensor(try call.tensor(0).trapezoid(nil, spacing: call.scalar(1), call.int(2), cumulative: cumulative))
    }
  }

  /// Cutting, joining with more dimensions, diagonals, areas.
  static let splitting: [Op] = [
    Op(
      "tensor_split(input: Tensor, indices_or_sections: any, dim: int = 0)", .both, "Cuts a tensor at places or into parts.",
      example: "torch.tensor_split(torch.arange(5), 2)"
    ) { call in try split(call, call.int(2)) }
    .or("tensor_split(input: Tensor, indices: any, dim: int = 0)") { call in try split(call, call.int(2)) }
    .or("tensor_split(input: Tensor, sections: int, dim: int = 0)") { call in try split(call, call.int(2)) },
    split("hsplit", least: 1, { $0.dim == 1 ? 0 : 1 }, "side by side"),
    split("vsplit", least: 2, { _ in 0 }, "one above the other"),
    split("dsplit", least: 3, { _ in 2 }, "one behind the other"),
    atLeast(1), atLeast(2), atLeast(3),
    Op(
      "column_stack(tensors: any)", .function, "Vectors and matrices side by side.",
      example: "torch.column_stack([torch.ones(2), torch.zeros(2)])"
    ) { call in
      .tensor(try Tensor.cat(try call.tensors(0).map { $0.dim <= 1 ? try $0.reshape([$0.elementCount, 1]) : $0 }, 1))
    },
    Op(
      "dstack(tensors: any)", .function, "Tensors one behind the other.",
      example: "torch.dstack([torch.ones(2), torch.zeros(2)])"
    ) { call in .tensor(try Tensor.cat(try call.tensors(0).map { try $0.atLeast(3) }, 2)) },
    Op(
      "block_diag(*tensors: any)", .function, "Matrices along a diagonal.",
      example: "torch.block_diag(torch.ones(1, 2), torch.ones(2, 1))"
    ) { call in .tensor(try Tensor.blockDiagonal(call.tensors(0))) },
    Op(
      "diag_embed(input: Tensor, offset: int = 0, dim1: int = -2, dim2: int = -1)", .both, "Matrices with given diagonals.",
      example: "torch.diag_embed(torch.ones(2, 3))"
    ) { call in .tensor(try call.tensor(0).diagonalEmbedding(call.int(1), call.int(2), call.int(3))) },
    Op(
      "diagflat(input: Tensor, offset: int = 0)", .both, "A matrix whose diagonal holds all elements.",
      example: "torch.diagflat(torch.ones(2, 2))"
    ) { call in
      let x = try call.tensor(0)
      return .tensor(try x.reshape([x.elementCount]).diagonalEmbedding(call.int(1)))
    },
    Op(
      "take_along_dim(input: Tensor, indices: Tensor, dim: int? = None)", .both, "Elements at places along a dimension.",
      example: "torch.take_along_dim(torch.ones(2, 2), torch.tensor([[0], [1]]), 1)"
    ) { call in .tensor(try call.tensor(0).takeAlong(call.tensor(1), call.optionalInt(2))) },
    trapezoid("trapezoid"), trapezoid("trapz"), trapezoid("cumulative_trapezoid", cumulative: true),
    Op(
      "tensordot(a: Tensor, b: Tensor, dims: any = 2)", .function, "Products summed over pairs of dimensions.",
      example: "torch.tensordot(torch.ones(2, 3), torch.ones(3, 2), 1)"
    ) { call in
      let (a, b) = (try call.tensor(0), try call.tensor(1))
      if let count = OpValue.asInt(call[2]) {
        guard count >= 0 else { throw TensorError.runtime("tensordot expects dims >= 0, but got dims=\(count)") }
        guard count <= Swift.min(a.dim, b.dim) else {
          throw TensorError.runtime("tensordot expects dims < ndim_a or ndim_b, but got dims=\(count)")
        }
        return .tensor(try a.tensordot(b, Array(a.dim - count..<a.dim), Array(0..<count)))
      }
      guard let pair = call[2].items, pair.count == 2 else { throw call.wrong(2, "int or pair of lists") }
      func list(_ value: OpValue) -> [Int] {
        OpValue.asInt(value).map { [$0] } ?? (value.items ?? []).compactMap { OpValue.asInt($0) }
      }
      return .tensor(try a.tensordot(b, list(pair[0]), list(pair[1])))
    },
    Op(
      "isin(elements: Tensor, test_elements: Operand, *, assume_unique: bool = False, invert: bool = False)", .function,
      "Which elements are among others.", example: "torch.isin(torch.arange(4), torch.tensor([1, 3]))"
    ) { call in
      let x = try call.tensor(0)
      let others: Tensor
      switch try call.operand(1) {
      case .tensor(let given): others = given
      case .scalar(let one): others = try Tensor.scalar(one, dtype: x.dtype)
      }
      let found = Set(try others.to(.float64).values(Double.self))
      let inverts = try call.bool(3)
      return .tensor(Tensor(try x.to(.float64).values(Double.self).map { found.contains($0) != inverts }, shape: x.shape))
    },
  ]
}

extension Tensor {
  /// Products summed over these dimensions of both, taken in pairs; the others of both follow one another.
  package func tensordot(_ other: Tensor, _ own: [Int], _ others: [Int]) throws(TensorError) -> Tensor {
    guard own.count == others.count else {
      throw .runtime("both dimension lists should have same length")
    }
    var (first, second): ([Int], [Int]) = ([], [])
    for (a, b) in zip(own, others) {
      first.append(try normalised(a))
      second.append(try other.normalised(b))
      guard shape[first[first.count - 1]] == other.shape[second[second.count - 1]] else {
        throw .runtime(
          "contracted dimensions need to match, but first has size \(shape[first[first.count - 1]]) in dim \(a) and second has size "
            + "\(other.shape[second[second.count - 1]]) in dim \(b)")
      }
    }
    let (left, right) = ((0..<dim).filter { !first.contains($0) }, (0..<other.dim).filter { !second.contains($0) })
    let common = first.reduce(1) { $0 * shape[$1] }
    let sizes = left.map { shape[$0] } + right.map { other.shape[$0] }
    let a = try permute(left + first).reshape([left.reduce(1) { $0 * shape[$1] }, common])
    let b = try other.permute(second + right).reshape([common, right.reduce(1) { $0 * other.shape[$1] }])
    return try a.mm(b).reshape(Shape(sizes))
  }
}
