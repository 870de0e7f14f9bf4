/// An instruction of the matcher. Targets are positions in the program.
enum RegexInstruction {
  case literal(Unicode.Scalar)
  case any(matchesNewline: Bool)
  case set(Int)
  /// Continues at the first target, and at the second if that fails.
  case split(Int, Int)
  case jump(Int)
  /// Stores the position in a slot: 2g for the start of group g, 2g + 1 for its end.
  case save(Int)
  case backreference(Int)
  case assertion(RegexNode.Assertion)
  /// A single-character test repeated: taken in one go, given back one by one.
  case run(Int, minimum: Int, maximum: Int, RegexNode.Kind)
  /// Matches the part up to its `accept` on its own, then continues at the target.
  case look(behind: Int?, isNegative: Bool, next: Int)
  case atomic(next: Int)
  case conditional(Int, otherwise: Int)
  /// Remembers where a turn of a loop starts.
  case loopStart(Int)
  /// Fails if the turn took nothing, because it would take nothing for ever.
  case loopCheck(Int)
  case accept
}

/// A compiled regular expression.
struct RegexProgram {
  private(set) var code: [RegexInstruction] = []
  private(set) var sets: [RegexSet] = []
  /// The tests of `run` instructions.
  private(set) var singles: [RegexNode] = []
  let flags: RegexFlags
  let groupCount: Int
  let names: [(name: String, group: Int)]
  private(set) var loopCount = 0
  /// What every match starts with, when that is one certain character.
  private(set) var firstLiteral: Unicode.Scalar?

  /// More instructions than this are refused: counted repetitions are unrolled.
  private static let maximumSize = 200_000

  init(_ pattern: String, _ givenFlags: RegexFlags) throws(RegexError) {
    var parser = RegexParser(pattern, givenFlags)
    let node = try parser.parse()
    flags = parser.flags.contains(.ascii) ? parser.flags : parser.flags.union(.unicode)
    groupCount = parser.groupCount
    names = parser.names
    try emit(node)
    try add(.accept)
    if !flags.contains(.ignoreCase), case .literal(let scalar)? = code.first { firstLiteral = scalar }
  }

  private mutating func add(_ instruction: RegexInstruction) throws(RegexError) {
    if code.count >= RegexProgram.maximumSize { throw RegexError(message: "the pattern is too large", position: 0) }
    code.append(instruction)
  }

  private mutating func emit(_ node: RegexNode) throws(RegexError) {
    switch node {
    case .empty: break
    case .literal(let scalar): try add(.literal(scalar))
    case .any(let matchesNewline): try add(.any(matchesNewline: matchesNewline))
    case .set(let set):
      sets.append(set)
      try add(.set(sets.count - 1))
    case .sequence(let nodes): for part in nodes { try emit(part) }
    case .alternatives(let nodes): try emitAlternatives(nodes)
    case .group(let number, let body):
      if let number { try add(.save(2 * number)) }
      try emit(body)
      if let number { try add(.save(2 * number + 1)) }
    case .repetition(let body, let minimum, let maximum, let kind): try emitRepetition(body, minimum, maximum, kind)
    case .backreference(let number): try add(.backreference(number))
    case .assertion(let assertion): try add(.assertion(assertion))
    case .look(let body, let behind, let isNegative):
      let place = code.count
      try add(.look(behind: behind, isNegative: isNegative, next: 0))
      try emit(body)
      try add(.accept)
      code[place] = .look(behind: behind, isNegative: isNegative, next: code.count)
    case .atomic(let body): try emitAtomic(body)
    case .conditional(let number, let yes, let no):
      let place = code.count
      try add(.conditional(number, otherwise: 0))
      try emit(yes)
      let end = code.count
      try add(.jump(0))
      code[place] = .conditional(number, otherwise: code.count)
      try emit(no)
      code[end] = .jump(code.count)
    }
  }

  private mutating func emitAtomic(_ body: RegexNode) throws(RegexError) {
    let place = code.count
    try add(.atomic(next: 0))
    try emit(body)
    try add(.accept)
    code[place] = .atomic(next: code.count)
  }

  private mutating func emitAlternatives(_ nodes: [RegexNode]) throws(RegexError) {
    var ends: [Int] = []
    for (index, node) in nodes.enumerated() {
      if index == nodes.count - 1 {
        try emit(node)
        break
      }
      let place = code.count
      try add(.split(0, 0))
      try emit(node)
      ends.append(code.count)
      try add(.jump(0))
      code[place] = .split(place + 1, code.count)
    }
    for end in ends { code[end] = .jump(code.count) }
  }

  private mutating func emitRepetition(
    _ body: RegexNode, _ minimum: Int, _ maximum: Int, _ kind: RegexNode.Kind
  ) throws(RegexError) {
    if body.isSingle {
      singles.append(body)
      return try add(.run(singles.count - 1, minimum: minimum, maximum: maximum, kind))
    }
    if kind == .possessive {
      return try emitAtomic(.repetition(body, minimum: minimum, maximum: maximum, .greedy))
    }
    for _ in 0..<minimum { try emit(body) }
    if maximum == Int.max {
      let loop = loopCount
      loopCount += 1
      let place = code.count
      try add(.split(0, 0))
      try add(.loopStart(loop))
      try emit(body)
      try add(.loopCheck(loop))
      try add(.jump(place))
      code[place] = kind == .greedy ? .split(place + 1, code.count) : .split(code.count, place + 1)
      return
    }
    var places: [Int] = []
    for _ in 0..<(maximum - minimum) {
      places.append(code.count)
      try add(.split(0, 0))
      try emit(body)
    }
    for place in places { code[place] = kind == .greedy ? .split(place + 1, code.count) : .split(code.count, place + 1) }
  }
}
