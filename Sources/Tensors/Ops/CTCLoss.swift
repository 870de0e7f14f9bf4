import Glibc

/// One sequence's alignments with its labels, in logarithms of probabilities.
///
/// Labels alternate with blanks: blank, l₁, blank, l₂, …, blank. Reference: Graves et al., Connectionist Temporal Classification, 2006.
private struct CTCAlignment {
  /// The labels with blanks around them.
  let labels: [Int]
  private let steps: Int
  private let row: (Int, Int) -> Double
  /// The logarithm of the probability of all beginnings that end at a time with a label; [time · labels + label].
  private let forward: [Double]

  /// `row(time, class)` is the logarithm of a class's probability.
  init(_ targets: [Int], blank: Int, steps: Int, row: @escaping (Int, Int) -> Double) {
    labels = [blank] + targets.flatMap { [$0, blank] }
    self.steps = steps
    self.row = row
    let width = labels.count
    var table = [Double](repeating: -.infinity, count: max(steps, 0) * width)
    for t in 0..<max(steps, 0) {
      for s in 0..<width {
        if t == 0 {
          if s < 2 { table[s] = row(0, labels[s]) }
          continue
        }
        let before = (t - 1) * width
        var sum = table[before + s]
        if s > 0 { sum = Self.add(sum, table[before + s - 1]) }
        if s > 1, labels[s] != labels[s - 2] { sum = Self.add(sum, table[before + s - 2]) }
        table[t * width + s] = sum + row(t, labels[s])
      }
    }
    forward = table
  }

  /// log(eᵃ + eᵇ).
  static func add(_ a: Double, _ b: Double) -> Double {
    let (high, low) = a > b ? (a, b) : (b, a)
    return low == -.infinity ? high : high + log1p(exp(low - high))
  }

  /// The negative logarithm of the probability of the labels.
  var loss: Double {
    let width = labels.count
    if steps == 0 { return width == 1 ? 0 : .infinity }
    let last = (steps - 1) * width
    return -(width == 1 ? forward[last] : Self.add(forward[last + width - 1], forward[last + width - 2]))
  }

  /// Adds the probabilities' logarithms by class: of all alignments that are at a class at a time, together.
  func occupancy(classes: Int) -> [Double] {
    let width = labels.count
    var table = [Double](repeating: -.infinity, count: steps * classes)
    var backward = [Double](repeating: -.infinity, count: width)
    for t in (0..<steps).reversed() {
      var next = [Double](repeating: -.infinity, count: width)
      for s in 0..<width {
        if t == steps - 1 {
          if s >= width - 2 { next[s] = row(t, labels[s]) }
          continue
        }
        var sum = backward[s]
        if s + 1 < width { sum = Self.add(sum, backward[s + 1]) }
        if s + 2 < width, labels[s] != labels[s + 2] { sum = Self.add(sum, backward[s + 2]) }
        next[s] = sum + row(t, labels[s])
      }
      backward = next
      for s in 0..<width {
        let place = t * classes + labels[s]
        table[place] = Self.add(table[place], forward[t * width + s] + backward[s])
      }
    }
    return table
  }
}

extension Tensor {
  /// The negative log-likelihood of label sequences under all their alignments with longer sequences of outputs.
  ///
  /// **Shape** log-probabilities `[T, N, C]`, targets `[N, S]` or all after one another `[sum of lengths]` → `[N]`, here unreduced.
  /// **Gradient** as PyTorch's: exp(x) less the share of the alignments at each class, which is right for an x that log_softmax made.
  func ctcLosses(
    _ targets: Tensor, _ inputLengths: [Int], _ targetLengths: [Int], blank: Int, zeroInfinity: Bool
  ) throws(TensorError) -> Tensor {
    let (steps, batch, classes) = (shape[0], shape[1], shape[2])
    let sequences = try ctcTargets(targets, inputLengths, targetLengths, blank: blank)
    let values: [Double] = try detach().values(Double.self)
    let alignments = (0..<batch).map { n in
      CTCAlignment(sequences[n], blank: blank, steps: inputLengths[n]) { t, c in values[(t * batch + n) * classes + c] }
    }
    let losses = alignments.map(\.loss)
    let out = try Tensor(zeroInfinity ? losses.map { $0 == .infinity ? 0 : $0 } : losses).converted(dtype)
    let (dtype, x) = (dtype, self)
    return out.record("CtcLossBackward0", self) { call in
      let scales: [Double] = try call.grad.values(Double.self)
      var result = [Double](repeating: 0, count: values.count)
      for n in 0..<batch where !(zeroInfinity && losses[n] == .infinity) {
        let occupancy = alignments[n].occupancy(classes: classes)
        for t in 0..<inputLengths[n] {
          for c in 0..<classes {
            let place = (t * batch + n) * classes + c
            let share = occupancy[t * classes + c]
            let own = share == -.infinity ? 0 : Glibc.exp(share + losses[n] - values[place])
            result[place] = (Glibc.exp(values[place]) - own) * scales[n]
          }
        }
      }
      let gradient = try Tensor(result, shape: [steps, batch, classes]).converted(dtype)
      return [
        gradient.record("NotImplemented", [call.grad, x]) { _ in
          throw TensorError.runtime("derivative for aten::_ctc_loss_backward is not implemented")
        }
      ]
    }
  }

