// The tree as text, in the form of Python's `ast.dump(tree, indent=2)`, so that Python itself is the referee. Integers beyond 64 bits
// with a radix prefix keep it.

extension Module {
  /// The tree in the form of `ast.dump(ast.parse(…), indent=2)`.
  package func dump() -> String {
    let root = DumpItem.node("Module", [("body", .list(body.map(\.dumped))), ("type_ignores", .list([]))])
    var text = ""
    root.write(to: &text, indent: 0)
    return text + "\n"
  }
}

/// A node of the dump.
enum DumpItem {
  case text(String)
  case list([DumpItem])
  case node(String, [(String, DumpItem?)])

  func write(to text: inout String, indent: Int) {
    switch self {
    case .text(let value): text += value
    case .list(let items):
      text += "["
      let pad = "\n" + String(repeating: "  ", count: indent + 1)
      for (index, item) in items.enumerated() {
        text += index == 0 ? pad : "," + pad
        item.write(to: &text, indent: indent + 1)
      }
      text += "]"
    case .node(let name, let fields):
      text += name + "("
      let pad = isSimple ? "" : "\n" + String(repeating: "  ", count: indent + 1)
      var separator = pad
      for case (let field, let value?) in fields {
        text += separator + field + "="
        value.write(to: &text, indent: indent + 1)
        separator = isSimple ? ", " : "," + pad
      }
      text += ")"
    }
  }

  /// `ast.dump` keeps a node with at most three fields, none of them a list or node with content of its own, on one line.
  private var isSimple: Bool {
    guard case .node(_, let fields) = self else { return true }
    let present = fields.compactMap(\.1)
    if present.count > 3 { return false }
    return present.allSatisfy { value in
      switch value {
      case .text: return true
      case .list(let items): return items.isEmpty
      case .node(_, let inner): return inner.allSatisfy { $0.1 == nil }
      }
    }
  }
}

private enum Context: String {
  case load = "Load"
  case store = "Store"
  case delete = "Del"

  var item: DumpItem { .node(rawValue, []) }
}

extension BinaryOperator {
  fileprivate var item: DumpItem {
    let name: String
    switch self {
    case .add: name = "Add"
    case .subtract: name = "Sub"
    case .multiply: name = "Mult"
    case .divide: name = "Div"
    case .floorDivide: name = "FloorDiv"
    case .modulo: name = "Mod"
    case .power: name = "Pow"
    case .matrixMultiply: name = "MatMult"
    case .leftShift: name = "LShift"
    case .rightShift: name = "RShift"
    case .bitAnd: name = "BitAnd"
    case .bitOr: name = "BitOr"
    case .bitXor: name = "BitXor"
    }
    return .node(name, [])
  }
}

extension ComparisonOperator {
  fileprivate var item: DumpItem {
    let name: String
    switch self {
    case .equal: name = "Eq"
    case .notEqual: name = "NotEq"
    case .less: name = "Lt"
    case .lessEqual: name = "LtE"
    case .greater: name = "Gt"
    case .greaterEqual: name = "GtE"
    case .is: name = "Is"
    case .isNot: name = "IsNot"
    case .in: name = "In"
    case .notIn: name = "NotIn"
    }
    return .node(name, [])
  }
}

extension UnaryOperator {
  fileprivate var item: DumpItem {
    switch self {
    case .plus: return .node("UAdd", [])
    case .minus: return .node("USub", [])
    case .invert: return .node("Invert", [])
    case .not: return .node("Not", [])
    }
  }
}

extension Constant {
  fileprivate var text: String {
    switch self {
    case .none: return "None"
    case .bool(let value): return value ? "True" : "False"
    case .ellipsis: return "Ellipsis"
    case .int(let value): return String(value)
    case .bigInt(let digits, let radix):
      switch radix {
      case 16: return "0x" + digits
      case 8: return "0o" + digits
      case 2: return "0b" + digits
      default: return digits
      }
    case .float(let value): return "\(value)"
    case .imaginary(let value):
      let text = "\(value)"
      return (text.hasSuffix(".0") ? String(text.dropLast(2)) : text) + "j"
    case .string(let text): return text.contains("'") && !text.contains("\"") ? doubleQuoted(text) : quoted(text)
    case .bytes(let bytes):
      let text = String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
      return "b" + (text.contains("'") && !text.contains("\"") ? doubleQuoted(text, bytes: true) : quoted(text, bytes: true))
    }
  }
}

