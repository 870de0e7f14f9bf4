import Glibc

/// MT19937 as numpy's `RandomState` seeds and reads it.
struct MersenneBits: RandomBits {
  private(set) var words = [UInt32](repeating: 0, count: 624)
  private(set) var position = 624
  /// The second number of the last pair of normal ones.
  var savedNormal: Double?

  init(seed: UInt32) { self.seed(seed) }

  mutating func seed(_ seed: UInt32) {
    var word = seed
    for i in 0..<624 {
      words[i] = word
      word = 1_812_433_253 &* (word ^ (word >> 30)) &+ UInt32(i + 1)
    }
    position = 624
    savedNormal = nil
  }

  mutating func seed(_ key: [UInt32]) {
    seed(19_650_218)
    var (i, j) = (1, 0)
    for _ in 0..<max(624, key.count) {
      words[i] = (words[i] ^ ((words[i - 1] ^ (words[i - 1] >> 30)) &* 1_664_525)) &+ key[j] &+ UInt32(j)
      i += 1
      j += 1
      if i >= 624 {
        words[0] = words[623]
        i = 1
      }
      if j >= key.count { j = 0 }
    }
    for _ in 0..<623 {
      words[i] = (words[i] ^ ((words[i - 1] ^ (words[i - 1] >> 30)) &* 1_566_083_941)) &- UInt32(i)
      i += 1
      if i >= 624 {
        words[0] = words[623]
        i = 1
      }
    }
    words[0] = 0x8000_0000
  }

  /// Goes on from a state that `words`, `position` and `savedNormal` described.
  mutating func restore(_ words: [UInt32], _ position: Int, _ savedNormal: Double?) {
    self.words = words
    self.position = min(max(position, 0), 624)
    self.savedNormal = savedNormal
  }

  private mutating func refill() {
    words.withUnsafeMutableBufferPointer { w in
      for i in 0..<624 {
        let mixed = (w[i] & 0x8000_0000) | (w[(i + 1) % 624] & 0x7fff_ffff)
        w[i] = w[(i + 397) % 624] ^ (mixed >> 1) ^ (mixed & 1 == 0 ? 0 : 0x9908_b0df)
      }
    }
    position = 0
  }

  mutating func next32() -> UInt32 {
    if position >= 624 { refill() }
    var y = words[position]
    position += 1
    y ^= y >> 11
    y ^= (y << 7) & 0x9d2c_5680
    y ^= (y << 15) & 0xefc6_0000
    return y ^ (y >> 18)
  }

  mutating func next64() -> UInt64 {
    let high = UInt64(next32())
    return high << 32 | UInt64(next32())
  }

  /// A number in [0, 1) of 53 bits.
  mutating func uniform() -> Double {
    let a = Double(next32() >> 5)
    let b = Double(next32() >> 6)
    return (a * 67_108_864 + b) / 9_007_199_254_740_992
  }

  /// A standard normal number by Marsaglia's polar method; the pair's second number is given first.
  mutating func normal() -> Double {
    if let saved = savedNormal {
      savedNormal = nil
      return saved
    }
    while true {
      let x = 2 * uniform() - 1
      let y = 2 * uniform() - 1
      let r = x * x + y * y
      if r >= 1 || r == 0 { continue }
      let scale = (-2 * log(r) / r).squareRoot()
      savedNormal = scale * x
      return scale * y
    }
  }

  mutating func exponential() -> Double { -log(1 - uniform()) }

  mutating func geometricTail(_ p: Double) -> Int { Int(ceil(log(1 - uniform()) / log(1 - p))) }

  /// A number from 0 to `limit`, by redrawing masked bits.
  mutating func atMost(_ limit: UInt64) -> UInt64 {
    if limit == 0 { return 0 }
    let mask = UInt64.max >> UInt64(limit.leadingZeroBitCount)
    while true {
      let draw = limit <= UInt64(UInt32.max) ? UInt64(next32()) : next64()
      if draw & mask <= limit { return draw & mask }
    }
  }
}
