import Syntax
import Tensors

/// Runs the one-line programs in which golden cases and examples are written, straight on the ops: names, calls, operators,
/// subscripts and assignments, nothing else. What it cannot do it says by throwing `Unsupported`.
struct RecordedCode {
  /// Something in the code that only the real interpreter can do.
  struct Unsupported: Error, CustomStringConvertible {
    let description: String
    init(_ what: String) { description = "unsupported: \(what)" }
  }

  indirect enum Item {
    case value(OpValue)
    case module(String)
    case function(Op)
    case method(Op, OpValue)
    case builtin(String)
    case constructor(DType)
  }

  var variables: [String: OpValue] = [:]

  mutating func run(_ text: String) throws {
    for statement in try Parser.parse(SourceFile(name: "case", text: text)).body { try run(statement) }
  }

  func evaluate(_ text: String) throws -> OpValue {
    guard case .expression(let expression)? = try Parser.parse(SourceFile(name: "case", text: text)).body.first?.kind else {
      throw Unsupported(text)
    }
    return try value(expression)
  }

  /// The op that an example calls, with its arguments; nil where it calls something else.
  func outermostCall(_ text: String) throws -> (op: Op, positional: [OpValue], keywords: [(name: String, value: OpValue)])? {
    guard case .expression(let expression)? = try Parser.parse(SourceFile(name: "case", text: text)).body.first?.kind else {
      return nil
    }
    if case .attribute(let object, let name) = expression.kind, let op = OpRegistry.op(name, in: .property) {
      return (op, [try value(object)], [])
    }
    guard case .call(let callee, let arguments) = expression.kind else { return nil }
    let (positional, keywords) = try self.arguments(arguments)
    switch try item(callee) {
    case .function(let op): return (op, positional, keywords)
    case .method(let op, let receiver):
      if case .string(let name) = receiver { throw Unsupported("method \(name)") }
      return (op, [receiver] + positional, keywords)
    default: return nil
    }
  }

  private func arguments(_ arguments: [Argument]) throws -> ([OpValue], [(name: String, value: OpValue)]) {
    var positional: [OpValue] = []
    var keywords: [(name: String, value: OpValue)] = []
    for argument in arguments {
      switch argument.kind {
      case .positional: positional.append(try value(argument.value))
      case .keyword(let name): keywords.append((name, try value(argument.value)))
      default: throw Unsupported("starred argument")
      }
    }
    return (positional, keywords)
  }

  private mutating func run(_ statement: Statement) throws {
    switch statement.kind {
    case .expression(let e): _ = try value(e)
    case .assign(let targets, let e):
      let result = try value(e)
      for target in targets { try assign(target, result) }
    case .augmentedAssign(let target, let op, let e):
      guard case .tensor(let t) = try value(target) else { throw Unsupported("augmented assignment to a number") }
      let result = try Self.binary(op).applyInPlace(t, Self.operand(value(e)))
      if case .subscript = target.kind { try assign(target, .tensor(result)) }
    case .with(let items, let body):
      guard items.count == 1 else { throw Unsupported("with") }
      let before = GradMode.isEnabled
      GradMode.isEnabled = false
      defer { GradMode.isEnabled = before }
      for statement in body { try run(statement) }
    case .for(let target, let iterable, let body, _):
      for item in try value(iterable).items ?? [] {
        try assign(target, item)
        for statement in body { try run(statement) }
      }
    default: throw Unsupported("statement")
    }
  }

  private mutating func assign(_ target: Expression, _ result: OpValue) throws {
    switch target.kind {
    case .name(let name): variables[name] = result
    case .subscript(let object, let index):
      guard case .tensor(let t) = try value(object) else { throw Unsupported("item assignment") }
      try t.setIndex(TensorIndex.items(value(index)), Self.operand(result))
    case .attribute(let object, "grad"):
      guard case .tensor(let t) = try value(object) else { throw Unsupported("attribute assignment") }
      if case .tensor(let g) = result { try t.setGrad(g) } else { t.grad = nil }
    default: throw Unsupported("target")
    }
  }

