import CKernels

extension Tensor {
  /// The last dimensions shifted and scaled to mean 0 and variance 1, then to `weight` and `bias`.
  ///
  /// **Shape** `[…, normalizedShape]` → the same.
  package func layerNorm(
    _ normalizedShape: [Int], weight: Tensor? = nil, bias: Tensor? = nil, eps: Double = 1e-5
  ) throws(TensorError) -> Tensor {
    try checkNormalizedShape(normalizedShape, weight, bias)
    let length = normalizedShape.reduce(1, *)
    let rows = RowNorm(
      rows: length == 0 ? 0 : elementCount / length, length: length, groups: 1, run: 1, centred: true, eps: eps)
    return try normalised(rows, weight, bias, "NativeLayerNormBackward0")
  }

  /// The last dimensions divided by the root of their mean square, then scaled by `weight`.
  ///
  /// **Shape** `[…, normalizedShape]` → the same. Without `eps` the smallest step of the element type is used.
  package func rmsNorm(_ normalizedShape: [Int], weight: Tensor? = nil, eps: Double? = nil) throws(TensorError) -> Tensor {
    try checkNormalizedShape(normalizedShape, weight, nil)
    let length = normalizedShape.reduce(1, *)
    let step = dtype == .float64 ? Double.ulpOfOne : Double(Float.ulpOfOne)
    let rows = RowNorm(
      rows: length == 0 ? 0 : elementCount / length, length: length, groups: 1, run: 1, centred: false, eps: eps ?? step)
    return try normalised(rows, weight, nil, "RmsNormBackward0")
  }

  /// Groups of channels of each sample normalised together, then each channel scaled by `weight` and shifted by `bias`.
  ///
  /// **Shape** `[N, C, d…]` → the same.
  package func groupNorm(
    _ groups: Int, weight: Tensor? = nil, bias: Tensor? = nil, eps: Double = 1e-5
  ) throws(TensorError) -> Tensor {
    guard dim >= 2 else { throw .runtime("Expected at least 2 dimensions for input tensor but received \(dim)") }
    guard groups > 0 else { throw .runtime("Expected num groups to be greater than 0, got \(groups)") }
    guard shape[1] % groups == 0 else {
      throw .runtime(
        "Expected number of channels in input to be divisible by num_groups, but got input of shape \(shape) and "
          + "num_groups=\(groups)")
    }
    for (name, tensor) in [("weight", weight), ("bias", bias)] {
      if let tensor, tensor.dim != 1 || tensor.shape[0] != shape[1] {
        throw .runtime(
          "Expected \(name) to be a vector of size equal to the number of channels in input, but got \(name) of shape "
            + "\(tensor.shape) and input of shape \(shape)")
      }
    }
    let pixels = shape.dropFirst(2).reduce(1, *)
    let rows = RowNorm(
      rows: shape[0] * groups, length: shape[1] / groups * pixels, groups: groups, run: pixels, centred: true, eps: eps)
    return try normalised(rows, weight, bias, "NativeGroupNormBackward0")
  }

  private func checkNormalizedShape(_ sizes: [Int], _ weight: Tensor?, _ bias: Tensor?) throws(TensorError) {
    if sizes.isEmpty {
      throw .runtime(
        "Expected normalized_shape to be at least 1-dimensional, i.e., containing at least one element, but got normalized_shape = []"
      )
    }
    for (name, tensor) in [("weight", weight), ("bias", bias)] {
      if let tensor, tensor.shape != Shape(sizes) {
        throw .runtime(
          "Expected \(name) to be of same shape as normalized_shape, but got \(name) of shape \(tensor.shape) and "
            + "normalized_shape = \(Shape(sizes))")
      }
    }
    guard dim >= sizes.count, Array(shape.suffix(sizes.count)) == sizes else {
      let wanted = sizes.map(String.init).joined(separator: ", ")
      throw .runtime(
        "Given normalized_shape=\(Shape(sizes)), expected input with shape [*, \(wanted)], but got input of size\(shape)")
    }
  }

