import Interpreter
import NN
import Tensors

/// The class `torch.nn.Module`.
enum ModuleType {
  static let type: TypeObject = TypeObject.native("Module", module: "torch.nn.modules.module", of: ModuleInstance.self) { t in
    t.doc = "A function with state: parameters that are trained, buffers that are kept, and further modules inside."
    t.hasAttributes = true
    t.allocate { type throws(Raised) in ModuleInstance(type) }
    t.method("__init__(self, *args, **kwargs)", "Makes an empty module.") { instance, _ throws(Raised) in
      if instance.module == nil { instance.adopt(Module()) }
      return .none
    }
    ModuleTraversal.add(to: t)
    ModuleModes.add(to: t)
    ModuleState.add(to: t)
    ModuleRegistration.add(to: t)
    ModuleHooks.add(to: t)
    ModuleCopies.add(to: t)
    var slots = t.slots
    slots.call = ModuleCalls.call
    slots.repr = { value throws(Raised) in
      guard let instance = value.cast(to: ModuleInstance.self) else { return "" }
      return instance.module?.text ?? "\(instance.type.name)()"
    }
    slots.missingAttribute = ModuleAttributes.get
    slots.setAttribute = ModuleAttributes.set
    slots.deleteAttribute = ModuleAttributes.remove
    slots.attributeNames = ModuleAttributes.names
    t.slots = slots
    t.method("forward(self, *args, **kwargs)", "What the module computes; classes define it.") {
      instance, call throws(Raised) in
      try ModuleCalls.native(try instance.initialised(), call.rest(1), call.keywords(2))
    }
    t.method("__call__(self, *args, **kwargs)", "Calls the module: hooks, then `forward`.") { instance, call throws(Raised) in
      try ModuleCalls.run(instance, call.rest(1), call.keywords(2))
    }
    t.method("extra_repr(self)", "The arguments that the text shows in parentheses.") { instance, _ throws(Raised) in
      .string(try instance.initialised().extraRepr)
    }
    t.method("_get_name(self)") { instance, _ throws(Raised) in .string(instance.type.name) }
  }
}

/// Calls of modules.
enum ModuleCalls {
  /// `model(x)`.
  static func call(_ value: Value, _ call: ScriptCall) throws(Raised) -> Value {
    guard let instance = value.cast(to: ModuleInstance.self) else { return .none }
    try call.interpreter.safePoint()
    let module = try instance.initialised(missing: "_backward_hooks'")
    if !module.hasHooks {
      if let (function, takesSelf) = instance.scriptForward() {
        let positional = takesSelf ? [value] + call.allPositional : call.allPositional
        return try call.interpreter.call(function, positional, keywords: call.allKeywords)
      }
      if call.count == 1, call.positionalCount == 1, let x = call[0].tensor {
        let output: OpValue
        do { output = try module.forward(ModuleCall([.tensor(x)])) } catch { throw Raised(error) }
        return Value(output)
      }
    }
    return try run(instance, call.allPositional, call.allKeywords)
  }

  static func run(
    _ instance: ModuleInstance, _ positional: [Value], _ keywords: [(name: String, value: Value)]
  ) throws(Raised) -> Value {
    let module = try instance.initialised()
    if !module.hasHooks {
      if let (function, takesSelf) = instance.scriptForward() {
        let arguments = takesSelf ? [instance.asValue] + positional : positional
        return try Interpreter.current.call(function, arguments, keywords: keywords.map { ($0.name, $0.value) })
      }
      return try native(module, positional, keywords)
    }
    let call = try moduleCall(positional, keywords)
    return Value(try converting { () throws(TensorError) in try module.call(call) })
  }

  /// The layer's own computation.
  static func native(
    _ module: Module, _ positional: [Value], _ keywords: [(name: String, value: Value)]
  ) throws(Raised) -> Value {
    if let recurrent = module as? Recurrent, let packed = PackedCall(positional, keywords) { return try packed.run(recurrent) }
    let call = try moduleCall(positional, keywords)
    return Value(try converting { () throws(TensorError) in try module.forward(call) })
  }

  private static func moduleCall(
    _ positional: [Value], _ keywords: [(name: String, value: Value)]
  ) throws(Raised) -> ModuleCall {
    var inputs: [OpValue] = []
    for value in positional { inputs.append(try OpValue(value)) }
    var named: [(name: String, value: OpValue)] = []
    for (name, value) in keywords { named.append((name, try OpValue(value))) }
    return ModuleCall(inputs, keywords: named)
  }
}

/// Attributes of modules: parameters, buffers, modules inside, and the settings of layers.
enum ModuleAttributes {
  static func get(_ value: Value, _ name: StrObject) throws(Raised) -> Value? {
    guard let instance = value.cast(to: ModuleInstance.self), let module = instance.module else { return nil }
    let text = name.string
    if let child = module.child(text) {
      let isHeld = child.host != nil
      let found = ModuleInstance.of(child)
      // Hold the new handle where the module is held, so that asking twice gives the same object.
      if !isHeld { module.setChild(text, child) }
      return found.asValue
    }
    if let member = module.member(text) { return Value(member) }
    if let setting = module.settings[text] { return Value(setting) }
    return nil
  }

  static func set(_ value: Value, _ name: StrObject, _ new: Value) throws(Raised) -> Bool {
    guard let instance = value.cast(to: ModuleInstance.self) else { return false }
    let text = name.string
    guard let module = instance.module else {
      if new.tensor?.isParameter == true { throw .attributeError("cannot assign parameters before Module.__init__() call") }
      if new.cast(to: ModuleInstance.self) != nil {
        throw .attributeError("cannot assign module before Module.__init__() call")
      }
      return false
    }
    if text == "training" {
      module.isTraining = try Interpreter.current.isTrue(new)
      return true
    }
    let isMember = module.member(text) != nil
    if isMember || new.tensor?.isParameter == true || new.cast(to: ModuleInstance.self) != nil {
      if let inner = new.cast(to: ModuleInstance.self), inner.module == nil {
        throw .attributeError("cannot assign module before Module.__init__() call")
      }
      let converted = try OpValue(new)
      let taken = try converting { () throws(TensorError) in try module.assign(text, converted) }
      if taken { instance.removeOwnAttribute(name) }
      return taken
    }
    if module.settings[text] != nil, let converted = try? OpValue(new) {
      module.settings[text] = converted
      return true
    }
    return false
  }

  static func remove(_ value: Value, _ name: StrObject) throws(Raised) -> Bool {
    guard let module = value.cast(to: ModuleInstance.self)?.module else { return false }
    return module.removeMember(name.string)
  }

  static func names(_ value: Value) -> [String] {
    guard let module = value.cast(to: ModuleInstance.self)?.module else { return [] }
    return module.ownParameters.names + module.ownBuffers.names + module.ownChildren.names + module.settings.names
  }
}
