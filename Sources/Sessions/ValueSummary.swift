import Interpreter

/// A value in a few words, for lists of names.
enum ValueSummary {
  /// A shape, a length, or the start of its repr.
  static func text(of value: Value, _ interpreter: Interpreter) -> String {
    // A tensor's shape says more than its first numbers, unless it is one number.
    if let shape = try? interpreter.attributeIfPresent(value, "shape"), let sizes = shape.sequence, !sizes.isEmpty,
      let text = try? interpreter.repr(shape)
    {
      return text
    }
    if value.sequence != nil || value.cast(to: DictObject.self) != nil, let count = try? interpreter.length(value), count > 8 {
      return "n=\(count)"
    }
    let text = (try? interpreter.repr(value)) ?? "<repr failed>"
    let line = text.split(separator: "\n").first.map { String($0) } ?? ""
    return line.count > 60 || line.utf8.count < text.utf8.count ? line.prefix(57) + "..." : line
  }
}
