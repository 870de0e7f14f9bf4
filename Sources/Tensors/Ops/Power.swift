import CKernels
import Glibc

extension Tensor {
  /// self ^ exponent. Small whole exponents and ½ are computed by products and roots, as PyTorch does.
  package func pow(_ exponent: Scalar) throws(TensorError) -> Tensor {
    let type = TypePromotion.of(self, exponent)
    if !type.isFloatingPoint {
      if case .int(let e) = exponent, e < 0 {
        throw .runtime("Integers to negative integer powers are not allowed.")
      }
      // A power of booleans by a number: 0 only for False to the power True.
      if type == .bool { return exponent.boolValue ? try clone() : try onesLike() }
    }
    if type != type.wide {
      return try converted(type.wide).pow(type == .float16 ? exponent : .int(exponent.intValue)).converted(type)
    }
    let source = try converted(type)
    let out = try source.emptyLike()
    let e = exponent.doubleValue
    switch type {
    case .float32:
      let loop: PointwiseFunction.Loop? = e == 2 ? lk_square_f32 : e == 3 ? lk_cube_f32 : e == 0.5 ? lk_sqrt_f32 : nil
      if let loop, source.isContiguous {
        loop(source.pointer(Float.self), out.pointer(Float.self), Int64(source.elementCount))
      } else if e == 0.5 {
        mapElements(out, source) { (x: Float) -> Float in lk_root_f32(x) }
      } else if e == 2 {
        mapElements(out, source) { (x: Float) -> Float in x * x }
      } else if e == 1 {
        out.copyElements(from: source)
      } else if e == 3 {
        mapElements(out, source) { (x: Float) -> Float in x * x * x }
      } else if e == -1 {
        mapElements(out, source) { (x: Float) -> Float in 1 / x }
      } else if e == -2 {
        mapElements(out, source) { (x: Float) -> Float in 1 / (x * x) }
      } else if source.isContiguous {
        mapFloats(out, source, Float(e), swapped: false, lk_pow_f32)
        // What fills no pair of vectors is taken in double precision, with the exponent as it is.
        let (from, to, count) = (source.pointer(Float.self), out.pointer(Float.self), source.elementCount)
        for i in (count - count % 32)..<count { to[i] = Float(Glibc.pow(Double(from[i]), e)) }
      } else {
        mapElements(out, source) { (x: Float) -> Float in Float(Glibc.pow(Double(x), e)) }
      }
    case .float64:
      if e == 2 {
        mapElements(out, source) { (x: Double) -> Double in x * x }
      } else if e == 3 {
        mapElements(out, source) { (x: Double) -> Double in x * x * x }
      } else {
        mapElements(out, source) { (x: Double) -> Double in Glibc.pow(x, e) }
      }
    default:
      let work = IntegerPower(out: out, source: source, exponent: exponent.intValue)
      work.run()
    }
    let x = SavedTensor(self)
    return out.record("PowBackward0", self) { call in
      if e == 0 { return [try call.grad.zerosLike()] }
      let lower: Scalar
      if case .int(let i) = exponent { lower = .int(i - 1) } else { lower = .double(e - 1) }
      return [try call.grad.mul(x.value().pow(lower).mul(exponent))]
    }
  }

  private struct IntegerPower {
    let out: Tensor
    let source: Tensor
    let exponent: Int
    func run() {
      let e = exponent
      mapElements(out, source) { (x: Int) -> Int in IntegerPower.power(x, e) }
    }
    static func power(_ x: Int, _ exponent: Int) -> Int {
      var result = 1
      var base = x
      var e = exponent
      while e > 0 {
        if e & 1 == 1 { result = result &* base }
        base = base &* base
        e >>= 1
      }
      return result
    }
  }

  private struct IntegerPowers {
    let out: Tensor
    let base: Tensor
    let exponent: Tensor
    func run() {
      zipElements(out, base, exponent) { (x: Int, e: Int) -> Int in
        // A negative power of an integer is 0 but for ±1.
        if e < 0 { return x == 1 ? x : x == -1 ? (e & 1 == 0 ? 1 : x) : 0 }
        return IntegerPower.power(x, e)
      }
    }
  }

  /// self ^ exponent, element by element.
  package func pow(_ exponent: Tensor) throws(TensorError) -> Tensor {
    let type = TypePromotion.of(self, exponent)
    if type == .bool { throw .notImplemented("pow", for: .bool) }
    if type != type.wide { return try converted(type.wide).pow(exponent.converted(type.wide)).converted(type) }
    let out = try Tensor(uninitialised: Shape.broadcast(shape, exponent.shape), dtype: type)
    let a = try converted(type)
    let b = try exponent.converted(type)
    switch type {
    case .float32: zipFloats(out, a, b, lk_pow_f32)
    case .float64: zipElements(out, a, b) { (x: Double, y: Double) -> Double in Glibc.pow(x, y) }
    default:
      let work = IntegerPowers(out: out, base: a, exponent: b)
      work.run()
    }
    let (sa, sb, ta, tb) = (shape, exponent.shape, dtype, exponent.dtype)
    let x = SavedTensor(self)
    let e = SavedTensor(exponent)
    return out.record("PowBackward1", self, exponent, savingResult: true) { call in
      let (base, power) = (try x.value(), try e.value())
      var first: Tensor?
      var second: Tensor?
      if call.needs(0) {
        let slope = try power * base.pow(power - 1)
        first = try Tensor.select(power.eq(0), call.grad.zerosLike(), call.grad * slope).reduced(to: sa, ta)
      }
      if call.needs(1) {
        let slope = try call.result * base.log()
        let flat = try base.eq(0).logicalAnd(power.ge(0))
        second = try Tensor.select(flat, call.grad.zerosLike(), call.grad * slope).reduced(to: sb, tb)
      }
      return [first, second]
    }
  }

  /// base ^ self.
  package func powered(of base: Scalar) throws(TensorError) -> Tensor {
    let type = TypePromotion.of(self, base)
    let constant = try Tensor.scalar(base, dtype: type)
    return try constant.pow(self).named("PowBackward2", after: self)
  }
}

extension Op {
  static let power = Op(
    "pow(input: Tensor, exponent: Operand)", .both, "Powers, element by element.",
    example: "torch.pow(torch.tensor([2., 3.]), 2)",
    inPlace: true
  ) { call in
    switch try call.operand(1) {
    case .tensor(let e): .tensor(try call.tensor(0).pow(e))
    case .scalar(let e): .tensor(try call.tensor(0).pow(e))
    }
  }.or("pow(input: Number, exponent: Tensor)") { call in .tensor(try call.tensor(1).powered(of: call.scalar(0))) }
}
