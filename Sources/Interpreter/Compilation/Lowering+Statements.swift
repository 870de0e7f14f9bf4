import Syntax

extension Lowering {
  mutating func block(_ statements: [Statement]) { for statement in statements { lower(statement) } }

  mutating func lower(_ statement: Statement) {
    let span = statement.span
    let mark = builder.tempTop
    defer { builder.tempTop = mark }
    if traces { builder.emit(.trace, span) }
    switch statement.kind {
    case .expression(let value):
      if case .constant = value.kind { return }
      let register = temporary(value)
      builder.emit(.clear, a: register, span)
    case .assign(let targets, let value): assign(targets, value)
    case .augmentedAssign(let target, let op, let value): augmentedAssign(target, op, value, span)
    case .annotatedAssign(let target, let annotation, let value, let isSimple):
      if let value { assign([target], value) }
      if !builder.scope.isFunctionLike {
        let register = temporary(annotation)
        if isSimple, case .name(let name) = target.kind {
          builder.emit(.annotate, b: register, c: builder.name(mangled(name)), d: builder.code.usesNamespace ? 1 : 0, span)
        }
      }
    case .pass, .global, .nonlocal: break
    case .break, .continue: leaveLoop(statement)
    case .return(let value): returnStatement(value, span)
    case .raise(let value, let cause):
      guard let value else {
        builder.emit(.reraiseCurrent, span)
        return
      }
      let register = temporary(value)
      builder.emit(.raise, b: register, c: cause.map { temporary($0) } ?? -1, span)
    case .assert(let condition, let message):
      let end = Label()
      jump(condition, ifTrue: true, to: end)
      let window = builder.allocate()
      builder.emit(.loadAssertionError, a: window, span)
      if let message {
        temporary(message)
        builder.emit(.call, a: window, b: window, c: 1, d: -1, span)
      }
      builder.emit(.raise, b: window, c: -1, Lowering.place(of: condition) ?? span)
      builder.place(end)
    case .delete(let targets): for target in targets { delete(target) }
    case .import(let names): for item in names { importStatement(item, span) }
    case .importFrom(let module, let level, let names): importFrom(module, level, names, span)
    case .if(let branches, let otherwise):
      let end = Label()
      for (i, branch) in branches.enumerated() {
        let next = Label()
        jump(branch.condition, ifTrue: false, to: next)
        block(branch.body)
        if i < branches.count - 1 || !otherwise.isEmpty { builder.jump(.jump, to: end, branch.span) }
        builder.place(next)
      }
      block(otherwise)
      builder.place(end)
    case .while(let condition, let body, let otherwise): whileLoop(condition, body, otherwise, span)
    case .for(let target, let iterable, let body, let otherwise): forLoop(target, iterable, body, otherwise, span)
    case .with(let items, let body): with(items[...], body, span)
    case .try(let body, let handlers, let otherwise, let finally, let isStar):
      tryStatement(body, isStar, handlers, otherwise, finally, span)
    case .function(let function):
      let first = builder.tempTop
      for decorator in function.decorators { temporary(decorator) }
      let register = builder.allocate()
      self.function(
        FunctionParts(
          node: function, name: function.name, parameters: function.parameters, returns: function.returns,
          doc: Lowering.docstring(function.body), span: span, body: .statements(function.body)), into: register)
      decorate(function.decorators, first: first, value: register)
      storeName(function.name, register, function.nameSpan)
    case .class(let definition): classDefinition(definition, span)
    }
  }

  /// The comparison that decides a condition last: what CPython marks when an assertion fails; nil where there is none.
  private static func place(of condition: Expression) -> Span? {
    switch condition.kind {
    case .compare: return condition.span
    case .unary(.not, let operand): return place(of: operand)
    case .boolean(_, let operands): return operands.reversed().lazy.compactMap { place(of: $0) }.first
    case .conditional(let test, let then, let otherwise):
      return place(of: otherwise) ?? place(of: then) ?? place(of: test)
    default: return nil
    }
  }

