import Foundation
import Testing

/// What `lectern inspect` shows of a sample, compared with what CPython says of it (tokens, tree) and with what was recorded
/// (code, trace); see Tests/Tools/record_inspections.py.
@Suite struct InspectionTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Inspections")

  private func shown(_ stage: String) throws -> String {
    let run = try ProgramRun(["inspect", stage, "sample.py"], folder: Self.folder.path)
    #expect(run.status == 0)
    #expect(run.errors == "")
    return run.output
  }

  private func recorded(_ stage: String) throws -> String {
    try String(contentsOf: Self.folder.appendingPathComponent("sample.\(stage)"), encoding: .utf8)
  }

  @Test(arguments: ["ast", "code", "trace"]) func stageShowsWhatWasRecorded(stage: String) throws {
    #expect(try shown(stage) == recorded(stage))
  }

  @Test func tokensAreThoseOfCPython() throws {
    // Lectern adds where a token ends, and an end marker.
    var lines = try shown("tokens").split(separator: "\n").map { line in
      line.split(separator: " ", maxSplits: 1).enumerated().map { index, part in
        index == 0 ? String(part.prefix { $0 != "-" }) : String(part.drop { $0 == " " })
      }
    }
    while let last = lines.last?.last, last == "ENDMARKER" || last == "DEDENT" { lines.removeLast() }
    let expected = try recorded("tokens").split(separator: "\n").map { line in
      line.split(separator: " ", maxSplits: 1).enumerated().map { $0 == 0 ? String($1) : String($1.drop { $0 == " " }) }
    }
    #expect(lines == expected)
  }
}
