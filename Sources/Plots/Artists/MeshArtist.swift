/// Coloured cells between given lines: `pcolormesh`, `hist2d`.
package final class MeshArtist: Artist {
  /// The lines between the cells, one more than cells each way.
  package let x, y: [Double]
  package let mapping: ColorMapping

  /// Cells of numbers, row by row upwards.
  package init(_ x: [Double], _ y: [Double], _ mapping: ColorMapping) {
    self.x = x
    self.y = y
    self.mapping = mapping
    super.init(order: 1)
  }

  override func addSpan(x span: inout DataSpan, y other: inout DataSpan) {
    for value in [x.first, x.last].compactMap({ $0 }) { span.add(edge: value) }
    for value in [y.first, y.last].compactMap({ $0 }) { other.add(edge: value) }
    span.add(x)
    other.add(y)
  }

  override func draw(on canvas: Canvas, _ frame: AxesFrame) throws(PlotError) {
    let columns = x.map { frame.x.pixel($0).rounded() }
    let rows = y.map { frame.y.pixel($0).rounded() }
    guard columns.count > 1, rows.count > 1 else { return }
    for row in 0..<rows.count - 1 {
      for column in 0..<columns.count - 1 {
        let color = mapping.color(mapping.values[row * (columns.count - 1) + column]).with(alpha: alpha)
        let (left, top) = (min(columns[column], columns[column + 1]), min(rows[row], rows[row + 1]))
        let cell = Rect(left, top, abs(columns[column + 1] - columns[column]), abs(rows[row + 1] - rows[row]))
        if color.alpha > 0, cell.x.isFinite, cell.y.isFinite { canvas.rectangle(cell, fill: color) }
      }
    }
  }
}
