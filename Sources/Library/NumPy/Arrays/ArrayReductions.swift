import Glibc
import Interpreter
import Tensors

/// Reductions over axes, in numpy's order of arithmetic.
enum ArrayReductions {
  /// Reductions by name.
  static func reduce(_ name: String, _ x: Tensor, _ axes: [Int]?, _ dtype: DType? = nil, keepdims: Bool = false) throws(Raised)
    -> Tensor
  {
    let dims = axes ?? Array(0..<x.dim)
    let shape = ReductionPlan.shape(x, dims, keepdims: keepdims)
    switch name {
    case "sum": return try sum(x, dims, dtype ?? summable(x.dtype), shape)
    case "prod": return try prod(x, dims, dtype ?? summable(x.dtype), shape)
    case "mean": return try mean(x, dims, dtype, shape)
    case "max", "min": return try extreme(x, dims, shape, isMaximum: name == "max")
    default: return try truth(x, dims, shape, isAll: name == "all")
    }
  }

  private static func summable(_ dtype: DType) -> DType { dtype.isFloatingPoint ? dtype : .int64 }

  private static func converted(_ x: Tensor, _ dtype: DType) throws(Raised) -> Tensor {
    if x.dtype == dtype { return x }
    let source = x.hasNegativeStride ? try StridedElements.copy(of: x) : x
    return try converting { () throws(TensorError) in try source.to(dtype) }
  }

  private static func memory(_ shape: Shape, _ dtype: DType) throws(Raised) -> Tensor {
    try ArrayMemory.make(shape, dtype)
  }

  private static func sum(_ x: Tensor, _ dims: [Int], _ dtype: DType, _ shape: Shape) throws(Raised) -> Tensor {
    let wide = dtype.wide
    let source = try converted(x, wide)
    let plan = ReductionPlan(source, dims)
    let result = try memory(shape, wide)
    switch wide {
    case .float32: PairwiseSum.sums(source.pointer(Float.self), plan, result.pointer(Float.self))
    case .float64: PairwiseSum.sums(source.pointer(Double.self), plan, result.pointer(Double.self))
    default:
      fold(source.pointer(Int.self), plan, result.pointer(Int.self), 0) { $0 &+ $1 }
    }
    return try converted(result, dtype)
  }

  private static func prod(_ x: Tensor, _ dims: [Int], _ dtype: DType, _ shape: Shape) throws(Raised) -> Tensor {
    let wide = dtype.wide
    let source = try converted(x, wide)
    let plan = ReductionPlan(source, dims)
    let result = try memory(shape, wide)
    switch wide {
    case .float32: fold(source.pointer(Float.self), plan, result.pointer(Float.self), 1) { $0 * $1 }
    case .float64: fold(source.pointer(Double.self), plan, result.pointer(Double.self), 1) { $0 * $1 }
    default: fold(source.pointer(Int.self), plan, result.pointer(Int.self), 1) { $0 &* $1 }
    }
    return try converted(result, dtype)
  }

  @inline(__always)
  private static func fold<T>(
    _ p: UnsafePointer<T>, _ plan: ReductionPlan, _ out: UnsafeMutablePointer<T>, _ start: T, _ step: (T, T) -> T
  ) {
    for (i, origin) in plan.starts.enumerated() {
      var total = start
      for run in plan.runs {
        let q = p + (origin &+ run)
        for j in 0..<plan.runLength { total = step(total, q[j &* plan.runStride]) }
      }
      out[i] = total
    }
  }

  private static func mean(_ x: Tensor, _ dims: [Int], _ dtype: DType?, _ shape: Shape) throws(Raised) -> Tensor {
    let type = dtype ?? (x.dtype.isFloatingPoint ? x.dtype : .float64)
    let count = dims.reduce(1) { $0 &* x.shape[$1] }
    if count == 0 {
      try Interpreter.current.warn("Mean of empty slice", .runtimeWarning)
    }
    let total = try sum(x, dims, type, shape)
    return try divided(total, by: Double(count), isMean: true)
  }

  private static func divided(_ x: Tensor, by count: Double, isMean: Bool) throws(Raised) -> Tensor {
    if count == 0, x.elementCount > 0 { try ArrayWarnings.issue(.invalid, x.dim == 0 ? "scalar divide" : "divide") }
    return try ElementwiseLoops.map(x) { $0 / count }
  }

  /// `var`, and `std` as its root.
  static func spread(_ x: Tensor, _ axes: [Int]?, _ dtype: DType?, ddof: Double, keepdims: Bool, isRoot: Bool) throws(Raised)
    -> Tensor
  {
    let dims = axes ?? Array(0..<x.dim)
    let type = dtype ?? (x.dtype.isFloatingPoint ? x.dtype : .float64)
    let count = dims.reduce(1) { $0 &* x.shape[$1] }
    let freedom = max(Double(count) - ddof, 0)
    if freedom <= 0 { try Interpreter.current.warn("Degrees of freedom <= 0 for slice", .runtimeWarning) }
    let source = try converted(x, type == .float16 ? .float32 : type)
    let kept = ReductionPlan.shape(x, dims, keepdims: true)
    let mean = try ElementwiseLoops.map(sum(source, dims, source.dtype, kept)) { $0 / Double(count) }
    let squares = try ElementwiseLoops.map(source, mean) { a, b in
      let distance = source.dtype == .float32 ? Double(Float(a - b)) : a - b
      return distance * distance
    }
    let total = try sum(squares, dims, source.dtype, ReductionPlan.shape(x, dims, keepdims: keepdims))
    let variance = try divided(total, by: freedom, isMean: false)
    return try converted(isRoot ? try ElementwiseLoops.map(variance) { $0.squareRoot() } : variance, type)
  }

