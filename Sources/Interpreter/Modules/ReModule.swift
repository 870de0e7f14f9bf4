/// `re`: patterns and matches over the engine in Regex/.
enum ReModule {
  static func build(_ interpreter: Interpreter) throws(Raised) -> Value {
    let module = ModuleObject("re", doc: "Regular expressions.")
    for (names, flag) in flagNames { for name in names { module.set(name, .int(flag.rawValue)) } }
    module.set("NOFLAG", .int(0))
    module.set("error", errorType.asValue)
    module.set("Pattern", PatternObject.patternType.asValue)
    module.set("Match", MatchObject.matchType.asValue)
    module.function("compile(pattern, flags=0)") { call throws(Raised) -> Value in
      .object(try PatternObject.compile(call[0], try call.int(1)))
    }
    for name in ["match", "search", "fullmatch", "findall", "finditer"] {
      module.function("\(name)(pattern, string, flags=0)") { call throws(Raised) -> Value in
        let pattern = try PatternObject.compile(call[0], try call.int(2))
        return try call.interpreter.callMethod(.object(pattern), name, [call[1]])
      }
    }
    for name in ["sub", "subn"] {
      module.function("\(name)(pattern, repl, string, count=0, flags=0)") { call throws(Raised) -> Value in
        let pattern = try PatternObject.compile(call[0], try call.int(4))
        return try call.interpreter.callMethod(.object(pattern), name, [call[1], call[2], call[3]])
      }
    }
    module.function("split(pattern, string, maxsplit=0, flags=0)") { call throws(Raised) -> Value in
      let pattern = try PatternObject.compile(call[0], try call.int(3))
      return try call.interpreter.callMethod(.object(pattern), "split", [call[1], call[2]])
    }
    module.function("escape(pattern)") { call throws(Raised) -> Value in
      let special = Set("()[]{}?*+-|^$\\.&~# \t\n\r\u{B}\u{C}".unicodeScalars)
      if let bytes = call[0].cast(to: BytesObject.self) {
        var result: [UInt8] = []
        for byte in bytes.bytes {
          if special.contains(Unicode.Scalar(byte)) { result.append(92) }
          result.append(byte)
        }
        return .object(BytesObject(result))
      }
      var result = String.UnicodeScalarView()
      for scalar in try call.string(0).unicodeScalars {
        if special.contains(scalar) { result.append("\\") }
        result.append(scalar)
      }
      return .string(String(result))
    }
    module.function("purge()") { call throws(Raised) -> Value in
      PatternObject.cache.removeAll()
      return .none
    }
    return module.asValue
  }

  static let flagNames: [([String], RegexFlags)] = [
    (["I", "IGNORECASE"], .ignoreCase), (["M", "MULTILINE"], .multiline), (["S", "DOTALL"], .dotAll),
    (["X", "VERBOSE"], .verbose), (["A", "ASCII"], .ascii), (["U", "UNICODE"], .unicode), (["L", "LOCALE"], .locale),
  ]

  static let errorType: TypeObject = TypeObject.native("error", module: "re", bases: [.exception], of: ExceptionObject.self) {
    _ in
  }

  static func error(_ error: RegexError, _ pattern: String) -> Raised {
    let exception = ExceptionObject(
      errorType, [.string(error.message + (error.position < 0 ? "" : " at position \(error.position)"))])
    exception.setOwnAttribute("msg", .string(error.message))
    exception.setOwnAttribute("pattern", .string(pattern))
    exception.setOwnAttribute("pos", error.position < 0 ? .none : .int(error.position))
    return Raised(exception)
  }
}

/// `re.Pattern`.
final class PatternObject: Object {
  let source: String
  let program: RegexProgram
  /// Whether the pattern is for bytes. Then texts stand for bytes, a character for each.
  let isBytes: Bool

  private init(_ source: String, _ program: RegexProgram, isBytes: Bool) {
    self.source = source
    self.program = program
    self.isBytes = isBytes
    super.init(PatternObject.patternType)
  }

  nonisolated(unsafe) static var cache: [String: PatternObject] = [:]

  /// A pattern from a text or a pattern.
  static func compile(_ value: Value, _ flags: Int) throws(Raised) -> PatternObject {
    if let pattern = value.cast(to: PatternObject.self) {
      if flags != 0 { throw .valueError("cannot process flags argument with a compiled pattern") }
      return pattern
    }
    let isBytes = value.cast(to: BytesObject.self) != nil
    guard let source = characters(value) else { throw .typeError("first argument must be string or compiled pattern") }
    let key = "\(isBytes) \(flags) \(source)"
    if let known = cache[key] { return known }
    let program: RegexProgram
    var given = RegexFlags(rawValue: flags)
    if isBytes {
      if given.contains(.unicode) { throw .valueError("cannot use UNICODE flag with a bytes pattern") }
      given.insert(.ascii)
    }
    do throws(RegexError) {
      program = try RegexProgram(source, given)
    } catch {
      throw ReModule.error(error, source)
    }
    let pattern = PatternObject(source, program, isBytes: isBytes)
    if cache.count >= 512 { cache.removeAll() }
    cache[key] = pattern
    return pattern
  }

