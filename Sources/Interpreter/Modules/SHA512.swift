/// The hash function that turns a text seed into a number.
enum SHA512 {
  /// The 64 bytes of the digest.
  static func digest(_ message: [UInt8]) -> [UInt8] {
    var state = squareRootFractions
    var padded = message + [0x80]
    while padded.count % 128 != 112 { padded.append(0) }
    padded += [UInt8](repeating: 0, count: 8)
    let bits = UInt64(message.count) &* 8
    padded += (0..<8).map { UInt8(truncatingIfNeeded: bits >> UInt64(56 - 8 * $0)) }
    for block in stride(from: 0, to: padded.count, by: 128) { mix(padded[block..<(block + 128)], into: &state) }
    return state.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64(56 - 8 * $0)) } }
  }

  private static func mix(_ block: ArraySlice<UInt8>, into state: inout [UInt64]) {
    var w: [UInt64] = stride(from: block.startIndex, to: block.endIndex, by: 8).map { start in
      block[start..<(start + 8)].reduce(0) { $0 << 8 | UInt64($1) }
    }
    func rotated(_ x: UInt64, _ n: UInt64) -> UInt64 { x >> n | x << (64 - n) }
    for i in 16..<80 {
      let a = rotated(w[i - 15], 1) ^ rotated(w[i - 15], 8) ^ w[i - 15] >> 7
      let b = rotated(w[i - 2], 19) ^ rotated(w[i - 2], 61) ^ w[i - 2] >> 6
      w.append(w[i - 16] &+ a &+ w[i - 7] &+ b)
    }
    var s = state
    for i in 0..<80 {
      let e = s[4]
      let choice = e & s[5] ^ ~e & s[6]
      let first = s[7] &+ (rotated(e, 14) ^ rotated(e, 18) ^ rotated(e, 41)) &+ choice &+ cubeRootFractions[i] &+ w[i]
      let a = s[0]
      let majority = a & s[1] ^ a & s[2] ^ s[1] & s[2]
      let second = (rotated(a, 28) ^ rotated(a, 34) ^ rotated(a, 39)) &+ majority
      s = [first &+ second, a, s[1], s[2], s[3] &+ first, e, s[5], s[6]]
    }
    for i in 0..<8 { state[i] = state[i] &+ s[i] }
  }

  private static let primes: [UInt64] = {
    var found: [UInt64] = []
    var candidate: UInt64 = 2
    while found.count < 80 {
      if !found.contains(where: { candidate % $0 == 0 }) { found.append(candidate) }
      candidate += 1
    }
    return found
  }()

  /// The first 64 bits of the fractions of the square roots of the first 8 primes.
  private static let squareRootFractions: [UInt64] = primes.prefix(8).map { fraction($0, power: 2) }
  /// The same of the cube roots of the first 80.
  private static let cubeRootFractions: [UInt64] = primes.map { fraction($0, power: 3) }

  /// The fraction of a root: the greatest x with (whole + x/2^64)^power ≤ n, found bit by bit in exact arithmetic.
  private static func fraction(_ n: UInt64, power: Int) -> UInt64 {
    var whole: UInt64 = 1
    while (power == 2 ? (whole + 1) * (whole + 1) : (whole + 1) * (whole + 1) * (whole + 1)) <= n { whole += 1 }
    var result: UInt64 = 0
    for bit in (0..<64).reversed() {
      let candidate = result | 1 << UInt64(bit)
      if isAtMost(whole, candidate, n, power) { result = candidate }
    }
    return result
  }

  /// Whether (whole + fraction/2^64)^power ≤ n, in limbs of 32 bits.
  private static func isAtMost(_ whole: UInt64, _ fraction: UInt64, _ n: UInt64, _ power: Int) -> Bool {
    let root: [UInt64] = [fraction & 0xFFFF_FFFF, fraction >> 32, whole]
    var product = root
    for _ in 1..<power { product = multiplied(product, root) }
    // The fraction of the product has 2 * power limbs; what stands above them is the whole part.
    let limbs = 2 * power
    let high = product.count > limbs ? product[limbs] : 0
    return high < n || high == n && product[..<limbs].allSatisfy { $0 == 0 }
  }

  private static func multiplied(_ a: [UInt64], _ b: [UInt64]) -> [UInt64] {
    var result = [UInt64](repeating: 0, count: a.count + b.count)
    for (i, x) in a.enumerated() {
      var carry: UInt64 = 0
      for (j, y) in b.enumerated() {
        let sum = result[i + j] + x * y + carry
        result[i + j] = sum & 0xFFFF_FFFF
        carry = sum >> 32
      }
      result[i + b.count] += carry
    }
    return result
  }
}
