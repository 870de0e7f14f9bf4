import Tensors

extension Module {
  /// Switches this module and all inside it to training mode, or out of it.
  package final func train(_ mode: Bool = true) {
    isTraining = mode
    for (_, child) in namedChildren() { child.train(mode) }
  }

  /// Switches this module and all inside it to evaluation mode.
  package final func eval() { train(false) }

  /// Forgets the gradients of all parameters, or sets them to zero.
  package final func zeroGrad(setToNone: Bool = true) throws(TensorError) {
    for parameter in parameters() {
      guard let grad = parameter.grad else { continue }
      if setToNone { parameter.grad = nil } else { _ = try grad.detach().zeroInPlace() }
    }
  }

  /// Sets whether gradients are recorded for all parameters.
  package final func setRequiresGrad(_ flag: Bool) throws(TensorError) {
    for parameter in parameters() { _ = try parameter.setRequiresGrad(flag) }
  }

  /// Converts floating-point parameters, their gradients and floating-point buffers to `dtype`, in place.
  package final func convert(to dtype: DType) throws(TensorError) {
    for module in modules() {
      for case let tensor? in module.ownParameters.values where tensor.dtype.isFloatingPoint && tensor.dtype != dtype {
        let converted = try tensor.detach().to(dtype)
        let grad = try tensor.grad?.detach().to(dtype)
        tensor.become(converted)
        tensor.grad = grad
      }
      for (index, tensor) in module.ownBuffers.values.enumerated() {
        guard let tensor, tensor.dtype.isFloatingPoint else { continue }
        module.ownBuffers.replace(at: index, with: try tensor.to(dtype))
      }
    }
  }
}
