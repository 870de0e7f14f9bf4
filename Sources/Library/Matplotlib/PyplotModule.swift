import Interpreter
import Plots

/// `matplotlib.pyplot` and its company.
enum Pyplot {
  /// The stages of the running interpreters, by interpreter.
  nonisolated(unsafe) private static var stages: [ObjectIdentifier: Weak] = [:]

  private struct Weak { weak var stage: FigureStage? }

  /// The figures of an interpreter.
  static func stage(of interpreter: Interpreter) -> FigureStage? { stages[ObjectIdentifier(interpreter)]?.stage }

  /// Makes the modules importable; nothing is built before it is used.
  static func register(in interpreter: Interpreter) -> FigureStage {
    let stage = FigureStage(interpreter)
    stages = stages.filter { $0.value.stage != nil }
    stages[ObjectIdentifier(interpreter)] = Weak(stage: stage)
    let settings = RcParamsObjectHolder(stage)
    interpreter.registerModule("matplotlib") { _ throws(Raised) in
      let module = ModuleObject("matplotlib", doc: "Plots, drawn by Lectern in matplotlib's look.")
      module.function("use(backend, *, force=True)", "Accepted without effect: figures go where the session runs.") {
        _ throws(Raised) in .none
      }
      module.function("get_backend()", "The name of what draws.") { _ throws(Raised) in .string("lectern") }
      module.function("rc(group, **kwargs)", "Sets several parameters of a group.") { call throws(Raised) in
        try settings.setGroup(call)
      }
      module.function("rcdefaults()", "Forgets all settings.") { _ throws(Raised) in
        settings.object.reset()
        return .none
      }
      module.set("rcParams", settings.object.asValue)
      module.set("colormaps", ColormapsObject.shared.asValue)
      module.set("__version__", "3.11.2")
      return module.asValue
    }
    for name in ["matplotlib.pyplot", "matplotlib.pylab", "pylab"] {
      interpreter.registerModule(name) { interpreter throws(Raised) in try build(name, stage, settings, interpreter) }
    }
    interpreter.registerModule("matplotlib.cm") { _ throws(Raised) in
      let module = ModuleObject("matplotlib.cm", doc: "Colour maps.")
      for name in Colormap.names {
        for full in [name, name + "_r"] {
          module.set(full, ColormapObject(try plotting { () throws(PlotError) in try Colormap.named(full) }).asValue)
        }
      }
      module.function("get_cmap(name=None, lut=None)", "A colour map by name.") { call throws(Raised) in
        ColormapObject(try PlotColors.map(call[0].isNone ? nil : call[0], stage.style)).asValue
      }
      return module.asValue
    }
    interpreter.registerModule("matplotlib.colors") { _ throws(Raised) in
      let module = ModuleObject("matplotlib.colors", doc: "Colours and normalisations.")
      for type in NormObject.types { module.set(type.name, type.asValue) }
      module.function("to_rgba(c, alpha=None)", "The parts of a colour.") { call throws(Raised) in
        let color = try PlotColors.one(call[0])
        let alpha = call.has(1) ? try call.double(1) : color.alpha
        return .tuple([.float(color.red), .float(color.green), .float(color.blue), .float(alpha)])
      }
      module.function("to_hex(c, keep_alpha=False)", "A colour as #rrggbb.") { call throws(Raised) in
        .string(try PlotColors.one(call[0]).hexText)
      }
      return module.asValue
    }
    interpreter.registerModule("matplotlib.image") { _ throws(Raised) in
      let module = ModuleObject("matplotlib.image", doc: "Reading and writing pictures.")
      module.function("imread(fname, format=None)", "A PNG picture as an array.") { call throws(Raised) in
        try PictureFile.read(call[0], call.interpreter)
      }
      return module.asValue
    }
    interpreter.registerModule("matplotlib.patches") { _ throws(Raised) in PatchesModule.build() }
    interpreter.registerModule("matplotlib.gridspec") { _ throws(Raised) in
      let module = ModuleObject("matplotlib.gridspec", doc: "Grids for axes.")
      module.set("GridSpec", GridSpecObject.typeObject.asValue)
      return module.asValue
    }
    interpreter.registerModule("matplotlib.figure") { _ throws(Raised) in
      let module = ModuleObject("matplotlib.figure")
      module.set("Figure", FigureObject.typeObject.asValue)
      return module.asValue
    }
    return stage
  }

