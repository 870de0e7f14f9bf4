import CKernels
import Glibc

/// A function of one floating-point element: the row of a table.
///
/// float32 runs the vector loop where there is one, else the double function with one rounding; float64 runs the double function;
/// integers become float32 first unless `keepsIntegers`, where they are left as they are.
package final class PointwiseFunction {
  /// The loop for float32.
  package typealias Loop = @convention(c) (UnsafePointer<Float>?, UnsafeMutablePointer<Float>?, Int64) -> Void
  /// The derivative: from the gradient, the operand and the result.
  package typealias Gradient = (_ grad: Tensor, _ x: Tensor, _ y: Tensor) throws -> Tensor
  /// Which of operand and result the derivative reads.
  package enum Reads { case nothing, operand, result }

  let name: String
  let summary: String
  let node: String
  let example: String
  let homes: Op.Home
  let aliases: [String]
  let loop: Loop?
  let double: (Double) -> Double
  let keepsIntegers: Bool
  let reads: Reads
  let gradient: Gradient

  /// A row.
  init(
    _ name: String, _ summary: String, vector loop: Loop? = nil, node: String? = nil, homes: Op.Home = .both,
    aliases: [String] = [],
    keepsIntegers: Bool = false, example: String = "torch.tensor([0.25, 0.5])", _ reads: Reads,
    _ double: @escaping (Double) -> Double, gradient: @escaping Gradient
  ) {
    self.name = name
    self.summary = summary
    self.node = node ?? name.prefix(1).uppercased() + name.dropFirst() + "Backward0"
    self.example = homes.contains(.function) ? "torch.\(name)(\(example))" : "\(example).\(name)()"
    self.homes = homes
    self.aliases = aliases
    self.loop = loop
    self.double = double
    self.keepsIntegers = keepsIntegers
    self.reads = reads
    self.gradient = gradient
  }

  /// The op that scripts see.
  var op: Op {
    Op("\(name)(input: Tensor)", homes, summary, example: example, aliases: aliases, inPlace: true) { [self] call in
      .tensor(try call.tensor(0).apply(self))
    }
  }
}

extension Tensor {
  /// Applies a function of the table.
  package func apply(_ function: PointwiseFunction) throws(TensorError) -> Tensor {
    if function.keepsIntegers && !dtype.isFloatingPoint {
      if dtype == .bool { throw .notImplemented("\(function.name)_vml_cpu", for: .bool) }
      return try clone()
    }
    let source = try converted(dtype.floating)
    let out = try source.emptyLike()
    if source.dtype == .float32 {
      if let loop = function.loop, source.isContiguous {
        loop(source.pointer(Float.self), out.pointer(Float.self), Int64(source.elementCount))
      } else if let loop = function.loop {
        // The C loops want row-major elements.
        let plain = try Tensor(uninitialised: shape, dtype: .float32)
        plain.copyElements(from: source)
        loop(plain.pointer(Float.self), plain.pointer(Float.self), Int64(plain.elementCount))
        out.copyElements(from: plain)
      } else {
        let f = function.double
        mapElements(out, source) { (x: Float) -> Float in Float(f(Double(x))) }
      }
    } else {
      let f = function.double
      mapElements(out, source) { (x: Double) -> Double in f(x) }
    }
    switch function.reads {
    case .nothing: return out.record(function.node, self) { call in [try function.gradient(call.grad, call.grad, call.grad)] }
    case .operand:
      let saved = SavedTensor(self)
      return out.record(function.node, self) { call in [try function.gradient(call.grad, saved.value(), call.grad)] }
    case .result:
      return out.record(function.node, self, savingResult: true) { call in
        [try function.gradient(call.grad, call.grad, call.result)]
      }
    }
  }
}

