/// The recorded outputs of a percent script's cell, as comment lines.
///
/// Lines `#> text` are the cell's text: its echo where the cell prints nothing and ends in an expression, else what it printed.
/// `#> <figure 640x480 sha256:0123456789abcdef>` is a picture, whose PNG file stands in the folder beside the script; `#! Name: message`
/// is the error. Whatever does not read back as it was gets a line of its own in front, which names what follows:
///
///     #>--- printed               text on standard output; `unended` when it lacks a final newline
///     #>--- stderr                text on standard error
///     #>--- echo {…}              the value of the last expression; in braces its other forms (`"text/html": "FILE"`)
///     #>--- display {…}           anything else shown
///     #>--- figure 640x480 sha256:0123456789abcdef {…}
///     #>--- error {…}             with the coloured traceback of another tool in a file
///     #>--- raw "FILE"            an output of an unknown kind
///
/// The word `escaped` tells that the lines are written as in a JSON string, because they hold control characters.
struct PercentOutputs {
  /// The cell's source, which decides how text without a name is read.
  let source: String
  /// The contents of side files.
  let sideFile: (String) -> [UInt8]?

  /// Begins a line that names what follows.
  static let mark = "#>---"

  // MARK: Reading

  /// A marked or unmarked group of lines.
  private struct Block {
    var words: [Substring] = []
    var details = JSONObject()
    var file: String?
    var lines: [String] = []
    var errorLines: [String] = []
    var isMarked: Bool { !words.isEmpty }
  }

  /// The outputs that the lines record.
  func read(_ lines: [String]) -> [Output] {
    let isEcho = EchoGuess.endsInExpression(source)
    var outputs: [Output] = []
    var block = Block()
    func settle() {
      defer { block = Block() }
      if block.isMarked {
        if let output = output(of: block) { outputs.append(output) }
        return
      }
      outputs += unmarked(block.lines, isEcho: isEcho)
      if !block.errorLines.isEmpty { outputs.append(.error(line: block.errorLines.joined(separator: "\n"))) }
    }
    for line in lines {
      let text = line.withoutLineEnd
      if let started = Self.block(text) {
        settle()
        block = started
        continue
      }
      let body = text.dropFirst(2)
      let content = String(body.hasPrefix(" ") ? body.dropFirst() : body)
      if text.hasPrefix("#>") {
        if !block.errorLines.isEmpty { settle() }
        block.lines.append(content)
      } else {
        if block.isMarked, block.words[0] != "error" { settle() }
        block.errorLines.append(content)
      }
    }
    settle()
    return outputs
  }

  /// The block that a line opens; nil for a line of text.
  private static func block(_ line: String) -> Block? {
    guard line.hasPrefix(mark + " ") else { return nil }
    var block = Block()
    var rest = line.dropFirst(mark.count + 1)
    while !rest.isEmpty {
      rest = rest.drop { $0 == " " }
      if rest.first == "{" || rest.first == "\"" {
        guard let value = try? JSONParser.parse(String(rest), file: "") else { break }
        if case .object(let details) = value { block.details = details } else { block.file = value.string }
        break
      }
      let word = rest.prefix { $0 != " " }
      block.words.append(word)
      rest = rest[word.endIndex...]
    }
    return block.isMarked ? block : nil
  }

  private func unmarked(_ lines: [String], isEcho: Bool) -> [Output] {
    var outputs: [Output] = []
    var text: [String] = []
    func settle() {
      guard !text.isEmpty else { return }
      let joined = text.joined(separator: "\n")
      outputs.append(isEcho ? .result(joined) : .stream(.standardOutput, joined + "\n"))
      text = []
    }
    for line in lines {
      if let figure = RecordedFigure(line: line, file: sideFile) {
        settle()
        outputs.append(.figure(figure))
      } else {
        text.append(line)
      }
    }
    settle()
    return outputs
  }

