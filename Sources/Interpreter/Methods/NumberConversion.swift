import Glibc

/// What `int(…)`, `float(…)` and `complex(…)` make of numbers and texts.
enum NumberConversion {
  /// The longest decimal text that is converted to an integer, as in Python.
  static let digitLimit = 4300

  static func int(_ type: TypeObject, _ call: Arguments) throws(Raised) -> Value {
    let result = try integer(call)
    guard type !== TypeObject.int else { return result }
    return .object(IntObject(result.bigInt ?? 0, type))
  }

  private static func integer(_ call: Arguments) throws(Raised) -> Value {
    let value = call[0]
    if call.has(1) {
      let base = try call.int(1)
      guard base == 0 || (2...36).contains(base) else { throw .valueError("int() base must be >= 2 and <= 36, or 0") }
      if let text = value.stringValue { return try parse(text, base: base, shown: value) }
      if let bytes = value.cast(to: BytesObject.self) {
        return try parse(String(decoding: bytes.bytes, as: UTF8.self), base: base, shown: value)
      }
      throw .typeError("int() can't convert non-string with explicit base")
    }
    switch value {
    case .int, .bool: return .int(value.intValue ?? 0)
    case .float(let number): return try truncate(number)
    default: break
    }
    if let text = value.stringValue { return try parse(text, base: 10, shown: value) }
    if let bytes = value.cast(to: BytesObject.self) {
      return try parse(String(decoding: bytes.bytes, as: UTF8.self), base: 10, shown: value)
    }
    if let convert = value.type.slots.int {
      let result = try convert(value)
      guard let big = result.bigInt else {
        throw .typeError("__int__ returned non-int (type \(result.type.name))")
      }
      return .integer(big)
    }
    if let convert = value.type.slots.index {
      let result = try convert(value)
      guard let big = result.bigInt else { throw .typeError("__index__ returned non-int (type \(result.type.name))") }
      return .integer(big)
    }
    if value.type.lookup("__trunc__") != nil {
      let result = try Interpreter.current.callMethod(value, "__trunc__")
      if let big = result.bigInt { return .integer(big) }
      throw .typeError("__trunc__ returned non-Integral (type \(result.type.name))")
    }
    throw .typeError(
      "int() argument must be a string, a bytes-like object or a real number, not '\(value.type.name)'")
  }

  /// A float cut off to an integer.
  static func truncate(_ number: Double) throws(Raised) -> Value {
    if let small = Int(exactly: number.rounded(.towardZero)) { return .int(small) }
    if number.isNaN { throw .valueError("cannot convert float NaN to integer") }
    if number.isInfinite { throw .overflowError("cannot convert float infinity to integer") }
    return .integer(BigInt(number.rounded(.towardZero)))
  }

