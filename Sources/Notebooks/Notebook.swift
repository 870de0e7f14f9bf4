/// A notebook: cells in order, with what its file says about the whole.
package struct Notebook: Equatable {
  /// The cells, in the order in which they run.
  package var cells: [Cell]
  /// Properties of the whole notebook, such as `rtol` or `.ipynb`'s `kernelspec`.
  package var metadata: JSONObject
  /// Text before the first cell that belongs to none, as the file has it: a `# ---` header, an encoding line.
  package var preamble: String
  /// The name of the format that the preamble is written in.
  package var preambleFormat = ""
  /// Whether running a cell shows the value of its last expression: true for notebooks, false for plain scripts.
  package var echoesLastExpression: Bool

  /// Fields of the file that nothing here understands, kept to be written back.
  package var unknownFields = JSONObject()

  /// Makes a notebook of `cells`.
  package init(
    cells: [Cell] = [], metadata: JSONObject = JSONObject(), preamble: String = "", echoesLastExpression: Bool = true
  ) {
    self.cells = cells
    self.metadata = metadata
    self.preamble = preamble
    self.echoesLastExpression = echoesLastExpression
  }
}
