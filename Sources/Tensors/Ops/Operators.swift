// Swift's operators on tensors, each the method of the same meaning.

/// Elementwise sum.
package func + (a: Tensor, b: Tensor) throws(TensorError) -> Tensor { try a.add(b) }
/// Elementwise sum with a number.
package func + (a: Tensor, b: Scalar) throws(TensorError) -> Tensor { try a.add(b) }
/// Elementwise sum with a number.
package func + (a: Scalar, b: Tensor) throws(TensorError) -> Tensor { try b.add(a) }
/// Elementwise difference.
package func - (a: Tensor, b: Tensor) throws(TensorError) -> Tensor { try a.sub(b) }
/// Elementwise difference with a number.
package func - (a: Tensor, b: Scalar) throws(TensorError) -> Tensor { try a.sub(b) }
/// Elementwise difference from a number.
package func - (a: Scalar, b: Tensor) throws(TensorError) -> Tensor { try b.subtracted(from: a) }
/// Elementwise product.
package func * (a: Tensor, b: Tensor) throws(TensorError) -> Tensor { try a.mul(b) }
/// Elementwise product with a number.
package func * (a: Tensor, b: Scalar) throws(TensorError) -> Tensor { try a.mul(b) }
/// Elementwise product with a number.
package func * (a: Scalar, b: Tensor) throws(TensorError) -> Tensor { try b.mul(a) }
/// Elementwise quotient.
package func / (a: Tensor, b: Tensor) throws(TensorError) -> Tensor { try a.div(b) }
/// Elementwise quotient by a number.
package func / (a: Tensor, b: Scalar) throws(TensorError) -> Tensor { try a.div(b) }
/// Elementwise quotient of a number.
package func / (a: Scalar, b: Tensor) throws(TensorError) -> Tensor { try b.divided(into: a) }
/// Elementwise negation.
package prefix func - (a: Tensor) throws(TensorError) -> Tensor { try a.neg() }
