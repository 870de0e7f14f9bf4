extension Tensor {
  /// Each channel shifted and scaled to mean 0 and variance 1 over the batch, then to `weight` and `bias`.
  ///
  /// **Shape** `[N, C]` or `[N, C, d…]` → the same. In training the running statistics, where given, move towards the batch's by
  /// `momentum`; their variance is the unbiased one.
  package func batchNorm(
    runningMean: Tensor?, runningVar: Tensor?, weight: Tensor? = nil, bias: Tensor? = nil, training: Bool = false,
    momentum: Double = 0.1, eps: Double = 1e-5
  ) throws(TensorError) -> Tensor {
    guard dim >= 2 else { throw .runtime("batch_norm: expected at least 2 dimensions, got \(dim)") }
    let channels = shape[1]
    if training, channels > 0, elementCount / channels <= 1 {
      throw .value("Expected more than 1 value per channel when training, got input size torch.Size(\(shape))")
    }
    guard dtype.isFloatingPoint else { throw .notImplemented("batch_norm", for: dtype) }
    for (name, tensor) in [("running_mean", runningMean), ("running_var", runningVar), ("weight", weight), ("bias", bias)] {
      if let tensor {
        if tensor.elementCount != channels {
          throw .runtime("\(name) should contain \(channels) elements not \(tensor.elementCount)")
        }
        if tensor.dtype != dtype {
          throw .runtime("expected scalar type \(dtype.scalarName) but found \(tensor.dtype.scalarName)")
        }
      } else if !training && name.utf8.first == UInt8(ascii: "r") {
        throw .runtime("\(name) must be defined in evaluation mode")
      }
    }
    let x = try plainCopy()
    let w = try weight?.plainCopy()
    let b = try bias?.plainCopy()
    let statistics: BatchNormKernel.Statistics
    if training {
      statistics = try BatchNormKernel.statistics(x, eps: eps)
      try updateRunning(statistics, runningMean, runningVar, momentum)
    } else if let runningMean, let runningVar {
      // Copies: the buffers may change before the backward pass.
      let mean = try runningMean.detach().clone()
      statistics = try BatchNormKernel.running(mean, runningVar.plainCopy(), eps: eps)
    } else {
      throw .runtime("running_mean must be defined in evaluation mode")
    }
    let out = try BatchNormKernel.apply(x, statistics, w, b)
    let saved = (x: SavedTensor(self), weight: weight.map { SavedTensor($0) })
    return out.record("NativeBatchNormBackward0", [self, weight, bias]) {
      (call: borrowing BackwardCall) throws(TensorError) -> [Tensor?] in
      let (x, weight) = (try saved.x.value(), try saved.weight?.value())
      if GradMode.isEnabled {
        let sizes = Shape((0..<x.dim).map { $0 == 1 ? channels : 1 })
        let others = (0..<x.dim).filter { $0 != 1 }
        let fixed = training ? nil : (mean: try statistics.mean.view(sizes), inverse: try statistics.inverse.view(sizes))
        let again = try x.normalisationGradient(
          call.grad, weight: weight?.view(sizes), over: others, centred: true, eps: eps, fixed: fixed)
        return [
          call.needs(0) ? again.input : nil, call.needs(1) ? try call.grad.mul(again.normal).sum(others) : nil,
          call.needs(2) ? try call.grad.sum(others) : nil,
        ]
      }
      let gradients = try BatchNormKernel.gradient(x.plainCopy(), call.grad.plainCopy(), statistics, weight?.plainCopy())
      return [
        call.needs(0) ? gradients.input : nil, call.needs(1) ? gradients.weight : nil, call.needs(2) ? gradients.bias : nil,
      ]
    }
  }

  private func updateRunning(
    _ statistics: BatchNormKernel.Statistics, _ mean: Tensor?, _ variance: Tensor?, _ momentum: Double
  ) throws(TensorError) {
    guard let squares = statistics.squares else { return }
    let n = BatchNormKernel.count(self)
    var work = RunningUpdate(
      statistics: statistics, squares: squares, mean: mean, variance: variance, momentum: momentum, count: n)
    try dtype.dispatch(&work, "batch_norm")
    mean?.didMutate()
    variance?.didMutate()
  }

  private struct RunningUpdate: FloatWork {
    let statistics: BatchNormKernel.Statistics
    let squares: Tensor
    let mean: Tensor?
    let variance: Tensor?
    let momentum: Double
    let count: Int

    mutating func run<T: FloatElement>(_ type: T.Type) {
      let (m, s) = (statistics.mean.pointer(T.self), squares.pointer(T.self))
      let (part, rest) = (T(double: momentum), T(double: 1 - momentum))
      if let mean {
        let (p, step) = (mean.pointer(T.self), mean.strides.first ?? 1)
        for c in 0..<mean.elementCount { p[c * step] = part * m[c] + rest * p[c * step] }
      }
      if let variance {
        let (p, step) = (variance.pointer(T.self), variance.strides.first ?? 1)
        for c in 0..<variance.elementCount {
          p[c * step] = (rest * p[c * step]).addingProduct(part, s[c] / T(count - 1))
        }
      }
    }
  }

  /// Each channel of each sample normalised by itself: batch normalisation with samples taken for channels.
  ///
  /// **Shape** `[N, C, d…]` → the same.
  package func instanceNorm(
    runningMean: Tensor? = nil, runningVar: Tensor? = nil, weight: Tensor? = nil, bias: Tensor? = nil,
    useInputStats: Bool = true,
    momentum: Double = 0.1, eps: Double = 1e-5
  ) throws(TensorError) -> Tensor {
    guard dim >= 2 else { throw .runtime("instance_norm: expected at least 2 dimensions, got \(dim)") }
    let spatial = shape.dropFirst(2).reduce(1, *)
    if useInputStats, spatial <= 1 {
      throw .value("Expected more than 1 spatial element when training, got input size torch.Size(\(shape))")
    }
    let (samples, channels) = (shape[0], shape[1])
    func repeated(_ t: Tensor?) throws(TensorError) -> Tensor? {
      guard let t else { return nil }
      return try t.expand([samples, channels]).reshape([samples * channels])
    }
    let x = try reshape(Shape([1, samples * channels] + shape.dropFirst(2)))
    let means = try repeated(runningMean)
    let variances = try repeated(runningVar)
    let (w, b) = (try repeated(weight), try repeated(bias))
    let out = try x.batchNorm(
      runningMean: means, runningVar: variances, weight: w, bias: b, training: useInputStats, momentum: momentum, eps: eps)
    if useInputStats {
      let recorded = GradMode.isEnabled
      GradMode.isEnabled = false
      defer { GradMode.isEnabled = recorded }
      if let runningMean, let means { _ = try runningMean.copyInPlace(means.view([samples, channels]).mean([0])) }
      if let runningVar, let variances { _ = try runningVar.copyInPlace(variances.view([samples, channels]).mean([0])) }
    }
    return try out.view(shape)
  }
}

