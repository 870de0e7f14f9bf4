import CKernels
import Glibc

extension Tensor {
  /// The variance over dimensions with `correction` degrees of freedom taken off, computed in double precision.
  package func variance(_ dims: [Int]? = nil, correction: Double = 1, keepdim: Bool = false) throws(TensorError) -> Tensor {
    guard dtype.isFloatingPoint else {
      throw .notImplemented("std and var only support floating point and complex dtypes")
    }
    let (lines, plan) = try GradMode.off { try gathered(dims) }
    let out = try Tensor(uninitialised: plan.shape(keepdim: keepdim), dtype: dtype)
    var work = VarianceWork(lines: try lines.plainCopy(), out: out, correction: correction, root: false)
    if lines.elementCount == 0 {
      out.fillElements(.double(.nan))
    } else {
      try dtype.dispatch(&work, "var")
    }
    return recordVariance(out, plan, dims, correction, keepdim)
  }

  /// The standard deviation: the root of the variance, rounded once.
  package func std(_ dims: [Int]? = nil, correction: Double = 1, keepdim: Bool = false) throws(TensorError) -> Tensor {
    guard dtype.isFloatingPoint else {
      throw .notImplemented("std and var only support floating point and complex dtypes")
    }
    let (lines, plan) = try GradMode.off { try gathered(dims) }
    let out = try Tensor(uninitialised: plan.shape(keepdim: keepdim), dtype: dtype)
    var work = VarianceWork(lines: try lines.plainCopy(), out: out, correction: correction, root: true)
    if lines.elementCount == 0 {
      out.fillElements(.double(.nan))
    } else {
      try dtype.dispatch(&work, "std")
    }
    let x = SavedTensor(self)
    let own = shape
    let degrees = Swift.max(Double(plan.reducedCount) - correction, 0)
    return out.record("StdBackward0", self, savingResult: true) { call in
      let value = try x.value()
      let y = try call.result
      let scaled = try call.grad.div(y.mul(2)).maskedFill(y.eq(0), 0)
      let spread = try scaled.expandedBack(to: own, plan.reduced, keepdim: keepdim)
      return [try spread.mul(.double(2 / degrees)).mul(value.sub(value.mean(dims, keepdim: true)))]
    }
  }

  private func recordVariance(
    _ out: Tensor, _ plan: ReductionPlan, _ dims: [Int]?, _ correction: Double, _ keepdim: Bool
  ) -> Tensor {
    let x = SavedTensor(self)
    let own = shape
    let degrees = Swift.max(Double(plan.reducedCount) - correction, 0)
    return out.record("VarBackward0", self) { call in
      let value = try x.value()
      let spread = try call.grad.expandedBack(to: own, plan.reduced, keepdim: keepdim)
      return [try spread.mul(.double(2 / degrees)).mul(value.sub(value.mean(dims, keepdim: true)))]
    }
  }

  /// `lines` is row-major, a line for each result.
  private struct VarianceWork: FloatWork {
    let lines: Tensor
    let out: Tensor
    let correction: Double
    let root: Bool
    mutating func run<T: FloatElement>(_ type: T.Type) {
      let (count, n) = (lines.shape[0], lines.shape[1])
      let o = out.pointer(T.self)
      withUnsafeTemporaryAllocation(of: Double.self, capacity: 128) { place in
        let (means, squares) = (place.baseAddress!, place.baseAddress! + 64)  // not empty
        // As many lines at a time as their moments have room for.
        for first in stride(from: 0, to: count, by: 64) {
          let some = Swift.min(64, count - first)
          if T.self == Float.self {
            lk_moments_f32(lines.pointer(Float.self) + first &* n, Int64(some), Int64(n), means, squares)
          } else {
            lk_moments_f64(lines.pointer(Double.self) + first &* n, Int64(some), Int64(n), means, squares)
          }
          for i in 0..<some {
            let variance = squares[i] / Swift.max(Double(n) - correction, 0)
            o[first + i] = T(double: root ? variance.squareRoot() : variance)
          }
        }
      }
    }
  }

