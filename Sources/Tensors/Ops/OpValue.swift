import Signatures

/// What goes into an op and what comes out, as far as scripts can see: arguments and results alike.
package indirect enum OpValue {
  case none
  case bool(Bool)
  case int(Int)
  case float(Double)
  case string(String)
  case dtype(DType)
  case tensor(Tensor)
  /// `torch.Size`.
  case size(Shape)
  case list([OpValue])
  case tuple([OpValue])
  /// A tuple with named fields, such as `torch.return_types.max`.
  case named(ReturnType, [OpValue])
  /// A slice, as an index only.
  case slice(start: Int?, stop: Int?, step: Int?)
  /// `...`, as an index only.
  case ellipsis
  /// Something of the script's that ops hand on or refuse; the text is its type's name.
  case object(AnyObject, typeName: String)

  /// The name of the Python type, for messages.
  package var typeName: String {
    switch self {
    case .none: "NoneType"
    case .bool: "bool"
    case .int: "int"
    case .float: "float"
    case .string: "str"
    case .dtype: "torch.dtype"
    case .tensor: "Tensor"
    case .size: "torch.Size"
    case .list: "list"
    case .tuple: "tuple"
    case .named(let type, _): type.name
    case .slice: "slice"
    case .ellipsis: "ellipsis"
    case .object(_, let name): name
    }
  }

  /// The value of a default in a signature.
  package init(_ literal: Literal) {
    switch literal {
    case .none: self = .none
    case .bool(let b): self = .bool(b)
    case .int(let i): self = .int(i)
    case .float(let d): self = .float(d)
    case .string(let s): self = .string(s)
    case .tuple(let items): self = .tuple(items.map { OpValue($0) })
    case .list(let items): self = .list(items.map { OpValue($0) })
    case .name(let name):
      let last = name.split(separator: ".").last.map(String.init) ?? name
      self = DType(named: last).map { .dtype($0) } ?? .none
    }
  }

  /// The value of a number.
  package init(_ scalar: Scalar) {
    switch scalar {
    case .bool(let b): self = .bool(b)
    case .int(let i): self = .int(i)
    case .double(let d): self = .float(d)
    }
  }

  /// The number, if it is one.
  package var scalar: Scalar? {
    switch self {
    case .bool(let b): .bool(b)
    case .int(let i): .int(i)
    case .float(let d): .double(d)
    default: nil
    }
  }

  /// The items of a list, tuple or size.
  package var items: [OpValue]? {
    switch self {
    case .list(let items), .tuple(let items), .named(_, let items): items
    case .size(let shape): shape.map { .int($0) }
    default: nil
    }
  }
}

/// A named tuple that ops return.
package final class ReturnType {
  /// The full name, such as `torch.return_types.max`.
  package let name: String
  /// The fields' names.
  package let fields: [String]

  /// Makes a type.
  package init(_ name: String, _ fields: [String]) {
    self.name = name
    self.fields = fields
  }

  /// The pair of values and indices that `max`, `sort`, `topk` and their like return.
  package static func valuesAndIndices(_ op: String) -> ReturnType {
    ReturnType("torch.return_types.\(op)", ["values", "indices"])
  }
}
