import Syntax

/// A register that holds an operand, and whether it is a temporary that ends with its use.
struct Operand {
  let register: Int
  let isTemporary: Bool
}

extension Lowering {
  /// Evaluates an expression to wherever it is cheapest to read from: a local's own register or a new temporary.
  mutating func operand(_ expression: Expression) -> Operand {
    if case .name(let name) = expression.kind, !builder.scope.hasWalrus, let register = localRegister(name) {
      return Operand(register: register, isTemporary: false)
    }
    return Operand(register: temporary(expression), isTemporary: true)
  }

  /// Evaluates an expression into a new temporary on top of the others.
  @discardableResult mutating func temporary(_ expression: Expression) -> Int {
    let register = builder.allocate()
    evaluate(expression, into: register)
    return register
  }

  func flags(_ lhs: Operand, _ rhs: Operand? = nil) -> UInt8 {
    (lhs.isTemporary ? 1 : 0) | (rhs?.isTemporary == true ? 2 : 0)
  }

  /// Evaluates an expression into a register, which is written last: the expression may read it, and an exception leaves it alone.
  mutating func evaluate(_ expression: Expression, into target: Int) {
    let span = expression.span
    let mark = builder.tempTop
    defer { builder.tempTop = mark }
    switch expression.kind {
    case .constant(let value): builder.emit(.loadConstant, a: target, b: builder.constant(value), span)
    case .name(let name): loadName(name, into: target, span)
    case .formatted(let parts): formatted(parts, into: target, span)
    case .tuple(let elements):
      if let constant = constantTuple(expression) {
        builder.emit(.loadConstant, a: target, b: constant, span)
      } else {
        sequence(elements, .buildTuple, into: target, span)
      }
    case .list(let elements): sequence(elements, .buildList, into: target, span)
    case .set(let elements): sequence(elements, .buildSet, into: target, span)
    case .dict(let items): dict(items, into: target, span)
    case .unary(let op, let operand): unary(op, operand, into: target, span)
    case .binary(let op, let lhs, let rhs): binary(op, lhs, rhs, into: target, span)
    case .boolean(let op, let operands): boolean(op, operands, into: target, span)
    case .compare(let first, let rest): compare(first, rest, into: target, span)
    case .call(let function, let arguments): call(function, arguments, into: target, span)
    case .attribute(let value, let name):
      let object = operand(value)
      builder.emit(
        .getAttribute, a: target, b: object.register, c: builder.name(mangled(name)), d: builder.attributeCache(),
        flags: flags(object), span)
    case .subscript(let value, let index):
      let object = operand(value)
      let position = subscriptOperand(index)
      builder.emit(.getItem, a: target, b: object.register, c: position.register, flags: flags(object, position), span)
      builder.anchor(value.span.end, span.end)
    case .slice(let lower, let upper, let step):
      let window = builder.tempTop
      for bound in [lower, upper, step] {
        if let bound { temporary(bound) } else { _ = loadConstant(builder.constant(.none), span) }
      }
      builder.emit(.buildSlice, a: target, b: window, span)
    case .starred: fail("can't use starred expression here", span)
    case .conditional(let condition, let then, let otherwise):
      let elseLabel = Label()
      let end = Label()
      jump(condition, ifTrue: false, to: elseLabel)
      evaluate(then, into: target)
      builder.jump(.jump, to: end, span)
      builder.place(elseLabel)
      evaluate(otherwise, into: target)
      builder.place(end)
    case .lambda(let parameters, let body):
      function(
        FunctionParts(
          node: expression, name: "<lambda>", parameters: parameters, returns: nil, doc: nil, span: span,
          body: .expression(body)),
        into: target)
    case .comprehension(let kind, let element, let clauses):
      if kind == .generator {
        generatorExpression(expression, element, clauses, into: target)
      } else {
        comprehension(expression, kind == .list ? .list(element) : .set(element), clauses, into: target)
      }
    case .dictComprehension(let key, let value, let clauses):
      comprehension(expression, .dict(key, value), clauses, into: target)
    case .walrus(let name, let value):
      let register = temporary(value)
      storeWalrus(name, register, span)
      builder.emit(.take, a: target, b: register, span)
    case .yield(let value):
      if let value {
        let operand = operand(value)
        emitYield(into: target, from: operand.register, flags: flags(operand), span)
      } else {
        emitYield(into: target, from: loadConstant(builder.constant(.none), span), flags: 1, span)
      }
    case .yieldFrom(let value): yieldFrom(value, into: target, span)
    }
  }