  /// The product over a dimension, or of all elements.
  package func prod(_ dim: Int? = nil, keepdim: Bool = false, dtype wanted: DType? = nil) throws(TensorError) -> Tensor {
    let type = wanted ?? (dtype.isFloatingPoint ? dtype : .int64)
    if type != dtype { return try to(type).prod(dim, keepdim: keepdim) }
    if type != type.wide { return try to(type.wide).prod(dim, keepdim: keepdim).to(type) }
    guard let dim else {
      let flat = try GradMode.off { try reshape([-1]).prod(0) }.alias()
      let x = SavedTensor(self)
      let own = shape
      return flat.record("ProdBackward0", self, savingResult: true) { call in
        let line = try x.value().reshape([-1])
        return [try Tensor.productGradient(call.grad.reshape([1]), line, call.result.reshape([1]), 0).view(own)]
      }
    }
    let d = try normalised(dim)
    let lines = Lines(self, d)
    let out = try Tensor(uninitialised: lines.shape(keepdim: keepdim), dtype: type)
    var work = ProductWork(lines: lines, out: out)
    try type.dispatchWide(&work)
    let x = SavedTensor(self)
    let hadDims = shape.count > 0
    return out.record("ProdBackward1", self, savingResult: true) { call in
      let (grad, result) = (call.grad, try call.result)
      if keepdim || !hadDims { return [try Tensor.productGradient(grad, x.value(), result, d)] }
      return [try Tensor.productGradient(grad.unsqueeze(d), x.value(), result.unsqueeze(d), d)]
    }
  }

  /// Each element's share in a product: the product of all others on its line, by a division, or, where there are zeros, from running
  /// products of both sides.
  private static func productGradient(
    _ grad: Tensor, _ x: Tensor, _ product: Tensor, _ dim: Int
  ) throws(TensorError) -> Tensor {
    if x.shape.count == 0 { return grad }
    if try !x.eq(0).any().item().boolValue { return try grad.mul(product.div(x)) }
    let n = x.shape[dim]
    if n == 0 { return try x.zerosLike() }
    let one = try x.slice(dim, start: 0, count: 1).onesLike()
    let before = try Tensor.cat([one, x.slice(dim, start: 0, count: n - 1)], dim).cumprod(dim)
    let after = try Tensor.cat([one, x.flip([dim]).slice(dim, start: 0, count: n - 1)], dim).cumprod(dim).flip([dim])
    return try grad.mul(before).mul(after)
  }

  private struct ProductWork: ElementWork {
    let lines: Lines
    let out: Tensor
    mutating func run<T: Element>(_ type: T.Type) {
      let p = lines.source.pointer(T.self)
      let o = out.pointer(T.self)
      let (n, step) = (lines.length, lines.step)
      if step == 1, T.self == Float.self {
        let (x, out) = (lines.source.pointer(Float.self), out.pointer(Float.self))
        return lines.forEach { out[$1] = lk_product_f32(x + $0, Int64(n)) }
      }
      if step == 1, T.self == Double.self {
        let (x, out) = (lines.source.pointer(Double.self), out.pointer(Double.self))
        return lines.forEach { out[$1] = lk_product_f64(x + $0, Int64(n)) }
      }
      lines.forEach { offset, number in
        var product = T(int: 1)
        for i in 0..<n { product = product.multiplying(p[offset &+ i &* step]) }
        o[number] = product
      }
    }
  }

  /// Whether all elements are true, over dimensions.
  package func all(_ dims: [Int]? = nil, keepdim: Bool = false) throws(TensorError) -> Tensor {
    try GradMode.off { try eq(0).sum(dims, keepdim: keepdim).eq(0).to(dtype == .uint8 ? .uint8 : .bool) }
  }

  /// Whether any element is true, over dimensions.
  package func any(_ dims: [Int]? = nil, keepdim: Bool = false) throws(TensorError) -> Tensor {
    try GradMode.off { try ne(0).sum(dims, keepdim: keepdim).ne(0).to(dtype == .uint8 ? .uint8 : .bool) }
  }

  /// log Σ eˣ over dimensions, without overflow.
  package func logsumexp(_ dims: [Int], keepdim: Bool = false) throws(TensorError) -> Tensor {
    let source = try to(dtype.floating)
    let plan = try ReductionPlan(source, dims)
    let out = try GradMode.off {
      let top = try source.amax(dims, keepdim: true)
      let safe = try Tensor.select(top.isfinite(), top, top.zerosLike())
      let result = try source.sub(safe).exp().sum(dims, keepdim: true).log().add(safe)
      return try result.reshape(plan.shape(keepdim: keepdim))
    }.alias()
    let x = SavedTensor(source)
    let own = shape
    return out.record("LogsumexpBackward0", source, savingResult: true) { call in
      let y = try call.result.expandedBack(to: own, plan.reduced, keepdim: keepdim)
      let grad = try call.grad.expandedBack(to: own, plan.reduced, keepdim: keepdim)
      return [try grad.mul(x.value().sub(y).exp())]
    }
  }

