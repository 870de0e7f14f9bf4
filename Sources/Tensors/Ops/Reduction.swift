/// How a loss turns its elements into one number.
package enum Reduction {
  case none, mean, sum

  /// The reduction of that name.
  package init(named name: String) throws(TensorError) {
    switch name {
    case "none": self = .none
    case "mean", "elementwise_mean": self = .mean
    case "sum": self = .sum
    default: throw .value("\(name) is not a valid value for reduction")
    }
  }

  /// The reduction that the arguments of a loss ask for; the legacy flags win where given.
  package init(sizeAverage: Bool?, reduce: Bool?, named name: String) throws(TensorError) {
    if sizeAverage == nil && reduce == nil {
      try self.init(named: name)
    } else if reduce ?? true {
      self = sizeAverage ?? true ? .mean : .sum
    } else {
      self = .none
    }
    if sizeAverage != nil || reduce != nil { Reduction.warnOfOldFlags(self) }
  }

  /// The warning about the flags that came before `reduction`.
  package static func warnOfOldFlags(_ meant: Reduction) {
    TensorWarning.emit("size_average and reduce args will be deprecated, please use reduction='\(meant)' instead.")
  }

  /// Applies it to a loss's elements.
  func callAsFunction(_ losses: Tensor) throws(TensorError) -> Tensor {
    switch self {
    case .none: losses
    case .mean: try losses.mean()
    case .sum: try losses.sum()
    }
  }
}

extension OpCall {
  /// The reduction given by three neighbouring arguments: size_average, reduce, reduction.
  func reduction(sizeAverage: Int, reduce: Int, reduction: Int) throws(TensorError) -> Reduction {
    try Reduction(
      sizeAverage: isNone(sizeAverage) ? nil : bool(sizeAverage), reduce: isNone(reduce) ? nil : bool(reduce),
      named: string(reduction))
  }
}
