import Tensors

/// Element-wise functions and softmax as layers.
enum Activations {
  static let entries: [LayerEntry] = [
    LayerEntry("ReLU(inplace=False)", op: "relu", text: inplaceOnly),
    LayerEntry("ReLU6(inplace=False)", op: "relu6", text: inplaceOnly),
    LayerEntry("LeakyReLU(negative_slope=0.01, inplace=False)", op: "leaky_relu") { inplace($0, "negative_slope") },
    LayerEntry(
      "PReLU(num_parameters=1, init=0.25, device=None, dtype=None)", op: "prelu", text: { $0.list("num_parameters") },
      setUp: { layer, a throws(TensorError) in
        let shape: Shape = [try a.size("num_parameters")]
        layer.addParameter("weight", try Tensor.full(shape, .double(try a.number("init")), dtype: try a.dtype()))
      }),
    LayerEntry("RReLU(lower=0.125, upper=0.3333333333333333, inplace=False)", op: "rrelu") { inplace($0, "lower", "upper") },
    LayerEntry("ELU(alpha=1.0, inplace=False)", op: "elu") { inplace($0, "alpha") },
    LayerEntry("SELU(inplace=False)", op: "selu", text: inplaceOnly),
    LayerEntry("CELU(alpha=1.0, inplace=False)", op: "celu") { inplace($0, "alpha") },
    LayerEntry("GELU(approximate='none')", op: "gelu") { $0.list("approximate") },
    LayerEntry("SiLU(inplace=False)", op: "silu", text: inplaceOnly),
    LayerEntry("Mish(inplace=False)", op: "mish", text: inplaceOnly),
    LayerEntry("Sigmoid()", op: "sigmoid"),
    LayerEntry("LogSigmoid()", op: "logsigmoid"),
    LayerEntry("Tanh()", op: "tanh"),
    LayerEntry("Tanhshrink()", op: "tanhshrink"),
    LayerEntry("Hardtanh(min_val=-1.0, max_val=1.0, inplace=False)", op: "hardtanh") { inplace($0, "min_val", "max_val") },
    LayerEntry("Hardsigmoid(inplace=False)", op: "hardsigmoid"),
    LayerEntry("Hardswish(inplace=False)", op: "hardswish"),
    LayerEntry("Hardshrink(lambd=0.5)", op: "hardshrink") { $0.shown("lambd") },
    LayerEntry("Softshrink(lambd=0.5)", op: "softshrink") { $0.shown("lambd") },
    LayerEntry("Softplus(beta=1.0, threshold=20.0)", op: "softplus") { $0.list("beta", "threshold") },
    LayerEntry("Softsign()", op: "softsign"),
    LayerEntry("Softmax(dim=None)", op: "softmax") { $0.list("dim") },
    LayerEntry("Softmin(dim=None)", op: "softmin") { $0.list("dim") },
    LayerEntry("LogSoftmax(dim=None)", op: "log_softmax") { $0.list("dim") },
    LayerEntry("Softmax2d()", op: "softmax", setUp: { layer, _ in layer.settings["dim"] = .int(-3) }),
    LayerEntry("Threshold(threshold, value, inplace=False)", op: "threshold") { inplace($0, "threshold", "value") },
    LayerEntry("GLU(dim=-1)", op: "glu") { $0.list("dim") },
  ]

  private static func inplaceOnly(_ layer: Layer) -> String { layer.flag("inplace") ? "inplace=True" : "" }

  private static func inplace(_ layer: Layer, _ names: String...) -> String {
    names.map { "\($0)=\(layer.shown($0))" }.joined(separator: ", ") + (layer.flag("inplace") ? ", inplace=True" : "")
  }
}
