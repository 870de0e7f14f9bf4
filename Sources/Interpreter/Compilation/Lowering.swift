import Syntax

/// Turns a resolved tree into code.
struct Lowering {
  let table: ScopeTable
  let source: SourceFile
  var builder: CodeBuilder
  /// The innermost scope: the builder's own or an inlined comprehension's inside it.
  var scope: Scope
  /// Registers of the comprehension scopes that are open, innermost last.
  var comprehensionRegisters: [[String: Int]] = []
  /// Whether each statement tells that it begins.
  var traces = false

  /// Lowers a module: for cells and expressions the code returns the value of the last expression.
  static func lower(
    _ module: Module, mode: Interpreter.Mode, table: ScopeTable, traces: Bool = false
  ) throws(SyntaxError) -> Code {
    let code = Code(name: "<module>", qualifiedName: "<module>", source: module.source)
    var lowering = Lowering(
      table: table, source: module.source, builder: CodeBuilder(code: code, scope: table.root), scope: table.root)
    lowering.traces = traces
    code.usesNamespace = table.root.kind == .classBody
    if code.usesNamespace { lowering.builder.tempTop = 2 }
    code.registerCount = lowering.builder.tempTop
    lowering.builder.firstTemp = lowering.builder.tempTop
    let end = Span(Int(module.body.last?.span.end ?? 0), Int(module.body.last?.span.end ?? 0))
    var body = module.body[...]
    if mode == .file, let doc = Lowering.docstring(module.body) {
      lowering.storeName("__doc__", lowering.loadConstant(lowering.builder.string(doc), end), end)
    }
    var last: Expression?
    if mode != .file, let statement = body.last, case .expression(let value) = statement.kind {
      if mode == .expression || !Lowering.isFollowedBySemicolon(statement.span, module.source) {
        last = value
        body = body.dropLast()
      }
    }
    lowering.block(Array(body))
    if let last {
      let value = lowering.operand(last)
      lowering.builder.emit(.returnValue, b: value.register, last.span)
    } else {
      lowering.returnNone(end, unbound: mode == .cell)
    }
    lowering.builder.finish()
    if let failure = lowering.builder.failure { throw failure }
    return code
  }

  private static func isFollowedBySemicolon(_ span: Span, _ source: SourceFile) -> Bool {
    var index = Int(span.end)
    while index < source.bytes.count, source.bytes[index] == 32 || source.bytes[index] == 9 { index += 1 }
    return index < source.bytes.count && source.bytes[index] == 59
  }

  static func docstring(_ body: [Statement]) -> String? {
    if let first = body.first, case .expression(let value) = first.kind, case .constant(.string(let text)) = value.kind {
      return text
    }
    return nil
  }

  /// Returns None; at the end of a cell without a value, nothing.
  mutating func returnNone(_ span: Span, unbound: Bool = false) {
    let register = builder.allocate()
    if unbound {
      builder.emit(.clear, a: register, span)
      builder.emit(.returnValue, b: register, c: 1, span)
    } else {
      builder.emit(.loadConstant, a: register, b: builder.constant(.none), span)
      builder.emit(.returnValue, b: register, span)
    }
    builder.tempTop = register
  }

  mutating func loadConstant(_ index: Int, _ span: Span) -> Int {
    let register = builder.allocate()
    builder.emit(.loadConstant, a: register, b: index, span)
    return register
  }

  mutating func fail(_ message: String, _ span: Span) {
    if builder.failure == nil { builder.failure = SyntaxError(message, span, in: source) }
  }

  // MARK: Names

  func mangled(_ name: String) -> String { Resolver.mangled(name, in: scope.className) }

  /// The register of a local or of its cell.
  func register(of name: String) -> Int? {
    for registers in comprehensionRegisters.reversed() { if let register = registers[name] { return register } }
    return builder.registers[name]
  }

  func freeIndex(_ name: String) -> Int { builder.scope.free.firstIndex(of: name) ?? 0 }

  /// The register of a plain local, which instructions can use where it is.
  func localRegister(_ name: String) -> Int? {
    let name = mangled(name)
    if case .local = scope.binding(of: name) { return register(of: name) }
    return nil
  }

  mutating func loadName(_ name: String, into target: Int, _ span: Span) {
    let name = mangled(name)
    switch scope.binding(of: name) {
    case .local: builder.emit(.move, a: target, b: register(of: name) ?? 0, span)
    case .cell: builder.emit(.loadCell, a: target, b: register(of: name) ?? 0, span)
    case .free: builder.emit(.loadFree, a: target, b: freeIndex(name), span)
    case .global: builder.emit(.loadGlobal, a: target, b: builder.name(name), d: 0, span)
    case .name: builder.emit(.loadName, a: target, b: builder.name(name), c: 1, d: -1, span)
    case .nameOrFree: builder.emit(.loadName, a: target, b: builder.name(name), c: 1, d: freeIndex(name), span)
    }
  }

  mutating func storeName(_ name: String, _ value: Int, _ span: Span) {
    let name = mangled(name)
    switch scope.binding(of: name) {
    case .local: builder.emit(.move, a: register(of: name) ?? 0, b: value, span)
    case .cell: builder.emit(.storeCell, a: value, b: register(of: name) ?? 0, span)
    case .free: builder.emit(.storeFree, a: value, b: freeIndex(name), span)
    case .global: builder.emit(.storeGlobal, a: value, b: builder.name(name), span)
    case .name, .nameOrFree: builder.emit(.storeName, a: value, b: builder.name(name), c: 1, span)
    }
  }

  mutating func deleteName(_ name: String, _ span: Span) {
    let name = mangled(name)
    switch scope.binding(of: name) {
    case .local: builder.emit(.deleteLocal, a: register(of: name) ?? 0, span)
    case .cell: builder.emit(.deleteCell, b: register(of: name) ?? 0, span)
    case .free: builder.emit(.deleteFree, b: freeIndex(name), span)
    case .global: builder.emit(.deleteGlobal, b: builder.name(name), span)
    case .name, .nameOrFree: builder.emit(.deleteName, b: builder.name(name), c: 1, span)
    }
  }
}
