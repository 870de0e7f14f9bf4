import Notebooks

/// What a check found about one cell.
package struct CellVerdict {
  /// The kinds of findings.
  package enum Kind: String, CaseIterable {
    /// The outputs agree with the recorded ones.
    case passed
    /// Nothing is recorded, and the cell ran.
    case ran
    /// It was not to be run.
    case skipped
    /// The outputs differ from the recorded ones.
    case differs
    /// It raised without being expected to.
    case raised
    /// It was to raise and did not.
    case didNotRaise
    /// It was stopped by a time limit.
    case timedOut
    /// It printed more than can be compared, and was stopped.
    case printedTooMuch
    /// It was not reached.
    case notRun

    /// Whether the check fails because of it.
    package var isFailure: Bool {
      switch self {
      case .passed, .ran, .skipped: false
      case .differs, .raised, .didNotRaise, .timedOut, .printedTooMuch, .notRun: true
      }
    }

    /// What it means, to follow "cell 3".
    package var phrase: String {
      switch self {
      case .passed: "agrees"
      case .ran: "ran"
      case .skipped: "was skipped"
      case .differs: "differs"
      case .raised: "raised"
      case .didNotRaise: "did not raise as expected"
      case .timedOut: "ran out of time"
      case .printedTooMuch: "printed too much"
      case .notRun: "was not run"
      }
    }

    /// Whether an update can settle it.
    package var canBeUpdated: Bool { self == .differs }
  }

  /// The finding.
  package var kind: Kind
  /// The cell's place among the cells of its notebook, from 1.
  package var number: Int
  /// The line of the file on which the cell starts; 0 where lines say nothing.
  package var line: Int
  /// The cell's first line, to recognise it by.
  package var title: String
  /// What differs, for a person to read; lines end in `\n`.
  package var details: String
  /// How long the cell ran.
  package var seconds: Double
  /// The outputs that an update would record.
  package var updatedOutputs: [Output] = []

  /// Makes a finding about the cell of this number.
  package init(kind: Kind, number: Int, line: Int, title: String, details: String = "", seconds: Double = 0) {
    self.kind = kind
    self.number = number
    self.line = line
    self.title = title
    self.details = details
    self.seconds = seconds
  }
}
