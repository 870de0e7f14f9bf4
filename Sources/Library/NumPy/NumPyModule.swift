import Interpreter
import Tensors

/// `numpy`: arrays over the memory of tensors.
///
/// Elements, operators, reductions and random numbers are native. What is made of these is written in the language itself
/// (`Written/`) and compiled when it is first used; a name that neither has is refused.
enum NumPyModule {
  static func register(in interpreter: Interpreter) {
    for part in WrittenNumPy.parts {
      interpreter.registerModule(part.module) { (interpreter) throws(Raised) -> Value in
        try interpreter.runModule(part.module, source: part.source())
      }
    }
    interpreter.registerModule("numpy") { interpreter throws(Raised) in build(interpreter).asValue }
    interpreter.registerModule("numpy.random") { interpreter throws(Raised) in
      let random = ModuleObject("numpy.random", doc: "Random numbers, equal to numpy's for equal seeds.")
      try addRandom(to: random, interpreter)
      return random.asValue
    }
  }

  private static func build(_ interpreter: Interpreter) -> ModuleObject {
    let module = ModuleObject(
      "numpy", doc: "Arrays of numbers that share their elements with tensors: the part of numpy that courses use.")
    module.set("__version__", "2.4.0")
    // A program that imports numpy for the first time finds it as it comes.
    ArrayPrintOptions.current = ArrayPrintOptions()
    ArrayWarnings.modes = ["warn", "warn", "ignore", "warn"]
    addTypes(to: module)
    module.set("pi", .float(.pi))
    module.set("e", .float(2.718281828459045))
    module.set("euler_gamma", .float(0.5772156649015329))
    for name in ["inf", "Inf"] { module.set(name, .float(.infinity)) }
    for name in ["nan", "NaN"] { module.set(name, .float(.nan)) }
    module.set("newaxis", .none)
    module.set("_LinAlgError", ArrayErrors.linAlgError.asValue)
    let exceptions = ModuleObject("numpy.exceptions", doc: "Exception classes of numpy's own.")
    exceptions.set("AxisError", ArrayErrors.axisError.asValue)
    module.set("exceptions", exceptions.asValue)
    CreationFunctions.add(to: module)
    CoreFunctions.add(to: module)
    ElementFunctions.add(to: module)
    ArrayFiles.add(to: module)
    LinearAlgebra.add(to: module)
    addWritten(to: module, interpreter)
    return module
  }

  private static func addTypes(to module: ModuleObject) {
    module.set("ndarray", NDArrayType.type.asValue)
    module.set("dtype", ArrayDTypeObject.typeObject.asValue)
    module.set("ufunc", UFuncObject.typeObject.asValue)
    for dtype in DType.allCases { module.set(dtype.name, ArrayScalar.type(dtype).asValue) }
    let aliases: [(String, DType)] = [
      ("bool_", .bool), ("int_", .int64), ("intp", .int64), ("long", .int64), ("longlong", .int64), ("intc", .int32),
      ("short", .int16),
      ("byte", .int8), ("ubyte", .uint8), ("double", .float64), ("single", .float32), ("half", .float16), ("float_", .float64),
    ]
    for (name, dtype) in aliases { module.set(name, ArrayScalar.type(dtype).asValue) }
    // Names that numpy has dropped, and that older courses use.
    module.set("int", TypeObject.int.asValue)
    module.set("float", TypeObject.float.asValue)
    module.set("object", TypeObject.object.asValue)
    module.set("str", TypeObject.str.asValue)
    module.set("str_", TextScalar.type.asValue)
    module.set("object_", TypeObject.object.asValue)
    for type in [
      ArrayScalar.generic, ArrayScalar.number, ArrayScalar.integer, ArrayScalar.signedInteger, ArrayScalar.unsignedInteger,
      ArrayScalar.inexact,
      ArrayScalar.floating,
    ] {
      module.set(type.name, type.asValue)
    }
  }

  /// Names of the written parts are found when they are first asked for.
  private static func addWritten(to module: ModuleObject, _ interpreter: Interpreter) {
    let names = WrittenNumPy.names()
    module.function("__getattr__(name)") { [unowned module] call throws(Raised) in
      let name = try call.string(0)
      guard let part = names[name] else { throw missing(name) }
      let written = try call.interpreter.importModule(part)
      guard let source = written.cast(to: ModuleObject.self) else { return .none }
      for (own, origin) in names where origin == part {
        if let value = source.namespace.get(StrObject.intern(own)) { module.set(own, value) }
      }
      return source.namespace.get(StrObject.intern(name)) ?? .none
    }
    let listed =
      module.namespace.keys.compactMap(\.stringValue).filter { !$0.hasPrefix("_") } + names.keys.filter { !$0.hasPrefix("_") }
    module.set("__all__", .list(listed.sorted().map { .string($0) }))
  }

  private static func missing(_ name: String) -> Raised {
    if name.hasPrefix("__") { return .attributeError("module 'numpy' has no attribute '\(name)'") }
    return .attributeError(
      "module 'numpy' has no attribute '\(name)' (Lectern has the part of numpy that help('numpy') describes)")
  }

  private static func addRandom(to random: ModuleObject, _ interpreter: Interpreter) throws(Raised) {
    let state = RandomStateObject(of: RandomStateObject.type)
    try state.seed(.none)
    for name in RandomStateObject.type.attributes.keys.compactMap(\.stringValue) where !name.hasPrefix("_") {
      random.set(name, try interpreter.attribute(state.asValue, name))
    }
    random.set("RandomState", RandomStateObject.type.asValue)
    random.set("Generator", RandomGeneratorObject.type.asValue)
    random.function("default_rng(seed=None)", "A generator of PCG64's numbers.") { call throws(Raised) in
      try RandomGeneratorObject.make(call[0])
    }
  }
}
