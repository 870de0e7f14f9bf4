import Interpreter
import NN
import Tensors

/// `state_dict()` and `load_state_dict()`.
enum ModuleState {
  static func add(to t: TypeBuilder<ModuleInstance>) {
    t.method("state_dict(self, *args, destination=None, prefix='', keep_vars: bool = False)", "Parameters and buffers by path.") {
      instance, call throws(Raised) in
      let entries = try instance.initialised().stateDict(prefix: try call.string(3), keepVariables: try call.bool(4))
      let dictionary = try OrderedDictionary.make()
      for (name, tensor) in entries { dictionary.set(name, tensor.asValue) }
      let versions = try OrderedDictionary.make()
      addVersions(of: try instance.initialised(), prefix: try call.string(3), to: versions)
      dictionary.setOwnAttribute("_metadata", versions.asValue)
      return dictionary.asValue
    }
    t.method("load_state_dict(self, state_dict, strict: bool = True, assign: bool = False)", "Copies entries into the module.") {
      instance, call throws(Raised) in
      guard let dictionary = call[1].cast(to: DictObject.self) else {
        throw .typeError(
          "Expected state_dict to be dict-like, got <class '\(call[1].type.displayName)'>.")
      }
      var entries: [(name: String, value: OpValue)] = []
      for (key, value) in dictionary.pairs { entries.append((key.stringValue ?? "", try OpValue(value))) }
      let (module, strict) = (try instance.initialised(), try call.bool(2))
      let result = try converting { () throws(TensorError) in try module.loadStateDict(entries, strict: strict) }
      return IncompatibleKeys.make(result.missing, result.unexpected)
    }
  }
}

extension ModuleState {
  /// The version of each module's entries, which PyTorch keeps in `_metadata` and writes to files.
  private static func addVersions(of module: Module, prefix: String, to versions: DictObject) {
    let counts = module.ownBuffers["num_batches_tracked"] != nil
    versions.set(String(prefix.dropLast()), .object(DictObject([("version", .int(counts ? 2 : 1))])))
    for case (let name, let child?) in module.ownChildren.pairs {
      addVersions(of: child.module, prefix: "\(prefix)\(name).", to: versions)
    }
  }
}

/// `collections.OrderedDict` from the native side.
enum OrderedDictionary {
  static func make() throws(Raised) -> DictObject {
    let interpreter = Interpreter.current
    let collections = try interpreter.importModule("collections")
    let made = try interpreter.call(try interpreter.attribute(collections, "OrderedDict"))
    return made.cast(to: DictObject.self) ?? DictObject()
  }
}

/// What `load_state_dict` returns.
enum IncompatibleKeys {
  private static let type: TypeObject = TypeObject.native(
    "_IncompatibleKeys", module: "torch.nn.modules.module", bases: [.tuple], of: TupleObject.self
  ) { t in
    t.property("missing_keys") { keys throws(Raised) in keys.count > 0 ? keys[0] : .none }
    t.property("unexpected_keys") { keys throws(Raised) in keys.count > 1 ? keys[1] : .none }
    t.slots.repr = { value throws(Raised) in
      guard let keys = value.cast(to: TupleObject.self), keys.count == 2 else { return "" }
      if keys[0].sequence?.isEmpty == true && keys[1].sequence?.isEmpty == true { return "<All keys matched successfully>" }
      let interpreter = Interpreter.current
      return "_IncompatibleKeys(missing_keys=\(try interpreter.repr(keys[0])), unexpected_keys=\(try interpreter.repr(keys[1])))"
    }
  }

  static func make(_ missing: [String], _ unexpected: [String]) -> Value {
    let lists: [Value] = [missing, unexpected].map { names in .list(names.map { .string($0) }) }
    return .object(TupleObject(lists, type))
  }
}
