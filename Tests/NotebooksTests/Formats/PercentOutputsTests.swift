import Notebooks
import Testing

/// Outputs as the comment lines of a percent script, and back.
@Suite struct PercentOutputsTests {
  static let percent = FormatRegistry.all[0]
  /// A picture of one white pixel.
  static let png: [UInt8] = Base64.decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg==")!

  static func figure(_ text: String?, _ metadata: JSONObject = JSONObject()) -> Output {
    .figure(RecordedFigure(png: png, text: text, metadata: metadata)!)
  }

  static func bundle(_ type: String, _ data: [(String, JSONValue)]) -> Output {
    .raw(
      .object(
        JSONObject([
          ("data", .object(JSONObject(data))), ("metadata", .object(JSONObject())), ("output_type", .string(type)),
        ])))
  }

  static func written(_ outputs: [Output], source: String) -> WrittenNotebook {
    percent.write(Notebook(cells: [Cell(source: source, outputs: outputs)]))
  }

  static let samples: [(String, [Output], String)] = [
    ("x", [.result("1")], "#> 1\n"),
    ("x", [.result("a\n")], "#> a\n#>\n"),
    ("x = 1", [.result("1")], "#>--- echo\n#> 1\n"),
    ("print(x)\nx", [.stream(.standardOutput, "1\n"), .result("1")], "#> 1\n#>--- echo\n#> 1\n"),
    ("f()", [.stream(.standardOutput, "1\n\n2\n")], "#>--- printed\n#> 1\n#>\n#> 2\n"),
    ("print(1)", [.stream(.standardOutput, "1\n\n2\n")], "#> 1\n#>\n#> 2\n"),
    ("print(1)", [.stream(.standardOutput, "1")], "#>--- printed unended\n#> 1\n"),
    ("print(1)", [.stream(.standardOutput, "a\rb\u{1B}[0m\\\n")], "#>--- printed escaped\n#> a\\rb\\u001b[0m\\\\\n"),
    (
      "print(1)", [.stream(.standardError, "w\n"), .stream(.standardOutput, "1\n")],
      "#>--- stderr\n#> w\n#>--- printed\n#> 1\n"
    ),
    ("print(1)", [.stream(.standardOutput, "1\n"), .stream(.standardOutput, "2\n")], "#> 1\n#>--- printed\n#> 2\n"),
    ("x", [.error(name: "E", message: "a: b\nc", traceback: [])], "#! E: a: b\n#! c\n"),
    (
      "x", [.error(name: "a: b", message: "", traceback: [])],
      "#>--- error {\"name\": \"a: b\", \"message\": \"\"}\n#! a: b\n"
    ),
    (
      "x", [.error(name: "E", message: "m", traceback: ["\u{1B}[0mred"])],
      "#>--- error {\"traceback\": \"ae45c00f8f0efa74.json\"}\n#! E: m\n"
    ),
    ("plot()", [figure("<Figure size 1x1 with 1 Axes>")], "#> <figure 1x1 sha256:1c8ef5cd41d1b20a>\n"),
    ("plot()", [figure("<Figure size 1x1 with 2 Axes>")], "#> <figure 1x1 2 axes sha256:1c8ef5cd41d1b20a>\n"),
    ("plot()", [figure("<other>")], "#>--- figure 1x1 sha256:1c8ef5cd41d1b20a\n#> <other>\n"),
    ("plot()", [figure(nil)], "#>--- figure 1x1 sha256:1c8ef5cd41d1b20a\n"),
    (
      "plot()", [figure("<f>", JSONObject([("a", .number("1"))]))],
      "#>--- figure 1x1 sha256:1c8ef5cd41d1b20a {\"a\": 1}\n#> <f>\n"
    ),
    (
      "print(1)", [.stream(.standardOutput, "<figure 1x1 sha256:1c8ef5cd41d1b20a>\n")],
      "#>--- printed\n#> <figure 1x1 sha256:1c8ef5cd41d1b20a>\n"
    ),
    (
      "x", [bundle("execute_result", [("text/html", .string("<b>1</b>")), ("text/plain", .string("1"))])],
      "#>--- echo {\"text/html\": \"<b>1</b>\"}\n#> 1\n"
    ),
    (
      "x", [bundle("display_data", [("text/html", .string(String(repeating: "x", count: 200)))])],
      "#>--- display {\"text/html\": \"50bb0ffb8d9ae8b6.html\"}\n"
    ),
    ("x", [.raw(.object(JSONObject([("odd", .null)])))], "#>--- raw \"e6c9aed67d0b0c76.json\"\n"),
  ]

