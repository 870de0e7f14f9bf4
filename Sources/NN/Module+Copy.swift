import Tensors

extension Module {
  /// What a layer was made of: its entry and the constructor's arguments.
  struct Origin {
    let entry: LayerEntry
    let values: [OpValue?]
  }

  /// A module of the same class and settings, to which a copy's parameters, buffers and modules are added; it has none of them yet.
  package final func blankCopy() throws(TensorError) -> Module {
    let copy = try freshTwin()
    copy.settings = settings
    copy.isTraining = isTraining
    copy.transientBuffers = transientBuffers
    (copy.forwardHooks, copy.forwardPreHooks, copy.backwardHooks) = (forwardHooks, forwardPreHooks, backwardHooks)
    copy.lastHookIdentity = lastHookIdentity
    copy.ownParameters.removeAll()
    copy.ownBuffers.removeAll()
    copy.ownChildren.removeAll()
    return copy
  }

  /// A new module of the class; what its constructor draws is undone.
  private func freshTwin() throws(TensorError) -> Module {
    switch self {
    case is Sequential: return Sequential()
    case is ModuleList: return ModuleList()
    case is ModuleDict: return ModuleDict()
    case is ParameterList: return ParameterList()
    case is ParameterDict: return ParameterDict()
    default: break
    }
    if let origin {
      let state = Generator.standard.state
      defer { _ = Generator.standard.restore(state: state) }
      return try origin.entry.make(origin.values)
    }
    return partTwin()
  }
}
