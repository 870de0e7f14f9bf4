// Grammar: alternatives = sequence ("|" sequence)*   sequence = (atom quantifier?)*   quantifier = ("*" | "+" | "?" | "{m,n}") ("?" | "+")?
// Atoms are in the order of `parseAtom`.

/// Reads a regular expression in Python's notation.
struct RegexParser {
  private let pattern: [Unicode.Scalar]
  private var index = 0
  private var depth = 0
  private(set) var flags: RegexFlags
  /// Whether `(?i:…)` stands around the current place.
  private var ignoresCaseHere = false
  private(set) var groupCount = 0
  private(set) var names: [(name: String, group: Int)] = []
  private var openGroups: Set<Int> = []

  private static let maximumDepth = 500
  /// Python's limit is beyond what a program of unrolled repetitions could hold.
  private static let maximumRepeat = 4_294_967_295

  init(_ text: String, _ flags: RegexFlags) {
    pattern = Array(text.unicodeScalars)
    self.flags = flags
  }

  mutating func parse() throws(RegexError) -> RegexNode {
    let node = try parseAlternatives()
    if index < pattern.count { throw error("unbalanced parenthesis", index) }
    return node
  }

  private func error(_ message: String, _ position: Int) -> RegexError { RegexError(message: message, position: position) }

  private var current: Unicode.Scalar? { index < pattern.count ? pattern[index] : nil }

  private mutating func accept(_ scalar: Unicode.Scalar) -> Bool {
    guard current == scalar else { return false }
    index += 1
    return true
  }

  private mutating func parseAlternatives() throws(RegexError) -> RegexNode {
    depth += 1
    defer { depth -= 1 }
    if depth > RegexParser.maximumDepth { throw error("pattern is nested too deeply", index) }
    var branches = [try parseSequence()]
    while accept("|") { branches.append(try parseSequence()) }
    return branches.count == 1 ? branches[0] : .alternatives(branches)
  }

  private mutating func parseSequence() throws(RegexError) -> RegexNode {
    var nodes: [RegexNode] = []
    while let next = current, next != "|", next != ")" {
      if flags.contains(.verbose) {
        if StrMethods.isSpace(next) {
          index += 1
          continue
        }
        if next == "#" {
          while let skipped = current, skipped != "\n" {
            _ = skipped
            index += 1
          }
          continue
        }
      }
      let start = index
      guard let atom = try parseAtom() else { continue }
      nodes.append(try parseQuantifiers(atom, start))
    }
    return nodes.count == 1 ? nodes[0] : nodes.isEmpty ? .empty : .sequence(nodes)
  }

  private mutating func parseQuantifiers(_ atom: RegexNode, _ start: Int) throws(RegexError) -> RegexNode {
    let place = index
    guard let (minimum, maximum) = try parseBounds() else { return atom }
    if case .assertion = atom { throw error("nothing to repeat", place) }
    let kind: RegexNode.Kind = accept("?") ? .lazy : accept("+") ? .possessive : .greedy
    let again = index
    if try parseBounds() != nil { throw error("multiple repeat", again) }
    return .repetition(atom, minimum: minimum, maximum: maximum, kind)
  }

  /// The bounds of a quantifier; nil, and nothing read, where none stands.
  private mutating func parseBounds() throws(RegexError) -> (Int, Int)? {
    let start = index
    if accept("*") { return (0, Int.max) }
    if accept("+") { return (1, Int.max) }
    if accept("?") { return (0, 1) }
    guard accept("{") else { return nil }
    let low = try parseNumber()
    var high = low
    if accept(",") { high = try parseNumber() } else if low == nil { high = -1 }
    guard accept("}"), high != -1 || low != nil else {
      index = start
      return nil
    }
    if let low, let high, low > high { throw error("min repeat greater than max repeat", start + 1) }
    return (low ?? 0, high ?? Int.max)
  }

  private mutating func parseNumber() throws(RegexError) -> Int? {
    let start = index
    var value = 0
    while let digit = current, digit.value >= 48, digit.value <= 57 {
      value = value * 10 + Int(digit.value) - 48
      if value > RegexParser.maximumRepeat { throw error("the repetition number is too large", start) }
      index += 1
    }
    return index == start ? nil : value
  }

