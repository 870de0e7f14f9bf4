import Interpreter
import Plots

/// Keywords about texts.
enum TextOptions {
  private static let sizes = [
    "xx-small": 0.579, "x-small": 0.694, "small": 0.833, "medium": 1, "large": 1.2, "x-large": 1.44, "xx-large": 1.728,
    "larger": 1.2, "smaller": 0.833,
  ]

  /// A size in points, or by word.
  static func size(_ value: Value, _ base: Double) throws(Raised) -> Double {
    if let word = value.stringValue {
      guard let factor = sizes[word] else {
        if let number = Double(word) { return number }
        throw .valueError(
          "Size is invalid. Valid font size are xx-small, x-small, small, medium, large, x-large, xx-large, larger, smaller, None"
        )
      }
      return base * factor
    }
    let size = try PlotData.double(value)
    guard size.isFinite, size > 0, size < 10_000 else { return 1 }
    return size
  }

  /// Degrees, or a word for them.
  static func rotation(_ value: Value) throws(Raised) -> Double {
    switch value.stringValue {
    case "vertical": return 90
    case "horizontal": return 0
    default:
      let angle = try PlotData.double(value)
      return angle.isFinite ? angle : 0
    }
  }

  /// Takes the keywords about a text's look out of the options.
  static func apply(_ options: PlotOptions, to text: TextArtist, base: Double) throws(Raised) {
    if let fonts = options.take("fontdict")?.cast(to: DictObject.self) {
      let inner = PlotOptions(fonts.pairs.map { ($0.key.stringValue ?? "", $0.value) }, of: "Text")
      try apply(inner, to: text, base: base)
      try inner.finish()
    }
    if let size = options.take("fontsize", "size") { text.style.font.size = try Self.size(size, base) }
    if let color = try options.color("color", "c") { text.style.color = color }
    if let weight = options.take("fontweight", "weight") {
      text.style.font.isBold =
        weight.doubleValue.map { $0 >= 600 }
        ?? ["bold", "heavy", "black", "semibold", "demibold", "extra bold"].contains(weight.stringValue ?? "")
    }
    if let style = try options.text("fontstyle", "style") { text.style.font.isItalic = style != "normal" }
    if let family = options.take("fontfamily", "family", "fontname", "name") {
      let name = family.stringValue ?? family.sequence?.first?.stringValue ?? ""
      text.style.font.family =
        ["monospace", "serif", "sans-serif"].contains(name)
        ? "DejaVu " + (name == "monospace" ? "Sans Mono" : name == "serif" ? "Serif" : "Sans") : name
    }
    if let angle = options.take("rotation") { text.style.rotation = try rotation(angle) }
    if let word = try options.text("ha", "horizontalalignment") {
      guard let side = HorizontalAlignment(rawValue: word) else {
        throw .valueError("'\(word)' is not a valid value for align; supported values are 'center', 'right', 'left'")
      }
      text.style.horizontal = side
    }
    if let word = try options.text("va", "verticalalignment") {
      guard let side = VerticalAlignment(rawValue: word) else {
        throw .valueError(
          "'\(word)' is not a valid value for align; supported values are 'top', 'bottom', 'center', 'baseline', 'center_baseline'"
        )
      }
      text.style.vertical = side
    }
    if let box = options.take("bbox")?.cast(to: DictObject.self) {
      let inner = PlotOptions(box.pairs.map { ($0.key.stringValue ?? "", $0.value) }, of: "FancyBboxPatch")
      let shape = try inner.text("boxstyle") ?? "square"
      let both = try inner.color("color")
      var fill: Color? = try inner.color("facecolor", "fc") ?? both ?? Color.cycle[0]
      let edge = try inner.color("edgecolor", "ec") ?? both ?? .black
      let width = try inner.double("linewidth", "lw") ?? 1
      if let alpha = try inner.double("alpha") { fill = fill?.with(alpha: alpha) }
      let pad = try inner.double("pad") ?? 0.3
      let padding = shape.split(separator: "=").last.flatMap { Double($0) } ?? pad
      text.box = (fill, Stroke(edge, width: width), shape.hasPrefix("round"), padding)
    }
    for name in [
      "linespacing", "wrap", "multialignment", "ma", "rotation_mode", "usetex", "fontproperties", "fontstretch", "fontvariant",
      "math_fontfamily", "parse_math", "transform_rotates_text",
    ] {
      _ = options.take(name)
    }
    try options.applyCommon(to: text)
  }
}

/// Keywords about lines.
enum LineOptions {
  /// Dashes by name, or given as (offset, (on, off, …)).
  static func dashes(_ value: Value) throws(Raised) -> [Double]? {
    if let parts = value.sequence, parts.count == 2 { return try PlotData.row(parts[1]) }
    guard let name = value.stringValue else {
      throw .valueError("\(try Interpreter.current.repr(value)) is not a valid value for ls")
    }
    return try plotting { () throws(PlotError) in try LineStyle.dashes(name) }
  }

