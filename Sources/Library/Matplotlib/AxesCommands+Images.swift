import Interpreter
import Plots

extension AxesCommand {
  /// Pictures of grids of numbers.
  static let imageCommands: [AxesCommand] = [
    AxesCommand(
      "imshow(X, cmap=None, norm=None, *, aspect=None, interpolation=None, alpha=None, vmin=None, vmax=None, origin=None, extent=None, "
        + "interpolation_stage=None, filternorm=True, filterrad=4.0, resample=None, url=None, data=None, **kwargs)",
      "A picture of a grid of numbers through a colour map, or of colours.", imshow),
    AxesCommand("matshow(Z, **kwargs)", "A matrix as a picture, its columns numbered above.") { axes, call throws(Raised) in
      let image = try addImage(axes, PlotData(call[0]), call.interpreter, call.options(1, of: "AxesImage"))
      axes.x.isOpposite = true
      return image
    },
    AxesCommand(
      "pcolormesh(*args, alpha=None, norm=None, cmap=None, vmin=None, vmax=None, shading=None, **kwargs)", "Coloured cells.",
      mesh),
    AxesCommand(
      "pcolor(*args, alpha=None, norm=None, cmap=None, vmin=None, vmax=None, shading=None, **kwargs)", "Coloured cells.", mesh),
    AxesCommand(
      "hist2d(x, y, bins=10, range=None, density=False, weights=None, cmin=None, cmax=None, **kwargs)",
      "How many pairs fall into each cell."
    ) {
      axes, call throws(Raised) in
      let (x, y) = (try PlotData.row(call[0]), try PlotData.row(call[1]))
      guard x.count == y.count else { throw .valueError("x and y must have the same length.") }
      var bins = [call[2], call[2]]
      if let pair = call[2].sequence, pair.count == 2 { bins = pair }
      guard let columns = bins[0].intValue, let rows = bins[1].intValue else {
        throw .notImplementedError("hist2d: only numbers of bins are taken here")
      }
      guard columns > 0, rows > 0, columns <= 4096, rows <= 4096 else {
        throw .valueError("`bins` must be positive, and at most 4096 are drawn here")
      }
      let edgesX = try plotting { () throws(PlotError) in try Histogram.edges(x, count: columns) }
      let edgesY = try plotting { () throws(PlotError) in try Histogram.edges(y, count: rows) }
      var counts = [Double](repeating: 0, count: rows * columns)
      func bin(_ value: Double, _ edges: [Double]) -> Int? {
        guard let first = edges.first, let last = edges.last, value >= first, value <= last else { return nil }
        return min(edges.count - 2, Int((value - first) / (last - first) * Double(edges.count - 1)))
      }
      for (a, b) in zip(x, y) { if let i = bin(a, edgesX), let j = bin(b, edgesY) { counts[j * columns + i] += 1 } }
      let options = call.options(8, of: "QuadMesh")
      let (map, scale) = try LineOptions.mapping(
        options.take("cmap") ?? .none, options.take("norm") ?? .none, options.take("vmin") ?? .none,
        options.take("vmax") ?? .none, axes.style)
      let artist = MeshArtist(edgesX, edgesY, ColorMapping(counts, map: map, scale: scale))
      try options.applyCommon(to: artist)
      try options.finish()
      axes.add(artist)
      axes.figure.lastMapped = (artist.mapping, axes, artist)
      let byX = (0..<columns).flatMap { i in (0..<rows).map { counts[$0 * columns + i] } }
      return .tuple([
        PlotData.array(byX, shape: [columns, rows]), PlotData.array(edgesX), PlotData.array(edgesY),
        ArtistObject.of(artist, ArtistTypes.mesh),
      ])
    },
    AxesCommand("contour(*args, data=None, **kwargs)", "Lines of equal height: `contour(Z)`, `contour(X, Y, Z, levels)`.") {
      axes, call throws(Raised) in
      try contour(axes, call, isFilled: false)
    },
    AxesCommand("contourf(*args, data=None, **kwargs)", "Areas between heights.") { axes, call throws(Raised) in
      try contour(axes, call, isFilled: true)
    },
    AxesCommand(
      "clabel(CS, levels=None, *, fontsize=10, inline=True, fmt=None, colors=None, **kwargs)", "Labels on contour lines."
    ) {
      _, call throws(Raised) in
      guard let contour = call[0].cast(to: ArtistObject.self)?.artist as? ContourArtist else {
        throw .typeError("clabel() takes what contour() gave")
      }
      let format = call[4].stringValue
      let interpreter = call.interpreter
      contour.labels = (
        { value in
          if let format, let text = try? interpreter.binary(.modulo, .string(format), .float(value)) {
            return text.stringValue ?? ""
          }
          return (try? interpreter.format(.float(value), "g")) ?? ""
        }, try TextOptions.size(call[2], 10)
      )
      return .list([])
    },
  ]

