import Interpreter
import Plots

/// The functions of `pyplot` about figures: opening, choosing, showing, saving, closing.
enum PyplotFigures {
  static func add(to module: ModuleObject, _ stage: FigureStage) {
    addOpening(to: module, stage)
    addSubplots(to: module, stage)
    module.function("gcf()", "The current figure.") { _ throws(Raised) in FigureObject.of(try stage.currentFigure()).asValue }
    module.function("gca()", "The current axes.") { _ throws(Raised) in AxesObject.of(try stage.currentAxes()).asValue }
    module.function("sca(ax)", "Makes axes current.") { call throws(Raised) in
      let axes = try call.object(0, AxesObject.self, "axes").axes
      stage.select(axes.figure, axes)
      return .none
    }
    module.function("clf()", "Takes everything off the current figure.") { _ throws(Raised) in
      try stage.currentFigure().clear()
      return .none
    }
    module.function("close(fig=None)", "Closes a figure: the current one, one of that number, or 'all'.") {
      call throws(Raised) in
      if call[0].stringValue == "all" {
        stage.closeAll()
      } else if let object = call[0].cast(to: FigureObject.self) {
        stage.close(object.figure)
      } else if let number = call[0].intValue {
        if let figure = stage.figure(numbered: number) { stage.close(figure) }
      } else if call.has(0), call[0].stringValue == nil {
        throw .typeError("close() argument must be a Figure, an int, a string, or None, not \(call[0].type.displayName)")
      } else {
        stage.close()
      }
      return .none
    }
    module.function("show(*, block=None)", "Shows all open figures.") { _ throws(Raised) in
      stage.show()
      return .none
    }
    for name in [
      "draw()", "draw_all(force=False)", "pause(interval=0)", "ion()", "ioff()", "switch_backend(newbackend)",
      "waitforbuttonpress(timeout=-1)",
    ] {
      module.function(name, "Accepted without effect: figures are drawn when they are shown.") { _ throws(Raised) in .none }
    }
    module.function("isinteractive()", "Whether figures are drawn at once.") { _ throws(Raised) in .bool(stage.isInteractive) }
    module.function("savefig(fname, **kwargs)", "Saves the current figure as PNG, SVG or PDF.") { call throws(Raised) in
      try PictureFile.save(
        try stage.currentFigure(), call[0], PlotOptions(call.keywords(1), of: "FigureCanvas.print"), call.interpreter)
    }
    module.function("imread(fname, format=None)", "A PNG picture as an array.") { call throws(Raised) in
      try PictureFile.read(call[0], call.interpreter)
    }
    module.function(
      "imsave(fname, arr, *, vmin=None, vmax=None, cmap=None, **kwargs)", "Saves an array as a picture, an element a pixel."
    ) { call throws(Raised) in
      try PictureFile.write(call[0], call[1], call[4], call[2], call[3], call.interpreter)
      return .none
    }
    module.function("suptitle(t, **kwargs)", "Sets the title above all axes.") { call throws(Raised) in
      try FigureObject.title(try stage.currentFigure(), call[0], PlotOptions(call.keywords(1), of: "Text"))
    }
    module.function("figtext(x, y, s, fontdict=None, **kwargs)", "A text at fractions of the figure.") { call throws(Raised) in
      let figure = FigureObject.of(try stage.currentFigure()).asValue
      return try call.interpreter.call(
        try call.interpreter.attribute(figure, "text"), [call[0], call[1], call[2]],
        keywords: call.keywords(4).map { ($0.name, $0.value) })
    }
    module.function(
      "tight_layout(*, pad=1.08, h_pad=None, w_pad=None, rect=None)", "Makes room for what stands around the axes."
    ) { call throws(Raised) in
      try stage.currentFigure().tightPadding = try call.double(0)
      return .none
    }
    module.function(
      "subplots_adjust(left=None, bottom=None, right=None, top=None, wspace=None, hspace=None)", "Sets the margins."
    ) { call throws(Raised) in
      try FigureObject.adjust(try stage.currentFigure(), call, 0)
      return .none
    }
    module.function("delaxes(ax=None)", "Takes axes off their figure.") { call throws(Raised) in
      let axes: Axes
      if let given = call[0].cast(to: AxesObject.self) { axes = given.axes } else { axes = try stage.currentAxes() }
      axes.figure.remove(axes)
      return .none
    }
    module.function("get_fignums()", "The numbers of the open figures.") { _ throws(Raised) in
      .list(stage.figures.map { .int($0.number) }.sorted { ($0.intValue ?? 0) < ($1.intValue ?? 0) })
    }
    module.function("fignum_exists(num)", "Whether a figure is open.") { call throws(Raised) in
      .bool(stage.figure(numbered: try call.int(0)) != nil)
    }
    module.function(
      "colorbar(mappable=None, cax=None, ax=None, **kwargs)", "Adds a colour bar for the last image, points or contours."
    ) { call throws(Raised) in
      let figure = try stage.currentFigure()
      var mappable = call[0]
      if mappable.isNone {
        guard let last = figure.lastMapped else {
          throw .runtimeError(
            "No mappable was found to use for colorbar creation. First define a mappable such as an image (with imshow) or a contour set (with contourf)."
          )
        }
        mappable = ArtistObject.of(last.artist, ArtistTypes.image)
      }
      return try ColorbarObject.add(
        to: figure, mappable: mappable, cax: call[1], ax: call[2], PlotOptions(call.keywords(3), of: "Colorbar"))
    }
  }

