/// Whether a fresh output agrees with a recorded one.
///
/// Text is compared exactly, whole numbers exactly, decimals within a tolerance (`|a − b| ≤ atol + rtol·|b|`, and against decimals
/// only). In the recorded text `...` stands for any text, `[TIME]` for a duration or a clock time, `[ADDR]` for an address.
package struct OutputComparison {
  /// How far apart two decimals may be.
  package struct Tolerance: Equatable {
    /// Relative to the recorded number.
    package var relative: Double
    /// In absolute terms.
    package var absolute: Double

    /// Makes a tolerance; by default what different processors make of float32 arithmetic, and no more.
    package init(relative: Double = 1e-5, absolute: Double = 1e-8) {
      self.relative = relative
      self.absolute = absolute
    }

    func accepts(_ found: Double, recorded: Double) -> Bool {
      if found == recorded { return true }
      // Beyond a tolerance of 100 % nothing would be compared, and two numbers of opposite sign never agree.
      guard found.isFinite, recorded.isFinite else { return false }
      let distance = (found - recorded).magnitude
      if found.sign != recorded.sign, distance > absolute { return false }
      return distance <= absolute + relative * recorded.magnitude
    }
  }

  private let tolerance: Tolerance

  /// Makes a comparison within a tolerance.
  package init(_ tolerance: Tolerance = Tolerance()) { self.tolerance = tolerance }

  /// Whether `found` is what `recorded` asks for; a missing final newline makes no difference.
  package func matches(recorded: String, found: String) -> Bool {
    let pattern = RecordedPattern(recorded).elements
    let text = OutputToken.tokens(of: found)
    // Each pair (pattern element, token) is tried once: `...` may not make the search exponential.
    var open: Set<Int> = [0]
    for (index, element) in pattern.enumerated() {
      var next: Set<Int> = []
      switch element {
      case .anything:
        guard let first = open.min() else { return false }
        next = Set(first...text.count)
        // The last element takes all the rest.
        if index == pattern.count - 1 { return true }
      case .token(let wanted):
        for place in open where place < text.count && agrees(wanted, text[place]) { next.insert(place + 1) }
      case .time:
        for place in open { for end in OutputToken.endsOfTime(text, from: place) { next.insert(end) } }
      case .address:
        for place in open { if let end = OutputToken.endOfAddress(text, from: place) { next.insert(end) } }
      }
      open = next
      if open.isEmpty { return false }
    }
    return open.contains(text.count)
  }

  /// How far a decimal may be from the recorded `number`.
  func allowed(at number: Double) -> Double { tolerance.absolute + tolerance.relative * number.magnitude }

  /// Whether two tokens agree.
  func agrees(_ wanted: OutputToken, _ found: OutputToken) -> Bool {
    switch (wanted, found) {
    case (.decimal(let a, let spelling), .decimal(let b, let other)):
      return spelling == other || tolerance.accepts(b, recorded: a)
    case (.whole(let a), .whole(let b)): return a == b
    case (.text(let a), .text(let b)): return a.utf8.elementsEqual(b.utf8)
    default: return false
    }
  }
}
