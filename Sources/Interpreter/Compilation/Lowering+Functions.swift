import Syntax

/// The parts that `def`, `lambda` and generator expressions share.
struct FunctionParts {
  enum Body {
    case statements([Statement])
    case expression(Expression)
    /// A generator expression: element and clauses; the first iterable is the parameter.
    case generator(Expression, [ComprehensionClause])
  }
  let node: AnyObject
  let name: String
  let parameters: [Syntax.Parameter]
  let returns: Expression?
  let doc: String?
  let span: Span
  let body: Body
}

/// What a comprehension collects.
enum ComprehensionResult {
  case list(Expression)
  case set(Expression)
  case dict(Expression, Expression)
}

extension Lowering {
  private func qualified(_ name: String) -> String {
    let outer = builder.code
    if builder.scope.kind == .module || builder.scope.globals.contains(name) { return name }
    if builder.scope.kind == .classBody { return outer.qualifiedName == "<module>" ? name : "\(outer.qualifiedName).\(name)" }
    return "\(outer.qualifiedName).<locals>.\(name)"
  }

  /// Makes a function object in a register.
  mutating func function(_ parts: FunctionParts, into target: Int) {
    let span = parts.span
    guard let inner = table.scopes[ObjectIdentifier(parts.node)] else { return }
    let mark = builder.tempTop
    let window = builder.allocate(3)
    var flags: UInt8 = 0

    // Defaults and annotations belong to the surrounding scope and are evaluated now.
    let positional = parts.parameters.filter { $0.kind == .positionalOnly || $0.kind == .standard }
    let keywordOnly = parts.parameters.filter { $0.kind == .keywordOnly }
    let defaults = positional.compactMap(\.defaultValue)
    if !defaults.isEmpty {
      flags |= 1
      sequence(defaults, .buildTuple, into: window, span)
      builder.tempTop = window + 3
    }
    let keywordDefaults = keywordOnly.filter { $0.defaultValue != nil }
    if !keywordDefaults.isEmpty {
      flags |= 2
      builder.emit(.buildDict, a: window + 1, b: builder.tempTop, c: 0, span)
      for parameter in keywordDefaults {
        let key = loadConstant(builder.string(mangled(parameter.name)), span)
        if let value = parameter.defaultValue { builder.emit(.dictSet, a: window + 1, b: key, c: temporary(value), span) }
        builder.tempTop = key
      }
    }
    let annotated = parts.parameters.filter { $0.annotation != nil }
    if !annotated.isEmpty || parts.returns != nil {
      flags |= 4
      builder.emit(.buildDict, a: window + 2, b: builder.tempTop, c: 0, span)
      for parameter in annotated {
        let key = loadConstant(builder.string(mangled(parameter.name)), span)
        if let value = parameter.annotation { builder.emit(.dictSet, a: window + 2, b: key, c: temporary(value), span) }
        builder.tempTop = key
      }
      if let returns = parts.returns {
        let key = loadConstant(builder.string("return"), span)
        builder.emit(.dictSet, a: window + 2, b: key, c: temporary(returns), span)
        builder.tempTop = key
      }
    }
    let index = makeFunction(functionCode(parts, inner), inner, window: window, span)
    builder.emit(.makeFunction, a: target, b: index, c: window, flags: flags, span)
    builder.tempTop = mark
  }

  /// Loads the cells that a function needs after the window's three registers; returns the code's number.
  mutating func makeFunction(_ code: Code, _ inner: Scope, window: Int, _ span: Span) -> Int {
    for name in inner.free {
      let register = builder.allocate()
      // Seen from the innermost scope: an inlined comprehension's variable may be the one that is meant.
      switch scope.binding(of: name) {
      case .cell, .local:
        builder.emit(.move, a: register, b: self.register(of: name) ?? 0, span)
      default:
        if name == "__class__", builder.scope.kind == .classBody, let own = builder.registers["__class__"] {
          builder.emit(.move, a: register, b: own, span)
        } else {
          builder.emit(.loadClosureCell, a: register, b: freeIndex(name), span)
        }
      }
    }
    builder.code.children.append(code)
    return builder.code.children.count - 1
  }

