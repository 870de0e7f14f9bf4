import Tensors

extension OpValue {
  /// A module as a value.
  package static func module(_ module: Module) -> OpValue { .object(module, typeName: module.className) }

  /// The module, if the value is one.
  package var module: Module? {
    if case .object(let object, _) = self { object as? Module } else { nil }
  }

  /// The type's name with its module, as assignment errors give it (`torch.FloatTensor`, `int`).
  package var longTypeName: String {
    if case .tensor(let tensor) = self { return "torch.\(tensor.dtype.scalarName)Tensor" }
    return typeName
  }
}
