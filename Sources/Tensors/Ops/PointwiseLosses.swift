extension Tensor {
  /// (x − y)², averaged or summed.
  ///
  /// **Shape** two that broadcast → `[]`, or the broadcast shape for `.none`.
  package func mseLoss(_ target: Tensor, reduction: Reduction = .mean) throws(TensorError) -> Tensor {
    try loss(SquaredError.self, target, reduction, kernel: "mse_cpu", node: "MseLossBackward0")
  }

  /// |x − y|, averaged or summed.
  ///
  /// **Shape** two that broadcast → `[]`, or the broadcast shape for `.none`. **Gradient** 0 where x = y.
  package func l1Loss(_ target: Tensor, reduction: Reduction = .mean) throws(TensorError) -> Tensor {
    Tensor.warnOfBroadcast(self, target)
    return try reduction(sub(target).abs())
  }

  /// (x − y)² / (2β) where |x − y| < β, else |x − y| − β/2.
  package func smoothL1Loss(_ target: Tensor, beta: Double = 1, reduction: Reduction = .mean) throws(TensorError) -> Tensor {
    if beta < 0 { throw .runtime("smooth_l1_loss does not support negative values for beta.") }
    if beta == 0 { return try l1Loss(target, reduction: reduction) }
    return try loss(
      SmoothAbsoluteError.self, target, reduction, parameter: beta, kernel: "smooth_l1_cpu", node: "SmoothL1LossBackward0")
  }

  /// (x − y)² / 2 where |x − y| ≤ δ, else δ(|x − y| − δ/2).
  package func huberLoss(_ target: Tensor, delta: Double = 1, reduction: Reduction = .mean) throws(TensorError) -> Tensor {
    if !(delta > 0) { throw .runtime("huber_loss does not support non-positive values for delta.") }
    return try loss(HuberError.self, target, reduction, parameter: delta, kernel: "huber_cpu", node: "HuberLossBackward0")
  }

  /// −(t log p + (1 − t) log(1 − p)), with each logarithm at least −100.
  ///
  /// **Shape** two equal ones → `[]`, or the same for `.none`.
  package func binaryCrossEntropy(
    _ target: Tensor, weight: Tensor? = nil, reduction: Reduction = .mean
  ) throws(TensorError) -> Tensor {
    guard target.shape == shape else {
      throw .value(
        "Using a target size (torch.Size(\(target.shape))) that is different to the input size (torch.Size(\(shape))) is "
          + "deprecated. Please ensure they have the same size.")
    }
    guard target.dtype == dtype else {
      throw .runtime("Found dtype \(target.dtype.scalarName) but expected \(dtype.scalarName)")
    }
    let values = try detach().to(.float64).contiguous()
    let p = values.pointer(Double.self)
    for i in 0..<elementCount where !(p[i] >= 0 && p[i] <= 1) {
      throw .runtime("all elements of input should be between 0 and 1")
    }
    return try loss(
      BinaryCrossEntropy.self, target, reduction, weight: weight, kernel: "binary_cross_entropy",
      node: "BinaryCrossEntropyBackward0")
  }

  static func warnOfBroadcast(_ x: Tensor, _ target: Tensor) {
    if x.shape == target.shape { return }
    TensorWarning.emit(
      "Using a target size (torch.Size(\(target.shape))) that is different to the input size (torch.Size(\(x.shape))). This will "
        + "likely lead to incorrect results due to broadcasting. Please ensure they have the same size.")
  }

  private func loss<K: LossKernel>(
    _ type: K.Type, _ target: Tensor, _ reduction: Reduction, weight: Tensor? = nil, parameter: Double = 0, kernel: String,
    node: String
  ) throws(TensorError) -> Tensor {
    Tensor.warnOfBroadcast(self, target)
    let common = try Shape.broadcast(shape, target.shape)
    let dtype = TypePromotion.of(self, target)
    let x = try shape == common ? to(dtype) : to(dtype).expand(common)
    let y = try target.shape == common ? target.to(dtype) : target.to(dtype).expand(common)
    let scale = try weight?.to(dtype).expand(common)
    var work = LossWork<K>(x: try x.plainCopy(), y: try y.plainCopy(), parameter: parameter)
    var losses: Tensor = try dtype.dispatch(&work, kernel)
    let out = try GradMode.off { () throws(TensorError) -> Tensor in
      if let scale { losses = try losses.mul(scale) }
      return try reduction(losses)
    }
    let count = common.elementCount
    let (savedX, savedY) = (SavedTensor(x), SavedTensor(y))
    return out.record(node, [x, y]) { (call: borrowing BackwardCall) throws(TensorError) -> [Tensor?] in
      let (x, y) = (try savedX.value(), try savedY.value())
      let divisor = reduction == .mean ? Double(count) : 1
      if GradMode.isEnabled {
        // Written with recorded operations, to be differentiated again.
        var grad = try K.slope(x, y, parameter).mul(call.grad).mul(.double(1 / divisor))
        if let scale { grad = try grad.mul(scale) }
        if K.self == BinaryCrossEntropy.self, call.needs(1) {
          return [grad, try BinaryCrossEntropy.targetSlope(x, y, scale).mul(call.grad).div(.double(divisor))]
        }
        return [grad, call.needs(1) ? try grad.neg() : nil]
      }
      let incoming = try call.grad.plainCopy()
      var work = LossGradientWork<K>(
        x: try x.plainCopy(), y: try y.plainCopy(), grad: incoming, parameter: parameter, count: divisor)
      var grad: Tensor = try dtype.dispatch(&work, kernel)
      if let scale { grad = try GradMode.off { () throws(TensorError) -> Tensor in try grad.mul(scale) } }
      guard call.needs(1) else { return [grad] }
      if K.self == BinaryCrossEntropy.self {
        let slope = try BinaryCrossEntropy.targetSlope(x, y, scale)
        return [call.needs(0) ? grad : nil, try slope.mul(call.grad).div(.double(divisor))]
      }
      return [call.needs(0) ? grad : nil, try grad.neg()]
    }
  }
}