private func doubleQuoted(_ text: String, bytes: Bool = false) -> String {
  let single = quoted(text, bytes: bytes).dropFirst().dropLast()
  var result = "\""
  var isEscaped = false
  for character in single.unicodeScalars {
    if isEscaped {
      if character != "'" { result += "\\" }
      result.unicodeScalars.append(character)
      isEscaped = false
    } else if character == "\\" {
      isEscaped = true
    } else {
      result.unicodeScalars.append(character)
    }
  }
  return result + "\""
}

extension Expression {
  fileprivate var dumped: DumpItem { dumped(.load) }

  fileprivate func dumped(_ context: Context) -> DumpItem {
    func list(_ elements: [Expression]) -> DumpItem { .list(elements.map { $0.dumped(context) }) }
    func loaded(_ elements: [Expression]) -> DumpItem { .list(elements.map(\.dumped)) }
    switch kind {
    case .constant(let value): return .node("Constant", [("value", .text(value.text))])
    case .name(let name): return .node("Name", [("id", .text(quoted(name))), ("ctx", context.item)])
    case .formatted(let parts): return .node("JoinedStr", [("values", .list(parts.map(\.dumped)))])
    case .tuple(let elements): return .node("Tuple", [("elts", list(elements)), ("ctx", context.item)])
    case .list(let elements): return .node("List", [("elts", list(elements)), ("ctx", context.item)])
    case .set(let elements): return .node("Set", [("elts", loaded(elements))])
    case .dict(let items):
      let keys = items.map { $0.key?.dumped ?? .text("None") }
      return .node("Dict", [("keys", .list(keys)), ("values", .list(items.map { $0.value.dumped }))])
    case .unary(let op, let operand): return .node("UnaryOp", [("op", op.item), ("operand", operand.dumped)])
    case .binary(let op, let lhs, let rhs):
      return .node("BinOp", [("left", lhs.dumped), ("op", op.item), ("right", rhs.dumped)])
    case .boolean(let op, let operands):
      return .node("BoolOp", [("op", .node(op == .and ? "And" : "Or", [])), ("values", loaded(operands))])
    case .compare(let first, let rest):
      return .node(
        "Compare",
        [
          ("left", first.dumped), ("ops", .list(rest.map { $0.op.item })),
          ("comparators", .list(rest.map { $0.rhs.dumped })),
        ])
    case .call(let callee, let arguments):
      return .node("Call", [("func", callee.dumped)] + arguments.dumpFields("args"))
    case .attribute(let value, let name):
      return .node("Attribute", [("value", value.dumped), ("attr", .text(quoted(name))), ("ctx", context.item)])
    case .subscript(let value, let index):
      return .node("Subscript", [("value", value.dumped), ("slice", index.dumped), ("ctx", context.item)])
    case .slice(let lower, let upper, let step):
      return .node("Slice", [("lower", lower?.dumped), ("upper", upper?.dumped), ("step", step?.dumped)])
    case .starred(let value): return .node("Starred", [("value", value.dumped(context)), ("ctx", context.item)])
    case .conditional(let condition, let then, let otherwise):
      return .node("IfExp", [("test", condition.dumped), ("body", then.dumped), ("orelse", otherwise.dumped)])
    case .lambda(let parameters, let body):
      return .node("Lambda", [("args", parameters.dumped), ("body", body.dumped)])
    case .comprehension(let kind, let element, let clauses):
      let name = kind == .list ? "ListComp" : kind == .set ? "SetComp" : "GeneratorExp"
      return .node(name, [("elt", element.dumped), ("generators", .list(clauses.map(\.dumped)))])
    case .dictComprehension(let key, let value, let clauses):
      return .node(
        "DictComp", [("key", key.dumped), ("value", value.dumped), ("generators", .list(clauses.map(\.dumped)))])
    case .walrus(let name, let value):
      let target = DumpItem.node("Name", [("id", .text(quoted(name))), ("ctx", Context.store.item)])
      return .node("NamedExpr", [("target", target), ("value", value.dumped)])
    case .yield(let value): return .node("Yield", [("value", value?.dumped)])
    case .yieldFrom(let value): return .node("YieldFrom", [("value", value.dumped)])
    }
  }
}

