// Addition, subtraction, multiplication and division: the four that everything else is built from.

import CKernels

/// A vector loop of CKernels over two operands; strides are 1, or 0 for a repeated number.
typealias FloatLoop =
  @convention(c) (
    UnsafePointer<Float>?, Int64, UnsafePointer<Float>?, Int64, UnsafeMutablePointer<Float>?, Int64
  ) -> Void

/// An operation on two elements of one type.
protocol BinaryKernel {
  static var operation: lk_operation { get }
  static var floatLoop: FloatLoop { get }
}

enum AddKernel: BinaryKernel {
  @inline(__always) static var operation: lk_operation { lk_op_add }
  @inline(__always) static var floatLoop: FloatLoop { lk_add_f32 }
}
enum SubtractKernel: BinaryKernel {
  @inline(__always) static var operation: lk_operation { lk_op_sub }
  @inline(__always) static var floatLoop: FloatLoop { lk_sub_f32 }
}
enum MultiplyKernel: BinaryKernel {
  @inline(__always) static var operation: lk_operation { lk_op_mul }
  @inline(__always) static var floatLoop: FloatLoop { lk_mul_f32 }
}

/// An operation on two floating-point elements.
protocol FloatBinaryKernel {
  static var floatLoop: FloatLoop? { get }
  static func apply<T: FloatElement>(_ a: T, _ b: T) -> T
}

enum DivideKernel: FloatBinaryKernel {
  @inline(__always) static var floatLoop: FloatLoop? { lk_div_f32 }
  @inline(__always) static func apply<T: FloatElement>(_ a: T, _ b: T) -> T { a / b }
}

extension BinaryKernel {
  /// out = a op b; `a` and `b` have the dtype of `out`.
  @inline(__always)
  static func run(_ out: Tensor, _ a: Tensor, _ b: Tensor) {
    if out.dtype == .float32 { zipFloats(out, a, b, floatLoop) } else { zipElements(operation, out, a, b) }
  }

  /// out = a op b for a number.
  @inline(__always)
  static func run(_ out: Tensor, _ a: Tensor, _ b: Scalar, swapped: Bool) {
    if out.dtype == .float32, out.isContiguous, a.isContiguous {
      mapFloats(out, a, Float(scalar: b), swapped: swapped, floatLoop)
    } else {
      mapElements(operation, out, a, b, swapped: swapped)
    }
  }
}

struct FloatBinaryWork<K: FloatBinaryKernel>: FloatWork {
  let out: Tensor
  let a: Tensor
  let b: Tensor
  @inline(__always)
  mutating func run<T: FloatElement>(_ type: T.Type) {
    if T.self == Float.self, let loop = K.floatLoop {
      zipFloats(out, a, b, loop)
    } else {
      zipElements(out, a, b) { (x: T, y: T) -> T in K.apply(x, y) }
    }
  }
}

struct FloatBinaryScalarWork<K: FloatBinaryKernel>: FloatWork {
  let out: Tensor
  let a: Tensor
  let b: Scalar
  let swapped: Bool
  @inline(__always)
  mutating func run<T: FloatElement>(_ type: T.Type) {
    let c = T(scalar: b)
    if T.self == Float.self, out.isContiguous, a.isContiguous, let loop = K.floatLoop {
      mapFloats(out, a, Float(scalar: b), swapped: swapped, loop)
    } else if swapped {
      mapElements(out, a) { (x: T) -> T in K.apply(c, x) }
    } else {
      mapElements(out, a) { (x: T) -> T in K.apply(x, c) }
    }
  }
}

extension Tensor {
  /// The values of a two-operand kernel, without autograd.
  @inline(__always)
  func elementwise<K: BinaryKernel>(_ kernel: K.Type, _ other: Tensor) throws(TensorError) -> Tensor {
    let type = TypePromotion.of(self, other)
    if type == .float16 {
      return try converted(type.wide).elementwise(kernel, other.converted(type.wide)).converted(type)
    }
    let out = try Tensor(uninitialised: Shape.broadcast(shape, other.shape), dtype: type)
    K.run(out, try converted(type), try other.converted(type))
    return out
  }

