import Interpreter

extension Directive {
  /// `%matplotlib`
  static let matplotlib = Directive(
    "matplotlib", usage: "%matplotlib [BACKEND]", "Accepted and without effect: figures are shown where the session runs."
  ) { call throws(Raised) in nil }
}
