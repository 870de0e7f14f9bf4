import Interpreter

extension Directive {
  /// `%continue` and its like: the paused program's own prompt obeys them.
  package static let whilePaused: [Directive] = [
    ("continue", "Goes on with a paused cell, exactly where it stopped; so does Enter."),
    ("abort", "Ends a paused cell with KeyboardInterrupt; so does Ctrl-C."),
    ("up", "While paused or in %debug: goes to the frame that called this one."),
    ("down", "While paused or in %debug: goes back from %up."),
    ("where", "While paused or in %debug: lists the frames."),
    ("locals", "While paused or in %debug: lists the names of this frame."),
  ].map { name, summary in
    Directive(name, usage: "%\(name)", summary) { call throws(Raised) in
      throw .runtimeError("nothing is paused here, so %\(name) has nothing to do")
    }
  }
}
