/// The ways in which lecture posts record outputs.
enum MarkdownOutputs {
  /// A piece of a code block: source, then recorded outputs; line numbers count from the block's first line.
  struct Part {
    var source: String
    var sourceLines: Range<Int>
    var outputs = ""
    var outputLines: Range<Int>
    /// Where the piece ends, blank lines included.
    var end: Int
  }

  /// Outputs that follow a closed block.
  struct Following {
    var lines: Range<Int>
    var outputs: [Output]
  }

  /// The outputs that recorded text stands for: `<figure …>` lines are pictures, a traceback at the end is the error.
  static func outputs(_ text: String, source: String) -> [Output] {
    guard !text.isEmpty else { return [] }
    var lines = TextLines.split(text).map(\.withoutLineEnd)
    var error: Output?
    if let start = lines.firstIndex(of: "Traceback (most recent call last):"),
      let last = lines[(start + 1)...].firstIndex(where: { !$0.hasPrefix(" ") && !$0.isBlank }),
      lines[(last + 1)...].allSatisfy({ !$0.hasPrefix("Traceback") })
    {
      error = .error(line: lines[last...].joined(separator: "\n").trimmed)
      lines.removeSubrange(start...)
    }
    let marked = PercentOutputs(source: source) { _ in nil }
    return marked.read(lines.map { "#> " + $0 }) + (error.map { [$0] } ?? [])
  }

  // MARK: Inside the block

  /// The pieces of a block: one, unless it is a transcript with outputs in between.
  static func parts(of body: [String]) -> [Part] {
    if body.first(where: { !$0.isBlank })?.hasPrefix(">>>") == true { return transcript(body) }
    return [trailingLiteral(body) ?? trailingComments(body) ?? whole(body)]
  }

  private static func whole(_ body: [String]) -> Part {
    Part(source: body.joinedSource(), sourceLines: 0..<body.count, outputLines: body.count..<body.count, end: body.count)
  }

  /// A triple-quoted literal at the end whose first line is `output`.
  private static func trailingLiteral(_ body: [String]) -> Part? {
    let end = body.count - body.trailingBlankCount
    for quotes in ["'''", "\"\"\""] {
      guard end > 0, let start = body[..<end].lastIndex(where: { $0.trimmed == quotes + "output" }), start < end - 1,
        body[end - 1].trimmed.hasSuffix(quotes)
      else { continue }
      let last = body[end - 1].withoutLineEnd.trimmingSuffix(quotes)
      var lines = body[(start + 1)..<(end - 1)].map { $0.withoutLineEnd }
      if !last.isEmpty { lines.append(last) }
      guard !lines.contains(where: { $0.contains(quotes) }) else { continue }
      let sourceEnd = start - body[..<start].trailingBlankCount
      return Part(
        source: Array(body[..<sourceEnd]).joinedSource(), sourceLines: 0..<sourceEnd,
        outputs: lines.map { $0 + "\n" }.joined(), outputLines: start..<end, end: body.count)
    }
    return nil
  }

  /// Comment lines at the end, after a `print` at the margin; earlier prints must have theirs as well, and these stay in the source.
  private static func trailingComments(_ body: [String]) -> Part? {
    let end = body.count - body.trailingBlankCount
    var chunks: [Range<Int>] = []
    var prints = 0
    var index = 0
    while index < end {
      guard body[index].hasPrefix("print(") || body[index].hasPrefix("print (") else {
        index += 1
        continue
      }
      prints += 1
      index += 1
      var start = index
      while start < end, body[start].isBlank { start += 1 }
      var stop = start
      while stop < end, body[stop].hasPrefix("#") || body[stop].isBlank { stop += 1 }
      stop -= body[start..<stop].reversed().prefix { $0.isBlank }.count
      if stop > start { chunks.append(start..<stop) }
      index = max(index, stop)
    }
    guard let last = chunks.last, last.upperBound == end, chunks.count == prints else { return nil }
    let outputs = chunks.map { chunk in
      body[chunk].map { line in
        let text = line.withoutLineEnd.drop { $0 == "#" }
        return (text.hasPrefix(" ") ? text.dropFirst() : text) + "\n"
      }.joined()
    }
    let sourceEnd = last.lowerBound - body[..<last.lowerBound].trailingBlankCount
    return Part(
      source: Array(body[..<sourceEnd]).joinedSource(), sourceLines: 0..<sourceEnd, outputs: outputs.joined(),
      outputLines: last, end: body.count)
  }

  /// A transcript: a cell ends after each recorded output.
  private static func transcript(_ body: [String]) -> [Part] {
    func isCode(_ line: String) -> Bool {
      let text = line.withoutLineEnd
      return text.hasPrefix(">>> ") || text.hasPrefix("... ") || text == ">>>" || text == "..."
    }
    var parts: [Part] = []
    var index = 0
    while index < body.count {
      let start = index
      while index < body.count, isCode(body[index]) || body[index].isBlank && parts.isEmpty && index == start { index += 1 }
      while index < body.count, isCode(body[index]) { index += 1 }
      let sourceEnd = index
      while index < body.count, !isCode(body[index]) { index += 1 }
      let outputEnd = index - body[sourceEnd..<index].reversed().prefix { $0.isBlank }.count
      if outputEnd <= sourceEnd, index < body.count, var last = parts.popLast(), last.outputs.isEmpty {
        last.end = index
        parts.append(last)
      }
      let source = body[start..<sourceEnd].map { $0.withoutLineEnd.dropFirst(4) }.joined(separator: "\n")
      parts.append(
        Part(
          source: source, sourceLines: start..<sourceEnd,
          outputs: body[sourceEnd..<max(sourceEnd, outputEnd)].map { $0.withoutLineEnd + "\n" }.joined(),
          outputLines: sourceEnd..<max(sourceEnd, outputEnd), end: index))
      if index == start { break }
    }
    return parts
  }

