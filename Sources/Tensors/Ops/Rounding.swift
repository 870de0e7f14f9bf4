import CKernels
import Glibc

extension Tensor {
  /// The nearest whole number, halves to even; or rounded to a number of decimals.
  package func round(decimals: Int = 0) throws(TensorError) -> Tensor {
    guard dtype.isFloatingPoint else {
      if dtype == .bool { throw .notImplemented("round_vml_cpu", for: .bool) }
      return try clone()
    }
    let out = try emptyLike()
    let scale = Glibc.pow(10, Double(decimals.magnitude))
    let up = decimals >= 0
    if dtype == .float32 {
      let s = Float(scale)
      if decimals == 0, isContiguous {
        lk_round_f32(pointer(Float.self), out.pointer(Float.self), Int64(elementCount))
      } else if decimals == 0 {
        mapElements(out, self) { (x: Float) -> Float in x.rounded(.toNearestOrEven) }
      } else if up {
        mapElements(out, self) { (x: Float) -> Float in (x * s).rounded(.toNearestOrEven) / s }
      } else {
        mapElements(out, self) { (x: Float) -> Float in (x / s).rounded(.toNearestOrEven) * s }
      }
    } else {
      mapElements(out, self) { (x: Double) -> Double in
        up ? (x * scale).rounded(.toNearestOrEven) / scale : (x / scale).rounded(.toNearestOrEven) * scale
      }
    }
    return out.record("RoundBackward0", self) { call in [try call.grad.zerosLike()] }
  }

  /// |x|. **Gradient** at 0 is 0.
  package func abs() throws(TensorError) -> Tensor {
    if dtype == .bool { throw .notImplemented("abs_cpu", for: .bool) }
    let out = try emptyLike()
    switch dtype {
    case .bool, .uint8: out.copyElements(from: self)
    case .float32 where isContiguous: lk_abs_f32(pointer(Float.self), out.pointer(Float.self), Int64(elementCount))
    case .float32: mapElements(out, self) { (x: Float) -> Float in Swift.abs(x) }
    case .float16: mapElements(out, self) { (x: Float16) -> Float16 in Swift.abs(x) }
    case .float64: mapElements(out, self) { (x: Double) -> Double in Swift.abs(x) }
    case .int64: mapElements(out, self) { (x: Int) -> Int in x < 0 ? 0 &- x : x }
    case .int32: mapElements(out, self) { (x: Int32) -> Int32 in x < 0 ? 0 &- x : x }
    case .int16: mapElements(out, self) { (x: Int16) -> Int16 in x < 0 ? 0 &- x : x }
    case .int8: mapElements(out, self) { (x: Int8) -> Int8 in x < 0 ? 0 &- x : x }
    }
    let x = SavedTensor(self)
    return out.record("AbsBackward0", self) { call in [try call.grad.mul(x.value().sign())] }
  }

  /// −1, 0 or 1.
  package func sign() throws(TensorError) -> Tensor {
    if dtype != dtype.wide { return try converted(dtype.wide).sign().converted(dtype) }
    let out = try emptyLike()
    if dtype == .float32, isContiguous {
      lk_sign_f32(pointer(Float.self), out.pointer(Float.self), Int64(elementCount))
      return out.record("SignBackward0", self) { call in [try call.grad.zerosLike()] }
    }
    var work = SignWork(out: out, source: self)
    try dtype.dispatchWide(&work)
    return out.record("SignBackward0", self) { call in [try call.grad.zerosLike()] }
  }

  private struct SignWork: ElementWork {
    let out: Tensor
    let source: Tensor
    mutating func run<T: Element>(_ type: T.Type) {
      let one = T(int: 1)
      let minusOne = T(int: -1)
      mapElements(out, source) { (x: T) -> T in x.isNotANumber ? T.zero : x > T.zero ? one : x < T.zero ? minusOne : T.zero }
    }
  }

  /// x · x.
  package func square() throws(TensorError) -> Tensor { try pow(2) }

  /// max(x, 0). **Gradient** at 0 is 0.
  package func relu() throws(TensorError) -> Tensor {
    if dtype == .bool { throw .notImplemented("Boolean inputs not supported for relu") }
    if dtype != dtype.wide { return try converted(dtype.wide).relu().converted(dtype) }
    let out: Tensor
    if let blocked = blockedRelu() {
      // Images on their way between convolutions stay in oneDNN's layout.
      out = blocked
    } else {
      out = try emptyLike()
      if dtype == .float32 && isContiguous {
        lk_relu_f32(pointer(Float.self), out.pointer(Float.self), Int64(elementCount))
      } else {
        var work = ReluWork(out: out, source: self)
        try dtype.dispatchWide(&work)
      }
    }
    return out.record("ReluBackward0", self, savingResult: true) { call in
      let grad = call.grad
      let y = try call.result
      if !grad.isRecorded, let out = grad.blockedReluGradient(y) { return [out] }
      if grad.dtype == .float32 && !grad.isRecorded {
        let out = try Tensor(uninitialised: grad.shape, dtype: .float32)
        zipFloats(out, grad, y, lk_relu_gradient_f32)
        return [out]
      }
      return [try Tensor.select(y.gt(0), grad, grad.zerosLike())]
    }
  }

  private struct ReluWork: ElementWork {
    let out: Tensor
    let source: Tensor
    mutating func run<T: Element>(_ type: T.Type) {
      mapElements(out, source) { (x: T) -> T in x > T.zero || x.isNotANumber ? x : T.zero }
    }
  }
}

extension Op {
  static let rounding: [Op] = [
    Op(
      "round(input: Tensor, *, decimals: int = 0)", .both, "The nearest whole number, halves to even.",
      example: "torch.round(torch.tensor([0.4, 1.7]))", inPlace: true
    ) { call in .tensor(try call.tensor(0).round(decimals: call.int(1))) },
    Op(
      "abs(input: Tensor)", .both, "The absolute value.", example: "torch.abs(torch.tensor([-1.5, 2.]))", aliases: ["absolute"],
      inPlace: true
    ) { call in .tensor(try call.tensor(0).abs()) },
    Op(
      "sign(input: Tensor)", .both, "−1, 0 or 1.", example: "torch.sign(torch.tensor([-2., 0.5]))", aliases: ["sgn"],
      inPlace: true
    ) { call in .tensor(try call.tensor(0).sign()) },
    Op(
      "neg(input: Tensor)", .both, "The negative.", example: "torch.neg(torch.tensor([1., -2.]))", aliases: ["negative"],
      inPlace: true
    ) { call in .tensor(try call.tensor(0).neg()) },
    Op("positive(input: Tensor)", .both, "The tensor itself.", example: "torch.positive(torch.tensor([1., -2.]))") { call in
      .tensor(try call.tensor(0))
    },
    Op(
      "reciprocal(input: Tensor)", .both, "1 / x.", example: "torch.reciprocal(torch.tensor([2., 4.]))", inPlace: true
    ) { call in .tensor(try call.tensor(0).reciprocal()) },
    Op("square(input: Tensor)", .both, "x · x.", example: "torch.square(torch.tensor([2., 3.]))", inPlace: true) { call in
      .tensor(try call.tensor(0).square())
    },
    Op(
      "relu(input: Tensor)", .both, "max(x, 0).", example: "torch.relu(torch.tensor([-1., 2.]))", inPlace: true
    ) { call in .tensor(try call.tensor(0).relu()) },
  ]
}
