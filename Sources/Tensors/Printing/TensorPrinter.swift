/// Turns a tensor into the text that PyTorch prints, from its geometry, its elements and a few facts about it.
package struct TensorPrinter {
  private let shape: [Int]
  private let strides: [Int]
  private let elements: PrintableElements
  private let options: PrintOptions
  private let shown: [[Int?]]

  /// Prepares to print elements that stand at `strides` from offset 0.
  package init(shape: [Int], strides: [Int], elements: PrintableElements, options: PrintOptions = .current) {
    self.shape = shape
    self.strides = strides
    self.elements = elements
    self.options = options
    let edge = max(0, options.edgeItems)
    let shortened = shape.reduce(1) { $0.multipliedReportingOverflow(by: $1).partialValue } > options.threshold
    shown = shape.map { count in
      guard shortened, count > 2 * edge else { return (0..<count).map { $0 } }
      return (0..<edge).map { $0 } + [nil] + (count - edge..<count).map { $0 }
    }
  }

  /// The nested brackets alone; `indent` is the column of the first bracket.
  package func body(indent: Int) -> String {
    guard !shape.contains(0) else { return "[]" }
    var visible: [Int] = []
    collect(dim: 0, offset: 0, into: &visible)
    let style = ElementStyle(visible: visible, elements: elements, options: options)
    guard !shape.isEmpty else { return style.cell(elements, 0) }
    let room = options.lineWidth - (indent + shape.count - 1)
    let perLine = max(1, Int((Double(room) / Double(style.width + 2)).rounded(.down)))
    var text = ""
    render(dim: 0, offset: 0, indent: indent, perLine: perLine, style: style, into: &text)
    return text
  }

  /// The whole text, `tensor(…)` with its suffixes.
  /// - Parameters:
  ///   - dtype: name without `torch.`, such as `float64`
  ///   - defaultDtype: name of the default floating dtype, which is not spelled out
  ///   - gradFn: class name of the node that made the tensor, such as `AddBackward0`
  ///   - isParameter: whether the text opens with `Parameter containing:`
  package func text(
    dtype: String, defaultDtype: String = "float32", requiresGrad: Bool = false, gradFn: String? = nil,
    isParameter: Bool = false
  ) -> String {
    let indent = 7
    var text = "tensor(" + body(indent: indent)
    var suffixes: [String] = []
    if shape.contains(0) {
      if shape.count != 1 { suffixes.append("size=(" + shape.map { String($0) }.joined(separator: ", ") + ")") }
      if dtype != defaultDtype { suffixes.append("dtype=torch." + dtype) }
    } else if dtype != defaultDtype && dtype != "int64" && dtype != "bool" {
      suffixes.append("dtype=torch." + dtype)
    }
    if let gradFn {
      suffixes.append("grad_fn=<" + gradFn + ">")
    } else if requiresGrad {
      suffixes.append("requires_grad=True")
    }
    let lastLine = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).last?.count ?? 0
    var used = lastLine + 2
    for suffix in suffixes {
      if used + suffix.utf8.count + 2 > options.lineWidth {
        text += ",\n" + String(repeating: " ", count: indent) + suffix
        used = indent + suffix.utf8.count
      } else {
        text += ", " + suffix
        used += suffix.utf8.count + 2
      }
    }
    text += ")"
    return isParameter ? "Parameter containing:\n" + text : text
  }

  private func collect(dim: Int, offset: Int, into visible: inout [Int]) {
    guard dim < shape.count else {
      visible.append(offset)
      return
    }
    for case let position? in shown[dim] { collect(dim: dim + 1, offset: offset + position * strides[dim], into: &visible) }
  }

  private func render(dim: Int, offset: Int, indent: Int, perLine: Int, style: ElementStyle, into text: inout String) {
    let padding = String(repeating: " ", count: indent + 1)
    let isLast = dim == shape.count - 1
    text += "["
    for (index, position) in shown[dim].enumerated() {
      if index > 0 {
        if isLast {
          text += index % perLine == 0 ? ",\n" + padding : ", "
        } else {
          text += "," + String(repeating: "\n", count: shape.count - dim - 1) + padding
        }
      }
      if let position {
        let inner = offset + position * strides[dim]
        if isLast {
          text += style.cell(elements, inner)
        } else {
          render(dim: dim + 1, offset: inner, indent: indent + 1, perLine: perLine, style: style, into: &text)
        }
      } else {
        text += isLast ? " ..." : "..."
      }
    }
    text += "]"
  }
}
