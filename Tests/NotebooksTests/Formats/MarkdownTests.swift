import Notebooks
import Testing

@Suite struct MarkdownTests {
  let format = FormatRegistry.format(forNewFile: "x.md")!

  func cells(_ text: String) throws -> [Cell] { try format.read(text, file: "x.md").cells.filter { $0.kind == .code } }

  func updated(_ text: String, _ outputs: [Output]) throws -> String {
    var notebook = try format.read(text, file: "x.md")
    notebook.cells[0].outputs = outputs
    return format.write(notebook).text
  }

  @Test func fencesMarkedPythonAreCells() throws {
    let found = try cells("a\n```python\nx\n```\n```\ny\n```\n```py\nz\n```\n~~~~ python\nw\n~~~~\n```{python}\nv\n```\n")
    #expect(found.map(\.source) == ["x", "z", "w", "v"])
    #expect(found.map(\.line) == [3, 9, 12, 15])
  }

  @Test func quoteBlocksThatStartWithResultAreOutputs() throws {
    let text = "```python\nx\n```\n> #result  \ntorch.Size([1])\n\nmore\n"
    #expect(try cells(text)[0].outputs.shownText == "torch.Size([1])\n")
    #expect(try updated(text, [.result("2")]) == "```python\nx\n```\n> #result  \n2\n\nmore\n")
  }

  @Test func trailingLiteralsAreOutputs() throws {
    let text = "```python\nprint(1)\n    \n'''output\n1\n2\n'''\n```\n"
    let cell = try cells(text)[0]
    #expect(cell.source == "print(1)")
    #expect(cell.outputs.shownText == "1\n2\n")
    #expect(try updated(text, [.result("3")]) == "```python\nprint(1)\n    \n'''output\n3\n'''\n```\n")
  }

  @Test func commentsAfterAPrintAreOutputs() throws {
    let text = "```python\nprint(x)\n# 1\n#  2\n```\n"
    #expect(try cells(text)[0].outputs.shownText == "1\n 2\n")
    #expect(try updated(text, [.stream(.standardOutput, "3\n\n4\n")]) == "```python\nprint(x)\n# 3\n#\n# 4\n```\n")
    #expect(try cells("```python\nx = 1\n# y = 2\n```\n")[0].outputs.isEmpty)
  }

  @Test func transcriptsLoseTheirPromptsAndSplitAtOutputs() throws {
    let found = try cells("```python\n>>> x = 1\n>>> x\n1\n>>> if x:\n...     2\n2\n```\n")
    #expect(found.map(\.source) == ["x = 1\nx", "if x:\n    2"])
    #expect(found.map { $0.outputs.shownText } == ["1\n", "2\n"])
  }

  @Test func tracebacksInTranscriptsAndFencesAreErrors() throws {
    let traceback = "Traceback (most recent call last):\n  File \"<stdin>\", line 1, in <module>\nValueError: no"
    let error = Output.error(name: "ValueError", message: "no", traceback: [])
    let found = try cells("```python\n>>> print(1); f()\n1\n\(traceback)\n>>> 2\n2\n```\n")
    #expect(found.map(\.source) == ["print(1); f()", "2"])
    #expect(found[0].outputs == [.stream(.standardOutput, "1\n"), error])
    #expect(try cells("```python\nf()\n```\n```output\n\(traceback)\n```\n")[0].outputs == [error])
  }

  @Test func propertiesStandAfterTheLanguage() throws {
    let text = "---\nrtol: 0.1\n---\n\n```python raises=\"ValueError\" tags=[\"a\"]\nf()\n```\n"
    let notebook = try format.read(text, file: "x.md")
    #expect(notebook.metadata["rtol"] == .number("0.1"))
    #expect(notebook.cells[0].metadata["raises"] == .string("ValueError"))
    #expect(format.write(notebook).text == text)
    var copy = notebook
    copy.preamble = ""
    copy.cells[0].original = nil
    #expect(format.write(copy).text == text)
  }

  @Test func whatMarkdownCannotHoldIsTold() {
    var raw = Cell(kind: .raw, title: "t", source: "```python\n1\n```")
    raw.unknownFields = JSONObject([("attachments", .null)])
    let dropped = format.write(Notebook(cells: [raw, Cell(kind: .markdown, source: "x")])).dropped
    #expect(
      dropped == [
        "the borders between cells of prose", "titles of cells", "the difference between raw text and prose",
        "attachments and other fields of cells", "that code blocks inside prose are no cells",
      ])
  }

  @Test func newOutputsGoIntoAFence() throws {
    #expect(try updated("```python\nx\n```\n\nmore\n", [.result("1")]) == "```python\nx\n```\n\n```output\n1\n```\n\nmore\n")
    #expect(
      try updated("```python\nx\n```\n", [.result("```")]) == "```python\nx\n```\n\n````output\n```\n````\n")
  }

  @Test func anErrorIsRecordedInItsOwnFence() throws {
    let error = Output.error(name: "ValueError", message: "no", traceback: [])
    let text = try updated("```python\nx\n```\n", [.stream(.standardOutput, "1\n"), error])
    #expect(text == "```python\nx\n```\n\n```output\n1\n```\n```output error\nValueError: no\n```\n")
    #expect(try cells(text)[0].outputs == [.result("1"), error])
  }

  @Test func anOpenBlockIsNamedByItsLine() {
    #expect(throws: NotebookError(file: "x.md", line: 2, message: "the code block that starts here is not closed")) {
      try format.read("a\n```python\nx\n", file: "x.md")
    }
  }
}
