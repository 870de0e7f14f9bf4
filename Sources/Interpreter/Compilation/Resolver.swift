import Syntax

/// Finds the scope of every name: first a walk that notes assignments and uses, then a pass that connects uses in inner functions
/// with the cells of outer ones.
struct Resolver {
  private var table: ScopeTable
  private var scope: Scope
  private let source: SourceFile
  private var error: SyntaxError?

  static func resolve(_ module: Module, root: Scope.Kind = .module) throws(SyntaxError) -> ScopeTable {
    var resolver = Resolver(source: module.source, root: root)
    resolver.checkFutureImports(module.body)
    for statement in module.body { resolver.visit(statement) }
    if let error = resolver.error { throw error }
    resolver.connect(resolver.table.root)
    if let error = resolver.error { throw error }
    return resolver.table
  }

  private init(source: SourceFile, root kind: Scope.Kind) {
    let root = Scope(kind, "<module>", parent: nil, className: nil)
    table = ScopeTable(root: root)
    scope = root
    self.source = source
  }

  private mutating func fail(_ message: String, _ span: Span) {
    if error == nil { error = SyntaxError(message, span, in: source) }
  }

  private mutating func warn(_ message: String?, _ span: Span) {
    if let message { table.warnings.append(Diagnostic(message, span)) }
  }

  /// A private name of a class (`__x`) carries the class name.
  static func mangled(_ name: String, in className: String?) -> String {
    guard let className, name.hasPrefix("__"), !name.hasSuffix("__"), !name.contains(".") else { return name }
    let stem = className.drop { $0 == "_" }
    return stem.isEmpty ? name : "_\(stem)\(name)"
  }

  private mutating func assign(_ name: String) {
    let name = Resolver.mangled(name, in: scope.className)
    scope.assign(name)
  }

  private mutating func use(_ name: String) {
    let name = Resolver.mangled(name, in: scope.className)
    scope.used.insert(name)
  }

  private mutating func open(
    _ kind: Scope.Kind, _ name: String, for node: AnyObject, className: String?, _ body: (inout Resolver) -> Void
  ) {
    let inner = Scope(kind, name, parent: scope, className: className)
    table.scopes[ObjectIdentifier(node)] = inner
    let outer = scope
    scope = inner
    body(&self)
    scope = outer
  }

  private static let features: Set<String> = [
    "nested_scopes", "generators", "division", "absolute_import", "with_statement", "print_function", "unicode_literals",
    "barry_as_FLUFL", "generator_stop", "annotations",
  ]

  /// `from __future__ import …` stands before everything but the docstring and names features that there are.
  private mutating func checkFutureImports(_ body: [Statement]) {
    var isBeginning = true
    for (index, statement) in body.enumerated() {
      if case .importFrom("__future__"?, 0, let names) = statement.kind {
        if !isBeginning { fail("from __future__ imports must occur at the beginning of the file", statement.span) }
        for item in names where !Resolver.features.contains(item.name) {
          fail(item.name == "braces" ? "not a chance" : "future feature \(item.name) is not defined", statement.span)
        }
      } else if index > 0 || Lowering.docstring([statement]) == nil {
        isBeginning = false
      }
    }
  }

  // MARK: Statements

  private mutating func visit(_ statements: [Statement]) { for statement in statements { visit(statement) } }

