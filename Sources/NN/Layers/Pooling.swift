import Tensors

/// Pooling over one, two and three dimensions.
enum Poolings {
  static let entries: [LayerEntry] =
    (1...3).map(maximum) + (1...3).map(average) + (1...3).map { adaptive("Avg", $0) } + (1...3).map { adaptive("Max", $0) }

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
