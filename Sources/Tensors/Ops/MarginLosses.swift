// Losses that ask for a margin, composed of other operations.

extension Tensor {
  /// x where the target is 1, max(0, margin − x) where it is −1.
  package func hingeEmbeddingLoss(_ target: Tensor, margin: Double = 1, reduction: Reduction = .mean) throws(TensorError)
    -> Tensor
  {
    let zero = try zerosLike()
    let apart = try Tensor.select(target.eq(1), zero, subtracted(from: .double(margin)).clamp(min: 0))
    let close = try Tensor.select(target.eq(-1), zero, self)
    return try reduction(apart.add(close))
  }

  /// max(0, −y (a − b) + margin): a is to rank higher where y is 1, lower where it is −1.
  package static func marginRankingLoss(
    _ a: Tensor, _ b: Tensor, _ target: Tensor, margin: Double = 0, reduction: Reduction = .mean
  ) throws(TensorError) -> Tensor {
    try reduction(target.neg().mul(a.sub(b)).add(.double(margin)).clamp(min: 0))
  }

  /// 1 − cos(a, b) where the target is 1, max(0, cos(a, b) − margin) where it is −1.
  package static func cosineEmbeddingLoss(
    _ a: Tensor, _ b: Tensor, _ target: Tensor, margin: Double = 0, reduction: Reduction = .mean
  ) throws(TensorError) -> Tensor {
    guard a.dim == target.dim + 1, a.dim == 1 || a.dim == 2 else {
      throw .runtime(
        "\(target.dim)D target tensor expects \(target.dim + 1)D input tensors, but found inputs with sizes \(a.shape) and \(b.shape)."
      )
    }
    let last = a.dim - 1
    let epsilon = 1e-12
    let product = try a.mul(b).sum([last])
    let lengths = try a.mul(a).sum([last]).add(.double(epsilon)).mul(b.mul(b).sum([last]).add(.double(epsilon))).sqrt()
    let cosine = try product.div(lengths)
    let zero = try cosine.zerosLike()
    let close = try Tensor.select(target.eq(1), cosine.subtracted(from: 1), zero)
    let apart = try Tensor.select(target.eq(-1), cosine.sub(.double(margin)).clamp(min: 0), zero)
    return try reduction(close.add(apart))
  }

  /// max(0, d(anchor, positive) − d(anchor, negative) + margin), with distances in the p-norm.
  package static func tripletMarginLoss(
    _ anchor: Tensor, _ positive: Tensor, _ negative: Tensor, margin: Double = 1, p: Double = 2, eps: Double = 1e-6,
    swap: Bool = false, reduction: Reduction = .mean
  ) throws(TensorError) -> Tensor {
    guard margin > 0 else { throw .value("margin must be greater than 0, got \(pythonText(margin))") }
    func distance(_ a: Tensor, _ b: Tensor) throws(TensorError) -> Tensor {
      try a.sub(b).add(.double(eps)).norm(p, [-1])
    }
    let near = try distance(anchor, positive)
    var far = try distance(anchor, negative)
    if swap { far = try far.minimum(distance(positive, negative)) }
    return try reduction(near.sub(far).add(.double(margin)).clamp(min: 0))
  }

  /// log(1 + exp(−y x)).
  package func softMarginLoss(_ target: Tensor, reduction: Reduction = .mean) throws(TensorError) -> Tensor {
    try reduction(target.neg().mul(self).exp().log1p())
  }

  /// Σ max(0, margin − x[target] + x[i])ᵖ / C over the other classes of each row.
  package func multiMarginLoss(
    _ target: Tensor, p: Int = 1, margin: Double = 1, weight: Tensor? = nil, reduction: Reduction = .mean
  ) throws(TensorError) -> Tensor {
    guard p == 1 || p == 2 else { throw .runtime("only p == 1 and p == 2 supported") }
    let rows = try dim == 1 ? unsqueeze(0) : self
    guard rows.dim == 2 else {
      throw .runtime("Expected non-empty vector or matrix with optional 0-dim batch size, but got: \(shape)")
    }
    let targets = try target.reshape([-1])
    guard targets.elementCount == rows.shape[0] else {
      throw .runtime("inconsistent target size, expected [\(rows.shape[0])] but got \(target.shape)")
    }
    let classes = rows.shape[1]
    for index in try targets.to(.int64).values(Int.self) where !(0..<classes).contains(index) {
      throw .runtime("target out of range")
    }
    let column = try targets.to(.int64).unsqueeze(1)
    var terms = try rows.sub(rows.gather(1, column)).add(.double(margin)).clamp(min: 0)
    if p == 2 { terms = try terms.mul(terms) }
    if let weight { terms = try terms.mul(weight.indexSelect(0, targets.to(.int64)).unsqueeze(1)) }
    let others = try Tensor.ones(rows.shape, dtype: dtype).scatter(1, column, .double(0))
    let losses = try terms.mul(others).sum([1]).div(.double(Double(classes)))
    return try reduction(dim == 1 ? losses.squeeze([0]) : losses)
  }

