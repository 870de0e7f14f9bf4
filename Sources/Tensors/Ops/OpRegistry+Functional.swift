extension OpRegistry {
  /// Nonlinearities, tables and similarities of `torch.nn.functional`.
  static let functional: [Op] =
    Op.activations + [.embedding, .embeddingBag, .normalize, .attention, .logit, .rrelu, .gumbelSoftmax] + Op.similarities
}
