/// One cell: its text, what is known about it, and its recorded outputs.
package struct Cell: Equatable {
  /// What a cell's text is.
  package enum Kind: String, Equatable {
    case code, markdown, raw
  }

  /// Whether the text is code, prose or neither.
  package var kind: Kind
  /// A heading some formats keep beside the cell.
  package var title: String?
  /// The text, without a final newline and without recorded outputs.
  package var source: String
  /// Properties of the cell, such as `raises`, `rtol` or `tags`.
  package var metadata: JSONObject
  /// The recorded outputs, in order; empty when nothing is recorded.
  package var outputs: [Output]
  /// The cell's name within its file, where the format has one.
  package var id: String?
  /// The number of the run that produced the outputs, where the format keeps it.
  package var executionCount: Int?
  /// Fields of the file that nothing here understands, kept to be written back.
  package var unknownFields: JSONObject
  /// The 1-based line of the file on which the source starts (in a notebook file, the cell); 0 for a cell that no file holds.
  package var line: Int
  /// The text this cell was read from.
  package var original: OriginalText?

  /// Makes a cell that no file holds yet.
  package init(
    kind: Kind = .code, title: String? = nil, source: String, metadata: JSONObject = JSONObject(), outputs: [Output] = []
  ) {
    self.kind = kind
    self.title = title
    self.source = source
    self.metadata = metadata
    self.outputs = outputs
    unknownFields = JSONObject()
    line = 0
  }

  /// Whether both cells say the same, wherever they were read from.
  package static func == (lhs: Cell, rhs: Cell) -> Bool {
    lhs.kind == rhs.kind && lhs.title == rhs.title && lhs.source.hasSameBytes(as: rhs.source)
      && lhs.metadata == rhs.metadata && lhs.outputs == rhs.outputs
  }
}
