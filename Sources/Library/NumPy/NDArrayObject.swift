import Interpreter
import Tensors

/// `numpy.ndarray`: a tensor under numpy's name, sharing its elements. A zero-dim result of indexing or reducing is one of numpy's
/// scalars, which prints differently.
final class NDArrayObject: Object {
  let tensor: Tensor
  let isScalar: Bool

  init(_ tensor: Tensor, isScalar: Bool = false) {
    self.tensor = tensor
    self.isScalar = isScalar
    super.init(NDArrayType.type)
  }
}

extension Value {
  /// The tensor behind a numpy array.
  var array: Tensor? { cast(to: NDArrayObject.self)?.tensor }
}

extension Tensor {
  /// This tensor as what numpy gives back: an array, or a scalar where there are no dimensions.
  var asArrayResult: Value { NDArrayObject(detach(), isScalar: shape.count == 0).asValue }
}

/// The class `numpy.ndarray`.
enum NDArrayType {
  static let type: TypeObject = TypeObject.native("ndarray", module: "numpy", of: NDArrayObject.self) { t in
    t.doc = "An n-dimensional array of numbers of one type."
    addProperties(to: t)
    addMethods(to: t)
    t.slots = protocolSlots(t.slots)
  }

  private static func addProperties(to t: TypeBuilder<NDArrayObject>) {
    t.property("shape", "The sizes.") { array throws(Raised) in .tuple(array.tensor.shape.map { .int($0) }) }
    t.property("ndim", "The number of dimensions.") { array throws(Raised) in .int(array.tensor.dim) }
    t.property("size", "The number of elements.") { array throws(Raised) in .int(array.tensor.elementCount) }
    t.property("itemsize", "Bytes per element.") { array throws(Raised) in .int(array.tensor.dtype.byteSize) }
    t.property("dtype", "The element type.") { array throws(Raised) in NumPyDType.of(array.tensor.dtype).asValue }
    t.property("T", "The dimensions in reverse order.") { array throws(Raised) in
      let x = array.tensor
      return try converting { () throws(TensorError) in try x.permute(Array((0..<x.dim).reversed())).asArrayResult }
    }
  }

  private static func addMethods(to t: TypeBuilder<NDArrayObject>) {
    t.method("item(self)", "The only element as a Python number.") { array, _ throws(Raised) in
      Value(try converting { () throws(TensorError) in try array.tensor.item() })
    }
    t.method("tolist(self)", "The elements as nested lists.") { array, _ throws(Raised) in try NestedData.list(of: array.tensor)
    }
    t.method("copy(self)", "A copy.") { array, _ throws(Raised) in
      try converting { () throws(TensorError) in try array.tensor.clone().asArrayResult }
    }
    t.method("astype(self, dtype, copy=True)", "The elements in another type.") { array, call throws(Raised) in
      let type = try NumPyDType.dtype(call[1]) ?? .float64
      return try converting { () throws(TensorError) in try array.tensor.to(type).clone().asArrayResult }
    }
    t.method("reshape(self, *shape)", "Another shape.") { array, call throws(Raised) in
      let sizes = try NumPyModule.sizes(call[1])
      return try converting { () throws(TensorError) in try array.tensor.reshape(sizes).asArrayResult }
    }
    t.method("transpose(self, *axes)", "The dimensions in another order.") { array, call throws(Raised) in
      let x = array.tensor
      let axes = try NumPyModule.sizes(call[1])
      let order = axes.isEmpty ? Array((0..<x.dim).reversed()) : Array(axes)
      return try converting { () throws(TensorError) in try x.permute(order).asArrayResult }
    }
    for name in ["flatten", "ravel"] {
      t.method("\(name)(self)", "One dimension.") { array, _ throws(Raised) in
        try converting { () throws(TensorError) in try array.tensor.reshape([-1]).clone().asArrayResult }
      }
    }
    t.method("squeeze(self, axis=None)", "Without dimensions of size 1.") { array, call throws(Raised) in
      let dims = call.has(1) ? try Array(NumPyModule.sizes(call[1])) : nil
      return try converting { () throws(TensorError) in try array.tensor.squeeze(dims).asArrayResult }
    }
    t.method("dot(self, b)", "The product.") { array, call throws(Raised) in
      let other = try NumPyModule.array(call[1], nil)
      return try converting { () throws(TensorError) in try array.tensor.matmul(other).asArrayResult }
    }
    for name in NumPyModule.reductions {
      t.method("\(name)(self, axis=None, dtype=None, out=None, keepdims=False, ddof=0)", "A reduction over an axis.") {
        array, call throws(Raised) in
        try NumPyModule.reduce(name, array.tensor, axis: call[1], keepdims: try call.bool(4), ddof: try call.int(5))
      }
    }
  }

