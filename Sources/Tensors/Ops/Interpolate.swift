import Glibc

/// How new elements are taken from old ones when sizes change.
private enum InterpolationMode: String {
  case nearest, linear, bilinear, bicubic, trilinear, area, lanczos
  case nearestExact = "nearest-exact"

  /// How many spatial dimensions it is for; nil where any will do.
  var dimensions: Int? {
    switch self {
    case .linear: 1
    case .bilinear, .bicubic, .lanczos: 2
    case .trilinear: 3
    default: nil
    }
  }

  var isSmooth: Bool { dimensions != nil }
}

/// One dimension's map from old places to new ones: each new element is a sum of `indices.count` old ones with weights.
private struct InterpolationTaps {
  var indices: [[Int]] = []
  var weights: [[Double]] = []

  /// `scale` is the distance of neighbours in old places.
  init(_ mode: InterpolationMode, from old: Int, to new: Int, scale: Double, alignsCorners: Bool) {
    let taps = mode == .bicubic ? 4 : mode.isSmooth ? 2 : 1
    indices = Array(repeating: [], count: taps)
    weights = Array(repeating: [], count: taps)
    for place in 0..<new {
      switch mode {
      case .nearest: add([min(old - 1, Int((Float(place) * Float(scale)).rounded(.down)))], [1])
      case .nearestExact, .area: add([min(old - 1, Int(((Float(place) + 0.5) * Float(scale)).rounded(.down)))], [1])
      case .bicubic:
        let x = alignsCorners ? Double(place) * scale : (Double(place) + 0.5) * scale - 0.5
        let first = x.rounded(.down)
        add((-1...2).map { max(0, min(old - 1, Int(first) + $0)) }, InterpolationTaps.cubic(x - first))
      default:
        let x = alignsCorners ? Double(place) * scale : max(0, (Double(place) + 0.5) * scale - 0.5)
        let first = min(old - 1, Int(x))
        add([first, min(old - 1, first + 1)], [1 - min(1, x - Double(first)), min(1, x - Double(first))])
      }
    }
  }

  /// Taps of a filter that grows with the distance of neighbours, so that shrinking averages over all that a new place covers.
  init(antialiased mode: InterpolationMode, from old: Int, to new: Int, scale: Double) {
    let reach = mode == .bilinear ? 1.0 : mode == .bicubic ? 2.0 : 3.0
    let support = scale >= 1 ? reach * scale : reach
    let sharpness = scale >= 1 ? 1 / scale : 1
    let taps = min(old, Int(support.rounded(.up)) * 2 + 1)
    indices = Array(repeating: [], count: taps)
    weights = Array(repeating: [], count: taps)
    for place in 0..<new {
      let centre = scale * (Double(place) + 0.5)
      let first = max(Int(centre - support + 0.5), 0)
      let count = min(min(Int(centre + support + 0.5), old) - first, taps)
      var shares = (0..<max(count, 0)).map { InterpolationTaps.filter(mode, (Double($0 + first) - centre + 0.5) * sharpness) }
      let total = shares.reduce(0, +)
      if total != 0 { shares = shares.map { $0 / total } }
      let missing = taps - shares.count
      add((0..<taps).map { min(first + $0, old - 1) }, shares + [Double](repeating: 0, count: missing))
    }
  }

  private static func filter(_ mode: InterpolationMode, _ distance: Double) -> Double {
    let x = abs(distance)
    switch mode {
    case .bilinear: return max(0, 1 - x)
    case .bicubic:
      // Keys' cubic with a = −0.5, as PIL has it.
      if x < 1 { return (1.5 * x - 2.5) * x * x + 1 }
      return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0
    default:
      func sinc(_ x: Double) -> Double { x == 0 ? 1 : sin(.pi * x) / (.pi * x) }
      return x < 3 ? sinc(x) * sinc(x / 3) : 0
    }
  }

  private mutating func add(_ places: [Int], _ shares: [Double]) {
    for tap in indices.indices {
      indices[tap].append(places[tap])
      weights[tap].append(shares[tap])
    }
  }

  /// Keys' cubic with a = −0.75 at the four old places around a fraction.
  private static func cubic(_ t: Double) -> [Double] {
    func near(_ x: Double) -> Double { ((1.25 * x - 2.25) * x) * x + 1 }
    func far(_ x: Double) -> Double { ((-0.75 * x + 3.75) * x - 6) * x + 3 }
    return [far(t + 1), near(t), near(1 - t), far(2 - t)]
  }
}

