import Interpreter
import Tensors

/// Products of vectors and matrices.
enum ArrayProducts {
  /// `a @ b`.
  static func matmul(_ a: Tensor, _ b: Tensor) throws(Raised) -> Tensor {
    guard a.dim > 0, b.dim > 0 else {
      throw .valueError(
        "matmul: Input operand \(a.dim == 0 ? 0 : 1) does not have enough dimensions (has 0, gufunc core with signature "
          + "(n?,k),(k,m?)->(n?,m?) requires 1)")
    }
    let inner = b.shape[b.dim > 1 ? b.dim - 2 : 0]
    guard a.shape[a.dim - 1] == inner else {
      throw .valueError(
        "matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (n?,k),(k,m?)->(n?,m?) "
          + "(size \(inner) is different from \(a.shape[a.dim - 1]))")
    }
    if a.dim > 2 || b.dim > 2 {
      let outer = (Shape(a.shape.dropLast(2)), Shape(b.shape.dropLast(2)))
      guard (try? Shape.broadcast(outer.0, outer.1)) != nil else {
        throw .valueError(
          "operands could not be broadcast together with remapped shapes [original->remapped]: \(ArrayText.tuple(a.shape).spaceless)->"
            + "(\(outer.0.map { "\($0)," }.joined())newaxis,newaxis) \(ArrayText.tuple(b.shape).spaceless)->"
            + "(\(outer.1.map { "\($0)," }.joined())newaxis,newaxis)  and requested shape (\(a.shape[max(a.dim - 2, 0)]),\(b.shape[b.dim - 1]))"
        )
      }
    }
    return try product(a, b)
  }

  private static func product(_ a: Tensor, _ b: Tensor) throws(Raised) -> Tensor {
    let dtype = a.dtype.arrayPromoted(with: b.dtype)
    return try converting { () throws(TensorError) in
      if dtype == .bool { return try a.to(.int64).matmul(b.to(.int64)).to(.bool) }
      return try a.to(dtype).matmul(b.to(dtype))
    }
  }

  /// `np.dot(a, b)`.
  static func dot(_ lhs: Value, _ rhs: Value) throws(Raised) -> Value {
    let (a, b) = (try ArrayOperators.anyOperand(lhs), try ArrayOperators.anyOperand(rhs))
    if a.tensor.dim == 0 || b.tensor.dim == 0 { return NDArrayType.wrap(try ArrayOperators.apply(.multiply, a, b)) }
    return NDArrayType.wrap(try dot(a.tensor, b.tensor))
  }

  private static func dot(_ a: Tensor, _ b: Tensor) throws(Raised) -> Tensor {
    let axis = max(b.dim - 2, 0)
    guard a.shape[a.dim - 1] == b.shape[axis] else {
      throw .valueError(
        "shapes \(ArrayText.tuple(a.shape).spaceless) and \(ArrayText.tuple(b.shape).spaceless) not aligned: \(a.shape[a.dim - 1]) "
          + "(dim \(a.dim - 1)) != \(b.shape[axis]) (dim \(axis))")
    }
    if a.dim <= 2, b.dim <= 2 { return try product(a, b) }
    let inner = b.shape[axis]
    var order = Array(0..<b.dim)
    order.remove(at: axis)
    let columns = try ArrayShapes.transposed(b, ([axis] + order).map { .int($0) })
    let left = try ArrayShapes.view(a, [a.elementCount / max(inner, 1), inner])
    let right = try ArrayShapes.view(columns, [inner, b.elementCount / max(inner, 1)])
    let shape = Shape(Array(a.shape.dropLast()) + order.map { b.shape[$0] })
    return try ArrayShapes.view(product(left, right), shape)
  }
}
