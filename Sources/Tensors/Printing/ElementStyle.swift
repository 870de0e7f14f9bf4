import CKernels

/// The numbers a printer reads, by element offset.
package enum PrintableElements {
  case floats((Int) -> Double)
  case integers((Int) -> Int64)
  case bools((Int) -> Bool)
}

/// One layout for all visible numbers of a tensor: whole, fixed or scientific, and the width that lines them up.
struct ElementStyle {
  private enum Kind { case raw, whole, fixed, scientific }
  private let kind: Kind
  private let precision: Int
  private(set) var width = 1

  init(visible: [Int], elements: PrintableElements, options: PrintOptions) {
    precision = options.precision
    guard case .floats(let value) = elements else {
      kind = .raw
      for offset in visible { width = max(width, ElementStyle.rawText(elements, offset).utf8.count) }
      return
    }
    let values = visible.map(value).filter { $0.isFinite && $0 != 0 }
    guard !values.isEmpty else {
      kind = .whole
      return
    }
    var low = Double.infinity
    var high = 0.0
    for value in values { (low, high) = (min(low, abs(value)), max(high, abs(value))) }
    let scientific = options.scientific ?? (high / low > 1000 || high > 1e8 || low < 1e-4)
    if scientific {
      kind = .scientific
    } else {
      kind = values.allSatisfy { $0 == $0.rounded(.up) } ? .whole : .fixed
    }
    // Zeros, nan and inf do not widen the column; longer ones simply stick out.
    for value in values { width = max(width, text(value).utf8.count) }
  }

  /// The text of one element, right-aligned in the column.
  func cell(_ elements: PrintableElements, _ offset: Int) -> String {
    let bare: String
    if case .floats(let value) = elements { bare = text(value(offset)) } else { bare = ElementStyle.rawText(elements, offset) }
    let missing = width - bare.utf8.count
    return missing > 0 ? String(repeating: " ", count: missing) + bare : bare
  }

  private static func rawText(_ elements: PrintableElements, _ offset: Int) -> String {
    switch elements {
    case .bools(let value): value(offset) ? "True" : "False"
    case .integers(let value): String(value(offset))
    case .floats(let value): String(value(offset))
    }
  }

  private func text(_ value: Double) -> String {
    if value.isNaN { return "nan" }
    if value.isInfinite { return value < 0 ? "-inf" : "inf" }
    switch kind {
    case .scientific: return ElementStyle.format("e", precision, value)
    case .fixed: return ElementStyle.format("f", precision, value)
    case .raw, .whole: return ElementStyle.format("f", 0, value) + "."
    }
  }

  /// C's number formatting, which rounds the exact value half to even as Python does.
  private static func format(_ style: Unicode.Scalar, _ precision: Int, _ value: Double) -> String {
    let digits = Int32(clamping: max(0, min(precision, 400)))
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 1024) { buffer in
      let length = lk_write_number(buffer.baseAddress, buffer.count, value, digits, CChar(style.value))
      let bytes = UnsafeRawBufferPointer(buffer).prefix(min(Int(length), buffer.count - 1))
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}
