/// The operators of `int` and `bool`: 64-bit where the numbers fit, `BigInt` beyond, with Python's rounding and signs.
enum IntArithmetic {
  /// The largest result, in bits, that powers and shifts may have: beyond it they raise MemoryError before they compute.
  static let bitLimit = 1 << 25

  static func binary(_ op: Operator, _ lhs: Value, _ rhs: Value) throws(Raised) -> Value? {
    if case .int(let a) = lhs, case .int(let b) = rhs { return try small(op, a, b) }
    if case .bool(let a) = lhs, case .bool(let b) = rhs {
      switch op {
      case .bitAnd: return .bool(a && b)
      case .bitOr: return .bool(a || b)
      case .bitXor: return .bool(a != b)
      default: return try small(op, a ? 1 : 0, b ? 1 : 0)
      }
    }
    if let a = lhs.intValue, let b = rhs.intValue { return try small(op, a, b) }
    guard let a = lhs.bigInt, let b = rhs.bigInt else { return nil }
    return try big(op, a, b)
  }

  static func small(_ op: Operator, _ a: Int, _ b: Int) throws(Raised) -> Value? {
    switch op {
    case .add:
      let (result, overflow) = a.addingReportingOverflow(b)
      return overflow ? .integer(BigInt(a) + BigInt(b)) : .int(result)
    case .subtract:
      let (result, overflow) = a.subtractingReportingOverflow(b)
      return overflow ? .integer(BigInt(a) - BigInt(b)) : .int(result)
    case .multiply:
      let (result, overflow) = a.multipliedReportingOverflow(by: b)
      return overflow ? .integer(BigInt(a) * BigInt(b)) : .int(result)
    case .divide:
      if b == 0 { throw .zeroDivisionError("division by zero") }
      let exact = 1 << 53
      if a <= exact, a >= -exact, b <= exact, b >= -exact { return .float(Double(a) / Double(b)) }
      return .float(try trueDivide(BigInt(a), BigInt(b)))
    case .floorDivide:
      if b == 0 { throw .zeroDivisionError("integer division or modulo by zero") }
      if b == -1 { return try small(.subtract, 0, a) }
      return .int(floorDivide(a, b))
    case .modulo:
      if b == 0 { throw .zeroDivisionError("integer modulo by zero") }
      return .int(b == -1 ? 0 : modulo(a, b))
    case .divmod:
      if b == 0 { throw .zeroDivisionError("integer division or modulo by zero") }
      if b == -1 { return .tuple([try small(.subtract, 0, a) ?? .none, .int(0)]) }
      return .tuple([.int(floorDivide(a, b)), .int(modulo(a, b))])
    case .power: return try power(a, b)
    case .leftShift:
      if b < 0 { throw .valueError("negative shift count") }
      if a == 0 { return .int(0) }
      if b < 63, a.magnitude.leadingZeroBitCount > b + 1 { return .int(a << b) }
      try checkBits(Int.bitWidth - a.magnitude.leadingZeroBitCount, plus: b)
      return .integer(BigInt(a) << b)
    case .rightShift:
      if b < 0 { throw .valueError("negative shift count") }
      return .int(a >> Swift.min(b, 63))
    case .bitAnd: return .int(a & b)
    case .bitOr: return .int(a | b)
    case .bitXor: return .int(a ^ b)
    case .matrixMultiply: return nil
    }
  }

  /// The quotient rounded down; the divisor is neither 0 nor −1.
  static func floorDivide(_ a: Int, _ b: Int) -> Int {
    let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
    return remainder != 0 && (remainder < 0) != (b < 0) ? quotient - 1 : quotient
  }

  /// The remainder with the divisor's sign; the divisor is neither 0 nor −1.
  static func modulo(_ a: Int, _ b: Int) -> Int {
    let remainder = a % b
    return remainder != 0 && (remainder < 0) != (b < 0) ? remainder + b : remainder
  }

