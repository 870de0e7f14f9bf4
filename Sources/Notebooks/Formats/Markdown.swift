/// Markdown: fenced blocks marked `python` or `py` are the code cells, the text between them the prose.
///
/// Lecture posts record outputs in several ways; all are read, and an update keeps the way it found:
/// - an `output` fence after the block (the one that is written for new outputs),
/// - a quote block after it that starts with `> #result`,
/// - a triple-quoted literal at the block's end that starts with `output`,
/// - comment lines at the block's end, after a `print`,
/// - what stands between the `>>> ` lines of a transcript, whose prompts are stripped; each recorded output ends a cell.
struct Markdown: Format {
  let name = "markdown"
  let extensions = ["md", "markdown"]

  func recognises(_ text: String) -> Bool { true }

  func read(_ text: String, file: String, sideFile: (String) -> [UInt8]?) throws(NotebookError) -> Notebook {
    let lines = TextLines.split(text)
    var notebook = Notebook()
    var index = 0
    if lines.first?.withoutLineEnd == "---", let close = lines.dropFirst().firstIndex(where: { $0.withoutLineEnd == "---" }) {
      notebook.metadata = FrontMatter.read(lines[1..<close].map(\.withoutLineEnd))
      index = close + 1
      while index < lines.count, lines[index].isBlank { index += 1 }
      notebook.preamble = lines[..<index].joined()
      notebook.preambleFormat = name
    }
    var prose = index..<index
    while index < lines.count {
      guard let fence = MarkdownFence(opening: lines[index]) else {
        index += 1
        prose = prose.lowerBound..<index
        continue
      }
      let bodyStart = index + 1
      guard let close = lines[bodyStart...].firstIndex(where: { fence.isClosed(by: $0) }) else {
        if fence.isCode {
          throw NotebookError(file: file, line: index + 1, message: "the code block that starts here is not closed")
        }
        index = lines.count
        prose = prose.lowerBound..<index
        continue
      }
      guard fence.isCode else {
        index = close + 1
        prose = prose.lowerBound..<index
        continue
      }
      appendProse(lines, prose, to: &notebook)
      var cells = codeCells(lines, open: index, close: close, fence)
      index = close + 1
      if cells.count == 1, let after = MarkdownOutputs.following(lines, from: index, source: cells[0].source) {
        cells[0].recordFollowing(after, lines: lines, from: index, format: name)
        index = after.lines.upperBound
      }
      notebook.cells += cells
      prose = index..<index
    }
    appendProse(lines, prose, to: &notebook)
    return notebook
  }

  /// Adds the text between two blocks as a cell, or, if it is blank, as the end of the cell before it.
  private func appendProse(_ lines: [String], _ range: Range<Int>, to notebook: inout Notebook) {
    guard !range.isEmpty else { return }
    let text = Array(lines[range])
    let leading = text.prefix { $0.isBlank }.count
    guard leading < text.count else {
      if let last = notebook.cells.indices.last, notebook.cells[last].original != nil {
        notebook.cells[last].original?.suffix += text.joined()
      } else {
        notebook.preamble += text.joined()
        notebook.preambleFormat = name
      }
      return
    }
    let end = text.count - text.trailingBlankCount
    var cell = Cell(kind: .markdown, source: Array(text[leading..<end]).joinedSource())
    cell.line = range.lowerBound + leading + 1
    cell.remember(
      format: name, header: text[..<leading].joined(), source: text[leading..<end].joined(), suffix: text[end...].joined())
    notebook.cells.append(cell)
  }

  /// The cell in the block between the fences at `open` and `close`; a transcript may hold several.
  private func codeCells(_ lines: [String], open: Int, close: Int, _ fence: MarkdownFence) -> [Cell] {
    let body = Array(lines[(open + 1)..<close])
    let parts = MarkdownOutputs.parts(of: body)
    return parts.enumerated().map { position, part in
      var cell = Cell(
        source: part.source, metadata: fence.properties, outputs: MarkdownOutputs.outputs(part.outputs, source: part.source))
      cell.line = open + 2 + part.sourceLines.lowerBound
      cell.remember(
        format: name, header: position == 0 ? lines[open] : "", source: body[part.sourceLines].joined(),
        between: body[part.sourceLines.upperBound..<part.outputLines.lowerBound].joined(),
        outputs: body[part.outputLines].joined(),
        suffix: body[part.outputLines.upperBound..<part.end].joined() + (position == parts.count - 1 ? lines[close] : ""))
      return cell
    }
  }

