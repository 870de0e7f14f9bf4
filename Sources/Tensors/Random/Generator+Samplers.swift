import Glibc

/// Other distributions, one value at a time in double precision.
extension Generator {
  /// Exponential with the given rate.
  package func nextExponential(rate: Double) -> Double { (-1 / rate) * log1p(-nextUniform()) }

  /// Number of trials up to the first success.
  package func nextGeometric(probability: Double) -> Double { ceil(log(nextUniform()) / log1p(-probability)) }

  /// Exponential of a normal value.
  package func nextLogNormal(mean: Double, std: Double) -> Double { exp(nextNormal(mean: mean, std: std)) }

  /// Cauchy with the given median and scale.
  package func nextCauchy(median: Double, sigma: Double) -> Double {
    median + sigma * tan(Double.pi * (nextUniform() - 0.5))
  }

  /// Draws `count` indices with replacement, each with a probability proportional to its weight.
  package func sampleWithReplacement<Weight: BinaryFloatingPoint>(weights: [Weight], count: Int) -> [Int64] {
    var running: Weight = 0
    var cumulative = weights.map { weight -> Weight in
      running += weight
      return running
    }
    for i in cumulative.indices { cumulative[i] /= running }
    cumulative[cumulative.count - 1] = 1
    return (0..<count).map { _ in
      let u = nextUniform()
      var low = 0
      var high = cumulative.count
      while low < high {
        let middle = low + (high - low) / 2
        if Double(cumulative[middle]) < u { low = middle + 1 } else { high = middle }
      }
      return Int64(low)
    }
  }

  /// Draws for several rows of weights the `count` indices of largest weight / exponential, in descending order: sampling without
  /// replacement. All rows' exponentials are drawn first.
  package func sampleWithoutReplacement<Weight: BinaryFloatingPoint>(rows: [[Weight]], count: Int) -> [[Int64]] {
    let scores = rows.map { row in row.map { $0 / Weight(nextExponential(rate: 1)) } }
    return scores.map { row in
      let order = row.indices.sorted { row[$0] != row[$1] ? row[$0] > row[$1] : $0 < $1 }
      return order.prefix(count).map { Int64($0) }
    }
  }
}
