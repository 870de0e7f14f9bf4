/// Texts of any values.
extension Interpreter {
  /// `repr(value)`.
  package func repr(_ value: Value) throws(Raised) -> String {
    switch value {
    case .int(let number): return String(number)
    case .bool(let truth): return truth ? "True" : "False"
    case .none: return "None"
    case .unbound: return "<unbound>"
    case .float:
      guard let slot = TypeObject.float.slots.repr else { return "" }
      return try slot(value)
    case .object(let object):
      guard let slot = object.type.slots.repr else { return Interpreter.defaultRepr(object) }
      try enter("while getting the repr of an object")
      defer { nesting &-= 1 }
      return try slot(value)
    }
  }

  /// The repr of an object whose class says nothing about it.
  static func defaultRepr(_ object: Object) -> String {
    "<\(object.type.module == "builtins" ? "" : object.type.module + ".")\(object.type.qualifiedName) object at \(address(object))>"
  }

  /// The address of an object as reprs show it.
  static func address(_ object: Object) -> String {
    let digits = String(UInt(bitPattern: ObjectIdentifier(object)), radix: 16)
    return "0x" + String(repeating: "0", count: max(0, 12 - digits.count)) + digits
  }

  /// `str(value)`.
  package func str(_ value: Value) throws(Raised) -> String {
    guard case .object(let object) = value else { return try repr(value) }
    if object.tag == ObjectTag.str.rawValue { return unsafeDowncast(object, to: StrObject.self).string }
    guard let slot = object.type.slots.str else { return try repr(value) }
    try enter("while getting the str of an object")
    defer { nesting &-= 1 }
    return try slot(value)
  }

  /// `format(value, spec)`.
  package func format(_ value: Value, _ spec: String) throws(Raised) -> String {
    if let slot = value.type.slots.format { return try slot(value, spec) }
    if spec.isEmpty { return try str(value) }
    throw .typeError("unsupported format string passed to \(value.type.name).__format__")
  }
}
