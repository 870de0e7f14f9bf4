/// Percent scripts with outputs: plain Python in which a `# %%` line opens each cell.
///
///     # %% Output size [markdown] key="value"
///
/// After the marker may stand a title, the cell's type in brackets (`markdown`, `md`, `raw`; none for code) and properties.
/// Prose is written as comment lines or as one triple-quoted string. Trailing lines of a code cell that start with `#>` are its
/// recorded text, one line each, a bare `#>` for an empty one; lines that start with `#!` are the error that it must raise.
/// Where the source itself ends in such lines, a line `#>---` tells them from the recorded ones below it.
///
/// A line of source that would read as a marker, and a `%` or `!` line, which Python does not know, is written as a comment
/// (`# %timeit f()`), with one more `# ` where it already was one.
struct PercentScript: Format {
  let name = "percent"
  let extensions = ["py"]

  /// Ends a source whose last lines look like outputs.
  private static let sourceEnd = "#>---"

  func recognises(_ text: String) -> Bool {
    TextLines.split(text).contains { PercentMarker.isMarker($0) }
  }

  // MARK: Reading

  func read(_ text: String, file: String) throws(NotebookError) -> Notebook {
    var notebook = Notebook()
    let lines = TextLines.split(text)
    let starts = lines.indices.filter { PercentMarker.isMarker(lines[$0]) }
    let firstMarker = starts.first ?? lines.count
    let header = PercentHeader(lines[..<firstMarker])
    notebook.metadata = header.metadata
    notebook.preamble = lines[..<header.end].joined()
    if header.end < firstMarker {
      notebook.cells.append(cell(Array(lines[header.end..<firstMarker]), marker: nil, at: header.end + 1))
    }
    for (position, start) in starts.enumerated() {
      let end = position + 1 < starts.count ? starts[position + 1] : lines.count
      notebook.cells.append(cell(Array(lines[(start + 1)..<end]), marker: lines[start], at: start + 2))
    }
    return notebook
  }

  private func cell(_ lines: [String], marker: String?, at line: Int) -> Cell {
    let properties = marker.map { PercentMarker($0) } ?? PercentMarker()
    let contentEnd = lines.count - lines.trailingBlankCount
    var sourceEnd = contentEnd
    var outputStart = contentEnd
    if properties.kind == .code {
      while outputStart > 0, Self.looksLikeOutput(lines[outputStart - 1], atTop: line == 1 && outputStart == 1) {
        outputStart -= 1
        if lines[outputStart].withoutLineEnd == Self.sourceEnd { break }
      }
      sourceEnd = outputStart - lines[..<outputStart].trailingBlankCount
    }
    let written = Array(lines[..<sourceEnd])
    let recorded = lines[outputStart..<contentEnd].filter { $0.withoutLineEnd != Self.sourceEnd }
    var cell = Cell(
      kind: properties.kind, title: properties.title, source: Self.readSource(written, kind: properties.kind),
      metadata: properties.metadata, outputs: Self.readOutputs(recorded))
    cell.line = line
    cell.remember(
      format: name, header: marker ?? "", source: written.joined(), between: lines[sourceEnd..<outputStart].joined(),
      outputs: lines[outputStart..<contentEnd].joined(), suffix: lines[contentEnd...].joined())
    return cell
  }

  /// Whether a line is a recorded output; a script's very first line may be its interpreter instead.
  private static func looksLikeOutput(_ line: String, atTop: Bool) -> Bool {
    if line.hasPrefix("#>") { return true }
    let text = line.withoutLineEnd
    return !atTop && (text == "#!" || text.hasPrefix("#! "))
  }

  private static func readSource(_ lines: [String], kind: Cell.Kind) -> String {
    let text = lines.joinedSource()
    if kind == .code { return lines.map { PercentEscape.decode($0.withoutLineEnd) }.joined(separator: "\n") }
    for quotes in ["\"\"\"", "'''"] {
      let trimmed = text.trimmed
      guard trimmed.hasPrefix(quotes), trimmed.hasSuffix(quotes), trimmed.utf8.count >= 6 else { continue }
      let inner = String(trimmed.dropFirst(3).dropLast(3))
      guard !inner.contains(quotes) else { continue }
      var body = TextLines.split(inner)
      if body.first?.isBlank == true { body.removeFirst() }
      return body.prefix(body.count - body.trailingBlankCount).map { $0 }.joinedSource()
    }
    return lines.map { line in
      let line = line.withoutLineEnd
      if line.hasPrefix("# ") { return String(line.dropFirst(2)) }
      return line.hasPrefix("#") ? String(line.dropFirst()) : line
    }.joined(separator: "\n")
  }

