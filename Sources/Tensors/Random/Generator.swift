import CKernels

/// A source of random numbers that gives PyTorch's CPU streams: MT19937 plus one cached normal value.
package final class Generator {
  /// The generator that functions use when none is given; until it is seeded its numbers differ from run to run, as PyTorch's do.
  package static let standard: Generator = {
    let generator = Generator()
    _ = generator.seed()
    return generator
  }()

  let twister: UnsafeMutablePointer<lk_twister>
  /// The second value of the last pair that the one-by-one normal path drew.
  var cachedNormal: Double?
  /// The 64-bit seed last set.
  package private(set) var initialSeed: UInt64

  /// Creates a generator in the state that follows `manualSeed(seed)`; the default is a fresh generator's seed in PyTorch.
  package init(seed: UInt64 = 67_280_421_310_721) {
    twister = .allocate(capacity: 1)
    initialSeed = seed
    manualSeed(seed)
  }

  deinit { twister.deallocate() }

  /// Restarts the stream. Only the low 32 bits matter to the numbers drawn.
  package func manualSeed(_ seed: UInt64) {
    initialSeed = seed
    cachedNormal = nil
    lk_twister_seed(twister, UInt32(truncatingIfNeeded: seed))
  }

  /// Restarts the stream from an unpredictable seed and returns it.
  package func seed() -> UInt64 {
    var source = SystemRandomNumberGenerator()
    let seed: UInt64 = source.next()
    manualSeed(seed)
    return seed
  }

  /// The next 32 random bits.
  package func next32() -> UInt32 {
    var draw: UInt32 = 0
    lk_twister_draw32(twister, &draw, 1)
    return draw
  }

  /// The next 64 random bits (two draws, the first is the high half).
  package func next64() -> UInt64 {
    var draw: UInt64 = 0
    lk_twister_draw64(twister, &draw, 1)
    return draw
  }

  /// A uniform number in [0, 1) of 53 bits.
  package func nextUniform() -> Double {
    Double(next64() & (1 << 53 - 1)) * 0x1p-53
  }

  func setInitialSeed(_ seed: UInt64) { initialSeed = seed }
}
