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

  /// A Poisson count: products of uniforms for small rates, transformed rejection (Hörmann 1993) from 10 on.
  package func nextPoisson(rate: Double) -> Double {
    guard rate > 0 else { return 0 }
    if rate < 10 {
      let limit = exp(-rate)
      var (count, product) = (0.0, nextUniform())
      while product > limit {
        count += 1
        product *= nextUniform()
      }
      return count
    }
    let b = 0.931 + 2.53 * rate.squareRoot()
    let a = -0.059 + 0.02483 * b
    let (scale, likely) = (1.1239 + 1.1328 / (b - 3.4), 0.9277 - 3.6224 / (b - 2))
    while true {
      let (u, v) = (nextUniform() - 0.5, nextUniform())
      let us = 0.5 - abs(u)
      let k = ((2 * a / us + b) * u + rate + 0.43).rounded(.down)
      if us >= 0.07 && v <= likely { return k }
      if k < 0 || us < 0.013 && v > us { continue }
      if log(v) + log(scale) - log(a / (us * us) + b) <= -rate + k * log(rate) - lgamma(k + 1) { return k }
    }
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
