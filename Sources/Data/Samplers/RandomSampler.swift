import Tensors

/// The items in random order, or a random choice of them.
package final class RandomSampler: Sampler {
  private let source: () throws(TensorError) -> Int
  private let replacement: Bool
  private let requested: Int?
  private let generator: Generator?

  /// `count` is how many items there are, `sampleCount` how many to take (all of them if nil). Without a generator each pass
  /// draws its seed from the default one.
  package init(
    count source: @escaping () throws(TensorError) -> Int, replacement: Bool = false, sampleCount: Int? = nil,
    generator: Generator? = nil
  ) throws(TensorError) {
    self.source = source
    self.replacement = replacement
    self.requested = sampleCount
    self.generator = generator
    let wanted: Int
    if let sampleCount { wanted = sampleCount } else { wanted = try source() }
    if wanted <= 0 { throw .badSampleCount("\(wanted)") }
  }

  package func length() throws(TensorError) -> Int? {
    if let requested { return requested }
    return try source()
  }

  package func start() throws(TensorError) -> any SamplerPass {
    let count = try source()
    var left = requested ?? count
    var generator = self.generator
    let replacement = self.replacement
    var ended = false
    return PiecewisePass { () throws(TensorError) in
      if ended { return nil }
      let source = generator ?? Generator(seed: UInt64(bitPattern: Generator.standard.nextSeed()))
      generator = source
      if replacement {
        // PyTorch draws in pieces of 32, the last one shorter.
        let size = min(32, left)
        ended = size < 32
        left -= size
        if count == 0 && size > 0 { throw .badRange() }
        return (0..<size).map { _ in Int(source.nextInteger(low: 0, high: Int64(count))) }
      }
      // A whole permutation is drawn for the rest even when nothing of it is used.
      let order = source.permutation(count).map(Int.init)
      ended = left < count || count == 0
      let piece = ended ? Array(order.prefix(left)) : order
      left -= piece.count
      return piece
    }
  }
}

/// The given indices in random order.
package final class SubsetRandomSampler: Sampler {
  private let indices: [Int]
  private let generator: Generator?

  package init(_ indices: [Int], generator: Generator? = nil) {
    self.indices = indices
    self.generator = generator
  }

  package func length() throws(TensorError) -> Int? { indices.count }

  package func start() throws(TensorError) -> any SamplerPass {
    let (indices, generator) = (self.indices, self.generator ?? .standard)
    var given = false
    return PiecewisePass { () throws(TensorError) in
      if given { return nil }
      given = true
      return generator.permutation(indices.count).map { indices[Int($0)] }
    }
  }
}

/// Indices drawn with given probabilities.
package final class WeightedRandomSampler: Sampler {
  private let weights: [Double]
  private let sampleCount: Int
  private let replacement: Bool
  private let generator: Generator?

  package init(weights: [Double], sampleCount: Int, replacement: Bool = true, generator: Generator? = nil) throws(TensorError) {
    if sampleCount <= 0 { throw .badSampleCount("\(sampleCount)") }
    self.weights = weights
    self.sampleCount = sampleCount
    self.replacement = replacement
    self.generator = generator
  }

  package func length() throws(TensorError) -> Int? { sampleCount }

  package func start() throws(TensorError) -> any SamplerPass {
    let (weights, sampleCount, replacement, generator) = (self.weights, self.sampleCount, self.replacement, self.generator)
    var given = false
    return PiecewisePass { () throws(TensorError) in
      if given { return nil }
      given = true
      guard weights.allSatisfy({ $0 >= 0 && $0.isFinite }) else {
        throw .runtime("probability tensor contains either `inf`, `nan` or element < 0")
      }
      guard weights.contains(where: { $0 > 0 }) else {
        throw .runtime("invalid multinomial distribution (sum of probabilities <= 0)")
      }
      let source = generator ?? .standard
      if replacement && sampleCount > 1 {
        return source.sampleWithReplacement(weights: weights, count: sampleCount).map(Int.init)
      }
      guard sampleCount <= weights.count else {
        throw .runtime("cannot sample n_sample > prob_dist.size(-1) samples without replacement")
      }
      return source.sampleWithoutReplacement(rows: [weights], count: sampleCount)[0].map(Int.init)
    }
  }
}

extension TensorError {
  static func badSampleCount(_ found: String) -> TensorError {
    .value("num_samples should be a positive integer value, but got num_samples=\(found)")
  }
  static func badRange() -> TensorError { .runtime("random_ expects 'from' to be less than 'to', but got from=0 >= to=0") }
}
