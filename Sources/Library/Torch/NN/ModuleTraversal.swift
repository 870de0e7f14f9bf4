import Interpreter
import NN
import Tensors

/// `parameters()`, `children()`, `named_modules()` and their like.
enum ModuleTraversal {
  static func add(to t: TypeBuilder<ModuleInstance>) {
    addTensors(to: t)
    addModules(to: t)
    t.property("_parameters") { instance throws(Raised) in
      dictionary(try instance.initialised().ownParameters.pairs.map { ($0, $1.map(\.asValue) ?? .none) })
    }
    t.property("_buffers") { instance throws(Raised) in
      dictionary(try instance.initialised().ownBuffers.pairs.map { ($0, $1.map(\.asValue) ?? .none) })
    }
    t.property("_modules") { instance throws(Raised) in
      dictionary(try instance.initialised().ownChildren.pairs.map { ($0, $1.map { $0.module.asValue } ?? .none) })
    }
    t.method("get_submodule(self, target)", "The module at a dotted path.") { instance, call throws(Raised) in
      let (module, path) = (try instance.initialised(), try call.string(1))
      return try converting { () throws(TensorError) in try module.submodule(path).asValue }
    }
    t.method("get_parameter(self, target)", "The parameter at a dotted path.") { instance, call throws(Raised) in
      try tensor(instance, try call.string(1)) { $0.parameter($1) }
    }
    t.method("get_buffer(self, target)", "The buffer at a dotted path.") { instance, call throws(Raised) in
      try tensor(instance, try call.string(1)) { $0.buffer($1) }
    }
  }

  private static func tensor(
    _ instance: ModuleInstance, _ path: String, _ find: (Module, String) -> Tensor?
  ) throws(Raised) -> Value {
    let module = try instance.initialised()
    let parts = path.split(separator: ".").map(String.init)
    let owner = try converting { () throws(TensorError) in
      try module.submodule(parts.dropLast().joined(separator: "."))
    }
    guard let name = parts.last, let found = find(owner, name) else {
      throw .attributeError("\(owner.className) has no attribute `\(parts.last ?? "")`")
    }
    return found.asValue
  }

  private static func dictionary(_ pairs: [(String, Value)]) -> Value { .object(DictObject(pairs)) }

  private static func addTensors(to t: TypeBuilder<ModuleInstance>) {
    t.method("parameters(self, recurse: bool = True)", "All parameters; what an optimiser takes.") { instance, call throws(Raised) in
      iterator(try instance.initialised().namedParameters(recurse: try call.bool(1)).map(\.value.asValue))
    }
    t.method("buffers(self, recurse: bool = True)", "All buffers.") { instance, call throws(Raised) in
      iterator(try instance.initialised().namedBuffers(recurse: try call.bool(1)).map(\.value.asValue))
    }
    let signature = "(self, prefix='', recurse: bool = True, remove_duplicate: bool = True)"
    t.method("named_parameters" + signature, "All parameters with their paths.") { instance, call throws(Raised) in
      let module = try instance.initialised()
      let found = module.namedParameters(prefix: try call.string(1), recurse: try call.bool(2), removeDuplicates: try call.bool(3))
      return iterator(found.map { pair($0, $1.asValue) })
    }
    t.method("named_buffers" + signature, "All buffers with their paths.") { instance, call throws(Raised) in
      let module = try instance.initialised()
      let found = module.namedBuffers(prefix: try call.string(1), recurse: try call.bool(2), removeDuplicates: try call.bool(3))
      return iterator(found.map { pair($0, $1.asValue) })
    }
  }

  private static func addModules(to t: TypeBuilder<ModuleInstance>) {
    t.method("children(self)", "The modules directly inside.") { instance, _ throws(Raised) in
      iterator(try instance.initialised().namedChildren().map(\.value.asValue))
    }
    t.method("named_children(self)", "The modules directly inside, with their names.") { instance, _ throws(Raised) in
      iterator(try instance.initialised().namedChildren().map { pair($0, $1.asValue) })
    }
    t.method("modules(self)", "This module and all inside it.") { instance, _ throws(Raised) in
      iterator(try instance.initialised().namedModules().map(\.value.asValue))
    }
    t.method(
      "named_modules(self, memo=None, prefix='', remove_duplicate: bool = True)", "This module and all inside it, with their paths."
    ) { instance, call throws(Raised) in
      let module = try instance.initialised()
      let found = module.namedModules(prefix: try call.string(2), removeDuplicates: try call.bool(3))
      return iterator(found.map { pair($0, $1.asValue) })
    }
    t.method("apply(self, fn)", "Calls a function for every module inside, innermost first, then for this one.") {
      instance, call throws(Raised) in
      let module = try instance.initialised()
      let function = call[1]
      try converting { () throws(TensorError) in
        try module.apply { inner throws(TensorError) in
          _ = try foreign { () throws(Raised) in try Interpreter.current.call(function, [inner.asValue]) }
        }
      }
      return instance.asValue
    }
  }

  private static func pair(_ name: String, _ value: Value) -> Value { .tuple([.string(name), value]) }

  /// An iterator over values that are all known.
  static func iterator(_ values: [Value]) -> Value {
    var position = 0
    let advance: () throws(Raised) -> Value? = { () throws(Raised) -> Value? in
      guard position < values.count else { return nil }
      position += 1
      return values[position - 1]
    }
    return IteratorObject(.iterator, advance).asValue
  }
}
