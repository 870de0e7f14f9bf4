import Tensors

extension Module {
  /// Parameters and buffers by path: what is saved of a module. The tensors share storage with the module's.
  package final func stateDict(prefix: String = "", keepVariables: Bool = false) -> [Named<Tensor>] {
    var entries: [Named<Tensor>] = []
    collectState(prefix, keepVariables, &entries)
    return entries
  }

  private func collectState(_ prefix: String, _ keepVariables: Bool, _ entries: inout [Named<Tensor>]) {
    for case (let name, let tensor?) in ownParameters.pairs {
      entries.append((prefix + name, keepVariables ? tensor : tensor.detach()))
    }
    for case (let name, let tensor?) in ownBuffers.pairs where !transientBuffers.contains(name) {
      entries.append((prefix + name, keepVariables ? tensor : tensor.detach()))
    }
    for case (let name, let child?) in ownChildren.pairs {
      child.module.collectState("\(prefix)\(name).", keepVariables, &entries)
    }
  }

  /// Copies the entries into this module's parameters and buffers; with `strict` every name must be on both sides.
  @discardableResult
  package final func loadStateDict(
    _ entries: [Named<OpValue>], strict: Bool = true
  ) throws(TensorError) -> (missing: [String], unexpected: [String]) {
    var loader = StateLoader(entries)
    try loader.load(into: self, prefix: "")
    let unexpected = entries.map(\.name).filter { !loader.used.contains($0) }
    var problems = loader.problems
    if strict {
      if !unexpected.isEmpty { problems.insert("Unexpected key(s) in state_dict: \(Self.quoted(unexpected)). ", at: 0) }
      if !loader.missing.isEmpty { problems.insert("Missing key(s) in state_dict: \(Self.quoted(loader.missing)). ", at: 0) }
    }
    if !problems.isEmpty {
      let text = problems.joined(separator: "\n\t")
      throw TensorError(.runtime, "Error(s) in loading state_dict for \(className):\n\t\(text)")
    }
    return (loader.missing, unexpected)
  }

  private static func quoted(_ names: [String]) -> String { names.map { "\"\($0)\"" }.joined(separator: ", ") }
}

/// One pass over a module and the entries it is loaded from.
private struct StateLoader {
  private let values: [String: OpValue]
  var used: Set<String> = []
  var missing: [String] = []
  var problems: [String] = []

  init(_ entries: [Module.Named<OpValue>]) {
    values = Dictionary(entries.map { ($0.name, $0.value) }, uniquingKeysWith: { _, last in last })
  }

  mutating func load(into module: Module, prefix: String) throws(TensorError) {
    for case (let name, let tensor?) in module.ownParameters.pairs { try copy(prefix + name, into: tensor) }
    for case (let name, let tensor?) in module.ownBuffers.pairs where !module.transientBuffers.contains(name) {
      // State dicts of old releases lack this counter; it stays as it is then.
      if name == "num_batches_tracked", values[prefix + name] == nil { continue }
      try copy(prefix + name, into: tensor)
    }
    for case (let name, let child?) in module.ownChildren.pairs {
      try load(into: child.module, prefix: "\(prefix)\(name).")
    }
  }

  private mutating func copy(_ key: String, into tensor: Tensor) throws(TensorError) {
    guard let value = values[key] else {
      missing.append(key)
      return
    }
    used.insert(key)
    guard case .tensor(var source) = value else {
      let wanted = "expected torch.Tensor or Tensor-like object from checkpoint but received"
      problems.append("While copying the parameter named \"\(key)\", \(wanted) <class '\(value.typeName)'>")
      return
    }
    // Old releases saved scalars with one dimension.
    if tensor.shape.isEmpty, source.shape == [1] { source = try source.reshape([]) }
    guard source.shape == tensor.shape else {
      let found = "copying a param with shape \(Module.sizeText(source.shape)) from checkpoint"
      let wanted = "the shape in current model is \(Module.sizeText(tensor.shape))"
      problems.append("size mismatch for \(key): \(found), \(wanted).")
      return
    }
    try GradMode.off { _ = try tensor.copyInPlace(source) }
  }
}

extension Module {
  static func sizeText(_ shape: Shape) -> String { "torch.Size([\(shape.map(String.init).joined(separator: ", "))])" }
}