  private static func power(_ base: Int, _ exponent: Int) throws(Raised) -> Value? {
    if exponent < 0 { return try FloatArithmetic.binary(.power, .float(Double(base)), .float(Double(exponent))) }
    var result = 1
    var square = base
    var rest = exponent
    while true {
      if rest & 1 == 1 {
        let (product, overflow) = result.multipliedReportingOverflow(by: square)
        if overflow { break }
        result = product
      }
      rest >>= 1
      if rest == 0 { return .int(result) }
      let (next, overflow) = square.multipliedReportingOverflow(by: square)
      if overflow { break }
      square = next
    }
    return try big(.power, BigInt(base), BigInt(exponent))
  }

  static func big(_ op: Operator, _ a: BigInt, _ b: BigInt) throws(Raised) -> Value? {
    switch op {
    case .add: return .integer(a + b)
    case .subtract: return .integer(a - b)
    case .multiply:
      try checkBits(a.bitWidth, plus: b.bitWidth)
      return .integer(a * b)
    case .divide:
      if b.isZero { throw .zeroDivisionError("division by zero") }
      return .float(try trueDivide(a, b))
    case .floorDivide:
      if b.isZero { throw .zeroDivisionError("integer division or modulo by zero") }
      return .integer(floorDivide(a, b).quotient)
    case .modulo:
      if b.isZero { throw .zeroDivisionError("integer modulo by zero") }
      return .integer(floorDivide(a, b).remainder)
    case .divmod:
      if b.isZero { throw .zeroDivisionError("integer division or modulo by zero") }
      let (quotient, remainder) = floorDivide(a, b)
      return .tuple([.integer(quotient), .integer(remainder)])
    case .power:
      if b.sign == .minus {
        return try FloatArithmetic.binary(.power, .float(try double(a)), .float(try double(b)))
      }
      if a.magnitude <= 1 {
        if b.isZero { return .int(1) }
        return .integer(a.sign == .minus && b.magnitude[bitAt: 0] == false ? -a : a)
      }
      guard let exponent = Int(exactly: b), exponent <= bitLimit else { throw .memoryError("") }
      try checkBits((a.magnitude.bitWidth - 1) &* exponent, plus: 0)
      return .integer(a.power(exponent))
    case .leftShift:
      if b.sign == .minus { throw .valueError("negative shift count") }
      if a.isZero { return .int(0) }
      guard let count = Int(exactly: b) else { throw .overflowError("too many digits in integer") }
      try checkBits(a.bitWidth, plus: count)
      return .integer(a << count)
    case .rightShift:
      if b.sign == .minus { throw .valueError("negative shift count") }
      guard let count = Int(exactly: b) else { return .int(a.sign == .minus ? -1 : 0) }
      if count > a.bitWidth { return .int(a.sign == .minus ? -1 : 0) }
      return .integer(a >> count)
    case .bitAnd: return .integer(a & b)
    case .bitOr: return .integer(a | b)
    case .bitXor: return .integer(a ^ b)
    case .matrixMultiply: return nil
    }
  }

  private static func checkBits(_ bits: Int, plus more: Int) throws(Raised) {
    let (sum, overflow) = bits.addingReportingOverflow(more)
    if overflow || sum > bitLimit || bits < 0 { throw .memoryError("") }
  }

  /// Quotient rounded down and the remainder with the divisor's sign.
  static func floorDivide(_ a: BigInt, _ b: BigInt) -> (quotient: BigInt, remainder: BigInt) {
    let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
    if !remainder.isZero, (remainder.sign == .minus) != (b.sign == .minus) { return (quotient - 1, remainder + b) }
    return (quotient, remainder)
  }

  /// A big integer as the nearest double; OverflowError when there is none.
  static func double(_ value: BigInt) throws(Raised) -> Double {
    let result = nearestDouble(value)
    if result.isInfinite { throw .overflowError("int too large to convert to float") }
    return result
  }

  /// The nearest double, ties to even; infinite when too large.
  static func nearestDouble(_ value: BigInt) -> Double {
    let magnitude = value.magnitude
    let bits = magnitude.bitWidth
    if bits > 1025 { return value.sign == .minus ? -.infinity : .infinity }
    var result: Double
    if bits <= 64 {
      result = Double(UInt64(lowWordOf: magnitude))
    } else {
      // The 64 leading bits, the last of which also stands for everything behind them.
      let shift = bits - 64
      var leading = UInt64(lowWordOf: magnitude >> shift)
      if !(magnitude & ((BigInt(1) << shift) - 1)).isZero { leading |= 1 }
      result = Double(sign: .plus, exponent: shift, significand: Double(leading))
    }
    return value.sign == .minus ? -result : result
  }