  private static func imshow(_ axes: Axes, _ call: PlotCall) throws(Raised) -> Value {
    let value = call[0]
    if value.stringValue != nil { throw .typeError("Image data of dtype <U1 cannot be converted to float") }
    if value.isNone { throw .typeError("Image data of dtype object cannot be converted to float") }
    let names = [
      (1, "cmap"), (2, "norm"), (3, "aspect"), (4, "interpolation"), (5, "alpha"), (6, "vmin"), (7, "vmax"), (8, "origin"),
      (9, "extent"),
    ]
    var all = names.filter { call.has($0.0) }.map { ($0.1, call[$0.0]) }
    all += call.call.keywords(16 + call.shift).map { ($0.name, $0.value) }
    return try addImage(
      axes, imageData(value), call.interpreter, PlotOptions(all.map { (name: $0.0, value: $0.1) }, of: "AxesImage"))
  }

  /// Numbers of an image; a list of texts is refused as numpy would.
  private static func imageData(_ value: Value) throws(Raised) -> PlotData {
    var first = value
    while let inner = first.sequence?.first { first = inner }
    if let text = first.stringValue {
      throw .typeError("Image data of dtype <U\(max(1, text.count)) cannot be converted to float")
    }
    return try PlotData(value)
  }

  private static func addImage(_ axes: Axes, _ given: PlotData, _ interpreter: Interpreter, _ options: PlotOptions)
    throws(Raised) -> Value
  {
    var data = given
    if data.shape.count == 3, data.shape[2] == 1 { data.shape.removeLast() }
    guard data.shape.count == 2 || (data.shape.count == 3 && (3...4).contains(data.shape[2])) else {
      throw .typeError("Invalid shape \(PlotData.text(given.shape)) for image data")
    }
    let (rows, columns) = (data.shape[0], data.shape[1])
    let (map, scale) = try LineOptions.mapping(
      options.take("cmap") ?? .none, options.take("norm") ?? .none, options.take("vmin") ?? .none,
      options.take("vmax") ?? .none, axes.style)
    let image: ImageArtist
    if data.shape.count == 3 {
      image = ImageArtist(colors: try colors(data, interpreter), rows: rows, columns: columns, map: map)
    } else {
      image = ImageArtist(ColorMapping(data.values, map: map, scale: scale), rows: rows, columns: columns)
    }
    if let name = try options.text("interpolation") {
      let smooth = [
        "bilinear", "bicubic", "spline16", "spline36", "hanning", "hamming", "hermite", "kaiser", "quadric", "catrom",
        "gaussian", "bessel", "mitchell", "sinc", "lanczos",
      ]
      guard smooth.contains(name) || ["none", "nearest", "antialiased", "auto"].contains(name) else {
        throw .valueError(
          "'\(name)' is not a valid value for interpolation; supported values are 'none', 'nearest', 'antialiased', 'auto', 'bilinear', 'bicubic'"
        )
      }
      image.interpolation = smooth.contains(name) ? .smooth : .nearest
    } else if axes.style.smoothImages {
      image.interpolation = .smooth
    }
    let origin = try options.text("origin") ?? (axes.style.imageIsUpright ? "upper" : "lower")
    guard origin == "upper" || origin == "lower" else {
      throw .valueError("'\(origin)' is not a valid value for origin; supported values are 'upper', 'lower'")
    }
    if origin == "lower" { swap(&image.top, &image.bottom) }
    if let extent = options.take("extent") {
      let ends = try PlotData.row(extent)
      guard ends.count == 4 else { throw .valueError("extent must be (left, right, bottom, top)") }
      (image.left, image.right) = (ends[0], ends[1])
      (image.bottom, image.top) = (ends[2], ends[3])
    }
    try setAspect(axes, options.take("aspect") ?? .string("equal"))
    _ = options.take("interpolation_stage")
    try options.applyCommon(to: image)
    try options.finish()
    axes.add(image)
    // The first row is on top, unless the axis was turned by hand.
    if axes.y.fixedLimits == nil || axes.artists.count == 1 { axes.governingY.isInverted = image.bottom > image.top }
    axes.figure.lastMapped = (image.mapping, axes, image)
    return ArtistObject.of(image, ArtistTypes.image)
  }

