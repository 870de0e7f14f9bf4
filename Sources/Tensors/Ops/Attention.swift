extension Tensor {
  /// softmax(q kᵀ · scale + mask) v. **Shape**: `[…, L, E]`, `[…, S, E]`, `[…, S, V]` → `[…, L, V]`.
  ///
  /// A mask of bools allows what is true; a mask of floats is added. The weights are returned too.
  package func attention(
    key: Tensor, value: Tensor, mask: Tensor? = nil, dropout: Double = 0, isCausal: Bool = false, scale: Double? = nil
  ) throws(TensorError) -> (result: Tensor, weights: Tensor) {
    guard dim >= 2, key.dim >= 2, value.dim >= 2 else {
      throw .runtime("scaled_dot_product_attention: query, key and value must have at least 2 dimensions")
    }
    let (length, width) = (shape[dim - 2], shape[dim - 1])
    let factor = scale ?? 1 / Double(Swift.max(width, 1)).squareRoot()
    var scores = try (self * .double(factor)).matmul(key.transpose(-2, -1))
    if isCausal {
      let allowed = try Tensor.ones([length, key.shape[key.dim - 2]], dtype: .bool).tril()
      scores = try scores.maskedFill(allowed.logicalNot(), .double(-.infinity))
    }
    if let mask {
      scores = try mask.dtype == .bool ? scores.maskedFill(mask.logicalNot(), .double(-.infinity)) : scores + mask
    }
    var weights = try scores.softmax(dim: -1)
    if dropout > 0 { weights = try weights.dropout(dropout, training: true) }
    return (try weights.matmul(value), weights)
  }
}

extension Op {
  static let attention = Op(
    "scaled_dot_product_attention(query: Tensor, key: Tensor, value: Tensor, attn_mask: Tensor? = None, dropout_p: float = 0.0, "
      + "is_causal: bool = False, scale: float? = None)", .functional, "Values weighted by how well keys fit queries.",
    example: "F.scaled_dot_product_attention(torch.ones(1, 2, 4), torch.ones(1, 3, 4), torch.ones(1, 3, 4))"
  ) { (call: borrowing OpCall) throws(TensorError) -> OpValue in
    let (mask, isCausal) = (try call.optionalTensor(3), try call.bool(5))
    if mask != nil && isCausal {
      throw .runtime("_scaled_dot_product_attention: Explicit attn_mask should not be set when is_causal=True")
    }
    let result = try call.tensor(0).attention(
      key: call.tensor(1), value: call.tensor(2), mask: mask, dropout: call.double(4), isCausal: isCausal,
      scale: call.optionalDouble(6))
    return .tensor(result.result)
  }
}