  private static func build(_ name: String, _ stage: FigureStage, _ settings: RcParamsObjectHolder, _ interpreter: Interpreter)
    throws(Raised) -> Value
  {
    let module = ModuleObject(name, doc: "Plots by commands about a current figure and its current axes.")
    for command in AxesCommand.all where command.function != nil {
      module.function(command.functionSignature, command.doc) { call throws(Raised) in
        try command.body(try stage.currentAxes(), PlotCall(call: call, shift: 0))
      }
    }
    PyplotFigures.add(to: module, stage)
    PyplotSettings.add(to: module, stage)
    module.set("rcParams", settings.object.asValue)
    module.function("rc(group, **kwargs)", "Sets several parameters of a group.") { call throws(Raised) in
      try settings.setGroup(call)
    }
    module.function("rcdefaults()", "Forgets all settings.") { _ throws(Raised) in
      settings.object.reset()
      return .none
    }
    module.set("style", StyleModule.build(stage))
    module.set("cm", try interpreter.importModule("matplotlib.cm"))
    module.set("colormaps", ColormapsObject.shared.asValue)
    module.set("Figure", FigureObject.typeObject.asValue)
    module.set("Axes", AxesObject.typeObject.asValue)
    for name in AxesObject.missing.union(["subplot_mosaic", "connect", "ginput", "xkcd", "quiver", "Circle", "subfigures"])
    where module.namespace.get(name) == nil {
      module.function("\(name)(*args, **kwargs)", "Not among what Lectern draws.") { _ throws(Raised) in
        throw .notImplementedError("matplotlib.pyplot.\(name) is not among what Lectern draws")
      }
    }
    if name != "matplotlib.pyplot", let numpy = try? interpreter.importModule("numpy") { module.set("np", numpy) }
    return module.asValue
  }
}

/// Holds the settings of an interpreter, made when first asked for.
final class RcParamsObjectHolder {
  private let stage: FigureStage
  lazy var object = RcParamsObject(stage)

  init(_ stage: FigureStage) { self.stage = stage }

  /// `rc('lines', linewidth=2)`.
  func setGroup(_ call: Arguments) throws(Raised) -> Value {
    var groups = call[0].sequence?.compactMap(\.stringValue) ?? []
    if groups.isEmpty { groups = [try call.string(0)] }
    let short = ["lw": "linewidth", "ls": "linestyle", "c": "color", "fc": "facecolor", "ec": "edgecolor"]
    for group in groups {
      for (name, value) in call.keywords(1) { try object.set("\(group).\(short[name] ?? name)", value) }
    }
    return .none
  }
}

/// `plt.style`.
enum StyleModule {
  static func build(_ stage: FigureStage) -> Value {
    let module = ModuleObject("matplotlib.style", doc: "Named looks.")
    module.set(
      "available", .list(PlotStyle.names.filter { !$0.hasPrefix("_") && $0 != "default" }.sorted().map { .string($0) }))
    module.function("use(style)", "Takes on a look for figures to come.") { call throws(Raised) in
      for name in call[0].sequence ?? [call[0]] {
        guard let text = name.stringValue else { throw .typeError("a style is named by a text, not \(name.type.name)") }
        let plain = text.hasPrefix("seaborn") && !text.hasPrefix("seaborn-v0_8") ? "seaborn-v0_8" + text.dropFirst(7) : text
        try plotting { () throws(PlotError) in try stage.style.use(plain) }
      }
      return .none
    }
    module.function("context(style, after_reset=False)", "A look for the figures of a `with` block.") { call throws(Raised) in
      let old = stage.style
      for name in call[0].sequence ?? [call[0]] {
        let text = name.stringValue ?? ""
        try plotting { () throws(PlotError) in try stage.style.use(text) }
      }
      return StyleContext(stage, old).asValue
    }
    return module.asValue
  }
}

/// The object of `with plt.style.context(…)` and `with plt.rc_context(…)`.
final class StyleContext: Object {
  let stage: FigureStage
  let old: PlotStyle

  init(_ stage: FigureStage, _ old: PlotStyle) {
    self.stage = stage
    self.old = old
    super.init(StyleContext.typeObject)
  }

  static let typeObject: TypeObject = TypeObject.native("StyleContext", module: "matplotlib.style", of: StyleContext.self) {
    t in
    t.method("__enter__(self)") { _, _ throws(Raised) in .none }
    t.method("__exit__(self, kind, value, traceback)") { object, _ throws(Raised) in
      object.stage.style = object.old
      return .none
    }
  }
}

/// `matplotlib.colormaps`.
final class ColormapsObject: Object {
  nonisolated(unsafe) static let shared = ColormapsObject(typeObject)

  static let typeObject: TypeObject = TypeObject.native("ColormapRegistry", module: "matplotlib.cm", of: ColormapsObject.self) {
    t in
    t.slots.getItem = { _, key throws(Raised) in
      guard let name = key.stringValue, let map = try? Colormap.named(name) else { throw .keyError(key) }
      return ColormapObject(map).asValue
    }
    t.method("get_cmap(self, cmap)", "A colour map by name.") { _, call throws(Raised) in
      ColormapObject(try PlotColors.map(call[1], PlotStyle())).asValue
    }
    t.slots.iterate = { _ throws(Raised) in
      try Interpreter.current.iterator(of: .list(Colormap.names.sorted().flatMap { [.string($0), .string($0 + "_r")] }))
    }
    t.slots.contains = { _, key throws(Raised) in (try? Colormap.named(key.stringValue ?? "")) != nil }
  }
}

extension Color {
  /// `#rrggbb`.
  var hexText: String {
    "#"
      + [red, green, blue].map { part in
        let digits = String(Int(max(0, min(255, (part * 255).rounded()))), radix: 16)
        return digits.count == 1 ? "0" + digits : digits
      }.joined()
  }
}
