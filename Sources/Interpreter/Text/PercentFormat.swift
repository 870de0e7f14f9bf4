/// `text % arguments`.
struct PercentFormat {
  let interpreter: Interpreter
  private let arguments: [Value]
  private let mapping: Value?
  private var nextIndex = 0
  /// Whether the template is `bytes`, decoded as Latin-1; `%s` then takes bytes.
  var formatsBytes = false

  /// One conversion: `%[(key)][flags][width][.precision]letter`.
  private struct Conversion {
    var leftAligns = false
    var sign: Unicode.Scalar?
    var alternate = false
    var zeroPads = false
    var width = 0
    var precision: Int?
    /// Whether nothing but the letter stands after the `%`.
    var isBare: Bool {
      width == 0 && precision == nil && sign == nil && !leftAligns && !alternate && !zeroPads
    }
    /// The same as a specification of `format`.
    func spec(_ letter: Unicode.Scalar) -> FormatSpec {
      var spec = FormatSpec(type: letter)
      spec.alignment = leftAligns ? "<" : zeroPads ? "=" : nil
      if zeroPads, !leftAligns { spec.fill = "0" }
      spec.sign = sign
      spec.alternate = alternate
      spec.width = width
      spec.precision = precision
      return spec
    }
  }

  /// The operand as `%` sees it: a tuple gives several arguments, a mapping may be used by key.
  init(_ interpreter: Interpreter, _ operand: Value) {
    self.interpreter = interpreter
    if let tuple = operand.cast(to: TupleObject.self) {
      arguments = tuple.elements
      mapping = nil
    } else {
      arguments = [operand]
      let isText = operand.cast(to: StrObject.self) != nil
      mapping =
        !isText && (operand.type.lookup("__getitem__") != nil || operand.type === TypeObject.instanceDict)
          || operand.cast(to: DictObject.self) != nil ? operand : nil
    }
  }

  /// The text with its conversions replaced.
  mutating func render(_ template: String) throws(Raised) -> String {
    let bytes = Array(template.utf8)
    var result = ""
    var index = 0
    var usedMapping = false
    while index < bytes.count {
      let start = index
      while index < bytes.count, bytes[index] != 37 { index += 1 }
      if index > start { result += String(decoding: bytes[start..<index], as: UTF8.self) }
      if index == bytes.count { break }
      index += 1
      var key: Value?
      if index < bytes.count, bytes[index] == 40 {
        key = try readKey(bytes, &index)
        usedMapping = true
      }
      let conversion = try readConversion(bytes, &index)
      guard index < bytes.count else { throw .valueError("incomplete format") }
      let letter = Unicode.Scalar(bytes[index])
      index += 1
      if letter == "%" {
        result += "%"
        continue
      }
      guard PercentFormat.isConversion(letter) || formatsBytes && letter == "b" else {
        throw unsupported(template, before: index - 1)
      }
      let value: Value
      if let key { value = key } else { value = try next() }
      if letter == "d", conversion.isBare, case .int(let number) = value {
        result += String(number)
      } else {
        result += try render(value, letter, conversion)
      }
    }
    if !usedMapping, nextIndex < arguments.count, mapping == nil {
      throw .typeError("not all arguments converted during string formatting")
    }
    return result
  }

  private static func isConversion(_ letter: Unicode.Scalar) -> Bool {
    switch letter {
    case "d", "i", "o", "u", "x", "X", "e", "E", "f", "F", "g", "G", "c", "r", "s", "a": true
    default: false
    }
  }

  private func unsupported(_ template: String, before byteOffset: Int) -> Raised {
    let place = template.utf8.index(template.startIndex, offsetBy: byteOffset)
    let letter = template.unicodeScalars[place]
    let code = String(letter.value, radix: 16)
    let shown = letter.value > 31 && letter.value < 128 ? String(letter) : "?"
    let index = template.unicodeScalars[..<place].count
    return .valueError("unsupported format character '\(shown)' (0x\(code)) at index \(index)")
  }

  private mutating func next() throws(Raised) -> Value {
    guard nextIndex < arguments.count else { throw .typeError("not enough arguments for format string") }
    nextIndex += 1
    return arguments[nextIndex - 1]
  }

