/// The box that names the series of axes.
package final class Legend {
  /// What a script holds for it.
  package weak var host: AnyObject?
  /// The series and their names.
  package var entries: [(artist: Artist, label: String)]
  package var title: String?
  /// Where it stands: matplotlib's words, or `best`.
  package var place: String
  /// Its corner at fractions of the axes, in place of the side that `place` names.
  package var anchor: (x: Double, y: Double)?
  package var columns = 1
  package var fontSize: Double
  package var hasFrame = true
  package var opacity = 0.8
  package var ink = Color.black
  package var background = Color.white

  /// The places by their words; their numbers are their positions here.
  package static let places = [
    "best", "upper right", "upper left", "lower left", "lower right", "right", "center left", "center right", "lower center",
    "upper center", "center",
  ]

  /// A legend of series.
  package init(_ entries: [(artist: Artist, label: String)], place: String = "best", fontSize: Double = 10) throws(PlotError) {
    guard Legend.places.contains(place) else {
      let all = Legend.places.map { "'\($0)'" }.joined(separator: ", ")
      throw .value("'\(place)' is not a valid value for loc; supported values are \(all)")
    }
    self.entries = entries
    self.place = place
    self.fontSize = fontSize
  }

  func draw(on canvas: Canvas, _ frame: AxesFrame, _ axes: Axes) throws(PlotError) {
    guard !entries.isEmpty || title != nil else { return }
    let em = canvas.pixels(fontSize)
    let font = Font(size: fontSize)
    let (padding, keyWidth, keyGap, lineGap, columnGap) = (0.4 * em, 2 * em, 0.8 * em, 0.5 * em, 2 * em)
    let sizes = entries.map { canvas.size(of: $0.label, TextStyle(font)) }
    let rows = (entries.count + max(1, columns) - 1) / max(1, columns)
    var columnWidths: [Double] = []
    var rowHeights = [Double](repeating: 0, count: rows)
    for (index, size) in sizes.enumerated() {
      if index % rows == 0 { columnWidths.append(0) }
      columnWidths[columnWidths.count - 1] = max(columnWidths[columnWidths.count - 1], keyWidth + keyGap + size.width)
      rowHeights[index % rows] = max(rowHeights[index % rows], size.height)
    }
    let head = title.map { canvas.size(of: $0, TextStyle(font)) }
    let inner = columnWidths.reduce(0, +) + columnGap * Double(max(0, columnWidths.count - 1))
    let width = max(inner, head?.width ?? 0) + 2 * padding
    let height =
      rowHeights.reduce(0, +) + lineGap * Double(max(0, rows - 1)) + 2 * padding + (head.map { $0.height + lineGap } ?? 0)
    let box = position(width, height, em, frame, axes)
    if hasFrame {
      canvas.rectangle(
        box, fill: background.with(alpha: opacity), stroke: Stroke(Color(0.8, 0.8, 0.8, opacity), width: 1),
        cornerRadius: 0.2 * em)
    }
    var top = box.y + padding
    if let title, let head {
      canvas.text(title, at: Point(box.center.x, top), TextStyle(font, color: ink, horizontal: .center, vertical: .top))
      top += head.height + lineGap
    }
    var left = box.x + padding
    for column in columnWidths.indices {
      var y = top
      for row in 0..<rows {
        let index = column * rows + row
        guard index < entries.count else { break }
        let key = Rect(left, y + rowHeights[row] / 2 - 0.35 * em, keyWidth, 0.7 * em)
        entries[index].artist.drawKey(on: canvas, in: key)
        let style = TextStyle(font, color: ink, vertical: .top)
        canvas.text(entries[index].label, at: Point(left + keyWidth + keyGap, y), style)
        y += rowHeights[row] + lineGap
      }
      left += columnWidths[column] + columnGap
    }
  }

  private func position(_ width: Double, _ height: Double, _ em: Double, _ frame: AxesFrame, _ axes: Axes) -> Rect {
    let border = 0.5 * em
    let box = frame.box
    func rect(_ place: String) -> Rect {
      let x = place.hasSuffix("left") ? 0.0 : place.hasSuffix("right") ? 1.0 : 0.5
      let y = place.hasPrefix("upper") ? 0.0 : place.hasPrefix("lower") ? 1.0 : 0.5
      if let anchor {
        let corner = frame.point(fraction: anchor.x, anchor.y)
        return Rect(
          corner.x - x * width + (0.5 - x) * 2 * border, corner.y - y * height + (0.5 - y) * 2 * border, width, height)
      }
      return Rect(
        box.x + border + x * (box.width - width - 2 * border), box.y + border + y * (box.height - height - 2 * border), width,
        height)
    }
    guard place == "best" else { return rect(place) }
    if anchor != nil { return rect("upper right") }
    let points = axes.artists.filter(\.isVisible).flatMap { $0.obstacles(frame).prefix(20_000) }.filter { box.contains($0) }
    var best = rect("upper right")
    var least = Int.max
    for place in Legend.places.dropFirst() {
      let candidate = rect(place)
      let covered = points.count { candidate.contains($0) }
      if covered < least { (best, least) = (candidate, covered) }
      if covered == 0 { break }
    }
    return best
  }
}