  /// Lowers a function's body.
  private mutating func functionCode(_ parts: FunctionParts, _ inner: Scope) -> Code {
    let code = Code(name: parts.name, qualifiedName: qualified(parts.name), source: source)
    code.firstLine = source.line(of: parts.span.start)
    code.doc = parts.doc
    code.freeNames = inner.free
    code.isGenerator = inner.isGenerator
    var lowering = Lowering(table: table, source: source, builder: CodeBuilder(code: code, scope: inner), scope: inner)
    lowering.traces = traces
    lowering.layOutRegisters(parts, inner)
    lowering.functionBody(parts, inner)
    lowering.builder.finish()
    if let failure = lowering.builder.failure, builder.failure == nil { builder.failure = failure }
    return code
  }

  private mutating func layOutRegisters(_ parts: FunctionParts, _ inner: Scope) {
    let code = builder.code
    var layout = ParameterLayout()
    var ordered: [Syntax.Parameter] = []
    for parameter in parts.parameters where parameter.kind == .positionalOnly || parameter.kind == .standard {
      ordered.append(parameter)
      layout.positional += 1
      if parameter.kind == .positionalOnly { layout.positionalOnly += 1 }
    }
    for parameter in parts.parameters where parameter.kind == .keywordOnly {
      ordered.append(parameter)
      layout.keywordOnly += 1
    }
    for parameter in parts.parameters where parameter.kind == .varPositional {
      ordered.append(parameter)
      layout.hasVarPositional = true
    }
    for parameter in parts.parameters where parameter.kind == .varKeyword {
      ordered.append(parameter)
      layout.hasVarKeyword = true
    }
    layout.names = ordered.map { StrObject.intern(mangled($0.name)) }
    if case .generator = parts.body {
      layout.positional = 1
      layout.names = [StrObject.intern(".0")]
    }
    code.parameters = layout
    code.parameterCount = layout.total
    code.prepareParameters()
    var next = 1
    code.localNames = [""]
    func add(_ name: String) {
      builder.registers[name] = next
      code.localNames.append(name)
      next += 1
    }
    for name in layout.names { add(name.string) }
    let firstLocal = next
    for name in inner.order where builder.registers[name] == nil {
      if inner.globals.contains(name) || inner.nonlocals.contains(name) { continue }
      add(name)
    }
    code.localCount = next - firstLocal
    code.registerCount = next
    builder.tempTop = next
    builder.firstTemp = next
  }

  private mutating func functionBody(_ parts: FunctionParts, _ inner: Scope) {
    let code = builder.code
    if inner.isGenerator { builder.emit(.makeGenerator, parts.span) }
    for name in code.localNames.dropFirst() where inner.cells.contains(name) {
      guard let register = builder.registers[name] else { continue }
      let isParameter = register <= code.parameters.total
      code.cellNames[Int32(register)] = name
      builder.emit(.makeCell, a: register, d: isParameter ? 0 : 1, parts.span)
    }
    let end = Span(Int(parts.span.end), Int(parts.span.end))
    switch parts.body {
    case .expression(let value):
      let result = operand(value)
      builder.emit(.returnValue, b: result.register, value.span)
    case .statements(let body):
      block(body)
      if builder.instructions.last?.op != .returnValue || builder.hasLabelAtEnd { returnNone(end) }
    case .generator(let element, let clauses):
      clause(clauses, 0, first: 1) { lowering in
        let value = lowering.temporary(element)
        lowering.builder.emit(.yield, a: value, b: value, flags: 1, element.span)
        lowering.builder.tempTop = value
      }
      returnNone(end)
    }
  }

  mutating func generatorExpression(
    _ node: Expression, _ element: Expression, _ clauses: [ComprehensionClause], into target: Int
  ) {
    let window = builder.allocate()
    function(
      FunctionParts(
        node: node, name: "<genexpr>", parameters: [], returns: nil, doc: nil, span: node.span,
        body: .generator(element, clauses)), into: window)
    let iterable = temporary(clauses[0].iterable)
    builder.emit(.getIterator, a: iterable, b: iterable, clauses[0].iterable.span)
    builder.emit(.call, a: target, b: window, c: 1, d: -1, node.span)
  }

  // MARK: Comprehensions

