import Interpreter

/// `numpy`.
enum NumPyModule {
  static func register(in interpreter: Interpreter) {
    interpreter.registerModule("numpy") { _ throws(Raised) in
      let module = ModuleObject("numpy", doc: "Arrays.")
      module.set("ndarray", NDArrayType.type.asValue)
      return module.asValue
    }
  }
}
