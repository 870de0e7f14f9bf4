/// Runs a program over a text by backtracking with a stack of its own, so that long texts and deep patterns cannot exhaust the machine's.
struct RegexMatcher {
  let program: RegexProgram
  let text: [Unicode.Scalar]
  /// The end of the part that is searched.
  let end: Int
  private var steps = 0
  private var mustAdvance = false
  private let ignoresCase: Bool
  private let isASCII: Bool

  /// Patterns that take exponential time are given up after so many steps.
  private static let maximumSteps = 200_000_000

  /// What to return to when the current way fails.
  private enum Choice {
    case branch(pc: Int, position: Int)
    /// A run that may give back characters down to a position.
    case shrink(pc: Int, least: Int, position: Int)
    /// A lazy run that may take more characters up to a position.
    case grow(pc: Int, single: Int, position: Int, most: Int)
    case slot(Int, Int)
    case loop(Int, Int)
  }

  init(_ program: RegexProgram, _ text: [Unicode.Scalar], end: Int) {
    self.program = program
    self.text = text
    self.end = end
    ignoresCase = program.flags.contains(.ignoreCase)
    isASCII = program.flags.contains(.ascii)
  }

  /// The slots of the first match at or after a position.
  ///
  /// With `mustAdvance` a match at that position itself must not be empty.
  mutating func search(from start: Int, mustAdvance: Bool = false) throws(Raised) -> [Int]? {
    var position = start
    if mustAdvance {
      self.mustAdvance = true
      defer { self.mustAdvance = false }
      if let slots = try match(at: position, isFull: false) { return slots }
      position += 1
    }
    while position <= end {
      if let first = program.firstLiteral {
        while position < end, text[position] != first { position += 1 }
        if position >= end { return nil }
      }
      if let slots = try match(at: position, isFull: false) { return slots }
      position += 1
    }
    return nil
  }

  /// The slots of a match that starts at a position, −1 where a group took no part.
  mutating func match(at start: Int, isFull: Bool) throws(Raised) -> [Int]? {
    var slots = [Int](repeating: -1, count: 2 * (program.groupCount + 1))
    slots[0] = start
    guard let last = try run(0, start, &slots, isFull: isFull) else { return nil }
    slots[1] = last
    return slots
  }

  private func test(_ node: RegexNode, _ scalar: Unicode.Scalar) -> Bool {
    switch node {
    case .literal(let wanted): return wanted == scalar || ignoresCase && RegexCase.equal(wanted, scalar)
    case .any(let matchesNewline): return matchesNewline || scalar != "\n"
    case .set(let set): return set.contains(scalar, ignoresCase: ignoresCase, isASCII: isASCII)
    default: return false
    }
  }

  /// Runs from an instruction to `accept`; the position reached, or nil.
  private mutating func run(_ first: Int, _ start: Int, _ slots: inout [Int], isFull: Bool) throws(Raised) -> Int? {
    var choices: [Choice] = []
    var loops = [Int](repeating: -1, count: program.loopCount)
    var pc = first
    var position = start
    while true {
      steps += 1
      if steps & 0xFFFF == 0 {
        try Interpreter.current.safePoint()
        if steps > RegexMatcher.maximumSteps { throw .runtimeError("the regular expression takes too many steps on this text") }
      }
      var isAlive = true
      switch program.code[pc] {
      case .literal(let scalar):
        isAlive = position < end && (text[position] == scalar || ignoresCase && RegexCase.equal(scalar, text[position]))
        position += 1
        pc += 1
      case .any(let matchesNewline):
        isAlive = position < end && (matchesNewline || text[position] != "\n")
        position += 1
        pc += 1
      case .set(let index):
        isAlive = position < end && program.sets[index].contains(text[position], ignoresCase: ignoresCase, isASCII: isASCII)
        position += 1
        pc += 1
      case .split(let preferred, let other):
        choices.append(.branch(pc: other, position: position))
        pc = preferred
      case .jump(let target): pc = target
      case .save(let slot):
        choices.append(.slot(slot, slots[slot]))
        slots[slot] = position
        pc += 1
      case .backreference(let group):
        if let length = referenceLength(group, position, slots) { position += length } else { isAlive = false }
        pc += 1
      case .assertion(let assertion):
        isAlive = holds(assertion, position)
        pc += 1
      case .run(let single, let minimum, let maximum, let kind):
        isAlive = takeRun(program.singles[single], single, minimum, maximum, kind, pc + 1, &position, &choices)
        pc += 1
      case .look(let behind, let isNegative, let next):
        isAlive = try look(pc + 1, behind, isNegative, position, &slots, &choices)
        pc = next
      case .atomic(let next):
        let before = slots
        if let reached = try run(pc + 1, position, &slots, isFull: false) {
          remember(before, slots, &choices)
          position = reached
        } else {
          slots = before
          isAlive = false
        }
        pc = next
      case .conditional(let group, let otherwise): pc = slots[2 * group + 1] >= 0 ? pc + 1 : otherwise
      case .loopStart(let loop):
        choices.append(.loop(loop, loops[loop]))
        loops[loop] = position
        pc += 1
      case .loopCheck(let loop):
        isAlive = loops[loop] != position
        pc += 1
      case .accept:
        // Parts that are matched on their own (look-around, atomic groups) do not start at instruction 0.
        isAlive = (!isFull || position == end) && !(mustAdvance && first == 0 && position == start)
        if isAlive { return position }
      }
      if !isAlive {
        guard let (place, at) = backtrack(&choices, &slots, &loops) else { return nil }
        pc = place
        position = at
      }
    }
  }