  /// The values of a two-operand kernel with a number, without autograd.
  @inline(__always)
  func elementwise<K: BinaryKernel>(_ kernel: K.Type, _ other: Scalar, swapped: Bool = false) throws(TensorError) -> Tensor {
    let type = TypePromotion.of(self, other)
    if type == .float16 {
      return try converted(type.wide).elementwise(kernel, other, swapped: swapped).converted(type)
    }
    let out = try Tensor(uninitialised: shape, dtype: type)
    K.run(out, try converted(type), other, swapped: swapped)
    return out
  }

  /// The values of a floating-point kernel, integers converted first, without autograd.
  @inline(__always)
  func elementwiseFloat<K: FloatBinaryKernel>(_ kernel: K.Type, _ other: Tensor, _ name: String) throws(TensorError) -> Tensor {
    let type = TypePromotion.of(self, other).floating
    let out = try Tensor(uninitialised: Shape.broadcast(shape, other.shape), dtype: type)
    var work = FloatBinaryWork<K>(out: out, a: try converted(type), b: try other.converted(type))
    try type.dispatch(&work, name)
    return out
  }

  /// The values of a floating-point kernel with a number, without autograd.
  @inline(__always)
  func elementwiseFloat<K: FloatBinaryKernel>(
    _ kernel: K.Type, _ other: Scalar, swapped: Bool = false, _ name: String
  ) throws(TensorError) -> Tensor {
    let type = TypePromotion.of(self, other).floating
    let out = try Tensor(uninitialised: shape, dtype: type)
    var work = FloatBinaryScalarWork<K>(out: out, a: try converted(type), b: other, swapped: swapped)
    try type.dispatch(&work, name)
    return out
  }

  /// The elements in another dtype, without autograd; itself if they have it already.
  @inline(__always)
  func converted(_ type: DType) throws(TensorError) -> Tensor {
    if dtype == type { return self }
    let out = try Tensor(uninitialised: shape, dtype: type)
    out.copyElements(from: self)
    return out
  }

  /// Sums a gradient over the dimensions along which an operand of that shape was broadcast, and gives it the operand's dtype.
  package func reduced(to target: Shape, _ type: DType) throws(TensorError) -> Tensor {
    var result = self
    if shape != target {
      let lead = shape.count - target.count
      var dims: [Int] = []
      for i in 0..<shape.count where i < lead || (target[i - lead] == 1 && shape[i] != 1) { dims.append(i) }
      let onlyLeading = dims.count == lead && !GradMode.isEnabled
      if !dims.isEmpty { result = try result.sum(dims, keepdim: !onlyLeading) }
      if lead > 0 && !onlyLeading { result = try result.view(target) }
    }
    return result.dtype == type ? result : try result.to(type)
  }

  /// Whether shape and dtype agree, so that gradients need no adapting.
  @inline(__always)
  func sharesGeometry(with other: Tensor) -> Bool { dtype == other.dtype && shape == other.shape }

  // MARK: Addition

  /// self + alpha · other.
  package func add(_ other: Tensor, alpha: Scalar = 1) throws(TensorError) -> Tensor {
    if alpha != .int(1) { return try addScaled(other, alpha) }
    let out = try elementwise(AddKernel.self, other)
    if sharesGeometry(with: other) {
      return out.record("AddBackward0", self, other) { call in
        [call.needs(0) ? call.grad : nil, call.needs(1) ? call.grad : nil]
      }
    }
    let (sa, sb, ta, tb) = (shape, other.shape, dtype, other.dtype)
    return out.record("AddBackward0", self, other) { call in
      [
        call.needs(0) ? try call.grad.reduced(to: sa, ta) : nil,
        call.needs(1) ? try call.grad.reduced(to: sb, tb) : nil,
      ]
    }
  }

  /// self + other.
  package func add(_ other: Scalar) throws(TensorError) -> Tensor {
    let out = try elementwise(AddKernel.self, other)
    let type = dtype
    return out.record("AddBackward0", self) { call in
      [try call.grad.to(type)]
    }
  }

