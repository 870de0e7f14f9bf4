/// Jupyter notebooks: `.ipynb`, nbformat 4.0 to 4.5 read, 4.5 written.
///
/// Version history that matters here: 4.1 added `raw` mime types and `execute_result`'s metadata rules, 4.2 attachments,
/// 4.5 cell ids. What is not understood is kept and written back.
struct IPython: Format {
  let name = "ipynb"
  let extensions = ["ipynb"]
  let holdsNumbers = true

  func recognises(_ text: String) -> Bool { true }

  // MARK: Reading

  func read(_ text: String, file: String, sideFile: (String) -> [UInt8]?) throws(NotebookError) -> Notebook {
    func mistake(_ message: String, line: Int = 1) -> NotebookError { NotebookError(file: file, line: line, message: message) }
    let (value, lines) = try JSONParser.parse(text, file: file, linesOf: "cells")
    guard case .object(let root) = value else {
      throw mistake("not a notebook: the file holds no JSON object")
    }
    guard let version = root["nbformat"]?.int else { throw mistake("not a notebook: 'nbformat' is missing") }
    guard version == 4 else {
      let line = TextLines.split(text).firstIndex { $0.utf8.starts(with: " \"nbformat\":".utf8) } ?? 0
      throw mistake(
        "notebook format \(version) is not read, only 4; convert it with 'jupyter nbconvert --to notebook'", line: line + 1)
    }
    guard case .array(let cells)? = root["cells"] else { throw mistake("not a notebook: 'cells' is missing") }
    var notebook = Notebook()
    if case .object(let metadata)? = root["metadata"] { notebook.metadata = metadata }
    if notebook.metadata["kernelspec"] == Self.usualKernel { notebook.metadata["kernelspec"] = nil }
    notebook.unknownFields = root.removing(["cells", "metadata", "nbformat", "nbformat_minor"])
    for (position, value) in cells.enumerated() {
      guard case .object(let object) = value, var cell = Self.readCell(object) else {
        throw mistake("cell \(position + 1) is not a notebook cell", line: lines[position])
      }
      cell.line = lines[position]
      notebook.cells.append(cell)
    }
    return notebook
  }

  private static func readCell(_ object: JSONObject) -> Cell? {
    guard let type = object["cell_type"]?.string, let source = object["source"]?.joinedText else { return nil }
    // A kind of cell that nothing here knows runs nothing, and its name is kept.
    var cell = Cell(kind: Cell.Kind(rawValue: type) ?? .raw, source: source)
    if case .object(let metadata)? = object["metadata"] { cell.metadata = metadata }
    if let title = cell.metadata["title"]?.string, PercentMarker("# %% \(title)").title == title {
      cell.title = title
      cell.metadata["title"] = nil
    }
    cell.id = object["id"]?.string
    cell.executionCount = object["execution_count"]?.int
    if case .array(let outputs)? = object["outputs"] {
      cell.outputs = outputs.map { OutputBundle.read($0, executionCount: cell.executionCount) }
    }
    cell.unknownFields = object.removing(["source", "metadata", "id", "execution_count", "outputs"])
    if Cell.Kind(rawValue: type) != nil { cell.unknownFields["cell_type"] = nil }
    return cell
  }

  // MARK: Writing

  func write(_ notebook: Notebook) -> WrittenNotebook {
    var taken: Set<String> = []
    let cells = notebook.cells.map { JSONValue.object(Self.writeCell($0, taken: &taken)) }
    var metadata = notebook.metadata
    if metadata["kernelspec"] == nil { metadata["kernelspec"] = Self.usualKernel }
    let fields: [(String, JSONValue)] = [
      ("cells", .array(cells)), ("metadata", .object(metadata.sorted)), ("nbformat", .number("4")),
      ("nbformat_minor", .number("5")),
    ]
    let root = JSONObject(fields + notebook.unknownFields.entries.map { ($0.key, $0.value) })
    var losses = Losses()
    for figure in notebook.cells.flatMap({ $0.outputs.figures }) where figure.png.isEmpty {
      losses.note(["the picture \(figure.hash).png, which is missing"])
    }
    return WrittenNotebook(text: JSONValue.object(root).text(indent: 1) + "\n", dropped: losses.messages)
  }

  /// The kernel that a notebook is for when nothing is said.
  private static let usualKernel = JSONValue.object(
    JSONObject([
      ("display_name", .string("Python 3")), ("language", .string("python")), ("name", .string("python3")),
    ]))

  /// The cell's fields in alphabetical order, as Jupyter itself writes them.
  private static func writeCell(_ cell: Cell, taken: inout Set<String>) -> JSONObject {
    var fields: [(String, JSONValue)] = cell.unknownFields.entries.map { ($0.key, $0.value) }
    if cell.unknownFields["cell_type"] == nil { fields.append(("cell_type", .string(cell.kind.rawValue))) }
    fields.append(("id", .string(freshID(cell, taken: &taken))))
    var metadata = cell.metadata
    if let title = cell.title { metadata["title"] = .string(title) }
    // A script may have them in one text; here they are a list.
    if case .string(let tags)? = metadata["tags"] {
      metadata["tags"] = .array(tags.split { $0 == " " || $0 == "," }.map { .string(String($0)) })
    }
    fields.append(("metadata", .object(metadata)))
    fields.append(("source", OutputBundle.lines(cell.source)))
    if cell.kind == .code {
      let count: JSONValue = cell.executionCount.map { .number(String($0)) } ?? .null
      fields.append(("execution_count", count))
      fields.append(("outputs", .array(cell.outputs.map { OutputBundle.json(of: $0, executionCount: count) })))
    }
    return JSONObject(fields.sorted { $0.0 < $1.0 })
  }

  /// The cell's own id when it is valid and not yet used, else one made of its text, so that writing twice gives the same file.
  private static func freshID(_ cell: Cell, taken: inout Set<String>) -> String {
    if let id = cell.id, isValid(id), taken.insert(id).inserted { return id }
    return contentID(cell, taken: &taken)
  }

  /// An id made of the cell's text.
  static func contentID(_ cell: Cell, taken: inout Set<String>) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in cell.source.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    while true {
      let digits = String(hash & 0xFFFF_FFFF, radix: 16)
      let id = String(repeating: "0", count: 8 - digits.count) + digits
      if taken.insert(id).inserted { return id }
      hash &+= 1
    }
  }

  private static func isValid(_ id: String) -> Bool {
    (1...64).contains(id.utf8.count)
      && id.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"),
          UInt8(ascii: "-"), UInt8(ascii: "_"):
          true
        default: false
        }
      }
  }
}
