import COneDNN

/// Convolutions of float32 tensors by oneDNN. Each function gives nil when oneDNN refuses, and leaves results in the layout that the
/// primitive writes.
extension OneDNN {
  /// Weights are copied into the primitive's layout at every use, because an optimiser changes them between uses.
  private struct Operands {
    var kept: [Buffer] = []

    /// Address of the numbers in the wanted layout, copied if they have another one.
    mutating func address(
      _ from: Layout, _ data: UnsafeMutableRawPointer, in wanted: Layout
    ) -> UnsafeMutableRawPointer? {
      if from == wanted { return data }
      guard let buffer = Buffer(byteCount: wanted.byteCount), OneDNN.copy(from, data, to: wanted, buffer.pointer) else {
        return nil
      }
      kept.append(buffer)
      return buffer.pointer
    }
  }

  /// The result of a primitive: a plain tensor, or one whose plain form is made when needed.
  private struct Target {
    let tensor: Tensor
    let data: UnsafeMutableRawPointer

    init?(_ layout: Layout, shape: Shape) {
      if layout == Layout.plain(shape) {
        guard let plain = try? Tensor(uninitialised: shape, dtype: .float32) else { return nil }
        tensor = plain
        data = plain.rawPointer
      } else {
        guard let blocked = BlockedContents(layout: layout, shape: shape) else { return nil }
        tensor = blocked.tensor()
        data = blocked.buffer.pointer
      }
    }
  }

  static func convolution(_ x: Tensor, _ weight: Tensor, _ bias: Tensor?, _ geometry: ConvolutionGeometry) -> Tensor? {
    guard let primitive = ConvolutionPrimitive.of(geometry, .forward, hasBias: bias != nil) else { return nil }
    var operands = Operands()
    guard let source = x.oneDNNOperand(),
      let sourceData = operands.address(source.layout, source.data, in: primitive.source),
      let weightData = operands.address(primitive.plainWeights, weight.rawPointer, in: primitive.weights)
    else { return nil }
    if DeferredConvolution.isNext, primitive.destination.channelBlock > 0 {
      DeferredConvolution.isNext = false
      return deferred(geometry, primitive, x, sourceData, weight, weightData, bias, operands)
    }
    guard let target = Target(primitive.destination, shape: geometry.outputShape) else { return nil }
    var arguments = [
      Argument(role: Role.source, layout: primitive.source, data: sourceData),
      Argument(role: Role.weights, layout: primitive.weights, data: weightData),
      Argument(role: Role.destination, layout: primitive.destination, data: target.data),
    ]
    if let bias, let layout = primitive.bias {
      arguments.append(Argument(role: Role.bias, layout: layout, data: bias.rawPointer))
    }
    return withExtendedLifetime((x, weight, bias, operands.kept)) { primitive.execute(arguments) ? target.tensor : nil }
  }

  private static func deferred(
    _ geometry: ConvolutionGeometry, _ primitive: ConvolutionPrimitive, _ x: Tensor, _ source: UnsafeMutableRawPointer,
    _ weight: Tensor, _ weights: UnsafeMutableRawPointer, _ bias: Tensor?, _ operands: Operands
  ) -> Tensor? {
    func copied(_ source: UnsafeMutableRawPointer, _ byteCount: Int) -> Buffer? {
      let buffer = Buffer(byteCount: byteCount)
      buffer?.pointer.copyMemory(from: source, byteCount: byteCount)
      return buffer
    }
    var owners: [AnyObject] = operands.kept
    owners.append(x.unsettledContents ?? x.storage)
    var weights = weights
    if weights == weight.rawPointer {
      guard let copy = copied(weights, primitive.weights.byteCount) else { return nil }
      weights = copy.pointer
      owners.append(copy)
    }
    var ownBias: Buffer?
    if let bias {
      guard let copy = copied(bias.rawPointer, bias.elementCount * 4) else { return nil }
      ownBias = copy
    }
    let convolution = DeferredConvolution(
      geometry, primitive, source: source, weights: weights, bias: ownBias, owners: owners)
    return BlockedContents(layout: primitive.destination, shape: geometry.outputShape, of: convolution)?.tensor()
  }

  static func convolutionInputGradient(_ grad: Tensor, _ weight: Tensor, _ geometry: ConvolutionGeometry) -> Tensor? {
    guard let primitive = ConvolutionPrimitive.of(geometry, .backwardData, hasBias: false) else { return nil }
    var operands = Operands()
    guard let gradient = grad.oneDNNOperand(), let target = Target(primitive.source, shape: geometry.inputShape),
      let gradData = operands.address(gradient.layout, gradient.data, in: primitive.destination),
      let weightData = operands.address(primitive.plainWeights, weight.rawPointer, in: primitive.weights)
    else { return nil }
    let arguments = [
      Argument(role: DNNL_ARG_DIFF_DST, layout: primitive.destination, data: gradData),
      Argument(role: Role.weights, layout: primitive.weights, data: weightData),
      Argument(role: DNNL_ARG_DIFF_SRC, layout: primitive.source, data: target.data),
    ]
    return withExtendedLifetime((grad, weight, operands.kept)) { primitive.execute(arguments) ? target.tensor : nil }
  }

  static func convolutionWeightGradient(
    _ x: Tensor, _ grad: Tensor, hasBias: Bool, _ geometry: ConvolutionGeometry
  ) -> (weight: Tensor, bias: Tensor?)? {
    guard let primitive = ConvolutionPrimitive.of(geometry, .backwardWeights, hasBias: hasBias) else { return nil }
    var operands = Operands()
    guard let source = x.oneDNNOperand(), let gradient = grad.oneDNNOperand(),
      let sourceData = operands.address(source.layout, source.data, in: primitive.source),
      let gradData = operands.address(gradient.layout, gradient.data, in: primitive.destination),
      let weight = try? Tensor(uninitialised: geometry.weightShape, dtype: .float32)
    else { return nil }
    // Gradients of weights are small and wanted in row-major order by the optimiser.
    let blocked = primitive.weights == primitive.plainWeights ? nil : Buffer(byteCount: primitive.weights.byteCount)
    let weightData = blocked?.pointer ?? weight.rawPointer
    var arguments = [
      Argument(role: Role.source, layout: primitive.source, data: sourceData),
      Argument(role: DNNL_ARG_DIFF_DST, layout: primitive.destination, data: gradData),
      Argument(role: DNNL_ARG_DIFF_WEIGHTS, layout: primitive.weights, data: weightData),
    ]
    var bias: Tensor?
    if let layout = primitive.bias {
      guard let fresh = try? Tensor(uninitialised: [geometry.outChannels], dtype: .float32) else { return nil }
      bias = fresh
      arguments.append(Argument(role: DNNL_ARG_DIFF_BIAS, layout: layout, data: fresh.rawPointer))
    }
    return withExtendedLifetime((x, grad, operands.kept, blocked)) {
      guard primitive.execute(arguments) else { return nil }
      if let blocked {
        guard copy(primitive.weights, blocked.pointer, to: primitive.plainWeights, weight.rawPointer) else { return nil }
      }
      return (weight, bias)
    }
  }
}
