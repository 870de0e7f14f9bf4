import Tensors

/// Deals a data set out at random into parts of the given lengths.
package func randomSplit(
  _ dataset: any Dataset, lengths: [Int], generator: Generator = .standard
) throws(TensorError) -> [Subset] {
  let total = try dataset.length()
  var sum = 0
  for length in lengths {
    let (next, overflow) = sum.addingReportingOverflow(length)
    if overflow { throw .splitMismatch() }
    sum = next
  }
  if sum != total { throw .splitMismatch() }
  let order = generator.permutation(total).map(Int.init)
  var start = 0
  // Python's slices: a negative length is allowed, and what follows counts from where that leads.
  func place(_ position: Int) -> Int { min(max(position < 0 ? position &+ total : position, 0), total) }
  return lengths.map { length in
    let end = start &+ length
    let (first, last) = (place(start), place(end))
    start = end
    return Subset(dataset, indices: first < last ? Array(order[first..<last]) : [])
  }
}

/// The same with lengths as fractions of the whole; what rounding leaves over goes to the first parts, one item each.
package func randomSplit(
  _ dataset: any Dataset, fractions: [Double], generator: Generator = .standard
) throws(TensorError) -> [Subset] {
  // Like a script's list of lengths, fractions that do not add up to one are taken for lengths that do not fit.
  if abs(fractions.reduce(0, +) - 1) > 1e-9 { throw .splitMismatch() }
  for (index, fraction) in fractions.enumerated() {
    guard fraction >= 0 && fraction <= 1 else { throw .value("Fraction at index \(index) is not between 0 and 1") }
  }
  let total = try dataset.length()
  var lengths = fractions.map { Int((Double(total) * $0).rounded(.down)) }
  let rest = total - lengths.reduce(0, +)
  for index in 0..<max(0, rest) { lengths[index % lengths.count] += 1 }
  return try randomSplit(dataset, lengths: lengths, generator: generator)
}

extension TensorError {
  static func splitMismatch() -> TensorError {
    .value("Sum of input lengths does not equal the length of the input dataset!")
  }
}
