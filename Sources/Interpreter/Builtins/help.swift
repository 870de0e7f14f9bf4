import Signatures

/// `help`.
enum HelpFunction {
  static func install(in module: ModuleObject) {
    module.function("help(object=unset, /)", "Prints what is known about an object.") { call throws(Raised) -> Value in
      guard call.isGiven(0) else {
        call.interpreter.output("Type help(object) for help about an object.\n")
        return .none
      }
      call.interpreter.output(try text(call[0], call.interpreter))
      return .none
    }
  }

  private static func text(_ value: Value, _ interpreter: Interpreter) throws(Raised) -> String {
    var value = value
    if let bound = value.cast(to: BoundMethodObject.self) { value = bound.function }
    if let native = value.cast(to: NativeFunction.self) {
      return "\(native.name)\(parameters(native.signature))\n\(indented(native.doc))\n"
    }
    let target =
      value.cast(to: TypeObject.self) == nil && value.object?.tag != ObjectTag.function.rawValue
        && value.cast(to: ModuleObject.self) == nil ? value.type.asValue : value
    let name = try interpreter.attributeIfPresent(target, "__name__")?.stringValue ?? value.type.name
    let doc = try interpreter.attributeIfPresent(target, "__doc__")?.stringValue ?? ""
    var lines = "\(heading(target)) \(name):\n\(indented(doc))\n"
    guard let type = target.cast(to: TypeObject.self) else { return lines }
    for (key, member) in type.attributes.pairs {
      guard let native = member.cast(to: NativeFunction.self), let key = key.stringValue, !key.hasPrefix("_") else { continue }
      lines += "\n    \(native.name)\(parameters(native.signature))\n\(indented(indented(native.doc)))\n"
    }
    return lines
  }

  private static func heading(_ value: Value) -> String {
    if value.cast(to: TypeObject.self) != nil { return "Help on class" }
    return value.cast(to: ModuleObject.self) != nil ? "Help on module" : "Help on function"
  }

  /// The parentheses of a signature's text.
  private static func parameters(_ signature: Signature) -> String {
    let signature = signature.text
    guard let open = signature.firstIndex(of: "(") else { return "(...)" }
    return String(signature[open...])
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n")
  }
}
