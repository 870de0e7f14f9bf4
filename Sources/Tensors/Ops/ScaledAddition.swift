extension Tensor {
  /// self + alpha · other with one rounding for floats: what `add` and `sub` do with a factor, and optimisers per element.
  func addScaled(_ other: Tensor, _ alpha: Scalar, name: String = "AddBackward0") throws(TensorError) -> Tensor {
    let type = TypePromotion.of(self, other)
    if case .double = alpha, !type.isFloatingPoint {
      throw .runtime("For integral input tensors, argument alpha must not be a floating point number.")
    }
    let out = try Tensor(uninitialised: Shape.broadcast(shape, other.shape), dtype: type)
    var work = ScaledAddWork(out: out, a: try converted(type), b: try other.converted(type), alpha: alpha)
    try type.dispatch(&work)
    let (sa, sb, ta, tb) = (shape, other.shape, dtype, other.dtype)
    return out.record(name, self, other) { (call: borrowing BackwardCall) throws(TensorError) -> [Tensor?] in
      [
        call.needs(0) ? try call.grad.reduced(to: sa, ta) : nil,
        call.needs(1) ? try call.grad.mul(alpha).reduced(to: sb, tb) : nil,
      ]
    }
  }
}

private struct ScaledAddWork: ElementWork {
  let out: Tensor
  let a: Tensor
  let b: Tensor
  let alpha: Scalar
  mutating func run<T: Element>(_ type: T.Type) -> Void {
    let factor = T(scalar: alpha)
    if T.self == Float.self {
      let f = Float(scalar: alpha)
      zipElements(out, a, b) { (x: Float, y: Float) -> Float in x.addingProduct(y, f) }
    } else if T.self == Double.self {
      let f = Double(scalar: alpha)
      zipElements(out, a, b) { (x: Double, y: Double) -> Double in x.addingProduct(y, f) }
    } else {
      zipElements(out, a, b) { (x: T, y: T) -> T in x.adding(y.multiplying(factor)) }
    }
  }
}
