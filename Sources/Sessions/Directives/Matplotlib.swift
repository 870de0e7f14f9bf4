import Interpreter

extension Directive {
  /// `%matplotlib`
  static let matplotlib = Directive(
    "matplotlib", usage: "%matplotlib [BACKEND]",
    "With `inline`, figures that are open at the end of a cell are shown, as in a notebook. Other back ends are accepted without effect."
  ) { call throws(Raised) in
    if call.arguments.contains("inline") { call.session.showsOpenFigures = true }
    return nil
  }
}