  private mutating func storeWalrus(_ name: String, _ register: Int, _ span: Span) {
    // In a comprehension the target belongs to the function around it.
    let inner = scope
    let open = comprehensionRegisters
    while scope.kind == .comprehension, let parent = scope.parent { scope = parent }
    comprehensionRegisters = []
    storeName(name, register, span)
    scope = inner
    comprehensionRegisters = open
  }

  private mutating func subscriptOperand(_ index: Expression) -> Operand { operand(index) }

  private mutating func constantTuple(_ expression: Expression) -> Int? {
    func value(_ expression: Expression) -> Value? {
      switch expression.kind {
      case .constant(let constant): return builder.constants[builder.constant(constant)]
      case .tuple(let elements):
        var values: [Value] = []
        for element in elements {
          guard let value = value(element) else { return nil }
          values.append(value)
        }
        return .tuple(values)
      default: return nil
      }
    }
    func isConstant(_ expression: Expression) -> Bool {
      switch expression.kind {
      case .constant: return true
      case .tuple(let elements): return elements.allSatisfy { isConstant($0) }
      default: return false
      }
    }
    guard isConstant(expression), let tuple = value(expression) else { return nil }
    builder.constants.append(tuple)
    return builder.constants.count - 1
  }

  // MARK: Operators

  private func numericConstant(_ expression: Expression) -> Constant? {
    switch expression.kind {
    case .constant(let value):
      switch value {
      case .int, .float: return value
      default: return nil
      }
    case .unary(.minus, let operand):
      guard case .constant(let value) = operand.kind else { return nil }
      switch value {
      case .int(let number): return .int(0 &- number)
      case .float(let number): return .float(-number)
      default: return nil
      }
    default: return nil
    }
  }

  private mutating func unary(_ op: UnaryOperator, _ operand: Expression, into target: Int, _ span: Span) {
    if op == .minus, case .constant(let value) = operand.kind {
      switch value {
      case .int(let number):
        builder.emit(.loadConstant, a: target, b: builder.constant(.int(0 &- number)), span)
        return
      case .float(let number):
        builder.emit(.loadConstant, a: target, b: builder.constant(.float(-number)), span)
        return
      default: break
      }
    }
    let value = self.operand(operand)
    switch op {
    case .not: builder.emit(.not, a: target, b: value.register, flags: flags(value), span)
    case .minus:
      builder.emit(.prefix, a: target, b: value.register, d: Int(PrefixOperator.negate.rawValue), flags: flags(value), span)
    case .plus:
      builder.emit(.prefix, a: target, b: value.register, d: Int(PrefixOperator.plus.rawValue), flags: flags(value), span)
    case .invert:
      builder.emit(.prefix, a: target, b: value.register, d: Int(PrefixOperator.invert.rawValue), flags: flags(value), span)
    }
  }

  static func code(_ op: BinaryOperator) -> Operator {
    switch op {
    case .add: return .add
    case .subtract: return .subtract
    case .multiply: return .multiply
    case .divide: return .divide
    case .floorDivide: return .floorDivide
    case .modulo: return .modulo
    case .power: return .power
    case .matrixMultiply: return .matrixMultiply
    case .leftShift: return .leftShift
    case .rightShift: return .rightShift
    case .bitAnd: return .bitAnd
    case .bitOr: return .bitOr
    case .bitXor: return .bitXor
    }
  }

