import Interpreter
import NN
import Tensors

/// `copy.deepcopy(module)`: a module with parameters, buffers and modules of its own.
enum ModuleCopies {
  static func add(to t: TypeBuilder<ModuleInstance>) {
    t.method("__deepcopy__(self, memo)", "A copy that shares nothing with this module.") { instance, call throws(Raised) in
      let source = try instance.initialised()
      let module = try converting { () throws(TensorError) in try source.blankCopy() }
      let copy = ModuleInstance(instance.type)
      copy.adopt(module)
      let interpreter = call.interpreter
      let memo = call[1]
      let deepcopy = try interpreter.attribute(try interpreter.importModule("copy"), "deepcopy")
      func copied(_ value: Value) throws(Raised) -> Value { try interpreter.call(deepcopy, [value, memo]) }
      // Known before its parts are copied, for parts that hold their owner.
      let identity = try interpreter.call(
        try interpreter.attribute(try interpreter.importModule("builtins"), "id"), [instance.asValue])
      if let known = memo.cast(to: DictObject.self) { try known.set(identity, copy.asValue) }
      for (name, tensor) in source.ownParameters.pairs {
        module.setParameter(name, try tensor.map { (x: Tensor) throws(Raised) in try copied(x.asValue).tensor } ?? nil)
      }
      for (name, tensor) in source.ownBuffers.pairs {
        module.setBuffer(name, try tensor.map { (x: Tensor) throws(Raised) in try copied(x.asValue).tensor } ?? nil)
      }
      for (name, child) in source.ownChildren.pairs {
        let twin = try child.map { (c: Module.Child) throws(Raised) in
          try copied(ModuleInstance.of(c.module).asValue).cast(to: ModuleInstance.self)?.module
        }
        module.setChild(name, twin ?? nil)
      }
      for (name, value) in instance.ownAttributes { copy.setOwnAttribute(name, try copied(value)) }
      return copy.asValue
    }
  }
}
