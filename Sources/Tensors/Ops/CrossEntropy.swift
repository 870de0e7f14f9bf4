import CKernels

extension Tensor {
  /// The negative log-likelihood: −Σ wₜ xₜ over the targets, divided by Σ wₜ for the mean.
  ///
  /// **Shape** `[C]`, `[N, C]` or `[N, C, d…]` with class indices `[]`, `[N]` or `[N, d…]` → `[]`, or the target's shape for `.none`.
  package func nllLoss(
    _ target: Tensor, weight: Tensor? = nil, ignoreIndex: Int = -100, reduction: Reduction = .mean
  ) throws(TensorError) -> Tensor {
    guard dim > 0 else { throw .value("Expected 1 or more dimensions (got \(dim))") }
    if dim > 1, target.dim > 0, shape[0] != target.shape[0] {
      throw .value("Expected input batch_size (\(shape[0])) to match target batch_size (\(target.shape[0])).")
    }
    if dim <= 2 { return try nllRows(target, weight, ignoreIndex, reduction, "NllLossBackward0") }
    let spatial = Array(shape.dropFirst(2))
    guard target.dim == dim - 1, Array(target.shape.dropFirst(1)) == spatial else {
      throw .value("Expected target size \(Shape([shape[0]] + spatial)), got \(target.shape)")
    }
    // Classes last, every pixel a row; the sums run over pixels image by image, as in memory.
    let order = [0] + Array(2..<dim) + [1]
    let rows = try permute(order).reshape([-1, shape[1]])
    let losses = try rows.nllRows(target.reshape([-1]), weight, ignoreIndex, reduction, "NllLoss2DBackward0")
    return reduction == .none ? try losses.view(target.shape) : losses
  }

  /// Rows of class scores, or one row.
  private func nllRows(
    _ target: Tensor, _ weight: Tensor?, _ ignoreIndex: Int, _ reduction: Reduction, _ name: String
  ) throws(TensorError) -> Tensor {
    guard target.dim <= 1 else { throw .runtime("0D or 1D target tensor expected, multi-target not supported") }
    guard target.dtype == .int64 || target.dtype == .uint8 else {
      throw .runtime("expected target dtype to be Long or Byte, but got \(target.dtype.scalarName)")
    }
    guard dtype.isFloatingPoint else { throw .notImplemented("nll_loss_out_frame", for: dtype) }
    let classes = shape[dim - 1]
    let count = dim == 1 ? 1 : shape[0]
    if let weight, weight.dim != 1 || weight.shape[0] != classes {
      throw .runtime(
        "weight tensor should be defined either for all \(classes) classes or no classes but got weight tensor of shape: "
          + "\(weight.shape)")
    }
    if let weight, weight.dtype != dtype {
      throw .runtime("expected scalar type \(dtype.scalarName) but found \(weight.dtype.scalarName)")
    }
    guard target.elementCount == count else {
      throw .runtime("size mismatch (got input: \(shape), target: \(target.shape))")
    }
    let (scores, targets, weights) = try GradMode.off {
      (try contiguous(), try target.to(.int64).contiguous(), try weight?.contiguous())
    }
    let indices = targets.pointer(Int.self)
    for i in 0..<count where indices[i] != ignoreIndex && !(0..<classes).contains(indices[i]) {
      throw .index("Target \(indices[i]) is out of bounds.")
    }
    var work = NllWork(
      scores: scores, targets: targets, weights: weights, rows: count, classes: classes, ignoreIndex: ignoreIndex,
      reduction: reduction, outputShape: dim == 1 ? [] : [count])
    let (out, totalWeight) = try dtype.dispatch(&work, "nll_loss_out_frame")
    let (inputShape, type) = (shape, dtype)
    return out.record(name, self) { (call: borrowing BackwardCall) throws(TensorError) -> [Tensor?] in
      let isAgain = GradMode.isEnabled
      // To be differentiated again, the gradient is the incoming one times that of ones: it is linear.
      let incoming = try GradMode.off { try isAgain ? Tensor.ones(call.grad.shape, dtype: type) : call.grad.contiguous() }
      var work = NllGradientWork(
        grad: incoming, targets: targets, weights: weights, rows: count, classes: classes, ignoreIndex: ignoreIndex,
        reduction: reduction, totalWeight: totalWeight, shape: inputShape)
      let grad: Tensor = try type.dispatch(&work, "nll_loss_backward_out_frame")
      if !isAgain { return [grad] }
      return [try grad.mul(call.grad.dim == 1 ? call.grad.unsqueeze(1) : call.grad)]
    }
  }

