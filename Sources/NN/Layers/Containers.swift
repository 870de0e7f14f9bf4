import Tensors

/// Modules that hold others.
enum Containers {
  static let entries: [LayerEntry] = [
    LayerEntry("Module(*args, **kwargs)", forward: "forward(*input)") { _ in Module() },
    LayerEntry("Sequential(*args)") { a throws(TensorError) in
      let sequential = Sequential()
      let given = a["args"].items ?? []
      if given.count == 1, case .object(let named as NamedModules, _) = given[0] {
        for (name, value) in named.members { try sequential.addModule(name, value) }
      } else {
        for value in given { try sequential.appendModule(value) }
      }
      return sequential
    },
    LayerEntry("ModuleList(modules=None)") { a throws(TensorError) in
      let list = ModuleList()
      for value in try a["modules"].iterated() { try list.appendModule(value) }
      return list
    },
    LayerEntry("ModuleDict(modules=None)") { a throws(TensorError) in
      let dictionary = ModuleDict()
      if case .object(let named as NamedModules, _) = a["modules"] {
        for (name, value) in named.members { try dictionary.addModule(name, value) }
      } else if !a["modules"].isNone {
        throw .type("ModuleDict.update should be called with an iterable of key/value pairs, but got \(a["modules"].typeName)")
      }
      return dictionary
    },
    LayerEntry("ParameterList(values=None)") { a throws(TensorError) in
      let list = ParameterList()
      for value in try a["values"].iterated() { try list.append(value) }
      return list
    },
    LayerEntry("ParameterDict(parameters=None)") { a throws(TensorError) in
      let dictionary = ParameterDict()
      if case .object(let named as NamedModules, _) = a["parameters"] {
        for (name, value) in named.members { try dictionary.set(name, value) }
      }
      return dictionary
    },
  ]
}

/// A dictionary of modules or parameters as a constructor's argument.
package final class NamedModules {
  package let members: [(name: String, value: OpValue)]
  package init(_ members: [(name: String, value: OpValue)]) { self.members = members }
}

/// Modules applied one after the other.
package final class Sequential: Module {
  override package var layerName: String { "Sequential" }

  override package func forward(_ input: Tensor) throws(TensorError) -> Tensor {
    var value = input
    defer { DeferredConvolution.isNext = false }
    for (index, child) in ownChildren.values.enumerated() {
      guard let child else { continue }
      try Checkpoint.pass()
      prepare(for: index)
      value = try child.module(value)
    }
    return value
  }

  /// Lets a convolution know when only a max pooling sees its result: it is then computed in pieces.
  private func prepare(for index: Int) {
    func applies(_ op: String, at index: Int) -> Bool {
      guard index < ownChildren.count, let layer = ownChildren.values[index]?.module as? Layer else { return false }
      return layer.entry.op == op && layer.isPlain
    }
    DeferredConvolution.isNext =
      applies("conv2d", at: index)
      && (applies("max_pool2d", at: index + 1)
        || applies("relu", at: index + 1) && applies("max_pool2d", at: index + 2))
  }

  override package func forward(_ call: ModuleCall) throws(TensorError) -> OpValue {
    guard var value = call.argument(0, "input"), call.inputs.count + call.keywords.count == 1 else {
      let count = call.inputs.count + call.keywords.count
      if count == 0 { throw .type("Sequential.forward() missing 1 required positional argument: 'input'") }
      throw .type("Sequential.forward() takes 2 positional arguments but \(count + 1) were given")
    }
    defer { DeferredConvolution.isNext = false }
    var index = 0
    while index < ownChildren.count {
      if let module = ownChildren.values[index]?.module {
        try Checkpoint.pass()
        prepare(for: index)
        value = try module.call(value)
      }
      index += 1
    }
    return value
  }
}

/// A list of modules; it has no `forward` of its own.
package final class ModuleList: Module {
  override package var layerName: String { "ModuleList" }
  override var childTexts: [(label: String, text: String)] { mergedChildTexts }
}

/// Modules under names; it has no `forward` of its own.
package final class ModuleDict: Module {
  override package var layerName: String { "ModuleDict" }
}

/// A list of parameters.
package final class ParameterList: Module {
  override package var layerName: String { "ParameterList" }
  override package var extraRepr: String { parameterLines { "torch.\($0.dtype.name)" } }

  /// Adds a tensor at the end, as a parameter.
  package func append(_ value: OpValue) throws(TensorError) {
    guard case .tensor(let tensor) = value else { throw .type("ParameterList holds tensors, not \(value.typeName)") }
    setParameter("\(ownParameters.count)", Module.asParameter(tensor))
  }
}

