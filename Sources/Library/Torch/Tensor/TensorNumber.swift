import Interpreter
import Tensors

/// A tensor of one element where a number is expected: `bool(t)`, `float(t)`, `int(t)`, `t` as an index.
enum TensorNumber {
  static func bool(_ value: Value) throws(Raised) -> Bool {
    guard let x = value.tensor else { return false }
    return try converting { () throws(TensorError) in
      switch x.elementCount {
      case 0: throw .runtime("Boolean value of Tensor with no values is ambiguous")
      case 1: return try x.item().boolValue
      default: throw .runtime("Boolean value of Tensor with more than one value is ambiguous")
      }
    }
  }

  private static func only(_ value: Value) throws(Raised) -> Scalar {
    guard let x = value.tensor, x.elementCount == 1 else {
      throw .valueError("only one element tensors can be converted to Python scalars")
    }
    return try converting { () throws(TensorError) in try x.item() }
  }

  static func float(_ value: Value) throws(Raised) -> Double {
    guard let x = value.tensor else { return 0 }
    if x.requiresGrad && GradMode.isEnabled {
      TensorWarning.emitOnce(
        "Converting a tensor with requires_grad=True to a scalar may lead to unexpected behavior.\nConsider using "
          + "tensor.detach() first.")
    }
    return try only(value).doubleValue
  }

  static func int(_ value: Value) throws(Raised) -> Value {
    switch try only(value) {
    case .bool(let flag): return .int(flag ? 1 : 0)
    case .int(let number): return .int(number)
    case .double(let number):
      return try Interpreter.current.call(.object(TypeObject.int), [.float(number)])
    }
  }

  static func index(_ value: Value) throws(Raised) -> Value {
    guard let x = value.tensor, x.elementCount == 1, !x.dtype.isFloatingPoint else {
      throw .typeError("only integer tensors of a single element can be converted to an index")
    }
    return .int(try only(value).intValue)
  }
}

/// `format(t, spec)`.
enum TensorText {
  static func format(_ value: Value, _ spec: String) throws(Raised) -> String {
    guard let x = value.tensor else { return "" }
    if x.dim == 0 && !x.isParameter || x.dim == 0 && !spec.isEmpty {
      let number = try converting { () throws(TensorError) in try x.item() }
      return try Interpreter.current.format(Value(number), spec)
    }
    if !spec.isEmpty { throw .typeError("unsupported format string passed to \(value.type.name).__format__") }
    return try Interpreter.current.str(value)
  }
}
