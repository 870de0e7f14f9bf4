import Glibc

/// The methods and protocol slots of `str`; searching is in StrMethods+Search.swift, classification in StrMethods+Classes.swift.
enum StrMethods {
  static func setUp() {
    TypeObject.str.extend(of: StrObject.self) { t in
      t.doc = "Text: a sequence of Unicode code points."
      setUpConstruction(t)
      setUpSlots(t)
      setUpCase(t)
      setUpPadding(t)
      setUpSplitting(t)
      setUpSearch(t)
      setUpClasses(t)
      setUpFormatting(t)
    }
    TypeObject.str.set(
      "maketrans", .object(StaticMethodObject(NativeFunction("maketrans(x, y=None, z=None, /)", makeTranslation).asValue)))
  }

  private static func setUpConstruction(_ t: TypeBuilder<StrObject>) {
    t.construct("str(object='', encoding=None, errors=None)") { type, call throws(Raised) -> Value in
      if call.has(1) || call.has(2) {
        guard let bytes = call[0].cast(to: BytesObject.self) else {
          if call[0].cast(to: StrObject.self) != nil { throw .typeError("decoding str is not supported") }
          throw .typeError("decoding to str: need a bytes-like object, \(call[0].type.name) found")
        }
        let encoding = call.has(1) ? try call.string(1) : "utf-8"
        let text = try TextEncoding.decode(bytes.bytes, encoding, errors: call.has(2) ? try call.string(2) : "strict")
        return .object(StrObject(text, type))
      }
      if type === TypeObject.str, let text = call[0].cast(to: StrObject.self), text.type === TypeObject.str { return call[0] }
      return .object(StrObject(try call.interpreter.str(call[0]), type))
    }
  }

  private static func setUpSlots(_ t: TypeBuilder<StrObject>) {
    t.slots.repr = { value throws(Raised) in TextEscapes.repr(text(value).string) }
    t.slots.str = { value throws(Raised) in text(value).string }
    t.slots.format = { value, spec throws(Raised) in try Formatting.format(text(value).string, spec) }
    t.slots.hash = { value throws(Raised) in text(value).hashValue }
    t.slots.bool = { value throws(Raised) in !text(value).string.isEmpty }
    t.slots.length = { value throws(Raised) in text(value).count }
    t.slots.compare = compare
    t.slots.binary = binary
    t.slots.getItem = getItem
    t.slots.contains = { container, item throws(Raised) in
      let text = text(container)
      guard let part = textIfAny(item) else {
        throw .typeError("'in <string>' requires string as left operand, not \(item.type.name)")
      }
      return find(part, in: text, 0, text.count) >= 0
    }
    t.slots.iterate = { value throws(Raised) in
      let text = text(value)
      let state = IterationState()
      return .object(
        IteratorObject(text.isASCII ? .asciiIterator : .strIterator) { () throws(Raised) -> Value? in
          state.index < text.count ? character(text.scalar(at: state.advance())) : nil
        })
    }
  }

  nonisolated(unsafe) private static let singleCharacters: [StrObject] = (0..<128).map { code in
    StrObject.intern(String(Unicode.Scalar(UInt8(code))))
  }

  /// A string of one code point; those of ASCII exist once.
  static func character(_ scalar: Unicode.Scalar) -> Value {
    if scalar.value < 128 { return .object(singleCharacters[Int(scalar.value)]) }
    return .string(String(scalar))
  }

  private static func compare(_ op: CompareOperator, _ lhs: Value, _ rhs: Value) throws(Raised) -> Value? {
    guard let a = textIfAny(lhs), let b = textIfAny(rhs) else { return nil }
    switch op {
    case .equal: return .bool(a.equals(b))
    case .notEqual: return .bool(!a.equals(b))
    case .less: return .bool(a.compare(b) < 0)
    case .lessEqual: return .bool(a.compare(b) <= 0)
    case .greater: return .bool(a.compare(b) > 0)
    case .greaterEqual: return .bool(a.compare(b) >= 0)
    }
  }