  // MARK: Assignment

  private mutating func assign(_ targets: [Expression], _ value: Expression) {
    if targets.count == 1, case .name(let name) = targets[0].kind, let register = localRegister(name) {
      evaluate(value, into: register)
      return
    }
    if targets.count == 1, case .tuple(let names) = targets[0].kind, case .tuple(let values) = value.kind,
      names.count == values.count, names.count <= 8, !(names + values).contains(where: { Lowering.isStarred($0) })
    {
      // `a, b = b, a + b`: all values first, then the targets, without a tuple between.
      let first = builder.tempTop
      for element in values { temporary(element) }
      for (i, target) in names.enumerated() { assignLast(target, from: first + i) }
      return
    }
    if targets.count == 1, case .subscript(let object, let index) = targets[0].kind, case .constant(let constant) = value.kind,
      !builder.scope.hasWalrus
    {
      let holder = operand(object)
      let position = operand(index)
      builder.emit(
        .setItem, a: builder.constant(constant), b: holder.register, c: position.register, flags: flags(holder, position) | 8,
        targets[0].span)
      return
    }
    let source = operand(value)
    if !source.isTemporary, targets.count > 1 || !Lowering.isPlain(targets[0]) {
      // A local on the right may be reassigned by the first of several targets.
      let copy = builder.allocate()
      builder.emit(.move, a: copy, b: source.register, value.span)
      for target in targets { assign(target, from: copy) }
      return
    }
    for target in targets { assign(target, from: source.register) }
  }

  private static func isPlain(_ target: Expression) -> Bool {
    switch target.kind {
    case .tuple, .list: return false
    default: return true
    }
  }

  private static func isStarred(_ expression: Expression) -> Bool {
    if case .starred = expression.kind { return true } else { return false }
  }

  /// Stores a register's value in a target.
  mutating func assign(_ target: Expression, from register: Int) {
    let span = target.span
    let mark = builder.tempTop
    defer { builder.tempTop = mark }
    switch target.kind {
    case .name(let name): storeName(name, register, span)
    case .attribute(let value, let name):
      let object = operand(value)
      builder.emit(
        .setAttribute, a: register, b: object.register, c: builder.name(mangled(name)), d: builder.attributeCache(),
        flags: flags(object), span)
    case .subscript(let value, let index):
      let object = operand(value)
      let position = operand(index)
      builder.emit(.setItem, a: register, b: object.register, c: position.register, flags: flags(object, position), span)
    case .tuple(let elements), .list(let elements): unpack(elements, from: register, span)
    case .starred: fail("starred assignment target must be in a list or tuple", span)
    default: fail("cannot assign to expression", span)
    }
  }

  /// Gives the elements of a register to targets; the register may end with that.
  private mutating func unpack(_ elements: [Expression], from register: Int, ending: Bool = false, _ span: Span) {
    let stars = elements.indices.filter { Lowering.isStarred(elements[$0]) }
    if stars.count > 1 { fail("multiple starred expressions in assignment", span) }
    let first = builder.allocate(max(elements.count, 1))
    if let star = stars.first {
      builder.emit(.unpackStarred, a: first, b: register, c: star, d: elements.count - star - 1, span)
    } else {
      builder.emit(.unpack, a: first, b: register, c: elements.count, flags: ending ? 1 : 0, span)
    }
    for (i, element) in elements.enumerated() {
      if case .starred(let inner) = element.kind {
        assign(inner, from: first + i)
      } else {
        assignLast(element, from: first + i)
      }
    }
  }

  /// Gives the value of a temporary, which ends with that, to a target.
  mutating func assignLast(_ target: Expression, from register: Int) {
    switch target.kind {
    case .name(let name):
      if let local = localRegister(name) {
        builder.emit(.take, a: local, b: register, target.span)
      } else {
        assign(target, from: register)
      }
    case .tuple(let elements), .list(let elements): unpack(elements, from: register, ending: true, target.span)
    default: assign(target, from: register)
    }
  }