extension PointwiseFunction {
  static let exp: PointwiseFunction = .init("exp", "e to the power of each element.", vector: lk_exp_f32, .result, Glibc.exp) {
    g, _, y in
    try g * y
  }
  static let exp2: PointwiseFunction = .init(
    "exp2", "2 to the power of each element.", vector: lk_exp2_f32, .result, Glibc.exp2
  ) { g, _, y in
    try g * y * .double(M_LN2)
  }
  static let expm1: PointwiseFunction = .init("expm1", "eˣ − 1, exact near 0.", vector: lk_expm1_f32, .result, Glibc.expm1) {
    g, _, y in
    try g * (y + 1)
  }
  static let log: PointwiseFunction = .init("log", "The natural logarithm.", vector: lk_log_f32, .operand, Glibc.log) {
    g, x, _ in try g / x
  }
  static let log2: PointwiseFunction = .init("log2", "The logarithm to base 2.", vector: lk_log2_f32, .operand, Glibc.log2) {
    g, x, _ in
    try g / (x * .double(M_LN2))
  }
  static let log10: PointwiseFunction = .init("log10", "The logarithm to base 10.", vector: lk_log10_f32, .operand, Glibc.log10)
  { g, x, _ in
    try g / (x * .double(M_LN10))
  }
  static let log1p: PointwiseFunction = .init(
    "log1p", "log(1 + x), exact near 0.", vector: lk_log1p_f32, node: "Log1PBackward0", .operand, Glibc.log1p
  ) { g, x, _ in
    try g / (x + 1)
  }
  static let sqrt: PointwiseFunction = .init("sqrt", "The square root.", vector: lk_sqrt_f32, .result, Glibc.sqrt) { g, _, y in
    try g / (y * 2)
  }
  static let rsqrt: PointwiseFunction = .init("rsqrt", "1 / √x.", vector: lk_rsqrt_f32, .result, { 1 / Glibc.sqrt($0) }) {
    g, _, y in
    try g * -0.5 * (y * y * y)
  }
  static let sin: PointwiseFunction = .init("sin", "The sine.", vector: lk_sin_f32, .operand, Glibc.sin) { g, x, _ in
    try g * x.cos()
  }
  static let cos: PointwiseFunction = .init("cos", "The cosine.", vector: lk_cos_f32, .operand, Glibc.cos) { g, x, _ in
    try g * (-x.sin())
  }
  static let tan: PointwiseFunction = .init("tan", "The tangent.", .result, Glibc.tan) { g, _, y in try g * (y * y + 1) }
  static let asin: PointwiseFunction = .init("asin", "The arc sine.", aliases: ["arcsin"], .operand, Glibc.asin) { g, x, _ in
    try g * (1 - x * x).apply(.rsqrt)
  }
  static let acos: PointwiseFunction = .init("acos", "The arc cosine.", aliases: ["arccos"], .operand, Glibc.acos) { g, x, _ in
    try g * (-(1 - x * x).apply(.rsqrt))
  }
  static let atan: PointwiseFunction = .init("atan", "The arc tangent.", aliases: ["arctan"], .operand, Glibc.atan) { g, x, _ in
    try g / (x * x + 1)
  }
  static let sinh: PointwiseFunction = .init("sinh", "The hyperbolic sine.", .operand, Glibc.sinh) { g, x, _ in
    try g * x.apply(.cosh)
  }
  static let cosh: PointwiseFunction = .init("cosh", "The hyperbolic cosine.", .operand, Glibc.cosh) { g, x, _ in
    try g * x.apply(.sinh)
  }
  static let tanh: PointwiseFunction = .init("tanh", "The hyperbolic tangent.", vector: lk_tanh_f32, .result, Glibc.tanh) {
    g, _, y in
    try Tensor.tanhGradient(g, y)
  }
  static let asinh: PointwiseFunction = .init("asinh", "The inverse of sinh.", .operand, Glibc.asinh) { g, x, _ in
    try g * (x * x + 1).apply(.rsqrt)
  }
  static let acosh: PointwiseFunction = .init(
    "acosh", "The inverse of cosh.", example: "torch.tensor([1.5, 2.5])", .operand, Glibc.acosh
  ) { g, x, _ in try g * (x * x - 1).apply(.rsqrt) }
  static let atanh: PointwiseFunction = .init("atanh", "The inverse of tanh.", .operand, Glibc.atanh) { g, x, _ in
    try g / (1 - x * x)
  }
  static let sigmoid: PointwiseFunction = .init(
    "sigmoid", "1 / (1 + e⁻ˣ).", vector: lk_sigmoid_f32, .result, { 1 / (1 + Glibc.exp(-$0)) }
  ) { g, _, y in try Tensor.sigmoidGradient(g, y) }
  static let logit: PointwiseFunction = .init("logit", "log(x / (1 − x)).", .operand, { Glibc.log($0 / (1 - $0)) }) {
    g, x, _ in
    try g / (x * (1 - x))
  }
  static let erf: PointwiseFunction = .init("erf", "The error function.", vector: lk_erf_f32, .operand, Glibc.erf) { g, x, _ in
    try g * (-(x * x)).exp() * .double(2 / Double.pi.squareRoot())
  }
  static let erfc: PointwiseFunction = .init("erfc", "1 − erf(x).", .operand, Glibc.erfc) { g, x, _ in
    try g * (-(x * x)).exp() * .double(-2 / Double.pi.squareRoot())
  }
  static let floor: PointwiseFunction = .init(
    "floor", "The next whole number below.", vector: lk_floor_f32, keepsIntegers: true, .nothing, Glibc.floor
  ) { g, _, _ in try g.zerosLike() }
  static let ceil: PointwiseFunction = .init(
    "ceil", "The next whole number above.", vector: lk_ceil_f32, keepsIntegers: true, .nothing, Glibc.ceil
  ) { g, _, _ in try g.zerosLike() }
  static let trunc: PointwiseFunction = .init(
    "trunc", "The whole part.", vector: lk_trunc_f32, aliases: ["fix"], keepsIntegers: true, .nothing, Glibc.trunc
  ) { g, _, _ in try g.zerosLike() }
  static let frac: PointwiseFunction = .init("frac", "The part after the point.", .nothing, { $0 - Glibc.trunc($0) }) {
    g, _, _ in g
  }
  static let deg2rad: PointwiseFunction = .init("deg2rad", "Degrees to radians.", .nothing, { $0 * .pi / 180 }) { g, _, _ in
    try g * .double(.pi / 180)
  }
  static let rad2deg: PointwiseFunction = .init("rad2deg", "Radians to degrees.", .nothing, { $0 * 180 / .pi }) { g, _, _ in
    try g * .double(180 / .pi)
  }