  private static func addOpening(to module: ModuleObject, _ stage: FigureStage) {
    module.function(
      "figure(num=None, figsize=None, dpi=None, *, facecolor=None, edgecolor=None, frameon=True, clear=False, layout=None, **kwargs)",
      "Opens a figure, or makes an open one current."
    ) {
      call throws(Raised) in
      let size = try Self.size(call[1])
      let dpi: Double? = call.has(2) ? try FigureObject.checkedDPI(call[2]) : nil
      let options = PlotOptions(call.keywords(8), of: "Figure")
      if let known = call[0].cast(to: FigureObject.self) {
        stage.select(known.figure)
        return known.asValue
      }
      let name = call[0].stringValue
      let known =
        call[0].intValue.flatMap { stage.figure(numbered: $0) }
        ?? name.flatMap { name in stage.figures.first { $0.name == name } }
      if let known {
        stage.select(known)
        if try call.bool(6) { known.clear() }
        return FigureObject.of(known).asValue
      }
      let figure = try stage.open(
        { (style) throws(PlotError) in try Figure(style, width: size?.0, height: size?.1, dpi: dpi) }, number: call[0].intValue)
      figure.name = name
      if call.has(3) { figure.background = try PlotColors.one(call[3]) }
      let (isTight, isConstrained) = (try options.bool("tight_layout"), try options.bool("constrained_layout"))
      if (isTight ?? isConstrained ?? false) || (call.has(7) && call[7].stringValue != "none") { figure.tightPadding = 1.08 }
      for name in ["linewidth", "subplotpars", "FigureClass"] { _ = options.take(name) }
      try options.finish()
      return FigureObject.of(figure).asValue
    }
  }

  /// `figsize`.
  static func size(_ value: Value) throws(Raised) -> (Double, Double)? {
    guard !value.isNone, !value.isUnbound else { return nil }
    if value.stringValue != nil {
      throw .valueError(
        "Invalid figsize format, expected (x, y) or (x, y, unit) but got \(try Interpreter.current.repr(value))")
    }
    if value.doubleValue != nil { throw .typeError("object of type '\(value.type.name)' has no len()") }
    let parts = try PlotData.row(value)
    guard parts.count == 2 else {
      throw .valueError(
        "Invalid figsize format, expected (x, y) or (x, y, unit) but got \(try Interpreter.current.repr(value))")
    }
    return (parts[0], parts[1])
  }

