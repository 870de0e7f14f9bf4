/// A parsed regular expression.
indirect enum RegexNode {
  case empty
  case literal(Unicode.Scalar)
  /// `.`; whether it takes line breaks too.
  case any(matchesNewline: Bool)
  case set(RegexSet)
  case sequence([RegexNode])
  case alternatives([RegexNode])
  /// A group; nil for one that does not capture.
  case group(Int?, RegexNode)
  case repetition(RegexNode, minimum: Int, maximum: Int, Kind)
  case backreference(Int)
  case assertion(Assertion)
  /// Lookahead, or lookbehind of a fixed width.
  case look(RegexNode, behind: Int?, isNegative: Bool)
  case atomic(RegexNode)
  /// `(?(1)yes|no)`.
  case conditional(Int, RegexNode, RegexNode)

  enum Kind {
    case greedy
    case lazy
    case possessive
  }

  enum Assertion {
    case start
    case end
    case lineStart
    case lineEnd
    /// `$` outside of multi-line mode: the end, or before a line break at the end.
    case endOrLastBreak
    case wordBoundary
    case notWordBoundary
  }

  /// How many code points it takes when that is always the same number.
  var fixedWidth: Int? {
    switch self {
    case .empty, .assertion, .look: return 0
    case .literal, .any, .set: return 1
    case .sequence(let nodes):
      var width = 0
      for node in nodes {
        guard let part = node.fixedWidth else { return nil }
        width += part
      }
      return width
    case .alternatives(let nodes):
      guard let first = nodes.first?.fixedWidth else { return nil }
      return nodes.allSatisfy { $0.fixedWidth == first } ? first : nil
    case .group(_, let node), .atomic(let node): return node.fixedWidth
    case .repetition(let node, let minimum, let maximum, _):
      guard minimum == maximum, let width = node.fixedWidth else { return nil }
      let (total, overflow) = width.multipliedReportingOverflow(by: minimum)
      return overflow ? nil : total
    case .backreference: return nil
    case .conditional(_, let yes, let no): return yes.fixedWidth == no.fixedWidth ? yes.fixedWidth : nil
    }
  }

  /// Whether it takes exactly one code point and remembers nothing.
  var isSingle: Bool {
    switch self {
    case .literal, .any, .set: return true
    default: return false
    }
  }
}

/// A set of code points: `[…]`, `\d` and the like.
struct RegexSet {
  var ranges: [ClosedRange<UInt32>] = []
  var classes: [RegexClass] = []
  var isNegated = false
  /// Whether `(?i:…)` stands around it.
  var ignoresCase = false

  func contains(_ scalar: Unicode.Scalar, ignoresCase everywhere: Bool, isASCII: Bool) -> Bool {
    if holds(scalar, isASCII) { return !isNegated }
    if ignoresCase || everywhere {
      for other in RegexCase.variants(scalar) where holds(other, isASCII) { return !isNegated }
    }
    return isNegated
  }

  private func holds(_ scalar: Unicode.Scalar, _ isASCII: Bool) -> Bool {
    for range in ranges where range.contains(scalar.value) { return true }
    for entry in classes where entry.contains(scalar, isASCII) { return true }
    return false
  }
}

/// `\d`, `\w`, `\s` and their opposites.
struct RegexClass {
  enum Kind {
    case digit
    case word
    case space
  }
  var kind: Kind
  var isNegated: Bool

  func contains(_ scalar: Unicode.Scalar, _ isASCII: Bool) -> Bool {
    RegexClass.holds(kind, scalar, isASCII) != isNegated
  }

  static func holds(_ kind: Kind, _ scalar: Unicode.Scalar, _ isASCII: Bool) -> Bool {
    let value = scalar.value
    switch kind {
    case .digit:
      if value < 128 || isASCII { return value >= 48 && value <= 57 }
      return scalar.properties.numericType == .decimal
    case .space:
      if isASCII { return value == 32 || value >= 9 && value <= 13 }
      return StrMethods.isSpace(scalar)
    case .word:
      if value < 128 { return value | 32 >= 97 && value | 32 <= 122 || value >= 48 && value <= 57 || value == 95 }
      return !isASCII && (StrMethods.isLetter(scalar) || scalar.properties.numericType != nil)
    }
  }
}

/// Comparison without regard to case.
enum RegexCase {
  /// The other case of a code point, where that is one code point.
  static func variants(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    if scalar.value < 128 {
      let isLetter = scalar.value | 32 >= 97 && scalar.value | 32 <= 122
      return isLetter ? [Unicode.Scalar(UInt8(scalar.value ^ 32))] : []
    }
    let properties = scalar.properties
    return [properties.lowercaseMapping, properties.uppercaseMapping].compactMap { text in
      let scalars = text.unicodeScalars
      return scalars.count == 1 && scalars.first != scalar ? scalars.first : nil
    }
  }

  static func equal(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> Bool { a == b || variants(a).contains(b) }
}

/// The flags of `re`, with Python's numbers.
struct RegexFlags: OptionSet {
  let rawValue: Int
  static let ignoreCase = RegexFlags(rawValue: 2)
  static let locale = RegexFlags(rawValue: 4)
  static let multiline = RegexFlags(rawValue: 8)
  static let dotAll = RegexFlags(rawValue: 16)
  static let unicode = RegexFlags(rawValue: 32)
  static let verbose = RegexFlags(rawValue: 64)
  static let ascii = RegexFlags(rawValue: 256)
}

/// A pattern that cannot be read.
struct RegexError: Error {
  var message: String
  var position: Int
}