  /// The table.
  static let all: [PointwiseFunction] =
    [
      exp, exp2, expm1, log, log2, log10, log1p, sqrt, rsqrt, sin, cos, tan, asin, acos, atan, sinh, cosh, tanh, asinh, acosh,
      atanh,
      sigmoid, erf, erfc, floor, ceil, trunc, frac, deg2rad, rad2deg,
    ] + special
}

extension Tensor {
  /// eˣ.
  package func exp() throws(TensorError) -> Tensor { try apply(.exp) }
  /// The natural logarithm.
  package func log() throws(TensorError) -> Tensor { try apply(.log) }
  /// log(1 + x).
  package func log1p() throws(TensorError) -> Tensor { try apply(.log1p) }
  /// eˣ − 1.
  package func expm1() throws(TensorError) -> Tensor { try apply(.expm1) }
  /// The square root.
  package func sqrt() throws(TensorError) -> Tensor { try apply(.sqrt) }
  /// 1 / √x.
  package func rsqrt() throws(TensorError) -> Tensor { try apply(.rsqrt) }
  /// The sine.
  package func sin() throws(TensorError) -> Tensor { try apply(.sin) }
  /// The cosine.
  package func cos() throws(TensorError) -> Tensor { try apply(.cos) }
  /// The hyperbolic tangent.
  package func tanh() throws(TensorError) -> Tensor { try apply(.tanh) }
  /// 1 / (1 + e⁻ˣ).
  package func sigmoid() throws(TensorError) -> Tensor { try apply(.sigmoid) }
  /// The error function.
  package func erf() throws(TensorError) -> Tensor { try apply(.erf) }
  /// The next whole number below.
  package func floor() throws(TensorError) -> Tensor { try apply(.floor) }
  /// The next whole number above.
  package func ceil() throws(TensorError) -> Tensor { try apply(.ceil) }
  /// The whole part.
  package func trunc() throws(TensorError) -> Tensor { try apply(.trunc) }

  /// (g · (1 − s)) · s.
  fileprivate static func sigmoidGradient(_ g: Tensor, _ s: Tensor) throws(TensorError) -> Tensor {
    try fusedGradient(g, s, lk_sigmoid_gradient_f32) { g, s in try g * (1 - s) * s }
  }

  /// g · fma(−t, t, 1).
  fileprivate static func tanhGradient(_ g: Tensor, _ t: Tensor) throws(TensorError) -> Tensor {
    try fusedGradient(g, t, lk_tanh_gradient_f32) { g, t in try g * (1 - t * t) }
  }

  /// One C loop where no second derivative is wanted, else the composed form.
  static func fusedGradient(
    _ g: Tensor, _ y: Tensor, _ loop: FloatLoop, composed: (Tensor, Tensor) throws -> Tensor
  ) throws(TensorError) -> Tensor {
    if g.dtype == .float32 && !(g.isRecorded || y.isRecorded) {
      let out = try Tensor(uninitialised: g.shape, dtype: .float32)
      zipFloats(out, g, y, loop)
      return out
    }
    do { return try composed(g, y) } catch { throw .from(error) }
  }
}
