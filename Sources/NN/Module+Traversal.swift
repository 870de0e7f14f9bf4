import Tensors

extension Module {
  /// A module and the path of names that leads to it.
  package typealias Named<Value> = (name: String, value: Value)

  /// This module and all inside it, outermost first; a module that is reached twice appears once.
  package final func namedModules(prefix: String = "", removeDuplicates: Bool = true) -> [Named<Module>] {
    var found: [Named<Module>] = []
    var seen: Set<ObjectIdentifier> = []
    collectModules(prefix, removeDuplicates, &seen, &found)
    return found
  }

  private func collectModules(
    _ prefix: String, _ removeDuplicates: Bool, _ seen: inout Set<ObjectIdentifier>, _ found: inout [Named<Module>]
  ) {
    // Without de-duplication a module inside itself would never end; the set then holds the path from the root only.
    guard seen.insert(ObjectIdentifier(self)).inserted else { return }
    found.append((prefix, self))
    for (name, child) in ownChildren.pairs {
      child?.module.collectModules(Self.join(prefix, name), removeDuplicates, &seen, &found)
    }
    if !removeDuplicates { seen.remove(ObjectIdentifier(self)) }
  }

  /// This module and all inside it.
  package final func modules() -> [Module] { namedModules().map(\.value) }

  /// The modules directly inside this one; a module that is there twice appears once, and None not at all.
  package final func namedChildren() -> [Named<Module>] {
    var seen: Set<ObjectIdentifier> = []
    var found: [Named<Module>] = []
    for case (let name, let child?) in ownChildren.pairs where seen.insert(ObjectIdentifier(child.module)).inserted {
      found.append((name, child.module))
    }
    return found
  }

  /// All parameters with their paths; one that is shared appears once.
  package final func namedParameters(
    prefix: String = "", recurse: Bool = true, removeDuplicates: Bool = true
  ) -> [Named<Tensor>] {
    namedTensors(prefix: prefix, recurse: recurse, removeDuplicates: removeDuplicates) { $0.ownParameters }
  }

  /// All buffers with their paths; one that is shared appears once.
  package final func namedBuffers(
    prefix: String = "", recurse: Bool = true, removeDuplicates: Bool = true
  ) -> [Named<Tensor>] {
    namedTensors(prefix: prefix, recurse: recurse, removeDuplicates: removeDuplicates) { $0.ownBuffers }
  }

  /// All parameters in order; what an optimiser takes.
  package final func parameters() -> [Tensor] { namedParameters().map(\.value) }

  private func namedTensors(
    prefix: String, recurse: Bool, removeDuplicates: Bool, _ members: (Module) -> NamedList<Tensor?>
  ) -> [Named<Tensor>] {
    let modules = recurse ? namedModules(prefix: prefix, removeDuplicates: removeDuplicates) : [(prefix, self)]
    var seen: Set<ObjectIdentifier> = []
    var found: [Named<Tensor>] = []
    for (path, module) in modules {
      for case (let name, let tensor?) in members(module).pairs {
        if removeDuplicates, !seen.insert(ObjectIdentifier(tensor)).inserted { continue }
        found.append((Self.join(path, name), tensor))
      }
    }
    return found
  }

  /// Calls `body` for every module inside, innermost first, then for this one.
  package final func apply(_ body: (Module) throws(TensorError) -> Void) throws(TensorError) {
    for (_, child) in namedChildren() { try child.apply(body) }
    try body(self)
  }

  /// The module at a dotted path such as `layer1.0`.
  package final func submodule(_ path: String) throws(TensorError) -> Module {
    var module = self
    for part in path.split(separator: ".") {
      guard let next = module.child(String(part)) else {
        throw TensorError(.attribute, "\(module.className) has no attribute `\(part)`")
      }
      module = next
    }
    return module
  }

  static func join(_ prefix: String, _ name: String) -> String { prefix.isEmpty ? name : "\(prefix).\(name)" }
}
