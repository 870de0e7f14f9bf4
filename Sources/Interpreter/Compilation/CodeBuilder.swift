import Syntax

/// A place in the code that jumps may target before it is known.
final class Label {
  var position: Int32 = -1
  var uses: [Int] = []
}

/// A block whose end needs code however it is left.
final class Cleanup {
  enum Kind {
    case loop(breakTo: Label, continueTo: Label)
    /// The body of a `try … except`: nothing to run, but code of outer blocks is outside its protection.
    case protected
    /// A `try … finally`: the statements to run.
    case finally([Statement])
    /// An exception handler: the register with the exception handled before, that of its own, and the name to unbind.
    case handler(saved: Int, exception: Int, name: String?)
    /// The body of an `except*`, which nothing leaves but its end and exceptions: what was handled before the statement, and its part.
    case groupHandler(saved: Int, exception: Int)
    /// A `with`: the register of the exit method.
    case with(exit: Int, span: Span)
  }
  let kind: Kind
  /// The protected stretches of code, open-ended while `start` is set.
  var ranges: [(Int32, Int32)] = []
  var start: Int32?

  init(_ kind: Kind) { self.kind = kind }
}

/// Collects the instructions of one code object.
final class CodeBuilder {
  let code: Code
  let scope: Scope
  var instructions: [Instruction] = []
  var spans: [Span] = []
  var constants: [Value] = []
  private var constantIndex: [String: Int32] = [:]
  private var nameIndex: [String: Int32] = [:]
  var registers: [String: Int] = [:]
  var tempTop = 1
  var firstTemp = 1
  var cleanups: [Cleanup] = []
  var handlers: [HandlerRange] = []
  private var attributeCount = 0
  var failure: SyntaxError?

  init(code: Code, scope: Scope) {
    self.code = code
    self.scope = scope
  }

  var position: Int32 { Int32(instructions.count) }

  @discardableResult func emit(
    _ op: Opcode, a: Int = 0, b: Int = 0, c: Int = 0, d: Int = 0, flags: UInt8 = 0, _ span: Span
  ) -> Int {
    if a > Int(UInt16.max), failure == nil {
      failure = SyntaxError("too many variables and nested expressions in one function", span, in: code.source)
    }
    instructions.append(
      Instruction(
        op: op, flags: flags, a: UInt16(truncatingIfNeeded: a), b: Int32(truncatingIfNeeded: b),
        c: Int32(truncatingIfNeeded: c),
        d: Int32(truncatingIfNeeded: d)))
    spans.append(span)
    return instructions.count - 1
  }

  func anchor(_ left: Int32, _ right: Int32) { code.anchors[position - 1] = (left, right) }

  // MARK: Registers

  /// A new temporary.
  func allocate(_ count: Int = 1) -> Int {
    let register = tempTop
    tempTop += count
    if tempTop > code.registerCount { code.registerCount = tempTop }
    return register
  }

  // MARK: Labels

  func jump(_ op: Opcode, a: Int = 0, b: Int = 0, c: Int = 0, flags: UInt8 = 0, to label: Label, _ span: Span) {
    let at = emit(op, a: a, b: b, c: c, d: Int(label.position), flags: flags, span)
    if label.position < 0 { label.uses.append(at) }
  }

  func place(_ label: Label) {
    label.position = position
    for use in label.uses { instructions[use].d = position }
    label.uses = []
  }

  // MARK: Tables

  func constant(_ value: Value, key: String) -> Int {
    if let index = constantIndex[key] { return Int(index) }
    constants.append(value)
    constantIndex[key] = Int32(constants.count - 1)
    return constants.count - 1
  }

