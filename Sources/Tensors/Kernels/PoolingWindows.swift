import CKernels

/// The window of inputs that each output of a pooling sees, along one to three spatial dimensions.
struct PoolingWindows {
  /// Sizes and window bounds, brought to three dimensions by ones in front.
  private let input: [Int]
  private let output: [Int]
  private let starts: [[Int32]]
  private let ends: [[Int32]]
  private let steps: [Int]
  /// Elements that each output is the average of, padding included where it counts.
  private(set) var counts: [Int] = []
  let spatialOutput: [Int]

  /// Windows of a fixed size.
  init(
    input: [Int], kernel: [Int], stride: [Int], padding: [Int], dilation: [Int], ceilMode: Bool,
    countIncludesPadding: Bool = true
  ) {
    let output = input.indices.map { d in
      PoolingWindows.outputSize(input[d], kernel[d], stride[d], padding[d], dilation[d], ceilMode)
    }
    var starts: [[Int32]] = []
    var ends: [[Int32]] = []
    var sizes: [[Int]] = []
    for d in input.indices {
      var (low, high, size): ([Int32], [Int32], [Int]) = ([], [], [])
      for o in 0..<max(0, output[d]) {
        let start = o * stride[d] - padding[d]
        let end = min(start + dilation[d] * (kernel[d] - 1) + 1, input[d] + padding[d])
        var first = start
        while first < 0 { first += dilation[d] }
        let last = min(end, input[d])
        low.append(Int32(first))
        high.append(Int32(last))
        size.append(countIncludesPadding ? end - start : last - first)
      }
      starts.append(low)
      ends.append(high)
      sizes.append(size)
    }
    self.init(input, output, starts, ends, dilation, sizes)
  }

  /// Windows that share the input evenly among a given number of outputs.
  init(input: [Int], output: [Int]) {
    var starts: [[Int32]] = []
    var ends: [[Int32]] = []
    for d in input.indices {
      starts.append((0..<output[d]).map { Int32($0 * input[d] / output[d]) })
      ends.append((0..<output[d]).map { Int32((($0 + 1) * input[d] + output[d] - 1) / output[d]) })
    }
    let sizes = input.indices.map { d in zip(starts[d], ends[d]).map { Int($1 - $0) } }
    self.init(input, output, starts, ends, input.map { _ in 1 }, sizes)
  }

  private init(
    _ input: [Int], _ output: [Int], _ starts: [[Int32]], _ ends: [[Int32]], _ steps: [Int], _ sizes: [[Int]]
  ) {
    let missing = 3 - input.count
    let ones = [Int](repeating: 1, count: missing)
    spatialOutput = output
    self.input = ones + input
    self.output = ones + output
    self.steps = ones + steps
    self.starts = [[Int32]](repeating: [0], count: missing) + starts
    self.ends = [[Int32]](repeating: [1], count: missing) + ends
    let all = [[Int]](repeating: [1], count: missing) + sizes
    for a in all[0] {
      for b in all[1] {
        for c in all[2] { counts.append(a * b * c) }
      }
    }
  }

  /// ⌊(in + 2 padding − dilation (kernel − 1) − 1) / stride⌋ + 1, or the ceiling as long as the last window starts inside.
  static func outputSize(_ input: Int, _ kernel: Int, _ stride: Int, _ padding: Int, _ dilation: Int, _ ceilMode: Bool) -> Int {
    let room = input + 2 * padding - dilation * (kernel - 1) - 1 + (ceilMode ? stride - 1 : 0)
    let steps = room >= 0 ? room / stride : -((-room + stride - 1) / stride)
    let size = steps + 1
    return ceilMode && (size - 1) * stride >= input + padding ? size - 1 : size
  }

  /// Whether windows are two-dimensional, do not overlap, and leave at least three numbers in four of a gradient zero.
  var isSparse: Bool {
    guard input[0] == 1, output[0] == 1, steps == [1, 1, 1], outputPixels * 4 <= input[1] * input[2] else { return false }
    return (1...2).allSatisfy { d in zip(ends[d], starts[d].dropFirst()).allSatisfy { $0 <= $1 } }
  }

  /// Outputs in a plane.
  var outputPixels: Int { output.reduce(1, *) }

  /// The windows as the C loops want them.
  func with<R>(planes: Int, lanes: Int, _ body: (UnsafePointer<lk_windows>) -> R) -> R {
    func withBounds(_ bounds: [[Int32]], _ body: ((UnsafePointer<Int32>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?)) -> R)
      -> R
    {
      bounds[0].withUnsafeBufferPointer { a in
        bounds[1].withUnsafeBufferPointer { b in
          bounds[2].withUnsafeBufferPointer { c in body((a.baseAddress, b.baseAddress, c.baseAddress)) }
        }
      }
    }
    func triple(_ values: [Int]) -> (Int64, Int64, Int64) { (Int64(values[0]), Int64(values[1]), Int64(values[2])) }
    return withBounds(starts) { start in
      withBounds(ends) { end in
        var windows = lk_windows(
          planes: Int64(planes), lanes: Int64(lanes), in: triple(input), out: triple(output), step: triple(steps), start: start,
          end: end)
        return body(&windows)
      }
    }
  }
}
