import Tensors

/// Tables of vectors that are looked up by number.
enum Embeddings {
  static let entries: [LayerEntry] = [
    LayerEntry(
      "Embedding(num_embeddings, embedding_dim, padding_idx=None, max_norm=None, norm_type=2.0, scale_grad_by_freq=False, "
        + "sparse=False, _weight=None, _freeze=False, device=None, dtype=None)",
      op: "embedding", text: text, setUp: setUp),
    LayerEntry(
      "EmbeddingBag(num_embeddings, embedding_dim, max_norm=None, norm_type=2.0, scale_grad_by_freq=False, mode='mean', "
        + "sparse=False, _weight=None, include_last_offset=False, padding_idx=None, device=None, dtype=None, _freeze=False)",
      op: "embedding_bag", forward: "forward(input, offsets=None, per_sample_weights=None)",
      text: { text($0) + ", " + $0.list("mode") }, setUp: setUp),
  ]

  /// The weight starts standard normal; the row of `padding_idx` is zero.
  private static func setUp(_ layer: Layer, _ a: BoundArguments) throws(TensorError) {
    let (count, width) = (try a.int("num_embeddings"), try a.int("embedding_dim"))
    var padding: Int?
    if case .int(let index) = a["padding_idx"] {
      guard index < count && index >= -count else {
        throw TensorError(.assertion, "Padding_idx must be within num_embeddings")
      }
      padding = index < 0 ? index + count : index
      layer.settings["padding_idx"] = .int(index < 0 ? index + count : index)
    }
    if case .tensor(let given) = a["_weight"] {
      guard given.shape == [count, width] else {
        throw TensorError(.assertion, "Shape of weight does not match num_embeddings and embedding_dim")
      }
      layer.addParameter("weight", given)
      if layer.flag("_freeze") { _ = try given.setRequiresGrad(false) }
      return
    }
    let weight = try Tensor.zeros([count, width], dtype: try a.dtype())
    try Initialisers.normal(weight, mean: 0, std: 1)
    if let padding { _ = try weight.select(0, padding).zeroInPlace() }
    layer.addParameter("weight", weight)
  }

  private static func text(_ layer: Layer) -> String {
    var text = "\(layer.shown("num_embeddings")), \(layer.shown("embedding_dim"))"
    if layer.settings["padding_idx"]?.isNone == false { text += ", " + layer.list("padding_idx") }
    if layer.settings["max_norm"]?.isNone == false { text += ", " + layer.list("max_norm") }
    if layer.number("norm_type") != 2 { text += ", " + layer.list("norm_type") }
    for flag in ["scale_grad_by_freq", "sparse"] where layer.flag(flag) { text += ", \(flag)=True" }
    return text
  }
}
