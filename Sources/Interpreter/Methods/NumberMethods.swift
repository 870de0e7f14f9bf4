/// Text and methods of `int`, `bool`, `float` and `complex`; their operators are in NumberTypes.
enum NumberMethods {
  static func setUp() {
    TypeObject.int.extend(of: Object.self) { t in
      t.slots.repr = { value throws(Raised) in try decimal(value) }
      t.slots.format = { value, spec throws(Raised) in
        if let small = value.intValue { return try Formatting.format(small, spec) }
        if spec.isEmpty { return try decimal(value) }
        return try Formatting.format(value.bigInt ?? 0, spec)
      }
      setUpInteger(t)
    }
    TypeObject.bool.extend(of: Object.self) { t in
      t.slots.repr = { value throws(Raised) in value.boolValue == true ? "True" : "False" }
      t.slots.str = { value throws(Raised) in value.boolValue == true ? "True" : "False" }
      t.slots.format = { value, spec throws(Raised) in
        if spec.isEmpty { return value.boolValue == true ? "True" : "False" }
        return try Formatting.format(value.intValue ?? 0, spec)
      }
    }
    TypeObject.float.extend(of: Object.self) { t in
      t.slots.repr = { value throws(Raised) in FloatText.repr(value.doubleValue ?? 0) }
      t.slots.format = { value, spec throws(Raised) in try Formatting.format(value.doubleValue ?? 0, spec) }
      setUpFloat(t)
    }
    TypeObject.complex.extend(of: ComplexObject.self) { t in
      t.slots.repr = { value throws(Raised) in
        guard let number = value.cast(to: ComplexObject.self) else { return "" }
        return Formatting.complexRepr(number.real, number.imaginary)
      }
      t.slots.format = { value, spec throws(Raised) in
        guard let number = value.cast(to: ComplexObject.self) else { return "" }
        return try Formatting.format(number.real, number.imaginary, spec)
      }
    }
  }

  /// CPython's limit on the digits of an integer's text.
  private static let maximumDigits = 4300

  /// The decimal text of an integer; ValueError when CPython refuses to print it.
  private static func decimal(_ value: Value) throws(Raised) -> String {
    if let small = value.intValue { return String(small) }
    let number = value.bigInt ?? 0
    // log2(10) > 3.3219: fewer bits cannot have too many digits.
    if number.bitWidth > 14_284 {
      if number.bitWidth > 14_400 { throw tooManyDigits() }
      let text = number.description
      if text.utf8.count - (number.sign == .minus ? 1 : 0) > maximumDigits { throw tooManyDigits() }
      return text
    }
    return number.description
  }

  private static func tooManyDigits() -> Raised {
    .valueError(
      "Exceeds the limit (\(maximumDigits) digits) for integer string conversion; "
        + "use sys.set_int_max_str_digits() to increase the limit")
  }

  // MARK: int

  private static func setUpInteger(_ t: TypeBuilder<Object>) {
    func number(_ call: Arguments) -> BigInt { call[0].bigInt ?? 0 }
    t.valueProperty("real") { value throws(Raised) in .integer(value.bigInt ?? 0) }
    t.valueProperty("imag") { value throws(Raised) in .int(0) }
    t.valueProperty("numerator") { value throws(Raised) in .integer(value.bigInt ?? 0) }
    t.valueProperty("denominator") { value throws(Raised) in .int(1) }
    for name in ["conjugate", "__trunc__", "__floor__", "__ceil__"] {
      t.valueMethod("\(name)(self, /)") { call throws(Raised) in .integer(number(call)) }
    }
    t.valueMethod("__round__(self, ndigits=None, /)") { call throws(Raised) in
      if !call.has(1) { return .integer(number(call)) }
      let places = try call.int(1)
      if places >= 0 { return .integer(number(call)) }
      return .integer(rounded(number(call), toTens: -max(places, -100_000)))
    }
    t.valueMethod("bit_length(self, /)") { call throws(Raised) in
      .int(number(call).magnitude.bitWidth)
    }
    t.valueMethod("bit_count(self, /)") { call throws(Raised) in
      .int(number(call).nonzeroBitCount)
    }
    t.valueMethod("as_integer_ratio(self, /)") { call throws(Raised) in .tuple([.integer(number(call)), .int(1)]) }
    t.valueMethod("to_bytes(self, length=1, byteorder='big', *, signed=False)") { call throws(Raised) in
      try toBytes(number(call), call)
    }
    t.valueMethod("__pow__(self, value, mod=None, /)") { call throws(Raised) in
      if call.has(2) { return try call.interpreter.call(call.interpreter.builtins.namespace.get("pow") ?? .none, [call[0], call[1], call[2]]) }
      guard call[1].bigInt != nil else { return .notImplemented }
      return try call.interpreter.binary(.power, call[0], call[1])
    }
    t.classMethod("from_bytes(type, bytes, byteorder='big', *, signed=False)") { call throws(Raised) in try fromBytes(call) }
  }

