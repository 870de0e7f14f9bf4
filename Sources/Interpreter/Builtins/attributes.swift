/// `getattr`, `setattr`, `hasattr`, `delattr`, `dir`, `vars` of an object, `callable`.
enum AttributeFunctions {
  static func install(in module: ModuleObject) {
    module.function("getattr(object, name, default=unset, /)", "The named attribute, or a default where there is none.") {
      call throws(Raised) -> Value in
      let name = try name(call)
      guard call.isGiven(2) else { return try call.interpreter.attribute(call[0], name) }
      return try call.interpreter.attributeIfPresent(call[0], name) ?? call[2]
    }
    module.function("hasattr(object, name, /)", "Whether the object has the named attribute.") { call throws(Raised) -> Value in
      .bool(try call.interpreter.attributeIfPresent(call[0], try name(call)) != nil)
    }
    module.function("setattr(object, name, value, /)", "Sets the named attribute.") { call throws(Raised) -> Value in
      try call.interpreter.setAttribute(call[0], try name(call), call[2])
      return .none
    }
    module.function("callable(object, /)", "Whether the object can be called.") { call throws(Raised) -> Value in
      .bool(call.interpreter.isCallable(call[0]))
    }
  }

  private static func name(_ call: Arguments) throws(Raised) -> String {
    guard let name = call[1].stringValue else {
      throw .typeError("attribute name must be string, not '\(call[1].type.name)'")
    }
    return name
  }
}

extension Interpreter {
  /// `callable(value)`.
  package func isCallable(_ value: Value) -> Bool {
    guard case .object(let object) = value else { return false }
    switch object.tag & 0x7F {
    case ObjectTag.function.rawValue, ObjectTag.native.rawValue, ObjectTag.boundMethod.rawValue, ObjectTag.type.rawValue:
      return true
    default: return object.type.slots.call != nil
    }
  }
}