  func constant(_ value: Constant) -> Int {
    switch value {
    case .none: return constant(.none, key: "None")
    case .bool(let flag): return constant(.bool(flag), key: flag ? "True" : "False")
    case .ellipsis: return constant(.ellipsis, key: "...")
    case .int(let number): return constant(.int(number), key: "i\(number)")
    case .bigInt(let digits, let radix):
      return constant(.integer(BigInt(digits, radix: radix) ?? 0), key: "b\(radix):\(digits)")
    case .float(let number): return constant(.float(number), key: "f\(number.bitPattern)")
    case .imaginary(let number): return constant(.object(ComplexObject(0, number)), key: "j\(number.bitPattern)")
    case .string(let text): return string(text)
    case .bytes(let bytes):
      constants.append(.object(BytesObject(bytes)))
      return constants.count - 1
    }
  }

  func string(_ text: String) -> Int {
    // Keyed by bytes: Swift's equality of strings would merge canonically equivalent texts.
    let isName = text.utf8.count <= 32 && text.utf8.allSatisfy { $0 < 128 }
    if !isName {
      constants.append(.object(StrObject(text)))
      return constants.count - 1
    }
    return constant(.object(StrObject.intern(text)), key: "s" + text)
  }

  func name(_ text: String) -> Int {
    if let index = nameIndex[text] { return Int(index) }
    code.names.append(StrObject.intern(text))
    nameIndex[text] = Int32(code.names.count - 1)
    return code.names.count - 1
  }

  func attributeCache() -> Int {
    attributeCount += 1
    return attributeCount - 1
  }

  func callSite(_ keywords: [String], method: String? = nil) -> Int {
    if keywords.isEmpty && method == nil { return -1 }
    let names = keywords.isEmpty ? nil : TupleObject(keywords.map { .object(StrObject.intern($0)) })
    code.callSites.append(CallSite(keywordNames: names, method: method.map { StrObject.intern($0) }))
    return code.callSites.count - 1
  }

  // MARK: Protected code

  func open(_ cleanup: Cleanup) {
    cleanup.start = position
    cleanups.append(cleanup)
  }

  /// Ends the block on top.
  func close() -> Cleanup {
    let cleanup = cleanups.removeLast()
    pause(cleanup)
    return cleanup
  }

  func pause(_ cleanup: Cleanup) {
    if let start = cleanup.start, start < position { cleanup.ranges.append((start, position)) }
    cleanup.start = nil
  }

  /// Sends exceptions in the stretches of a block to the present position.
  func handle(_ cleanup: Cleanup, register: Int) {
    handle(cleanup.ranges, register: register)
  }

  func handle(_ ranges: [(Int32, Int32)], register: Int) {
    for (start, end) in ranges {
      handlers.append(
        HandlerRange(start: start, end: end, target: position, register: Int32(register), keep: Int32(register) + 1))
    }
  }

  /// Moves everything into the code object.
  func finish() {
    code.instructions.deallocate()
    code.instructions = UnsafeMutablePointer<Instruction>.allocate(capacity: instructions.count)
    code.instructions.initialize(from: instructions, count: instructions.count)
    code.instructionCount = instructions.count
    code.constants.deallocate()
    code.constants = UnsafeMutablePointer<Value>.allocate(capacity: max(constants.count, 1))
    code.constants.initialize(from: constants, count: constants.count)
    code.constantCount = constants.count
    code.attributeCaches.deallocate()
    code.attributeCaches = UnsafeMutablePointer<AttributeCache>.allocate(capacity: max(attributeCount, 1))
    code.attributeCaches.initialize(repeating: AttributeCache(), count: attributeCount)
    code.attributeCacheCount = attributeCount
    code.namePointers.deallocate()
    code.namePointers = UnsafeMutablePointer<UnsafeRawPointer>.allocate(capacity: max(code.names.count, 1))
    for (i, name) in code.names.enumerated() {
      code.namePointers[i] = UnsafeRawPointer(Unmanaged.passUnretained(name).toOpaque())
    }
    code.callSitePointers.deallocate()
    code.callSitePointers = UnsafeMutablePointer<Unmanaged<CallSite>>.allocate(capacity: max(code.callSites.count, 1))
    for (i, site) in code.callSites.enumerated() { code.callSitePointers[i] = Unmanaged.passUnretained(site) }
    code.spans = spans
    code.handlers = handlers
  }
}