  private static func extreme(_ x: Tensor, _ dims: [Int], _ shape: Shape, isMaximum: Bool) throws(Raised) -> Tensor {
    if dims.contains(where: { x.shape[$0] == 0 }) {
      throw .valueError("zero-size array to reduction operation \(isMaximum ? "maximum" : "minimum") which has no identity")
    }
    let wide: DType = x.dtype.isFloatingPoint ? .float64 : .int64
    let source = try converted(x, wide)
    let plan = ReductionPlan(source, dims)
    let result = try memory(shape, wide)
    if wide == .float64 {
      let start: Double = isMaximum ? -.infinity : .infinity
      let p = source.pointer(Double.self)
      let r = result.pointer(Double.self)
      if isMaximum {
        fold(p, plan, r, start) { $0.isNaN || $0 >= $1 ? $0 : $1 }
      } else {
        fold(p, plan, r, start) { $0.isNaN || $0 <= $1 ? $0 : $1 }
      }
    } else {
      let p = source.pointer(Int.self)
      let r = result.pointer(Int.self)
      fold(p, plan, r, isMaximum ? Int.min : Int.max) { isMaximum ? max($0, $1) : min($0, $1) }
    }
    return try converted(result, x.dtype)
  }

  private static func truth(_ x: Tensor, _ dims: [Int], _ shape: Shape, isAll: Bool) throws(Raised) -> Tensor {
    let source = try converted(x, .bool)
    let result = try memory(shape, .bool)
    let plan = ReductionPlan(source, dims)
    fold(source.pointer(Bool.self), plan, result.pointer(Bool.self), isAll) { isAll ? $0 && $1 : $0 || $1 }
    return result
  }

  /// `argmax` and `argmin`: the first of the extremes; NaN counts as one.
  static func position(_ x: Tensor, _ axis: Int?, keepdims: Bool, isMaximum: Bool) throws(Raised) -> Tensor {
    let source = axis == nil ? ArrayShapes.flat(x) : x
    let dim = axis ?? 0
    let shape =
      axis == nil && keepdims
      ? Shape(repeating: 1, count: x.dim) : ReductionPlan.shape(source, [dim], keepdims: keepdims && axis != nil)
    if source.shape[dim] == 0 { throw .valueError("attempt to get \(isMaximum ? "argmax" : "argmin") of an empty sequence") }
    let wide = try converted(source, x.dtype.isFloatingPoint ? .float64 : .int64)
    let result = try memory(shape, .int64)
    let starts = StridedElements.offsets(
      Shape((0..<wide.dim).filter { $0 != dim }.map { wide.shape[$0] }),
      Shape((0..<wide.dim).filter { $0 != dim }.map { wide.strides[$0] }))
    let (n, stride, r) = (wide.shape[dim], wide.strides[dim], result.pointer(Int.self))
    if wide.dtype == .float64 {
      let p = wide.pointer(Double.self)
      for (i, start) in starts.enumerated() {
        var best = 0
        for j in 1..<max(n, 1) where !p[start + best &* stride].isNaN {
          let (new, old) = (p[start + j &* stride], p[start + best &* stride])
          if new.isNaN || (isMaximum ? new > old : new < old) { best = j }
        }
        r[i] = best
      }
    } else {
      let p = wide.pointer(Int.self)
      for (i, start) in starts.enumerated() {
        var best = 0
        for j in 1..<max(n, 1) {
          let (new, old) = (p[start + j &* stride], p[start + best &* stride])
          if isMaximum ? new > old : new < old { best = j }
        }
        r[i] = best
      }
    }
    return result
  }

  /// Running sums, products, maxima or minima along an axis.
  static func running(_ name: String, _ x: Tensor, _ axis: Int?, _ dtype: DType?) throws(Raised) -> Tensor {
    let keeps = name == "cummax" || name == "cummin"
    let type = dtype ?? (keeps ? x.dtype : summable(x.dtype))
    let wide = type.wide
    let source = try converted(axis == nil ? ArrayShapes.flat(x) : x, wide)
    let result = try StridedElements.copy(of: source)
    let dim = axis ?? 0
    let others = (0..<result.dim).filter { $0 != dim }
    let starts = StridedElements.offsets(Shape(others.map { result.shape[$0] }), Shape(others.map { result.strides[$0] }))
    let (n, stride) = (result.shape[dim], result.strides[dim])
    switch wide {
    case .float32:
      let p = result.pointer(Float.self)
      let step: (Float, Float) -> Float =
        name == "cumsum" ? { $0 + $1 } : name == "cumprod" ? { $0 * $1 } : name == "cummax" ? { max($0, $1) } : { min($0, $1) }
      for start in starts {
        for i in 1..<max(n, 1) { p[start + i &* stride] = step(p[start + (i - 1) &* stride], p[start + i &* stride]) }
      }
    case .float64:
      let p = result.pointer(Double.self)
      let step: (Double, Double) -> Double =
        name == "cumsum" ? { $0 + $1 } : name == "cumprod" ? { $0 * $1 } : name == "cummax" ? { max($0, $1) } : { min($0, $1) }
      for start in starts {
        for i in 1..<max(n, 1) { p[start + i &* stride] = step(p[start + (i - 1) &* stride], p[start + i &* stride]) }
      }
    default:
      let p = result.pointer(Int.self)
      let step: (Int, Int) -> Int =
        name == "cumsum"
        ? { $0 &+ $1 } : name == "cumprod" ? { $0 &* $1 } : name == "cummax" ? { max($0, $1) } : { min($0, $1) }
      for start in starts {
        for i in 1..<max(n, 1) { p[start + i &* stride] = step(p[start + (i - 1) &* stride], p[start + i &* stride]) }
      }
    }
    return try converted(result, type)
  }
}