  private static func binary(_ op: Operator, _ lhs: Value, _ rhs: Value) throws(Raised) -> Value? {
    switch op {
    case .add:
      guard let a = textIfAny(lhs), let b = textIfAny(rhs) else { return nil }
      try MemoryLimit.checked(a.string.utf8.count &+ b.string.utf8.count, stride: 1)
      return .string(a.string + b.string)
    case .multiply:
      let factor = textIfAny(lhs) != nil ? rhs : lhs
      guard let text = textIfAny(lhs) ?? textIfAny(rhs), let count = try Interpreter.current.repetition(factor) else {
        return nil
      }
      return .string(try repeated(text.string, count))
    case .modulo:
      guard let template = textIfAny(lhs) else { return nil }
      var format = PercentFormat(Interpreter.current, rhs)
      return .string(try format.render(template.string))
    default: return nil
    }
  }

  /// Text times a count; MemoryError when the result would be beyond reason.
  static func repeated(_ text: String, _ count: Int) throws(Raised) -> String {
    if count <= 0 || text.isEmpty { return "" }
    let (size, overflow) = text.utf8.count.multipliedReportingOverflow(by: count)
    if overflow { throw .memoryError("") }
    try MemoryLimit.checked(size, stride: 1)
    return String(repeating: text, count: count)
  }

  private static func getItem(_ container: Value, _ index: Value) throws(Raised) -> Value {
    let text = text(container)
    if case .int(var position) = index {
      let count = text.count
      if position < 0 { position &+= count }
      if position < 0 || position >= count { throw .indexError("string index out of range") }
      return character(text.scalar(at: position))
    }
    if let slice = index.cast(to: SliceObject.self) {
      let (start, step, count) = try slice.resolved(length: text.count)
      if step == 1 { return .string(text.substring(start, start + count)) }
      return .object(StrObject(scalars: (0..<count).map { text.scalar(at: start + $0 * step) }))
    }
    guard let position = try Interpreter.current.position(index, in: text.count, "string index out of range") else {
      throw .typeError("string indices must be integers, not '\(index.type.name)'")
    }
    return character(text.scalar(at: position))
  }

  /// The text of a value that the slot's type promises to be one.
  @inline(__always) static func text(_ value: Value) -> StrObject {
    guard let text = textIfAny(value) else { preconditionFailure("slots of str are asked of texts only") }
    return text
  }

  /// The text that a value is, if it is one.
  @inline(__always) static func textIfAny(_ value: Value) -> StrObject? {
    guard case .object(let object) = value, object.tag & 0x7F == ObjectTag.str.rawValue else { return nil }
    return unsafeDowncast(object, to: StrObject.self)
  }

  // MARK: Case

