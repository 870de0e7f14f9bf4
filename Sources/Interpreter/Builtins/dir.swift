/// The names that `dir` lists.
extension Interpreter {
  /// The attribute names of a value, sorted.
  package func attributeNames(of value: Value) throws(Raised) -> [String] {
    var names: Set<String> = []
    func add(_ type: TypeObject) {
      for base in type.mro { for key in base.attributes.keys { if let name = key.stringValue { names.insert(name) } } }
    }
    if let module = value.cast(to: ModuleObject.self) {
      for key in module.namespace.keys { if let name = key.stringValue { names.insert(name) } }
    } else if let type = value.cast(to: TypeObject.self) {
      add(type)
    } else {
      add(value.type)
    }
    if let object = value.object { for (name, _) in object.ownAttributes { names.insert(name.string) } }
    for name in value.type.slots.attributeNames?(value) ?? [] { names.insert(name) }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
