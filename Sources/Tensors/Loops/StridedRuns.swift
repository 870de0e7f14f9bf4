/// The loop nest over up to four operands of one shape: neighbouring dimensions merged, the innermost left to the caller.
///
/// `forEach` gives the offsets at which each innermost run starts; runs have `count` items at the distances `steps`.
struct StridedRuns {
  /// Items of a run.
  private(set) var count = 1
  /// Distances inside a run, for each operand.
  private(set) var steps: (Int, Int, Int, Int) = (0, 0, 0, 0)
  private var outerCount = 0
  private var isEmpty = false
  private var sizes: Shape = []
  private var s0: Strides = []
  private var s1: Strides = []
  private var s2: Strides = []
  private var s3: Strides = []

  /// Plans the loops over `shape`; each operand has as many strides as the shape has dimensions (0 where it is broadcast).
  init(_ shape: Shape, _ a: Strides, _ b: Strides? = nil, _ c: Strides? = nil, _ d: Strides? = nil) {
    let none = Strides(repeating: 0, count: shape.count)
    let b = b ?? none
    let c = c ?? none
    let d = d ?? none
    // Dimensions from the innermost outwards, merged where every operand steps evenly from one to the next.
    var i = shape.count - 1
    while i >= 0 {
      let size = shape[i]
      if size == 0 { isEmpty = true }
      if size != 1 {
        let last = sizes.count - 1
        if last >= 0, s0[last] &* sizes[last] == a[i], s1[last] &* sizes[last] == b[i],
          s2[last] &* sizes[last] == c[i], s3[last] &* sizes[last] == d[i]
        {
          sizes[last] &*= size
        } else {
          sizes.append(size)
          s0.append(a[i])
          s1.append(b[i])
          s2.append(c[i])
          s3.append(d[i])
        }
      }
      i -= 1
    }
    if sizes.count > 0 {
      count = sizes[0]
      steps = (s0[0], s1[0], s2[0], s3[0])
    }
    outerCount = max(sizes.count - 1, 0)
  }

  /// Calls `body` for each run like `forEach`, from several threads when there is much to do: runs must not depend on each other.
  @inline(__always)
  func forEachInParallel(_ body: (Int, Int, Int, Int) -> Void) {
    let longest = outerCount == 0 ? 1 : sizes[outerCount]
    var total = count
    for d in 0..<outerCount { total &*= sizes[d + 1] }
    if isEmpty || longest == 1 || total < 2 * ParallelLoop.grain { return forEach(body) }
    ParallelLoop.run(longest, grain: 1 + ParallelLoop.grain / (total / longest)) { from, to in
      var part = self
      part.sizes[outerCount] = to - from
      part.forEach(
        from &* s0[outerCount], from &* s1[outerCount], from &* s2[outerCount], from &* s3[outerCount], body)
    }
  }

  /// Calls `body` for each run with the offset of its first item in each operand.
  @inline(__always)
  func forEach(_ body: (Int, Int, Int, Int) -> Void) { forEach(0, 0, 0, 0, body) }

  @inline(__always)
  private func forEach(_ f0: Int, _ f1: Int, _ f2: Int, _ f3: Int, _ body: (Int, Int, Int, Int) -> Void) {
    if isEmpty { return }
    var o0 = f0
    var o1 = f1
    var o2 = f2
    var o3 = f3
    if outerCount == 0 { return body(o0, o1, o2, o3) }
    var counter = Shape(repeating: 0, count: outerCount)
    while true {
      body(o0, o1, o2, o3)
      var d = 1
      while true {
        counter[d - 1] &+= 1
        o0 &+= s0[d]
        o1 &+= s1[d]
        o2 &+= s2[d]
        o3 &+= s3[d]
        if counter[d - 1] < sizes[d] { break }
        counter[d - 1] = 0
        o0 &-= s0[d] &* sizes[d]
        o1 &-= s1[d] &* sizes[d]
        o2 &-= s2[d] &* sizes[d]
        o3 &-= s3[d] &* sizes[d]
        d += 1
        if d > outerCount { return }
      }
    }
  }
}

extension Tensor {
  /// The strides with which this tensor is read where a result of `target` shape is wanted: 0 along broadcast dimensions.
  @inline(__always)
  func strides(broadcastTo target: Shape) -> Strides {
    if shape == target { return strides }
    var result = Strides(repeating: 0, count: target.count)
    let lead = target.count - shape.count
    for i in 0..<shape.count where shape[i] != 1 { result[lead + i] = strides[i] }
    return result
  }
}
