/// Percent scripts with outputs: plain Python in which a `# %%` line opens each cell.
///
///     # %% Output size [markdown] key="value"
///
/// After the marker may stand a title, the cell's type in brackets (`markdown`, `md`, `raw`; none for code) and properties;
/// `+fields="FILE"` among them names the file that holds what else a notebook says of the cell.
/// Prose is written as comment lines or as one triple-quoted string. Trailing lines of a code cell that start with `#>` are its
/// recorded text, one line each, a bare `#>` for an empty one; lines that start with `#!` are the error that it must raise;
/// `PercentOutputs` has the rest. Where the source itself ends in such lines or in blank ones, a line `#>---` ends it.
///
/// A line of source that would read as a marker, and a `%` or `!` line, which Python does not know, is written as a comment
/// (`# %timeit f()`), with one more `# ` where it already was one.
struct PercentScript: Format {
  let name = "percent"
  let extensions = ["py"]

  /// Ends a source whose last lines are blank or look like outputs.
  private static let sourceEnd = PercentOutputs.mark
  /// Names the file of the cell's fields that nothing here understands.
  private static let fieldsKey = "+fields"

  func recognises(_ text: String) -> Bool {
    let lines = TextLines.split(text)
    // A notebook without cells is nothing but its header.
    return lines.contains { PercentMarker.isMarker($0) } || PercentHeader(lines[...]).end == lines.count
  }

  // MARK: Reading

  func read(_ text: String, file: String, sideFile: (String) -> [UInt8]?) throws(NotebookError) -> Notebook {
    try withoutActuallyEscaping(sideFile) { sideFile throws(NotebookError) in try read(text, sideFile) }
  }

  private func read(_ text: String, _ sideFile: @escaping (String) -> [UInt8]?) throws(NotebookError) -> Notebook {
    var notebook = Notebook()
    let lines = TextLines.split(text)
    let starts = lines.indices.filter { PercentMarker.isMarker(lines[$0]) }
    let firstMarker = starts.first ?? lines.count
    let header = PercentHeader(lines[..<firstMarker])
    notebook.metadata = header.metadata
    notebook.preamble = lines[..<header.end].joined()
    notebook.preambleFormat = name
    if header.end < firstMarker {
      notebook.cells.append(cell(Array(lines[header.end..<firstMarker]), marker: nil, at: header.end + 1, sideFile))
    }
    for (position, start) in starts.enumerated() {
      let end = position + 1 < starts.count ? starts[position + 1] : lines.count
      notebook.cells.append(cell(Array(lines[(start + 1)..<end]), marker: lines[start], at: start + 2, sideFile))
    }
    return notebook
  }