  /// An atom; inside `(?i:…)` one that does not regard case.
  private mutating func parseAtom() throws(RegexError) -> RegexNode? {
    let atom = try parseCaseSensitiveAtom()
    guard ignoresCaseHere else { return atom }
    switch atom {
    case .literal(let scalar)?:
      return .set(RegexSet(ranges: [scalar.value...scalar.value], ignoresCase: true))
    case .set(var set)?:
      set.ignoresCase = true
      return .set(set)
    default: return atom
    }
  }

  private mutating func parseCaseSensitiveAtom() throws(RegexError) -> RegexNode? {
    let start = index
    let scalar = pattern[index]
    switch scalar {
    case ".":
      index += 1
      return .any(matchesNewline: flags.contains(.dotAll))
    case "^":
      index += 1
      return .assertion(flags.contains(.multiline) ? .lineStart : .start)
    case "$":
      index += 1
      return .assertion(flags.contains(.multiline) ? .lineEnd : .endOrLastBreak)
    case "(": return try parseGroup()
    case "[": return try parseSet()
    case "\\": return try parseEscape()
    case "*", "+", "?": throw error("nothing to repeat", start)
    case "{":
      if try parseBounds() != nil { throw error("nothing to repeat", start) }
      index += 1
      return .literal("{")
    default:
      index += 1
      return .literal(scalar)
    }
  }

  // MARK: Groups

  private mutating func parseGroup() throws(RegexError) -> RegexNode? {
    let start = index
    index += 1
    guard accept("?") else { return try parseCapture(nil, start) }
    guard let kind = current else { throw error("unexpected end of pattern", index) }
    switch kind {
    case ":":
      index += 1
      return .group(nil, try parseBody(start))
    case "P":
      index += 1
      if accept("<") { return try parseCapture(try parseName(until: ">"), start) }
      if accept("=") {
        let place = index
        let name = try parseName(until: ")")
        return .backreference(try group(named: name, place))
      }
      let shown = current.map { "?P" + String($0) } ?? "?P"
      throw error(current == nil ? "unexpected end of pattern" : "unknown extension \(shown)", start + 1)
    case "=", "!":
      index += 1
      return .look(try parseBody(start), behind: nil, isNegative: kind == "!")
    case "<":
      index += 1
      guard let sign = current else { throw error("unexpected end of pattern", index) }
      guard sign == "=" || sign == "!" else { throw error("unknown extension ?<\(sign)", start + 1) }
      index += 1
      let body = try parseBody(start)
      guard let width = body.fixedWidth else { throw error("look-behind requires fixed-width pattern", -1) }
      return .look(body, behind: width, isNegative: sign == "!")
    case ">":
      index += 1
      return .atomic(try parseBody(start))
    case "#":
      while let skipped = current, skipped != ")" {
        _ = skipped
        index += 1
      }
      if !accept(")") { throw error("missing ), unterminated comment", start) }
      return nil
    case "(": return try parseConditional(start)
    default: return try parseFlags(start)
    }
  }

  private mutating func parseBody(_ start: Int) throws(RegexError) -> RegexNode {
    let outer = flags
    let body = try parseAlternatives()
    flags = outer
    if !accept(")") { throw error("missing ), unterminated subpattern", start) }
    return body
  }

  private mutating func parseCapture(_ name: String?, _ start: Int) throws(RegexError) -> RegexNode {
    groupCount += 1
    let number = groupCount
    if let name {
      if let known = names.first(where: { $0.name == name }) {
        throw error(
          "redefinition of group name \(TextEscapes.repr(name)) as group \(number); was group \(known.group)", start + 4)
      }
      names.append((name, number))
    }
    openGroups.insert(number)
    let body = try parseBody(start)
    openGroups.remove(number)
    return .group(number, body)
  }

  private mutating func parseName(until end: Unicode.Scalar) throws(RegexError) -> String {
    let start = index
    while let scalar = current, scalar != end {
      _ = scalar
      index += 1
    }
    let name = String(String.UnicodeScalarView(pattern[start..<index]))
    if !accept(end) { throw error(name.isEmpty ? "missing group name" : "missing \(end), unterminated name", start) }
    if name.isEmpty { throw error("missing group name", start) }
    if !StrMethods.isIdentifier(name) { throw error("bad character in group name \(TextEscapes.repr(name))", start) }
    return name
  }

