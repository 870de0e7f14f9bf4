import Tensors

/// In which order numpy's reductions visit the elements: for each element of the result a run of neighbours along the reduced dimension
/// of the smallest stride, and the starts of such runs.
struct ReductionPlan {
  /// The sizes of the result without the reduced dimensions.
  let keptShape: Shape
  /// Where each result's elements begin.
  let starts: [Int]
  /// Where the runs of one result begin, relative to its start, in the order of memory.
  let runs: [Int]
  let runLength: Int
  let runStride: Int
  /// Whether a run is summed up pairwise; elements of runs that lie farther apart than kept ones are added one by one.
  let isPairwise: Bool

  init(_ x: Tensor, _ axes: [Int]) {
    let kept = (0..<x.dim).filter { !axes.contains($0) }
    keptShape = Shape(kept.map { x.shape[$0] })
    var reduced = axes.filter { x.shape[$0] != 1 }.map { (size: x.shape[$0], stride: x.strides[$0]) }
    var origin = 0
    // Memory is walked forwards.
    for i in reduced.indices where reduced[i].stride < 0 && reduced[i].size > 0 {
      origin += (reduced[i].size - 1) &* reduced[i].stride
      reduced[i].stride = -reduced[i].stride
    }
    reduced.sort { $0.stride > $1.stride }
    var i = 1
    while i < reduced.count {
      if reduced[i - 1].stride == reduced[i].stride &* reduced[i].size {
        reduced[i - 1] = (reduced[i - 1].size &* reduced[i].size, reduced[i].stride)
        reduced.remove(at: i)
      } else {
        i += 1
      }
    }
    let inner = reduced.last ?? (1, 0)
    runLength = inner.size
    runStride = inner.stride
    let smallestKept = kept.filter { x.shape[$0] > 1 }.map { abs(x.strides[$0]) }.min()
    isPairwise = smallestKept.map { $0 > inner.stride } ?? true
    starts = StridedElements.offsets(keptShape, Shape(kept.map { x.strides[$0] })).map { $0 &+ origin }
    let outer = reduced.dropLast()
    runs = StridedElements.offsets(Shape(outer.map(\.size)), Shape(outer.map(\.stride)))
  }

  /// The shape of the result.
  static func shape(_ x: Tensor, _ axes: [Int], keepdims: Bool) -> Shape {
    if keepdims { return Shape((0..<x.dim).map { axes.contains($0) ? 1 : x.shape[$0] }) }
    return Shape((0..<x.dim).filter { !axes.contains($0) }.map { x.shape[$0] })
  }
}

/// Sums in numpy's order: halves are summed up apart, pieces of 128 elements in eight lanes.
enum PairwiseSum {
  static func sum<T: BinaryFloatingPoint>(_ p: UnsafePointer<T>, _ n: Int, _ stride: Int) -> T {
    if n < 8 {
      var result: T = -0.0
      for i in 0..<n { result += p[i &* stride] }
      return result
    }
    if n <= 128 {
      var (a, b, c, d) = (p[0], p[stride], p[2 &* stride], p[3 &* stride])
      var (e, f, g, h) = (p[4 &* stride], p[5 &* stride], p[6 &* stride], p[7 &* stride])
      var i = 8
      while i < n - n % 8 {
        let q = p + i &* stride
        a += q[0]
        b += q[stride]
        c += q[2 &* stride]
        d += q[3 &* stride]
        e += q[4 &* stride]
        f += q[5 &* stride]
        g += q[6 &* stride]
        h += q[7 &* stride]
        i += 8
      }
      var result = ((a + b) + (c + d)) + ((e + f) + (g + h))
      while i < n {
        result += p[i &* stride]
        i += 1
      }
      return result
    }
    var half = n / 2
    half -= half % 8
    return sum(p, half, stride) + sum(p + half &* stride, n - half, stride)
  }

  /// The sums of a plan, one for each element of the result.
  static func sums<T: BinaryFloatingPoint>(_ p: UnsafePointer<T>, _ plan: ReductionPlan, _ out: UnsafeMutablePointer<T>) {
    for (i, start) in plan.starts.enumerated() {
      var total: T = -0.0
      for run in plan.runs {
        let q = p + (start &+ run)
        if plan.isPairwise {
          total += sum(q, plan.runLength, plan.runStride)
        } else {
          for j in 0..<plan.runLength { total += q[j &* plan.runStride] }
        }
      }
      // Nothing at all sums up to plain zero.
      out[i] = plan.runs.isEmpty || plan.runLength == 0 ? 0 : total
    }
  }
}