extension Op {
  static let batchNorm = Op(
    "batch_norm(input: Tensor, running_mean: Tensor?, running_var: Tensor?, weight: Tensor? = None, bias: Tensor? = None, "
      + "training: bool = False, momentum: float = 0.1, eps: float = 1e-05)", .functional,
    "Normalises each channel over the batch.", example: "F.batch_norm(torch.ones(2, 3), torch.zeros(3), torch.ones(3))"
  ) { (call: borrowing OpCall) throws(TensorError) -> OpValue in
    .tensor(
      try call.tensor(0).batchNorm(
        runningMean: call.optionalTensor(1), runningVar: call.optionalTensor(2), weight: call.optionalTensor(3),
        bias: call.optionalTensor(4), training: call.bool(5), momentum: call.double(6), eps: call.double(7)))
  }

  static let instanceNorm = Op(
    "instance_norm(input: Tensor, running_mean: Tensor? = None, running_var: Tensor? = None, weight: Tensor? = None, "
      + "bias: Tensor? = None, use_input_stats: bool = True, momentum: float = 0.1, eps: float = 1e-05)", .functional,
    "Normalises each channel of each sample.", example: "F.instance_norm(torch.ones(1, 2, 3))"
  ) { (call: borrowing OpCall) throws(TensorError) -> OpValue in
    .tensor(
      try call.tensor(0).instanceNorm(
        runningMean: call.optionalTensor(1), runningVar: call.optionalTensor(2), weight: call.optionalTensor(3),
        bias: call.optionalTensor(4), useInputStats: call.bool(5), momentum: call.double(6), eps: call.double(7)))
  }
}
