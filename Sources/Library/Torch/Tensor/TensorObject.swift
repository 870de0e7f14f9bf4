import Interpreter
import Tensors

/// What scripts hold when they hold a tensor. A tensor has at most one such object at a time, so that `a is a`.
package final class TensorObject: Object {
  /// The tensor.
  package let tensor: Tensor

  fileprivate init(_ tensor: Tensor) {
    self.tensor = tensor
    super.init(tensor.isParameter ? TensorType.parameter : TensorType.tensor)
    tensor.hostObject = self
  }

  deinit { tensor.hostObject = nil }
}

extension Tensor {
  /// The script object of this tensor.
  @inline(__always)
  package var asValue: Value {
    if let known = hostObject { return .object(unsafeDowncast(known, to: TensorObject.self)) }
    return .object(TensorObject(self))
  }
}

extension Value {
  /// The tensor, if the value is one.
  @inline(__always)
  package var tensor: Tensor? {
    if case .object(let object) = self { return (object as? TensorObject)?.tensor }
    return nil
  }

  /// A number as the runtime sees it: bool, int and float. Integers beyond 64 bits have no place in a tensor.
  var scalar: Scalar? {
    switch self {
    case .bool(let value): .bool(value)
    case .int(let value): .int(value)
    case .float(let value): .double(value)
    case .object(let object):
      (object as? FloatObject).map { .double($0.value) } ?? (object as? IntObject)?.smallValue.map { .int($0) }
        ?? (object as? ArrayScalar)?.scalar
    default: nil
    }
  }
}
