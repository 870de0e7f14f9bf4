import Notebooks

/// Collects a cell's outputs in order; adjacent pieces of a stream become one.
struct OutputCapture {
  private(set) var outputs: [Output] = []
  /// How many bytes of printed text are kept; what a cell prints beyond is shown, but not recorded.
  static let longest = 16 << 20
  private var byteCount = 0

  /// Whether more was written than is kept.
  var isFull: Bool { byteCount >= Self.longest }

  mutating func write(_ stream: Output.Stream, _ text: String) {
    guard !text.isEmpty, byteCount < Self.longest else { return }
    byteCount += text.utf8.count
    let kept = byteCount < Self.longest ? text : text + "\n[the rest of the output was not recorded]\n"
    if case .stream(stream, var whole)? = outputs.last {
      // Taken out first, so that the text grows in place.
      outputs.removeLast()
      whole += kept
      outputs.append(.stream(stream, whole))
    } else {
      outputs.append(.stream(stream, kept))
    }
  }

  mutating func append(_ output: Output) { outputs.append(output) }
}
