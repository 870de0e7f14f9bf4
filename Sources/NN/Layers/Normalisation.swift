import Tensors

/// Layers that shift and scale to mean 0 and variance 1.
enum Normalisations {
  static let entries: [LayerEntry] = [
    batch(1, ranks: 2...3, shown: "2D or 3D"), batch(2, ranks: 4...4, shown: "4D"), batch(3, ranks: 5...5, shown: "5D"),
    instance(1), instance(2), instance(3), layer, group, rms,
    LayerEntry("LocalResponseNorm(size, alpha=0.0001, beta=0.75, k=1.0)", op: "local_response_norm") {
      "\($0.shown("size")), " + $0.list("alpha", "beta", "k")
    },
  ]

  /// Weight starts at 1, bias at 0, the running mean at 0 and the running variance at 1; nothing is drawn.
  private static func batch(_ dims: Int, ranks: ClosedRange<Int>, shown: String) -> LayerEntry {
    LayerEntry(
      "BatchNorm\(dims)d(num_features, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True, device=None, dtype=None, "
        + "*, bias=True)",
      op: "batch_norm", text: featureText, make: { entry, _ in BatchNorm(entry, ranks: ranks, shownRanks: shown) },
      setUp: setUpFeatures)
  }

  private static func instance(_ dims: Int) -> LayerEntry {
    LayerEntry(
      "InstanceNorm\(dims)d(num_features, eps=1e-05, momentum=0.1, affine=False, track_running_stats=False, device=None, "
        + "dtype=None, *, bias=True)",
      op: "instance_norm", text: featureText,
      setUp: { layer, a throws(TensorError) in
        try setUpFeatures(layer, a)
        layer.settings["use_input_stats"] = .bool(!a.bool("track_running_stats"))
      })
  }

  private static let layer = LayerEntry(
    "LayerNorm(normalized_shape, eps=1e-05, elementwise_affine=True, bias=True, device=None, dtype=None)", op: "layer_norm",
    text: { "\($0.shown("normalized_shape")), " + $0.list("eps", "elementwise_affine") + shownBias($0) },
    setUp: { layer, a throws(TensorError) in
      let shape = Shape(try a.ints("normalized_shape"))
      layer.settings["normalized_shape"] = .tuple(shape.map { .int($0) })
      let affine = a.bool("elementwise_affine")
      layer.settings["bias"] = nil
      layer.addParameter("weight", affine ? try Tensor.ones(shape, dtype: try a.dtype()) : nil)
      layer.addParameter("bias", affine && a.bool("bias") ? try Tensor.zeros(shape, dtype: try a.dtype()) : nil)
    })

  private static let rms = LayerEntry(
    "RMSNorm(normalized_shape, eps=None, elementwise_affine=True, device=None, dtype=None)", op: "rms_norm",
    text: { "\($0.shown("normalized_shape")), " + $0.list("eps", "elementwise_affine") },
    setUp: { layer, a throws(TensorError) in
      let shape = Shape(try a.ints("normalized_shape"))
      layer.settings["normalized_shape"] = .tuple(shape.map { .int($0) })
      let affine = a.bool("elementwise_affine")
      layer.addParameter("weight", affine ? try Tensor.ones(shape, dtype: try a.dtype()) : nil)
    })

  private static let group = LayerEntry(
    "GroupNorm(num_groups, num_channels, eps=1e-05, affine=True, device=None, dtype=None, *, bias=True)", op: "group_norm",
    text: { "\($0.shown("num_groups")), \($0.shown("num_channels")), " + $0.list("eps", "affine") + shownBias($0) },
    setUp: { layer, a throws(TensorError) in
      let (groups, channels) = (try a.size("num_groups", atLeast: 1), try a.size("num_channels"))
      if channels % groups != 0 {
        throw .value("num_channels (\(channels)) must be divisible by num_groups (\(groups))")
      }
      let affine = a.bool("affine")
      layer.addParameter("weight", affine ? try Tensor.ones([channels], dtype: try a.dtype()) : nil)
      layer.settings["bias"] = nil
      layer.addParameter("bias", affine && a.bool("bias") ? try Tensor.zeros([channels], dtype: try a.dtype()) : nil)
    })

  private static func setUpFeatures(_ layer: Layer, _ a: BoundArguments) throws(TensorError) {
    let shape: Shape = [try a.size("num_features")]
    let dtype = try a.dtype()
    let (affine, tracks) = (a.bool("affine"), a.bool("track_running_stats"))
    layer.addParameter("weight", affine ? try Tensor.ones(shape, dtype: dtype) : nil)
    layer.settings["bias"] = nil
    layer.addParameter("bias", affine && a.bool("bias") ? try Tensor.zeros(shape, dtype: dtype) : nil)
    layer.setBuffer("running_mean", tracks ? try Tensor.zeros(shape, dtype: dtype) : nil)
    layer.setBuffer("running_var", tracks ? try Tensor.ones(shape, dtype: dtype) : nil)
    layer.setBuffer("num_batches_tracked", tracks ? try Tensor.zeros([], dtype: .int64) : nil)
  }

  private static func featureText(_ layer: Layer) -> String {
    "\(layer.shown("num_features")), " + layer.list("eps", "momentum", "affine") + shownBias(layer) + ", "
      + layer.list("track_running_stats")
  }

  private static func shownBias(_ layer: Layer) -> String { ", bias=\(layer.parameter("bias") == nil ? "False" : "True")" }
}

/// Batch normalisation: counts its batches, and may average over all of them.
final class BatchNorm: Layer {
  private let ranks: ClosedRange<Int>
  private let shownRanks: String

  init(_ entry: LayerEntry, ranks: ClosedRange<Int>, shownRanks: String) {
    self.ranks = ranks
    self.shownRanks = shownRanks
    super.init(entry)
  }

  override var appliesTraining: Bool { isTraining || buffer("running_mean") == nil }

  override func forward(_ input: Tensor) throws(TensorError) -> Tensor {
    if !ranks.contains(input.dim) { throw .value("expected \(shownRanks) input (got \(input.dim)D input)") }
    var count = 1.0
    if isTraining, let counter = buffer("num_batches_tracked") {
      _ = try counter.addInPlace(Tensor.scalar(1, dtype: .int64))
      if case .none? = settings["momentum"] { count = try counter.item().doubleValue }
    }
    guard case .none? = settings["momentum"] else { return try super.forward(input) }
    // Without a momentum the running statistics are plain averages over all batches so far.
    settings["momentum"] = .float(1 / count)
    defer { settings["momentum"] = OpValue.none }
    return try super.forward(input)
  }

  override func forward(_ call: ModuleCall) throws(TensorError) -> OpValue {
    .tensor(try forward(call.tensor(0, "input", of: "batch_norm")))
  }
}
