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
      mapping = !isText && operand.type.lookup("__getitem__") != nil || operand.cast(to: DictObject.self) != nil ? operand : nil
    }
  }

  /// The text with its conversions replaced.
  mutating func render(_ template: String) throws(Raised) -> String {
    let scalars = Array(template.unicodeScalars)
    var result = String.UnicodeScalarView()
    var index = 0
    var usedMapping = false
    while index < scalars.count {
      if scalars[index] != "%" {
        result.append(scalars[index])
        index += 1
        continue
      }
      index += 1
      var key: Value?
      if index < scalars.count, scalars[index] == "(" {
        key = try readKey(scalars, &index)
        usedMapping = true
      }
      let conversion = try readConversion(scalars, &index)
      guard index < scalars.count else { throw .valueError("incomplete format") }
      let letter = scalars[index]
      index += 1
      if letter == "%" {
        result.append("%")
        continue
      }
      guard "diouxXeEfFgGcrsa".unicodeScalars.contains(letter) || formatsBytes && letter == "b" else {
        let code = String(letter.value, radix: 16)
        let shown = letter.value > 31 && letter.value < 128 ? String(letter) : "?"
        throw .valueError("unsupported format character '\(shown)' (0x\(code)) at index \(index - 1)")
      }
      let value: Value
      if let key { value = key } else { value = try next() }
      result.append(contentsOf: try render(value, letter, conversion).unicodeScalars)
    }
    if !usedMapping, nextIndex < arguments.count, mapping == nil {
      throw .typeError("not all arguments converted during string formatting")
    }
    return String(result)
  }

  private mutating func next() throws(Raised) -> Value {
    guard nextIndex < arguments.count else { throw .typeError("not enough arguments for format string") }
    nextIndex += 1
    return arguments[nextIndex - 1]
  }

  private func readKey(_ scalars: [Unicode.Scalar], _ index: inout Int) throws(Raised) -> Value {
    guard let mapping else { throw .typeError("format requires a mapping") }
    index += 1
    let start = index
    var depth = 1
    while index < scalars.count {
      if scalars[index] == "(" { depth += 1 }
      if scalars[index] == ")" { depth -= 1 }
      if depth == 0 { break }
      index += 1
    }
    guard index < scalars.count else { throw .valueError("incomplete format key") }
    let key = String(String.UnicodeScalarView(scalars[start..<index]))
    index += 1
    return try interpreter.item(mapping, .string(key))
  }

  private mutating func readConversion(_ scalars: [Unicode.Scalar], _ index: inout Int) throws(Raised) -> Conversion {
    var conversion = Conversion()
    flags: while index < scalars.count {
      switch scalars[index] {
      case "-": conversion.leftAligns = true
      case "+": conversion.sign = "+"
      case " ": if conversion.sign == nil { conversion.sign = " " }
      case "#": conversion.alternate = true
      case "0": conversion.zeroPads = true
      default: break flags
      }
      index += 1
    }
    if let width = try readNumber(scalars, &index, "width too big") {
      conversion.width = width
      if width < 0 {
        conversion.leftAligns = true
        conversion.width = -max(width, -Int.max)
      }
    }
    if index < scalars.count, scalars[index] == "." {
      index += 1
      conversion.precision = max(try readNumber(scalars, &index, "precision too big") ?? 0, 0)
    }
    while index < scalars.count, scalars[index] == "h" || scalars[index] == "l" || scalars[index] == "L" { index += 1 }
    return conversion
  }

  private mutating func readNumber(
    _ scalars: [Unicode.Scalar], _ index: inout Int, _ tooBig: String
  ) throws(Raised) -> Int? {
    if index < scalars.count, scalars[index] == "*" {
      index += 1
      guard case .int(let value) = try next() else { throw .typeError("* wants int") }
      return value
    }
    var value: Int?
    while index < scalars.count, scalars[index].value >= 48, scalars[index].value <= 57 {
      let (product, overflow) = (value ?? 0).multipliedReportingOverflow(by: 10)
      if overflow || product > Int.max - 9 { throw .valueError(tooBig) }
      value = product + Int(scalars[index].value) - 48
      index += 1
    }
    return value
  }

  private func render(_ value: Value, _ letter: Unicode.Scalar, _ conversion: Conversion) throws(Raised) -> String {
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
