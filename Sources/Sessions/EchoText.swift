import Interpreter

/// The text of an echo: `repr`, except that containers too long for a line are laid out as IPython does, an element a line.
struct EchoText {
  private let interpreter: Interpreter
  private static let width = 79
  /// How many elements of a container are shown when it is laid out.
  private static let most = 1000
  private static let deepest = 50

  init(_ interpreter: Interpreter) { self.interpreter = interpreter }

  /// The text for `value`.
  func text(of value: Value) throws(Raised) -> String {
    let flat = try interpreter.repr(value)
    guard flat.utf8.count > Self.width || flat.contains("\n"), brackets(of: value) != nil else { return flat }
    return try layOut(value, column: 0, trailing: 0, depth: 0)
  }

  /// How many elements of a long container are left out of its text.
  func elidedCount(of value: Value) -> Int {
    guard brackets(of: value) != nil, let count = try? interpreter.length(value) else { return 0 }
    return max(0, count - Self.most)
  }

  /// What opens and closes a container of a built-in class; nil for anything else, whose repr is its own affair.
  private func brackets(of value: Value) -> (open: String, close: String)? {
    guard case .object(let object) = value else { return nil }
    switch object {
    case let list as ListObject where list.type === TypeObject.list: return ("[", "]")
    case let tuple as TupleObject where tuple.type === TypeObject.tuple: return ("(", tuple.elements.count == 1 ? ",)" : ")")
    case let dict as DictObject where dict.type === TypeObject.dict: return ("{", "}")
    case let set as SetObject where set.type === TypeObject.set && set.count > 0: return ("{", "}")
    default: return nil
    }
  }

  /// The text of a value that starts at `column` and is followed by `trailing` characters on its last line.
  private func layOut(_ value: Value, column: Int, trailing: Int, depth: Int) throws(Raised) -> String {
    let flat = try interpreter.repr(value)
    let lines = flat.split(separator: "\n", omittingEmptySubsequences: false)
    let fits = lines.count == 1 && column + flat.count + trailing <= Self.width
    guard !fits, depth < Self.deepest, let brackets = brackets(of: value) else {
      // A repr of several lines keeps its shape, further to the right.
      return lines.joined(separator: "\n" + String(repeating: " ", count: column))
    }
    var pieces: [String] = []
    for (key, element) in elements(of: value).prefix(Self.most) {
      var head = ""
      if let key { head = try layOut(key, column: column + 1, trailing: 2, depth: depth + 1) + ": " }
      let start = column + 1 + (head.split(separator: "\n").last?.count ?? 0)
      pieces.append(head + (try layOut(element, column: start, trailing: 1, depth: depth + 1)))
    }
    if elements(of: value).count > Self.most { pieces.append("...") }
    let separator = ",\n" + String(repeating: " ", count: column + 1)
    return brackets.open + pieces.joined(separator: separator) + brackets.close
  }

  private func elements(of value: Value) -> [(key: Value?, element: Value)] {
    guard case .object(let object) = value else { return [] }
    switch object {
    case let dict as DictObject: return dict.pairs.map { ($0.key, $0.value) }
    case let set as SetObject: return set.elements.map { (nil, $0) }
    default: return (value.sequence ?? []).map { (nil, $0) }
    }
  }
}
