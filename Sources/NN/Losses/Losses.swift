import Tensors

/// Losses: how far an output is from what it should be.
enum Losses {
  private static let old = "size_average=None, reduce=None, reduction='mean'"

  static let entries: [LayerEntry] = [
    loss("L1Loss(\(old))", "l1_loss"),
    loss("MSELoss(\(old))", "mse_loss"),
    loss("SmoothL1Loss(\(old), beta=1.0)", "smooth_l1_loss"),
    loss("HuberLoss(reduction='mean', delta=1.0)", "huber_loss"),
    loss(
      "CrossEntropyLoss(weight=None, size_average=None, ignore_index=-100, reduce=None, reduction='mean', label_smoothing=0.0)",
      "cross_entropy"),
    loss("NLLLoss(weight=None, size_average=None, ignore_index=-100, reduce=None, reduction='mean')", "nll_loss"),
    loss("BCELoss(weight=None, \(old))", "binary_cross_entropy"),
    loss("BCEWithLogitsLoss(weight=None, \(old), pos_weight=None)", "binary_cross_entropy_with_logits"),
    loss("KLDivLoss(\(old), log_target=False)", "kl_div"),
    loss("HingeEmbeddingLoss(margin=1.0, \(old))", "hinge_embedding_loss"),
    loss(
      "PoissonNLLLoss(log_input=True, full=False, size_average=None, eps=1e-08, reduce=None, reduction='mean')",
      "poisson_nll_loss"),
    loss("SoftMarginLoss(\(old))", "soft_margin_loss"),
    loss("MultiMarginLoss(p=1, margin=1.0, weight=None, \(old))", "multi_margin_loss"),
    loss("MultiLabelMarginLoss(\(old))", "multilabel_margin_loss"),
    loss("MultiLabelSoftMarginLoss(weight=None, \(old))", "multilabel_soft_margin_loss"),
    loss(
      "GaussianNLLLoss(*, full=False, eps=1e-06, reduction='mean')", "gaussian_nll_loss", forward: "forward(input, target, var)"
    ),
    loss("MarginRankingLoss(margin=0.0, \(old))", "margin_ranking_loss", forward: "forward(input1, input2, target)"),
    loss("CosineEmbeddingLoss(margin=0.0, \(old))", "cosine_embedding_loss", forward: "forward(input1, input2, target)"),
    loss(
      "TripletMarginLoss(margin=1.0, p=2.0, eps=1e-06, swap=False, \(old))", "triplet_margin_loss",
      forward: "forward(anchor, positive, negative)"),
    loss(
      "CTCLoss(blank=0, reduction='mean', zero_infinity=False)", "ctc_loss",
      forward: "forward(log_probs, targets, input_lengths, target_lengths)"),
  ]

  private static func loss(_ signature: String, _ op: String, forward: String = "forward(input, target)") -> LayerEntry {
    LayerEntry(
      signature, op: op, forward: forward,
      setUp: { layer, a throws(TensorError) in
        // Weights of classes are buffers: they move with the module and are saved with it.
        for name in ["weight", "pos_weight"] where a.signature.slot(of: name) != nil {
          guard case .tensor(let weight) = a[name] else { continue }
          layer.settings[name] = nil
          layer.setBuffer(name, weight)
        }
        // The two old ways of asking for a reduction.
        if !a["size_average"].isNone || !a["reduce"].isNone {
          let reduces = a["reduce"].isNone || a.bool("reduce")
          let averages = a["size_average"].isNone || a.bool("size_average")
          Reduction.warnOfOldFlags(!reduces ? .none : averages ? .mean : .sum)
          layer.settings["reduction"] = .string(!reduces ? "none" : averages ? "mean" : "sum")
          layer.settings["size_average"] = OpValue.none
          layer.settings["reduce"] = OpValue.none
        }
      })
  }
}
