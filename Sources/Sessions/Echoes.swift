import Interpreter

/// The earlier results that a person may name: `_`, `__`, `___`, `_n`, `Out`. They are builtins, so a script's own names win.
struct Echoes {
  private let out = DictObject()
  private var latest: [Value] = []
  /// Older results are forgotten, so that a long session does not keep every tensor alive.
  private static let most = 1000

  mutating func add(_ value: Value, number: Int, to interpreter: Interpreter) {
    latest.insert(value, at: 0)
    if latest.count > 3 { latest.removeLast() }
    for (index, value) in latest.enumerated() {
      interpreter.builtins.set(String(repeating: "_", count: index + 1), value)
    }
    interpreter.builtins.set("_\(number)", value)
    try? out.set(.int(number), value)
    if out.count > Self.most, let oldest = out.keys.first {
      _ = try? out.remove(oldest)
      if let number = oldest.intValue { interpreter.builtins.namespace.remove(StrObject("_\(number)")) }
    }
    if out.count == 1 { interpreter.builtins.set("Out", .object(out)) }
  }
}