  /// The cross entropy between scores and class indices or class probabilities, softmax included.
  ///
  /// **Shape** `[C]`, `[N, C]` or `[N, C, d…]` with class indices (without C) or probabilities (with C) → `[]`, or without C for
  /// `.none`.
  package func crossEntropy(
    _ target: Tensor, weight: Tensor? = nil, ignoreIndex: Int = -100, reduction: Reduction = .mean, labelSmoothing: Double = 0
  ) throws(TensorError) -> Tensor {
    guard labelSmoothing >= 0 && labelSmoothing <= 1 else {
      throw .runtime("label_smoothing must be between 0.0 and 1.0. Got: \(shortText(labelSmoothing))")
    }
    let classDim = dim == 1 ? 0 : 1
    if target.shape == shape && target.dtype.isFloatingPoint {
      if ignoreIndex >= 0 { throw .runtime("ignore_index is not supported for floating point target") }
      return try crossEntropyOfProbabilities(target, weight, reduction, labelSmoothing, classDim)
    }
    guard dim > 0 else { throw .value("Expected 1 or more dimensions (got \(dim))") }
    let logarithms = try logSoftmax(dim: classDim)
    let likelihood = try logarithms.nllLoss(target, weight: weight, ignoreIndex: ignoreIndex, reduction: reduction)
    if labelSmoothing == 0 { return likelihood }
    let classes = shape[classDim]
    // The smoothed part spreads over all classes, each with its weight.
    var smooth: Tensor
    if let weight {
      var sizes = [Int](repeating: 1, count: dim)
      sizes[classDim] = classes
      smooth = try logarithms.mul(weight.view(Shape(sizes))).sum([classDim]).neg()
    } else {
      smooth = try logarithms.sum([classDim]).neg()
    }
    let (kept, total) = try keptTargets(target, ignoreIndex, weight)
    smooth = try smooth.mul(kept)
    switch reduction {
    case .none: break
    case .sum: smooth = try smooth.sum()
    case .mean: smooth = try smooth.sum().div(.double(total))
    }
    return try likelihood.mul(.double(1 - labelSmoothing)).add(smooth.mul(.double(labelSmoothing / Double(classes))))
  }

  /// One for each target that counts, zero for each ignored one, and the sum of their weights.
  private func keptTargets(
    _ target: Tensor, _ ignoreIndex: Int, _ weight: Tensor?
  ) throws(TensorError) -> (mask: Tensor, total: Double) {
    let indices = try target.to(.int64).values(Int.self)
    let weights = try weight?.to(.float64).values(Double.self)
    let mask = indices.map { $0 == ignoreIndex ? 0.0 : 1.0 }
    let total = indices.reduce(0.0) { $1 == ignoreIndex ? $0 : $0 + (weights?[$1] ?? 1) }
    return (try Tensor(mask, shape: target.shape).to(dtype), total)
  }

  private func crossEntropyOfProbabilities(
    _ target: Tensor, _ weight: Tensor?, _ reduction: Reduction, _ smoothing: Double, _ classDim: Int
  ) throws(TensorError) -> Tensor {
    let logarithms = try logSoftmax(dim: classDim)
    let classes = shape[classDim]
    var wanted = target
    if smoothing > 0 { wanted = try target.mul(.double(1 - smoothing)).add(.double(smoothing / Double(classes))) }
    var terms = try logarithms.mul(wanted)
    if let weight {
      var sizes = [Int](repeating: 1, count: dim)
      sizes[classDim] = classes
      terms = try terms.mul(weight.view(Shape(sizes)))
    }
    switch reduction {
    case .none: return try terms.sum([classDim]).neg()
    case .sum: return try terms.sum().neg()
    case .mean:
      let samples = elementCount / Swift.max(classes, 1)
      return try terms.sum().neg().div(.double(Double(samples)))
    }
  }
}

/// A number as C prints it: without a point where it is whole.
package func shortText(_ value: Double) -> String {
  value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
}

