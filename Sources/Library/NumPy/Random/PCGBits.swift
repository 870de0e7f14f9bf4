import Glibc

/// PCG64 (a 128-bit linear congruence with permuted output), seeded as numpy's `SeedSequence` does.
struct PCGBits: RandomBits {
  private var state: UInt128
  private let increment: UInt128
  private var spare: UInt32?

  private static let multiplier = UInt128(0x2360_ED05_1FC6_5DA4) << 64 | 0x4385_DF64_9FCC_F645

  init(entropy: [UInt32]) {
    let words = SeedMixer(entropy).words(8)
    func number(_ i: Int) -> UInt128 { UInt128(UInt64(words[i]) | UInt64(words[i + 1]) << 32) }
    increment = (number(4) << 64 | number(6)) << 1 | 1
    state = 0
    step()
    state = state &+ (number(0) << 64 | number(2))
    step()
  }

  private mutating func step() { state = state &* PCGBits.multiplier &+ increment }

  mutating func next64() -> UInt64 {
    step()
    let mixed = UInt64(truncatingIfNeeded: state >> 64) ^ UInt64(truncatingIfNeeded: state)
    let turn = UInt64(truncatingIfNeeded: state >> 122)
    return mixed >> turn | mixed << ((64 &- turn) & 63)
  }

  /// Half of a 64-bit draw; the other half comes next.
  mutating func next32() -> UInt32 {
    if let half = spare {
      spare = nil
      return half
    }
    let draw = next64()
    spare = UInt32(truncatingIfNeeded: draw >> 32)
    return UInt32(truncatingIfNeeded: draw)
  }

  mutating func uniform() -> Double { Double(next64() >> 11) * 0x1p-53 }

  /// A number from 0 to `limit`, by redrawing masked bits.
  mutating func masked(_ limit: UInt64) -> UInt64 {
    if limit == 0 { return 0 }
    let mask = UInt64.max >> UInt64(limit.leadingZeroBitCount)
    while true {
      let draw = (limit <= UInt64(UInt32.max) ? UInt64(next32()) : next64()) & mask
      if draw <= limit { return draw }
    }
  }

  /// A number from 0 to `limit` by Lemire's method.
  mutating func atMost(_ limit: UInt64) -> UInt64 {
    if limit == 0 { return 0 }
    if limit < UInt64(UInt32.max) {
      let count = UInt32(limit) + 1
      var product = UInt64(next32()) &* UInt64(count)
      if UInt32(truncatingIfNeeded: product) < count {
        let threshold = (UInt32.max - UInt32(limit)) % count
        while UInt32(truncatingIfNeeded: product) < threshold { product = UInt64(next32()) &* UInt64(count) }
      }
      return product >> 32
    }
    if limit == UInt64(UInt32.max) { return UInt64(next32()) }
    if limit == UInt64.max { return next64() }
    let count = limit + 1
    var product = next64().multipliedFullWidth(by: count)
    if product.low < count {
      let threshold = (UInt64.max - limit) % count
      while product.low < threshold { product = next64().multipliedFullWidth(by: count) }
    }
    return product.high
  }

  mutating func exponential() -> Double {
    while true {
      let bits = next64() >> 3
      let layer = Int(bits & 0xff)
      let magnitude = bits >> 8
      let x = Double(magnitude) * ExponentialLayers.widths[layer]
      if magnitude < ExponentialLayers.limits[layer] { return x }
      if layer == 0 { return ExponentialLayers.edge - log1p(-uniform()) }
      let (upper, lower) = (ExponentialLayers.heights[layer - 1], ExponentialLayers.heights[layer])
      if (upper - lower) * uniform() + lower < exp(-x) { return x }
    }
  }

  mutating func geometricTail(_ p: Double) -> Int { Int(ceil(-exponential() / log1p(-p))) }

