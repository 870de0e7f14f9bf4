extension OpValue {
  /// Whether the value is `None`.
  package var isNone: Bool { if case .none = self { true } else { false } }

  /// The value's `repr`, as far as settings and constructor arguments appear in texts.
  package var argumentText: String {
    switch self {
    case .none: "None"
    case .bool(let value): value ? "True" : "False"
    case .int(let value): String(value)
    case .float(let value): value.description
    case .string(let value): "'\(value)'"
    case .dtype(let dtype): "torch.\(dtype.name)"
    case .size(let shape): "torch.Size(\(shape.description))"
    case .tuple(let items):
      items.count == 1 ? "(\(items[0].argumentText),)" : "(\(items.map(\.argumentText).joined(separator: ", ")))"
    case .list(let items): "[\(items.map(\.argumentText).joined(separator: ", "))]"
    default: "<\(typeName)>"
    }
  }
}
