import Tensors

/// The arguments of one call of a module.
package struct ModuleCall {
  package var inputs: [OpValue]
  package var keywords: [(name: String, value: OpValue)]

  package init(_ inputs: [OpValue], keywords: [(name: String, value: OpValue)] = []) {
    self.inputs = inputs
    self.keywords = keywords
  }

  /// The argument at `position`, given by place or as `name`; nil if it was not given.
  package func argument(_ position: Int, _ name: String) -> OpValue? {
    if position < inputs.count { return inputs[position] }
    return keywords.first { $0.name == name }?.value
  }

  /// The tensor at `position`; `function` is named in the message if it is something else.
  package func tensor(_ position: Int, _ name: String, of function: String) throws(TensorError) -> Tensor {
    guard let value = argument(position, name) else {
      throw TensorError(.type, "\(function)() missing 1 required positional argument: '\(name)'")
    }
    guard case .tensor(let tensor) = value else {
      let place = "argument '\(name)' (position \(position + 1))"
      throw TensorError(.type, "\(function)(): \(place) must be Tensor, not \(value.typeName)")
    }
    return tensor
  }
}