  func write(_ notebook: Notebook) -> WrittenNotebook {
    var text = notebook.preambleFormat == name ? notebook.preamble : ""
    var losses = Losses()
    let properties = FrontMatter.lines(for: notebook.metadata)
    if text.isEmpty, !properties.isEmpty { text = "---\n" + properties.map { $0 + "\n" }.joined() + "---\n\n" }
    noteLosses(notebook, &losses)
    for (position, cell) in notebook.cells.enumerated() {
      if !text.isEmpty && !text.endsInNewline { text += "\n" }
      text += write(cell, isLast: position == notebook.cells.count - 1, losses: &losses)
    }
    return WrittenNotebook(text: text, dropped: losses.messages)
  }

  private func noteLosses(_ notebook: Notebook, _ losses: inout Losses) {
    for (cell, next) in zip(notebook.cells, notebook.cells.dropFirst()) where cell.kind != .code && next.kind != .code {
      losses.note(["the borders between cells of prose"])
    }
    for cell in notebook.cells {
      if cell.title != nil { losses.note(["titles of cells"]) }
      if cell.kind != .code, !cell.metadata.isEmpty { losses.note(["properties of cells that are not code"]) }
      if cell.kind == .raw { losses.note(["the difference between raw text and prose"]) }
      if !cell.unknownFields.isEmpty { losses.note(["attachments and other fields of cells"]) }
      if cell.executionCount != nil { losses.note(["the numbers In [n] of the cells"]) }
      let lines = cell.kind == .code ? [] : TextLines.split(cell.source)
      if lines.contains(where: { MarkdownFence(opening: $0)?.isCode == true }), cell.original?.format != name {
        losses.note(["that code blocks inside prose are no cells"])
      }
    }
  }

  /// A cell's properties, as they stand after the language of its fence.
  private static func properties(of cell: Cell) -> String {
    var marker = PercentMarker()
    marker.metadata = cell.metadata
    return String(marker.line.dropFirst(4).dropLast())
  }

  private func write(_ cell: Cell, isLast: Bool, losses: inout Losses) -> String {
    guard var original = cell.original, original.format == name, cell.kind == original.meaning.kind else {
      if cell.kind != .code { return cell.source + (isLast ? "\n" : "\n\n") }
      let fence = MarkdownFence.fence(around: cell.source)
      let block = "\(fence)python\(Self.properties(of: cell))\n\(cell.source)\n\(fence)\n"
      return block + MarkdownOutputs.fenced(cell.outputs, source: cell.source, losses: &losses) + (isLast ? "" : "\n")
    }
    if !original.keepsHeader(of: cell), let fence = MarkdownFence(opening: original.header) {
      original.header = "\(fence.mark)\(fence.words.first ?? "python")\(Self.properties(of: cell))\n"
    }
    var source = original.source
    if !original.keepsSource(of: cell) {
      source = source.hasPrefix(">>>") ? MarkdownOutputs.prompted(cell.source) : cell.source + "\n"
    }
    if original.keepsOutputs(of: cell) {
      return original.header + source + original.between + original.outputs + original.suffix
    }
    if !original.outputs.isEmpty, let same = MarkdownOutputs.rewritten(original.outputs, for: cell.outputs, source: cell.source)
    {
      return original.header + source + original.between + same + original.suffix
    }
    let fenced = MarkdownOutputs.fenced(cell.outputs, source: cell.source, losses: &losses)
    if original.outputs.isEmpty {
      // The suffix holds the closing fence and the blank lines after it.
      let after = TextLines.split(original.suffix)
      let blank = after.trailingBlankCount
      return original.header + source + original.between + after.dropLast(blank).joined() + fenced
        + after.suffix(blank).joined()
    }
    // The old outputs' shape cannot hold the new ones: they go, and a fence follows the block.
    let block = original.between.contains("```") ? original.header + source + original.between : original.header + source
    let rest = original.between.contains("```") ? original.suffix : ""
    let closing = original.between.contains("```") ? "" : original.suffix
    return block + closing + fenced + rest
  }
}

extension Cell {
  /// Takes what follows the closing fence as the recorded outputs.
  fileprivate mutating func recordFollowing(
    _ after: MarkdownOutputs.Following, lines: [String], from index: Int, format: String
  ) {
    guard outputs.isEmpty, let block = original else { return }
    outputs = after.outputs
    remember(
      format: format, header: block.header, source: block.source,
      between: block.between + block.outputs + block.suffix + lines[index..<after.lines.lowerBound].joined(),
      outputs: lines[after.lines].joined())
  }
}