/// Parameters under names.
package final class ParameterDict: Module {
  override package var layerName: String { "ParameterDict" }
  override package var extraRepr: String { parameterLines { "torch.\($0.dtype.scalarName)Tensor" } }

  /// Sets a parameter.
  package func set(_ name: String, _ value: OpValue) throws(TensorError) {
    guard case .tensor(let tensor) = value else { throw .type("ParameterDict holds tensors, not \(value.typeName)") }
    setParameter(name, Module.asParameter(tensor))
  }
}

extension Module {
  /// The tensor itself if it is a parameter, else a new parameter with its values.
  static func asParameter(_ tensor: Tensor) -> Tensor {
    if tensor.isParameter { return tensor }
    let parameter = tensor.detach()
    parameter.isParameter = true
    _ = try? parameter.setRequiresGrad(true)
    return parameter
  }

  /// What lists of parameters show, with PyTorch's indentation.
  fileprivate final func parameterLines(type: (Tensor) -> String) -> String {
    ownParameters.pairs.map { name, tensor in
      guard let tensor else { return "  (\(name)): None" }
      let size = tensor.shape.map(String.init).joined(separator: "x")
      return "  (\(name)): Parameter containing: [\(type(tensor)) of size \(size)]"
    }.joined(separator: "\n")
  }

  /// Adds a module at the end, under its number.
  package final func appendModule(_ value: OpValue) throws(TensorError) { try addModule("\(ownChildren.count)", value) }

  /// The module at a place of a list of modules, counted from the end if it is negative.
  package final func module(at index: Int) throws(TensorError) -> Module {
    let position = index < 0 ? index &+ ownChildren.count : index
    guard ownChildren.values.indices.contains(position), let child = ownChildren.values[position] else {
      throw .index("index \(index) is out of range")
    }
    return child.module
  }

  /// Replaces the module at a place of a list of modules.
  package final func setModule(at index: Int, _ value: OpValue) throws(TensorError) {
    let position = index < 0 ? index &+ ownChildren.count : index
    guard ownChildren.names.indices.contains(position) else { throw .index("index \(index) is out of range") }
    try addModule(ownChildren.names[position], value)
  }

  /// A new list or sequence of the modules at these places, under their names or, for lists, new numbers.
  package final func slice(_ positions: [Int]) -> Module {
    let result: Module = self is Sequential ? Sequential() : ModuleList()
    for (count, position) in positions.enumerated() where ownChildren.names.indices.contains(position) {
      let name = self is Sequential ? ownChildren.names[position] : "\(count)"
      result.setChild(name, ownChildren.values[position]?.module)
    }
    return result
  }

  /// Puts a module into a list of modules before place `index`.
  package final func insert(_ value: OpValue, at index: Int) throws(TensorError) {
    guard let module = value.module else { throw .notAModule(value) }
    let count = ownChildren.count
    // A Sequential checks the place, a ModuleList takes what Python's lists take.
    if self is Sequential, index < -count || index > count { throw .index("Index out of range: \(index)") }
    let position = min(max(index < 0 ? index &+ count : index, 0), count)
    var modules = ownChildren.values.map { $0?.module }
    modules.insert(module, at: position)
    renumber(modules)
  }

  /// Removes the module at a place of a list of modules; the later ones move up.
  package final func removeModule(at index: Int) throws(TensorError) {
    let position = index < 0 ? index &+ ownChildren.count : index
    guard ownChildren.names.indices.contains(position) else { throw .index("index \(index) is out of range") }
    var modules = ownChildren.values.map { $0?.module }
    modules.remove(at: position)
    renumber(modules)
  }

  private func renumber(_ modules: [Module?]) {
    // Keep hosts alive until they are held by their new entries.
    let old = ownChildren
    ownChildren.removeAll()
    for (index, module) in modules.enumerated() { setChild("\(index)", module) }
    withExtendedLifetime(old) {}
  }
}

extension OpValue {
  /// The items of a list or tuple; none for None.
  fileprivate func iterated() throws(TensorError) -> [OpValue] {
    if isNone { return [] }
    guard let items else { throw .type("'\(typeName)' object is not iterable") }
    return items
  }
}
