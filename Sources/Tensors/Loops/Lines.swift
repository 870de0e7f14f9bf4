/// The lines of a tensor along one dimension: what sorting, running sums and searches for extremes work on.
struct Lines {
  /// The tensor whose lines these are.
  let source: Tensor
  /// The dimension; for a zero-dim tensor there is one line of one element.
  let dim: Int
  /// Elements of a line.
  let length: Int
  /// Distance between neighbours of a line.
  let step: Int
  private let starts: StridedRuns
  private let rest: Shape

  init(_ source: Tensor, _ dim: Int) {
    self.source = source
    self.dim = dim
    if source.shape.count == 0 {
      length = 1
      step = 1
      rest = []
      starts = StridedRuns([], [])
      return
    }
    length = source.shape[dim]
    step = source.strides[dim]
    var sizes = source.shape
    var steps = source.strides
    sizes.remove(at: dim)
    steps.remove(at: dim)
    rest = sizes
    starts = StridedRuns(sizes, steps, sizes.contiguousStrides)
  }

  /// The number of lines.
  var count: Int { rest.elementCount }

  /// Calls `body` with the offset of each line's first element and the line's number in row-major order.
  @inline(__always)
  func forEach(_ body: (_ offset: Int, _ number: Int) -> Void) {
    let n = starts.count
    let (s, t, _, _) = starts.steps
    starts.forEach { offset, number, _, _ in
      for k in 0..<n { body(offset &+ k &* s, number &+ k &* t) }
    }
  }

  /// Sizes of a result with one element a line.
  func shape(keepdim: Bool) -> Shape {
    if source.shape.count == 0 { return [] }
    var sizes = source.shape
    if keepdim { sizes[dim] = 1 } else { sizes.remove(at: dim) }
    return sizes
  }
}

extension Tensor {
  /// These dimensions merged into one at the end, copied if need be; and the shape of a reduction over them.
  func gathered(_ dims: [Int]?) throws(TensorError) -> (lines: Tensor, plan: ReductionPlan) {
    let plan = try ReductionPlan(self, dims)
    var kept: [Int] = []
    var reduced: [Int] = []
    for i in 0..<shape.count { if plan.reduced[i] { reduced.append(i) } else { kept.append(i) } }
    let n = plan.reducedCount
    let lines = try permute(kept + reduced).reshape([n == 0 ? 0 : elementCount / n, n])
    return (lines, plan)
  }
}
