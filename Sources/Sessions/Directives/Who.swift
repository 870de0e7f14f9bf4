import Interpreter

extension Directive {
  /// `%who`
  static let who = Directive("who", usage: "%who", "Lists the names that the program has given.") { call throws(Raised) in
    let names = call.session.variables.map(\.name)
    call.print(names.isEmpty ? "Interactive namespace is empty." : names.joined(separator: "\t "))
    return nil
  }
}
