import Glibc

extension Tensor {
  /// For each element the place in sorted boundaries where it belongs.
  package func bucketize(_ boundaries: Tensor, right: Bool = false) throws(TensorError) -> Tensor {
    guard boundaries.shape.count == 1 else {
      throw .runtime("boundaries tensor must be 1 dimension, but got dim(\(boundaries.shape.count))")
    }
    let edges = try boundaries.values(Double.self)
    let places = try values(Double.self).map { x -> Int in
      var (low, high) = (0, edges.count)
      while low < high {
        let middle = (low + high) / 2
        if right ? edges[middle] <= x : edges[middle] < x { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return Tensor(places, shape: shape)
  }

  /// How many elements fall into each of `bins` equal ranges; the range of the data where min and max are equal.
  package func histc(_ bins: Int, _ low: Double, _ high: Double) throws(TensorError) -> Tensor {
    guard bins > 0 else { throw .runtime("torch.histogram(): bins must be > 0, but got \(bins)") }
    guard dtype.isFloatingPoint else { throw .notImplemented("histogram_cpu", for: dtype) }
    guard bins < 1 << 32 else { throw .notEnoughMemory(bins) }
    let all = try values(Double.self)
    var (a, b) = (low, high)
    if a == b, let first = all.min(), let last = all.max() { (a, b) = (first, last) }
    if a == b { (a, b) = (a - 1, b + 1) }
    guard a < b, (b - a).isFinite else { throw .runtime("max must be larger than min") }
    var counts = [Double](repeating: 0, count: bins)
    for x in all where x >= a && x <= b { counts[Swift.min(Int((x - a) / (b - a) * Double(bins)), bins - 1)] += 1 }
    return try Tensor(counts).to(dtype)
  }

  /// Not-a-number and infinities replaced by numbers.
  package func nanToNum(_ nan: Double = 0, _ positive: Double? = nil, _ negative: Double? = nil) throws(TensorError) -> Tensor {
    guard dtype.isFloatingPoint else { return try clone() }
    let limit = dtype == .float32 ? Double(Float.greatestFiniteMagnitude) : Double.greatestFiniteMagnitude
    let (up, down) = (positive ?? limit, negative ?? -limit)
    let out = try emptyLike()
    if dtype == .float32 {
      mapElements(out, self) { (x: Float) -> Float in
        x.isNaN ? Float(nan) : x == .infinity ? Float(up) : x == -.infinity ? Float(down) : x
      }
    } else {
      mapElements(out, self) { (x: Double) -> Double in x.isNaN ? nan : x == .infinity ? up : x == -.infinity ? down : x }
    }
    let x = SavedTensor(self)
    return out.record("NanToNumBackward0", self) { call in [try call.grad.mul(x.value().isfinite().to(call.grad.dtype))] }
  }

  /// The differences of neighbours along a dimension.
  package func diff(_ n: Int = 1, _ dim: Int = -1) throws(TensorError) -> Tensor {
    guard shape.count > 0 else { throw .runtime("diff expects input to be at least one-dimensional") }
    guard n >= 0 else { throw .runtime("order must be non-negative but got \(n)") }
    let d = try normalised(dim)
    var result = self
    for _ in 0..<n {
      let size = result.shape[d]
      if size == 0 { return result }
      let (later, earlier) = (try result.slice(d, start: 1, count: size - 1), try result.slice(d, start: 0, count: size - 1))
      result = try dtype == .bool ? later.logicalXor(earlier) : later.sub(earlier)
    }
    return result
  }

  /// The cross product of vectors of three along a dimension.
  package func cross(_ other: Tensor, _ dim: Int? = nil) throws(TensorError) -> Tensor {
    let common = try Shape.broadcast(shape, other.shape)
    let (a, b) = (try expand(common), try other.expand(common))
    guard let found = dim ?? common.firstIndex(of: 3) else { throw .runtime("no dimension of size 3 in input") }
    let d = try a.normalised(found)
    guard common.count > 0, common[d] == 3 else {
      throw .runtime(
        "linalg.cross: inputs dimension \(d) must have length 3. Got \(common.count > 0 ? common[d] : 0) and \(common.count > 0 ? common[d] : 0)"
      )
    }
    let order = Tensor([1, 2, 0])
    let turned = try a.mul(b.indexSelect(d, order)).sub(a.indexSelect(d, order).mul(b))
    return try turned.indexSelect(d, order)
  }
}

extension Op {
  static let searching: [Op] = [
    Op(
      "bucketize(input: Tensor, boundaries: Tensor, *, out_int32: bool = False, right: bool = False)", .function,
      "The places of elements among sorted boundaries.",
      example: "torch.bucketize(torch.tensor([0.5, 2.]), torch.tensor([0., 1., 2.]))"
    ) { call in .tensor(try call.tensor(0).bucketize(call.tensor(1), right: call.bool(3))) },
    Op(
      "searchsorted(sorted_sequence: Tensor, input: Operand, *, out_int32: bool = False, right: bool = False)", .function,
      "The places of elements in a sorted vector.",
      example: "torch.searchsorted(torch.tensor([0., 1., 2.]), torch.tensor([0.5]))"
    ) { call in
      switch try call.operand(1) {
      case .tensor(let x): .tensor(try x.bucketize(call.tensor(0), right: call.bool(3)))
      case .scalar(let x): .tensor(try Tensor.scalar(x, dtype: .float64).bucketize(call.tensor(0), right: call.bool(3)))
      }
    },
    Op(
      "histc(input: Tensor, bins: int = 100, min: Number = 0, max: Number = 0)", .both, "A histogram.",
      example: "torch.histc(torch.tensor([1., 2., 1.]), 4, 0, 3)"
    ) { call in .tensor(try call.tensor(0).histc(call.int(1), call.double(2), call.double(3))) },
    Op(
      "nan_to_num(input: Tensor, nan: float? = None, posinf: float? = None, neginf: float? = None)", .both,
      "Numbers in place of nan and infinities.", example: "torch.nan_to_num(torch.tensor([1., 2.]))", inPlace: true
    ) { call in
      .tensor(try call.tensor(0).nanToNum(call.optionalDouble(1) ?? 0, call.optionalDouble(2), call.optionalDouble(3)))
    },
    Op(
      "heaviside(input: Tensor, values: Tensor)", .both, "0, a value, or 1 by sign.",
      example: "torch.heaviside(torch.tensor([-1., 0.]), torch.tensor(0.5))"
    ) { call in
      let x = try call.tensor(0)
      return .tensor(try Tensor.select(x.eq(0), call.tensor(1).to(x.dtype), x.gt(0).to(x.dtype)))
    },
    Op(
      "diff(input: Tensor, n: int = 1, dim: int = -1)", .both, "The differences of neighbours.",
      example: "torch.diff(torch.tensor([1., 3., 2.]))"
    ) { call in
      .tensor(try call.tensor(0).diff(call.int(1), call.int(2)))
    },
    Op("trace(input: Tensor)", .both, "The sum of a matrix's diagonal.", example: "torch.trace(torch.eye(2))") { call in
      let x = try call.tensor(0)
      guard x.shape.count == 2 else { throw TensorError.runtime("trace: expected a matrix") }
      return .tensor(try x.diagonal().sum().named("TraceBackward0", after: x))
    },
    Op(
      "cross(input: Tensor, other: Tensor, dim: int? = None)", .both, "The cross product.",
      example: "torch.cross(torch.tensor([1., 0., 0.]), torch.tensor([0., 1., 0.]))"
    ) { call in
      .tensor(
        try call.tensor(0).cross(call.tensor(1), call.optionalInt(2)).named(
          "LinalgCrossBackward0", after: call.tensor(0), call.tensor(1)))
    },
    Op(
      "combinations(input: Tensor, r: int = 2, with_replacement: bool = False)", .function,
      "Combinations of a vector's elements.", example: "torch.combinations(torch.arange(3))"
    ) { call in
      let x = try call.tensor(0)
      let (n, r) = (x.elementCount, try call.int(1))
      let repeated = try call.bool(2)
      guard x.shape.count == 1 else { throw TensorError.runtime("Expect a 1D vector, but got shape \(x.shape)") }
      guard r >= 0, r <= 16 else { throw TensorError.runtime("Expect a non-negative number, but got \(r)") }
      var rows: [[Int]] = [[]]
      for _ in 0..<r {
        rows = rows.flatMap { row in ((row.last.map { repeated ? $0 : $0 + 1 } ?? 0)..<n).map { row + [$0] } }
        guard rows.count < 1 << 24 else { throw TensorError.notEnoughMemory(rows.count * 8) }
      }
      return .tensor(try x.indexSelect(0, Tensor(rows.flatMap { $0 })).view([rows.count, r]))
    },
    Op(
      "cartesian_prod(*tensors: Tensors)", .function, "All combinations of several vectors' elements.",
      example: "torch.cartesian_prod(torch.arange(2), torch.arange(2))"
    ) { call in
      let list = try call.tensors(0)
      if list.count == 1 { return .tensor(list[0]) }
      let shape = Shape(list.map(\.elementCount))
      let columns = try list.enumerated().map { i, x -> Tensor in
        var sizes = Shape(repeating: 1, count: list.count)
        sizes[i] = x.elementCount
        return try x.reshape(sizes).expand(shape).reshape([-1])
      }
      return .tensor(try Tensor.stack(columns, 1))
    },
    Op(
      "vander(x: Tensor, N: int? = None, increasing: bool = False)", .function, "A Vandermonde matrix.",
      example: "torch.vander(torch.tensor([1., 2.]))"
    ) { call in
      let x = try call.tensor(0)
      let n = try call.optionalInt(1) ?? x.elementCount
      guard x.shape.count == 1, n >= 0, n < 1 << 24 else { throw TensorError.runtime("x must be a one-dimensional tensor.") }
      let powers = try (0..<n).map { try x.pow(.int(call.bool(2) ? $0 : n - 1 - $0)) }
      return .tensor(powers.isEmpty ? try Tensor.zeros([x.elementCount, 0], dtype: x.dtype) : try Tensor.stack(powers, 1))
    },
    Op("resize_(input: Tensor, *sizes: ints)", .method, "Changes the sizes in place.", example: "") { call in
      let x = try call.tensor(0)
      let sizes = try call.shape(1)
      let fresh = try Tensor.zeros(sizes, dtype: x.dtype)
      let n = Swift.min(x.elementCount, fresh.elementCount)
      let flat = try GradMode.off { try x.contiguous().view([x.elementCount]).narrow(0, 0, n) }
      fresh.alias(shape: [n], strides: [1], elementOffset: 0).copyElements(from: flat)
      x.become(fresh)
      return call[0]
    },
  ]
}
