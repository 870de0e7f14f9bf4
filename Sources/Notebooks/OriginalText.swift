/// The text a cell was read from, cut into regions, so that writing an unchanged region gives back its very bytes.
///
/// Concatenating the regions of all cells (after the notebook's preamble) gives the file. What a region may hold is the
/// format's affair; only the format named here may use it.
package struct OriginalText {
  /// The name of the format that read the text.
  package var format: String
  /// What stands before the source: a cell marker, an opening fence.
  package var header: String
  /// The source as written.
  package var source: String
  /// What stands between source and outputs.
  package var between: String
  /// The recorded outputs as written.
  package var outputs: String
  /// What stands after the outputs: blank lines, a closing fence.
  package var suffix: String

  /// What the regions said when they were read; a region whose meaning changed is written anew.
  package var meaning: Meaning

  /// The parsed meaning of the regions.
  package struct Meaning: Equatable {
    /// The cell's kind.
    package var kind: Cell.Kind
    /// The cell's title.
    package var title: String?
    /// The cell's source.
    package var source: String
    /// The cell's properties.
    package var metadata: JSONObject
    /// The cell's recorded outputs.
    package var outputs: [Output]
  }

  /// Whether the header still says what `cell` says.
  package func keepsHeader(of cell: Cell) -> Bool {
    cell.kind == meaning.kind && cell.title == meaning.title && cell.metadata == meaning.metadata
  }

  /// Whether the source region still says what `cell` says.
  package func keepsSource(of cell: Cell) -> Bool {
    cell.kind == meaning.kind && cell.source.hasSameBytes(as: meaning.source)
  }

  /// Whether the outputs region still says what `cell` says.
  package func keepsOutputs(of cell: Cell) -> Bool { cell.outputs == meaning.outputs }
}

extension Cell {
  /// Remembers the text the cell was read from.
  mutating func remember(
    format: String, header: String = "", source: String, between: String = "", outputs: String = "", suffix: String = ""
  ) {
    original = OriginalText(
      format: format, header: header, source: source, between: between, outputs: outputs, suffix: suffix,
      meaning: .init(kind: kind, title: title, source: self.source, metadata: metadata, outputs: self.outputs))
  }
}
