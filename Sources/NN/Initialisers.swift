import Glibc
import Tensors

/// Ways to fill new parameters, bit for bit as PyTorch does it, with the default generator unless another is given.
/// Reference: https://pytorch.org/docs/stable/nn.init.html
package enum Initialisers {
  /// Elements seen by one output, and by one input, of a weight.
  package static func fans(of tensor: Tensor) throws(TensorError) -> (in: Int, out: Int) {
    guard tensor.dim >= 2 else {
      throw .value("Fan in and fan out can not be computed for tensor with fewer than 2 dimensions")
    }
    let field = tensor.shape.dropFirst(2).reduce(1, *)
    return (tensor.shape[1] * field, tensor.shape[0] * field)
  }

  /// The factor that keeps the variance through a nonlinearity.
  package static func gain(_ nonlinearity: String, _ parameter: OpValue = .none) throws(TensorError) -> Double {
    switch nonlinearity {
    case "linear", "conv1d", "conv2d", "conv3d", "conv_transpose1d", "conv_transpose2d", "conv_transpose3d", "sigmoid": return 1
    case "tanh": return 5.0 / 3
    case "relu": return 2.0.squareRoot()
    case "leaky_relu":
      if parameter.isNone { return (2.0 / (1 + 0.01 * 0.01)).squareRoot() }
      if case .bool = parameter { throw .value("negative_slope \(parameter.argumentText) not a valid number") }
      guard let slope = parameter.scalar?.doubleValue else {
        let text = if case .string(let plain) = parameter { plain } else { parameter.argumentText }
        throw .value("negative_slope \(text) not a valid number")
      }
      return (2.0 / (1 + slope * slope)).squareRoot()
    case "selu": return 3.0 / 4
    default: throw .value("Unsupported nonlinearity \(nonlinearity)")
    }
  }

  /// Uniform in [low, high).
  package static func uniform(
    _ tensor: Tensor, _ low: Double = 0, _ high: Double = 1, generator: Generator = .standard
  ) throws(TensorError) {
    try fill(tensor) { target in
      generator.fillUniform(target, low: low, high: high)
    } double: { target in
      generator.fillUniform(target, low: low, high: high)
    }
  }

  /// Normal with the given mean and standard deviation.
  package static func normal(
    _ tensor: Tensor, mean: Double = 0, std: Double = 1, generator: Generator = .standard
  ) throws(TensorError) {
    if std < 0 { throw .runtime("normal expects std >= 0.0, but found std \(shortText(std))") }
    if !tensor.isContiguous {
      try fillOneByOne(tensor) { generator.nextNormal(mean: mean, std: std) }
      return
    }
    try fill(tensor) { target in
      generator.fillNormal(target, mean: mean, std: std)
    } double: { target in
      generator.fillNormal(target, mean: mean, std: std)
    }
  }

  /// Normal, drawn again where a value lies outside [low, high].
  package static func truncatedNormal(
    _ tensor: Tensor, mean: Double, std: Double, low: Double, high: Double, generator: Generator = .standard
  ) throws(TensorError) {
    guard std != 0 else { throw TensorError(.zeroDivision, "float division by zero") }
    if mean < low - 2 * std || mean > high + 2 * std {
      TensorWarning.emit(
        "mean is more than 2 std from [a, b] in nn.init.trunc_normal_. The distribution of values may be incorrect.")
    }
    if !(low < high) { throw .badBounds(low, high) }
    if keptMass(mean: mean, std: std, low: low, high: high) > 0.3 {
      try fill(tensor) { target in
        generator.fillTruncatedNormal(target, mean: mean, std: std, low: low, high: high)
      } double: { target in
        for index in target.indices {
          repeat {
            target[index] = generator.nextNormal(mean: mean, std: std)
          } while target[index] < low || target[index] > high
        }
      }
    } else {
      try fill(tensor) { target in
        fillByProposals(target, mean: mean, std: std, low: low, high: high, generator)
      } double: { target in
        var single = [Float](repeating: 0, count: target.count)
        single.withUnsafeMutableBufferPointer { fillByProposals($0, mean: mean, std: std, low: low, high: high, generator) }
        for index in target.indices { target[index] = Double(single[index]) }
      }
    }
  }

  /// How much of a normal distribution lies in [low, high].
  private static func keptMass(mean: Double, std: Double, low: Double, high: Double) -> Double {
    func below(_ x: Double) -> Double { (1 + erf((x - mean) / std / 2.0.squareRoot())) / 2 }
    return below(high) - below(low)
  }

  /// Truncated normal numbers where few normal ones would be kept: uniform proposals, each kept with the density's chance. Every round
  /// draws for the whole tensor.
  private static func fillByProposals(
    _ target: UnsafeMutableBufferPointer<Float>, mean: Double, std: Double, low: Double, high: Double, _ generator: Generator
  ) {
    let nearest = (max(low, min(mean, high)) - mean) / std
    let peak = Float(-0.5 * nearest * nearest)
    let proposals = UnsafeMutableBufferPointer<Float>.allocate(capacity: target.count)
    let chances = UnsafeMutableBufferPointer<Float>.allocate(capacity: target.count)
    defer {
      proposals.deallocate()
      chances.deallocate()
    }
    var pending = Array(target.indices)
    while !pending.isEmpty {
      generator.fillUniform(proposals, low: low, high: high)
      generator.fillUniform(chances)
      pending.removeAll { index in
        target[index] = proposals[index]
        let offset = (proposals[index] - Float(mean)) / Float(std)
        return !(logf(chances[index]) > offset * offset * -0.5 - peak)
      }
    }
  }

  /// Uniform with the variance of Glorot and Bengio: 2 gain² / (fan in + fan out).
  package static func xavierUniform(
    _ tensor: Tensor, gain: Double = 1, generator: Generator = .standard
  ) throws(TensorError) {
    let fans = try fans(of: tensor)
    let std = gain * (2.0 / Double(fans.in + fans.out)).squareRoot()
    let bound = 3.0.squareRoot() * std
    try uniform(tensor, -bound, bound, generator: generator)
  }

  /// Normal with the variance of Glorot and Bengio.
  package static func xavierNormal(
    _ tensor: Tensor, gain: Double = 1, generator: Generator = .standard
  ) throws(TensorError) {
    let fans = try fans(of: tensor)
    try normal(tensor, std: gain * (2.0 / Double(fans.in + fans.out)).squareRoot(), generator: generator)
  }

  /// Uniform with the variance of He and others: gain² / fan.
  package static func kaimingUniform(
    _ tensor: Tensor, a: Double = 0, mode: String = "fan_in", nonlinearity: String = "leaky_relu",
    generator: Generator = .standard
  ) throws(TensorError) {
    if warnsOfNoElements(tensor) { return }
    let std = try kaimingDeviation(tensor, a: a, mode: mode, nonlinearity: nonlinearity)
    let bound = 3.0.squareRoot() * std
    try uniform(tensor, -bound, bound, generator: generator)
  }

  /// Normal with the variance of He and others.
  package static func kaimingNormal(
    _ tensor: Tensor, a: Double = 0, mode: String = "fan_in", nonlinearity: String = "leaky_relu",
    generator: Generator = .standard
  ) throws(TensorError) {
    if warnsOfNoElements(tensor) { return }
    let std = try kaimingDeviation(tensor, a: a, mode: mode, nonlinearity: nonlinearity)
    try normal(tensor, std: std, generator: generator)
  }

  /// Whether there is nothing to initialise, which is said.
  private static func warnsOfNoElements(_ tensor: Tensor) -> Bool {
    guard tensor.shape.contains(0) else { return false }
    TensorWarning.emit("Initializing zero-element tensors is a no-op")
    return true
  }

  private static func kaimingDeviation(
    _ tensor: Tensor, a: Double, mode: String, nonlinearity: String
  ) throws(TensorError) -> Double {
    let mode = mode.lowercased()
    guard mode == "fan_in" || mode == "fan_out" else {
      throw .value("Mode \(mode) not supported, please use one of ['fan_in', 'fan_out']")
    }
    let fans = try fans(of: tensor)
    let fan = mode == "fan_in" ? fans.in : fans.out
    return try gain(nonlinearity, .float(a)) / Double(fan).squareRoot()
  }

  /// One value everywhere.
  package static func constant(_ tensor: Tensor, _ value: Double) throws(TensorError) {
    try GradMode.off { _ = try tensor.fillInPlace(.double(value)) }
  }

  /// Ones on the diagonal of a matrix.
  package static func eye(_ tensor: Tensor) throws(TensorError) {
    guard tensor.dim == 2 else { throw .value("Only tensors with 2 dimensions are supported") }
    try constant(tensor, 0)
    for index in 0..<min(tensor.shape[0], tensor.shape[1]) {
      try constant(try tensor.detach().select(0, index).select(0, index), 1)
    }
  }

  /// The kernel that hands its input on, channel by channel.
  package static func dirac(_ tensor: Tensor, groups: Int = 1) throws(TensorError) {
    guard (3...5).contains(tensor.dim) else { throw .value("Only tensors with 3, 4, or 5 dimensions are supported") }
    guard groups > 0, tensor.shape[0] % groups == 0 else { throw .value("dim 0 must be divisible by groups") }
    let perGroup = tensor.shape[0] / groups
    try constant(tensor, 0)
    for group in 0..<groups {
      for channel in 0..<min(perGroup, tensor.shape[1]) {
        var place = try tensor.detach().select(0, group * perGroup + channel).select(0, channel)
        while place.dim > 0 { place = try place.select(0, place.shape[0] / 2) }
        try constant(place, 1)
      }
    }
  }

  /// Normal values, of which a share of each column is set to zero.
  package static func sparse(
    _ tensor: Tensor, sparsity: Double, std: Double, generator: Generator = .standard
  ) throws(TensorError) {
    guard tensor.dim == 2 else { throw .value("Only tensors with 2 dimensions are supported") }
    let (rows, columns) = (tensor.shape[0], tensor.shape[1])
    let zeros = Int((sparsity * Double(rows)).rounded(.up))
    try normal(tensor, std: std, generator: generator)
    for column in 0..<columns {
      for row in generator.permutation(rows).prefix(max(0, zeros)) {
        try constant(try tensor.detach().select(0, Int(row)).select(0, column), 0)
      }
    }
  }
}

