import Foundation
import Notebooks
import Testing

/// Every file of `Mirror/<format>/` is read and written back: the bytes must be the same.
@Suite struct MirrorTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Mirror")

  static var files: [String] {
    let found = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return found.filter { $0.contains(".") }.sorted()
  }

  @Test(arguments: files) func readingThenWritingGivesTheSameBytes(file: String) throws {
    let path = Self.folder.appendingPathComponent(file).path
    let name = String(file.prefix { $0 != "/" })
    let format = try #require(FormatRegistry.all.first { $0.name == name })
    let text = try NotebookFile.readText(path)
    let notebook = try format.read(text, file: file)
    let written = format.write(notebook)
    #expect(written.text.hasSameBytes(as: text))
    #expect(written.dropped.isEmpty || file.contains("jupyter"))
  }

  @Test(arguments: files.filter { !$0.hasPrefix("script") }) func aCopyWithoutItsOriginalTextSaysTheSame(file: String) throws {
    let path = Self.folder.appendingPathComponent(file).path
    let format = try #require(FormatRegistry.all.first { $0.name == String(file.prefix { $0 != "/" }) })
    var notebook = try format.read(NotebookFile.readText(path), file: file)
    for index in notebook.cells.indices { notebook.cells[index].original = nil }
    let again = try format.read(format.write(notebook).text, file: file)
    #expect(again.cells == notebook.cells)
  }

  @Test func everyFormatHasAFolder() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).sorted()
    #expect(folders == FormatRegistry.all.map(\.name).sorted())
  }
}
