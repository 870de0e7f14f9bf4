import Interpreter
import Tensors

/// Arrays as text: what `str` and `repr` of an array give.
enum ArrayText {
  /// `str(array)`.
  static func str(_ array: NDArrayObject, _ options: ArrayPrintOptions = .current) throws(Raised) -> String {
    if array.view.dim == 0 { return try Interpreter.current.str(ArrayScalar.element(array.view, array.pool)) }
    return try body(array, options, separator: " ", prefix: 0, suffix: 0)
  }

  /// `repr(array)`.
  static func repr(_ array: NDArrayObject, _ options: ArrayPrintOptions = .current) throws(Raised) -> String {
    let x = array.view
    let isEmpty = x.elementCount == 0
    let body = isEmpty ? "[]" : try body(array, options, separator: ", ", prefix: 6, suffix: 1)
    var extras: [String] = []
    if isEmpty && Array(x.shape) != [0] || x.elementCount > options.threshold { extras.append("shape=\(tuple(x.shape))") }
    let isImplied = [ElementType.number(.bool), .number(.int64), .number(.float64)].contains(array.elementType)
    if isEmpty || !isImplied { extras.append("dtype=\(array.elementType.arrayName)") }
    if extras.isEmpty { return "array(\(body))" }
    let text = "array(\(body),"
    let extra = extras.joined(separator: ", ") + ")"
    let lastLine =
      text.unicodeScalars.count
      - (text.unicodeScalars.lastIndex(of: "\n").map { text.unicodeScalars.distance(from: text.startIndex, to: $0) + 1 } ?? 0)
    return text + (lastLine + extra.utf8.count + 1 > options.lineWidth ? "\n      " : " ") + extra
  }

  /// Sizes as Python writes a tuple.
  static func tuple(_ shape: Shape) -> String {
    shape.count == 1 ? "(\(shape[0]),)" : "(" + shape.map(String.init).joined(separator: ", ") + ")"
  }

  /// `numpy.array2string`.
  static func body(
    _ array: NDArrayObject, _ options: ArrayPrintOptions, separator: String, prefix: Int, suffix: Int
  ) throws(Raised) -> String {
    if array.view.elementCount == 0 { return "[]" }
    return try ArrayLayout(array, options, separator: separator, indent: prefix, width: options.lineWidth - suffix).text()
  }
}

/// Nested brackets around lines of at most a width; large arrays show the ends of each dimension only.
private struct ArrayLayout {
  private let shape: Shape
  private let shown: [[Int?]]
  private let separator: String
  private let width: Int
  private let indent: String
  private let cells: [String]
  private let strides: Strides

  init(_ array: NDArrayObject, _ options: ArrayPrintOptions, separator: String, indent: Int, width: Int) throws(Raised) {
    let x = array.view
    shape = x.shape
    self.separator = separator
    self.width = width
    self.indent = String(repeating: " ", count: indent + 1)
    let (edge, summarises) = (options.edgeItems, x.elementCount > options.threshold)
    var shown: [[Int?]] = []
    var places: [Int] = [0]
    var visibleSizes: [Int] = []
    for d in 0..<x.dim {
      let n = x.shape[d]
      let isCut = summarises && n > 2 * edge
      let indices = isCut ? Array(0..<edge) + Array(n - edge..<n) : Array(0..<n)
      visibleSizes.append(indices.count)
      places = places.flatMap { start in indices.map { start &+ $0 &* x.strides[d] } }
      let positions: [Int?] = Array(0..<indices.count)
      shown.append(isCut ? positions[..<edge] + [nil] + positions[edge...] : positions)
    }
    self.shown = shown
    strides = Shape(visibleSizes).contiguousStrides
    let values = places.map { place in
      ArrayScalar.element(x.alias(shape: [], strides: [], elementOffset: x.elementOffset &+ place), array.pool)
    }
    cells = try ElementCells.cells(values, array.elementType, isScalar: x.dim == 0, options)
  }

  func text() throws(Raised) -> String { shape.count == 0 ? cells[0] : block(0, 0, indent, width) }

  private func block(_ d: Int, _ offset: Int, _ indent: String, _ width: Int) -> String {
    var bare = separator
    while bare.hasSuffix(" ") { bare.removeLast() }
    var text = ""
    if d == shape.count - 1 {
      var line = indent
      var length = indent.utf8.count
      let limit = width - max(bare.unicodeScalars.count, 1)
      for (position, index) in shown[d].enumerated() {
        let word = index.map { cells[offset &+ $0 &* strides[d]] } ?? "..."
        let lines = word.split(separator: "\n", omittingEmptySubsequences: false)
        let wide = lines.map(\.unicodeScalars.count).max() ?? 0
        if length + wide > limit && length > indent.utf8.count {
          while line.hasSuffix(" ") { line.removeLast() }
          text += line + "\n"
          line = indent
          length = indent.utf8.count
        }
        let isLast = position == shown[d].count - 1
        line += word + (isLast ? "" : separator)
        length += wide + separator.unicodeScalars.count
      }
      text += line
    } else {
      for (position, index) in shown[d].enumerated() {
        text += indent + (index.map { block(d + 1, offset &+ $0 &* strides[d], indent + " ", width - 1) } ?? "...")
        if position < shown[d].count - 1 { text += bare + String(repeating: "\n", count: shape.count - d - 1) }
      }
    }
    return "[" + text.dropFirst(indent.utf8.count) + "]"
  }
}