  private mutating func augmentedAssign(_ target: Expression, _ op: BinaryOperator, _ value: Expression, _ span: Span) {
    switch target.kind {
    case .name(let name):
      if let register = localRegister(name) {
        binary(op, Operand(register: register, isTemporary: false), target, value, into: register, inPlace: true, span)
      } else {
        let register = temporary(target)
        binary(op, Operand(register: register, isTemporary: true), target, value, into: register, inPlace: true, span)
        storeName(name, register, span)
      }
    case .attribute(let object, let name):
      let holder = operand(object)
      let register = builder.allocate()
      let attribute = builder.name(mangled(name))
      builder.emit(
        .getAttribute, a: register, b: holder.register, c: attribute, d: builder.attributeCache(), target.span)
      binary(op, Operand(register: register, isTemporary: true), target, value, into: register, inPlace: true, span)
      builder.emit(.setAttribute, a: register, b: holder.register, c: attribute, d: builder.attributeCache(), target.span)
    case .subscript(let object, let index):
      let holder = operand(object)
      let position = operand(index)
      let register = builder.allocate()
      builder.emit(.getItem, a: register, b: holder.register, c: position.register, target.span)
      builder.anchor(object.span.end, target.span.end)
      binary(op, Operand(register: register, isTemporary: true), target, value, into: register, inPlace: true, span)
      builder.emit(.setItem, a: register, b: holder.register, c: position.register, target.span)
    default: fail("illegal expression for augmented assignment", target.span)
    }
  }

  private mutating func delete(_ target: Expression) {
    let mark = builder.tempTop
    defer { builder.tempTop = mark }
    switch target.kind {
    case .name(let name): deleteName(name, target.span)
    case .attribute(let value, let name):
      builder.emit(.deleteAttribute, b: operand(value).register, c: builder.name(mangled(name)), target.span)
    case .subscript(let value, let index):
      let object = operand(value)
      builder.emit(.deleteItem, b: object.register, c: operand(index).register, target.span)
    case .tuple(let elements), .list(let elements): for element in elements { delete(element) }
    default: fail("cannot delete expression", target.span)
    }
  }

  // MARK: Imports

  private mutating func importStatement(_ item: ImportAlias, _ span: Span) {
    let register = builder.allocate()
    builder.emit(.importName, a: register, b: builder.name(item.name), c: item.alias == nil ? -1 : -2, d: 0, span)
    storeName(item.alias ?? String(item.name.prefix { $0 != "." }), register, span)
    builder.tempTop = register
  }

  private mutating func importFrom(_ module: String?, _ level: Int, _ names: [ImportAlias], _ span: Span) {
    let register = builder.allocate()
    builder.emit(.importName, a: register, b: builder.name(module ?? ""), c: -2, d: level, span)
    for item in names {
      if item.name == "*" {
        builder.emit(.importStar, b: register, c: builder.code.usesNamespace ? 1 : 0, span)
        continue
      }
      let value = builder.allocate()
      builder.emit(.importFrom, a: value, b: register, c: builder.name(item.name), span)
      storeName(item.alias ?? item.name, value, span)
      builder.tempTop = value
    }
  }

  // MARK: Loops

  private mutating func whileLoop(_ condition: Expression, _ body: [Statement], _ otherwise: [Statement], _ span: Span) {
    let again = Label()
    let exit = Label()
    let end = Label()
    let test = Label()
    // The condition stands twice, so that a turn costs one jump.
    jump(condition, ifTrue: false, to: exit)
    builder.place(again)
    builder.cleanups.append(Cleanup(.loop(breakTo: end, continueTo: test)))
    block(body)
    builder.cleanups.removeLast()
    builder.place(test)
    builder.emit(.nothing, d: 1, condition.span)
    jump(condition, ifTrue: true, to: again)
    builder.place(exit)
    block(otherwise)
    builder.place(end)
  }