extension Initialisers {
  /// Fills a tensor of floats through plain memory; views are filled in the order of their memory, as PyTorch does.
  private static func fill(
    _ tensor: Tensor, float: (UnsafeMutableBufferPointer<Float>) -> Void, double: (UnsafeMutableBufferPointer<Double>) -> Void
  ) throws(TensorError) {
    switch tensor.dtype {
    case .float32: fillMemory(tensor, float)
    case .float64: fillMemory(tensor, double)
    default: throw .notImplemented("random initialisation is not implemented for '\(tensor.dtype.scalarName)'")
    }
    tensor.didMutate()
  }

  private static func fillMemory<T: Element>(_ tensor: Tensor, _ body: (UnsafeMutableBufferPointer<T>) -> Void) {
    let start = tensor.pointer(T.self)
    let count = tensor.elementCount
    if tensor.isContiguous { return body(UnsafeMutableBufferPointer(start: start, count: count)) }
    var values = [T](repeating: .zero, count: count)
    values.withUnsafeMutableBufferPointer { body($0) }
    var next = 0
    MemoryOrder.forEachOffset(shape: Array(tensor.shape), strides: Array(tensor.strides)) { offset in
      start[offset] = values[next]
      next += 1
    }
  }

  private static func fillOneByOne(_ tensor: Tensor, _ draw: () -> Double) throws(TensorError) {
    try fill(tensor) { target in
      for index in target.indices { target[index] = Float(draw()) }
    } double: { target in
      for index in target.indices { target[index] = draw() }
    }
  }
}
