// Images read at the places of a grid, as spatial transformers do. All is composed of other operations, so that it can be differentiated
// as often as one likes.

/// How images are read at places between their elements.
private enum SamplingMode: String {
  case bilinear, nearest, bicubic
}

/// What lies outside an image.
private enum SamplingPadding: String {
  case zeros, border, reflection
}

/// One coordinate of all places, in elements of its dimension.
private struct SampledAxis {
  let size: Int
  let mode: SamplingMode
  let padding: SamplingPadding
  let alignsCorners: Bool

  /// The old elements that a place is mixed from, as positions that may lie outside, and their shares.
  func taps(_ coordinate: Tensor) throws(TensorError) -> [(position: Tensor, weight: Tensor)] {
    let scale = Double(alignsCorners ? size - 1 : size) / 2
    var x = try (coordinate + 1) * .double(scale)
    if !alignsCorners { x = try x - .double(0.5) }
    if mode != .bicubic { x = try padded(x) }
    // Far outside, and no number: nothing is near.
    let near = try x.detach().nanToNum(-100).clamp(min: .int(-100), max: .int(size + 100))
    if mode == .nearest { return [(try near.round(), try (x * 0).nanToNum(0) + 1)] }
    let first = try near.floor()
    let t = try x - first
    if mode == .bilinear { return [(first, try 1 - t), (try first + 1, t)] }
    // Keys' cubic with a = −0.75, within one element and beyond.
    func inner(_ x: Tensor) throws(TensorError) -> Tensor { try ((x * 1.25 - 2.25) * x) * x + 1 }
    func outer(_ x: Tensor) throws(TensorError) -> Tensor { try ((x * -0.75 + 3.75) * x - 6) * x + 3 }
    let weights = [try outer(t + 1), try inner(t), try inner(1 - t), try outer(2 - t)]
    var taps: [(position: Tensor, weight: Tensor)] = []
    for (offset, weight) in zip(-1...2, weights) { taps.append((try padded(first + .int(offset)), weight)) }
    return taps
  }

  /// Brings places back inside the image.
  private func padded(_ place: Tensor) throws(TensorError) -> Tensor {
    if padding == .zeros { return place }
    var x = place
    if padding == .reflection {
      let low = alignsCorners ? 0 : -0.5
      let span = alignsCorners ? Double(size - 1) : Double(size)
      if span == 0 { return try x.zerosLike() }
      let distance = try (x - .double(low)).abs()
      let turns = try (distance.detach() / .double(span)).floor()
      let rest = try distance - turns * .double(span)
      let isEven = try (turns - (turns * 0.5).floor() * 2).eq(0)
      x = try Tensor.select(isEven, rest, .double(span) - rest) + .double(low)
    }
    return try x.nanToNum(0).clamp(min: 0, max: .int(size - 1))
  }
}