  private func readKey(_ bytes: [UInt8], _ index: inout Int) throws(Raised) -> Value {
    guard let mapping else { throw .typeError("format requires a mapping") }
    index += 1
    let start = index
    var depth = 1
    while index < bytes.count {
      if bytes[index] == 40 { depth += 1 }
      if bytes[index] == 41 { depth -= 1 }
      if depth == 0 { break }
      index += 1
    }
    guard index < bytes.count else { throw .valueError("incomplete format key") }
    let key = String(decoding: bytes[start..<index], as: UTF8.self)
    index += 1
    return try interpreter.item(mapping, .string(key))
  }

  private mutating func readConversion(_ bytes: [UInt8], _ index: inout Int) throws(Raised) -> Conversion {
    var conversion = Conversion()
    flags: while index < bytes.count {
      switch Unicode.Scalar(bytes[index]) {
      case "-": conversion.leftAligns = true
      case "+": conversion.sign = "+"
      case " ": if conversion.sign == nil { conversion.sign = " " }
      case "#": conversion.alternate = true
      case "0": conversion.zeroPads = true
      default: break flags
      }
      index += 1
    }
    if let width = try readNumber(bytes, &index, "width too big") {
      conversion.width = width
      if width < 0 {
        conversion.leftAligns = true
        conversion.width = -max(width, -Int.max)
      }
    }
    if index < bytes.count, bytes[index] == 46 {
      index += 1
      conversion.precision = max(try readNumber(bytes, &index, "precision too big") ?? 0, 0)
    }
    while index < bytes.count, bytes[index] == 104 || bytes[index] == 108 || bytes[index] == 76 { index += 1 }
    return conversion
  }

  private mutating func readNumber(
    _ bytes: [UInt8], _ index: inout Int, _ tooBig: String
  ) throws(Raised) -> Int? {
    if index < bytes.count, bytes[index] == 42 {
      index += 1
      guard case .int(let value) = try next() else { throw .typeError("* wants int") }
      return value
    }
    var value: Int?
    while index < bytes.count, bytes[index] >= 48, bytes[index] <= 57 {
      let (product, overflow) = (value ?? 0).multipliedReportingOverflow(by: 10)
      if overflow || product > Int.max - 9 { throw .valueError(tooBig) }
      value = product + Int(bytes[index]) - 48
      index += 1
    }
    return value
  }

  private func render(_ value: Value, _ letter: Unicode.Scalar, _ conversion: Conversion) throws(Raised) -> String {
    switch (letter, value) {
    case ("f", .float(let number)), ("e", .float(let number)), ("g", .float(let number)):
      if let text = NumberText.format(number, conversion.spec(letter)) { return text }
    case ("d", .int(let number)):
      if let text = NumberText.format(number, conversion.spec(letter)) { return text }
    default: break
    }
    switch letter {
    case "s" where formatsBytes, "b" where formatsBytes:
      return try padded(try TextEncoding.decode(try BytesMethods.bytes(of: value), "latin-1"), conversion)
    case "s", "r", "a":
      var text = letter == "s" ? try interpreter.str(value) : try interpreter.repr(value)
      if letter == "a" { text = TextEscapes.ascii(text) }
      if let precision = conversion.precision { text = String(text.unicodeScalars.prefix(precision)) }
      return try padded(text, conversion)
    case "c": return try padded(try character(value), conversion)
    case "d", "i", "u", "o", "x", "X": return try integer(value, letter, conversion)
    default: return try float(value, letter, conversion)
    }
  }

  private func padded(_ text: String, _ conversion: Conversion) throws(Raised) -> String {
    if conversion.width == 0 { return text }
    let count = text.unicodeScalars.count
    if conversion.width <= count { return text }
    if conversion.width > FormatSpec.maximumWidth { throw .memoryError("") }
    let blanks = String(repeating: " ", count: conversion.width - count)
    return conversion.leftAligns ? text + blanks : blanks + text
  }