  /// Source with the prompts of a transcript.
  static func prompted(_ source: String) -> String {
    var text = ""
    for (position, line) in TextLines.split(source + "\n").enumerated() {
      let continues = position > 0 && (line.hasPrefix(" ") || line.isBlank)
      text += (continues ? "... " : ">>> ") + line
    }
    return text
  }

  // MARK: After the block

  /// Recorded outputs that stand after a closed block, blank lines between them allowed.
  static func following(_ lines: [String], from start: Int, source: String) -> Following? {
    var index = start
    while index < lines.count, lines[index].isBlank { index += 1 }
    guard index < lines.count else { return nil }
    if lines[index].trimmed.lowercased() == "> #result" { return quoted(lines, at: index, source: source) }
    var following: Following?
    while index < lines.count, let fence = MarkdownFence(opening: lines[index]), fence.isOutput,
      let close = lines[(index + 1)...].firstIndex(where: { fence.isClosed(by: $0) })
    {
      let text = lines[(index + 1)..<close].joined()
      let output: Output
      switch fence.words.dropFirst().first {
      case "error": output = .error(line: text.trimmed)
      case "stderr": output = .stream(.standardError, text)
      default:
        following = Following(
          lines: (following?.lines.lowerBound ?? index)..<(close + 1),
          outputs: (following?.outputs ?? []) + outputs(text, source: source))
        index = close + 1
        continue
      }
      following = Following(
        lines: (following?.lines.lowerBound ?? index)..<(close + 1), outputs: (following?.outputs ?? []) + [output])
      index = close + 1
    }
    return following
  }

  private static func quoted(_ lines: [String], at start: Int, source: String) -> Following {
    var index = start + 1
    var text = ""
    while index < lines.count, !lines[index].isBlank, MarkdownFence(opening: lines[index]) == nil {
      let line = lines[index].withoutLineEnd
      let inner = line.hasPrefix("> ") ? line.dropFirst(2) : line == ">" ? "" : line[...]
      // Two spaces at the end are Markdown's line break, not output.
      text += (inner.hasSuffix("  ") ? inner.dropLast(2) : inner) + "\n"
      index += 1
    }
    return Following(lines: start..<index, outputs: outputs(text, source: source))
  }

  // MARK: Writing

  /// Outputs as fences to stand after the block.
  static func fenced(_ outputs: [Output], source: String, losses: inout Losses) -> String {
    var text = ""
    let shown = outputs.shownTextAndFigures
    func add(_ info: String, _ body: String) {
      let fence = MarkdownFence.fence(around: body)
      text += "\n\(fence)\(info)\n\(body)\(body.endsInNewline ? "" : "\n")\(fence)\n"
    }
    if !shown.isEmpty { add("output", shown) }
    for output in outputs {
      switch output {
      case .stream(.standardError, let body): add("output stderr", body)
      case .error: add("output error", output.errorLine ?? "")
      case .raw: losses.note(["all but the text form of an output"])
      case .figure: losses.note(["pictures (but their sizes and hashes)"])
      default: break
      }
    }
    let texts = outputs.filter {
      switch $0 {
      case .stream(.standardOutput, _), .result: true
      default: false
      }
    }
    let read = Self.outputs(shown, source: source).filter { if case .figure = $0 { false } else { true } }
    if texts != read, !texts.isEmpty { losses.note(["which text was printed and which is an echo"]) }
    // Several fences stand together, without blank lines between them.
    return text.replacingBlankLinesBetweenFences()
  }

  /// New outputs in the shape of the old ones, or nil where that shape cannot hold them.
  static func rewritten(_ old: String, for outputs: [Output], source: String) -> String? {
    let shown = outputs.shownTextAndFigures
    let isPlain = outputs.allSatisfy { if case .error = $0 { false } else { true } }
    guard isPlain, !shown.isEmpty else { return nil }
    let first = TextLines.split(old).first ?? ""
    let lines = TextLines.split(shown)
    if first.trimmed.lowercased() == "> #result" {
      let mustQuote = lines.contains { $0.isBlank || $0.hasPrefix(">") || $0.hasPrefix("```") } || old.contains("\n> ")
      return first + lines.map { mustQuote ? ($0.isBlank ? ">\n" : "> " + $0) : $0 }.joined()
    }
    for quotes in ["'''", "\"\"\""] where first.trimmed == quotes + "output" {
      return shown.contains(quotes) || shown.contains("\\") ? nil : first + shown + quotes + "\n"
    }
    if first.hasPrefix("#") { return lines.map { $0.isBlank ? "#\n" : "# " + $0 }.joined() }
    guard MarkdownFence(opening: first)?.isOutput == true else {
      return lines.contains { $0.isBlank || $0.hasPrefix(">>>") || $0.hasPrefix("...") } ? nil : shown
    }
    var losses = Losses()
    let fenced = fenced(outputs, source: source, losses: &losses)
    return String(fenced.drop { $0 == "\n" })
  }
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }

  fileprivate func replacingBlankLinesBetweenFences() -> String {
    var lines = TextLines.split(self)
    var index = 1
    var open: MarkdownFence? = nil
    while index < lines.count {
      if let fence = open {
        if fence.isClosed(by: lines[index]) {
          open = nil
          if index + 1 < lines.count, lines[index + 1].isBlank { lines.remove(at: index + 1) }
        }
      } else {
        open = MarkdownFence(opening: lines[index])
      }
      index += 1
    }
    return lines.joined()
  }
}
