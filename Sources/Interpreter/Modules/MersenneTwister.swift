/// MT19937 as CPython seeds and reads it.
struct MersenneTwister {
  var state = [UInt32](repeating: 0, count: 624)
  var position = 624

  /// Seeds with the magnitude of an integer.
  mutating func seed(_ number: BigInt) {
    var key: [UInt32] = []
    for word in number.magnitudeWords {
      key.append(UInt32(truncatingIfNeeded: word))
      key.append(UInt32(truncatingIfNeeded: word >> 32))
    }
    while key.count > 1, key[key.count - 1] == 0 { key.removeLast() }
    seed(key.isEmpty ? [0] : key)
  }

  /// Seeds from the operating system.
  mutating func seedFromSystem() {
    var generator = SystemRandomNumberGenerator()
    seed((0..<16).map { _ in UInt32.random(in: 0...UInt32.max, using: &generator) })
  }

  private mutating func seed(_ key: [UInt32]) {
    state[0] = 19_650_218
    for j in 1..<624 { state[j] = 1_812_433_253 &* (state[j - 1] ^ state[j - 1] >> 30) &+ UInt32(j) }
    var i = 1
    var j = 0
    for _ in 0..<max(624, key.count) {
      state[i] = (state[i] ^ (state[i - 1] ^ state[i - 1] >> 30) &* 1_664_525) &+ key[j] &+ UInt32(truncatingIfNeeded: j)
      i = advanced(i)
      j = j + 1 < key.count ? j + 1 : 0
    }
    for _ in 0..<623 {
      state[i] = (state[i] ^ (state[i - 1] ^ state[i - 1] >> 30) &* 1_566_083_941) &- UInt32(i)
      i = advanced(i)
    }
    state[0] = 0x8000_0000
    position = 624
  }

  private mutating func advanced(_ i: Int) -> Int {
    if i + 1 < 624 { return i + 1 }
    state[0] = state[623]
    return 1
  }

  /// 32 random bits.
  mutating func next() -> UInt32 {
    if position >= 624 { refill() }
    var y = state[position]
    position += 1
    y ^= y >> 11
    y ^= y << 7 & 0x9D2C_5680
    y ^= y << 15 & 0xEFC6_0000
    return y ^ y >> 18
  }

  private mutating func refill() {
    for k in 0..<624 {
      let y = state[k] & 0x8000_0000 | state[k == 623 ? 0 : k + 1] & 0x7FFF_FFFF
      state[k] = state[k < 227 ? k + 397 : k - 227] ^ y >> 1 ^ (y & 1 == 0 ? 0 : 0x9908_B0DF)
    }
    position = 0
  }

  /// A number in [0, 1) with 53 random bits.
  mutating func double() -> Double {
    let a = Double(next() >> 5)
    let b = Double(next() >> 6)
    return (a * 67_108_864 + b) * (1 / 9_007_199_254_740_992)
  }

  /// So many random bits.
  mutating func bits(_ count: Int) -> BigInt {
    if count <= 0 { return 0 }
    if count <= 32 { return BigInt(next() >> UInt32(32 - count)) }
    var words: [UInt] = []
    var left = count
    var isLow = true
    while left > 0 {
      var word = next()
      if left < 32 { word >>= UInt32(32 - left) }
      if isLow { words.append(UInt(word)) } else { words[words.count - 1] |= UInt(word) << 32 }
      isLow.toggle()
      left -= 32
    }
    return BigInt(magnitudeWords: words)
  }

  /// A number below a positive limit, by rejection.
  mutating func below(_ limit: Int) -> Int {
    let count = Int.bitWidth - limit.leadingZeroBitCount
    while true {
      var value: Int
      if count <= 32 {
        value = Int(next() >> UInt32(32 - count))
      } else {
        value = Int(next())
        value |= Int(next() >> UInt32(64 - count)) << 32
      }
      if value < limit { return value }
    }
  }

  /// A number below a positive limit of any size.
  mutating func below(_ limit: BigInt) -> BigInt {
    if let small = Int(exactly: limit) { return BigInt(below(small)) }
    let count = limit.magnitude.bitWidth
    while true {
      let value = bits(count)
      if value < limit { return value }
    }
  }
}