  private mutating func visit(_ statement: Statement) {
    switch statement.kind {
    case .expression(let value): visit(value)
    case .assign(let targets, let value):
      visit(value)
      for target in targets { visitTarget(target) }
    case .augmentedAssign(let target, _, let value):
      visit(target)
      visit(value)
      visitTarget(target)
    case .annotatedAssign(let target, let annotation, let value, _):
      if let value { visit(value) }
      if !scope.isFunctionLike { visit(annotation) }
      if case .name(let name) = target.kind { assign(name) } else { visitTarget(target) }
    case .pass, .break, .continue: break
    case .return(let value): if let value { visit(value) }
    case .raise(let value, let cause):
      if let value { visit(value) }
      if let cause { visit(cause) }
    case .assert(let condition, let message):
      warn(LiteralMisuse.assertion(condition), statement.span)
      visit(condition)
      if let message { visit(message) }
    case .delete(let targets): for target in targets { visitTarget(target) }
    case .global(let names):
      for name in names.map({ Resolver.mangled($0, in: scope.className) }) {
        if scope.parameters.contains(name) { fail("name '\(name)' is parameter and global", statement.span) }
        if scope.assigned.contains(name), scope.kind != .module {
          fail("name '\(name)' is assigned to before global declaration", statement.span)
        } else if scope.used.contains(name), scope.kind != .module {
          fail("name '\(name)' is used prior to global declaration", statement.span)
        }
        scope.globals.insert(name)
      }
    case .nonlocal(let names):
      if scope.parent == nil { fail("nonlocal declaration not allowed at module level", statement.span) }
      for name in names.map({ Resolver.mangled($0, in: scope.className) }) {
        if scope.parameters.contains(name) { fail("name '\(name)' is parameter and nonlocal", statement.span) }
        if scope.assigned.contains(name) {
          fail("name '\(name)' is assigned to before nonlocal declaration", statement.span)
        } else if scope.used.contains(name) {
          fail("name '\(name)' is used prior to nonlocal declaration", statement.span)
        }
        if scope.globals.contains(name) { fail("name '\(name)' is nonlocal and global", statement.span) }
        var outer = scope.parent
        var found = false
        while let candidate = outer {
          if candidate.isFunctionLike || candidate.kind == .comprehension { found = true }
          outer = candidate.parent
        }
        if !found { fail("no binding for nonlocal '\(name)' found", statement.span) }
        scope.nonlocals.insert(name)
        scope.nonlocalSpans[name] = statement.span
        scope.used.insert(name)
      }
    case .import(let names):
      for item in names { assign(item.alias ?? String(item.name.prefix { $0 != "." })) }
    case .importFrom(_, _, let names):
      for item in names where item.name != "*" { assign(item.alias ?? item.name) }
      if names.contains(where: { $0.name == "*" }), scope.kind != .module {
        fail("import * only allowed at module level", statement.span)
      }
    case .if(let branches, let otherwise):
      for branch in branches {
        visit(branch.condition)
        visit(branch.body)
      }
      visit(otherwise)
    case .while(let condition, let body, let otherwise):
      visit(condition)
      visit(body)
      visit(otherwise)
    case .for(let target, let iterable, let body, let otherwise):
      visit(iterable)
      visitTarget(target)
      visit(body)
      visit(otherwise)
    case .with(let items, let body):
      for item in items {
        visit(item.context)
        if let target = item.target { visitTarget(target) }
      }
      visit(body)
    case .try(let body, let handlers, let otherwise, let finally, _):
      visit(body)
      for handler in handlers {
        if let type = handler.type { visit(type) }
        if let name = handler.name { assign(name) }
        visit(handler.body)
      }
      visit(otherwise)
      visit(finally)
    case .function(let function):
      for decorator in function.decorators { visit(decorator) }
      visitDefaults(function.parameters)
      if !function.parameters.isEmpty || function.returns != nil {
        for parameter in function.parameters { if let annotation = parameter.annotation { visit(annotation) } }
        if let returns = function.returns { visit(returns) }
      }
      assign(function.name)
      open(.function, function.name, for: function, className: scope.className) { resolver in
        resolver.declare(function.parameters)
        resolver.visit(function.body)
      }
    case .class(let definition):
      for decorator in definition.decorators { visit(decorator) }
      for argument in definition.arguments { visit(argument.value) }
      assign(definition.name)
      open(.classBody, definition.name, for: definition, className: definition.name) { resolver in
        resolver.visit(definition.body)
      }
    }
  }

  private mutating func visitDefaults(_ parameters: [Syntax.Parameter]) {
    for parameter in parameters { if let value = parameter.defaultValue { visit(value) } }
  }

  private mutating func declare(_ parameters: [Syntax.Parameter]) {
    for parameter in parameters {
      let name = Resolver.mangled(parameter.name, in: scope.className)
      if name == "__debug__" { fail("cannot assign to __debug__", parameter.span) }
      if scope.parameters.contains(name) {
        fail("duplicate argument '\(name)' in function definition", parameter.span)
      }
      scope.parameters.append(name)
      scope.assign(name)
    }
  }

