import Glibc

/// A float as text: shortest digits that read back as the same number, or a fixed count of correctly rounded ones.
package enum FloatText {
  /// `repr(value)`.
  package static func repr(_ value: Double) -> String {
    if let special = special(value) { return special }
    // Swift prints the shortest digits too, in another layout: plain from 2^-10 or so up to 2^54.
    let magnitude = value.magnitude
    if magnitude >= 0.001, magnitude < 9e15 { return value.description }
    if value == 0 { return value.sign == .minus ? "-0.0" : "0.0" }
    let (digits, exponent) = shortest(value)
    let sign = value.sign == .minus ? "-" : ""
    if exponent < -4 || exponent >= 16 { return sign + scientific(digits, exponent, "e") }
    return sign + plain(digits, exponent, minimumFraction: 1)
  }

  /// The part of a complex number: `repr` without `.0`.
  package static func complexPart(_ value: Double) -> String {
    let text = repr(value)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// `inf`, `-inf`, `nan`; nil for finite numbers.
  static func special(_ value: Double) -> String? {
    if value.isNaN { return "nan" }
    if value.isInfinite { return value < 0 ? "-inf" : "inf" }
    return nil
  }

  /// The shortest digits of a finite non-zero number and the exponent of the first: 0.05 is (5, -2).
  static func shortest(_ value: Double) -> (digits: [UInt8], exponent: Int) {
    var digits: [UInt8] = []
    var exponent = 0
    var point = -1
    var isExponent = false
    var isNegative = false
    for byte in value.magnitude.description.utf8 {
      switch byte {
      case 48...57:
        if isExponent { exponent = exponent * 10 + Int(byte - 48) } else { digits.append(byte) }
      case 46: point = digits.count
      case 101: isExponent = true
      case 45: isNegative = true
      default: break
      }
    }
    if isNegative { exponent = -exponent }
    exponent += (point < 0 ? digits.count : point) - 1
    let zeros = digits.prefix { $0 == 48 }.count
    digits.removeFirst(min(zeros, digits.count - 1))
    exponent -= zeros
    while digits.count > 1, digits[digits.count - 1] == 48 { digits.removeLast() }
    return (digits, exponent)
  }

  /// `d.ddde+XX`.
  static func scientific(_ digits: [UInt8], _ exponent: Int, _ letter: String, alternate: Bool = false) -> String {
    var text = String(decoding: digits.prefix(1), as: UTF8.self)
    if digits.count > 1 || alternate { text += "." + String(decoding: digits.dropFirst(), as: UTF8.self) }
    let size = String(abs(exponent))
    return text + letter + (exponent < 0 ? "-" : "+") + (size.count < 2 ? "0" + size : size)
  }

  /// Plain decimal notation with at least so many digits after the point (none, and no point, for 0).
  static func plain(_ digits: [UInt8], _ exponent: Int, minimumFraction: Int) -> String {
    var whole: [UInt8] = []
    var fraction: [UInt8] = []
    if exponent < 0 {
      whole = [48]
      fraction = [UInt8](repeating: 48, count: -exponent - 1) + digits
    } else if digits.count <= exponent + 1 {
      whole = digits + [UInt8](repeating: 48, count: exponent + 1 - digits.count)
    } else {
      whole = Array(digits[...exponent])
      fraction = Array(digits[(exponent + 1)...])
    }
    while fraction.count < minimumFraction { fraction.append(48) }
    let text = String(decoding: whole, as: UTF8.self)
    return fraction.isEmpty ? text : text + "." + String(decoding: fraction, as: UTF8.self)
  }

  /// The magnitude of a finite number with so many digits after the point, correctly rounded.
  static func fixed(_ value: Double, _ precision: Int) -> String { print(value.magnitude, precision, "f") }

  /// The magnitude of a finite number as so many digits after the first and the exponent of the first, correctly rounded.
  static func rounded(_ value: Double, _ precision: Int) -> (digits: [UInt8], exponent: Int) {
    let text = Array(print(value.magnitude, precision, "e").utf8)
    let letter = text.firstIndex(of: 101) ?? text.count
    var exponent = 0
    for byte in text[min(letter + 2, text.count)...] { exponent = exponent * 10 + Int(byte - 48) }
    if letter + 1 < text.count, text[letter + 1] == 45 { exponent = -exponent }
    return (text[..<letter].filter { $0 != 46 }, exponent)
  }

  /// The C library rounds correctly, halves to even.
  private static func print(_ value: Double, _ precision: Int, _ letter: String) -> String {
    if precision <= 100, letter == "e" || value < 1e60 {
      return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 512) { buffer in
        guard let base = buffer.baseAddress else { return "" }
        let length = NumberText.write(value, precision, letter == "e" ? 101 : 102, base)
        return String(decoding: UnsafeBufferPointer(start: base, count: length), as: UTF8.self)
      }
    }
    let format = "%.\(precision)\(letter)"
    var buffer = [CChar](repeating: 0, count: precision + 330)
    let length = withVaList([value]) { vsnprintf(&buffer, buffer.count, format, $0) }
    return String(decoding: buffer.prefix(Int(length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// `round(value, places)`: the nearest number with so many decimal places, exact halves to even.
  package static func round(_ value: Double, places: Int) -> Double {
    if !value.isFinite || value == 0 || places > 323 { return value }
    if places < -308 { return value < 0 ? -0.0 : 0.0 }
    if places >= 0 {
      // A double with 2^52 or more has no fraction.
      if value.magnitude >= 0x1p52 { return value }
      let result = Double(fixed(value, places)) ?? value.magnitude
      return value.sign == .minus ? -result : result
    }
    var digits = Array(fixed(value.magnitude.rounded(.towardZero), 0).utf8)
    let hasFraction = value.magnitude.rounded(.towardZero) != value.magnitude
    let dropped = -places
    if dropped > digits.count { return value.sign == .minus ? -0.0 : 0.0 }
    if dropped == digits.count { digits.insert(48, at: 0) }
    let split = digits.count - dropped
    let tail = digits[split...]
    let isHalf = tail.first == 53 && tail.dropFirst().allSatisfy { $0 == 48 } && !hasFraction
    let roundsUp = isHalf ? (digits[split - 1] & 1) == 1 : (tail.first ?? 48) >= 53
    var head = Array(digits[..<split])
    if roundsUp {
      var index = head.count - 1
      while index >= 0, head[index] == 57 {
        head[index] = 48
        index -= 1
      }
      if index >= 0 { head[index] += 1 } else { head.insert(49, at: 0) }
    }
    let text = String(decoding: head, as: UTF8.self) + "e\(dropped)"
    let result = Double(text) ?? value.magnitude
    return value.sign == .minus ? -result : result
  }

  /// Reads what `float(text)` accepts; nil otherwise.
  package static func parse(_ text: String) -> Double? {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      if scalar.value < 128 {
        bytes.append(UInt8(scalar.value))
      } else if scalar.properties.isWhitespace {
        bytes.append(32)
      } else if let digit = scalar.properties.numericType == .decimal ? scalar.properties.numericValue : nil {
        bytes.append(48 + UInt8(digit))
      } else {
        return nil
      }
    }
    func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte >= 9 && byte <= 13 || byte >= 28 && byte <= 31 }
    while let last = bytes.last, isBlank(last) { bytes.removeLast() }
    var body = bytes[...]
    while let first = body.first, isBlank(first) { body.removeFirst() }
    var isNegative = false
    if let first = body.first, first == 43 || first == 45 {
      isNegative = first == 45
      body.removeFirst()
    }
    let word = String(decoding: body, as: UTF8.self).lowercased()
    switch word {
    case "inf", "infinity": return isNegative ? -.infinity : .infinity
    case "nan": return isNegative ? -.nan : .nan
    default: break
    }
    guard let cleaned = decimalLiteral(Array(body)) else { return nil }
    guard let value = Double(cleaned) else { return nil }
    return isNegative ? -value : value
  }

  /// Checks `digits [. digits] [e [sign] digits]` with underscores between digits, and gives it in the form that Swift reads.
  private static func decimalLiteral(_ bytes: [UInt8]) -> String? {
    var index = 0
    var result: [UInt8] = []
    func isDigit(_ position: Int) -> Bool { position < bytes.count && bytes[position] >= 48 && bytes[position] <= 57 }
    func digits() -> Int? {
      var count = 0
      while index < bytes.count {
        if isDigit(index) {
          result.append(bytes[index])
          count += 1
        } else if bytes[index] == 95 {
          guard count > 0, isDigit(index + 1), isDigit(index - 1) else { return nil }
        } else {
          break
        }
        index += 1
      }
      return count
    }
    guard let whole = digits() else { return nil }
    if whole == 0 { result.append(48) }
    var fraction = 0
    if index < bytes.count, bytes[index] == 46 {
      index += 1
      result.append(46)
      guard let count = digits() else { return nil }
      fraction = count
      if count == 0 { result.append(48) }
    }
    if whole + fraction == 0 { return nil }
    if index < bytes.count, bytes[index] | 32 == 101 {
      index += 1
      result.append(101)
      if index < bytes.count, bytes[index] == 43 || bytes[index] == 45 {
        result.append(bytes[index])
        index += 1
      }
      guard let count = digits(), count > 0 else { return nil }
    }
    return index == bytes.count ? String(decoding: result, as: UTF8.self) : nil
  }
}
