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
    for (name, value) in variables { rows.append((name, value.type.name, ValueSummary.text(of: value, call.interpreter))) }
    let nameWidth = rows.map { $0.0.count }.max()! + 3
    let typeWidth = rows.map { $0.1.count }.max()! + 3
    for (index, row) in rows.enumerated() {
      let head = row.0.padded(to: nameWidth) + row.1.padded(to: typeWidth)
      call.print(head + row.2)
      if index == 0 { call.print(String(repeating: "-", count: head.count + 9)) }
    }
    return nil
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