  /// To the nearest multiple of a power of ten, halves to even.
  static func rounded(_ value: BigInt, toTens exponent: Int) -> BigInt {
    if exponent > value.magnitude.bitWidth { return 0 }
    let unit = BigInt(10).power(exponent)
    var (quotient, remainder) = value.magnitude.quotientAndRemainder(dividingBy: unit.magnitude)
    let twice = remainder * 2
    if twice > unit.magnitude || twice == unit.magnitude && quotient & 1 == 1 { quotient += 1 }
    remainder = quotient * unit.magnitude
    return BigInt(sign: value.sign, magnitude: remainder)
  }

  private static func isLittle(_ order: String) throws(Raised) -> Bool {
    switch order {
    case "little": return true
    case "big": return false
    default: throw .valueError("byteorder must be either 'little' or 'big'")
    }
  }

  private static func toBytes(_ value: BigInt, _ call: Arguments) throws(Raised) -> Value {
    let length = try call.int(1)
    if length < 0 { throw .valueError("length argument must be non-negative") }
    try MemoryLimit.checked(length, stride: 1)
    let isSigned = try call.bool(3)
    let little = try isLittle(try call.string(2))
    if value.sign == .minus, !isSigned { throw .overflowError("can't convert negative int to unsigned") }
    let bits = length > Int.max / 8 ? Int.max : length * 8
    let needed = value.sign == .minus ? (value + 1).magnitude.bitWidth + 1 : value.magnitude.bitWidth + (isSigned ? 1 : 0)
    if needed > bits, value != 0 { throw .overflowError("int too big to convert") }
    var magnitude = value.magnitude
    if value.sign == .minus { magnitude = (BigInt(1) << bits) - value.magnitude }
    let words = magnitude.magnitudeWords
    let littleEndian = (0..<length).map { index -> UInt8 in
      index / 8 < words.count ? UInt8(truncatingIfNeeded: words[index / 8] >> UInt(index % 8 * 8)) : 0
    }
    return .object(BytesObject(little ? littleEndian : littleEndian.reversed()))
  }

  private static func fromBytes(_ call: Arguments) throws(Raised) -> Value {
    var bytes: [UInt8]
    if call[1].cast(to: BytesObject.self) == nil, call[1].stringValue == nil {
      bytes = try BytesMethods.bytes(of: try call.interpreter.call(TypeObject.bytes.asValue, [call[1]]))
    } else {
      bytes = try BytesMethods.bytes(of: call[1])
    }
    if try isLittle(try call.string(2)) { bytes.reverse() }
    var magnitude = BigInt(0)
    for byte in bytes { magnitude = magnitude << 8 | BigInt(byte) }
    var value = magnitude
    if try call.bool(3), let first = bytes.first, first >= 128 { value -= BigInt(1) << (bytes.count * 8) }
    return .integer(value)
  }

  // MARK: float

