import CKernels

extension Activation {
  /// x · Φ(x), Φ the normal distribution.
  ///
  /// PyTorch leaves float32 tensors of more than one element to oneDNN, whose forms are less exact than the function. Debian's oneDNN has
  /// the gradient's; the newer form of the function for AVX-512 is in `lk_gelu_f32`.
  static let gelu = Activation(node: "GeluBackward0") { x throws(TensorError) in
    if x.isOneDNNs {
      let source = try x.contiguous()
      let out = try Tensor(uninitialised: x.shape, dtype: .float32)
      lk_gelu_f32(source.pointer(Float.self), out.pointer(Float.self), Int64(x.elementCount))
      return out
    }
    return try x * 0.5 * ((x * 0.70710678118654752440).erf() + 1)
  } gradient: { g, x throws(TensorError) in
    if x.isOneDNNs && g.dtype == .float32 && !(g.isRecorded || x.isRecorded) {
      let (source, grad) = (try x.contiguous(), try g.contiguous())
      let out = try Tensor(uninitialised: x.shape, dtype: .float32)
      let (from, to) = (source.pointer(Float.self), out.pointer(Float.self))
      if OneDNN.geluGradient(from, grad: grad.pointer(Float.self), to: to, count: x.elementCount) { return out }
    }
    let cdf = try ((x * 0.70710678118654752440).erf() + 1) * 0.5
    let density = try (x * x * -0.5).exp() * 0.39894228040143267794
    return try g * (cdf + x * density)
  }
}

extension Tensor {
  /// Whether PyTorch gives this tensor's GELU to oneDNN.
  fileprivate var isOneDNNs: Bool { dtype == .float32 && elementCount > 1 && isContiguous }
}
