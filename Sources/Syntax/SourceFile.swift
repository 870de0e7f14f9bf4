/// A half-open range of UTF-8 byte offsets into one `SourceFile`.
package struct Span: Hashable, Sendable {
  package var start: Int32
  package var end: Int32

  /// Makes a span from two byte offsets.
  package init(_ start: Int, _ end: Int) {
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
  }

  /// Makes a span that covers two others and what lies between them.
  package init(from first: Span, to last: Span) {
    start = first.start
    end = last.end
  }
}

/// A place in a source text as people count it: line and column start at 1, columns are UTF-8 bytes.
package struct SourcePosition: Hashable, Sendable {
  package var line: Int
  package var column: Int
}

/// The text of one file, cell or evaluated string, with the name that tracebacks show.
package final class SourceFile: @unchecked Sendable {
  /// The name that tracebacks show: a path, `Cell [3]`, `<string>`.
  package let name: String
  /// The text, UTF-8.
  package let bytes: [UInt8]
  /// Byte offset of the start of each line; computed on first use.
  package private(set) lazy var lineStarts: [Int32] = SourceFile.findLineStarts(bytes)

  /// Makes a source from text.
  package init(name: String, text: String) {
    self.name = name
    self.bytes = Array(text.utf8)
  }

  /// Makes a source from bytes that may be invalid UTF-8; the parser reports that.
  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// Line and column of a byte offset.
  package func position(of offset: Int32) -> SourcePosition {
    let starts = lineStarts
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return SourcePosition(line: low + 1, column: Int(offset - starts[low]) + 1)
  }

  /// The number of the line that holds a byte offset, from 1.
  package func line(of offset: Int32) -> Int { position(of: offset).line }

  /// The text of a line without its line ending; empty when there is no such line.
  package func text(ofLine line: Int) -> String {
    guard line >= 1, line <= lineStarts.count else { return "" }
    let start = Int(lineStarts[line - 1])
    var end = line < lineStarts.count ? Int(lineStarts[line]) : bytes.count
    while end > start, bytes[end - 1] == 10 || bytes[end - 1] == 13 { end -= 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The text that a span covers.
  package func text(of span: Span) -> String {
    let start = max(0, min(Int(span.start), bytes.count))
    let end = max(start, min(Int(span.end), bytes.count))
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  private static func findLineStarts(_ bytes: [UInt8]) -> [Int32] {
    var starts: [Int32] = [0]
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == 10 {
        starts.append(Int32(truncatingIfNeeded: index))
      } else if byte == 13 {
        if index < bytes.count, bytes[index] == 10 { index += 1 }
        starts.append(Int32(truncatingIfNeeded: index))
      }
    }
    return starts
  }
}
