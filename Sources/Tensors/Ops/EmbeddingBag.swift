extension Tensor {
  /// Sums, means or maxima of bags of rows of `weight`.
  ///
  /// **Shape** `[B, N]` → `[B, D]`: a bag a row; `[N]` with the bags' starts in `offsets` → `[bags, D]`. Rows `paddingIndex` count for
  /// nothing; sums weigh rows with `weights`, shaped as the input.
  package func embeddingBag(
    _ weight: Tensor, offsets: Tensor? = nil, mode: String = "mean", weights: Tensor? = nil, includesLastOffset: Bool = false,
    paddingIndex: Int? = nil, scalesByFrequency: Bool = false
  ) throws(TensorError) -> Tensor {
    guard ["sum", "mean", "max"].contains(mode) else { throw .value("mode has to be one of sum, mean or max") }
    guard !dtype.isFloatingPoint, dtype != .bool else {
      throw .runtime(
        "Expected tensor for argument #1 'indices' to have one of the following scalar types: Long, Int; but got "
          + "torch.\(dtype.scalarName)Tensor instead (while checking arguments for embedding_bag)")
    }
    guard weight.dim == 2 else { throw .runtime("'weight' must be 2-D") }
    if let weights {
      guard weights.shape == shape else {
        throw .value(
          "embedding_bag: If per_sample_weights (torch.Size(\(weights.shape))) is not None, then it must have the same shape as the input "
            + "(torch.Size(\(shape)))")
      }
      guard mode == "sum" else {
        throw .notImplemented(
          "embedding_bag: per_sample_weights was not None. per_sample_weights is only supported for mode='sum' (got mode='\(mode)'). "
            + "Please open a feature request on GitHub.")
      }
    }
    if scalesByFrequency, mode == "max" {
      throw .value("max mode does not support scaling the gradient by the frequency")
    }
    var starts: [Int]
    switch dim {
    case 2:
      guard offsets == nil else {
        throw .value(
          "if input is 2D, then offsets has to be None, as input is treated is a mini-batch of fixed length sequences. However, "
            + "found offsets of type <class 'torch.Tensor'>")
      }
      starts = (0..<shape[0]).map { $0 * shape[1] }
    case 1:
      guard let offsets else { throw .value("offsets has to be a 1D Tensor but got None") }
      guard offsets.dim == 1 else { throw .value("offsets has to be a 1D Tensor") }
      starts = try offsets.values(Int.self)
      guard starts.isEmpty || starts[0] == 0 else {
        throw .runtime(
          "offsets[0] has to be 0, i.e., the first sequence in the mini-batch has to start from position 0. However, got \(starts[0])"
        )
      }
    default: throw .value("input has to be 1D or 2D Tensor, but got Tensor of dimension \(dim)")
    }
    let places = try values(Int.self)
    guard zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 }), starts.allSatisfy({ $0 <= places.count }) else {
      throw .runtime("offsets has to be rising and within the input's length \(places.count), but got \(Shape(starts))")
    }
    guard places.allSatisfy({ $0 >= 0 && $0 < weight.shape[0] }) else {
      throw .index("index out of range in self")
    }
    var ends = Array(starts.dropFirst()) + [places.count]
    if includesLastOffset {
      guard !starts.isEmpty else { throw .runtime("include_last_offset: number of offset should be at least 1") }
      ends = Array(starts.dropFirst())
      starts.removeLast()
    }
    // What is padding is left out before anything is looked up.
    var bags: [Int] = []
    var kept: [Int] = []
    var counts: [Int] = []
    for bag in starts.indices {
      let inside = (starts[bag]..<ends[bag]).filter { places[$0] != paddingIndex }
      kept += inside
      bags += repeatElement(bag, count: inside.count)
      counts.append(inside.count)
    }
    var rows = try Tensor(kept.map { places[$0] }).embedding(weight, scalesByFrequency: scalesByFrequency)
    if let weights { rows = try rows.mul(weights.reshape([elementCount]).indexSelect(0, Tensor(kept)).unsqueeze(1)) }
    let width = weight.shape[1]
    var result: Tensor
    if mode == "max" {
      var maxima: [Tensor] = []
      var start = 0
      for count in counts {
        maxima.append(
          try count == 0
            ? Tensor.zeros([width], dtype: weight.dtype) : rows.slice(0, start: start, count: count).max(0).values)
        start += count
      }
      result = maxima.isEmpty ? try Tensor.zeros([0, width], dtype: weight.dtype) : try Tensor.stack(maxima)
    } else {
      result = try Tensor.zeros([counts.count, width], dtype: weight.dtype).indexAdd(0, Tensor(bags), rows)
      if mode == "mean" {
        let divisors = counts.map { Double(Swift.max($0, 1)) }
        result = try result.div(Tensor(divisors, shape: [counts.count, 1]).to(weight.dtype))
      }
    }
    return result.named("EmbeddingBagBackward0", after: weight)
  }
}

extension Op {
  static let embeddingBag = Op(
    "embedding_bag(input: Tensor, weight: Tensor, offsets: Tensor? = None, max_norm: float? = None, norm_type: float = 2, "
      + "scale_grad_by_freq: bool = False, mode: str = 'mean', sparse: bool = False, per_sample_weights: Tensor? = None, "
      + "include_last_offset: bool = False, padding_idx: int? = None)", .functional,
    "Sums, means or maxima of rows of a table.",
    example: "F.embedding_bag(torch.tensor([[1, 0]]), torch.tensor([[1., 2.], [3., 4.]]))"
  ) { (call: borrowing OpCall) throws(TensorError) -> OpValue in
    if try call.bool(7) { throw .notImplemented("embedding_bag: sparse gradients are not supported") }
    let (input, weight) = (try call.tensor(0), try call.tensor(1))
    var padding = try call.optionalInt(10)
    if let index = padding {
      let rows = weight.shape.first ?? 0
      guard index < rows && index >= -rows else { throw .runtime("padding_idx must be within the number of embeddings") }
      padding = index < 0 ? index + rows : index
    }
    if !call.isNone(3) { try weight.limitRows(input, norm: call.double(3), kind: call.double(4)) }
    return .tensor(
      try input.embeddingBag(
        weight, offsets: call.optionalTensor(2), mode: call.string(6), weights: call.optionalTensor(8),
        includesLastOffset: call.bool(9), paddingIndex: padding, scalesByFrequency: call.bool(5)))
  }
}
