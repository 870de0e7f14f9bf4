import CGMP

/// An integer of any size, computed by [GMP](https://gmplib.org/manual/Integer-Functions).
///
/// Whoever makes one bounds its size first (`IntArithmetic.bitLimit`): GMP ends the process when memory runs out.
package struct BigInt: ExpressibleByIntegerLiteral, CustomStringConvertible {
  /// One of GMP's numbers, released with its last holder.
  private final class Number {
    let pointer = UnsafeMutablePointer<__mpz_struct>.allocate(capacity: 1)
    init() { __gmpz_init(pointer) }
    deinit {
      __gmpz_clear(pointer)
      pointer.deallocate()
    }
  }
  private let number: Number
  private var pointer: UnsafeMutablePointer<__mpz_struct> { number.pointer }

  /// A number that `fill` writes.
  private init(_ fill: (UnsafeMutablePointer<__mpz_struct>) -> Void) {
    number = Number()
    fill(number.pointer)
  }

  /// The same value.
  package init(_ value: some FixedWidthInteger) {
    if let signed = Int(exactly: value) {
      self.init { __gmpz_set_si($0, signed) }
    } else {
      self.init { __gmpz_set_ui($0, UInt(truncatingIfNeeded: value)) }
    }
  }

  package init(integerLiteral value: Int) { self.init(value) }

  /// A finite number without its fraction.
  package init(_ value: Double) { self.init { __gmpz_set_d($0, value) } }

  /// The number that an unsigned number and a sign make.
  package init(sign: FloatingPointSign, magnitude: BigInt) {
    self = sign == .minus ? -magnitude : magnitude
  }

  /// The number that digits spell, an optional minus before them; nil when they do not.
  package init?(_ digits: some StringProtocol, radix: Int = 10) {
    let number = Number()
    guard digits.withCString({ __gmpz_set_str(number.pointer, $0, Int32(radix)) }) == 0 else { return nil }
    self.number = number
  }

  /// The number with these words, the lowest first.
  package init(magnitudeWords words: [UInt]) {
    self.init { __gmpz_import($0, words.count, -1, MemoryLayout<UInt>.size, 0, 0, words) }
  }

  /// The words of the absolute value, the lowest first, none for 0.
  package var magnitudeWords: [UInt] {
    withExtendedLifetime(number) {
      (0..<Int(pointer.pointee._mp_size.magnitude)).map { UInt(pointer.pointee._mp_d[$0]) }
    }
  }

  /// Whether the number is below 0.
  package var sign: FloatingPointSign { pointer.pointee._mp_size < 0 ? .minus : .plus }
  package var isZero: Bool { pointer.pointee._mp_size == 0 }
  /// The absolute value.
  package var magnitude: BigInt { sign == .minus ? -self : self }
  /// Bits of the absolute value, 0 for 0.
  package var bitWidth: Int { isZero ? 0 : __gmpz_sizeinbase(pointer, 2) }
  /// Bits of the absolute value that are 1.
  package var nonzeroBitCount: Int { magnitudeWords.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// Whether a bit of the two's complement is set, the lowest being bit 0.
  package subscript(bitAt index: Int) -> Bool { __gmpz_tstbit(pointer, UInt(index)) == 1 }

  package var description: String { digits(radix: 10) }

  /// The digits, after a minus for numbers below 0.
  package func digits(radix: Int, uppercase: Bool = false) -> String {
    let buffer = UnsafeMutablePointer<CChar>.allocate(capacity: __gmpz_sizeinbase(pointer, Int32(radix)) + 2)
    defer { buffer.deallocate() }
    return String(cString: __gmpz_get_str(buffer, Int32(uppercase ? -radix : radix), pointer))
  }
}

// MARK: Arithmetic

extension BigInt {
  package static func + (a: BigInt, b: BigInt) -> BigInt { BigInt { __gmpz_add($0, a.pointer, b.pointer) } }
  package static func - (a: BigInt, b: BigInt) -> BigInt { BigInt { __gmpz_sub($0, a.pointer, b.pointer) } }
  package static func * (a: BigInt, b: BigInt) -> BigInt { BigInt { __gmpz_mul($0, a.pointer, b.pointer) } }
  package static func & (a: BigInt, b: BigInt) -> BigInt { BigInt { __gmpz_and($0, a.pointer, b.pointer) } }
  package static func | (a: BigInt, b: BigInt) -> BigInt { BigInt { __gmpz_ior($0, a.pointer, b.pointer) } }
  package static func ^ (a: BigInt, b: BigInt) -> BigInt { BigInt { __gmpz_xor($0, a.pointer, b.pointer) } }
  package static prefix func - (a: BigInt) -> BigInt { BigInt { __gmpz_neg($0, a.pointer) } }
  package static func << (a: BigInt, count: Int) -> BigInt { BigInt { __gmpz_mul_2exp($0, a.pointer, UInt(count)) } }
  /// Rounds down, also below 0.
  package static func >> (a: BigInt, count: Int) -> BigInt { BigInt { __gmpz_fdiv_q_2exp($0, a.pointer, UInt(count)) } }
  /// The quotient by a number other than 0, rounded towards 0.
  package static func / (a: BigInt, b: BigInt) -> BigInt { BigInt { __gmpz_tdiv_q($0, a.pointer, b.pointer) } }
  /// The remainder by a number other than 0, with the sign of `a`.
  package static func % (a: BigInt, b: BigInt) -> BigInt { BigInt { __gmpz_tdiv_r($0, a.pointer, b.pointer) } }
  package static func += (a: inout BigInt, b: BigInt) { a = a + b }
  package static func -= (a: inout BigInt, b: BigInt) { a = a - b }
  package static func |= (a: inout BigInt, b: BigInt) { a = a | b }

  /// Quotient, rounded towards 0, and remainder by a number other than 0.
  package func quotientAndRemainder(dividingBy divisor: BigInt) -> (quotient: BigInt, remainder: BigInt) {
    let remainder = Number()
    let quotient = BigInt { __gmpz_tdiv_qr($0, remainder.pointer, pointer, divisor.pointer) }
    return (quotient, BigInt(remainder))
  }

  private init(_ number: Number) { self.number = number }

  /// The number to a power of 0 or more.
  package func power(_ exponent: Int) -> BigInt { BigInt { __gmpz_pow_ui($0, pointer, UInt(exponent)) } }

  /// The number to a power of 0 or more, modulo a positive number.
  package func power(_ exponent: BigInt, modulus: BigInt) -> BigInt {
    BigInt { __gmpz_powm($0, pointer, exponent.pointer, modulus.pointer) }
  }

  /// The number that times this one is 1 modulo another; nil when there is none.
  package func inverse(_ modulus: BigInt) -> BigInt? {
    let result = Number()
    return __gmpz_invert(result.pointer, pointer, modulus.pointer) == 0 ? nil : BigInt(result)
  }

  /// The root of a number of 0 or more, rounded down.
  package func squareRoot() -> BigInt { BigInt { __gmpz_sqrt($0, pointer) } }

  /// The greatest number that divides both, never negative.
  package func greatestCommonDivisor(with other: BigInt) -> BigInt { BigInt { __gmpz_gcd($0, pointer, other.pointer) } }
}

extension BigInt: Comparable {
  package static func == (a: BigInt, b: BigInt) -> Bool { __gmpz_cmp(a.pointer, b.pointer) == 0 }
  package static func < (a: BigInt, b: BigInt) -> Bool { __gmpz_cmp(a.pointer, b.pointer) < 0 }
}

// MARK: Conversions

extension Int {
  /// The same value; nil beyond 64 bits.
  package init?(exactly value: BigInt) {
    guard value.bitWidth <= 63 || value == BigInt(Int.min) else { return nil }
    let low = Int(truncatingIfNeeded: value.magnitudeWords.first ?? 0)
    self = value.sign == .minus ? 0 &- low : low
  }
}

extension Int {
  /// The nearest of the values that fit 64 bits.
  init(clamping value: BigInt) { self = Int(exactly: value) ?? (value.sign == .minus ? .min : .max) }
}

extension UInt64 {
  /// The low 64 bits of the absolute value.
  init(lowWordOf value: BigInt) { self = UInt64(value.magnitudeWords.first ?? 0) }
}
