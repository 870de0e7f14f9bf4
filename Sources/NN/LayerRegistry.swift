/// Every layer and loss there is.
package enum LayerRegistry {
  package static let entries: [LayerEntry] =
    Containers.entries + Linears.entries + Convolutions.entries + Poolings.entries + Activations.entries + Dropouts.entries
    + Normalisations.entries + Recurrents.entries + Attentions.entries + Shapings.entries + Embeddings.entries + Losses.entries

  /// The layer of this name.
  package static func entry(_ name: String) -> LayerEntry? { entries.first { $0.name == name } }
}