  // MARK: Subtraction

  /// self − alpha · other.
  package func sub(_ other: Tensor, alpha: Scalar = 1) throws(TensorError) -> Tensor {
    if dtype == .bool || other.dtype == .bool { throw dtype == other.dtype ? .subtractBool : .subtractWithBool }
    if alpha != .int(1) { return try addScaled(other, alpha.negated, name: "SubBackward0") }
    let out = try elementwise(SubtractKernel.self, other)
    if sharesGeometry(with: other) {
      return out.record("SubBackward0", self, other) { call in
        [call.needs(0) ? call.grad : nil, call.needs(1) ? try call.grad.neg() : nil]
      }
    }
    let (sa, sb, ta, tb) = (shape, other.shape, dtype, other.dtype)
    return out.record("SubBackward0", self, other) { call in
      [
        call.needs(0) ? try call.grad.reduced(to: sa, ta) : nil,
        call.needs(1) ? try call.grad.neg().reduced(to: sb, tb) : nil,
      ]
    }
  }

  /// self − other.
  package func sub(_ other: Scalar) throws(TensorError) -> Tensor {
    if dtype == .bool || other.dtype == .bool { throw dtype == other.dtype ? .subtractBool : .subtractWithBool }
    let out = try elementwise(SubtractKernel.self, other)
    let type = dtype
    return out.record("SubBackward0", self) { call in
      [try call.grad.to(type)]
    }
  }

  /// other − self.
  package func subtracted(from other: Scalar) throws(TensorError) -> Tensor {
    if dtype == .bool || other.dtype == .bool { throw .subtractWithBool }
    let out = try elementwise(SubtractKernel.self, other, swapped: true)
    let type = dtype
    return out.record("RsubBackward1", self) { call in
      [try call.grad.neg().to(type)]
    }
  }

  // MARK: Multiplication

  /// self · other.
  package func mul(_ other: Tensor) throws(TensorError) -> Tensor {
    let out = try elementwise(MultiplyKernel.self, other)
    let (sa, sb, ta, tb) = (shape, other.shape, dtype, other.dtype)
    // Each factor is kept only for the other's gradient, so that changing it in place is no error otherwise.
    let a = other.requiresGrad ? SavedTensor(self) : nil
    let b = requiresGrad ? SavedTensor(other) : nil
    if sharesGeometry(with: other) {
      return out.record("MulBackward0", self, other) { call in
        var first: Tensor?
        var second: Tensor?
        if call.needs(0), let b { first = try call.grad.mul(b.value()) }
        if call.needs(1), let a { second = try call.grad.mul(a.value()) }
        return [first, second]
      }
    }
    return out.record("MulBackward0", self, other) { call in
      var first: Tensor?
      var second: Tensor?
      if call.needs(0), let b { first = try call.grad.mul(b.value()).reduced(to: sa, ta) }
      if call.needs(1), let a { second = try call.grad.mul(a.value()).reduced(to: sb, tb) }
      return [first, second]
    }
  }

  /// self · other.
  package func mul(_ other: Scalar) throws(TensorError) -> Tensor {
    let out = try elementwise(MultiplyKernel.self, other)
    let type = dtype
    return out.record("MulBackward0", self) { call in
      [try call.grad.mul(other).to(type)]
    }
  }

  // MARK: Division

  /// self / other; integers are divided as floats.
  package func div(_ other: Tensor) throws(TensorError) -> Tensor {
    let out = try elementwiseFloat(DivideKernel.self, other, "div_true_cpu")
    let (sa, sb, ta, tb) = (shape, other.shape, dtype, other.dtype)
    let a = other.requiresGrad ? SavedTensor(self) : nil
    let b = SavedTensor(other)
    return out.record("DivBackward0", self, other) { call in
      let divisor = try b.value()
      var first: Tensor?
      var second: Tensor?
      if call.needs(0) { first = try call.grad.div(divisor).reduced(to: sa, ta) }
      if call.needs(1), let a {
        second = try call.grad.neg().mul(a.value().div(divisor).div(divisor)).reduced(to: sb, tb)
      }
      return [first, second]
    }
  }