  /// Σ max(0, 1 − x[j] + x[i]) / C over the classes j of a row's target, up to the first −1 in it, and the classes i that are not.
  ///
  /// **Shape** `[N, C]` and `[N, C]`, or `[C]` and `[C]`.
  package func multilabelMarginLoss(_ target: Tensor, reduction: Reduction = .mean) throws(TensorError) -> Tensor {
    guard dim == 1 || dim == 2, elementCount > 0 else {
      throw .runtime("Expected non-empty vector or matrix with optional 0-dim batch size, but got: \(shape)")
    }
    guard target.shape == shape else {
      throw .runtime("inconsistent target size: \(target.shape) for input of size: \(shape)")
    }
    guard target.dtype == .int64 else {
      throw .runtime("expected scalar type Long but found \(target.dtype.scalarName)")
    }
    let rows = try dim == 1 ? unsqueeze(0) : self
    let classes = rows.shape[1]
    let named = try target.values(Int.self)
    guard named.allSatisfy({ $0 >= -1 && $0 < classes }) else { throw .runtime("target is out of range") }
    var isTarget = [Double](repeating: 0, count: named.count)
    var counts = isTarget
    for row in 0..<rows.shape[0] {
      for place in row * classes..<(row + 1) * classes {
        if named[place] < 0 { break }
        isTarget[row * classes + named[place]] = 1
        counts[row * classes + named[place]] += 1
      }
    }
    // [N, j, i]: how far class j, named so often, falls short of class i.
    let often = try Tensor(counts, shape: rows.shape).to(dtype).unsqueeze(2)
    let others = try Tensor(isTarget.map { 1 - $0 }, shape: rows.shape).to(dtype).unsqueeze(1)
    let terms = try rows.unsqueeze(1).sub(rows.unsqueeze(2)).add(1).clamp(min: 0).mul(often).mul(others)
    let losses = try terms.sum([1, 2]).div(.double(Double(classes)))
    return try reduction(dim == 1 ? losses.squeeze([0]) : losses).named("MultilabelMarginLossBackward0", after: self)
  }

  /// The binary cross entropy of each class's score, averaged over classes.
  package func multilabelSoftMarginLoss(
    _ target: Tensor, weight: Tensor? = nil, reduction: Reduction = .mean
  ) throws(TensorError) -> Tensor {
    let (positive, negative) = (try Activation.logsigmoid(self), try Activation.logsigmoid(neg()))
    var losses = try target.mul(positive).add(target.subtracted(from: 1).mul(negative)).neg()
    if let weight { losses = try losses.mul(weight) }
    let classes = shape.last ?? 1
    return try reduction(losses.sum([-1]).div(.double(Double(classes))))
  }
}

extension Op {
  private static let old = "size_average: bool? = None, reduce: bool? = None, reduction: str = 'mean'"
  private static let rows = "torch.tensor([[0.2, 0.8]])"

