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
  /// Whether keys or values have a width of their own, and so each projection its own weight.
  private let hasOwnWidths: Bool
  private let addsZeros: Bool

  /// The output projection is drawn first, then the input projections (Xavier, uniform) and the added key and value (Xavier, normal);
  /// biases are zero.
  init(_ a: BoundArguments) throws(TensorError) {
    width = try a.int("embed_dim")
    headCount = try a.int("num_heads")
    dropout = try a.number("dropout")
    isBatchFirst = a.bool("batch_first")
    let keyWidth = a["kdim"].isNone ? width : try a.int("kdim")
    let valueWidth = a["vdim"].isNone ? width : try a.int("vdim")
    hasOwnWidths = keyWidth != width || valueWidth != width
    addsZeros = a.bool("add_zero_attn")
    super.init()
    if width <= 0 || headCount <= 0 {
      throw .value(
        "embed_dim and num_heads must be greater than 0, got embed_dim=\(width) and num_heads=\(headCount) instead")
    }
    if width % headCount != 0 { throw TensorError(.assertion, "embed_dim must be divisible by num_heads") }
    for name in ["embed_dim", "num_heads", "dropout", "batch_first"] { settings[name] = a[name] }
    guard keyWidth > 0, valueWidth > 0 else { throw .value("kdim and vdim must be greater than 0") }
    settings["kdim"] = .int(keyWidth)
    settings["vdim"] = .int(valueWidth)
    settings["head_dim"] = .int(width / headCount)
    settings["add_zero_attn"] = .bool(addsZeros)
    let dtype = try a.dtype()
    let names = hasOwnWidths ? ["q_proj_weight", "k_proj_weight", "v_proj_weight"] : ["in_proj_weight"]
    let widths = hasOwnWidths ? [(width, width), (width, keyWidth), (width, valueWidth)] : [(3 * width, width)]
    for name in ["in_proj_weight", "q_proj_weight", "k_proj_weight", "v_proj_weight"] {
      guard let place = names.firstIndex(of: name) else {
        addParameter(name, nil)
        continue
      }
      addParameter(name, try Tensor.zeros([widths[place].0, widths[place].1], dtype: dtype))
    }
    addParameter("in_proj_bias", a.bool("bias") ? try Tensor.zeros([3 * width], dtype: dtype) : nil)
    for name in ["bias_k", "bias_v"] {
      addParameter(name, a.bool("add_bias_kv") ? try Tensor.zeros([1, 1, width], dtype: dtype) : nil)
    }
    let output = OutputProjection(Linears.linear)
    output.settings["in_features"] = .int(width)
    output.settings["out_features"] = .int(width)
    try output.drawWeightAndBias([width, width], biasCount: a.bool("bias") ? width : nil, dtype: dtype)
    setChild("out_proj", output)
    for name in names { if let weight = parameter(name) { try Initialisers.xavierUniform(weight) } }
    for name in ["bias_k", "bias_v"] { if let added = parameter(name) { try Initialisers.xavierNormal(added) } }
    if let bias = output.parameter("bias") { try Initialisers.constant(bias, 0) }
  }

  override package var layerName: String { "MultiheadAttention" }

  /// A linear layer that texts call by PyTorch's internal name.
  private final class OutputProjection: Layer {
    override var layerName: String { "NonDynamicallyQuantizableLinear" }
    override func partTwin() -> Module { OutputProjection(entry) }
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
    guard let output = child("out_proj") else {
      throw TensorError(.attribute, "'MultiheadAttention' object has no attribute 'out_proj'")
    }
    let bias = parameter("in_proj_bias")
    let isBatched = query.dim == 3
    func heads(_ input: Tensor, _ part: Int) throws(TensorError) -> Tensor {
      let weight = try weight(part)
      guard input.dim == query.dim, input.shape.last == weight.shape[1] else {
        throw TensorError(
          .assertion, "was expecting embedding dimension of \(weight.shape[1]), but got \(input.shape.last ?? 0)")
      }
      var batch = isBatched ? input : try input.unsqueeze(0)
      if isBatched && !isBatchFirst { batch = try batch.transpose(0, 1) }
      let projected = try batch.linear(weight, try bias?.narrow(0, part * width, width))
      let (count, length) = (batch.shape[0], batch.shape[1])
      return try projected.reshape([count, length, headCount, width / headCount]).transpose(1, 2)
    }
    let (q, k, v) = (try heads(query, 0), try extended(heads(key, 1), "bias_k"), try extended(heads(value, 2), "bias_v"))
    let extra = k.shape[2] - key.shape[isBatched ? (isBatchFirst ? 1 : 0) : 0]
    var added: Tensor?
    if let mask { added = try additive(mask, dtype: q.dtype, extra) }
    if let several = added, several.dim == 3 {
      added = try several.reshape([q.shape[0], headCount, several.shape[1], several.shape[2]])
    }
    if let padding {
      let hidden = try additive(padding, dtype: q.dtype, extra)
      let shaped = try hidden.reshape([q.shape[0], 1, 1, k.shape[2]])
      if let mask = added { added = try mask + shaped } else { added = shaped }
    }
    let attended = try q.attention(key: k, value: v, mask: added, dropout: isTraining ? dropout : 0)
    // The sequence comes first in memory, whatever comes first in the result: dropout draws in that order.
    let (count, length) = (q.shape[0], q.shape[2])
    let joined = try attended.result.permute([2, 0, 1, 3]).reshape([length * count, width])
    var result = try output(joined).view([length, count, width])
    if !isBatched { result = try result.squeeze([1]) } else if isBatchFirst { result = try result.transpose(0, 1) }
    return (result, attended.weights)
  }

  /// The weight that projects queries (0), keys (1) or values (2).
  private func weight(_ part: Int) throws(TensorError) -> Tensor {
    if hasOwnWidths, let own = parameter(["q_proj_weight", "k_proj_weight", "v_proj_weight"][part]) { return own }
    guard let whole = parameter("in_proj_weight") else {
      throw TensorError(.attribute, "'MultiheadAttention' object has no attribute 'in_proj_weight'")
    }
    return try whole.narrow(0, part * width, width)
  }

  /// Keys or values `[batch, heads, S, E]` with the learnt one and a zero added, where the layer was told to.
  private func extended(_ heads: Tensor, _ name: String) throws(TensorError) -> Tensor {
    var result = heads
    let one = Shape([heads.shape[0], headCount, 1, width / headCount])
    if let learnt = parameter(name) {
      result = try Tensor.cat([result, learnt.reshape([1, headCount, 1, width / headCount]).expand(one)], 2)
    }
    if addsZeros { result = try Tensor.cat([result, Tensor.zeros(one, dtype: heads.dtype)], 2) }
    return result
  }

  /// A mask of bools, true where nothing may be seen, as numbers to add; `extra` columns are seen by all.
  private func additive(_ mask: Tensor, dtype: DType, _ extra: Int) throws(TensorError) -> Tensor {
    var numbers = mask
    if mask.dtype == .bool {
      numbers = try Tensor.zeros(mask.shape, dtype: dtype).maskedFill(mask, .double(-.infinity))
    }
    guard extra > 0 else { return numbers }
    return try Tensor.cat([numbers, Tensor.zeros(Shape(mask.shape.dropLast() + [extra]), dtype: dtype)], -1)
  }
}

