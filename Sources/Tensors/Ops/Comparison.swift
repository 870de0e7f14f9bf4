import CKernels
import Glibc

extension Tensor {
  private func compared(_ operation: lk_operation, _ other: Tensor) throws(TensorError) -> Tensor {
    var type = TypePromotion.of(self, other)
    if type == .float16 { type = .float32 }
    let out = try Tensor(uninitialised: Shape.broadcast(shape, other.shape), dtype: .bool)
    zipElements(operation, out, try converted(type), try other.converted(type))
    return out
  }

  private func compared(_ operation: lk_operation, _ other: Scalar) throws(TensorError) -> Tensor {
    var type = TypePromotion.of(self, other)
    // A number beyond a small type is compared as it is.
    if type != type.wide && !(type == dtype && type.holds(other)) { type = type.wide }
    let out = try Tensor(uninitialised: shape, dtype: .bool)
    mapElements(operation, out, try converted(type), other)
    return out
  }

  /// Elementwise ==.
  package func eq(_ other: Tensor) throws(TensorError) -> Tensor { try compared(lk_op_eq, other) }
  /// Elementwise ==.
  package func eq(_ other: Scalar) throws(TensorError) -> Tensor { try compared(lk_op_eq, other) }
  /// Elementwise !=.
  package func ne(_ other: Tensor) throws(TensorError) -> Tensor { try compared(lk_op_ne, other) }
  /// Elementwise !=.
  package func ne(_ other: Scalar) throws(TensorError) -> Tensor { try compared(lk_op_ne, other) }
  /// Elementwise <.
  package func lt(_ other: Tensor) throws(TensorError) -> Tensor { try compared(lk_op_lt, other) }
  /// Elementwise <.
  package func lt(_ other: Scalar) throws(TensorError) -> Tensor { try compared(lk_op_lt, other) }
  /// Elementwise <=.
  package func le(_ other: Tensor) throws(TensorError) -> Tensor { try compared(lk_op_le, other) }
  /// Elementwise <=.
  package func le(_ other: Scalar) throws(TensorError) -> Tensor { try compared(lk_op_le, other) }
  /// Elementwise >.
  package func gt(_ other: Tensor) throws(TensorError) -> Tensor { try compared(lk_op_gt, other) }
  /// Elementwise >.
  package func gt(_ other: Scalar) throws(TensorError) -> Tensor { try compared(lk_op_gt, other) }
  /// Elementwise >=.
  package func ge(_ other: Tensor) throws(TensorError) -> Tensor { try compared(lk_op_ge, other) }
  /// Elementwise >=.
  package func ge(_ other: Scalar) throws(TensorError) -> Tensor { try compared(lk_op_ge, other) }
  /// Elementwise and of truth values.
  package func logicalAnd(_ other: Tensor) throws(TensorError) -> Tensor { try compared(lk_op_and, other) }
  /// Elementwise or of truth values.
  package func logicalOr(_ other: Tensor) throws(TensorError) -> Tensor { try compared(lk_op_or, other) }
  /// Elementwise exclusive or of truth values.
  package func logicalXor(_ other: Tensor) throws(TensorError) -> Tensor { try compared(lk_op_xor, other) }
  /// Elementwise negation of truth values.
  package func logicalNot() throws(TensorError) -> Tensor { try eq(dtype == .bool ? .bool(false) : 0) }

  /// Where the elements are not numbers.
  package func isnan() throws(TensorError) -> Tensor { try ne(self) }
  /// Where the elements are infinite.
  package func isinf() throws(TensorError) -> Tensor {
    dtype.isFloatingPoint ? try abs().eq(.double(.infinity)) : try Tensor.full(shape, false, dtype: .bool)
  }
  /// Where the elements are finite numbers.
  package func isfinite() throws(TensorError) -> Tensor {
    dtype.isFloatingPoint ? try abs().lt(.double(.infinity)) : try Tensor.full(shape, true, dtype: .bool)
  }

  /// Whether shapes and all elements agree.
  package func isEqual(to other: Tensor) throws(TensorError) -> Bool {
    guard shape == other.shape else { return false }
    return try GradMode.off { try eq(other).values(Bool.self).allSatisfy { $0 } }
  }

  /// Where |self − other| ≤ atol + rtol · |other|.
  package func isclose(
    _ other: Tensor, rtol: Double = 1e-5, atol: Double = 1e-8, equalNaN: Bool = false
  ) throws(TensorError) -> Tensor {
    guard dtype == other.dtype else {
      throw .runtime("\(dtype.scalarName) did not match \(other.dtype.scalarName)")
    }
    return try GradMode.off {
      let same = try eq(other)
      let limit = try other.converted(.float64).abs() * .double(rtol) + .double(atol)
      let near = try (converted(.float64) - other.converted(.float64)).abs().le(limit).logicalAnd(other.isfinite())
      var result = try same.logicalOr(near)
      if equalNaN { result = try result.logicalOr(isnan().logicalAnd(other.isnan())) }
      return result
    }
  }

