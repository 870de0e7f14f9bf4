extension Tensor {
  /// x₁ · x₂ / (|x₁| |x₂|) along a dimension, neither norm counted as less than ε.
  package func cosineSimilarity(_ other: Tensor, dim: Int = 1, eps: Double = 1e-8) throws(TensorError) -> Tensor {
    let ownNorm = try (self * self).sum([dim], keepdim: true).sqrt().clamp(min: .double(eps))
    let otherNorm = try (other * other).sum([dim], keepdim: true).sqrt().clamp(min: .double(eps))
    return try ((self / ownNorm) * (other / otherNorm)).sum([dim])
  }

  /// The p-norm of x₁ − x₂ + ε along the last dimension.
  package func pairwiseDistance(
    _ other: Tensor, p: Double = 2, eps: Double = 1e-6, keepdim: Bool = false
  ) throws(TensorError) -> Tensor {
    try (self - other + .double(eps)).norm(p, [-1], keepdim: keepdim).named("NormBackward1", after: self, other)
  }

  /// x₁ᵀ Wₖ x₂ + bₖ for each output k. **Shape**: `[…, I]`, `[…, J]`, `[K, I, J]` → `[…, K]`.
  package func bilinear(_ other: Tensor, _ weight: Tensor, _ bias: Tensor? = nil) throws(TensorError) -> Tensor {
    guard weight.dim == 3, dim > 0, other.dim == dim, shape.last == weight.shape[1], other.shape.last == weight.shape[2] else {
      let sizes = "\(shape), \(other.shape) and \(weight.shape)"
      throw .runtime("bilinear(): the last sizes of the inputs must be those of the weight, but got \(sizes)")
    }
    let (outputs, inner, outer) = (weight.shape[0], weight.shape[1], weight.shape[2])
    let rows = elementCount / Swift.max(inner, 1)
    let left = try reshape([rows, inner])
    let right = try other.reshape([rows, 1, outer])
    // [rows, I] @ [I, K·J] → [rows, K, J], then the product with x₂ summed over J.
    let table = try weight.permute([1, 0, 2]).reshape([inner, outputs * outer])
    var result = try (left.matmul(table).reshape([rows, outputs, outer]) * right).sum([2])
    if let bias { result = try result + bias }
    return try result.reshape(Shape(Array(shape.dropLast()) + [outputs])).named("AddBackward0", after: self, other, weight)
  }
}

extension Op {
  static let similarities: [Op] = [
    Op(
      "cosine_similarity(x1: Tensor, x2: Tensor, dim: int = 1, eps: float = 1e-08)", [.function, .functional],
      "The cosine of the angle between vectors.", example: "F.cosine_similarity(torch.ones(2, 3), torch.ones(2, 3))"
    ) { call in .tensor(try call.tensor(0).cosineSimilarity(call.tensor(1), dim: call.int(2), eps: call.double(3))) },
    Op(
      "pairwise_distance(x1: Tensor, x2: Tensor, p: float = 2.0, eps: float = 1e-06, keepdim: bool = False)",
      [.function, .functional], "The distance between vectors.",
      example: "F.pairwise_distance(torch.ones(2, 3), torch.zeros(2, 3))"
    ) { call in
      .tensor(
        try call.tensor(0).pairwiseDistance(call.tensor(1), p: call.double(2), eps: call.double(3), keepdim: call.bool(4)))
    },
    Op(
      "bilinear(input1: Tensor, input2: Tensor, weight: Tensor, bias: Tensor? = None)", [.function, .functional],
      "A bilinear map of two inputs.", example: "F.bilinear(torch.ones(1, 2), torch.ones(1, 3), torch.ones(4, 2, 3))"
    ) { call in .tensor(try call.tensor(0).bilinear(call.tensor(1), call.tensor(2), call.optionalTensor(3))) },
  ]
}
