/// The importable modules that need no tensors. Nothing is built before it is imported.
enum StandardModules {
  /// Makes the modules importable.
  static func register(in interpreter: Interpreter) {
    for (name, build) in native { interpreter.registerModule(name, build) }
    for (name, source) in WrittenModules.sources {
      interpreter.registerModule(name) { (interpreter) throws(Raised) -> Value in
        try interpreter.runModule(name, source: source())
      }
    }
  }

  /// One line per module written in Swift.
  private static let native: [(String, (Interpreter) throws(Raised) -> Value)] = [
    ("_functools", FunctoolsModule.build),
    ("_warnings", WarningsModule.build),
    ("collections", CollectionsModule.build),
    ("io", IOModule.build),
    ("itertools", ItertoolsModule.build),
    ("json", JSONModule.build),
    ("math", MathModule.build),
    ("operator", OperatorModule.build),
    ("os", OSModule.build),
    ("random", RandomModule.build),
    ("re", ReModule.build),
    ("sys", SysModule.build),
    ("time", TimeModule.build),
    ("traceback", TracebackModule.build),
    ("unicodedata", UnicodedataModule.build),
  ]
}