  static let marginLosses: [Op] = [
    Op(
      "hinge_embedding_loss(input: Tensor, target: Tensor, margin: float = 1.0, \(old))", .functional,
      "Distances to be small for target 1 and at least the margin for target -1.",
      example: "F.hinge_embedding_loss(torch.tensor([0.5]), torch.tensor([1.]))"
    ) { (call: borrowing OpCall) throws(TensorError) -> OpValue in
      .tensor(
        try call.tensor(0).hingeEmbeddingLoss(
          call.tensor(1), margin: call.double(2), reduction: call.reduction(sizeAverage: 3, reduce: 4, reduction: 5)))
    },
    Op(
      "margin_ranking_loss(input1: Tensor, input2: Tensor, target: Tensor, margin: float = 0, \(old))", .functional,
      "Asks for the order of two scores.",
      example: "F.margin_ranking_loss(torch.tensor([0.5]), torch.tensor([1.]), torch.tensor([1.]))"
    ) { (call: borrowing OpCall) throws(TensorError) -> OpValue in
      .tensor(
        try Tensor.marginRankingLoss(
          call.tensor(0), call.tensor(1), call.tensor(2), margin: call.double(3),
          reduction: call.reduction(sizeAverage: 4, reduce: 5, reduction: 6)))
    },
    Op(
      "cosine_embedding_loss(input1: Tensor, input2: Tensor, target: Tensor, margin: float = 0, \(old))", .functional,
      "Asks vectors to point the same way, or not to.", example: "F.cosine_embedding_loss(\(rows), \(rows), torch.tensor([1.]))"
    ) { (call: borrowing OpCall) throws(TensorError) -> OpValue in
      .tensor(
        try Tensor.cosineEmbeddingLoss(
          call.tensor(0), call.tensor(1), call.tensor(2), margin: call.double(3),
          reduction: call.reduction(sizeAverage: 4, reduce: 5, reduction: 6)))
    },
    Op(
      "triplet_margin_loss(anchor: Tensor, positive: Tensor, negative: Tensor, margin: float = 1.0, p: float = 2, eps: float = 1e-06, "
        + "swap: bool = False, \(old))", .functional, "Asks anchors to be nearer to positives than to negatives.",
      example: "F.triplet_margin_loss(\(rows), \(rows), \(rows))"
    ) { (call: borrowing OpCall) throws(TensorError) -> OpValue in
      .tensor(
        try Tensor.tripletMarginLoss(
          call.tensor(0), call.tensor(1), call.tensor(2), margin: call.double(3), p: call.double(4), eps: call.double(5),
          swap: call.bool(6), reduction: call.reduction(sizeAverage: 7, reduce: 8, reduction: 9)))
    },
    Op(
      "soft_margin_loss(input: Tensor, target: Tensor, \(old))", .functional, "The logistic loss for targets 1 and -1.",
      example: "F.soft_margin_loss(torch.tensor([0.5]), torch.tensor([1.]))"
    ) { (call: borrowing OpCall) throws(TensorError) -> OpValue in
      .tensor(
        try call.tensor(0).softMarginLoss(call.tensor(1), reduction: call.reduction(sizeAverage: 2, reduce: 3, reduction: 4)))
    },
    Op(
      "multi_margin_loss(input: Tensor, target: Tensor, p: int = 1, margin: float = 1.0, weight: Tensor? = None, \(old))",
      .functional,
      "Asks the target's score to exceed the others by a margin.", example: "F.multi_margin_loss(\(rows), torch.tensor([1]))"
    ) { (call: borrowing OpCall) throws(TensorError) -> OpValue in
      .tensor(
        try call.tensor(0).multiMarginLoss(
          call.tensor(1), p: call.int(2), margin: call.double(3), weight: call.optionalTensor(4),
          reduction: call.reduction(sizeAverage: 5, reduce: 6, reduction: 7)))
    },
    Op(
      "multilabel_margin_loss(input: Tensor, target: Tensor, \(old))", .functional,
      "Asks the scores of a row's classes to exceed the others by a margin.",
      example: "F.multilabel_margin_loss(\(rows), torch.tensor([[1, -1]]))"
    ) { (call: borrowing OpCall) throws(TensorError) -> OpValue in
      .tensor(
        try call.tensor(0).multilabelMarginLoss(
          call.tensor(1), reduction: call.reduction(sizeAverage: 2, reduce: 3, reduction: 4)))
    },
    Op(
      "multilabel_soft_margin_loss(input: Tensor, target: Tensor, weight: Tensor? = None, \(old))", .functional,
      "The binary cross entropy of each class's score.",
      example: "F.multilabel_soft_margin_loss(\(rows), torch.tensor([[0., 1.]]))"
    ) { (call: borrowing OpCall) throws(TensorError) -> OpValue in
      .tensor(
        try call.tensor(0).multilabelSoftMarginLoss(
          call.tensor(1), weight: call.optionalTensor(2), reduction: call.reduction(sizeAverage: 3, reduce: 4, reduction: 5)))
    },
  ]
}
