import Interpreter

extension Directive {
  /// `name?`, `name??`
  static let help = Directive("help", usage: "NAME?", "Tells what is known about a name; NAME?? shows its source.") {
    call throws(Raised) in
    let name = String(call.arguments.prefix { $0 != "?" })
    let wantsSource = call.arguments.hasSuffix("??")
    if name.hasPrefix("%") {
      let directive = try DirectiveRegistry.directive(named: String(name.drop { $0 == "%" }))
      call.print(label: directive.usage, "")
      call.print(directive.summary)
      return nil
    }
    guard !name.isEmpty else {
      for directive in DirectiveRegistry.all {
        call.print(label: directive.usage, "")
        call.print("    " + directive.summary)
      }
      return nil
    }
    let value: Value
    do throws(Raised) {
      value = try call.session.evaluate(name, name: "help", mode: .expression) ?? .none
    } catch {
      guard error.exception.type.isSubtype(of: .nameError) || error.exception.type.isSubtype(of: .attributeError) else {
        throw error
      }
      return call.printNothingKnown(of: name, error.message)
    }
    let facts = ObjectFacts(of: value, call.interpreter)
    if let signature = facts.signatureText {
      call.print(label: "Signature: ", "\(name.split(separator: ".").last ?? "")\(signature)")
    }
    if wantsSource, let source = DefinitionText.of(value, call.interpreter) {
      call.print(label: "Source:    ", "\(source.file), line \(source.line)")
      call.print(source.text)
      return nil
    }
    if value.cast(to: TypeObject.self) == nil, value.cast(to: ModuleObject.self) == nil, facts.signatureText == nil {
      call.print(label: "Type:      ", value.type.name)
      call.print(label: "Value:     ", try EchoText(call.interpreter).text(of: value))
    }
    let doc = try call.interpreter.attributeIfPresent(value, "__doc__")?.stringValue ?? ""
    if !doc.isEmpty { call.print(doc) }
    if wantsSource, facts.signatureText != nil { call.print("Built into Lectern: there is no Python source.") }
    return nil
  }
}

extension DirectiveCall {
  /// A question about a name that there is not gets an answer, not a traceback.
  fileprivate func printNothingKnown(of name: String, _ reason: String) -> Value? {
    print("Nothing is known of \(name): \(reason).")
    return nil
  }
}
