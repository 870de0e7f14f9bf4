import Foundation
import Goldens
import Testing

/// Every case recorded from PyTorch and CPython, run as the program it is. `LECTERN_CONFORMANCE=list` prints the misses as well.
@Suite struct ConformanceTests {
  @Test func missesAreTheKnownOnes() throws {
    let known = try KnownMisses()
    let prints = ProcessInfo.processInfo.environment["LECTERN_CONFORMANCE"] == "list"
    var table = ConformanceTable()
    for name in try ConformanceRun.fileNames() {
      let outcomes = try withDefaultGenerator { try ConformanceRun.outcomes(of: name) }
      table.add(name, outcomes)
      let misses = outcomes.filter(\.isMiss)
      if prints { for miss in misses { print("\(name) \(miss.id) \(miss.verdict): \(miss.detail)") } }
      let expected = known.ids(of: name)
      for miss in misses where !expected.contains(miss.id) {
        Issue.record("\(name) \(miss.id) \(miss.verdict): \(miss.detail)")
      }
      let found = Set(misses.map(\.id))
      for id in expected.sorted() where !found.contains(id) {
        Issue.record("\(name) \(id) is among the known misses and is equal now")
      }
    }
    print(table.text)
  }
}

/// The cases that are known to differ, `known_misses.json`: by file, a reason and the cases it explains.
private struct KnownMisses {
  private struct Group: Decodable {
    let reason: String
    let cases: [String]
  }

  private let groups: [String: [Group]]

  init() throws {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("known_misses.json")
    groups = try JSONDecoder().decode([String: [Group]].self, from: Data(contentsOf: url))
  }

  func ids(of file: String) -> Set<String> { Set((groups[file] ?? []).flatMap(\.cases)) }
}