  /// Records changed slots so that they are restored when the match backs up past this point.
  private func remember(_ before: [Int], _ after: [Int], _ choices: inout [Choice]) {
    for index in before.indices where before[index] != after[index] { choices.append(.slot(index, before[index])) }
  }

  private func backtrack(_ choices: inout [Choice], _ slots: inout [Int], _ loops: inout [Int]) -> (pc: Int, position: Int)? {
    while let choice = choices.popLast() {
      switch choice {
      case .branch(let pc, let position): return (pc, position)
      case .slot(let index, let value): slots[index] = value
      case .loop(let index, let value): loops[index] = value
      case .shrink(let pc, let least, let position):
        if position - 1 > least { choices.append(.shrink(pc: pc, least: least, position: position - 1)) }
        return (pc, position - 1)
      case .grow(let pc, let single, let position, let most):
        guard position < most, test(program.singles[single], text[position]) else { continue }
        choices.append(.grow(pc: pc, single: single, position: position + 1, most: most))
        return (pc, position + 1)
      }
    }
    return nil
  }

  private func takeRun(
    _ node: RegexNode, _ single: Int, _ minimum: Int, _ maximum: Int, _ kind: RegexNode.Kind, _ next: Int,
    _ position: inout Int, _ choices: inout [Choice]
  ) -> Bool {
    let available = end - position
    if available < minimum { return false }
    let wanted = kind == .lazy ? minimum : min(maximum, available)
    var taken = 0
    while taken < wanted, test(node, text[position + taken]) { taken += 1 }
    if taken < minimum { return false }
    if kind == .lazy {
      let most = position + min(maximum, available)
      choices.append(.grow(pc: next, single: single, position: position + taken, most: most))
    } else if kind == .greedy, taken > minimum {
      choices.append(.shrink(pc: next, least: position + minimum, position: position + taken))
    }
    position += taken
    return true
  }

  private mutating func look(
    _ first: Int, _ behind: Int?, _ isNegative: Bool, _ position: Int, _ slots: inout [Int], _ choices: inout [Choice]
  ) throws(Raised) -> Bool {
    let start = position - (behind ?? 0)
    if start < 0 { return isNegative }
    let before = slots
    let found = try run(first, start, &slots, isFull: false) != nil
    if isNegative {
      slots = before
      return !found
    }
    if found { remember(before, slots, &choices) } else { slots = before }
    return found
  }

  private func referenceLength(_ group: Int, _ position: Int, _ slots: [Int]) -> Int? {
    let (start, stop) = (slots[2 * group], slots[2 * group + 1])
    guard start >= 0, stop >= start, position + stop - start <= end else { return nil }
    for offset in 0..<(stop - start) {
      let (a, b) = (text[start + offset], text[position + offset])
      if a != b, !(ignoresCase && RegexCase.equal(a, b)) { return nil }
    }
    return stop - start
  }

  private func holds(_ assertion: RegexNode.Assertion, _ position: Int) -> Bool {
    switch assertion {
    case .start: return position == 0
    case .end: return position == end
    case .lineStart: return position == 0 || text[position - 1] == "\n"
    case .lineEnd: return position == end || text[position] == "\n"
    case .endOrLastBreak: return position == end || position == end - 1 && text[position] == "\n"
    case .wordBoundary, .notWordBoundary:
      func isWord(_ index: Int) -> Bool {
        index >= 0 && index < end && RegexClass.holds(.word, text[index], isASCII)
      }
      return (isWord(position - 1) != isWord(position)) == (assertion == .wordBoundary)
    }
  }
}
