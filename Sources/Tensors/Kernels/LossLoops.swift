import Glibc

/// A loss of one prediction and one target, and its slope.
protocol LossKernel {
  /// The loss; `parameter` is beta, delta or unused.
  static func value<T: FloatElement>(_ x: T, _ y: T, _ parameter: T) -> T
  /// The derivative by x, times the incoming gradient, divided by the count of a mean (else 1), in PyTorch's order.
  static func slope<T: FloatElement>(_ x: T, _ y: T, _ parameter: T, _ grad: T, _ count: T) -> T
  /// The derivative by x, written with recorded operations.
  static func slope(_ x: Tensor, _ y: Tensor, _ parameter: Double) throws(TensorError) -> Tensor
}

enum SquaredError: LossKernel {
  static func value<T: FloatElement>(_ x: T, _ y: T, _: T) -> T {
    let d = x - y
    return d * d
  }
  static func slope<T: FloatElement>(_ x: T, _ y: T, _: T, _ grad: T, _ count: T) -> T { (2 / count) * (x - y) * grad }
  static func slope(_ x: Tensor, _ y: Tensor, _: Double) throws(TensorError) -> Tensor { try x.sub(y).mul(2) }
}

enum SmoothAbsoluteError: LossKernel {
  static func value<T: FloatElement>(_ x: T, _ y: T, _ beta: T) -> T {
    let d = abs(x - y)
    return d < beta ? (T(0.5) * d) * d / beta : d - T(0.5) * beta
  }
  static func slope<T: FloatElement>(_ x: T, _ y: T, _ beta: T, _ grad: T, _ count: T) -> T {
    let (d, share) = (x - y, 1 / count)
    if d <= -beta { return -share * grad }
    if d >= beta { return share * grad }
    return share * d * grad / beta
  }
  static func slope(_ x: Tensor, _ y: Tensor, _ beta: Double) throws(TensorError) -> Tensor {
    try x.sub(y).div(.double(beta)).clamp(min: -1, max: 1)
  }
}

enum HuberError: LossKernel {
  static func value<T: FloatElement>(_ x: T, _ y: T, _ delta: T) -> T {
    let d = abs(x - y)
    return d <= delta ? T(0.5) * d * d : delta * (d - T(0.5) * delta)
  }
  static func slope<T: FloatElement>(_ x: T, _ y: T, _ delta: T, _ grad: T, _ count: T) -> T {
    let (d, share) = (x - y, 1 / count)
    if d <= -delta { return -share * grad * delta }
    if d >= delta { return share * grad * delta }
    return share * d * grad
  }
  static func slope(_ x: Tensor, _ y: Tensor, _ delta: Double) throws(TensorError) -> Tensor {
    try x.sub(y).clamp(min: .double(-delta), max: .double(delta))
  }
}

/// The cross entropy of a probability; logarithms are not let below −100, the divisor not below 1e-12.
enum BinaryCrossEntropy: LossKernel {
  static func value<T: FloatElement>(_ p: T, _ t: T, _: T) -> T {
    let (negative, positive) = (max(T.logOnePlus(-p), -100), max(T.logOf(p), -100))
    return (t - 1) * negative - t * positive
  }
  static func slope<T: FloatElement>(_ p: T, _ t: T, _: T, _ grad: T, _ count: T) -> T {
    grad * (p - t) / max((1 - p) * p, T(1e-12)) / count
  }
  static func slope(_ p: Tensor, _ t: Tensor, _: Double) throws(TensorError) -> Tensor {
    try p.sub(t).div(p.sub(p.mul(p)).clamp(min: 1e-12))
  }

  /// The derivative by the target, which weighs the two logarithms: the one loss that is not symmetrical.
  static func targetSlope(_ p: Tensor, _ t: Tensor, _ scale: Tensor?) throws(TensorError) -> Tensor {
    let slope = try Tensor.scalar(1, dtype: p.dtype).sub(p).log().clamp(min: -100).sub(p.log().clamp(min: -100))
    return try scale.map { scale throws(TensorError) in try slope.mul(scale) } ?? slope
  }
}

extension FloatElement {
  /// The C library's logarithm of the type itself: PyTorch rounds once, in float32.
  static func logOf(_ x: Self) -> Self {
    if let x = x as? Float { return Self(Glibc.logf(x)) }
    return Self(double: Glibc.log(x.double))
  }
  static func logOnePlus(_ x: Self) -> Self {
    if let x = x as? Float { return Self(Glibc.log1pf(x)) }
    return Self(double: Glibc.log1p(x.double))
  }
}

/// The elements of a loss; all tensors are contiguous and of one shape.
struct LossWork<K: LossKernel>: FloatWork {
  let x: Tensor
  let y: Tensor
  let parameter: Double

  mutating func run<T: FloatElement>(_ type: T.Type) throws(TensorError) -> Tensor {
    let out = try Tensor(uninitialised: x.shape, dtype: T.dtype)
    let (a, b, to, p) = (x.pointer(T.self), y.pointer(T.self), out.pointer(T.self), T(double: parameter))
    for i in 0..<x.elementCount { to[i] = K.value(a[i], b[i], p) }
    return out
  }
}

/// The gradient of a loss; `grad` is contiguous and has one element or as many as x.
struct LossGradientWork<K: LossKernel>: FloatWork {
  let x: Tensor
  let y: Tensor
  let grad: Tensor
  let parameter: Double
  let count: Double

  mutating func run<T: FloatElement>(_ type: T.Type) throws(TensorError) -> Tensor {
    let out = try Tensor(uninitialised: x.shape, dtype: T.dtype)
    let (a, b, g, to) = (x.pointer(T.self), y.pointer(T.self), grad.pointer(T.self), out.pointer(T.self))
    let (p, s, step) = (T(double: parameter), T(double: count), grad.elementCount == 1 ? 0 : 1)
    for i in 0..<x.elementCount { to[i] = K.slope(a[i], b[i], p, g[i &* step], s) }
    return out
  }
}
