import Glibc

/// Hash values of numbers: equal numbers hash equally whatever their types, as residues modulo 2^61 − 1.
enum NumberHash {
  private static let modulus = (1 << 61) - 1

  @inline(__always) static func hash(_ value: Int) -> Int {
    if value >= 0, value < modulus { return value }
    return large(value)
  }

  @inline(never) private static func large(_ value: Int) -> Int {
    let residue = Int(value.magnitude % UInt(modulus))
    let signed = value < 0 ? -residue : residue
    return signed == -1 ? -2 : signed
  }

  static func hash(_ value: BigInt) -> Int {
    let residue = Int(exactly: value.magnitude % BigInt(modulus)) ?? 0
    let signed = value.sign == .minus ? -residue : residue
    return signed == -1 ? -2 : signed
  }

  static func hash(_ value: Double) -> Int {
    if let whole = Int(exactly: value) { return hash(whole) }
    if value.isInfinite { return value < 0 ? -314159 : 314159 }
    if value.isNaN { return 271_828 }
    var exponent: Int32 = 0
    var fraction = frexp(value.magnitude, &exponent)
    var residue = 0
    while fraction != 0 {
      residue = (residue << 28) & modulus | residue >> (61 - 28)
      fraction *= 268_435_456
      exponent -= 28
      let whole = Int(fraction)
      fraction -= Double(whole)
      residue += whole
      if residue >= modulus { residue -= modulus }
    }
    let turn = exponent >= 0 ? Int(exponent) % 61 : 60 - (-1 - Int(exponent)) % 61
    residue = (residue << turn) & modulus | residue >> (61 - turn)
    let signed = value < 0 ? -residue : residue
    return signed == -1 ? -2 : signed
  }

  static func hash(_ real: Double, _ imaginary: Double) -> Int {
    let combined = hash(real) &+ 1_000_003 &* hash(imaginary)
    return combined == -1 ? -2 : combined
  }
}
