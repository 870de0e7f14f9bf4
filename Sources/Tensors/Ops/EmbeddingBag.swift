extension Tensor {
  /// Sums, means or maxima of bags of rows of `weight`.
  ///
  /// **Shape** `[B, N]` → `[B, D]`: a bag a row; `[N]` with the bags' starts in `offsets` → `[bags, D]`.
  package func embeddingBag(_ weight: Tensor, offsets: Tensor? = nil, mode: String = "mean") throws(TensorError) -> Tensor {
    guard ["sum", "mean", "max"].contains(mode) else { throw .value("mode has to be one of sum, mean or max") }
    guard !dtype.isFloatingPoint, dtype != .bool else {
      throw .runtime(
        "Expected tensor for argument #1 'indices' to have one of the following scalar types: Long, Int; but got "
          + "torch.\(dtype.scalarName)Tensor instead (while checking arguments for embedding_bag)")
    }
    guard weight.dim == 2 else { throw .runtime("'weight' must be 2-D") }
    let starts: [Int]
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
    var bags: [Int] = []
    var counts: [Double] = []
    for (bag, start) in starts.enumerated() {
      let end = bag + 1 < starts.count ? starts[bag + 1] : places.count
      bags.append(contentsOf: repeatElement(bag, count: end - start))
      counts.append(Double(Swift.max(end - start, 1)))
    }
    let rows = try weight.indexSelect(0, Tensor(places))
    var result: Tensor
    if mode == "max" {
      var maxima: [Tensor] = []
      for (bag, start) in starts.enumerated() {
        let end = bag + 1 < starts.count ? starts[bag + 1] : places.count
        if end == start {
          maxima.append(try Tensor.zeros([weight.shape[1]], dtype: weight.dtype))
        } else {
          maxima.append(try rows.slice(0, start: start, count: end - start).max(0).values)
        }
      }
      result = maxima.isEmpty ? try Tensor.zeros([0, weight.shape[1]], dtype: weight.dtype) : try Tensor.stack(maxima)
    } else {
      result = try Tensor.zeros([starts.count, weight.shape[1]], dtype: weight.dtype).indexAdd(0, Tensor(bags), rows)
      if mode == "mean" { result = try result.div(Tensor(counts, shape: [counts.count, 1]).to(weight.dtype)) }
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
    for (slot, name) in [(3, "max_norm"), (8, "per_sample_weights"), (10, "padding_idx")] where !call.isNone(slot) {
      throw .notImplemented("embedding_bag: \(name) is not supported")
    }
    for (slot, name) in [(5, "scale_grad_by_freq"), (7, "sparse"), (9, "include_last_offset")] where try call.bool(slot) {
      throw .notImplemented("embedding_bag: \(name) is not supported")
    }
    return .tensor(try call.tensor(0).embeddingBag(call.tensor(1), offsets: call.optionalTensor(2), mode: call.string(6)))
  }
}
