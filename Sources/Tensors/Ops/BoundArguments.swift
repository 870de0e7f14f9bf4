import Signatures

/// The arguments of one constructor or function call in the order of its signature; what was not given has its default.
package struct BoundArguments {
  package let signature: Signature
  private let values: [OpValue?]

  /// `values` are the arguments by slot, nil where the default holds; slots that are missing at the end count as nil.
  package init(_ signature: Signature, _ values: [OpValue?]) {
    self.signature = signature
    self.values = values
  }

  /// The name of what is called.
  package var name: String { signature.name }

  /// The argument of this name; None if there is no such parameter.
  package subscript(name: String) -> OpValue {
    guard let slot = signature.slot(of: name) else { return .none }
    if slot < values.count, let value = values[slot] { return value }
    return signature.parameters[slot].defaultValue.map { OpValue($0) } ?? .none
  }

  /// A whole number; whether it is negative is checked where that matters.
  package func int(_ name: String) throws(TensorError) -> Int {
    switch self[name] {
    case .int(let value): return value
    case .bool(let value): return value ? 1 : 0
    default: throw wrongType(name, "int")
    }
  }

  /// A whole number that is a size: at least `least`.
  package func size(_ name: String, atLeast least: Int = 0) throws(TensorError) -> Int {
    let value = try int(name)
    if value < least { throw .value("\(self.name): \(name) must be at least \(least), but got \(value)") }
    return value
  }

  /// A number as a double.
  package func number(_ name: String) throws(TensorError) -> Double {
    guard let scalar = self[name].scalar else { throw wrongType(name, "float") }
    return scalar.doubleValue
  }

  /// A truth value; anything but a number counts as false.
  package func bool(_ name: String) -> Bool {
    switch self[name] {
    case .bool(let value): value
    case .int(let value): value != 0
    default: false
    }
  }

  /// A text.
  package func text(_ name: String) throws(TensorError) -> String {
    guard case .string(let text) = self[name] else { throw wrongType(name, "str") }
    return text
  }

  /// A tensor.
  package func tensor(_ name: String) throws(TensorError) -> Tensor {
    guard case .tensor(let tensor) = self[name] else { throw wrongType(name, "Tensor") }
    return tensor
  }

  /// One whole number for each of `count` dimensions: the argument repeated, or its items.
  package func sizes(_ name: String, count: Int) throws(TensorError) -> [Int] {
    guard let items = self[name].items else { return [Int](repeating: try int(name), count: count) }
    let sizes = try ints(name)
    if items.count != count { throw .value("\(self.name): \(name) must have \(count) items, but got \(items.count)") }
    return sizes
  }

  /// The whole numbers of a tuple or list, or a single one.
  package func ints(_ name: String) throws(TensorError) -> [Int] {
    guard let items = self[name].items else { return [try int(name)] }
    var sizes: [Int] = []
    for item in items {
      guard case .int(let size) = item else { throw wrongType(name, "tuple of ints") }
      sizes.append(size)
    }
    return sizes
  }

  /// The dtype of new parameters.
  package func dtype() throws(TensorError) -> DType {
    switch self["dtype"] {
    case .dtype(let dtype): return dtype
    case .none: return .float32
    default: throw wrongType("dtype", "torch.dtype")
    }
  }

  private func wrongType(_ name: String, _ wanted: String) -> TensorError {
    .type("\(self.name)(): argument '\(name)' must be \(wanted), not \(self[name].typeName)")
  }
}
