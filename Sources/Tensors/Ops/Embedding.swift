extension Tensor {
  /// The rows of `weight` at these positions. **Shape**: `[…] → […, D]`. **Gradient** of the row `paddingIndex` is 0; with
  /// `scalesByFrequency` that of a row is divided by the number of times it is looked up.
  package func embedding(
    _ weight: Tensor, paddingIndex: Int? = nil, scalesByFrequency: Bool = false
  ) throws(TensorError) -> Tensor {
    guard dtype == .int64 || dtype == .int32 else {
      let wanted = "to have one of the following scalar types: Long, Int"
      let found = "but got torch.\(dtype.scalarName)Tensor instead (while checking arguments for embedding)"
      throw .runtime("Expected tensor for argument #1 'indices' \(wanted); \(found)")
    }
    guard weight.dim == 2 else { throw .runtime("'weight' must be 2-D") }
    let places = try GradMode.off { () throws(TensorError) in try reshape([elementCount]).contiguous() }
    let (rows, width) = (weight.shape[0], weight.shape[1])
    let sizes = Shape(Array(shape) + [width])
    let out = try GradMode.off { () throws(TensorError) in try weight.indexSelect(0, places).reshape(sizes) }
    return out.record("EmbeddingBackward0", weight) { call in
      var grad = try call.grad.reshape([places.elementCount, width])
      if let paddingIndex {
        let isPadding = try places.eq(.int(paddingIndex)).unsqueeze(1)
        grad = try grad.maskedFill(isPadding, 0)
      }
      if scalesByFrequency {
        let counts = try places.bincount(minlength: rows).indexSelect(0, places)
        // As in PyTorch, derivatives of the gradient know nothing of the scale.
        let scaled = try grad.detach().div(counts.to(grad.dtype).unsqueeze(1))
        grad = try grad.add(scaled.sub(grad.detach()))
      }
      return [try Tensor.spread(grad, 0, places.converted(.int64), in: [rows, width], grad.dtype)]
    }
  }
}

extension Tensor {
  /// Scales each row of the table that `places` names down to this norm, in place and without a gradient.
  func limitRows(_ places: Tensor, norm limit: Double, kind: Double) throws(TensorError) {
    guard dim == 2, !places.dtype.isFloatingPoint else { return }
    let table = detach()
    for row in Set(try places.values(Int.self)).sorted() where row >= 0 && row < shape[0] {
      let vector = try table.select(0, row)
      let norm = try vector.norm(kind).item().doubleValue
      if norm > limit { _ = try vector.mulInPlace(Tensor.scalar(.double(limit / (norm + 1e-7)), dtype: dtype)) }
    }
  }
}

extension Op {
  static let embedding = Op(
    "embedding(input: Tensor, weight: Tensor, padding_idx: int? = None, max_norm: float? = None, norm_type: float = 2.0, "
      + "scale_grad_by_freq: bool = False, sparse: bool = False)", .functional, "The rows of a table at given positions.",
    example: "F.embedding(torch.tensor([1, 0]), torch.tensor([[1., 2.], [3., 4.]]))"
  ) { (call: borrowing OpCall) throws(TensorError) -> OpValue in
    let (input, weight) = (try call.tensor(0), try call.tensor(1))
    var padding = try call.optionalInt(2)
    if let index = padding {
      let rows = weight.shape.first ?? 0
      guard index < rows && index >= -rows else {
        throw TensorError(.assertion, "Padding_idx must be within num_embeddings")
      }
      padding = index < 0 ? index + rows : index
    }
    if try call.bool(6) { throw .notImplemented("embedding: sparse gradients are not supported") }
    if !call.isNone(3) { try weight.limitRows(input, norm: call.double(3), kind: call.double(4)) }
    return .tensor(try input.embedding(weight, paddingIndex: padding, scalesByFrequency: call.bool(5)))
  }
}
