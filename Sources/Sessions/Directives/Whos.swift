import Interpreter

extension Directive {
  /// `%whos`
  static let whos = Directive("whos", usage: "%whos", "Lists the names that the program has given, with types and values.") {
    call throws(Raised) in
    let variables = call.session.variables
    guard !variables.isEmpty else {
      call.print("Interactive namespace is empty.")
      return nil
    }
    var rows: [(String, String, String)] = [("Variable", "Type", "Data/Info")]
    for (name, value) in variables { rows.append((name, value.type.name, summary(of: value, call.interpreter))) }
    let nameWidth = rows.map { $0.0.count }.max()! + 3
    let typeWidth = rows.map { $0.1.count }.max()! + 3
    for (index, row) in rows.enumerated() {
      let head = row.0.padded(to: nameWidth) + row.1.padded(to: typeWidth)
      call.print(head + row.2)
      if index == 0 { call.print(String(repeating: "-", count: head.count + 9)) }
    }
    return nil
  }

  private static func summary(of value: Value, _ interpreter: Interpreter) -> String {
    // A tensor's shape says more than its first numbers.
    if let shape = try? interpreter.attributeIfPresent(value, "shape"), let text = try? interpreter.repr(shape) { return text }
    if value.sequence != nil || value.cast(to: DictObject.self) != nil, let count = try? interpreter.length(value) {
      return "n=\(count)"
    }
    let text = (try? interpreter.repr(value)) ?? "<repr failed>"
    let line = text.split(separator: "\n").first.map { String($0) } ?? ""
    return line.count > 60 || line.utf8.count < text.utf8.count ? line.prefix(57) + "..." : line
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
