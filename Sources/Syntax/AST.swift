// The tree of a program.
//
// Every node is a final class (`Expression`, `Statement`) that holds its source span and one enum, `kind`, to switch over:
//
//   switch expression.kind {
//   case .binary(let op, let lhs, let rhs): …
//
// The parser bounds the height of every tree (`Parser.maximumHeight`), so a stage may recurse over it, and so may the release of
// the tree: 100,000 chained operators are refused in the parser, as CPython refuses them in its compiler. `elif` chains (bounded by
// the same number), `and`/`or` chains, comparison chains and implicit string joins are flat lists.

/// A parsed file, cell or evaluated string.
package final class Module {
  package let source: SourceFile
  /// The statements; when an expression was asked for, exactly one `.expression`.
  package let body: [Statement]

  package init(source: SourceFile, body: [Statement]) {
    self.source = source
    self.body = body
  }
}

/// A literal value. Negative numbers are a unary minus over one of these.
package enum Constant {
  case none
  case bool(Bool)
  case ellipsis
  case int(Int)
  /// An integer beyond 64 bits: its digits without prefix or underscores, and their radix.
  case bigInt(digits: String, radix: Int)
  case float(Double)
  /// `2.5j`.
  case imaginary(Double)
  case string(String)
  case bytes([UInt8])
}

/// `+x`, `-x`, `~x`, `not x`.
package enum UnaryOperator: String {
  case plus = "+"
  case minus = "-"
  case invert = "~"
  case not = "not"
}

/// The operators that also have an augmented form (`+=`).
package enum BinaryOperator: String, CaseIterable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case floorDivide = "//"
  case modulo = "%"
  case power = "**"
  case matrixMultiply = "@"
  case leftShift = "<<"
  case rightShift = ">>"
  case bitAnd = "&"
  case bitOr = "|"
  case bitXor = "^"
}

/// `and`, `or`.
package enum BooleanOperator: String {
  case and
  case or
}

/// The operators of a comparison chain.
package enum ComparisonOperator: String {
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessEqual = "<="
  case greater = ">"
  case greaterEqual = ">="
  case `is` = "is"
  case isNot = "is not"
  case `in` = "in"
  case notIn = "not in"
}

/// One operator and right-hand side of a comparison chain.
package struct Comparison {
  package var op: ComparisonOperator
  package var rhs: Expression
}

/// One argument of a call or one base or keyword of a class definition, in source order.
package struct Argument {
  package enum Kind {
    case positional
    case keyword(String)
    /// `*value`.
    case starred
    /// `**value`.
    case doubleStarred
  }
  package var kind: Kind
  package var value: Expression
  /// The whole argument, with the name or stars.
  package var span: Span
}

/// `key: value` of a dict display, or `**value` when there is no key.
package struct DictItem {
  package var key: Expression?
  package var value: Expression
}

/// `for target in iterable if condition …` of a comprehension.
package struct ComprehensionClause {
  package var target: Expression
  package var iterable: Expression
  package var conditions: [Expression]
}

/// What a comprehension builds.
package enum ComprehensionKind {
  case list
  case set
  case generator
}

/// A piece of an f-string.
package enum FormattedPart {
  /// Text between the braces' expressions, escapes resolved. The text of `{x=}` is such a part too.
  case literal(String)
  /// `{value!conversion:spec}`; `{x=}` without spec or conversion arrives with conversion `r`.
  case value(Expression, conversion: Conversion, spec: [FormattedPart])

  /// How a value becomes text before it is formatted.
  package enum Conversion: String {
    case none = ""
    case str = "s"
    case repr = "r"
    case ascii = "a"
  }
}

/// One parameter of a function or lambda.
package struct Parameter {
  package enum Kind {
    case positionalOnly
    case standard
    /// `*args`.
    case varPositional
    case keywordOnly
    /// `**kwargs`.
    case varKeyword
  }
  package var kind: Kind
  package var name: String
  package var annotation: Expression?
  package var defaultValue: Expression?
  package var span: Span
}