  private static func colors(_ data: PlotData, _ interpreter: Interpreter) throws(Raised) -> [Float] {
    let parts = data.shape[2]
    let count = data.shape[0] * data.shape[1]
    // Whole numbers go up to 255, fractions to 1.
    let isWhole = data.isBytes || (data.values.contains { $0 > 1 } && data.values.allSatisfy { $0 == $0.rounded() })
    let most = isWhole ? 255.0 : 1.0
    if data.values.contains(where: { $0 < 0 || $0 > most }) {
      let low = data.values.min() ?? 0
      let high = data.values.max() ?? 0
      try interpreter.warn(
        "Clipping input data to the valid range for imshow with RGB data ([0..1] for floats or [0..255] for integers). Got range [\(low)..\(high)]."
      )
    }
    var result = [Float](repeating: 1, count: count * 4)
    for pixel in 0..<count {
      for part in 0..<parts {
        let value = data.values[pixel * parts + part] / most
        result[pixel * 4 + part] = value.isNaN ? 0 : Float(max(0, min(1, value)))
      }
    }
    return result
  }

  /// `equal`, `auto`, or a number.
  static func setAspect(_ axes: Axes, _ value: Value) throws(Raised) {
    switch value.stringValue {
    case "equal": axes.aspect = 1
    case "auto": axes.aspect = nil
    default:
      let ratio = try PlotData.double(value)
      guard ratio.isFinite, ratio > 0 else { throw .valueError("aspect must be finite and positive ") }
      axes.aspect = ratio
    }
  }

  private static func mesh(_ axes: Axes, _ call: PlotCall) throws(Raised) -> Value {
    let rest = call.rest(0)
    guard let last = rest.last, rest.count == 1 || rest.count == 3 else {
      throw .typeError("pcolormesh() takes 1 or 3 positional arguments but \(rest.count) were given")
    }
    let z = try PlotData(last)
    guard z.shape.count == 2 else { throw .typeError("Incompatible X, Y inputs to pcolormesh; see help(pcolormesh)") }
    let (rows, columns) = (z.shape[0], z.shape[1])
    var x = (0...columns).map { Double($0) }
    var y = (0...rows).map { Double($0) }
    if rest.count == 3 {
      x = try edges(PlotData(rest[0]), columns, isColumn: true)
      y = try edges(PlotData(rest[1]), rows, isColumn: false)
    }
    let options = call.options(7, of: "QuadMesh")
    _ = options.take("edgecolors", "edgecolor")
    _ = options.take("linewidth", "lw", "linewidths")
    let (map, scale) = try LineOptions.mapping(call[3], call[2], call[4], call[5], axes.style)
    let artist = MeshArtist(x, y, ColorMapping(z.values, map: map, scale: scale))
    if call.has(1) { artist.alpha = try call.double(1) }
    try options.applyCommon(to: artist)
    try options.finish()
    axes.add(artist)
    axes.figure.lastMapped = (artist.mapping, axes, artist)
    return ArtistObject.of(artist, ArtistTypes.mesh)
  }

  /// The lines between cells, from lines or from middles; a grid of places must be a plain one.
  private static func edges(_ data: PlotData, _ count: Int, isColumn: Bool) throws(Raised) -> [Double] {
    var row = data.values
    if data.shape.count == 2 {
      let (r, c) = (data.shape[0], data.shape[1])
      row = isColumn ? Array(data.values.prefix(c)) : (0..<r).map { data.values[$0 * c] }
    }
    if row.count == count + 1 { return row }
    guard row.count == count, count > 1 else {
      throw .typeError(
        "Dimensions of C are incompatible with X and/or Y: \(isColumn ? "columns" : "rows") \(count), places \(row.count)")
    }
    let middles = zip(row, row.dropFirst()).map { ($0 + $1) / 2 }
    return [2 * row[0] - middles[0]] + middles + [2 * row[count - 1] - middles[count - 2]]
  }