extension Tensor {
  /// Brings the spatial dimensions to other sizes.
  ///
  /// **Shape** `[N, C, in…]` → `[N, C, out…]` with one to three spatial dimensions. The mode must fit their number: `linear`, `bilinear`
  /// and `bicubic`, `trilinear`; `nearest`, `nearest-exact` and `area` fit any. **Gradient**: each old element gets the new
  /// elements' gradients in the proportions in which it went into them.
  package func interpolated(
    size: [Int]?, scaleFactor: [Double]?, mode name: String = "nearest", alignCorners: Bool? = nil,
    recomputesScale: Bool = false, antialias: Bool = false
  ) throws(TensorError) -> Tensor {
    if antialias, !["bilinear", "bicubic", "lanczos"].contains(name) || dim != 4 {
      throw .value(
        "Anti-alias option is restricted to bilinear, bicubic, and lanczos modes and requires a 4-D tensor as input")
    }
    if name == "lanczos" && !antialias { throw .value("Lanczos mode requires antialias=True") }
    guard let mode = InterpolationMode(rawValue: name) else {
      throw .notImplemented(
        "Input Error: Only 3D, 4D and 5D input Tensors supported (got \(dim)D) for the modes: nearest | linear | bilinear | bicubic | trilinear | lanczos | area | nearest-exact (got \(name))"
      )
    }
    if !mode.isSmooth, alignCorners != nil {
      throw .value("align_corners option can only be set with the interpolating modes: linear | bilinear | bicubic | trilinear")
    }
    let spatial = dim - 2
    guard (1...3).contains(spatial), mode.dimensions == nil || mode.dimensions == spatial else {
      if (1...3).contains(spatial) {
        throw .notImplemented("Got \(dim)D input, but \(name) mode needs \((mode.dimensions ?? 0) + 2)D input")
      }
      throw .notImplemented(
        "Input Error: Only 3D, 4D and 5D input Tensors supported (got \(dim)D) for the modes: nearest | linear | bilinear | bicubic | "
          + "trilinear | lanczos | area | nearest-exact (got \(name))")
    }
    let old = Array(shape.dropFirst(2))
    let (new, factors) = try newSizes(old, size, scaleFactor)
    guard old.allSatisfy({ $0 > 0 }), new.allSatisfy({ $0 > 0 }) else {
      throw .runtime(
        "Input and output sizes should be greater than 0, but got input (\(Tensor.sizesText(old))) output (\(Tensor.sizesText(new)))"
      )
    }
    if mode == .area { return try adaptiveAveragePool(spatial, outputSize: new) }
    guard dtype.isFloatingPoint || mode == .nearest && dtype == .uint8 else {
      throw .notImplemented("upsample_\(name)\(spatial)d_out_frame", for: dtype)
    }
    let aligns = alignCorners ?? false
    let maps = (0..<spatial).map { i -> InterpolationTaps in
      var scale = Double(old[i]) / Double(new[i])
      if let factors, !recomputesScale, factors[i] > 0 { scale = 1 / factors[i] }
      if aligns { scale = new[i] > 1 ? Double(old[i] - 1) / Double(new[i] - 1) : 0 }
      if antialias { return InterpolationTaps(antialiased: mode, from: old[i], to: new[i], scale: scale) }
      return InterpolationTaps(mode, from: old[i], to: new[i], scale: scale, alignsCorners: aligns)
    }
    let x = detach()
    let result = try GradMode.off { () throws(TensorError) -> Tensor in
      var y = x
      // The last dimension comes first, as in PyTorch's nested sums.
      for i in (0..<spatial).reversed() { y = try y.gathered(maps[i], 2 + i) }
      return y
    }
    let kind = mode == .nearestExact ? "NearestExact" : name.prefix(1).uppercased() + name.dropFirst()
    let own = shape
    return result.record("Upsample\(kind)\(spatial)D\(antialias ? "Aa" : "")Backward0", self) { call in
      if !mode.isSmooth {
        // Each old element's gradients are added in the row-major order of the new ones, as PyTorch adds them.
        var places = [0]
        for i in 0..<spatial { places = places.flatMap { place in maps[i].indices[0].map { place * old[i] + $0 } } }
        let lines = own[0] * own[1]
        let flat = try call.grad.reshape([lines, places.count])
        let sums = try Tensor.zeros([lines, old.reduce(1, *)], dtype: flat.dtype).indexAdd(1, Tensor(places), flat)
        return [try sums.reshape(own)]
      }
      var grad = call.grad
      for i in 0..<spatial { grad = try grad.spread(maps[i], 2 + i, count: old[i]) }
      return [grad]
    }
  }

