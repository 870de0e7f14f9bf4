/// The registry of what every program sees without an import: the built-in classes' methods and the built-in functions.
enum Builtins {
  /// Fills the built-in classes. Classes are shared by all interpreters of the process, so this is done once.
  static func setUpTypes() { _ = typesAreSetUp }

  private static let typesAreSetUp: Void = {
    for setUp in typeSetUps { setUp() }
  }()

  /// One line per class or family of classes.
  private static let typeSetUps: [() -> Void] = [
    ObjectType.setUp,
    FunctionTypes.setUp,
    NumberTypes.setUp,
    NumberMethods.setUp,
    StrMethods.setUp,
    BytesMethods.setUp,
    SingletonTypes.setUp,
    ListType.setUp,
    TupleType.setUp,
    DictType.setUp,
    DictViews.setUp,
    SetType.setUp,
    RangeType.setUp,
    SliceType.setUp,
    UnionTypes.setUp,
    IteratorTypes.setUp,
    ExceptionMethods.setUp,
    TracebackObject.setUp,
    TypeObject.exposeBuiltinSlots,
  ]

  /// Puts the built-in names into the `builtins` module.
  static func install(in module: ModuleObject) {
    setUpTypes()
    for type in types { module.namespace.set(StrObject.intern(type.name), type.asValue) }
    for type in TypeObject.exceptions { module.namespace.set(StrObject.intern(type.name), type.asValue) }
    module.set("NotImplemented", .notImplemented)
    module.set("Ellipsis", .ellipsis)
    module.set("__debug__", true)
    for alias in ["IOError", "EnvironmentError"] { module.set(alias, TypeObject.osError.asValue) }
    for family in functionFamilies { family(module) }
  }

  private static let types: [TypeObject] = [
    .object, .type, .int, .bool, .float, .complex, .str, .bytes, .bytearray, .list, .tuple, .dict, .set, .frozenset, .range,
    .slice, .property, .staticMethod, .classMethod, .superType, .zip, .map, .filter, .enumerate, .reversed,
  ]

  /// One line per function or family of functions.
  private static let functionFamilies: [(ModuleObject) -> Void] = [
    OpenFunction.install,
    PrintFunction.install,
    AttributeFunctions.install,
    CharacterFunctions.install,
    RadixFunctions.install,
    ArithmeticFunctions.install,
    RoundFunction.install,
    SumFunction.install,
    OrderFunctions.install,
    IterationFunctions.install,
    ObjectFunctions.install,
    ExitFunctions.install,
    HelpFunction.install,
  ]
}
