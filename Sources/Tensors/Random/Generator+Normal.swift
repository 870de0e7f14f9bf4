import CKernels
import Glibc

/// Normal fills. Sixteen or more contiguous values are made in blocks; fewer, or values of a strided view, one by one.
extension Generator {
  /// One normal value, in double precision; every second call uses the pair's other half.
  package func nextNormal(mean: Double = 0, std: Double = 1) -> Double {
    if let cached = cachedNormal {
      cachedNormal = nil
      return mean.addingProduct(cached, std)
    }
    let first = nextUniform()
    let second = nextUniform()
    let radius = (-2 * log1p(-second)).squareRoot()
    let angle = 2 * Double.pi * first
    cachedNormal = radius * sin(angle)
    return mean.addingProduct(radius * cos(angle), std)
  }

  /// Fills a contiguous buffer; `oneByOne` forces the path that strided views take.
  package func fillNormal(
    _ target: UnsafeMutableBufferPointer<Float>, mean: Double = 0, std: Double = 1, oneByOne: Bool = false
  ) {
    guard let base = target.baseAddress, target.count >= 16, !oneByOne else {
      for i in target.indices { target[i] = Float(nextNormal(mean: mean, std: std)) }
      return
    }
    fillUniform(target)
    lk_normal_blocks_f32(base, Int64(target.count / 16), Float(mean), Float(std))
    if target.count % 16 != 0 {
      let tail = UnsafeMutableBufferPointer(start: base + target.count - 16, count: 16)
      fillUniform(tail)
      lk_normal_blocks_f32(base + target.count - 16, 1, Float(mean), Float(std))
    }
  }

  /// Fills a contiguous buffer; `oneByOne` forces the path that strided views take.
  package func fillNormal(
    _ target: UnsafeMutableBufferPointer<Double>, mean: Double = 0, std: Double = 1, oneByOne: Bool = false
  ) {
    guard let base = target.baseAddress, target.count >= 16, !oneByOne else {
      for i in target.indices { target[i] = nextNormal(mean: mean, std: std) }
      return
    }
    fillUniform(target)
    lk_normal_blocks_f64(base, Int64(target.count / 16), mean, std)
    if target.count % 16 != 0 {
      let tail = UnsafeMutableBufferPointer(start: base + target.count - 16, count: 16)
      fillUniform(tail)
      lk_normal_blocks_f64(base + target.count - 16, 1, mean, std)
    }
  }

  /// Fills with normal values kept in [low, high]: the whole buffer is drawn again while any value lies outside, and only the
  /// offending places are replaced. Right where more than 0.3 of the probability lies inside.
  package func fillTruncatedNormal(
    _ target: UnsafeMutableBufferPointer<Float>, mean: Double, std: Double, low: Double, high: Double
  ) {
    let bottom = Float(low)
    let top = Float(high)
    fillNormal(target, mean: mean, std: std)
    var again: [Float] = []
    while target.contains(where: { $0 < bottom || $0 > top }) {
      if again.isEmpty { again = [Float](repeating: 0, count: target.count) }
      again.withUnsafeMutableBufferPointer { fresh in
        fillNormal(fresh, mean: mean, std: std)
        for i in target.indices where target[i] < bottom || target[i] > top { target[i] = fresh[i] }
      }
    }
  }
}