  private static func opcodes(_ op: BinaryOperator) -> (Opcode, Opcode)? {
    switch op {
    case .add: return (.add, .addK)
    case .subtract: return (.subtract, .subtractK)
    case .multiply: return (.multiply, .multiplyK)
    case .divide: return (.divide, .divideK)
    case .floorDivide: return (.floorDivide, .floorDivideK)
    case .modulo: return (.modulo, .moduloK)
    default: return nil
    }
  }

  mutating func binary(
    _ op: BinaryOperator, _ lhs: Expression, _ rhs: Expression, into target: Int, inPlace: Bool = false, _ span: Span
  ) {
    let mark = builder.tempTop
    let left = operand(lhs)
    binary(op, left, lhs, rhs, into: target, inPlace: inPlace, span)
    builder.tempTop = mark
  }

  mutating func binary(
    _ op: BinaryOperator, _ left: Operand, _ lhs: Expression, _ rhs: Expression, into target: Int, inPlace: Bool, _ span: Span
  ) {
    let extra: UInt8 = inPlace ? 4 : 0
    if let (_, withConstant) = Lowering.opcodes(op), let constant = numericConstant(rhs) {
      builder.emit(
        withConstant, a: target, b: left.register, c: builder.constant(constant), flags: flags(left) | extra, span)
    } else {
      let right = operand(rhs)
      if let (plain, _) = Lowering.opcodes(op) {
        builder.emit(plain, a: target, b: left.register, c: right.register, flags: flags(left, right) | extra, span)
      } else {
        builder.emit(
          .binary, a: target, b: left.register, c: right.register, d: Int(Lowering.code(op).rawValue),
          flags: flags(left, right) | extra, span)
      }
    }
    if !inPlace { builder.anchor(lhs.span.end, rhs.span.start) }
  }

  private mutating func boolean(_ op: BooleanOperator, _ operands: [Expression], into target: Int, _ span: Span) {
    let end = Label()
    let register = target >= builder.firstTemp ? target : builder.allocate()
    for (i, operand) in operands.enumerated() {
      evaluate(operand, into: register)
      if i < operands.count - 1 { builder.jump(op == .and ? .jumpIfFalse : .jumpIfTrue, b: register, to: end, operand.span) }
    }
    builder.place(end)
    if register != target { builder.emit(.take, a: target, b: register, span) }
  }

  private static func rich(_ op: ComparisonOperator) -> CompareOperator? {
    switch op {
    case .less: return .less
    case .lessEqual: return .lessEqual
    case .equal: return .equal
    case .notEqual: return .notEqual
    case .greater: return .greater
    case .greaterEqual: return .greaterEqual
    default: return nil
    }
  }

  private mutating func comparison(_ op: ComparisonOperator, _ lhs: Operand, _ rhs: Operand, into target: Int, _ span: Span) {
    switch op {
    case .is, .isNot:
      builder.emit(.identity, a: target, b: lhs.register, c: rhs.register, d: op == .is ? 0 : 1, flags: flags(lhs, rhs), span)
    case .in, .notIn:
      builder.emit(.contains, a: target, b: lhs.register, c: rhs.register, d: op == .in ? 0 : 1, flags: flags(lhs, rhs), span)
    default:
      let code = Lowering.rich(op) ?? .equal
      builder.emit(.compare, a: target, b: lhs.register, c: rhs.register, d: Int(code.rawValue), flags: flags(lhs, rhs), span)
    }
  }