  private static func readOutputs(_ lines: [String]) -> [Output] {
    var shown = ""
    var error: [String] = []
    for line in lines {
      let text = line.withoutLineEnd
      let body = text.dropFirst(2)
      let content = String(body.hasPrefix(" ") ? body.dropFirst() : body)
      if text.hasPrefix("#>") { shown += content + "\n" } else { error.append(content) }
    }
    var outputs: [Output] = shown.isEmpty ? [] : [.stream(.standardOutput, shown)]
    if !error.isEmpty { outputs.append(.error(line: error.joined(separator: "\n"))) }
    return outputs
  }

  // MARK: Writing

  func write(_ notebook: Notebook) -> WrittenNotebook {
    var text = notebook.preamble
    var losses = Losses()
    if text.isEmpty { text = PercentHeader.text(for: notebook.metadata, losses: &losses) }
    for (position, cell) in notebook.cells.enumerated() {
      if !text.isEmpty && !text.endsInNewline { text += "\n" }
      text += write(cell, isLast: position == notebook.cells.count - 1, losses: &losses)
    }
    return WrittenNotebook(text: text, dropped: losses.messages)
  }

  private func write(_ cell: Cell, isLast: Bool, losses: inout Losses) -> String {
    let original = cell.original?.format == name ? cell.original : nil
    losses.note(cell.unknownFields.entries.map { "the cell field '\($0.key)'" })
    let header = original.flatMap { $0.keepsHeader(of: cell) ? $0.header : nil } ?? PercentMarker(cell).line
    var source = original.flatMap { $0.keepsSource(of: cell) ? $0.source : nil } ?? Self.writeSource(cell)
    var between = original?.between ?? ""
    var outputs: String
    if let original, original.keepsOutputs(of: cell), original.keepsSource(of: cell) {
      outputs = original.outputs
    } else {
      outputs = Self.writeOutputs(cell.outputs, losses: &losses)
      let looksRecorded = TextLines.split(source).last.map { Self.looksLikeOutput($0, atTop: false) } == true
      if cell.kind == .code, looksRecorded { outputs = Self.sourceEnd + "\n" + outputs }
      if outputs.isEmpty, original?.outputs.isEmpty == false { between = "" }
    }
    if !(between + outputs).isEmpty && !source.isEmpty && !source.endsInNewline { source += "\n" }
    let suffix = original?.suffix ?? (isLast ? "" : "\n")
    let text = header + source + between + outputs
    return text + (suffix.isEmpty || text.isEmpty || text.endsInNewline ? "" : "\n") + suffix
  }

  private static func writeSource(_ cell: Cell) -> String {
    guard !cell.source.isEmpty else { return "" }
    let lines = TextLines.split(cell.source + "\n").map(\.withoutLineEnd)
    return lines.map { line in
      if cell.kind == .code { return PercentEscape.encode(line) + "\n" }
      return line.isEmpty ? "#\n" : "# \(line)\n"
    }.joined()
  }

  private static func writeOutputs(_ outputs: [Output], losses: inout Losses) -> String {
    var text = ""
    for line in TextLines.split(outputs.shownText) {
      let content = line.utf8.last == 0x0A ? String(Substring(line.utf8.dropLast())) : line
      text += content.isEmpty ? "#>\n" : "#> \(content)\n"
    }
    for output in outputs {
      switch output {
      case .stream(.standardError, _): losses.note(["text on standard error"])
      case .raw(let value) where value.plainText == nil: losses.note(["an output that has no text form"])
      case .raw: losses.note(["all but the text form of an output"])
      case .error:
        for line in TextLines.split((output.errorLine ?? "") + "\n") { text += "#! " + line }
      default: break
      }
    }
    return text
  }
}

extension Output {
  /// The error that `Name: message` tells of.
  static func error(line: String) -> Output {
    guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) else { return .error(name: line, message: "", traceback: []) }
    let message = line[line.utf8.index(after: colon)...]
    return .error(
      name: String(line[..<colon]), message: String(message.hasPrefix(" ") ? message.dropFirst() : message), traceback: [])
  }
}

/// What a format could not hold, each kind of loss told once.
struct Losses {
  private(set) var messages: [String] = []

  mutating func note(_ losses: [String]) {
    for loss in losses where !messages.contains(loss) { messages.append(loss) }
  }
}
