import Glibc

/// The operators of `float`; an `int` beside a float is converted, but compared exactly.
enum FloatArithmetic {
  /// The number of a float or integer operand; OverflowError for integers beyond the doubles, nil for anything else.
  @inline(__always) static func operand(_ value: Value) throws(Raised) -> Double? {
    switch value {
    case .float(let value): return value
    case .int(let value): return Double(value)
    case .bool(let value): return value ? 1 : 0
    case .object(let object):
      if let float = object as? FloatObject { return float.value }
      if let int = object as? IntObject { return try IntArithmetic.double(int.value) }
      return nil
    default: return nil
    }
  }

  static func binary(_ op: Operator, _ lhs: Value, _ rhs: Value) throws(Raised) -> Value? {
    guard let a = try operand(lhs), let b = try operand(rhs) else { return nil }
    switch op {
    case .add: return .float(a + b)
    case .subtract: return .float(a - b)
    case .multiply: return .float(a * b)
    case .divide:
      if b == 0 { throw .zeroDivisionError("float division by zero") }
      return .float(a / b)
    case .floorDivide:
      if b == 0 { throw .zeroDivisionError("float floor division by zero") }
      return .float(divmod(a, b).quotient)
    case .modulo:
      if b == 0 { throw .zeroDivisionError("float modulo") }
      return .float(divmod(a, b).remainder)
    case .divmod:
      if b == 0 { throw .zeroDivisionError("float divmod()") }
      let (quotient, remainder) = divmod(a, b)
      return .tuple([.float(quotient), .float(remainder)])
    case .power: return try power(a, b)
    default: return nil
    }
  }

  /// Quotient rounded down and the remainder with the divisor's sign; the divisor is not 0.
  static func divmod(_ a: Double, _ b: Double) -> (quotient: Double, remainder: Double) {
    var remainder = fmod(a, b)
    var quotient = (a - remainder) / b
    if remainder != 0 {
      if (b < 0) != (remainder < 0) {
        remainder += b
        quotient -= 1
      }
    } else {
      remainder = copysign(0, b)
    }
    if quotient != 0 {
      var whole = quotient.rounded(.down)
      if quotient - whole > 0.5 { whole += 1 }
      return (whole, remainder)
    }
    return (copysign(0, a / b), remainder)
  }

  private static func power(_ base: Double, _ exponent: Double) throws(Raised) -> Value {
    if base == 0, exponent < 0 { throw .zeroDivisionError("0.0 cannot be raised to a negative power") }
    if base < 0, base.isFinite, exponent.isFinite, exponent != exponent.rounded() {
      return try ComplexArithmetic.power(Complex(base, 0), Complex(exponent, 0))
    }
    let result = pow(base, exponent)
    if result.isInfinite, base.isFinite, exponent.isFinite {
      throw Raised(ExceptionObject(.overflowError, [.int(34), .string("Numerical result out of range")]))
    }
    return .float(result)
  }

  static func prefix(_ op: PrefixOperator, _ value: Value) throws(Raised) -> Value? {
    guard let number = try operand(value) else { return nil }
    switch op {
    case .negate: return .float(-number)
    case .plus: return .float(number)
    case .absolute: return .float(number.magnitude)
    case .invert: return nil
    }
  }

  static func compare(_ op: CompareOperator, _ lhs: Value, _ rhs: Value) throws(Raised) -> Value? {
    if let a = floatOnly(lhs) {
      if let b = floatOnly(rhs) { return .bool(holds(op, a, b)) }
      if a.isNaN { return rhs.bigInt == nil ? nil : .bool(op == .notEqual) }
      guard let order = order(rhs, a) else { return nil }
      return .bool(op.reflected.holds(order))
    }
    guard let b = floatOnly(rhs) else { return nil }
    if b.isNaN { return lhs.bigInt == nil ? nil : .bool(op == .notEqual) }
    guard let order = order(lhs, b) else { return nil }
    return .bool(op.holds(order))
  }

  private static func floatOnly(_ value: Value) -> Double? {
    if case .float(let number) = value { return number }
    return value.cast(to: FloatObject.self)?.value
  }

  @inline(__always) static func holds(_ op: CompareOperator, _ a: Double, _ b: Double) -> Bool {
    switch op {
    case .less: return a < b
    case .lessEqual: return a <= b
    case .equal: return a == b
    case .notEqual: return a != b
    case .greater: return a > b
    case .greaterEqual: return a >= b
    }
  }

  /// How an integer stands to a float that is a number: exactly, never by rounding the integer.
  private static func order(_ integer: Value, _ float: Double) -> Int? {
    if let small = integer.intValue { return order(small, float) }
    guard let big = integer.bigInt else { return nil }
    if float.isInfinite { return float > 0 ? -1 : 1 }
    let whole = BigInt(float.rounded(.towardZero))
    return big < whole ? -1 : big > whole ? 1 : 0
  }

  static func order(_ integer: Int, _ float: Double) -> Int {
    if float >= 9_223_372_036_854_775_808 { return -1 }
    if float < -9_223_372_036_854_775_808 { return 1 }
    let whole = Int(float)
    if integer != whole { return integer < whole ? -1 : 1 }
    let fraction = float - float.rounded(.towardZero)
    return fraction > 0 ? -1 : fraction < 0 ? 1 : 0
  }
}