  private mutating func visitTarget(_ target: Expression) {
    switch target.kind {
    case .name(let name):
      if name == "__debug__" { fail("cannot assign to __debug__", target.span) }
      assign(name)
    case .tuple(let elements), .list(let elements): for element in elements { visitTarget(element) }
    case .starred(let value): visitTarget(value)
    default: visit(target)
    }
  }

  // MARK: Expressions

  private mutating func visit(_ expression: Expression) {
    switch expression.kind {
    case .constant: break
    case .name(let name):
      use(name)
      if name == "super", scope.kind != .module { scope.used.insert("__class__") }
    case .formatted(let parts): visit(parts)
    case .tuple(let elements), .list(let elements), .set(let elements): for element in elements { visit(element) }
    case .dict(let items):
      for item in items {
        if let key = item.key { visit(key) }
        visit(item.value)
      }
    case .unary(_, let operand): visit(operand)
    case .binary(_, let lhs, let rhs):
      visit(lhs)
      visit(rhs)
    case .boolean(_, let operands): for operand in operands { visit(operand) }
    case .compare(let first, let rest):
      warn(LiteralMisuse.comparison(first, rest), expression.span)
      visit(first)
      for item in rest { visit(item.rhs) }
    case .call(let function, let arguments):
      warn(LiteralMisuse.call(function), function.span)
      visit(function)
      for argument in arguments { visit(argument.value) }
    case .attribute(let value, _): visit(value)
    case .subscript(let value, let index):
      warn(LiteralMisuse.subscript(value, index), value.span)
      visit(value)
      visit(index)
    case .slice(let lower, let upper, let step):
      if let lower { visit(lower) }
      if let upper { visit(upper) }
      if let step { visit(step) }
    case .starred(let value): visit(value)
    case .conditional(let condition, let then, let otherwise):
      visit(condition)
      visit(then)
      visit(otherwise)
    case .lambda(let parameters, let body):
      visitDefaults(parameters)
      open(.lambda, "<lambda>", for: expression, className: scope.className) { resolver in
        resolver.declare(parameters)
        resolver.visit(body)
      }
    case .comprehension(let kind, let element, let clauses):
      visitComprehension(expression, kind == .generator ? .generatorExpression : .comprehension, [element], clauses)
    case .dictComprehension(let key, let value, let clauses):
      visitComprehension(expression, .comprehension, [key, value], clauses)
    case .walrus(let name, let value):
      visit(value)
      var target = scope
      while target.kind == .comprehension || target.kind == .generatorExpression, let parent = target.parent {
        if target.assigned.contains(Resolver.mangled(name, in: scope.className)) {
          fail("assignment expression cannot rebind comprehension iteration variable '\(name)'", expression.span)
        }
        target.hasWalrus = true
        if target.kind == .generatorExpression {
          let mangled = Resolver.mangled(name, in: scope.className)
          target.used.insert(mangled)
          if parentBinds(target) { target.nonlocals.insert(mangled) } else { target.globals.insert(mangled) }
        }
        target = parent
      }
      target.hasWalrus = true
      if target.kind == .classBody, target !== scope, target.parent != nil {
        fail("assignment expression within a comprehension cannot be used in a class body", expression.span)
      }
      target.assign(Resolver.mangled(name, in: scope.className))
    case .yield(let value):
      if let value { visit(value) }
      markGenerator(expression, "yield")
    case .yieldFrom(let value):
      visit(value)
      markGenerator(expression, "yield from")
    }
  }

  private func parentBinds(_ scope: Scope) -> Bool {
    var outer = scope.parent
    while let candidate = outer {
      if candidate.kind == .function || candidate.kind == .lambda { return true }
      outer = candidate.parent
    }
    return false
  }

  private mutating func markGenerator(_ expression: Expression, _ word: String) {
    switch scope.kind {
    case .function, .lambda: scope.isGenerator = true
    case .comprehension, .generatorExpression:
      fail("'yield' inside \(scope.name)", expression.span)
    default: fail("'\(word)' outside function", expression.span)
    }
  }

