/// `re.Match`.
final class MatchObject: Object {
  let pattern: PatternObject
  let subject: PatternObject.Subject
  /// Start and end of each group, −1 where it took no part.
  let slots: [Int]

  init(_ pattern: PatternObject, _ subject: PatternObject.Subject, _ slots: [Int]) {
    self.pattern = pattern
    self.subject = subject
    self.slots = slots
    super.init(MatchObject.matchType)
  }

  /// The number of a group given by number or name.
  private func group(_ value: Value) throws(Raised) -> Int {
    if let name = value.stringValue {
      if let entry = pattern.program.names.first(where: { $0.name == name }) { return entry.group }
    } else if let number = try Interpreter.current.indexIfPossible(value), number >= 0, number <= pattern.program.groupCount {
      return number
    }
    throw .indexError("no such group")
  }

  private func text(_ group: Int, _ missing: Value = .none) -> Value {
    slots[2 * group] < 0 ? missing : pattern.shown(subject.text.substring(slots[2 * group], slots[2 * group + 1]))
  }

  /// The group that closed last.
  private var lastGroup: Int? {
    var best: Int?
    for group in 1..<max(1, slots.count / 2) where slots[2 * group] >= 0 {
      if let known = best, slots[2 * known + 1] >= slots[2 * group + 1] { continue }
      best = group
    }
    return best
  }

  static let matchType: TypeObject = TypeObject.native("Match", module: "re", of: MatchObject.self) { t in
    t.property("string") { match throws(Raised) in match.subject.value }
    t.property("re") { match throws(Raised) in .object(match.pattern) }
    t.property("pos") { match throws(Raised) in .int(match.subject.start) }
    t.property("endpos") { match throws(Raised) in .int(match.subject.end) }
    t.property("lastindex") { match throws(Raised) in match.lastGroup.map { .int($0) } ?? .none }
    t.property("lastgroup") { match throws(Raised) in
      guard let group = match.lastGroup, let entry = match.pattern.program.names.first(where: { $0.group == group }) else {
        return .none
      }
      return .string(entry.name)
    }
    t.method("group(self, *groups)") { match, call throws(Raised) in
      let wanted = call.rest(1)
      if wanted.isEmpty { return match.text(0) }
      var found: [Value] = []
      for value in wanted { found.append(match.text(try match.group(value))) }
      return found.count == 1 ? found[0] : .tuple(found)
    }
    t.slots.getItem = { value, index throws(Raised) in
      guard let match = value.cast(to: MatchObject.self) else { return .none }
      return match.text(try match.group(index))
    }
    t.method("groups(self, default=None)") { match, call throws(Raised) in
      .tuple((0..<match.pattern.program.groupCount).map { match.text($0 + 1, call[1]) })
    }
    t.method("groupdict(self, default=None)") { match, call throws(Raised) in
      .object(DictObject(match.pattern.program.names.map { ($0.name, match.text($0.group, call[1])) }))
    }
    t.method("start(self, group=0, /)") { match, call throws(Raised) in .int(match.slots[2 * (try match.group(call[1]))]) }
    t.method("end(self, group=0, /)") { match, call throws(Raised) in .int(match.slots[2 * (try match.group(call[1])) + 1]) }
    t.method("span(self, group=0, /)") { match, call throws(Raised) in
      let group = try match.group(call[1])
      return .tuple([.int(match.slots[2 * group]), .int(match.slots[2 * group + 1])])
    }
    t.method("expand(self, template)") { match, call throws(Raised) in
      guard let template = match.pattern.text(call[1]) else {
        throw .typeError("expected \(match.pattern.isBytes ? "bytes" : "str") instance, \(call[1].type.name) found")
      }
      return match.pattern.shown(try RegexTemplate(template, match.pattern).expand(match.subject.text, match.slots))
    }
    t.slots.bool = { value throws(Raised) in true }
    t.slots.repr = { value throws(Raised) in
      guard let match = value.cast(to: MatchObject.self) else { return "" }
      let text = match.subject.text.substring(match.slots[0], match.slots[1])
      return
        "<re.Match object; span=(\(match.slots[0]), \(match.slots[1])), match=\(String(try Interpreter.current.repr(match.pattern.shown(text)).prefix(50)))>"
    }
  }
}

/// A replacement text with references such as `\1` and `\g<name>`.
struct RegexTemplate {
  private enum Part {
    case text(String)
    case group(Int)
  }
  private var parts: [Part] = []

  init(_ template: String, _ pattern: PatternObject) throws(Raised) {
    let scalars = Array(template.unicodeScalars)
    var literal = String.UnicodeScalarView()
    var index = 0
    func error(_ message: String, _ position: Int) -> Raised {
      ReModule.error(RegexError(message: message, position: position), template)
    }
    func group(_ number: Int, _ position: Int) throws(Raised) -> Int {
      if number > pattern.program.groupCount { throw error("invalid group reference \(number)", position) }
      return number
    }
    while index < scalars.count {
      guard scalars[index] == "\\" else {
        literal.append(scalars[index])
        index += 1
        continue
      }
      let start = index
      index += 1
      guard index < scalars.count else { throw error("bad escape (end of pattern)", start) }
      let escape = scalars[index]
      index += 1
      switch escape {
      case "n": literal.append("\n")
      case "t": literal.append("\t")
      case "r": literal.append("\r")
      case "f": literal.append("\u{C}")
      case "v": literal.append("\u{B}")
      case "a": literal.append("\u{7}")
      case "b": literal.append("\u{8}")
      case "\\": literal.append("\\")
      case "0": literal.append("\0")
      case "g":
        guard index < scalars.count, scalars[index] == "<", let close = scalars[index...].firstIndex(of: ">") else {
          throw error("missing <", index)
        }
        let name = String(String.UnicodeScalarView(scalars[(index + 1)..<close]))
        let number: Int
        if let given = Int(name), given >= 0 {
          number = try group(given, index + 1)
        } else if let entry = pattern.program.names.first(where: { $0.name == name }) {
          number = entry.group
        } else {
          throw .indexError("unknown group name \(TextEscapes.repr(name))")
        }
        parts += [.text(String(literal)), .group(number)]
        literal = String.UnicodeScalarView()
        index = close + 1
      case "1"..."9":
        var number = Int(escape.value) - 48
        if index < scalars.count, scalars[index].value >= 48, scalars[index].value <= 57 {
          number = number * 10 + Int(scalars[index].value) - 48
          index += 1
        }
        parts += [.text(String(literal)), .group(try group(number, start + 1))]
        literal = String.UnicodeScalarView()
      default:
        if escape.value < 128, escape.value | 32 >= 97, escape.value | 32 <= 122 {
          throw error("bad escape \\\(escape)", start)
        }
        literal.append("\\")
        literal.append(escape)
      }
    }
    parts.append(.text(String(literal)))
  }

  func expand(_ text: StrObject, _ slots: [Int]) -> String {
    var result = ""
    for part in parts {
      switch part {
      case .text(let literal): result += literal
      case .group(let number): if slots[2 * number] >= 0 { result += text.substring(slots[2 * number], slots[2 * number + 1]) }
      }
    }
    return result
  }
}
