import Glibc
import Interpreter
import Tensors

/// The visible elements of an array as texts of one width.
enum ElementCells {
  static func cells(_ values: [Value], _ type: ElementType, isScalar: Bool, _ options: ArrayPrintOptions) throws(Raised)
    -> [String]
  {
    if let function = options.formatter(type) {
      var texts: [String] = []
      for value in values { texts.append(try Interpreter.current.str(Interpreter.current.call(function, [value]))) }
      return texts
    }
    switch type {
    case .text, .object:
      var texts: [String] = []
      for value in values {
        let text = try Interpreter.current.repr(PooledArrays.plain(value))
        texts.append(value.cast(to: ListObject.self) != nil ? "list(\(text))" : text)
      }
      return texts
    case .number(let dtype):
      let numbers = values.map { ArrayScalar.parts($0)?.scalar ?? .int(0) }
      if dtype.isFloatingPoint { return FloatCells(numbers.map(\.doubleValue), dtype, options).texts }
      if dtype == .bool { return numbers.map { $0.boolValue ? (isScalar ? "True" : " True") : "False" } }
      let texts = numbers.map { number in
        let value = number.intValue
        return (value >= 0 && options.sign != "-" ? options.sign : "") + String(value)
      }
      let width = texts.map(\.utf8.count).max() ?? 0
      return texts.map { String(repeating: " ", count: width - $0.utf8.count) + $0 }
    }
  }
}

/// Floating-point numbers aligned at their points: the fewest digits that tell them apart, at most `precision` after the point.
struct FloatCells {
  private(set) var texts: [String] = []
  private let options: ArrayPrintOptions
  private let dtype: DType
  private var isScientific = false

  init(_ values: [Double], _ dtype: DType, _ options: ArrayPrintOptions) {
    self.options = options
    self.dtype = dtype
    let isSingle = dtype != .float64
    let finite = values.filter(\.isFinite)
    let magnitudes = finite.map(\.magnitude).filter { $0 != 0 }
    if let low = magnitudes.min(), let high = magnitudes.max() {
      let ratio = isSingle ? Double(Float(high) / Float(low)) : high / low
      isScientific =
        high >= min(dtype.plainLimit, 1e8)
        || !options.suppresses && ((isSingle ? Double(Float(low)) < Double(Float(1e-4)) : low < 1e-4) || ratio > 1000)
    }
    let parts = values.map { $0.isFinite ? digits($0) : nil }
    let found = parts.compactMap { $0 }
    var left = found.map(\.whole.utf8.count).max() ?? 0
    var right = found.map(\.fraction.utf8.count).max() ?? 0
    if options.floatMode == "fixed", let precision = options.precision, !found.isEmpty { right = precision }
    let fraction = right
    let exponentSize = max(2, found.map(\.exponent.utf8.count).max() ?? 2)
    if isScientific { right += exponentSize + 2 }
    if finite.count < values.count {
      let hasNegative = options.sign != "-" || values.contains(-.infinity)
      left = max(
        left, options.nanText.unicodeScalars.count - right - 1,
        options.infinityText.unicodeScalars.count + (hasNegative ? 1 : 0) - right - 1)
    }
    let padsZeros = isScientific || options.floatMode == "fixed" || options.floatMode == "maxprec_equal"
    texts = zip(values, parts).map { value, part in
      guard let part else {
        let plus = options.sign == "+" ? "+" : ""
        let word = value.isNaN ? plus + options.nanText : (value < 0 ? "-" : plus) + options.infinityText
        return String(repeating: " ", count: max(left + right + 1 - word.unicodeScalars.count, 0)) + word
      }
      let missing = max(fraction - part.fraction.utf8.count, 0)
      var text = String(repeating: " ", count: left - part.whole.utf8.count) + part.whole + "." + part.fraction
      text += String(repeating: padsZeros ? "0" : " ", count: missing)
      if isScientific {
        text +=
          "e" + (part.isSmall ? "-" : "+") + String(repeating: "0", count: exponentSize - part.exponent.utf8.count)
          + part.exponent
      }
      return text
    }
  }

  private struct Digits {
    var whole = ""
    var fraction = ""
    var exponent = ""
    var isSmall = false

