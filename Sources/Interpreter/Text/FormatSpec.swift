/// The characters of a specification: up to sixteen ASCII ones, which nearly all have, without an array.
private struct SpecText {
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  private var all: [Unicode.Scalar]?
  let count: Int

  init(_ text: String) {
    var number = 0
    for byte in text.utf8 {
      if number == 16 || byte >= 128 {
        let scalars = Array(text.unicodeScalars)
        all = scalars
        count = scalars.count
        return
      }
      if number < 8 { low |= UInt64(byte) << UInt64(number * 8) } else { high |= UInt64(byte) << UInt64(number * 8 - 64) }
      number += 1
    }
    count = number
  }

  @inline(__always) subscript(index: Int) -> Unicode.Scalar {
    if let all { return all[index] }
    let word = index < 8 ? low >> UInt64(index * 8) : high >> UInt64(index * 8 - 64)
    return Unicode.Scalar(UInt8(truncatingIfNeeded: word))
  }
}

/// A parsed format specification: `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`.
package struct FormatSpec {
  package var fill: Unicode.Scalar = " "
  /// `<`, `>`, `=`, `^`, or nil for the type's own.
  package var alignment: Unicode.Scalar?
  /// `+`, `-`, space, or nil.
  package var sign: Unicode.Scalar?
  package var coercesNegativeZero = false
  package var alternate = false
  package var width = 0
  /// `,`, `_` or nil.
  package var grouping: Unicode.Scalar?
  package var precision: Int?
  package var type: Unicode.Scalar?
  /// Whether a fill was written (a `0` before the width counts).
  private(set) var hasFill = false

  /// Widths and precisions beyond this are refused, as CPython refuses those beyond 64 bits; the result would not fit in memory.
  static let maximumWidth = 1 << 31

  /// The type letter alone.
  init(type: Unicode.Scalar) { self.type = type }

  /// Reads a specification for values of a type whose name is used in messages.
  package init(_ text: String, for typeName: String) throws(Raised) {
    if text.isEmpty { return }
    let scalars = SpecText(text)
    var index = 0
    func at(_ position: Int) -> Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }
    if let second = at(1), FormatSpec.isAlignment(second) {
      fill = scalars[0]
      alignment = second
      hasFill = true
      index = 2
    } else if let first = at(0), FormatSpec.isAlignment(first) {
      alignment = first
      index = 1
    }
    if let next = at(index), next == "+" || next == "-" || next == " " {
      sign = next
      index += 1
    }
    if at(index) == "z" {
      coercesNegativeZero = true
      index += 1
    }
    if at(index) == "#" {
      alternate = true
      index += 1
    }
    if at(index) == "0", !hasFill {
      fill = "0"
      if alignment == nil, typeName != "str" { alignment = "=" }
      index += 1
    }
    if let number = try FormatSpec.number(scalars, &index) { width = number }
    if at(index) == "," {
      grouping = ","
      index += 1
    }
    if at(index) == "_" {
      if grouping != nil { throw .valueError("Cannot specify both ',' and '_'.") }
      grouping = "_"
      index += 1
    }
    if at(index) == "," {
      if grouping == "_" { throw .valueError("Cannot specify both ',' and '_'.") }
      if grouping == "," { throw .valueError("Cannot specify ',' with ','.") }
    }
    if at(index) == "." {
      index += 1
      guard let number = try FormatSpec.number(scalars, &index) else { throw .valueError("Format specifier missing precision") }
      precision = number
    }
    if scalars.count - index > 1 {
      throw .valueError("Invalid format specifier '\(text)' for object of type '\(typeName)'")
    }
    type = at(index)
    if let grouping, let type {
      switch type {
      case "d", "e", "f", "g", "E", "G", "%", "F": break
      case "b", "o", "x", "X":
        if grouping == "," { throw .valueError("Cannot specify ',' with '\(type)'.") }
      default: throw .valueError("Cannot specify '\(grouping)' with '\(type)'.")
      }
    }
  }

  private static func isAlignment(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "<" || scalar == ">" || scalar == "=" || scalar == "^"
  }

  private static func number(_ scalars: SpecText, _ index: inout Int) throws(Raised) -> Int? {
    let start = index
    var value = 0
    while index < scalars.count, let digit = decimalDigit(scalars[index]) {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      if overflow || product > Int.max - digit { throw .valueError("Too many decimal digits in format string") }
      value = product + digit
      index += 1
    }
    return index == start ? nil : value
  }

  private static func decimalDigit(_ scalar: Unicode.Scalar) -> Int? {
    if scalar.value >= 48, scalar.value <= 57 { return Int(scalar.value) - 48 }
    return nil
  }

  /// Puts text of a known length in code points into the width.
  func padded(_ text: String, count: Int, defaultAlignment: Unicode.Scalar) throws(Raised) -> String {
    if width <= count { return text }
    let total = width - count
    if total > FormatSpec.maximumWidth { throw .memoryError("") }
    switch alignment ?? defaultAlignment {
    case "<", "=": return text + repeated(fill, total)
    case "^": return repeated(fill, total / 2) + text + repeated(fill, total - total / 2)
    default: return repeated(fill, total) + text
    }
  }

  /// Puts a number into the width: sign, prefix, grouped digits of the whole part, rest.
  func paddedNumber(sign: String, prefix: String, whole: String, rest: String) throws(Raised) -> String {
    var digits = whole
    if let grouping {
      let size = type == "b" || type == "o" || type == "x" || type == "X" ? 4 : 3
      // Zeros that fill the width are grouped with the digits.
      let least = fill == "0" && alignment == "=" ? width - sign.utf8.count - prefix.utf8.count - rest.utf8.count : 0
      if least > FormatSpec.maximumWidth { throw .memoryError("") }
      digits = FormatSpec.grouped(whole, String(grouping), size, least: least)
    }
    let count = sign.utf8.count + prefix.utf8.count + digits.utf8.count + rest.utf8.count
    if width <= count { return sign + prefix + digits + rest }
    if width - count > FormatSpec.maximumWidth { throw .memoryError("") }
    if alignment == "=" { return sign + prefix + repeated(fill, width - count) + digits + rest }
    return try padded(sign + prefix + digits + rest, count: count, defaultAlignment: ">")
  }

  /// Digits with separators from the right, filled with zeros to a least width.
  private static func grouped(_ digits: String, _ separator: String, _ size: Int, least: Int) -> String {
    var reversed: [UInt8] = []
    let source = Array(digits.utf8.reversed())
    let mark = separator.utf8.first ?? 44
    var index = 0
    while index < source.count || reversed.count < least {
      if index > 0, index % size == 0 {
        reversed.append(mark)
        if index >= source.count, reversed.count >= least {
          // A leading separator is never printed: one more zero stands before it.
          reversed.append(48)
          break
        }
      }
      reversed.append(index < source.count ? source[index] : 48)
      index += 1
    }
    return String(decoding: reversed.reversed(), as: UTF8.self)
  }

  private func repeated(_ scalar: Unicode.Scalar, _ count: Int) -> String { String(repeating: String(scalar), count: count) }

  /// What goes before a number.
  func signText(isNegative: Bool) -> String {
    if isNegative { return "-" }
    switch sign {
    case "+": return "+"
    case " ": return " "
    default: return ""
    }
  }
}
