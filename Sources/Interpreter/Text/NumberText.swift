import Glibc

/// Numbers put together in a buffer on the stack: what formatting in a loop mostly asks for, without a string for each step.
enum NumberText {
  private static let capacity = 512

  /// `format(value, spec)` for `f`, `e`, `g` and a bare precision; nil where something unusual is asked for.
  static func format(_ value: Double, _ spec: FormatSpec) -> String? {
    let precision = spec.precision ?? 6
    guard value.isFinite, precision <= 100, isPlain(spec) else { return nil }
    let letter: UInt8
    switch spec.type {
    case "f", "F": letter = 102
    case "e": letter = 101
    case "g": letter = 103
    case nil where spec.precision != nil: letter = 114
    default: return nil
    }
    if letter == 102, value.magnitude >= 1e60 { return nil }
    return text(spec, isNegative: value.sign == .minus) { buffer in
      letter == 114
        ? writeShort(value.magnitude, Swift.max(precision, 1), buffer) : write(value.magnitude, precision, letter, buffer)
    }
  }

  /// `format(value, spec)` for `d` or no letter; nil where something unusual is asked for.
  static func format(_ value: Int, _ spec: FormatSpec) -> String? {
    guard spec.type == nil || spec.type == "d", spec.precision == nil, isPlain(spec) else { return nil }
    return text(spec, isNegative: value < 0) { buffer in write(value.magnitude, buffer) }
  }

  private static func isPlain(_ spec: FormatSpec) -> Bool {
    spec.grouping == nil && !spec.coercesNegativeZero && !spec.alternate && spec.width <= 200 && spec.fill.value < 128
  }

  /// Sign, digits and padding.
  private static func text(
    _ spec: FormatSpec, isNegative: Bool, _ digits: (UnsafeMutablePointer<UInt8>) -> Int
  ) -> String {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity) { buffer in
      guard let base = buffer.baseAddress else { return "" }
      // The width's room stands before the number.
      let body = base + 200
      var signLength = 0
      if isNegative {
        body.pointee = 45
        signLength = 1
      } else if spec.sign == "+" || spec.sign == " " {
        body.pointee = spec.sign == "+" ? 43 : 32
        signLength = 1
      }
      let length = signLength + digits(body + signLength)
      if length >= spec.width { return String(decoding: UnsafeBufferPointer(start: body, count: length), as: UTF8.self) }
      let padding = spec.width - length
      let fill = UInt8(truncatingIfNeeded: spec.fill.value)
      var front = padding
      switch spec.alignment {
      case "<": front = 0
      case "^": front = padding / 2
      default: break
      }
      let start = body - front
      if spec.alignment == "=", signLength == 1 { start.pointee = body.pointee }
      let isInside = spec.alignment == "=" && signLength == 1
      for k in 0..<front { (start + k + (isInside ? 1 : 0)).pointee = fill }
      for k in 0..<(padding - front) { (body + length + k).pointee = fill }
      return String(decoding: UnsafeBufferPointer(start: start, count: spec.width), as: UTF8.self)
    }
  }

  /// Writes the digits of a number; how many.
  static func write(_ number: UInt, _ buffer: UnsafeMutablePointer<UInt8>) -> Int {
    var count = 1
    var rest = number / 10
    while rest > 0 {
      count += 1
      rest /= 10
    }
    rest = number
    for k in 0..<count {
      (buffer + (count - 1 - k)).pointee = UInt8(truncatingIfNeeded: 48 + rest % 10)
      rest /= 10
    }
    return count
  }

  /// With so many significant digits, but like a repr: at least one digit after the point of a number in plain notation.
  private static func writeShort(_ value: Double, _ precision: Int, _ buffer: UnsafeMutablePointer<UInt8>) -> Int {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 160) { scratch in
      guard let digits = scratch.baseAddress else { return 0 }
      // d.ddde±XX
      let length = write(value, precision - 1, 101, digits)
      var end = length - 1
      while end > 0, digits[end] != 101 { end -= 1 }
      var exponent = 0
      for k in (end + 2)..<length { exponent = exponent * 10 + Int(digits[k]) - 48 }
      if digits[end + 1] == 45 { exponent = -exponent }
      // Without the point, and without zeros at the end.
      var count = 1
      for k in 2..<Swift.max(end, 2) {
        digits[k - 1] = digits[k]
        count += 1
      }
      while count > 1, digits[count - 1] == 48 { count -= 1 }
      var out = 0
      func put(_ byte: UInt8) {
        buffer[out] = byte
        out += 1
      }
      if exponent < -4 || exponent >= precision - 1, value != 0 || precision == 1 {
        put(digits[0])
        if count > 1 { put(46) }
        for k in 1..<Swift.max(count, 1) { put(digits[k]) }
        put(101)
        put(exponent < 0 ? 45 : 43)
        if exponent.magnitude < 10 { put(48) }
        return out + write(exponent.magnitude, buffer + out)
      }
      if exponent < 0 {
        put(48)
        put(46)
        for _ in 0..<(-exponent - 1) { put(48) }
        for k in 0..<count { put(digits[k]) }
        return out
      }
      for k in 0...exponent { put(k < count ? digits[k] : 48) }
      put(46)
      if count <= exponent + 1 { put(48) }
      for k in (exponent + 1)..<Swift.max(count, exponent + 1) { put(digits[k]) }
      return out
    }
  }

  /// Writes a magnitude as the C library does, which rounds correctly, halves to even; how many bytes.
  static func write(_ value: Double, _ precision: Int, _ letter: UInt8, _ buffer: UnsafeMutablePointer<UInt8>) -> Int {
    // "%.NNNf"
    var format: (UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8) = (37, 46, 0, 0, 0, 0, 0, 0)
    return withUnsafeMutableBytes(of: &format) { bytes in
      guard let base = bytes.baseAddress else { return 0 }
      let text = base.assumingMemoryBound(to: UInt8.self)
      let count = write(UInt(precision), text + 2)
      text[2 + count] = letter
      text[3 + count] = 0
      return base.withMemoryRebound(to: CChar.self, capacity: 8) { format in
        UnsafeMutableRawPointer(buffer).withMemoryRebound(to: CChar.self, capacity: capacity) { target in
          if let convert { return Int(convert(target, capacity - 200, format, value)) }
          return Int(withVaList([value]) { vsnprintf(target, capacity - 200, format, $0) })
        }
      }
    }
  }

  private typealias Converter = @convention(c) (UnsafeMutablePointer<CChar>, Int, UnsafePointer<CChar>, Double) -> Int32
  /// `strfromd`, which Swift's view of the C library leaves out: `printf` of one number without a list of arguments.
  nonisolated(unsafe) private static let convert: Converter? = dlsym(nil, "strfromd").map {
    unsafeBitCast($0, to: Converter.self)
  }
}