  private func ctcTargets(
    _ targets: Tensor, _ inputLengths: [Int], _ targetLengths: [Int], blank: Int
  ) throws(TensorError) -> [[Int]] {
    let (steps, batch, classes) = (shape[0], shape[1], shape[2])
    guard blank >= 0, blank < classes else { throw .runtime("blank must be in label range") }
    guard inputLengths.count == batch else { throw .runtime("input_lengths must be of size batch_size") }
    guard targetLengths.count == batch else { throw .runtime("target_lengths must be of size batch_size") }
    let place = "(while checking arguments for ctc_loss_allocate_outputs)"
    for length in inputLengths {
      guard length >= 0 else {
        throw .runtime("Expected input_lengths to have value at least 0, but got value \(length) \(place)")
      }
      guard length <= steps else {
        throw .runtime("Expected input_lengths to have value at most \(steps), but got value \(length) \(place)")
      }
    }
    for length in targetLengths where length < 0 {
      throw .runtime("Expected target_lengths to have value at least 0, but got value \(length) \(place)")
    }
    let labels: [Int] = try targets.to(.int64).values(Int.self)
    let longest = targetLengths.max() ?? 0
    var (starts, start) = ([Int](), 0)
    if targets.dim == 1 {
      let (total, overflow) = targetLengths.reduce((0, false)) { sum, length in
        let (next, overflow) = sum.0.addingReportingOverflow(length)
        return (next, sum.1 || overflow)
      }
      guard !overflow, labels.count == total else {
        throw .runtime(
          "Expected tensor to have size \(total) at dimension 0, but got size \(labels.count) for argument #2 'targets' \(place)"
        )
      }
      for length in targetLengths {
        starts.append(start)
        start += length
      }
    } else {
      guard targets.dim == 2, targets.shape[0] == batch else {
        throw .runtime(
          "Expected tensor to have size \(batch) at dimension 0, but got size \(targets.shape.first ?? 0) for argument #2 'targets' "
            + place)
      }
      guard targets.shape[1] >= longest else {
        throw .runtime(
          "Expected tensor to have size at least \(longest) at dimension 1, but got size \(targets.shape[1]) for argument #2 "
            + "'targets' \(place)")
      }
      starts = (0..<batch).map { $0 * targets.shape[1] }
    }
    let sequences = zip(starts, targetLengths).map { Array(labels[$0..<($0 + $1)]) }
    for sequence in sequences {
      for label in sequence where label < 0 || label >= classes {
        throw .index("ctc_loss: target \(label) is out of bounds for \(classes) classes")
      }
    }
    return sequences
  }

  /// The loss of connectionist temporal classification.
  ///
  /// **Shape** `[T, N, C]` → `[]`, or `[N]` for `.none`; `[T, C]` is one sequence. The mean is that of losses divided by target lengths.
  package func ctcLoss(
    _ targets: Tensor, _ inputLengths: Tensor, _ targetLengths: Tensor, blank: Int = 0, reduction: Reduction = .mean,
    zeroInfinity: Bool = false
  ) throws(TensorError) -> Tensor {
    guard dim == 3 || dim == 2 else { throw .runtime("ctc_loss: log_probs must have 2 or 3 dimensions, but got \(dim)") }
    guard dtype == .float32 || dtype == .float64 else { throw .notImplemented("ctc_loss_cpu", for: dtype) }
    let isBatched = dim == 3
    let x = isBatched ? self : try unsqueeze(1)
    func lengths(_ tensor: Tensor) throws(TensorError) -> [Int] { try tensor.reshape([-1]).to(.int64).values(Int.self) }
    let (own, wanted) = (try lengths(inputLengths), try lengths(targetLengths))
    var losses = try x.ctcLosses(targets, own, wanted, blank: blank, zeroInfinity: zeroInfinity)
    if reduction == .mean {
      let counts = try Tensor(wanted.map { Double(Swift.max($0, 1)) }).converted(dtype)
      return try (losses / counts).mean(nil)
    }
    if reduction == .sum { return try losses.sum() }
    if !isBatched { losses = try losses.squeeze([0]) }
    return losses
  }
}

extension OpCall {
  /// Lengths: a tensor of integers or a sequence of them.
  fileprivate func lengths(_ slot: Int) throws(TensorError) -> Tensor {
    if case .tensor(let tensor) = self[slot] { return tensor }
    return Tensor(try ints(slot))
  }
}

extension Op {
  static let ctcLoss = Op(
    "ctc_loss(log_probs: Tensor, targets: Tensor, input_lengths: any, target_lengths: any, blank: int = 0, "
      + "reduction: str = 'mean', zero_infinity: bool = False)", .functional,
    "The loss of sequences whose alignment with their labels is not known.",
    example:
      "F.ctc_loss(torch.tensor([[[-0.5, -1.2, -2.3]], [[-1.1, -0.7, -2.]], [[-0.9, -1.3, -1.1]]]), torch.tensor([[1, 2]]), (3,), (2,))"
  ) { call in
    .tensor(
      try call.tensor(0).ctcLoss(
        call.tensor(1), call.lengths(2), call.lengths(3), blank: call.int(4), reduction: Reduction(named: call.string(5)),
        zeroInfinity: call.bool(6)))
  }
}