  @Test(arguments: samples) func outputsAreWrittenAndReadBack(source: String, outputs: [Output], lines: String) throws {
    let written = Self.written(outputs, source: source)
    #expect(Self.masked(written.text) == Self.masked("# %%\n\(source)\n\(lines)"))
    let read = try Self.percent.read(written.text, file: "") { name in
      written.sideFiles.first { $0.name == name }?.bytes
    }
    #expect(read.cells[0].outputs == outputs)
    #expect(Self.percent.write(read).text == written.text)
    #expect(Set(Self.percent.write(read).sideFiles.map(\.name)) == Set(written.sideFiles.map(\.name)))
  }

  /// Hashes are not looked at here, only that there is one.
  static func masked(_ text: String) -> String {
    text.split(separator: "\n").map { line in
      line.split(separator: "\"", omittingEmptySubsequences: false).map { word in
        word.utf8.count > 17 && word.dropFirst(16).first == "." ? "FILE\(word.dropFirst(16))" : String(word)
      }.joined(separator: "\"").split(separator: ":", omittingEmptySubsequences: false).map { word in
        word.utf8.count >= 16 && word.prefix(16).allSatisfy(\.isHexDigit) ? "HASH" + word.dropFirst(16) : String(word)
      }.joined(separator: ":")
    }.joined(separator: "\n")
  }

  @Test func aMissingPictureKeepsItsLine() throws {
    let text = "# %%\nplot()\n#> <figure 640x480 sha256:0123456789abcdef>\n"
    let notebook = try Self.percent.read(text, file: "")
    let figure = try #require(notebook.cells[0].outputs.figures.first)
    #expect(figure.png.isEmpty && figure.width == 640 && figure.height == 480)
    #expect(Self.percent.write(notebook).text == text)
    let dropped = FormatRegistry.format(forNewFile: "x.ipynb")!.write(notebook).dropped
    #expect(dropped == ["the picture 0123456789abcdef.png, which is missing"])
  }

  @Test(arguments: [
    "x = 1\n", "\n\nx\n\n", "", "  ", "\n", "#> a\n\n", "a\n#>---", "%%html\n<b>", "!ls\nx", "# !ls", "#>--- printed",
  ]) func everySourceComesBack(source: String) throws {
    let cells = [Cell(source: source), Cell(source: source, outputs: [.result("1")]), Cell(source: "last")]
    let read = try Self.percent.read(Self.percent.write(Notebook(cells: cells)).text, file: "")
    #expect(read.cells == cells)
  }

  @Test(arguments: ["%% x", "# %% x", "# # %%", "#%% y", "\"\"\"\na\n\"\"\"", "a\n\n", "\n", ""])
  func everyProseComesBack(source: String) throws {
    let cells = [Cell(kind: .markdown, source: source), Cell(kind: .raw, source: source), Cell(source: "last")]
    let read = try Self.percent.read(Self.percent.write(Notebook(cells: cells)).text, file: "")
    #expect(read.cells == cells)
  }

  @Test func fieldsAndPropertiesOfAnyNameComeBack() throws {
    var cell = Cell(
      kind: .markdown, source: "x", metadata: JSONObject([("a b", .number("1")), ("é\"", .null), ("k", .bool(true))]))
    cell.unknownFields = JSONObject([("attachments", .object(JSONObject([("a.png", .null)])))])
    var notebook = Notebook(cells: [cell])
    notebook.metadata = JSONObject([("rtol", .number("0.1")), ("kernelspec", .object(JSONObject([("name", .string("x"))])))])
    let written = Self.percent.write(notebook)
    #expect(written.text.hasPrefix("# ---\n# rtol: 0.1\n# jupyter:\n#   kernelspec: {\"name\": \"x\"}\n# ---\n"))
    let read = try Self.percent.read(written.text, file: "") { _ in written.sideFiles[0].bytes }
    #expect(read.cells == [cell])
    #expect(read.cells[0].unknownFields == cell.unknownFields)
    #expect(read.metadata == notebook.metadata)
  }

  @Test func base64IsThatOfEveryoneElse() {
    for (bytes, text) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")] {
      #expect(Base64.encode(Array(bytes.utf8)) == text)
      #expect(Base64.decode(text) == Array(bytes.utf8))
    }
    #expect(Base64.decode("Zg=") == nil && Base64.decode("Z") == nil && Base64.decode("Zg=a") == nil)
  }
}
