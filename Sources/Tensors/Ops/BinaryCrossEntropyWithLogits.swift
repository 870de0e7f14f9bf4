extension Tensor {
  /// The cross entropy of sigmoid(x), computed without forming the probability: (1 − t) x − q log sigmoid(x), where
  /// q = 1 + (posWeight − 1) t.
  ///
  /// **Shape** two equal ones → `[]`, or the same for `.none`.
  package func binaryCrossEntropyWithLogits(
    _ target: Tensor, weight: Tensor? = nil, posWeight: Tensor? = nil, reduction: Reduction = .mean
  ) throws(TensorError) -> Tensor {
    guard target.shape == shape else {
      throw .value("Target size (torch.Size(\(target.shape))) must be the same as input size (torch.Size(\(shape)))")
    }
    guard target.dtype.isFloatingPoint else {
      throw .runtime("result type Float can't be cast to the desired output type \(target.dtype.scalarName)")
    }
    guard dtype.isFloatingPoint else { throw .notImplemented("binary_cross_entropy_with_logits", for: dtype) }
    let (x, t) = (self, target)
    let out = try GradMode.off { () throws(TensorError) -> Tensor in
      var likelihood = try Activation.logsigmoid(x)
      if let posWeight { likelihood = try posWeight.sub(1).mul(t).add(1).mul(likelihood) }
      var losses = try t.subtracted(from: 1).mul(x).sub(likelihood)
      if let weight { losses = try losses.mul(weight) }
      return try reduction(losses)
    }
    let saved = (x: SavedTensor(self), target: SavedTensor(target))
    let count = elementCount
    return out.record("BinaryCrossEntropyWithLogitsBackward0", [self, target]) {
      (call: borrowing BackwardCall) throws(TensorError) -> [Tensor?] in
      let (x, t) = (try saved.x.value(), try saved.target.value())
      var ofInput: Tensor?
      if call.needs(0) {
        var slope: Tensor
        if let posWeight {
          let positive = try posWeight.mul(t)
          slope = try positive.add(1).sub(t).mul(x.sigmoid()).sub(positive).mul(call.grad)
        } else {
          slope = try x.sigmoid().sub(t).mul(call.grad)
        }
        if let weight { slope = try slope.mul(weight) }
        ofInput = try reduction == .mean ? slope.div(.double(Double(count))) : slope
      }
      var ofTarget: Tensor?
      if call.needs(1) {
        // d/dt of (1 - t) x - q log sigmoid(x) is -x without posWeight, since log sigmoid(-x) = log sigmoid(x) - x.
        var slope = try x.neg()
        if let posWeight {
          let likelihood = try Activation.logsigmoid(x)
          slope = try slope.sub(posWeight.sub(1).mul(likelihood))
        }
        slope = try slope.mul(call.grad)
        if let weight { slope = try slope.mul(weight) }
        ofTarget = try reduction == .mean ? slope.div(.double(Double(count))) : slope
      }
      return [ofInput, ofTarget]
    }
  }
}

extension Op {
  static let binaryCrossEntropyWithLogits = Op(
    "binary_cross_entropy_with_logits(input: Tensor, target: Tensor, weight: Tensor? = None, size_average: bool? = None, "
      + "reduce: bool? = None, reduction: str = 'mean', pos_weight: Tensor? = None)", .functional,
    "The cross entropy of the sigmoid of scores.",
    example: "F.binary_cross_entropy_with_logits(torch.tensor([0.5]), torch.tensor([1.]))"
  ) { (call: borrowing OpCall) throws(TensorError) -> OpValue in
    .tensor(
      try call.tensor(0).binaryCrossEntropyWithLogits(
        call.tensor(1), weight: call.optionalTensor(2), posWeight: call.optionalTensor(6),
        reduction: call.reduction(sizeAverage: 3, reduce: 4, reduction: 5)))
  }
}