  private func character(_ value: Value) throws(Raised) -> String {
    if let text = value.stringValue {
      if text.unicodeScalars.count == 1 { return text }
      throw .typeError("%c requires int or char")
    }
    guard value.bigInt != nil else { throw .typeError("%c requires int or char") }
    guard let code = value.intValue, let small = UInt32(exactly: code), let scalar = Unicode.Scalar(small) else {
      throw .overflowError("%c arg not in range(0x110000)")
    }
    return String(scalar)
  }

  private func integer(_ value: Value, _ letter: Unicode.Scalar, _ conversion: Conversion) throws(Raised) -> String {
    let number = try wholeNumber(value, letter)
    let radix = letter == "o" ? 8 : letter == "x" || letter == "X" ? 16 : 10
    var digits = number.magnitude.digits(radix: radix, uppercase: letter == "X")
    if let precision = conversion.precision, precision > digits.utf8.count {
      if precision > FormatSpec.maximumWidth { throw .memoryError("") }
      digits = String(repeating: "0", count: precision - digits.utf8.count) + digits
    }
    let prefix = conversion.alternate && radix != 10 ? "0" + String(letter) : ""
    return try paddedNumber(digits, prefix, isNegative: number.sign == .minus, conversion)
  }

  private func wholeNumber(_ value: Value, _ letter: Unicode.Scalar) throws(Raised) -> BigInt {
    if let number = value.bigInt { return number }
    let isDecimal = letter == "d" || letter == "i" || letter == "u"
    if case .float(let number) = value, isDecimal {
      if number.isNaN { throw .valueError("cannot convert float NaN to integer") }
      if number.isInfinite { throw .overflowError("cannot convert float infinity to integer") }
      return BigInt(number.rounded(.towardZero))
    }
    // `%d` takes what `int()` takes; the others want whole numbers.
    if isDecimal, let slot = value.type.slots.int { return try slot(value).bigInt ?? 0 }
    if let slot = value.type.slots.index { return try slot(value).bigInt ?? 0 }
    let wanted = isDecimal ? "a real number is required" : "an integer is required"
    throw .typeError("%\(letter) format: \(wanted), not \(value.type.name)")
  }

  private func float(_ value: Value, _ letter: Unicode.Scalar, _ conversion: Conversion) throws(Raised) -> String {
    let number: Double
    if let known = value.doubleValue {
      number = known
    } else if let slot = value.type.slots.float {
      number = try slot(value)
    } else {
      number = try interpreter.double(value)
    }
    let precision = conversion.precision ?? 6
    if precision > 1 << 24 { throw .valueError("precision too big") }
    let magnitude: String
    if number.isNaN || number.isInfinite {
      let word = number.isNaN ? "nan" : "inf"
      magnitude = letter == "E" || letter == "F" || letter == "G" ? word.uppercased() : word
    } else {
      switch letter {
      case "f", "F":
        let text = FloatText.fixed(number, precision)
        magnitude = conversion.alternate && precision == 0 ? text + "." : text
      case "e", "E":
        let (digits, exponent) = FloatText.rounded(number, precision)
        magnitude = FloatText.scientific(digits, exponent, String(letter), alternate: conversion.alternate)
      default:
        magnitude = Formatting.general(
          number, precision: max(precision, 1), letter: letter == "G" ? "E" : "e", alternate: conversion.alternate)
      }
    }
    return try paddedNumber(magnitude, "", isNegative: number.sign == .minus && !number.isNaN, conversion)
  }

  private func paddedNumber(
    _ digits: String, _ prefix: String, isNegative: Bool, _ conversion: Conversion
  ) throws(Raised) -> String {
    let sign = isNegative ? "-" : conversion.sign.map { String($0) } ?? ""
    let count = sign.utf8.count + prefix.utf8.count + digits.utf8.count
    if conversion.width <= count { return sign + prefix + digits }
    if conversion.width > FormatSpec.maximumWidth { throw .memoryError("") }
    let missing = conversion.width - count
    if conversion.leftAligns { return sign + prefix + digits + String(repeating: " ", count: missing) }
    if conversion.zeroPads { return sign + prefix + String(repeating: "0", count: missing) + digits }
    return String(repeating: " ", count: missing) + sign + prefix + digits
  }
}
