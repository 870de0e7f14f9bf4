/// Chooses between oneDNN and the product of patches; no autograd. Inputs are contiguous or blocked and fit the geometry.
enum ConvolutionKernel {
  static func forward(
    _ x: Tensor, _ weight: Tensor, _ bias: Tensor?, _ geometry: ConvolutionGeometry
  ) throws(TensorError) -> Tensor {
    if geometry.isEmpty {
      let out = try Tensor.zeros(geometry.outputShape, dtype: x.dtype)
      guard let bias else { return out }
      return try out.add(bias.view(Shape([1, geometry.outChannels] + geometry.output.map { _ in 1 })))
    }
    if x.dtype == .float32, !geometry.prefersPatches, let out = OneDNN.convolution(x, weight, bias, geometry) { return out }
    let out = try Tensor(uninitialised: geometry.outputShape, dtype: x.dtype)
    if x.dtype == .float64 {
      PlainConvolution<Double>(geometry).forward(
        x.pointer(Double.self), weight.pointer(Double.self), bias: bias.map { UnsafePointer($0.pointer(Double.self)) },
        out.pointer(Double.self))
    } else {
      PlainConvolution<Float>(geometry).forward(
        x.pointer(Float.self), weight.pointer(Float.self), bias: bias.map { UnsafePointer($0.pointer(Float.self)) },
        out.pointer(Float.self))
    }
    return out
  }

  static func inputGradient(_ grad: Tensor, _ weight: Tensor, _ geometry: ConvolutionGeometry) throws(TensorError) -> Tensor {
    if geometry.isEmpty { return try Tensor.zeros(geometry.inputShape, dtype: grad.dtype) }
    if let out = grad.unsettledContents?.pooledGradient?.convolutionInputGradient(weight, geometry) { return out }
    if grad.dtype == .float32, !geometry.prefersPatches,
      let out = OneDNN.convolutionInputGradient(grad, weight, geometry)
    {
      return out
    }
    let out = try Tensor(uninitialised: geometry.inputShape, dtype: grad.dtype)
    if grad.dtype == .float64 {
      PlainConvolution<Double>(geometry).inputGradient(
        grad.pointer(Double.self), weight.pointer(Double.self), out.pointer(Double.self))
    } else {
      PlainConvolution<Float>(geometry).inputGradient(
        grad.pointer(Float.self), weight.pointer(Float.self), out.pointer(Float.self))
    }
    return out
  }

  /// The gradient of the weights and, where oneDNN computes it along the way, of the bias.
  static func weightGradient(
    _ x: Tensor, _ grad: Tensor, hasBias: Bool, _ geometry: ConvolutionGeometry
  ) throws(TensorError) -> (weight: Tensor, bias: Tensor?) {
    if geometry.isEmpty { return (try Tensor.zeros(geometry.weightShape, dtype: x.dtype), nil) }
    if let gradients = grad.unsettledContents?.pooledGradient?.convolutionWeightGradient(x, hasBias: hasBias, geometry) {
      return gradients
    }
    if x.dtype == .float32, !geometry.prefersPatches,
      let gradients = OneDNN.convolutionWeightGradient(x, grad, hasBias: hasBias, geometry)
    {
      return gradients
    }
    let out = try Tensor(uninitialised: geometry.weightShape, dtype: x.dtype)
    if x.dtype == .float64 {
      PlainConvolution<Double>(geometry).weightGradient(
        x.pointer(Double.self), grad.pointer(Double.self), out.pointer(Double.self))
    } else {
      PlainConvolution<Float>(geometry).weightGradient(x.pointer(Float.self), grad.pointer(Float.self), out.pointer(Float.self))
    }
    return (out, nil)
  }
}
