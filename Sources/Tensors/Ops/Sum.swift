import CKernels

extension Tensor {
  /// The sum over dimensions, all of them if none are named. Booleans and integers are summed as int64, floats in PyTorch's order of
  /// additions.
  package func sum(_ dims: [Int]? = nil, keepdim: Bool = false, dtype wanted: DType? = nil) throws(TensorError) -> Tensor {
    let type = wanted ?? (dtype.isFloatingPoint ? dtype : .int64)
    if type != dtype, dtype.isFloatingPoint || type.isFloatingPoint {
      return try to(type).sum(dims, keepdim: keepdim)
    }
    let plan = try ReductionPlan(self, dims)
    let out = try Tensor(uninitialised: plan.shape(keepdim: keepdim), dtype: type)
    plan.sum(into: out)
    let own = shape
    return out.record(dims == nil ? "SumBackward0" : "SumBackward1", self) { call in
      [try call.grad.expandedBack(to: own, plan.reduced, keepdim: keepdim)]
    }
  }

  /// The mean over dimensions, all of them if none are named.
  package func mean(_ dims: [Int]? = nil, keepdim: Bool = false, dtype wanted: DType? = nil) throws(TensorError) -> Tensor {
    if let wanted, wanted != dtype { return try to(wanted).mean(dims, keepdim: keepdim) }
    guard dtype.isFloatingPoint else {
      throw .notImplemented(
        "mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype. Got: "
          + dtype.scalarName)
    }
    let plan = try ReductionPlan(self, dims)
    let out = try Tensor(uninitialised: plan.shape(keepdim: keepdim), dtype: dtype)
    plan.sum(into: out)
    let count = plan.reducedCount
    var work = FloatBinaryScalarWork<DivideKernel>(out: out, a: out, b: .int(count), swapped: false)
    try dtype.dispatch(&work, "mean")
    let own = shape
    return out.record(dims == nil ? "MeanBackward0" : "MeanBackward1", self) { call in
      [try call.grad.div(.int(count)).expandedBack(to: own, plan.reduced, keepdim: keepdim)]
    }
  }

  /// A gradient of a reduction spread over the reduced dimensions again.
  func expandedBack(to whole: Shape, _ reduced: [Bool], keepdim: Bool) throws(TensorError) -> Tensor {
    if whole.count == 0 { return self }
    var grad = self
    if !keepdim {
      var sizes = whole
      for i in 0..<whole.count where reduced[i] { sizes[i] = 1 }
      grad = try grad.reshape(sizes)
    }
    return try grad.expand(whole)
  }
}

/// Which dimensions of a tensor a reduction takes together.
struct ReductionPlan {
  let source: Tensor
  /// One entry a dimension.
  let reduced: [Bool]

  init(_ source: Tensor, _ dims: [Int]?, emptyMeansAll: Bool = true) throws(TensorError) {
    self.source = source
    let rank = source.shape.count
    guard rank <= Int(lk_max_rank) else { throw .runtime("tensor has too many (>64) dims") }
    guard let dims, !(dims.isEmpty && emptyMeansAll) else {
      reduced = [Bool](repeating: true, count: rank)
      return
    }
    var marks = [Bool](repeating: false, count: max(rank, 1))
    for dim in dims {
      let d = try source.normalised(dim)
      guard !marks[d] else { throw .runtime("dim \(d) appears multiple times in the list of dims") }
      marks[d] = true
    }
    reduced = rank == 0 ? [] : marks
  }

  /// Sizes of the result.
  func shape(keepdim: Bool) -> Shape {
    var result = Shape()
    for i in 0..<source.shape.count {
      if !reduced[i] { result.append(source.shape[i]) } else if keepdim { result.append(1) }
    }
    return result
  }

  /// How many elements go into one result.
  var reducedCount: Int {
    var n = 1
    for i in 0..<source.shape.count where reduced[i] { n &*= source.shape[i] }
    return n
  }

  /// Sums into `out`, which is row-major.
  func sum(into out: Tensor) {
    let rank = source.shape.count
    switch source.dtype {
    case .float32, .float64:
      withUnsafeTemporaryAllocation(of: Int64.self, capacity: 2 * rank + 1) { geometry in
        for i in 0..<rank {
          geometry[i] = Int64(source.shape[i])
          geometry[rank + i] = Int64(source.strides[i])
        }
        let sizes = UnsafePointer(geometry.baseAddress!)  // capacity is at least one
        reduced.withUnsafeBufferPointer { marks in
          // An empty array has no address, and rank 0 reads none.
          var none = false
          withUnsafePointer(to: &none) { spare in
            let flags = marks.baseAddress ?? spare
            if source.dtype == .float32 {
              lk_sum_f32(source.pointer(Float.self), Int32(rank), sizes, sizes + rank, flags, out.pointer(Float.self))
            } else {
              lk_sum_f64(source.pointer(Double.self), Int32(rank), sizes, sizes + rank, flags, out.pointer(Double.self))
            }
          }
        }
      }
    default:
      if sumLines(into: out) { return }
      out.fillElements(0)
      var work = IntegerSumWork(source: source, out: out, strides: outStrides(out))
      try? source.dtype.dispatch(&work)  // sums do not fail
    }
  }

  /// Sums whole numbers that lie side by side; false where they do not.
  private func sumLines(into out: Tensor) -> Bool {
    guard source.isContiguous, source.elementCount > 0, source.dtype != .float16 else { return false }
    var (lines, length) = (1, 1)
    for i in 0..<source.shape.count where source.shape[i] != 1 {
      // Kept dimensions first, then the summed ones.
      if !reduced[i] && length > 1 { return false }
      if reduced[i] { length &*= source.shape[i] } else { lines &*= source.shape[i] }
    }
    lk_line_sums(
      lk_type(UInt32(source.dtype.rawValue)), source.rawPointer, Int64(lines), Int64(length), out.int64Pointer)
    return true
  }

  /// The strides with which `out` is written while the source is walked: 0 along reduced dimensions.
  func outStrides(_ out: Tensor) -> Strides {
    var result = Strides(repeating: 0, count: source.shape.count)
    var step = 1
    var i = source.shape.count - 1
    while i >= 0 {
      if !reduced[i] {
        result[i] = step
        step &*= source.shape[i]
      }
      i -= 1
    }
    return result
  }

  private struct IntegerSumWork: ElementWork {
    let source: Tensor
    let out: Tensor
    let strides: Strides
    mutating func run<T: Element>(_ type: T.Type) {
      let p = source.pointer(T.self)
      let o = out.pointer(Int.self)
      let runs = StridedRuns(source.shape, source.strides, strides)
      let n = runs.count
      let (step, outStep, _, _) = runs.steps
      runs.forEach { i, j, _, _ in
        for k in 0..<n { o[j &+ k &* outStep] &+= p[i &+ k &* step].int }
      }
    }
  }
}