  private static func setUpCase(_ t: TypeBuilder<StrObject>) {
    t.method("lower(self, /)") { text, call throws(Raised) in .string(lowercased(text)) }
    t.method("upper(self, /)") { text, call throws(Raised) in .string(text.string.uppercased()) }
    t.method("casefold(self, /)") { text, call throws(Raised) in .string(folded(text)) }
    t.method("capitalize(self, /)") { text, call throws(Raised) in
      guard let first = text.string.unicodeScalars.first else { return .string("") }
      let rest = String(text.string.unicodeScalars.dropFirst())
      return .string(first.properties.titlecaseMapping + rest.lowercased())
    }
    t.method("swapcase(self, /)") { text, call throws(Raised) in
      var result = ""
      for scalar in text.string.unicodeScalars {
        let properties = scalar.properties
        if properties.isUppercase {
          result += properties.lowercaseMapping
        } else if properties.isLowercase {
          result += properties.uppercaseMapping
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
      return .string(result)
    }
    t.method("title(self, /)") { text, call throws(Raised) in
      var result = ""
      var afterLetter = false
      for scalar in text.string.unicodeScalars {
        let properties = scalar.properties
        result += afterLetter ? properties.lowercaseMapping : properties.titlecaseMapping
        afterLetter = properties.isCased
      }
      return .string(result)
    }
  }

  private static func lowercased(_ text: StrObject) -> String { text.string.lowercased() }

  /// Full case folding where it differs from lower case: the sharp s and its like.
  private static func folded(_ text: StrObject) -> String {
    if text.isASCII { return text.string.lowercased() }
    var result = ""
    for scalar in text.string.unicodeScalars {
      let upper = scalar.properties.uppercaseMapping
      if upper.unicodeScalars.count > 1 || scalar == "ς" || scalar == "ſ" {
        result += upper.lowercased()
      } else {
        result += scalar.properties.lowercaseMapping
      }
    }
    return result
  }

  // MARK: Padding and trimming

  private static func setUpPadding(_ t: TypeBuilder<StrObject>) {
    func fill(_ call: Arguments) throws(Raised) -> String {
      guard let text = call[2].stringValue else {
        throw .typeError("The fill character must be a unicode character, not \(call[2].type.name)")
      }
      if text.unicodeScalars.count != 1 { throw .typeError("The fill character must be exactly one character long") }
      return text
    }
    func missing(_ text: StrObject, _ call: Arguments) throws(Raised) -> Int {
      let (missing, overflow) = (try call.int(1)).subtractingReportingOverflow(text.count)
      if !overflow, missing > FormatSpec.maximumWidth { throw .memoryError("") }
      return overflow ? 0 : max(missing, 0)
    }
    t.method("ljust(self, width, fillchar=' ', /)") { text, call throws(Raised) in
      .string(text.string + (try repeated(try fill(call), try missing(text, call))))
    }
    t.method("rjust(self, width, fillchar=' ', /)") { text, call throws(Raised) in
      .string(try repeated(try fill(call), try missing(text, call)) + text.string)
    }
    t.method("center(self, width, fillchar=' ', /)") { text, call throws(Raised) in
      let total = try missing(text, call)
      if total == 0 { return .string(text.string) }
      // An odd blank goes left when the width is odd.
      let left = total / 2 + (total & (try call.int(1)) & 1)
      let character = try fill(call)
      return .string(try repeated(character, left) + text.string + (try repeated(character, total - left)))
    }
    t.method("zfill(self, width, /)") { text, call throws(Raised) in
      let zeros = try repeated("0", try missing(text, call))
      if let first = text.string.utf8.first, first == 43 || first == 45 {
        return .string(String(text.string.prefix(1)) + zeros + text.string.dropFirst())
      }
      return .string(zeros + text.string)
    }
    t.method("strip(self, chars=None, /)") { text, call throws(Raised) in try strip(text, call, left: true, right: true) }
    t.method("lstrip(self, chars=None, /)") { text, call throws(Raised) in try strip(text, call, left: true, right: false) }
    t.method("rstrip(self, chars=None, /)") { text, call throws(Raised) in try strip(text, call, left: false, right: true) }
    t.method("removeprefix(self, prefix, /)") { text, call throws(Raised) in
      let prefix = try call.object(1, StrObject.self, "str")
      return .string(text.string.utf8.starts(with: prefix.string.utf8) ? text.substring(prefix.count, text.count) : text.string)
    }
    t.method("removesuffix(self, suffix, /)") { text, call throws(Raised) in
      let suffix = try call.object(1, StrObject.self, "str")
      let isSuffix = text.string.utf8.reversed().starts(with: suffix.string.utf8.reversed())
      return .string(isSuffix ? text.substring(0, text.count - suffix.count) : text.string)
    }
    t.method("expandtabs(self, tabsize=8)") { text, call throws(Raised) in
      let size = try call.int(1)
      var result = String.UnicodeScalarView()
      var column = 0
      for scalar in text.string.unicodeScalars {
        if scalar == "\t" {
          guard size > 0 else { continue }
          let blanks = size - column % size
          if blanks > FormatSpec.maximumWidth { throw .memoryError("") }
          result.append(contentsOf: String(repeating: " ", count: blanks).unicodeScalars)
          column += blanks
        } else {
          result.append(scalar)
          column = scalar == "\n" || scalar == "\r" ? 0 : column + 1
        }
      }
      return .string(String(result))
    }
  }

  private static func strip(_ text: StrObject, _ call: Arguments, left: Bool, right: Bool) throws(Raised) -> Value {
    var set: Set<Unicode.Scalar>?
    if call.has(1) {
      guard let characters = call[1].stringValue else {
        throw .typeError("\(call.functionName) arg must be None or str")
      }
      set = Set(characters.unicodeScalars)
    }
    func isStripped(_ scalar: Unicode.Scalar) -> Bool { set?.contains(scalar) ?? isSpace(scalar) }
    var start = 0
    var end = text.count
    if left { while start < end, isStripped(text.scalar(at: start)) { start += 1 } }
    if right { while end > start, isStripped(text.scalar(at: end - 1)) { end -= 1 } }
    if start == 0, end == text.count { return .object(text) }
    return .string(text.substring(start, end))
  }

  /// Whether Python calls a code point white space.
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 128 { return value == 32 || value >= 9 && value <= 13 || value >= 28 && value <= 31 }
    return scalar.properties.isWhitespace
  }

  // MARK: Formatting and translation

  private static func setUpFormatting(_ t: TypeBuilder<StrObject>) {
    let format = NativeFunction(unbound: "format(self, /, *args, **kwargs)", name: "format") { call throws(Raised) -> Value in
      guard call.count > 0, let text = call.base[0].cast(to: StrObject.self) else { throw .wrongReceiver(call) }
      if call.keywordNames == nil, let simple = PlainTemplate.render(text, call.base + 1, call.count - 1) {
        return .object(simple)
      }
      if let template = FormatTemplate.of(text), let result = try template.render(call) { return .string(result) }
      let positional = call.positionalCount
      var format = TemplateFormat(call.interpreter, (1..<positional).map { call.base[$0] }) { (name) throws(Raised) -> Value in
        for k in positional..<call.count where call.keywordName(k) == name { return call.base[k] }
        throw .keyError(.string(name))
      }
      return .string(try format.render(text.string))
    }
    format.kind = .method
    format.owner = t.type
    t.attribute("format", format.asValue)
    t.method("format_map(self, mapping, /)") { text, call throws(Raised) in
      let interpreter = call.interpreter
      let mapping = call[1]
      var format = TemplateFormat(interpreter, []) { (name) throws(Raised) -> Value in
        try interpreter.item(mapping, .string(name))
      }
      format.allowsPositions = false
      return .string(try format.render(text.string))
    }
    t.method("translate(self, table, /)") { text, call throws(Raised) in
      var result = ""
      for scalar in text.string.unicodeScalars {
        var replacement: Value?
        do throws(Raised) {
          replacement = try call.interpreter.item(call[1], .int(Int(scalar.value)))
        } catch {
          guard error.exception.type.isSubtype(of: .lookupError) else { throw error }
        }
        switch replacement {
        case nil: result.unicodeScalars.append(scalar)
        case .some(.none): break
        case .some(let value):
          if let text = value.stringValue {
            result += text
          } else if let code = value.intValue, let small = UInt32(exactly: code), let scalar = Unicode.Scalar(small) {
            result.unicodeScalars.append(scalar)
          } else {
            throw .typeError("character mapping must return integer, None or str")
          }
        }
      }
      return .string(result)
    }
    t.method("encode(self, encoding='utf-8', errors='strict')") { text, call throws(Raised) in
      .object(BytesObject(try TextEncoding.encode(text.string, try call.string(1), errors: try call.string(2))))
    }
    t.method("__format__(self, format_spec, /)") { text, call throws(Raised) in
      .string(try Formatting.format(text.string, try call.string(1)))
    }
  }

  private static func makeTranslation(_ call: Arguments) throws(Raised) -> Value {
    let table = DictObject()
    if !call.has(1) {
      guard let mapping = call[0].cast(to: DictObject.self) else {
        throw .typeError("if you give only one argument to maketrans it must be a dict")
      }
      for (key, value) in mapping.pairs {
        if let text = key.stringValue {
          guard text.unicodeScalars.count == 1, let scalar = text.unicodeScalars.first else {
            throw .valueError("string keys in translate table must be of length 1")
          }
          try table.set(.int(Int(scalar.value)), value)
        } else {
          try table.set(key, value)
        }
      }
      return .object(table)
    }
    let from = Array(try call.string(0).unicodeScalars)
    let to = Array(try call.string(1).unicodeScalars)
    if from.count != to.count { throw .valueError("the first two maketrans arguments must have equal length") }
    for (a, b) in zip(from, to) { try table.set(.int(Int(a.value)), .int(Int(b.value))) }
    if call.has(2) { for scalar in try call.string(2).unicodeScalars { try table.set(.int(Int(scalar.value)), .none) } }
    return .object(table)
  }
}
