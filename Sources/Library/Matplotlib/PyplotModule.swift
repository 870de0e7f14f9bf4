import Interpreter

/// `matplotlib.pyplot`: importable, so that a lecture runs up to its first picture; drawing is not there yet and says so.
enum PyplotModule {
  private static let functions = [
    "plot", "scatter", "bar", "hist", "imshow", "colorbar", "contour", "contourf", "errorbar", "fill_between", "axhline", "axvline",
    "text", "annotate", "legend", "grid", "title", "suptitle", "xlabel", "ylabel", "xlim", "ylim", "xticks", "yticks", "xscale",
    "yscale", "axis", "figure", "subplot", "subplots", "tight_layout", "savefig", "show", "close", "clf", "cla", "gca", "gcf",
    "imread", "pause",
  ]

  static func register(in interpreter: Interpreter) {
    interpreter.registerModule("matplotlib") { _ throws(Raised) in
      let module = ModuleObject("matplotlib")
      module.function("use(backend, *, force=True)", "Accepted without effect.") { _ throws(Raised) in .none }
      return module.asValue
    }
    for name in ["matplotlib.pyplot", "matplotlib.pylab"] {
      interpreter.registerModule(name) { _ throws(Raised) in
        let module = ModuleObject(name, doc: "Plots. Not drawn yet: every call says so.")
        for function in functions {
          module.function("\(function)(*args, **kwargs)", "Not drawn yet.") { _ throws(Raised) in
            throw .notImplementedError("matplotlib.pyplot.\(function): plots are not yet drawn by Lectern")
          }
        }
        return module.asValue
      }
    }
  }
}
