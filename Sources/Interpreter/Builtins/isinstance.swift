/// `isinstance`, `issubclass`, `id`, `hash`, `repr` and `format`.
enum ObjectFunctions {
  static func install(in module: ModuleObject) {
    module.function("isinstance(obj, class_or_tuple, /)", "Whether an object is an instance of a class.") {
      call throws(Raised) -> Value in
      .bool(try call.interpreter.isInstance(call[0], call[1]))
    }
    module.function("issubclass(cls, class_or_tuple, /)", "Whether a class derives from another.") {
      call throws(Raised) -> Value in
      guard let type = call[0].cast(to: TypeObject.self) else { throw .typeError("issubclass() arg 1 must be a class") }
      return .bool(try call.interpreter.isSubclass(type, call[1]))
    }
    module.function("id(obj, /)", "A number that no other living object has.") { call throws(Raised) -> Value in
      switch call[0] {
      case .object(let object): return .int(Int(bitPattern: UInt(bitPattern: ObjectIdentifier(object))))
      case .int(let number): return .int(Int(bitPattern: UInt(bitPattern: number) &* 32 | 1) & Int.max)
      case .float(let number): return .int(Int(bitPattern: UInt(number.bitPattern) | 2) & Int.max)
      case .bool(let truth): return .int(truth ? 10_022_976 : 10_022_944)
      case .none, .unbound: return .int(10_022_912)
      }
    }
    module.function("hash(obj, /)", "The hash value of an object.") { call throws(Raised) -> Value in
      .int(try call.interpreter.hash(call[0]))
    }
    module.function("repr(obj, /)", "The text that shows an object.") { call throws(Raised) -> Value in
      .string(try call.interpreter.repr(call[0]))
    }
    module.function("format(value, format_spec='', /)", "A value formatted by a format specification.") {
      call throws(Raised) -> Value in
      guard let spec = call[1].stringValue else {
        throw .typeError("format() argument 2 must be str, not \(call[1].type.name)")
      }
      return .string(try call.interpreter.format(call[0], spec))
    }
  }
}
