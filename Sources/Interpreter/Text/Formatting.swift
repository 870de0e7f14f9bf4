/// `format(value, spec)` of the built-in types.
package enum Formatting {
  /// `format(text, spec)`.
  package static func format(_ text: String, _ specText: String) throws(Raised) -> String {
    if specText.isEmpty { return text }
    let spec = try FormatSpec(specText, for: "str")
    if let type = spec.type, type != "s" { throw unknownCode(type, "str") }
    if let sign = spec.sign {
      throw .valueError(
        sign == " " ? "Space not allowed in string format specifier" : "Sign not allowed in string format specifier")
    }
    if spec.coercesNegativeZero { throw .valueError("Negative zero coercion (z) not allowed in string format specifier") }
    if spec.alternate { throw .valueError("Alternate form (#) not allowed in string format specifier") }
    if spec.alignment == "=" { throw .valueError("'=' alignment not allowed in string format specifier") }
    if let grouping = spec.grouping { throw .valueError("Cannot specify '\(grouping)' with 's'.") }
    var shown = text
    var count = text.unicodeScalars.count
    if let precision = spec.precision, precision < count {
      shown = String(text.unicodeScalars.prefix(precision))
      count = precision
    }
    return try spec.padded(shown, count: count, defaultAlignment: "<")
  }

  /// `format(integer, spec)`.
  package static func format(_ value: Int, _ specText: String) throws(Raised) -> String {
    if specText.isEmpty || specText == "d" { return String(value) }
    let spec = try FormatSpec(specText, for: "int")
    if let text = NumberText.format(value, spec) { return text }
    return try format(spec, "int", Double(value), isNegative: value < 0, small: value) { radix, uppercase in
      String(value.magnitude, radix: radix, uppercase: uppercase)
    }
  }

  /// `format(integer, spec)` of any size.
  package static func format(_ value: BigInt, _ specText: String) throws(Raised) -> String {
    let spec = try FormatSpec(specText, for: "int")
    return try format(spec, "int", IntArithmetic.nearestDouble(value), isNegative: value.sign == .minus, small: nil) {
      radix, uppercase in
      value.magnitude.digits(radix: radix, uppercase: uppercase)
    }
  }

  static func unknownCode(_ code: Unicode.Scalar, _ type: String) -> Raised {
    if code.value > 32, code.value < 128 {
      return .valueError("Unknown format code '\(code)' for object of type '\(type)'")
    }
    return .valueError("Unknown format code '\\x\(String(code.value, radix: 16))' for object of type '\(type)'")
  }

  private static func format(
    _ spec: FormatSpec, _ typeName: String, _ double: @autoclosure () -> Double, isNegative: Bool, small: Int?,
    digits: (Int, Bool) -> String
  ) throws(Raised) -> String {
    let type = spec.type ?? "d"
    switch type {
    case "d", "n", "b", "o", "x", "X", "c": break
    case "e", "E", "f", "F", "g", "G", "%":
      let value = double()
      if value.isInfinite { throw .overflowError("int too large to convert to float") }
      return try format(value, spec, typeName)
    default: throw unknownCode(type, typeName)
    }
    if spec.precision != nil { throw .valueError("Precision not allowed in integer format specifier") }
    if spec.coercesNegativeZero {
      throw .valueError("Negative zero coercion (z) not allowed in integer format specifier")
    }
    if type == "c" {
      if spec.sign != nil { throw .valueError("Sign not allowed with integer format specifier 'c'") }
      if spec.alternate { throw .valueError("Alternate form (#) not allowed with integer format specifier 'c'") }
      guard let small, let code = UInt32(exactly: small), let scalar = Unicode.Scalar(code) else {
        throw .overflowError("%c arg not in range(0x110000)")
      }
      return try spec.padded(String(scalar), count: 1, defaultAlignment: ">")
    }
    let radix = type == "b" ? 2 : type == "o" ? 8 : type == "x" || type == "X" ? 16 : 10
    let prefix = spec.alternate && radix != 10 ? "0" + String(type) : ""
    return try spec.paddedNumber(
      sign: spec.signText(isNegative: isNegative), prefix: prefix, whole: digits(radix, type == "X"), rest: "")
  }

  /// `format(number, spec)`.
  package static func format(_ value: Double, _ specText: String) throws(Raised) -> String {
    if specText.isEmpty { return FloatText.repr(value) }
    let spec = try FormatSpec(specText, for: "float")
    if let text = NumberText.format(value, spec) { return text }
    return try format(value, spec, "float")
  }

  private static func format(_ value: Double, _ spec: FormatSpec, _ typeName: String) throws(Raised) -> String {
    let text = try magnitude(value, spec, typeName, withoutType: .asRepr)
    var isNegative = value.sign == .minus && !value.isNaN
    if spec.coercesNegativeZero, isNegative, !text.utf8.contains(where: { $0 >= 49 && $0 <= 57 || $0 == 110 }) {
      isNegative = false
    }
    let sign = spec.signText(isNegative: isNegative)
    var whole = text
    var rest = ""
    if let end = text.utf8.firstIndex(where: { $0 < 48 || $0 > 57 }), value.isFinite {
      whole = String(text[..<end])
      rest = String(text[end...])
    } else if !value.isFinite {
      // No separators in words.
      var plain = spec
      plain.grouping = nil
      return try plain.paddedNumber(sign: sign, prefix: "", whole: text, rest: "")
    }
    return try spec.paddedNumber(sign: sign, prefix: "", whole: whole, rest: rest)
  }

  /// What a float looks like when the specification names no type.
  enum Untyped {
    /// As `repr`; with a precision like `g` but with at least one digit after the point.
    case asRepr
    /// As `repr` without the point of whole numbers, for the parts of complex numbers.
    case asComplexPart
  }

  /// The text of the absolute value.
  static func magnitude(
    _ value: Double, _ spec: FormatSpec, _ typeName: String, withoutType: Untyped
  ) throws(Raised) -> String {
    let type = spec.type
    let isUpper = type == "E" || type == "F" || type == "G"
    switch type {
    case nil, "e", "E", "f", "F", "g", "G", "n", "%": break
    case .some(let code): throw unknownCode(code, typeName)
    }
    let percent = type == "%" ? "%" : ""
    let shown = type == "%" ? value * 100 : value
    if shown.isNaN { return (isUpper ? "NAN" : "nan") + percent }
    if shown.isInfinite { return (isUpper ? "INF" : "inf") + percent }
    if let precision = spec.precision, precision > 1 << 24 { throw .valueError("precision too big") }
    switch type {
    case "f", "F", "%":
      let text = FloatText.fixed(shown, spec.precision ?? 6)
      return (spec.alternate && spec.precision == 0 ? text + "." : text) + percent
    case "e", "E":
      let (digits, exponent) = FloatText.rounded(shown, spec.precision ?? 6)
      return FloatText.scientific(digits, exponent, type == "E" ? "E" : "e", alternate: spec.alternate)
    case nil where spec.precision == nil: return untyped(shown.magnitude, spec, withoutType)
    default:
      return general(
        shown, precision: max(spec.precision ?? 6, 1), letter: isUpper ? "E" : "e", alternate: spec.alternate,
        isRepr: type == nil && withoutType == .asRepr)
    }
  }

  private static func untyped(_ value: Double, _ spec: FormatSpec, _ untyped: Untyped) -> String {
    if untyped == .asRepr {
      let text = FloatText.repr(value)
      guard spec.alternate, !text.contains("."), let letter = text.firstIndex(of: "e") else { return text }
      return text[..<letter] + "." + text[letter...]
    }
    return FloatText.complexPart(value)
  }

  /// `g`: so many significant digits, in the shorter of the two notations.
  static func general(_ value: Double, precision: Int, letter: String, alternate: Bool, isRepr: Bool = false) -> String {
    var (digits, exponent) =
      value == 0 ? ([UInt8](repeating: 48, count: precision), 0) : FloatText.rounded(value, precision - 1)
    if !alternate { while digits.count > 1, digits[digits.count - 1] == 48 { digits.removeLast() } }
    // Without a type letter the point is kept, so one digit of the precision is for what follows it.
    let limit = isRepr ? precision - 1 : precision
    if exponent < -4 || exponent >= limit {
      return FloatText.scientific(digits, exponent, letter, alternate: alternate)
    }
    let text = FloatText.plain(digits, exponent, minimumFraction: isRepr ? 1 : 0)
    return alternate && !text.contains(".") ? text + "." : text
  }

  /// `format(complex, spec)`.
  package static func format(_ real: Double, _ imaginary: Double, _ specText: String) throws(Raised) -> String {
    if specText.isEmpty { return complexRepr(real, imaginary) }
    let spec = try FormatSpec(specText, for: "complex")
    if spec.fill == "0" { throw .valueError("Zero padding is not allowed in complex format specifier") }
    if spec.alignment == "=" { throw .valueError("'=' alignment flag is not allowed in complex format specifier") }
    var part = spec
    part.width = 0
    part.alignment = nil
    func text(_ value: Double, _ spec: FormatSpec) throws(Raised) -> String {
      if spec.type == "%" { throw unknownCode("%", "complex") }
      let magnitude = try Formatting.magnitude(value, spec, "complex", withoutType: .asComplexPart)
      return spec.signText(isNegative: value.sign == .minus && !value.isNaN) + magnitude
    }
    var second = part
    second.sign = "+"
    let realText = try text(real, part)
    let imaginaryText = try text(imaginary, second) + "j"
    var whole = realText + imaginaryText
    if spec.type == nil {
      if real == 0, real.sign == .plus { whole = try text(imaginary, part) + "j" } else { whole = "(" + whole + ")" }
    }
    return try spec.padded(whole, count: whole.unicodeScalars.count, defaultAlignment: ">")
  }

  /// `repr(complex)`.
  package static func complexRepr(_ real: Double, _ imaginary: Double) -> String {
    let second = FloatText.complexPart(imaginary)
    if real == 0, real.sign == .plus { return second + "j" }
    let isSigned = second.hasPrefix("-")
    return "(" + FloatText.complexPart(real) + (isSigned ? "" : "+") + second + "j)"
  }
}