  private mutating func compare(_ first: Expression, _ rest: [Comparison], into target: Int, _ span: Span) {
    if rest.count == 1 {
      let lhs = operand(first)
      let rhs = operand(rest[0].rhs)
      comparison(rest[0].op, lhs, rhs, into: target, span)
      return
    }
    // The middle operands are evaluated once: each stays in its register as the next comparison's left side.
    let result = builder.allocate()
    let end = Label()
    var lhs = Operand(register: operand(first).register, isTemporary: false)
    for (i, item) in rest.enumerated() {
      let rhs = Operand(register: operand(item.rhs).register, isTemporary: false)
      comparison(item.op, lhs, rhs, into: result, span)
      if i < rest.count - 1 { builder.jump(.jumpIfFalse, b: result, to: end, span) }
      lhs = rhs
    }
    builder.place(end)
    builder.emit(.take, a: target, b: result, span)
  }

  private static func jumpCodes(_ op: CompareOperator) -> (Opcode, Opcode) {
    switch op {
    case .less: return (.jumpLess, .jumpLessK)
    case .lessEqual: return (.jumpLessEqual, .jumpLessEqualK)
    case .equal: return (.jumpEqual, .jumpEqualK)
    case .notEqual: return (.jumpNotEqual, .jumpNotEqualK)
    case .greater: return (.jumpGreater, .jumpGreaterK)
    case .greaterEqual: return (.jumpGreaterEqual, .jumpGreaterEqualK)
    }
  }

  /// Jumps when a condition has a truth value, else falls through.
  mutating func jump(_ condition: Expression, ifTrue wanted: Bool, to label: Label) {
    let mark = builder.tempTop
    defer { builder.tempTop = mark }
    let span = condition.span
    switch condition.kind {
    case .constant(let value):
      switch value {
      case .bool(let flag):
        if flag == wanted { builder.jump(.jump, to: label, span) }
        return
      default: break
      }
    case .unary(.not, let operand):
      jump(operand, ifTrue: !wanted, to: label)
      return
    case .boolean(let op, let operands):
      // `and` is left at the first false operand, `or` at the first true one.
      let leavesOn = op == .or
      if leavesOn == wanted {
        for operand in operands { jump(operand, ifTrue: wanted, to: label) }
      } else {
        let end = Label()
        for operand in operands.dropLast() { jump(operand, ifTrue: leavesOn, to: end) }
        if let last = operands.last { jump(last, ifTrue: wanted, to: label) }
        builder.place(end)
      }
      return
    case .compare(let first, let rest) where rest.count == 1:
      let item = rest[0]
      if let op = Lowering.rich(item.op) {
        let lhs = operand(first)
        let codes = Lowering.jumpCodes(op)
        if let constant = numericConstant(item.rhs) {
          builder.jump(
            codes.1, a: wanted ? 1 : 0, b: lhs.register, c: builder.constant(constant), flags: flags(lhs), to: label, span)
        } else {
          let rhs = operand(item.rhs)
          builder.jump(codes.0, a: wanted ? 1 : 0, b: lhs.register, c: rhs.register, flags: flags(lhs, rhs), to: label, span)
        }
        return
      }
      if case .constant(.none) = item.rhs.kind, item.op == .is || item.op == .isNot {
        let lhs = operand(first)
        builder.jump(.jumpIfNone, a: (item.op == .is) == wanted ? 0 : 1, b: lhs.register, flags: flags(lhs), to: label, span)
        return
      }
    default: break
    }
    let value = operand(condition)
    builder.jump(wanted ? .jumpIfTrue : .jumpIfFalse, b: value.register, flags: flags(value), to: label, span)
  }

  // MARK: Displays and text

  mutating func sequence(_ elements: [Expression], _ op: Opcode, into target: Int, _ span: Span) {
    let hasStar = elements.contains { if case .starred = $0.kind { return true } else { return false } }
    if !hasStar && elements.count <= 64 {
      let window = builder.tempTop
      for element in elements { temporary(element) }
      builder.emit(op, a: target, b: window, c: elements.count, span)
      return
    }
    // Long or starred: built up piece by piece.
    let result = builder.allocate()
    let isSet = op == .buildSet
    builder.emit(isSet ? .buildSet : .buildList, a: result, b: builder.tempTop, c: 0, span)
    for element in elements {
      let mark = builder.tempTop
      if case .starred(let value) = element.kind {
        builder.emit(isSet ? .setUpdate : .listExtend, a: result, b: temporary(value), element.span)
      } else {
        builder.emit(isSet ? .setAdd : .listAppend, a: result, b: temporary(element), element.span)
      }
      builder.tempTop = mark
    }
    builder.emit(op == .buildTuple ? .listToTuple : .take, a: target, b: result, span)
  }

