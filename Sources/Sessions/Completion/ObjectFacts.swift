import Interpreter
import Signatures

/// What can be said about a value without running code of the person's.
struct ObjectFacts {
  private let value: Value
  private let interpreter: Interpreter

  init(of value: Value?, _ interpreter: Interpreter) {
    self.value = value ?? .none
    self.interpreter = interpreter
  }

  /// The names after a dot.
  var attributeNames: [String] {
    var names: [String] = []
    func add(_ type: TypeObject) {
      for ancestor in type.mro {
        names += ancestor.attributes.keys.compactMap(\.stringValue)
        if !ancestor.isScriptDefined, let more = ancestor.ownSlots.attributeNames { names += more(value) }
      }
    }
    if case .object(let object) = value {
      if let module = object as? ModuleObject { names += module.namespace.keys.compactMap(\.stringValue) }
      if let type = object as? TypeObject { add(type) }
      names += object.ownAttributes.map { $0.name.string }
    }
    add(value.type)
    return names
  }

  /// The value after a dot; nil where a property, a descriptor of the person's or `__getattr__` would have to run.
  func attribute(_ name: String) -> Value? {
    guard case .object(let object) = value else { return value.type.lookup(name) }
    if let module = object as? ModuleObject { return module.namespace.get(name) ?? (try? interpreter.attribute(value, name)) }
    if let own = object.ownAttribute(name) { return own }
    if let type = object as? TypeObject, let found = type.lookup(name) { return found }
    let found = value.type.lookup(name)
    if found?.cast(to: PropertyObject.self) != nil { return nil }
    if found == nil, !value.type.mro.contains(where: \.isScriptDefined) {
      return try? interpreter.attributeIfPresent(value, name)
    }
    return found
  }

  /// The names of the parameters by which it is called.
  var parameterNames: [String] {
    guard case .object(let object) = value else { return [] }
    if let function = object as? FunctionObject { return function.parameterNames }
    if let type = object as? TypeObject, type.isScriptDefined, let initialiser = type.lookup("__init__") {
      return Array(ObjectFacts(of: initialiser, interpreter).parameterNames.dropFirst())
    }
    if let method = object as? BoundMethodObject {
      return Array(ObjectFacts(of: method.function, interpreter).parameterNames.dropFirst())
    }
    return signature?.parameters.filter { $0.kind != .varPositional && $0.kind != .varKeyword }.map(\.name) ?? []
  }

  /// The parentheses of its signature.
  var signatureText: String? {
    guard case .object(let object) = value else { return nil }
    if let function = object as? FunctionObject { return function.signatureText(interpreter) }
    if let method = object as? BoundMethodObject {
      if let function = method.function.cast(to: FunctionObject.self) {
        return function.signatureText(interpreter, skipping: 1)
      }
      return ObjectFacts(of: method.function, interpreter).signatureText
    }
    if let type = object as? TypeObject, type.isScriptDefined {
      return type.lookup("__init__")?.cast(to: FunctionObject.self)?.signatureText(interpreter, skipping: 1)
    }
    if let type = object as? TypeObject, type.constructSignature == nil,
      let initialiser = type.lookup("__init__")?.cast(to: NativeFunction.self)
    {
      return Self.withoutSelf(initialiser.signature.text)
    }
    guard let text = signature?.text, let open = text.firstIndex(of: "(") else { return nil }
    return String(text[open...])
  }

  /// The parentheses of a method's signature for callers.
  private static func withoutSelf(_ text: String) -> String? {
    guard let open = text.firstIndex(of: "(") else { return nil }
    var rest = text[text.index(after: open)...]
    guard rest.hasPrefix("self") else { return String(text[open...]) }
    rest = rest.dropFirst(4)
    while let first = rest.first, first == "," || first == " " || first == "/" { rest.removeFirst() }
    return "(" + rest
  }

  /// The signature of native things.
  var signature: Signature? {
    guard case .object(let object) = value else { return nil }
    if let function = object as? NativeFunction { return function.signature }
    if let type = object as? TypeObject { return type.constructSignature }
    return nil
  }
}
