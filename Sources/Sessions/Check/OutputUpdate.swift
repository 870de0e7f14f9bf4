import Notebooks

/// Makes new recorded outputs: fresh where the old ones differ, the old text, wildcards included, where it still agrees.
struct OutputUpdate {
  private let comparison: OutputComparison

  init(_ comparison: OutputComparison) { self.comparison = comparison }

  /// The outputs to record.
  func outputs(recorded: [Output], fresh: [Output]) -> [Output] {
    var updated: [Output] = []
    // Text formats keep one text; a notebook file's pieces are replaced as they are, having no wildcards.
    let isPlain = recorded.allSatisfy {
      switch $0 {
      case .stream(.standardOutput, _), .error: true
      default: false
      }
    }
    guard isPlain, !recorded.isEmpty else { return fresh }
    let old = recorded.shownText
    let new = fresh.shownText
    // Nothing but an error was recorded: the text is still nobody's business.
    let text = old.isEmpty && recorded.error != nil ? "" : merged(old, new)
    if !text.isEmpty { updated.append(.stream(.standardOutput, text)) }
    if let error = fresh.error {
      if let kept = recorded.error, let a = kept.errorLine, let b = error.errorLine, comparison.matches(recorded: a, found: b) {
        updated.append(kept)
      } else {
        updated.append(error)
      }
    }
    return updated
  }

  /// The fresh text with those recorded lines that still agree with theirs.
  func merged(_ recorded: String, _ fresh: String) -> String {
    let alignment = LineAlignment(recorded: recorded, fresh: fresh, comparison)
    var text = ""
    for step in alignment.steps {
      switch step {
      case .match(let row, _), .anything(let row, _): text += alignment.recorded[row] + "\n"
      case .added(let column): text += alignment.fresh[column] + "\n"
      case .removed: continue
      }
    }
    // A wildcard across lines may have held more than its line: then the fresh text stands alone.
    return comparison.matches(recorded: text, found: fresh) ? text : fresh
  }
}