extension Tensor {
  /// The images' values at the places of a grid of coordinates in −1…1, the first for the last dimension.
  ///
  /// **Shape** `[N, C, H, W]` and `[N, h, w, 2]` → `[N, C, h, w]`; `[N, C, D, H, W]` and `[N, d, h, w, 3]` → `[N, C, d, h, w]`.
  /// **Gradient** of the grid: zero where a place was clipped, and for `nearest`.
  package func gridSample(
    _ grid: Tensor, mode modeName: String = "bilinear", padding paddingName: String = "zeros", alignCorners: Bool = false
  ) throws(TensorError) -> Tensor {
    guard let mode = SamplingMode(rawValue: modeName) else {
      throw .value(
        "nn.functional.grid_sample(): expected mode to be 'bilinear', 'nearest' or 'bicubic', but got: '\(modeName)'")
    }
    guard let padding = SamplingPadding(rawValue: paddingName) else {
      throw .value(
        "nn.functional.grid_sample(): expected padding_mode to be 'zeros', 'border', or 'reflection', but got: '\(paddingName)'"
      )
    }
    try checkGrid(grid)
    guard mode != .bicubic || dim == 4 else { throw .runtime("grid_sampler(): bicubic interpolation only supports 4D input") }
    guard dtype == .float32 || dtype == .float64 else { throw .notImplemented("grid_sampler_\(dim - 2)d_cpu", for: dtype) }
    let sizes = Array(shape.dropFirst(2))
    let inner = Array(grid.shape.dropFirst().dropLast())
    let (batch, channels, places) = (shape[0], shape[1], inner.reduce(1, *))
    let flat = try reshape([batch, channels, sizes.reduce(1, *)])
    let line = try grid.reshape([batch, places, sizes.count])
    // Products of the dimensions' taps, the last dimension varying first.
    var corners: [(offset: Tensor, weight: Tensor)] = [
      (try Tensor.zeros([batch, places], dtype: .int64), try Tensor.ones([batch, places], dtype: dtype))
    ]
    for d in sizes.indices {
      let axis = SampledAxis(size: sizes[d], mode: mode, padding: padding, alignsCorners: alignCorners)
      let taps = try axis.taps(line.select(-1, sizes.count - 1 - d))
      var next: [(offset: Tensor, weight: Tensor)] = []
      for corner in corners {
        for tap in taps {
          let isInside = try tap.position.ge(0).logicalAnd(tap.position.le(.int(sizes[d] - 1)))
          let index = try tap.position.detach().clamp(min: 0, max: .int(sizes[d] - 1)).to(.int64)
          let weight = try tap.weight.maskedFill(isInside.logicalNot(), 0)
          next.append((try corner.offset * .int(sizes[d]) + index, try corner.weight * weight))
        }
      }
      corners = next
    }
    var sum: Tensor?
    for corner in corners {
      let index = try corner.offset.unsqueeze(1).expand([batch, channels, places])
      let part = try flat.gather(2, index) * corner.weight.unsqueeze(1)
      // From +0 on, so that places outside do not give −0.
      if let before = sum { sum = try before + part } else { sum = try part + .int(0) }
    }
    let result = try (sum ?? flat).reshape(Shape([batch, channels] + inner))
    return result.named("GridSampler\(dim - 2)DBackward0", after: self, grid)
  }

  private func checkGrid(_ grid: Tensor) throws(TensorError) {
    let sizes = "input with sizes \(shape) and grid with sizes \(grid.shape)"
    guard grid.dtype == dtype else {
      throw .runtime("expected scalar type \(dtype.scalarName) but found \(grid.dtype.scalarName)")
    }
    guard dim == 4 || dim == 5, grid.dim == dim || grid.dim > 0 && grid.shape[0] != shape[0] else {
      throw .runtime(
        "grid_sampler(): expected 4D or 5D input and grid with same number of dimensions, but got \(sizes)")
    }
    guard grid.shape[0] == shape[0] else {
      throw .runtime("grid_sampler(): expected grid and input to have same batch size, but got \(sizes)")
    }
    guard grid.shape[dim - 1] == dim - 2 else {
      throw .runtime(
        "grid_sampler(): expected grid to have size \(dim - 2) in last dimension, but got grid with sizes \(grid.shape)")
    }
    for d in 2..<dim where shape[d] == 0 {
      throw .runtime(
        "grid_sampler(): expected input to have non-empty spatial dimensions, but input has sizes \(shape) with dimension \(d) "
          + "being empty")
    }
  }

