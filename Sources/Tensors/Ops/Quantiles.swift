// Order statistics between elements, and sums and products of deviations.

extension Tensor {
  /// How a quantile between two elements is taken.
  package enum Interpolation: String { case linear, lower, higher, midpoint, nearest }

  /// The values below which the shares `q` of the elements lie. **Shape**: the dimension goes; if `q` is a vector its length comes first.
  package func quantile(
    _ q: Tensor, _ dim: Int? = nil, keepdim: Bool = false, interpolation: Interpolation = .linear
  ) throws(TensorError) -> Tensor {
    guard dtype == .float32 || dtype == .float64 else {
      throw .runtime("quantile() input tensor must be either float or double dtype")
    }
    guard q.dim <= 1 else { throw .runtime("quantile() q must be a scalar or 1D tensor") }
    guard q.dtype == dtype else { throw .runtime("quantile() q tensor must be same dtype as the input tensor") }
    let shares = try q.detach().values(Double.self)
    guard shares.allSatisfy({ $0 >= 0 && $0 <= 1 }) else { throw .runtime("quantile() q values must be in the range [0, 1]") }
    guard elementCount > 0 else { throw .runtime("quantile() input tensor must be non-empty") }
    var axis = 0
    if let dim { axis = try normalised(dim) }
    let rows = try dim == nil ? reshape([elementCount]) : self.dim == 0 ? reshape([1]) : movedim([axis], [-1])
    let last = rows.dim - 1
    let sorted = try rows.sort(-1).values
    let ranks = try q.detach().mul(.double(Double(rows.shape[last] - 1))).values(Double.self)
    var low: [Int] = []
    var high: [Int] = []
    var weights: [Double] = []
    for rank in ranks {
      switch interpolation {
      case .linear: (low.append(Int(rank)), high.append(Int(rank.rounded(.up))), weights.append(rank - rank.rounded(.down)))
      case .lower: (low.append(Int(rank)), high.append(Int(rank)), weights.append(0))
      case .higher: (low.append(Int(rank.rounded(.up))), high.append(Int(rank.rounded(.up))), weights.append(0))
      case .midpoint:
        (low.append(Int(rank)), high.append(Int(rank.rounded(.up))), weights.append(rank == rank.rounded() ? 0 : 0.5))
      case .nearest:
        let place = Int(rank.rounded(.toNearestOrEven))
        (low.append(place), high.append(place), weights.append(0))
      }
    }
    let (below, above) = (try sorted.indexSelect(last, Tensor(low)), try sorted.indexSelect(last, Tensor(high)))
    // Linear shares follow q, so that gradients flow into it.
    let share =
      try interpolation == .linear
      ? q.reshape([ranks.count]).mul(.double(Double(rows.shape[last] - 1))).sub(Tensor(low).to(dtype))
      : Tensor(weights).to(dtype)
    // From the nearer end, so that the ends themselves are exact.
    let apart = try above.sub(below)
    var found = try Tensor.select(share.lt(0.5), below.add(apart.mul(share)), above.sub(apart.mul(share.subtracted(from: 1))))
    let isMissing = try rows.isnan().any([-1], keepdim: true)
    found = try Tensor.select(isMissing, Tensor.full([], .double(.nan), dtype: dtype), found)
    found = try found.movedim([-1], [0])
    if keepdim {
      found =
        try dim == nil
        ? found.reshape(Shape([ranks.count] + [Int](repeating: 1, count: self.dim)))
        : self.dim == 0 ? found : found.unsqueeze(axis + 1)
    }
    return q.dim == 0 ? try found.squeeze([0]) : found
  }

  /// The sum of what is a number.
  package func nansum(_ dims: [Int]? = nil, keepdim: Bool = false, dtype type: DType? = nil) throws(TensorError) -> Tensor {
    guard dtype.isFloatingPoint else { return try sum(dims, keepdim: keepdim, dtype: type) }
    return try maskedFill(isnan(), .double(0)).sum(dims, keepdim: keepdim, dtype: type).named("NansumBackward0", after: self)
  }

  /// The mean of what is a number.
  package func nanmean(_ dims: [Int]? = nil, keepdim: Bool = false, dtype type: DType? = nil) throws(TensorError) -> Tensor {
    guard dtype.isFloatingPoint else {
      throw .runtime("nanmean(): expected input to have floating point or complex dtype but got \(dtype.scalarName)")
    }
    let count = try isnan().logicalNot().sum(dims, keepdim: keepdim)
    return try nansum(dims, keepdim: keepdim, dtype: type).div(count)
  }