  private func output(of block: Block) -> Output? {
    let lines = block.words.contains("escaped") ? block.lines.map(Self.unescaped) : block.lines
    let text = lines.joined(separator: "\n")
    switch block.words[0] {
    case "printed": return .stream(.standardOutput, text + (block.words.contains("unended") ? "" : "\n"))
    case "stderr": return .stream(.standardError, text + (block.words.contains("unended") ? "" : "\n"))
    case "figure":
      guard block.words.count >= 3,
        let figure = RecordedFigure(
          description: "\(block.words[1]) \(block.words[2])", text: block.lines.isEmpty ? nil : text,
          metadata: block.details, file: sideFile)
      else { return nil }
      return .figure(figure)
    case "echo", "display":
      if block.words[0] == "echo", block.details.isEmpty { return .result(text) }
      return bundle(block, text: block.lines.isEmpty ? nil : text)
    case "error":
      guard case .error(let name, let message, _) = Output.error(line: block.errorLines.joined(separator: "\n")) else {
        return nil
      }
      var traceback: [String] = []
      if let file = block.details["traceback"]?.string, let bytes = sideFile(file),
        case .array(let lines)? = try? JSONParser.parse(String(decoding: bytes, as: UTF8.self), file: file)
      {
        traceback = lines.compactMap(\.string)
      }
      return .error(
        name: block.details["name"]?.string ?? name, message: block.details["message"]?.string ?? message,
        traceback: traceback)
    case "raw":
      guard let file = block.file, let bytes = sideFile(file) else { return nil }
      return (try? JSONParser.parse(String(decoding: bytes, as: UTF8.self), file: file)).map { .raw($0) }
    default: return nil
    }
  }

  /// A mime bundle: its text form stands in the lines, the others in braces or in files.
  private func bundle(_ block: Block, text: String?) -> Output {
    var data: [(String, JSONValue)] = []
    var metadata = JSONValue.object(JSONObject())
    var fields = JSONObject()
    for (key, value) in block.details.entries {
      switch (key, value) {
      case ("metadata", _): metadata = value
      case (_, .string(let name)) where key.contains("/") && ContentHash.isFileName(name):
        guard let bytes = sideFile(name) else { continue }
        let kind = SideFileKind.of(key)
        if SideFileKind.isJSON(key) {
          if let value = try? JSONParser.parse(String(decoding: bytes, as: UTF8.self), file: name) { data.append((key, value)) }
        } else {
          data.append((key, .string(kind.isBinary ? Base64.encode(bytes) : String(decoding: bytes, as: UTF8.self))))
        }
      case _ where key.contains("/"): data.append((key, value))
      default: fields[key] = value
      }
    }
    if let text { data.append(("text/plain", .string(text))) }
    fields["data"] = .object(JSONObject(data).sorted)
    fields["metadata"] = metadata
    fields["output_type"] = .string(block.words[0] == "echo" ? "execute_result" : "display_data")
    return OutputBundle.bundle(fields.sorted)
  }

  // MARK: Writing

  /// What writing outputs gives.
  struct Written {
    var text = ""
    var files: [SideFile] = []
  }

  /// The lines that record `outputs`: unmarked as far as they read back the same.
  static func write(_ outputs: [Output], source: String, losses: inout Losses) -> Written {
    var written = Written()
    var kept: [Output] = []
    var isPlain = true
    for output in outputs.map({ reproducible($0, &losses) }) {
      kept.append(output)
      if isPlain, outputs.count <= 64 {
        var plain = written
        plain.text += self.plain(output)
        if case .figure(let figure) = output, !figure.png.isEmpty { plain.files.append(SideFile(figure.png, ending: "png")) }
        let files = plain.files
        let reader = PercentOutputs(source: source) { name in files.first { $0.name == name }?.bytes }
        if !hasControls(plain.text), reader.read(TextLines.split(plain.text)) == kept {
          written = plain
          continue
        }
        // What follows a marked text would be taken for its lines.
        if case .error = output {} else { isPlain = false }
      }
      marked(output, to: &written)
    }
    return written
  }

  /// The output without what the next run gives again: a plain Python traceback above the error's own line.
  private static func reproducible(_ output: Output, _ losses: inout Losses) -> Output {
    guard case .error(let name, let message, let traceback) = output, !traceback.isEmpty,
      !traceback.contains(where: { $0.utf8.contains(0x1B) })
    else { return output }
    if traceback.count > 1 { losses.note(["tracebacks, except for their last lines"]) }
    return .error(name: name, message: message, traceback: [])
  }

  private static func plain(_ output: Output) -> String {
    switch output {
    case .stream(_, let text): return prefixed(TextLines.split(text).map(\.withoutNewline))
    case .result(let text): return prefixed(allLines(text))
    case .figure(let figure): return prefixed([figure.line])
    case .error: return errorLines(output)
    case .raw: return ""
    }
  }

