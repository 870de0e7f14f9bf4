import Interpreter
import NN
import Tensors

/// `register_parameter`, `register_buffer`, `add_module`.
enum ModuleRegistration {
  static func add(to t: TypeBuilder<ModuleInstance>) {
    t.method("register_parameter(self, name, param)", "Adds a parameter under a name.") { instance, call throws(Raised) in
      guard let module = instance.module else { throw .attributeError("cannot assign parameter before Module.__init__() call") }
      let name = try text(call[1], "parameter")
      try checkFree(instance, name)
      let value = try OpValue(call[2])
      try converting { () throws(TensorError) in try module.registerParameter(name, value) }
      return .none
    }
    t.method("register_buffer(self, name, tensor, persistent: bool = True)", "Adds a buffer under a name.") {
      instance, call throws(Raised) in
      guard let module = instance.module else { throw .attributeError("cannot assign buffer before Module.__init__() call") }
      let name = try text(call[1], "buffer")
      try checkFree(instance, name)
      let (value, persistent) = (try OpValue(call[2]), try call.bool(3))
      try converting { () throws(TensorError) in try module.registerBuffer(name, value, persistent: persistent) }
      return .none
    }
    for method in ["add_module", "register_module"] {
      t.method("\(method)(self, name, module)", "Adds a module inside this one.") { instance, call throws(Raised) in
        let module = try instance.initialised()
        guard call[2].isNone || call[2].cast(to: ModuleInstance.self) != nil else {
          throw .typeError("\(call[2].type.displayName) is not a Module subclass")
        }
        let name = try text(call[1], "module")
        try checkFree(instance, name)
        let value = try OpValue(call[2])
        try converting { () throws(TensorError) in try module.addModule(name, value) }
        return .none
      }
    }
  }

  private static func text(_ value: Value, _ kind: String) throws(Raised) -> String {
    guard let text = value.stringValue else {
      let name = kind == "module" ? value.type.displayName : value.type.name
      throw .typeError("\(kind) name should be a string. Got \(name)")
    }
    return text
  }

  private static func checkFree(_ instance: ModuleInstance, _ name: String) throws(Raised) {
    let isMember = instance.module?.member(name) != nil
    if !isMember, instance.ownAttribute(name) != nil || instance.type.lookup(name) != nil {
      throw .keyError(.string("attribute '\(name)' already exists"))
    }
  }
}

/// Hooks that run before or after `forward`.
enum ModuleHooks {
  static func add(to t: TypeBuilder<ModuleInstance>) {
    t.method(
      "register_forward_hook(self, hook, *, prepend: bool = False, with_kwargs: bool = False, always_call: bool = False)",
      "Calls a function after `forward`; what it returns replaces the output."
    ) { instance, call throws(Raised) in
      let (module, function) = (try instance.initialised(), call[1])
      let identity = module.addHook(beforeForward: false) { inner, arguments, output throws(TensorError) in
        try foreign { () throws(Raised) in
          let inputs = Value.tuple(arguments.inputs.map { Value($0) })
          let result = try Interpreter.current.call(function, [inner.asValue, inputs, output.map { Value($0) } ?? .none])
          return result.isNone ? nil : try OpValue(result)
        }
      }
      return HookHandle { [weak module] in module?.removeHook(identity) }.asValue
    }
    t.method("register_forward_pre_hook(self, hook, *, prepend: bool = False, with_kwargs: bool = False)",
      "Calls a function before `forward`; what it returns replaces the inputs.") { instance, call throws(Raised) in
      let (module, function) = (try instance.initialised(), call[1])
      let identity = module.addHook(beforeForward: true) { inner, arguments, _ throws(TensorError) in
        try foreign { () throws(Raised) in
          let inputs = Value.tuple(arguments.inputs.map { Value($0) })
          let result = try Interpreter.current.call(function, [inner.asValue, inputs])
          return result.isNone ? nil : try OpValue(result)
        }
      }
      return HookHandle { [weak module] in module?.removeHook(identity) }.asValue
    }
    for name in ["register_full_backward_hook", "register_backward_hook"] {
      t.method("\(name)(self, hook, prepend: bool = False)",
        "Calls a function with the gradients of the inputs and outputs; what it returns replaces the former.") {
        instance, call throws(Raised) in
        let (module, function) = (try instance.initialised(), call[1])
        let identity = module.addBackwardHook { inner, inputs, outputs throws(TensorError) in
          try foreign { () throws(Raised) in
            let result = try Interpreter.current.call(function, [inner.asValue, gradients(inputs), gradients(outputs)])
            if result.isNone { return nil }
            return (result.sequence ?? [result]).map(\.tensor)
          }
        }
        return HookHandle { [weak module] in module?.removeHook(identity) }.asValue
      }
    }
  }

  private static func gradients(_ tensors: [Tensor?]) -> Value { .tuple(tensors.map { $0?.asValue ?? .none }) }
}
