import Tensors

/// Attention and the transformer's encoder.
enum Attentions {
  static let entries: [LayerEntry] = [
    LayerEntry(
      "MultiheadAttention(embed_dim, num_heads, dropout=0.0, bias=True, add_bias_kv=False, add_zero_attn=False, kdim=None, "
        + "vdim=None, batch_first=False, device=None, dtype=None)", forward: MultiheadAttention.forwardSignature
    ) { a throws(TensorError) in try MultiheadAttention(a) },
    LayerEntry(
      "TransformerEncoderLayer(d_model, nhead, dim_feedforward=2048, dropout=0.1, activation='relu', layer_norm_eps=1e-05, "
        + "batch_first=False, norm_first=False, bias=True, device=None, dtype=None)",
      forward: "forward(src, src_mask=None, src_key_padding_mask=None, is_causal=False)"
    ) { a throws(TensorError) in try TransformerEncoderLayer(a) },
  ]
}

/// Several attentions side by side, each on its share of the features.
/// Reference: https://pytorch.org/docs/stable/generated/torch.nn.MultiheadAttention.html
package final class MultiheadAttention: Module {
  static let forwardSignature =
    "forward(query, key, value, key_padding_mask=None, need_weights=True, attn_mask=None, average_attn_weights=True, is_causal=False)"

  private let width, headCount: Int
  private let dropout: Double
  private let isBatchFirst: Bool

  /// The output projection is drawn first, then the input projections (Xavier, uniform); biases are zero.
  init(_ a: BoundArguments) throws(TensorError) {
    width = try a.int("embed_dim")
    headCount = try a.int("num_heads")
    dropout = try a.number("dropout")
    isBatchFirst = a.bool("batch_first")
    super.init()
    if width <= 0 || headCount <= 0 {
      throw .value(
        "embed_dim and num_heads must be greater than 0, got embed_dim=\(width) and num_heads=\(headCount) instead")
    }
    if width % headCount != 0 { throw TensorError(.assertion, "embed_dim must be divisible by num_heads") }
    for name in ["add_bias_kv", "add_zero_attn"] where a.bool(name) {
      throw .notImplemented("MultiheadAttention: \(name) is not supported")
    }
    for name in ["kdim", "vdim"] {
      if case .int(let size) = a[name], size != width {
        throw .notImplemented("MultiheadAttention: \(name) other than embed_dim is not supported")
      }
    }
    for name in ["embed_dim", "num_heads", "dropout", "batch_first"] { settings[name] = a[name] }
    settings["head_dim"] = .int(width / headCount)
    let dtype = try a.dtype()
    let projection = try Tensor.zeros([3 * width, width], dtype: dtype)
    addParameter("in_proj_weight", projection)
    addParameter("in_proj_bias", a.bool("bias") ? try Tensor.zeros([3 * width], dtype: dtype) : nil)
    let output = OutputProjection(Linears.linear)
    output.settings["in_features"] = .int(width)
    output.settings["out_features"] = .int(width)
    try output.drawWeightAndBias([width, width], biasCount: a.bool("bias") ? width : nil, dtype: dtype)
    setChild("out_proj", output)
    try Initialisers.xavierUniform(projection)
    if let bias = output.parameter("bias") { try Initialisers.constant(bias, 0) }
  }

  override package var layerName: String { "MultiheadAttention" }

  /// A linear layer that texts call by PyTorch's internal name.
  private final class OutputProjection: Layer {
    override var layerName: String { "NonDynamicallyQuantizableLinear" }
  }

  override package func forward(_ call: ModuleCall) throws(TensorError) -> OpValue {
    func flag(_ position: Int, _ name: String, default value: Bool) -> Bool {
      if case .bool(let flag)? = call.argument(position, name) { flag } else { value }
    }
    func mask(_ position: Int, _ name: String) throws(TensorError) -> Tensor? {
      if case .tensor(let tensor)? = call.argument(position, name) { tensor } else { nil }
    }
    let query = try call.tensor(0, "query", of: "MultiheadAttention.forward")
    let (result, weights) = try attend(
      query, key: call.tensor(1, "key", of: "MultiheadAttention.forward"),
      value: call.tensor(2, "value", of: "MultiheadAttention.forward"), padding: mask(3, "key_padding_mask"),
      mask: mask(5, "attn_mask"))
    guard flag(4, "need_weights", default: true) else { return .tuple([.tensor(result), .none]) }
    // Heads stand in dimension 1 of [batch, heads, L, S].
    var shown = weights
    if flag(6, "average_attn_weights", default: true) { shown = try shown.mean([1]) }
    if query.dim == 2 { shown = try shown.squeeze([0]) }
    return .tuple([.tensor(result), .tensor(shown)])
  }

  /// The result in the query's layout and the weights `[batch, heads, L, S]`.
  final func attend(
    _ query: Tensor, key: Tensor, value: Tensor, padding: Tensor?, mask: Tensor?
  ) throws(TensorError) -> (result: Tensor, weights: Tensor) {
    guard query.dim == 2 || query.dim == 3 else {
      throw TensorError(
        .assertion,
        "query should be unbatched 2D or batched 3D tensor but received \(query.dim)-D query tensor")
    }
    guard let projection = parameter("in_proj_weight"), let output = child("out_proj") else {
      throw TensorError(.attribute, "'MultiheadAttention' object has no attribute 'in_proj_weight'")
    }
    let bias = parameter("in_proj_bias")
    let isBatched = query.dim == 3
    func heads(_ input: Tensor, _ part: Int) throws(TensorError) -> Tensor {
      guard input.dim == query.dim, input.shape.last == width else {
        throw TensorError(
          .assertion, "was expecting embedding dimension of \(width), but got \(input.shape.last ?? 0)")
      }
      var batch = isBatched ? input : try input.unsqueeze(0)
      if isBatched && !isBatchFirst { batch = try batch.transpose(0, 1) }
      let weight = try projection.narrow(0, part * width, width)
      let projected = try batch.linear(weight, try bias?.narrow(0, part * width, width))
      let (count, length) = (batch.shape[0], batch.shape[1])
      return try projected.reshape([count, length, headCount, width / headCount]).transpose(1, 2)
    }
    let (q, k, v) = (try heads(query, 0), try heads(key, 1), try heads(value, 2))
    var added: Tensor?
    if let mask { added = try additive(mask, dtype: q.dtype) }
    if let added3 = added, added3.dim == 3 {
      added = try added3.reshape([q.shape[0], headCount, added3.shape[1], added3.shape[2]])
    }
    if let padding {
      let hidden = try additive(padding, dtype: q.dtype)
      let shaped = try hidden.reshape([q.shape[0], 1, 1, k.shape[2]])
      if let mask = added { added = try mask + shaped } else { added = shaped }
    }
    let attended = try q.attention(key: k, value: v, mask: added, dropout: isTraining ? dropout : 0)
    let joined = try attended.result.transpose(1, 2).reshape([q.shape[0], q.shape[2], width])
    var result = try output(joined)
    if !isBatched { result = try result.squeeze([0]) } else if !isBatchFirst { result = try result.transpose(0, 1) }
    return (result, attended.weights)
  }

  /// A mask of bools, true where nothing may be seen, as numbers to add.
  private func additive(_ mask: Tensor, dtype: DType) throws(TensorError) -> Tensor {
    guard mask.dtype == .bool else { return mask }
    return try Tensor.zeros(mask.shape, dtype: dtype).maskedFill(mask, .double(-.infinity))
  }
}