  private func value(_ e: Expression) throws -> OpValue {
    switch try item(e) {
    case .value(let v): return v
    case .module(let name):
      let last = name.split(separator: ".").last.map(String.init) ?? name
      if let type = DType(named: last) { return .dtype(type) }
      throw Unsupported(name)
    default: throw Unsupported("function as a value")
    }
  }

  private func item(_ e: Expression) throws -> Item {
    switch e.kind {
    case .constant(let c): return .value(try Self.constant(c))
    case .tuple(let items): return .value(.tuple(try items.map { try value($0) }))
    case .list(let items): return .value(.list(try items.map { try value($0) }))
    case .slice(let a, let b, let c):
      func bound(_ e: Expression?) throws -> Int? { try e.flatMap { OpValue.asInt(try value($0)) } }
      return .value(.slice(start: try bound(a), stop: try bound(b), step: try bound(c)))
    case .name(let name):
      if let v = variables[name] { return .value(v) }
      if ["torch", "F", "nn", "np", "math"].contains(name) { return .module(name) }
      return .builtin(name)
    case .attribute(let object, let name): return try attribute(item(object), name)
    case .call(let callee, let arguments): return .value(try call(item(callee), arguments))
    case .subscript(let object, let index):
      let receiver = try value(object)
      let place = try value(index)
      if case .tensor(let t) = receiver { return .value(.tensor(try t.index(TensorIndex.items(place)))) }
      guard let items = receiver.items, let i = OpValue.asInt(place), items.indices.contains(i) else {
        throw Unsupported("item")
      }
      return .value(items[i])
    case .unary(let op, let operand): return .value(try unary(op, value(operand)))
    case .binary(let op, let a, let b):
      let (x, y) = (try value(a), try value(b))
      if let i = x.scalar, let j = y.scalar { return .value(try Self.numbers(op, i, j)) }
      return .value(.tensor(try Self.binary(op).apply(Self.operand(x), Self.operand(y))))
    case .compare(let a, let rest):
      guard rest.count == 1 else { throw Unsupported("chained comparison") }
      let ops: [ComparisonOperator: Tensors.BinaryOperator] = [
        .equal: .eq, .notEqual: .ne, .less: .lt, .lessEqual: .le, .greater: .gt, .greaterEqual: .ge,
      ]
      guard let op = ops[rest[0].op] else { throw Unsupported("comparison") }
      return .value(.tensor(try op.apply(Self.operand(value(a)), Self.operand(value(rest[0].rhs)))))
    case .conditional(let condition, let then, let otherwise):
      guard case .bool(let flag) = try value(condition) else { throw Unsupported("condition") }
      return .value(try value(flag ? then : otherwise))
    default: throw Unsupported("expression")
    }
  }

  private func attribute(_ object: Item, _ name: String) throws -> Item {
    switch object {
    case .module(let module):
      if let type = DType(named: name), module == "torch" { return .value(.dtype(type)) }
      if let type = DType.allCases.first(where: { $0.scalarName + "Tensor" == name }) { return .constructor(type) }
      if name == "Tensor" { return .constructor(.float32) }
      let home: Op.Home = module == "F" ? .functional : module == "torch.linalg" ? .linalg : .function
      if let op = OpRegistry.op(name, in: home) { return .function(op) }
      return .module(module + "." + name)
    case .value(let receiver):
      guard case .tensor(let t) = receiver else { throw Unsupported("attribute \(name)") }
      if name == "grad" { return .value(t.grad.map { .tensor($0) } ?? .none) }
      if let op = OpRegistry.op(name, in: .property) { return .value(try op([receiver])) }
      if let op = OpRegistry.op(name, in: .method) { return .method(op, receiver) }
      return .method(OpRegistry.op("clone", in: .method)!, .string(name))  // `clone` exists; the text marks an unknown method
    default: throw Unsupported("attribute \(name)")
    }
  }

