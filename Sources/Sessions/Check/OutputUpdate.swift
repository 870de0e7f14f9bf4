import Notebooks

/// Makes new recorded outputs: fresh where the old ones differ, the old ones, wildcards included, where they still agree.
struct OutputUpdate {
  private let comparison: OutputComparison
  /// Whether the file is a person's text, whose way of recording is kept; a notebook file takes the run's own outputs.
  private let isText: Bool

  init(_ comparison: OutputComparison, isText: Bool) {
    self.comparison = comparison
    self.isText = isText
  }

  /// The outputs to record.
  func outputs(recorded: [Output], fresh: [Output]) -> [Output] {
    guard !recorded.isEmpty else { return fresh }
    let texts = texts(recorded: recorded, fresh: fresh)
    let figures = zip(recorded.figures, fresh.figures).map { old, new in
      FigureComparison.difference(recorded: old, found: new) == nil ? old : new
    }
    let rest = fresh.figures.dropFirst(figures.count)
    let errors = [error(recorded: recorded.error, fresh: fresh.error)].compactMap { $0 }
    let notes = (isText ? recorded : fresh).filter { if case .stream(.standardError, _) = $0 { true } else { false } }
    // In the order of the run, where each of its pieces has one; else text, pictures, error.
    let pieces: [[Output]] = [texts, notes, (figures + rest).map { .figure($0) }, errors]
    let order = fresh.map { Self.place($0) }
    guard (0..<4).allSatisfy({ place in order.filter { $0 == place }.count == pieces[place].count }) else {
      return pieces.flatMap { $0 }
    }
    var used = [0, 0, 0, 0]
    return order.map { place in
      defer { used[place] += 1 }
      return pieces[place][used[place]]
    }
  }

  private static func place(_ output: Output) -> Int {
    switch output {
    case .stream(.standardOutput, _), .result, .raw: 0
    case .stream(.standardError, _): 1
    case .figure: 2
    case .error: 3
    }
  }

  private func error(recorded: Output?, fresh: Output?) -> Output? {
    guard let fresh else { return nil }
    if let recorded, let old = recorded.errorLine, let new = fresh.errorLine, comparison.matches(recorded: old, found: new) {
      return recorded
    }
    return fresh
  }

  /// The printed text and the echo.
  private func texts(recorded: [Output], fresh: [Output]) -> [Output] {
    let old = recorded.filter { Self.place($0) == 0 }
    let new = fresh.filter { Self.place($0) == 0 }
    // Nothing but an error or a picture was recorded: the text is still nobody's business.
    if old.isEmpty { return isText ? [] : new }
    if comparison.matches(recorded: old.shownText, found: new.shownText) { return old }
    guard isText, !new.isEmpty else { return new }
    if old.count == 1 { return [like(old[0], merged(old.shownText, new.shownText))] }
    let pairs = zip(old, new).map { (old: $0, new: $1) }
    guard old.count == new.count, pairs.allSatisfy({ Self.kind($0.old) == Self.kind($0.new) }) else { return new }
    return pairs.map { like($0.new, merged([$0.old].shownText, [$0.new].shownText)) }
  }

  private static func kind(_ output: Output) -> Int {
    switch output {
    case .stream: 0
    case .result: 1
    default: 2
    }
  }

  /// Text as an output of the same kind as `output`.
  private func like(_ output: Output, _ text: String) -> Output {
    guard case .result = output else { return .stream(.standardOutput, text) }
    return .result(text.utf8.last == 0x0A ? String(Substring(text.utf8.dropLast())) : text)
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
