/// Plain Python scripts: one code cell, no outputs, no echo.
struct PlainScript: Format {
  let name = "script"
  let extensions = ["py"]
  let echoesLastExpression = false

  func recognises(_ text: String) -> Bool { true }

  func read(_ text: String, file: String, sideFile: (String) -> [UInt8]?) throws(NotebookError) -> Notebook {
    var cell = Cell(source: TextLines.split(text).joinedSource())
    cell.line = 1
    cell.remember(format: name, source: text)
    return Notebook(cells: [cell], echoesLastExpression: echoesLastExpression)
  }

  func write(_ notebook: Notebook) -> WrittenNotebook {
    var text = ""
    var losses = Losses()
    for cell in notebook.cells {
      if !text.isEmpty { text += text.endsInNewline ? "\n" : "\n\n" }
      if !cell.outputs.isEmpty { losses.note(["recorded outputs"]) }
      if let original = cell.original, original.format == name, original.keepsSource(of: cell) {
        text += original.source
      } else if cell.kind == .code {
        text += cell.source + "\n"
      } else {
        losses.note(["the difference between prose and comments"])
        text += TextLines.split(cell.source + "\n").map { $0 == "\n" ? "#\n" : "# " + $0 }.joined()
      }
    }
    return WrittenNotebook(text: text, dropped: losses.messages)
  }
}
