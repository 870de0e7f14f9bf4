import Interpreter
import Tensors

/// Operators on arrays of text and objects: Python's own, element by element.
enum PooledArrays {
  private static func elements(_ value: Value, _ shape: Shape) throws(Raised) -> [Value]? {
    let array = try ArrayConversion.array(value)
    guard let view = StridedElements.broadcast(array.view, to: shape) else { return nil }
    return ArrayConversion.elements(of: NDArrayObject(view, array.pool))
  }

  /// The elements of both sides under their common shape; nil where neither is an array of text or objects.
  private static func pairs(_ lhs: Value, _ rhs: Value) throws(Raised) -> (a: [Value], b: [Value], shape: Shape)? {
    guard lhs.tensor == nil, rhs.tensor == nil, !lhs.isNotImplemented else { return nil }
    let sides = [lhs, rhs].map { $0.cast(to: NDArrayObject.self) }
    guard
      sides.contains(where: { $0?.pool != nil })
        || sides.contains(where: { $0 != nil }) && [lhs, rhs].contains(where: { $0.stringValue != nil || $0.isNone })
    else { return nil }
    let first = try ArrayConversion.array(lhs).view
    let second = try ArrayConversion.array(rhs).view
    let shape = try ArrayOperators.broadcastShape(first, second)
    guard let a = try elements(lhs, shape), let b = try elements(rhs, shape) else { return nil }
    return (a, b, shape)
  }

  static func binary(_ op: Operator, _ lhs: Value, _ rhs: Value) throws(Raised) -> Value? {
    guard let (a, b, shape) = try pairs(lhs, rhs) else { return nil }
    let isText = [lhs, rhs].contains { value in
      if case .text = value.cast(to: NDArrayObject.self)?.elementType { true } else { value.stringValue != nil }
    }
    if isText, op != .add || a.contains(where: { $0.stringValue == nil }) || b.contains(where: { $0.stringValue == nil }) {
      throw Raised(
        ArrayErrors.ufuncTypeError,
        "ufunc '\(op.ufuncName)' did not contain a loop with signature matching types "
          + "(\(try [lhs, rhs].map { value throws(Raised) in "dtype('\(try ArrayConversion.array(value).elementType.shortName)')" }.joined(separator: ", "))) -> None"
      )
    }
    var results: [Value] = []
    for (x, y) in zip(a, b) { results.append(try Interpreter.current.binary(op, plain(x), plain(y))) }
    return try ArrayConversion.make(
      isText ? results.map { TextScalar.make($0.stringValue ?? "") } : results, shape, isText ? .text(1) : .object
    ).asValue
  }

  static func compare(_ op: CompareOperator, _ lhs: Value, _ rhs: Value) throws(Raised) -> Value? {
    guard let (a, b, shape) = try pairs(lhs, rhs) else { return nil }
    var flags: [Bool] = []
    for (x, y) in zip(a, b) {
      flags.append(try Interpreter.current.isTrue(Interpreter.current.compare(op, plain(x), plain(y))))
    }
    return NDArrayType.wrap(Tensor(flags, shape: shape))
  }

  /// Numpy's text scalars as plain text.
  static func plain(_ value: Value) -> Value {
    if ArrayScalar.parts(value) != nil { return ArrayScalar.plain(value) }
    return value.object?.type === TextScalar.type ? .string(value.stringValue ?? "") : value
  }
}

extension Operator {
  /// The name of numpy's function for the operator.
  var ufuncName: String {
    [
      "add", "subtract", "multiply", "divide", "floor_divide", "remainder", "power", "matmul", "left_shift", "right_shift",
      "bitwise_and",
      "bitwise_or", "bitwise_xor", "divmod",
    ][Int(rawValue)]
  }
}
