import Glibc

/// The gamma function's family and inverses, element by element, in double precision.
enum SpecialFunction {
  /// log |Γ(x)|.
  static func logGamma(_ x: Double) -> Double {
    var sign: Int32 = 0
    return lgamma_r(x, &sign)
  }

  /// ψ(x), the derivative of log Γ(x): recurrence up to 10, then the asymptotic series.
  static func digamma(_ x: Double) -> Double {
    if x == 0 { return copysign(.infinity, -x) }
    if x < 0 {
      if x == x.rounded(.towardZero) { return .nan }
      // Reflection; only the part after the point matters to the tangent.
      return digamma(1 - x) - .pi / tan(.pi * (x - x.rounded(.towardZero)))
    }
    var (x, sum) = (x, 0.0)
    while x < 10 {
      sum -= 1 / x
      x += 1
    }
    let z = 1 / (x * x)
    let series =
      z * (1.0 / 12 - z * (1.0 / 120 - z * (1.0 / 252 - z * (1.0 / 240 - z * (1.0 / 132 - z * (691.0 / 32760 - z / 12))))))
    return sum + log(x) - 0.5 / x - series
  }

  /// ψ⁽ⁿ⁾(x) = (−1)ⁿ⁺¹ n! ζ(n + 1, x) for n ≥ 1.
  static func polygamma(_ n: Int, _ x: Double) -> Double {
    if n == 0 { return digamma(x) }
    let size = exp(logGamma(Double(n) + 1)) * zeta(Double(n) + 1, x)
    return n % 2 == 0 ? -size : size
  }

  /// Hurwitz's ζ(s, q) = Σ (q + k)⁻ˢ, by Euler and Maclaurin's formula.
  static func zeta(_ s: Double, _ q: Double) -> Double {
    if s == 1 { return .infinity }
    if s < 1 || s.isNaN || q.isNaN { return .nan }
    if q <= 0 && q == q.rounded() { return .infinity }
    if q <= 0 && s != s.rounded() { return .nan }
    if q < -1e6 { return .nan }
    var (sum, at) = (0.0, q)
    var count = 0
    while count < 10 || at < 10 {
      sum += pow(at, -s)
      at += 1
      count += 1
    }
    sum += pow(at, 1 - s) / (s - 1) + 0.5 * pow(at, -s)
    // B₂ⱼ / (2j)! times the derivatives.
    let ratios = [1.0 / 12, -1.0 / 720, 1.0 / 30240, -1.0 / 1_209_600, 1.0 / 47_900_160, -691.0 / 1_307_674_368_000]
    var factor = s * pow(at, -s - 1)
    for (j, ratio) in ratios.enumerated() {
      sum += ratio * factor
      let next = s + Double(2 * j + 1)
      factor *= next * (next + 1) / (at * at)
    }
    return sum
  }

  /// The x with erf(x) = y: an estimate, then Halley's steps.
  static func inverseError(_ y: Double) -> Double {
    if y.isNaN || abs(y) > 1 { return .nan }
    if abs(y) == 1 { return copysign(.infinity, y) }
    if y == 0 { return y }
    let (a, size) = (0.147, abs(y))
    let logarithm = log1p(-size * size)
    let half = 2 / (.pi * a) + logarithm / 2
    var x = (max(0, (half * half - logarithm / a).squareRoot() - half)).squareRoot()
    for _ in 0..<4 {
      // Near 1 the complement keeps the digits.
      let off = size < 0.5 ? erf(x) - size : (1 - size) - erfc(x)
      let slope = 2 / Double.pi.squareRoot() * exp(-x * x)
      if slope == 0 { break }
      let step = off / slope
      x -= step / (1 + x * step)
    }
    return copysign(x, y)
  }
}

