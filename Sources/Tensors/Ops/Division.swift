import CKernels
import Glibc

/// Whole-number division and its remainders.
enum WholeDivision {
  case floorDivide, truncDivide, remainder, fmod

  @inline(__always)
  func apply<T: FloatElement>(_ a: T, _ b: T) -> T {
    switch self {
    case .truncDivide: return (a / b).rounded(.towardZero)
    case .fmod: return a.truncatingRemainder(dividingBy: b)
    case .remainder:
      var r = a.truncatingRemainder(dividingBy: b)
      if r != 0, (b < 0) != (r < 0) { r += b }
      return r
    case .floorDivide:
      if b == 0 { return a / b }
      let r = a.truncatingRemainder(dividingBy: b)
      var quotient = (a - r) / b
      if r != 0, (b < 0) != (r < 0) { quotient -= 1 }
      if quotient == 0 { return T(signOf: a / b, magnitudeOf: 0) }
      var whole = quotient.rounded(.down)
      if quotient - whole > 0.5 { whole += 1 }
      return whole
    }
  }

  @inline(__always)
  func apply(_ a: Int, _ b: Int) -> Int {
    // The caller has refused zero; the smallest integer by −1 wraps around.
    if b == -1 { return self == .floorDivide || self == .truncDivide ? 0 &- a : 0 }
    switch self {
    case .truncDivide: return a / b
    case .fmod: return a % b
    case .remainder:
      let r = a % b
      return r != 0 && (r < 0) != (b < 0) ? r &+ b : r
    case .floorDivide:
      let q = a / b
      return a % b != 0 && (a < 0) != (b < 0) ? q &- 1 : q
    }
  }
}

extension Tensor {
  /// Whole-number division or a remainder, without autograd.
  func dividedWhole(_ other: Tensor, _ kind: WholeDivision, _ kernel: String, type: DType) throws(TensorError) -> Tensor {
    if type == .bool { throw .notImplemented(kernel, for: .bool) }
    if type != type.wide {
      return try converted(type.wide).dividedWhole(other.converted(type.wide), kind, kernel, type: type.wide).converted(type)
    }
    let out = try Tensor(uninitialised: Shape.broadcast(shape, other.shape), dtype: type)
    let a = try converted(type)
    let b = try other.converted(type)
    switch type {
    case .float32:
      switch kind {
      case .floorDivide: zipFloats(out, a, b, lk_floor_divide_f32)
      case .remainder: zipFloats(out, a, b, lk_remainder_f32)
      case .fmod: zipFloats(out, a, b, lk_fmod_f32)
      case .truncDivide: zipElements(out, a, b) { (x: Float, y: Float) -> Float in kind.apply(x, y) }
      }
    case .float64: zipElements(out, a, b) { (x: Double, y: Double) -> Double in kind.apply(x, y) }
    default:
      let zeros = try b.eq(0)
      if out.elementCount > 0, lk_count_flags(zeros.pointer(Bool.self), Int64(zeros.elementCount)) > 0 {
        throw .runtime("ZeroDivisionError")
      }
      if a.fills(out), b.fills(out) || b.elementCount == 1 {
        let mode: lk_division =
          switch kind {
          case .floorDivide: lk_division_floor
          case .truncDivide: lk_division_truncate
          case .remainder: lk_division_remainder
          case .fmod: lk_division_rest
          }
        lk_divide_whole(
          mode, a.int64Pointer, b.int64Pointer, b.elementCount == 1 ? 0 : 1, out.int64Pointer, Int64(out.elementCount))
      } else {
        zipElements(out, a, b) { (x: Int, y: Int) -> Int in kind.apply(x, y) }
      }
    }
    return out
  }

  private static func pair(_ a: Operand, _ b: Operand) throws(TensorError) -> (Tensor, Tensor, DType) {
    switch (a, b) {
    case (.tensor(let x), .tensor(let y)): return (x, y, TypePromotion.of(x, y))
    case (.tensor(let x), .scalar(let s)):
      let type = TypePromotion.of(x, s)
      return (x, try Tensor.scalar(s, dtype: type), type)
    case (.scalar(let s), .tensor(let y)):
      let type = TypePromotion.of(y, s)
      return (try Tensor.scalar(s, dtype: type), y, type)
    case (.scalar(let s), .scalar(let u)): return (try Tensor.scalar(s), try Tensor.scalar(u), .float32)
    }
  }