  mutating func normal() -> Double {
    while true {
      var bits = next64()
      let layer = Int(bits & 0xff)
      bits >>= 8
      let isNegative = bits & 1 == 1
      let magnitude = (bits >> 1) & 0x000f_ffff_ffff_ffff
      let x = Double(magnitude) * Ziggurat.widths[layer] * (isNegative ? -1 : 1)
      if magnitude < Ziggurat.limits[layer] { return x }
      if layer == 0 {
        while true {
          let tail = -Ziggurat.inverseEdge * log1p(-uniform())
          let height = -log1p(-uniform())
          if height + height > tail * tail {
            return (magnitude >> 8) & 1 == 1 ? -(Ziggurat.edge + tail) : Ziggurat.edge + tail
          }
        }
      }
      let (upper, lower) = (Ziggurat.heights[layer - 1], Ziggurat.heights[layer])
      if (upper - lower) * uniform() + lower < exp(-0.5 * x * x) { return x }
    }
  }
}

/// The layers of equal area under the normal curve from which `standard_normal` draws.
private enum Ziggurat {
  static let edge = 3.6541528853610088
  static let inverseEdge = 0.27366123732975828

  private static func height(_ x: Double) -> Double { exp(-0.5 * x * x) }

  static let widths: [Double] = NormalLayers.widths.map { $0 * 0x1p-52 }
  static let heights: [Double] = (0..<256).map { $0 == 0 ? 1 : height(NormalLayers.widths[$0]) }
  static let limits: [UInt64] = (0..<256).map { (i: Int) -> UInt64 in
    if i == 1 { return 0 }
    let inner: Double = i == 0 ? edge : NormalLayers.widths[i - 1]
    return UInt64(inner / NormalLayers.widths[i] * 0x1p52)
  }
}

/// The layers of equal area under e⁻ˣ from which `standard_exponential` draws.
private enum ExponentialLayers {
  static let edge = 7.69711747013104972

  /// From the outermost layer inwards: each layer's height grows by its area over its width. The lowest stands for its tail too.
  #if arch(x86_64) || arch(i386)
    private typealias Wide = Float80
  #else
    private typealias Wide = Double
  #endif

  static let edges: [Double] = {
    let last: Wide = 7.69711747013104971404462804811408952
    let area: Wide = (last + 1) * Glibc.exp(-last)
    var edges = [Wide](repeating: last, count: 256)
    for i in stride(from: 254, through: 1, by: -1) {
      let outer = edges[i + 1]
      let height: Wide = area / outer + Glibc.exp(-outer)
      edges[i] = -Glibc.log(height)
    }
    edges[0] = area / Glibc.exp(-last)
    return edges.map { Double($0) }
  }()

  static let widths: [Double] = edges.map { $0 * 0x1p-53 }
  static let heights: [Double] = (0..<256).map { $0 == 0 ? 1 : exp(-edges[$0]) }
  static let limits: [UInt64] = (0..<256).map { (i: Int) -> UInt64 in
    if i == 1 { return 0 }
    let inner: Double = i == 0 ? edge : edges[i - 1]
    return UInt64(inner / edges[i] * 0x1p53)
  }
}

/// Numbers of any size mixed into a pool of four words, from which seeds are read.
private struct SeedMixer {
  private var pool = [UInt32](repeating: 0, count: 4)

  init(_ entropy: [UInt32]) {
    var factor: UInt32 = 0x43b0_d7e5
    func hashed(_ value: UInt32, _ factor: inout UInt32) -> UInt32 {
      var value = value ^ factor
      factor = factor &* 0x931e_8875
      value = value &* factor
      return value ^ (value >> 16)
    }
    func mixed(_ a: UInt32, _ b: UInt32) -> UInt32 {
      let result = 0xca01_f9dd &* a &- 0x4973_f715 &* b
      return result ^ (result >> 16)
    }
    for i in 0..<4 { pool[i] = hashed(i < entropy.count ? entropy[i] : 0, &factor) }
    for source in 0..<4 {
      for target in 0..<4 where source != target { pool[target] = mixed(pool[target], hashed(pool[source], &factor)) }
    }
    for word in entropy.dropFirst(4) {
      for target in 0..<4 { pool[target] = mixed(pool[target], hashed(word, &factor)) }
    }
  }

  func words(_ count: Int) -> [UInt32] {
    var factor: UInt32 = 0x8b51_f9dd
    return (0..<count).map { i in
      var value = pool[i % 4] ^ factor
      factor = factor &* 0x58f3_8ded
      value = value &* factor
      return value ^ (value >> 16)
    }
  }
}