  /// List, set and dict comprehensions run in the frame around them, with registers of their own for their variables.
  mutating func comprehension(
    _ node: Expression, _ result: ComprehensionResult, _ clauses: [ComprehensionClause], into target: Int
  ) {
    guard let inner = table.scopes[ObjectIdentifier(node)] else { return }
    let collected = builder.allocate()
    let iterator = temporary(clauses[0].iterable)
    builder.emit(.getIterator, a: iterator, b: iterator, clauses[0].iterable.span)
    let outer = scope
    scope = inner
    var registers: [String: Int] = [:]
    for name in inner.order {
      let register = builder.allocate()
      registers[name] = register
      while builder.code.localNames.count <= register { builder.code.localNames.append("") }
      if builder.code.localNames[register].isEmpty { builder.code.localNames[register] = name }
      if inner.cells.contains(name) {
        builder.emit(.makeCell, a: register, d: 1, node.span)
        builder.code.cellNames[Int32(register)] = name
      } else {
        builder.emit(.clear, a: register, node.span)
      }
    }
    comprehensionRegisters.append(registers)
    let start = builder.position
    let name: String
    switch result {
    case .list:
      builder.emit(.buildList, a: collected, b: builder.tempTop, c: 0, node.span)
      name = "<listcomp>"
    case .set:
      builder.emit(.buildSet, a: collected, b: builder.tempTop, c: 0, node.span)
      name = "<setcomp>"
    case .dict:
      builder.emit(.buildDict, a: collected, b: builder.tempTop, c: 0, node.span)
      name = "<dictcomp>"
    }
    clause(clauses, 0, first: iterator) { lowering in
      let mark = lowering.builder.tempTop
      switch result {
      case .list(let element):
        let value = lowering.operand(element)
        lowering.builder.emit(.listAppend, a: collected, b: value.register, flags: lowering.flags(value), element.span)
      case .set(let element):
        let value = lowering.operand(element)
        lowering.builder.emit(.setAdd, a: collected, b: value.register, flags: lowering.flags(value), element.span)
      case .dict(let key, let value):
        let keyOperand = lowering.operand(key)
        let valueOperand = lowering.operand(value)
        lowering.builder.emit(
          .dictSet, a: collected, b: keyOperand.register, c: valueOperand.register,
          flags: lowering.flags(keyOperand, valueOperand), node.span)
      }
      lowering.builder.tempTop = mark
    }
    builder.code.inlined.append((start, builder.position, name))
    comprehensionRegisters.removeLast()
    scope = outer
    builder.emit(.take, a: target, b: collected, node.span)
  }

  /// One `for … if …` clause with those inside it; the first one's iterator is there already.
  private mutating func clause(
    _ clauses: [ComprehensionClause], _ index: Int, first: Int, _ body: (inout Lowering) -> Void
  ) {
    let mark = builder.tempTop
    let clause = clauses[index]
    var iterator = first
    if index > 0 {
      iterator = temporary(clause.iterable)
      builder.emit(.getIterator, a: iterator, b: iterator, clause.iterable.span)
    }
    let again = Label()
    let start = Label()
    let end = Label()
    let item = forIterate(iterator, clause.target, end: end, start: start, clause.iterable.span)
    for condition in clause.conditions { jump(condition, ifTrue: false, to: again) }
    if index + 1 < clauses.count { self.clause(clauses, index + 1, first: 0, body) } else { body(&self) }
    builder.place(again)
    builder.jump(.forNext, a: item, b: iterator, to: start, clause.iterable.span)
    builder.place(end)
    builder.tempTop = mark
  }

  /// Fetches the first element into a loop's target; later ones come to `start` in the register that is returned, by a `forNext` at
  /// the loop's end, so that a turn costs one jump.
  mutating func forIterate(_ iterator: Int, _ target: Expression, end: Label, start: Label, _ span: Span) -> Int {
    if case .name(let name) = target.kind, let register = localRegister(name) {
      builder.jump(.forIterate, a: register, b: iterator, to: end, span)
      builder.place(start)
      return register
    }
    let item = builder.allocate()
    builder.jump(.forIterate, a: item, b: iterator, to: end, span)
    builder.place(start)
    assignLast(target, from: item)
    return item
  }

  // MARK: Classes

