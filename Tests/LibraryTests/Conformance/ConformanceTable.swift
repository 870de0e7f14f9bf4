/// How many cases of each file came how close.
struct ConformanceTable {
  private var rows: [(name: String, counts: [Int])] = []

  mutating func add(_ name: String, _ outcomes: [ConformanceOutcome]) {
    rows.append((name, ConformanceOutcome.Verdict.allCases.map { verdict in outcomes.count { $0.verdict == verdict } }))
  }

  var text: String {
    let total = rows.reduce(into: [0, 0, 0, 0]) { sums, row in for k in 0..<4 { sums[k] += row.counts[k] } }
    let lines = (rows + [("all", total)]).map { line($0.name, $0.counts.map { String($0) }) }
    return ([line("file", ["equal in bits", "in tolerance", "failed", "not supported"])] + lines).joined(separator: "\n")
  }

  private func line(_ name: String, _ cells: [String]) -> String {
    let start = name + String(repeating: " ", count: max(1, 26 - name.count))
    return start + cells.map { String(repeating: " ", count: max(1, 14 - $0.count)) + $0 }.joined()
  }
}