  /// The p-norm over dimensions, all of them if none are named.
  package func norm(_ p: Double = 2, _ dims: [Int]? = nil, keepdim: Bool = false) throws(TensorError) -> Tensor {
    guard dtype.isFloatingPoint else {
      throw .notImplemented(
        "linalg.vector_norm: Expected a floating point or complex tensor as input. Got \(dtype.scalarName)")
    }
    if p == .infinity { return try abs().amax(dims, keepdim: keepdim) }
    if p == -.infinity { return try abs().amin(dims, keepdim: keepdim) }
    if p == 0 { return try ne(0).to(dtype).sum(dims, keepdim: keepdim) }
    if p == 1 && dtype != .float32 { return try abs().sum(dims, keepdim: keepdim) }
    let plan = try ReductionPlan(self, dims)
    let out = try GradMode.off {
      if dtype == .float32 { return try plan.norms(p, keepdim: keepdim) }
      let wide = try converted(.float64)
      let total = try (p == 2 ? wide.mul(wide) : wide.abs().pow(.double(p))).sum(dims, keepdim: keepdim)
      return try (p == 2 ? total.sqrt() : total.pow(.double(1 / p))).converted(dtype)
    }
    let x = SavedTensor(self)
    let own = shape
    return out.record("LinalgVectorNormBackward0", self, savingResult: true) { call in
      let y = try call.result.expandedBack(to: own, plan.reduced, keepdim: keepdim)
      let grad = try call.grad.expandedBack(to: own, plan.reduced, keepdim: keepdim)
      let value = try x.value()
      if p == 2 { return [try value.div(y).maskedFill(y.eq(0), 0).mul(grad)] }
      if p == 1 { return [try value.sign().mul(grad)] }
      let slope =
        p < 2
        ? try value.sign().mul(value.abs().pow(.double(p - 1))).maskedFill(value.eq(0), 0)
        : try value.mul(value.abs().pow(.double(p - 2)))
      return [try slope.mul(grad.div(y.pow(.double(p - 1))).maskedFill(y.eq(0), 0))]
    }
  }
}

extension Op {
  private static func moment(_ name: String, _ compute: @escaping (Tensor, [Int]?, Double, Bool) throws -> Tensor) -> Op {
    let word = name == "std" ? "standard deviation" : "variance"
    return Op(
      "\(name)(input: Tensor, dim: ints? = None, *, correction: Number = 1, keepdim: bool = False)", .both,
      "The \(word) over dimensions.", example: "torch.\(name)(torch.tensor([[1., 3.], [4., 2.5]]), 1)"
    ) { call in
      let (x, dims, correction) = (try call.tensor(0), try call.optionalInts(1), try call.double(2))
      try warnOfNoFreedom(name, x, dims, correction)
      return .tensor(try compute(x, dims, correction, call.bool(3)))
    }
    .or("\(name)(input: Tensor, dim: ints? = None, unbiased: bool = True, keepdim: bool = False)") { call in
      let (x, dims, correction) = (try call.tensor(0), try call.optionalInts(1), try call.bool(2) ? 1.0 : 0)
      try warnOfNoFreedom(name, x, dims, correction)
      return .tensor(try compute(x, dims, correction, call.bool(3)))
    }
    .or("\(name)(input: Tensor, unbiased: bool)") { call in
      let (x, correction) = (try call.tensor(0), try call.bool(1) ? 1.0 : 0)
      try warnOfNoFreedom(name, x, nil, correction)
      return .tensor(try compute(x, nil, correction, false))
    }
  }

  /// Warns where a variance is taken of too few elements to be a number.
  private static func warnOfNoFreedom(_ name: String, _ x: Tensor, _ dims: [Int]?, _ correction: Double) throws(TensorError) {
    guard x.dtype.isFloatingPoint, Double(try ReductionPlan(x, dims).reducedCount) <= correction else { return }
    TensorWarning.emit(
      "\(name)(): degrees of freedom is <= 0. Correction should be strictly less than the reduction factor (input numel divided by "
        + "output numel).")
  }

  private static func momentAndMean(_ name: String, _ compute: @escaping (Tensor, [Int]?, Double, Bool) throws -> Tensor) -> Op
  {
    let node = name == "std_mean" ? "StdMeanBackward0" : "VarMeanBackward0"
    return Op(
      "\(name)(input: Tensor, dim: ints? = None, unbiased: bool = True, keepdim: bool = False)", .function,
      "Spread and mean over dimensions.", example: "torch.\(name)(torch.tensor([[1., 3.], [4., 2.5]]), 1)"
    ) { call in
      let x = try call.tensor(0)
      let dims = try call.optionalInts(1)
      try warnOfNoFreedom(name, x, dims, call.bool(2) ? 1 : 0)
      return .tuple([
        .tensor(try compute(x, dims, call.bool(2) ? 1 : 0, call.bool(3)).named(node, after: x)),
        .tensor(try x.mean(dims, keepdim: call.bool(3)).named(node, after: x)),
      ])
    }
  }