  /// How variables, a row each, vary together.
  ///
  /// **Shape** `[V, N]` → `[V, V]`; `[N]` → `[]`.
  package func covariance(
    correction: Int = 1, frequencies: Tensor? = nil, importances: Tensor? = nil
  ) throws(TensorError) -> Tensor {
    guard dim <= 2 else {
      throw .runtime("cov(): expected input to have two or fewer dimensions but got an input with \(dim) dimensions")
    }
    guard dtype != .bool else { throw .runtime("cov(): bool dtype is not supported for input") }
    var rows = try to(dtype.floating)
    if dim < 2 { rows = try rows.reshape([1, elementCount]) }
    let count = rows.shape[1]
    for (name, weights) in [("fweights", frequencies), ("aweights", importances)] {
      guard let weights else { continue }
      guard weights.dim <= 1 else {
        throw .runtime("cov(): expected \(name) to have one or fewer dimensions but got \(name) with \(weights.dim) dimensions")
      }
      guard weights.elementCount == count else {
        throw .runtime(
          "cov(): expected \(name) to have the same numel as there are observations in the input but got \(weights.elementCount) != "
            + "\(count)")
      }
      if name == "fweights", weights.dtype.isFloatingPoint {
        throw .runtime(
          "cov(): expected fweights to have integral dtype but got fweights with \(weights.dtype.scalarName) dtype")
      }
    }
    var weights = frequencies ?? importances
    if let frequencies, let importances { weights = try frequencies.mul(importances) }
    let (total, mean): (Tensor, Tensor)
    if let weights {
      total = try weights.sum()
      mean = try rows.mul(weights).sum([1], keepdim: true).div(total)
    } else {
      total = try Tensor.scalar(.int(count), dtype: .int64)
      mean = try rows.mean([1], keepdim: true)
    }
    var divisor = try total.to(rows.dtype)
    if correction != 0 {
      if let weights, let importances {
        divisor = try divisor.sub(weights.mul(importances).sum().div(total).mul(.int(correction)))
      } else {
        divisor = try divisor.sub(.int(correction))
      }
    }
    if try divisor.item().doubleValue <= 0 {
      TensorWarning.emit(
        "cov(): degrees of freedom is <= 0. Correction should be strictly less than the number of observations.")
      divisor = try divisor.zerosLike()
    }
    let off = try rows.sub(mean)
    var weighted = off
    if let weights { weighted = try off.mul(weights.to(off.dtype)) }
    let result = try weighted.mm(off.transpose(0, 1)).div(divisor)
    return dim < 2 ? try result.reshape([]) : result
  }

  /// Covariances of variables brought to deviation 1.
  package func correlation() throws(TensorError) -> Tensor {
    guard dim <= 2 else {
      throw .runtime("corrcoef(): expected input to have two or fewer dimensions but got an input with \(dim) dimensions")
    }
    let together = try covariance()
    if together.dim == 0 { return try together.div(together) }
    let deviation = try together.diagonal().sqrt()
    return try together.div(deviation.unsqueeze(1)).div(deviation.unsqueeze(0)).clamp(min: -1, max: 1)
  }
}

extension Op {
  /// Quantiles, covariances, and sums that leave out what is no number.
  static let quantiles: [Op] = [
    Op(
      "quantile(input: Tensor, q: Operand, dim: int? = None, keepdim: bool = False, *, interpolation: str = 'linear')", .both,
      "The values below which given shares of the elements lie.", example: "torch.quantile(torch.tensor([0., 1., 3.]), 0.5)"
    ) { call in
      let (x, text) = (try call.tensor(0), try call.string(4))
      guard let way = Tensor.Interpolation(rawValue: text) else {
        throw TensorError.runtime(
          "quantile() interpolation must be one of linear, lower, higher, midpoint or nearest, but got \(text)")
      }
      let q: Tensor
      switch try call.operand(1) {
      case .tensor(let given): q = given
      case .scalar(let share): q = try Tensor.scalar(share, dtype: x.dtype.floating)
      }
      return .tensor(try x.quantile(q, call.optionalInt(2), keepdim: call.bool(3), interpolation: way))
    },
    Op(
      "nansum(input: Tensor, dim: ints? = None, keepdim: bool = False, *, dtype: dtype? = None)", .both,
      "The sum of what is a number.", example: "torch.nansum(torch.tensor([1., float('nan')]))"
    ) { call in
      .tensor(try call.tensor(0).nansum(call.optionalInts(1), keepdim: call.bool(2), dtype: call.dtype(3)))
    },
    Op(
      "nanmean(input: Tensor, dim: ints? = None, keepdim: bool = False, *, dtype: dtype? = None)", .both,
      "The mean of what is a number.", example: "torch.nanmean(torch.tensor([1., float('nan')]))"
    ) { call in
      .tensor(try call.tensor(0).nanmean(call.optionalInts(1), keepdim: call.bool(2), dtype: call.dtype(3)))
    },
    Op(
      "cov(input: Tensor, *, correction: int = 1, fweights: Tensor? = None, aweights: Tensor? = None)", .both,
      "How variables, a row each, vary together.", example: "torch.cov(torch.tensor([[0., 2., 1.], [2., 0., 2.]]))"
    ) { call in
      .tensor(
        try call.tensor(0).covariance(
          correction: call.int(1), frequencies: call.optionalTensor(2), importances: call.optionalTensor(3)))
    },
    Op(
      "corrcoef(input: Tensor)", .both, "Correlations of variables, a row each.",
      example: "torch.corrcoef(torch.tensor([[0., 2., 1.], [2., 0., 2.]]))"
    ) { call in .tensor(try call.tensor(0).correlation()) },
  ]
}