  private mutating func dict(_ items: [DictItem], into target: Int, _ span: Span) {
    if items.count <= 32, items.allSatisfy({ $0.key != nil }) {
      let window = builder.tempTop
      for item in items {
        if let key = item.key { temporary(key) }
        temporary(item.value)
      }
      builder.emit(.buildDict, a: target, b: window, c: items.count, span)
      return
    }
    let result = builder.allocate()
    builder.emit(.buildDict, a: result, b: builder.tempTop, c: 0, span)
    for item in items {
      let mark = builder.tempTop
      if let key = item.key {
        let keyRegister = temporary(key)
        builder.emit(.dictSet, a: result, b: keyRegister, c: temporary(item.value), span)
      } else {
        builder.emit(.dictUpdate, a: result, b: temporary(item.value), c: 0, d: 0, item.value.span)
      }
      builder.tempTop = mark
    }
    builder.emit(.take, a: target, b: result, span)
  }

  private mutating func formatted(_ parts: [FormattedPart], into target: Int, _ span: Span) {
    let window = builder.tempTop
    for part in parts {
      let register = builder.allocate()
      switch part {
      case .literal(let text): builder.emit(.loadConstant, a: register, b: builder.string(text), span)
      case .value(let value, let conversion, let spec):
        let mark = builder.tempTop
        let operand = operand(value)
        var specRegister = -1
        if !spec.isEmpty {
          specRegister = builder.allocate()
          formatted(spec, into: specRegister, span)
        }
        let kind: Int
        switch conversion {
        case .none: kind = 0
        case .str: kind = 1
        case .repr: kind = 2
        case .ascii: kind = 3
        }
        builder.emit(.formatValue, a: register, b: operand.register, c: specRegister, d: kind, value.span)
        builder.tempTop = mark
      }
    }
    builder.emit(.buildString, a: target, b: window, c: parts.count, span)
    builder.tempTop = window
  }

  /// A `yield`. In a handler the exception that it handles is set aside meanwhile: it is no concern of whoever resumes.
  private mutating func emitYield(into target: Int, from source: Int, delegate: Int = 0, flags: UInt8, _ span: Span) {
    var outermost: Int?
    var innermost: Int?
    for cleanup in builder.cleanups {
      switch cleanup.kind {
      case .handler(let saved, let exception, _), .groupHandler(let saved, let exception):
        outermost = outermost ?? saved
        innermost = exception
      default: break
      }
    }
    if let outermost { builder.emit(.leaveHandler, b: outermost, span) }
    builder.emit(.yield, a: target, b: source, c: delegate, flags: flags, span)
    if let outermost, let innermost { builder.emit(.enterHandler, a: outermost, b: innermost, span) }
  }

  private mutating func yieldFrom(_ value: Expression, into target: Int, _ span: Span) {
    let iterator = temporary(value)
    builder.emit(.yieldFromIterator, a: iterator, b: iterator, span)
    let sent = loadConstant(builder.constant(.none), span)
    let result = builder.allocate()
    let again = Label()
    let end = Label()
    builder.place(again)
    builder.jump(.yieldFromStep, a: result, b: iterator, c: sent, to: end, span)
    // The mark in c tells a generator's throw and close that there is a delegate, and where.
    emitYield(into: sent, from: result, delegate: iterator, flags: 1, span)
    builder.jump(.loop, to: again, span)
    builder.place(end)
    builder.emit(.take, a: target, b: result, span)
  }
}
