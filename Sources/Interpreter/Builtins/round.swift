import Glibc

/// `round`: half to even, on the exact decimal value.
enum RoundFunction {
  static func install(in module: ModuleObject) {
    module.function("round(number, ndigits=None)", "A number rounded to a number of decimals, halves to even.") {
      call throws(Raised) -> Value in
      let value = call[0]
      switch value {
      case .float(let number):
        if call[1].isNone { return try whole(number) }
        return .float(try round(number, try call.interpreter.clippedIndex(call[1])))
      case .int, .bool: return try integer(value, call)
      default: break
      }
      let isOwn = ![TypeObject.int, .float].contains { value.isInstance(of: $0) && $0.lookup("__round__")?.object === value.type.lookup("__round__")?.object }
      if isOwn, value.type.lookup("__round__") != nil {
        return try call.interpreter.callMethod(value, "__round__", call[1].isNone ? [] : [call[1]])
      }
      if let float = value.cast(to: FloatObject.self) {
        return call[1].isNone
          ? try whole(float.value) : .float(try round(float.value, try call.interpreter.clippedIndex(call[1])))
      }
      if value.bigInt != nil { return try integer(value, call) }
      throw .typeError("type \(value.type.name) doesn't define __round__ method")
    }
  }

  /// A float rounded to an integer.
  static func whole(_ number: Double) throws(Raised) -> Value {
    try NumberConversion.truncate(number.rounded(.toNearestOrEven))
  }

  private static func integer(_ value: Value, _ call: Arguments) throws(Raised) -> Value {
    guard let number = value.bigInt else { return value }
    let digits = call[1].isNone ? 0 : try call.interpreter.clippedIndex(call[1])
    return .integer(round(number, digits))
  }

  /// An integer rounded to a power of ten where the digits are negative.
  static func round(_ number: BigInt, _ digits: Int) -> BigInt {
    if digits >= 0 { return number }
    if digits < -number.magnitude.bitWidth { return 0 }
    let unit = BigInt(10).power(-digits)
    let (quotient, remainder) = IntArithmetic.floorDivide(number, unit)
    let double = remainder * 2
    let isOdd = quotient.magnitude[bitAt: 0]
    return (double > unit || (double == unit && isOdd) ? quotient + 1 : quotient) * unit
  }

  /// A float rounded to decimals; the C library prints exact decimal values, halves to even.
  static func round(_ number: Double, _ digits: Int) throws(Raised) -> Double {
    if !number.isFinite || number == 0 || digits > 323 { return number }
    if digits < -308 { return copysign(0, number) }
    if digits >= 0 {
      var buffer = [CChar](repeating: 0, count: 1024)
      withVaList([CInt(digits), number]) { _ = vsnprintf(&buffer, buffer.count, "%.*f", $0) }
      return strtod(buffer, nil)
    }
    let rounded = round(BigInt(number.rounded(.toNearestOrEven)), digits)
    // The fraction decides where the whole part lies exactly between two multiples.
    let unit = BigInt(10).power(-digits)
    let cut = BigInt(number.rounded(.towardZero))
    var result = rounded
    let remainder = cut.magnitude % unit.magnitude
    if remainder * 2 == unit, number != number.rounded(.towardZero) {
      result = (cut.magnitude - remainder + unit) * (number < 0 ? -1 : 1)
    } else {
      result = round(cut, digits)
    }
    let value = IntArithmetic.nearestDouble(result)
    if value.isInfinite { throw .overflowError("rounded value too large to represent") }
    return value == 0 ? copysign(0, number) : value
  }
}