/// Attention and a small network, each with a shortcut and layer normalisation.
/// Reference: https://pytorch.org/docs/stable/generated/torch.nn.TransformerEncoderLayer.html
package final class TransformerEncoderLayer: Module {
  private let normalisesFirst: Bool
  private let activation: Op

  init(_ a: BoundArguments) throws(TensorError) {
    normalisesFirst = a.bool("norm_first")
    guard case .string(let name) = a["activation"], name == "relu" || name == "gelu",
      let op = OpRegistry.op(name, in: .functional)
    else { throw .runtime("activation should be relu/gelu, not \(a["activation"].argumentText)") }
    activation = op
    super.init()
    let (width, inner) = (a["d_model"], a["dim_feedforward"])
    let bias = (name: "bias", value: a["bias"])
    func add(_ name: String, _ layer: String, _ arguments: [OpValue], _ keywords: [(name: String, value: OpValue)])
      throws(TensorError)
    {
      guard let entry = LayerRegistry.entry(layer) else { return }
      setChild(name, try entry.make(arguments, keywords: keywords))
    }
    let dropout = a["dropout"]
    try add(
      "self_attn", "MultiheadAttention", [width, a["nhead"], dropout], [bias, (name: "batch_first", value: a["batch_first"])])
    try add("linear1", "Linear", [width, inner], [bias])
    try add("dropout", "Dropout", [dropout], [])
    try add("linear2", "Linear", [inner, width], [bias])
    try add("norm1", "LayerNorm", [width], [(name: "eps", value: a["layer_norm_eps"]), bias])
    try add("norm2", "LayerNorm", [width], [(name: "eps", value: a["layer_norm_eps"]), bias])
    try add("dropout1", "Dropout", [dropout], [])
    try add("dropout2", "Dropout", [dropout], [])
  }

  override package var layerName: String { "TransformerEncoderLayer" }

  override package func forward(_ call: ModuleCall) throws(TensorError) -> OpValue {
    let source = try call.tensor(0, "src", of: "TransformerEncoderLayer.forward")
    func mask(_ position: Int, _ name: String) throws(TensorError) -> Tensor? {
      if case .tensor(let tensor)? = call.argument(position, name) { tensor } else { nil }
    }
    let (attentionMask, padding) = (try mask(1, "src_mask"), try mask(2, "src_key_padding_mask"))
    func attend(_ x: Tensor) throws(TensorError) -> Tensor {
      guard let attention = child("self_attn") as? MultiheadAttention else { throw .missingForward("self_attn") }
      let result = try attention.attend(x, key: x, value: x, padding: padding, mask: attentionMask).result
      return try apply("dropout1", result)
    }
    func feed(_ x: Tensor) throws(TensorError) -> Tensor {
      guard case .tensor(let hidden) = try activation([.tensor(try apply("linear1", x))]) else { return x }
      return try apply("dropout2", apply("linear2", apply("dropout", hidden)))
    }
    var x = source
    if normalisesFirst {
      x = try x + attend(apply("norm1", x))
      x = try x + feed(apply("norm2", x))
    } else {
      x = try apply("norm1", x + attend(x))
      x = try apply("norm2", x + feed(x))
    }
    return .tensor(x)
  }

  private func apply(_ name: String, _ x: Tensor) throws(TensorError) -> Tensor {
    guard let child = child(name) else { throw TensorError(.attribute, "'\(className)' object has no attribute '\(name)'") }
    return try child(x)
  }
}