  private static func protocolSlots(_ start: TypeSlots) -> TypeSlots {
    var slots = start
    slots.repr = { value throws(Raised) in
      guard let array = value.cast(to: NDArrayObject.self) else { return "" }
      if array.isScalar { return "np.\(array.tensor.dtype.numpyName)(\(ArrayText.scalar(array.tensor)))" }
      return ArrayText.repr(array.tensor)
    }
    slots.str = { value throws(Raised) in value.array.map { ArrayText.str($0) } ?? "" }
    slots.format = { value, spec throws(Raised) in
      guard let x = value.array, x.dim == 0, !spec.isEmpty else { return try Interpreter.current.str(value) }
      return try Interpreter.current.format(Value(try converting { () throws(TensorError) in try x.item() }), spec)
    }
    slots.length = { value throws(Raised) in
      guard let x = value.array, x.dim > 0 else { throw .typeError("len() of unsized object") }
      return x.shape[0]
    }
    slots.bool = { value throws(Raised) in
      guard let x = value.array, x.elementCount == 1 else {
        throw .valueError("The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()")
      }
      return try converting { () throws(TensorError) in try x.item() }.boolValue
    }
    slots.float = { value throws(Raised) in try only(value).doubleValue }
    slots.int = { value throws(Raised) in
      let number = try only(value)
      if case .double(let d) = number { return try Interpreter.current.call(.object(TypeObject.int), [.float(d)]) }
      return .int(number.intValue)
    }
    slots.index = { value throws(Raised) in
      guard let x = value.array, x.dim == 0, !x.dtype.isFloatingPoint else {
        throw .typeError("only integer scalar arrays can be converted to a scalar index")
      }
      return .int(try only(value).intValue)
    }
    slots.iterate = { value throws(Raised) in
      guard let x = value.array, x.dim > 0 else { throw .typeError("iteration over a 0-d array") }
      var position = 0
      let advance: () throws(Raised) -> Value? = { () throws(Raised) -> Value? in
        guard position < x.shape[0] else { return nil }
        position += 1
        let row = position - 1
        return try converting { () throws(TensorError) in try x.row(row).asArrayResult }
      }
      return IteratorObject(.iterator, advance).asValue
    }
    slots.getItem = { value, index throws(Raised) in
      guard let x = value.array else { return .none }
      let picked = try TensorIndexing.get(x.asValue, unwrapped(index))
      guard let tensor = picked.tensor else { return picked }
      return tensor.asArrayResult
    }
    slots.setItem = { value, index, new throws(Raised) in
      guard let x = value.array else { return }
      try TensorIndexing.set(x.asValue, unwrapped(index), new.array.map { $0.asValue } ?? new)
    }
    slots.binary = ArrayArithmetic.binary
    slots.compare = ArrayArithmetic.compare
    slots.prefix = { op, value throws(Raised) in
      guard let x = value.array else { return nil }
      return try TensorOperators.prefix(op, x.asValue)?.tensor?.asArrayResult
    }
    return slots
  }

  /// Arrays among the indices as tensors.
  private static func unwrapped(_ index: Value) -> Value {
    if let x = index.array { return x.asValue }
    if let tuple = index.cast(to: TupleObject.self), tuple.elements.contains(where: { $0.array != nil }) {
      return .tuple(tuple.elements.map { $0.array?.asValue ?? $0 })
    }
    return index
  }

  private static func only(_ value: Value) throws(Raised) -> Scalar {
    guard let x = value.array, x.elementCount == 1 else {
      throw .typeError("only 0-dimensional arrays can be converted to Python scalars")
    }
    return try converting { () throws(TensorError) in try x.item() }
  }
}

/// Operators on arrays: those of tensors, with numpy's double precision where whole numbers meet fractions.
enum ArrayArithmetic {
  static func binary(_ op: Operator, _ lhs: Value, _ rhs: Value) throws(Raised) -> Value? {
    // A tensor on either side decides: the result is a tensor.
    if lhs.tensor != nil || rhs.tensor != nil { return nil }
    guard let (a, b) = try operands(op, lhs, rhs) else { return nil }
    return try TensorOperators.binary(op, a, b)?.tensor?.asArrayResult
  }

  static func compare(_ op: CompareOperator, _ lhs: Value, _ rhs: Value) throws(Raised) -> Value? {
    guard let (a, b) = try operands(.add, lhs, rhs) else { return nil }
    return try TensorOperators.compare(op, a, b)?.tensor?.asArrayResult
  }

  private static func operands(_ op: Operator, _ lhs: Value, _ rhs: Value) throws(Raised) -> (Value, Value)? {
    guard let a = try operand(lhs), let b = try operand(rhs) else { return nil }
    let kinds = [
      a.tensor?.dtype.isFloatingPoint ?? (a.scalar.map { $0.dtype.isFloatingPoint } ?? false),
      b.tensor?.dtype.isFloatingPoint ?? (b.scalar.map { $0.dtype.isFloatingPoint } ?? false),
    ]
    let widens = op == .divide ? !kinds[0] || !kinds[1] : kinds[0] != kinds[1]
    guard widens else { return (a, b) }
    return (try widened(a), try widened(b))
  }

  private static func operand(_ value: Value) throws(Raised) -> Value? {
    if let x = value.array { return x.asValue }
    if value.scalar != nil || value.tensor != nil { return value }
    if value.cast(to: ListObject.self) != nil || value.cast(to: TupleObject.self) != nil {
      return try NumPyModule.array(value, nil).asValue
    }
    return nil
  }

  private static func widened(_ value: Value) throws(Raised) -> Value {
    guard let x = value.tensor, !x.dtype.isFloatingPoint else { return value }
    return try converting { () throws(TensorError) in try x.to(.float64).asValue }
  }
}

extension DType {
  /// The name of numpy's type.
  var numpyName: String { self == .bool ? "bool" : name }
}
