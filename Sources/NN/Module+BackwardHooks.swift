import Tensors

/// Called when the gradients of a module's inputs are known; tensors that it returns replace them.
struct ModuleBackwardHook {
  let identity: Int
  let body: (Module, [Tensor?], [Tensor?]) throws(TensorError) -> [Tensor?]?
}

extension Module {
  /// Adds a hook on gradients and returns what `removeHook` needs.
  package final func addBackwardHook(
    _ body: @escaping (Module, [Tensor?], [Tensor?]) throws(TensorError) -> [Tensor?]?
  ) -> Int {
    lastHookIdentity += 1
    backwardHooks.append(ModuleBackwardHook(identity: lastHookIdentity, body: body))
    return lastHookIdentity
  }

  /// Calls the module between two operations that change nothing: the second sees the gradients of the outputs, the first, later in
  /// the backward pass, those of the inputs.
  final func callWithBackwardHooks(_ call: ModuleCall) throws(TensorError) -> OpValue {
    let seen = SeenGradients()
    var call = call
    var places: [Int] = []
    var inputs: [Tensor] = []
    for (i, value) in call.inputs.enumerated() {
      if case .tensor(let tensor) = value {
        places.append(i)
        inputs.append(tensor)
      }
    }
    let hasTrackedInput = inputs.contains { $0.isRecorded && $0.dtype.isFloatingPoint }
    if hasTrackedInput {
      let marked = Module.marked(inputs) { [weak self] grads throws(TensorError) in
        guard let self else { return grads }
        return try self.runBackwardHooks(grads, seen.outputs)
      }
      for (place, tensor) in zip(places, marked) { call.inputs[place] = .tensor(tensor) }
    }
    let output = try callAfterPreHooks(call)
    let count = inputs.count
    func mark(_ outputs: [Tensor]) -> [Tensor] {
      Module.marked(outputs) { [weak self] grads throws(TensorError) in
        seen.outputs = grads
        if !hasTrackedInput, let self { _ = try self.runBackwardHooks([Tensor?](repeating: nil, count: count), grads) }
        return grads
      }
    }
    switch output {
    case .tensor(let tensor): return .tensor(mark([tensor])[0])
    case .tuple(let items):
      let tensors = items.compactMap { item -> Tensor? in if case .tensor(let tensor) = item { tensor } else { nil } }
      guard tensors.count == items.count, !tensors.isEmpty else { return output }
      return .tuple(mark(tensors).map { .tensor($0) })
    default: return output
    }
  }

  private final func runBackwardHooks(_ inputs: [Tensor?], _ outputs: [Tensor?]) throws(TensorError) -> [Tensor?] {
    var grads = inputs
    for hook in backwardHooks {
      if let replaced = try hook.body(self, grads, outputs), replaced.count == grads.count { grads = replaced }
    }
    return grads
  }

  /// The same tensors behind an operation whose gradients pass through a function.
  private static func marked(
    _ tensors: [Tensor], _ pass: @escaping ([Tensor?]) throws(TensorError) -> [Tensor?]
  ) -> [Tensor] {
    let aliases = tensors.map { $0.alias() }
    Tensor.record(aliases, "BackwardHookFunctionBackward", tensors) { call in try pass(call.grads) }
    return aliases
  }
}

/// The gradients of a call's outputs, until those of its inputs are known.
private final class SeenGradients {
  var outputs: [Tensor?] = []
}