/// Attention and a small network, each with a shortcut and layer normalisation.
/// Reference: https://pytorch.org/docs/stable/generated/torch.nn.TransformerEncoderLayer.html
package final class TransformerEncoderLayer: Module {
  private let normalisesFirst: Bool
  private let activation: (Tensor) throws(TensorError) -> OpValue

  init(_ a: BoundArguments) throws(TensorError) {
    normalisesFirst = a.bool("norm_first")
    activation = try Self.activation(a["activation"])
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

  /// The function between the two linear maps: by name, a function of the script's or a module.
  private static func activation(_ value: OpValue) throws(TensorError) -> (Tensor) throws(TensorError) -> OpValue {
    if case .object(let object, _) = value {
      if let function = object as? HostFunction {
        return { (x: Tensor) throws(TensorError) -> OpValue in try function([.tensor(x)]) }
      }
      if let module = object as? Module {
        return { (x: Tensor) throws(TensorError) -> OpValue in try module.call(ModuleCall([.tensor(x)])) }
      }
    }
    guard case .string(let name) = value, name == "relu" || name == "gelu", let op = OpRegistry.op(name, in: .functional) else {
      let text: String = if case .string(let name) = value { name } else { value.argumentText }
      throw .runtime("activation should be relu/gelu, not \(text)")
    }
    return { (x: Tensor) throws(TensorError) -> OpValue in try op([.tensor(x)]) }
  }

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
      guard case .tensor(let hidden) = try activation(apply("linear1", x)) else { return x }
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
