import Interpreter

/// `pandas`, as far as lectures read tables with it: written in the language itself over numpy, and plain about what it lacks.
enum PandasModule {
  static func register(in interpreter: Interpreter) {
    for part in WrittenPandas.parts {
      interpreter.registerModule(part.module) { (interpreter) throws(Raised) -> Value in
        try interpreter.runModule(part.module, source: part.source())
      }
    }
  }
}

/// The modules of `pandas`. They are compiled when first imported.
enum WrittenPandas {
  /// One line per module.
  static let parts: [(module: String, source: () -> String)] = [
    ("pandas", { pandas }),
    ("pandas._access", { access }),
    ("pandas._csv", { csv }),
    ("pandas._frame", { frame }),
    ("pandas._index", { index }),
    ("pandas._series", { series }),
    ("pandas._text", { text }),
  ]
}
