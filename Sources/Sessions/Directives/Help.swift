import Interpreter

extension Directive {
  /// `name?`
  static let help = Directive("help", usage: "NAME?", "Tells what is known about a name; NAME?? shows its source.") {
    call throws(Raised) in
    let name = String(call.arguments.prefix { $0 != "?" })
    if name.hasPrefix("%") {
      let directive = try DirectiveRegistry.directive(named: String(name.drop { $0 == "%" }))
      call.print(directive.usage + "\n" + directive.summary)
      return nil
    }
    guard !name.isEmpty else {
      for directive in DirectiveRegistry.all { call.print(directive.usage + "\n    " + directive.summary) }
      return nil
    }
    let value = try call.interpreter.execute(name, name: "help", mode: .expression) ?? .none
    let facts = ObjectFacts(of: value, call.interpreter)
    if let signature = facts.signatureText {
      call.print("Signature: \(name.split(separator: ".").last ?? "")\(signature)")
    }
    if value.cast(to: TypeObject.self) == nil, value.cast(to: ModuleObject.self) == nil, facts.signatureText == nil {
      call.print("Type:      \(value.type.name)")
      call.print("Value:     \(try call.interpreter.repr(value))")
    }
    let doc = try call.interpreter.attributeIfPresent(value, "__doc__")?.stringValue ?? ""
    if !doc.isEmpty { call.print(doc) }
    return nil
  }
}