  /// ⌊a / b⌋.
  package static func floorDivide(_ a: Operand, _ b: Operand) throws(TensorError) -> Tensor {
    let (x, y, type) = try pair(a, b)
    let out = try x.dividedWhole(y, .floorDivide, "div_floor_cpu", type: type)
    return out.record("NotImplemented", x, y) { call in
      throw TensorError.runtime("derivative for aten::floor_divide is not implemented")
    }
  }

  /// a − b · ⌊a / b⌋: the remainder with the divisor's sign.
  package static func remainder(_ a: Operand, _ b: Operand) throws(TensorError) -> Tensor {
    let (x, y, type) = try pair(a, b)
    let out = try x.dividedWhole(y, .remainder, "remainder_cpu", type: type)
    let (sx, sy, tx, ty) = (x.shape, y.shape, x.dtype, y.dtype)
    let (dividend, divisor) = (SavedTensor(x), SavedTensor(y))
    return out.record("RemainderBackward0", x, y) { call in
      let quotient: Tensor? =
        call.needs(1)
        ? try Tensor.floorDivide(.tensor(dividend.value().detach()), .tensor(divisor.value().detach())) : nil
      return [
        call.needs(0) ? try call.grad.reduced(to: sx, tx) : nil,
        try quotient.map { try call.grad.neg().mul($0).reduced(to: sy, ty) },
      ]
    }
  }

  /// The remainder with the dividend's sign.
  package static func fmod(_ a: Operand, _ b: Operand) throws(TensorError) -> Tensor {
    let (x, y, type) = try pair(a, b)
    let out = try x.dividedWhole(y, .fmod, "fmod_cpu", type: type)
    let (sx, sy, tx, ty) = (x.shape, y.shape, x.dtype, y.dtype)
    let (dividend, divisor) = (SavedTensor(x), SavedTensor(y))
    return out.record("FmodBackward0", x, y) { call in
      let quotient: Tensor? = call.needs(1) ? try dividend.value().detach().div(divisor.value().detach()).trunc() : nil
      return [
        call.needs(0) ? try call.grad.reduced(to: sx, tx) : nil,
        try quotient.map { try call.grad.neg().mul($0).reduced(to: sy, ty) },
      ]
    }
  }

  /// The quotient rounded: `trunc`, `floor`, or nil for the true quotient.
  package static func divide(_ a: Operand, _ b: Operand, roundingMode: String?) throws(TensorError) -> Tensor {
    switch roundingMode {
    case nil:
      switch (a, b) {
      case (.tensor(let x), .tensor(let y)): return try x.div(y)
      case (.tensor(let x), .scalar(let y)): return try x.div(y)
      case (.scalar(let x), .tensor(let y)): return try y.divided(into: x)
      case (.scalar(let x), .scalar(let y)): return try Tensor.scalar(x).div(y)
      }
    case "trunc", "floor":
      let (x, y, type) = try pair(a, b)
      let kind: WholeDivision = roundingMode == "trunc" ? .truncDivide : .floorDivide
      let out = try x.dividedWhole(y, kind, "div_\(roundingMode!)_cpu", type: type)
      return out.record("DivBackward1", x, y) { call in
        [try call.grad.zerosLike().reduced(to: x.shape, x.dtype), try call.grad.zerosLike().reduced(to: y.shape, y.dtype)]
      }
    default:
      throw .runtime(
        "div expected rounding_mode to be one of None, 'trunc', or 'floor' but found '\(roundingMode ?? "")'")
    }
  }

