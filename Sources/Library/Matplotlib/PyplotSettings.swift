import Interpreter
import Plots

/// The functions of `pyplot` that read or set one thing of the current axes.
enum PyplotSettings {
  static func add(to module: ModuleObject, _ stage: FigureStage) {
    for isX in [true, false] {
      let name = isX ? "x" : "y"
      module.function("\(name)lim(*args, **kwargs)", "Gets or sets the numbers shown.") { call throws(Raised) in
        let axes = try stage.currentAxes()
        let arguments = call.rest(0)
        let keywords = call.keywords(1)
        guard !arguments.isEmpty || !keywords.isEmpty else { return AxesCommand.shown(isX ? axes.xLimits : axes.yLimits) }
        let setter = try call.interpreter.attribute(AxesObject.of(axes).asValue, "set_\(name)lim")
        return try call.interpreter.call(setter, arguments, keywords: keywords.map { ($0.name, $0.value) })
      }
      module.function(
        "\(name)ticks(ticks=None, labels=None, *, minor=False, **kwargs)", "Gets or sets the ticks and their labels."
      ) { call throws(Raised) in
        let axes = try stage.currentAxes()
        let axis = isX ? axes.x : axes.y
        if call.has(0) {
          try AxesCommand.setTicks(
            axis, axes, call[0], call[1], PlotOptions(call.keywords(3), of: "Text"), isMinor: call.bool(2))
        } else {
          if call.has(1) { throw .typeError("\(name)ticks(): Parameter 'labels' can't be set without setting 'ticks'") }
          try AxesCommand.styleLabels(axis, PlotOptions(call.keywords(3), of: "Text"))
        }
        let limits = isX ? axes.xLimits : axes.yLimits
        return .tuple([PlotData.array(AxesCommand.ticks(axis, limits)), .list(AxesCommand.labels(axis, limits, isX))])
      }
    }
    module.function("clim(vmin=None, vmax=None)", "Sets the numbers of the first and last colour of the last image.") {
      call throws(Raised) in
      guard let last = try stage.currentFigure().lastMapped else {
        throw .runtimeError("You must first define an image, e.g., with imshow")
      }
      if call.has(0) { last.mapping.scale.low = try PlotData.double(call[0]) }
      if call.has(1) { last.mapping.scale.high = try PlotData.double(call[1]) }
      return .none
    }
    module.function("set_cmap(cmap)", "Sets the colour map, of the last image too.") { call throws(Raised) in
      let map = try PlotColors.map(call[0], stage.style)
      stage.style.colormap = map.name
      try stage.currentFigure().lastMapped?.mapping.map = map
      return .none
    }
    module.function("get_cmap(name=None, lut=None)", "A colour map by name.") { call throws(Raised) in
      ColormapObject(try PlotColors.map(call[0].isNone ? nil : call[0], stage.style)).asValue
    }
    for name in [
      "viridis", "plasma", "inferno", "magma", "gray", "hot", "jet", "bone", "cool", "hsv", "pink", "spring", "summer",
      "autumn", "winter", "copper",
    ] {
      module.function("\(name)()", "Sets the colour map.") { call throws(Raised) in
        stage.style.colormap = name
        let map = try plotting { () throws(PlotError) in try Colormap.named(name) }
        try stage.currentFigure().lastMapped?.mapping.map = map
        return .none
      }
    }
    module.function("box(on=None)", "Shows or hides the lines around.") { call throws(Raised) in
      let axes = try stage.currentAxes()
      let isOn = call.has(0) ? try call.bool(0) : false
      for side in axes.spines.keys {
        axes.spines[side] = .some(isOn ? Stroke(axes.style.spine, width: 0.8, isSquare: true) : nil)
      }
      return .none
    }
    module.function("rc_context(rc=None, fname=None)", "Settings for the figures of a `with` block.") { call throws(Raised) in
      let old = stage.style
      if let dict = call[0].cast(to: DictObject.self) {
        let settings = RcParamsObject(stage)
        for (key, value) in dict.pairs { try settings.set(key.stringValue ?? "", value) }
      }
      return StyleContext(stage, old).asValue
    }
    module.function("setp(obj, *args, **kwargs)", "Sets properties of something drawn, or of several.") { call throws(Raised) in
      for object in call[0].sequence ?? [call[0]] {
        for (name, value) in call.keywords(2) { _ = try call.interpreter.callMethod(object, "set_\(name)", [value]) }
      }
      return .none
    }
  }
}