  private func normalised(
    _ rows: RowNorm, _ weight: Tensor?, _ bias: Tensor?, _ name: String
  ) throws(TensorError) -> Tensor {
    guard dtype.isFloatingPoint else { throw .notImplemented("LayerNormKernelImpl", for: dtype) }
    for tensor in [weight, bias] {
      if let tensor, tensor.dtype != dtype {
        throw .runtime("expected scalar type \(dtype.scalarName) but found \(tensor.dtype.scalarName)")
      }
    }
    let x = try plainCopy()
    let w = try weight?.plainCopy()
    let b = try bias?.plainCopy()
    var work = RowNorm.Forward(rows: rows, x: x, weight: w, bias: b)
    let out: Tensor = try dtype.dispatch(&work, "LayerNormKernelImpl")
    let saved = (x: SavedTensor(self), weight: weight.map { SavedTensor($0) })
    let (type, channels) = (dtype, weight?.shape ?? bias?.shape)
    return out.record(name, [self, weight, bias]) { (call: borrowing BackwardCall) throws(TensorError) -> [Tensor?] in
      let (x, weight) = (try saved.x.value(), try saved.weight?.value())
      if GradMode.isEnabled, x.elementCount > 0 { return try rows.recordedGradients(call, x, weight, channels) }
      var work = RowNorm.Gradient(
        rows: rows, x: try x.plainCopy(), grad: try call.grad.plainCopy(), weight: try weight?.plainCopy(), channels: channels)
      let gradients = try type.dispatch(&work, "LayerNormKernelImpl")
      return [
        call.needs(0) ? gradients.input : nil, call.needs(1) ? gradients.weight : nil, call.needs(2) ? gradients.bias : nil,
      ]
    }
  }
}

/// Rows that are normalised one by one. Element i of row r belongs to channel (r mod groups) · length / run + i / run.
private struct RowNorm {
  let rows: Int
  let length: Int
  let groups: Int
  /// Neighbours that share a channel.
  let run: Int
  let centred: Bool
  let eps: Double

  var geometry: lk_row_norm {
    lk_row_norm(
      rows: Int64(rows), length: Int64(length), groups: Int64(groups), run: Int64(run), centred: centred, epsilon: eps)
  }

  func channel(_ row: Int, _ i: Int) -> Int { (row % groups) * (length / max(run, 1)) + i / max(run, 1) }

  /// Mean and 1 / √(variance + eps) of a row, summed in double.
  func moments<T: FloatElement>(_ x: UnsafePointer<T>) -> (mean: T, inverse: T) {
    var mean = 0.0
    if centred {
      for i in 0..<length { mean += x[i].double }
      mean /= Double(length)
    }
    var squares = 0.0
    for i in 0..<length {
      let d = x[i].double - mean
      squares += d * d
    }
    return (T(double: mean), T(double: 1 / (squares / Double(length) + eps).squareRoot()))
  }

  /// The gradients written with recorded operations, to be differentiated again.
  func recordedGradients(
    _ call: borrowing BackwardCall, _ x: Tensor, _ weight: Tensor?, _ channels: Shape?
  ) throws(TensorError) -> [Tensor?] {
    let near = max(run, 1)
    let sizes: Shape = [rows / groups, groups, length]
    let spread = try weight?.reshape([groups, length / near, 1]).expand([groups, length / near, near])
      .reshape([groups, length])
    let grad = try call.grad.reshape(sizes)
    let again = try x.reshape(sizes).normalisationGradient(grad, weight: spread, over: [2], centred: centred, eps: eps)
    func perChannel(_ t: Tensor) throws(TensorError) -> Tensor {
      try t.reshape([rows / groups, groups, length / near, near]).sum([0, 3]).reshape(channels ?? [groups * (length / near)])
    }
    return [
      call.needs(0) ? try again.input.reshape(x.shape) : nil, call.needs(1) ? try perChannel(grad.mul(again.normal)) : nil,
      call.needs(2) ? try perChannel(grad) : nil,
    ]
  }

  struct Forward: FloatWork {
    let rows: RowNorm
    let x: Tensor
    let weight: Tensor?
    let bias: Tensor?

    mutating func run<T: FloatElement>(_ type: T.Type) throws(TensorError) -> Tensor {
      let out = try Tensor(uninitialised: x.shape, dtype: T.dtype)
      if T.self == Float.self {
        if rows.rows > 0, rows.length > 0 {
          lk_row_norm_f32(
            rows.geometry, x.pointer(Float.self), weight?.pointer(Float.self), bias?.pointer(Float.self),
            out.pointer(Float.self))
        }
        return out
      }
      let (w, b) = (weight?.pointer(T.self), bias?.pointer(T.self))
      for row in 0..<rows.rows {
        let (from, to) = (x.pointer(T.self) + row * rows.length, out.pointer(T.self) + row * rows.length)
        let (mean, inverse) = rows.moments(UnsafePointer(from))
        for i in 0..<rows.length {
          let channel = rows.channel(row, i)
          to[i] = (from[i] - mean) * inverse * (w?[channel] ?? 1) + (b?[channel] ?? 0)
        }
      }
      return out
    }
  }