  private static func marked(_ output: Output, to written: inout Written) {
    switch output {
    case .stream(let stream, let text):
      let kind = stream == .standardOutput ? "printed" : "stderr"
      append(kind + (text.endsInNewline ? "" : " unended"), JSONObject(), text.withoutNewline, &written)
    case .result(let text): append("echo", JSONObject(), text, &written)
    case .figure(let figure):
      if !figure.png.isEmpty { written.files.append(SideFile(figure.png, ending: "png")) }
      append("figure \(figure.width)x\(figure.height) sha256:\(figure.hash)", figure.metadata, figure.text, &written)
    case .error(let name, let message, let traceback):
      var details = JSONObject()
      if let line = output.errorLine,
        Output.error(line: line) != .error(name: name, message: message, traceback: [])
          || hasControls(line)
      {
        details["name"] = .string(name)
        details["message"] = .string(message)
      }
      if !traceback.isEmpty {
        let file = SideFile(Array(JSONValue.array(traceback.map { .string($0) }).text(indent: 1).utf8), ending: "json")
        written.files.append(file)
        details["traceback"] = .string(file.name)
      }
      written.text += "\(mark) error" + (details.isEmpty ? "" : " " + JSONValue.object(details).text()) + "\n"
      written.text += errorLines(output)
    case .raw(let value): append(value, &written)
    }
  }

  /// A mime bundle, or anything else as a file of its own.
  private static func append(_ value: JSONValue, _ written: inout Written) {
    guard case .object(let object) = value, case .object(let data)? = object["data"],
      case .object(let metadata)? = object["metadata"],
      let type = object["output_type"]?.string, ["execute_result", "display_data"].contains(type),
      data.entries.allSatisfy({ $0.key.contains("/") }), object.entries.count == 3,
      data["text/plain"] == nil || data["text/plain"]?.string != nil,
      // An echo of nothing but text says no more than its lines.
      type == "display_data" || !metadata.isEmpty || data.entries.contains(where: { $0.key != "text/plain" })
    else {
      let file = SideFile(Array(value.text(indent: 1).utf8), ending: "json")
      written.files.append(file)
      written.text += "\(mark) raw \"\(file.name)\"\n"
      return
    }
    var details = JSONObject()
    for (mime, value) in data.entries where mime != "text/plain" { details[mime] = stored(value, mime, &written) }
    if !metadata.isEmpty { details["metadata"] = .object(metadata) }
    append(type == "execute_result" ? "echo" : "display", details, data["text/plain"]?.string, &written)
  }

  /// The value as it stands in the braces: itself when it is short, else the name of its file.
  private static func stored(_ value: JSONValue, _ mime: String, _ written: inout Written) -> JSONValue {
    let kind = SideFileKind.of(mime)
    let bytes: [UInt8]
    if SideFileKind.isJSON(mime) {
      let text = value.text()
      if value.string == nil, text.utf8.count <= 200 { return value }
      bytes = Array(text.utf8)
    } else if case .string(let text) = value {
      if kind.isBinary {
        guard let decoded = Base64.decode(text) else { return value }
        bytes = decoded
      } else {
        if text.utf8.count <= 100, !ContentHash.isFileName(text) { return value }
        bytes = Array(text.utf8)
      }
    } else {
      return value
    }
    let file = SideFile(bytes, ending: kind.ending)
    written.files.append(file)
    return .string(file.name)
  }

  private static func append(_ kind: String, _ details: JSONObject, _ text: String?, _ written: inout Written) {
    var line = "\(mark) \(kind)"
    let mustEscape = text.map(hasControls) ?? false
    if mustEscape { line += " escaped" }
    if !details.isEmpty { line += " " + JSONValue.object(details).text() }
    written.text += line + "\n"
    if let text { written.text += prefixed(mustEscape ? allLines(text).map(escaped) : allLines(text)) }
  }

  private static func errorLines(_ output: Output) -> String {
    let line = String(String.UnicodeScalarView((output.errorLine ?? "").unicodeScalars.map { $0 == "\r" ? " " : $0 }))
    return allLines(line).map { $0.isEmpty ? "#!\n" : "#! \($0)\n" }.joined()
  }

  private static func prefixed(_ lines: [String]) -> String {
    lines.map { $0.isEmpty ? "#>\n" : "#> \($0)\n" }.joined()
  }

  /// The lines between newlines: one more than there are newlines.
  private static func allLines(_ text: String) -> [String] {
    var lines = TextLines.split(text).map(\.withoutNewline)
    if text.isEmpty || text.endsInNewline { lines.append("") }
    return lines
  }

  // MARK: Control characters

  /// Whether the text holds characters that would break a comment line, or act on a terminal that shows it.
  private static func hasControls(_ text: String) -> Bool {
    text.utf8.contains { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 || $0 == 0x7F }
  }

  private static func escaped(_ line: String) -> String { String(JSONValue.string(line).text().dropFirst().dropLast()) }

  private static func unescaped(_ line: String) -> String {
    (try? JSONParser.parse("\"\(line)\"", file: ""))?.string ?? line
  }
}
