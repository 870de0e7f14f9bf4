import Tensors

extension Module {
  /// Adds or replaces a parameter of this module.
  package final func setParameter(_ name: String, _ tensor: Tensor?) {
    ownBuffers[name] = nil
    ownChildren[name] = nil
    ownParameters[name] = .some(tensor)
  }

  /// Makes `tensor` a parameter and adds it.
  package final func addParameter(_ name: String, _ tensor: Tensor?) {
    tensor?.isParameter = true
    // Only integer tensors refuse a gradient, and those stay as they are.
    _ = try? tensor?.setRequiresGrad(true)
    setParameter(name, tensor)
  }

  /// Adds or replaces a buffer of this module.
  package final func setBuffer(_ name: String, _ tensor: Tensor?, persistent: Bool = true) {
    ownParameters[name] = nil
    ownChildren[name] = nil
    ownBuffers[name] = .some(tensor)
    if persistent { transientBuffers.remove(name) } else { transientBuffers.insert(name) }
  }

  /// Adds or replaces a module inside this one.
  package final func setChild(_ name: String, _ module: Module?) {
    ownParameters[name] = nil
    ownBuffers[name] = nil
    ownChildren[name] = .some(module.map { Child(module: $0, host: $0.host) })
  }

  /// The parameter of this name, if there is one and it is not None.
  package final func parameter(_ name: String) -> Tensor? { ownParameters[name] ?? nil }
  /// The buffer of this name, if there is one and it is not None.
  package final func buffer(_ name: String) -> Tensor? { ownBuffers[name] ?? nil }
  /// The module of this name directly inside, if there is one and it is not None.
  package final func child(_ name: String) -> Module? { (ownChildren[name] ?? nil)?.module }

  /// `register_parameter`, `register_buffer` and `add_module` share these rules for names.
  private func checkName(_ name: String, kind: String) throws(TensorError) {
    if name.contains(".") {
      throw TensorError(.key, "\(kind) name can't contain \".\"\(kind == "module" ? ", got: \(name)" : "")")
    }
    if name.isEmpty { throw TensorError(.key, "\(kind) name can't be empty string \"\"") }
  }

  /// Adds a parameter under a name that is new to this module, as `register_parameter` does.
  package final func registerParameter(_ name: String, _ value: OpValue) throws(TensorError) {
    try checkName(name, kind: "parameter")
    switch value {
    case .none: setParameter(name, nil)
    case .tensor(let tensor) where tensor.isParameter: setParameter(name, tensor)
    default:
      let type = value.longTypeName
      let wanted = "(torch.nn.Parameter or None required)"
      throw TensorError(.type, "cannot assign '\(type)' object to parameter '\(name)' \(wanted)")
    }
  }

  /// Adds a buffer, as `register_buffer` does.
  package final func registerBuffer(_ name: String, _ value: OpValue, persistent: Bool) throws(TensorError) {
    try checkName(name, kind: "buffer")
    switch value {
    case .none: setBuffer(name, nil, persistent: persistent)
    case .tensor(let tensor): setBuffer(name, tensor, persistent: persistent)
    default:
      let text = "cannot assign '\(value.typeName)' object to buffer '\(name)' (torch Tensor or None required)"
      throw TensorError(.type, text)
    }
  }

  /// Adds a module inside this one, as `add_module` does.
  package final func addModule(_ name: String, _ value: OpValue) throws(TensorError) {
    if let module = value.module {
      try checkName(name, kind: "module")
      setChild(name, module)
    } else if value.isNone {
      setChild(name, nil)
    } else {
      throw .notAModule(value)
    }
  }

  /// What assigning an attribute means for the module: true if it took the value, false if it is an attribute like any other.
  package final func assign(_ name: String, _ value: OpValue) throws(TensorError) -> Bool {
    if case .tensor(let tensor) = value, tensor.isParameter {
      setParameter(name, tensor)
      return true
    }
    if let module = value.module {
      setChild(name, module)
      return true
    }
    if ownParameters.contains(name) {
      guard value.isNone else {
        let wanted = "(torch.nn.Parameter or None expected)"
        throw TensorError(.type, "cannot assign '\(value.longTypeName)' as parameter '\(name)' \(wanted)")
      }
      ownParameters[name] = .some(nil)
      return true
    }
    if ownChildren.contains(name) {
      guard value.isNone else {
        let wanted = "(torch.nn.Module or None expected)"
        throw TensorError(.type, "cannot assign '\(value.longTypeName)' as child module '\(name)' \(wanted)")
      }
      ownChildren[name] = .some(nil)
      return true
    }
    if ownBuffers.contains(name) {
      switch value {
      case .tensor(let tensor): ownBuffers[name] = .some(tensor)
      case .none: ownBuffers[name] = .some(nil)
      default:
        let wanted = "(torch.Tensor or None expected)"
        throw TensorError(.type, "cannot assign '\(value.longTypeName)' as buffer '\(name)' \(wanted)")
      }
      return true
    }
    return false
  }

  /// Removes a parameter, buffer or module of this name; false if there is none.
  package final func removeMember(_ name: String) -> Bool {
    if ownParameters.contains(name) {
      ownParameters[name] = nil
    } else if ownBuffers.contains(name) {
      ownBuffers[name] = nil
      transientBuffers.remove(name)
    } else if ownChildren.contains(name) {
      ownChildren[name] = nil
    } else {
      return false
    }
    return true
  }

  /// The parameter, buffer or module of this name; nil if there is none.
  package final func member(_ name: String) -> OpValue? {
    if let parameter = ownParameters[name] { return parameter.map { .tensor($0) } ?? OpValue.none }
    if let buffer = ownBuffers[name] { return buffer.map { .tensor($0) } ?? OpValue.none }
    if let child = ownChildren[name] { return child.map { .module($0.module) } ?? OpValue.none }
    return nil
  }
}

extension TensorError {
  static func notAModule(_ value: OpValue) -> TensorError {
    TensorError(.type, "\(value.longTypeName) is not a Module subclass")
  }
}
