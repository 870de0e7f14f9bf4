import Glibc

/// Shows completion candidates below the line being edited.
enum CandidateList {
  /// More candidates than this are counted, not shown.
  private static let most = 120

  /// Prints the candidates in columns as wide as the terminal allows.
  static func print(_ candidates: [String]) {
    let width = Terminal.width
    let shown = candidates.prefix(most)
    let column = (shown.map(\.count).max() ?? 0) + 2
    let perLine = max(1, width / column)
    var text = "\n"
    for (index, candidate) in shown.enumerated() {
      let isLast = index % perLine == perLine - 1 || index == shown.count - 1
      text += isLast ? candidate + "\n" : candidate + String(repeating: " ", count: column - candidate.count)
    }
    if shown.count < candidates.count { text += "… and \(candidates.count - shown.count) more\n" }
    fputs(text, stdout)
    fflush(stdout)
  }
}