  /// The grid that affine maps give: each place of an image of this size, mapped.
  ///
  /// **Shape** `[N, 2, 3]` and (N, C, H, W) → `[N, H, W, 2]`; `[N, 3, 4]` and (N, C, D, H, W) → `[N, D, H, W, 3]`.
  package func affineGrid(_ size: [Int], alignCorners: Bool = false) throws(TensorError) -> Tensor {
    let shown = "(\(size.map(String.init).joined(separator: ", ")))"
    guard dtype.isFloatingPoint else { throw .value("Expected theta to have floating point type, but got torch.\(dtype.name)") }
    guard size.count == 4 || size.count == 5 else {
      throw .notImplemented(
        "affine_grid only supports 4D and 5D sizes, for 2D and 3D affine transforms, respectively. Got size \(shown).")
    }
    let count = size.count - 2
    guard dim == 3, shape[1] == count, shape[2] == count + 1 else {
      throw .value(
        "Expected a batch of \(count)D affine matrices of shape Nx\(count)x\(count + 1) for size \(shown). Got torch.Size(\(shape))."
      )
    }
    guard size.allSatisfy({ $0 > 0 }) else { throw .value("Expected non-zero, positive output size. Got \(shown)") }
    guard shape[0] == size[0] else {
      throw .runtime(
        "Expected size for first two dimensions of batch2 tensor to be: [\(size[0]), \(count + 1)] but got: [\(shape[0]), \(count + 1)]."
      )
    }
    let spatial = Array(size.dropFirst(2))
    let places = try Shape(spatial + [count + 1]).checkedElementCount(byteSize: dtype.byteSize) / (count + 1)
    var columns: [Tensor] = []
    for d in (0..<count).reversed() {
      var line = try Tensor.centredSteps(spatial[d], alignCorners, dtype)
      var sizes = [Int](repeating: 1, count: count)
      sizes[d] = spatial[d]
      line = try line.reshape(Shape(sizes)).expand(Shape(spatial))
      columns.append(line)
    }
    columns.append(try Tensor.ones(Shape(spatial), dtype: dtype))
    let base = try Tensor.stack(columns, -1).reshape([1, places, count + 1]).expand([shape[0], places, count + 1])
    let grid = try base.bmm(transpose(1, 2))
    return try grid.reshape(Shape([shape[0]] + spatial + [count])).named("AffineGridGeneratorBackward0", after: self)
  }

  /// Evenly spaced coordinates from −1 to 1: of the corners, or of the middles of the elements.
  private static func centredSteps(_ count: Int, _ alignsCorners: Bool, _ dtype: DType) throws(TensorError) -> Tensor {
    if count <= 1 { return try Tensor.zeros([count], dtype: dtype) }
    let steps = (0..<count).map { i in -1 + 2 * Double(i) / Double(count - 1) }
    let line = try Tensor(steps).converted(dtype)
    return alignsCorners ? line : try line * .double(Double(count - 1) / Double(count))
  }
}

extension Op {
  static let gridSample = Op(
    "grid_sample(input: Tensor, grid: Tensor, mode: str = 'bilinear', padding_mode: str = 'zeros', align_corners: bool? = None)",
    .functional, "Reads images at the places of a grid.",
    example: "F.grid_sample(torch.tensor([[[[1., 2.], [4., 8.]]]]), torch.tensor([[[[0.1, -0.3], [0.6, 0.2]]]]))"
  ) { call in
    if call.isNone(4) {
      TensorWarning.emit(
        "Default grid_sample and affine_grid behavior has changed to align_corners=False since 1.3.0. Please specify "
          + "align_corners=True if the old behavior is desired. See the documentation of grid_sample for details.")
    }
    return .tensor(
      try call.tensor(0).gridSample(
        call.tensor(1), mode: call.string(2), padding: call.string(3), alignCorners: call.bool(4)))
  }

  static let affineGrid = Op(
    "affine_grid(theta: Tensor, size: ints, align_corners: bool? = None)", .functional,
    "The grid of affine maps, for grid_sample.",
    example: "F.affine_grid(torch.tensor([[[1., 0., 0.], [0., 1., 0.5]]]), (1, 1, 2, 3), align_corners=False)"
  ) { call in
    if call.isNone(2) {
      TensorWarning.emit(
        "Default grid_sample and affine_grid behavior has changed to align_corners=False since 1.3.0. Please specify "
          + "align_corners=True if the old behavior is desired. See the documentation of grid_sample for details.")
    }
    return .tensor(try call.tensor(0).affineGrid(call.ints(1), alignCorners: call.bool(2)))
  }
}
