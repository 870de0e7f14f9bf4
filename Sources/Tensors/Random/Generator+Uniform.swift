import CKernels

/// Uniform and Bernoulli fills of contiguous buffers.
extension Generator {
  /// Fills with uniform numbers in [low, high), one 32-bit draw each.
  package func fillUniform(_ target: UnsafeMutableBufferPointer<Float>, low: Double = 0, high: Double = 1) {
    guard let base = target.baseAddress else { return }
    lk_twister_uniform_f32(twister, base, Int64(target.count), Float(low), Float(high))
  }

  /// Fills with uniform numbers in [low, high), one 64-bit draw each.
  package func fillUniform(_ target: UnsafeMutableBufferPointer<Double>, low: Double = 0, high: Double = 1) {
    guard let base = target.baseAddress else { return }
    lk_twister_uniform_f64(twister, base, Int64(target.count), low, high)
  }

  /// Fills with 1 with the given probability, else 0: one 64-bit draw each, whatever the element type.
  package func fillBernoulli<Element: Numeric>(_ target: UnsafeMutableBufferPointer<Element>, probability: Double) {
    for i in target.indices { target[i] = nextUniform() < probability ? 1 : 0 }
  }

  /// Fills a dropout mask: 1 / Float(keep) with probability `keep`, else 0.
  package func fillDropoutMask(_ target: UnsafeMutableBufferPointer<Float>, keep: Double) {
    guard let base = target.baseAddress else { return }
    lk_twister_mask_f32(twister, base, Int64(target.count), keep, Float(keep))
  }

  /// Draws 1 with the probability standing at the same place, else 0 (one 32-bit draw each).
  package func fillBernoulli(_ target: UnsafeMutableBufferPointer<Float>, probabilities: UnsafeBufferPointer<Float>) {
    for i in target.indices { target[i] = Float(next32() & 0xFF_FFFF) * 0x1p-24 < probabilities[i] ? 1 : 0 }
  }

  /// Draws 1 with the probability standing at the same place, else 0 (one 64-bit draw each).
  package func fillBernoulli(_ target: UnsafeMutableBufferPointer<Double>, probabilities: UnsafeBufferPointer<Double>) {
    for i in target.indices { target[i] = nextUniform() < probabilities[i] ? 1 : 0 }
  }
}