extension PointwiseFunction {
  static let lgamma: PointwiseFunction = .init(
    "lgamma", "The logarithm of the gamma function's magnitude.", .operand, SpecialFunction.logGamma
  ) { g, x, _ in try g * x.apply(.digamma) }
  static let digamma: PointwiseFunction = .init(
    "digamma", "The derivative of lgamma.", .operand, SpecialFunction.digamma
  ) { g, x, _ in try g * x.polygamma(1) }
  static let erfinv: PointwiseFunction = .init(
    "erfinv", "The inverse of the error function.", .result, SpecialFunction.inverseError
  ) { g, _, y in try g * (y * y).exp() * .double(Double.pi.squareRoot() / 2) }

  /// The rows of this file.
  static let special: [PointwiseFunction] = [lgamma, digamma, erfinv]
}

extension Tensor {
  /// The derivative of that order of `digamma`. **Gradient**: the next order.
  package func polygamma(_ order: Int) throws(TensorError) -> Tensor {
    guard order >= 0 else { throw .runtime("polygamma(n, x) does not support negative n.") }
    guard order <= 1000 else { throw .runtime("polygamma: an order of \(order) is too large") }
    let source = try converted(dtype.floating)
    let out = try source.emptyLike()
    if source.dtype == .float32 {
      mapElements(out, source) { (x: Float) -> Float in Float(SpecialFunction.polygamma(order, Double(x))) }
    } else {
      mapElements(out, source) { (x: Double) -> Double in SpecialFunction.polygamma(order, x) }
    }
    let saved = SavedTensor(self)
    return out.record("PolygammaBackward0", self) { call in [try call.grad * saved.value().polygamma(order + 1)] }
  }

  /// x · log y, and 0 where x is 0.
  package static func xlogy(_ x: Tensor, _ y: Tensor) throws(TensorError) -> Tensor {
    let isNothing = try x.eq(0).logicalAnd(y.le(0))
    let safe = try select(isNothing, Tensor.ones([], dtype: y.dtype.floating), y.to(y.dtype.floating))
    return try x.mul(safe.log()).named("XlogyBackward0", after: x, y)
  }

  /// log(eᵃ + eᵇ) without overflow.
  package func logaddexp(_ other: Tensor) throws(TensorError) -> Tensor {
    let largest = try maximum(other)
    let apart = try Tensor.select(eq(other), zerosLike(), sub(other)).abs()
    return try largest.add(apart.neg().exp().log1p()).named("LogaddexpBackward0", after: self, other)
  }
}

extension Op {
  private static func pair(_ call: borrowing OpCall) throws(TensorError) -> (Tensor, Tensor) {
    switch (try call.operand(0), try call.operand(1)) {
    case (.tensor(let x), .tensor(let y)): return (x, y)
    case (.tensor(let x), .scalar(let y)): return (x, try Tensor.scalar(y, dtype: x.dtype.floating))
    case (.scalar(let x), .tensor(let y)): return (try Tensor.scalar(x, dtype: y.dtype.floating), y)
    case (.scalar, .scalar): throw call.wrong(0, "Tensor")
    }
  }

  /// What the gamma function's family and logarithms of sums are computed with.
  static let specialFunctions: [Op] = [
    Op(
      "polygamma(n: int, input: Tensor)", .function, "The n-th derivative of digamma.",
      example: "torch.polygamma(1, torch.tensor([0.25, 0.5]))"
    ) { call in .tensor(try call.tensor(1).polygamma(call.int(0))) },
    Op(
      "xlogy(input: Operand, other: Operand)", .both, "x · log(y), and 0 where x is 0.",
      example: "torch.xlogy(torch.tensor([0., 2.]), torch.tensor([0., 3.]))"
    ) { call in
      let (x, y) = try pair(call)
      return .tensor(try Tensor.xlogy(x, y))
    },
    Op(
      "logaddexp(input: Tensor, other: Tensor)", .both, "log(e^a + e^b) without overflow.",
      example: "torch.logaddexp(torch.tensor([100.]), torch.tensor([101.]))"
    ) { call in .tensor(try call.tensor(0).logaddexp(call.tensor(1))) },
  ]
}
