import Tensors

/// Layers that rearrange their input.
enum Shapings {
  static let entries: [LayerEntry] = [
    LayerEntry("Flatten(start_dim=1, end_dim=-1)", op: "flatten") { $0.list("start_dim", "end_dim") },
    LayerEntry(
      "Unflatten(dim, unflattened_size)", op: "unflatten", text: { $0.list("dim", "unflattened_size") },
      setUp: { layer, a throws(TensorError) in layer.settings["sizes"] = .tuple(try a.ints("unflattened_size").map { .int($0) })
      }),
    LayerEntry(
      "Upsample(size=None, scale_factor=None, mode='nearest', align_corners=None, recompute_scale_factor=None)",
      op: "interpolate", text: upsamplingText, setUp: { layer, a in keepFactorAsFloat(layer, a) }),
    upsampling("UpsamplingNearest2d", mode: "nearest", alignsCorners: .none),
    upsampling("UpsamplingBilinear2d", mode: "bilinear", alignsCorners: .bool(true)),
    LayerEntry("PixelShuffle(upscale_factor)", op: "pixel_shuffle") { $0.list("upscale_factor") },
    LayerEntry("PixelUnshuffle(downscale_factor)", op: "pixel_unshuffle") { $0.list("downscale_factor") },
    LayerEntry("ChannelShuffle(groups)", op: "channel_shuffle") { $0.list("groups") },
    LayerEntry("Unfold(kernel_size, dilation=1, padding=0, stride=1)", op: "unfold") {
      $0.list("kernel_size", "dilation", "padding", "stride")
    },
    LayerEntry("Fold(output_size, kernel_size, dilation=1, padding=0, stride=1)", op: "fold") {
      $0.list("output_size", "kernel_size", "dilation", "padding", "stride")
    },
    padding("ZeroPad", 1, mode: "constant"), padding("ZeroPad", 2, mode: "constant"), padding("ZeroPad", 3, mode: "constant"),
    padding("ReflectionPad", 1, mode: "reflect"), padding("ReflectionPad", 2, mode: "reflect"),
    padding("ReplicationPad", 1, mode: "replicate"), padding("ReplicationPad", 2, mode: "replicate"),
    padding("ReflectionPad", 3, mode: "reflect"), padding("ReplicationPad", 3, mode: "replicate"),
    padding("ConstantPad", 1, mode: "constant"), padding("ConstantPad", 2, mode: "constant"),
    padding("ConstantPad", 3, mode: "constant"), padding("CircularPad", 1, mode: "circular"),
    padding("CircularPad", 2, mode: "circular"), padding("CircularPad", 3, mode: "circular"),
    LayerEntry("CosineSimilarity(dim=1, eps=1e-08)", op: "cosine_similarity", forward: "forward(x1, x2)"),
    LayerEntry(
      "PairwiseDistance(p=2.0, eps=1e-06, keepdim=False)", op: "pairwise_distance", forward: "forward(x1, x2)"),
  ]

  private static func upsampling(_ name: String, mode: String, alignsCorners: OpValue) -> LayerEntry {
    LayerEntry(
      "\(name)(size=None, scale_factor=None)", op: "interpolate", text: upsamplingText,
      setUp: { layer, a in
        keepFactorAsFloat(layer, a)
        layer.settings["mode"] = .string(mode)
        layer.settings["align_corners"] = alignsCorners
      })
  }

  private static func upsamplingText(_ layer: Layer) -> String {
    let size = layer.settings["scale_factor"]?.isNone == false ? "scale_factor" : "size"
    return layer.list(size, "mode")
  }

  private static func keepFactorAsFloat(_ layer: Layer, _ a: BoundArguments) {
    if case .int(let factor) = a["scale_factor"] { layer.settings["scale_factor"] = .float(Double(factor)) }
  }

  private static func padding(_ name: String, _ dims: Int, mode: String) -> LayerEntry {
    let takesValue = name == "ConstantPad"
    return LayerEntry(
      "\(name)\(dims)d(padding\(takesValue ? ", value" : ""))", op: "pad",
      text: { (layer: Layer) -> String in
        takesValue ? layer.list("padding", "value") : layer.shown("padding")
      },
      setUp: { layer, a throws(TensorError) in
        layer.settings["padding"] = .tuple(try a.sizes("padding", count: 2 * dims).map { .int($0) })
        layer.settings["pad"] = layer.settings["padding"]
        layer.settings["mode"] = .string(mode)
        if !takesValue { layer.settings["value"] = mode == "constant" ? .float(0) : OpValue.none }
      })
  }
}
