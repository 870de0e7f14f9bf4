import Interpreter

/// Cells named by number: `3`, `5-8`, `10-`.
enum CellRange {
  /// The numbers that the words name, all up to `last` without words.
  static func numbers(_ words: [String], last: Int) throws(Raised) -> [Int] {
    guard !words.isEmpty else { return last > 0 ? Array(1...last) : [] }
    var numbers: [Int] = []
    for word in words {
      let ends = word.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
      let lower = Int(ends[0])
      let upper = ends.count == 1 ? lower : ends[1].isEmpty ? last : Int(ends[1])
      guard let lower, let upper, lower >= 1, lower <= upper, upper <= last else {
        throw .valueError("'\(word)' names no cells of this session (1-\(last))")
      }
      numbers += lower...upper
    }
    return numbers
  }
}
