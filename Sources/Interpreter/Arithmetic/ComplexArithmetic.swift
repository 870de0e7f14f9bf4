import Glibc

/// A complex number while it is computed with.
struct Complex {
  var real: Double
  var imaginary: Double

  init(_ real: Double, _ imaginary: Double) {
    self.real = real
    self.imaginary = imaginary
  }

  var asValue: Value { .object(ComplexObject(real, imaginary)) }

  static func * (a: Complex, b: Complex) -> Complex {
    Complex(a.real * b.real - a.imaginary * b.imaginary, a.real * b.imaginary + a.imaginary * b.real)
  }

  /// The quotient, scaled by the larger part of the divisor so that it does not overflow; nil for a divisor of 0.
  func divided(by b: Complex) -> Complex? {
    if b.real.magnitude >= b.imaginary.magnitude {
      if b.real == 0 { return nil }
      let ratio = b.imaginary / b.real
      let denominator = b.real + b.imaginary * ratio
      return Complex((real + imaginary * ratio) / denominator, (imaginary - real * ratio) / denominator)
    }
    if b.imaginary.isNaN || b.real.isNaN { return Complex(.nan, .nan) }
    let ratio = b.real / b.imaginary
    let denominator = b.real * ratio + b.imaginary
    return Complex((real * ratio + imaginary) / denominator, (imaginary * ratio - real) / denominator)
  }
}

/// The operators of `complex`.
enum ComplexArithmetic {
  static func operand(_ value: Value) throws(Raised) -> Complex? {
    if let complex = value.cast(to: ComplexObject.self) { return Complex(complex.real, complex.imaginary) }
    guard let real = try FloatArithmetic.operand(value) else { return nil }
    return Complex(real, 0)
  }

  static func binary(_ op: Operator, _ lhs: Value, _ rhs: Value) throws(Raised) -> Value? {
    guard let a = try operand(lhs), let b = try operand(rhs) else { return nil }
    switch op {
    case .add: return Complex(a.real + b.real, a.imaginary + b.imaginary).asValue
    case .subtract: return Complex(a.real - b.real, a.imaginary - b.imaginary).asValue
    case .multiply: return (a * b).asValue
    case .divide:
      guard let quotient = a.divided(by: b) else { throw .zeroDivisionError("complex division by zero") }
      return quotient.asValue
    case .power: return try power(a, b)
    default: return nil
    }
  }

  static func power(_ base: Complex, _ exponent: Complex) throws(Raised) -> Value {
    if exponent.real == 0, exponent.imaginary == 0 { return Complex(1, 0).asValue }
    if base.real == 0, base.imaginary == 0 {
      if exponent.imaginary != 0 || exponent.real < 0 {
        throw .zeroDivisionError("0.0 to a negative or complex power")
      }
      return Complex(0, 0).asValue
    }
    // Small whole exponents by multiplication, as they are exact where the parts are.
    if exponent.imaginary == 0, exponent.real == exponent.real.rounded(.down), exponent.real.magnitude <= 100 {
      var count = Int(exponent.real.magnitude)
      var result = Complex(1, 0)
      var square = base
      while count > 0 {
        if count & 1 == 1 { result = result * square }
        count >>= 1
        if count > 0 { square = square * square }
      }
      if exponent.real < 0 { result = Complex(1, 0).divided(by: result) ?? Complex(.nan, .nan) }
      return try finite(result)
    }
    let length = hypot(base.real, base.imaginary)
    var scale = pow(length, exponent.real)
    let angle = atan2(base.imaginary, base.real)
    var phase = angle * exponent.real
    if exponent.imaginary != 0 {
      scale *= exp(-angle * exponent.imaginary)
      phase += exponent.imaginary * log(length)
    }
    return try finite(Complex(scale * cos(phase), scale * sin(phase)))
  }

  private static func finite(_ value: Complex) throws(Raised) -> Value {
    if value.real.isInfinite || value.imaginary.isInfinite { throw .overflowError("complex exponentiation") }
    return value.asValue
  }

  static func prefix(_ op: PrefixOperator, _ value: Value) throws(Raised) -> Value? {
    guard let number = try operand(value) else { return nil }
    switch op {
    case .negate: return Complex(-number.real, -number.imaginary).asValue
    case .plus: return number.asValue
    case .absolute:
      let length = hypot(number.real, number.imaginary)
      if length.isInfinite, number.real.isFinite, number.imaginary.isFinite {
        throw .overflowError("absolute value too large")
      }
      return .float(length)
    case .invert: return nil
    }
  }

  static func compare(_ op: CompareOperator, _ lhs: Value, _ rhs: Value) throws(Raised) -> Value? {
    guard op == .equal || op == .notEqual else { return nil }
    let a = lhs.cast(to: ComplexObject.self)
    let b = rhs.cast(to: ComplexObject.self)
    var isEqual = false
    if let a, let b {
      isEqual = a.real == b.real && a.imaginary == b.imaginary
    } else if let complex = a ?? b {
      let other = a == nil ? lhs : rhs
      guard other.bigInt != nil || other.doubleValue != nil else { return nil }
      if complex.imaginary == 0 {
        isEqual = try Interpreter.current.equal(.float(complex.real), other)
      }
    }
    return .bool(isEqual == (op == .equal))
  }
}
