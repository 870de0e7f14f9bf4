/// Functions that a script attached to a tensor's gradient.
final class TensorHooks {
  /// Run on the gradient before a leaf accumulates it; a returned tensor replaces the gradient.
  var functions: [RegisteredHook] = []
  /// Run on the leaf after its gradient was accumulated.
  var afterAccumulation: [RegisteredHook] = []
}

/// One registered hook.
package final class RegisteredHook {
  let run: (Tensor) throws(TensorError) -> Tensor?
  private let detach: (RegisteredHook) -> Void

  init(_ run: @escaping (Tensor) throws(TensorError) -> Tensor?, detach: @escaping (RegisteredHook) -> Void) {
    self.run = run
    self.detach = detach
  }

  /// Takes the hook off again.
  package func remove() { detach(self) }
}

extension Tensor {
  /// Computes the gradients of the leaves that this tensor depends on and adds them to their `grad`.
  package func backward(
    gradient: Tensor? = nil, retainGraph: Bool? = nil, createGraph: Bool = false
  ) throws(TensorError) {
    try Autograd.backward([self], gradients: [gradient], retainGraph: retainGraph, createGraph: createGraph)
  }

  /// The same elements without history. In-place changes are seen by both.
  package func detach() -> Tensor { alias() }

  /// The same elements without history or version checks: `x.data`.
  package var data: Tensor {
    let result = alias()
    result.isDataAlias = true
    return result
  }

  /// Switches recording on or off for a leaf.
  @discardableResult
  package func setRequiresGrad(_ value: Bool) throws(TensorError) -> Tensor {
    if !isLeaf && !value {
      throw .runtime(
        "you can only change requires_grad flags of leaf variables. If you want to use a computed variable in a subgraph that "
          + "doesn't require differentiation use var_no_grad = var.detach().")
    }
    if value && !dtype.isFloatingPoint {
      throw .runtime("only Tensors of floating point dtype can require gradients")
    }
    if isLeaf { leafRequiresGrad = value }
    return self
  }

  /// This tensor as a leaf that requires grad; for tensors just made.
  package func requiringGrad(_ value: Bool = true) throws(TensorError) -> Tensor {
    if value && !dtype.isFloatingPoint {
      throw .runtime("Only Tensors of floating point and complex dtype can require gradients")
    }
    return try setRequiresGrad(value)
  }

  /// Replaces the gradient, which must fit.
  package func setGrad(_ value: Tensor?) throws(TensorError) {
    if let value {
      guard value.shape == shape else {
        throw .runtime(
          "attempting to assign a gradient of size '\(value.shape)' to a tensor of size '\(shape)'. Please ensure that the "
            + "gradient and the tensor are the same size")
      }
      guard value.dtype == dtype else {
        throw .runtime(
          "attempting to assign a gradient with dtype '\(value.dtype.cName)' to a tensor with grad_dtype '\(dtype.scalarName)'. The "
            + "gradient must match the tensor's grad_dtype (defaults to the tensor's dtype). You can set the tensor's grad_dtype "
            + "attribute with a specific dtype, or None to allow any dtype. Set grad_dtype with caution. Diverging the dtypes of a "
            + "tensor and its gradient may break downstream systems that assume they match.")
      }
    }
    grad = value
  }

  /// Keeps the gradient of a tensor that is not a leaf.
  package func retainGrad() throws(TensorError) {
    guard requiresGrad else { throw .runtime("can't retain_grad on Tensor that has requires_grad=False") }
    guard let node = gradFn else { return }
    let index = Int(outputIndex)
    let hook: (Tensor) throws(TensorError) -> Tensor? = { [weak self] (grad: Tensor) throws(TensorError) -> Tensor? in
      guard let self else { return nil }
      self.grad = try self.grad?.add(grad) ?? grad
      return nil
    }
    node.outputHooks = (node.outputHooks ?? []) + [Node.OutputHook(outputIndex: index, run: hook, retains: true)]
  }

