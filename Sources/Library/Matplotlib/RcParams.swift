import Interpreter
import Plots

/// `matplotlib.rcParams`: settings by name. Those that figures here follow take effect; others of matplotlib's are kept and change nothing.
final class RcParamsObject: Object {
  let stage: FigureStage
  private var kept: [String: Value] = [:]

  init(_ stage: FigureStage) {
    self.stage = stage
    super.init(RcParamsObject.typeObject)
  }

  private static let groups: Set<String> = [
    "lines", "patch", "hatch", "boxplot", "font", "text", "mathtext", "axes", "axes3d", "polaraxes", "xaxis", "yaxis", "xtick",
    "ytick", "grid", "legend", "figure", "image",
    "contour", "errorbar", "hist", "scatter", "agg", "path", "savefig", "ps", "pdf", "svg", "pgf", "docstring", "keymap",
    "animation", "date", "markers", "webagg", "tk", "macosx", "pcolor", "pcolormesh",
  ]
  private static let single: Set<String> = ["backend", "backend_fallback", "interactive", "timezone", "toolbar"]

  static func check(_ name: String) throws(Raised) {
    let group = name.split(separator: ".").first.map { String($0) } ?? ""
    guard single.contains(name) || (groups.contains(group) && name.contains(".")) else {
      throw Raised(.keyError, "'\(name)' is not a valid value for rcParam.")
    }
  }

  func get(_ name: String) throws(Raised) -> Value {
    try Self.check(name)
    let style = stage.style
    switch name {
    case "figure.figsize": return .list([.float(style.figureSize.width), .float(style.figureSize.height)])
    case "figure.dpi": return .float(style.dpi)
    case "savefig.dpi": return kept[name] ?? .string("figure")
    case "lines.linewidth": return .float(style.lineWidth)
    case "lines.markersize": return .float(style.markerSize)
    case "font.size": return .float(style.fontSize)
    case "axes.grid": return .bool(style.showsGrid)
    case "image.cmap": return .string(style.colormap)
    case "image.origin": return .string(style.imageIsUpright ? "upper" : "lower")
    case "image.interpolation": return kept[name] ?? .string("auto")
    case "axes.unicode_minus": return kept[name] ?? .bool(true)
    case "font.family": return kept[name] ?? .list([.string("sans-serif")])
    default:
      guard let value = kept[name] else {
        throw .notImplementedError("the rcParam '\(name)' has no value here until it is set")
      }
      return value
    }
  }

  func set(_ name: String, _ value: Value) throws(Raised) {
    try Self.check(name)
    switch name {
    case "figure.figsize":
      let size = try PlotData.row(value)
      guard size.count == 2 else { throw .valueError("Key figure.figsize: Expected exactly 2 values, got \(size.count)") }
      let figure = try plotting { () throws(PlotError) in try Figure(width: size[0], height: size[1]) }
      stage.style.figureSize = (figure.width, figure.height)
    case "figure.dpi": stage.style.dpi = try FigureObject.checkedDPI(value)
    case "lines.linewidth": stage.style.lineWidth = try PlotData.double(value)
    case "lines.markersize": stage.style.markerSize = try PlotData.double(value)
    case "font.size": stage.style.fontSize = try TextOptions.size(value, 10)
    case "axes.titlesize": stage.style.titleSize = try TextOptions.size(value, stage.style.fontSize)
    case "axes.labelsize": stage.style.labelSize = try TextOptions.size(value, stage.style.fontSize)
    case "axes.grid": stage.style.showsGrid = try Interpreter.current.isTrue(value)
    case "image.cmap": stage.style.colormap = try PlotColors.map(value, stage.style).name
    case "image.origin": stage.style.imageIsUpright = value.stringValue != "lower"
    case "image.interpolation": stage.style.smoothImages = ["bilinear", "bicubic", "lanczos"].contains(value.stringValue ?? "")
    case "axes.facecolor": stage.style.background = try PlotColors.one(value)
    case "figure.facecolor": stage.style.figureBackground = try PlotColors.one(value)
    case "grid.color": stage.style.grid.color = try PlotColors.one(value)
    case "grid.linewidth": stage.style.grid.width = try PlotData.double(value)
    case "grid.linestyle": stage.style.grid.dashes = try LineOptions.dashes(value) ?? []
    case "grid.alpha": stage.style.grid.color.alpha = try PlotData.double(value)
    case "axes.spines.top", "axes.spines.right", "axes.spines.left", "axes.spines.bottom":
      let side = String(name.split(separator: ".")[2])
      if try Interpreter.current.isTrue(value) {
        stage.style.hiddenSpines.remove(side)
      } else {
        stage.style.hiddenSpines.insert(side)
      }
    default: break
    }
    kept[name] = value
  }

  /// Forgets all that was set.
  func reset() {
    kept = [:]
    stage.style = PlotStyle()
  }

  static let typeObject: TypeObject = TypeObject.native("RcParams", module: "matplotlib", of: RcParamsObject.self) { t in
    t.method("update(self, *args, **kwargs)", "Sets several at once.") { object, call throws(Raised) in
      for argument in call.rest(1) {
        guard let dict = argument.cast(to: DictObject.self) else {
          throw .typeError("update() takes a dict, not \(argument.type.name)")
        }
        for (key, value) in dict.pairs { try object.set(key.stringValue ?? "", value) }
      }
      for (name, value) in call.keywords(2) { try object.set(name, value) }
      return .none
    }
    t.method("get(self, key, default=None)", "The value of a name.") { object, call throws(Raised) in
      (try? object.get(call.string(1))) ?? call[2]
    }
    t.slots.getItem = { value, key throws(Raised) in
      guard let object = value.cast(to: RcParamsObject.self), let name = key.stringValue else { throw .keyError(key) }
      return try object.get(name)
    }
    t.slots.setItem = { value, key, new throws(Raised) in
      guard let object = value.cast(to: RcParamsObject.self), let name = key.stringValue else { throw .keyError(key) }
      try object.set(name, new)
    }
    t.slots.contains = { value, key throws(Raised) in (try? RcParamsObject.check(key.stringValue ?? "")) != nil }
  }
}