extension FormattedPart {
  fileprivate var dumped: DumpItem {
    switch self {
    case .literal(let text): return .node("Constant", [("value", .text(Constant.string(text).text))])
    case .value(let value, let conversion, let spec):
      let code: Int = conversion == .none ? -1 : Int(conversion.rawValue.utf8.first ?? 0)
      let specItem: DumpItem? = spec.isEmpty ? nil : .node("JoinedStr", [("values", .list(spec.map(\.dumped)))])
      return .node("FormattedValue", [("value", value.dumped), ("conversion", .text(String(code))), ("format_spec", specItem)])
    }
  }
}

extension ComprehensionClause {
  fileprivate var dumped: DumpItem {
    .node(
      "comprehension",
      [
        ("target", target.dumped(.store)), ("iter", iterable.dumped), ("ifs", .list(conditions.map(\.dumped))),
        ("is_async", .text("0")),
      ])
  }
}

extension [Argument] {
  fileprivate func dumpFields(_ positionalName: String) -> [(String, DumpItem?)] {
    var positional: [DumpItem] = []
    var keywords: [DumpItem] = []
    for argument in self {
      switch argument.kind {
      case .positional: positional.append(argument.value.dumped)
      case .starred:
        positional.append(.node("Starred", [("value", argument.value.dumped), ("ctx", Context.load.item)]))
      case .keyword(let name):
        keywords.append(.node("keyword", [("arg", .text(quoted(name))), ("value", argument.value.dumped)]))
      case .doubleStarred: keywords.append(.node("keyword", [("value", argument.value.dumped)]))
      }
    }
    return [(positionalName, .list(positional)), ("keywords", .list(keywords))]
  }
}

extension [Parameter] {
  fileprivate var dumped: DumpItem {
    func item(_ parameter: Parameter) -> DumpItem {
      .node("arg", [("arg", .text(quoted(parameter.name))), ("annotation", parameter.annotation?.dumped)])
    }
    let positionalOnly = filter { $0.kind == .positionalOnly }
    let standard = filter { $0.kind == .standard }
    let keywordOnly = filter { $0.kind == .keywordOnly }
    let defaults = (positionalOnly + standard).compactMap { $0.defaultValue?.dumped }
    return .node(
      "arguments",
      [
        ("posonlyargs", .list(positionalOnly.map(item))), ("args", .list(standard.map(item))),
        ("vararg", first { $0.kind == .varPositional }.map(item)), ("kwonlyargs", .list(keywordOnly.map(item))),
        ("kw_defaults", .list(keywordOnly.map { $0.defaultValue?.dumped ?? .text("None") })),
        ("kwarg", first { $0.kind == .varKeyword }.map(item)), ("defaults", .list(defaults)),
      ])
  }
}

extension ImportAlias {
  fileprivate var dumped: DumpItem {
    .node("alias", [("name", .text(quoted(name))), ("asname", alias.map { .text(quoted($0)) })])
  }
}

extension ExceptHandler {
  fileprivate var dumped: DumpItem {
    .node(
      "ExceptHandler", [("type", type?.dumped), ("name", name.map { .text(quoted($0)) }), ("body", .list(body.map(\.dumped)))])
  }
}