private struct NllWork: FloatWork {
  let scores: Tensor
  let targets: Tensor
  let weights: Tensor?
  let rows: Int
  let classes: Int
  let ignoreIndex: Int
  let reduction: Reduction
  let outputShape: Shape

  mutating func run<T: FloatElement>(_ type: T.Type) throws(TensorError) -> (Tensor, Double) {
    let (x, t) = (scores.pointer(T.self), targets.pointer(Int.self))
    let w = weights?.pointer(T.self)
    if reduction == .none {
      let out = try Tensor(uninitialised: outputShape, dtype: T.dtype)
      let to = out.pointer(T.self)
      for i in 0..<rows {
        to[i] = t[i] == ignoreIndex ? 0 : w.map { -x[i * classes + t[i]] * $0[t[i]] } ?? -x[i * classes + t[i]]
      }
      return (out, 0)
    }
    var (sum, total): (T, T) = (0, 0)
    if T.self == Float.self {
      var (s, n): (Float, Float) = (0, 0)
      targets.storage.bytes.withMemoryRebound(to: Int64.self, capacity: targets.storage.byteCount / 8) { base in
        lk_nll_sum_f32(
          scores.pointer(Float.self), base + targets.elementOffset, weights.map { UnsafePointer($0.pointer(Float.self)) },
          Int64(rows), Int64(classes), Int64(ignoreIndex), &s, &n)
      }
      (sum, total) = (T(s), T(n))
    } else {
      for i in 0..<rows where t[i] != ignoreIndex {
        let factor = w?[t[i]] ?? 1
        sum -= x[i * classes + t[i]] * factor
        total += factor
      }
    }
    let out = try Tensor(uninitialised: [], dtype: T.dtype)
    out.pointer(T.self)[0] = reduction == .mean ? sum / total : sum
    return (out, Double(total))
  }
}

private struct NllGradientWork: FloatWork {
  let grad: Tensor
  let targets: Tensor
  let weights: Tensor?
  let rows: Int
  let classes: Int
  let ignoreIndex: Int
  let reduction: Reduction
  let totalWeight: Double
  let shape: Shape

  mutating func run<T: FloatElement>(_ type: T.Type) throws(TensorError) -> Tensor {
    let out = try Tensor.zeros(shape, dtype: T.dtype)
    let (g, t, to) = (grad.pointer(T.self), targets.pointer(Int.self), out.pointer(T.self))
    let w = weights?.pointer(T.self)
    for i in 0..<rows where t[i] != ignoreIndex {
      var share = reduction == .none ? g[i] : g[0]
      if reduction == .mean { share = share / T(totalWeight) }
      to[i * classes + t[i]] = w.map { -$0[t[i]] * share } ?? -share
    }
    return out
  }
}

extension Op {
  static let nllLoss = Op(
    "nll_loss(input: Tensor, target: Tensor, weight: Tensor? = None, size_average: bool? = None, ignore_index: int = -100, "
      + "reduce: bool? = None, reduction: str = 'mean')", .functional, "The negative log-likelihood of the target classes.",
    example: "F.nll_loss(torch.tensor([[-0.5, -1.]]), torch.tensor([0]))"
  ) { (call: borrowing OpCall) throws(TensorError) -> OpValue in
    .tensor(
      try call.tensor(0).nllLoss(
        call.tensor(1), weight: call.optionalTensor(2), ignoreIndex: call.int(4),
        reduction: call.reduction(sizeAverage: 3, reduce: 5, reduction: 6)))
  }

  static let crossEntropy = Op(
    "cross_entropy(input: Tensor, target: Tensor, weight: Tensor? = None, size_average: bool? = None, ignore_index: int = -100, "
      + "reduce: bool? = None, reduction: str = 'mean', label_smoothing: float = 0.0)", .functional,
    "The cross entropy between scores and target classes or class probabilities.",
    example: "F.cross_entropy(torch.tensor([[1., 2.]]), torch.tensor([0]))"
  ) { (call: borrowing OpCall) throws(TensorError) -> OpValue in
    .tensor(
      try call.tensor(0).crossEntropy(
        call.tensor(1), weight: call.optionalTensor(2), ignoreIndex: call.int(4),
        reduction: call.reduction(sizeAverage: 3, reduce: 5, reduction: 6), labelSmoothing: call.double(7)))
  }
}