extension Op {
  static let mseLoss = loss("mse_loss", "", "The squared difference.") { (x, y, _, r) throws(TensorError) in
    try x.mseLoss(y, reduction: r)
  }
  static let l1Loss = loss("l1_loss", "", "The absolute difference.") { (x, y, _, r) throws(TensorError) in
    try x.l1Loss(y, reduction: r)
  }
  static let smoothL1Loss = loss("smooth_l1_loss", ", beta: float = 1.0", "The absolute difference, squared near zero.") {
    (x, y, beta, r) throws(TensorError) in try x.smoothL1Loss(y, beta: beta, reduction: r)
  }

  private static func loss(
    _ name: String, _ parameter: String, _ summary: String,
    _ body: @escaping (Tensor, Tensor, Double, Reduction) throws(TensorError) -> Tensor
  ) -> Op {
    Op(
      "\(name)(input: Tensor, target: Tensor, size_average: bool? = None, reduce: bool? = None, reduction: str = 'mean'\(parameter)"
        + (parameter.isEmpty ? ", weight: Tensor? = None)" : ")"), .functional, summary,
      example: "F.\(name)(torch.tensor([1., 2.]), torch.tensor([1., 3.]))"
    ) { (call: borrowing OpCall) throws(TensorError) -> OpValue in
      let reduction = try call.reduction(sizeAverage: 2, reduce: 3, reduction: 4)
      let (x, y) = (try call.tensor(0), try call.tensor(1))
      if parameter.isEmpty, let weight = try call.optionalTensor(5) {
        let losses = try body(x, y, 0, .none).mul(weight)
        switch reduction {
        case .none: return .tensor(losses)
        case .sum: return .tensor(try losses.sum())
        case .mean: return .tensor(try losses.sum().div(weight.expand(losses.shape).sum()))
        }
      }
      return .tensor(try body(x, y, parameter.isEmpty ? 0 : call.double(5), reduction))
    }
  }

  static let huberLoss = Op(
    "huber_loss(input: Tensor, target: Tensor, reduction: str = 'mean', delta: float = 1.0, weight: Tensor? = None)",
    .functional,
    "The squared difference, growing linearly beyond delta.",
    example: "F.huber_loss(torch.tensor([1., 2.]), torch.tensor([1., 3.]))"
  ) { (call: borrowing OpCall) throws(TensorError) -> OpValue in
    .tensor(try call.tensor(0).huberLoss(call.tensor(1), delta: call.double(3), reduction: Reduction(named: call.string(2))))
  }

  static let binaryCrossEntropy = Op(
    "binary_cross_entropy(input: Tensor, target: Tensor, weight: Tensor? = None, size_average: bool? = None, reduce: bool? = None, "
      + "reduction: str = 'mean')", .functional, "The cross entropy of probabilities.",
    example: "F.binary_cross_entropy(torch.tensor([0.5]), torch.tensor([1.]))"
  ) { (call: borrowing OpCall) throws(TensorError) -> OpValue in
    .tensor(
      try call.tensor(0).binaryCrossEntropy(
        call.tensor(1), weight: call.optionalTensor(2), reduction: call.reduction(sizeAverage: 3, reduce: 4, reduction: 5)))
  }
}