  private func call(_ callee: Item, _ arguments: [Argument]) throws -> OpValue {
    if case .builtin("isinstance") = callee, let first = arguments.first {
      switch try value(first.value) {
      case .tuple, .named: return .bool(true)
      default: return .bool(false)
      }
    }
    let (positional, keywords) = try self.arguments(arguments)
    switch callee {
    case .function(let op): return try op(positional, keywords: keywords)
    case .constructor(let type): return .tensor(try Tensor.legacy(positional, dtype: type))
    case .method(let op, let receiver):
      if case .string(let name) = receiver { throw Unsupported("method \(name)") }
      return try op([receiver] + positional, keywords: keywords)
    case .builtin(let name): return try builtin(name, positional)
    case .module(let name): return try moduleFunction(name, positional, keywords)
    case .value: throw Unsupported("call of a value")
    }
  }

  private func builtin(_ name: String, _ arguments: [OpValue]) throws -> OpValue {
    switch name {
    case "list":
      if case .tensor(let t)? = arguments.first { return .list(try t.unbind().map { .tensor($0) }) }
      return .list(arguments.first?.items ?? [])
    case "range": return .list((0..<(OpValue.asInt(arguments[0]) ?? 0)).map { .int($0) })
    case "float":
      if case .string("nan")? = arguments.first { return .float(.nan) }
      return .float(arguments.first?.scalar?.doubleValue ?? 0)
    default: throw Unsupported(name)
    }
  }

  private func moduleFunction(
    _ name: String, _ positional: [OpValue], _ keywords: [(name: String, value: OpValue)]
  ) throws -> OpValue {
    guard name == "torch.autograd.grad", positional.count == 2, case .tensor(let y) = positional[0],
      case .tensor(let x) = positional[1]
    else { throw Unsupported(name) }
    let createGraph = keywords.contains { $0.name == "create_graph" }
    return .tuple(try Autograd.grad([y], [x], createGraph: createGraph).map { $0.map { .tensor($0) } ?? .none })
  }

  private func unary(_ op: UnaryOperator, _ v: OpValue) throws -> OpValue {
    switch (op, v) {
    case (.minus, .tensor(let t)): return .tensor(try t.neg())
    case (.invert, .tensor(let t)): return .tensor(try t.bitwiseNot())
    case (.minus, .int(let i)): return .int(-i)
    case (.minus, .float(let d)): return .float(-d)
    default: throw Unsupported("unary operator")
    }
  }

  private static func constant(_ c: Constant) throws -> OpValue {
    switch c {
    case .none: .none
    case .bool(let b): .bool(b)
    case .ellipsis: .ellipsis
    case .int(let i): .int(i)
    case .float(let d): .float(d)
    case .string(let s): .string(s)
    default: throw Unsupported("constant")
    }
  }

  static func operand(_ v: OpValue) throws -> Operand {
    if case .tensor(let t) = v { return .tensor(t) }
    if let s = v.scalar { return .scalar(s) }
    throw TensorError.type("unsupported operand type(s)")
  }

  private static func numbers(_ op: Syntax.BinaryOperator, _ a: Scalar, _ b: Scalar) throws -> OpValue {
    switch op {
    case .divide: return .float(a.doubleValue / b.doubleValue)
    case .multiply: return .int(a.intValue * b.intValue)
    case .power: return .int((0..<b.intValue).reduce(1) { r, _ in r * a.intValue })
    default: throw Unsupported("arithmetic of numbers")
    }
  }

  private static func binary(_ op: Syntax.BinaryOperator) -> Tensors.BinaryOperator {
    switch op {
    case .add: .add
    case .subtract: .sub
    case .multiply: .mul
    case .divide: .div
    case .floorDivide: .floorDiv
    case .modulo: .mod
    case .power: .pow
    case .matrixMultiply: .matmul
    case .leftShift: .leftShift
    case .rightShift: .rightShift
    case .bitAnd: .and
    case .bitOr: .or
    case .bitXor: .xor
    }
  }
}