  private static func addSubplots(to module: ModuleObject, _ stage: FigureStage) {
    module.function(
      "subplots(nrows=1, ncols=1, *, sharex=False, sharey=False, squeeze=True, width_ratios=None, height_ratios=None, subplot_kw=None, gridspec_kw=None, **fig_kw)",
      "Opens a figure with axes in rows and columns: `fig, ax = plt.subplots(2, 3, figsize=(8, 4))`."
    ) { call throws(Raised) in
      let opener = try call.interpreter.attribute(module.asValue, "figure")
      let figure = try call.interpreter.call(opener, [], keywords: call.keywords(9).map { ($0.name, $0.value) })
      guard let object = figure.cast(to: FigureObject.self) else { return .none }
      do throws(Raised) { return .tuple([figure, try Subplots.make(object.figure, call, 0)]) } catch {
        stage.close(object.figure)
        throw error
      }
    }
    module.function("subplot(*args, **kwargs)", "Makes axes in a grid current: `subplot(2, 3, 1)` or `subplot(231)`.") {
      call throws(Raised) in
      let arguments = call.rest(0)
      if let object = arguments.first?.cast(to: AxesObject.self) {
        stage.select(object.axes.figure, object.axes)
        return object.asValue
      }
      let place: GridPlace
      var cells = (rows: 0, columns: 0, first: 0, last: 0)
      if let spec = arguments.first?.cast(to: GridPlaceObject.self) {
        place = spec.place
        cells = (
          place.grid.rows, place.grid.columns, place.rows.lowerBound * place.grid.columns + place.columns.lowerBound + 1,
          (place.rows.upperBound - 1) * place.grid.columns + place.columns.upperBound
        )
      } else {
        cells = try FigureObject.place(arguments)
        place = FigureObject.gridPlace(try stage.currentFigure(), cells)
      }
      let figure = try stage.currentFigure()
      // Axes in the same cells become current; they are not made again.
      if call.keywords(1).isEmpty,
        let known = figure.axes.first(where: { $0.colorbar == nil && $0.cells.map { $0 == cells } ?? false })
      {
        figure.currentAxes = known
        return AxesObject.of(known).asValue
      }
      let axes = figure.addAxes(at: place)
      axes.cells = cells
      do throws(Raised) { try FigureObject.apply(PlotOptions(call.keywords(1), of: "Axes"), to: axes) } catch {
        figure.remove(axes)
        throw error
      }
      return AxesObject.of(axes).asValue
    }
    module.function("subplot2grid(shape, loc, rowspan=1, colspan=1, fig=None, **kwargs)", "Axes of several cells of a grid.") {
      call throws(Raised) in
      let (rows, columns) = try AxesCommand.pair(call[0], "shape")
      let (row, column) = try AxesCommand.pair(call[1], "loc")
      let (down, across) = (try call.int(2), try call.int(3))
      guard rows >= 1, columns >= 1, rows <= 1000, columns <= 1000, row >= 0, column >= 0, down >= 1, across >= 1,
        Int(row) &+ down <= Int(rows), Int(column) &+ across <= Int(columns)
      else {
        throw .indexError("the cells lie outside the grid")
      }
      let grid = SubplotGrid(rows: Int(rows), columns: Int(columns))
      let axes = try stage.currentFigure().addAxes(
        at: GridPlace(grid, rows: Int(row)..<(Int(row) + down), columns: Int(column)..<(Int(column) + across)))
      try FigureObject.apply(PlotOptions(call.keywords(5), of: "Axes"), to: axes)
      return AxesObject.of(axes).asValue
    }
    module.function("axes(arg=None, **kwargs)", "Adds axes: in a rectangle, or filling the figure.") { call throws(Raised) in
      let figure = try stage.currentFigure()
      let axes =
        call.has(0)
        ? figure.addAxes(in: try FigureObject.rect(call[0])) : figure.addAxes(at: FigureObject.gridPlace(figure, (1, 1, 1, 1)))
      do throws(Raised) { try FigureObject.apply(PlotOptions(call.keywords(1), of: "Axes"), to: axes) } catch {
        figure.remove(axes)
        throw error
      }
      return AxesObject.of(axes).asValue
    }
  }
}
