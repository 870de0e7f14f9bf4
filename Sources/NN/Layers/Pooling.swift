import Tensors

/// A max unpooling: its inputs are followed by settings, and the size asked for comes last.
private final class Unpooling: Layer {
  override func forward(_ call: ModuleCall) throws(TensorError) -> OpValue {
    var size = call.keywords.first { $0.name == "output_size" }?.value
    if size == nil, call.inputs.count > 2 { size = call.inputs[2] }
    let indices = call.keywords.filter { $0.name == "indices" }
    let named = indices + (size.map { [("output_size", $0)] } ?? [])
    return try apply(Array(call.inputs.prefix(2)), keywords: named)
  }
}

/// Pooling over one, two and three dimensions.
enum Poolings {
  static let entries: [LayerEntry] =
    (1...3).map(maximum) + (1...3).map(average) + (1...3).map { adaptive("Avg", $0) } + (1...3).map { adaptive("Max", $0) }
    + (1...3).map(unpooling) + (1...2).map(powerAverage)

  /// The reverse of a maximum pooling; sizes are shown one for each dimension.
  private static func unpooling(_ dims: Int) -> LayerEntry {
    LayerEntry(
      "MaxUnpool\(dims)d(kernel_size, stride=None, padding=0)", op: "max_unpool\(dims)d",
      forward: "forward(input, indices, output_size=None)",
      text: { $0.list("kernel_size", "stride", "padding") },
      make: { entry, _ in Unpooling(entry) },
      setUp: { layer, a throws(TensorError) in
        try fillStride(layer, a)
        for name in ["kernel_size", "stride", "padding"] where layer.settings[name]?.items == nil {
          guard let value = layer.settings[name] else { continue }
          layer.settings[name] = .tuple([OpValue](repeating: value, count: dims))
        }
      })
  }

  private static func powerAverage(_ dims: Int) -> LayerEntry {
    LayerEntry(
      "LPPool\(dims)d(norm_type, kernel_size, stride=None, ceil_mode=False)", op: "lp_pool\(dims)d",
      text: { $0.list("norm_type", "kernel_size", "stride", "ceil_mode") })
  }

  private static func maximum(_ dims: Int) -> LayerEntry {
    LayerEntry(
      "MaxPool\(dims)d(kernel_size, stride=None, padding=0, dilation=1, return_indices=False, ceil_mode=False)",
      op: "max_pool\(dims)d",
      text: { $0.list("kernel_size", "stride", "padding", "dilation", "ceil_mode") },
      setUp: { layer, a throws(TensorError) in try fillStride(layer, a) })
  }

  private static func average(_ dims: Int) -> LayerEntry {
    LayerEntry(
      "AvgPool\(dims)d(kernel_size, stride=None, padding=0, ceil_mode=False, count_include_pad=True"
        + (dims == 1 ? ")" : ", divisor_override=None)"),
      op: "avg_pool\(dims)d",
      text: { layer in
        dims == 1
          ? layer.list("kernel_size", "stride", "padding") : layer.list("kernel_size", "stride", "padding")
      },
      setUp: { layer, a throws(TensorError) in
        try fillStride(layer, a)
        if dims == 1 {
          for name in ["kernel_size", "stride", "padding"] {
            guard layer.settings[name]?.items == nil, let value = layer.settings[name] else { continue }
            layer.settings[name] = .tuple([value])
          }
        }
      })
  }

  private static func adaptive(_ kind: String, _ dims: Int) -> LayerEntry {
    let indices = kind == "Max" ? ", return_indices=False" : ""
    return LayerEntry(
      "Adaptive\(kind)Pool\(dims)d(output_size\(indices))", op: "adaptive_\(kind == "Max" ? "max" : "avg")_pool\(dims)d",
      text: { $0.list("output_size") })
  }

  /// The stride is the kernel's size if it is not given.
  private static func fillStride(_ layer: Layer, _ a: BoundArguments) throws(TensorError) {
    _ = try a.ints("kernel_size")
    if case .none = a["stride"] { layer.settings["stride"] = a["kernel_size"] }
  }
}