  /// self / other; integers are divided as floats.
  package func div(_ other: Scalar) throws(TensorError) -> Tensor {
    let out = try elementwiseFloat(DivideKernel.self, other, "div_true_cpu")
    let type = dtype
    return out.record("DivBackward0", self) { call in
      [try call.grad.div(other).to(type)]
    }
  }

  /// other / self.
  package func divided(into other: Scalar) throws(TensorError) -> Tensor { try reciprocal().mul(other) }

  // MARK: In place

  /// self += alpha · other.
  @discardableResult
  package func addInPlace(_ other: Tensor, alpha: Scalar = 1) throws(TensorError) -> Tensor {
    if canUpdate(with: other), alpha == .int(1) {
      AddKernel.run(self, self, other)
      didMutate()
      return self
    }
    return try updated { old in try old.add(other, alpha: alpha) }
  }

  /// self −= alpha · other.
  @discardableResult
  package func subInPlace(_ other: Tensor, alpha: Scalar = 1) throws(TensorError) -> Tensor {
    if canUpdate(with: other), alpha == .int(1), dtype != .bool {
      SubtractKernel.run(self, self, other)
      didMutate()
      return self
    }
    return try updated { old in try old.sub(other, alpha: alpha) }
  }

  /// self ·= other.
  @discardableResult
  package func mulInPlace(_ other: Tensor) throws(TensorError) -> Tensor {
    if canUpdate(with: other) {
      MultiplyKernel.run(self, self, other)
      didMutate()
      return self
    }
    return try updated { old in try old.mul(other) }
  }

  /// Applies an operation with a number in place; false, and nothing done, where the general way has to be taken.
  func update(_ operation: BinaryOperator, _ number: Scalar) throws(TensorError) -> Bool {
    guard !isRecorded, isContiguous, dtype == .float32 || dtype == .float64 else { return false }
    switch operation {
    case .add: AddKernel.run(self, self, number, swapped: false)
    case .sub: SubtractKernel.run(self, self, number, swapped: false)
    case .mul: MultiplyKernel.run(self, self, number, swapped: false)
    case .div:
      var work = FloatBinaryScalarWork<DivideKernel>(out: self, a: self, b: number, swapped: false)
      try dtype.dispatch(&work, "div_true_cpu")
    default: return false
    }
    didMutate()
    return true
  }

  /// Whether an in-place operation may write straight into this tensor: nothing to record, one dtype, shapes that fit, no overlap.
  @inline(__always)
  func canUpdate(with other: Tensor) -> Bool {
    !isRecorded && !other.isRecorded && dtype == other.dtype && dtype != .float16 && shape == other.shape && isContiguous
      && other.isContiguous
  }

  /// The general in-place operation: computes out of place, then takes elements and history over.
  @discardableResult
  package func updated(_ compute: (Tensor) throws -> Tensor) throws(TensorError) -> Tensor {
    try checkInPlace()
    var old = self
    if isRecorded {
      // The formula may keep its operand, whose elements are about to change: give it a copy with the same history.
      old = try Tensor(uninitialised: shape, dtype: dtype)
      old.copyElements(from: self)
      let edge = gradientEdge()
      old.node = edge.node
      old.outputIndex = edge.outputIndex
    }
    let result: Tensor
    do { result = try compute(old) } catch { throw .from(error) }
    try assignInPlace(result)
    return self
  }
}

extension Scalar {
  /// The number with its sign changed.
  package var negated: Scalar {
    switch self {
    case .bool(let b): .int(b ? -1 : 0)
    case .int(let i): .int(0 &- i)
    case .double(let d): .double(-d)
    }
  }
}

extension TensorError {
  static var subtractWithBool: TensorError {
    .notImplemented(
      "Subtraction, the `-` operator, with a bool tensor is not supported. If you are trying to invert a mask, use the `~` or "
        + "`logical_not()` operator instead.")
  }

  static var subtractBool: TensorError {
    .notImplemented(
      "Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or `logical_xor()` operator instead.")
  }
}
