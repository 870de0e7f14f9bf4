/// `exit` and `quit`, and the names that are refused.
enum ExitFunctions {
  static func install(in module: ModuleObject) {
    for name in ["exit", "quit"] {
      module.function("\(name)(code=None)", "Ends the program.") { call throws(Raised) -> Value in
        throw Raised(ExceptionObject(.systemExit, [call[0]]))
      }
    }
    for name in ["breakpoint", "memoryview"] {
      module.function("\(name)(*args, **kwargs)", "Not supported.") { _ throws(Raised) -> Value in
        throw .notImplementedError("\(name)() is not supported")
      }
    }
  }
}
