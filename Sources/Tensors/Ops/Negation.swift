import CKernels

extension Tensor {
  /// −x.
  package func neg() throws(TensorError) -> Tensor {
    if dtype == .bool {
      throw .notImplemented(
        "Negation, the `-` operator, on a bool tensor is not supported. If you are trying to invert a mask, use the `~` or "
          + "`logical_not()` operator instead.")
    }
    if dtype != dtype.wide { return try converted(dtype.wide).neg().converted(dtype) }
    let out = try emptyLike()
    if dtype == .float32, isContiguous {
      lk_neg_f32(pointer(Float.self), out.pointer(Float.self), Int64(elementCount))
      return out.record("NegBackward0", self) { call in [try call.grad.neg()] }
    }
    var work = NegateWork(out: out, source: self)
    try dtype.dispatchWide(&work)
    return out.record("NegBackward0", self) { call in
      [try call.grad.neg()]
    }
  }

  private struct NegateWork: ElementWork {
    let out: Tensor
    let source: Tensor
    mutating func run<T: Element>(_ type: T.Type) {
      if T.dtype.isFloatingPoint {
        mapElements(out, source) { (x: T) -> T in T(double: -x.double) }
      } else {
        mapElements(out, source) { (x: T) -> T in T.zero.subtracting(x) }
      }
    }
  }

  /// 1 / x.
  package func reciprocal() throws(TensorError) -> Tensor {
    let out = try elementwiseFloat(DivideKernel.self, .double(1), swapped: true, "reciprocal_cpu")
    return out.record("ReciprocalBackward0", self, savingResult: true) { call in
      let r = try call.result
      return [try call.grad.neg().mul(r.mul(r))]
    }
  }
}