  /// Whether all elements are close; see `isclose`.
  package func allclose(
    _ other: Tensor, rtol: Double = 1e-5, atol: Double = 1e-8, equalNaN: Bool = false
  ) throws(TensorError) -> Bool {
    try isclose(other, rtol: rtol, atol: atol, equalNaN: equalNaN).values(Bool.self).allSatisfy { $0 }
  }
}

extension DType {
  /// Whether a number is one of this whole type's values.
  fileprivate func holds(_ number: Scalar) -> Bool {
    if case .double = number { return false }
    let value = number.intValue
    return switch self {
    case .bool: value == 0 || value == 1
    case .uint8: UInt8(exactly: value) != nil
    case .int8: Int8(exactly: value) != nil
    case .int16: Int16(exactly: value) != nil
    case .int32: Int32(exactly: value) != nil
    default: false
    }
  }
}

extension Op {
  private static func comparison(
    _ name: String, _ aliases: [String], _ summary: String, _ tensors: @escaping (Tensor, Tensor) throws -> Tensor,
    _ numbers: @escaping (Tensor, Scalar) throws -> Tensor
  ) -> Op {
    Op(
      "\(name)(input: Tensor, other: Operand)", .both, summary,
      example: "torch.\(name)(torch.tensor([1., 2.]), torch.tensor([2., 2.]))", aliases: aliases, inPlace: true
    ) { call in
      switch try call.operand(1) {
      case .tensor(let other): .tensor(try tensors(call.tensor(0), other))
      case .scalar(let other): .tensor(try numbers(call.tensor(0), other))
      }
    }
  }

  private static func logical(
    _ name: String, _ summary: String, _ combine: @escaping (Tensor, Tensor) throws -> Tensor
  ) -> Op {
    Op(
      "\(name)(input: Tensor, other: Tensor)", .both, summary,
      example: "torch.\(name)(torch.tensor([True, False]), torch.tensor([True, True]))", inPlace: true
    ) { call in .tensor(try combine(call.tensor(0), call.tensor(1))) }
  }

  private static func test(_ name: String, _ summary: String, _ test: @escaping (Tensor) throws -> Tensor) -> Op {
    Op("\(name)(input: Tensor)", .both, summary, example: "torch.\(name)(torch.tensor([1., 0.]))") { call in
      .tensor(try test(call.tensor(0)))
    }
  }

  static let comparisons: [Op] = [
    comparison("eq", [], "Where the elements are equal.", { try $0.eq($1) }, { try $0.eq($1) }),
    comparison("ne", ["not_equal"], "Where the elements differ.", { try $0.ne($1) }, { try $0.ne($1) }),
    comparison("lt", ["less"], "Where the first is less.", { try $0.lt($1) }, { try $0.lt($1) }),
    comparison("le", ["less_equal"], "Where the first is less or equal.", { try $0.le($1) }, { try $0.le($1) }),
    comparison("gt", ["greater"], "Where the first is greater.", { try $0.gt($1) }, { try $0.gt($1) }),
    comparison("ge", ["greater_equal"], "Where the first is greater or equal.", { try $0.ge($1) }, { try $0.ge($1) }),
    logical("logical_and", "Where both are true.") { try $0.logicalAnd($1) },
    logical("logical_or", "Where either is true.") { try $0.logicalOr($1) },
    logical("logical_xor", "Where just one is true.") { try $0.logicalXor($1) },
    test("logical_not", "Where the elements are false or zero.") { try $0.logicalNot() },
    test("isnan", "Where the elements are not numbers.") { try $0.isnan() },
    test("isinf", "Where the elements are infinite.") { try $0.isinf() },
    test("isfinite", "Where the elements are finite.") { try $0.isfinite() },
    Op(
      "equal(input: Tensor, other: Tensor)", .both, "Whether two tensors have the same shape and elements.",
      example: "torch.equal(torch.tensor([1, 2]), torch.tensor([1, 2]))"
    ) { call in .bool(try call.tensor(0).isEqual(to: call.tensor(1))) },
    Op(
      "isclose(input: Tensor, other: Tensor, rtol: float = 1e-05, atol: float = 1e-08, equal_nan: bool = False)", .both,
      "Where the elements are nearly equal.", example: "torch.isclose(torch.tensor([1., 2.]), torch.tensor([1., 2.5]))"
    ) { call in
      .tensor(
        try call.tensor(0).isclose(call.tensor(1), rtol: call.double(2), atol: call.double(3), equalNaN: call.bool(4)))
    },
    Op(
      "allclose(input: Tensor, other: Tensor, rtol: float = 1e-05, atol: float = 1e-08, equal_nan: bool = False)", .both,
      "Whether all elements are nearly equal.", example: "torch.allclose(torch.tensor([1., 2.]), torch.tensor([1., 2.]))"
    ) { call in
      .bool(try call.tensor(0).allclose(call.tensor(1), rtol: call.double(2), atol: call.double(3), equalNaN: call.bool(4)))
    },
  ]
}