  /// Whether `retainGrad` was asked for.
  package var retainsGrad: Bool {
    gradFn?.outputHooks?.contains { $0.retains && $0.outputIndex == Int(outputIndex) } ?? false
  }

  /// Calls a function with the gradient each time it is computed; what it returns, if anything, replaces the gradient.
  package func registerHook(
    _ run: @escaping (Tensor) throws(TensorError) -> Tensor?
  ) throws(TensorError) -> RegisteredHook {
    guard requiresGrad else {
      throw .runtime("cannot register a hook on a tensor that doesn't require gradient")
    }
    if let node = gradFn {
      let active = HookSwitch()
      let hook = RegisteredHook(run) { _ in active.isOn = false }
      let guarded: (Tensor) throws(TensorError) -> Tensor? = { (grad: Tensor) throws(TensorError) -> Tensor? in
        active.isOn ? try run(grad) : nil
      }
      node.outputHooks = (node.outputHooks ?? []) + [Node.OutputHook(outputIndex: Int(outputIndex), run: guarded)]
      return hook
    }
    let own = hooks ?? TensorHooks()
    hooks = own
    let hook = RegisteredHook(run) { [weak own] hook in own?.functions.removeAll { $0 === hook } }
    own.functions.append(hook)
    return hook
  }
}

private final class HookSwitch {
  var isOn = true
}

/// Entry points of the backward pass.
package enum Autograd {
  /// Computes gradients and adds them to the leaves' `grad`.
  package static func backward(
    _ tensors: [Tensor], gradients: [Tensor?], retainGraph: Bool? = nil, createGraph: Bool = false
  ) throws(TensorError) {
    let starts = try startGradients(tensors, gradients)
    var engine = Engine(keepGraph: retainGraph ?? createGraph, createGraph: createGraph)
    try engine.run(roots: tensors, grads: starts)
  }

  /// Computes and returns the gradients of `outputs` with respect to `inputs`, touching no `grad`.
  package static func grad(
    _ outputs: [Tensor], _ inputs: [Tensor], gradOutputs: [Tensor?]? = nil, retainGraph: Bool? = nil,
    createGraph: Bool = false, allowUnused: Bool = false
  ) throws(TensorError) -> [Tensor?] {
    let starts = try startGradients(outputs, gradOutputs ?? [Tensor?](repeating: nil, count: outputs.count))
    for input in inputs where !input.requiresGrad {
      throw .runtime("One of the differentiated Tensors does not require grad")
    }
    var engine = Engine(keepGraph: retainGraph ?? createGraph, createGraph: createGraph, capturing: inputs)
    try engine.run(roots: outputs, grads: starts)
    if !allowUnused, let missing = engine.captured.firstIndex(where: { $0 == nil }) {
      throw .runtime(
        "The differentiated Tensor at index \(missing) appears to not have been used in the graph. Set allow_unused=True if "
          + "this is the desired behavior.")
    }
    return engine.captured
  }

  private static func startGradients(_ tensors: [Tensor], _ gradients: [Tensor?]) throws(TensorError) -> [Tensor] {
    var result: [Tensor] = []
    for (i, tensor) in tensors.enumerated() {
      let given = i < gradients.count ? gradients[i] : nil
      if let given, given.shape != tensor.shape {
        throw .runtime(
          "Mismatch in shape: grad_output[\(i)] has a shape of torch.Size(\(given.shape)) and output[\(i)] has a shape of "
            + "torch.Size(\(tensor.shape)).")
      }
      if given == nil && tensor.requiresGrad && tensor.elementCount != 1 {
        throw .runtime("grad can be implicitly created only for scalar outputs")
      }
      guard tensor.requiresGrad || tensor.gradFn != nil else {
        throw .runtime("element \(i) of tensors does not require grad and does not have a grad_fn")
      }
      if let given { result.append(given) } else { result.append(try Tensor.full(tensor.shape, 1, dtype: tensor.dtype)) }
    }
    return result
  }
}