  private static func sizesText(_ sizes: [Int]) -> String {
    zip(["D", "H", "W"].suffix(sizes.count), sizes).map { "\($0): \($1)" }.joined(separator: ", ")
  }

  private func newSizes(_ old: [Int], _ size: [Int]?, _ factor: [Double]?) throws(TensorError) -> ([Int], [Double]?) {
    switch (size, factor) {
    case (nil, nil): throw .value("either size or scale_factor should be defined")
    case (.some, .some): throw .value("only one of size or scale_factor should be defined")
    case (let size?, nil):
      let sizes = size.count == 1 ? Array(repeating: size[0], count: old.count) : size
      guard sizes.count == old.count else {
        throw .value(
          "Input and output must have the same number of spatial dimensions, but got input with spatial dimensions of \(old) and "
            + "output size of (\(sizes.map(String.init).joined(separator: ", "))). Please provide input tensor in (N, C, d1, d2, ...,dK) format and output size in (o1, o2, "
            + "...,oK) format.")
      }
      return (sizes, nil)
    case (nil, let factor?):
      let factors = factor.count == 1 ? Array(repeating: factor[0], count: old.count) : factor
      guard factors.count == old.count else {
        throw .value(
          "Input and scale_factor must have the same number of spatial dimensions, but got input with spatial dimensions of \(old) "
            + "and scale_factor of shape \(factors). Please provide input tensor in (N, C, d1, d2, ...,dK) format and scale_factor "
            + "in (s1, s2, ...,sK) format.")
      }
      var sizes: [Int] = []
      for (length, scale) in zip(old, factors) {
        let wanted = (Double(length) * scale).rounded(.down)
        guard wanted < 1e9 else { throw .runtime("interpolate: a size of \(wanted) is too large") }
        sizes.append(wanted > 0 ? Int(wanted) : 0)
      }
      return (sizes, factors)
    }
  }

  /// Σ over taps: the elements at the tap's places times its weights, along a dimension.
  private func gathered(_ map: InterpolationTaps, _ dim: Int) throws(TensorError) -> Tensor {
    var sum: Tensor?
    for tap in map.indices.indices {
      let part = try indexSelect(dim, Tensor(map.indices[tap]))
      let weighted = map.indices.count == 1 ? part : try part * weights(map, tap, dim)
      sum = try sum.map { (sum: Tensor) throws(TensorError) in try sum + weighted } ?? weighted
    }
    return sum ?? self
  }

  /// The transposed map of `gathered`, for gradients.
  private func spread(_ map: InterpolationTaps, _ dim: Int, count: Int) throws(TensorError) -> Tensor {
    var sizes = Array(shape)
    sizes[dim] = count
    var result = try Tensor.zeros(Shape(sizes), dtype: dtype)
    for tap in map.indices.indices {
      let weighted = map.indices.count == 1 ? self : try self * weights(map, tap, dim)
      result = try result.indexAdd(dim, Tensor(map.indices[tap]), weighted)
    }
    return result
  }

  private func weights(_ map: InterpolationTaps, _ tap: Int, _ dim: Int) throws(TensorError) -> Tensor {
    var sizes = [Int](repeating: 1, count: self.dim)
    sizes[dim] = map.weights[tap].count
    return try Tensor(map.weights[tap], shape: Shape(sizes)).to(dtype)
  }
}

extension Op {
  static let interpolate = Op(
    "interpolate(input: Tensor, size: any = None, scale_factor: any = None, mode: str = 'nearest', align_corners: any = None, "
      + "recompute_scale_factor: any = None, antialias: bool = False)", [.functional],
    "Brings the spatial dimensions to other sizes.", example: "F.interpolate(torch.ones(1, 1, 2, 2), scale_factor=2)",
    aliases: ["upsample"]
  ) { call in
    func numbers(_ value: OpValue) -> [Double]? {
      if value.isNone { return nil }
      if let items = value.items { return items.map { $0.scalar?.doubleValue ?? 0 } }
      return [value.scalar?.doubleValue ?? 0]
    }
    func flag(_ value: OpValue) -> Bool? { if case .bool(let flag) = value { flag } else { nil } }
    let values = call.values
    return .tensor(
      try call.tensor(0).interpolated(
        size: numbers(values[1])?.map { Int(max(-1, min($0, 1e9))) }, scaleFactor: numbers(values[2]), mode: call.string(3),
        alignCorners: flag(values[4]), recomputesScale: flag(values[5]) ?? false, antialias: call.bool(6)))
  }
}