  /// The integer that a text spells in a base (0: by its prefix).
  static func parse(_ text: String, base givenBase: Int, shown: Value) throws(Raised) -> Value {
    let scalars = trimmed(text)
    var base = givenBase
    var index = 0
    var isNegative = false
    if index < scalars.count, scalars[index] == "+" || scalars[index] == "-" {
      isNegative = scalars[index] == "-"
      index += 1
    }
    var mayStartWithUnderscore = false
    if index + 1 < scalars.count, scalars[index] == "0" {
      let prefixes: [Unicode.Scalar: Int] = ["x": 16, "X": 16, "o": 8, "O": 8, "b": 2, "B": 2]
      if let prefixed = prefixes[scalars[index + 1]], base == 0 || base == prefixed {
        base = prefixed
        index += 2
        mayStartWithUnderscore = true
      }
    }
    let isZeroOnly = base == 0 && index < scalars.count && scalars[index] == "0"
    if base == 0 { base = 10 }
    var digits: [UInt8] = []
    var previousIsDigit = mayStartWithUnderscore
    var isValid = index < scalars.count
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      if scalar == "_" {
        if !previousIsDigit || index == scalars.count { isValid = false }
        previousIsDigit = false
        continue
      }
      guard let digit = digitValue(scalar), digit < base else {
        isValid = false
        break
      }
      previousIsDigit = true
      digits.append(UInt8(digit))
    }
    if isZeroOnly, digits.contains(where: { $0 != 0 }) { isValid = false }
    guard isValid, !digits.isEmpty else { throw try invalid(shown, base: givenBase) }
    if base & (base - 1) != 0, digits.count > digitLimit {
      throw .valueError(
        "Exceeds the limit (\(digitLimit) digits) for integer string conversion: value has \(digits.count) digits; "
          + "use sys.set_int_max_str_digits() to increase the limit")
    }
    var small = 0
    var fits = true
    for digit in digits {
      let (product, overflow) = small.multipliedReportingOverflow(by: base)
      let (sum, carry) = product.addingReportingOverflow(Int(digit))
      if overflow || carry {
        fits = false
        break
      }
      small = sum
    }
    if fits { return .int(isNegative ? -small : small) }
    let spelled = String(decoding: digits.map { $0 < 10 ? $0 + 48 : $0 + 87 }, as: UTF8.self)
    let magnitude = BigInt(spelled, radix: base) ?? 0
    return .integer(BigInt(sign: isNegative ? .minus : .plus, magnitude: magnitude))
  }

  private static func invalid(_ shown: Value, base: Int) throws(Raised) -> Raised {
    .valueError("invalid literal for int() with base \(base): \(try Interpreter.current.repr(shown))")
  }

  /// The code points without white space at both ends.
  private static func trimmed(_ text: String) -> [Unicode.Scalar] {
    var scalars = Array(text.unicodeScalars)
    while let last = scalars.last, last.properties.isWhitespace || (0x1C...0x1F).contains(last.value) { scalars.removeLast() }
    let start = scalars.firstIndex { !($0.properties.isWhitespace || (0x1C...0x1F).contains($0.value)) } ?? scalars.count
    return Array(scalars[start...])
  }

  /// The value of a digit or letter; decimal digits of all scripts count.
  private static func digitValue(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 48...57: return Int(scalar.value) - 48
    case 97...122: return Int(scalar.value) - 87
    case 65...90: return Int(scalar.value) - 55
    case 0..<128: return nil
    default:
      guard scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue else { return nil }
      return Int(value)
    }
  }

  static func float(_ type: TypeObject, _ call: Arguments) throws(Raised) -> Value {
    let number: Double
    let value = call[0]
    if case .float(let plain) = value {
      number = plain
    } else if let text = value.stringValue {
      guard let parsed = parseFloat(text) else {
        throw .valueError("could not convert string to float: \(try call.interpreter.repr(value))")
      }
      number = parsed
    } else if let bytes = value.cast(to: BytesObject.self) {
      guard let parsed = parseFloat(String(decoding: bytes.bytes, as: UTF8.self)) else {
        throw .valueError("could not convert string to float: \(try call.interpreter.repr(value))")
      }
      number = parsed
    } else {
      guard let converted = try real(value) else {
        throw .typeError("float() argument must be a string or a real number, not '\(value.type.name)'")
      }
      number = converted
    }
    return type === TypeObject.float ? .float(number) : .object(FloatObject(number, type))
  }

  /// The float that a number object stands for, by `__float__` or `__index__`; nil where it has neither.
  static func real(_ value: Value) throws(Raised) -> Double? {
    if let number = try FloatArithmetic.operand(value) { return number }
    if let convert = value.type.slots.float { return try convert(value) }
    if let convert = value.type.slots.index, let big = try convert(value).bigInt { return try IntArithmetic.double(big) }
    return nil
  }

  /// The float that a text spells as Python reads it: underscores between digits, `inf`, `nan`, no hexadecimal.
  static func parseFloat(_ text: String) -> Double? {
    let scalars = trimmed(text)
    var bytes: [UInt8] = []
    for (i, scalar) in scalars.enumerated() {
      if scalar == "_" {
        guard i > 0, i + 1 < scalars.count, isDigit(scalars[i - 1]), isDigit(scalars[i + 1]) else { return nil }
        continue
      }
      if scalar.value < 128 {
        bytes.append(UInt8(scalar.value))
      } else if let digit = digitValue(scalar) {
        bytes.append(UInt8(48 + digit))
      } else {
        return nil
      }
    }
    return parseFloat(bytes)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (digitValue(scalar) ?? 10) < 10 }

  private static func parseFloat(_ bytes: [UInt8]) -> Double? {
    var index = 0
    let signed = bytes.first == 43 || bytes.first == 45
    if signed { index = 1 }
    let rest = String(decoding: bytes[index...], as: UTF8.self).lowercased()
    let isNegative = bytes.first == 45
    if rest == "inf" || rest == "infinity" { return isNegative ? -.infinity : .infinity }
    if rest == "nan" { return .nan }
    var digitCount = 0
    func skipDigits() {
      while index < bytes.count, (48...57).contains(bytes[index]) {
        index += 1
        digitCount += 1
      }
    }
    skipDigits()
    if index < bytes.count, bytes[index] == 46 {
      index += 1
      skipDigits()
    }
    if digitCount == 0 { return nil }
    if index < bytes.count, bytes[index] == 101 || bytes[index] == 69 {
      index += 1
      if index < bytes.count, bytes[index] == 43 || bytes[index] == 45 { index += 1 }
      let before = digitCount
      skipDigits()
      if digitCount == before { return nil }
    }
    if index != bytes.count { return nil }
    return (bytes + [0]).withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { strtod($0.baseAddress.unsafelyUnwrapped, nil) }
    }
  }

  static func complex(_ type: TypeObject, _ call: Arguments) throws(Raised) -> Value {
    let first = call[0]
    let second = call[1]
    if let text = first.stringValue {
      if call.has(1) { throw .typeError("complex() can't take second arg if first is a string") }
      guard let parsed = parseComplex(text) else { throw .valueError("complex() arg is a malformed string") }
      return .object(ComplexObject(parsed.real, parsed.imaginary, type))
    }
    if second.stringValue != nil { throw .typeError("complex() second arg can't be a string") }
    let real = try part(first, "first", orString: true)
    if second.isNone { return .object(ComplexObject(real.real, real.imaginary, type)) }
    let imaginary = try part(second, "second", orString: false)
    // A plain number adds nothing to the other part, so that the signs of zeros stay.
    let isPlain = first.cast(to: ComplexObject.self) == nil
    return .object(
      ComplexObject(
        second.cast(to: ComplexObject.self) == nil ? real.real : real.real - imaginary.imaginary,
        isPlain ? imaginary.real : real.imaginary + imaginary.real, type))
  }

  private static func part(_ value: Value, _ position: String, orString: Bool) throws(Raised) -> Complex {
    if let complex = value.cast(to: ComplexObject.self) { return Complex(complex.real, complex.imaginary) }
    if value.type.lookup("__complex__") != nil, value.type.isScriptDefined {
      let result = try Interpreter.current.callMethod(value, "__complex__")
      guard let complex = result.cast(to: ComplexObject.self) else {
        throw .typeError("__complex__ returned non-complex (type \(result.type.name))")
      }
      return Complex(complex.real, complex.imaginary)
    }
    guard let number = try real(value) else {
      throw .typeError(
        "complex() \(position) argument must be a \(orString ? "string or a " : "")number, not '\(value.type.name)'")
    }
    return Complex(number, 0)
  }

  private static func parseComplex(_ text: String) -> Complex? {
    var scalars = trimmed(text)
    if scalars.first == "(", scalars.last == ")" {
      scalars = trimmed(String(String.UnicodeScalarView(scalars[1..<(scalars.count - 1)])))
    }
    guard let last = scalars.last else { return nil }
    let whole = String(String.UnicodeScalarView(scalars))
    guard last == "j" || last == "J" else { return parseFloat(whole).flatMap { scalars.contains(" ") ? nil : Complex($0, 0) } }
    // The imaginary part starts at the last sign that is not an exponent's.
    var split = scalars.count - 2
    while split > 0 {
      let isSign = scalars[split] == "+" || scalars[split] == "-"
      if isSign, scalars[split - 1] != "e", scalars[split - 1] != "E" { break }
      split -= 1
    }
    split = max(split, 0)
    let realText = String(String.UnicodeScalarView(scalars[..<split]))
    let imaginaryText = String(String.UnicodeScalarView(scalars[split..<(scalars.count - 1)]))
    if realText.unicodeScalars.contains(" ") || imaginaryText.unicodeScalars.contains(" ") { return nil }
    let imaginary: Double?
    switch imaginaryText {
    case "", "+": imaginary = 1
    case "-": imaginary = -1
    default: imaginary = parseFloat(imaginaryText)
    }
    guard let imaginary, let real = realText.isEmpty ? 0 : parseFloat(realText) else { return nil }
    return Complex(real, imaginary)
  }
}
