import Notebooks
import Testing

@Suite struct PercentScriptTests {
  func read(_ text: String) throws -> Notebook {
    let format = try #require(FormatRegistry.format(ofFile: "x.py", holding: text))
    #expect(format.name == "percent")
    return try format.read(text, file: "x.py")
  }

  static let format = FormatRegistry.all[0]

  func write(_ notebook: Notebook) -> String { FormatRegistry.all[0].write(notebook).text }

  @Test func markersStateTypeTitleAndProperties() throws {
    let cell = try read("# %% The title [markdown] a=\"b c\" n=[1, 2]\n# text\n").cells[0]
    #expect(cell.kind == .markdown)
    #expect(cell.title == "The title")
    #expect(cell.metadata == JSONObject([("a", .string("b c")), ("n", .array([.number("1"), .number("2")]))]))
    #expect(cell.source == "text")
  }

  @Test func outputsAndErrorsAreTakenFromTheEnd() throws {
    let cell = try read("# %%\nf()\n#> a\n#>\n#>  b\n#! ValueError: no\n").cells[0]
    #expect(cell.source == "f()")
    #expect(
      cell.outputs == [
        .result("a\n\n b"), .error(name: "ValueError", message: "no", traceback: []),
      ])
  }

  @Test func outputTextThatLooksLikeAnOutputIsPrefixedOnceMore() throws {
    let cell = try read("# %%\nprint('#> x')\n#> #> x\n").cells[0]
    #expect(cell.outputs.shownText == "#> x\n")
  }

  @Test func sourceThatEndsLikeAnOutputIsClosedByALine() throws {
    var notebook = Notebook(cells: [Cell(source: "f()\n#> mine")])
    #expect(write(notebook) == "# %%\nf()\n#> mine\n#>---\n")
    notebook.cells[0].outputs = [.result("1")]
    let text = write(notebook)
    #expect(text == "# %%\nf()\n#> mine\n#>---\n#> 1\n")
    #expect(try read(text).cells == notebook.cells)
  }

  @Test func magicsAndMarkersInSourceAreComments() throws {
    let source = "%matplotlib inline\n!ls\n# %timeit f()\n# %% not a cell\n%%time"
    let text = write(Notebook(cells: [Cell(source: source)]))
    #expect(text == "# %%\n# %matplotlib inline\n# !ls\n# # %timeit f()\n# # %% not a cell\n# %%time\n")
    #expect(try read(text).cells[0].source == source)
  }

  @Test func newOutputsReplaceOnlyTheOldOnes() throws {
    var notebook = try read("#%%  odd   marker\nf( )\n\n#> 1\n\n\n# %%\ng()\n")
    notebook.cells[0].outputs = [.result("2")]
    notebook.cells[1].outputs = [.result("3")]
    #expect(write(notebook) == "#%%  odd   marker\nf( )\n\n#> 2\n\n\n# %%\ng()\n#> 3\n")
  }

  @Test func theHeaderGivesPropertiesOfTheNotebook() throws {
    let notebook = try read("# ---\n# rtol: 0.05\n# ---\n# %%\n1\n")
    #expect(notebook.metadata["rtol"] == .number("0.05"))
    #expect(notebook.cells.count == 1)
  }

  @Test func linesAreCountedFromTheFilesTop() throws {
    let cells = try read("import x\n\n# %%\ny\n# %%\nz\n").cells
    #expect(cells.map(\.line) == [1, 4, 6])
  }

  @Test func lossesAreNamed() {
    var cell = Cell(source: "f()", outputs: [.error(name: "E", message: "x", traceback: ["Traceback", "E: x"])])
    cell.executionCount = 3
    cell.id = "mine"
    let dropped = PercentScriptTests.format.write(Notebook(cells: [cell])).dropped
    #expect(dropped == ["tracebacks, except for their last lines", "the numbers In [n] of the cells", "the ids of the cells"])
  }
}