  private static func contour(_ axes: Axes, _ call: PlotCall, isFilled: Bool) throws(Raised) -> Value {
    let rest = call.rest(0)
    let options = call.options(2, of: "QuadContourSet")
    guard !rest.isEmpty else { throw .typeError("contour() takes from 1 to 4 positional arguments but 0 were given") }
    let hasPlaces = rest.count >= 3
    guard rest.count <= 4 else {
      throw .typeError("contour() takes from 1 to 4 positional arguments but \(rest.count) were given")
    }
    let z = try PlotData(hasPlaces ? rest[2] : rest[0])
    guard z.shape.count == 2 else { throw .typeError("Input z must be 2D, not \(z.shape.count)D") }
    let (rows, columns) = (z.shape[0], z.shape[1])
    guard rows > 1, columns > 1 else {
      throw .typeError("Input z must be at least a (2, 2) shaped array, but has shape \(PlotData.text(z.shape))")
    }
    var x = (0..<columns).map { Double($0) }
    var y = (0..<rows).map { Double($0) }
    if hasPlaces {
      x = try places(PlotData(rest[0]), columns, rows, isColumn: true)
      y = try places(PlotData(rest[1]), rows, columns, isColumn: false)
    }
    let levelValue = rest.count == 4 ? rest[3] : rest.count == 2 ? rest[1] : options.take("levels") ?? .none
    var levels: [Double]
    if let count = levelValue.intValue {
      levels = ContourArtist.levels(z.values, about: max(1, min(count, 1000)), isFilled: isFilled)
    } else if levelValue.isNone {
      levels = ContourArtist.levels(z.values, about: 7, isFilled: isFilled)
    } else {
      levels = try PlotData.row(levelValue)
      guard zip(levels, levels.dropFirst()).allSatisfy({ $0 < $1 }) else {
        throw .valueError("Contour levels must be increasing")
      }
      if isFilled, levels.count < 2 { throw .valueError("Filled contours require at least 2 levels.") }
    }
    let (map, scale) = try LineOptions.mapping(
      options.take("cmap") ?? .none, options.take("norm") ?? .none, options.take("vmin") ?? .none,
      options.take("vmax") ?? .none, axes.style)
    let artist = ContourArtist(x, y, z.values, levels: levels, isFilled: isFilled, map: map, scale: scale)
    if let colors = options.take("colors") { artist.colors = try PlotColors.several(colors) }
    if let width = options.take("linewidths", "linewidth") { artist.width = try PlotData.row(width).first ?? 1.5 }
    if let style = options.take("linestyles", "linestyle") {
      artist.dashes = try LineOptions.dashes(style.sequence?.first ?? style) ?? []
    }
    if let extend = try options.text("extend") {
      artist.extends = (extend == "both" || extend == "min", extend == "both" || extend == "max")
    }
    if let origin = options.take("origin"), origin.stringValue == "upper" { axes.governingY.isInverted = true }
    _ = options.take("extent")
    try options.applyCommon(to: artist)
    try options.finish()
    if levels.isEmpty { try call.interpreter.warn("No contour levels were found within the data range.") }
    axes.add(artist)
    axes.figure.lastMapped = (artist.mapping, axes, artist)
    return ArtistObject.of(artist, ArtistTypes.contours)
  }

  private static func places(_ data: PlotData, _ count: Int, _ other: Int, isColumn: Bool) throws(Raised) -> [Double] {
    if data.shape.count == 2 {
      let shape = isColumn ? [other, count] : [count, other]
      guard data.shape == shape else {
        throw .typeError(
          "Shapes of \(isColumn ? "x" : "y") \(PlotData.text(data.shape)) and z \(PlotData.text(shape)) do not match")
      }
      return isColumn ? Array(data.values.prefix(count)) : (0..<count).map { data.values[$0 * other] }
    }
    guard data.values.count == count else {
      throw .typeError(
        "Length of \(isColumn ? "x" : "y") (\(data.values.count)) must match number of \(isColumn ? "columns" : "rows") in z (\(count))"
      )
    }
    return data.values
  }
}