extension Statement {
  fileprivate var dumped: DumpItem {
    func block(_ statements: [Statement]) -> DumpItem { .list(statements.map(\.dumped)) }
    func loaded(_ elements: [Expression]) -> DumpItem { .list(elements.map(\.dumped)) }
    switch kind {
    case .expression(let value): return .node("Expr", [("value", value.dumped)])
    case .assign(let targets, let value):
      return .node("Assign", [("targets", .list(targets.map { $0.dumped(.store) })), ("value", value.dumped)])
    case .augmentedAssign(let target, let op, let value):
      return .node("AugAssign", [("target", target.dumped(.store)), ("op", op.item), ("value", value.dumped)])
    case .annotatedAssign(let target, let annotation, let value, let isSimple):
      return .node(
        "AnnAssign",
        [
          ("target", target.dumped(.store)), ("annotation", annotation.dumped), ("value", value?.dumped),
          ("simple", .text(isSimple ? "1" : "0")),
        ])
    case .pass: return .node("Pass", [])
    case .break: return .node("Break", [])
    case .continue: return .node("Continue", [])
    case .return(let value): return .node("Return", [("value", value?.dumped)])
    case .raise(let value, let cause): return .node("Raise", [("exc", value?.dumped), ("cause", cause?.dumped)])
    case .assert(let test, let message): return .node("Assert", [("test", test.dumped), ("msg", message?.dumped)])
    case .delete(let targets): return .node("Delete", [("targets", .list(targets.map { $0.dumped(.delete) }))])
    case .global(let names): return .node("Global", [("names", .list(names.map { .text(quoted($0)) }))])
    case .nonlocal(let names): return .node("Nonlocal", [("names", .list(names.map { .text(quoted($0)) }))])
    case .import(let names): return .node("Import", [("names", .list(names.map(\.dumped)))])
    case .importFrom(let module, let level, let names):
      return .node(
        "ImportFrom",
        [
          ("module", module.map { .text(quoted($0)) }), ("names", .list(names.map(\.dumped))),
          ("level", .text(String(level))),
        ])
    case .if(let branches, let otherwise): return Statement.dumped(branches[...], otherwise)
    case .while(let condition, let body, let otherwise):
      return .node("While", [("test", condition.dumped), ("body", block(body)), ("orelse", block(otherwise))])
    case .for(let target, let iterable, let body, let otherwise):
      return .node(
        "For",
        [
          ("target", target.dumped(.store)), ("iter", iterable.dumped), ("body", block(body)),
          ("orelse", block(otherwise)),
        ])
    case .with(let items, let body):
      let dumpedItems = items.map { item -> DumpItem in
        .node("withitem", [("context_expr", item.context.dumped), ("optional_vars", item.target?.dumped(.store))])
      }
      return .node("With", [("items", .list(dumpedItems)), ("body", block(body))])
    case .try(let body, let handlers, let otherwise, let finally, let isStar):
      return .node(
        isStar ? "TryStar" : "Try",
        [
          ("body", block(body)), ("handlers", .list(handlers.map(\.dumped))), ("orelse", block(otherwise)),
          ("finalbody", block(finally)),
        ])
    case .function(let definition):
      return .node(
        "FunctionDef",
        [
          ("name", .text(quoted(definition.name))), ("args", definition.parameters.dumped),
          ("body", block(definition.body)), ("decorator_list", loaded(definition.decorators)),
          ("returns", definition.returns?.dumped),
        ])
    case .class(let definition):
      return .node(
        "ClassDef",
        [("name", .text(quoted(definition.name)))] + definition.arguments.dumpFields("bases") + [
          ("body", block(definition.body)), ("decorator_list", loaded(definition.decorators)),
        ])
    }
  }

  /// Python nests `elif` branches.
  private static func dumped(_ branches: ArraySlice<IfBranch>, _ otherwise: [Statement]) -> DumpItem {
    guard let first = branches.first else { return .list([]) }
    let rest = branches.dropFirst()
    let orelse: DumpItem = rest.isEmpty ? .list(otherwise.map(\.dumped)) : .list([dumped(rest, otherwise)])
    return .node(
      "If", [("test", first.condition.dumped), ("body", .list(first.body.map(\.dumped))), ("orelse", orelse)])
  }
}
