import Interpreter

extension Directive {
  /// `%pause`
  static let pause = Directive(
    "pause", usage: "%pause", "Stops here and lets you look around, as Ctrl-C does in a cell that runs; so does breakpoint()."
  ) { call throws(Raised) in
    try call.session.pauseHere()
    return nil
  }
}
