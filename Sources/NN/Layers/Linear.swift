import Tensors

/// Layers that multiply by a weight matrix.
enum Linears {
  static let entries: [LayerEntry] = [identity, linear, bilinear]

  /// Gives back its input; further arguments are accepted and ignored.
  static let identity = LayerEntry("Identity(*args, **kwargs)") { _ in Identity() }

  /// `y = x Wᵀ + b`. Weight and bias start uniform in ±1/√in_features.
  static let linear = LayerEntry(
    "Linear(in_features, out_features, bias=True, device=None, dtype=None)", op: "linear",
    text: { layer in
      "in_features=\(layer.shown("in_features")), out_features=\(layer.shown("out_features")), "
        + "bias=\(layer.parameter("bias") == nil ? "False" : "True")"
    },
    setUp: { layer, a throws(TensorError) in
      let (inputs, outputs) = (try a.int("in_features"), try a.int("out_features"))
      try layer.drawWeightAndBias([outputs, inputs], biasCount: a.bool("bias") ? outputs : nil, dtype: try a.dtype())
    })

  /// `y = x₁ᵀ W x₂ + b`. Weight and bias start uniform in ±1/√in1_features.
  static let bilinear = LayerEntry(
    "Bilinear(in1_features, in2_features, out_features, bias=True, device=None, dtype=None)", op: "bilinear",
    forward: "forward(input1, input2)",
    text: { layer in
      layer.list("in1_features", "in2_features", "out_features") + ", bias=\(layer.parameter("bias") == nil ? "False" : "True")"
    },
    setUp: { layer, a throws(TensorError) in
      let first = try a.size("in1_features", atLeast: 1)
      let sizes: Shape = [try a.size("out_features"), first, try a.size("in2_features")]
      let bound = 1 / Double(first).squareRoot()
      let weight = try Tensor.zeros(sizes, dtype: try a.dtype())
      try Initialisers.uniform(weight, -bound, bound)
      layer.addParameter("weight", weight)
      guard a.bool("bias") else { return layer.addParameter("bias", nil) }
      let bias = try Tensor.zeros([sizes[0]], dtype: try a.dtype())
      try Initialisers.uniform(bias, -bound, bound)
      layer.addParameter("bias", bias)
    })
}

/// Gives back its input.
package final class Identity: Module {
  override package var layerName: String { "Identity" }
  override package func forward(_ input: Tensor) throws(TensorError) -> Tensor { input }
  override package func forward(_ call: ModuleCall) throws(TensorError) -> OpValue {
    guard let input = call.argument(0, "input") else {
      throw .type("Identity.forward() missing 1 required positional argument: 'input'")
    }
    return input
  }
}

extension Module {
  /// Adds `weight` and `bias`, drawn in this order as linear layers and convolutions start: uniform in ±1/√fan_in.
  final func drawWeightAndBias(_ shape: Shape, biasCount: Int?, dtype: DType) throws(TensorError) {
    let weight = try Tensor.zeros(shape, dtype: dtype)
    try Initialisers.kaimingUniform(weight, a: 5.0.squareRoot())
    addParameter("weight", weight)
    guard let biasCount else { return addParameter("bias", nil) }
    let bias = try Tensor.zeros([biasCount], dtype: dtype)
    let fanIn = try Initialisers.fans(of: weight).in
    if fanIn > 0 {
      let bound = 1 / Double(fanIn).squareRoot()
      try Initialisers.uniform(bias, -bound, bound)
    }
    addParameter("bias", bias)
  }
}