  private func cell(_ lines: [String], marker: String?, at line: Int, _ sideFile: @escaping (String) -> [UInt8]?) -> Cell {
    var properties = marker.map { PercentMarker($0) } ?? PercentMarker()
    let contentEnd = lines.count - lines.trailingBlankCount
    var sourceEnd = contentEnd
    var outputStart = contentEnd
    if properties.kind == .code {
      while outputStart > 0, Self.looksLikeOutput(lines[outputStart - 1], atTop: line == 1 && outputStart == 1) {
        outputStart -= 1
        if lines[outputStart].withoutLineEnd == Self.sourceEnd { break }
      }
      let isClosed = outputStart < contentEnd && lines[outputStart].withoutLineEnd == Self.sourceEnd
      sourceEnd = outputStart - (isClosed ? 0 : lines[..<outputStart].trailingBlankCount)
    }
    let written = Array(lines[..<sourceEnd])
    let recorded = lines[outputStart..<contentEnd].filter { $0.withoutLineEnd != Self.sourceEnd }
    var fields = JSONObject()
    if let name = properties.metadata[Self.fieldsKey]?.string, let bytes = sideFile(name),
      case .object(let object)? = try? JSONParser.parse(String(decoding: bytes, as: UTF8.self), file: name)
    {
      fields = object
      properties.metadata[Self.fieldsKey] = nil
    }
    let source = Self.readSource(written, kind: properties.kind)
    var cell = Cell(
      kind: properties.kind, title: properties.title, source: source, metadata: properties.metadata,
      outputs: recorded.isEmpty ? [] : PercentOutputs(source: source, sideFile: sideFile).read(recorded))
    cell.unknownFields = fields
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
      if line.hasPrefix("# ") { return PercentEscape.decodeProse(String(line.dropFirst(2))) }
      return line.hasPrefix("#") ? String(line.dropFirst()) : line
    }.joined(separator: "\n")
  }

  // MARK: Writing

  func write(_ notebook: Notebook) -> WrittenNotebook {
    var losses = Losses()
    var written = WrittenNotebook(text: notebook.preambleFormat == name ? notebook.preamble : "")
    if written.text.isEmpty { written.text = PercentHeader.text(for: notebook.metadata) }
    losses.note(notebook.unknownFields.entries.map { "the notebook's field '\($0.key)'" })
    var ids: Set<String> = []
    for (position, cell) in notebook.cells.enumerated() {
      if !written.text.isEmpty && !written.text.endsInNewline { written.text += "\n" }
      write(cell, isLast: position == notebook.cells.count - 1, to: &written, losses: &losses)
      if cell.executionCount != nil { losses.note(["the numbers In [n] of the cells"]) }
      if let id = cell.id, id != IPython.contentID(cell, taken: &ids) { losses.note(["the ids of the cells"]) }
    }
    written.dropped = losses.messages
    return written
  }

  private func write(_ cell: Cell, isLast: Bool, to written: inout WrittenNotebook, losses: inout Losses) {
    let original = cell.original?.format == name ? cell.original : nil
    let fields =
      cell.unknownFields.isEmpty
      ? nil : SideFile(Array(JSONValue.object(cell.unknownFields).text(indent: 1).utf8), ending: "json")
    var described = cell
    if let fields {
      described.metadata[Self.fieldsKey] = .string(fields.name)
      written.sideFiles.append(fields)
    }
    let header = original.flatMap { $0.keepsHeader(of: cell) ? $0.header : nil } ?? PercentMarker(described).line
    var source = original.flatMap { $0.keepsSource(of: cell) ? $0.source : nil } ?? Self.writeSource(cell)
    var between = original?.between ?? ""
    var ignored = Losses()
    let keepsOutputs = original.map { $0.keepsOutputs(of: cell) && $0.keepsSource(of: cell) } ?? false
    let recorded: PercentOutputs.Written
    if keepsOutputs {
      // Only the files are wanted: the lines stand as they were.
      recorded = PercentOutputs.write(cell.outputs, source: cell.source, losses: &ignored)
    } else {
      recorded = PercentOutputs.write(cell.kind == .code ? cell.outputs : [], source: cell.source, losses: &losses)
    }
    written.sideFiles += recorded.files
    var outputs = recorded.text
    if keepsOutputs, let original {
      outputs = original.outputs
    } else {
      let last = TextLines.split(source).last
      let mustClose = last.map { $0.isBlank || Self.looksLikeOutput($0, atTop: false) } == true
      if cell.kind == .code, mustClose { outputs = Self.sourceEnd + "\n" + outputs }
      if outputs.isEmpty, original?.outputs.isEmpty == false { between = "" }
    }
    if !(between + outputs).isEmpty && !source.isEmpty && !source.endsInNewline { source += "\n" }
    let suffix = original?.suffix ?? (isLast ? "" : "\n")
    let text = header + source + between + outputs
    written.text += text + (suffix.isEmpty || text.isEmpty || text.endsInNewline ? "" : "\n") + suffix
  }

  private static func writeSource(_ cell: Cell) -> String {
    guard !cell.source.isEmpty else { return "" }
    let lines = TextLines.split(cell.source + "\n").map(\.withoutLineEnd)
    return lines.map { line in
      if cell.kind == .code { return PercentEscape.encode(line) + "\n" }
      return line.isEmpty ? "#\n" : "# \(PercentEscape.encodeProse(line))\n"
    }.joined()
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