  /// Takes the keywords about a line's look out of the options.
  static func apply(_ options: PlotOptions, to line: LineArtist) throws(Raised) {
    if let color = try options.color("color", "c") { line.stroke.color = color }
    if let width = try options.double("linewidth", "lw") { line.stroke.width = width }
    if let style = options.take("linestyle", "ls") {
      let dashes = try dashes(style)
      line.isDrawn = dashes != nil
      line.stroke.dashes = dashes ?? []
    }
    if let dashes = options.take("dashes"), dashes.sequence != nil { line.stroke.dashes = try PlotData.row(dashes) }
    if let marker = options.take("marker") {
      let name = try Interpreter.current.str(marker)
      line.marker = try plotting { () throws(PlotError) in try Marker(name) }
    }
    if let size = try options.double("markersize", "ms") { line.markerSize = size }
    if let fill = try options.color("markerfacecolor", "mfc") { line.markerFill = fill }
    if let edge = try options.color("markeredgecolor", "mec") { line.markerEdge = edge }
    if let width = try options.double("markeredgewidth", "mew") { line.markerEdgeWidth = width }
    if let every = options.take("markevery") { line.markEvery = every.intValue ?? 1 }
    if let style = try options.text("fillstyle"), style == "none" { line.markerFill = .clear }
    if let steps = try options.text("drawstyle", "ds") {
      line.steps =
        steps == "default" ? nil : steps == "steps" ? .before : LineArtist.Steps(rawValue: String(steps.dropFirst(6)))
    }
    for name in ["solid_capstyle", "solid_joinstyle", "dash_capstyle", "dash_joinstyle", "path_effects"] {
      _ = options.take(name)
    }
    try options.applyCommon(to: line)
  }

  /// Takes the keywords about a filled shape's look out of the options.
  static func patch(_ options: PlotOptions) throws(Raised) -> (fill: Color?, edge: Stroke?, isFilled: Bool) {
    let both = try options.color("color")
    let fill = try options.color("facecolor", "fc") ?? both
    let width = try options.double("linewidth", "lw")
    var edge: Stroke?
    if let color = try options.color("edgecolor", "ec") {
      edge = Stroke(color, width: width ?? 1)
    } else if let both, width != nil {
      edge = Stroke(both, width: width ?? 1)
    }
    if let style = options.take("linestyle", "ls") { edge?.dashes = try dashes(style) ?? [] }
    let isFilled = try options.bool("fill") ?? true
    if !isFilled, edge == nil { edge = Stroke(both ?? .black, width: width ?? 1) }
    _ = options.take("hatch")
    return (fill, edge, isFilled)
  }

  /// The colour map, its ends and scale that `cmap`, `norm`, `vmin` and `vmax` name.
  static func mapping(_ cmap: Value, _ norm: Value, _ low: Value, _ high: Value, _ style: PlotStyle) throws(Raised) -> (
    map: Colormap, scale: Normalization
  ) {
    let map = try PlotColors.map(cmap.isNone || cmap.isUnbound ? nil : cmap, style)
    var scale = Normalization()
    if let name = norm.stringValue {
      guard name == "log" || name == "linear" else {
        throw .notImplementedError("norm='\(name)' is not drawn by Lectern; 'linear' and 'log' are")
      }
      scale = Normalization(kind: name == "log" ? .logarithmic : .linear)
    } else if let object = norm.cast(to: NormObject.self) {
      scale = object.scale
    }
    if !low.isNone, !low.isUnbound { scale.low = try PlotData.double(low) }
    if !high.isNone, !high.isUnbound { scale.high = try PlotData.double(high) }
    return (map, scale)
  }
}

/// `matplotlib.colors.Normalize` and `LogNorm`.
final class NormObject: Object {
  let scale: Normalization

  init(_ scale: Normalization, _ type: TypeObject) {
    self.scale = scale
    super.init(type)
  }

  static let types: [TypeObject] = [("Normalize", Normalization.Kind.linear), ("LogNorm", .logarithmic)].map { name, kind in
    TypeObject.native(name, module: "matplotlib.colors", of: NormObject.self) { t in
      t.construct("\(name)(vmin=None, vmax=None, clip=False)", "Numbers between two ends as positions from 0 to 1.") {
        type, call throws(Raised) in
        let low: Double? = call.has(0) ? try PlotData.double(call[0]) : nil
        let high: Double? = call.has(1) ? try PlotData.double(call[1]) : nil
        return NormObject(Normalization(low: low, high: high, kind: kind), type).asValue
      }
      t.method("__call__(self, value, clip=None)", "The positions of numbers.") { object, call throws(Raised) in
        let data = try PlotData(call[1])
        object.scale.follow(data.values)
        let positions = data.values.map { object.scale.position(of: $0) }
        return data.shape.isEmpty ? PlotData.scalar(positions[0]) : PlotData.array(positions, shape: data.shape)
      }
      t.property("vmin") { object throws(Raised) in object.scale.low.map { .float($0) } ?? .none }
      t.property("vmax") { object throws(Raised) in object.scale.high.map { .float($0) } ?? .none }
    }
  }
}
