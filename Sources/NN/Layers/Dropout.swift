import Tensors

/// Layers that leave out elements at random while training.
enum Dropouts {
  static let entries: [LayerEntry] = [
    entry("Dropout", "dropout"), entry("Dropout1d", "dropout1d"), entry("Dropout2d", "dropout2d"),
    entry("Dropout3d", "dropout3d"), entry("AlphaDropout", "alpha_dropout"),
    entry("FeatureAlphaDropout", "feature_alpha_dropout"),
  ]

  private static func entry(_ name: String, _ op: String) -> LayerEntry {
    LayerEntry(
      "\(name)(p=0.5, inplace=False)", op: op, text: { $0.list("p", "inplace") },
      setUp: { _, a throws(TensorError) in
        let p = try a.number("p")
        if !(p >= 0 && p <= 1) {
          throw .value("dropout probability has to be between 0 and 1, but got \(a["p"].argumentText)")
        }
      })
  }
}