  private func group(named name: String, _ place: Int) throws(RegexError) -> Int {
    guard let entry = names.first(where: { $0.name == name }) else {
      throw error("unknown group name \(TextEscapes.repr(name))", place)
    }
    if openGroups.contains(entry.group) { throw error("cannot refer to an open group", place) }
    return entry.group
  }

  private mutating func parseConditional(_ start: Int) throws(RegexError) -> RegexNode {
    index += 1
    let place = index
    var text = String.UnicodeScalarView()
    while let scalar = current, scalar != ")" {
      text.append(scalar)
      index += 1
    }
    if !accept(")") { throw error("missing ), unterminated name", place) }
    let number: Int
    if let given = Int(String(text)) { number = given } else { number = try group(named: String(text), place) }
    if number < 1 || number > groupCount { throw error("invalid group reference \(number)", place) }
    let yes = try parseSequence()
    let no: RegexNode = accept("|") ? try parseSequence() : .empty
    if current == "|" { throw error("conditional backref with more than two branches", index) }
    if !accept(")") { throw error("missing ), unterminated subpattern", start) }
    return .conditional(number, yes, no)
  }

  private static func flag(_ scalar: Unicode.Scalar) -> RegexFlags? {
    switch scalar {
    case "i": return .ignoreCase
    case "m": return .multiline
    case "s": return .dotAll
    case "x": return .verbose
    case "a": return .ascii
    case "u": return .unicode
    case "L": return .locale
    default: return nil
    }
  }

  /// `(?i)` at the start, `(?i-s:…)` anywhere.
  private mutating func parseFlags(_ start: Int) throws(RegexError) -> RegexNode? {
    var added: RegexFlags = []
    var removed: RegexFlags = []
    var isRemoving = false
    while let scalar = current, scalar != ")", scalar != ":" {
      if scalar == "-", !isRemoving {
        isRemoving = true
      } else if let flag = RegexParser.flag(scalar) {
        if isRemoving { removed.insert(flag) } else { added.insert(flag) }
      } else {
        let isFirst = added.isEmpty && removed.isEmpty && !isRemoving
        throw isFirst ? error("unknown extension ?\(scalar)", start + 1) : error("unknown flag", index)
      }
      index += 1
    }
    if accept(")") {
      if start != 0 { throw error("global flags not at the start of the expression", start) }
      flags.formUnion(added)
      return nil
    }
    if !accept(":") { throw error("missing -, : or )", index) }
    let outer = (flags, ignoresCaseHere)
    flags.formUnion(added)
    flags.subtract(removed)
    if added.contains(.ignoreCase) { ignoresCaseHere = true }
    if removed.contains(.ignoreCase) { ignoresCaseHere = false }
    let body = try parseAlternatives()
    (flags, ignoresCaseHere) = outer
    if !accept(")") { throw error("missing ), unterminated subpattern", start) }
    return .group(nil, body)
  }

  // MARK: Escapes

  private mutating func parseEscape() throws(RegexError) -> RegexNode {
    let start = index
    index += 1
    guard let scalar = current else { throw error("bad escape (end of pattern)", start) }
    switch scalar {
    case "A": return assertion(.start)
    case "Z": return assertion(.end)
    case "b": return assertion(.wordBoundary)
    case "B": return assertion(.notWordBoundary)
    case "1"..."9":
      return try parseReference(start)
    default: break
    }
    if let entry = RegexParser.characterClass(scalar) {
      index += 1
      return .set(RegexSet(classes: [entry]))
    }
    return .literal(try parseCharacterEscape(start))
  }

  private mutating func assertion(_ kind: RegexNode.Assertion) -> RegexNode {
    index += 1
    return .assertion(kind)
  }

