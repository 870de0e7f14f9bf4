import Interpreter
import Plots

/// `subplots` of `pyplot` and of figures.
enum Subplots {
  /// Makes axes in rows and columns; the arguments from slot `first` on are `nrows, ncols, sharex, sharey, squeeze, width_ratios,
  /// height_ratios, subplot_kw, gridspec_kw`.
  static func make(_ figure: Figure, _ call: Arguments, _ first: Int) throws(Raised) -> Value {
    let rows = try count(call[first], "rows")
    let columns = try count(call[first + 1], "columns")
    let grid = SubplotGrid(
      rows: rows, columns: columns, widths: try ratios(call[first + 5], columns, "width_ratios"),
      heights: try ratios(call[first + 6], rows, "height_ratios"))
    if let options = call[first + 8].cast(to: DictObject.self) {
      let inner = PlotOptions(options.pairs.map { ($0.key.stringValue ?? "", $0.value) }, of: "GridSpec")
      if let gap = try inner.double("wspace") { grid.columnGap = gap }
      if let gap = try inner.double("hspace") { grid.rowGap = gap }
    }
    let (shareX, shareY) = (try share(call[first + 2], "sharex"), try share(call[first + 3], "sharey"))
    var all: [Axes] = []
    for row in 0..<rows {
      for column in 0..<columns {
        let axes = figure.addAxes(at: GridPlace(grid, rows: row..<(row + 1), columns: column..<(column + 1)))
        if let options = call[first + 7].cast(to: DictObject.self) {
          try FigureObject.apply(PlotOptions(options.pairs.map { ($0.key.stringValue ?? "", $0.value) }, of: "Axes"), to: axes)
        }
        func leader(_ kind: String) -> Axes? {
          switch kind {
          case "all": return all.first
          case "row": return column > 0 ? all[row * columns] : nil
          case "col": return row > 0 ? all[column] : nil
          default: return nil
          }
        }
        axes.sharedX = leader(shareX)
        axes.sharedY = leader(shareY)
        if row < rows - 1, shareX == "all" || shareX == "col" { axes.x.showsLabels = false }
        if column > 0, shareY == "all" || shareY == "row" { axes.y.showsLabels = false }
        all.append(axes)
      }
    }
    let values = all.map { AxesObject.of($0).asValue }
    guard try call.bool(first + 4) else { return AxesArrayObject(values, [rows, columns]).asValue }
    if values.count == 1 { return values[0] }
    return AxesArrayObject(values, rows == 1 || columns == 1 ? [values.count] : [rows, columns]).asValue
  }

  private static func count(_ value: Value, _ what: String) throws(Raised) -> Int {
    guard let count = value.intValue, count > 0 else {
      throw .valueError("Number of \(what) must be a positive integer, not \(try Interpreter.current.repr(value))")
    }
    guard count <= 100 else { throw .valueError("\(count) \(what) of axes are more than a figure here holds (100)") }
    return count
  }

  private static func share(_ value: Value, _ name: String) throws(Raised) -> String {
    if let flag = value.boolValue { return flag ? "all" : "none" }
    guard let word = value.stringValue, ["all", "row", "col", "none"].contains(word) else {
      throw .valueError(
        "\(try Interpreter.current.repr(value)) is not a valid value for \(name); supported values are 'all', 'row', 'col', 'none', False, True"
      )
    }
    return word
  }

  static func ratios(_ value: Value, _ count: Int, _ name: String) throws(Raised) -> [Double]? {
    guard !value.isNone, !value.isUnbound else { return nil }
    let parts = try PlotData.row(value)
    guard parts.count == count, parts.allSatisfy({ $0 > 0 && $0.isFinite }) else {
      throw .valueError(
        "Expected the given number of \(name == "width_ratios" ? "width" : "height") ratios to match the number of \(name == "width_ratios" ? "columns" : "rows") of the grid"
      )
    }
    return parts
  }
}

/// `matplotlib.gridspec.GridSpec`.
final class GridSpecObject: Object {
  let grid: SubplotGrid

  init(_ grid: SubplotGrid) {
    self.grid = grid
    super.init(GridSpecObject.typeObject)
  }

  static func grid(_ rows: Value, _ columns: Value, _ options: PlotOptions) throws(Raised) -> SubplotGrid {
    guard let r = rows.intValue, let c = columns.intValue, r > 0, c > 0, r <= 1000, c <= 1000 else {
      throw .valueError("Number of rows must be a positive integer, not \(try Interpreter.current.repr(rows))")
    }
    let widths = try Subplots.ratios(options.take("width_ratios") ?? .none, c, "width_ratios")
    let heights = try Subplots.ratios(options.take("height_ratios") ?? .none, r, "height_ratios")
    let grid = SubplotGrid(rows: r, columns: c, widths: widths, heights: heights)
    grid.columnGap = try options.double("wspace")
    grid.rowGap = try options.double("hspace")
    for name in ["figure", "left", "right", "top", "bottom"] { _ = options.take(name) }
    try options.finish()
    return grid
  }

  static let typeObject: TypeObject = TypeObject.native("GridSpec", module: "matplotlib.gridspec", of: GridSpecObject.self) {
    t in
    t.construct("GridSpec(nrows, ncols, figure=None, **kwargs)", "A grid for axes of several cells.") {
      _, call throws(Raised) in
      GridSpecObject(try grid(call[0], call[1], PlotOptions(call.keywords(3), of: "GridSpec"))).asValue
    }
    t.slots.getItem = { value, index throws(Raised) in
      guard let object = value.cast(to: GridSpecObject.self) else { return .none }
      let (rows, columns) = (object.grid.rows, object.grid.columns)
      func range(_ value: Value, _ count: Int) throws(Raised) -> Range<Int> {
        if let slice = value.cast(to: SliceObject.self) {
          let (start, _, length) = try slice.resolved(length: count)
          guard length > 0 else { throw .indexError("GridSpec slice would result in no space allocated for subplot") }
          return start..<(start + length)
        }
        let given = try Interpreter.current.index(value)
        let place = given < 0 ? given &+ count : given
        guard place >= 0, place < count else {
          throw .indexError("index \(given) is out of bounds for axis with size \(count)")
        }
        return place..<(place + 1)
      }
      if let parts = index.sequence, parts.count == 2 {
        return GridPlaceObject(GridPlace(object.grid, rows: try range(parts[0], rows), columns: try range(parts[1], columns)))
          .asValue
      }
      let cells = try range(index, rows * columns)
      let (first, last) = (cells.lowerBound, cells.upperBound - 1)
      return GridPlaceObject(
        GridPlace(
          object.grid, rows: first / columns..<(last / columns + 1),
          columns: min(first % columns, last % columns)..<(max(first % columns, last % columns) + 1))
      ).asValue
    }
  }
}

/// A place in a grid.
final class GridPlaceObject: Object {
  let place: GridPlace

  init(_ place: GridPlace) {
    self.place = place
    super.init(GridPlaceObject.typeObject)
  }

  static let typeObject: TypeObject = TypeObject.native("SubplotSpec", module: "matplotlib.gridspec", of: GridPlaceObject.self)
  { _ in }
}
