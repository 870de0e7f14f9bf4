import Syntax

/// Where a name lives, seen from one scope.
enum NameBinding {
  /// A register of the frame.
  case local
  /// A cell in a register of the frame, shared with inner functions.
  case cell
  /// A cell of an enclosing function, reached through the closure.
  case free
  /// The module's names, then the builtins.
  case global
  /// The namespace of a class body (or of `exec` with separate locals), then globals.
  case name
  /// A name used in a class body that an enclosing function binds: class namespace first, then the closure.
  case nameOrFree
}

/// The names of one function, class body, comprehension or module.
final class Scope {
  enum Kind { case module, function, lambda, generatorExpression, classBody, comprehension }

  let kind: Kind
  let name: String
  let parent: Scope?
  /// The class that a method's private names (`__x`) belong to.
  let className: String?
  var assigned: Set<String> = []
  var used: Set<String> = []
  var globals: Set<String> = []
  var nonlocals: Set<String> = []
  /// Where the `nonlocal` statements stand, for messages.
  var nonlocalSpans: [String: Span] = [:]
  var parameters: [String] = []
  /// Assigned names in order of first appearance.
  var order: [String] = []
  var children: [Scope] = []
  var isGenerator = false
  var hasWalrus = false
  /// Names of this scope that inner functions use.
  var cells: Set<String> = []
  /// For a comprehension: names that functions inside it take from around it.
  var freeThroughFunctions: Set<String> = []
  /// Names of enclosing functions that this scope or inner ones use, in closure order.
  var free: [String] = []

  init(_ kind: Kind, _ name: String, parent: Scope?, className: String?) {
    self.kind = kind
    self.name = name
    self.parent = parent
    self.className = className
    parent?.children.append(self)
  }

  /// Whether registers hold the names that the scope assigns.
  var isFunctionLike: Bool { kind == .function || kind == .lambda || kind == .generatorExpression }

  func assign(_ name: String) {
    if assigned.insert(name).inserted { order.append(name) }
  }

  /// Where a name lives.
  func binding(of name: String) -> NameBinding {
    switch kind {
    case .comprehension:
      if assigned.contains(name) { return cells.contains(name) ? .cell : .local }
      return parent.unsafelyUnwrapped.bindingForInlined(name)
    case .function, .lambda, .generatorExpression:
      if globals.contains(name) { return .global }
      if assigned.contains(name), !nonlocals.contains(name) { return cells.contains(name) ? .cell : .local }
      return free.contains(name) ? .free : .global
    case .classBody:
      if globals.contains(name) { return .global }
      if nonlocals.contains(name) { return .free }
      if free.contains(name), !assigned.contains(name) { return .nameOrFree }
      return .name
    case .module:
      return .global
    }
  }

  /// Where a name lives that an inlined comprehension inside this scope uses: the names of a class body are skipped.
  private func bindingForInlined(_ name: String) -> NameBinding {
    if kind == .classBody { return free.contains(name) ? .free : .global }
    return binding(of: name)
  }
}

/// What the resolver found: a scope for each node that opens one.
struct ScopeTable {
  let root: Scope
  var scopes: [ObjectIdentifier: Scope] = [:]
  /// Remarks on the text that do not keep it from running.
  var warnings: [Diagnostic] = []
}
