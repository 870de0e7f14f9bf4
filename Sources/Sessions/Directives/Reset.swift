import Interpreter

extension Directive {
  /// `%reset`
  static let reset = Directive("reset", usage: "%reset", "Forgets all names that the program has given.") {
    call throws(Raised) in
    call.session.reset()
    return nil
  }
}