  private mutating func forLoop(
    _ target: Expression, _ iterable: Expression, _ body: [Statement], _ otherwise: [Statement], _ span: Span
  ) {
    let iterator = temporary(iterable)
    builder.emit(.getIterator, a: iterator, b: iterator, iterable.span)
    let again = Label()
    let start = Label()
    let exit = Label()
    let end = Label()
    let item = forIterate(iterator, target, end: exit, start: start, span)
    builder.cleanups.append(Cleanup(.loop(breakTo: end, continueTo: again)))
    block(body)
    builder.cleanups.removeLast()
    builder.place(again)
    builder.jump(.forNext, a: item, b: iterator, to: start, span)
    builder.place(exit)
    builder.emit(.clear, a: iterator, span)
    block(otherwise)
    builder.place(end)
    builder.emit(.clear, a: iterator, span)
  }

  private mutating func leaveLoop(_ statement: Statement) {
    let loop = builder.cleanups.lastIndex { if case .loop = $0.kind { return true } else { return false } }
    guard let loop, case .loop(let breakTo, let continueTo) = builder.cleanups[loop].kind else {
      if leavesGroupHandler(downTo: 0, statement.span) { return }
      if case .break = statement.kind {
        fail("'break' outside loop", statement.span)
      } else {
        fail("'continue' not properly in loop", statement.span)
      }
      return
    }
    if leavesGroupHandler(downTo: loop + 1, statement.span) { return }
    let paused = unwind(downTo: loop + 1, statement.span)
    if case .break = statement.kind {
      builder.jump(.jump, to: breakTo, statement.span)
    } else {
      builder.jump(.jump, to: continueTo, statement.span)
    }
    resume(paused)
  }

  private mutating func returnStatement(_ value: Expression?, _ span: Span) {
    if !builder.scope.isFunctionLike { fail("'return' outside function", span) }
    if leavesGroupHandler(downTo: 0, span) { return }
    let hasCleanup = builder.cleanups.contains { if case .loop = $0.kind { return false } else { return true } }
    var register: Int
    if let value {
      if hasCleanup {
        register = temporary(value)
      } else {
        register = operand(value).register
      }
    } else {
      register = loadConstant(builder.constant(.none), span)
    }
    let paused = unwind(downTo: 0, span)
    builder.emit(.returnValue, b: register, span)
    resume(paused)
    register = 0
  }

  /// Whether a statement would leave the body of an `except*`, which is an error.
  private mutating func leavesGroupHandler(downTo index: Int, _ span: Span) -> Bool {
    let isInside = builder.cleanups[index...].contains { if case .groupHandler = $0.kind { return true } else { return false } }
    if isInside { fail("'break', 'continue' and 'return' cannot appear in an except* block", span) }
    return isInside
  }

  /// Emits the ends of the open blocks from the innermost down to an index, each outside its own protection.
  private mutating func unwind(downTo index: Int, _ span: Span) -> [Cleanup] {
    var paused: [Cleanup] = []
    let all = builder.cleanups
    while builder.cleanups.count > index {
      let cleanup = builder.cleanups.removeLast()
      if cleanup.start != nil {
        builder.pause(cleanup)
        paused.append(cleanup)
      }
      switch cleanup.kind {
      case .loop, .protected, .groupHandler: break
      case .finally(let body): block(body)
      case .handler(let saved, _, let name):
        builder.emit(.leaveHandler, b: saved, span)
        if let name { unbindHandlerName(name, span) }
      case .with(let exit, let place):
        let result = builder.allocate()
        builder.emit(.exitWith, a: result, b: exit, c: -1, place)
        builder.emit(.clear, a: result, place)
      }
    }
    builder.cleanups = all
    return paused
  }

  private mutating func resume(_ paused: [Cleanup]) { for cleanup in paused { cleanup.start = builder.position } }
}