  private static func setUpFloat(_ t: TypeBuilder<Object>) {
    func number(_ call: Arguments) -> Double { call[0].doubleValue ?? 0 }
    t.valueProperty("real") { value throws(Raised) in .float(value.doubleValue ?? 0) }
    t.valueProperty("imag") { value throws(Raised) in .float(0) }
    t.valueMethod("conjugate(self, /)") { call throws(Raised) in .float(number(call)) }
    t.valueMethod("is_integer(self, /)") { call throws(Raised) in
      .bool(number(call).isFinite && number(call).rounded(.towardZero) == number(call))
    }
    t.valueMethod("__trunc__(self, /)") { call throws(Raised) in try NumberConversion.truncate(number(call)) }
    t.valueMethod("__floor__(self, /)") { call throws(Raised) in try NumberConversion.truncate(number(call).rounded(.down)) }
    t.valueMethod("__ceil__(self, /)") { call throws(Raised) in try NumberConversion.truncate(number(call).rounded(.up)) }
    t.valueMethod("__round__(self, ndigits=None, /)") { call throws(Raised) in
      if !call.has(1) { return try NumberConversion.truncate(number(call).rounded(.toNearestOrEven)) }
      return .float(try round(number(call), try call.int(1)))
    }
    t.valueMethod("as_integer_ratio(self, /)") { call throws(Raised) in try ratio(number(call)) }
    t.valueMethod("hex(self, /)") { call throws(Raised) in .string(hexadecimal(number(call))) }
    t.classMethod("fromhex(type, string, /)") { call throws(Raised) in .float(try fromHexadecimal(try call.string(1))) }
  }

  /// `round(number, places)`; OverflowError when the rounded number is too large.
  static func round(_ number: Double, _ places: Int) throws(Raised) -> Double {
    let result = FloatText.round(number, places: places)
    if result.isInfinite, number.isFinite { throw .overflowError("rounded value too large to represent") }
    return result
  }

  private static func ratio(_ number: Double) throws(Raised) -> Value {
    if number.isNaN { throw .valueError("cannot convert NaN to integer ratio") }
    if number.isInfinite { throw .overflowError("cannot convert Infinity to integer ratio") }
    if number == 0 { return .tuple([.int(0), .int(1)]) }
    var significand = BigInt(number.significand * 0x1p52)
    var exponent = Int(number.exponent) - 52
    while significand & 1 == 0 {
      significand = significand >> 1
      exponent += 1
    }
    if number < 0 { significand = -significand }
    if exponent >= 0 { return .tuple([.integer(significand << exponent), .int(1)]) }
    return .tuple([.integer(significand), .integer(BigInt(1) << -exponent)])
  }

  private static func hexadecimal(_ number: Double) -> String {
    if let special = FloatText.special(number) { return special }
    let sign = number.sign == .minus ? "-" : ""
    if number == 0 { return sign + "0x0.0p+0" }
    let digits = String(number.significandBitPattern, radix: 16)
    let padded = String(repeating: "0", count: 13 - digits.count) + digits
    let exponent = number.isNormal ? Int(number.exponent) : -1022
    return sign + (number.isNormal ? "0x1." : "0x0.") + padded + "p" + (exponent < 0 ? "" : "+") + String(exponent)
  }

  private static func fromHexadecimal(_ text: String) throws(Raised) -> Double {
    var body = text.lowercased()[...]
    while let first = body.unicodeScalars.first, StrMethods.isSpace(first) { body.removeFirst() }
    while let last = body.unicodeScalars.last, StrMethods.isSpace(last) { body.removeLast() }
    var isNegative = false
    if let first = body.first, first == "+" || first == "-" {
      isNegative = first == "-"
      body.removeFirst()
    }
    let invalid = Raised.valueError("invalid hexadecimal floating-point string")
    switch body {
    case "inf", "infinity": return isNegative ? -.infinity : .infinity
    case "nan": return .nan
    default: break
    }
    if body.hasPrefix("0x") { body = body.dropFirst(2) }
    if !body.contains("p") { body += "p0" }
    guard !body.hasPrefix("p"), !body.hasPrefix("+"), !body.hasPrefix("-") else { throw invalid }
    var digits = String(body)
    if digits.hasPrefix(".") { digits = "0" + digits }
    // Swift wants digits behind a point.
    if let point = digits.firstIndex(of: "."), digits[digits.index(after: point)...].hasPrefix("p") { digits.remove(at: point) }
    guard let value = Double("0x" + digits) else { throw invalid }
    if value.isInfinite { throw .overflowError("hexadecimal value too large to represent as a float") }
    return isNegative ? -value : value
  }
}