  /// The angle of the point (other, self).
  package func atan2(_ other: Tensor) throws(TensorError) -> Tensor {
    let out = try pairwise(other) { Glibc.atan2($0, $1) }
    let (sa, sb, ta, tb) = (shape, other.shape, dtype, other.dtype)
    let (a, b) = (SavedTensor(self), SavedTensor(other))
    return out.record("Atan2Backward0", self, other) { call in
      let (y, x) = (try a.value(), try b.value())
      let scaled = try call.grad / (y * y + x * x)
      return [
        call.needs(0) ? try (scaled * x).reduced(to: sa, ta) : nil,
        call.needs(1) ? try (scaled * (-y)).reduced(to: sb, tb) : nil,
      ]
    }
  }

  /// √(self² + other²).
  package func hypot(_ other: Tensor) throws(TensorError) -> Tensor {
    let out = try pairwise(other) { Glibc.hypot($0, $1) }
    let (sa, sb, ta, tb) = (shape, other.shape, dtype, other.dtype)
    let (a, b) = (SavedTensor(self), SavedTensor(other))
    return out.record("HypotBackward0", self, other, savingResult: true) { call in
      let scaled = try call.grad / call.result
      return [
        call.needs(0) ? try (scaled * a.value()).reduced(to: sa, ta) : nil,
        call.needs(1) ? try (scaled * b.value()).reduced(to: sb, tb) : nil,
      ]
    }
  }

  private func pairwise(_ other: Tensor, _ f: (Double, Double) -> Double) throws(TensorError) -> Tensor {
    let type = TypePromotion.of(self, other).floating
    let out = try Tensor(uninitialised: Shape.broadcast(shape, other.shape), dtype: type)
    let a = try converted(type)
    let b = try other.converted(type)
    if type == .float32 {
      zipElements(out, a, b) { (x: Float, y: Float) -> Float in Float(f(Double(x), Double(y))) }
    } else {
      zipElements(out, a, b) { (x: Double, y: Double) -> Double in f(x, y) }
    }
    return out
  }
}

extension Op {
  static let divisions: [Op] = [
    Op(
      "div(input: Tensor, other: Operand, *, rounding_mode: str? = None)", .both, "The quotient, element by element.",
      example: "torch.div(torch.tensor([1., 2.]), 4)", aliases: ["divide", "true_divide"], inPlace: true
    ) { call in
      .tensor(
        try Tensor.divide(.tensor(call.tensor(0)), call.operand(1), roundingMode: call.isNone(2) ? nil : call.string(2)))
    },
    Op(
      "floor_divide(input: Tensor, other: Operand)", .both, "The quotient rounded down.",
      example: "torch.floor_divide(torch.tensor([7, -7]), 2)", inPlace: true
    ) { call in .tensor(try Tensor.floorDivide(.tensor(call.tensor(0)), call.operand(1))) },
    Op(
      "remainder(input: Tensor, other: Operand)", .both, "The remainder with the divisor's sign.",
      example: "torch.remainder(torch.tensor([7., -7.]), 3)", inPlace: true
    ) { call in .tensor(try Tensor.remainder(.tensor(call.tensor(0)), call.operand(1))) }
    .or("remainder(input: Number, other: Tensor)") { call in
      .tensor(try Tensor.remainder(.scalar(call.scalar(0)), .tensor(call.tensor(1))))
    },
    Op(
      "fmod(input: Tensor, other: Operand)", .both, "The remainder with the dividend's sign.",
      example: "torch.fmod(torch.tensor([7., -7.]), 3)", inPlace: true
    ) { call in .tensor(try Tensor.fmod(.tensor(call.tensor(0)), call.operand(1))) },
    Op(
      "atan2(input: Tensor, other: Tensor)", .both, "The angle of the point (other, input).",
      example: "torch.atan2(torch.tensor([1., 2.]), torch.tensor([2., 1.]))", aliases: ["arctan2"], inPlace: true
    ) { call in .tensor(try call.tensor(0).atan2(call.tensor(1))) },
    Op(
      "hypot(input: Tensor, other: Tensor)", .both, "The length of the hypotenuse.",
      example: "torch.hypot(torch.tensor([3., 5.]), torch.tensor([4., 12.]))", inPlace: true
    ) { call in .tensor(try call.tensor(0).hypot(call.tensor(1))) },
  ]
}
