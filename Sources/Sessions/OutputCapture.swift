import Notebooks

/// Collects a cell's outputs in order; adjacent pieces of a stream become one.
struct OutputCapture {
  private(set) var outputs: [Output] = []
  /// How many bytes of printed text are kept; what a cell prints beyond is shown, but not recorded.
  static let longest = 16 << 20
  private var byteCount = 0
  private var isToBeCleared = false

  /// Whether more was written than is kept.
  var isFull: Bool { byteCount >= Self.longest }

  mutating func write(_ stream: Output.Stream, _ text: String) {
    guard !text.isEmpty else { return }
    if isToBeCleared { clear(waits: false) }
    guard byteCount < Self.longest else { return }
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

  mutating func append(_ output: Output) {
    if isToBeCleared { clear(waits: false) }
    outputs.append(output)
  }

  /// Forgets what there is; if `waits`, when the next output comes.
  mutating func clear(waits: Bool) {
    isToBeCleared = waits
    if !waits { (outputs, byteCount) = ([], 0) }
  }
}