    mutating func setExponent(_ power: Int) {
      isSmall = power < 0
      exponent = String(power.magnitude)
      if exponent.utf8.count < 2 { exponent = "0" + exponent }
    }
  }

  private func digits(_ value: Double) -> Digits {
    let sign = value.sign == .minus ? "-" : options.sign == "-" ? "" : options.sign
    // The float's shortest digits read as a double have the same shortest digits.
    let twin = dtype.shortest(value)
    var (digits, place) = FloatCells.shortest(twin)  // The point stands before digits[place].
    let precision = options.floatMode == "unique" ? nil : options.precision
    if let precision, isScientific ? digits.count > precision + 1 : digits.count - place > precision {
      return rounded(value, sign, precision)
    }
    var result = Digits()
    if isScientific {
      result.whole = sign + String(decoding: digits.prefix(1), as: UTF8.self)
      result.fraction = String(decoding: digits.dropFirst(), as: UTF8.self)
      result.setExponent(value == 0 ? 0 : place - 1)
    } else if place <= 0 {
      result.whole = sign + "0"
      result.fraction = value == 0 ? "" : String(repeating: "0", count: -place) + String(decoding: digits, as: UTF8.self)
    } else {
      digits += [UInt8](repeating: 48, count: max(place - digits.count, 0))
      result.whole = sign + String(decoding: digits[..<place], as: UTF8.self)
      result.fraction = String(decoding: digits[place...], as: UTF8.self)
    }
    return result
  }

  /// The shortest digits with an exponent of at least two.
  static func scientific(_ value: Double) -> String {
    let (digits, place) = shortest(value)
    let power = place - 1
    let fraction = String(decoding: digits.dropFirst(), as: UTF8.self)
    let exponent = (power.magnitude < 10 ? "0" : "") + String(power.magnitude)
    return (value < 0 ? "-" : "") + String(decoding: digits.prefix(1), as: UTF8.self) + (fraction.isEmpty ? "" : "." + fraction)
      + "e"
      + (power < 0 ? "-" : "+") + exponent
  }

  /// The significant digits of a finite number, and before which of them the point stands.
  private static func shortest(_ value: Double) -> (digits: [UInt8], place: Int) {
    if value == 0 { return ([48], 1) }
    var text = Array(value.magnitude.description.utf8)
    var power = 0
    if let mark = text.firstIndex(of: 101) {
      power = Int(String(decoding: text[(mark + 1)...], as: UTF8.self)) ?? 0
      text.removeSubrange(mark...)
    }
    var place = (text.firstIndex(of: 46) ?? text.count) + power
    var digits = text.filter { $0 != 46 }
    while digits.count > 1, digits[0] == 48 {
      digits.removeFirst()
      place -= 1
    }
    while digits.count > 1, digits[digits.count - 1] == 48 { digits.removeLast() }
    return (digits, place)
  }

  /// More digits than are shown: the exact value decides how they round.
  private func rounded(_ value: Double, _ sign: String, _ precision: Int) -> Digits {
    var buffer = [CChar](repeating: 0, count: 400 + precision)
    _ = withVaList([Int32(clamping: precision), value.magnitude]) { list in
      vsnprintf(&buffer, buffer.count, isScientific ? "%.*e" : "%.*f", list)
    }
    let text = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let halves = text.split(separator: "e")
    let parts = (halves.first ?? "").split(separator: ".")
    var result = Digits()
    result.whole = sign + (parts.first ?? "")
    result.fraction = parts.count > 1 ? String(parts[1]) : ""
    while result.fraction.hasSuffix("0") { result.fraction.removeLast() }
    if isScientific { result.setExponent(Int(halves.last ?? "") ?? 0) }
    return result
  }
}

extension DType {
  /// The double that has the same shortest digits as a number of the dtype.
  func shortest(_ value: Double) -> Double {
    switch self {
    case .float16: Double(Float16(value).description) ?? value
    case .float32: Double(Float(value).description) ?? value
    default: value
    }
  }

  /// From where on single numbers of the dtype are written with an exponent.
  var plainLimit: Double {
    switch self {
    case .float16: 1e3
    case .float32: 1e6
    default: 1e16
    }
  }
}
