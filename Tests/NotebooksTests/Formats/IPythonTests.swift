import Notebooks
import Testing

@Suite struct IPythonTests {
  let format = FormatRegistry.format(forNewFile: "x.ipynb")!

  @Test(arguments: [
    ("{", 1, "not valid JSON: the text ends where a name in quotes should be"),
    ("{\n\"a\": [1,\n}", 3, "not valid JSON: a value expected, '}' found"),
    ("[1] x", 1, "not valid JSON: text after the end of the JSON value"),
    ("[01]", 1, "not valid JSON: ',' or ']' expected, '1' found"),
    ("[1.]", 1, "not valid JSON: a digit expected, ']' found"),
    ("[1e]", 1, "not valid JSON: a digit expected, ']' found"),
    ("[-]", 1, "not valid JSON: a digit expected, ']' found"),
    ("[+1]", 1, "not valid JSON: a value expected, '+' found"),
    ("{\"a\" 1}", 1, "not valid JSON: ':' expected, '1' found"),
    ("{a: 1}", 1, "not valid JSON: a name in quotes expected, 'a' found"),
    ("[\n\"a\nb\"]", 2, "not valid JSON: a control character inside a string"),
    (#"["\x"]"#, 1, "not valid JSON: an unknown escape in a string"),
    (#"["\u12g4"]"#, 1, "not valid JSON: four hexadecimal digits expected after \\u"),
    ("[\"a", 1, "not valid JSON: a string does not end"),
    ("[tru]", 1, "not valid JSON: a value expected, 't' found"),
    ("", 1, "not valid JSON: the text ends where a value should be"),
    (String(repeating: "[", count: 100_000), 1, "not valid JSON: nested more than 200 levels deep"),
  ]) func brokenJSONIsNamedByItsLine(text: String, line: Int, message: String) {
    #expect(throws: NotebookError(file: "x.ipynb", line: line, message: message)) { try format.read(text, file: "x.ipynb") }
  }

  @Test(arguments: [
    ("[]", "not a notebook: the file holds no JSON object"),
    ("{\"cells\": []}", "not a notebook: 'nbformat' is missing"),
    ("{\"nbformat\": 4}", "not a notebook: 'cells' is missing"),
    ("{\"nbformat\": 4, \"cells\": [1]}", "cell 1 is not a notebook cell"),
    (
      "{\"nbformat\": 3, \"worksheets\": []}",
      "notebook format 3 is not read, only 4; convert it with 'jupyter nbconvert --to notebook'"
    ),
  ]) func otherFilesAreRefused(text: String, message: String) {
    #expect(throws: NotebookError(file: "x.ipynb", line: 1, message: message)) { try format.read(text, file: "x.ipynb") }
  }

  @Test func idsAreMadeWhereMissingOrRepeated() throws {
    let text = format.write(Notebook(cells: [Cell(source: "1"), Cell(source: "1")])).text
    let ids = try format.read(text, file: "").cells.compactMap(\.id)
    #expect(Set(ids).count == 2)
    #expect(try format.write(format.read(text, file: "")).text == text)
  }

  @Test func surrogatePairsAndLoneSurrogatesAreRead() throws {
    let value = try JSONParser.parse(#""\ud83d\ude00 \ud83d x""#, file: "")
    #expect(value == .string("😀 \u{FFFD} x"))
  }

  @Test func percentScriptsBecomeNotebooksAndBack() throws {
    let text = "# %% [markdown]\n# Hello\n\n# %% raises=\"ValueError\"\n%time f()\n#> 1\n#! ValueError: no\n"
    let percent = FormatRegistry.all[0]
    let notebook = try percent.read(text, file: "")
    let back = try format.read(format.write(notebook).text, file: "")
    #expect(back.cells == notebook.cells)
  }
}