  /// The nearest double to a quotient of integers; the divisor is not 0.
  static func trueDivide(_ a: BigInt, _ b: BigInt) throws(Raised) -> Double {
    if a.isZero { return b.sign == .minus ? -0.0 : 0.0 }
    let isNegative = (a.sign == .minus) != (b.sign == .minus)
    let numerator = a.magnitude
    let denominator = b.magnitude
    // A quotient of 64 to 66 bits, the last of which also stands for the remainder, is rounded once on conversion, or, where the
    // result is subnormal, has fewer bits from the start.
    let difference = numerator.bitWidth - denominator.bitWidth
    if difference > 1025 { throw .overflowError("integer division result too large for a float") }
    if difference < -1080 { return isNegative ? -0.0 : 0.0 }
    let shift = Swift.min(65 - difference, 1074 + 2)
    let (quotient, remainder) =
      shift >= 0
      ? (numerator << shift).quotientAndRemainder(dividingBy: denominator)
      : numerator.quotientAndRemainder(dividingBy: denominator << -shift)
    var scaled = quotient
    if !remainder.isZero { scaled |= 1 }
    let value = scaledDouble(scaled, exponent: -shift)
    if value.isInfinite { throw .overflowError("integer division result too large for a float") }
    return isNegative ? -value : value
  }

  /// `significand × 2^exponent`, rounded once; the last bit of the significand is sticky.
  private static func scaledDouble(_ significand: BigInt, exponent: Int) -> Double {
    let bits = significand.bitWidth
    let top = bits + exponent  // value < 2^top
    // How many bits the result can hold: 53, fewer when subnormal.
    let room = Swift.min(53, top + 1074)
    if room < 0 { return 0 }
    let drop = bits - room
    if drop <= 0 { return Double(sign: .plus, exponent: exponent, significand: Double(UInt64(lowWordOf: significand))) }
    var kept = significand >> drop
    let rest = significand & ((BigInt(1) << drop) - 1)
    let half = BigInt(1) << (drop - 1)
    if rest > half || (rest == half && kept[bitAt: 0]) { kept += 1 }
    return Double(sign: .plus, exponent: exponent + drop, significand: Double(UInt64(lowWordOf: kept)))
  }

  static func prefix(_ op: PrefixOperator, _ value: Value) throws(Raised) -> Value? {
    if let small = value.intValue {
      switch op {
      case .plus: return .int(small)
      case .invert: return .int(~small)
      case .negate: return try self.small(.subtract, 0, small)
      case .absolute: return small < 0 ? try self.small(.subtract, 0, small) : .int(small)
      }
    }
    guard let big = value.bigInt else { return nil }
    switch op {
    case .plus: return .integer(big)
    case .invert: return .integer(-big - 1)
    case .negate: return .integer(-big)
    case .absolute: return .integer(big.magnitude)
    }
  }

  static func compare(_ op: CompareOperator, _ lhs: Value, _ rhs: Value) throws(Raised) -> Value? {
    if let a = lhs.intValue, let b = rhs.intValue { return .bool(op.holds(a < b ? -1 : a > b ? 1 : 0)) }
    guard let a = lhs.bigInt, let b = rhs.bigInt else { return nil }
    return .bool(op.holds(a < b ? -1 : a > b ? 1 : 0))
  }
}

extension CompareOperator {
  /// Whether the comparison is true of operands that order so: negative for less, 0 for equal, positive for greater.
  @inline(__always) func holds(_ order: Int) -> Bool {
    switch self {
    case .less: return order < 0
    case .lessEqual: return order <= 0
    case .equal: return order == 0
    case .notEqual: return order != 0
    case .greater: return order > 0
    case .greaterEqual: return order >= 0
    }
  }
}