  /// A text, or bytes as a text with a character for each; nil for anything else.
  private static func characters(_ value: Value) -> String? {
    if let text = value.stringValue { return text }
    guard let bytes = value.cast(to: BytesObject.self) else { return nil }
    var text = String.UnicodeScalarView()
    for byte in bytes.bytes { text.append(Unicode.Scalar(byte)) }
    return String(text)
  }

  /// What a text of the pattern or of a subject is for scripts.
  func shown(_ text: String) -> Value {
    guard isBytes else { return .string(text) }
    return .object(BytesObject(text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }))
  }

  /// The replacement or template that a script gave for this pattern; nil for anything but a text of its kind.
  func text(_ value: Value) -> String? {
    (value.cast(to: BytesObject.self) != nil) == isBytes ? PatternObject.characters(value) : nil
  }

  /// The text to search, with the part between `pos` and `endpos`.
  struct Subject {
    /// What the script gave.
    let value: Value
    let text: StrObject
    let scalars: [Unicode.Scalar]
    let start: Int
    let end: Int
  }

  func subject(_ call: Arguments, _ slot: Int, hasBounds: Bool) throws(Raised) -> Subject {
    let value = call[slot]
    let text: StrObject
    if let given = value.cast(to: StrObject.self) {
      if isBytes { throw .typeError("cannot use a bytes pattern on a string-like object") }
      text = given
    } else if value.cast(to: BytesObject.self) != nil, let characters = PatternObject.characters(value) {
      if !isBytes { throw .typeError("cannot use a string pattern on a bytes-like object") }
      text = StrObject(characters)
    } else {
      throw .typeError("expected string or bytes-like object, got '\(value.type.name)'")
    }
    let scalars = text.scalars
    guard hasBounds else { return Subject(value: value, text: text, scalars: scalars, start: 0, end: scalars.count) }
    let start = min(max(try call.int(slot + 1), 0), scalars.count)
    let end = min(max(call.has(slot + 2) ? try call.int(slot + 2) : scalars.count, 0), scalars.count)
    return Subject(value: value, text: text, scalars: scalars, start: start, end: end)
  }

  private func made(_ subject: Subject, _ slots: [Int]?) -> Value {
    guard let slots else { return .none }
    return .object(MatchObject(self, subject, slots))
  }

  /// Calls a body for all matches from left to right; it returns false to stop.
  func forEachMatch(_ subject: Subject, _ body: ([Int]) throws(Raised) -> Bool) throws(Raised) {
    var matcher = RegexMatcher(program, subject.scalars, end: subject.end)
    var position = subject.start
    var mustAdvance = false
    while position <= subject.end, let slots = try matcher.search(from: position, mustAdvance: mustAdvance) {
      if !(try body(slots)) { return }
      position = slots[1]
      // At the place of an empty match only a longer one may follow.
      mustAdvance = slots[0] == slots[1]
    }
  }

  static let patternType: TypeObject = TypeObject.native("Pattern", module: "re", of: PatternObject.self) { t in
    t.property("pattern") { pattern throws(Raised) in pattern.shown(pattern.source) }
    t.property("flags") { pattern throws(Raised) in
      .int(pattern.isBytes ? pattern.program.flags.subtracting(.ascii).rawValue : pattern.program.flags.rawValue)
    }
    t.property("groups") { pattern throws(Raised) in .int(pattern.program.groupCount) }
    t.property("groupindex") { pattern throws(Raised) in
      .object(DictObject(pattern.program.names.map { ($0.name, Value.int($0.group)) }))
    }
    t.method("search(self, string, pos=0, endpos=None)") { pattern, call throws(Raised) in
      let subject = try pattern.subject(call, 1, hasBounds: true)
      var matcher = RegexMatcher(pattern.program, subject.scalars, end: subject.end)
      return pattern.made(subject, try matcher.search(from: subject.start))
    }
    for (name, isFull) in [("match", false), ("fullmatch", true)] {
      t.method("\(name)(self, string, pos=0, endpos=None)") { pattern, call throws(Raised) in
        let subject = try pattern.subject(call, 1, hasBounds: true)
        if subject.start > subject.end { return .none }
        var matcher = RegexMatcher(pattern.program, subject.scalars, end: subject.end)
        return pattern.made(subject, try matcher.match(at: subject.start, isFull: isFull))
      }
    }
    t.method("finditer(self, string, pos=0, endpos=None)") { pattern, call throws(Raised) in
      let subject = try pattern.subject(call, 1, hasBounds: true)
      var found: [Value] = []
      try pattern.forEachMatch(subject) { (slots) throws(Raised) in
        found.append(pattern.made(subject, slots))
        return true
      }
      return try call.interpreter.iterator(of: .list(found))
    }
    t.method("findall(self, string, pos=0, endpos=None)") { pattern, call throws(Raised) in
      let subject = try pattern.subject(call, 1, hasBounds: true)
      var found: [Value] = []
      let groups = pattern.program.groupCount
      try pattern.forEachMatch(subject) { (slots) throws(Raised) in
        func text(_ group: Int) -> Value {
          pattern.shown(slots[2 * group] < 0 ? "" : subject.text.substring(slots[2 * group], slots[2 * group + 1]))
        }
        found.append(groups < 2 ? text(groups) : .tuple((1...groups).map(text)))
        return true
      }
      return .list(found)
    }
    t.method("split(self, string, maxsplit=0)") { pattern, call throws(Raised) in
      let subject = try pattern.subject(call, 1, hasBounds: false)
      let limit = try call.int(2)
      var parts: [Value] = []
      var last = 0
      var count = 0
      try pattern.forEachMatch(subject) { (slots) throws(Raised) in
        if limit > 0, count >= limit { return false }
        parts.append(pattern.shown(subject.text.substring(last, slots[0])))
        for group in stride(from: 2, to: slots.count, by: 2) {
          parts.append(slots[group] < 0 ? .none : pattern.shown(subject.text.substring(slots[group], slots[group + 1])))
        }
        last = slots[1]
        count += 1
        return true
      }
      parts.append(pattern.shown(subject.text.substring(last, subject.text.count)))
      return .list(parts)
    }
    t.method("sub(self, repl, string, count=0)") { pattern, call throws(Raised) in
      pattern.shown(try substitute(pattern, call).text)
    }
    t.method("subn(self, repl, string, count=0)") { pattern, call throws(Raised) in
      let (text, count) = try substitute(pattern, call)
      return .tuple([pattern.shown(text), .int(count)])
    }
    t.slots.hash = { value throws(Raised) in StrObject(value.cast(to: PatternObject.self)?.source ?? "").hashValue }
    t.slots.compare = { op, lhs, rhs throws(Raised) -> Value? in
      guard op == .equal || op == .notEqual, let a = lhs.cast(to: PatternObject.self), let b = rhs.cast(to: PatternObject.self)
      else { return nil }
      return .bool((a.source == b.source && a.isBytes == b.isBytes && a.program.flags == b.program.flags) == (op == .equal))
    }
    t.slots.repr = { value throws(Raised) in
      guard let pattern = value.cast(to: PatternObject.self) else { return "" }
      let source = try Interpreter.current.repr(pattern.shown(pattern.source))
      let shown = source.unicodeScalars.count > 200 ? String(source.unicodeScalars.prefix(200)) : source
      let flags = ReModule.flagNames.filter {
        $0.1 != .unicode && !(pattern.isBytes && $0.1 == .ascii) && pattern.program.flags.contains($0.1)
      }.map { "re." + $0.0[1] }
      return "re.compile(\(shown)\(flags.isEmpty ? "" : ", " + flags.joined(separator: "|")))"
    }
  }

  private static func substitute(_ pattern: PatternObject, _ call: Arguments) throws(Raised) -> (text: String, count: Int) {
    let subject = try pattern.subject(call, 2, hasBounds: false)
    let limit = try call.int(3)
    let interpreter = call.interpreter
    var template: RegexTemplate?
    if let text = pattern.text(call[1]) {
      template = try RegexTemplate(text, pattern)
    } else if !interpreter.isCallable(call[1]) {
      throw .typeError(
        pattern.isBytes
          ? "sequence item 0: expected a bytes-like object, \(call[1].type.name) found"
          : "expected str instance, \(call[1].type.name) found")
    }
    var result = ""
    var last = 0
    var count = 0
    try pattern.forEachMatch(subject) { (slots) throws(Raised) in
      if limit > 0, count >= limit { return false }
      result += subject.text.substring(last, slots[0])
      if let template {
        result += template.expand(subject.text, slots)
      } else {
        let replacement = try interpreter.call(call[1], [pattern.made(subject, slots)])
        guard let text = pattern.text(replacement) else {
          throw .typeError("expected str instance, \(replacement.type.name) found")
        }
        result += text
      }
      last = slots[1]
      count += 1
      return true
    }
    return (result + subject.text.substring(last, subject.text.count), count)
  }
}
