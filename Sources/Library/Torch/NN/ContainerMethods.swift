import Interpreter
import NN
import Tensors

/// What makes `Sequential`, `ModuleList`, `ModuleDict`, `ParameterList` and `ParameterDict` lists and dictionaries.
enum ContainerMethods {
  static func add(_ name: String, to t: TypeBuilder<ModuleInstance>) {
    switch name {
    case "Sequential", "ModuleList": addList(to: t)
    case "ModuleDict", "ParameterDict": addDictionary(to: t)
    case "ParameterList": addParameterList(to: t)
    default: break
    }
  }

  private static func module(_ value: Value) throws(Raised) -> Module {
    guard let instance = value.cast(to: ModuleInstance.self) else { throw .typeError("not a module") }
    return try instance.initialised()
  }

  /// The children as script objects, held where the modules are held.
  private static func children(_ module: Module) -> [Value] {
    module.ownChildren.names.map { name in
      guard let child = module.child(name) else { return .none }
      let isHeld = child.host != nil
      let instance = ModuleInstance.of(child)
      if !isHeld { module.setChild(name, child) }
      return instance.asValue
    }
  }

  private static func addList(to t: TypeBuilder<ModuleInstance>) {
    var slots = t.slots
    slots.length = { value throws(Raised) in try module(value).ownChildren.count }
    slots.bool = { value throws(Raised) in try module(value).ownChildren.count > 0 }
    slots.iterate = { value throws(Raised) in ModuleTraversal.iterator(children(try module(value))) }
    slots.getItem = { value, index throws(Raised) in
      let module = try module(value)
      if let slice = index.cast(to: SliceObject.self) {
        let (start, step, count) = try slice.resolved(length: module.ownChildren.count)
        return module.slice((0..<count).map { start &+ $0 &* step }).asValue
      }
      let position = try Interpreter.current.index(index)
      _ = try converting { () throws(TensorError) in try module.module(at: position) }
      let all = children(module)
      return all[position < 0 ? position + all.count : position]
    }
    slots.setItem = { value, index, new throws(Raised) in
      let (module, position, converted) = (try module(value), try Interpreter.current.index(index), try OpValue(new))
      try converting { () throws(TensorError) in try module.setModule(at: position, converted) }
    }
    slots.deleteItem = { value, index throws(Raised) in
      let (module, position) = (try module(value), try Interpreter.current.index(index))
      try converting { () throws(TensorError) in try module.removeModule(at: position) }
    }
    slots.contains = { value, item throws(Raised) in
      guard let wanted = item.cast(to: ModuleInstance.self)?.module else { return false }
      return try module(value).ownChildren.values.contains { $0?.module === wanted }
    }
    t.slots = slots
    t.method("append(self, module)", "Adds a module at the end.") { instance, call throws(Raised) in
      let (module, value) = (try instance.initialised(), try OpValue(call[1]))
      try converting { () throws(TensorError) in try module.addModule("\(module.ownChildren.count)", value) }
      return instance.asValue
    }
    t.method("extend(self, modules)", "Adds modules at the end.") { instance, call throws(Raised) in
      let module = try instance.initialised()
      for element in try call.interpreter.elements(of: call[1]) {
        let value = try OpValue(element)
        try converting { () throws(TensorError) in try module.addModule("\(module.ownChildren.count)", value) }
      }
      return instance.asValue
    }
    t.method("insert(self, index, module)", "Puts a module in front of a place.") { instance, call throws(Raised) in
      let (module, index, value) = (try instance.initialised(), try call.int(1), try OpValue(call[2]))
      try converting { () throws(TensorError) in try module.insert(value, at: index) }
      return instance.asValue
    }
    t.method("pop(self, key=-1)", "Takes a module out.") { instance, call throws(Raised) in
      let (module, index) = (try instance.initialised(), try call.int(1))
      let removed = try converting { () throws(TensorError) in try module.module(at: index).asValue }
      try converting { () throws(TensorError) in try module.removeModule(at: index) }
      return removed
    }
  }

  private static func addDictionary(to t: TypeBuilder<ModuleInstance>) {
    func names(_ value: Value) throws(Raised) -> [String] {
      let module = try module(value)
      return module.ownChildren.names + module.ownParameters.names
    }
    func find(_ value: Value, _ key: Value) throws(Raised) -> Value {
      guard let name = key.stringValue else { throw .keyError(key) }
      guard let found = try ModuleAttributes.get(value, StrObject.intern(name)) else { throw .keyError(key) }
      return found
    }
    var slots = t.slots
    slots.length = { value throws(Raised) in try names(value).count }
    slots.iterate = { value throws(Raised) in ModuleTraversal.iterator(try names(value).map { .string($0) }) }
    slots.contains = { value, key throws(Raised) in try names(value).contains(key.stringValue ?? "") }
    slots.getItem = { value, key throws(Raised) in try find(value, key) }
    slots.setItem = { value, key, new throws(Raised) in
      guard let name = key.stringValue else { throw .typeError("module name should be a string. Got \(key.type.name)") }
      let (module, converted) = (try module(value), try OpValue(new))
      try converting { () throws(TensorError) in
        if let parameters = module as? ParameterDict {
          try parameters.set(name, converted)
        } else {
          try module.addModule(name, converted)
        }
      }
    }
    slots.deleteItem = { value, key throws(Raised) in
      if !(try module(value).removeMember(key.stringValue ?? "")) { throw .keyError(key) }
    }
    t.slots = slots
    t.method("keys(self)", "The names.") { instance, _ throws(Raised) in .list(try names(instance.asValue).map { .string($0) }) }
    t.method("values(self)", "The members.") { instance, _ throws(Raised) in
      var found: [Value] = []
      for name in try names(instance.asValue) { found.append(try find(instance.asValue, .string(name))) }
      return .list(found)
    }
    t.method("items(self)", "Names and members.") { instance, _ throws(Raised) in
      var found: [Value] = []
      for name in try names(instance.asValue) {
        found.append(.tuple([.string(name), try find(instance.asValue, .string(name))]))
      }
      return .list(found)
    }
  }

  private static func addParameterList(to t: TypeBuilder<ModuleInstance>) {
    func parameters(_ value: Value) throws(Raised) -> [Value] {
      try module(value).ownParameters.values.map { $0?.asValue ?? .none }
    }
    var slots = t.slots
    slots.length = { value throws(Raised) in try parameters(value).count }
    slots.iterate = { value throws(Raised) in ModuleTraversal.iterator(try parameters(value)) }
    slots.getItem = { value, index throws(Raised) in
      let all = try parameters(value)
      let given = try Interpreter.current.index(index)
      let position = given < 0 ? given &+ all.count : given
      guard all.indices.contains(position) else { throw .indexError("index \(given) is out of range") }
      return all[position]
    }
    t.slots = slots
    t.method("append(self, value)", "Adds a parameter at the end.") { instance, call throws(Raised) in
      guard let list = try instance.initialised() as? ParameterList else { return .none }
      let value = try OpValue(call[1])
      try converting { () throws(TensorError) in try list.append(value) }
      return instance.asValue
    }
  }
}