/// An expression: what it is, and where.
package final class Expression {
  package indirect enum Kind {
    case constant(Constant)
    case name(String)
    /// An f-string; adjacent plain strings are merged into its literal parts.
    case formatted([FormattedPart])
    /// Elements of displays may be `.starred`.
    case tuple([Expression])
    case list([Expression])
    case set([Expression])
    case dict([DictItem])
    case unary(UnaryOperator, Expression)
    case binary(BinaryOperator, Expression, Expression)
    /// `a and b and c`: at least two operands.
    case boolean(BooleanOperator, [Expression])
    /// `a < b < c`: at least one comparison.
    case compare(Expression, [Comparison])
    case call(Expression, [Argument])
    /// `value.name`.
    case attribute(Expression, String)
    /// `value[index]`; the index is any expression, a `.slice`, or a `.tuple` that may hold slices and starred elements.
    case `subscript`(Expression, Expression)
    /// `lower:upper:step`, only inside a subscript.
    case slice(Expression?, Expression?, Expression?)
    /// `*value`, only in displays, targets and subscripts.
    case starred(Expression)
    /// `then if condition else otherwise`.
    case conditional(condition: Expression, then: Expression, otherwise: Expression)
    case lambda([Parameter], Expression)
    /// Clauses: at least one. The first iterable is evaluated in the enclosing scope.
    case comprehension(ComprehensionKind, Expression, [ComprehensionClause])
    case dictComprehension(key: Expression, value: Expression, [ComprehensionClause])
    /// `name := value`.
    case walrus(String, Expression)
    case yield(Expression?)
    case yieldFrom(Expression)
  }

  package let kind: Kind
  package let span: Span
  /// The longest way down to a leaf, in nodes.
  package let height: Int32

  package init(_ kind: Kind, _ span: Span, height: Int32) {
    self.kind = kind
    self.span = span
    self.height = height
  }
}

/// `name as alias` of an import; the name may be dotted, or `*`.
package struct ImportAlias {
  package var name: String
  package var alias: String?
  package var span: Span
}

/// `context as target` of a with statement.
package struct WithItem {
  package var context: Expression
  package var target: Expression?
}

/// A condition of an `if`/`elif` and the statements that it guards.
package struct IfBranch {
  package var condition: Expression
  package var body: [Statement]
  /// From the `if` or `elif` to the end of its body.
  package var span: Span
}

/// `except type as name:`.
package struct ExceptHandler {
  /// Nil for a bare `except:`.
  package var type: Expression?
  package var name: String?
  package var body: [Statement]
  package var span: Span
}

/// `def`.
package final class FunctionDefinition {
  package let name: String
  package let nameSpan: Span
  package let parameters: [Parameter]
  package let returns: Expression?
  /// Outermost first.
  package let decorators: [Expression]
  package let body: [Statement]

  package init(
    name: String, nameSpan: Span, parameters: [Parameter], returns: Expression?, decorators: [Expression], body: [Statement]
  ) {
    self.name = name
    self.nameSpan = nameSpan
    self.parameters = parameters
    self.returns = returns
    self.decorators = decorators
    self.body = body
  }
}

/// `class`.
package final class ClassDefinition {
  package let name: String
  package let nameSpan: Span
  /// Bases and keywords (`metaclass=…`), in source order.
  package let arguments: [Argument]
  /// Outermost first.
  package let decorators: [Expression]
  package let body: [Statement]

  package init(name: String, nameSpan: Span, arguments: [Argument], decorators: [Expression], body: [Statement]) {
    self.name = name
    self.nameSpan = nameSpan
    self.arguments = arguments
    self.decorators = decorators
    self.body = body
  }
}

/// A statement: what it is, and where (from its first token, decorators excluded, to its last).
package final class Statement {
  package indirect enum Kind {
    case expression(Expression)
    /// `a = b = value`: targets are names, attributes, subscripts, tuples, lists, starred.
    case assign([Expression], Expression)
    case augmentedAssign(Expression, BinaryOperator, Expression)
    /// `target: annotation = value`; only a bare name without parentheses (`isSimple`) makes an entry in `__annotations__`.
    case annotatedAssign(Expression, annotation: Expression, value: Expression?, isSimple: Bool)
    case pass
    case `break`
    case `continue`
    case `return`(Expression?)
    case raise(Expression?, cause: Expression?)
    case assert(Expression, message: Expression?)
    case delete([Expression])
    case global([String])
    case nonlocal([String])
    case `import`([ImportAlias])
    /// `from ..module import names`: `level` counts the leading dots, the module may be nil when there are some.
    case importFrom(module: String?, level: Int, names: [ImportAlias])
    case `if`([IfBranch], otherwise: [Statement])
    case `while`(Expression, body: [Statement], otherwise: [Statement])
    case `for`(target: Expression, iterable: Expression, body: [Statement], otherwise: [Statement])
    case with([WithItem], body: [Statement])
    /// `isStar` for `except*`.
    case `try`(body: [Statement], handlers: [ExceptHandler], otherwise: [Statement], finally: [Statement], isStar: Bool)
    case function(FunctionDefinition)
    case `class`(ClassDefinition)
  }

  package let kind: Kind
  package let span: Span

  package init(_ kind: Kind, _ span: Span) {
    self.kind = kind
    self.span = span
  }
}
