import Syntax

extension Code {
  /// The line of an instruction.
  func line(at index: Int32) -> Int {
    let index = index < 0 ? ~index : index
    guard index >= 0, Int(index) < spans.count else { return firstLine }
    return source.line(of: spans[Int(index)].start)
  }

  /// The frames of an instruction, innermost first: the code's own and those of inlined comprehensions around it.
  func tracebackFrames(at index: Int32) -> [TracebackFrame] {
    // A complemented index stands for the attribute of a method call.
    let isAttribute = index < 0 && Int(~index) < spans.count
    let index = isAttribute ? ~index : index
    guard index >= 0, Int(index) < spans.count else {
      return [TracebackFrame(source: source.name, line: firstLine, function: name, text: "", carets: "")]
    }
    var span = spans[Int(index)]
    var anchor = anchors[index]
    if let place = anchor, place.0 > place.1 {
      if isAttribute { span = Span(Int(place.1), Int(place.0)) }
      anchor = nil
    }
    let own = frame(span, anchor, name)
    let inner = inlined.filter { $0.start <= index && index < $0.end }.sorted { $0.end - $0.start < $1.end - $1.start }
    if inner.isEmpty { return [own] }
    var result: [TracebackFrame] = []
    for (i, part) in inner.enumerated() {
      result.append(i == 0 ? frame(span, anchor, part.name) : frame(spans[Int(inner[i - 1].end)], nil, part.name))
    }
    let last = Int(inner[inner.count - 1].end)
    result.append(frame(spans[min(last, spans.count - 1)], nil, name))
    return result
  }

  private func frame(_ span: Span, _ anchor: (Int32, Int32)?, _ function: String) -> TracebackFrame {
    let start = source.position(of: span.start)
    let text = source.text(ofLine: start.line)
    let bytes = Array(text.utf8)
    let indent = bytes.prefix { $0 == 32 || $0 == 9 || $0 == 12 }.count
    let shown = String(decoding: bytes.dropFirst(indent), as: UTF8.self)
    return TracebackFrame(
      source: source.name, line: start.line, function: function, text: shown.trimmingTrailingSpace,
      carets: carets(span, anchor, start, bytes, indent))
  }

  /// The line of `~` and `^` under the text; empty where it would mark the whole line.
  private func carets(
    _ span: Span, _ anchor: (Int32, Int32)?, _ start: SourcePosition, _ bytes: [UInt8], _ indent: Int
  ) -> String {
    let end = source.position(of: span.end)
    let lineStart = Int(span.start) - (start.column - 1)
    var last = bytes.count
    while last > 0, bytes[last - 1] == 32 || bytes[last - 1] == 9 { last -= 1 }
    let from = start.column - 1
    let to = end.line == start.line ? min(end.column - 1, last) : last
    if to <= from || (from <= indent && to >= last) && anchor == nil { return "" }
    func width(_ a: Int, _ b: Int) -> Int {
      a >= b ? 0 : String(decoding: bytes[max(a, 0)..<min(b, bytes.count)], as: UTF8.self).unicodeScalars.count
    }
    let pad = String(repeating: " ", count: width(indent, from))
    guard let anchor, end.line == start.line else {
      if from <= indent && to >= last { return "" }
      return pad + String(repeating: "^", count: width(from, to))
    }
    // Between the operands stands the operator; after a subscripted value stand its brackets.
    var left = Int(anchor.0) - lineStart
    var right = Int(anchor.1) - lineStart
    if Int(anchor.1) == Int(span.end) {
      return pad + String(repeating: "~", count: width(from, left)) + String(repeating: "^", count: width(left, to))
    }
    while left < right, left < bytes.count, bytes[left] == 32 || bytes[left] == 41 { left += 1 }
    var stop = left
    while stop < right, stop < bytes.count, bytes[stop] != 32, stop - left < 2, bytes[stop] != 40 { stop += 1 }
    right = stop
    if left < from || right > to || left >= right { return pad + String(repeating: "^", count: width(from, to)) }
    return pad + String(repeating: "~", count: width(from, left)) + String(repeating: "^", count: width(left, right))
      + String(repeating: "~", count: width(right, to))
  }
}

extension String {
  fileprivate var trimmingTrailingSpace: String {
    var view = self[...]
    while let last = view.last, last == " " || last == "\t" || last == "\n" { view = view.dropLast() }
    return String(view)
  }
}
