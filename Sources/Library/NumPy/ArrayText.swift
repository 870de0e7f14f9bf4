import Glibc
import Tensors

/// The text of arrays as numpy prints them: numbers in the fewest digits that tell them apart, at most eight after the point.
struct ArrayText {
  private static let precision = 8
  private static let lineWidth = 75
  private static let threshold = 1000
  private static let edge = 3

  private let cells: [String]
  private let shape: [Int]
  private let isCut: Bool
  private let separator: String

  /// `str(array)`.
  static func str(_ x: Tensor) -> String {
    if x.dim == 0 { return scalar(x) }
    if x.elementCount == 0 { return "[]" }
    return ArrayText(x, separator: " ").text(indent: 1, width: lineWidth)
  }

  /// `repr(array)`.
  static func repr(_ x: Tensor) -> String {
    let opening = "array("
    var text = opening
    var extras: [String] = []
    let plain = x.dtype == .int64 || x.dtype == .float64 || x.dtype == .bool
    if x.dim == 0 {
      text += scalar(x)
    } else if x.elementCount == 0 {
      text += "[]"
      if x.dim != 1 { extras.append("shape=\(tuple(x.shape))") }
    } else {
      let layout = ArrayText(x, separator: ", ")
      text += layout.text(indent: opening.utf8.count + 1, width: lineWidth - 1)
      if layout.isCut { extras.append("shape=\(tuple(x.shape))") }
    }
    if !plain || x.elementCount == 0 { extras.append("dtype=\(x.dtype.name)") }
    if extras.isEmpty { return text + ")" }
    let extra = extras.joined(separator: ", ") + ")"
    let lastLine = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).last?.count ?? 0
    let gap = lastLine + 1 + extra.utf8.count > lineWidth ? "\n" + String(repeating: " ", count: opening.utf8.count) : " "
    return text + "," + gap + extra
  }

  /// The text of one number by itself.
  static func scalar(_ x: Tensor) -> String {
    guard let value = try? x.item() else { return "" }
    switch value {
    case .bool(let flag): return flag ? "True" : "False"
    case .int(let number): return String(number)
    case .double(let number):
      if number.isNaN { return "nan" }
      if number.isInfinite { return number < 0 ? "-inf" : "inf" }
      let (digits, exponent) = decimal(number, x.dtype)
      let sign = number.sign == .minus ? "-" : ""
      if number == 0 { return sign + "0.0" }
      if exponent < -4 || exponent >= 16 {
        let rest = digits.dropFirst()
        return sign + "\(digits.first ?? "0")" + (rest.isEmpty ? "" : "." + rest) + exponentText(exponent, 2)
      }
      let (whole, fraction) = parts(digits, exponent)
      return sign + whole + "." + (fraction.isEmpty ? "0" : fraction)
    }
  }

  private static func tuple(_ shape: Shape) -> String {
    "(" + shape.map(String.init).joined(separator: ", ") + (shape.count == 1 ? ",)" : ")")
  }

  // MARK: Cells

  private init(_ x: Tensor, separator: String) {
    shape = Array(x.shape)
    self.separator = separator
    isCut = x.elementCount > ArrayText.threshold
    let all = (try? x.values(Double.self)) ?? []
    var visible: [Int] = Array(0..<all.count)
    if isCut {
      let shape = self.shape
      visible = visible.filter { place in
        var rest = place
        for size in shape.reversed() {
          let i = rest % size
          rest /= size
          if size > 2 * ArrayText.edge && i >= ArrayText.edge && i < size - ArrayText.edge { return false }
        }
        return true
      }
    }
    var texts: [String]
    switch x.dtype.kind {
    case .bool: texts = visible.map { all[$0] != 0 ? " True" : "False" }
    case .int:
      let ints = (try? x.values(Int.self)) ?? []
      texts = visible.map { String(ints[$0]) }
    case .float: texts = ArrayText.floats(visible.map { all[$0] }, x.dtype)
    }
    let width = texts.map(\.utf8.count).max() ?? 0
    texts = texts.map { String(repeating: " ", count: width - $0.utf8.count) + $0 }
    var cells = [String](repeating: "", count: all.count)
    for (place, text) in zip(visible, texts) { cells[place] = text }
    self.cells = cells
  }

  private static func floats(_ values: [Double], _ dtype: DType) -> [String] {
    let finite = values.filter { $0.isFinite && $0 != 0 }.map(\.magnitude)
    let (low, high) = (finite.min() ?? 1, finite.max() ?? 1)
    let scientific = !finite.isEmpty && (high >= 1e8 || low < 1e-4 || high / low > 1000)
    var pieces: [(whole: String, fraction: String, exponent: Int)?] = []
    for value in values {
      guard value.isFinite else {
        pieces.append(nil)
        continue
      }
      var (digits, exponent) = decimal(value, dtype)
      let sign = value.sign == .minus ? "-" : ""
      if scientific {
        if digits.count > precision + 1 { (digits, exponent) = rounded(value, "%.\(precision)e") }
        pieces.append((sign + String(digits.first ?? "0"), String(digits.dropFirst()), exponent))
      } else {
        var (whole, fraction) = parts(digits, exponent)
        if fraction.count > precision {
          let text = printed(value.magnitude, "%.\(precision)f")
          let halves = text.split(separator: ".")
          whole = String(halves[0])
          fraction = halves.count > 1 ? String(halves[1]) : ""
          while fraction.hasSuffix("0") { fraction.removeLast() }
        }
        pieces.append((sign + whole, fraction, 0))
      }
    }
    let longest = pieces.map { $0?.fraction.count ?? 0 }.max() ?? 0
    let exponentWidth = Swift.max(2, pieces.map { String(($0?.exponent ?? 0).magnitude).count }.max() ?? 2)
    return zip(values, pieces).map { value, piece in
      guard let piece else { return value.isNaN ? "nan" : value < 0 ? "-inf" : "inf" }
      let missing = longest - piece.fraction.count
      if scientific {
        return piece.whole + "." + piece.fraction + String(repeating: "0", count: missing)
          + exponentText(piece.exponent, exponentWidth)
      }
      return piece.whole + "." + piece.fraction + String(repeating: " ", count: missing)
    }
  }

  /// The shortest digits of a number, without trailing zeros, and the power of ten of the first.
  private static func decimal(_ value: Double, _ dtype: DType) -> (digits: String, exponent: Int) {
    let text = dtype == .float32 ? Float(value.magnitude).description : value.magnitude.description
    return split(text)
  }

  private static func rounded(_ value: Double, _ format: String) -> (digits: String, exponent: Int) {
    split(printed(value.magnitude, format))
  }

  private static func split(_ text: String) -> (digits: String, exponent: Int) {
    let halves = text.split(separator: "e")
    let mantissa = halves.first.map(String.init) ?? "0"
    var exponent = halves.count > 1 ? Int(halves[1]) ?? 0 : 0
    let point = mantissa.split(separator: ".", omittingEmptySubsequences: false)
    var digits = String(point[0])
    exponent += digits.count - 1
    if point.count > 1 { digits += point[1] }
    while digits.hasPrefix("0"), digits.count > 1 {
      digits.removeFirst()
      exponent -= 1
    }
    while digits.hasSuffix("0"), digits.count > 1 { digits.removeLast() }
    return digits == "0" ? ("0", 0) : (digits, exponent)
  }

  private static func printed(_ value: Double, _ format: String) -> String {
    var buffer = [CChar](repeating: 0, count: 400)
    _ = withVaList([value]) { vsnprintf(&buffer, buffer.count, format, $0) }
    return String(cString: buffer)
  }

  private static func parts(_ digits: String, _ exponent: Int) -> (whole: String, fraction: String) {
    if exponent < 0 { return ("0", digits == "0" ? "" : String(repeating: "0", count: -exponent - 1) + digits) }
    if digits.count <= exponent + 1 { return (digits + String(repeating: "0", count: exponent + 1 - digits.count), "") }
    return (String(digits.prefix(exponent + 1)), String(digits.dropFirst(exponent + 1)))
  }

  private static func exponentText(_ exponent: Int, _ width: Int) -> String {
    let digits = String(exponent.magnitude)
    return (exponent < 0 ? "e-" : "e+") + String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
  }

  // MARK: Layout

  private func text(indent: Int, width: Int) -> String { nested(0, 0, String(repeating: " ", count: indent), width) }

  private func positions(_ size: Int) -> [Int?] {
    guard isCut, size > 2 * ArrayText.edge else { return Array(0..<size) }
    return Array(0..<ArrayText.edge) + [nil] + Array((size - ArrayText.edge)..<size)
  }

  private func nested(_ dim: Int, _ offset: Int, _ indent: String, _ width: Int) -> String {
    let bare = separator.hasPrefix(",") ? "," : ""
    let stride = shape[(dim + 1)...].reduce(1, *)
    let items = positions(shape[dim])
    var text = ""
    if dim == shape.count - 1 {
      let room = width - Swift.max(bare.count, 1)
      var line = indent
      for (i, item) in items.enumerated() {
        let word = item.map { cells[offset + $0] } ?? "..."
        if line.utf8.count + word.utf8.count > room && line.utf8.count > indent.utf8.count {
          while line.hasSuffix(" ") { line.removeLast() }
          text += line + "\n"
          line = indent
        }
        line += word
        if i < items.count - 1 { line += separator }
      }
      text += line
    } else {
      let lineEnd = bare + String(repeating: "\n", count: shape.count - dim - 1)
      for (i, item) in items.enumerated() {
        text += indent + (item.map { nested(dim + 1, offset + $0 * stride, indent + " ", width - 1) } ?? "...")
        if i < items.count - 1 { text += lineEnd }
      }
    }
    return "[" + text.dropFirst(indent.count) + "]"
  }
}
