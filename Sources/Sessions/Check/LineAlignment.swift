/// Which lines of a recorded text stand for which lines of a fresh one.
struct LineAlignment {
  /// A step through both texts.
  enum Step: Equatable {
    /// The recorded line stands for the fresh one.
    case match(recorded: Int, fresh: Int)
    /// A recorded line `...` stands for these fresh lines.
    case anything(recorded: Int, fresh: Range<Int>)
    /// The recorded line stands for none.
    case removed(recorded: Int)
    /// No recorded line stands for the fresh one.
    case added(fresh: Int)
  }

  let recorded: [String]
  let fresh: [String]
  let steps: [Step]
  /// Texts of more lines than this are compared as wholes: alignment takes the product of both counts.
  private static let mostCells = 4_000_000

  /// Aligns two texts line by line.
  init(recorded recordedText: String, fresh freshText: String, _ comparison: OutputComparison) {
    recorded = Self.lines(recordedText)
    fresh = Self.lines(freshText)
    let rows = recorded.count
    let columns = fresh.count
    guard (rows + 1) * (columns + 1) <= Self.mostCells else {
      steps = recorded.indices.map { .removed(recorded: $0) } + fresh.indices.map { .added(fresh: $0) }
      return
    }
    let patterns = recorded.map { RecordedPattern($0) }
    let isAnything = patterns.map { $0.elements == [.anything] }
    let width = columns + 1
    // The best score from (row, column) to the end; a match counts 3, a fresh line behind `...` nothing, a change −1.
    var score = [Int32](repeating: 0, count: (rows + 1) * width)
    var matches = [Bool](repeating: false, count: rows * max(columns, 1))
    for row in stride(from: rows, through: 0, by: -1) {
      for column in stride(from: columns, through: 0, by: -1) where row < rows || column < columns {
        var best = Int32.min / 2
        if row < rows { best = max(best, score[(row + 1) * width + column] - (isAnything[row] ? 0 : 1)) }
        if column < columns {
          best = max(best, score[row * width + column + 1] - (row < rows && isAnything[row] ? 0 : 1))
          if row < rows, !isAnything[row], comparison.matches(recorded: recorded[row], found: fresh[column]) {
            matches[row * columns + column] = true
            best = max(best, score[(row + 1) * width + column + 1] + 3)
          }
        }
        score[row * width + column] = best
      }
    }
    var steps: [Step] = []
    var row = 0
    var column = 0
    while row < rows || column < columns {
      let here = score[row * width + column]
      if row < rows, isAnything[row] {
        let start = column
        while column < columns, score[(row + 1) * width + column] < here { column += 1 }
        steps.append(.anything(recorded: row, fresh: start..<column))
        row += 1
      } else if row < rows, column < columns, matches[row * columns + column], score[(row + 1) * width + column + 1] + 3 == here
      {
        steps.append(.match(recorded: row, fresh: column))
        row += 1
        column += 1
      } else if row < rows, score[(row + 1) * width + column] - 1 == here {
        steps.append(.removed(recorded: row))
        row += 1
      } else {
        steps.append(.added(fresh: column))
        column += 1
      }
    }
    self.steps = steps
  }

  private static func lines(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}