  struct Gradient: FloatWork {
    let rows: RowNorm
    let x: Tensor
    let grad: Tensor
    let weight: Tensor?
    let channels: Shape?

    mutating func run<T: FloatElement>(_ type: T.Type) throws(TensorError) -> (input: Tensor, weight: Tensor, bias: Tensor) {
      let input = try Tensor(uninitialised: x.shape, dtype: T.dtype)
      let count = rows.groups * (rows.length / max(rows.run, 1))
      if T.self == Float.self, rows.rows > 0, rows.length > 0 {
        let (ofWeight, ofBias) = (try Tensor.zeros(channels ?? [count]), try Tensor.zeros(channels ?? [count]))
        guard
          lk_row_norm_gradient_f32(
            rows.geometry, x.pointer(Float.self), grad.pointer(Float.self), weight?.pointer(Float.self),
            input.pointer(Float.self), ofWeight.pointer(Float.self), ofBias.pointer(Float.self))
        else { throw .notEnoughMemory(count) }
        return (input, ofWeight, ofBias)
      }
      var (ofWeight, ofBias) = ([Double](repeating: 0, count: count), [Double](repeating: 0, count: count))
      let w = weight?.pointer(T.self)
      for row in 0..<rows.rows {
        let start = row * rows.length
        let (from, g, to) = (x.pointer(T.self) + start, grad.pointer(T.self) + start, input.pointer(T.self) + start)
        let (mean, inverse) = rows.moments(UnsafePointer(from))
        var (sum, dot) = (0.0, 0.0)
        for i in 0..<rows.length {
          let channel = rows.channel(row, i)
          let normal = ((from[i] - mean) * inverse).double
          ofWeight[channel] += g[i].double * normal
          ofBias[channel] += g[i].double
          let scaled = g[i].double * (w?[channel] ?? 1).double
          sum += scaled
          dot += scaled * normal
        }
        let n = Double(rows.length)
        let share = rows.centred ? sum / n : 0
        for i in 0..<rows.length {
          let scaled = g[i].double * (w?[rows.channel(row, i)] ?? 1).double
          let normal = ((from[i] - mean) * inverse).double
          to[i] = T(double: (scaled - share - normal * dot / n) * inverse.double)
        }
      }
      let shape = channels ?? [count]
      return (
        input, try Tensor(ofWeight.map { T(double: $0) }, shape: shape), try Tensor(ofBias.map { T(double: $0) }, shape: shape)
      )
    }
  }
}

extension Op {
  static let layerNorm = Op(
    "layer_norm(input: Tensor, normalized_shape: ints, weight: Tensor? = None, bias: Tensor? = None, eps: float = 1e-05)",
    [.function, .functional], "Normalises the last dimensions.", example: "F.layer_norm(torch.ones(2, 3), (3,))"
  ) { (call: borrowing OpCall) throws(TensorError) -> OpValue in
    .tensor(
      try call.tensor(0).layerNorm(
        call.ints(1), weight: call.optionalTensor(2), bias: call.optionalTensor(3), eps: call.double(4)))
  }

  static let rmsNorm = Op(
    "rms_norm(input: Tensor, normalized_shape: ints, weight: Tensor? = None, eps: float? = None)", [.function, .functional],
    "Divides the last dimensions by the root of their mean square.", example: "F.rms_norm(torch.ones(2, 3), (3,))"
  ) { (call: borrowing OpCall) throws(TensorError) -> OpValue in
    .tensor(try call.tensor(0).rmsNorm(call.ints(1), weight: call.optionalTensor(2), eps: call.optionalDouble(3)))
  }

  static let groupNorm = Op(
    "group_norm(input: Tensor, num_groups: int, weight: Tensor? = None, bias: Tensor? = None, eps: float = 1e-05)",
    [.function, .functional], "Normalises groups of channels of each sample.", example: "F.group_norm(torch.ones(2, 4), 2)"
  ) { (call: borrowing OpCall) throws(TensorError) -> OpValue in
    .tensor(
      try call.tensor(0).groupNorm(
        call.int(1), weight: call.optionalTensor(2), bias: call.optionalTensor(3), eps: call.double(4)))
  }
}
