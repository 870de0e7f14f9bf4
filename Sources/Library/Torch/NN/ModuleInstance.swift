import Interpreter
import NN
import Tensors

/// What scripts hold when they hold a module: an instance of `torch.nn.Module` or of a class derived from it.
final class ModuleInstance: Object {
  /// The module; nil until `Module.__init__` has run.
  private(set) var module: Module?

  override init(_ type: TypeObject) {
    super.init(type)
  }

  deinit {
    if module?.host === self { module?.host = nil }
  }

  /// Takes a module over, as the end of `__init__`.
  func adopt(_ module: Module) {
    self.module = module
    module.host = self
  }

  /// The script object of a module; made at first use for modules that the runtime created.
  static func of(_ module: Module) -> ModuleInstance {
    if let known = module.host as? ModuleInstance { return known }
    let instance = ModuleInstance(LayerTypes.type(of: module))
    instance.adopt(module)
    return instance
  }

  /// The module, or the error of using an object whose `__init__` did not call `super().__init__()`.
  func initialised(
    missing attribute: String = "_parameters'. Did its __init__ call super().__init__()?"
  ) throws(Raised) -> Module {
    guard let module else {
      throw .attributeError("'\(type.name)' object has no attribute '\(attribute)")
    }
    return module
  }

  /// The `forward` that the script wrote, on the instance or in its class; nil when the layer's own runs.
  func scriptForward() -> (function: Value, takesSelf: Bool)? {
    if let own = ownAttribute(ModuleInstance.forwardName) { return (own, false) }
    guard type.isScriptDefined, let found = type.lookup(ModuleInstance.forwardName) else { return nil }
    if found.cast(to: NativeFunction.self) != nil { return nil }
    return (found, true)
  }

  static let forwardName = StrObject.intern("forward")
  static let extraReprName = StrObject.intern("extra_repr")
}

extension ModuleInstance: ModuleHost {
  var moduleClassName: String? { type.isScriptDefined ? type.name : nil }

  var definesForward: Bool { scriptForward() != nil }

  func forward(_ call: ModuleCall) throws(TensorError) -> OpValue? {
    guard let (function, takesSelf) = scriptForward() else { return nil }
    return try foreign { () throws(Raised) in
      var arguments: [Value] = takesSelf ? [asValue] : []
      for input in call.inputs { arguments.append(Value(input)) }
      let keywords = call.keywords.map { ($0.name, Value($0.value)) }
      return try OpValue(Interpreter.current.call(function, arguments, keywords: keywords))
    }
  }

  func moduleExtraRepr() -> String? {
    guard type.isScriptDefined, let found = type.lookup(ModuleInstance.extraReprName),
      found.cast(to: NativeFunction.self) == nil
    else { return nil }
    return (try? Interpreter.current.call(found, [asValue]))?.stringValue
  }
}

extension Module {
  /// The script object of this module.
  var asValue: Value { ModuleInstance.of(self).asValue }
}