  private mutating func visit(_ parts: [FormattedPart]) {
    for part in parts {
      if case .value(let value, _, let spec) = part {
        visit(value)
        visit(spec)
      }
    }
  }

  private mutating func visitComprehension(
    _ node: Expression, _ kind: Scope.Kind, _ results: [Expression], _ clauses: [ComprehensionClause]
  ) {
    visit(clauses[0].iterable)
    let name: String
    switch node.kind {
    case .dictComprehension: name = "dict comprehension"
    case .comprehension(.set, _, _): name = "set comprehension"
    case .comprehension(.generator, _, _): name = "generator expression"
    default: name = "list comprehension"
    }
    open(kind, name, for: node, className: scope.className) { resolver in
      for (i, clause) in clauses.enumerated() {
        if i > 0 { resolver.visit(clause.iterable) }
        resolver.visitTarget(clause.target)
        for condition in clause.conditions { resolver.visit(condition) }
      }
      for result in results { resolver.visit(result) }
      if kind == .generatorExpression { resolver.scope.isGenerator = true }
    }
  }

  // MARK: Closures

  /// Gives every use in an inner function its cell in an outer one; returns the names that the scope needs from outside.
  @discardableResult private mutating func connect(_ scope: Scope) -> Set<String> {
    var needed: Set<String> = []
    for child in scope.children { needed.formUnion(connect(child).map { $0 }) }
    // An inlined comprehension's names are the registers of the function around it; only real functions make cells necessary.
    if scope.kind == .comprehension {
      for child in scope.children where child.kind != .comprehension {
        for name in child.free where scope.assigned.contains(name) { scope.cells.insert(name) }
      }
      for child in scope.children where child.kind == .comprehension {
        for name in child.freeThroughFunctions where scope.assigned.contains(name) { scope.cells.insert(name) }
      }
      scope.freeThroughFunctions = []
      for child in scope.children {
        let names = child.kind == .comprehension ? child.freeThroughFunctions : Set(child.free)
        scope.freeThroughFunctions.formUnion(names.subtracting(scope.assigned))
      }
      return needed.union(scope.used).subtracting(scope.assigned)
    }
    var throughFunctions: Set<String> = []
    for child in scope.children {
      throughFunctions.formUnion(child.kind == .comprehension ? child.freeThroughFunctions : Set(child.free))
    }
    switch scope.kind {
    case .module: return []
    case .classBody:
      var wanted = needed.union(scope.used).union(scope.nonlocals)
      if wanted.contains("__class__") || throughFunctions.contains("__class__") {
        scope.cells.insert("__class__")
        wanted.remove("__class__")
      }
      wanted.subtract(scope.globals)
      // Whether an outer function binds them is known only there; keep those that one does.
      scope.free = wanted.filter { bound($0, outside: scope) }.sorted()
      return Set(scope.free)
    default:
      var wanted = needed.union(scope.used).union(scope.nonlocals)
      let own = scope.assigned.subtracting(scope.nonlocals).subtracting(scope.globals)
      scope.cells = throughFunctions.intersection(own)
      wanted.subtract(own)
      wanted.subtract(scope.globals)
      scope.free = wanted.filter { bound($0, outside: scope) }.sorted()
      for name in scope.nonlocals where !scope.free.contains(name) {
        fail("no binding for nonlocal '\(name)' found", scope.nonlocalSpans[name] ?? Span(0, 0))
      }
      return Set(scope.free)
    }
  }

  /// Whether a function around a scope binds a name.
  private func bound(_ name: String, outside scope: Scope) -> Bool {
    var outer = scope.parent
    while let candidate = outer {
      switch candidate.kind {
      case .function, .lambda, .generatorExpression:
        if candidate.globals.contains(name) { return false }
        if candidate.assigned.contains(name), !candidate.nonlocals.contains(name) { return true }
      case .comprehension:
        if candidate.assigned.contains(name) { return true }
      case .classBody:
        if name == "__class__" { return true }
      case .module: break
      }
      outer = candidate.parent
    }
    return false
  }
}