  mutating func classDefinition(_ definition: ClassDefinition, _ span: Span) {
    guard let inner = table.scopes[ObjectIdentifier(definition)] else { return }
    let mark = builder.tempTop
    let window = builder.allocate(3)
    let code = Code(name: definition.name, qualifiedName: qualified(definition.name), source: source)
    code.firstLine = source.line(of: span.start)
    code.freeNames = inner.free
    code.isClassBody = true
    code.usesNamespace = true
    code.parameters.positional = 1
    code.parameterCount = 1
    code.parameters.names = [StrObject.intern(".namespace")]
    code.localNames = ["", ".namespace"]
    code.registerCount = 2
    var lowering = Lowering(table: table, source: source, builder: CodeBuilder(code: code, scope: inner), scope: inner)
    lowering.traces = traces
    lowering.builder.tempTop = 2
    if inner.cells.contains("__class__") {
      let register = lowering.builder.allocate()
      lowering.builder.registers["__class__"] = register
      lowering.builder.emit(.makeCell, a: register, d: 1, definition.nameSpan)
      code.cellNames[Int32(register)] = "__class__"
    }
    lowering.builder.firstTemp = lowering.builder.tempTop
    let place = definition.nameSpan
    lowering.loadName("__name__", into: lowering.builder.allocate(), place)
    lowering.storeName("__module__", lowering.builder.tempTop - 1, place)
    lowering.storeName("__qualname__", lowering.loadConstant(lowering.builder.string(code.qualifiedName), place), place)
    lowering.builder.tempTop = lowering.builder.firstTemp
    if let doc = Lowering.docstring(definition.body) {
      lowering.storeName("__doc__", lowering.loadConstant(lowering.builder.string(doc), place), place)
      lowering.builder.tempTop = lowering.builder.firstTemp
    }
    lowering.block(definition.body)
    if let cell = lowering.builder.registers["__class__"] {
      lowering.storeName("__classcell__", cell, place)
    }
    lowering.returnNone(place)
    lowering.builder.finish()
    if let failure = lowering.builder.failure, builder.failure == nil { builder.failure = failure }

    for decorator in definition.decorators { temporary(decorator) }
    let inside = builder.allocate(3)
    let cells = builder.allocate(3)
    let index = makeFunction(code, inner, window: cells, span)
    builder.emit(.makeFunction, a: inside, b: index, c: cells, span)
    builder.tempTop = cells
    builder.emit(.buildList, a: inside + 1, b: builder.tempTop, c: 0, span)
    builder.emit(.buildDict, a: inside + 2, b: builder.tempTop, c: 0, span)
    for argument in definition.arguments {
      let before = builder.tempTop
      switch argument.kind {
      case .positional: builder.emit(.listAppend, a: inside + 1, b: temporary(argument.value), argument.span)
      case .starred: builder.emit(.listExtend, a: inside + 1, b: temporary(argument.value), argument.span)
      case .keyword(let name):
        let key = loadConstant(builder.string(name), argument.span)
        builder.emit(.dictSet, a: inside + 2, b: key, c: temporary(argument.value), argument.span)
      case .doubleStarred:
        builder.emit(.dictUpdate, a: inside + 2, b: temporary(argument.value), c: inside, d: 1, argument.span)
      }
      builder.tempTop = before
    }
    let header = Span(from: span, to: definition.nameSpan)
    builder.emit(.makeClass, a: inside, b: inside, c: builder.name(definition.name), header)
    decorate(definition.decorators, first: window + 3, value: inside)
    storeName(definition.name, inside, header)
    builder.tempTop = mark
  }

  /// Applies decorators that stand in consecutive registers to the value in the register after them, innermost first.
  mutating func decorate(_ decorators: [Expression], first: Int, value: Int) {
    for i in stride(from: decorators.count - 1, through: 0, by: -1) {
      let window = builder.allocate(2)
      builder.emit(.move, a: window, b: first + i, decorators[i].span)
      builder.emit(.take, a: window + 1, b: value, decorators[i].span)
      builder.emit(.call, a: value, b: window, c: 1, d: -1, decorators[i].span)
      builder.tempTop = window
    }
  }
}

extension CodeBuilder {
  /// Whether a jump leads to the end of the code as it stands.
  var hasLabelAtEnd: Bool { instructions.contains { $0.d == position && $0.op.jumps } }
}

extension Opcode {
  /// Whether `d` is a jump target.
  var jumps: Bool {
    switch self {
    case .jumpLess, .jumpLessEqual, .jumpEqual, .jumpNotEqual, .jumpGreater, .jumpGreaterEqual, .jumpLessK, .jumpLessEqualK,
      .jumpEqualK, .jumpNotEqualK, .jumpGreaterK, .jumpGreaterEqualK, .jump, .loop, .jumpIfTrue, .jumpIfFalse, .jumpIfNone,
      .forIterate, .forNext, .yieldFromStep:
      return true
    default: return false
    }
  }
}
