/// Rows and columns that share a rectangle of the figure, or a place in another grid.
package final class SubplotGrid {
  package let rows, columns: Int
  /// How wide and high columns and rows are in proportion.
  var widths, heights: [Double]
  /// The room between neighbours as a part of an average cell; the figure's own where nil.
  package var columnGap, rowGap: Double?
  /// The place in another grid that this one divides.
  let parent: GridPlace?

  /// A grid of the whole figure, or of a place in another one.
  package init(rows: Int, columns: Int, widths: [Double]? = nil, heights: [Double]? = nil, within parent: GridPlace? = nil) {
    self.rows = rows
    self.columns = columns
    self.widths = widths ?? Array(repeating: 1, count: columns)
    self.heights = heights ?? Array(repeating: 1, count: rows)
    self.parent = parent
  }

  /// The room inside a length, from its start: where each of `parts` begins and how long it is.
  static func divide(_ length: Double, _ parts: [Double], gap: Double) -> [(start: Double, length: Double)] {
    let count = Double(parts.count)
    let cell = length / (count + gap * (count - 1))
    let sum = parts.reduce(0, +)
    var start = 0.0
    return parts.map { part in
      let own = cell * count * part / (sum == 0 ? 1 : sum)
      defer { start += own + gap * cell }
      return (start, own)
    }
  }
}

/// Some neighbouring cells of a grid.
package struct GridPlace {
  package let grid: SubplotGrid
  package let rows, columns: Range<Int>

  /// Cells of a grid; `rows` are counted from the top.
  package init(_ grid: SubplotGrid, rows: Range<Int>, columns: Range<Int>) {
    self.grid = grid
    self.rows = rows
    self.columns = columns
  }

  /// Where it lies on the figure, in fractions from the left lower corner.
  func rect(_ margins: FigureMargins) -> Rect {
    let outer =
      grid.parent?.rect(margins)
      ?? Rect(margins.left, margins.bottom, margins.right - margins.left, margins.top - margins.bottom)
    let across = SubplotGrid.divide(outer.width, grid.widths, gap: grid.columnGap ?? margins.columnGap)
    let down = SubplotGrid.divide(outer.height, grid.heights, gap: grid.rowGap ?? margins.rowGap)
    guard let left = across[columns].first, let right = across[columns].last, let top = down[rows].first,
      let bottom = down[rows].last
    else { return outer }
    let height = bottom.start + bottom.length - top.start
    return Rect(
      outer.x + left.start, outer.y + outer.height - top.start - height, right.start + right.length - left.start, height)
  }
}

/// The edges of the room for axes on a figure, in fractions, and the room between neighbours.
package struct FigureMargins: Equatable {
  package var left = 0.125, right = 0.9, bottom = 0.11, top = 0.88
  package var columnGap = 0.2, rowGap = 0.2
  /// The usual margins.
  package init() {}
}