  static let reductions: [Op] = [
    Op(
      "sum(input: Tensor, dim: ints? = None, keepdim: bool = False, *, dtype: dtype? = None)", .both,
      "The sum over dimensions.",
      example: "torch.sum(torch.tensor([[1., 2.], [3., 4.]]), 1)"
    ) { call in .tensor(try call.tensor(0).sum(call.optionalInts(1), keepdim: call.bool(2), dtype: call.dtype(3))) },
    Op(
      "mean(input: Tensor, dim: ints? = None, keepdim: bool = False, *, dtype: dtype? = None)", .both,
      "The mean over dimensions.",
      example: "torch.mean(torch.tensor([[1., 2.], [3., 4.]]), 1)"
    ) { call in .tensor(try call.tensor(0).mean(call.optionalInts(1), keepdim: call.bool(2), dtype: call.dtype(3))) },
    moment("std") { try $0.std($1, correction: $2, keepdim: $3) },
    moment("var") { try $0.variance($1, correction: $2, keepdim: $3) },
    momentAndMean("std_mean") { try $0.std($1, correction: $2, keepdim: $3) },
    momentAndMean("var_mean") { try $0.variance($1, correction: $2, keepdim: $3) },
    Op(
      "prod(input: Tensor, dim: int? = None, keepdim: bool = False, *, dtype: dtype? = None)", .both, "The product.",
      example: "torch.prod(torch.tensor([[1., 2.], [3., 4.]]), 1)"
    ) { call in .tensor(try call.tensor(0).prod(call.optionalInt(1), keepdim: call.bool(2), dtype: call.dtype(3))) },
    Op(
      "all(input: Tensor, dim: ints? = None, keepdim: bool = False)", .both, "Whether all elements are true.",
      example: "torch.all(torch.tensor([True, False]))"
    ) { call in .tensor(try call.tensor(0).all(call.optionalInts(1), keepdim: call.bool(2))) },
    Op(
      "any(input: Tensor, dim: ints? = None, keepdim: bool = False)", .both, "Whether any element is true.",
      example: "torch.any(torch.tensor([True, False]))"
    ) { call in .tensor(try call.tensor(0).any(call.optionalInts(1), keepdim: call.bool(2))) },
    Op(
      "count_nonzero(input: Tensor, dim: ints? = None)", .both, "How many elements are not zero.",
      example: "torch.count_nonzero(torch.tensor([1, 0, 2]))"
    ) { call in .tensor(try call.tensor(0).ne(0).sum(call.optionalInts(1))) },
    Op(
      "logsumexp(input: Tensor, dim: ints, keepdim: bool = False)", .both, "log Σ eˣ, without overflow.",
      example: "torch.logsumexp(torch.tensor([[1., 2.], [3., 4.]]), 1)"
    ) { call in .tensor(try call.tensor(0).logsumexp(call.ints(1), keepdim: call.bool(2))) },
    Op(
      "norm(input: Tensor, p: any = 2, dim: ints? = None, keepdim: bool = False, dtype: dtype? = None)", .both, "The p-norm.",
      example: "torch.norm(torch.tensor([3., 4.]))"
    ) { call in
      let x = try call.dtype(4).map { try call.tensor(0).to($0) } ?? call.tensor(0)
      return .tensor(try x.norm(call.normOrder(1), call.optionalInts(2), keepdim: call.bool(3)))
    },
    Op(
      "vector_norm(x: Tensor, ord: any = 2, dim: ints? = None, keepdim: bool = False, *, dtype: dtype? = None)", .linalg,
      "The p-norm of vectors.", example: "torch.linalg.vector_norm(torch.tensor([3., 4.]))"
    ) { call in
      let x = try call.dtype(4).map { try call.tensor(0).to($0) } ?? call.tensor(0)
      return .tensor(try x.norm(call.normOrder(1), call.optionalInts(2), keepdim: call.bool(3)))
    },
  ]
}

extension OpCall {
  /// The order of a norm: a number, infinity as a number or text, `fro` and None for 2.
  func normOrder(_ slot: Int) throws(TensorError) -> Double {
    if isNone(slot) { return 2 }
    if case .string(let text) = self[slot] {
      switch text {
      case "fro": return 2
      case "inf": return .infinity
      default: throw .runtime("norm: order '\(text)' is not supported")
      }
    }
    return try double(slot)
  }
}
