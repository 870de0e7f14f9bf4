extension Tensor {
  /// The gradient of a normalisation of this tensor over dimensions, and the normalised numbers, written with recorded operations:
  /// for gradients of gradients.
  ///
  /// With x̂ the normalised numbers, r = 1 / √(variance + eps) and s = grad · weight it is r (s − mean(s) − x̂ mean(s x̂)); without the
  /// mean(s) where nothing is `centred`, and r s where mean and r are `fixed`.
  func normalisationGradient(
    _ grad: Tensor, weight: Tensor?, over dims: [Int], centred: Bool, eps: Double,
    fixed: (mean: Tensor, inverse: Tensor)? = nil
  ) throws(TensorError) -> (input: Tensor, normal: Tensor) {
    let scaled = try weight.map { weight throws(TensorError) in try grad.mul(weight) } ?? grad
    if let fixed { return (try scaled.mul(fixed.inverse), try sub(fixed.mean).mul(fixed.inverse)) }
    let distance = try centred ? sub(mean(dims, keepdim: true)) : self
    let inverse = try distance.mul(distance).mean(dims, keepdim: true).add(.double(eps)).apply(.rsqrt)
    let normal = try distance.mul(inverse)
    var rest = try scaled.sub(normal.mul(scaled.mul(normal).mean(dims, keepdim: true)))
    if centred { rest = try rest.sub(scaled.mean(dims, keepdim: true)) }
    return (try rest.mul(inverse), normal)
  }
}