  private mutating func parseReference(_ start: Int) throws(RegexError) -> RegexNode {
    let first = pattern[index]
    index += 1
    var number = Int(first.value) - 48
    if let second = current, second.value >= 48, second.value <= 57 {
      // Three octal digits are a character.
      if first.value <= 51, second.value <= 55, index + 1 < pattern.count, pattern[index + 1].value >= 48,
        pattern[index + 1].value <= 55
      {
        let value = (UInt32(number) * 8 + second.value - 48) * 8 + pattern[index + 1].value - 48
        index += 2
        return .literal(Unicode.Scalar(value) ?? "\0")
      }
      number = number * 10 + Int(second.value) - 48
      index += 1
    }
    if number > groupCount { throw error("invalid group reference \(number)", start + 1) }
    if openGroups.contains(number) { throw error("cannot refer to an open group", start) }
    return .backreference(number)
  }

  private static func characterClass(_ scalar: Unicode.Scalar) -> RegexClass? {
    switch scalar {
    case "d": return RegexClass(kind: .digit, isNegated: false)
    case "D": return RegexClass(kind: .digit, isNegated: true)
    case "w": return RegexClass(kind: .word, isNegated: false)
    case "W": return RegexClass(kind: .word, isNegated: true)
    case "s": return RegexClass(kind: .space, isNegated: false)
    case "S": return RegexClass(kind: .space, isNegated: true)
    default: return nil
    }
  }

  /// The code point of an escape; the backslash is read, its letter is not.
  private mutating func parseCharacterEscape(_ start: Int) throws(RegexError) -> Unicode.Scalar {
    let scalar = pattern[index]
    index += 1
    switch scalar {
    case "n": return "\n"
    case "t": return "\t"
    case "r": return "\r"
    case "f": return "\u{C}"
    case "v": return "\u{B}"
    case "a": return "\u{7}"
    case "0":
      var value: UInt32 = 0
      var digits = 0
      while digits < 2, let digit = current, digit.value >= 48, digit.value <= 55 {
        value = value * 8 + digit.value - 48
        index += 1
        digits += 1
      }
      return Unicode.Scalar(value) ?? "\0"
    case "x", "u", "U":
      let count = scalar == "x" ? 2 : scalar == "u" ? 4 : 8
      var value: UInt32 = 0
      for _ in 0..<count {
        guard let digit = current, digit.value < 128, let number = Character(digit).hexDigitValue else {
          let shown = String(String.UnicodeScalarView(pattern[start..<index]))
          throw error("incomplete escape \(shown)", start)
        }
        value = value &* 16 &+ UInt32(number)
        index += 1
      }
      guard let result = Unicode.Scalar(value) else { throw error("bad escape \\\(scalar)", start) }
      return result
    default:
      let isLetter = scalar.value | 32 >= 97 && scalar.value | 32 <= 122 && scalar.value < 128
      if isLetter { throw error("bad escape \\\(scalar)", start) }
      return scalar
    }
  }

  // MARK: Sets

  private mutating func parseSet() throws(RegexError) -> RegexNode {
    let start = index
    index += 1
    var set = RegexSet()
    set.isNegated = accept("^")
    let first = index
    while true {
      guard let scalar = current else { throw error("unterminated character set", start) }
      if scalar == "]", index > first {
        index += 1
        return .set(set)
      }
      let place = index
      let (low, entry) = try parseSetItem()
      guard current == "-", index + 1 < pattern.count, pattern[index + 1] != "]" else {
        if let entry { set.classes.append(entry) } else { set.ranges.append(low.value...low.value) }
        continue
      }
      index += 1
      let (high, highEntry) = try parseSetItem()
      let shown = String(String.UnicodeScalarView(pattern[place..<index]))
      if entry != nil || highEntry != nil || high.value < low.value { throw error("bad character range \(shown)", place) }
      set.ranges.append(low.value...high.value)
    }
  }

  private mutating func parseSetItem() throws(RegexError) -> (Unicode.Scalar, RegexClass?) {
    let start = index
    guard let scalar = current else { throw error("unterminated character set", start) }
    index += 1
    guard scalar == "\\" else { return (scalar, nil) }
    guard let escape = current else { throw error("bad escape (end of pattern)", start) }
    if escape == "b" {
      index += 1
      return ("\u{8}", nil)
    }
    if let entry = RegexParser.characterClass(escape) {
      index += 1
      return (escape, entry)
    }
    return (try parseCharacterEscape(start), nil)
  }
}
