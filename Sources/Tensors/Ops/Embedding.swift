extension Tensor {
  /// The rows of `weight` at these positions. **Shape**: `[…] → […, D]`. **Gradient** of the row `paddingIndex` is 0.
  package func embedding(_ weight: Tensor, paddingIndex: Int? = nil) throws(TensorError) -> Tensor {
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
      return [try Tensor.spread(grad, 0, places.converted(.int64), in: [rows, width], grad.dtype)]
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
    if !call.isNone(3) { throw .notImplemented("embedding: max_norm is not supported") }
    if try call.bool(5) { throw .notImplemented("embedding: scale_grad_by_freq is not supported") }
    if try call.bool(6) { throw .notImplemented("embedding: sparse gradients are not supported") }
    return .tensor(try input.embedding(weight, paddingIndex: padding))
  }
}
