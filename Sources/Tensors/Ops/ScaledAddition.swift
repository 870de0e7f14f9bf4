import CKernels

extension Tensor {
  /// self + alpha · other with one rounding for floats: what `add` and `sub` do with a factor, and optimisers per element.
  func addScaled(_ other: Tensor, _ alpha: Scalar, name: String = "AddBackward0") throws(TensorError) -> Tensor {
    let type = TypePromotion.of(self, other)
    if case .double = alpha, !type.isFloatingPoint {
      throw .runtime("For integral input tensors, argument alpha must not be a floating point number.")
    }
    if type != type.wide { return try converted(type.wide).addScaled(other.converted(type.wide), alpha).converted(type) }
    let out = try Tensor(uninitialised: Shape.broadcast(shape, other.shape), dtype: type)
    var work = ScaledAddWork(out: out, a: try converted(type), b: try other.converted(type), alpha: alpha)
    try type.dispatchWide(&work)
    let (sa, sb, ta, tb) = (shape, other.shape, dtype, other.dtype)
    return out.record(name, self, other) { call in
      [
        call.needs(0) ? try call.grad.reduced(to: sa, ta) : nil,
        call.needs(1) ? try call.grad.mul(alpha).reduced(to: sb, tb) : nil,
      ]
    }
  }
}

extension Tensor {
  /// Whether a loop can read this operand side by side with a row-major result: nothing is broadcast.
  func fills(_ out: Tensor) -> Bool { isContiguous && shape == out.shape }
}

private struct ScaledAddWork: ElementWork {
  let out: Tensor
  let a: Tensor
  let b: Tensor
  let alpha: Scalar
  mutating func run<T: Element>(_ type: T.Type) {
    let factor = T(scalar: alpha)
    if T.self == Float.self, a.fills(out), b.fills(out) {
      lk_add_scaled_f32(
        a.pointer(Float.self), 1, b.pointer(Float.self), 1, Float(scalar: alpha), out.pointer(Float.self),
        Int64(out.elementCount))
    } else if T.self == Float.self {
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

extension Tensor {
  /// self + value · a · b: fma(value · a, b, self).
  package func addcmul(_ a: Tensor, _ b: Tensor, value: Scalar = 1) throws(TensorError) -> Tensor {
    var promotion = TypePromotion()
    for operand in [self, a, b] { promotion.add(operand) }
    let type = promotion.dtype
    let shape = try Shape.broadcast(self.shape, Shape.broadcast(a.shape, b.shape))
    let out = try Tensor(uninitialised: shape, dtype: type)
    let (x, y, z) = (try converted(type), try a.converted(type), try b.converted(type))
    switch type {
    case .float32 where x.fills(out) && y.fills(out) && z.fills(out):
      lk_addcmul_f32(
        x.pointer(Float.self), 1, y.pointer(Float.self), 1, z.pointer(Float.self), 1, Float(scalar: value),
        out.pointer(Float.self), Int64(out.elementCount))
    case .float32:
      let v = Float(scalar: value)
      zipElements(out, x, y, z) { (x: Float, y: Float, z: Float) -> Float in x.addingProduct(v * y, z) }
    case .float64:
      let v = value.doubleValue
      zipElements(out, x, y, z) { (x: Double, y: Double, z: Double) -> Double in x.addingProduct(v * y, z) }
    default: return try GradMode.off { try x.add(y.mul(z).mul(value)) }
    }
    let (s0, s1, s2) = (self.shape, a.shape, b.shape)
    let (t0, t1, t2) = (dtype, a.dtype, b.dtype)
    let (sa, sb) = (SavedTensor(a), SavedTensor(b))
    return out.record("AddcmulBackward0", [self, a, b]) { call in
      [
        call.needs(0) ? try call.grad.reduced(to: s0, t0) : nil,
        call.needs(1) ? try call.grad.mul(sb.value().mul(value)).reduced(to: s1, t1) : nil,
        call.needs(2) ? try call.grad.mul(sa.value().mul(value)).reduced(to: s2, t2) : nil,
      ]
    }
  }

  /// self + value · a / b: self + (value · a) / b.
  package func addcdiv(_ a: Tensor, _ b: Tensor, value: Scalar = 1) throws(TensorError) -> Tensor {
    guard a.dtype.isFloatingPoint || b.dtype.isFloatingPoint else {
      throw .runtime(
        "Integer division with addcdiv is no longer supported, and in a future  release addcdiv will perform a true division of "
          + "tensor1 and tensor2. The historic addcdiv behavior can be implemented as (input + value * torch.trunc(tensor1 / "
          + "tensor2)).to(input.dtype) for integer inputs and as (input + value * tensor1 / tensor2) for float inputs. The future "
          + "addcdiv behavior is just the latter implementation: (input + value * tensor1 / tensor2), for all dtypes.")
    }
    let out = try GradMode.off { try add(a.mul(value).div(b)) }
    let (s0, s1, s2) = (shape, a.shape, b.shape)
    let (t0, t1, t2) = (dtype, a.dtype, b.dtype)
    let (sa, sb) = (SavedTensor(a), SavedTensor(b))
    return out.record("AddcdivBackward0", [self, a, b]) { call in
      let (x, y) = (try sa.value(), try sb.value())
      return [
        call.needs(0) ? try call.grad.reduced(to: s0, t0) : nil,
        call.needs(1) ? try call.grad.mul(Tensor.scalar(value, dtype: y.dtype).div(y)).reduced(to: s1, t1) : nil,
        call.needs(2) ? try call.grad.neg().mul(x.div(y.mul(y)).mul(value)).reduced(to: s2, t2) : nil,
      ]
    }
  }

  /// self + weight · (end − self), from whichever end is nearer.
  package func lerp(_ end: Tensor, _ weight: Double) throws(TensorError) -> Tensor {
    guard dtype == end.dtype else {
      throw .runtime("expected dtype \(dtype.cName) for `end` but got dtype \(end.dtype.cName)")
    }
    let out = try Tensor(uninitialised: Shape.broadcast(shape, end.shape), dtype: dtype)
    switch dtype {
    case .float32 where fills(out) && end.fills(out):
      lk_lerp_f32(
        pointer(Float.self), 1, end.pointer(Float.self), 1, Float(weight), out.pointer(Float.self), Int64(out.elementCount))
    case .float32:
      let w = Float(weight)
      if w < 0.5 {
        zipElements(out, self, end) { (x: Float, y: Float) -> Float in x.addingProduct(w, y - x) }
      } else {
        zipElements(out, self, end) { (x: Float, y: Float) -> Float in y.addingProduct(y - x, w - 1) }
      }
    case .float64:
      if weight < 0.5 {
        zipElements(out, self, end) { (x: Double, y: Double) -> Double in x.addingProduct(weight, y - x) }
      } else {
        zipElements(out, self, end) { (x: Double, y: Double) -> Double in y.addingProduct(y - x, weight - 1) }
      }
    default: throw .notImplemented("lerp_kernel_scalar", for: dtype)
    }
    let (sa, sb, type) = (shape, end.shape, dtype)
    return out.record("LerpBackward0", self, end) { call in
      [
        call.needs(0) ? try call.grad.mul(.double(1 - weight)).reduced(to: sa, type) : nil,
        call.needs(1) ? try call.grad.mul(.double(weight)).reduced(to: sb, type) : nil,
      ]
    }
  }
}
